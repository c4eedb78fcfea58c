//! Tells news outlets in the list with Wikidata ids from the shops, studios and publishers of books that it also holds.

use super::fold::plain;
use super::source::{self, Row};
use miette::Result;
use std::collections::HashSet;
use std::path::Path;

/// Words in names that only news outlets bear. The list behind them also holds shops, studios and publishers of books.
const NEWS_WORDS: &[&str] = &[
    "news",
    "newspaper",
    "times",
    "herald",
    "tribune",
    "gazette",
    "daily",
    "broadcasting",
    "telegraph",
    "chronicle",
    "zeitung",
    "noticias",
    "diario",
    "jornal",
    "journal",
    "corriere",
    "gazeta",
    "courier",
    "examiner",
    "inquirer",
    "observer",
    "press agency",
    "television",
];
/// Words that make it something else after all.
const OTHER_WORDS: &[&str] = &[
    "studios",
    "books",
    "sports",
    "records",
    "games",
    "university",
    "entertainment",
    "music",
    "cinema",
    "business channel",
];
/// Names in the lists that are no news outlets, or no names.
const NO_OUTLETS: &[&str] = &[
    "mtv",
    "billboard",
    "espn",
    "science",
    "la red",
    "stern",
    "focus online",
    "antena 3",
    "cuatro",
    "telefe",
    "el trece",
    "tv3",
    "eitb",
];
/// What proves that an entry of the Wikidata list is a news outlet.
pub struct Trusted {
    newspapers: HashSet<String>,
    described: HashSet<String>,
    names: HashSet<String>,
}

impl Trusted {
    /// Reads the lists that prove it.
    ///
    /// # Errors
    /// When one of them can't be read.
    pub fn read(folder: &Path) -> Result<Self> {
        let newspapers = source::tab_file(&folder.join("media/us_newspapers_wikidata.tsv"))?;
        let organisations = source::tab_file(&folder.join("orgs/nsi_wikidata_orgs.tsv.gz"))?;
        let sources = source::comma_file(&folder.join("media/freebie_websources.csv"))?;
        let is_news = |row: &&Row| {
            ["newspaper", "news agency", "broadcaster"].iter().any(|word| row.get("description").contains(word))
        };
        Ok(Self {
            newspapers: newspapers.iter().map(|row| row.get("qid").to_string()).collect(),
            described: organisations.iter().filter(is_news).map(|row| row.get("wikidata").to_string()).collect(),
            names: sources.iter().map(|row| plain(row.get("name"))).collect(),
        })
    }

    /// Whether the entry is surely a news outlet.
    pub fn is_outlet(&self, row: &Row) -> bool {
        let (id, name) = (row.get("wikidata"), plain(row.get("name")));
        let words = format!(" {name} ");
        let has = |list: &[&str]| list.iter().any(|word| words.contains(&format!(" {word} ")));
        let proven = self.newspapers.contains(id)
            || self.described.contains(id)
            || self.names.contains(&name)
            || has(NEWS_WORDS);
        proven && !has(OTHER_WORDS) && !NO_OUTLETS.contains(&name.as_str())
    }
}
