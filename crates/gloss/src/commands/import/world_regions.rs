//! Continents, regions across countries, seas and straits, from a reviewed table.

use super::countries;
use super::output::Import;
use super::reviewed::{alias, demonym, marked};
use super::source::{Row, tab_rows};
use engine::kind::EntityKind;
use engine::seeds::{AliasKind, SeedEntity};
use miette::Result;
use std::path::Path;

/// Makes an entity of every row.
///
/// # Errors
/// When the table or the list of countries can't be read.
pub fn import(folder: &Path, import: &mut Import) -> Result<()> {
    let known = countries::known(folder, import)?;
    for row in tab_rows("world_regions.tsv", include_str!("world_regions.tsv"))? {
        let country = known.iter().find(|known| known.country.code == row.get("country")).map(|known| known.id.clone());
        import.add(entity(&row, country));
    }
    Ok(())
}

fn entity(row: &Row, country: Option<String>) -> SeedEntity {
    let parts = |column: &str| -> Vec<String> {
        row.get(column).split('|').filter(|part| !part.is_empty()).map(str::to_string).collect()
    };
    let forms = parts("forms").into_iter().map(|form| marked(&form, AliasKind::Name));
    let demonyms = parts("demonyms").into_iter().flat_map(|form| demonym(&form));
    SeedEntity {
        id: row.get("id").into(),
        kind: if row.get("kind") == "place" { EntityKind::Place } else { EntityKind::Region },
        label: row.get("label").into(),
        description: row.get("description").into(),
        same_as: parts("same_as"),
        country,
        lat: row.get("lat").parse().ok(),
        lon: row.get("lon").parse().ok(),
        prominence: row.get("prominence").parse().ok(),
        related: vec![],
        aliases: forms.chain(demonyms).map(alias).collect(),
        facts: vec![],
        more: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_place_on_the_map_and_a_sentence() {
        for row in tab_rows("world_regions.tsv", include_str!("world_regions.tsv")).unwrap() {
            let entity = entity(&row, None);
            assert!(entity.lat.is_some() && entity.lon.is_some() && entity.prominence.is_some(), "{}", entity.label);
            assert!(entity.description.ends_with('.') && entity.description.chars().count() <= 160, "{}", entity.label);
        }
    }
}
