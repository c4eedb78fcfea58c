//! Finds the dated entries of a page: those of a live blog, or several articles on one page, each with a day of its own.
//!
//! Two forms are known. Entries are elements side by side, each with its date and text; or they are runs of a page's blocks, each begun
//! by a heading or a line that holds its date. Where fewer than two are found the page is one text of one day.

use super::BlockRole;
use super::dates::{Writing, day_of, day_of_line};
use super::declared::letters;
use super::json::Json;
use super::linked_items;
use crate::date::Date;
use crate::wire::BlockClues;

/// Text of the article that an entry must hold, in UTF-16 units; less is the head of something.
const LEAST_TEXT: u32 = 80;
/// A date stands among the first blocks of its entry; later ones are part of what it tells.
const DATE_WITHIN: usize = 4;
/// A longer text than this that begins a run is an entry or an embedded post of its own. UTF-16 units.
const LONGEST_START: u32 = 160;
/// Elements farther in than this are parts of a paragraph.
const MAX_DEPTH: usize = 32;
/// Share of its text in links from which a block leads to another story.
const MOSTLY_LINK: f32 = 0.5;
/// Elements whose dates are of something that the page shows or quotes.
const FOREIGN: &[&str] = &["blockquote", "figure", "aside", "nav", "footer", "table"];

/// An element, seen from one of its ancestors' level.
struct Child {
    parent: u32,
    number: u32,
    /// Its blocks.
    first: usize,
    end: usize,
    /// The day among its first blocks.
    day: Option<Date>,
    /// Text of the article in it, the block with the date apart.
    body: u32,
    /// All text in it.
    length: u32,
    /// Whether all of it is headings.
    heading: bool,
    foreign: bool,
    /// Whether some of it is a link to another story.
    linked: bool,
}

/// The number and day of the entry in which each block stands, the first being 0; empty for a page without entries.
pub(super) fn find(
    texts: &[&str],
    blocks: &[BlockClues],
    roles: &[BlockRole],
    linked: &[Json],
    writing: Writing,
) -> Vec<Option<(usize, Date)>> {
    let days = own_days(texts, blocks, linked, writing);
    if days.iter().flatten().count() < 2 {
        return Vec::new();
    }
    for depth in 0..MAX_DEPTH {
        let children = children(depth, blocks, roles, &days);
        let mut best = Vec::new();
        for siblings in children.chunk_by(|one, other| one.parent == other.parent) {
            let entries = entries(siblings);
            if entries.len() >= 2 && entries.len() > best.len() && are_sorted(&entries) {
                best = entries;
            }
        }
        if !best.is_empty() {
            let mut found = vec![None; blocks.len()];
            for (number, (first, end, day)) in best.into_iter().enumerate() {
                found[first..end].fill(Some((number, day)));
            }
            return found;
        }
    }
    Vec::new()
}

/// The day that each block itself says.
fn own_days(texts: &[&str], blocks: &[BlockClues], linked: &[Json], writing: Writing) -> Vec<Option<Date>> {
    /// A longer line is no heading of a day. Bytes.
    const MAX_LINE: usize = 120;
    let updates = updates(linked, writing);
    texts
        .iter()
        .zip(blocks)
        .map(|(text, block)| {
            let name = block.path.rsplit('>').find(|name| !matches!(*name, "span" | "strong" | "b" | "em" | "a"));
            let heading = || matches!(name, Some("h2" | "h3" | "h4" | "h5" | "h6" | "time" | "dt"));
            let listed = || {
                let own = if updates.is_empty() { String::new() } else { letters(text) };
                updates.iter().find(|update| update.begins_with(&own)).map(|update| update.day)
            };
            let written = || (text.len() <= MAX_LINE && heading()).then(|| day_of_line(text, writing)).flatten();
            block.time.as_deref().and_then(|time| day_of(time, writing)).or_else(listed).or_else(written)
        })
        .collect()
}

/// An entry that the page's JSON-LD lists.
struct Update {
    day: Date,
    headline: String,
    body: String,
}

impl Update {
    /// Whether the block of those letters is its headline, or its text where it has none.
    fn begins_with(&self, block: &str) -> bool {
        /// Shorter beginnings are those of many texts.
        const ENOUGH: usize = 30;
        let headline = !self.headline.is_empty();
        headline && block == self.headline || !headline && block.len() >= ENOUGH && self.body.starts_with(block)
    }
}

