//! Finds a page's dates in its `meta` elements, in microdata, and in elements that look as if they held a date.

use super::candidate::{Candidate, Place};
use super::labels::{Label, label, labelled_dates};
use super::months::fold;
use super::timestamp::{self, Clock, Timestamp};
use super::written::{Writing, Written};
use super::{Dates, Subject};
use crate::wire::{DatedElement, MetaClue};

/// What a property says by its name.
#[derive(Clone, Copy, PartialEq)]
enum Meaning {
    Published(u8),
    Updated,
}

/// What the name of a `meta` or an `itemprop` says about the date it holds; sites make up names, so their words decide.
fn meaning(name: &str) -> Option<Meaning> {
    let name: String =
        name.chars().filter(|letter| letter.is_alphanumeric()).map(|letter| letter.to_ascii_lowercase()).collect();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&[
        "expir",
        "event",
        "start",
        "end",
        "birth",
        "copyright",
        "copyrightyear",
        "valid",
        "unavailable",
        "image",
        "url",
        "title",
    ]) {
        None
    } else if has(&["modif", "update", "changed", "lastmod", "revis", "refresh"]) {
        Some(Meaning::Updated)
    } else if has(&[
        "datepublished",
        "publishedtime",
        "publisheddate",
        "publishdate",
        "publishtime",
        "pubdate",
        "publicationdate",
        "datepublication",
        "publishedat",
        "publicationtime",
        "firstpublish",
    ]) {
        Some(Meaning::Published(85))
    } else if has(&["issued", "posttime", "postdate", "articledate", "firstcreate", "fpubli"])
        || name.ends_with("dcdate")
        || name.ends_with("dctermsdate")
        || name.ends_with("sailthrudate")
        || matches!(name.as_str(), "date" | "pubday" | "publish")
    {
        Some(Meaning::Published(75))
    } else if has(&["created", "uploaddate", "pushedat"]) || name.ends_with("pubday") {
        Some(Meaning::Published(55))
    } else {
        None
    }
}

/// A property that gives several days is that of a list of stories.
const IN_LIST: u8 = 45;

/// Adds the dates of `meta` elements, those with an `itemprop` among them.
pub(super) fn collect_metas(metas: &[MetaClue], writing: Writing, dates: &mut Dates) {
    let mut read = Vec::new();
    for meta in metas {
        let Some(meaning) = meaning(&meta.name) else { continue };
        let Some(stamp) = timestamp::read(&meta.value, writing) else { continue };
        read.push((&meta.name, meaning, stamp));
    }
    for (name, meaning, stamp) in &read {
        let listed = read.iter().any(|other| other.0 == *name && other.2.day != stamp.day);
        dates.add(*meaning, listed, |weight| Candidate { stamp: stamp.clone(), place: Place::Meta, weight });
    }
}

impl Dates {
    fn add(&mut self, meaning: Meaning, listed: bool, candidate: impl Fn(u8) -> Candidate) {
        let limit = |weight: u8| if listed { weight.min(IN_LIST) } else { weight };
        match meaning {
            Meaning::Published(weight) => self.published.push(candidate(limit(weight))),
            Meaning::Updated => self.updated.push(candidate(limit(80))),
        }
    }
}

/// Where an element stands, as far as its path tells.
#[derive(Clone, Copy, PartialEq)]
enum Surroundings {
    /// In a headline's or byline's box.
    Head,
    Neutral,
    /// In comments, teasers, rails.
    Foreign,
}

/// Words in the classes of what isn't the page's own article, wherever it stands.
const NEVER_OWN: [&str; 14] = [
    "comment",
    "related",
    "teaser",
    "recommend",
    "popular",
    "mostread",
    "most-read",
    "latest",
    "trending",
    "carousel",
    "newsletter",
    "promo",
    "archive",
    "copyright",
];
/// Words in the classes of what isn't, unless a word of [`HEAD`] stands farther in: whole pages are called `with-sidebar`.
const FOREIGN: [&str; 10] =
    ["sidebar", "aside", "widget", "more-", "ticker", "nav", "weather", "event", "slider", "player"];
