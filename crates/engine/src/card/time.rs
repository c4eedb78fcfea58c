//! The time of a fact: read from its record, set against a day, and put into words.

use crate::date::{Date, PartialDate};
use crate::pack::records::FactRecord;
use crate::wire::Standing;

/// What was so when somebody looked, rather than began or happened then: counts, classes, and who or what stood in a list.
const SEEN: &[&str] = &[
    "population",
    "area",
    "kind of government",
    "listed as",
    "listed among",
    "members",
    "strength",
    "circulation",
    "part of",
    "website",
    "page",
    "chair",
    "chairman",
    "vice chair",
    "vice chairman",
    "ranking member",
    "leader",
    "commander",
    "commander-in-chief",
    "office",
    "name",
    "owner",
    "owners",
    "judges",
    "choice of judges",
    "seat",
    "seat of",
    "headquarters",
    "currency",
    "control",
    "status",
    "described as",
    "deaths",
    "age",
    "users",
    "staff",
    "fighters",
    "readership",
];

/// When a state ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum End {
    On(PartialDate),
    Ongoing,
    Unknown,
}

/// The time of a fact, read from its record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum FactTime {
    Always,
    /// A founding, a birth: what has been so ever since.
    On(PartialDate),
    /// An event.
    Happened(PartialDate),
    /// What somebody counted or saw on a day.
    AsOf(PartialDate),
    During {
        from: Option<PartialDate>,
        end: End,
    },
}

impl FactTime {
    /// Dates that don't parse can't be in a checked pack; in a foreign one they count as not given.
    pub(super) fn of(fact: &FactRecord) -> Self {
        let date = |text: &Option<String>| text.as_deref().and_then(|text| PartialDate::parse(text).ok());
        if let Some(on) = date(&fact.on) {
            return match fact.about.as_str() {
                "event" => Self::Happened(on),
                about if SEEN.contains(&about) => Self::AsOf(on),
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

    pub(super) fn begins(self) -> Option<PartialDate> {
        match self {
            Self::Always => None,
            Self::On(on) | Self::Happened(on) | Self::AsOf(on) => Some(on),
            Self::During { from, end } => from.or(if let End::On(to) = end { Some(to) } else { None }),
        }
    }

    /// In words as of `day`, for a time whose beginning is known and not after it: with its end only where that may have come by then.
    pub(super) fn words_by(self, day: Date) -> Option<String> {
        let Self::During { from: Some(from), end } = self else { return None };
        let is_later = matches!(end, End::On(to) if to.earliest() > day);
        (from.earliest() <= day).then(|| if is_later { format!("since {}", from.words()) } else { self.words() })
    }

    /// Where it stands against `day`. A beginning or end known only to the month or year counts from its first day:
    /// the words beside it say how precisely it is known. An event counts from its last day, so that a page from the middle of the
    /// year isn't told of what may have been to come.
    pub(super) fn standing(self, day: Date) -> Standing {
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
    pub(super) fn words_until(self, latest: PartialDate) -> String {
        let from = self.begins().map(|from| format!("from {}, ", from.words())).unwrap_or_default();
        format!("{from}until {} at the latest", latest.words())
    }

    pub(super) fn words(self) -> String {
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
pub(super) mod tests {
    use super::*;

    pub(in crate::card) fn fact(about: &str, on: &str, from: &str, to: &str) -> FactRecord {
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
            // Who stood in a list that day took no office then.
            ("chair", "2026-06-15", "", "", "2017-05-22", CameLater, "as of 15 June 2026"),
            ("country", "", "", "", "2017-05-22", Holds, ""),
            ("name", "", "", "2017", "2017-05-22", EndedSince, "until 2017"),
        ] {
            let time = FactTime::of(&fact(about, on, from, to));
            assert_eq!(time.standing(Date::parse(day).unwrap()), standing, "{about} {on} {from} {to} on {day}");
            assert_eq!(time.words(), words);
        }
    }
}
