//! First-level parts of countries: provinces, governorates, states, with their GeoNames ids.
//!
//! Where a part bears the name of a city in it, the bare name belongs to the city and the part is named with its type.

use super::citations;
use super::cities;
use super::countries::{self, Known};
use super::fold::plain;
use super::gazetteer::{self, City, Division};
use super::name_risk::NameRisk;
use super::output::Import;
use super::region_naming::{NAMED_BARE, bare_name, first_only, is_direction, label, type_word, without_type};
use super::reviewed::{alias, demonym};
use super::scripts;
use super::source::{self, Row, tab_rows};
use engine::kind::EntityKind;
use engine::seeds::{AliasKind, AliasTable, Risk, SeedEntity};
use miette::Result;
use std::collections::HashMap;
use std::path::Path;

/// Types too small to be news by themselves.
const MINOR: &[&str] = &[
    "",
    "Municipality",
    "Local council",
    "District municipality",
    "Parish",
    "Quarter",
    "Administrative atoll",
    "City with county rights",
    "City municipality",
    "Island council",
    "Urban municipality",
    "Commune",
    "Special municipality",
    "State city",
    "Group of islands (20 inhabited islands)",
    "Islands, groups of islands",
    "Town",
    "Geographical entity",
];
/// Prominence of parts, and of those large enough for Natural Earth's map of the world.
const PROMINENCE: u8 = 38;
const PROMINENCE_LARGE: u8 = 55;
/// A city elsewhere in the country takes the bare name from a part only with so many people.
const CITY_TAKES_NAME: u64 = 50_000;
/// Native forms kept of one part.
const MOST_NATIVE: usize = 4;

/// A first-level part, read.
#[derive(Clone, Debug)]
pub struct Region {
    /// GeoNames code: "SY.11".
    pub key: String,
    /// The English name with its type where one is used: "Homs Governorate".
    pub label: String,
    /// GeoNames id of the city in it that bears its name.
    pub seat: Option<String>,
    bare: String,
    /// Whether a city, here or elsewhere in the country, is meant by the bare name.
    city_has_name: bool,
    /// Reviewed forms and, where the general one would take a side, description.
    forms: Vec<String>,
    description: String,
    /// Whether states differ over whose part it is.
    contested: bool,
    /// Forms in other scripts that no city in it bears.
    native: Vec<AliasTable>,
    /// The middle of its towns, in degrees north and east; none where no town is known.
    middle: Option<(f32, f32)>,
    /// Its row in Natural Earth's map of the world, if it is large enough for that.
    large: Option<Row>,
    division: Division,
}

/// Every first-level part worth a card.
///
/// # Errors
/// When a source can't be read.
pub fn read(folder: &Path, cities: &[City]) -> Result<Vec<Region>> {
    let earth = natural_earth(folder)?;
    let reviewed = reviewed_names()?;
    let largest = gazetteer::largest_by_name(cities);
    // A seat may bear the part's name under any of its spellings.
    let mut by_part: HashMap<(String, String), &City> = HashMap::new();
    for city in cities.iter().filter(|city| city.population > 0) {
        for name in city.alternates.iter().chain([&city.name]) {
            let best = by_part.entry((city.admin1_key(), plain(name))).or_insert(city);
            if best.population < city.population {
                *best = city;
            }
        }
    }
    let mut towns: HashMap<String, Vec<(f32, f32)>> = HashMap::new();
    for city in cities {
        towns.entry(city.admin1_key()).or_default().push(city.position);
    }
    let region = |division: Division| {
        let large = earth.get(&division.id);
        let reviewed = reviewed.get(&division.key).cloned();
        let given = reviewed.as_ref().map(|reviewed| reviewed.label.clone()).filter(|label| !label.is_empty());
        let bare = given.as_deref().map_or_else(|| bare_name(&division, large), without_type);
        let folded = plain(&bare);
        let seat = by_part.get(&(division.key.clone(), folded.clone()));
        let namesake = largest.get(&(division.country.clone(), folded)).map(|&index| &cities[index]);
        let known_city = |city: &&City| {
            city.population >= CITY_TAKES_NAME && (large.is_none() || city.population >= 6 * CITY_TAKES_NAME)
        };
        let city_has_name = namesake.filter(known_city).is_some() || (seat.is_some() && large.is_none());
        let label = given.unwrap_or_else(|| label(&division, &bare, large, city_has_name));
        let own_names = |name: &str| by_part.contains_key(&(division.key.clone(), plain(name)));
        let native = native(&division, large).into_iter().filter(|form| !own_names(&form.text)).collect();
        let seat = seat.map(|city| city.id.clone());
        let Reviewed { forms, description, contested, .. } = reviewed.unwrap_or_default();
        let middle = towns.get(&division.key).and_then(|towns| middle(towns));
        let key = division.key.clone();
        let large = large.cloned();
        Region { key, label, seat, bare, city_has_name, forms, description, contested, native, middle, large, division }
    };
    Ok(gazetteer::divisions(folder)?.into_iter().map(region).collect())
}

