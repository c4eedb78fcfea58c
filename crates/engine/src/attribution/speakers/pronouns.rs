//! Resolves pronouns: he and she by the subject before them and the last speaker, if the page does not say that they can't be.

use super::super::grammar::{
    is_adverbial_start, is_connective, is_no_name, is_subordinator, is_time, joins_name_parts,
};
use super::super::known::Known;
use super::super::mend::opens_side_clause;
use super::super::{SourceKind, roles};
use super::Speakers;
use super::heads::sounds_like_person;
use super::sexes::{self, Sex};
use crate::given_names::is_given_name;
use crate::kind::EntityKind;
use std::ops::Range;

/// A name further back is not what a pronoun means. Tokens.
const FURTHEST: usize = 250;
/// So many of those who have spoken are thought of.
pub(super) const RECENT: usize = 100;

/// Whom a pronoun means.
pub(super) enum Meant {
    /// Somebody known.
    Known(usize),
    /// Somebody named, by the words of the name, who has not spoken.
    Named(Range<usize>),
    /// It is a pronoun, and nobody can be made out.
    Nobody,
}

impl Speakers<'_, '_, '_> {
    /// Whom the source means if it is a pronoun.
    pub(super) fn pronoun(&self, source: &Range<usize>, content: &[Range<usize>]) -> Option<Meant> {
        if source.len() > 1 {
            return None;
        }
        // "He’d" is "he".
        let word = self.word(source.start).split(['’', '\'']).next().unwrap_or_default();
        let meant = match word {
            "they" => self
                .last
                .filter(|&index| {
                    let known = &self.known[index];
                    // "A spokesperson said … They added …"
                    let unnamed = known.kind == SourceKind::Anonymous && self.sex_of(known).is_none();
                    (!known.is_person && known.kind != SourceKind::Outlet) || known.is_many() || unnamed
                })
                .filter(|&index| self.is_near(index, source.start) && !self.others_named(index, source.start)),
            "it" => self.last.filter(|&index| !self.known[index].is_person && self.is_near(index, source.start)),
            word => return sexes::of_pronoun(word).map(|sex| self.he_or_she(source.start, sex, content)),
        };
        Some(meant.map_or(Meant::Nobody, Meant::Known))
    }

    /// Who was asked before the answer whose source stands at token `pronoun`: "a reporter asked Smith, “…?” “…,” she replied".
    pub(super) fn asked_before(&self, pronoun: usize) -> Option<Range<usize>> {
        let heard = self.heard_token.filter(|&heard| heard < pronoun)?;
        let asked = (heard..pronoun).rev().find(|&token| {
            !self.is_quoted(token) && matches!(self.word(token), "asked" | "asks" | "ask" | "told" | "tells")
        })?;
        let part = |token: &usize| self.document.is_capitalised(*token) || self.document.word(*token) == "-";
        let end = asked + 1 + (asked + 1..pronoun).take_while(part).count();
        let name = (end > asked + 1).then_some(asked + 1..end)?;
        let sex = sexes::of_pronoun(self.word(pronoun))?;
        self.sex_of_name(&name).is_none_or(|other| other == sex).then_some(name)
    }

    /// Whether somebody spoke in the paragraph of token `pronoun` or the one before.
    pub(super) fn is_near(&self, index: usize, pronoun: usize) -> bool {
        let at = self.document.tokens[pronoun].start;
        let block = self.document.blocks.partition_point(|block| block.range.end <= at);
        let from = self.document.blocks.get(block.saturating_sub(1)).map_or(0, |block| block.range.start);
        self.known[index].heard >= from
    }

    /// Whether other people are spoken of between whoever spoke last and token `pronoun`: "they" may be those.
    fn others_named(&self, index: usize, pronoun: usize) -> bool {
        let own = self.known[index].phrase.clone();
        let from = self.heard_token.unwrap_or(pronoun);
        (from..pronoun).filter(|token| !own.contains(token) && !self.is_quoted(*token)).any(|token| {
            let word = self.word(token);
            word.ends_with('s') && roles::is_unnamed(word) && !self.known[index].roles.contains(&word)
        })
    }

    fn he_or_she(&self, pronoun: usize, sex: Sex, content: &[Range<usize>]) -> Meant {
        let speaks_of_self = |text: &str| matches!(text, "I" | "i" | "you" | "You");
        let one = |index: &usize| {
            let known = &self.known[*index];
            known.is_person && !known.is_many() && !speaks_of_self(&known.voice.text)
        };
        if let Some(name) = self.main_subject(pronoun, sex) {
            return self.by_name(&name).map_or(Meant::Named(name), Meant::Known);
        }
        let last = self.last.filter(one);
        let last_sex = last.and_then(|index| self.sex_of(&self.known[index]));
        // A new subject since the last speaker, unless only the last speaker is known to fit.
        let subject = self.subject_before(pronoun, content).filter(|name| match self.sex_of_name(name) {
            Some(other) => other == sex,
            None => last_sex != Some(sex),
        });
        if let Some(name) = subject {
            return self.by_name(&name).map_or(Meant::Named(name), Meant::Known);
        }
        if last.is_some_and(|last| last_sex.is_none() && self.is_kin(last, pronoun, sex)) {
            return Meant::Nobody;
        }
        // "The minister" of an earlier page may be anybody.
        let near = |index: usize| {
            let known = &self.known[index];
            let unnamed = known.kind == SourceKind::Anonymous || known.voice.text.starts_with("the ");
            last_sex.is_some() || !unnamed || self.is_near(index, pronoun)
        };
        if let Some(index) = last.filter(|&index| last_sex.is_none_or(|other| other == sex) && near(index)) {
            return Meant::Known(index);
        }
        // Whoever spoke before in this paragraph.
        let at = self.document.tokens[pronoun].start;
        let block = self.document.blocks.partition_point(|block| block.range.end <= at);
        let start = self.document.blocks.get(block).map_or(0, |block| block.range.start);
        let same = |index: &usize| {
            let known = &self.known[*index];
            one(index) && known.heard >= start && self.sex_of(known).is_none_or(|other| other == sex)
        };
        if let Some(index) = (0..self.known.len()).rev().take(RECENT).find(same) {
            return Meant::Known(index);
        }
        for known in [true, false] {
            if let Some(name) = self.nearest_of(pronoun, sex, known, content) {
                return self.by_name(&name).map_or(Meant::Named(name), Meant::Known);
            }
        }
        let partner = last.filter(|_| last_sex.is_some()).and_then(|last| self.partner(pronoun, sex, last));
        if let Some(index) = partner {
            return Meant::Known(index);
        }
        if let Some(name) = self.only_named(pronoun, sex) {
            return self.by_name(&name).map_or(Meant::Named(name), Meant::Known);
        }
        // The only one of whom the page says that it is "he" or "she"; after a body, whoever spoke before it.
        let mut fitting = (0..self.known.len()).rev().take(RECENT).filter(|index| {
            let other = self.sex_of(&self.known[*index]);
            one(index) && (other == Some(sex) || (last.is_none() && other.is_none()))
        });
        match (fitting.next(), fitting.next()) {
            (Some(index), None) => Meant::Known(index),
            // One sentence in which "she" stood behind his name doesn't make him a woman.
            _ => last.filter(|&index| !self.is_sure_of_sex(index)).map_or(Meant::Nobody, Meant::Known),
        }
    }

    /// The nearest name before token `pronoun`, in its paragraph or the one before, of whom the page says that it is "he", or
    /// "she"; one that is `known`, or else one of whom the page says so more than once.
    fn nearest_of(&self, pronoun: usize, sex: Sex, known: bool, content: &[Range<usize>]) -> Option<Range<usize>> {
        let at = self.document.tokens[pronoun].start;
        let block = self.document.blocks.partition_point(|block| block.range.end <= at);
        let from = self.document.blocks.get(block.saturating_sub(1)).map_or(0, |block| block.range.start);
        let first = self.document.token_at(from).max(pronoun.saturating_sub(FURTHEST));
        let name = (first..pronoun).rev().filter(|&token| self.document.is_capitalised(token)).find(|&token| {
            let name = token..token + 1;
            !self.is_quoted(token)
                && !self.is_said(token, content)
                && !self.document.is_capitalised(token + 1)
                && self.people().of(self.document.word(token)) == Some(sex)
                && if known {
                    self.by_name(&name).is_some()
                } else {
                    self.people().is_sure_of(self.document.word(token))
                }
                && self.is_somebody(&name)
        })?;
        Some(name..name + 1)
    }

    /// Whether a token belongs to what the statement in question says.
    fn is_said(&self, token: usize, content: &[Range<usize>]) -> bool {
        let at = self.document.tokens[token].start;
        content.iter().any(|range| range.contains(&at))
    }

    pub(super) fn sex_of(&self, known: &Known) -> Option<Sex> {
        let text = known.voice.text.as_str();
        let last = text.rsplit(' ').next().unwrap_or_default();
        let last = last.rsplit('-').next().unwrap_or_default();
        let by_page = if last.starts_with(char::is_uppercase) { self.people().of(last) } else { None };
        if by_page.is_some() {
            return by_page;
        }
        // The last word of a longer name is a surname, whatever given name it looks like; "the spokeswoman" tells by it.
        let said = |text: &str| {
            text.split(' ').enumerate().find_map(|(index, word)| {
                let surname = index > 0 && text.ends_with(word) && word.starts_with(char::is_uppercase);
                let word = word.to_lowercase();
                sexes::of_pronoun(&word).or_else(|| sexes::of_word(&word)).filter(|_| !surname)
            })
        };
        // Where longer names end in it, it is no given name.
        if !text.contains(' ') && self.people().ends_names(text) {
            return None;
        }
        let roles = || known.roles.iter().find_map(|role| sexes::of_word(role));
        said(text).or_else(|| said(known.voice.label.as_deref().unwrap_or_default())).or_else(roles)
    }

    /// Who the main clause is about where token `pronoun` stands in a side clause before it: "Although he said no, Smith left".
    fn main_subject(&self, pronoun: usize, sex: Sex) -> Option<Range<usize>> {
        let sentence = self.document.sentences[self.document.sentence_of(pronoun)?].clone();
        if sentence.start + 1 != pronoun || !opens_side_clause(self.word(sentence.start)) {
            return None;
        }
        let comma =
            (pronoun..sentence.end).find(|&token| self.document.word(token) == "," && !self.is_quoted(token))?;
        let name = self.name_at(comma + 1, sentence.end)?;
        let known = self.by_name(&name).is_some_and(|index| self.known[index].is_person);
        let fits = self.sex_of_name(&name).is_none_or(|other| other == sex);
        (fits && (known || self.is_somebody(&name))).then_some(name)
    }

    /// Whether more than one place on the page, or a word, says whether somebody is "he" or "she".
    fn is_sure_of_sex(&self, index: usize) -> bool {
        let known = &self.known[index];
        let text = known.voice.text.as_str();
        let lower = text.to_lowercase();
        let listed = lower.split(' ').any(|word| sexes::of_pronoun(word).or_else(|| sexes::of_word(word)).is_some());
        listed || self.people().is_sure_of(text.rsplit([' ', '-']).next().unwrap_or_default())
    }

    pub(super) fn sex_of_name(&self, name: &Range<usize>) -> Option<Sex> {
        let by_page = self.people().of(self.document.word(name.end - 1));
        by_page.or_else(|| (name.start.saturating_sub(1)..name.end).find_map(|token| sexes::of_word(self.word(token))))
    }

    /// The person who is the subject of what stands between the last statement and token `pronoun`.
    fn subject_before(&self, pronoun: usize, content: &[Range<usize>]) -> Option<Range<usize>> {
        /// Further back another thread has begun. Sentences.
        const REACH: usize = 3;
        let own = self.document.sentence_of(pronoun)?;
        for sentence in (own.saturating_sub(REACH)..=own).rev() {
            let range = self.document.sentences[sentence].clone();
            let range = range.start..range.end.min(pronoun);
            let found = self.subject_of(&range);
            let found = found.filter(|name| !self.is_said(name.start, content) && self.is_somebody(name));
            if found.is_some() {
                return found;
            }
            // The last speaker is nearer than whoever stands before.
            if self.heard_token.is_some_and(|heard| range.start <= heard) {
                return None;
            }
        }
        None
    }

    /// The name that is the subject of a sentence, or of a clause before its first comma.
    fn subject_of(&self, sentence: &Range<usize>) -> Option<Range<usize>> {
        /// Longer adverbials before the subject are clauses of their own. Tokens.
        const LONGEST_OPENING: usize = 25;
        /// "While he doubts it — he saw it — Smith left".
        const BORDERS: usize = 3;
        let skipped = |token: usize| {
            let word = self.word(token);
            !word.starts_with(char::is_alphanumeric) || is_connective(word) || is_subordinator(word) || is_time(word)
        };
        let mut from = sentence.start;
        let furthest = sentence.end.min(from + LONGEST_OPENING);
        while from < furthest && skipped(from) && !self.is_quoted(from) {
            from += 1;
        }
        let direct = self.name_at(from, sentence.end).filter(|name| self.is_somebody(name));
        direct.or_else(|| {
            // "During an interview, Skaik paused": the subject stands behind the comma.
            let limit = sentence.end.min(from + LONGEST_OPENING);
            let ends = |token: &usize| matches!(self.document.word(*token), "," | "—" | "–") && !self.is_quoted(*token);
            let mut behind =
                (from..limit).filter(ends).take(BORDERS).filter_map(|end| self.name_at(end + 1, sentence.end));
            behind.find(|name| self.is_somebody(name))
        })
    }

    /// The name at the beginning of a phrase, behind titles, that a verb or an apposition follows.
    fn name_at(&self, from: usize, end: usize) -> Option<Range<usize>> {
        /// Articles, offices and countries before a name. Tokens.
        const LONGEST_TITLE: usize = 5;
        /// More capitalised words are a headline. Tokens.
        const LONGEST_NAME: usize = 9;
        let is_title = |token: usize| {
            let word = self.word(token);
            is_no_name(word) || roles::is_office(word) || roles::is_unnamed(word)
        };
        let start = (from..end.min(from + LONGEST_TITLE)).find(|&token| !is_title(token))?;
        let part = |token: usize| {
            token < end
                && !self.is_quoted(token)
                && (self.document.is_capitalised(token)
                    || (joins_name_parts(self.document.word(token)) && self.document.is_capitalised(token + 1)))
        };
        let mut stop = start;
        while stop < start + LONGEST_NAME && part(stop) {
            stop += 1;
        }
        // "Smith’s luck turned": he; "Smith’s lawyer left": another.
        let owned = matches!(self.word(stop), "’s" | "'s" | "’" | "'")
            && (stop + 1..end.min(stop + 4))
                .take_while(|&token| self.word(token).starts_with(char::is_alphabetic))
                .any(|token| self.names_person(token));
        let adverbial = is_adverbial_start(self.word(start));
        (stop > start && stop < end && !owned && !adverbial).then_some(start..stop)
    }

    /// Whether a word is what people are: an office, kin, a trade.
    fn names_person(&self, token: usize) -> bool {
        let word = self.word(token);
        roles::is_office(word)
            || roles::is_unnamed(word)
            || self.document.is_capitalised(token)
            || sexes::of_word(word).is_some()
            || sounds_like_person(word)
    }

    /// Whether a name is a person's as far as the page or a pack tells.
    fn is_somebody(&self, name: &Range<usize>) -> bool {
        if let Some(index) = self.mention_at(name.end - 1) {
            return self.mentions[index].kind == EntityKind::Person && !self.mentions[index].demonym;
        }
        if self.by_name(name).is_some_and(|index| self.known[index].is_person) {
            return true;
        }
        let last = self.document.word(name.end - 1);
        if name.len() == 1 {
            let named = self.people().full_name(last).is_some();
            return (named || is_given_name(self.word(name.start))) && self.people().of(last).is_some();
        }
        let office = name.start > 0 && roles::is_office(self.word(name.start - 1));
        office || self.sex_of_name(name).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::model;
    use super::super::super::*;

    /// Who the last statement of `text` is said to be from, without a pack.
    fn last_speaker(text: &str) -> String {
        let found = attribute(&Document::from_plain(text, "en"), &[], None, Some(model()));
        found.last().and_then(|found| found.speaker.clone()).map_or(String::new(), |voice| voice.text)
    }

    #[test]
    fn whom_a_pronoun_means() {
        for (text, speaker) in [
            // A new topic by what is his, not by whoever works for him.
            (
                "“We left,” Omar Khalil said. He is old.\nAdam Lumo’s luck, however, has turned. He says the shop is empty.",
                "Adam Lumo",
            ),
            ("“We left,” Omar Khalil said. Adam Lumo’s lawyer left as well. He says the shop is empty.", "Omar Khalil"),
            ("A reporter asked Omar Khalil, “Is it over?” “It is,” he replied.", "Omar Khalil"),
            // The main clause tells.
            ("“We left,” Omar Khalil said. Although he said it was late, Adam Lumo stayed at home.", "Adam Lumo"),
            (
                "The first witness in May was Gopaul Lumo, who left. He said that the dam would hold for a year.",
                "Gopaul Lumo",
            ),
            ("“It is late,” a spokesperson said. They added that the dam would hold for a year.", "spokesperson"),
            (
                "Wade Lumo fished. While he doubts it — he has a boat — Lumo, 43, waits. “It is late,” he said.",
                "Wade Lumo",
            ),
            // Others than those who spoke last.
            (
                "Officials demanded a vote. Hundreds of protesters came to the hill. “Let her speak,” they chanted.",
                "they",
            ),
            ("Officials demanded a vote. “The count must stop,” they said.", "Officials"),
            ("“The road is open,” the ministry said. It said the bridge would follow.", "the ministry"),
            (
                "“The road is open,” the ministry said.\nThe valley lies far to the west.\nNobody lives there.\nIt said the bridge would follow.",
                "It",
            ),
            ("The road is open, according to Omar Khalil’s remarks. “It is safe,” he added.", "Omar Khalil"),
        ] {
            assert_eq!(last_speaker(text), speaker, "{text}");
        }
    }

    #[test]
    fn names_without_what_opens_their_sentence() {
        for (text, speaker) in [
            ("The hill is apparently ours. Apparently Lumo left it. “It is safe,” Lumo said.", "Lumo"),
            ("Apparently Rosa Lumo left. “It is safe,” Lumo said.", "Rosa Lumo"),
            ("“It is safe,” Secretary of State Adam Lumo said.", "Adam Lumo"),
            ("“It is safe,” the Secretary of State said.", "the Secretary of State"),
            ("Novania sent Secretary of State Adam Lumo in May. “It is safe,” Lumo said.", "Adam Lumo"),
        ] {
            assert_eq!(last_speaker(text), speaker, "{text}");
        }
    }
}
