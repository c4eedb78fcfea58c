//! Who is named at a place of a page: a person of the pack, one who speaks, or capitals that make a name.

use super::super::{SourceKind, Voice};
use super::in_list;
use super::lists::ADVERBS;
use super::pronouns::{FullNames, Known, LONGEST_OPENING, Page};
use super::verbs::reports;
use super::voices::{is_office, without_role};
use crate::given_names::is_given_name;
use crate::kind::EntityKind;
use crate::order::sort_by_key;
use std::ops::Range;

/// People without a name.
const PEOPLE: &str =
    "mann frau user nutzer nutzerin passant homme femme internaute hombre mujer usuario usuaria мужчина женщина";

/// Capitalised words that open a sentence and are no name.
const NOBODY: &str = "viele einige manche alle mehrere beide zwei drei vier muchos varios todos plusieurs beaucoup \
    obwohl wenn weil nachdem bevor ob falls sobald solange aber denn jedoch wo wer was warum dort hier jetzt nun ähnlich \
    aunque cuando si como pero mientras quoique lorsque quand mais comme selon anfang ende mitte januar februar märz april mai juni \
    juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag";

impl<'t> Page<'_, 't> {
    /// The person named at `token`, or a little behind it where a sentence begins there.
    pub(super) fn person_at(&self, token: usize, sentence: Range<usize>, all: Known) -> Option<(Voice, SourceKind)> {
        let opens = token == sentence.start;
        let limit = if opens { sentence.end.min(token + LONGEST_OPENING) } else { token + 1 };
        let first = (token..limit).find(|&token| !in_list(ADVERBS, self.document.lower(token)))?;
        // "Like Adam Lumo, Anna Weber …": who stands behind such a word isn't the subject.
        let aside = |token: usize| {
            self.lists.language == "de"
                && token > 0
                && in_list("wie neben gegen gegenüber über", self.document.lower(token - 1))
        };
        for token in (first..limit).take_while(|&token| !(self.quoted)(token)).filter(|&token| !aside(token)) {
            let at = self.document.tokens[token].start;
            let next = self.mentions.partition_point(|mention| mention.range.start < at);
            let mention = self.mentions.get(next).filter(|mention| mention.range.start == at && mention.shown);
            if let Some(mention) = mention {
                let voice = Voice::of_mention(self.document, mention);
                return (mention.kind == EntityKind::Person).then_some((voice, SourceKind::Person));
            }
            let word = self.document.word(token);
            let named = self.is_part(token);
            let next = all.1.partition_point(|(other, _)| other.as_str() < word);
            let known = all
                .1
                .get(next)
                .filter(|(other, _)| named && other == word)
                .and_then(|(_, index)| Some((all.0[*index].speaker.clone()?, all.0[*index].kind)));
            if known.is_some() {
                return known;
            }
            let end = (token..sentence.end).find(|&token| !self.is_part(token)).unwrap_or(sentence.end);
            if named && self.is_credited(token, end) {
                return None;
            }
            // "Lumo": the full name stands elsewhere on the page.
            let next = all.2.partition_point(|(last, _)| *last < word);
            let full = all.2.get(next).filter(|(last, name)| {
                let alone = token == 0 || !self.is_part(token - 1);
                named && alone && end == token + 1 && *last == word && is_given_name(self.document.lower(name.start))
            });
            if let Some((_, name)) = full {
                return Some((self.voice(name.clone()), SourceKind::Person));
            }
            let given = is_given_name(self.document.lower(token));
            let said = named && token > sentence.start && reports(self.lists, self.document.lower(token - 1));
            let words =
                (token + 1..end).any(|token| self.document.word(token) != "-" && self.document.word(token - 1) != "-");
            // "Adam Lumo (ABC)", "Lehrer Adam Lumo".
            let party = self.document.word(end) == "(" && self.document.is_capitalised(end + 1);
            let name = without_role(self.document, self.lists, &(token..end));
            let role = name > token && name + 1 < end;
            if named && self.is_titled(token) && end == token + 1
                || named && words && (given || party || role || said || token == first && opens)
            {
                return Some((self.voice(token..end), SourceKind::Person));
            }
        }
        None
    }

    /// Whether a token means people without a name: "a man", not "Frau Lumo".
    pub(super) fn is_unnamed(&self, token: usize) -> bool {
        in_list(PEOPLE, self.document.lower(token)) && !self.is_titled(token + 1)
    }

    /// Whether a name stands behind how its bearer is addressed: "Frau Lumo".
    fn is_titled(&self, name: usize) -> bool {
        let title = name.checked_sub(1).map_or("", |token| self.document.lower(token));
        let next = name < self.document.tokens.len() && self.document.is_capitalised(name);
        next && in_list("frau herr herrn madame monsieur señor señora господин госпожа", title)
    }

    /// Whether a name only says whose a picture is: "Foto: Anna Weber/abc".
    fn is_credited(&self, name: usize, end: usize) -> bool {
        const CREDITS: &str = "foto fotos bild bilder quelle photo crédit crédits imagen fuente фото";
        let before = |back: usize| name.checked_sub(back).map_or("", |token| self.document.lower(token));
        let credit = |word: &str| in_list(CREDITS, word) || word == "©";
        before(1) == ":" && credit(before(2)) || credit(before(1)) || self.document.word(end) == "/"
    }

    /// Whether a token may be part of a name.
    fn is_part(&self, token: usize) -> bool {
        if !(self.document.is_capitalised(token) || self.document.word(token) == "-") || (self.quoted)(token) {
            return false;
        }
        let word = self.document.lower(token);
        let listed = [self.lists.articles, self.lists.bodies, self.lists.borders, ADVERBS, NOBODY];
        !listed.iter().any(|list| in_list(list, word)) && !is_office(self.lists, word)
    }

    /// Whether a token and the next one stand in the same block.
    fn is_in_line(&self, token: usize) -> bool {
        let tokens = &self.document.tokens;
        tokens.get(token + 1).is_some_and(|next| !self.document.text[tokens[token].end..next.start].contains('\n'))
    }

    pub(super) fn voice(&self, name: Range<usize>) -> Voice {
        let name = without_role(self.document, self.lists, &name)..name.end;
        let bytes = self.document.tokens[name.start].start..self.document.tokens[name.end - 1].end;
        Voice::of_words(self.document, bytes)
    }

    /// The full names on the page outside of quotations, by their last word.
    pub fn names(&self) -> &[(&'t str, Range<usize>)] {
        self.names.get_or_init(|| self.find_names())
    }

    fn find_names(&self) -> FullNames<'t> {
        /// Words before the surname.
        const LONGEST_NAME: usize = 4;
        let longest = if self.lists.language == "ru" { 1 } else { LONGEST_NAME };
        let name = |last: usize| {
            if !self.is_part(last) || self.is_part(last + 1) {
                return None;
            }
            let goes_on = |&token: &usize| self.is_part(token) && self.is_in_line(token);
            let start = (0..last).rev().take(longest).take_while(goes_on).last()?;
            // German nouns have capitals too.
            let given = |token: &usize| is_given_name(self.document.lower(*token)) || self.lists.language != "de";
            let name = (start..last).find(given)?..last + 1;
            Some((self.document.word(last), name))
        };
        let mut names: Vec<_> = (0..self.document.tokens.len().saturating_sub(1)).filter_map(name).collect();
        sort_by_key(&mut names, |(last, _)| *last);
        names
    }
}
