//! Noun phrases beside a cue in these languages, found by the words that none goes on over, and whether one can be a source.

use super::super::phrases::Reader;
use super::in_list;
use super::lists::{ADVERBS, Lists, NO_SOURCE, RELATIVE, TITLES};
use super::verbs::reports;
use super::voices::{is_office, opens_addressee};
use std::ops::Range;

/// A longer phrase beside a cue was misread. Tokens.
const LONGEST_SOURCE: usize = 12;

/// Words that open a clause which a subject stands in.
const SUBORDINATORS: &str = "duquel laquelle lequel où quand lorsque tandis donde cuando mientras aunque где когда";

/// Whether a phrase can be a source: no adverbial, no clause, nobody speaking of themselves.
pub(super) fn names_somebody(reader: &Reader, lists: &Lists, source: &Range<usize>) -> bool {
    let first = reader.word(source.start);
    let is_verb = |token: usize| lists.language == "es" && reader.word(token).ends_with('ó');
    let bare = source.len() == 1 && !lists.verb_first && lists.language != "ru";
    let listed = [lists.pronouns, lists.offices, lists.bodies].iter().any(|list| in_list(list, first));
    let adverb = bare && !listed && !reader.is_capitalised(source.start) && elided(first).is_none();
    let clause = source.clone().any(|token| {
        let word = reader.word(token);
        is_verb(token)
            || in_list(RELATIVE, word)
            || in_list(lists.helping, word) && (token > source.start || lists.language == "de")
    });
    // "Der ihr sagte", "who told her": a clause.
    let told = lists.language == "de" && in_list("ihr ihm mir uns ihnen dir euch sich", reader.word(source.start + 1));
    let torn = told && source.len() == 2
        || !reader.is_word(source.start)
        || matches!(reader.word(source.end - 1), "und" | "et" | "y" | "и");
    !(torn || adverb || clause || in_list(lists.borders, first) || in_list(NO_SOURCE, first) || in_list(ADVERBS, first))
}

pub(super) fn phrase_after(reader: &Reader, lists: &Lists, from: usize) -> Option<Range<usize>> {
    phrase_from(reader, lists, from, false)
}

/// The phrase that starts at `from`, inside or outside of a quotation.
pub(super) fn phrase_from(reader: &Reader, lists: &Lists, from: usize, quoted: bool) -> Option<Range<usize>> {
    // "Dit-elle", "explique-t-il".
    let joined = |token: usize| matches!(reader.word(token), "-" | "‑" | "t");
    let from = if reader.raw(from) == "-" { (from..).find(|&token| !joined(token)).unwrap_or(from) } else { from };
    // "Dijo primero el alcalde".
    let from =
        from + usize::from(in_list(ADVERBS, reader.word(from)) && in_list(lists.articles, reader.word(from + 1)));
    // "Beschreibt er den Weg": what follows is its object.
    if in_list(lists.pronouns, reader.word(from)) && reader.is_quoted(from) == quoted {
        return Some(from..from + 1);
    }
    let limit = reader.segment.tokens.end.min(from + LONGEST_SOURCE);
    let goes_on = |token: usize| {
        let before = reader.raw(token.wrapping_sub(1));
        let initial = reader.raw(token) == "." && before.chars().count() == 1;
        let joins = matches!(reader.raw(token), "-" | "’" | "'")
            || initial
            || reader.raw(token) == "." && in_list(TITLES, reader.word(token.wrapping_sub(1)));
        // "Gesundheits-, Sozial- und Integrationsdirektor", "Beraterin und Autorin".
        let listed = lists.language == "de"
            && (before == "-" && matches!(reader.raw(token), "," | "und")
                || reader.word(token) == "und" && reader.is_capitalised(token + 1));
        // "Der für die Häfen zuständige Minister": what stands behind the article belongs to the noun.
        let attribute = lists.language == "de" && token == from + 1 && in_list(lists.articles, reader.word(from));
        let adverb = lists.language == "de" && token > from && in_list(ADVERBS, reader.word(token));
        let told = lists.language == "de" && opens_addressee(reader, lists, from..token);
        let borders = (in_list(lists.borders, reader.word(token)) || adverb || told) && !attribute;
        ((reader.is_word(token) || joins) && !borders || listed) && reader.is_quoted(token) == quoted
    };
    let mut end = (from..limit).find(|&token| !goes_on(token)).unwrap_or(limit);
    // A name ends before an adverb: "Anna Weber noch".
    let has_capitals = !lists.verb_first && lists.language != "ru";
    let name = has_capitals
        && (reader.is_capitalised(from) || in_list(lists.pronouns, reader.word(from)))
        && !in_list(lists.articles, reader.word(from));
    while name && end > from + 1 && reader.is_word(end - 1) && !reader.is_capitalised(end - 1) {
        end -= 1;
    }
    // "Der Arzt schließlich": in German a noun ends the phrase.
    let noun = lists.language == "de" && (from..end).any(|token| reader.is_capitalised(token));
    while noun && end > from + 1 && !reader.is_capitalised(end - 1) {
        end -= 1;
    }
    (end > from).then(|| from..apposed(reader, lists, from..end, limit))
}

