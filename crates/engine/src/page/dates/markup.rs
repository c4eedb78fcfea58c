//! Finds a page's dates in its `meta` elements, in microdata, and in elements that look as if they held a date.

use super::super::vocabulary;
use super::candidate::{Candidate, Place};
use super::labels::{Label, label, labelled_dates};
use super::months::fold;
use super::timestamp::{self, Clock, Timestamp};
use super::written::{Writing, Written};
use super::{Dates, Subject};
use crate::date::Date;
use crate::wire::{DatedElement, MetaClue};

/// What a property says by its name.
#[derive(Clone, Copy, PartialEq)]
enum Meaning {
    Published(u8),
    Updated,
}

/// Names of dates of something else.
const FOREIGN_NAMES: &str = "expir|event|start|end|birth|copyright|valid|unavailable|image|url|title";
const UPDATED_NAMES: &str = "modif|update|changed|lastmod|revis|refresh";
const PUBLISHED_NAMES: &str = "datepublished|publishedtime|publisheddate|publishdate|publishtime|pubdate|publicationdate|\
    datepublication|publishedat|publicationtime|firstpublish";
/// Names that mean the same less often, whole ones marked at both ends.
const LIKELY_NAMES: &str = "issued|posttime|postdate|articledate|firstcreate|fpubli|dcdate>|dctermsdate>|sailthrudate>|<date>|\
    <pubday>|<publish>|<published>|<articlepublished>";
const CREATED_NAMES: &str = "created|uploaddate|pushedat|pubday>";

/// What the name of a `meta` or an `itemprop` says about the date it holds; sites make up names, so their words decide.
fn meaning(name: &str) -> Option<Meaning> {
    if name.is_empty() {
        return None;
    }
    let mut letters = String::from("<");
    letters.extend(name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()));
    letters.push('>');
    let has = |table: &str| vocabulary::has(&letters, table);
    if has(FOREIGN_NAMES) {
        None
    } else if has(UPDATED_NAMES) {
        Some(Meaning::Updated)
    } else if has(PUBLISHED_NAMES) {
        Some(Meaning::Published(85))
    } else if has(LIKELY_NAMES) {
        Some(Meaning::Published(75))
    } else if has(CREATED_NAMES) {
        Some(Meaning::Published(55))
    } else {
        None
    }
}

/// A property that gives several days is that of a list of stories.
const IN_LIST: u8 = 45;
/// Taken off where the very same moment is given for a change: some sites renew both with each change.
pub(super) const SAME_AS_UPDATED: u8 = 25;

