//! Owns what is taken back of proposed statements before anybody sees them: words beside a quotation that nobody said, and a
//! quotation given to the medium that passed it on.

use super::borders;
use super::contents::has_verb;
use super::cues::{self, Class};
use super::grammar::{is_adverbial_start, is_connective, is_finite_verb, is_preposition, is_subordinator};
use super::is_name;
use super::phrases::Reader;
use super::quotes::Quotation;
use super::statements::Statement;
use super::unlisted;
use crate::words::word_lists;
use std::ops::Range;

word_lists! {
    /// Opens a clause before the main one, which then begins behind a comma.
    opens_side_clause: "after while although though when before since";
}

/// Whom something was told, before what was told: "told police he left". Tokens.
const LONGEST_ADDRESSEE: usize = 4;

/// Mends the statements of one segment, in order of their cues; `quotations` are all of the document's, since content may go
/// on behind the segment.
pub fn mend(reader: &Reader, quotations: &[Quotation], statements: &mut Vec<Statement>) {
    give_back(reader, quotations, statements);
    unlisted::add(reader, quotations, statements);
    for statement in statements {
        keep_said(reader, quotations, statement);
        end_side_clause(reader, statement);
        go_on_behind_bracket(reader, statement);
        go_on_behind_source(reader, statement);
        take_subject(reader, statement);
        leave_adverbial(reader, statement);
        end_opening(reader, statement);
        borders::mend(reader, statement);
    }
}

/// "In the end, according to X, B": the words before say nothing alone.
fn go_on_behind_source(reader: &Reader, statement: &mut Statement) {
    let (Some(source), [content]) = (&statement.source, statement.content.as_slice()) else { return };
    let first = reader.document.token_at(content.start);
    let last = reader.document.token_at(content.end);
    let (from, to) = (statement.cue.start.min(source.start), statement.cue.end.max(source.end));
    let open = reader.raw(to) == "," && !reader.quotations().iter().any(|found| found.range.contains(&content.start));
    // "He had, according to X, left".
    let broken = is_finite_verb(reader.word(last.wrapping_sub(1)));
    if !open || last > from || has_verb(reader, &(first..last)) && !broken {
        return;
    }
    let words: Vec<usize> = (to + 1..reader.segment.tokens.end).filter(|&token| reader.is_word(token)).collect();
    if let (Some(&start), Some(&end)) = (words.first(), words.last()) {
        let mut rest = reader.bytes(start..end + 1);
        // A quotation at the end belongs whole.
        if let Some(quotation) = reader.quotation_at(end) {
            rest.end = quotation.range.end;
        }
        statement.content.push(rest);
    }
}

/// "Despite the rain, X said the dam would hold": where no comma follows the cue, what opens the sentence is the author's.
fn leave_adverbial(reader: &Reader, statement: &mut Statement) {
    let (Some(source), [front, rest, ..]) = (&statement.source, statement.content.as_slice()) else { return };
    let tokens = [front, rest].map(|content| reader.document.token_at(content.start));
    let word = reader.word(tokens[0]);
    let adverbial =
        is_adverbial_start(word) || is_subordinator(word) || opens_side_clause(word) || word.ends_with("ing");
    let opens = tokens[0] == reader.segment.tokens.start && !reader.is_quoted(tokens[0]);
    let cue = statement.cue.end;
    let told = cues::cue(reader.word(cue - 1)).is_some_and(|cue| cue.class == Class::Told);
    let joined = tokens[1] == cue
        || reader.word(tokens[1]) == "that"
        || told && (cue..cue + LONGEST_ADDRESSEE).contains(&tokens[1]);
    let at_once = source.end <= statement.cue.start && joined && !reader.is_quoted(tokens[1]);
    if adverbial && opens && at_once {
        statement.content.remove(0);
    }
}

