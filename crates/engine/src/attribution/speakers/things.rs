//! Owns which sources could not speak: things that let one think something.

use super::super::roles;
use super::super::statements::Statement;
use super::Speakers;
use super::heads::{Head, sounds_like_person};
use crate::words::word_lists;
use std::ops::Range;

word_lists! {
    /// What things do as well as people.
    suggests: "suggest suggests suggested promise promises promised reveal reveals revealed hint hints indicate indicates claimed";
    /// People by nouns that no list and no ending tells.
    is_people: "couple pair duo trio host colleague attorney republican democrat delegation personnel patriarch family crew";
}

impl Speakers<'_, '_, '_> {
    /// Whether a source without a name is a thing that suggests or promises something: "the deals", "a check".
    pub(super) fn is_thing(&self, source: &Range<usize>, head: &Head, statement: &Statement) -> bool {
        let noun = self.word(head.tokens.end - 1);
        let one = noun.strip_suffix('s').unwrap_or(noun);
        let listed = |word: &str| roles::is_unnamed(word) || roles::is_office(word) || is_people(word);
        suggests(self.word(statement.cue.end - 1))
            && source.end <= statement.cue.start
            && !self.document.is_capitalised(head.tokens.end - 1)
            && !source.clone().any(|token| listed(self.word(token)))
            && !is_people(one)
            && !sounds_like_person(one)
            && !sounds_like_person(noun)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::model;
    use super::super::super::*;

    #[test]
    fn who_can_suggest() {
        for (text, shown) in [
            ("The cases suggest that the new dam has been used to explain the flood.", false),
            ("The duchess revealed that the new dam had made her feel alone.", true),
            ("The couple revealed that the new dam would have nine gates.", true),
            ("Democrats suggested that the new dam would cost nine million.", true),
        ] {
            let found = attribute(&Document::from_plain(text, "en"), &[], None, Some(model()));
            assert_eq!(found.iter().any(|found| found.shown), shown, "{text}: {found:?}");
        }
    }
}
