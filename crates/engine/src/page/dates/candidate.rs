//! Weighs what the places of a page say about its date: each is a candidate, agreement strengthens, doubt gives no date.

use super::written::Order;
use crate::date::Date;

/// Where on a page a date was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A JSON-LD script.
    LinkedData,
    /// A `meta` element.
    Meta,
    /// An element with an `itemprop`.
    Microdata,
    /// A `time` element, or one whose class says that it holds a date.
    Time,
    /// The page's address.
    Address,
    /// The text near headline or byline.
    Text,
}

impl Place {
    /// The word that crosses to the page side.
    pub fn word(self) -> &'static str {
        match self {
            Self::LinkedData => "json-ld",
            Self::Meta => "meta",
            Self::Microdata => "microdata",
            Self::Time => "time",
            Self::Address => "url",
            Self::Text => "text",
        }
    }
}

/// A day that one place of the page gives.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Candidate {
    pub(super) day: Date,
    /// The other day it may mean: where the order of day and month is open.
    pub(super) other: Option<Date>,
    /// The hour, if the time was written in universal time: the publisher's own day may then be a neighbouring one.
    pub(super) universal_hour: Option<u8>,
    pub(super) place: Place,
    /// How likely it alone is the day of publication, in percent.
    pub(super) weight: u8,
}

/// A day with less than this is not given: a card for the wrong day is worse than one that says it knows none.
const GIVEN_FROM: u32 = 50;
/// A day with at least this much is sure.
const SURE_FROM: u32 = 90;
/// What a further kind of place adds that says the same.
const AGREEMENT: u32 = 15;
/// By how much a day must lead over a later one, or one that is no neighbour, to be sure.
const CLEAR_LEAD: u32 = 15;

/// The day that the candidates give, where it was found, and whether it is sure.
pub(super) fn weigh(candidates: &[Candidate], order: Order) -> Option<(Date, Place, bool)> {
    let settled = settle_order(candidates, order);
    let mut days: Vec<(Date, u32, Place)> = Vec::new();
    for candidate in &settled {
        if days.iter().any(|known| known.0 == candidate.day) {
            continue;
        }
        let same = settled.iter().filter(|other| other.day == candidate.day);
        let best = same.clone().max_by_key(|other| (other.weight, std::cmp::Reverse(other.place)))?;
        let mut places: Vec<Place> = same.map(|other| other.place).collect();
        places.sort_unstable();
        places.dedup();
        let score = u32::from(best.weight) + AGREEMENT * (places.len() as u32 - 1);
        days.push((candidate.day, score, best.place));
    }
    let best = *days.iter().max_by_key(|day| (day.1, std::cmp::Reverse(day.0)))?;
    let rival = days.iter().filter(|day| day.0 != best.0).map(|day| day.1).max().unwrap_or(0);
    let sure = best.1 >= SURE_FROM && best.1 >= rival + CLEAR_LEAD;
    (best.1 >= GIVEN_FROM).then_some((best.0, best.2, sure))
}

/// The candidates with one day each: days in universal time moved to what the page shows, open orders settled or dropped.
fn settle_order(candidates: &[Candidate], order: Order) -> Vec<Candidate> {
    let certain = |day: Date| {
        candidates.iter().any(|other| other.other.is_none() && other.universal_hour.is_none() && other.day == day)
    };
    let settle = |candidate: &Candidate| {
        let mut settled = candidate.clone();
        if let Some(hour) = candidate.universal_hour
            && !certain(candidate.day)
        {
            let before = candidate.day.previous().filter(|_| hour < 12);
            let after = candidate.day.next().filter(|_| hour >= 10);
            if let Some(local) = before.into_iter().chain(after).find(|&day| certain(day)) {
                settled.day = local;
            }
        }
        let Some(other) = candidate.other else { return Some(settled) };
        let known = |day: Date| candidates.iter().any(|known| known.other.is_none() && (known.day == day));
        match (known(candidate.day), known(other), order) {
            (true, false, _) => {}
            (false, true, _) => settled.day = other,
            _ => return None,
        }
        settled.other = None;
        Some(settled)
    };
    candidates.iter().filter_map(settle).collect()
}