/// "The issue, X said, matters": what is said begins before X.
fn take_subject(reader: &Reader, statement: &mut Statement) {
    /// A longer phrase is a clause that was misread. Tokens.
    const LONGEST: usize = 12;
    let (Some(source), Some(content)) = (&statement.source, statement.content.first()) else { return };
    let first = reader.document.token_at(content.start);
    let (from, to) = (statement.cue.start.min(source.start), statement.cue.end.max(source.end));
    let mut start = reader.segment.tokens.start;
    start += usize::from(is_connective(reader.word(start)));
    let comma = from.wrapping_sub(1);
    let parted = reader.is_word(start)
        && !reader.is_quoted(first)
        && reader.raw(comma) == ","
        && reader.raw(to) == ","
        && first == to + 1
        && comma > start;
    let word = reader.word(start);
    let adverbial = is_adverbial_start(word)
        || is_subordinator(word)
        || opens_side_clause(word)
        || word.ends_with("ing")
        || word.ends_with("ly");
    let plain = |token: usize| reader.raw(token) != "," && !reader.is_quoted(token);
    if parted
        && !adverbial
        && comma - start <= LONGEST
        && (start..comma).all(plain)
        && !has_verb(reader, &(start..comma))
    {
        statement.content.insert(0, reader.bytes(start..comma));
    }
}

/// "Before the vote, Smith posted": the source begins behind the opening.
fn end_opening(reader: &Reader, statement: &mut Statement) {
    let Some(source) = statement.source.as_mut().filter(|source| source.end <= statement.cue.start) else { return };
    let before = source.start.wrapping_sub(1);
    let comma = source.clone().find(|&token| reader.raw(token) == ",");
    if let Some(comma) = comma.filter(|_| is_preposition(reader.word(before)) && reader.word(before) != "for")
        && reader.is_capitalised(comma + 1)
        && comma + 1 < source.end
    {
        source.start = comma + 1;
    }
}

/// "A (according to X) B": what X says goes on behind the bracket.
fn go_on_behind_bracket(reader: &Reader, statement: &mut Statement) {
    let Some(source) = &statement.source else { return };
    let open = statement.cue.start.wrapping_sub(1);
    let formula = reader.word(statement.cue.start) == "according" && reader.raw(open) == "(";
    if !formula || reader.raw(source.end) != ")" {
        return;
    }
    let tokens = &reader.segment.tokens;
    let words = |range: Range<usize>| range.filter(|&token| reader.is_word(token)).collect::<Vec<_>>();
    let parts = [words(tokens.start..open), words(source.end + 1..tokens.end)];
    let bytes = |part: &Vec<usize>| Some(reader.bytes(*part.first()?..part.last()? + 1));
    statement.content = parts.iter().filter_map(bytes).collect();
}

/// "“A,” she said, according to X. “B”": the second quotation is hers as well, and came through X.
fn give_back(reader: &Reader, quotations: &[Quotation], statements: &mut Vec<Statement>) {
    let mut index = 1;
    while index < statements.len() {
        let (earlier, later) = statements.split_at_mut(index);
        let (said, passed_on) = (&mut earlier[index - 1], &mut later[0]);
        let formula = reader.word(passed_on.cue.start) == "according" && said.cue.end <= passed_on.cue.start;
        if formula && said.content.iter().all(|content| is_quoted(quotations, content)) {
            let source_end = passed_on.source.as_ref().map_or(passed_on.cue.end, |source| source.end);
            let behind = |content: &Range<usize>| reader.document.token_at(content.start) >= source_end;
            let quoted = passed_on.content.iter().filter(|content| behind(content) && is_quoted(quotations, content));
            let quoted: Vec<_> = quoted.cloned().collect();
            passed_on.content.retain(|content| !quoted.contains(content));
            said.content.extend(quoted);
            said.content.dedup();
            if passed_on.content.is_empty() {
                said.addressee = said.addressee.take().or(passed_on.source.take());
                statements.remove(index);
                continue;
            }
        }
        index += 1;
    }
}

/// Whether a statement passes on what somebody else says in it: "“A,” she said, according to X".
pub fn passes_on(reader: &Reader, statement: &Statement) -> bool {
    let mut tokens = statement.content.iter().flat_map(|range| reader.document.tokens_of(range));
    reader.word(statement.cue.start) == "according" && tokens.any(|token| borders::says(reader, token))
}

