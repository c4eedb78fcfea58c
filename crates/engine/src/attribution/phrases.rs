//! Noun phrases around a cue, found without a grammar: by borders that a noun phrase does not cross.

use super::grammar::{
    apposes, is_abbreviated, is_adverbial_start, is_auxiliary, is_clause_start, is_connective, is_finite_verb,
    is_negation, is_preposition, is_subordinator, is_time,
};
use super::quotes::Quotation;
use crate::document::Document;
use crate::tokens::TokenKind;
use std::ops::Range;

/// A source longer than this is a clause that was misread. Tokens.
const LONGEST_SOURCE: usize = 40;

/// A segment of a block that holds a whole statement: sentences, joined where a quotation runs over their border.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Tokens of the document.
    pub tokens: Range<usize>,
    /// Indexes of the quotations in it.
    pub quotations: Range<usize>,
    /// Index of the block.
    pub block: usize,
}

/// The segments of a document, in order.
pub fn segments(document: &Document, quotations: &[Quotation]) -> Vec<Segment> {
    let mut found: Vec<Segment> = Vec::new();
    let mut quotation = 0;
    let mut block = 0;
    for sentence in document.sentences.iter().flat_map(cut) {
        let start = document.tokens[sentence.start].start;
        let end = document.tokens[sentence.end - 1].end;
        while document.blocks.get(block).is_some_and(|found| found.range.end <= start) {
            block += 1;
        }
        if !document.blocks.get(block).is_some_and(|found| found.in_article && found.range.start <= start) {
            continue;
        }
        let first = quotation;
        while quotations.get(quotation).is_some_and(|found| found.range.start < end) {
            quotation += 1;
        }
        // The last quotation so far may have begun before this sentence: then the two are one.
        let open = found.last_mut().filter(|last| last.block == block).filter(|last| {
            last.quotations.clone().next_back().is_some_and(|index| quotations[index].range.end > start)
        });
        match open {
            Some(last) => {
                last.tokens.end = sentence.end;
                last.quotations.end = quotation;
            }
            None => found.push(Segment { tokens: sentence, quotations: first..quotation, block }),
        }
    }
    found
}

/// A sentence in parts that rules can read in time: what is longer has lost its full stops.
fn cut(sentence: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
    /// The longest sentence of any use. Tokens.
    const LONGEST_SENTENCE: usize = 500;
    let end = sentence.end;
    sentence.clone().step_by(LONGEST_SENTENCE).map(move |start| start..end.min(start + LONGEST_SENTENCE))
}

/// The text of one segment, with what its tokens are. What it tells of a token stays a call: hundreds of places ask, and in each
/// the module would hold a copy.
pub struct Reader<'d, 't> {
    /// The document.
    pub document: &'d Document<'t>,
    /// The segment.
    pub segment: &'d Segment,
    quotations: &'d [Quotation],
}

impl<'d, 't> Reader<'d, 't> {
    /// A reader of that segment.
    pub fn new(document: &'d Document<'t>, segment: &'d Segment, quotations: &'d [Quotation]) -> Self {
        Self { document, segment, quotations: &quotations[segment.quotations.clone()] }
    }

