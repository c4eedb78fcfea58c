//! Decides which place names also mean other things, and so need support from the page.
//!
//! Word lists are read here only to set this flag; nothing of them is carried over.

use super::fold::plain;
use super::source;
use engine::compile::COMMON_WORDS;
use miette::Result;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// Share of people in the United States, in percent, above which a surname is a common one.
const COMMON_SURNAME: f32 = 0.02;
/// The same where the place is a small town: then a surname at all well known is meant oftener.
const KNOWN_SURNAME: f32 = 0.003;
/// Below so many people a place is a small town.
const SMALL_TOWN: u64 = 100_000;
/// The same for a first name.
const COMMON_FIRST_NAME: f32 = 0.1;
/// Above so many people a city is meant oftener than people of its name.
const SURE_CITY: u64 = 1_000_000;
/// Occurrences in the word list (51 million words of film subtitles) from which a word in small letters is common.
const COMMON_WORD: u64 = 15;
/// Frequency (Zipf scale) from which a name that is also in the dictionary counts as a word.
const FREQUENT: f32 = 4.5;
/// A name this short is rarely a place.
const MIN_LETTERS: usize = 3;
/// A place with less than this share of its largest namesake's people is seldom the one meant.
const NAMESAKE_SHARE: f64 = 0.5;
/// Names known for something else that no list shows.
const OTHERWISE_KNOWN: &[&str] = &[
    "batman",
    "kurdistan",
    "english",
    "welsh",
    "van",
    "mary",
    "kent",
    "king",
    "same",
    "the",
    "god",
    "christ",
    "muhammad",
    "allah",
    "sun",
    "march",
    "may",
    "august",
    "olympic",
    "olympics",
];

/// The words and names that a place name may be mistaken for.
#[derive(Debug, Default)]
pub struct NameRisk {
    words: HashSet<String>,
    surnames: HashSet<String>,
    rarer_surnames: HashSet<String>,
    first_names: HashSet<String>,
    countries: HashSet<String>,
    largest: HashMap<String, u64>,
}

impl NameRisk {
    /// Reads the lists; `countries` are the names of countries and nationalities, `namesakes` all places with their people.
    ///
    /// # Errors
    /// When a list can't be read.
    pub fn read<'a>(
        folder: &Path,
        countries: impl Iterator<Item = String>,
        namesakes: impl Iterator<Item = (&'a str, u64)>,
    ) -> Result<Self> {
        let words = COMMON_WORDS.split_whitespace().map(str::to_string).collect();
        let countries = countries.map(|name| plain(&name)).collect();
        let mut risk = Self { words, countries, ..Self::default() };
        for row in source::tab_file(&folder.join("words/subtlex_us.tsv.gz"))? {
            let (word, count) = (row.get("word"), row.get("count").parse().unwrap_or(0));
            // The list writes a word as it mostly stands: names with a capital.
            if word.starts_with(char::is_lowercase) && count >= COMMON_WORD {
                risk.words.insert(plain(word));
            }
        }
        for row in source::tab_file(&folder.join("words/place_name_risk.tsv"))? {
            let frequency: f32 = row.get("zipf_en").parse().unwrap_or(0.0);
            if row.get("dictionary_word") == "1" && frequency >= FREQUENT {
                risk.words.insert(plain(row.get("name")));
            }
        }
        for row in source::tab_file(&folder.join("words/us_census1990_names.tsv.gz"))? {
            let share: f32 = row.get("pct").parse().unwrap_or(0.0);
            let name = plain(row.get("name"));
            let list = match row.get("kind") {
                "all.last" if share >= COMMON_SURNAME => &mut risk.surnames,
                "all.last" if share >= KNOWN_SURNAME => &mut risk.rarer_surnames,
                "all.last" => continue,
                _ if share >= COMMON_FIRST_NAME => &mut risk.first_names,
                _ => continue,
            };
            list.insert(name);
        }
        for (name, people) in namesakes {
            let largest = risk.largest.entry(plain(name)).or_default();
            *largest = people.max(*largest);
        }
        Ok(risk)
    }

    /// Whether the name is an ordinary word or too short to be told from one.
    pub fn is_word(&self, name: &str) -> bool {
        let name = plain(name);
        self.words.contains(&name) || OTHERWISE_KNOWN.contains(&name.as_str()) || name.chars().count() < MIN_LETTERS
    }

    /// Whether the name is that of a country or nationality.
    pub fn is_country(&self, name: &str) -> bool {
        self.countries.contains(&plain(name))
    }

    /// Whether people often bear the name.
    pub fn is_personal(&self, name: &str) -> bool {
        let name = plain(name);
        self.surnames.contains(&name) || self.first_names.contains(&name)
    }

    /// Whether few people bear the name, though enough to know it for a surname.
    pub fn is_rare_surname(&self, name: &str) -> bool {
        self.rarer_surnames.contains(&plain(name))
    }

    /// Whether a place bears the name.
    pub fn is_place(&self, name: &str) -> bool {
        self.largest.contains_key(&plain(name))
    }

    /// Lists of a test: words, surnames, places.
    #[cfg(test)]
    pub fn of(words: &[&str], surnames: &[&str], places: &[&str]) -> Self {
        let set = |names: &[&str]| names.iter().map(|name| name.to_string()).collect();
        let largest = places.iter().map(|name| (name.to_string(), 1)).collect();
        Self { words: set(words), surnames: set(surnames), largest, ..Self::default() }
    }

    /// Whether a form of the name of a city with so many people needs support from the page.
    pub fn needs_context(&self, name: &str, people: u64, is_capital: bool) -> bool {
        let folded = plain(name);
        let is_known = people >= SURE_CITY || is_capital;
        let is_surname = people < SMALL_TOWN && self.rarer_surnames.contains(&folded);
        let outnumbered =
            self.largest.get(&folded).is_some_and(|&largest| (people as f64) < largest as f64 * NAMESAKE_SHARE);
        self.is_word(name)
            || (self.is_country(name) && !is_known)
            || ((self.is_personal(name) || is_surname) && !is_known)
            || (outnumbered && !is_capital)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn risk() -> NameRisk {
        let set = |names: &[&str]| names.iter().map(|name| name.to_string()).collect();
        NameRisk {
            words: set(&["nice"]),
            surnames: set(&["jackson", "santiago"]),
            rarer_surnames: set(&["vernon"]),
            first_names: set(&["nancy"]),
            countries: set(&["georgia"]),
            largest: [("paris".to_string(), 2_000_000)].into(),
        }
    }

    #[test]
    fn words_names_and_namesakes_need_context() {
        for (name, people, capital, expected) in [
            ("Nice", 340_000, false, true),
            ("Nice", 5_000_000, false, true),
            ("Of", 30_000, false, true),
            ("Jackson", 150_000, false, true),
            ("Santiago", 4_800_000, true, false),
            ("Nancy", 105_000, false, true),
            ("Georgia", 3_000, false, true),
            ("Paris", 25_000, false, true),
            ("Paris", 2_000_000, true, false),
            ("Vernon", 30_000, false, true),
            ("Vernon", 130_000, false, false),
            ("Homs", 775_000, false, false),
        ] {
            assert_eq!(risk().needs_context(name, people, capital), expected, "{name} {people}");
        }
    }
}
