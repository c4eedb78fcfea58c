//! Finds the day a page was published, and the day it was last changed, in all places where pages say so.
//!
//! Every place gives candidates, [`candidate`] weighs them. Nothing here knows an outlet, and nothing asks a clock.

mod address;
mod calendars;
mod candidate;
mod labels;
mod linked_data;
mod markup;
mod months;
#[cfg(test)]
mod tests;
mod timestamp;
mod visible;
mod written;

pub use candidate::Place;

use super::json::Json;
use crate::date::Date;
use crate::wire::{BlockClues, PageClues};
use candidate::Candidate;
use months::fold;
use std::ops::Range;
use written::{Order, Writing};

/// When a page was published and changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageDates {
    /// The day it was published, and where that was found.
    pub published: Option<(Date, Place)>,
    /// Whether the page leaves no doubt about it.
    pub sure: bool,
    /// The day it was last changed, when that is later.
    pub updated: Option<Date>,
}

/// Candidates found so far.
#[derive(Default)]
struct Dates {
    published: Vec<Candidate>,
    updated: Vec<Candidate>,
}

/// What the page is about, to tell its own items from others.
struct Subject {
    /// Paths of its addresses.
    paths: Vec<String>,
    /// Its titles, folded.
    titles: Vec<String>,
}

/// Shorter texts are in too many titles by chance.
const LEAST_TITLE: usize = 8;

impl Subject {
    fn new(clues: &PageClues) -> Self {
        let metas = |names: &'static [&str]| {
            let named = move |name: &str| names.iter().any(|each| each.eq_ignore_ascii_case(name));
            clues.metas.iter().filter(move |meta| named(&meta.name)).map(|meta| meta.value.as_str())
        };
        let titles = std::iter::once(clues.title.as_str()).chain(metas(&["og:title", "twitter:title"]));
        Self {
            paths: addresses(clues)
                .map(|each| address::path(each).trim_end_matches('/').to_string())
                .filter(|path| path.len() > 1)
                .collect(),
            titles: titles.map(|title| letters(&fold(title))).filter(|title| title.len() >= LEAST_TITLE).collect(),
        }
    }

    fn has_address(&self, other: &str) -> bool {
        let path = address::path(other).trim_end_matches('/');
        path.len() > 1 && self.paths.iter().any(|own| own == path)
    }

    /// Whether `folded` and a title of the page are the same but for what sites add to titles.
    fn has_title(&self, folded: &str) -> bool {
        let letters = letters(folded);
        // A site's name is a small part of its titles.
        let most = |title: &String| title.contains(&letters) && letters.len() * 3 >= title.len();
        letters.len() >= LEAST_TITLE && self.titles.iter().any(|title| most(title) || letters.contains(title))
    }
}

/// The letters and digits alone: titles differ in quotation marks and spaces.
fn letters(folded: &str) -> String {
    folded.chars().filter(|character| character.is_alphanumeric()).collect()
}

/// Finds the dates of the page that `clues` describe, its JSON-LD read as `linked`; its blocks stand at `ranges` of `text`.
pub(super) fn find(
    clues: &PageClues,
    linked: &[Json],
    text: &str,
    ranges: &[Range<usize>],
    blocks: &[BlockClues],
    language: &str,
) -> PageDates {
    let subject = Subject::new(clues);
    let order = order(clues, language);
    let writing = Writing { language, order };
    let mut found = Dates::default();
    linked_data::collect(linked, &subject, writing, &mut found);
    markup::collect_metas(&clues.metas, writing, &mut found);
    markup::collect_elements(&clues.dated, &subject, writing, &mut found);
    visible::collect(text, ranges, blocks, &subject, writing, &mut found);
    for address in addresses(clues) {
        if let Some(day) = address::date(address) {
            found.published.push(Candidate::new(day, None, Place::Address, 70));
        }
    }
    let Some((day, place, sure)) = candidate::weigh(&found.published, order) else { return PageDates::default() };
    let updated = candidate::weigh(&found.updated, order).map(|(updated, ..)| updated).filter(|updated| *updated > day);
    PageDates { published: Some((day, place)), sure, updated }
}

/// The page's address, and what it says its own address is.
fn addresses(clues: &PageClues) -> impl Iterator<Item = &str> {
    let said = clues.metas.iter().filter(|meta| matches!(meta.name.as_str(), "canonical" | "og:url"));
    std::iter::once(clues.url.as_str()).chain(said.map(|meta| meta.value.as_str()))
}

/// Whether the page writes the day or the month first, where its language and country leave no doubt.
fn order(clues: &PageClues, language: &str) -> Order {
    if language != "en" {
        return Order::DayFirst;
    }
    let host = addresses(clues).map(address::host).find(|host| !host.is_empty()).unwrap_or_default();
    // Domains of countries that are used for their sound say nothing.
    const NO_COUNTRY: [&str; 8] = ["io", "co", "tv", "me", "ai", "fm", "ly", "ca"];
    match host.rsplit('.').next() {
        Some("us" | "ph" | "gov" | "mil") => return Order::MonthFirst,
        Some(country) if country.len() == 2 && !NO_COUNTRY.contains(&country) => return Order::DayFirst,
        _ => {}
    }
    let declared = clues.language.as_deref().unwrap_or_default().to_ascii_lowercase();
    match declared.split(['-', '_']).nth(1) {
        Some("us" | "ph") => Order::MonthFirst,
        Some("gb" | "uk" | "au" | "nz" | "ie" | "in" | "za" | "ng" | "ke" | "pk" | "sg" | "my") => Order::DayFirst,
        _ => Order::Unknown,
    }
}