/// Words in the classes of boxes that hold headline and byline.
const HEAD: [&str; 12] = [
    "byline",
    "author",
    "headline",
    "title",
    "publish",
    "header",
    "meta",
    "info",
    "entry",
    "post-date",
    "dateline",
    "posted",
];

fn surroundings(path: &str) -> Surroundings {
    let last = |words: &[&str]| words.iter().filter_map(|word| path.rfind(word)).max();
    // An article's own footer holds its date; the page's stands outside of one.
    let footer = path.find("footer").is_some_and(|footer| !path[..footer].contains("article"));
    let (foreign, head) = (last(&FOREIGN), last(&HEAD));
    if footer || last(&NEVER_OWN).is_some() || foreign > head {
        Surroundings::Foreign
    } else if head.is_some() {
        Surroundings::Head
    } else {
        Surroundings::Neutral
    }
}

/// Dated elements before the headline that count as near it.
const NEAR_BEFORE: usize = 2;

/// Adds the dates of elements. Those of other stories are many, so position and surroundings decide how far one is trusted.
pub(super) fn collect_elements(elements: &[DatedElement], subject: &Subject, writing: Writing, dates: &mut Dates) {
    let headline = elements.iter().position(|element| is_headline(element) && subject.has_title(&fold(&element.text)));
    let headline = headline.or_else(|| elements.iter().position(is_headline));
    let mut first_after = None;
    for (at, element) in elements.iter().enumerate() {
        if is_headline(element) {
            continue;
        }
        let path = element.path.to_ascii_lowercase();
        let own = path.rsplit('>').next().unwrap_or_default();
        let surroundings = surroundings(&path);
        let found = found_in(element, own, writing);
        if surroundings == Surroundings::Foreign || found.is_empty() {
            continue;
        }
        let near = match headline {
            // The article's own date is the first; those that follow are of other stories.
            Some(headline) if at > headline => {
                let first = *first_after.get_or_insert(found[0].0.day);
                found[0].0.day == first || found[0].0.is_moment_of(first)
            }
            Some(headline) => headline - at <= NEAR_BEFORE,
            None => false,
        };
        let property = meaning(&element.property);
        let place = if property.is_some() { Place::Microdata } else { Place::Time };
        let weight = match (near, surroundings) {
            (true, Surroundings::Head) => 75,
            (true, _) => 65,
            (false, Surroundings::Head) => 45,
            (false, _) => 30,
        };
        for (stamp, label) in &found {
            let meaning = match (property, label) {
                (Some(Meaning::Published(most)), _) => Meaning::Published(if near { most } else { IN_LIST }),
                (Some(Meaning::Updated), _) | (None, Some(Label::Updated)) => Meaning::Updated,
                (None, Some(Label::Foreign)) => continue,
                (None, Some(Label::Published)) => Meaning::Published(weight + 5),
                (None, None) => Meaning::Published(weight),
            };
            dates.add(meaning, false, |weight| Candidate { stamp: stamp.clone(), place, weight });
        }
    }
}

/// The moments an element says: the one in its attribute, else those in its text; each with its label.
fn found_in(element: &DatedElement, own: &str, writing: Writing) -> Vec<(Timestamp, Option<Label>)> {
    let of_class = ["updat", "modif"].iter().any(|word| own.contains(word)).then_some(Label::Updated);
    if let Some(stamp) = timestamp::read(&element.value, writing) {
        let start = element.text.find(|character: char| character.is_numeric()).unwrap_or(element.text.len());
        return vec![(stamp, label(&element.text[..start]).or(of_class))];
    }
    let written = labelled_dates(&element.text, writing).into_iter();
    let stamp = |date: Written| Timestamp { day: date.day, other: date.other, clock: Clock::Unnamed };
    written.map(|(date, label)| (stamp(date), label.or(of_class))).collect()
}

fn is_headline(element: &DatedElement) -> bool {
    element.path.rsplit('>').next().is_some_and(|own| own == "h1" || own.starts_with("h1."))
}
