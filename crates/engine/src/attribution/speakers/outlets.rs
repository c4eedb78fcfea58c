//! Finds the medium a statement came through: who was told, whom a reporter works for, where it was written or published.

use super::super::cues::Class;
use super::super::grammar::works_for_medium;
use super::super::statements::Statement;
use super::super::{Voice, roles};
use super::Speakers;
use super::heads::Head;
use super::sexes;
use crate::kind::EntityKind;
use std::ops::Range;

impl Speakers<'_, '_, '_> {
    /// The medium a statement came through: the one that was told, or the one the unnamed source belongs to.
    pub(super) fn outlet_in(&self, statement: &Statement, head: &Head) -> Option<Voice> {
        let told = statement.class == Class::Told;
        let named = |told: &Range<usize>| self.outlet_of(told).or_else(|| self.other_outlet(told));
        let outlet = |addressee| if told { named(addressee) } else { self.outlet_of(addressee) };
        if let Some(outlet) = statement.addressee.as_ref().and_then(outlet) {
            return Some(outlet);
        }
        let source = statement.source.as_ref()?;
        // "A correspondent who joined Smith" works for nobody named.
        let who = (head.tokens.end..source.end).find(|&token| self.word(token) == "who");
        let rest = head.tokens.end..who.unwrap_or(source.end);
        let works_for = head.tokens.clone().any(|token| works_for_medium(self.word(token)));
        if !works_for {
            return None;
        }
        // "An AFP correspondent" as well as "a correspondent from AFP".
        let in_pack = self.mentioned_outlet(&rest).or_else(|| self.mentioned_outlet(&head.tokens));
        in_pack.or_else(|| self.capitalised_in(&rest))
    }

    /// The first outlet of a pack that a token range names.
    fn mentioned_outlet(&self, range: &Range<usize>) -> Option<Voice> {
        let mut mentions = range.clone().filter_map(|token| self.mention_at(token)).map(|index| &self.mentions[index]);
        let outlet = mentions.find(|mention| mention.kind == EntityKind::Outlet);
        outlet.map(|mention| Voice::of_mention(self.document, mention))
    }

    /// The outlet that a phrase after "told" names, in a pack or not.
    fn outlet_of(&self, addressee: &Range<usize>) -> Option<Voice> {
        if let Some(outlet) = self.mentioned_outlet(addressee) {
            return Some(outlet);
        }
        let media = addressee.clone().any(|token| roles::is_media(self.word(token)));
        let acronym = addressee.clone().any(|token| {
            let word = self.document.word(token);
            word.chars().count() >= 3 && word.chars().all(char::is_uppercase)
        });
        if media || acronym { self.capitalised_in(addressee) } else { None }
    }

    /// The last run of capitalised words in a token range that is no demonym.
    fn capitalised_in(&self, range: &Range<usize>) -> Option<Voice> {
        let capital = |token: usize| {
            self.document.is_capitalised(token)
                && self.mention_at(token).is_none_or(|index| !self.mentions[index].demonym)
        };
        let end = range.clone().rev().find(|&token| capital(token))?;
        let joined = |token: usize| {
            capital(token)
                || (self.document.word(token) == "-" && token > range.start)
                || matches!(self.document.word(token), "al" | "el" | "of")
        };
        let mut start = end;
        while start > range.start && joined(start - 1) {
            start -= 1;
        }
        while start < end && !capital(start) && !matches!(self.document.word(start), "al" | "el") {
            start += 1;
        }
        Some(Voice::of_words(self.document, self.bytes(&(start..end + 1))))
    }

    /// The platform on which somebody wrote: "wrote on Telegram".
    pub(super) fn platform(&self, statement: &Statement) -> Option<Voice> {
        // The platform may be part of the cue or follow it.
        let near = statement.cue.start..statement.cue.end + 3;
        let on = near.into_iter().find(|&token| {
            matches!(self.word(token), "on" | "via")
                && roles::is_platform(self.word(token + 1))
                && !self.is_quoted(token)
        })?;
        Some(Voice::of_words(self.document, self.bytes(&(on + 1..on + 2))))
    }

    /// The outlet that a phrase names which is nobody's name as far as the page and packs tell: "told Lumo Weekly".
    fn other_outlet(&self, addressee: &Range<usize>) -> Option<Voice> {
        /// Tokens.
        const LONGEST_NAME: usize = 4;
        let start = addressee.start + usize::from(self.word(addressee.start) == "the");
        let name = start..addressee.end;
        let plain = |token: usize| {
            let word = self.word(token);
            self.document.is_capitalised(token)
                && self.mention_at(token).is_none()
                && !(roles::is_body(word)
                    || roles::is_office(word)
                    || roles::is_unnamed(word)
                    || roles::is_audience(word) && self.document.word(token) != "Us")
                && sexes::of_word(word).is_none()
        };
        let last = self.document.word(addressee.end - 1);
        let medium = !name.is_empty()
            && name.len() <= LONGEST_NAME
            && !roles::is_unnamed(self.word(name.end))
            && name.clone().all(|token| plain(token) || (token > name.start && self.word(token) == "of"))
            && !self.people().ends_names(last)
            // "Told Lumo that he left" makes Lumo nobody.
            && !self.people().is_sure_of(last);
        medium.then(|| self.capitalised_in(addressee)).flatten()
    }

    /// The medium that passed a statement on: "said X, as reported by the Lumo Herald", "via Y of the Lumo Herald".
    pub(super) fn passed_on_by(&self, statement: &Statement) -> Option<Voice> {
        /// How far behind cue and source it may stand. Tokens.
        const REACH: usize = 6;
        /// Tokens.
        const LONGEST: usize = 9;
        let sentence = self.document.sentences[self.document.sentence_of(statement.cue.start)?].clone();
        let from = statement.source.as_ref().map_or(statement.cue.end, |source| source.end.max(statement.cue.end));
        let inside = statement.source.clone().unwrap_or(from..from);
        let by = inside.chain(from..sentence.end.min(from + REACH)).filter(|&token| !self.is_quoted(token)).find(
            |&token| {
                let before = self.word(token.wrapping_sub(1));
                let first = matches!(self.word(token), "via" | "per") && before == ",";
                first || self.word(token) == "by" && matches!(before, "reported" | "quoted" | "cited")
            },
        )?;
        let part = |token: &usize| {
            let word = self.word(*token);
            self.document.is_capitalised(*token) || matches!(word, "the" | "of" | "from" | "-") || roles::is_media(word)
        };
        let medium = by + 1..by + 1 + (by + 1..sentence.end.min(by + LONGEST)).take_while(part).count();
        if medium.is_empty() { None } else { self.outlet_of(&medium).or_else(|| self.other_outlet(&medium)) }
    }

    /// The medium named with the occasion: "said in a statement to X", "in an interview with X, she said".
    pub(super) fn outlet_beside(&self, statement: &Statement) -> Option<Voice> {
        /// How far behind the cue it may stand, and before the source. Tokens.
        const REACH: usize = 12;
        let sentence = self.document.sentences[self.document.sentence_of(statement.cue.start)?].clone();
        let source = statement.source.as_ref().map_or(statement.cue.start, |source| source.start);
        let first = sentence.start.max(source.min(statement.cue.start).saturating_sub(REACH));
        let near = first..sentence.end.min(statement.cue.end + REACH);
        let mut to = None;
        let mut occasion = false;
        for token in near.clone().filter(|&token| !self.is_quoted(token)) {
            match self.word(token) {
                "statement" | "interview" | "email" | "e-mail" | "comments" | "remarks" => occasion = true,
                "to" | "with" if occasion => to = Some(token + 1),
                "," | ";" | "—" | "–" => occasion = false,
                _ => {}
            }
            if to.is_some() {
                break;
            }
        }
        let from = to.filter(|from| near.contains(from))?;
        let part = |token: &usize| self.document.is_capitalised(*token) || matches!(self.word(*token), "the" | "of");
        let end = from + (from..near.end).take_while(part).count();
        // "In an interview with X, she said": before the source it stands at once.
        let beside = from > source || (self.document.word(end) == "," && end + 1 == source);
        let medium = from..end;
        beside.then(|| self.outlet_of(&medium).or_else(|| self.other_outlet(&medium))).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::model;
    use super::super::super::*;

    #[test]
    fn media_that_no_pack_knows() {
        for (text, outlet) in [
            ("“The dam will hold,” Ada Lovelace told Lumo Weekly.", "Lumo Weekly"),
            ("“The dam will hold,” Ada Lovelace told Lumo.", "Lumo"),
            ("“The dam will hold,” Ada Lovelace told Us in May.", "Us"),
            ("A farmer told Lumora that he counted every gate of the dam, but nobody helped.", "Lumora"),
            ("“The dam will hold,” said Ada Lovelace, as reported by the Lumo newspaper.", "Lumo"),
            ("“The dam will hold,” Ada Lovelace said, via Omar Khalil of the Lumo Post.", "Lumo Post"),
            ("“The dam will hold,” Ada Lovelace said in a statement to Lumo Weekly.", "Lumo Weekly"),
            ("In an interview with Lumo Weekly, Ada Lovelace said the dam would hold.", "Lumo Weekly"),
            ("“The dam will hold,” Ada Lovelace told Lumo investigators.", "-"),
            ("Omar Khalil left. “The dam will hold,” Ada Lovelace told Khalil.", "-"),
            ("“The dam will hold,” Ada Lovelace told Parliament.", "-"),
            ("The ministry has warned Lumo that it would close the dam.", "-"),
            ("“The dam will hold,” Ada Lovelace said in a statement to the court.", "-"),
        ] {
            for model in [None, Some(model())] {
                let found = attribute(&Document::from_plain(text, "en"), &[], None, model);
                let outlets = found.iter().map(|found| found.outlet.as_ref().map_or("-", |voice| &voice.text));
                assert!(outlets.clone().all(|found| found == outlet), "{text}: {:?}", outlets.collect::<Vec<_>>());
            }
        }
    }
}
