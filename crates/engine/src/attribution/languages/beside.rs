//! Who is beside a quotation, and the words that report it: behind the marks, before them or between dashes within them.

use super::super::phrases::Reader;
use super::super::quotes::Quotation;
use super::lists::{Lists, THAT};
use super::nouns::{names_somebody, phrase_after, phrase_before, phrase_from};
use super::{in_list, words_in};
use std::ops::Range;

/// A cue further before its quotation belongs to something else. Tokens.
const REACH: usize = 18;

/// Who and by which words; the source is `None` when the verb has no subject of its own ("وأضاف").
pub(super) type Beside = (Option<Range<usize>>, Range<usize>);

/// "«…», a déclaré le ministre", "«…», a-t-il dit": the cue at once after the quotation, the source behind or within it.
pub(super) fn after(reader: &Reader, lists: &Lists, quotation: &Quotation) -> Option<Beside> {
    /// Marks, helping verbs and a pronoun may stand between.
    const NEAR: usize = 8;
    let end = reader.document.token_at(quotation.range.end);
    let near = end..(end + NEAR).min(reader.segment.tokens.end);
    let cue = near.clone().find(|&token| in_list(lists.cues, reader.word(token)))?;
    let mut pronoun = None;
    let mut start = cue;
    for token in (end..cue).rev().filter(|&token| reader.is_word(token)) {
        let word = reader.word(token);
        if in_list(lists.pronouns, word) && pronoun.is_none() {
            pronoun = Some(token..token + 1);
        } else if !(in_list(lists.helping, word) || (word == "t" && pronoun.is_some())) {
            return None;
        }
        start = token;
    }
    // With a capital another sentence begins.
    if reader.is_capitalised(start) {
        return None;
    }
    let holder = || holder_behind(reader, lists, cue + 1);
    let source = pronoun.or_else(holder).or_else(|| phrase_after(reader, lists, cue + 1))?;
    names_somebody(reader, lists, &source).then_some((Some(source), start..cue + 1))
}

/// "A dit à la presse le ministre", "dijo este lunes en la radio la alcaldesa": who holds an office or is a body, behind where it was said.
fn holder_behind(reader: &Reader, lists: &Lists, from: usize) -> Option<Range<usize>> {
    /// Tokens.
    const LONGEST_ADVERBIAL: usize = 8;
    let adverbial = matches!(lists.language, "fr" | "es") && in_list(lists.borders, reader.word(from));
    let holds = |token: usize| in_list(lists.offices, reader.word(token)) || in_list(lists.bodies, reader.word(token));
    let article = (from + 1..from + LONGEST_ADVERBIAL)
        .take_while(|&token| reader.is_word(token))
        .filter(|_| adverbial)
        .find(|&token| {
            in_list(lists.articles, reader.word(token))
                && holds(token + 1)
                && !in_list("à a de", reader.word(token - 1))
        })?;
    phrase_after(reader, lists, article)
}

/// Whether a cue reports only with a helping verb before it: "tienen asegurado" says nothing.
fn is_participle(lists: &Lists, word: &str) -> bool {
    match lists.language {
        "es" => word.ends_with("ado") || word == "dicho",
        "fr" => word.ends_with('é'),
        _ => false,
    }
}

/// "Le ministre a déclaré : «…»": the cue before the quotation, the source on the side that has words.
pub(super) fn before(reader: &Reader, lists: &Lists, quotation: &Quotation) -> Option<Beside> {
    /// A shorter quotation behind "that" is a word held at arm's length. Words.
    const SHORTEST_CLAUSE: usize = 4;
    let open = reader.document.token_at(quotation.range.start);
    let floor = reader.segment.tokens.start;
    let lead = open.checked_sub(1).filter(|&token| token >= floor)?;
    let clause = in_list(THAT, reader.word(lead)) && words_in(reader, quotation) >= SHORTEST_CLAUSE;
    if !clause && !matches!(reader.raw(lead), ":" | ",") {
        return None;
    }
    let reach = lead.saturating_sub(REACH).max(floor);
    // "So" and "laut" stand for a verb only behind a quotation.
    let reports = |word: &str| in_list(lists.cues, word) && !in_list("so laut", word);
    let cue = (reach..lead).rev().find(|&token| reports(reader.word(token)) && !reader.is_quoted(token))?;
    let helping = cue > floor && in_list(lists.helping, reader.word(cue - 1));
    if is_participle(lists, reader.word(cue)) && !helping {
        return None;
    }
    let start = cue - usize::from(helping);
    let names = |source: &Range<usize>| names_somebody(reader, lists, source);
    let subject = phrase_before(reader, floor, start).filter(|_| !lists.verb_first).filter(names);
    // "Dann erklärte er": the pronoun behind the verb is its subject.
    let pronoun = in_list(lists.pronouns, reader.word(cue + 1)).then_some(cue + 1..cue + 2);
    let behind = || phrase_after(reader, lists, cue + 1).filter(|source| source.end <= lead).filter(names);
    let source = pronoun.or(subject).or_else(behind);
    // "Y añadió: «…»" goes on with whoever spoke before.
    let opens = || (floor..start).filter(|&token| reader.is_word(token)).count() <= 1 && cue + 1 == lead;
    (source.is_some() || opens()).then_some((source, start..cue + 1))
}

/// "«…, — сказал мэр. — …»": Russian sets who speaks between dashes within the marks.
pub(super) fn inside(reader: &Reader, lists: &Lists, quotation: &Quotation) -> Option<(Beside, Vec<Range<usize>>)> {
    let first = reader.document.token_at(quotation.range.start);
    let last = reader.document.token_at(quotation.range.end).min(reader.segment.tokens.end);
    let is_dash = |token: usize| matches!(reader.raw(token), "—" | "–");
    let cue = (first + 3..last).find(|&token| {
        is_dash(token - 1)
            && matches!(reader.raw(token - 2), "," | "." | "!" | "?" | "…")
            && in_list(lists.cues, reader.word(token))
    })?;
    let source = phrase_from(reader, lists, cue + 1, true).filter(|source| names_somebody(reader, lists, source))?;
    let said_first = quotation.range.start..reader.document.tokens[cue - 2].end;
    // What follows the second dash is said as well.
    let dash = (source.end..last).find(|&token| is_dash(token)).filter(|dash| dash - source.end <= 2);
    let rest = dash.map(|dash| reader.document.tokens[dash + 1].start..quotation.range.end);
    let content = std::iter::once(said_first).chain(rest.filter(|rest| rest.start < rest.end));
    Some(((Some(source), cue..cue + 1), content.collect()))
}
