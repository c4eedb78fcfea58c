//! `gloss pack balance`: how many cards there are by file of curated seeds, by region and by side of current conflicts, and
//! of how many a reader gets much.

use super::import::tab_rows;
use crate::stdout;
use engine::compile::{Merged, SeedSource, read};
use engine::kind::EntityKind;
use engine::seeds::SeedEntity;
use miette::{IntoDiagnostic, Result, miette};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

/// Dated facts that a full card has at least…
const DATED_FACTS: usize = 5;
/// …and publishers among their citations.
const PUBLISHERS: usize = 2;

/// Prints `{"files","regions","conflicts"}`: rows of `{"file"}`, `{"region"}` or `{"conflict","side"}` with `cards`, of
/// which `by_hand` stand in curated seeds, of which `full` tell much; `facts` is the mean of dated facts of those by hand.
///
/// # Errors
/// When the seeds can't be read.
pub fn print(sources: &[SeedSource]) -> Result<()> {
    let all = merged(sources)?;
    let mut files = Vec::new();
    let mut curated: HashSet<String> = HashSet::new();
    for source in sources
        .iter()
        .filter(|source| Path::new(&source.name).parent().is_some_and(|folder| folder.ends_with("curated")))
    {
        let own = merged(std::slice::from_ref(source))?;
        let file = Path::new(&source.name).file_name().map(|name| name.to_string_lossy().into_owned());
        let ids: BTreeSet<&String> = own.entities.keys().chain(&own.added_to).collect();
        let entities = ids.iter().filter_map(|id| all.entities.get(*id));
        curated.extend(ids.iter().map(ToString::to_string));
        files.push(row(json!({ "file": file }), entities, &all, &curated));
    }
    let balance = json!({
        "files": files,
        "regions": regions(&all, &curated, &imported_countries(sources)?),
        "conflicts": conflicts(&all, &curated)?,
    });
    stdout::print(&format!("{}\n", serde_json::to_string(&balance).into_diagnostic()?))
}

fn merged(sources: &[SeedSource]) -> Result<Merged> {
    read(sources).map_err(|errors| miette!("{}", errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))
}

/// `name` with the counts of `entities`.
fn row<'e>(
    mut name: Value,
    entities: impl Iterator<Item = &'e SeedEntity>,
    all: &Merged,
    curated: &HashSet<String>,
) -> Value {
    let entities: Vec<&SeedEntity> = entities.collect();
    let by_hand: Vec<&&SeedEntity> = entities.iter().filter(|entity| curated.contains(&entity.id)).collect();
    let full = by_hand.iter().filter(|entity| is_full(entity, all)).count();
    let facts: usize = by_hand.iter().map(|entity| dated(entity)).sum();
    let mean = (10.0 * facts as f64 / by_hand.len().max(1) as f64).round() / 10.0;
    name["cards"] = entities.len().into();
    name["by_hand"] = by_hand.len().into();
    name["full"] = full.into();
    name["facts"] = mean.into();
    name
}

/// Words of the imported descriptions of countries, and the part of the world that they tell; the first that fits counts.
const REGIONS: &[(&str, &str)] = &[
    ("caribbean", "Caribbean"),
    ("central america", "Central America"),
    ("south america", "South America"),
    ("america", "North America"),
    ("northern africa", "North Africa"),
    ("north africa", "North Africa"),
    ("western africa", "West Africa"),
    ("west africa", "West Africa"),
    ("central africa", "Central Africa"),
    ("southern africa", "Southern Africa"),
    ("africa", "East Africa"),
    ("central asia", "Central Asia"),
    ("south-east", "South-East Asia"),
    ("southern asia", "South Asia"),
    ("south asia", "South Asia"),
    ("eastern asia", "East Asia"),
    ("east asia", "East Asia"),
    ("asia", "Western Asia and Caucasus"),
    ("eastern europe", "Eastern Europe"),
    ("southern europe", "Southern Europe"),
    ("northern europe", "Northern Europe"),
    ("europe", "Western Europe"),
    ("oceania", "Oceania"),
    ("pacific", "Oceania"),
];

/// The part of the world that the description of a country tells.
fn region(description: &str) -> &'static str {
    let text = description.to_lowercase();
    REGIONS.iter().find(|(words, _)| text.contains(words)).map_or("elsewhere", |(_, region)| region)
}

/// Rows by part of the world; `countries` are the descriptions that tell it, by the country's id.
fn regions(all: &Merged, curated: &HashSet<String>, countries: &BTreeMap<String, String>) -> Vec<Value> {
    let mut found: BTreeMap<&str, Vec<&SeedEntity>> = BTreeMap::new();
    for entity in all.entities.values() {
        let country = Some(&entity.id).filter(|_| entity.kind == EntityKind::Country).or(entity.country.as_ref());
        let name = match country.and_then(|id| countries.get(id)) {
            Some(description) => region(description),
            None if country.is_some() => "elsewhere",
            None => "no one country",
        };
        found.entry(name).or_default().push(entity);
    }
    found
        .into_iter()
        .map(|(name, entities)| row(json!({ "region": name }), entities.into_iter(), all, curated))
        .collect()
}

