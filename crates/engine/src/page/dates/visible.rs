//! Finds a page's date in what its readers see: the short lines around the headline.

use super::candidate::{Candidate, Place};
use super::labels::{Label, labelled_dates};
use super::markup::is_never_own;
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
    for (at, (range, block)) in ranges.iter().zip(blocks).enumerate() {
        let Some(line) = text.get(range.clone()).filter(|line| line.len() <= MAX_LINE) else { continue };
        let has_number = || line.chars().any(char::is_numeric);
        if at == headline
            || is_aside(&block.path)
            || is_never_own(&block.hints)
            || block.link_density > 0.8
            || !has_number()
        {
            continue;
        }
        if nearby.contains(&at) {
            add(line, (at > headline).then_some(&mut first_after), writing, found);
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

/// Adds the dates of one line near the headline; of those below it, `first_after` keeps the first.
fn add(line: &str, mut first_after: Option<&mut Option<Date>>, writing: Writing, found: &mut Dates) {
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
        let later = match &mut first_after {
            Some(first) => *first.get_or_insert(date.day) != date.day,
            // Above the headline stands the page's own head, often with today's date.
            None => true,
        };
        let weight = if later { weight - 8 } else { weight };
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