/// The middle of the smallest box of degrees around `places`; across the 180th meridian when that box is the smaller one.
fn middle(places: &[(f32, f32)]) -> Option<(f32, f32)> {
    let half = |degrees: Vec<f32>| -> Option<(f32, f32)> {
        let least = degrees.iter().copied().reduce(f32::min)?;
        let most = degrees.iter().copied().reduce(f32::max)?;
        Some(((least + most) / 2.0, most - least))
    };
    let (lat, _) = half(places.iter().map(|place| place.0).collect())?;
    let (lon, width) = half(places.iter().map(|place| place.1).collect())?;
    let (across, narrower) = half(places.iter().map(|place| place.1.rem_euclid(360.0)).collect())?;
    let lon = if narrower >= width { lon } else { (across + 180.0).rem_euclid(360.0) - 180.0 };
    Some((lat, lon))
}

/// A row of the reviewed table.
#[derive(Clone, Debug, Default)]
struct Reviewed {
    label: String,
    forms: Vec<String>,
    description: String,
    contested: bool,
}

fn reviewed_names() -> Result<HashMap<String, Reviewed>> {
    let rows = tab_rows("region_names.tsv", include_str!("region_names.tsv"))?;
    let reviewed = |row: &Row| Reviewed {
        label: row.get("label").into(),
        forms: row.get("forms").split('|').filter(|form| !form.is_empty()).map(str::to_string).collect(),
        description: row.get("description").into(),
        contested: row.get("contested") == "yes",
    };
    Ok(rows.iter().map(|row| (row.get("key").to_string(), reviewed(row))).collect())
}

fn natural_earth(folder: &Path) -> Result<HashMap<String, Row>> {
    let rows = source::tab_file(&folder.join("places/naturalearth_states50.tsv"))?;
    Ok(rows
        .into_iter()
        .map(|row| (row.get("gn_id").to_string(), row))
        .filter(|(id, _)| id.parse::<i64>().is_ok_and(|id| id > 0))
        .collect())
}

/// Makes an entity of every part worth a card.
///
/// # Errors
/// When a source can't be read.
pub fn import(folder: &Path, import: &mut Import) -> Result<()> {
    import.citations = citations::named(&["import-geonames-divisions"]);
    let cities = gazetteer::cities(folder)?;
    let known = countries::known(folder, import)?;
    let risk = cities::risk(folder, &known, &cities)?;
    let regions = read(folder, &cities)?;
    let mut names: HashMap<String, usize> = HashMap::new();
    for region in regions.iter().filter(|region| !MINOR.contains(&region.division.kind.as_str())) {
        *names.entry(plain(&region.bare)).or_default() += 1;
    }
    for region in regions {
        match region.country(&known) {
            Ok(country) => {
                let shared = names.get(&plain(&region.bare)).is_some_and(|&count| count > 1);
                import.add(entity(&region, country, &risk, shared));
            }
            Err(reason) => import.drop(&reason, &region.division.name),
        }
    }
    Ok(())
}

