//! What training needs to see: the passages of a document as the learned stage reads them, and its features.

pub use super::learned::arguments::{Surroundings, marks};
pub use super::learned::chain::{Chain, Sums, may_follow, spans};
pub use super::learned::features::of_cue;
pub use super::learned::judge::of_statement;
pub use super::learned::passage::{Passage, Unit, bytes};
pub use super::learned::{Found, Scorer, candidates};
pub use crate::pack::model::{Model, ModelError, Weights};

use super::learned::passage::{PassageReader, by_rules, groups};
use super::phrases::segments;
use super::quotes::scan;
use crate::document::Document;
use crate::mentions::Mention;
use std::ops::Range;

/// The passages of `document` in order.
pub fn passages(document: &Document, mentions: &[Mention]) -> Vec<Passage> {
    let quotations = scan(document);
    let segments = segments(document, &quotations);
    let rules = by_rules(document, &segments, &quotations);
    let mut reader = PassageReader::new(document, &quotations, mentions);
    let mut passages = Vec::new();
    let mut first = 0;
    for group in groups(document, &segments, &quotations) {
        passages.push(reader.read(group, first, &rules[first..first + group.len()]));
        first += group.len();
    }
    passages
}

/// The units of `passage` that some bytes of its document cover; empty when they lie elsewhere.
pub fn covered(document: &Document, passage: &Passage, bytes: &Range<usize>) -> Range<usize> {
    let start = |unit: &Unit| document.tokens[unit.tokens.start].start;
    let end = |unit: &Unit| document.tokens[unit.tokens.end - 1].end;
    let first = passage.units.partition_point(|unit| end(unit) <= bytes.start);
    first..passage.units.partition_point(|unit| start(unit) < bytes.end).max(first)
}
