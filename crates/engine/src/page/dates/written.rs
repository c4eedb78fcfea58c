//! Finds the dates that are written in a text, in any order, with month names or numbers, in the languages of the news.

use super::calendars;
use super::months::{fold, month, persian_month, vietnamese_month};
use crate::date::Date;
use std::ops::Range;

/// Which comes first where a day and a month are both numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Order {
    DayFirst,
    MonthFirst,
    Unknown,
}

/// How the texts of a page write dates.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Writing<'a> {
    /// Primary language subtag.
    pub(super) language: &'a str,
    pub(super) order: Order,
}

/// A date found in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Written {
    pub(super) day: Date,
    /// The other day it may mean, where the order of day and month is not known.
    pub(super) other: Option<Date>,
    /// Bytes of the text it stands in.
    pub(super) range: Range<usize>,
}

/// Dates read from one text; a longer list is a calendar or an archive.
const MAX_DATES: usize = 20;
/// Years that news are dated with. The year 3017 is a mistake, and 1970 what an empty clock shows.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2099;

/// Every date in `text`, from left to right, without overlaps.
pub(super) fn dates(text: &str, writing: Writing) -> Vec<Written> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() && found.len() < MAX_DATES {
        let reader = Reader { tokens: &tokens, at, writing };
        match reader.date() {
            Some((day, other, end)) => {
                found.push(Written { day, other, range: tokens[at].range.start..tokens[end - 1].range.end });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The Gregorian day, if news may carry it.
pub(super) fn plausible(year: u16, month: u8, day: u8) -> Option<Date> {
    let empty = (year, month, day) == (1970, 1, 1);
    if YEARS.contains(&year) && !empty { Date::new(year, month, day) } else { None }
}

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    Number { value: u16, digits: u8 },
    Word(String),
    Mark(char),
}

#[derive(Clone, Debug)]
struct Token {
    kind: Kind,
    range: Range<usize>,
}

/// The value of a decimal digit of any script that news are written in.
fn digit(character: char) -> Option<u16> {
    const ZEROS: [u32; 13] =
        [0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xBE6, 0xC66, 0xE50, 0x1040, 0x17E0, 0xFF10];
    let zero = ZEROS.iter().find(|&&zero| (zero..zero + 10).contains(&(character as u32)))?;
    Some((character as u32 - zero) as u16)
}

fn is_letter(character: char) -> bool {
    // Vowel signs of Indic and Thai writing are no letters, but stand in words.
    character.is_alphabetic() || matches!(character as u32, 0x300..=0x36F | 0x64B..=0x655 | 0x900..=0xE7F | 0x200C)
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        let mut end = start + first.len_utf8();
        let kind = if let Some(value) = digit(first) {
            let (mut value, mut digits) = (value, 1u8);
            while let Some((at, next)) = chars.next_if(|(_, next)| digit(*next).is_some()) {
                value = value.saturating_mul(10).saturating_add(digit(next).unwrap_or(0));
                digits = digits.saturating_add(1);
                end = at + next.len_utf8();
            }
            Kind::Number { value, digits }
        } else if is_letter(first) {
            while let Some((at, next)) = chars.next_if(|(_, next)| is_letter(*next) && digit(*next).is_none()) {
                end = at + next.len_utf8();
            }
            Kind::Word(fold(&text[start..end]))
        } else if first.is_whitespace() || matches!(first as u32, 0x200B..=0x200F | 0x202A..=0x202E | 0x2066..=0x2069) {
            continue;
        } else {
            Kind::Mark(first)
        };
        tokens.push(Token { kind, range: start..end });
    }
    tokens
}

/// Reads one date from token `at` on. Each reading gives the position after what it took.
#[derive(Clone, Copy)]
struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    writing: Writing<'a>,
}

type Read = (Date, Option<Date>, usize);