impl Region {
    /// Identifier of its card, if it has one.
    pub fn card(&self, known: &[Known]) -> Option<String> {
        self.country(known).is_ok().then(|| self.id())
    }

    fn id(&self) -> String {
        format!("gn:{}", self.division.id)
    }

    /// The country on whose part a card is worth while, or why it is not.
    fn country<'k>(&self, known: &'k [Known]) -> Result<&'k Known, String> {
        let division = &self.division;
        if MINOR.contains(&division.kind.as_str()) && self.large.is_none() {
            return Err(format!("too small a part of a country: {}", division.kind));
        }
        if known.iter().any(|known| known.geonames == division.id) {
            return Err("is a country's card".into());
        }
        known.iter().find(|known| known.country.code == division.country).ok_or("no card of its country".into())
    }
}

fn entity(region: &Region, country: &Known, risk: &NameRisk, shared: bool) -> SeedEntity {
    let large = region.large.as_ref();
    let same_as = large.map(|row| row.get("wikidataid")).filter(|id| id.starts_with('Q')).map(|id| format!("wd:{id}"));
    let tenth = |degrees: f32| (degrees * 10.0).round() / 10.0;
    SeedEntity {
        id: region.id(),
        kind: EntityKind::Region,
        label: region.label.clone(),
        description: description(region, country),
        same_as: same_as.into_iter().collect(),
        country: Some(country.id.clone()),
        lat: region.middle.map(|middle| tenth(middle.0)),
        lon: region.middle.map(|middle| tenth(middle.1)),
        prominence: Some(if large.is_some() || region.division.kind == "Country" {
            PROMINENCE_LARGE
        } else {
            PROMINENCE
        }),
        related: vec![],
        aliases: aliases(region, large, risk, shared).into_iter().map(alias).collect(),
        facts: vec![citations::part_of(&country.country.label, region.contested)],
        more: None,
    }
}

/// "Governorate of Syria."
fn description(region: &Region, country: &Known) -> String {
    if !region.description.is_empty() {
        return region.description.clone();
    }
    let kind = type_word(&region.division).unwrap_or("Region").to_string();
    let kind = match region.division.kind.as_str() {
        "Country" => "Country".to_string(),
        _ => kind,
    };
    let state = country.country.in_sentence();
    if kind == "Country" { format!("Country of {state}.") } else { format!("{} of {state}.", first_only(&kind)) }
}

fn aliases(region: &Region, large: Option<&Row>, risk: &NameRisk, shared: bool) -> Vec<AliasTable> {
    let division = &region.division;
    let form = |text: String, risk: Risk| AliasTable { text, risk, ..AliasTable::default() };
    let mut found = Vec::new();
    let is_word = risk.is_word(&region.bare) || is_direction(&region.bare);
    let shared = shared && large.is_none();
    let ambiguous = shared || risk.is_country(&region.bare) || (risk.is_personal(&region.bare) && large.is_none());
    let bare_risk = if ambiguous || is_word { Risk::Context } else { Risk::None };
    if region.label == region.bare {
        if bare_risk == Risk::Context {
            found.push(form(region.bare.clone(), bare_risk));
        }
    } else if !region.city_has_name && !is_word {
        found.push(form(region.bare.clone(), bare_risk));
    }
    for text in &region.forms {
        match text.strip_prefix('%') {
            Some(people) => found.extend(demonym(people)),
            None => found.push(form(text.clone(), Risk::None)),
        }
    }
    // "Texas State" is a university; only where a city takes the bare name is the type said.
    let kind = type_word(division).filter(|_| !NAMED_BARE.contains(&division.kind.as_str()) || region.city_has_name);
    let mut types: Vec<&str> = kind.into_iter().collect();
    if matches!(
        kind,
        Some("Governorate" | "Province" | "Oblast" | "Region" | "Department" | "Prefecture" | "Krai" | "Voivodeship")
    ) {
        // News calls any of these a province or a region.
        types.extend(["province", "region"]);
    }
    for word in types {
        found.push(form(format!("{} {word}", region.bare), if shared { Risk::Context } else { Risk::None }));
    }
    for text in division.alternates.iter().filter(|text| scripts::is_news_like(text)) {
        let bare = without_type(text);
        let is_spelling = !scripts::latin(&region.bare, std::slice::from_ref(&bare)).is_empty();
        if bare != *text && (is_spelling || plain(&bare) == plain(&region.bare)) {
            found.push(form(text.clone(), if shared { Risk::Context } else { Risk::None }));
        } else if is_spelling && !region.city_has_name && !is_word {
            found.push(form(text.clone(), bare_risk));
        }
    }
    found.extend(region.native.iter().cloned());
    let mut known = vec![engine::fold::fold(&region.label).text];
    if found.first().is_some_and(|form| form.text == region.label && form.risk == Risk::Context) {
        known.clear();
    }
    found.retain(|form| {
        let folded = engine::fold::fold(&form.text).text;
        let is_new = !known.contains(&folded);
        known.push(folded);
        is_new
    });
    found
}

