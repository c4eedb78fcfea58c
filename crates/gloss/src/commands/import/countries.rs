//! Countries and territories: names and positions from Natural Earth and the Factbook, ids from country-codes, facts from the Factbook.

use super::citations;
use super::factbook::{self, Profile};
use super::fold::plain;
use super::gazetteer::{self, City};
use super::leaders;
use super::office_holders::{self, Office, Terms};
use super::output::Import;
use super::reviewed::{self, Country, alias};
use super::source::{self, Row};
use engine::kind::EntityKind;
use engine::seeds::{AliasKind, AliasTable, SeedAlias, SeedEntity, SeedFact};
use miette::Result;
use std::collections::HashMap;
use std::path::Path;

/// Columns of Natural Earth with names in other languages that cards and pages use.
const LANGUAGES: &[&str] =
    &["ar", "de", "el", "es", "fa", "fr", "he", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "zh"];
/// A name in Latin letters needs more letters than this.
const SHORT: usize = 3;
/// Who words the kind of government: it is a judgement, so the card says whose.
const FACTBOOK: &str = "the CIA World Factbook";

/// A country with its identifier.
#[derive(Clone, Debug)]
pub struct Known {
    /// The reviewed row.
    pub country: Country,
    /// `wd:Q…`.
    pub id: String,
    /// ISO 3166 alpha-3, empty where there is none.
    pub alpha3: String,
    /// GeoNames id, empty where there is none.
    pub geonames: String,
    /// Whether it governs itself as a state, recognised by many or few; territories share their state's head.
    pub is_state: bool,
}

/// The reviewed countries with their identifiers, in the table's order; reports those without one.
///
/// # Errors
/// When country-codes can't be read.
pub fn known(folder: &Path, import: &mut Import) -> Result<Vec<Known>> {
    let codes = source::comma_file(&folder.join("places/country-codes.csv"))?;
    let by_code: HashMap<&str, &Row> = codes.iter().map(|row| (row.get("ISO3166-1-Alpha-2"), row)).collect();
    let mut found = Vec::new();
    for country in reviewed::countries()? {
        let row = by_code.get(country.code.as_str());
        let get = |column: &str| row.map_or("", |row| row.get(column));
        let listed = get("wikidata_id").rsplit('/').next().unwrap_or("");
        let qid = if country.qid.is_empty() { listed } else { &country.qid };
        if qid.is_empty() {
            import.drop("no verified identifier for the country", &country.label);
            continue;
        }
        let (id, geonames) = (format!("wd:{qid}"), get("Geoname ID").into());
        let alpha3 = if country.code == "XK" { "XKX" } else { get("ISO3166-1-Alpha-3") }.into();
        let is_state = get("is_independent") == "Yes" || matches!(country.code.as_str(), "XK" | "XN" | "XS" | "PS");
        found.push(Known { id, alpha3, geonames, is_state, country });
    }
    Ok(found)
}

/// The reviewed countries with ids of a test's own, but for the United States.
#[cfg(test)]
pub fn known_for_tests() -> Vec<Known> {
    let countries = reviewed::countries().expect("the reviewed table is sound");
    let id = |code: &str| if code == "US" { "wd:Q30".into() } else { format!("x:{code}") };
    countries
        .into_iter()
        .map(|country| Known {
            id: id(&country.code),
            alpha3: String::new(),
            geonames: String::new(),
            is_state: true,
            country,
        })
        .collect()
}

/// Makes an entity of every country and territory.
///
/// # Errors
/// When a source can't be read.
pub fn import(folder: &Path, import: &mut Import) -> Result<()> {
    import.citations = citations::named(&[
        "import-natural-earth",
        "import-factbook-2017",
        "import-factbook-2026",
        office_holders::CITATION,
    ]);
    let earth = source::tab_file(&folder.join("places/naturalearth_countries50.tsv"))?;
    let sources = Sources {
        recent: factbook::profiles(folder, "2026-02")?,
        earlier: factbook::profiles(folder, "2017-03")?,
        terms: office_holders::terms(folder, import)?,
        lands: lands()?,
        middles: middles(&gazetteer::cities(folder)?),
    };
    for known in known(folder, import)? {
        let row = earth.iter().find(|row| row.get("wikidataid") == &known.id["wd:".len()..]).or_else(|| {
            let same_code =
                |row: &&Row| row.get("iso_a2_eh") == known.country.code && row.get("admin") == row.get("geounit");
            earth.iter().find(same_code)
        });
        if row.is_none() {
            import.drop("not in Natural Earth: no names in other scripts", &known.country.label);
        }
        let entity = entity(&known, row, &sources, import);
        import.add(entity);
    }
    Ok(())
}

struct Sources {
    recent: HashMap<String, Profile>,
    earlier: HashMap<String, Profile>,
    terms: Terms,
    /// Reviewed middles, by ISO 3166 alpha-2.
    lands: HashMap<String, (f32, f32)>,
    /// Where the people of each country live on average, by ISO 3166 alpha-2.
    middles: HashMap<String, (f32, f32)>,
}

