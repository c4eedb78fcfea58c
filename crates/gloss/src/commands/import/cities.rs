//! Cities and towns from GeoNames: all from a size on, all capitals, and the towns that parts of countries are named after.

use super::citations;
use super::city_counts::{self, CityCounts};
use super::city_review::CityReview;
use super::countries::{self, Known};
use super::fold::{plain, without_note};
use super::gazetteer::{self, City};
use super::name_risk::NameRisk;
use super::output::Import;
use super::region_naming::is_direction;
use super::regions;
use super::reviewed::alias;
use super::scripts;
use super::source::{self, tab_rows};
use engine::kind::EntityKind;
use engine::seeds::{AliasKind, AliasTable, Risk, SeedEntity, SeedFact};
use miette::{IntoDiagnostic, Result};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Every place with so many people is a card of its own unless told otherwise; smaller ones only as capitals and namesakes of
/// their region.
pub const FEWEST_PEOPLE: u64 = 15_000;
/// Smaller towns are left out when their name means other things as well: they are seldom the ones meant.
const NAMED_FOR_THEMSELVES: u64 = 20_000;
/// A namesake of this size in another country makes a small town's name mean another thing: Palm Beach.
const NAMESAKE_ABROAD: u64 = 4_000;
/// From this size on, forms in every script are kept; below it only those of the country's own languages.
const KNOWN_ABROAD: u64 = 300_000;
/// From this size on, more than a few Latin forms are kept.
const CITY: u64 = 100_000;
/// How much oftener a capital is named than another city of its size.
const CAPITAL_BONUS: u8 = 10;
/// Prominence by people, between which it grows with the logarithm.
const PROMINENCE: &[(f64, f64)] =
    &[(500.0, 10.0), (15_000.0, 25.0), (100_000.0, 45.0), (1_000_000.0, 65.0), (10_000_000.0, 80.0)];
/// Its counts are of many years and of none in particular: of 34 looked up, a third were more than a tenth off.
const COUNTED_BY: &str = "GeoNames’ undated count";
/// Countries where GeoNames writes scholarly transliterations, whose macrons and dots news leaves out.
const TRANSLITERATED: &str = "SY IQ YE LY PS IL LB SD SS AF IR EG SA SO AE KW OM QA BH JO DZ MA TN MR EH IN PK BD NP LK BT JP KP KR \
    CN ET ER DJ RU UA BY KZ KG TJ TM UZ GE AM MN BG MK GR CY TH LA KH MM";

/// Parts of which a state is named only by those who take a side: Crimea, the parts of Kashmir, Abkhazia, Transnistria, Western Sahara.
const WHOSE_STATE_IS_DISPUTED: &[&str] =
    &["GE.02", "IN.12", "IN.41", "MA.11", "MA.12", "MD.58", "PK.06", "PK.07", "UA.11", "UA.20"];

/// What is needed to make a city's card.
struct Sources {
    countries: HashMap<String, Known>,
    regions: HashMap<String, String>,
    /// Identifiers of the cards of parts of countries.
    parts: HashMap<String, String>,
    capitals: HashMap<String, String>,
    languages: HashMap<String, Vec<String>>,
    /// Reviewed label and forms by GeoNames id.
    names: HashMap<String, (String, Vec<String>)>,
    risk: NameRisk,
    review: CityReview,
    counts: CityCounts,
}