impl Reader<'_> {
    fn date(&self) -> Option<Read> {
        // A number that goes on from one before it ("1.22.5.2017", "-5/22") is part of something else.
        if let Some(before) = self.at.checked_sub(1)
            && matches!(self.tokens[before].kind, Kind::Mark('.' | '/' | '-' | ':' | ','))
            && self.tokens[before].range.end == self.tokens[self.at].range.start
            && before.checked_sub(1).is_some_and(|before| matches!(self.tokens[before].kind, Kind::Number { .. }))
        {
            return None;
        }
        let read = match &self.tokens[self.at].kind {
            Kind::Number { digits: 4, value } => self.year_first(*value),
            Kind::Number { digits: 1 | 2, value } => self.day_first(*value).or_else(|| self.numbers(*value)),
            Kind::Word(word) => self.japanese_era(word).or_else(|| self.month_first()),
            _ => None,
        }?;
        // "22.5.20171": a digit right behind belongs to the number, which tokens make sure of; "22.5.2017.3" is a version.
        let goes_on =
            matches!(self.mark(read.2), Some('.' | '/' | '-')) && self.glued(read.2) && self.glued(read.2 + 1);
        if goes_on && self.number(read.2 + 1, 1..=4).is_some() { None } else { Some(read) }
    }

    fn kind(&self, at: usize) -> Option<&Kind> {
        self.tokens.get(at).map(|token| &token.kind)
    }

    fn mark(&self, at: usize) -> Option<char> {
        if let Kind::Mark(mark) = self.kind(at)? { Some(*mark) } else { None }
    }

    fn word(&self, at: usize) -> Option<&str> {
        if let Kind::Word(word) = self.kind(at)? { Some(word) } else { None }
    }

    fn number(&self, at: usize, length: std::ops::RangeInclusive<u8>) -> Option<u16> {
        match self.kind(at)? {
            Kind::Number { value, digits } if length.contains(digits) => Some(*value),
            _ => None,
        }
    }

    /// Whether token `at` follows the one before it without a space.
    fn glued(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| token.range.start == self.tokens[at - 1].range.end)
    }

    /// Position after marks and small words that stand between the parts of a date.
    fn skip(&self, mut at: usize, words: &[&str]) -> usize {
        /// More than this between two parts, and they are no parts of one date.
        const MOST: usize = 4;
        for _ in 0..MOST {
            let passed = match self.kind(at) {
                Some(Kind::Mark(mark)) => {
                    matches!(mark, '.' | ',' | '-' | '–' | '/' | '\'' | '’' | '،' | 'º' | '°' | 'ª')
                }
                Some(Kind::Word(word)) => words.contains(&word.as_str()),
                _ => false,
            };
            if !passed {
                break;
            }
            at += 1;
        }
        at
    }

    /// Where the month's name stands at `at`: its number, whether it is a Persian one, and the position after it.
    fn month(&self, at: usize) -> Option<(u8, bool, usize)> {
        let (month, persian, end) = self.month_once(at)?;
        // Arabic papers give both names of a month: "أيار / مايو".
        let again = if self.mark(end) == Some('/') { self.month_once(end + 1) } else { None };
        Some(again.filter(|again| (again.0, again.1) == (month, persian)).unwrap_or((month, persian, end)))
    }

    fn month_once(&self, at: usize) -> Option<(u8, bool, usize)> {
        let word = self.word(at)?;
        // Vietnamese numbers its months, in digits or words.
        if word == "thang" {
            if let Some(word) = self.word(at + 1) {
                let month = vietnamese_month(&format!("{word}_{}", self.word(at + 2).unwrap_or_default()))?;
                return Some((month, false, at + 2 + usize::from(month > 10)));
            }
            let number = self.number(at + 1, 1..=2).filter(|number| (1..=12).contains(number))?;
            return Some((number as u8, false, at + 2));
        }
        let language = self.writing.language;
        if let Some(next) = self.word(at + 1)
            && let Some(month) =
                month(&format!("{word}_{next}"), language).filter(|found| month(word, language) != Some(*found))
        {
            return Some((month, false, at + 2));
        }
        // Thai abbreviations hold a full stop.
        if self.mark(at + 1) == Some('.')
            && let Some(next) = self.word(at + 2)
            && let Some(month) = month(&format!("{word}.{next}"), language)
        {
            return Some((month, false, at + 3));
        }
        if let Some(month) = month(word, language) {
            return Some((month, false, at + 1));
        }
        persian_month(word).map(|month| (month, true, at + 1))
    }

    fn day(&self, at: usize) -> Option<u8> {
        self.number(at, 1..=2).filter(|day| (1..=31).contains(day)).map(|day| day as u8)
    }

    /// A day of the calendar that the year, the month's name or the language tell.
    fn resolve(&self, year: u16, month: u8, day: u8, persian: bool) -> Option<Date> {
        let language = self.writing.language;
        if persian || (calendars::is_persian_year(year) && matches!(language, "fa" | "ps")) {
            return calendars::from_persian(year, month, day);
        }
        let year = if language == "th" { calendars::from_buddhist(year).unwrap_or(year) } else { year };
        plausible(year, month, day)
    }

    /// "22 May 2017", "22. Mai 2017", "22 de mayo de 2017", "22nd of May, 2017", "22 tháng 5 năm 2017".
    fn day_first(&self, day: u16) -> Option<Read> {
        const AFTER_DAY: [&str; 22] = [
            "st", "nd", "rd", "th", "er", "re", "o", "a", "i", "e", "de", "del", "d", "of", "di", "den", "ten", "da",
            "an", "na", "of", "le",
        ];
        const BEFORE_YEAR: [&str; 12] = ["de", "del", "do", "di", "nam", "of", "d", "tahun", "พ", "ศ", "r", "roku"];
        let day = u8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
        let (month, persian, at) = self.month(self.skip(self.at + 1, &AFTER_DAY))?;
        let at = self.skip(at, &BEFORE_YEAR);
        let year = self.number(at, 4..=4).or_else(|| self.year_after_time(at).map(|(year, _)| year))?;
        let end = if self.number(at, 4..=4).is_some() { at + 1 } else { self.year_after_time(at)?.1 };
        Some((self.resolve(year, month, day, persian)?, None, end))
    }

    /// "May 22, 2017", "May 22nd 2017", "Mon May 22 12:28:00 EST 2017".
    fn month_first(&self) -> Option<Read> {
        // Whether a number follows is told sooner than whether the word is a month.
        if !(1..=4).any(|ahead| matches!(self.kind(self.at + ahead), Some(Kind::Number { .. }))) {
            return None;
        }
        let (month, persian, at) = self.month(self.at)?;
        let at = self.skip(at, &[]);
        let day = self.day(at)?;
        let at = self.skip(at + 1, &["st", "nd", "rd", "th", "a", "de", "del", "of"]);
        let (year, end) = match self.number(at, 4..=4) {
            Some(year) => (year, at + 1),
            None => self.year_after_time(at)?,
        };
        Some((self.resolve(year, month, day, persian)?, None, end))
    }

    /// The year behind a time of day and its zone, as in the output of Unix's `date`.
    fn year_after_time(&self, mut at: usize) -> Option<(u16, usize)> {
        self.number(at, 1..=2).filter(|_| self.mark(at + 1) == Some(':'))?;
        at += 2;
        while self.number(at, 1..=2).is_some() && self.mark(at + 1) == Some(':') {
            at += 2;
        }
        at += 1;
        while at < self.tokens.len() && self.word(at).is_some_and(|word| word.len() <= 4) {
            at += 1;
        }
        self.number(at, 4..=4).map(|year| (year, at + 1))
    }

    /// "2017-05-22", "2017年5月22日", "2017년 5월 22일", "2017. május 22.", "2017 m. gegužės 22 d.", "2017. gada 22. maijs".
    fn year_first(&self, year: u16) -> Option<Read> {
        const YEAR_WORDS: [&str; 8] = ["m", "gada", "ga", "g", "оны", "он", "urteko", "ko"];
        if self.word(self.at + 1).is_some_and(|word| matches!(word, "年" | "년"))
            && let Some(month) = self.day(self.at + 2)
        {
            self.word(self.at + 3).filter(|word| word.starts_with(['月', '월']))?;
            let day = self.day(self.at + 4)?;
            let end =
                self.at + 5 + usize::from(self.word(self.at + 5).is_some_and(|word| word.starts_with(['日', '일'])));
            return Some((self.resolve(year, month, day, false)?, None, end));
        }
        if let Some(mark @ ('-' | '/' | '.')) = self.mark(self.at + 1)
            && let Some(month) = self.day(self.at + 2)
            && self.mark(self.at + 3) == Some(mark)
            && let Some(day) = self.day(self.at + 4)
        {
            return Some((self.resolve(year, month, day, false)?, None, self.at + 5));
        }
        let at = self.skip(self.at + 1, &YEAR_WORDS);
        if let Some((month, persian, at)) = self.month(at) {
            let at = self.skip(at, &[]);
            let day = self.day(at)?;
            return Some((self.resolve(year, month, day, persian)?, None, at + 1));
        }
        // Latvian has the day before the month even so; a plain "2017 22 May" is no date.
        if at == self.at + 1 {
            return None;
        }
        let day = self.day(at)?;
        let (month, persian, at) = self.month(self.skip(at + 1, &[]))?;
        Some((self.resolve(year, month, day, persian)?, None, at))
    }

    /// "22.05.2017", "22/5/2017", "5/22/2017": numbers alone.
    fn numbers(&self, first: u16) -> Option<Read> {
        let mark = self.mark(self.at + 1).filter(|mark| matches!(mark, '.' | '/' | '-'))?;
        let second = self.day(self.at + 2)?;
        if self.mark(self.at + 3) != Some(mark) {
            return None;
        }
        let year = self.number(self.at + 4, 4..=4)?;
        let first = u8::try_from(first).ok().filter(|first| (1..=31).contains(first))?;
        let day_first = self.resolve(year, second, first, false);
        let month_first = if mark == '.' { None } else { self.resolve(year, first, second, false) };
        let (day, other) = match (day_first, month_first) {
            (Some(day), Some(other)) if day != other => match self.writing.order {
                Order::DayFirst => (day, None),
                Order::MonthFirst => (other, None),
                Order::Unknown => (day, Some(other)),
            },
            (one, two) => (one.or(two)?, None),
        };
        Some((day, other, self.at + 5))
    }

    /// "平成29年5月22日", "令和元年5月22日".
    fn japanese_era(&self, word: &str) -> Option<Read> {
        let (era, mut at) = match word.strip_suffix("元年") {
            Some(era) => (era, self.at + 1),
            None => (word, self.at + 2),
        };
        let year = if at == self.at + 1 { 1 } else { self.number(self.at + 1, 1..=2)? };
        let year = calendars::from_japanese_era(era, year)?;
        if at == self.at + 2 {
            self.word(at).filter(|word| *word == "年")?;
            at += 1;
        }
        let month = self.day(at)?;
        self.word(at + 1).filter(|word| *word == "月")?;
        Some((plausible(year, month, self.day(at + 2)?)?, None, at + 3))
    }
}
