//! Owns quotations that a verb of no list reports: a comma or mark of its own ends the quotation, and whoever spoke stands with a
//! verb at once behind it ("“They are all here,” Lumo shot back").

use super::contents::quotation_after;
use super::cues::{self, Class, Form};
use super::grammar::{is_common_past, is_finite_verb, joins_name_parts};
use super::phrases::Reader;
use super::quotes::Quotation;
use super::statements::Statement;
use std::ops::Range;

/// Adds to the `statements` of a segment those whose quotations none of them has; `quotations` are all of the document's.
pub fn add(reader: &Reader, quotations: &[Quotation], statements: &mut Vec<Statement>) {
    let start = reader.segment.tokens.start;
    let before = reader.segment.quotations.start.checked_sub(1).map(|index| &quotations[index]);
    // "“Stop!” Lumo shouted" is cut in two by what ends the quotation.
    let ends_here = |quotation: &&Quotation| {
        quotation.block == reader.segment.block && reader.document.token_at(quotation.range.end) == start
    };
    for quotation in before.filter(ends_here).into_iter().chain(reader.quotations()) {
        let meets = |content: &Range<usize>| content.start < quotation.range.end && quotation.range.start < content.end;
        // "On the show “This Valley,” she said": what a word leads to is a name.
        let led = reader.is_word(reader.document.token_at(quotation.range.start).wrapping_sub(1));
        // "“A,” she said, according to X" is X's as a whole, and the quotation hers.
        let passed_on = |other: &Statement| {
            let behind = reader.document.token_at(quotation.range.end);
            let inside = |content: &Range<usize>| behind < reader.document.token_at(content.end);
            reader.word(other.cue.start) == "according" && other.content.iter().any(inside)
        };
        let said = || statements.iter().any(|other| other.content.iter().any(meets) && !passed_on(other));
        if led || said() {
            continue;
        }
        let behind = reader.document.token_at(quotation.range.end);
        let apart = behind == start;
        let spoken = || {
            speaker_first(reader, behind)
                .or_else(|| verb_first(reader, behind))
                .filter(|(_, cue)| !apart || cues::is_verb(reader.word(cue.end - 1)))
        };
        let found = if leaves_open(reader, quotation) { spoken() } else { signed(reader, quotation, behind) };
        let Some((source, cue)) = found else { continue };
        let end = source.end.max(cue.end);
        let end = end + usize::from(matches!(reader.word(end), "on" | "back" | "out" | "in"));
        let stop = reader.raw(end) == "," || reader.raw(end) == ".";
        let goes_on = quotation_after(reader, end).filter(|_| stop);
        let at = statements.partition_point(|other| other.cue.start < cue.start);
        let content = std::iter::once(quotation.range.clone()).chain(goes_on).collect();
        let statement = Statement {
            source: Some(source),
            cue,
            content,
            addressee: None,
            class: Class::Quote,
            nested: false,
            likely: None,
            agreed: false,
        };
        statements.insert(at, statement);
    }
}

/// "“We will stay in the valley.” — Ada Lovelace": who, behind a dash and at the end of the paragraph.
fn signed(reader: &Reader, quotation: &Quotation, dash: usize) -> Option<(Range<usize>, Range<usize>)> {
    /// A shorter quotation with a name behind it is a title. Tokens, marks among them.
    const SHORTEST: usize = 7;
    /// Tokens.
    const LONGEST_NAME: usize = 6;
    let end = reader.segment.tokens.end;
    let block = &reader.document.blocks[quotation.block].range;
    let alone = reader.document.token_at(block.start) == reader.document.token_at(quotation.range.start)
        && reader.document.token_at(block.end) == end;
    let words = reader.document.tokens_of(&quotation.range).len();
    let name = |token: usize| reader.is_capitalised(token) || joins_name_parts(reader.word(token));
    let stop = end - usize::from(reader.raw(end - 1) == ".");
    let named = dash + 2 < stop && stop - dash <= LONGEST_NAME + 1 && (dash + 1..stop).all(name);
    let signs = alone && matches!(reader.raw(dash), "―" | "—" | "–" | "-") && words >= SHORTEST && named;
    signs.then(|| (dash + 1..stop, dash..dash + 1))
}