/// Makes an entity of every city that is large enough, a capital or the namesake of its region.
///
/// # Errors
/// When a source can't be read.
pub fn import(folder: &Path, fewest_people: u64, import: &mut Import) -> Result<()> {
    import.citations = citations::named(&["import-geonames", city_counts::CITATION]);
    let cities = gazetteer::cities(folder)?;
    let known = countries::known(folder, import)?;
    let capitals = capitals(&known, &cities, import);
    let divisions = regions::read(folder, &cities)?;
    let seats: HashSet<String> = divisions.iter().filter_map(|region| region.seat.clone()).collect();
    let parts = divisions.iter().filter_map(|region| Some((region.key.clone(), region.card(&known)?))).collect();
    let sources = Sources {
        parts,
        regions: divisions.into_iter().map(|region| (region.key, region.label)).collect(),
        risk: risk(folder, &known, &cities)?,
        countries: known.into_iter().map(|known| (known.country.code.clone(), known)).collect(),
        capitals,
        languages: languages(folder)?,
        names: reviewed_names(&cities, import)?,
        review: CityReview::read()?,
        counts: CityCounts::read()?,
    };
    let chosen = chosen(&cities, |city| {
        city.population >= fewest_people || sources.capitals.contains_key(&city.id) || seats.contains(&city.id)
    });
    let mut abroad: HashMap<String, HashSet<&str>> = HashMap::new();
    for city in cities.iter().filter(|city| city.population >= NAMESAKE_ABROAD) {
        abroad.entry(plain(&city.name)).or_default().insert(&city.country);
    }
    let bar = indicatif::ProgressBar::new(chosen.len() as u64);
    for city in bar.wrap_iter(chosen.into_iter()) {
        let label = usual_spelling(&city.name, &city.country);
        let is_seat = sources.capitals.contains_key(&city.id) || seats.contains(&city.id);
        // Whoever asks for smaller towns than usual wants their namesakes too.
        let is_small = city.population < NAMED_FOR_THEMSELVES && !is_seat && fewest_people >= FEWEST_PEOPLE;
        let borne_abroad = is_small && abroad.get(&plain(&city.name)).is_some_and(|countries| countries.len() > 1);
        if is_small && (borne_abroad || sources.risk.needs_context(&label, city.population, false)) {
            import.drop("a small town whose name means other things", format!("{} ({})", city.name, city.country));
            continue;
        }
        match sources.countries.get(&city.country) {
            Some(country) => import.add(entity(city, country, &sources)),
            None => import.drop("no card of its country", format!("{} ({})", city.name, city.country)),
        }
    }
    Ok(())
}

/// The cities that pass, without the lesser of two of one name in one part of a country: a district or a double.
fn chosen(cities: &[City], passes: impl Fn(&City) -> bool) -> Vec<&City> {
    let mut best: HashMap<(String, String), &City> = HashMap::new();
    // "Paris 05 Panthéon" is a ward, not a town.
    let is_ward = |city: &City| {
        city.name.contains(|sign: char| sign.is_ascii_digit())
            && !city.name.starts_with(|sign: char| sign.is_ascii_digit())
    };
    for city in cities.iter().filter(|city| passes(city) && !is_ward(city)) {
        let same = best.entry((city.admin1_key(), plain(&city.name))).or_insert(city);
        if same.population < city.population {
            *same = city;
        }
    }
    let mut chosen: Vec<&City> = best.into_values().collect();
    chosen.sort_by_key(|city| city.id.parse::<u64>().unwrap_or(0));
    chosen
}

/// The risks that place names run, read from the lists and from the places themselves.
///
/// # Errors
/// When a list can't be read.
pub fn risk(folder: &Path, known: &[Known], cities: &[City]) -> Result<NameRisk> {
    let names = known.iter().flat_map(|known| {
        let country = &known.country;
        let forms = country.forms.iter().chain(&country.demonyms).map(|form| form.text.clone());
        forms.chain([country.label.clone()])
    });
    NameRisk::read(folder, names, cities.iter().map(|city| (city.name.as_str(), city.population)))
}

/// GeoNames ids of capitals with the capital's usual name.
fn capitals(known: &[Known], cities: &[City], import: &mut Import) -> HashMap<String, String> {
    let mut found = HashMap::new();
    for known in known {
        let Some(capital) = known.country.capital() else { continue };
        match gazetteer::find(cities, &known.country.code, capital) {
            Some(city) => drop(found.insert(city.id.clone(), capital.to_string())),
            None => import.drop("capital not found in GeoNames", format!("{} ({})", capital, known.country.label)),
        }
    }
    found
}

/// Languages of each country as GeoNames lists them, without their regions.
fn languages(folder: &Path) -> Result<HashMap<String, Vec<String>>> {
    let table: serde_json::Value =
        serde_json::from_str(&source::text(&folder.join("places/geonames_countries.json"))?).into_diagnostic()?;
    let list = |value: &serde_json::Value| -> Vec<String> {
        let codes = value["languages"].as_str().unwrap_or("").split(',');
        codes.map(|code| code.split('-').next().unwrap_or("").to_string()).collect()
    };
    Ok(table.as_object().into_iter().flatten().map(|(code, value)| (code.clone(), list(value))).collect())
}

