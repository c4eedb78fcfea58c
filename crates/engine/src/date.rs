//! Calendar days, and dates known only to the month or year.

use std::fmt;

/// A text that is no date, or no date of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError(String);

impl fmt::Display for DateError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "“{}” is no date; write YYYY-MM-DD, such as 2017-05-22", self.0)
    }
}

impl std::error::Error for DateError {}

/// A day of the Gregorian calendar, years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The first day there is.
    pub const EARLIEST: Self = Self { year: 1, month: 1, day: 1 };

    /// The day, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let valid =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        valid.then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        match PartialDate::parse(text)? {
            PartialDate { year, month: Some(month), day: Some(day) } => Ok(Self { year, month, day }),
            _ => Err(DateError(text.to_string())),
        }
    }

    /// Year, month and day.
    pub fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// The day that comes `days` days after 1 January of `year`.
    pub fn after_new_year(mut year: u16, mut days: u32) -> Option<Self> {
        let length = |year: u16| (1..=12).map(|month| u32::from(days_in(year, month))).sum::<u32>();
        while days >= length(year) {
            days -= length(year);
            year = year.checked_add(1)?;
        }
        let mut month = 1;
        while days >= u32::from(days_in(year, month)) {
            days -= u32::from(days_in(year, month));
            month += 1;
        }
        Self::new(year, month, days as u8 + 1)
    }

    /// The day after.
    pub fn next(self) -> Option<Self> {
        Self::new(self.year, self.month, self.day + 1)
            .or_else(|| Self::new(self.year, self.month + 1, 1))
            .or_else(|| Self::new(self.year + 1, 1, 1))
    }

    /// The day before.
    pub fn previous(self) -> Option<Self> {
        if self.day > 1 {
            return Some(Self { day: self.day - 1, ..self });
        }
        match self.month {
            1 => Self::new(self.year - 1, 12, 31),
            month => Some(Self { month: month - 1, day: days_in(self.year, month - 1), ..self }),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A date as precisely as it is known: a year, a month of a year, or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let error = || DateError(text.to_string());
        let mut parts = text.split('-');
        let mut number = |width: usize| -> Result<Option<u16>, DateError> {
            let Some(part) = parts.next() else { return Ok(None) };
            let digits = part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
            if digits { part.parse().map(Some).map_err(|_| error()) } else { Err(error()) }
        };
        let (year, month, day) = (number(4)?.ok_or_else(error)?, number(2)?, number(2)?);
        let known = Date::new(year, month.unwrap_or(1) as u8, day.unwrap_or(1) as u8).ok_or_else(error)?;
        match parts.next() {
            Some(_) => Err(error()),
            None => Ok(Self { year, month: month.map(|_| known.month), day: day.map(|_| known.day) }),
        }
    }

    /// The first day it may mean.
    pub fn earliest(self) -> Date {
        Date { year: self.year, month: self.month.unwrap_or(1), day: self.day.unwrap_or(1) }
    }

    /// The last day it may mean.
    pub fn latest(self) -> Date {
        let month = self.month.unwrap_or(12);
        Date { year: self.year, month, day: self.day.unwrap_or_else(|| days_in(self.year, month)) }
    }

    /// In English words: "22 May 2017", "May 2017", "2017".
    pub fn words(self) -> String {
        let month = self.month.map(|month| MONTHS[usize::from(month) - 1]);
        match (month, self.day) {
            (Some(month), Some(day)) => format!("{day} {month} {}", self.year),
            (Some(month), None) => format!("{month} {}", self.year),
            (None, _) => self.year.to_string(),
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_as_precise_as_they_are_written() {
        for (text, earliest, latest, words) in [
            ("2017", "2017-01-01", "2017-12-31", "2017"),
            ("2016-02", "2016-02-01", "2016-02-29", "February 2016"),
            ("1900-02", "1900-02-01", "1900-02-28", "February 1900"),
            ("2017-05-22", "2017-05-22", "2017-05-22", "22 May 2017"),
        ] {
            let date = PartialDate::parse(text).unwrap();
            assert_eq!((date.earliest().to_string(), date.latest().to_string()), (earliest.into(), latest.into()));
            assert_eq!(date.words(), words);
        }
    }

    #[test]
    fn days_counted_from_new_year() {
        for (year, days, expected) in [
            (1970, 0, Some("1970-01-01")),
            (1970, 17_308, Some("2017-05-22")),
            (2016, 59, Some("2016-02-29")),
            (2015, 365, Some("2016-01-01")),
            (9999, 365, None),
        ] {
            assert_eq!(
                Date::after_new_year(year, days).map(|day| day.to_string()).as_deref(),
                expected,
                "{year} {days}"
            );
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "",
            "17",
            "2017-5-2",
            "2017-13",
            "2017-02-29",
            "0000-01-01",
            "2017-05-22-01",
            "2017-05-",
            "+017",
            "２０１７",
        ] {
            assert!(PartialDate::parse(text).is_err(), "{text}");
        }
        assert!(Date::parse("2017-05").is_err());
    }

    #[test]
    fn neighbours_across_the_ends_of_months_and_years() {
        for (before, after) in [
            ("2016-02-28", "2016-02-29"),
            ("2017-02-28", "2017-03-01"),
            ("2017-12-31", "2018-01-01"),
            ("2017-05-21", "2017-05-22"),
        ] {
            let (before, after) = (Date::parse(before).unwrap(), Date::parse(after).unwrap());
            assert_eq!((before.next(), after.previous()), (Some(after), Some(before)));
        }
        assert_eq!(Date::EARLIEST.previous(), None);
        assert_eq!(Date::parse("9999-12-31").unwrap().next(), None);
    }

    proptest! {
        #[test]
        fn any_text_is_a_date_or_an_error(text: String) {
            if let Ok(date) = Date::parse(&text) {
                prop_assert_eq!(date.to_string(), text);
            }
        }
    }
}
