//! Splits text into words, punctuation and sentences.
//!
//! Tokens follow the word boundaries of Unicode Annex 29, except that an apostrophe opening a possessive ("Syria’s")
//! and hyphens between words are tokens of their own, so that names can end before them.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, possibly with digits.
    Word,
    /// Digits with their separators.
    Number,
    /// Anything else that is not white space; one character each.
    Punctuation,
}

/// A token: a span of the text in bytes, and its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it is made of.
    pub kind: TokenKind,
}

impl Token {
    /// The token's words in `text`.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }
}

/// Tokens of `text` in order. Never empty tokens, never overlapping.
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    for (at, run) in runs(text) {
        let word = run.bytes().take_while(u8::is_ascii_alphanumeric).count();
        match &run[word..] {
            // Plain words, and those with one mark behind, which are most, need none of Unicode's tables.
            "" => add(at, run, &mut tokens),
            "," | "." | ";" | ":" | "!" | "?" | ")" => {
                add(at, &run[..word], &mut tokens);
                add(at + word, &run[word..], &mut tokens);
            }
            _ => {
                let pieces = run.split_word_bound_indices().flat_map(apart_at_narrow_spaces);
                pieces.for_each(|(start, piece)| add(at + start, piece, &mut tokens));
            }
        }
    }
    tokens
}

/// Adds the token, or the two, of a piece between word boundaries.
#[inline(never)]
fn add(start: usize, piece: &str, tokens: &mut Vec<Token>) {
    let Some(first) = piece.chars().next().filter(|first| !first.is_whitespace()) else { return };
    let end = start + piece.len();
    if !first.is_alphanumeric() {
        tokens.push(Token { start, end, kind: TokenKind::Punctuation });
        return;
    }
    let kind = if piece.chars().any(char::is_alphabetic) { TokenKind::Word } else { TokenKind::Number };
    match possessive(piece) {
        Some(stem) => {
            tokens.push(Token { start, end: start + stem, kind });
            tokens.push(Token { start: start + stem, end, kind: TokenKind::Punctuation });
        }
        None => tokens.push(Token { start, end, kind }),
    }
}

/// What stands between the spaces of `text`, but for those before other than ASCII: a combining mark would belong to the space.
fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = text.as_bytes();
    let ends = (0..bytes.len()).filter(|&at| bytes[at] == b' ' && bytes.get(at + 1).is_none_or(u8::is_ascii));
    let mut start = 0;
    ends.chain([text.len()]).map(move |end| {
        let run = (start, &text[start..end]);
        start = end + 1;
        run
    })
}

/// The words of a piece; Unicode counts the narrow no-break space, which French and typographers use, as a letter of the word.
fn apart_at_narrow_spaces((start, piece): (usize, &str)) -> impl Iterator<Item = (usize, &str)> {
    const NARROW: char = '\u{202f}';
    let mut at = start;
    piece.split(NARROW).map(move |word| {
        let start = at;
        at += word.len() + NARROW.len_utf8();
        (start, word)
    })
}

/// Length of the stem when `word` ends in an English possessive "'s".
fn possessive(word: &str) -> Option<usize> {
    let stem = word.strip_suffix(['s', 'S'])?.strip_suffix(['\'', '’', 'ʼ'])?;
    (!stem.is_empty()).then_some(stem.len())
}

/// Words before a full stop that does not end the sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "maj", "sen", "rep", "gov", "st", "jr", "sr",
    "vs", "no", "inc", "ltd", "co", "corp", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "brig", "hon", "rev", "u.s", "u.k", "u.n", "e.u", "a.m", "p.m", "i.e", "e.g",
];

/// Sentences of `text` as ranges of `tokens`, in order, none empty. A line feed always ends a sentence.
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut first = 0;
    for index in 0..tokens.len() {
        let next = tokens.get(index + 1);
        let gap = next.map_or("", |next| &text[tokens[index].end..next.start]);
        if gap.contains('\n') || next.is_none() || ends_sentence(text, tokens, index) {
            found.push(first..index + 1);
            first = index + 1;
        }
    }
    found
}

