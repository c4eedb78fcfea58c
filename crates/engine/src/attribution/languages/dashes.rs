//! Russian dialogue without quotation marks: a paragraph that opens with a dash, and who says it between dashes.

use super::super::Attribution;
use super::super::phrases::{Reader, Segment};
use super::continued::told_before;
use super::lists::Lists;
use super::nouns::{names_somebody, phrase_from};
use super::said;
use super::verbs::reports_behind;
use super::voices::voice;
use crate::document::{Block, Document};
use crate::mentions::Mention;
use std::ops::Range;

/// The statements of paragraphs such as "— Дорога открыта, — сказал мэр. — Мы рады.".
pub(super) fn attribute(document: &Document, lists: &Lists, mentions: &[Mention]) -> Vec<Attribution> {
    let blocks = document.blocks.iter().enumerate().filter(|(_, block)| block.in_article);
    let found = blocks.filter_map(|(index, block)| {
        let tokens = document.tokens_of(&block.range);
        let segment = Segment { tokens, quotations: 0..0, block: index };
        let reader = Reader::new(document, &segment, &[]);
        if let Some((source, cue, content)) = dialogue(&reader, lists) {
            let who = voice(&reader, lists, &source, mentions, None);
            return Some(said(&reader, Some(source), cue, content, Some(who)));
        }
        let before = index.checked_sub(1).and_then(|index| Some((index, document.blocks.get(index)?)))?;
        led_in(&reader, document, lists, mentions, before)
    });
    found.collect()
}

/// A paragraph that opens with a dash behind one that ends with a verb of saying and a colon: "Мэр признался:".
fn led_in(
    reader: &Reader,
    document: &Document,
    lists: &Lists,
    mentions: &[Mention],
    (block, before): (usize, &Block),
) -> Option<Attribution> {
    /// Shorter speech is an item of a list. Tokens.
    const SHORTEST: usize = 4;
    let tokens = reader.segment.tokens.clone();
    let before = document.tokens_of(&before.range);
    let speaks = matches!(reader.raw(tokens.start), "—" | "–") && tokens.len() > SHORTEST;
    if !speaks || before.is_empty() || document.word(before.end - 1) != ":" {
        return None;
    }
    // The last sentence alone leads to what is said.
    let sentence = document.sentences.get(document.sentence_of(before.end - 1)?)?.start.max(before.start);
    let segment = Segment { tokens: sentence..before.end, quotations: 0..0, block };
    let leads = Reader::new(document, &segment, &[]);
    let (source, cue) = told_before(&leads, lists)?;
    let source = source?;
    let who = voice(&leads, lists, &source, mentions, None);
    Some(said(&leads, Some(source), cue, vec![reader.bytes(tokens.start + 1..tokens.end)], Some(who)))
}

/// Source and cue in tokens, and content in bytes.
type Dialogue = (Range<usize>, Range<usize>, Vec<Range<usize>>);

/// What a paragraph of dialogue says.
fn dialogue(reader: &Reader, lists: &Lists) -> Option<Dialogue> {
    /// Shorter speech is an item of a list. Tokens.
    const SHORTEST: usize = 3;
    let tokens = reader.segment.tokens.clone();
    let is_dash = |token: usize| matches!(reader.raw(token), "—" | "–");
    if !is_dash(tokens.start) {
        return None;
    }
    let first = tokens.start + 1;
    let cue = (first + SHORTEST..tokens.end).find(|&token| {
        is_dash(token - 1)
            && matches!(reader.raw(token - 2), "," | "!" | "?" | "…" | ".")
            && reports_behind(lists, reader.word(token))
    })?;
    let source = phrase_from(reader, lists, cue + 1, false).filter(|source| names_somebody(reader, lists, source))?;
    let comma = reader.raw(cue - 2) == ",";
    let speech = reader.bytes(first..cue - 1 - usize::from(comma));
    // What follows the next dash is said as well, to the end of the paragraph.
    let dash = (source.end..tokens.end)
        .find(|&token| is_dash(token))
        .filter(|&dash| dash - source.end <= 2 && dash + 1 < tokens.end);
    let rest = dash.map(|dash| reader.bytes(dash + 1..tokens.end));
    Some((source, cue..cue + 1, std::iter::once(speech).chain(rest).collect()))
}

#[cfg(test)]
mod tests {
    use super::super::beside_tests::check;

    #[test]
    fn speech_between_dashes() {
        for (text, expected) in [
            (
                "— Дорога снова открыта, — сказал мэр Олег Ладин. — Мы очень рады.",
                "Олег Ладин | Дорога снова открыта … Мы очень рады.",
            ),
            ("— Мы все дома! — сообщила полиция.", "полиция | Мы все дома!"),
            ("— Я люблю пиццу и сыр.", ""),
            ("— хлеб, — соль, — вода", ""),
            ("Дорога открыта, — сказал мэр.", ""),
        ] {
            check("ru", text, expected);
        }
    }
}
