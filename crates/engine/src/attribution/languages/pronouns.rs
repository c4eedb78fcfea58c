//! Whom "er", "elle" and "él" mean, and which full name on the page a surname beside a quotation is short for.

use super::super::known::is_another;
use super::super::{Attribution, SourceKind, Voice};
use super::in_list;
use super::lists::{ADVERBS, Lists};
use super::verbs::reports;
use super::voices::{is_office, without_role};
use crate::document::Document;
use crate::given_names::{is_given_name, is_mans_name, is_womans_name};
use crate::kind::EntityKind;
use crate::mentions::Mention;
use crate::order::sort_by_key;
use std::ops::Range;

/// A subject further back is not what a pronoun means. Sentences.
const REACH: usize = 10;

/// Articles, offices and the like before a name that opens a sentence. Tokens.
const LONGEST_OPENING: usize = 7;

/// What stands before a name that isn't the subject of its sentence.
const NO_SUBJECT: &str = "de del a al con por para en contra sobre entre tras ante desde hasta sin según y como \
    für gegen mit von vom bei beim über wie neben gegenüber nach zu zum zur an laut dem den des trotz wegen \
    d du au aux pour avec par contre selon chez";

/// People without a name.
const PEOPLE: &str =
    "mann frau user nutzer nutzerin passant homme femme internaute hombre mujer usuario usuaria мужчина женщина";

/// What stands further back is not what a pronoun means. Tokens.
const FURTHEST: usize = 250;

/// Capitalised words that open a sentence and are no name.
const NOBODY: &str = "viele einige manche alle mehrere beide zwei drei vier muchos varios todos plusieurs beaucoup \
    obwohl wenn weil nachdem bevor ob falls sobald solange aber denn jedoch wo wer was warum dort hier jetzt nun ähnlich \
    aunque cuando si como pero mientras quoique lorsque quand mais comme selon anfang ende mitte januar februar märz april mai juni \
    juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag";

/// What is read to find out whom a pronoun means.
pub(super) struct Page<'d, 't> {
    pub document: &'d Document<'t>,
    pub lists: &'static Lists,
    pub mentions: &'d [Mention],
    /// Whether a token stands in a quotation.
    pub quoted: &'d dyn Fn(usize) -> bool,
}

impl Page<'_, '_> {
    /// Names whoever speaks in `found` by a pronoun, by an age ("der 51-Jährige") or by a surname alone.
    pub fn resolve(&self, found: &mut [Attribution]) {
        if found.is_empty() {
            return;
        }
        let names = self.names();
        for found in found.iter_mut() {
            let full = in_full(found, &names).map(|name| self.voice(name));
            // A page that introduces another of that name doesn't mean the one a pack knows.
            let other = |full: &Voice| {
                let label = found.speaker.as_ref().and_then(|voice| voice.label.as_deref());
                label.is_none_or(|label| is_another(label, &full.text))
            };
            found.speaker = full.filter(other).or(found.speaker.take());
        }
        let known = self.speakers(found);
        for index in 0..found.len() {
            let Some(source) = found[index].source.first().cloned() else {
                if found[index].speaker.is_none() {
                    let cue = self.document.token_at(found[index].cue[0].start);
                    let (voice, kind) = self.unsaid(cue, index, (found, &known, &names)).unzip();
                    found[index].speaker = voice;
                    found[index].kind = kind.unwrap_or(found[index].kind);
                }
                continue;
            };
            let tokens = self.document.tokens_of(&source);
            let meant =
                self.is_hers(&tokens).and_then(|hers| self.meant(tokens.start, hers, index, (found, &known, &names)));
            if let Some((voice, kind)) = meant {
                found[index].speaker = Some(voice);
                found[index].kind = kind;
            }
        }
    }

    /// The people who speak, by each word of their names, with where they do in `found`.
    pub fn speakers(&self, found: &[Attribution]) -> Vec<(String, usize)> {
        let mut known: Vec<(String, usize)> = Vec::new();
        for (index, found) in found.iter().enumerate() {
            let person = matches!(found.kind, SourceKind::Person | SourceKind::Official);
            let text = found.speaker.as_ref().filter(|_| person).map_or("", |voice| voice.text.as_str());
            known.extend(text.split(' ').map(|word| (word.to_string(), index)));
        }
        sort_by_key(&mut known, |(word, index)| (word.clone(), *index));
        known
    }

