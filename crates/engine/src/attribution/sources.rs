//! Owns where the source of a proposed statement begins and ends: names that were cut apart are made whole.

use super::contents::has_verb;
use super::cues;
use super::grammar::{is_adverbial_start, is_connective, joins_name_parts};
use super::phrases::Reader;
use super::roles;
use super::statements::Statement;

/// Mends the source of one statement.
pub fn mend(reader: &Reader, statement: &mut Statement) {
    widen_source(reader, statement);
    widen_over_and(reader, statement);
}

/// "Ada Lovelace, chair of the board, said", "Lumo, Khalil and others said": the source begins with the first name.
fn widen_source(reader: &Reader, statement: &mut Statement) {
    /// More capitalised words are a headline. Tokens.
    const LONGEST_NAME: usize = 8;
    let Some(source) = statement.source.as_mut().filter(|source| source.end <= statement.cue.start) else { return };
    let comma = source.start.wrapping_sub(1);
    if reader.raw(comma) != "," {
        return;
    }
    let floor = reader.segment.tokens.start.max(comma.saturating_sub(LONGEST_NAME));
    let listed = source.clone().any(|token| reader.word(token) == "and") && reader.is_capitalised(source.start);
    let first = reader.word(source.start);
    let holder = roles::is_office(first) || roles::is_unnamed(first) || matches!(first, "chair" | "founder" | "ceo");
    let part = |token: &usize| {
        let name = reader.is_capitalised(*token) || joins_name_parts(reader.word(*token));
        name && !is_connective(reader.word(*token)) || listed && reader.raw(*token) == ","
    };
    let start = (floor..comma).rev().take_while(part).last().unwrap_or(comma);
    let opens =
        (reader.segment.tokens.start..start).all(|token| !reader.is_word(token) || is_connective(reader.word(token)));
    let named = start + 1 < comma || listed && start < comma;
    if opens && named && (listed || holder) && reader.is_capitalised(start) {
        source.start = start;
    }
}

/// "A source close to Lumo, 70, and Khalil said": the source begins where its phrase does.
fn widen_over_and(reader: &Reader, statement: &mut Statement) {
    /// Tokens.
    const LONGEST: usize = 40;
    let Some(source) = statement.source.as_mut().filter(|source| source.end <= statement.cue.start) else { return };
    let and = source.start.wrapping_sub(1);
    let before = and.wrapping_sub(1);
    let joined = reader.word(and) == "and" && (reader.raw(before) == "," || reader.is_capitalised(before));
    if !joined || roles::is_unnamed(reader.word(source.end - 1)) {
        return;
    }
    let inside = |token: &usize| {
        !reader.is_quoted(*token) && !matches!(reader.raw(*token), ";" | ":" | "—" | "–" | "(" | ")") && *token < and
    };
    let floor = reader.segment.tokens.start.max(and.saturating_sub(LONGEST));
    let mut start = (floor..and).rev().take_while(inside).last().unwrap_or(and);
    let clause = has_verb(reader, &(start..and)) || (start..and).any(|token| cues::cue(reader.word(token)).is_some());
    if is_adverbial_start(reader.word(start)) || reader.word(start).ends_with("ing") {
        start = (start..and).find(|&token| reader.raw(token) == ",").map_or(and, |comma| comma + 1);
    }
    if !clause && start + 1 < and {
        source.start = start;
    }
}