/// Descriptions of the countries as they were imported: people word them in many ways.
fn imported_countries(sources: &[SeedSource]) -> Result<BTreeMap<String, String>> {
    let imported: Vec<SeedSource> =
        sources.iter().filter(|source| source.name.ends_with("countries.jsonl")).cloned().collect();
    Ok(merged(&imported)?.entities.into_iter().map(|(id, country)| (id, country.description)).collect())
}

/// Rows by side of the reviewed conflicts.
fn conflicts(all: &Merged, curated: &HashSet<String>) -> Result<Vec<Value>> {
    let mut found = Vec::new();
    for side in tab_rows("conflicts.tsv", include_str!("conflicts.tsv"))? {
        let ids: HashSet<&str> = side.get("ids").split('|').collect();
        if let Some(missing) = ids.iter().find(|id| !all.entities.contains_key(**id)) {
            return Err(miette!("conflicts.tsv names “{missing}”, which is not in the seeds; correct it"));
        }
        let belongs = |entity: &&SeedEntity| {
            let named = entity.country.iter().chain(&entity.related).chain([&entity.id]);
            named.into_iter().any(|id| ids.contains(id.as_str()))
        };
        let name = json!({ "conflict": side.get("conflict"), "side": side.get("side") });
        found.push(row(name, all.entities.values().filter(belongs), all, curated));
    }
    Ok(found)
}

fn dated(entity: &SeedEntity) -> usize {
    entity.facts.iter().filter(|fact| fact.on.is_some() || fact.from.is_some() || fact.to.is_some()).count()
}

fn is_full(entity: &SeedEntity, all: &Merged) -> bool {
    let cited = entity.facts.iter().flat_map(|fact| &fact.cite).filter_map(|key| all.citations.get(key));
    let publishers: HashSet<&str> = cited.map(|citation| citation.publisher.as_str()).collect();
    dated(entity) >= DATED_FACTS && publishers.len() >= PUBLISHERS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_card_has_dated_facts_and_two_publishers() {
        let fact = |year: u16, cite: &str| {
            format!(r#"{{ about = "event", value = "It met.", on = "{year}", cite = ["{cite}"] }}"#)
        };
        let facts = |cites: [&str; 5]| {
            cites.iter().enumerate().map(|(at, cite)| fact(2000 + at as u16, cite)).collect::<Vec<_>>().join(",")
        };
        let text = format!(
            r#"
            citation.one = {{ title = "One", publisher = "A", licence = "reference" }}
            citation.two = {{ title = "Two", publisher = "B", licence = "reference" }}
            entity = [
              {{ id = "x:full", kind = "organisation", label = "Full", description = "A body.", facts = [{}] }},
              {{ id = "x:thin", kind = "organisation", label = "Thin", description = "A body.", facts = [{}] }},
            ]"#,
            facts(["one", "one", "two", "one", "one"]),
            facts(["one"; 5]),
        );
        let all = merged(&[SeedSource { name: "seeds/curated/a.toml".into(), text }]).unwrap();
        let full: Vec<bool> = all.entities.values().map(|entity| is_full(entity, &all)).collect();
        assert_eq!(full, [true, false]);
        let curated = HashSet::from(["x:full".to_string()]);
        let counts = row(json!({ "file": "a" }), all.entities.values(), &all, &curated);
        assert_eq!(counts, json!({ "file": "a", "cards": 2, "by_hand": 1, "full": 1, "facts": 5.0 }));
    }

    #[test]
    fn cards_count_for_the_region_of_their_country() {
        let text = r#"
            entity = [
              { id = "x:land", kind = "country", label = "Land", description = "Country in the Caribbean; capital Port." },
              { id = "x:town", kind = "city", label = "Town", description = "Town in Land.", country = "x:land" },
              { id = "x:body", kind = "organisation", label = "Body", description = "A body." },
            ]"#;
        let all = merged(&[SeedSource { name: "a.toml".into(), text: text.into() }]).unwrap();
        let countries = BTreeMap::from([("x:land".to_string(), "Country in the Caribbean; capital Port.".to_string())]);
        let found = regions(&all, &HashSet::new(), &countries);
        let counts: Vec<(&str, u64)> =
            found.iter().map(|row| (row["region"].as_str().unwrap(), row["cards"].as_u64().unwrap())).collect();
        assert_eq!(counts, [("Caribbean", 2), ("no one country", 1)]);
    }

    #[test]
    fn every_conflict_has_two_sides_or_more() {
        let mut sides: BTreeMap<String, usize> = BTreeMap::new();
        for row in tab_rows("conflicts.tsv", include_str!("conflicts.tsv")).unwrap() {
            *sides.entry(row.get("conflict").to_string()).or_default() += 1;
        }
        assert!(sides.len() >= 10 && sides.values().all(|&count| count >= 2), "{sides:?}");
    }
}
