//! Attributions: who is said to have said what, through whom, and by which words.

use crate::document::Document;
use crate::mentions::Mention;
use std::ops::Range;

pub use crate::wire::{Directness, SourceKind};

/// Somebody a statement comes from or through: on the page, in a pack, or both.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    /// The words on the page that name them most fully.
    pub text: String,
    /// Where those words stand, in bytes of the document's text.
    pub range: Option<Range<usize>>,
    /// Identifier of the entity, when a pack knows them.
    pub entity: Option<String>,
    /// The entity's label.
    pub label: Option<String>,
}

/// A reported statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// The words that name the source, in bytes of the document's text; empty when there is none.
    pub source: Vec<Range<usize>>,
    /// The words that report.
    pub cue: Vec<Range<usize>>,
    /// What is said to have been said; quotation marks belong to it.
    pub content: Vec<Range<usize>>,
    /// Who speaks, after pronouns, surnames and roles are resolved.
    pub speaker: Option<Voice>,
    /// The medium it came through.
    pub outlet: Option<Voice>,
    /// Who passed it on, when the speaker is quoted by somebody else.
    pub relayed_by: Option<Voice>,
    /// What sort of source.
    pub kind: SourceKind,
    /// Quoted or paraphrased.
    pub directness: Directness,
    /// The hedge that stands with it ("reportedly"), if any.
    pub hedge: Option<Range<usize>>,
    /// How sure it is, 0 to 1.
    pub confidence: f32,
}

/// The statements reported in `document`, in order of their content. `mentions` are those found in it, in order;
/// `last_source` is the last one named before this part of the page.
pub fn attribute(_document: &Document, _mentions: &[Mention], _last_source: Option<&Voice>) -> Vec<Attribution> {
    Vec::new()
}

/// Whether statements can be found in texts of that language (primary subtag).
pub fn supports(language: &str) -> bool {
    language == "en"
}
