//! Takes up whom the page has introduced: by name or surname, by office, or by kind of body.

use super::super::grammar::{is_slip, is_time};
use super::super::known::Known;
use super::super::{SourceKind, roles};
use super::Speakers;
use super::heads::Head;
use super::pronouns::RECENT;
use super::sexes::Sex;
use crate::kind::EntityKind;
use crate::words::word_lists;
use std::ops::Range;

word_lists! {
    /// What opens a phrase that names nobody known: "another Democrat".
    is_indefinite: "a an another other one two three four five six several some many few both second third";
    /// Adjectives before an office or noun that tell nobody apart.
    tells_nobody_apart: "same young old former then new current outgoing incoming late acting future top senior veteran longtime \
        long-time elderly injured own local regional";
    /// Whose holder of an office somebody is.
    is_party: "republican democratic conservative labour liberal independent";
    /// Before an office these make another one of it: "the president" is no vice president.
    makes_another: "vice deputy assistant under shadow";
}

impl Speakers<'_, '_, '_> {
    /// An earlier speaker taken up by surname, office or kind of body.
    pub(super) fn taken_up(&self, head: &Head, source: &Range<usize>) -> Option<usize> {
        if let Some(index) = head.mention {
            let entity = &self.mentions[index].entity;
            return self.known.iter().rposition(|known| known.voice.entity.as_ref() == Some(entity));
        }
        if let Some(name) = &head.name {
            let known = self.by_name(name)?;
            // "Another Democrat" is none who spoke before; "an angry Smith" is Smith.
            let unnamed = self.known[known].kind == SourceKind::Anonymous || !self.known[known].is_person;
            return Some(known).filter(|_| !(self.is_indefinite(source) && unnamed));
        }
        let noun = self.word(head.tokens.end - 1);
        if !(self.is_definite(source) && source.len() <= LONGEST) {
            return None;
        }
        // The same noun, by the phrase that introduced them ("Homs governor Talal Barrazi").
        let same = |role: &&str| *role == noun || is_slip(role, noun);
        // "The company" is none of its people, and "the official" not several.
        let other_number = |known: &Known| known.is_many() != (noun.ends_with('s') && roles::is_unnamed(noun));
        let body = roles::is_body(noun) || roles::is_media(noun);
        let person = !body && (roles::is_unnamed(noun) || roles::is_office(noun));
        let fits = |known: &Known| {
            !(other_number(known) || roles::is_body(noun) && known.is_person || person && !known.is_person)
        };
        let index = self.known.iter().rposition(|known| {
            let same = known.roles.iter().any(same) && fits(known) && self.is_same_one(known, head, source);
            same && !self.is_owner(known, noun)
        })?;
        // A page may be about several statements: "the statement" is the one just spoken of.
        let paper = roles::is_document(noun) && self.known[index].kind == SourceKind::Document;
        Some(index).filter(|&index| !paper || self.last == Some(index))
    }

    /// The name of whoever the page has introduced as holder of an office: "Gov. Omar Khalil" for "the governor".
    pub(super) fn holder(&self, head: &Head, source: &Range<usize>) -> Option<Range<usize>> {
        let noun = self.word(head.tokens.end - 1);
        let plain = (source.start + 1..source.end - 1)
            .all(|token| tells_nobody_apart(self.word(token)) || is_party(self.word(token)));
        if !self.is_definite(source) || head.name.is_some() || head.tokens.end != source.end || !plain {
            return None;
        }
        self.people().holder(noun, source.start)
    }

    /// Who spoke before the last speaker in the paragraphs just before: a man and a woman who speak by turns.
    pub(super) fn partner(&self, pronoun: usize, sex: Sex, last: usize) -> Option<usize> {
        /// Paragraphs.
        const REACH: usize = 2;
        let at = self.document.tokens[pronoun].start;
        let block = self.document.blocks.partition_point(|block| block.range.end <= at);
        let from = self.document.blocks.get(block.saturating_sub(REACH)).map_or(0, |block| block.range.start);
        let spoke = |index: &usize| {
            let known = &self.known[*index];
            known.is_person && *index != last && known.heard >= from && known.heard > known.at
        };
        let partner =
            (0..self.known.len()).rev().take(RECENT).filter(spoke).max_by_key(|&index| self.known[index].heard);
        partner.filter(|&partner| self.sex_of(&self.known[partner]) == Some(sex))
    }

    /// The only full name in the sentence before that of token `pronoun`, where nobody speaks in it: "The first witness was X. He …".
    pub(super) fn only_named(&self, pronoun: usize, sex: Sex) -> Option<Range<usize>> {
        /// The pronoun opens its sentence, but for a word like "but". Tokens.
        const LONGEST_OPENING: usize = 2;
        let own = self.document.sentence_of(pronoun)?;
        let opens = pronoun - self.document.sentences[own].start <= LONGEST_OPENING;
        let before = own.checked_sub(1).filter(|_| opens)?;
        let sentence = self.document.sentences[before].clone();
        let spoken = self.heard_token.is_some_and(|heard| sentence.start <= heard);
        let full = |token: usize| {
            let ends = self.document.is_capitalised(token) && !self.document.is_capitalised(token + 1);
            let thing = self.mention_at(token).is_some_and(|index| self.mentions[index].kind != EntityKind::Person);
            let name = (token + 1).checked_sub(2)?..token + 1;
            let named =
                self.document.is_capitalised(name.start) && self.sex_of_name(&name).is_none_or(|other| other == sex);
            let full = self.people().full_name(self.document.word(token))?;
            (ends && !thing && named && !self.is_quoted(token) && !roles::is_body(self.word(token))).then_some(full)
        };
        let mut names = sentence.filter(|_| !spoken).filter_map(full);
        names.next().filter(|_| names.next().is_none())
    }

    /// Whether a phrase opens with "another", "one" or the like.
    pub(super) fn is_indefinite(&self, source: &Range<usize>) -> bool {
        is_indefinite(self.word(source.start))
    }

    /// Whether a phrase means somebody or something spoken of before: "the minister", "Novania's minister".
    fn is_definite(&self, source: &Range<usize>) -> bool {
        let owned = || {
            let owner = self.mention_at(source.start).map(|index| &self.mentions[index]);
            owner.is_some_and(|owner| {
                let end = self.document.token_at(owner.range.end);
                is_place(owner.kind) && matches!(self.word(end), "’s" | "'s" | "’" | "'")
            })
        };
        matches!(self.word(source.start), "the" | "this" | "that") || owned()
    }

    /// Whether what stands before the noun of `source` was said of `known` as well: "the French foreign minister" is no prime
    /// minister, and not Russia's.
    fn is_same_one(&self, known: &Known, head: &Head, source: &Range<usize>) -> bool {
        let noun = head.tokens.end - 1;
        let said = |token: usize| {
            let word = self.word(token);
            let place = self.mention_at(token).map(|index| &self.mentions[index]).filter(|found| is_place(found.kind));
            known.phrase.clone().any(|other| self.word(other) == word)
                || place.is_some_and(|place| self.belongs_to(known, &place.entity))
        };
        let told_apart = (source.start..noun).filter(|&token| {
            let word = self.word(token);
            let small = matches!(word, "the" | "this" | "that" | "’s" | "'s" | "s") || is_time(word);
            word.starts_with(char::is_alphanumeric) && !small && !tells_nobody_apart(word)
        });
        let word = self.word(noun);
        let other_office = known.phrase.clone().any(|token| {
            let next = (token + 1..token + 3).any(|next| known.phrase.contains(&next) && self.word(next) == word);
            makes_another(self.word(token)) && next && !source.clone().any(|own| self.word(own) == self.word(token))
        });
        !other_office && told_apart.into_iter().all(said)
    }

    /// Whether a noun only says whose or where `known` is: "the spokesman for the governor" is not the governor.
    fn is_owner(&self, known: &Known, noun: &str) -> bool {
        let at = known.phrase.clone().find(|&token| self.word(token) == noun);
        let leads = |token: usize| matches!(self.word(token), "of" | "for" | "in" | "to" | "by" | "from" | "with");
        at.is_some_and(|at| (known.phrase.start + 1..at).any(leads))
    }

    /// Whether the page or a pack says that `known` belongs to that place.
    fn belongs_to(&self, known: &Known, place: &str) -> bool {
        let named = |index: &usize| {
            let mention = &self.mentions[*index];
            mention.entity == place || mention.country.as_deref() == Some(place)
        };
        let own = known.voice.range.as_ref().map(|range| self.document.token_at(range.start));
        known.phrase.clone().chain(own).filter_map(|token| self.mention_at(token)).any(|index| named(&index))
    }

    /// Who is known by that name, in full or by its last words.
    pub(super) fn by_name(&self, name: &Range<usize>) -> Option<usize> {
        let text = &self.document.text[self.bytes(name)];
        let ends_in = |long: &str, short: &str| {
            long.strip_suffix(short).is_some_and(|before| before.is_empty() || before.ends_with([' ', '-', '\u{a0}']))
        };
        self.known.iter().rposition(|known| {
            let other = known.voice.text.as_str();
            if other == text {
                return true;
            }
            let other =
                [" Jr", " Sr", " II", " III"].iter().fold(other, |name, end| name.strip_suffix(end).unwrap_or(name));
            let label = known.voice.label.as_deref().unwrap_or(other);
            let surname = !other.contains(' ');
            let full = other == text && other.contains(' ');
            known.is_person
                && !known.is_many()
                && !full
                && (ends_in(other, text) || ends_in(label, text) || (surname && ends_in(text, other)))
        })
    }
}