    /// The one person whom a clause names, at its beginning and as its subject.
    pub fn only_person(&self, clause: Range<usize>, all: Known) -> Option<(Voice, SourceKind)> {
        let person = |token: usize| Some((token, self.person_at(token, token + 1..clause.end, all)?));
        let named: Vec<_> = clause.clone().filter_map(person).collect();
        let (at, (subject, kind)) = named.first().cloned()?;
        let led = (clause.start..at).any(|token| in_list(NO_SUBJECT, self.document.lower(token)));
        // Russian names and what stands before them have cases.
        let opens = at - clause.start < if self.lists.language == "ru" { 1 } else { LONGEST_OPENING };
        let alone = named.iter().all(|(_, (voice, _))| is_same(voice, &subject));
        (opens && alone && !led).then_some((subject, kind))
    }

    /// Whether a source that only takes up somebody is a woman's; `None` for other sources.
    fn is_hers(&self, source: &Range<usize>) -> Option<bool> {
        let first = self.document.lower(source.start);
        let mut pronouns = self.lists.pronouns.split(' ');
        let aged = self.lists.language == "de"
            && (source.start + 1..source.end).any(|token| self.document.lower(token).starts_with("jährige"));
        // "Ce dernier": whoever was named last.
        let last = (self.document.lower(source.start), self.document.lower(source.end - 1));
        match source.len() {
            2 if matches!(last, ("ce", "dernier") | ("este", "último")) => Some(false),
            2 if matches!(last, ("cette", "dernière") | ("esta", "última")) => Some(true),
            1 => pronouns.position(|pronoun| pronoun == first).map(|index| index > 0),
            _ => aged.then_some(first == "die"),
        }
    }

    /// Who the pronoun at `pronoun`, the source of `found[index]`, means.
    fn meant(&self, pronoun: usize, hers: bool, index: usize, all: Known) -> Option<(Voice, SourceKind)> {
        let fits = |voice: &Voice| {
            let words = voice.label.as_deref().unwrap_or(&voice.text).to_lowercase();
            let first = words.split(' ').next().unwrap_or_default();
            if hers { !is_mans_name(first) } else { !is_womans_name(first) }
        };
        let last = all.0[..index].last().and_then(|last| {
            let voice = last.speaker.as_ref().filter(|voice| fits(voice))?;
            let end = last.content.iter().chain(&last.source).map(|range| range.end).max()?;
            (last.kind != SourceKind::Organisation).then(|| (self.document.token_at(end), voice.clone(), last.kind))
        });
        let own = self.document.sentence_of(pronoun)?;
        let block = |token: usize| {
            let at = self.document.tokens[token].start;
            self.document.blocks.partition_point(|block| block.range.end <= at)
        };
        for sentence in (own.saturating_sub(REACH)..=own).rev() {
            let range = self.document.sentences[sentence].clone();
            let before = range.start.max(pronoun.saturating_sub(FURTHEST))..range.end.min(pronoun);
            if before.is_empty() && sentence < own {
                return None;
            }
            let near = block(range.start) == block(pronoun);
            let subject = self.person_at(before.start, before.clone(), all);
            let people =
                || before.clone().any(|token| in_list(PEOPLE, self.document.lower(token)) && !(self.quoted)(token));
            let inside = || {
                before
                    .clone()
                    .rev()
                    .filter(|_| near && !people())
                    .find_map(|token| self.person_at(token, before.clone(), all))
            };
            let meant = subject.or_else(inside).filter(|(voice, _)| fits(voice));
            if meant.is_some() {
                return meant;
            }
            if let Some((_, voice, kind)) = last.as_ref().filter(|(end, ..)| *end > range.start) {
                return Some((voice.clone(), *kind));
            }
            // "The man" is nobody who was named before.
            if people() {
                return None;
            }
        }
        None
    }

