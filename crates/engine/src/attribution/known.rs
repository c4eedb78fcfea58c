//! Owns what is kept of somebody who has spoken or been introduced on a page.

use super::{SourceKind, Voice, roles};
use std::ops::Range;

/// Somebody who has spoken or been introduced on the page.
#[derive(Clone, Debug)]
pub(super) struct Known<'d> {
    pub voice: Voice,
    pub kind: SourceKind,
    /// Lower-case words of the phrase that introduced them: offices and kinds of body.
    pub roles: Vec<&'d str>,
    /// Whether it is a person rather than a body, medium or paper.
    pub is_person: bool,
    /// Where it was introduced, in bytes.
    pub at: usize,
    /// Where it last spoke or was introduced, in bytes.
    pub heard: usize,
    /// The phrase that introduced it, in tokens; empty when an earlier part of the page did.
    pub phrase: Range<usize>,
}

impl Known<'_> {
    /// Whether it is several people: "officials", "Smith and others".
    pub fn is_many(&self) -> bool {
        let text = &self.voice.text;
        let last = text.rsplit(' ').next().unwrap_or_default();
        let plural = self.kind == SourceKind::Anonymous && last.ends_with('s') && !last.ends_with("ss");
        !text.starts_with("one ") && plural
            || text.contains(" and ")
            || matches!(last, "they" | "They" | "police" | "people" | "men" | "women" | "pair" | "couple")
    }

    /// Who spoke last in an earlier part of the page.
    pub fn earlier(voice: Voice) -> Self {
        let words = voice.text.to_lowercase();
        let last = words.split_whitespace().next_back().unwrap_or_default();
        let body = roles::is_body(last) || roles::is_media(last) || roles::is_document(last);
        let kind = match (body, voice.entity.is_some()) {
            (true, _) => SourceKind::Organisation,
            (false, true) => SourceKind::Person,
            (false, false) if roles::is_unnamed(last) => SourceKind::Anonymous,
            _ => SourceKind::Person,
        };
        Self {
            voice: Voice { range: None, ..voice },
            kind,
            roles: Vec::new(),
            is_person: !body,
            at: 0,
            heard: 0,
            phrase: 0..0,
        }
    }
}
