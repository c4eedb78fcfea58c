//! How many people live in a city: the United Nations' dated figure where there is a better one than GeoNames'.

use super::gazetteer::City;
use super::source::tab_rows;
use engine::seeds::SeedFact;
use miette::{IntoDiagnostic, Result};
use std::collections::HashMap;

/// The citation of the dated figures.
pub const CITATION: &str = "import-un-cities";

/// Dated facts by GeoNames id.
pub struct CityCounts(HashMap<String, SeedFact>);

impl CityCounts {
    /// Reads the reviewed table.
    ///
    /// # Errors
    /// When a row of it can't be read.
    pub fn read() -> Result<Self> {
        let rows = tab_rows("city_counts.tsv", include_str!("city_counts.tsv"))?;
        let fact = |row: &super::source::Row| {
            let people: u64 = row.get("people").parse().into_diagnostic()?;
            let value = format!("{} ({})", grouped(people), row.get("how"));
            Ok((
                row.get("geonames_id").to_string(),
                super::citations::dated_fact("population", value, row.get("year"), CITATION),
            ))
        };
        Ok(Self(rows.iter().map(fact).collect::<Result<_>>()?))
    }

    /// The dated figure, where there is one.
    pub fn fact(&self, city: &City) -> Option<SeedFact> {
        self.0.get(&city.id).cloned()
    }
}

/// With commas between thousands.
fn grouped(number: u64) -> String {
    match number {
        0..1_000 => number.to_string(),
        _ => format!("{},{:03}", grouped(number / 1_000), number % 1_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dated_figure_says_its_year_and_how_it_was_made() {
        let counts = CityCounts::read().unwrap();
        let vienna = counts.0["2761369"].clone();
        assert_eq!((vienna.value.as_str(), vienna.on.as_deref()), ("1,741,246 (estimate)", Some("2013")));
        assert_eq!(vienna.cite, [CITATION]);
    }

    #[test]
    fn thousands_are_parted() {
        for (number, told) in [(7, "7"), (1_000, "1,000"), (9_607_787, "9,607,787")] {
            assert_eq!(grouped(number), told);
        }
    }
}
