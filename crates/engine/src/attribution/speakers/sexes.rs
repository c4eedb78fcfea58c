//! Tells from the page itself whom "he" and whom "she" can mean, by titles, by given names, and by the pronouns that follow
//! a name where no other name stands; and which full name a surname is short for.

use super::super::grammar::{is_abbreviated, is_adverbial_start, is_clause_start, is_no_name, is_subordinator};
use super::super::roles;
use super::heads::is_title;
use crate::document::Document;
use crate::given_names::{is_mans_name, is_womans_name};
use crate::kind::EntityKind;
use crate::mentions::Mention;
use crate::order::sort_by_key;
use crate::words::word_lists;
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
    /// By the last word of each name: above 0 for "he", below for "she".
    votes: Vec<(&'t str, i32)>,
    /// Names of more than one word, as tokens, by their last word.
    full: Vec<(&'t str, Range<usize>)>,
}

impl<'t> People<'t> {
    /// Reads the page once. `quoted` says for each token whether it stands in a quotation: there others speak of others.
    pub fn read(document: &Document<'t>, mentions: &[Mention], quoted: impl Fn(usize) -> bool) -> Self {
        let mut votes: Vec<(&str, i32)> = Vec::new();
        let mut full = Vec::new();
        let mut vote = |name: &'t str, sex: Option<Sex>, weight: i32| match sex {
            Some(Sex::Male) => votes.push((name, weight)),
            Some(Sex::Female) => votes.push((name, -weight)),
            None => {}
        };
        /// More capitalised words are a headline or a list. Tokens behind the first.
        const LONGEST_NAME: usize = 5;
        // Mentions are in order, as tokens are: those passed are done with.
        let mut next = 0;
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
                } else if is_name_word(document, token) && (token > sentence.start || runs_on(document, token)) {
                    let start = token;
                    while token + 1 < sentence.end && runs_on(document, token) {
                        token += 1;
                    }
                    let last = document.word(token);
                    let title = (start..token).rev().find(|&token| is_no_part(document.lower(token)));
                    let given = (start..token).find(|&token| is_given_name(document.lower(token)));
                    let first = given.unwrap_or(title.map_or(start, |title| title + 1));
                    let first = (first..token).find(|&token| document.is_capitalised(token)).unwrap_or(token);
                    // "Macmillan-Amazon" is two names.
                    let apart = |token: usize| document.tokens[token].end < document.tokens[token + 1].start;
                    if token - first <= LONGEST_NAME && (first..token).any(apart) {
                        full.push((last, first..token + 1));
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
        sort_by_key(&mut votes, |(name, _)| *name);
        sort_by_key(&mut full, |(name, _)| *name);
        // One entry for each name: a page may have one ten thousand times.
        votes.dedup_by(|next, before| {
            let same = next.0 == before.0;
            before.1 += if same { next.1 } else { 0 };
            same
        });
        // Of two names that end alike neither is meant for sure.
        full.dedup_by(|next, before| {
            let same = next.0 == before.0;
            if same && text_of(document, &next.1) != text_of(document, &before.1) {
                before.1 = 0..0;
            }
            same
        });
        Self { votes, full }
    }

    /// The full name that ends in that word, as tokens, if there is only one on the page.
    pub fn full_name(&self, last: &str) -> Option<Range<usize>> {
        let index = self.full.partition_point(|(name, _)| *name < last);
        self.full.get(index).filter(|(name, range)| *name == last && !range.is_empty()).map(|(_, range)| range.clone())
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

    fn sum(&self, last: &str) -> i32 {
        let index = self.votes.partition_point(|(name, _)| *name < last);
        self.votes.get(index).filter(|(name, _)| *name == last).map_or(0, |(_, vote)| *vote)
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
    opens_sentence(word) || is_abbreviated(word) || is_title(word) || roles::is_office(word)
}

/// Whether a lower-case word is a given name of the lists.
pub fn is_given_name(word: &str) -> bool {
    is_mans_name(word) || is_womans_name(word)
}