/// "“…,” X told a voter passing by", "“…,” X said on the radio, “…”": after a quotation only quotations go on with what was said.
fn keep_said(reader: &Reader, quotations: &[Quotation], statement: &mut Statement) {
    let Some(first) = statement.content.first() else { return };
    let before = reader.document.token_at(first.end) <= statement.cue.start;
    if before && is_quoted(quotations, first) {
        let content = std::mem::take(&mut statement.content);
        let kept = content.into_iter().filter_map(|content| {
            let quotation = touched(quotations, &content).filter(|found| found.range.start < content.end)?;
            let word = reader.word(reader.document.token_at(content.start));
            // "X wrote, citing a precedent. “…”".
            let first = reader.document.token_at(content.start);
            let open = reader.document.token_at(quotation.range.start);
            let ended = (first + 1..open).last().is_some_and(|token| reader.raw(token) == ".");
            // "“…,” she said about a day on “The Show”".
            let about = reader.word(statement.cue.end - 1) == "about";
            let beside = about
                || is_preposition(word)
                || opens_side_clause(word)
                || word.ends_with("ing")
                || word == "why"
                || ended;
            let start = if beside { content.start.max(quotation.range.start) } else { content.start };
            let only_name = beside && is_name(&reader.document.text[quotation.range.clone()]);
            (!only_name).then_some(start..content.end)
        });
        statement.content = kept.collect();
    } else if statement.content.len() > 1 && is_asked(reader, statement) {
        // "Asked about the dam, she said, “…”"
        let cue = reader.document.tokens[statement.cue.start].start;
        if statement.content.iter().any(|content| content.start > cue) {
            statement.content.retain(|content| content.start > cue);
        }
    }
}

/// Whether a statement stands behind a clause that tells what its source was asked: "asked about it", "when I asked her".
fn is_asked(reader: &Reader, statement: &Statement) -> bool {
    let start = reader.segment.tokens.start;
    let when = matches!(reader.word(start), "when" | "after" | "as");
    let front = start..statement.source.as_ref().map_or(statement.cue.start, |source| source.start);
    asked(reader.word(start)) || when && front.into_iter().take(5).any(|token| asked(reader.word(token)))
}

/// Whether a word opens a clause that tells what somebody was asked.
fn asked(word: &str) -> bool {
    matches!(word, "asked" | "pressed" | "pushed" | "questioned")
}

/// The first quotation that ends behind the beginning of `content`.
fn touched<'q>(quotations: &'q [Quotation], content: &Range<usize>) -> Option<&'q Quotation> {
    quotations.get(quotations.partition_point(|found| found.range.end <= content.start))
}

/// Whether all of `content` stands in one quotation.
fn is_quoted(quotations: &[Quotation], content: &Range<usize>) -> bool {
    touched(quotations, content)
        .is_some_and(|found| found.range.start <= content.start && content.end <= found.range.end)
}

/// "After X announced A, B": B is nobody's.
fn end_side_clause(reader: &Reader, statement: &mut Statement) {
    let Some(source) = statement.source.as_ref().filter(|source| source.end <= statement.cue.start) else { return };
    let Some(content) = statement.content.last_mut() else { return };
    let first = reader.document.token_at(content.start);
    let tokens = &reader.segment.tokens;
    let opening = (tokens.start..source.start).all(|token| {
        let word = reader.word(token);
        opens_side_clause(word) || is_connective(word) || matches!(word, "even" | "only" | "shortly")
    });
    if first < statement.cue.end
        || !opening
        || !(tokens.start..source.start).any(|at| opens_side_clause(reader.word(at)))
    {
        return;
    }
    let last = reader.document.token_at(content.end);
    let number = |token: usize| reader.raw(token).starts_with(|sign: char| sign.is_ascii_digit());
    let comma =
        (first + 1..last).find(|&token| reader.raw(token) == "," && !reader.is_quoted(token) && !number(token + 1));
    // A comma that closes a quotation stands in it.
    let closed = reader.quotations().iter().map(|found| found.range.clone()).find(|found| {
        let quoted = reader.document.text[found.clone()].trim_end_matches(['”', '"', '’', '\'', '»']);
        content.start < found.end && found.end < content.end && quoted.ends_with(',')
    });
    let end = comma.map(|comma| reader.document.tokens[comma - 1].end);
    if let Some(end) = [end, closed.map(|closed| closed.end)].into_iter().flatten().min() {
        content.end = end;
    }
}
