//! Tells from the page itself whom "he" and whom "she" can mean, by titles, by given names, and by the pronouns that follow
//! a name where no other name stands; and which full name a surname is short for.

use super::super::cues::{self, Form};
use super::super::grammar::{is_abbreviated, is_adverbial_start, is_clause_start, is_no_name, is_subordinator};
use super::super::roles;
use super::heads::{is_portfolio, is_title};
use crate::document::Document;
use crate::given_names::{is_given_name, is_mans_name, is_womans_name};
use crate::kind::EntityKind;
use crate::mentions::Mention;
use crate::order::sort_by_key;
use crate::words::{Fnv, word_lists};
use std::hash::Hasher;
use std::ops::Range;

word_lists! {
    /// Words for a man.
    is_his: "he him his himself";
    /// Words for a woman.
    is_hers: "she her hers herself";
    /// Titles and kin of a man.
    is_man: "mr sir lord king prince duke baron father dad son brother husband uncle grandfather spokesman chairman \
        congressman councilman businessman policeman fisherman man boy widower imam";
    /// Titles and kin of a woman.
    is_woman: "mrs ms miss lady dame queen princess duchess baroness mother mum mom daughter sister wife aunt grandmother \
        spokeswoman chairwoman congresswoman councilwoman businesswoman policewoman actress woman girl widow";
}

/// Whom a singular pronoun can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// "He".
    Male,
    /// "She".
    Female,
}

/// What a pronoun says, in lower case.
pub fn of_pronoun(word: &str) -> Option<Sex> {
    sex(is_his(word), is_hers(word))
}

/// What a title, a word of kin or a given name says, in lower case.
pub fn of_word(word: &str) -> Option<Sex> {
    sex(is_man(word) || is_mans_name(word), is_woman(word) || is_womans_name(word))
}

fn sex(male: bool, female: bool) -> Option<Sex> {
    match (male, female) {
        (true, false) => Some(Sex::Male),
        (false, true) => Some(Sex::Female),
        _ => None,
    }
}

