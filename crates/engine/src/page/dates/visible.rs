//! Finds a page's date in what its readers see: the short lines around the headline.

use super::super::groups;
use super::super::prose::measure;
use super::candidate::{Candidate, Place};
use super::labels::{Label, labelled_dates};
use super::markup::is_foreign;
use super::months::fold;
use super::written::Writing;
use super::{Dates, Subject};
use crate::date::Date;
use crate::wire::BlockClues;
use std::ops::Range;

/// Blocks before the headline in which its date may stand.
const BEFORE: usize = 4;
/// Blocks after it.
const AFTER: usize = 12;
/// Paragraphs below the headline after which a line without a label is hardly about the story's own day.
const ENOUGH_PROSE: usize = 2;
/// A block longer than this (bytes) is prose, where dates are part of the story.
const MAX_LINE: usize = 240;

/// Bytes that may stand before a date that is said to be of the publication, away from the headline.
const MAX_LABEL: usize = 40;

/// Adds the dates in the lines around the headline among the blocks, which stand at `ranges` of `text`.
pub(super) fn collect(
    text: &str,
    ranges: &[Range<usize>],
    blocks: &[BlockClues],
    subject: &Subject,
    writing: Writing,
    found: &mut Dates,
) {
    let Some(headline) = headline(text, ranges, blocks, subject) else { return };
    let nearby = headline.saturating_sub(BEFORE)..ranges.len().min(headline + AFTER + 1);
    let mut first_after = None;
    let mut elsewhere = Vec::new();
    let mut paragraphs = 0;
    for (at, (range, block)) in ranges.iter().zip(blocks).enumerate() {
        if at > headline && text.get(range.clone()).is_some_and(is_prose) {
            paragraphs += 1;
        }
        let Some(line) = text.get(range.clone()).filter(|line| line.len() <= MAX_LINE) else { continue };
        let has_number = || line.chars().any(char::is_numeric);
        if at == headline
            || is_aside(&block.path)
            || is_foreign(&block.hints)
            || block.link_density > 0.8
            || !has_number()
        {
            continue;
        }
        if nearby.contains(&at) {
            let side = if paragraphs >= ENOUGH_PROSE {
                Side::Away
            } else if at > headline {
                Side::Below(&mut first_after)
            } else if is_beside(block, &blocks[headline]) {
                Side::Above
            } else {
                Side::Away
            };
            add(line, side, writing, found);
        } else if let Some((date, Some(Label::Published))) = labelled_dates(line, writing).into_iter().next()
            && date.range.start <= MAX_LABEL
        {
            elsewhere.push(Candidate::new(date.day, date.other, Place::Text, 52));
        }
    }
    // "Published: 22 May 2017" below an article is its own date; where there are several, they are of a list.
    if elsewhere.windows(2).all(|pair| pair[0].stamp == pair[1].stamp) {
        found.published.append(&mut elsewhere);
    }
}

/// Whether a block with this path belongs to what surrounds an article.
fn is_aside(path: &str) -> bool {
    let mut inside = path.rsplit('>').take_while(|name| *name != "article");
    // Bylines stand in an `aside` of their article, too.
    let in_article = path.split('>').any(|name| name == "article");
    inside.any(|name| matches!(name, "nav" | "footer") || (name == "aside" && !in_article))
}

/// Where a line near the headline stands.
enum Side<'f> {
    /// Below it; the first date found there is kept.
    Below(&'f mut Option<Date>),
    /// Above it, in a box that both share.
    Above,
    /// Above it and in no such box, where pages show today's date; or below the article's first paragraphs, where other stories are named.
    Away,
}

/// Whether a block reads like a paragraph of the story.
fn is_prose(text: &str) -> bool {
    let prose = measure(text);
    prose.length >= 60.0 && prose.stops > 0 && prose.ends && prose.digits < 0.1
}

/// Whether a block stands in one of the elements that hold the headline closely.
fn is_beside(block: &BlockClues, headline: &BlockClues) -> bool {
    /// Elements around the headline that hold little else.
    const CLOSE: usize = 3;
    let shared = groups::shared(&block.place, &headline.place);
    // What stands in the page itself shares nothing, and is beside only where the headline does, too.
    let in_page = headline.place.len() <= 1 && block.place.len() <= headline.place.len();
    shared >= headline.place.len().saturating_sub(1 + CLOSE) && (shared > 0 || in_page)
}

/// Adds the dates of one line near the headline.
fn add(line: &str, mut side: Side, writing: Writing, found: &mut Dates) {
    for (date, label) in labelled_dates(line, writing) {
        // Without a label, a line that says more than the date and a byline is a sentence.
        let rest = line.chars().count().saturating_sub(line[date.range.clone()].chars().count());
        let weight = match label {
            Some(Label::Foreign) => continue,
            Some(_) => 70,
            None if rest <= 25 => 60,
            None if rest <= 80 => 55,
            None => continue,
        };
        let doubt = match &mut side {
            // Those that follow the first are of other stories.
            Side::Below(first) => 8 * u8::from(*first.get_or_insert(date.day) != date.day),
            Side::Away if label.is_none() => 25,
            Side::Above | Side::Away => 8,
        };
        let weight = weight - doubt;
        let candidate = Candidate::new(date.day, date.other, Place::Text, weight);
        let kind = if label == Some(Label::Updated) { &mut found.updated } else { &mut found.published };
        kind.push(candidate);
    }
}

/// The block that is the page's headline: a first heading that the title repeats, else any block that it repeats.
fn headline(text: &str, ranges: &[Range<usize>], blocks: &[BlockClues], subject: &Subject) -> Option<usize> {
    let is_title = |at: usize| {
        text.get(ranges[at].clone()).is_some_and(|line| line.len() <= 400 && subject.has_title(&fold(line)))
    };
    let is_first = |at: usize| blocks[at].path.split('>').any(|name| name == "h1");
    let all = 0..ranges.len().min(blocks.len());
    let first = all.clone().filter(|&at| is_first(at));
    first
        .clone()
        .find(|&at| is_title(at))
        .or_else(|| all.clone().find(|&at| is_title(at)))
        .or_else(|| first.clone().next())
}