/// The noun behind a French article that is one word with it: "l’élue".
fn elided(word: &str) -> Option<&str> {
    word.strip_prefix("l’").or_else(|| word.strip_prefix("l'"))
}

/// Where a source ends whose name stands behind its comma: "le ministre, Jean Petit, …", "l'adjointe à la mer, Luce Petit".
fn apposed(reader: &Reader, lists: &Lists, source: Range<usize>, limit: usize) -> usize {
    /// A name has at most so many tokens.
    const LONGEST_NAME: usize = 6;
    /// What somebody is may take so many tokens.
    const LONGEST_ROLE: usize = 20;
    let elided = elided(reader.raw(source.start));
    let article = elided.is_some() || in_list(lists.articles, reader.word(source.start));
    let named = elided.map_or(reader.is_capitalised(source.start + 1), |noun| noun.starts_with(char::is_uppercase));
    let role = article || source.clone().any(|token| is_office(lists, reader.word(token)));
    // What the lists hold for a border may belong to what somebody is.
    let goes_on = |token: &usize| {
        let word = reader.word(*token);
        let clause = in_list(RELATIVE, word) || in_list(lists.helping, word) || reports(lists, word);
        !reader.is_quoted(*token)
            && !clause
            && (reader.is_word(*token) || matches!(reader.raw(*token), "-" | "’" | "'"))
    };
    let far = matches!(lists.language, "fr" | "es") && article && !named;
    let longest = if far { LONGEST_ROLE } else { 0 };
    let comma = source.end + (source.end..source.start + longest).take_while(goes_on).count();
    if !role || reader.raw(comma) != "," || (!far && comma >= limit) {
        return source.end;
    }
    let from = comma + 1;
    let part = |token: &usize| reader.is_capitalised(*token) || reader.raw(*token) == "-";
    let end = from + (from..from + LONGEST_NAME).take_while(part).count();
    let closed = matches!(reader.raw(end), "," | "." | "" | ";") || !reader.is_word(end);
    if end >= from + 2 && closed { end } else { source.end }
}

pub(super) fn phrase_before(reader: &Reader, floor: usize, end: usize) -> Option<Range<usize>> {
    // "A month in which the minister said".
    let clause = |token: usize| in_list(SUBORDINATORS, reader.word(token));
    let breaks =
        |token: usize| clause(token) || !reader.is_word(token) && !matches!(reader.raw(token), "-" | "’" | "'");
    let start = (floor..end).rev().find(|&token| breaks(token)).map_or(floor, |token| token + 1);
    (start < end && end - start <= LONGEST_SOURCE).then_some(start..end)
}
