//! Owns hedges: which statement "reportedly" and the like stand with, and what is said without a source where it stands alone.

use super::contents::has_verb;
use super::phrases::Reader;
use super::{Act, Attribution, SourceKind, borders, cues, grammar};
use std::ops::Range;

/// Marks hedged statements, and makes statements without a source of hedged sentences that have none.
pub fn add(reader: &Reader, found: &mut Vec<Attribution>, before: usize) {
    /// Confidence of a statement that is held back for other reasons than doubt.
    const LIKELY: f32 = 0.8;
    let bytes = reader.bytes(reader.segment.tokens.clone());
    for hedge in cues::hedges(&reader.document.text[bytes.clone()]) {
        let hedge = bytes.start + hedge.start..bytes.start + hedge.end;
        let quoted = reader.quotations().iter().any(|quotation| quotation.range.contains(&hedge.start));
        // "Their supposedly ancient rights": it speaks of a word, not of the sentence.
        let at = reader.document.token_at(hedge.start);
        let lead = at.wrapping_sub(1);
        // "How they allegedly met", "told how they allegedly met": a question, or somebody's words who is named.
        let start = reader.segment.tokens.start;
        let ends = reader.segment.tokens.end;
        let asked = (at..ends).any(|token| reader.raw(token) == "?" && !reader.is_quoted(token));
        let question = asked || (start..at).any(|token| matches!(reader.word(token), "how" | "why" | "whether"));
        let behind = reader.word(reader.document.token_at(hedge.end));
        // "Leaked supposedly secret letters".
        let of_word = grammar::opens_noun(reader.word(lead))
            || reader.word(lead).ends_with("ed") && !behind.ends_with("ed") && !behind.ends_with("ing");
        if quoted || question || of_word && !reader.document.text[hedge.clone()].contains(' ') {
            continue;
        }
        // What is likely said is hedged by whoever says it, shown or not.
        let said = |attribution: &Attribution| attribution.shown || attribution.confidence >= LIKELY;
        if !found[before..].iter().any(said) {
            found.extend(unsourced(reader, hedge));
        } else if let Some(attribution) = found[before..].iter_mut().find(|attribution| attribution.hedge.is_none()) {
            attribution.hedge = Some(hedge);
        }
    }
}

/// A statement for which the text gives no source at all.
fn unsourced(reader: &Reader, hedge: Range<usize>) -> Option<Attribution> {
    /// A shorter sentence is a headline or a question. Words.
    const SHORTEST: usize = 4;
    if reader.segment.tokens.clone().filter(|&token| reader.is_word(token)).count() < SHORTEST {
        return None;
    }
    let bytes = reader.bytes(clause_around(reader, &hedge));
    let text = &reader.document.text[bytes.clone()];
    let end = bytes.start + text.trim_end_matches(['.', ' ', '!', '?']).len();
    let content = [bytes.start..hedge.start, hedge.end..end];
    let trimmed = content.into_iter().filter_map(|range| {
        let text = &reader.document.text[range.clone()];
        let start = range.start + (text.len() - text.trim_start().len());
        let end = range.start + text.trim_end().len();
        (start < end).then_some(start..end)
    });
    let content: Vec<Range<usize>> = trimmed.collect();
    let directness = super::directness(reader.document.text, reader.quotations(), &content);
    Some(Attribution {
        source: Vec::new(),
        cue: vec![hedge.clone()],
        content,
        speaker: None,
        outlet: None,
        relayed_by: None,
        kind: SourceKind::None,
        directness,
        act: Act::Statement,
        hedge: Some(hedge),
        confidence: 0.7,
        sure: true,
        shown: true,
    })
}

/// The tokens that a hedge speaks of: its clause, not the whole sentence.
fn clause_around(reader: &Reader, hedge: &Range<usize>) -> Range<usize> {
    /// Between a word that opens a clause and the hedge stands no more than a subject. Tokens.
    const LONGEST_SUBJECT: usize = 8;
    let tokens = &reader.segment.tokens;
    let (at, behind) = (reader.document.token_at(hedge.start), reader.document.token_at(hedge.end));
    let is_dash = |token: usize| matches!(reader.raw(token), "—" | "–" | "―");
    // "Nine pupils allegedly skipping lessons": the phrase says it all.
    let helped = grammar::is_finite_verb(reader.word(at.wrapping_sub(1)));
    if reader.word(behind).ends_with("ing") && at + 1 == behind && !helped {
        let name = (tokens.start..at).rev().take_while(|&token| reader.is_capitalised(token)).last().unwrap_or(at);
        let end = (behind..tokens.end).find(|&token| matches!(reader.raw(token), "," | ";") || is_dash(token));
        return name..end.unwrap_or(tokens.end);
    }
    let mut start = borders::behind_dateline(reader);
    let mut end = (at..tokens.end).find(|&token| {
        reader.raw(token) == ";" || reader.raw(token) == "," && matches!(reader.word(token + 1), "but" | "while")
    });
    for token in (start + 1..at).rev() {
        if reader.raw(token) == "," || is_dash(token) {
            break;
        }
        let comma = reader.raw(token - 1) == ",";
        let near = at - token <= LONGEST_SUBJECT;
        let word = reader.word(token);
        if matches!(word, "which" | "who" | "where") && (comma || at - token <= 2 || word == "where" && near) {
            start = token;
            let aside = (tokens.start..token).any(is_dash);
            let goes_on = |token: usize| matches!(reader.word(token), "and" | "but" | "which" | "who" | "while");
            end = (at..tokens.end)
                .find(|&token| reader.raw(token) == "," && goes_on(token + 1) || aside && is_dash(token));
            break;
        }
        let opens = near && matches!(word, "after" | "when" | "because" | "although" | "though" | "while");
        let clause = matches!(word, "and" | "but") && has_verb(reader, &(start..token));
        // "It has nine lakes and is rumoured to …": the subject stands far before.
        let predicate = clause && (token + 1 == at || token + 2 == at && helped);
        if opens || predicate || clause && (comma || matches!(reader.word(token + 1), "the" | "a" | "one" | "his")) {
            start = if predicate { at } else { token + 1 };
            break;
        }
    }
    start..end.unwrap_or(tokens.end)
}