/// Whether a quotation ends as one does whose speaker follows: "“We will stay,”". Two words with a comma are a title.
fn leaves_open(reader: &Reader, quotation: &Quotation) -> bool {
    /// Words.
    const LONGEST_TITLE: usize = 2;
    let tokens = reader.document.tokens_of(&quotation.range);
    let long = tokens.filter(|&token| reader.is_word(token)).count() > LONGEST_TITLE;
    let text = quotation.unclosed(reader.document.text);
    text.ends_with(['!', '?']) || text.ends_with(',') && long
}

/// "Lumo shot back", "she went on": who, and what they did.
fn speaker_first(reader: &Reader, from: usize) -> Option<(Range<usize>, Range<usize>)> {
    /// Tokens.
    const LONGEST_NAME: usize = 5;
    const LONGEST_ASIDE: usize = 16;
    let name = |token: &usize| reader.is_capitalised(*token) || *token > from && joins_name_parts(reader.word(*token));
    let length = match reader.word(from) {
        "he" | "she" | "they" | "i" => 1,
        _ => (from..from + LONGEST_NAME).take_while(name).count(),
    };
    let mut verb = from + length;
    // "Lumo, after a long pause, said".
    let aside = (reader.raw(verb) == "," && length > 0).then(|| {
        let comma = (verb + 2..verb + LONGEST_ASIDE).find(|&token| reader.raw(token) == ",")?;
        Some(comma + 1).filter(|&token| cues::is_verb(reader.word(token)))
    });
    let source = from..verb;
    verb = aside.flatten().unwrap_or(verb);
    let word = reader.word(verb);
    let past = (word.len() > 4 && word.ends_with("ed")) || is_common_past(word) || cues::cue(word).is_some();
    let plain = past && !is_finite_verb(word) && !reader.is_capitalised(verb);
    (length > 0 && plain && reader.is_word(from)).then(|| (source, verb..verb + 1))
}

/// "Shouted the guard": what was done, and by whom.
fn verb_first(reader: &Reader, from: usize) -> Option<(Range<usize>, Range<usize>)> {
    let cue = cues::cue(reader.word(from)).filter(|cue| cue.form == Form::Past && cue.class != Class::Told);
    let source = cue.and_then(|_| reader.phrase_after(from + 1))?;
    let named = reader.is_capitalised(source.start) || matches!(reader.word(source.start), "the" | "a" | "an" | "one");
    named.then_some((source, from..from + 1))
}

#[cfg(test)]
mod tests {
    use super::super::tests::model;
    use super::super::*;

    #[test]
    fn verbs_of_no_list() {
        for (text, expected) in [
            ("“They are all here,” Ada Lovelace shot back with a laugh.", "Ada Lovelace"),
            ("“It happens, you know?” she went on.", "she"),
            ("“Stop!” shouted the guard.", "the guard"),
            ("It was late. “Stop!” Ada Lovelace shouted.", "Ada Lovelace"),
            ("It was late. “Stop?” Ada Lovelace closed the gate.", ""),
            ("“The road is open,” Ada Lovelace, after a long pause, murmured.", ""),
            ("“The road is open,” Ada Lovelace, after a long pause, shouted.", "Ada Lovelace"),
            ("“The road is open to all of us.” — Ada Lovelace", "Ada Lovelace"),
            ("“The road is open to all of us.” — Ada Lovelace was ill.", ""),
            ("The film “Wait!” Ada Lovelace liked was long.", ""),
            ("“The dam” Ada Lovelace drew was small.", ""),
            ("Last night on “Friends of the Dam,” Ada Lovelace smiled.", ""),
        ] {
            for model in [None, Some(model())] {
                let found = attribute(&Document::from_plain(text, "en"), &[], None, model);
                let words = |ranges: &[Range<usize>]| ranges.first().map_or("", |range| &text[range.clone()]);
                let shown = found.iter().filter(|found| found.shown && found.directness == Directness::Direct);
                let sources: Vec<&str> = shown.map(|found| words(&found.source)).collect();
                assert_eq!(sources.join("; "), expected, "{text}");
            }
        }
    }
}