fn updates(linked: &[Json], writing: Writing) -> Vec<Update> {
    let lists = linked_items::items(linked).into_iter().filter_map(|item| item.get("liveBlogUpdate"));
    lists
        .flat_map(Json::items)
        .filter_map(|update| {
            let text = |key| update.get(key).and_then(Json::text).unwrap_or_default();
            Some(Update {
                day: day_of(text("datePublished"), writing)?,
                headline: letters(text("headline")),
                body: letters(text("articleBody")),
            })
        })
        .collect()
}

/// The elements at that depth that hold blocks, in order.
fn children(depth: usize, blocks: &[BlockClues], roles: &[BlockRole], days: &[Option<Date>]) -> Vec<Child> {
    let mut children: Vec<Child> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let Some(&number) = block.place.get(depth) else { continue };
        let parent = depth.checked_sub(1).map_or(u32::MAX, |outer| block.place[outer]);
        if children.last().is_none_or(|last| last.number != number || last.parent != parent) {
            let foreign = block.path.split('>').nth(depth).is_some_and(|name| FOREIGN.contains(&name));
            children.push(Child {
                parent,
                number,
                first: index,
                end: index,
                day: None,
                body: 0,
                length: 0,
                heading: true,
                foreign,
                linked: false,
            });
        }
        let Some(child) = children.last_mut() else { continue };
        let dated = child.day.is_none() && index - child.first < DATE_WITHIN && days[index].is_some();
        if dated {
            child.day = days[index];
        } else if roles[index] == BlockRole::Body {
            child.body += block.length;
        }
        child.linked |= days[index].is_none() && block.link_density >= MOSTLY_LINK;
        child.heading &= roles[index].is_heading();
        child.length += block.length;
        child.end = index + 1;
    }
    children
}

/// Whether the entries stand in the order of their days, either way; posts and stories that an article refers to don't.
fn are_sorted(entries: &[(usize, usize, Date)]) -> bool {
    let (mut falls, mut rises) = (false, false);
    for pair in entries.windows(2) {
        falls |= pair[1].2 < pair[0].2;
        rises |= pair[1].2 > pair[0].2;
    }
    !(falls && rises)
}

/// The entries among the children of one element: the blocks of each, and its day.
fn entries(siblings: &[Child]) -> Vec<(usize, usize, Date)> {
    let own = siblings.iter().filter(|child| child.body >= LEAST_TEXT && !child.foreign);
    let own: Vec<_> = own.filter_map(|child| Some((child.first, child.end, child.day?))).collect();
    if own.len() >= 2 {
        return own;
    }
    let mut runs: Vec<(usize, usize, Date)> = Vec::new();
    let mut body = 0;
    let close = |runs: &mut Vec<(usize, usize, Date)>, body: &mut u32| {
        if std::mem::take(body) < LEAST_TEXT {
            runs.pop();
        }
    };
    for (at, child) in siblings.iter().enumerate() {
        let own = !child.foreign && !child.linked;
        let begins = child.day.filter(|_| own && child.body == 0 && child.length <= LONGEST_START);
        match (begins, runs.last_mut()) {
            (Some(day), _) => {
                close(&mut runs, &mut body);
                // The entry's heading may stand above its date.
                let above = at.checked_sub(1).map(|above| &siblings[above]);
                let first =
                    above.filter(|above| above.heading && above.day.is_none()).map_or(child.first, |above| above.first);
                if let Some(run) = runs.last_mut() {
                    run.1 = run.1.min(first);
                }
                runs.push((first, child.end, day));
            }
            (None, Some(run)) => {
                run.1 = child.end;
                body += child.body;
            }
            (None, None) => {}
        }
    }
    close(&mut runs, &mut body);
    runs
}

#[cfg(test)]
mod tests {
    use super::super::dates::writing;
    use super::super::json;
    use super::*;
    use crate::wire::PageClues;

    const TEXT: &str =
        "Buses left the town at noon, the ministry said, and nobody knew when the road would be open again.";

