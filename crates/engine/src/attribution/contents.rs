//! The words that a statement consists of: where content starts and ends around a cue, and whom it was told.

use super::cues::Class;
use super::grammar::{is_clause_start, is_common_past, is_connective, is_finite_verb, is_preposition, is_time};
use super::phrases::Reader;
use super::roles;
use std::ops::Range;

/// The last clause of what stands before the source: a semicolon ends what somebody else may have said.
pub fn last_clause(reader: &Reader, front: Range<usize>) -> Range<usize> {
    let semicolon = front.clone().rev().find(|&token| reader.raw(token) == ";" && !reader.is_quoted(token));
    semicolon.map_or(front.start, |semicolon| semicolon + 1)..front.end
}

/// Whether what stands before the source is what it says: a quotation, or a clause that ends with a comma.
pub fn speaks_in_front(reader: &Reader, front: &Range<usize>) -> bool {
    /// A shorter opening before a comma is an adverbial: "On Monday,".
    const SHORTEST_CLAUSE: usize = 4;
    let Some(last) = front.clone().next_back() else { return false };
    if reader.is_quoted(last) || (reader.raw(last) == "," && last > front.start && reader.is_quoted(last - 1)) {
        return true;
    }
    reader.raw(last) == "," && front.len() > SHORTEST_CLAUSE && has_verb(reader, front)
}

/// Whether a token range has a finite verb that every reader would know: a clause, not a phrase.
pub fn has_verb(reader: &Reader, range: &Range<usize>) -> bool {
    range.clone().any(|token| {
        // "Will" inside a sentence is a name.
        let name = reader.is_capitalised(token) && token > reader.segment.tokens.start;
        let word = if name { "" } else { reader.word(token) };
        is_finite_verb(word) || (word.len() > 4 && word.ends_with("ed")) || is_common_past(word)
    })
}

/// Whether `range`, after the cue, says something rather than when or where it was said.
pub fn is_content(reader: &Reader, range: &Range<usize>, class: Class) -> bool {
    /// A statement has at least so many words.
    const SHORTEST: usize = 2;
    let words = range.clone().filter(|&token| reader.is_word(token)).count();
    if words < SHORTEST {
        return reader.is_quoted(range.start);
    }
    let first = reader.word(range.start);
    if class == Class::Object {
        return !is_time(first);
    }
    let adverbial = (is_preposition(first) && !has_verb(reader, range)) || (is_time(first) && !has_verb(reader, range));
    !adverbial && !matches!(first, "so" | "nothing" | "as")
}

/// The first token after "that"-less openings of content: commas, colons, and a place or time before the content
/// ("said on Monday that", "said in a statement: “").
pub fn skip_opening(reader: &Reader, from: usize) -> usize {
    let mut at = from;
    let limit = reader.segment.tokens.end;
    let first = reader.word(at);
    if is_preposition(first) || is_time(first) {
        // The content starts at "that", a colon, a quotation or a comma; without any the adverbial is all there is.
        let start = (at..limit.min(at + 14))
            .find(|&token| reader.word(token) == "that" || reader.is_quoted(token) || reader.raw(token) == ":");
        if let Some(start) = start {
            at = start;
        } else if is_time(first) && !reader.word(at + 1).is_empty() {
            // "said Monday the talks …" and "said on Monday the talks …"
            at += 1;
        } else if matches!(first, "on") && is_time(reader.word(at + 1)) {
            at += 2;
        }
    }
    while at < limit && matches!(reader.raw(at), "," | ":") {
        at += 1;
    }
    at
}

pub fn skip_comma(reader: &Reader, at: usize) -> usize {
    if reader.raw(at) == "," { at + 1 } else { at }
}

/// Whom "told" tells: the phrase, and the token after it.
pub fn addressee_after(reader: &Reader, from: usize) -> (Option<Range<usize>>, usize) {
    /// "told a news conference in the southern port city of X" is about as long as it gets. Tokens.
    const LONGEST: usize = 12;
    if roles::is_audience(reader.word(from)) {
        return (Some(from..from + 1), from + 1);
    }
    let limit = reader.segment.tokens.end.min(from + LONGEST);
    let mut end = from;
    let mut last_name = None;
    while end < limit && !reader.is_quoted(end) {
        let word = reader.word(end);
        let raw = reader.raw(end);
        let hyphen = raw == "-" || raw == "‑";
        if word == "that"
            || (!reader.is_word(end) && !hyphen && raw != "’s" && raw != "'s")
            || is_clause_start(word)
            || is_time(word)
        {
            break;
        }
        if reader.is_capitalised(end) {
            last_name = Some(end + 1);
        } else if last_name.is_some_and(|name| name == end)
            && !matches!(word, "of" | "for" | "news" | "television" | "radio" | "tv" | "channel" | "agency")
            && !hyphen
        {
            break;
        }
        if roles::is_audience(word) {
            return (Some(from..end + 1), end + 1);
        }
        end += 1;
    }
    if end == from { (None, from) } else { (Some(from..end), end) }
}

/// Whom a verb of clauses is said to as well: "warned Amman that …", "assured the envoy that …".
pub fn warned(reader: &Reader, from: usize) -> (Option<Range<usize>>, usize) {
    let named = reader.is_capitalised(from)
        || matches!(reader.word(from), "the" | "his" | "her" | "its" | "their")
        || roles::is_audience(reader.word(from));
    match addressee_after(reader, from) {
        (Some(addressee), rest) if named && reader.word(rest) == "that" => (Some(addressee), rest),
        _ => (None, from),
    }
}

/// The quotation that follows token `from` with nothing between but punctuation.
pub fn quotation_after(reader: &Reader, from: usize) -> Option<Range<usize>> {
    let next = (from..reader.segment.tokens.end).find(|&token| reader.is_word(token) || reader.is_quoted(token))?;
    let between_is_short = (from..next).all(|token| !reader.is_word(token));
    reader
        .quotation_at(next)
        .filter(|_| between_is_short || reader.is_quoted(next))
        .map(|quotation| quotation.range.clone())
}

/// Whether a content range lies in quotation marks.
pub fn is_quotation(reader: &Reader, range: &Range<usize>) -> bool {
    reader.quotations().iter().any(|quotation| quotation.range.start <= range.start && range.end <= quotation.range.end)
}

/// The bytes of a token range as content: without the comma or full stop that closes it, unless a quotation does.
pub fn content_of(reader: &Reader, range: Range<usize>) -> Vec<Range<usize>> {
    let mut range = range;
    while range.start < range.end
        && (is_connective(reader.word(range.start)) || matches!(reader.raw(range.start), "," | ":" | "-" | "—" | "–"))
        && !reader.is_quoted(range.start)
    {
        range.start += 1;
    }
    while range.start < range.end
        && !reader.is_quoted(range.end - 1)
        && matches!(reader.raw(range.end - 1), "." | "," | ":" | ";" | "!" | "?" | "—" | "–" | "-")
    {
        range.end -= 1;
    }
    if !range.clone().any(|token| reader.is_word(token)) {
        return Vec::new();
    }
    let bytes = reader.bytes(range);
    // A quotation at the edge belongs whole, marks included.
    let start = reader
        .quotations()
        .iter()
        .find(|quotation| quotation.range.contains(&bytes.start))
        .map_or(bytes.start, |found| found.range.start);
    let end = reader
        .quotations()
        .iter()
        .find(|quotation| quotation.range.start < bytes.end && bytes.end <= quotation.range.end)
        .map_or(bytes.end, |found| found.range.end);
    std::iter::once(start..end).collect()
}
