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
#[cfg(test)]
mod written_tests;

pub use candidate::Place;
pub(super) use written::Writing;

use super::declared::letters;
use super::json::Json;
use super::site::any_host;
use crate::date::Date;
use crate::wire::{BlockClues, PageClues};
use candidate::Candidate;
use months::fold;
use std::ops::Range;
use written::Order;

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
        let mut subject = Self { paths: Vec::new(), titles: Vec::new() };
        for address in said(clues, &clues.url, "canonical|og:url") {
            let path = address::path(address).trim_end_matches('/');
            if path.len() > 1 {
                subject.paths.push(path.to_string());
            }
        }
        for title in said(clues, &clues.title, "og:title|twitter:title") {
            let letters = letters(&fold(title));
            if letters.len() >= LEAST_TITLE {
                subject.titles.push(letters);
            }
        }
        subject
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

/// How the page that `clues` describe writes its dates.
pub(super) fn writing<'l>(clues: &PageClues, language: &'l str) -> Writing<'l> {
    Writing { language, order: order(clues, language) }
}

/// The day that a `datetime` or the like says, if it leaves no doubt.
pub(super) fn day_of(value: &str, writing: Writing) -> Option<Date> {
    timestamp::read(value, writing).filter(|stamp| stamp.other.is_none()).map(|stamp| stamp.day)
}

/// The day that a line says which is hardly more than a date: the heading of a day.
pub(super) fn day_of_line(line: &str, writing: Writing) -> Option<Date> {
    /// Characters beside the date: a weekday, a time, a label.
    const MAX_REST: usize = 25;
    let (date, label) = labels::labelled_dates(line, writing).into_iter().next()?;
    let rest = line.chars().count().saturating_sub(line[date.range.clone()].chars().count());
    (rest <= MAX_REST && date.other.is_none() && label != Some(labels::Label::Foreign)).then_some(date.day)
}

/// Finds the dates of the page that `clues` describe, its JSON-LD read as `linked`; its blocks stand at `ranges` of `text`.
pub(super) fn find(
    clues: &PageClues,
    linked: &[Json],
    text: &str,
    ranges: &[Range<usize>],
    blocks: &[BlockClues],
    writing: Writing,
) -> PageDates {
    let subject = Subject::new(clues);
    let order = writing.order;
    let mut found = Dates::default();
    linked_data::collect(linked, &subject, writing, &mut found);
    markup::collect_metas(&clues.metas, writing, &mut found);
    markup::collect_elements(&clues.dated, &subject, writing, &mut found);
    visible::collect(text, ranges, blocks, &subject, writing, &mut found);
    for address in said(clues, &clues.url, "canonical|og:url") {
        if let Some(day) = address::date(address) {
            found.published.push(Candidate::new(day, None, Place::Address, 70));
        }
    }
    let Some((day, place, sure)) = candidate::weigh(&found.published, order) else { return PageDates::default() };
    let updated = candidate::weigh(&found.updated, order).map(|(updated, ..)| updated).filter(|updated| *updated > day);
    PageDates { published: Some((day, place)), sure, updated }
}

/// `own`, and what the page says the same of itself in the metadata called `names`.
fn said<'a>(clues: &'a PageClues, own: &'a str, names: &str) -> Vec<&'a str> {
    let mut said = vec![own];
    for meta in &clues.metas {
        if names.split('|').any(|name| name == meta.name) {
            said.push(&meta.value);
        }
    }
    said
}

/// Whether the page writes the day or the month first, where its language and country leave no doubt.
fn order(clues: &PageClues, language: &str) -> Order {
    /// Domains of countries that are used for their sound, or where both orders are written.
    const NO_COUNTRY: &str = "io|co|tv|me|ai|fm|ly|ca";
    const MONTH_FIRST: &str = "us|ph|gov|mil";
    const DAY_FIRST: &str = "gb|uk|au|nz|ie|in|za|ng|ke|pk|sg|my";
    let addresses = said(clues, &clues.url, "canonical|og:url");
    let host = addresses.iter().map(|address| any_host(address)).find(|host| !host.is_empty()).unwrap_or_default();
    let domain = host.rsplit('.').next().unwrap_or_default();
    let listed = |table: &str, word: &str| table.split('|').any(|listed| listed.eq_ignore_ascii_case(word));
    let region = clues.language.as_deref().unwrap_or_default().get(3..5).unwrap_or_default();
    if language != "en" {
        // Papers in other languages in the United States follow now their language, now their country.
        return if listed(MONTH_FIRST, domain) || listed(MONTH_FIRST, region) {
            Order::Unknown
        } else {
            Order::DayFirst
        };
    }
    if listed(MONTH_FIRST, domain) {
        return Order::MonthFirst;
    }
    if domain.len() == 2 && !listed(NO_COUNTRY, domain) {
        return Order::DayFirst;
    }
    if listed(MONTH_FIRST, region) {
        Order::MonthFirst
    } else if listed(DAY_FIRST, region) {
        Order::DayFirst
    } else {
        Order::Unknown
    }
}