/// Whether a sentence ends with the token at `index`: after a closing mark and its quotation marks, before a capital.
fn ends_sentence(text: &str, tokens: &[Token], index: usize) -> bool {
    let mut mark = index;
    while mark > 0 && closes(text, tokens, mark) {
        mark -= 1;
    }
    let Some(next) = tokens.get(index + 1) else { return true };
    match tokens[mark].of(text) {
        "。" | "！" | "？" => return true,
        "." | "!" | "?" | "…" | "؟" | "۔" => {}
        _ => return false,
    }
    // A closing quotation mark that follows belongs to this sentence, not the next.
    if tokens[index].end == next.start && closes(text, tokens, index + 1) {
        return false;
    }
    if tokens[index].end == next.start && next.kind != TokenKind::Punctuation {
        return false;
    }
    let starts_small = next.of(text).chars().next().is_some_and(char::is_lowercase);
    // "Mitch McConnell, R-Ky., said": no sentence starts with a comma.
    if starts_small || matches!(next.of(text), "," | ";" | ":") {
        return false;
    }
    if mark == index && tokens[mark].of(text) == "." && mark > 0 {
        let word = tokens[mark - 1].of(text).to_lowercase();
        let initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        if initial || ABBREVIATIONS.contains(&word.as_str()) {
            return false;
        }
    }
    true
}

/// Whether the token at `index` is a mark that closes; „so“ and »so« close with marks that open elsewhere.
fn closes(text: &str, tokens: &[Token], index: usize) -> bool {
    match tokens[index].of(text) {
        "”" | "\"" | "’" | "'" | "»" | ")" | "]" | "」" => true,
        "“" | "«" => {
            let glued = index > 0 && tokens[index - 1].end == tokens[index].start;
            glued && tokens.get(index + 1).is_none_or(|next| tokens[index].end < next.start)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<String> {
        let tokens = tokenize(text);
        sentences(text, &tokens)
            .into_iter()
            .map(|range| text[tokens[range.start].start..tokens[range.end - 1].end].to_string())
            .collect()
    }

    #[test]
    fn possessives_and_hyphens_are_apart() {
        let text = "Syria’s anti-Assad U.S. force";
        let words: Vec<&str> = tokenize(text).iter().map(|token| token.of(text)).collect();
        assert_eq!(words, ["Syria", "’s", "anti", "-", "Assad", "U.S", ".", "force"]);
    }

    #[test]
    fn every_kind_of_space_divides_words() {
        for space in [" ", "\u{a0}", "\u{202f}", "\u{2009}", "\u{3000}", "\u{202f}\u{202f}"] {
            let text = format!("in California{space}Polytechnic{space}10{space}times");
            let words: Vec<&str> = tokenize(&text).iter().map(|token| token.of(&text)).collect();
            assert_eq!(words, ["in", "California", "Polytechnic", "10", "times"], "{space:?}");
        }
    }

    #[test]
    fn sentences_end_where_a_reader_would_end_them() {
        assert_eq!(split("He left. She stayed."), ["He left.", "She stayed."]);
        assert_eq!(
            split("Elijah J. Magnier wrote. Mr. Smith did not."),
            ["Elijah J. Magnier wrote.", "Mr. Smith did not."]
        );
        assert_eq!(split("Dina Roe, D-Ky., left."), ["Dina Roe, D-Ky., left."]);
        assert_eq!(split("“We won.” He left."), ["“We won.”", "He left."]);
        assert_eq!(split("„Wir sind da.“ Er ging."), ["„Wir sind da.“", "Er ging."]);
        assert_eq!(split("»Wir sind da.« Er ging."), ["»Wir sind da.«", "Er ging."]);
        assert_eq!(split("He left. “We won,” he said."), ["He left.", "“We won,” he said."]);
        assert_eq!(split("A headline\nThe body"), ["A headline", "The body"]);
    }

    proptest! {
        #[test]
        fn plain_words_are_found_as_unicode_would_have_them(text in "([a-zA-Z0-9]{0,4}[ .,:;!?)'’_\\-\n\u{301}\u{202f}é]{0,2}){0,12}|.{0,20}") {
            let pieces = text.split_word_bound_indices().flat_map(apart_at_narrow_spaces);
            let all = pieces.filter(|(_, piece)| piece.chars().next().is_some_and(|first| !first.is_whitespace()));
            let mut expected = Vec::new();
            for (start, piece) in all {
                let end = start + piece.len();
                let word = piece.chars().next().is_some_and(char::is_alphanumeric);
                let stem = possessive(piece).filter(|_| word).map(|stem| start + stem);
                expected.extend(stem.map(|stem| (start, stem)));
                expected.push((stem.unwrap_or(start), end));
            }
            let found: Vec<(usize, usize)> = tokenize(&text).iter().map(|token| (token.start, token.end)).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
