//! The cards file of a pack: descriptions, facts and citations, decoded one by one when asked for.

use super::PackError;
use super::container::{Container, FileKind};
use super::plain::plain;
use super::record_table::RecordTable;
use super::records::{CardRecord, CitationRecord, PackMeta};

pub(crate) const META: u32 = 1;
pub(crate) const CARD_SIZES: u32 = 2;
pub(crate) const CARDS: u32 = 3;
pub(crate) const CITATION_SIZES: u32 = 4;
pub(crate) const CITATIONS: u32 = 5;

/// Bytes of the largest card or citation that a cards file may hold, many times what a card can show.
pub(crate) const MOST_OF_CARD: usize = 32 << 10;

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
            cards: RecordTable::open(&file, CARD_SIZES, CARDS, "one card", MOST_OF_CARD)?,
            citations: RecordTable::open(&file, CITATION_SIZES, CITATIONS, "one citation", MOST_OF_CARD)?,
        })
    }

    /// What the pack says of itself; the same as in its names file.
    pub fn meta(&self) -> &PackMeta {
        &self.meta
    }

    /// The card of the entity with that index.
    pub fn card(&self, index: u32) -> Option<CardRecord> {
        let mut card: CardRecord = self.cards.get(index)?;
        card.description = plain(card.description);
        for fact in &mut card.facts {
            for text in [&mut fact.about, &mut fact.value].into_iter().chain(&mut fact.attributed) {
                *text = plain(std::mem::take(text));
            }
        }
        Some(card)
    }

    /// The citation with that index.
    pub fn citation(&self, index: u32) -> Option<CitationRecord> {
        let mut citation: CitationRecord = self.citations.get(index)?;
        for text in [&mut citation.title, &mut citation.publisher].into_iter().chain(&mut citation.date) {
            *text = plain(std::mem::take(text));
        }
        Some(citation)
    }
}