/// What a page says of the people named on it.
pub struct People<'t> {
    /// By the last word of each name: above 0 for "he", below for "she"; and how often "its" follows.
    votes: Vec<(&'t str, i32, i32)>,
    /// Names of more than one word, as tokens, by their last word.
    full: Vec<(&'t str, Range<usize>)>,
    /// The same names by their first word.
    firsts: Vec<(&'t str, Range<usize>)>,
    /// Names behind an office, by the office, in order.
    holders: Vec<(&'static str, Range<usize>)>,
}

/// Offices by which people are introduced and then spoken of, with what is written for short.
const OFFICES: &[(&str, &str)] =
    &[("governor", "gov"), ("senator", "sen"), ("mayor", ""), ("sheriff", ""), ("judge", ""), ("commissioner", "")];

impl<'t> People<'t> {
    /// Reads the page once. `quoted` says for each token whether it stands in a quotation: there others speak of others.
    pub fn read(document: &Document<'t>, mentions: &[Mention], quoted: impl Fn(usize) -> bool) -> Self {
        let mut votes: Vec<(&str, i32, i32)> = Vec::new();
        let mut things: Vec<&str> = Vec::new();
        let mut full = Vec::new();
        let mut holders = Vec::new();
        let mut vote = |name: &'t str, sex: Option<Sex>, weight: i32| match sex {
            Some(Sex::Male) => votes.push((name, weight, 0)),
            Some(Sex::Female) => votes.push((name, -weight, 0)),
            None => {}
        };
        /// More capitalised words are a headline or a list. Tokens behind the first.
        const LONGEST_NAME: usize = 5;
        // Mentions are in order, as tokens are: those passed are done with.
        let mut next = 0;
        let small = SmallWords::read(document);
        // The one name of the sentence before.
        let mut before = None;
        for sentence in &document.sentences {
            let (mut name, mut others, mut spoken) = (None, false, false);
            let mut token = sentence.start;
            while token < sentence.end {
                let at = document.tokens[token].start;
                while mentions.get(next).is_some_and(|mention| mention.range.end <= at) {
                    next += 1;
                }
                let placed = mentions.get(next).is_some_and(|mention| {
                    mention.shown && mention.range.start <= at && mention.kind != EntityKind::Person
                });
                if quoted(token) || placed {
                    token += 1;
                    continue;
                }
                let pronoun = of_pronoun(document.lower(token));
                if pronoun.is_some() {
                    let first = !std::mem::replace(&mut spoken, true);
                    let meant = name.or(before).filter(|_| first && !others);
                    meant.into_iter().for_each(|name| vote(name, pronoun, 1));
                } else if matches!(document.lower(token), "its" | "itself") {
                    things.extend(name.filter(|_| !others && !spoken));
                } else if is_name_word(document, token) && (token > sentence.start || runs_on(document, token)) {
                    let start = token;
                    while token + 1 < sentence.end && runs_on(document, token) {
                        token += 1;
                    }
                    let (last, last_token) = (document.word(token), token);
                    let no_part = |token: usize| {
                        let initial = document.word(token).len() == 1 && document.word(token + 1) == ".";
                        !initial && is_no_part(document.lower(token))
                            || token == start && start + 2 <= last_token && is_trade(document.lower(token))
                    };
                    let title = (start..token).rev().find(|&token| no_part(token));
                    // "Brave Marina Smith": any word may open a sentence.
                    let opens = start == sentence.start || document.word(start - 1) == ":";
                    let listed =
                        |word: &str| of_word(word).is_some() && is_given_name(word) || opens && is_given_name(word);
                    let given = (start..token).find(|&token| listed(document.lower(token)));
                    // "Apparently Smith", "Enter Smith": what opens the sentence is written small elsewhere.
                    let opening = start == sentence.start && small.has(document.lower(start));
                    let of = start > sentence.start && document.lower(start - 1) == "of";
                    let led = (start..token).take_while(|&token| of && is_portfolio(document.lower(token))).count();
                    let behind = start + led.max(usize::from(opening));
                    let first = given.unwrap_or(title.map_or(behind, |title| title + 1));
                    let first = (first..token).find(|&token| document.is_capitalised(token)).unwrap_or(token);
                    // "Macmillan-Amazon" is two names.
                    let apart = |token: usize| document.tokens[token].end < document.tokens[token + 1].start;
                    if token - first <= LONGEST_NAME && (first..token).any(apart) {
                        full.push((last, first..token + 1));
                        let before = first.saturating_sub(2)..first;
                        let office = OFFICES.iter().find(|(office, short)| {
                            before
                                .clone()
                                .any(|token| matches!(document.lower(token), word if word == *office || word == *short))
                        });
                        holders.extend(office.map(|(office, _)| (*office, first..token + 1)));
                    }
                    let titles = (start.saturating_sub(2)..=start).filter(|&title| title != token);
                    titles.for_each(|title| vote(last, of_word(document.lower(title)), 3));
                    others |= name.is_some_and(|name| name != last);
                    name = Some(last);
                } else if is_name_word(document, token) && !opens_sentence(document.lower(token)) {
                    name = Some(document.word(token));
                }
                token += 1;
            }
            before = name.filter(|_| !others);
        }
        votes.extend(things.into_iter().map(|name| (name, 0, 1)));
        sort_by_key(&mut votes, |(name, ..)| *name);
        // One entry for each name: a page may have one ten thousand times.
        votes.dedup_by(|next, before| {
            let same = next.0 == before.0;
            before.1 += if same { next.1 } else { 0 };
            before.2 += if same { next.2 } else { 0 };
            same
        });
        let firsts =
            full.iter().map(|(_, name): &(&str, Range<usize>)| (document.word(name.start), name.clone())).collect();
        let (full, firsts) = (by_word(document, full), by_word(document, firsts));
        Self { votes, full, firsts, holders }
    }

    /// The full name that ends in that word, as tokens, if there is only one on the page.
    pub fn full_name(&self, last: &str) -> Option<Range<usize>> {
        only(&self.full, last)
    }

    /// Who was introduced as holder of an office before token `until`, if it is one alone.
    pub fn holder(&self, office: &str, until: usize) -> Option<Range<usize>> {
        let mut names = self.holders.iter().filter(|(held, name)| *held == office && name.start < until);
        names.next().filter(|_| names.next().is_none()).map(|(_, name)| name.clone())
    }

    /// The full name that begins with that word, as tokens, if the page has one such and none that ends in it: "Lin" for "Lin Jian".
    pub fn full_name_from(&self, document: &Document, first: &str) -> Option<Range<usize>> {
        // "Jones" may be another Jones.
        let alone = |name: &Range<usize>| self.full_name(document.word(name.end - 1)).is_some();
        only(&self.firsts, first).filter(|name| !self.ends_names(first) && alone(name))
    }

    /// Whether longer names on the page end in that word.
    pub fn ends_names(&self, last: &str) -> bool {
        let index = self.full.partition_point(|(name, _)| *name < last);
        self.full.get(index).is_some_and(|(name, _)| *name == last)
    }

    /// Whom the name ending in that word means by pronouns; `None` when the page doesn't say.
    pub fn of(&self, last: &str) -> Option<Sex> {
        let sum = self.sum(last);
        sex(sum > 0, sum < 0)
    }

    /// Whether the page says so more than once.
    pub fn is_sure_of(&self, last: &str) -> bool {
        self.sum(last).abs() > 1
    }

    /// Whether the page speaks of it as "its" more than as "he" or "she"; where longer names end in it (`longer`), more than
    /// once.
    pub fn is_thing(&self, last: &str, longer: bool) -> bool {
        let (person, thing) = self.counts(last);
        thing > person.abs() + i32::from(longer)
    }

    fn sum(&self, last: &str) -> i32 {
        self.counts(last).0
    }

    fn counts(&self, last: &str) -> (i32, i32) {
        let index = self.votes.partition_point(|(name, ..)| *name < last);
        self.votes.get(index).filter(|(name, ..)| *name == last).map_or((0, 0), |(_, person, thing)| (*person, *thing))
    }
}

/// Names by a word of theirs, in its order; of two that share it neither is meant for sure, and the name is empty.
fn by_word<'t>(document: &Document, mut names: Vec<(&'t str, Range<usize>)>) -> Vec<(&'t str, Range<usize>)> {
    sort_by_key(&mut names, |(word, _)| *word);
    names.dedup_by(|next, before| {
        let same = next.0 == before.0;
        if same && text_of(document, &next.1) != text_of(document, &before.1) {
            before.1 = 0..0;
        }
        same
    });
    names
}

