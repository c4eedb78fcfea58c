//! Newspapers of the larger cities of the United States, from a list with Wikidata ids.
//!
//! The list says nothing of size, so a paper counts as large when it is called after a large city of its state. Some of
//! its ids are those of other papers or publishers: only an id that one title has is believed.

use super::fold::{plain, without_note};
use super::gazetteer::{self, City};
use super::output::Import;
use super::source;
use engine::kind::EntityKind;
use engine::seeds::{SeedEntity, SeedFact};
use miette::Result;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

/// The list's citation.
pub const CITATION: &str = "import-us-newspapers";
/// State of the data.
const AS_OF: &str = "2025-02";
/// A city with fewer people has no large paper.
const LARGE_CITY: u64 = 200_000;
/// How often such a paper is named.
const PROMINENCE: u8 = 34;
/// Words in names of papers for a trade or a campus.
const SPECIAL: &[&str] =
    &["business", "legal", "law", "jewish", "magazine", "county", "online", "catholic", "student", "park", "junction"];

/// Adds the papers that `found` has not by id or name.
///
/// # Errors
/// When the list or the gazetteer can't be read.
pub fn add(folder: &Path, country: &str, found: &mut BTreeMap<String, SeedEntity>, import: &mut Import) -> Result<()> {
    let rows = source::tab_file(&folder.join("media/us_newspapers_wikidata.tsv"))?;
    let cities = gazetteer::cities(folder)?;
    let large: Vec<&City> =
        cities.iter().filter(|city| city.country == "US" && city.population >= LARGE_CITY).collect();
    let divisions = gazetteer::divisions(folder)?;
    let states: HashMap<&str, &str> =
        divisions.iter().map(|division| (division.key.as_str(), division.name.as_str())).collect();
    let mut titles: HashMap<&str, HashSet<String>> = HashMap::new();
    for row in &rows {
        titles.entry(row.get("qid")).or_default().insert(plain(title(row.get("WP-title"))));
    }
    let known: HashSet<String> = found.values().map(|outlet| plain(title(&outlet.label))).collect();
    for row in rows.iter().filter(|row| !row.get("qid").is_empty()) {
        let name = without_note(row.get("WP-title"));
        let bare = title(row.get("WP-title"));
        let city = large.iter().find(|city| {
            let in_state = states.get(city.admin1_key().as_str()) == Some(&row.get("state"));
            in_state && bare.strip_prefix(&city.name).is_some_and(|rest| rest.starts_with(' '))
        });
        let special = plain(bare).split(' ').any(|word| SPECIAL.contains(&word));
        let id = format!("wd:{}", row.get("qid"));
        match city {
            None => import.drop("not called after a large city of its state", name),
            Some(_) if special || name.contains(['&', '/']) => {
                import.drop("a paper for a trade or a part of town", name)
            }
            Some(_) if titles.get(row.get("qid")).is_some_and(|titles| titles.len() > 1) => {
                import.drop("several papers have the Wikidata id", name);
            }
            Some(_) if known.contains(&plain(bare)) || found.contains_key(&id) => {}
            Some(city) => drop(found.insert(id.clone(), paper(id, name, city, row.get("state"), country))),
        }
    }
    Ok(())
}

/// The title without "The" and without what stands in brackets.
fn title(text: &str) -> &str {
    let text = without_note(text);
    text.strip_prefix("The ").unwrap_or(text)
}

fn paper(id: String, name: &str, city: &City, state: &str, country: &str) -> SeedEntity {
    SeedEntity {
        id,
        kind: EntityKind::Outlet,
        label: name.to_string(),
        // Half of the list's papers have ceased, some in the eighteenth century, and it doesn't say which.
        description: format!("Newspaper of {}, {state}, of today or the past.", city.name),
        same_as: vec![],
        country: Some(country.to_string()),
        lat: None,
        lon: None,
        prominence: Some(PROMINENCE),
        related: vec![],
        aliases: vec![],
        facts: vec![SeedFact {
            about: "listed as".into(),
            value: format!("newspaper of {state}, of today or the past"),
            on: Some(AS_OF.into()),
            cite: vec![CITATION.into()],
            ..SeedFact::default()
        }],
        more: None,
    }
}

#[cfg(test)]
mod tests {
    use super::title;

    #[test]
    fn titles_are_compared_without_article_and_brackets() {
        for (text, expected) in [("The Nahr Post (Utopia)", "Nahr Post"), ("Nahr Post", "Nahr Post")] {
            assert_eq!(title(text), expected);
        }
    }
}
