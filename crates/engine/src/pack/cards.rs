//! The cards file of a pack: descriptions, facts and citations, decoded one by one when asked for.

use super::PackError;
use super::container::{Container, FileKind, RecordTable};
use super::records::{CardRecord, CitationRecord, PackMeta};

pub(crate) const META: u32 = 1;
pub(crate) const CARD_ENDS: u32 = 2;
pub(crate) const CARDS: u32 = 3;
pub(crate) const CITATION_ENDS: u32 = 4;
pub(crate) const CITATIONS: u32 = 5;

/// An opened cards file.
#[derive(Debug)]
pub struct CardsFile {
    meta: PackMeta,
    cards: RecordTable,
    citations: RecordTable,
}

impl CardsFile {
    /// Opens the bytes of a cards file. Nothing is parsed but the section table.
    pub fn open(bytes: Vec<u8>) -> Result<Self, PackError> {
        let file = Container::open(bytes, FileKind::Cards)?;
        let meta = postcard::from_bytes(file.section(META)?.as_ref())
            .map_err(|_| PackError::Damaged { part: "description of the pack" })?;
        Ok(Self {
            meta,
            cards: RecordTable::open(&file, CARD_ENDS, CARDS)?,
            citations: RecordTable::open(&file, CITATION_ENDS, CITATIONS)?,
        })
    }

    /// What the pack says of itself; the same as in its names file.
    pub fn meta(&self) -> &PackMeta {
        &self.meta
    }

    /// The card of the entity with that index.
    pub fn card(&self, index: u32) -> Option<CardRecord> {
        self.cards.get(index)
    }

    /// The citation with that index.
    pub fn citation(&self, index: u32) -> Option<CitationRecord> {
        self.citations.get(index)
    }
}