    /// Who the verb at `cue` of `found[index]` leaves out: whoever spoke last or was the subject last, if nobody else is named since.
    fn unsaid(&self, cue: usize, index: usize, all: Known) -> Option<(Voice, SourceKind)> {
        let own = self.document.sentence_of(cue)?;
        let block = |token: usize| {
            let at = self.document.tokens[token].start;
            self.document.blocks.partition_point(|block| block.range.end <= at)
        };
        let last = all.0[..index].last();
        let ends = last.and_then(|last| last.content.iter().chain(&last.source).map(|range| range.end).max());
        let heard = ends.map_or(0, |end| self.document.token_at(end));
        for sentence in (own.saturating_sub(REACH)..=own).rev() {
            let range = self.document.sentences[sentence].clone();
            if block(range.start) + 1 < block(cue) {
                return None;
            }
            let before = range.start..range.end.min(cue);
            let since = before.start.max(heard)..before.end;
            // Each word by itself: what an opening leads to may be an object.
            let person = |token: usize| Some((token, self.person_at(token, token + 1..before.end, all)?));
            let named: Vec<_> = since.clone().filter(|&token| !(self.quoted)(token)).filter_map(person).collect();
            let own = last.and_then(|last| last.speaker.as_ref()).map_or("", |voice| voice.text.as_str());
            if named.is_empty() && self.names_another(&since, own) {
                return None;
            }
            if heard > range.start {
                let last = last.and_then(|last| Some((last.speaker.clone()?, last.kind)))?;
                return named.iter().all(|(_, (voice, _))| is_same(voice, &last.0)).then_some(last);
            }
            if let Some((at, (subject, kind))) = named.first().cloned() {
                let lead = at.checked_sub(1).map_or("", |token| self.document.lower(token));
                let opens = at - before.start < LONGEST_OPENING && !in_list(NO_SUBJECT, lead);
                let alone = named.iter().all(|(_, (voice, _))| is_same(voice, &subject));
                let heading = self.document.blocks.get(block(at)).is_some_and(|block| block.heading);
                return (opens && alone && !heading).then_some((subject, kind));
            }
            if self.is_about_others(&before) {
                return None;
            }
        }
        None
    }

    /// Whether capitals within a sentence may name somebody but for `own`: no place, no quotation.
    fn names_another(&self, sentence: &Range<usize>, own: &str) -> bool {
        sentence.clone().skip(1).any(|token| {
            let at = self.document.tokens[token].start;
            let next = self.mentions.partition_point(|mention| mention.range.end <= at);
            let mention = self.mentions.get(next).filter(|mention| mention.range.start <= at && mention.shown);
            let place = mention.is_some_and(|mention| {
                matches!(mention.kind, EntityKind::Country | EntityKind::Region | EntityKind::City | EntityKind::Place)
            });
            let known = own.split(' ').any(|word| word == self.document.word(token));
            self.document.is_capitalised(token) && !(self.quoted)(token) && !place && !known
        })
    }

    /// Whether a sentence opens with a body, an office or people without a name.
    fn is_about_others(&self, sentence: &Range<usize>) -> bool {
        /// Tokens.
        const LONGEST_OPENING: usize = 4;
        let limit = sentence.end.min(sentence.start + LONGEST_OPENING);
        (sentence.start..limit).filter(|&token| !(self.quoted)(token)).any(|token| {
            let (word, at) = (self.document.lower(token), self.document.tokens[token].start);
            let next = self.mentions.partition_point(|mention| mention.range.start < at);
            let mention = self.mentions.get(next).filter(|mention| mention.range.start == at && mention.shown);
            let body =
                mention.is_some_and(|mention| matches!(mention.kind, EntityKind::Organisation | EntityKind::Outlet));
            let capitals = token > sentence.start && self.document.is_capitalised(token);
            body || capitals || in_list(self.lists.bodies, word) || in_list(PEOPLE, word) || is_office(self.lists, word)
        })
    }

    /// The person named at `token`, or a little behind it where a sentence begins there.
    fn person_at(&self, token: usize, sentence: Range<usize>, all: Known) -> Option<(Voice, SourceKind)> {
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
            if named && words && (given || party || role || said || token == first && opens) {
                return Some((self.voice(token..end), SourceKind::Person));
            }
        }
        None
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

    fn voice(&self, name: Range<usize>) -> Voice {
        let name = without_role(self.document, self.lists, &name)..name.end;
        let bytes = self.document.tokens[name.start].start..self.document.tokens[name.end - 1].end;
        Voice::of_words(self.document, bytes)
    }

