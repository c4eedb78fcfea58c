//! Finds the date in a page's address: `/2017/05/22/`, `/2017-05-22-`, `/20170522`, `/2017/may/22/`.

use super::months::{fold, month};
use super::timestamp::compact;
use super::written::plausible;
use crate::date::Date;

/// The one day that the path of `address` says; several different ones say nothing.
pub(super) fn date(address: &str) -> Option<Date> {
    let path = path(address);
    let mut days = in_segments(path);
    days.extend(in_numbers(path));
    let first = *days.first()?;
    days.iter().all(|day| *day == first).then_some(first)
}

/// What follows the host, without query and fragment. Archives put the address of the page behind their own, with the day they saw it.
pub(super) fn path(address: &str) -> &str {
    let address = address.split(&['?', '#'][..]).next().unwrap_or_default();
    let rest = address.rsplit_once("://").map_or(address, |(_, rest)| rest);
    rest.find('/').map_or("", |start| &rest[start..])
}

/// Days whose parts are segments of the path, or joined by hyphens or underscores within one.
fn in_segments(path: &str) -> Vec<Date> {
    let parts: Vec<&str> = path.split(&['/', '-', '_', '.', ','][..]).collect();
    let part = |part: &str, lengths: std::ops::RangeInclusive<usize>| -> Option<u16> {
        let number = lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if number { part.parse().ok() } else { None }
    };
    let read = |window: &[&str]| {
        let year = part(window[0], 4..=4)?;
        if let Some(both) = part(window[1], 4..=4) {
            return plausible(year, (both / 100) as u8, (both % 100) as u8);
        }
        let month = match part(window[1], 1..=2) {
            Some(month) => month as u8,
            None if window[1].len() == 3 => month(&fold(window[1]), "en")?,
            None => return None,
        };
        plausible(year, month, part(window.get(2)?, 1..=2)? as u8)
    };
    (0..parts.len().saturating_sub(1)).filter_map(|at| read(&parts[at..parts.len().min(at + 3)])).collect()
}

/// Days written as eight digits, whatever follows: identifiers begin with them.
fn in_numbers(path: &str) -> Vec<Date> {
    let runs = path.split(|character: char| !character.is_ascii_digit());
    // Shorter and other lengths are identifiers that look like a day by chance.
    runs.filter(|run| matches!(run.len(), 8 | 12 | 14)).filter_map(|run| compact(&run[..8])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_addresses() {
        for (address, expected) in [
            ("https://a.example/2017/05/22/story.html", Some("2017-05-22")),
            ("https://a.example/news/2017/5/2/story", Some("2017-05-02")),
            ("https://a.example/news/2017-05-22-story", Some("2017-05-22")),
            ("https://a.example/news/story_20170522.html", Some("2017-05-22")),
            ("https://a.example/news/20170522-story", Some("2017-05-22")),
            ("https://a.example/t20170522_123.html", Some("2017-05-22")),
            ("https://a.example/2017/may/22/story", Some("2017-05-22")),
            ("https://a.example/2017/0522/c90000-1.html", Some("2017-05-22")),
            ("https://a.example/2017/05/22/20170522-story", Some("2017-05-22")),
            ("https://a.example/2017/05/22/what-happened-on-2016-01-02", None),
            ("https://a.example/2017/05/story", None),
            ("https://a.example/story-19112007", None),
            ("https://a.example/3017/05/22/story", None),
            ("https://a.example/story?date=2017-05-22", None),
            ("https://a.example/2017/05/22/story?of=https://b.example/2016/01/02/", Some("2017-05-22")),
            ("https://web.archive.org/web/20190102030405/https://a.example/2017/05/22/story", Some("2017-05-22")),
            ("https://web.archive.org/web/20190102030405/https://a.example/story", None),
            ("https://a.example/0000/00/00/", None),
            ("", None),
        ] {
            assert_eq!(date(address).map(|day| day.to_string()).as_deref(), expected, "{address}");
        }
    }
}
