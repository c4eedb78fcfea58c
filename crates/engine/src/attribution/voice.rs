//! Voices: whom a statement comes from or through, made of words on the page or of a mention.

use super::SourceKind;
use crate::document::Document;
use crate::mentions::Mention;
use std::ops::Range;

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

impl Voice {
    /// Somebody of whom nothing is known but what stands in those bytes.
    pub(super) fn of_words(document: &Document, bytes: Range<usize>) -> Self {
        Self { text: document.text[bytes.clone()].to_string(), range: Some(bytes), entity: None, label: None }
    }

    /// Whom a mention names.
    pub(super) fn of_mention(document: &Document, mention: &Mention) -> Self {
        let (entity, label) = (Some(mention.entity.clone()), Some(mention.label.clone()));
        Self { entity, label, ..Self::of_words(document, mention.range.clone()) }
    }

    /// The last word of their name.
    pub(super) fn surname(&self) -> &str {
        self.text.rsplit(' ').next().unwrap_or_default()
    }
}

impl SourceKind {
    /// Whether it is one person, for themselves or for an office.
    pub fn is_person(self) -> bool {
        matches!(self, Self::Person | Self::Official)
    }
}