    /// The lower-case word of a token; empty outside the segment.
    #[inline(never)]
    pub fn word(&self, token: usize) -> &'d str {
        if self.segment.tokens.contains(&token) { self.document.lower(token) } else { "" }
    }

    /// The token as written; empty outside the segment.
    #[inline(never)]
    pub fn raw(&self, token: usize) -> &'t str {
        if self.segment.tokens.contains(&token) { self.document.word(token) } else { "" }
    }

    /// Whether the lower-case words stand one after another from token `at` on.
    pub fn stand_at(&self, at: usize, words: &[&str]) -> bool {
        (at..).zip(words).all(|(token, word)| self.word(token) == *word)
    }

    /// Whether a token is a word or number.
    #[inline(never)]
    pub fn is_word(&self, token: usize) -> bool {
        self.segment.tokens.contains(&token) && self.document.tokens[token].kind != TokenKind::Punctuation
    }

    /// Whether a token starts with a capital.
    #[inline(never)]
    pub fn is_capitalised(&self, token: usize) -> bool {
        self.segment.tokens.contains(&token) && self.document.is_capitalised(token)
    }

    /// Whether a token stands in a quotation.
    #[inline(never)]
    pub fn is_quoted(&self, token: usize) -> bool {
        self.segment.tokens.contains(&token) && self.quotation_at(token).is_some()
    }

    /// The quotation that a token stands in.
    #[inline(never)]
    pub fn quotation_at(&self, token: usize) -> Option<&'d Quotation> {
        let start = self.document.tokens.get(token)?.start;
        let index = self.quotations.partition_point(|quotation| quotation.range.end <= start);
        self.quotations.get(index).filter(|quotation| quotation.range.start <= start)
    }

    /// The quotations of the segment.
    pub fn quotations(&self) -> &'d [Quotation] {
        self.quotations
    }

    /// The bytes of a token range, which must not be empty.
    #[inline(never)]
    pub fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        self.document.tokens[tokens.start].start..self.document.tokens[tokens.end - 1].end
    }

    /// The noun phrase that ends before token `verb`, helping verbs and adverbs passed over, and where the verb phrase
    /// begins. `None` when no noun phrase can be made out.
    pub fn subject_before(&self, verb: usize) -> Option<(Range<usize>, usize)> {
        let floor = self.segment.tokens.start;
        let mut phrase = verb;
        while phrase > floor && is_auxiliary(self.word(phrase - 1)) && !self.is_quoted(phrase - 1) {
            phrase -= 1;
        }
        let negated = (phrase..verb).any(|token| is_negation(self.word(token)));
        if negated || phrase == floor || self.is_quoted(phrase - 1) || matches!(self.word(phrase - 1), "to" | "not") {
            return None;
        }
        let mut end = phrase;
        let appositive = self.raw(end - 1) == ",";
        if appositive {
            end -= 1;
        }
        if matches!(self.word(end.wrapping_sub(1)), "who" | "which") && !appositive {
            end -= 1;
            if end > floor && self.raw(end - 1) == "," {
                end -= 1;
            }
        }
        let border = self.left_border(end, appositive);
        let start = self.strip_opening(border..end);
        let range = start..end;
        let fits = !range.is_empty() && range.len() <= LONGEST_SOURCE && range.clone().any(|token| self.is_word(token));
        // A verb inside means that this is a clause, not a noun phrase.
        let is_clause = range.clone().any(|token| is_finite_verb(self.word(token)) && !appositive);
        (fits && !is_clause).then_some((range, phrase))
    }

    /// The first token of the phrase that ends before `end`: after the nearest border to the left.
    fn left_border(&self, end: usize, over_commas: bool) -> usize {
        let floor = self.segment.tokens.start;
        let mut at = end;
        let mut last_comma = None;
        while at > floor {
            let before = at - 1;
            let word = self.word(before);
            let raw = self.raw(before);
            if self.is_quoted(before) || matches!(raw, ":" | ";" | "—" | "–" | "(" | ")" | "]" | "―" | "“" | "”" | "…")
            {
                break;
            }
            if raw == "," {
                if !over_commas && !self.joins_name(before) {
                    break;
                }
                last_comma = Some(before);
            }
            if is_subordinator(word) && !(word == "and" && self.joins_nouns(before)) {
                break;
            }
            at -= 1;
        }
        // With an apposition the name stands before the first comma; a leading adverbial before it doesn't belong.
        if over_commas
            && let Some(comma) = last_comma
            && is_adverbial_start(self.word(at))
            && self.commas(comma + 1..end)
        {
            return comma + 1;
        }
        at
    }

    fn commas(&self, range: Range<usize>) -> bool {
        range.into_iter().any(|token| self.raw(token) == ",")
    }

    /// Whether the comma at `at` stands inside a name with an age or a suffix: "Keninger, 62".
    fn joins_name(&self, at: usize) -> bool {
        matches!(self.word(at + 1), "jr" | "sr") && self.is_capitalised(at - 1)
    }

    /// Whether the "and" at `at` joins two names or two nouns rather than clauses.
    fn joins_nouns(&self, at: usize) -> bool {
        if at == 0 || !self.is_word(at - 1) {
            return false;
        }
        let article = |token: usize| matches!(self.word(token), "the" | "a" | "an" | "his" | "her" | "their" | "its");
        (self.is_capitalised(at - 1) && self.is_capitalised(at + 1))
            || (!self.is_capitalised(at + 1) && !article(at + 1) && !self.is_capitalised(at - 1))
    }

    /// `range` without connectives and adverbials that open a sentence: "But", "On Monday", "Meanwhile".
    fn strip_opening(&self, range: Range<usize>) -> usize {
        let mut start = range.start;
        while start < range.end && (is_connective(self.word(start)) || !self.is_word(start)) {
            start += 1;
        }
        if !is_preposition(self.word(start)) {
            return start;
        }
        // "In Geneva the envoy said": the phrase starts at the article after the prepositional one.
        let articles = (start + 2..range.end).rev().find(|&token| {
            matches!(self.word(token), "the" | "a" | "an" | "he" | "she" | "they" | "his" | "her" | "some" | "many")
                && !is_preposition(self.word(token - 1))
        });
        articles.unwrap_or(start)
    }

    /// The noun phrase that starts at `from`, with its apposition: "X, the head of Y, on Monday" gives both.
    pub fn phrase_after(&self, from: usize) -> Option<Range<usize>> {
        let mut from = from;
        while is_preposition(self.word(from)) && self.word(from) == "by" {
            from += 1;
        }
        if !self.is_word(from) {
            return None;
        }
        let limit = self.segment.tokens.end;
        let mut end = from;
        let mut in_apposition = false;
        while end < limit && end - from < LONGEST_SOURCE && !self.is_quoted(end) {
            let word = self.word(end);
            match self.raw(end) {
                "." if self.is_stop(end) => break,
                ";" | ":" | "!" | "?" | "—" | "–" | "(" | ")" => break,
                "," => {
                    let next = self.word(end + 1);
                    let apposed = apposes(next)
                        || super::roles::is_unnamed(next)
                        || self.document.tokens.get(end + 1).is_some_and(|token| token.kind == TokenKind::Number);
                    if in_apposition || !apposed {
                        break;
                    }
                    in_apposition = true;
                }
                _ if end > from && is_clause_start(word) => break,
                _ if end > from && is_time(word) => break,
                _ if end > from
                    && matches!(word, "in" | "on" | "during" | "as" | "by" | "to" | "told")
                    && !in_apposition =>
                {
                    break;
                }
                _ if end > from && !in_apposition && is_auxiliary(word) && !self.is_capitalised(end) => break,
                _ => {}
            }
            end += 1;
        }
        while end > from && !self.is_word(end - 1) {
            end -= 1;
        }
        (end > from).then_some(from..end)
    }

    /// Whether the full stop at `at` ends the sentence rather than an abbreviation.
    fn is_stop(&self, at: usize) -> bool {
        let initial = at > 0 && self.raw(at - 1).chars().count() == 1 && self.is_capitalised(at - 1);
        let abbreviated = is_abbreviated(self.word(at.wrapping_sub(1)));
        !(initial || abbreviated) || at + 1 >= self.segment.tokens.end
    }
}
