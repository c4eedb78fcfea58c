//! Who wrote the page's article: names in its metadata, else the line that follows the headline ("By Ada Example").

use crate::wire::PageClues;

/// Metadata that names authors, the surest first.
const AUTHOR_METAS: &[&str] = &[
    "article:byline",
    "byl",
    "author",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "parsely-author",
    "cxenseparse:author",
    "article:author_name",
    "article_author",
    "og:author",
    "og:article:author",
    "article:author",
];
/// Words before the name in a visible byline.
const BY: &[&str] = &[
    "by",
    "words by",
    "written by",
    "story by",
    "reported by",
    "von",
    "por",
    "par",
    "di",
    "door",
    "av",
    "af",
    "text",
    "texto",
    "autor",
    "autora",
    "auteur",
    "автор",
    "текст",
    "przez",
    "autorka",
    "tekst",
    "yazan",
    "penulis",
    "نوشته",
    "بقلم",
    "كتب",
    "文",
    "記者",
    "记者",
    "作者",
];
/// Beginnings of months and weekdays, where a byline goes on with a date.
const MONTH_STARTS: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon", "tue", "wed", "thu",
    "fri", "sat", "sun",
];
/// Words after which nothing more of a byline is a name.
const NO_NAMES: &[&str] = &["on", "published", "updated", "posted", "last", "at", "am", "um"];
/// Blocks after the headline in which a byline is sought.
const REACH: usize = 8;
/// A longer line is a sentence. Characters.
const LONGEST: usize = 90;
/// More names than this are a list of the staff.
const MOST_NAMES: usize = 6;

/// The authors, joined as on the page, or `None`. `linked` are those of the JSON-LD; `blocks` the texts from the headline on;
/// `outlet` what the page calls itself, which is no author.
pub fn byline<'t>(
    clues: &PageClues,
    linked: &[String],
    blocks: impl Iterator<Item = &'t str>,
    outlet: Option<&str>,
) -> Option<String> {
    let mut values: Vec<&str> = linked.iter().map(String::as_str).collect();
    for name in AUTHOR_METAS {
        if let Some(found) = names(&values, outlet) {
            return Some(found);
        }
        values.clear();
        values.extend(clues.metas.iter().filter(|meta| meta.name.eq_ignore_ascii_case(name)).map(|meta| &*meta.value));
    }
    names(&values, outlet).or_else(|| names(&blocks.take(REACH).filter_map(visible).collect::<Vec<_>>(), outlet))
}

fn names(values: &[&str], outlet: Option<&str>) -> Option<String> {
    let mut found: Vec<&str> = Vec::new();
    for value in values {
        let name = clean(value);
        let is_outlet = outlet.is_some_and(|outlet| outlet.eq_ignore_ascii_case(name));
        if is_name(name) && !is_outlet && !found.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            found.push(name);
        }
    }
    (!found.is_empty() && found.len() <= MOST_NAMES).then(|| found.join(", "))
}

/// The value without "By" before it and without what follows a bar.
fn clean(value: &str) -> &str {
    let value =
        value.split(" | ").next().unwrap_or(value).trim().trim_end_matches(&['|', ',', '·', ';'][..]).trim_end();
    after_by(value).unwrap_or(value)
}

/// The names in a visible byline: at least two words, up to a date, a number or a dash.
fn visible(line: &str) -> Option<&str> {
    let rest = after_by(line)?;
    let stops = |word: &str| {
        let letters = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let month =
            MONTH_STARTS.iter().any(|month| letters.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(month)));
        letters.is_empty()
            || letters.contains(|letter: char| letter.is_ascii_digit())
            || (month && line.contains(|letter: char| letter.is_ascii_digit()))
            || NO_NAMES.contains(&letters.to_lowercase().as_str())
    };
    let mut end = 0;
    let mut words = 0;
    for word in rest.split_whitespace() {
        if stops(word) {
            break;
        }
        end = word.as_ptr() as usize - rest.as_ptr() as usize + word.len();
        words += 1;
        if word.ends_with('.') && word.chars().count() > 3 {
            break;
        }
    }
    let unspaced = rest.chars().all(|letter| !letter.is_ascii());
    (words >= 2 || (words == 1 && unspaced)).then(|| rest[..end].trim_end_matches(&[',', ';', '.', '|'][..]))
}

/// What follows "By" at the start of a line.
fn after_by(line: &str) -> Option<&str> {
    let line = line.trim();
    BY.iter().find_map(|by| {
        let head = line.get(..by.len()).filter(|head| head.to_lowercase() == *by)?;
        let rest = &line[head.len()..];
        let ends = rest.starts_with(&[' ', ':', '：', '\u{a0}'][..]) || !by.is_ascii();
        let rest = rest.trim_start_matches(&[' ', ':', '：', '\u{a0}'][..]);
        (ends && !rest.is_empty()).then_some(rest)
    })
}

/// Whether it reads as names: no address, no handle, no identifier ("gloria-ruiz"), no sentence.
fn is_name(text: &str) -> bool {
    let identifier = !text.contains(' ') && text.contains(&['-', '_'][..]) && !text.contains(char::is_uppercase);
    let named = text.chars().next().is_some_and(|first| first.is_alphabetic() && !first.is_lowercase());
    named
        && !identifier
        && text.chars().count() <= LONGEST
        && !text.contains("://")
        && !text.contains('@')
        && !text.ends_with(&['.', '!', '?'][..])
        && !["admin", "no author", "newsroom", "staff", "redaktion", "redacción"]
            .contains(&text.to_lowercase().as_str())
        && text.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::MetaClue;

    #[test]
    fn authors_in_metadata_and_below_the_headline() {
        for (metas, linked, blocks, expected) in [
            (&[("author", "Ada Example")][..], &[][..], &[][..], Some("Ada Example")),
            (&[("author", "By ADA EXAMPLE, Staff writer")][..], &[], &[], Some("ADA EXAMPLE, Staff writer")),
            (&[("author", "Ada Example | ada@courier.example")][..], &[], &[], Some("Ada Example")),
            (
                &[("article:author", "https://social.example/ada")][..],
                &[],
                &["Floods", "By Ada Example"],
                Some("Ada Example"),
            ),
            (
                &[("author", "The Courier"), ("author", "ada-example")][..],
                &[],
                &["Von Ada Beispiel"],
                Some("Ada Beispiel"),
            ),
            (&[("author", "ignored")][..], &["Ada Example", "Grace Sample"], &[], Some("Ada Example, Grace Sample")),
            (&[][..], &[], &["By midday the water had reached the market."], None),
            (&[][..], &[], &["记者 王小明"], Some("王小明")),
            (&[][..], &[], &["By Ada Example December 29, 2014 4:08 pm"], Some("Ada Example")),
            (
                &[][..],
                &[],
                &["Von Ada van Beispiel und Max Muster · 30. Juni 2025"],
                Some("Ada van Beispiel und Max Muster"),
            ),
            (&[][..], &[], &["By Ada Example on Dec 26, 2014"], Some("Ada Example")),
            (&[][..], &[], &["By Size"], None),
            (&[][..], &[], &["Floods"], None),
        ] {
            let clue = |&(name, value): &(&str, &str)| MetaClue { name: name.into(), value: value.into() };
            let clues = PageClues { metas: metas.iter().map(clue).collect(), ..PageClues::default() };
            let linked: Vec<String> = linked.iter().map(|name: &&str| name.to_string()).collect();
            let found = byline(&clues, &linked, blocks.iter().copied(), Some("The Courier"));
            assert_eq!(found.as_deref(), expected, "{metas:?} {blocks:?}");
        }
    }
}