/// Middles of the land of countries whose profile gives a position far from it.
fn lands() -> Result<HashMap<String, (f32, f32)>> {
    let rows = source::tab_rows("country_middles.tsv", include_str!("country_middles.tsv"))?;
    let middle = |row: &Row| Some((row.get("lat").parse().ok()?, row.get("lon").parse().ok()?));
    Ok(rows.iter().filter_map(|row| Some((row.get("code").to_string(), middle(row)?))).collect())
}

/// The middle of each country's cities, weighed by people. For those whose profile gives no position, or several.
fn middles(cities: &[City]) -> HashMap<String, (f32, f32)> {
    let mut sums: HashMap<String, [f64; 3]> = HashMap::new();
    for City { country, position: (lat, lon), population, .. } in cities {
        let sum = sums.entry(country.clone()).or_default();
        let people = *population as f64;
        for (sum, value) in sum.iter_mut().zip([people, people * f64::from(*lat), people * f64::from(*lon)]) {
            *sum += value;
        }
    }
    let rounded = |degrees: f64| ((degrees * 100.0).round() / 100.0) as f32;
    let inhabited = sums.into_iter().filter(|(_, [people, ..])| *people > 0.0);
    inhabited.map(|(code, [people, lat, lon])| (code, (rounded(lat / people), rounded(lon / people)))).collect()
}

fn entity(known: &Known, row: Option<&Row>, sources: &Sources, import: &mut Import) -> SeedEntity {
    let country = &known.country;
    let profile = sources.recent.get(&country.gec);
    let people = profile
        .and_then(|profile| profile.population.as_ref())
        .and_then(|(figure, _)| figure.replace(',', "").parse::<f64>().ok())
        .or_else(|| row.and_then(|row| row.get("pop_est").parse().ok()))
        .unwrap_or(0.0);
    let land = sources.lands.get(&country.code).copied();
    let position = land
        .or_else(|| profile.and_then(|profile| profile.position))
        .or_else(|| sources.middles.get(&country.code).copied());
    SeedEntity {
        id: known.id.clone(),
        kind: EntityKind::Country,
        label: country.label.clone(),
        description: description(country, row),
        same_as: same_as(known),
        country: None,
        lat: position.map(|(lat, _)| lat),
        lon: position.map(|(_, lon)| lon),
        prominence: Some(prominence(people)),
        related: vec![],
        aliases: aliases(country, row),
        facts: facts(known, row, sources, import),
        more: Some(format!("https://www.wikidata.org/wiki/Special:GoToLinkedPage/enwiki/{}", &known.id["wd:".len()..])),
    }
}

/// Its GeoNames id and its ISO 3166 code, which top-level domains of the web are named by.
fn same_as(known: &Known) -> Vec<String> {
    let geonames = (!known.geonames.is_empty()).then(|| format!("gn:{}", known.geonames));
    let code = &known.country.code;
    let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    geonames.into_iter().chain(is_code.then(|| format!("iso:{code}"))).collect()
}

/// From 55 for an atoll over 70 for a hundred thousand people and 80 for ten million to 92 for the largest.
pub fn prominence(people: f64) -> u8 {
    (70.0 + 5.0 * (people.max(100.0).log10() - 5.0)).clamp(55.0, 92.0).round() as u8
}

/// "Country in Western Asia; capital Damascus.", or the reviewed sentence.
fn description(country: &Country, row: Option<&Row>) -> String {
    if !country.description.is_empty() {
        return country.description.clone();
    }
    let place = match row.map_or("", |row| row.get("subregion")) {
        "Caribbean" => "in the Caribbean".to_string(),
        "Australia and New Zealand" | "Melanesia" | "Micronesia" | "Polynesia" => "in Oceania".to_string(),
        "Seven seas (open ocean)" if country.code == "MU" || country.code == "MV" || country.code == "SC" => {
            "in the Indian Ocean".to_string()
        }
        "" | "Seven seas (open ocean)" => String::new(),
        region => format!(
            "in {}",
            region.replace("South-Eastern", "South-eastern").replace("Middle Africa", "Central Africa")
        ),
    };
    let capital = country.capital().map(|capital| format!("; capital {capital}")).unwrap_or_default();
    format!("Country {place}{capital}.").replace("  ", " ").replace(" ;", ";").replace("..", ".")
}

fn aliases(country: &Country, row: Option<&Row>) -> Vec<SeedAlias> {
    let mut found: Vec<AliasTable> = country.forms.iter().chain(&country.demonyms).cloned().collect();
    let mut add = |table: AliasTable| {
        let known = found.iter().any(|known| known.text == table.text) || table.text == country.label;
        if !known && !table.text.is_empty() {
            found.push(table);
        }
    };
    if let Some(row) = row {
        for lang in LANGUAGES {
            let text = row.get(&format!("name_{lang}")).trim_end_matches(" *").to_string();
            // A name that differs from the English one by its marks alone tells a reader nothing new.
            // Three Latin letters are more often something else: "Çin" folds to the Italian cin.
            let is_latin = |letter: char| letter < '\u{250}';
            let is_short = text.chars().count() <= SHORT && text.chars().all(is_latin);
            if plain(&text) != plain(&country.label) && !is_short {
                add(AliasTable {
                    text,
                    lang: Some(lang.to_string()),
                    kind: AliasKind::Native,
                    ..AliasTable::default()
                });
            }
        }
    }
    found.into_iter().map(alias).collect()
}