/// The only one of `names` with that word.
fn only(names: &[(&str, Range<usize>)], word: &str) -> Option<Range<usize>> {
    let index = names.partition_point(|(name, _)| *name < word);
    names.get(index).filter(|(name, range)| *name == word && !range.is_empty()).map(|(_, range)| range.clone())
}

/// The words that a page writes with a small letter somewhere, as bits by their hash; a few others by chance.
struct SmallWords(Vec<u64>);

impl SmallWords {
    /// Words; two with the same bit are one.
    const BITS: u64 = 1 << 17;

    fn read(document: &Document) -> Self {
        let mut bits = vec![0; (Self::BITS / 64) as usize];
        for token in (0..document.tokens.len()).filter(|&token| !document.is_capitalised(token)) {
            let bit = Self::bit(document.word(token));
            bits[(bit / 64) as usize] |= 1 << (bit % 64);
        }
        Self(bits)
    }

    fn has(&self, lower: &str) -> bool {
        let bit = Self::bit(lower);
        self.0[(bit / 64) as usize] & 1 << (bit % 64) != 0
    }

    fn bit(word: &str) -> u64 {
        let mut hash = Fnv::default();
        hash.write(word.as_bytes());
        hash.finish() % Self::BITS
    }
}

fn text_of<'t>(document: &Document<'t>, tokens: &Range<usize>) -> &'t str {
    if tokens.is_empty() {
        return "";
    }
    &document.text[document.tokens[tokens.start].start..document.tokens[tokens.end - 1].end]
}

fn is_name_word(document: &Document, token: usize) -> bool {
    document.is_capitalised(token) && of_pronoun(document.lower(token)).is_none()
}

/// Whether the name at `token` goes on with the next token.
fn runs_on(document: &Document, token: usize) -> bool {
    is_name_word(document, token + 1)
        || (document.word(token + 1) == "." && is_name_word(document, token + 2) && document.word(token).len() <= 3)
        || (document.word(token + 1) == "-" && is_name_word(document, token + 2))
}

/// Whether a word that may begin a sentence is no name.
fn opens_sentence(word: &str) -> bool {
    is_adverbial_start(word) || is_clause_start(word) || is_no_name(word) || is_subordinator(word)
}

/// Whether a capitalised word before a name is no part of it.
fn is_no_part(word: &str) -> bool {
    /// "Molly" is a name. Bytes.
    const SHORTEST_ADVERB: usize = 7;
    let adverb = word.len() >= SHORTEST_ADVERB && word.ends_with("ly") && !is_given_name(word);
    // "Replied Smith": a verb of saying; "said" may be a name.
    let says = cues::cue(word).is_some_and(|cue| cue.form == Form::Past && word != "said");
    says || adverb || opens_sentence(word) || is_abbreviated(word) || is_title(word) || roles::is_office(word)
}

/// Whether a word of no list is a trade by its ending: "sociologist".
pub(super) fn is_trade(word: &str) -> bool {
    /// "Twist" is a name. Bytes.
    const SHORTEST: usize = 8;
    word.len() >= SHORTEST && ["ist", "ician", "pher", "eer"].iter().any(|ending| word.ends_with(ending))
}
