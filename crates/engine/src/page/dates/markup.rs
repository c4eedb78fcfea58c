//! Finds a page's dates in its `meta` elements, in microdata, and in elements that look as if they held a date.

use super::candidate::{Candidate, Place};
use super::labels::{Label, label};
use super::months::fold;
use super::timestamp::{self, Timestamp};
use super::written::{self, Writing};
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
    {
        Some(Meaning::Published(75))
    } else if matches!(name.as_str(), "date" | "pubday" | "publish") {
        Some(Meaning::Published(65))
    } else if has(&["created", "uploaddate", "pushedat"]) || name.ends_with("pubday") {
        Some(Meaning::Published(55))
    } else {
        None
    }
}

/// Adds the dates of `meta` elements, those with an `itemprop` among them.
pub(super) fn collect_metas(metas: &[MetaClue], writing: Writing, dates: &mut Dates) {
    for meta in metas {
        let Some(meaning) = meaning(&meta.name) else { continue };
        let Some(stamp) = timestamp::read(&meta.value, writing) else { continue };
        add(stamp, meaning, Place::Meta, dates);
    }
}

fn add(stamp: Timestamp, meaning: Meaning, place: Place, dates: &mut Dates) {
    let Timestamp { day, other, universal_hour } = stamp;
    let candidate = |weight| Candidate { day, other, universal_hour, place, weight };
    match meaning {
        Meaning::Published(weight) => dates.published.push(candidate(weight)),
        Meaning::Updated => dates.updated.push(candidate(80)),
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

/// Words in the classes of what isn't the page's own article.
const FOREIGN: [&str; 27] = [
    "comment",
    "related",
    "sidebar",
    "aside",
    "teaser",
    "recommend",
    "popular",
    "mostread",
    "most-read",
    "footer",
    "widget",
    "latest",
    "trending",
    "carousel",
    "more-",
    "newsletter",
    "promo",
    "archive",
    "calendar",
    "copyright",
    "ticker",
    "nav",
    "rail",
    "weather",
    "event",
    "slider",
    "player",
];
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
    let path = path.to_ascii_lowercase();
    if FOREIGN.iter().any(|word| path.contains(word)) {
        Surroundings::Foreign
    } else if HEAD.iter().any(|word| path.contains(word)) {
        Surroundings::Head
    } else {
        Surroundings::Neutral
    }
}

/// Adds the dates of elements. Those of other stories are many, so position and surroundings decide how far one is trusted.
pub(super) fn collect_elements(elements: &[DatedElement], subject: &Subject, writing: Writing, dates: &mut Dates) {
    let title = elements.iter().position(|element| is_headline(element) && subject.has_title(&fold(&element.text)));
    let title = title.or_else(|| elements.iter().position(is_headline));
    let mut seen_after_title = 0;
    for (at, element) in elements.iter().enumerate() {
        if is_headline(element) {
            continue;
        }
        let surroundings = surroundings(&element.path);
        if surroundings == Surroundings::Foreign {
            continue;
        }
        let Some(stamp) = stamp(element, writing) else { continue };
        if let Some(meaning) = meaning(&element.property) {
            add(stamp, meaning, Place::Microdata, dates);
            continue;
        }
        let near = match title {
            Some(title) if at > title => {
                seen_after_title += 1;
                seen_after_title <= 2
            }
            Some(title) => title - at <= 2,
            None => false,
        };
        let place = if element.path.rsplit('>').next().is_some_and(|own| own.starts_with("time")) {
            Place::Time
        } else {
            Place::Text
        };
        let weight = match (near, surroundings) {
            (true, Surroundings::Head) => 75,
            (true, _) => 65,
            (false, Surroundings::Head) => 45,
            (false, _) => 30,
        };
        let meaning = match (label(&element.text), element.path.to_ascii_lowercase()) {
            (Some(Label::Updated), _) => Meaning::Updated,
            (Some(Label::Foreign), _) => continue,
            (Some(Label::Published), _) => Meaning::Published(weight + 5),
            (None, path)
                if ["updat", "modif"].iter().any(|word| path.rsplit('>').next().unwrap_or_default().contains(word)) =>
            {
                Meaning::Updated
            }
            _ => Meaning::Published(weight),
        };
        add(stamp, meaning, place, dates);
    }
}

fn is_headline(element: &DatedElement) -> bool {
    element.path.rsplit('>').next().is_some_and(|own| own == "h1" || own.starts_with("h1."))
}

/// The moment an element says: in its attribute, else in its text.
fn stamp(element: &DatedElement, writing: Writing) -> Option<Timestamp> {
    if let Some(stamp) = timestamp::read(&element.value, writing) {
        return Some(stamp);
    }
    let found = written::dates(&element.text, writing).into_iter().next()?;
    Some(Timestamp { day: found.day, other: found.other, universal_hour: None })
}
