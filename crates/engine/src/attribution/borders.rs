//! Owns where content of proposed statements begins and ends: clauses that were cut apart are made whole, what only
//! leads to a clause is left out.

use super::contents::has_verb;
use super::cues;
use super::grammar::{is_abbreviated, is_clause_start, is_connective, is_finite_verb, is_time};
use super::phrases::Reader;
use super::roles;
use super::sources;
use super::statements::Statement;
use crate::words::word_lists;
use std::ops::Range;

word_lists! {
    /// Pronouns that a verb of saying takes as its object.
    is_object: "him her them us me";
    /// Pronouns that take up a source.
    is_subject: "he she they it";
    /// Verbs of one who says no more.
    tells_nothing: "gave declined refused offered provided did";
}

/// Whether a token outside of quotations is a verb of saying.
#[inline(never)]
pub fn says(reader: &Reader, token: usize) -> bool {
    cues::is_verb(reader.word(token)) && !reader.is_quoted(token)
}

/// Mends the borders of one statement.
pub fn mend(reader: &Reader, statement: &mut Statement) {
    sources::mend(reader, statement);
    drop_opening(reader, statement);
    begin_clause(reader, statement);
    end_with_quotation(reader, statement);
    end_before_author(reader, statement);
    end_before_deed(reader, statement);
    statement.content.retain(|content| content.start < content.end);
    end_before_next(reader, statement);
    end_before_address(reader, statement);
    go_on_small(reader, statement);
}

/// The first token of the segment behind a dateline: "ADEN (AP) — Nine farmers …".
pub fn behind_dateline(reader: &Reader) -> usize {
    /// City, country and agency. Tokens.
    const LONGEST: usize = 9;
    let start = reader.segment.tokens.start;
    let place = reader.raw(start);
    let shouted = place.len() > 2 && place.chars().all(char::is_uppercase);
    let dash = (start + 1..start + LONGEST).find(|&token| matches!(reader.raw(token), "—" | "–" | "-"));
    let tokens = &reader.document.tokens;
    let parted = |dash: &usize| {
        let names = (start..*dash).all(|token| reader.is_capitalised(token) || !reader.is_word(token));
        shouted && names && reader.is_word(dash + 1) && tokens[dash - 1].end < tokens[*dash].start
    };
    dash.filter(parted).map_or(start, |dash| dash + 1)
}

/// "Said to us a year ago, “…”": what stands before the quotation says to whom and when. "A and, according to X, B": A is nobody's.
fn drop_opening(reader: &Reader, statement: &mut Statement) {
    /// Where something was said, before "that". Tokens.
    const LONGEST_PLACE: usize = 8;
    let token = |at: usize| reader.document.token_at(at);
    let cue = statement.cue.clone();
    if let Some(content) = statement.content.first_mut() {
        let first = token(content.start);
        let to = reader.word(first) == "to" && roles::is_audience(reader.word(first + 1));
        let quoted = (first..token(content.end)).find(|&token| reader.is_quoted(token));
        // "Chiding him, “…”", "described as “…”".
        let at_once = |quoted: usize| {
            let words = (first..quoted).filter(|&token| reader.is_word(token)).count();
            let object = is_object(reader.word(first)) && reader.raw(first + 1) == ",";
            words == 1 && (reader.word(first) == "as" || object)
        };
        if let Some(quoted) = quoted.filter(|&quoted| first == cue.end && (to || at_once(quoted)))
            && let Some(quotation) = reader.quotation_at(quoted)
        {
            content.start = quotation.range.start;
        }
        // "Said in televised remarks that A".
        let at_once = first == cue.end && cues::cue(reader.word(cue.end.wrapping_sub(1))).is_some();
        let dated = || is_time(reader.word(first)) || reader.is_capitalised(first) && reader.raw(first + 1) == ".";
        let place = at_once && (matches!(reader.word(first), "in" | "on" | "at" | "during") || dated());
        let reach = token(content.end).min(first + LONGEST_PLACE);
        let that = (first + 1..reach).find(|&token| reader.word(token) == "that");
        if let Some(that) = that.filter(|&that| place && !(first..that).any(|token| reader.is_quoted(token))) {
            content.start = reader.document.tokens[that].start;
        }
        // "14:20 “…”" in a live blog.
        if let Some(quotation) = reader.quotation_at(first + 1).filter(|_| !reader.is_quoted(first))
            && reader.raw(first).starts_with(|sign: char| sign.is_ascii_digit())
        {
            content.start = quotation.range.start;
        }
        // "They saw it otherwise: “A,” she said": what leads to a quotation is the author's.
        let end = token(content.end);
        if let Some(quotation) =
            reader.quotation_at(end.wrapping_sub(1)).filter(|found| found.range.start > content.start)
        {
            let colon = token(quotation.range.start).wrapping_sub(1);
            // "She left the valley. “A,” she said", taken for one.
            let ended = reader.raw(colon) == "." && reader.is_capitalised(colon + 2);
            if (reader.raw(colon) == ":" || ended) && end <= cue.start {
                content.start = quotation.range.start;
            }
        }
        let behind = behind_dateline(reader);
        if first == reader.segment.tokens.start && first < behind && behind < token(content.end) {
            content.start = reader.document.tokens[behind].start;
        }
    }
    if let [front, rest, ..] = statement.content.as_slice()
        && token(front.end) <= cue.start
        && token(rest.start) >= cue.end
        && matches!(reader.word(token(front.end).wrapping_sub(1)), "and" | "but" | "that")
    {
        statement.content.remove(0);
    }
}

