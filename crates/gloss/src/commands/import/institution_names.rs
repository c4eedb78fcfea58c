//! Reviewed names and descriptions of bodies that belong to a part of a country or to several: the registry gives only the country.

use super::source::tab_rows;
use miette::Result;
use std::collections::HashMap;

/// Label and description by Wikidata id.
pub type Reviewed = HashMap<String, (String, String)>;

/// Reads the reviewed table.
///
/// # Errors
/// When it can't be read.
pub fn read() -> Result<Reviewed> {
    let rows = tab_rows("institution_names.tsv", include_str!("institution_names.tsv"))?;
    let told = |column: &str, row: &super::source::Row| row.get(column).to_string();
    Ok(rows.iter().map(|row| (told("wikidata", row), (told("label", row), told("description", row)))).collect())
}
