//! Cards: what the reader sees about an entity, as of a day.
//!
//! A fact is sorted by where its time stands against that day. Ended, ongoing and unknown stay three different things:
//! a state whose end nobody recorded is shown as such, never as ended.

use crate::date::{Date, PartialDate};
use crate::kind::EntityKind;
use crate::order::sort_by_key;
use crate::pack::CardsFile;
use crate::pack::records::{CardRecord, EntityRecord, FactRecord};
use crate::wire::{Card, CardFact, Citation, DateBasis, Standing};

/// The day a card answers for, and how it came about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AsOf {
    /// The day.
    pub day: Date,
    /// How it came about.
    pub basis: DateBasis,
    /// The day up to which all is known.
    pub known_to: Date,
}

/// The card of `entity` as of that day. `known` says whether an identifier has a card of its own.
pub fn card(
    entity: &EntityRecord,
    cards: &CardsFile,
    record: &CardRecord,
    as_of: AsOf,
    known: impl Fn(&str) -> bool,
) -> Card {
    let mut card = Card {
        entity: entity.id.clone(),
        label: entity.label.clone(),
        kind: entity.kind.words().to_string(),
        description: record.description.clone(),
        role: None,
        on_date: Vec::new(),
        since: Vec::new(),
        earlier: Vec::new(),
        citations: Vec::new(),
        more: record.more.clone(),
        as_of: as_of.day.to_string(),
        date_basis: as_of.basis,
        known_to: as_of.known_to.to_string(),
    };
    let mut numbers: Vec<u32> = Vec::new();
    for fact in ordered(&record.facts) {
        let time = FactTime::of(fact);
        let successor = successor(&record.facts, fact).filter(|from| from.earliest() <= as_of.day);
        let is_over = successor.is_some() || is_outdated(&record.facts, fact, as_of.day);
        let standing = if is_over { Standing::EndedBefore } else { time.standing(as_of.day) };
        let held = !matches!(standing, Standing::CameLater | Standing::EndedBefore);
        if held && card.role.is_none() && entity.kind == EntityKind::Person && fact.about == "office" {
            card.role = Some(fact.value.clone());
        }
        let when = successor.map_or_else(|| time.words(), |latest| time.words_until(latest));
        let line = CardFact {
            heading: heading(&fact.about),
            text: fact.value.clone(),
            // Neither "Founded: 1974" nor "Born: 25 January 1978 in Kryvyi Rih" needs to be told the day again.
            when: if when == fact.value || when.contains(' ') && fact.value.contains(&when) {
                String::new()
            } else {
                when
            },
            entity: fact.reference.clone().filter(|id| known(id)),
            standing,
            according_to: fact.attributed.clone(),
            citations: fact.citations.iter().map(|&citation| number(&mut numbers, citation)).collect(),
        };
        // What ended since is told twice: it held on the day, which says nothing of its end yet, and that end is part of what has changed.
        match standing {
            Standing::Holds | Standing::EndUnknown => card.on_date.push(line),
            Standing::EndedSince => {
                card.since.push(line.clone());
                // Without a beginning nobody can say that it held by then.
                if let Some(so_far) = time.words_by(as_of.day) {
                    card.on_date.push(CardFact { when: so_far, ..line });
                }
            }
            Standing::CameLater => card.since.push(line),
            Standing::EndedBefore => card.earlier.push(line),
        }
    }
    card.citations = numbers
        .into_iter()
        .filter_map(|index| cards.citation(index))
        .map(|found| Citation { title: found.title, url: found.url, publisher: found.publisher, date: found.date })
        .collect();
    card
}

/// What is counted or classed at a time, rather than happening then.
const MEASURED: &[&str] =
    &["population", "area", "kind of government", "listed as", "members", "strength", "circulation", "part of"];

/// What only one holds at a time, so that a later holder ends the time of an earlier one whose end nobody recorded.
pub(crate) const HELD_BY_ONE: &[&str] = &[
    "head of state",
    "head of government",
    "leader",
    "secretary-general",
    "governor",
    "mayor",
    "commander",
    "capital",
    "director",
    "chairman",
    "chair",
    "president",
    "prime minister",
    "head",
];

/// When the next holder began, for a fact without an end about something that only one holds at a time.
fn successor(facts: &[FactRecord], fact: &FactRecord) -> Option<PartialDate> {
    let FactTime::During { from: Some(from), end: End::Unknown } = FactTime::of(fact) else { return None };
    let others = facts.iter().filter(|other| other.about == fact.about && HELD_BY_ONE.contains(&fact.about.as_str()));
    let begun = others.filter_map(|other| match FactTime::of(other) {
        FactTime::During { from: Some(other), .. } => Some(other),
        _ => None,
    });
    begun.filter(|other| other.earliest() > from.latest()).min_by_key(|other| other.earliest())
}

/// What is counted anew from time to time, so that the last count says all there is to say.
const COUNTED: &[&str] = &["population", "area", "kind of government", "members", "strength", "circulation"];