/// "“A.” He added, “B.”", taken for one, "“A,” laughing": what was said ends with the first quotation.
fn end_with_quotation(reader: &Reader, statement: &mut Statement) {
    /// A shorter quotation with a comma may be a word of a list. Words.
    const SHORTEST: usize = 4;
    let cue = statement.cue.start;
    let formula = reader.word(cue) == "according";
    for content in &mut statement.content {
        let Range { start: first, end: last } = reader.document.tokens_of(content);
        let quoted = (first..last).find(|&token| reader.is_quoted(token));
        let Some(quotation) = quoted.and_then(|token| reader.quotation_at(token)) else { continue };
        let behind = reader.document.token_at(quotation.range.end);
        if !reader.is_quoted(first) {
            // "Rejected it as “A,” and nine farmers told X that B".
            let joined = first >= cue && reader.word(behind) == "and";
            if joined && (behind + 1..last).any(|token| says(reader, token)) {
                content.end = quotation.range.end;
            }
            continue;
        }
        let another = (behind..last).any(|token| token != cue && says(reader, token))
            && (behind..last).any(|token| reader.is_quoted(token));
        let said = quotation.unclosed(reader.document.text);
        let ended = said.ends_with(['.', '!', '?']);
        let at_once = cues::cue(reader.word(behind)).is_some();
        let words = (first..behind).filter(|&token| reader.is_word(token)).count();
        let left = (ended || said.ends_with(',')) && words >= SHORTEST;
        let author = !formula && left && !(behind..last).any(|token| reader.is_quoted(token));
        if (ended || at_once) && another || author {
            content.end = quotation.range.end;
        }
    }
}

/// "He said that A, but he gave no details", "describes her as A, but B": the rest is the author's.
fn end_before_author(reader: &Reader, statement: &mut Statement) {
    let describes = reader.word(statement.cue.end - 1).starts_with("describ");
    let Some(content) = statement.content.last_mut() else { return };
    let Range { start: first, end: last } = reader.document.tokens_of(content);
    let own = |token: usize| {
        let subject = is_subject(reader.word(token)) && tells_nothing(reader.word(token + 1));
        describes || subject || matches!(reader.word(token), "did" | "declined" | "refused")
    };
    let but = (first + 1..last).find(|&token| {
        let opens = matches!(reader.word(token + 1), "but" | "though" | "although");
        reader.raw(token) == "," && !reader.is_quoted(token) && opens && own(token + 2)
    });
    if let Some(but) = but.filter(|_| first >= statement.cue.end) {
        content.end = reader.document.tokens[but - 1].end;
    }
}

/// "Asked them to open the gate and left the valley": what follows was done, not asked.
fn end_before_deed(reader: &Reader, statement: &mut Statement) {
    /// Tokens.
    const LONGEST_ADDRESSEE: usize = 5;
    let Some(content) = statement.content.last_mut() else { return };
    let Range { start: first, end: last } = reader.document.tokens_of(content);
    // Whom they asked may stand before.
    let asks =
        matches!(reader.word(statement.cue.end - 1), "asked" | "urged" | "ordered" | "told" | "advised" | "invited");
    let reach = if asks { last.min(first + LONGEST_ADDRESSEE) } else { first + 1 };
    let to = (first..reach)
        .take_while(|&token| !is_finite_verb(reader.word(token)))
        .find(|&token| reader.word(token) == "to");
    let asks = to.is_some_and(|to| !matches!(reader.word(to + 1), "be" | "have" | "get" | "see"));
    let done = |token: &usize| {
        let verb = reader.word(token + 1).ends_with("ed") && !reader.is_quoted(*token);
        let thing =
            matches!(reader.word(token + 2), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "it" | "them");
        reader.word(*token) == "and" && verb && thing
    };
    if let Some(and) = (first + 2..last).find(done).filter(|_| asks && first >= statement.cue.end) {
        content.end = reader.document.tokens[and - 1].end;
    }
}

