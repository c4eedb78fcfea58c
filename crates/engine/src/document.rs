//! The text being annotated, with everything that later stages share: blocks, tokens, sentences, language.

use crate::date::Date;
use crate::fold::is_optional_mark;
use crate::tokens::{Token, TokenKind, sentences, tokenize};
use std::ops::Range;

/// A block of text: a paragraph, heading, caption, list item or cell. No name or sentence crosses its edges.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Bytes of the document's text.
    pub range: Range<usize>,
    /// Whether it is a headline or heading.
    pub heading: bool,
    /// Whether it belongs to the article; names and statements are sought only there.
    pub in_article: bool,
}

/// A text ready to be annotated.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    /// The whole text; blocks are joined with line feeds.
    pub text: &'t str,
    /// Its blocks in order.
    pub blocks: Vec<Block>,
    /// Its tokens in order.
    pub tokens: Vec<Token>,
    /// The tokens in lower case, one after another, and where each ends.
    lower: (String, Vec<u32>),
    /// Ranges of `tokens`, one a sentence.
    pub sentences: Vec<Range<usize>>,
    /// Primary language subtag, such as `en`.
    pub language: &'t str,
    /// The page date, when known.
    pub date: Option<Date>,
}

impl<'t> Document<'t> {
    /// A document of the given blocks, which are byte ranges of `text`.
    pub fn new(text: &'t str, blocks: Vec<Block>, language: &'t str) -> Self {
        let tokens = tokenize(text);
        let sentences = sentences(text, &tokens);
        let lower = lower_case(text, &tokens);
        Self { text, blocks, tokens, lower, sentences, language, date: None }
    }

    /// A document of plain text: every line that isn't blank is a block of the article.
    pub fn from_plain(text: &'t str, language: &'t str) -> Self {
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            if !line.trim().is_empty() {
                blocks.push(Block { range: start..start + line.len(), heading: false, in_article: true });
            }
            start += line.len() + 1;
        }
        Self::new(text, blocks, language)
    }

    /// The same document, published on that day.
    pub fn dated(self, date: Option<Date>) -> Self {
        Self { date, ..self }
    }

    /// Index of the first token that ends after byte `at`.
    #[inline(never)]
    pub fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|token| token.end <= at)
    }

    /// The tokens that stand in a range of bytes.
    #[inline(never)]
    pub fn tokens_of(&self, bytes: &Range<usize>) -> Range<usize> {
        self.token_at(bytes.start)..self.token_at(bytes.end)
    }

    /// The byte at which the marks end that follow the letter before byte `at` and are part of it.
    pub fn end_of_grapheme(&self, at: usize) -> usize {
        let token_end = self.tokens.get(self.token_at(at.saturating_sub(1))).map_or(at, |token| token.end);
        let is_mark = |sign: char| {
            is_optional_mark(sign) || !(sign.is_alphanumeric() || sign.is_ascii() || matches!(sign, '’' | '‘' | 'ʼ'))
        };
        at + self.text.get(at..token_end).map_or(0, |rest| rest.find(|sign| !is_mark(sign)).unwrap_or(rest.len()))
    }

    /// Index of the sentence that holds token `token`, if there is one.
    #[inline(never)]
    pub fn sentence_of(&self, token: usize) -> Option<usize> {
        let index = self.sentences.partition_point(|range| range.end <= token);
        self.sentences.get(index).filter(|range| range.contains(&token)).map(|_| index)
    }

    /// The words of token `token`; empty past either end, so that neighbours can be asked for without a check.
    #[inline(never)]
    pub fn word(&self, token: usize) -> &'t str {
        self.tokens.get(token).map_or("", |token| token.of(self.text))
    }

    /// The same in lower case.
    #[inline(never)]
    pub fn lower(&self, token: usize) -> &str {
        let (text, ends) = &self.lower;
        let Some(&end) = ends.get(token) else { return "" };
        &text[token.checked_sub(1).map_or(0, |before| ends[before] as usize)..end as usize]
    }

    /// Whether token `token` is a word that starts with a capital.
    #[inline(never)]
    pub fn is_capitalised(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| {
            token.kind == TokenKind::Word && token.of(self.text).chars().next().is_some_and(char::is_uppercase)
        })
    }
}

/// The tokens in lower case, one after another, and where each ends: rules ask for the same words again and again.
fn lower_case(text: &str, tokens: &[Token]) -> (String, Vec<u32>) {
    let mut lower = String::with_capacity(text.len());
    let add = |token: &Token| {
        let word = token.of(text);
        if word.is_ascii() {
            let start = lower.len();
            lower.push_str(word);
            lower[start..].make_ascii_lowercase();
        } else {
            lower.push_str(&word.to_lowercase());
        }
        lower.len() as u32
    };
    let ends = tokens.iter().map(add).collect();
    (lower, ends)
}
