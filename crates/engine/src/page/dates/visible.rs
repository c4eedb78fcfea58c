//! Finds a page's date in what its readers see: the short lines around the headline.

use super::candidate::{Candidate, Place};
use super::labels::{Label, label};
use super::months::fold;
use super::written::{Writing, dates};
use super::{Dates, Subject};
use crate::wire::BlockClues;
use std::ops::Range;

/// Blocks before the headline in which its date may stand.
const BEFORE: usize = 4;
/// Blocks after it.
const AFTER: usize = 12;
/// A block longer than this (bytes) is prose, where dates are part of the story.
const MAX_LINE: usize = 240;
/// Bytes before a date that may say what it is.
const LABEL: usize = 60;

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
    for (at, range) in nearby.clone().zip(&ranges[nearby]) {
        let Some(line) = text.get(range.clone()).filter(|line| line.len() <= MAX_LINE && at != headline) else {
            continue;
        };
        let path = &blocks[at].path;
        if path.split('>').any(|name| matches!(name, "nav" | "footer" | "aside" | "form"))
            || blocks[at].link_density > 0.8
        {
            continue;
        }
        let mut after = 0;
        for date in dates(line, writing) {
            let before = &line[after..date.range.start];
            let start =
                before.char_indices().rev().map(|(at, _)| at).find(|at| before.len() - at >= LABEL).unwrap_or(0);
            let label = label(&before[start..]);
            after = date.range.end;
            // Without a label, a line that says more than the date and a name is a sentence.
            let rest = line.chars().count().saturating_sub(line[date.range.clone()].chars().count());
            let weight = match label {
                Some(Label::Foreign) => continue,
                Some(_) => 70,
                None if rest <= 25 => 60,
                None if rest <= 60 => 52,
                None => continue,
            };
            let weight = if at < headline { weight - 8 } else { weight };
            let candidate =
                Candidate { day: date.day, other: date.other, universal_hour: None, place: Place::Text, weight };
            let kind = if label == Some(Label::Updated) { &mut found.updated } else { &mut found.published };
            kind.push(candidate);
        }
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