/// Whether by `day` somebody had counted again what `fact` counts, on the same authority.
fn is_outdated(facts: &[FactRecord], fact: &FactRecord, day: Date) -> bool {
    let counted = |fact: &FactRecord| match FactTime::of(fact) {
        FactTime::AsOf(on) if COUNTED.contains(&fact.about.as_str()) => Some(on.earliest()),
        _ => None,
    };
    let Some(own) = counted(fact) else { return false };
    let others = facts.iter().filter(|other| other.about == fact.about && other.attributed == fact.attributed);
    others.filter_map(counted).any(|other| own < other && other <= day)
}

/// Index of `citation` among those used so far, added if new.
fn number(numbers: &mut Vec<u32>, citation: u32) -> u32 {
    let at = numbers.iter().position(|&known| known == citation).unwrap_or_else(|| {
        numbers.push(citation);
        numbers.len() - 1
    });
    at as u32
}

/// Facts in the order of their time; those without any first, as the seeds have them.
fn ordered(facts: &[FactRecord]) -> Vec<&FactRecord> {
    let mut sorted: Vec<&FactRecord> = facts.iter().collect();
    sort_by_key(&mut sorted, |fact| FactTime::of(fact).begins().map(|date| date.earliest()));
    sorted
}

/// "head_of_state" as a heading: "Head of state". Headings are English words, so that ASCII's capitals do.
fn heading(about: &str) -> String {
    let mut words = about.replace('_', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// When a state ends.
#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    On(PartialDate),
    Ongoing,
    Unknown,
}

/// The time of a fact, read from its record.
#[derive(Clone, Copy, Debug, PartialEq)]
enum FactTime {
    Always,
    /// A founding, a birth: what has been so ever since.
    On(PartialDate),
    /// An event.
    Happened(PartialDate),
    /// A count or other measure taken on a day.
    AsOf(PartialDate),
    During {
        from: Option<PartialDate>,
        end: End,
    },
}

impl FactTime {
    /// Dates that don't parse can't be in a checked pack; in a foreign one they count as not given.
    fn of(fact: &FactRecord) -> Self {
        let date = |text: &Option<String>| text.as_deref().and_then(|text| PartialDate::parse(text).ok());
        if let Some(on) = date(&fact.on) {
            return match fact.about.as_str() {
                "event" => Self::Happened(on),
                about if MEASURED.contains(&about) => Self::AsOf(on),
                _ => Self::On(on),
            };
        }
        let end = match fact.to.as_deref() {
            Some("ongoing") => End::Ongoing,
            _ => date(&fact.to).map_or(End::Unknown, End::On),
        };
        match (date(&fact.from), end) {
            (None, End::Unknown) => Self::Always,
            (from, end) => Self::During { from, end },
        }
    }

    fn begins(self) -> Option<PartialDate> {
        match self {
            Self::Always => None,
            Self::On(on) | Self::Happened(on) | Self::AsOf(on) => Some(on),
            Self::During { from, end } => from.or(if let End::On(to) = end { Some(to) } else { None }),
        }
    }

    /// In words as of `day`, for a time whose beginning is known and not after it: with its end only where that may have come by then.
    fn words_by(self, day: Date) -> Option<String> {
        let Self::During { from: Some(from), end } = self else { return None };
        let is_later = matches!(end, End::On(to) if to.earliest() > day);
        (from.earliest() <= day).then(|| if is_later { format!("since {}", from.words()) } else { self.words() })
    }

    /// Where it stands against `day`. A beginning or end known only to the month or year counts from its first day:
    /// the words beside it say how precisely it is known. An event counts from its last day, so that a page from the middle of the
    /// year isn't told of what may have been to come.
    fn standing(self, day: Date) -> Standing {
        match self {
            Self::Always => Standing::Holds,
            Self::On(on) | Self::AsOf(on) if on.earliest() > day => Standing::CameLater,
            Self::Happened(on) if on.latest() > day => Standing::CameLater,
            Self::On(_) | Self::Happened(_) | Self::AsOf(_) => Standing::Holds,
            Self::During { from: Some(from), .. } if from.earliest() > day => Standing::CameLater,
            Self::During { end, .. } => match end {
                End::Ongoing => Standing::Holds,
                End::Unknown => Standing::EndUnknown,
                End::On(to) if to.latest() < day => Standing::EndedBefore,
                End::On(_) => Standing::EndedSince,
            },
        }
    }

    /// In words, for a time that ended by `latest` though nobody recorded when.
    fn words_until(self, latest: PartialDate) -> String {
        let from = self.begins().map(|from| format!("from {}, ", from.words())).unwrap_or_default();
        format!("{from}until {} at the latest", latest.words())
    }

    fn words(self) -> String {
        match self {
            Self::Always => String::new(),
            Self::On(on) | Self::Happened(on) => on.words(),
            Self::AsOf(on) => format!("as of {}", on.words()),
            Self::During { from, end } => {
                let from = from.map(|from| format!("since {}", from.words()));
                match (from, end) {
                    (Some(from), End::On(to)) => format!("{}, until {}", from.replacen("since", "from", 1), to.words()),
                    (None, End::On(to)) => format!("until {}", to.words()),
                    (Some(from), End::Ongoing) => from,
                    (Some(from), End::Unknown) => format!("{from}; end not known"),
                    (None, End::Ongoing | End::Unknown) => String::new(),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(about: &str, on: &str, from: &str, to: &str) -> FactRecord {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_string());
        FactRecord {
            about: about.into(),
            value: "x".into(),
            reference: None,
            on: given(on),
            from: given(from),
            to: given(to),
            attributed: None,
            citations: vec![0],
        }
    }

    #[test]
    fn a_later_holder_ends_the_time_of_an_earlier_one() {
        let first = fact("head of state", "", "2012-05-15", "");
        let second = fact("head of state", "", "2017-05-14", "ongoing");
        let facts = [first.clone(), second.clone()];
        assert_eq!(successor(&facts, &first).map(|from| from.words()), Some("14 May 2017".into()));
        assert_eq!(successor(&facts, &second), None);
        let words = FactTime::of(&first).words_until(PartialDate::parse("2017-05-14").unwrap());
        assert_eq!(words, "from 15 May 2012, until 14 May 2017 at the latest");
        // Several may be members at once.
        let members = [fact("member", "", "2012", ""), fact("member", "", "2013", "")];
        assert_eq!(successor(&members, &members[0]), None);
    }

    #[test]
    fn a_new_count_takes_the_place_of_an_old_one() {
        let count =
            |on, by: Option<&str>| FactRecord { attributed: by.map(str::to_string), ..fact("population", on, "", "") };
        let facts =
            [count("2016", None), count("2025", None), count("2018", Some("the mayor")), fact("event", "2014", "", "")];
        let outdated = |day: &str| -> Vec<bool> {
            facts.iter().map(|fact| is_outdated(&facts, fact, Date::parse(day).unwrap())).collect()
        };
        assert_eq!(outdated("2020-05-01"), [false; 4]);
        assert_eq!(outdated("2026-05-01"), [true, false, false, false]);
    }

    #[test]
    fn the_day_says_nothing_of_what_ended_later() {
        for (from, to, day, words) in [
            ("2000-07-17", "2024-12-08", "2017-05-22", Some("since 17 July 2000")),
            ("2017", "2017-05-23", "2017-05-22", Some("since 2017")),
            ("2017", "2017-05-22", "2017-05-22", Some("from 2017, until 22 May 2017")),
            ("2010", "2017", "2017-05-22", Some("from 2010, until 2017")), // perhaps before that day
            ("2018", "2019", "2017-05-22", None),
            ("", "2019", "2017-05-22", None),
        ] {
            let time = FactTime::of(&fact("leader", "", from, to));
            assert_eq!(time.words_by(Date::parse(day).unwrap()).as_deref(), words, "{from} {to} on {day}");
        }
    }

    #[test]
    fn a_fact_stands_where_its_time_puts_it() {
        use Standing::*;
        for (about, on, from, to, day, standing, words) in [
            (
                "leader",
                "",
                "2000-07-17",
                "2024-12-08",
                "2017-05-22",
                EndedSince,
                "from 17 July 2000, until 8 December 2024",
            ),
            (
                "leader",
                "",
                "2000-07-17",
                "2024-12-08",
                "2025-01-01",
                EndedBefore,
                "from 17 July 2000, until 8 December 2024",
            ),
            (
                "leader",
                "",
                "2000-07-17",
                "2024-12-08",
                "1999-01-01",
                CameLater,
                "from 17 July 2000, until 8 December 2024",
            ),
            ("leader", "", "2016-06", "", "2017-05-22", EndUnknown, "since June 2016; end not known"),
            ("leader", "", "2016", "ongoing", "2017-05-22", Holds, "since 2016"),
            ("event", "2025-01-29", "", "", "2017-05-22", CameLater, "29 January 2025"),
            ("event", "2011", "", "", "2017-05-22", Holds, "2011"),
            ("event", "2017-05", "", "", "2017-05-22", CameLater, "May 2017"),
            ("founded", "2017", "", "", "2017-05-22", Holds, "2017"),
            ("founded", "2011", "", "", "2017-05-22", Holds, "2011"),
            ("population", "2023", "", "", "2024-05-22", Holds, "as of 2023"),
            ("country", "", "", "", "2017-05-22", Holds, ""),
            ("name", "", "", "2017", "2017-05-22", EndedSince, "until 2017"),
        ] {
            let time = FactTime::of(&fact(about, on, from, to));
            assert_eq!(time.standing(Date::parse(day).unwrap()), standing, "{about} {on} {from} {to} on {day}");
            assert_eq!(time.words(), words);
        }
    }
}