fn facts(known: &Known, row: Option<&Row>, sources: &Sources, import: &mut Import) -> Vec<SeedFact> {
    let fact = |about: &str, value: String, cite: &str| SeedFact {
        about: about.into(),
        value,
        cite: vec![cite.into()],
        ..SeedFact::default()
    };
    let country = &known.country;
    let mut facts = Vec::new();
    let recent = sources.recent.get(&country.gec);
    if let (Some(profile), Some(capital)) = (recent, country.capital()) {
        if !plain(&profile.capital).contains(&plain(capital)) {
            import.drop(
                "the Factbook names another capital",
                format!("{}: {capital} / {}", country.label, profile.capital),
            );
        } else if country.code == "IL" {
            // The capital of Israel is contested: the card says who says so.
            facts.push(SeedFact {
                attributed: Some("Israel".into()),
                ..fact("capital", capital.into(), "import-factbook-2026")
            });
        } else {
            let shared = shared_capitals(&profile.capital);
            let capitals = if shared.is_empty() { vec![capital.to_string()] } else { shared };
            facts.extend(capitals.into_iter().map(|capital| fact("capital", capital, "import-factbook-2026")));
        }
    }
    for (profile, cite) in
        [(recent, "import-factbook-2026"), (sources.earlier.get(&country.gec), "import-factbook-2017")]
    {
        if let Some((figure, year)) = profile.and_then(|profile| profile.population.clone()) {
            facts.push(SeedFact { on: Some(year), ..fact("population", format!("{figure} (estimate)"), cite) });
        }
    }
    if let Some(profile) = recent {
        if let Some(area) = &profile.area {
            facts.push(fact("area", format!("{area} km²"), "import-factbook-2026"));
        }
        if !profile.government_type.is_empty() {
            let on = Some("2026-01".into());
            let attributed = Some(FACTBOOK.into());
            let value = profile.government_type.clone();
            facts.push(SeedFact { on, attributed, ..fact("kind of government", value, "import-factbook-2026") });
        }
    }
    for claimant in row.map(|row| claimants(row.get("note_brk"))).unwrap_or_default() {
        let attributed = Some("Natural Earth".into());
        facts.push(SeedFact { attributed, ..fact("claimed by", claimant, "import-natural-earth") });
    }
    facts.extend(holders(known, &sources.terms));
    facts
}

/// Who headed the state and its government; of a territory only its government.
pub fn holders(known: &Known, terms: &Terms) -> Vec<SeedFact> {
    let offices: &[Office] = if known.is_state { &[Office::State, Office::Government] } else { &[Office::Government] };
    let of_office = |office: &Office| {
        let terms = terms.get(&(known.country.gec.clone(), *office));
        terms.into_iter().flatten().map(|term| term.fact(*office, leaders::card_of(known, term))).collect::<Vec<_>>()
    };
    offices.iter().flat_map(of_office).collect()
}

/// "Pretoria (administrative capital); Cape Town (legislative capital)" → each with what it is the seat of; nothing where there is one
/// capital only.
fn shared_capitals(printed: &str) -> Vec<String> {
    let parts: Vec<String> = printed
        .split("; ")
        .filter_map(|part| part.strip_suffix(')')?.split_once(" ("))
        .filter(|(_, of)| of.ends_with(" capital") || of.starts_with("seat of"))
        .map(|(name, of)| format!("{name} ({})", of.trim_end_matches(" capital").replace(['[', ']'], "")))
        .collect();
    if parts.len() > 1 { parts } else { vec![] }
}

/// "Self admin.; Claimed by Morocco" → Morocco.
fn claimants(note: &str) -> Vec<String> {
    let claim = note.split(';').find_map(|part| part.trim().strip_prefix("Claimed by "));
    claim.map(|names| names.split(" and ").map(|name| name.trim().to_string()).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_that_share_the_offices_are_all_told() {
        assert_eq!(
            shared_capitals("Porto-Novo (constitutional capital); Cotonou (seat of government)"),
            ["Porto-Novo (constitutional)", "Cotonou (seat of government)"]
        );
        for one in ["Suva (on Viti Levu)", "Malabo; note - Malabo is on an island", "Tripoli (Tarabulus)"] {
            assert_eq!(shared_capitals(one), [""; 0], "{one}");
        }
    }

    #[test]
    fn reviewed_middles_belong_to_reviewed_countries() {
        let lands = lands().unwrap();
        let rows = include_str!("country_middles.tsv").lines().filter(|line| !line.starts_with('#')).count() - 1;
        assert_eq!(lands.len(), rows, "every row has a country of its own and two numbers");
        let countries = reviewed::countries().unwrap();
        for (code, (lat, lon)) in lands {
            assert!(countries.iter().any(|country| country.code == code), "{code}");
            assert!(lat.abs() <= 90.0 && lon.abs() <= 180.0, "{code}");
        }
    }
}
