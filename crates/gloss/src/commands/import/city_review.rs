//! What a second look at GeoNames' places found: sections of towns, places that are gone, counts of people that other lists dispute.

use super::gazetteer::City;
use super::source::tab_rows;
use miette::Result;
use std::collections::{HashMap, HashSet};

/// From this size on a place is a city, below it a town, where nobody looked what it is by law.
const CITY: u64 = 100_000;

/// What is gone, or of another sort than GeoNames' lists of towns promise.
const PLACE: &str = "Place";

/// Findings by GeoNames id.
pub struct CityReview {
    /// Sections of towns, with the town where that is beyond doubt.
    parts: HashMap<String, Option<String>>,
    /// What a place is called instead of what its size suggests.
    kinds: HashMap<String, &'static str>,
    disputed: HashSet<String>,
}

impl CityReview {
    /// Reads the reviewed table.
    ///
    /// # Errors
    /// When a row of it can't be read.
    pub fn read() -> Result<Self> {
        let mut review = Self { parts: HashMap::new(), kinds: HashMap::new(), disputed: HashSet::new() };
        for row in tab_rows("city_review.tsv", include_str!("city_review.tsv"))? {
            let id = row.get("geonames_id").to_string();
            match row.get("finding") {
                "part" => {
                    let town = Some(row.get("in").to_string()).filter(|town| !town.is_empty());
                    drop(review.parts.insert(id, town));
                }
                "place" => drop(review.kinds.insert(id, PLACE)),
                "city" => drop(review.kinds.insert(id, "City")),
                "town" => drop(review.kinds.insert(id, "Town")),
                "village" => drop(review.kinds.insert(id, "Village")),
                "borough" => drop(review.kinds.insert(id, "Borough")),
                "unincorporated" => drop(review.kinds.insert(id, "Unincorporated place")),
                "disputed" => drop(review.disputed.insert(id)),
                other => miette::bail!("city_review.tsv: what is “{other}”?"),
            }
        }
        Ok(review)
    }

    /// The town that the place is a section of, where that is known.
    pub fn town(&self, city: &City) -> Option<&str> {
        self.parts.get(&city.id)?.as_deref()
    }

    /// What the place is: "City".
    pub fn kind(&self, city: &City) -> &'static str {
        match self.kinds.get(&city.id) {
            _ if self.parts.contains_key(&city.id) => "District or suburb",
            Some(kind) => kind,
            None if city.population >= CITY => "City",
            None => "Town",
        }
    }

    /// Whether its number of people is worth telling. Nobody agrees where a section of a town ends.
    pub fn is_counted(&self, city: &City) -> bool {
        let is_part = self.parts.contains_key(&city.id);
        city.population > 0 && !is_part && !self.is_place(city) && !self.disputed.contains(&city.id)
    }

    /// Whether it is gone, or of another sort than a town.
    pub fn is_place(&self, city: &City) -> bool {
        self.kinds.get(&city.id) == Some(&PLACE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn city(id: &str, population: u64) -> City {
        let (name, country, admin1) = (String::new(), String::new(), String::new());
        City { id: id.into(), name, country, admin1, position: (0.0, 0.0), population, alternates: vec![] }
    }

    #[test]
    fn a_section_of_a_town_is_neither_called_a_town_nor_counted() {
        let review = CityReview::read().unwrap();
        let (chicago, garfield_park) = (city("4887398", 2_700_000), city("4890507", 20_000));
        assert_eq!((review.kind(&chicago), review.is_counted(&chicago)), ("City", true));
        assert_eq!((review.kind(&garfield_park), review.is_counted(&garfield_park)), ("District or suburb", false));
        assert_eq!(review.town(&garfield_park), Some("Chicago"));
    }

    #[test]
    fn the_law_of_the_land_says_what_a_city_is() {
        let review = CityReview::read().unwrap();
        assert_eq!(review.kind(&city("2655237", 140_000)), "Town", "Bolton");
        assert_eq!(review.kind(&city("2638867", 80_000)), "City", "St Albans");
        assert_eq!(review.kind(&city("5589173", 55_000)), "City", "Coeur d'Alene");
        assert_eq!(review.kind(&city("4911600", 64_000)), "Village", "Skokie");
        assert_eq!(review.kind(&city("4348599", 60_000)), "Unincorporated place", "Bethesda");
        assert_eq!(review.kind(&city("1", 99_999)), "Town");
    }

    #[test]
    fn a_count_that_another_list_disputes_is_left_out() {
        assert!(!CityReview::read().unwrap().is_counted(&city("3579132", 5_988)), "Gustavia");
    }
}
