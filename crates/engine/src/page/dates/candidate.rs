//! Weighs what the places of a page say about its date: each is a candidate, agreement strengthens, doubt gives no date.

use super::timestamp::{Clock, Timestamp};
use super::written::Order;
use crate::date::Date;
use std::cmp::Reverse;

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
    pub(super) stamp: Timestamp,
    pub(super) place: Place,
    /// How likely it alone is the day of publication, in percent.
    pub(super) weight: u8,
}

impl Candidate {
    /// A day without a time, which may mean `other` as well.
    pub(super) fn new(day: Date, other: Option<Date>, place: Place, weight: u8) -> Self {
        Self { stamp: Timestamp { day, other, clock: Clock::Unnamed }, place, weight }
    }
}

/// A day with less than this is not given: a card for the wrong day is worse than one that says it knows none.
const GIVEN_FROM: u32 = 50;
/// A day with at least this much is sure.
const SURE_FROM: u32 = 80;
/// What a further kind of place adds that says the same.
const AGREEMENT: u32 = 15;
/// Candidates of less weight add nothing: a date in the page's head is an element with text, and yet one place.
const AGREES_FROM: u8 = 40;
/// Moments of less weight don't decide which day a visible one means.
const TRUSTED: u8 = 60;
/// With a lead of no more than this over a day that could itself be given, the page contradicts itself and none is given.
const LEAST_LEAD: u32 = 15;
/// With a lead of no more than this, the day is given but not called sure.
const CLEAR_LEAD: u32 = 30;

/// The day that the candidates give, where it was found, and whether it is sure; `None` where they give too little or contradict each
/// other.
pub(super) fn weigh(candidates: &[Candidate], order: Order) -> Option<(Date, Place, bool)> {
    let settled = settle(candidates, order);
    let mut days: Vec<(Date, u32, Place)> = Vec::new();
    for (day, _) in &settled {
        if days.iter().any(|known| known.0 == *day) {
            continue;
        }
        let same = settled.iter().filter(|other| other.0 == *day).map(|other| other.1);
        let best = same.clone().max_by_key(|other| (other.weight, Reverse(other.place)))?;
        let others = same.filter(|other| other.place != best.place && other.weight >= AGREES_FROM);
        let places = others.map(|other| 1u8 << other.place as u8).fold(0, |places, place| places | place).count_ones();
        let score = u32::from(best.weight) + AGREEMENT * places;
        days.push((*day, score, best.place));
    }
    let (day, score, place) = *days.iter().max_by_key(|day| (day.1, Reverse(day.0)))?;
    let rival = days.iter().filter(|other| other.0 != day).map(|other| other.1).max().unwrap_or(0);
    let contested = |lead: u32| rival >= GIVEN_FROM && score <= rival + lead;
    let sure = score >= SURE_FROM && !contested(CLEAR_LEAD);
    (score >= GIVEN_FROM && !contested(LEAST_LEAD)).then_some((day, place, sure))
}

/// The candidates with one day each: open orders settled or dropped, one moment's two days made one.
fn settle(candidates: &[Candidate], order: Order) -> Vec<(Date, &Candidate)> {
    let known = |day: Date| candidates.iter().any(|known| known.stamp.other.is_none() && known.stamp.day == day);
    let settle = |candidate: &'_ Candidate| {
        let mut day = candidate.stamp.day;
        if let Some(other) = candidate.stamp.other.filter(|_| order == Order::Unknown) {
            match (known(day), known(other)) {
                (true, false) => {}
                (false, true) => day = other,
                _ => return None,
            }
        }
        // A moment in universal time and the publisher's own day beside it are one; the moment's day stands for both.
        let moments =
            || candidates.iter().filter(|other| other.weight >= TRUSTED && other.stamp.clock != Clock::Unnamed);
        if candidate.stamp.clock == Clock::Unnamed
            && moments().all(|moment| moment.stamp.day != day)
            && let Some(moment) = moments().find(|moment| moment.stamp.is_moment_of(day))
        {
            day = moment.stamp.day;
        }
        Some(day)
    };
    candidates.iter().filter_map(|candidate| Some((settle(candidate)?, candidate))).collect()
}
