//! Whom "er", "elle" and "él" mean, and which full name on the page a surname beside a quotation is short for.

use super::super::known::is_another;
use super::super::{Attribution, SourceKind, Voice};
use super::in_list;
use super::lists::Lists;
use super::voices::is_office;
use crate::document::Document;
use crate::given_names::{is_mans_name, is_womans_name};
use crate::kind::EntityKind;
use crate::mentions::Mention;
use crate::order::sort_by_key;
use std::cell::OnceCell;
use std::ops::Range;

/// A subject further back is not what a pronoun means. Sentences.
const REACH: usize = 10;

/// Articles, offices and the like before a name that opens a sentence. Tokens.
pub(super) const LONGEST_OPENING: usize = 7;

/// What stands before a name that isn't the subject of its sentence.
const NO_SUBJECT: &str = "de del a al con por para en contra sobre entre tras ante desde hasta sin según y como \
    für gegen mit von vom bei beim über wie neben gegenüber nach zu zum zur an laut dem den des trotz wegen \
    d du au aux pour avec par contre selon chez";

/// What stands further back is not what a pronoun means. Tokens.
const FURTHEST: usize = 250;

/// Names by their last word, in order.
pub(super) type FullNames<'t> = Vec<(&'t str, Range<usize>)>;

/// What is read to find out whom a pronoun means.
pub(super) struct Page<'d, 't> {
    pub document: &'d Document<'t>,
    pub lists: &'static Lists,
    pub mentions: &'d [Mention],
    /// Whether a token stands in a quotation.
    pub quoted: &'d dyn Fn(usize) -> bool,
    /// The full names on the page, once somebody has asked for them.
    pub names: OnceCell<FullNames<'t>>,
}

impl<'t> Page<'_, 't> {
    /// Names whoever speaks in `found` by a pronoun, by an age ("der 51-Jährige") or by a surname alone.
    pub fn resolve(&self, found: &mut [Attribution]) {
        if found.is_empty() {
            return;
        }
        let names = self.names();
        for found in found.iter_mut() {
            let full = in_full(found, names).map(|name| self.voice(name));
            // A page that introduces another of that name doesn't mean the one a pack knows.
            let other = |full: &Voice| {
                let label = found.speaker.as_ref().and_then(|voice| voice.label.as_deref());
                label.is_none_or(|label| is_another(label, &full.text))
            };
            found.speaker = full.filter(other).or(found.speaker.take());
        }
        name_in_full(found);
        let known = self.speakers(found);
        for index in 0..found.len() {
            let Some(source) = found[index].source.first().cloned() else {
                if found[index].speaker.is_none() {
                    let cue = self.document.token_at(found[index].cue[0].start);
                    let (voice, kind) = self.unsaid(cue, index, (found, &known, names)).unzip();
                    found[index].speaker = voice;
                    found[index].kind = kind.unwrap_or(found[index].kind);
                }
                continue;
            };
            let tokens = self.document.tokens_of(&source);
            let meant =
                self.is_hers(&tokens).and_then(|hers| self.meant(tokens.start, hers, index, (found, &known, names)));
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
            let text =
                found.speaker.as_ref().filter(|_| found.kind.is_person()).map_or("", |voice| voice.text.as_str());
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
        // "Sin embargo" leads to nobody.
        let led = (clause.start..at).any(|token| {
            in_list(NO_SUBJECT, self.document.lower(token)) && self.document.lower(token + 1) != "embargo"
        });
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
            let people = || before.clone().any(|token| self.is_unnamed(token) && !(self.quoted)(token));
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
        pub(super) const LONGEST_OPENING: usize = 4;
        let limit = sentence.end.min(sentence.start + LONGEST_OPENING);
        (sentence.start..limit).filter(|&token| !(self.quoted)(token)).any(|token| {
            let (word, at) = (self.document.lower(token), self.document.tokens[token].start);
            let next = self.mentions.partition_point(|mention| mention.range.start < at);
            let mention = self.mentions.get(next).filter(|mention| mention.range.start == at && mention.shown);
            let body =
                mention.is_some_and(|mention| matches!(mention.kind, EntityKind::Organisation | EntityKind::Outlet));
            let capitals = token > sentence.start && self.document.is_capitalised(token);
            body || capitals
                || in_list(self.lists.bodies, word)
                || self.is_unnamed(token)
                || is_office(self.lists, word)
        })
    }
}

/// Whether two name one person: the same entity, or the same surname.
fn is_same(one: &Voice, other: &Voice) -> bool {
    one.entity.is_some() && one.entity == other.entity || one.surname() == other.surname()
}

/// The full name that a page has for the surname of whoever speaks: "Peskov" where it introduces "Dmitri Peskov".
fn in_full(found: &Attribution, names: &[(&str, Range<usize>)]) -> Option<Range<usize>> {
    let (surname, short) = surname(found)?;
    let index = names.partition_point(|(last, _)| *last < surname);
    names.get(index).filter(|(last, _)| short && *last == surname).map(|(_, name)| name.clone())
}

/// Gives whoever speaks by a surname alone the one full name with it by which somebody speaks elsewhere, whatever given name that is.
fn name_in_full(found: &mut [Attribution]) {
    for index in 0..found.len() {
        let Some((last, true)) = surname(&found[index]) else { continue };
        let mut full = found
            .iter()
            .filter(|other| surname(other) == Some((last, false)))
            .filter_map(|other| other.speaker.clone());
        let first = full.next();
        if first.is_some() && full.all(|other| first.as_ref() == Some(&other)) {
            found[index].speaker = first;
        }
    }
}

/// The surname of the person who speaks, and whether it is all that tells who.
fn surname(found: &Attribution) -> Option<(&str, bool)> {
    let voice = found.speaker.as_ref().filter(|_| found.kind.is_person())?;
    // A space that doesn't break stands behind "M.".
    let surname = voice.text.rsplit([' ', '\u{a0}']).next()?;
    Some((surname, voice.text.len() == surname.len() || voice.text.starts_with("M.")))
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
            ("de", "„Der Weg ist frei“, sagte Imkeke Lumo. „Wir kommen alle“, sagte Lumo.", "Imkeke Lumo"),
            ("es", "“La ruta está abierta”, dijo Ana Ruiz. “Todos nos quedamos aquí”, añadió ella.", "Ana Ruiz"),
        ] {
            let found = attribute(&Document::from_plain(text, language), &[], None, None);
            let last = found.last().and_then(|found| found.speaker.clone()).map_or(String::new(), |voice| voice.text);
            assert_eq!(last, speaker, "{text}");
        }
    }
}
