//! Reviewed names and descriptions of bodies that belong to a part of a country or to several, where the registry gives only the country,
//! and the companies whose city a second list has.

use super::fold::plain;
use super::source::{Row, tab_rows};
use miette::Result;
use std::collections::{HashMap, HashSet};

/// Label and description by Wikidata id.
pub type Reviewed = HashMap<String, (String, String)>;

/// Reads the reviewed table.
///
/// # Errors
/// When it can't be read.
pub fn read() -> Result<Reviewed> {
    let rows = tab_rows("institution_names.tsv", include_str!("institution_names.tsv"))?;
    let told = |column: &str, row: &Row| row.get(column).to_string();
    Ok(rows.iter().map(|row| (told("wikidata", row), (told("label", row), told("description", row)))).collect())
}

/// Wikidata ids of companies whose city in the registry is their seat in a second list too.
///
/// # Errors
/// When the table can't be read.
pub fn seated_companies() -> Result<HashSet<String>> {
    let rows = tab_rows("company_seats.tsv", include_str!("company_seats.tsv"))?;
    Ok(rows.iter().map(|row| row.get("wikidata").to_string()).collect())
}

/// Whether a body is a people's or a government: the year that the registry gives is that of a recognition, a treaty or a colony.
pub fn is_a_peoples_or_government(row: &Row) -> bool {
    let name = plain(&format!("{} {}", row.get("name"), row.get("english")));
    ["tribe", "first nation", "pueblo of", "nation of", "government of"].iter().any(|words| name.contains(words))
}
