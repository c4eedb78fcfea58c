//! `gloss pack balance`: how many cards each file of curated seeds holds, and how many of them a reader gets much from.

use engine::compile::{Merged, SeedSource, read};
use engine::seeds::SeedEntity;
use miette::{IntoDiagnostic, Result, miette};
use serde_json::json;
use std::collections::HashSet;
use std::path::Path;

/// Dated facts that a full card has at least…
const DATED_FACTS: usize = 5;
/// …and publishers among their citations.
const PUBLISHERS: usize = 2;

/// Prints `[{"file","cards","full"}…]` for the curated files among `sources`.
pub fn print(sources: &[SeedSource]) -> Result<()> {
    let all = merged(sources)?;
    let mut rows = Vec::new();
    for source in sources
        .iter()
        .filter(|source| Path::new(&source.name).parent().is_some_and(|folder| folder.ends_with("curated")))
    {
        let own = merged(std::slice::from_ref(source))?;
        let entities: Vec<&SeedEntity> = own.entities.keys().filter_map(|id| all.entities.get(id)).collect();
        let full = entities.iter().filter(|entity| is_full(entity, &all)).count();
        let file = Path::new(&source.name).file_name().map(|name| name.to_string_lossy());
        rows.push(json!({ "file": file, "cards": entities.len(), "full": full }));
    }
    println!("{}", serde_json::to_string(&rows).into_diagnostic()?);
    Ok(())
}

fn merged(sources: &[SeedSource]) -> Result<Merged> {
    read(sources).map_err(|errors| miette!("{}", errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))
}

fn is_full(entity: &SeedEntity, all: &Merged) -> bool {
    let dated =
        entity.facts.iter().filter(|fact| fact.on.is_some() || fact.from.is_some() || fact.to.is_some()).count();
    let cited = entity.facts.iter().flat_map(|fact| &fact.cite).filter_map(|key| all.citations.get(key));
    let publishers: HashSet<&str> = cited.map(|citation| citation.publisher.as_str()).collect();
    dated >= DATED_FACTS && publishers.len() >= PUBLISHERS
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
    }
}
