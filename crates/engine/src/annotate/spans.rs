//! Byte ranges of a document as the page side counts them: UTF-16 units of blocks.

use crate::document::Document;
use crate::units::UnitIndex;
use crate::wire::Span;
use std::ops::Range;

/// Turns byte ranges of a document into spans of its blocks.
pub struct Spans<'d> {
    document: &'d Document<'d>,
    units: UnitIndex<'d>,
}

impl<'d> Spans<'d> {
    /// For spans of that document.
    pub fn new(document: &'d Document) -> Self {
        Self { document, units: UnitIndex::new(document.text) }
    }

    /// The spans that `range` covers, one a block, in order.
    pub fn of(&self, range: &Range<usize>) -> Vec<Span> {
        let blocks = &self.document.blocks;
        let first = blocks.partition_point(|block| block.range.end <= range.start);
        let touched = blocks.iter().enumerate().skip(first).take_while(|(_, block)| block.range.start < range.end);
        touched
            .filter_map(|(index, block)| {
                let start = range.start.max(block.range.start);
                let end = range.end.min(block.range.end);
                let units = |at| (self.units.utf16(at) - self.units.utf16(block.range.start)) as u32;
                (start < end).then(|| Span { block: index as u32, start: units(start), end: units(end) })
            })
            .collect()
    }
}
