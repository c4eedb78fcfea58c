//! Owns whom a phrase means that only describes somebody named before: "the 37-year-old", "the actor".

use super::super::SourceKind;
use super::Speakers;
use super::heads::Head;
use super::sexes::{self, Sex};
use crate::kind::EntityKind;
use crate::words::word_lists;
use std::ops::Range;

word_lists! {
    /// What pages call people whom they have named.
    describes: "actor actress singer rapper star comedian comic presenter director author novelist artist player striker midfielder \
        defender goalkeeper winger footballer boxer golfer dancer filmmaker musician songwriter designer entrepreneur billionaire \
        mogul duke duchess mp architect chef coach founder boss pundit expert professor president-elect";
}

impl Speakers<'_, '_, '_> {
    /// Who spoke last, where a phrase tells no more of its source than an age or a trade and nobody else was named since.
    pub(super) fn described(&self, head: &Head, source: &Range<usize>) -> Option<usize> {
        /// A longer phrase says of somebody new who it is. Tokens.
        const LONGEST: usize = 7;
        let noun = self.word(source.end - 1);
        let aged = noun == "old" && source.len() > 5 && self.word(source.end - 3) == "year";
        let plain = self.word(source.start) == "the" && head.tokens.end == source.end && source.len() <= LONGEST;
        if !plain || head.name.is_some() || head.mention.is_some() || !(aged || describes(noun)) {
            return None;
        }
        let index = self.last.filter(|&index| self.is_near(index, source.start))?;
        let known = &self.known[index];
        let named = known.is_person && !known.is_many() && known.kind != SourceKind::Anonymous;
        let sex = sexes::of_word(noun);
        let fits = sex.is_none() || self.sex_of(known).is_none_or(|other| Some(other) == sex);
        let from = self.heard_token?;
        let another = (from..source.start).filter(|&token| !self.is_quoted(token)).any(|token| {
            let word = self.document.word(token);
            let mention = self.mention_at(token).map(|index| &self.mentions[index]);
            let person = mention.is_some_and(|mention| mention.kind == EntityKind::Person)
                || self.document.is_capitalised(token) && self.people().ends_names(word);
            let own = known.voice.text.split(' ').any(|part| part == word)
                || mention.is_some_and(|mention| Some(&mention.entity) == known.voice.entity.as_ref());
            person && !own
        });
        (named && fits && !another).then_some(index)
    }

    /// Whether kin fits the pronoun better than `index`, who spoke before they were named: "my mother and I … She told me".
    pub(super) fn is_kin(&self, index: usize, pronoun: usize, sex: Sex) -> bool {
        let heard = self.document.token_at(self.known[index].heard);
        (heard..pronoun).skip(1).any(|token| {
            let whose = matches!(self.word(token - 1), "my" | "our" | "his" | "her" | "their");
            whose && !self.is_quoted(token) && sexes::of_word(self.word(token)) == Some(sex)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::model;
    use super::super::super::*;

    #[test]
    fn kin_between_a_speaker_and_a_pronoun() {
        for (text, speaker) in [
            ("The minister said the gate was old. My mother and I met at the dam. She said that it would hold.", "She"),
            ("The minister said the gate was old. We met at the dam. She said that it would hold.", "The minister"),
        ] {
            let found = attribute(&Document::from_plain(text, "en"), &[], None, None);
            let last = found.last().and_then(|found| found.speaker.as_ref()).map(|voice| &*voice.text);
            assert_eq!(last, Some(speaker), "{text}");
        }
    }

    #[test]
    fn whom_an_age_or_trade_means() {
        for (second, speaker) in [
            ("the 37-year-old", "Ada Lovelace"),
            ("the singer", "Ada Lovelace"),
            ("the Conservative MP", "Ada Lovelace"),
            ("the patient", "the patient"),
            ("the singer from Velia", "the singer from Velia"),
            ("a singer", "singer"),
        ] {
            let text = format!("“The dam will hold,” Ada Lovelace said. “We have seen nine gates,” {second} said.");
            for model in [None, Some(model())] {
                let found = attribute(&Document::from_plain(&text, "en"), &[], None, model);
                let last = found.last().and_then(|found| found.speaker.as_ref()).map(|voice| &*voice.text);
                assert_eq!(last, Some(speaker), "{text}");
            }
        }
        let text =
            "“The dam will hold,” Ada Lovelace said. Omar Khalil smiled. “We have seen nine gates,” the singer said.";
        let found = attribute(&Document::from_plain(text, "en"), &[], None, Some(model()));
        assert_eq!(found[1].speaker.as_ref().map(|voice| &*voice.text), Some("the singer"));
    }
}
