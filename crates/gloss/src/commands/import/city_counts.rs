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

/// Places below this size are told as lying between two round numbers: their counts are often of decades ago. Of those of 100,000 and more
/// in Brazil one in five was more than a tenth off, and they were told to a tenth before.
const LARGE_CITY: u64 = 950_000;
/// Below this size the bounds would be closer than the words are worth.
const HAMLET: u64 = 100;
/// Bounds are these times a power of ten, in tenths.
const ROUND: &[u64] = &[10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100];

/// A count of an unknown year in words that stay true for some years. Of such counts of towns one in four is more than a fifth off, one in ten
/// more than a third: theirs is told as a third less to a third more, rounded outwards.
pub fn told(population: u64) -> String {
    if !(HAMLET..LARGE_CITY).contains(&population) {
        return about(population);
    }
    let (least, most) = (population * 3 / 4, population * 4 / 3);
    let unit = |number: u64| 10u64.pow(number.ilog10());
    let fits = |bound: &&u64, number: u64| **bound * unit(number) <= number * 10;
    let below = ROUND.iter().rev().find(|bound| fits(bound, least)).unwrap_or(&ROUND[0]);
    let above = ROUND.iter().find(|bound| **bound * unit(most) >= most * 10).unwrap_or(&ROUND[0]);
    format!("{} to {}", grouped(below * unit(least) / 10), grouped(above * unit(most) / 10))
}

/// To two digits, of millions to the first decimal.
fn about(population: u64) -> String {
    if population >= LARGE_CITY {
        let tenths = (population + 50_000) / 100_000;
        return match tenths % 10 {
            0 => format!("about {} million", tenths / 10),
            tenth => format!("about {}.{tenth} million", tenths / 10),
        };
    }
    let unit = 10u64.pow(population.max(10).ilog10() - 1);
    format!("about {}", grouped((population + unit / 2) / unit * unit))
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
    fn the_more_people_the_more_exactly_they_are_told() {
        for (people, told) in [
            (7, "about 7"),
            (99, "about 99"),
            (512, "300 to 800"),
            (9_960, "6,000 to 15,000"),
            (27_000, "20,000 to 40,000"),
            (99_999, "60,000 to 150,000"),
            (156_135, "100,000 to 250,000"),
            (949_999, "600,000 to 1,500,000"),
            (950_000, "about 1 million"),
            (8_961_989, "about 9 million"),
            (15_701_602, "about 15.7 million"),
        ] {
            assert_eq!(super::told(people), told);
        }
    }

    #[test]
    fn thousands_are_parted() {
        for (number, told) in [(7, "7"), (1_000, "1,000"), (9_607_787, "9,607,787")] {
            assert_eq!(grouped(number), told);
        }
    }
}
