//! Turns years and days of other calendars into Gregorian ones, where the writing leaves no doubt which calendar it is.
//!
//! The Islamic lunar calendar is left out: its months begin with a sighting of the moon, so the day can't be computed.

use crate::date::Date;

/// The Buddhist era of Thailand is ahead by this many years.
const BUDDHIST_AHEAD: u16 = 543;

/// The Gregorian year that a Thai text means by `year`.
pub(super) fn from_buddhist(year: u16) -> Option<u16> {
    (2400..=2700).contains(&year).then(|| year - BUDDHIST_AHEAD)
}

/// The Gregorian year of year `year` of a Japanese era.
pub(super) fn from_japanese_era(era: &str, year: u16) -> Option<u16> {
    const ERAS: [(&str, u16); 3] = [("令和", 2018), ("平成", 1988), ("昭和", 1925)];
    ERAS.iter()
        .find(|(name, _)| era.ends_with(name))
        .filter(|_| (1..=64).contains(&year))
        .map(|(_, before)| before + year)
}

/// Whether `year` is one that Persian texts of today write.
pub(super) fn is_persian_year(year: u16) -> bool {
    (1330..=1450).contains(&year)
}

/// The Gregorian day of a day of the Persian calendar.
///
/// Leap years follow the 33-year cycle, which agrees with the astronomical calendar for 1178 to 1633.
pub(super) fn from_persian(year: u16, month: u8, day: u8) -> Option<Date> {
    let leap = |year: u16| matches!(year % 33, 1 | 5 | 9 | 13 | 17 | 22 | 26 | 30);
    let length = match month {
        1..=6 => 31,
        7..=11 => 30,
        12 => 29 + u16::from(leap(year)),
        _ => return None,
    };
    if !is_persian_year(year) || !(1..=length).contains(&u16::from(day)) {
        return None;
    }
    // 1 Farvardin 1330 was 22 March 1951; days are counted on from there.
    let years: u32 = (1330..year).map(|year| 365 + u32::from(leap(year))).sum();
    let months: u32 = (1..month).map(|month| if month <= 6 { 31 } else { 30 }).sum();
    Date::after_new_year(1951, years + months + u32::from(day) - 1 + 80)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persian_days() {
        for (persian, expected) in [
            ((1330, 1, 1), "1951-03-22"),
            ((1396, 3, 1), "2017-05-22"),
            ((1399, 12, 30), "2021-03-20"),
            ((1400, 1, 1), "2021-03-21"),
            ((1403, 12, 30), "2025-03-20"),
            ((1404, 1, 1), "2025-03-21"),
            ((1404, 9, 5), "2025-11-26"),
        ] {
            let (year, month, day) = persian;
            assert_eq!(from_persian(year, month, day).map(|day| day.to_string()), Some(expected.into()), "{persian:?}");
        }
        assert_eq!(from_persian(1400, 12, 30), None);
        assert_eq!(from_persian(1400, 13, 1), None);
    }

    #[test]
    fn years_of_other_eras() {
        assert_eq!(from_buddhist(2560), Some(2017));
        assert_eq!(from_buddhist(2017), None);
        assert_eq!(from_japanese_era("平成", 29), Some(2017));
        assert_eq!(from_japanese_era("令和", 7), Some(2025));
        assert_eq!(from_japanese_era("西暦", 7), None);
    }
}