/// Adds the dates of `meta` elements, those with an `itemprop` among them.
pub(super) fn collect_metas(metas: &[MetaClue], writing: Writing, dates: &mut Dates) {
    let mut read = Vec::new();
    for meta in metas {
        let Some(meaning) = meaning(&meta.name) else { continue };
        let Some(stamp) = timestamp::read(&meta.value, writing) else { continue };
        read.push((meta, meaning, stamp));
    }
    for (meta, meaning, stamp) in &read {
        let listed = read.iter().any(|other| other.0.name == meta.name && other.2.day != stamp.day);
        let changed = read.iter().any(|other| other.1 == Meaning::Updated && other.0.value == meta.value);
        let doubt = if changed { SAME_AS_UPDATED } else { 0 };
        dates.add(*meaning, listed, |weight| Candidate {
            stamp: stamp.clone(),
            place: Place::Meta,
            weight: weight - doubt,
        });
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
const NEVER_OWN: &str = "comment|related|similar|recommend|popular|mostread|most-read|latest|trending|carousel|newsletter|archive|copyright|read-next|readnext|up-next|upnext|recirc|outbrain|taboola|wm-ipp";
/// Words in the classes of what isn't, unless a word of [`HEAD`] stands farther in: whole pages are called `with-sidebar`.
const FOREIGN: &str = "teaser|sidebar|aside|widget|more-|ticker|nav|weather|event|slider|player";
/// Words in the classes of boxes that hold headline and byline.
const HEAD: &str = "byline|author|headline|title|publish|header|meta|info|entry|post-date|dateline|posted";

/// Whether classes and the like say that what they are on is not the page's own article.
pub(super) fn is_foreign(hints: &str) -> bool {
    surroundings(&hints.to_ascii_lowercase()) == Surroundings::Foreign
}

fn surroundings(path: &str) -> Surroundings {
    // An article's own footer holds its date; the page's stands outside of one.
    let footer = vocabulary::last(path, "footer").is_some_and(|footer| !vocabulary::has(&path[..footer], "article"));
    let (foreign, head) = (vocabulary::last(path, FOREIGN), vocabulary::last(path, HEAD));
    if footer || vocabulary::has(path, NEVER_OWN) || foreign > head {
        Surroundings::Foreign
    } else if head.is_some() {
        Surroundings::Head
    } else {
        Surroundings::Neutral
    }
}

/// So many days under one path are those of a list of stories; a story's own are two at most.
const MANY_DAYS: usize = 3;

/// Adds the dates of elements. Those of other stories are many, so position and surroundings decide how far one is trusted.
pub(super) fn collect_elements(elements: &[DatedElement], subject: &Subject, writing: Writing, dates: &mut Dates) {
    let headline = headline(elements, subject);
    let read: Vec<_> = elements.iter().map(|element| (element, found_in(element, writing))).collect();
    let mut first_after = None;
    for (at, (element, found)) in read.iter().enumerate() {
        let path = element.path.to_ascii_lowercase();
        let surroundings = surroundings(&path);
        let elsewhere = headline.is_some_and(|headline| is_in_another_article(&element.path, &elements[headline].path));
        if found.is_empty() || is_headline(element) || elsewhere || surroundings == Surroundings::Foreign {
            continue;
        }
        let day = found[0].0.day;
        let beside = headline.is_some_and(|headline| is_beside(&element.path, &elements[headline].path));
        let position = match headline {
            Some(headline) if at > headline => {
                let first = *first_after.get_or_insert(day);
                // The article's own date is the first; those that follow are of other stories.
                if day == first || found[0].0.is_moment_of(first) { Position::After } else { Position::Elsewhere }
            }
            // Above the headline stands the page's own head, often with today's date.
            Some(_) if beside => Position::Before,
            _ => Position::Elsewhere,
        };
        let weight = match (position, surroundings) {
            (Position::After, Surroundings::Head) => 75,
            (Position::After, _) => {
                if beside {
                    70
                } else {
                    65
                }
            }
            (Position::Before, _) => 60,
            (Position::Elsewhere, Surroundings::Head) => 40,
            (Position::Elsewhere, _) => 30,
        };
        let property = meaning(&element.property);
        let place = if property.is_some() { Place::Microdata } else { Place::Time };
        let listed = is_listed(element, &read);
        for (stamp, label) in found {
            let meaning = match (property, label) {
                (Some(Meaning::Published(most)), _) if position != Position::Elsewhere => Meaning::Published(most),
                (Some(Meaning::Updated), _) | (None, Some(Label::Updated)) => Meaning::Updated,
                (None, Some(Label::Foreign)) => continue,
                (_, Some(Label::Published)) => Meaning::Published(weight + 5),
                _ => Meaning::Published(weight),
            };
            dates.add(meaning, listed, |weight| Candidate { stamp: stamp.clone(), place, weight });
        }
    }
}

/// Where an element stands to the headline.
#[derive(Clone, Copy, PartialEq)]
enum Position {
    Before,
    After,
    Elsewhere,
}

type Moments = Vec<(Timestamp, Option<Label>)>;

/// Whether the element is one of many alike with different days.
fn is_listed(element: &DatedElement, read: &[(&DatedElement, Moments)]) -> bool {
    let alike = read.iter().filter(|other| other.0.path == element.path);
    let mut days: Vec<Date> = Vec::new();
    for found in alike.filter_map(|other| other.1.first()) {
        if !days.contains(&found.0.day) {
            days.push(found.0.day);
        }
    }
    days.len() >= MANY_DAYS
}

/// The first headline that the page's title repeats, best one in an article: pages show their headline in a bar as well.
fn headline(elements: &[DatedElement], subject: &Subject) -> Option<usize> {
    let all = || elements.iter().enumerate().filter(|(_, element)| is_headline(element));
    let named = || all().filter(|(_, element)| subject.has_title(&fold(&element.text)));
    let in_article =
        |element: &DatedElement| element.path.split('>').any(|name| name.split('.').next() == Some("article"));
    named()
        .find(|(_, element)| in_article(element))
        .or_else(|| named().next())
        .or_else(|| all().next())
        .map(|found| found.0)
}

/// Whether an element stands in one of the boxes that hold the headline closely.
fn is_beside(path: &str, headline: &str) -> bool {
    /// Boxes around the headline that hold little else.
    const CLOSE: usize = 3;
    let boxes = headline.rsplit('>').skip(1).take(CLOSE);
    // Names without hints are those of any box.
    boxes.filter(|name| name.contains('.') || *name == "article").any(|name| path.split('>').any(|other| other == name))
}

/// Whether an element stands in an article beside the headline's, or in one that it holds.
fn is_in_another_article(path: &str, headline: &str) -> bool {
    /// Elements in a path that may lack its beginning: `MAX_DATED_PATH` of the page side.
    const CUT: usize = 12;
    let (Some(own), Some(other)) = (way_to_article(path), way_to_article(headline)) else { return false };
    let is_cut = |path: &str| path.bytes().filter(|byte| *byte == b'>').count() + 1 >= CUT;
    let same_end = (is_cut(path) || is_cut(headline)) && (own.ends_with(other) || other.ends_with(own));
    !(other.starts_with(own) || same_end)
}

/// The part of a path down to the innermost `article`.
fn way_to_article(path: &str) -> Option<&str> {
    let mut way = path;
    loop {
        let start = way.rfind('>').map_or(0, |at| at + 1);
        if way[start..].strip_prefix("article").is_some_and(|rest| rest.is_empty() || rest.starts_with('.')) {
            return Some(way);
        }
        way = &way[..start.checked_sub(1)?];
    }
}

fn is_headline(element: &DatedElement) -> bool {
    own_name(element).split('.').next() == Some("h1")
}

fn own_name(element: &DatedElement) -> &str {
    element.path.rsplit('>').next().unwrap_or_default()
}

/// The moments an element says: the one in its attribute, else those in its text; each with its label.
fn found_in(element: &DatedElement, writing: Writing) -> Moments {
    /// Characters beside a date without a label; more make a sentence or a teaser.
    const MAX_REST: usize = 80;
    let own = element.path.rsplit('>').take(2).any(|name| vocabulary::has(&name.to_ascii_lowercase(), "updat|modif"));
    let of_class = own.then_some(Label::Updated);
    if let Some(stamp) = timestamp::read(&element.value, writing) {
        let start = element.text.find(char::is_numeric).unwrap_or(element.text.len());
        return vec![(stamp, label(&element.text[..start]).or(of_class))];
    }
    let length = element.text.chars().count();
    let written = labelled_dates(&element.text, writing).into_iter();
    let stamp = |date: Written| Timestamp { day: date.day, other: date.other, clock: Clock::Unnamed };
    let near = |(date, label): &(Written, Option<Label>)| {
        label.is_some() || length - element.text[date.range.clone()].chars().count() <= MAX_REST
    };
    written.filter(near).map(|(date, label)| (stamp(date), label.or(of_class))).collect()
}