/// Longer phrases say of somebody new who it is. Tokens.
const LONGEST: usize = 6;

pub(super) fn is_place(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Country | EntityKind::Region | EntityKind::City | EntityKind::Place)
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::model;
    use super::super::super::*;

    /// Checks who is shown to speak in `text`, in order, as name and kind, by rules alone and with the model.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        for model in [None, Some(model())] {
            let found = attribute(&Document::from_plain(text, "en"), &[], None, model);
            let shown = found.iter().filter(|found| found.shown);
            let lines: Vec<String> = shown
                .map(|found| format!("{} {:?}", found.speaker.as_ref().map_or("-", |voice| &voice.text), found.kind))
                .collect();
            assert_eq!(lines, expected, "{text} (model: {})", model.is_some());
        }
    }

    #[test]
    fn the_same_office_only_where_nothing_tells_it_apart() {
        for (second, speaker) in [
            ("the minister", "Petra Vann Official"),
            ("the defence minister", "Petra Vann Official"),
            ("the foreign minister", "the foreign minister Official"),
            ("the deputy minister", "the deputy minister Official"),
            ("another minister", "another minister Anonymous"),
        ] {
            let text =
                format!("“We stay here,” defence minister Petra Vann said. “Nobody leaves the hill,” {second} said.");
            check(&text, &["Petra Vann Official", speaker]);
        }
    }

    #[test]
    fn whose_somebody_is_speaks_for_nobody_else() {
        check(
            "“We stay here,” a spokesman for the mayor said. “Nobody leaves the hill,” the mayor said.",
            &["spokesman for the mayor Anonymous", "the mayor Official"],
        );
    }

    #[test]
    fn a_vice_president_is_not_the_president() {
        check(
            "“We stay here,” Vice President Omar Khalil said. “Nobody leaves the hill,” the president said.",
            &["Omar Khalil Official", "the president Official"],
        );
    }

    #[test]
    fn the_one_who_holds_an_office() {
        check(
            "Gov. Adam Lumo came in May. “We stay here,” the Novanian mayor said. “Nobody leaves the hill,” the governor said.",
            &["the Novanian mayor Official", "Adam Lumo Official"],
        );
        check(
            "Gov. Adam Lumo met Gov. Omar Khalil. “Nobody leaves the hill,” the governor said.",
            &["the governor Official"],
        );
    }

    #[test]
    fn nobodys_name() {
        check(
            "“It is late,” the attorney for Novania Susan Lumo said. “Very late,” Lumo added.",
            &["Susan Lumo Official", "Susan Lumo Official"],
        );
        check(
            "Lumo Farms grew. “It is late,” a former worker for Lumo Farms said.",
            &["former worker for Lumo Farms Anonymous"],
        );
        check("“It is late,” the Finance Minister said.", &["the Finance Minister Official"]);
        check(
            "“The count was fair,” a Novania Democrat said. “It was not,” said another Democrat.",
            &["Novania Democrat Anonymous", "another Democrat Anonymous"],
        );
    }

    #[test]
    fn companies_of_one_word() {
        for (text, name) in [
            ("“Sales will rise,” the data firm Lumora said.", "Lumora Organisation"),
            ("“Sales will rise,” InfoLumora said.", "InfoLumora Organisation"),
            ("“Sales will rise,” Lumora, a carmaker, said.", "Lumora Organisation"),
            ("“Sales will rise,” the brokerage said.", "the brokerage Organisation"),
            ("Lumora raised its prices in May. “Sales will rise,” Lumora said.", "Lumora Organisation"),
            ("“Sales will rise,” Coby Lumo, a developer, said.", "Coby Lumo Person"),
            ("“Sales will rise,” McLumo said.", "McLumo Person"),
        ] {
            check(text, &[name]);
        }
    }

    #[test]
    fn a_son_is_not_his_father() {
        check(
            "“We stay,” Omar Khalil said. “We leave,” Omar Khalil Jr said.",
            &["Omar Khalil Person", "Omar Khalil Jr Person"],
        );
        check(
            "“We leave,” Omar Khalil Jr said. “At once,” Khalil said.",
            &["Omar Khalil Jr Person", "Omar Khalil Jr Person"],
        );
    }

    #[test]
    fn two_who_speak_as_one() {
        check(
            "Omar Khalil left. Ada Lovelace stayed. “The hill is ours,” Omar Khalil and Ada Lovelace said. “We stay,” Lovelace said.",
            &["Omar Khalil and Ada Lovelace Person", "Ada Lovelace Person"],
        );
        let text = "“The hill is ours,” Omar Khalil and his brothers said. “We stay,” they said.";
        let found = attribute(&Document::from_plain(text, "en"), &[], None, Some(model()));
        let speakers: Vec<_> = found.iter().flat_map(|found| &found.speaker).map(|voice| &*voice.text).collect();
        assert_eq!(speakers, ["Omar Khalil and his brothers"; 2]);
        check(
            "“The hill is ours,” the Novanian and Velian ministries said.",
            &["the Novanian and Velian ministries Organisation"],
        );
    }

    #[test]
    fn a_statement_is_the_one_just_spoken_of() {
        check(
            "“Flights are off,” a statement from Port Amara said. “We went home,” Omar Khalil said. “The hill is ours,” the statement said.",
            &["statement from Port Amara Document", "Omar Khalil Person", "the statement Document"],
        );
    }
}
