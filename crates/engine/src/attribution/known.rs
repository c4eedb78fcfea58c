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
        // "Americans".
        let nation = !text.contains(' ') && text.ends_with("ans") && text.len() > "Hans".len();
        !text.starts_with("one ") && plural
            || nation
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

/// Whether two full names that share a surname have given names that no language writes for one another ("Wladimir Lumo" is
/// "Vladimir Lumo").
pub(super) fn is_another(one: &str, other: &str) -> bool {
    /// So many bytes at the beginning or end of a given name are alike where it is the same one.
    const BEGINNING: usize = 2;
    const END: usize = 3;
    let (Some((first, _)), Some((second, _))) = (one.split_once(' '), other.split_once(' ')) else { return false };
    let surname = |name: &str| name.rfind(' ').unwrap_or_default();
    let begins = first.bytes().zip(second.bytes()).take_while(|(a, b)| a == b).count();
    let ends = first.bytes().rev().zip(second.bytes().rev()).take_while(|(a, b)| a == b).count();
    one[surname(one)..] == other[surname(other)..] && begins < BEGINNING && ends < END
}

#[cfg(test)]
mod tests {
    #[test]
    fn given_names_of_one() {
        for (one, other, another) in [
            ("Christian Lumo", "Tobias Lumo", true),
            ("Vladimir Lumo", "Wladimir Lumo", false),
            ("Andrei Lumo", "Andreï Lumo", false),
            ("Lukas Lumo", "Лукаш Лумо", false),
        ] {
            assert_eq!(super::is_another(one, other), another, "{one} and {other}");
        }
    }
}
