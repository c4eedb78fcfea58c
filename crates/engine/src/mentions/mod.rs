//! Mentions: spans that name an entity, with candidates and the one chosen.

use crate::kind::EntityKind;
use std::ops::Range;

/// A span of text that names an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Bytes of the document's text.
    pub range: Range<usize>,
    /// Identifier of the entity chosen.
    pub entity: String,
    /// Its label; for a capital that stands for its government, the government's.
    pub label: String,
    /// Its kind as read here.
    pub kind: EntityKind,
    /// Identifier of the country it belongs to, if known.
    pub country: Option<String>,
    /// How sure the choice is, 0 to 1.
    pub confidence: f32,
    /// Whether it is sure enough to be marked at default settings.
    pub shown: bool,
    /// Identifiers of every entity that the name may stand for, the likeliest first.
    pub candidates: Vec<String>,
    /// Whether the words are an adjective or noun of nationality ("Turkish"), not the name itself.
    pub demonym: bool,
    /// Why this entity was chosen, in plain words, the weightiest first.
    pub reasons: Vec<String>,
}