/// Forms in other scripts.
fn native(division: &Division, large: Option<&Row>) -> Vec<AliasTable> {
    let columns = ["ar", "ru", "uk", "zh", "he", "fa", "ja", "ko", "hi", "el"];
    let from_earth = large.map(|row| columns.map(|lang| row.get(&format!("name_{lang}")).to_string()).to_vec());
    let mut found: Vec<AliasTable> = Vec::new();
    for text in from_earth.unwrap_or_else(|| division.alternates.clone()) {
        if let Some(lang) = scripts::lang(&text).filter(|_| found.len() < MOST_NATIVE) {
            found.push(AliasTable { text, lang: Some(lang.into()), kind: AliasKind::Native, ..AliasTable::default() });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn division(name: &str, kind: &str, alternates: &[&str]) -> Division {
        Division {
            id: "1".into(),
            name: name.into(),
            country: "SY".into(),
            key: "SY.1".into(),
            kind: kind.into(),
            alternates: alternates.iter().map(|form| form.to_string()).collect(),
        }
    }

    #[test]
    fn the_middle_of_towns() {
        assert_eq!(middle(&[]), None);
        assert_eq!(middle(&[(1.0, 10.0), (3.0, 20.0), (2.0, 11.0)]), Some((2.0, 15.0)));
        // Across the 180th meridian.
        assert_eq!(middle(&[(60.0, 170.0), (62.0, -170.0)]), Some((61.0, -180.0)));
    }

    #[test]
    fn a_city_keeps_the_bare_name() {
        let division = division("Ḩimş", "Province", &["Homs", "Homs Governorate", "حمص", "محافظة حمص"]);
        let region = Region {
            key: "SY.1".into(),
            label: "Homs Governorate".into(),
            seat: None,
            bare: "Homs".into(),
            city_has_name: true,
            forms: vec![],
            description: String::new(),
            contested: false,
            native: native(&division, None),
            middle: None,
            large: None,
            division,
        };
        let texts: Vec<String> =
            aliases(&region, None, &NameRisk::default(), false).into_iter().map(|form| form.text).collect();
        assert_eq!(texts, ["Homs province", "Homs region", "حمص", "محافظة حمص"]);
    }

    #[test]
    fn every_contested_part_has_a_description_of_its_own() {
        let reviewed = reviewed_names().unwrap();
        let contested: Vec<&Reviewed> = reviewed.values().filter(|reviewed| reviewed.contested).collect();
        assert!(contested.len() > 20);
        assert!(contested.iter().all(|reviewed| !reviewed.description.is_empty()));
        assert!(!reviewed["GB.ENG"].contested, "described, but nobody's claim");
    }
}