/// "Said A, adding that B", "accusing her of A and saying B": what follows is another statement.
fn end_before_next(reader: &Reader, statement: &mut Statement) {
    let Some(content) = statement.content.last_mut() else { return };
    let Range { start: first, end: last } = reader.document.tokens_of(content);
    let own = reader.word(statement.cue.end.wrapping_sub(1)).ends_with("ing");
    for token in first + 2..last {
        let (word, before) = (reader.word(token), reader.word(token - 1));
        let goes_on = word.ends_with("ing") && says(reader, token);
        let leads = before == "," && goes_on && (reader.word(token + 1) == "that" || reader.is_quoted(token + 1));
        let joined = matches!(before, "," | "and" | "but" | "before");
        let adds = joined && matches!(word, "added" | "adding" | "adds") || before == "and" && own && goes_on;
        if (adds || leads) && first >= statement.cue.end && !reader.is_quoted(token) {
            // The comma and the word before it are nobody's.
            let kept = (token - 2).saturating_sub(usize::from(reader.raw(token - 2) == "," && before != ","));
            let quotation = reader.quotation_at(kept).map(|quotation| quotation.range.end);
            content.end = quotation.unwrap_or(reader.document.tokens[kept].end).max(content.start);
            return;
        }
    }
}

/// An address at the end of a post is no part of what it says.
fn end_before_address(reader: &Reader, statement: &mut Statement) {
    let Some(content) = statement.content.last_mut() else { return };
    if let Some(at) = reader.document.text[content.clone()].find(" pic.twitter.com") {
        content.end = content.start + at.max(1);
    }
}

/// "“A,” says X, who left, “and B.”": a quotation that begins small behind a comma goes on with the one before.
fn go_on_small(reader: &Reader, statement: &mut Statement) {
    let text = reader.document.text;
    let [content] = statement.content.as_slice() else { return };
    let end = statement.source.as_ref().map_or(statement.cue.end, |source| source.end.max(statement.cue.end));
    let marks = ['”', '"', '’', '\'', '“', '‘'];
    let open = text[content.clone()].trim_end_matches(marks).ends_with(',');
    let before = reader.document.token_at(content.end) <= statement.cue.start && open;
    let Some(quotation) = reader.quotations().iter().find(|quotation| quotation.range.start > content.end) else {
        return;
    };
    let first = reader.document.token_at(quotation.range.start);
    let small = text[quotation.range.clone()].trim_start_matches(marks).starts_with(char::is_lowercase);
    let comma = reader.raw(first.wrapping_sub(1)) == ",";
    if before
        && reader.is_quoted(reader.document.token_at(content.start))
        && small
        && comma
        && !(end..first).any(|token| says(reader, token))
    {
        statement.content.push(quotation.range.clone());
    }
}

/// "In the years that B, X said", with B alone taken for what X said: it begins with its clause.
fn begin_clause(reader: &Reader, statement: &mut Statement) {
    let Some(content) = statement.content.first_mut() else { return };
    let first = reader.document.token_at(content.start);
    let before = statement.source.as_ref().map_or(statement.cue.start, |source| source.start.min(statement.cue.start));
    if reader.document.token_at(content.end) > before || reader.is_quoted(first) {
        return;
    }
    // "A man threatened U.S. Rep. Lumo in March, officials said", with the object alone taken for what they said.
    let bare = !has_verb(reader, &reader.document.tokens_of(content));
    let floor = reader.segment.tokens.start;
    let inside = |token: &usize| {
        let joins = matches!(reader.raw(*token), "-" | "’s" | "'s" | "’" | "'" | "$" | "£" | "€" | "%")
            || reader.raw(*token) == "." && is_abbreviated(reader.word(token.wrapping_sub(1)));
        (reader.is_word(*token) || joins) && !reader.is_quoted(*token) && (bare || !says(reader, *token))
    };
    let start = (floor..first).rev().take_while(inside).last().unwrap_or(first);
    let border = start.wrapping_sub(1);
    let clean = start == floor || reader.raw(border) == ",";
    let start = start + usize::from(is_connective(reader.word(start)));
    // "Rates rose where B, according to a study": the study says all of it.
    let torn = matches!(reader.word(first.wrapping_sub(1)), "where" | "which" | "that" | "who");
    if reader.word(statement.cue.start) == "according" && torn && start + 2 < first && start < floor + 2 {
        content.start = reader.document.tokens[start].start;
        return;
    }
    let clause = has_verb(reader, &(start..first)) || (start..first).any(|token| is_finite_verb(reader.word(token)));
    if clean && start < first && (bare || !clause) && !is_clause_start(reader.word(start)) {
        content.start = reader.document.tokens[start].start;
    }
}