    /// The entry of each block, given as its path (elements of one name told apart by `#`), `datetime` and text; as the number and day.
    fn found(blocks: &[(&str, &str, &str)], json_ld: &str) -> Vec<String> {
        let mut elements: Vec<String> = Vec::new();
        let mut number = |element: String| {
            elements.push(element.clone());
            elements.iter().position(|known| *known == element).unwrap_or_default() as u32
        };
        let clues: Vec<BlockClues> = blocks
            .iter()
            .enumerate()
            .map(|(index, (path, time, text))| {
                let ends: Vec<usize> = path.match_indices('>').map(|(at, _)| at).collect();
                let mut place: Vec<u32> = ends.iter().map(|end| number(path[..*end].to_string())).collect();
                place.push(number(format!("{path} {index}")));
                let names: Vec<&str> = path.split('>').map(|name| name.split('#').next().unwrap_or_default()).collect();
                BlockClues {
                    length: text.len() as u32,
                    path: names.join(">"),
                    place,
                    time: (!time.is_empty()).then(|| (*time).to_string()),
                    ..BlockClues::default()
                }
            })
            .collect();
        let roles: Vec<BlockRole> = clues
            .iter()
            .map(|block| match block.path.rsplit('>').next() {
                Some("h1" | "h2" | "h3") => BlockRole::Heading,
                Some("p") => BlockRole::Body,
                _ => BlockRole::Other,
            })
            .collect();
        let texts: Vec<&str> = blocks.iter().map(|block| block.2).collect();
        let linked = json::read(json_ld);
        let entries = find(&texts, &clues, &roles, &linked, writing(&PageClues::default(), "en"));
        entries.iter().map(|entry| entry.map_or("-".into(), |(number, day)| format!("{number} {day}"))).collect()
    }

    #[test]
    fn entries_are_elements_side_by_side() {
        let blocks = [
            ("main>h1", "", "The truce, day by day"),
            ("main>div>article#1>time", "2017-05-23T14:05", "23 May, 14:05"),
            ("main>div>article#1>p", "", TEXT),
            ("main>div>article#2>h2", "", "Road closed"),
            ("main>div>article#2>time", "2017-05-22T09:00", "09:00"),
            ("main>div>article#2>time", "2017-05-24T09:00", "changed on Wednesday"),
            ("main>div>article#2>p", "", TEXT),
        ];
        let days =
            ["-", "0 2017-05-23", "0 2017-05-23", "1 2017-05-22", "1 2017-05-22", "1 2017-05-22", "1 2017-05-22"];
        assert_eq!(found(&blocks, ""), days);
    }

    #[test]
    fn entries_are_runs_begun_by_a_line_with_the_date() {
        let blocks = [
            ("main>h1", "", "The truce, day by day"),
            ("main>p", "", TEXT),
            ("main>h2", "", "Tuesday, 23 May 2017"),
            ("main>h3", "", "14:05"),
            ("main>p", "", TEXT),
            ("main>h2", "", "Road closed"),
            ("main>div#1>time", "2017-05-22", "yesterday"),
            ("main>p", "", TEXT),
        ];
        let days =
            ["-", "-", "0 2017-05-23", "0 2017-05-23", "0 2017-05-23", "1 2017-05-22", "1 2017-05-22", "1 2017-05-22"];
        assert_eq!(found(&blocks, ""), days);
    }

    #[test]
    fn entries_are_listed_by_json_ld() {
        let listed = r#"{"@type": "LiveBlogPosting", "liveBlogUpdate": [
            {"@type": "BlogPosting", "headline": "Road open", "datePublished": "2017-05-23T10:00:00Z"},
            {"@type": "BlogPosting", "headline": "Road closed", "datePublished": "2017-05-22T10:00:00Z"},
            {"@type": "BlogPosting", "headline": "Road closed", "datePublished": "0000-00-00"}]}"#;
        let blocks = [
            ("main>div#1>h2", "", "Road open"),
            ("main>div#1>p", "", TEXT),
            ("main>div#2>h2", "", "Road closed"),
            ("main>div#2>p", "", TEXT),
        ];
        assert_eq!(found(&blocks, listed), ["0 2017-05-23", "0 2017-05-23", "1 2017-05-22", "1 2017-05-22"]);
        assert!(found(&blocks, "").is_empty());
    }

    #[test]
    fn an_article_beside_teasers_posts_and_notes_has_no_entries() {
        let own = [
            ("main>article#1>time", "2017-05-22", "22 May 2017"),
            ("main>article#1>p", "", TEXT),
            ("main>article#1>p", "", TEXT),
        ];
        for others in [
            [("main>article#2>time", "2017-05-20", "20 May"), ("main>article#2>a", "", TEXT)],
            [("main>article#1>p", "2017-05-20", "Changed on 20 May"), ("main>article#1>p", "", "Thanks.")],
            [("main>article#1>blockquote#1>p", "", TEXT), ("main>article#1>blockquote#1>time", "2017-05-20", "20 May")],
        ] {
            let blocks: Vec<_> = own.into_iter().chain(others).collect();
            assert!(found(&blocks, "").is_empty(), "{blocks:?}");
        }
    }
}