/// Reviewed names; a row speaks of the largest city of that name in its country.
fn reviewed_names(cities: &[City], import: &mut Import) -> Result<HashMap<String, (String, Vec<String>)>> {
    let forms = |text: &str| text.split('|').filter(|form| !form.is_empty()).map(str::to_string).collect();
    let mut found = HashMap::new();
    for row in tab_rows("place_names.tsv", include_str!("place_names.tsv"))? {
        let (country, name) = (row.get("country"), row.get("geonames_name"));
        let named = cities.iter().filter(|city| city.country == country && city.name == name);
        match named.max_by_key(|city| city.population) {
            Some(city) => drop(found.insert(city.id.clone(), (row.get("label").to_string(), forms(row.get("forms"))))),
            None => import.drop("reviewed name not found in GeoNames", format!("{name} ({country})")),
        }
    }
    Ok(found)
}

fn entity(city: &City, country: &Known, sources: &Sources) -> SeedEntity {
    let reviewed = sources.names.get(&city.id);
    let capital = sources.capitals.get(&city.id);
    let label = match (reviewed, capital) {
        (Some((label, _)), _) => label.clone(),
        (None, Some(capital)) => capital.clone(),
        (None, None) => usual_spelling(&city.name, &city.country),
    };
    SeedEntity {
        id: format!("gn:{}", city.id),
        kind: EntityKind::City,
        description: description(city, &label, country, capital.is_some(), sources),
        same_as: vec![],
        country: Some(country.id.clone()),
        lat: Some(rounded(city.position.0)),
        lon: Some(rounded(city.position.1)),
        prominence: Some(prominence(city.population) + if capital.is_some() { CAPITAL_BONUS } else { 0 }),
        related: sources.parts.get(&city.admin1_key()).cloned().into_iter().collect(),
        aliases: aliases(city, &label, capital.is_some(), reviewed, sources).into_iter().map(alias).collect(),
        facts: facts(city, &label, country, sources),
        more: None,
        label,
    }
}

/// To a thousandth of a degree, a hundred metres: a city is no point.
fn rounded(degrees: f32) -> f32 {
    (degrees * 1000.0).round() / 1000.0
}

/// Grows with the logarithm of the number of people, see [`PROMINENCE`].
pub fn prominence(people: u64) -> u8 {
    let people = (people as f64).max(1.0);
    let (least, most) = (PROMINENCE[0], PROMINENCE[PROMINENCE.len() - 1]);
    if people <= least.0 {
        return least.1 as u8;
    }
    let step = PROMINENCE.windows(2).find(|pair| people <= pair[1].0);
    step.map_or(most.1, |pair| {
        let part = (people / pair[0].0).ln() / (pair[1].0 / pair[0].0).ln();
        pair[0].1 + part * (pair[1].1 - pair[0].1)
    })
    .round() as u8
}

fn is_transliterated(country: &str) -> bool {
    TRANSLITERATED.split_whitespace().any(|code| code == country)
}

/// GeoNames' name as news writes it: without scholarly marks where it is a transliteration.
pub fn usual_spelling(name: &str, country: &str) -> String {
    if !is_transliterated(country) {
        return name.to_string();
    }
    let bare: String = name.nfkd().filter(|sign| !is_combining_mark(*sign)).collect();
    bare.replace(['‘', 'ʿ', 'ʼ', '`'], "").trim_end_matches('’').replace('’', "'")
}

fn description(city: &City, label: &str, country: &Known, is_capital: bool, sources: &Sources) -> String {
    let state = country.country.in_sentence();
    if is_capital {
        return format!("Capital of {state}.");
    }
    if let Some(town) = sources.review.town(city) {
        return match plain(town) == plain(&country.country.label) {
            true => format!("Part of {state}."),
            false => format!("Part of {town}, {state}."),
        };
    }
    let kind = sources.review.kind(city);
    let says_where = |region: &&String| {
        // "Sevastopol (city with special status)" says of Sevastopol nothing more.
        let region = plain(without_note(region));
        region != plain(label) && region != plain(&country.country.label)
    };
    match sources.regions.get(&city.admin1_key()).filter(says_where).filter(|region| !is_direction(region)) {
        Some(region) => match region.split_once(" (") {
            // Moscow, Kyiv and Kinshasa are parts of their countries by themselves, and their quarters are listed as towns.
            Some((city, what)) if what.contains("city") => format!("Part of {city}, {state}."),
            _ if WHOSE_STATE_IS_DISPUTED.contains(&city.admin1_key().as_str()) => format!("{kind} in {region}."),
            // Regions of one name are told apart by their countries.
            Some((region, _)) => format!("{kind} in {region}, {state}."),
            None => format!("{kind} in {region}, {state}."),
        },
        None => format!("{kind} in {state}."),
    }
}