    /// The full names on the page outside of quotations, by their last word.
    pub fn names(&self) -> Vec<(&str, Range<usize>)> {
        /// Words before the surname.
        const LONGEST_NAME: usize = 4;
        let longest = if self.lists.language == "ru" { 1 } else { LONGEST_NAME };
        let name = |last: usize| {
            let goes_on = |&token: &usize| self.is_part(token) && self.is_in_line(token);
            let start = (0..last).rev().take(longest).take_while(goes_on).last()?;
            // German nouns have capitals too.
            let given = |token: &usize| is_given_name(self.document.lower(*token)) || self.lists.language != "de";
            let name = (start..last).find(given)?..last + 1;
            (self.is_part(last) && !self.is_part(last + 1)).then(|| (self.document.word(last), name))
        };
        let mut names: Vec<_> = (0..self.document.tokens.len().saturating_sub(1)).filter_map(name).collect();
        sort_by_key(&mut names, |(last, _)| *last);
        names
    }
}

/// Whether two name one person: the same entity, or the same surname.
fn is_same(one: &Voice, other: &Voice) -> bool {
    one.entity.is_some() && one.entity == other.entity || one.text.rsplit(' ').next() == other.text.rsplit(' ').next()
}

/// The full name that a page has for the surname of whoever speaks: "Peskov" where it introduces "Dmitri Peskov".
fn in_full(found: &Attribution, names: &[(&str, Range<usize>)]) -> Option<Range<usize>> {
    let person = matches!(found.kind, SourceKind::Person | SourceKind::Official);
    let voice = found.speaker.as_ref().filter(|_| person)?;
    let surname = voice.text.rsplit([' ', '\u{a0}']).next()?;
    let short = voice.text.len() == surname.len() || voice.text.starts_with("M.");
    let index = names.partition_point(|(last, _)| *last < surname);
    names.get(index).filter(|(last, _)| short && *last == surname).map(|(_, name)| name.clone())
}

/// Those who speak on the page, their names by word, and full names on the page by their last word, in order.
pub(super) type Known<'f> = (&'f [Attribution], &'f [(String, usize)], &'f [(&'f str, Range<usize>)]);

#[cfg(test)]
mod tests {
    use super::super::super::attribute;
    use crate::document::Document;

    #[test]
    fn whom_pronouns_mean() {
        for (language, text, speaker) in [
            ("de", "Anna Weber kam im Mai ins Tal. „Der Weg ist frei“, sagte sie.", "Anna Weber"),
            ("de", "Rosa Kern kennt den Weg. Das Tal ist still. „Der Weg ist frei“, sagt sie leise.", "Rosa Kern"),
            ("de", "„Der Weg ist frei“, sagte Adam Lumo. „Wir kommen alle“, sagte er.", "Adam Lumo"),
            (
                "de",
                "„Der Weg ist frei“, sagte Adam Lumo. Anna Weber sah ins Tal. „Wir kommen alle“, sagte er.",
                "Adam Lumo",
            ),
            ("de", "„Der Weg ist frei“, sagte Adam Lumo. „Wir kommen alle“, sagte der 51-Jährige.", "Adam Lumo"),
            ("de", "Im Tal sprach Adam Lumo (ABC) im Mai. Er forderte, „den Weg ins Tal zu öffnen“.", "Adam Lumo"),
            ("de", "In der Schule steht Lehrer Rejan Lumo. „Der Weg ist frei“, erklärt er.", "Rejan Lumo"),
            ("de", "Viele Leute kamen. „Der Weg ist frei“, erklärt er.", "er"),
            ("de", "Das Tal ist still. „Der Weg ist frei“, sagte er.", "er"),
            ("fr", "Pour Jean Petit, la route est sûre. « Nous restons tous ici », a-t-il dit.", "Jean Petit"),
            ("fr", "Le porte-parole, Jean Petit, est venu. « Nous restons tous ici », a dit M. Petit.", "Jean Petit"),
            ("es", "“La ruta está abierta”, dijo Ana Ruiz. “Todos nos quedamos aquí”, añadió ella.", "Ana Ruiz"),
        ] {
            let found = attribute(&Document::from_plain(text, language), &[], None, None);
            let last = found.last().and_then(|found| found.speaker.clone()).map_or(String::new(), |voice| voice.text);
            assert_eq!(last, speaker, "{text}");
        }
    }
}
