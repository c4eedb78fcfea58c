//! Reads the dates that machines write: ISO 8601 with its variants, seconds since 1970, and whatever else stands in such places.

use super::super::vocabulary;
use super::written::{Writing, dates, plausible};
use crate::date::Date;

/// A moment as metadata write it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Timestamp {
    /// The day as written.
    pub(super) day: Date,
    /// The other day it may mean.
    pub(super) other: Option<Date>,
    /// Which clock it was read from.
    pub(super) clock: Clock,
}

/// Which clock a time was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    /// None is named: the publisher's own.
    Unnamed,
    /// One that is ahead of or behind universal time by what is written.
    Offset,
    /// Universal time, at that hour.
    Universal(u8),
}

impl Timestamp {
    /// Whether this moment may fall on `day` where it was published.
    pub(super) fn is_moment_of(&self, day: Date) -> bool {
        let Clock::Universal(hour) = self.clock else { return false };
        (hour < 12 && self.day.previous() == Some(day)) || (hour >= 10 && self.day.next() == Some(day))
    }
}

/// Longer values are texts in which a date is mentioned.
const MAX_LENGTH: usize = 80;

/// The moment that `value` says, if it says one.
pub(super) fn read(value: &str, writing: Writing) -> Option<Timestamp> {
    let value = value.trim();
    if value.len() > MAX_LENGTH {
        return None;
    }
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    if digits == value.len() && matches!(digits, 10 | 13) {
        return from_seconds(value[..10].parse().ok()?);
    }
    if matches!(digits, 8 | 12 | 14) {
        let day = compact(&value[..8])?;
        return Some(Timestamp { day, other: None, clock: clock(value) });
    }
    let found = dates(value, writing).into_iter().next()?;
    Some(Timestamp { day: found.day, other: found.other, clock: clock(value) })
}

/// The day that eight digits say.
pub(super) fn compact(digits: &str) -> Option<Date> {
    let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<u16>().ok();
    plausible(number(0..4)?, number(4..6)? as u8, number(6..8)? as u8)
}

/// The clock that the end of `value` names.
fn clock(value: &str) -> Clock {
    let Some(colon) = value.find(':') else { return Clock::Unnamed };
    let (before, time) = value.split_at(colon);
    let hour = before.get(colon.saturating_sub(2)..).and_then(|hour| hour.trim().parse::<u8>().ok());
    // Midnight sharp is a day without a time.
    let Some(hour) = hour.filter(|hour| *hour < 24 && (*hour > 0 || !vocabulary::has(time, ":00:00"))) else {
        return Clock::Unnamed;
    };
    if vocabulary::has(time, "Z|z|+00|-00|GMT|UTC") {
        Clock::Universal(hour)
    } else if vocabulary::has(time, "+|-") {
        Clock::Offset
    } else {
        Clock::Unnamed
    }
}

fn from_seconds(seconds: u32) -> Option<Timestamp> {
    let day = Date::after_new_year(1970, seconds / 86_400)?;
    let (year, month, number) = day.parts();
    let day = plausible(year, month, number)?;
    Some(Timestamp { day, other: None, clock: Clock::Universal((seconds % 86_400 / 3600) as u8) })
}

#[cfg(test)]
mod tests {
    use super::super::written::Order;
    use super::*;

    #[test]
    fn what_machines_write() {
        for (value, day, clock) in [
            ("2017-05-22", "2017-05-22", Clock::Unnamed),
            ("2017-05-22T23:30:00-05:00", "2017-05-22", Clock::Offset),
            ("2017-05-22T23:30:00Z", "2017-05-22", Clock::Universal(23)),
            ("2017-05-22T00:00:00Z", "2017-05-22", Clock::Unnamed),
            ("2017-05-22 12:28:00 +0000", "2017-05-22", Clock::Universal(12)),
            ("2017-05-22T12:28+0200", "2017-05-22", Clock::Offset),
            ("2017-05-22 09:45:43 EST", "2017-05-22", Clock::Unnamed),
            ("20170522", "2017-05-22", Clock::Unnamed),
            ("20170522T122800Z", "2017-05-22", Clock::Unnamed),
            ("20170522122800", "2017-05-22", Clock::Unnamed),
            ("2017/05/22", "2017-05-22", Clock::Unnamed),
            ("1495456080", "2017-05-22", Clock::Universal(12)),
            ("1495456080000", "2017-05-22", Clock::Universal(12)),
            ("Mon, 22 May 2017 12:28:00 GMT", "2017-05-22", Clock::Universal(12)),
            ("Mon May 22 21:30:09 EST 2017", "2017-05-22", Clock::Unnamed),
            ("5/22/2017 12:49:46 AM", "2017-05-22", Clock::Unnamed),
            ("November 20, 2019 13:42", "2019-11-20", Clock::Unnamed),
        ] {
            let writing = Writing { language: "en", order: Order::Unknown };
            let read = read(value, writing).unwrap_or_else(|| panic!("{value}"));
            assert_eq!((read.day.to_string().as_str(), read.clock), (day, clock), "{value}");
        }
    }

    #[test]
    fn what_says_no_day() {
        for value in [
            "",
            "0000-00-00",
            "3017-05-22",
            "1970-01-01T00:00:00Z",
            "0",
            "2017",
            "2017-05",
            "20171322",
            "191120070028895",
        ] {
            let writing = Writing { language: "en", order: Order::Unknown };
            assert_eq!(read(value, writing), None, "{value}");
        }
    }
}