/// How many people live there or, where that is not worth telling, what it is a part of.
fn facts(city: &City, label: &str, country: &Known, sources: &Sources) -> Vec<SeedFact> {
    if let Some(dated) = sources.counts.fact(city) {
        return vec![dated];
    }
    let cite = vec!["import-geonames".to_string()];
    if sources.review.is_counted(city) {
        return vec![SeedFact {
            about: "population".into(),
            value: city_counts::told(city.population),
            attributed: Some(COUNTED_BY.into()),
            cite,
            ..SeedFact::default()
        }];
    }
    // What a capital or a place of no sort of town is a part of is plain, or contested: East Jerusalem.
    if sources.capitals.contains_key(&city.id) || sources.review.is_place(city) {
        return vec![];
    }
    let region = sources.regions.get(&city.admin1_key()).map(|region| without_note(region));
    let whole = sources.review.town(city).or(region).unwrap_or(&country.country.label);
    match plain(whole) == plain(label) {
        true => vec![],
        false => vec![SeedFact { about: "part of".into(), value: whole.into(), cite, ..SeedFact::default() }],
    }
}

fn aliases(
    city: &City,
    label: &str,
    is_capital: bool,
    reviewed: Option<&(String, Vec<String>)>,
    sources: &Sources,
) -> Vec<AliasTable> {
    let none = Vec::new();
    let own = sources.languages.get(&city.country).unwrap_or(&none);
    // An empty list of languages would mean all of them.
    let langs: Vec<&str> = own.iter().map(String::as_str).chain(["-"]).collect();
    let langs = if city.population >= KNOWN_ABROAD || is_capital { &[][..] } else { &langs[..] };
    let plain_form = |text: &String| AliasTable { text: text.clone(), ..AliasTable::default() };
    let mut found: Vec<AliasTable> = reviewed.into_iter().flat_map(|(_, forms)| forms).map(plain_form).collect();
    // "Québec" without more is the province, "Quebec City" its capital.
    let is_region = reviewed.is_some()
        && sources.regions.get(&city.admin1_key()).is_some_and(|region| plain(region) == plain(&city.name));
    if !is_region {
        found.push(plain_form(&city.name));
    }
    // Where the local script is Latin, other Latin forms are those of other languages.
    let most_latin = match () {
        () if !is_transliterated(&city.country) => 0,
        () if city.population >= CITY => 5,
        () => 3,
    };
    found.extend(scripts::choose(label, &city.alternates, langs, most_latin));
    let label_folded = engine::fold::fold(label).text;
    let mut known = vec![label_folded];
    found.retain(|form| {
        !is_region
            || reviewed.is_some_and(|(_, forms)| forms.contains(&form.text))
            || plain(&form.text) != plain(&city.name)
    });
    found.retain(|form| {
        let folded = engine::fold::fold(&form.text).text;
        let is_new = !known.contains(&folded);
        known.push(folded);
        is_new
    });
    for form in found.iter_mut().filter(|form| form.kind == AliasKind::Name) {
        if sources.risk.needs_context(&form.text, city.population, is_capital) {
            form.risk = Risk::Context;
        }
    }
    if sources.risk.needs_context(label, city.population, is_capital) {
        // The label is always a form; listed with a risk it is taken with that.
        found.insert(0, AliasTable { text: label.to_string(), risk: Risk::Context, ..AliasTable::default() });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prominence_grows_with_people() {
        for (people, expected) in
            [(0, 10), (15_000, 25), (100_000, 45), (1_000_000, 65), (10_000_000, 80), (25_000_000, 80)]
        {
            assert_eq!(prominence(people), expected, "{people}");
        }
    }

    #[test]
    fn scholarly_marks_go_only_from_transliterations() {
        for (name, country, expected) in [
            ("Ţarţūs", "SY", "Tartus"),
            ("‘Afrīn", "SY", "Afrin"),
            ("Ta’if", "SA", "Ta'if"),
            ("Arkhangel’sk", "RU", "Arkhangel'sk"),
            ("São Paulo", "BR", "São Paulo"),
            ("Łódź", "PL", "Łódź"),
        ] {
            assert_eq!(usual_spelling(name, country), expected);
        }
    }
}
