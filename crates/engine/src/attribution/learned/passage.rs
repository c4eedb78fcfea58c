//! A paragraph as the model reads it: units with what is known of each. A quotation is one unit, so that it is content
//! wholly or not at all, and nothing inside it is taken for a cue.

use super::super::phrases::{Reader, Segment};
use super::super::quotes::Quotation;
use super::super::statements::Statement;
use super::lexicon;
use super::setting::{Setting, settings};
use crate::document::Document;
use crate::mentions::Mention;
use crate::tokens::TokenKind;
use crate::words::WordHash;
use std::collections::HashMap;
use std::ops::Range;

/// A token, or a whole quotation, with hashes of what features are made of.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Tokens of the document.
    pub tokens: Range<usize>,
    /// Whether it is a quotation.
    pub quotation: bool,
    /// Hash of the lower-case word; all numbers have one.
    pub word: u32,
    /// Hash of the last three letters.
    pub ending: u32,
    /// Hash of the word without its inflection.
    pub stem: u32,
    /// See `lexicon::class`; for quotations their length and last mark.
    pub class: u32,
    /// Capitals, digits or the mark itself.
    pub shape: u32,
    /// Kind of the mention that covers it, plus one; 0 when none does.
    pub kind: u32,
    /// Whether it ends a sentence of the passage (1) and a block as well (2).
    pub last: u32,
}

/// Stands before and after the passage.
pub const EDGE: Unit =
    Unit { tokens: 0..0, quotation: false, word: 1, ending: 1, stem: 1, class: 1 << 30, shape: 1, kind: 0, last: 2 };

/// Shape of a word with a capital inside a sentence.
pub const NAME: u32 = 9;

const SEMICOLON: u32 = hash(b";");

/// What rules found around one cue, in units of the passage.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The words that report.
    pub cue: Range<usize>,
    /// Who.
    pub source: Option<Range<usize>>,
    /// What.
    pub contents: Vec<Range<usize>>,
}

/// The segments of each passage: those of a block, and of the next as well when the block ends with a colon or the next
/// begins with a quotation that stands alone.
pub fn groups<'s>(
    document: &Document,
    segments: &'s [Segment],
    quotations: &[Quotation],
) -> impl Iterator<Item = &'s [Segment]> {
    segments.chunk_by(move |one, other| {
        let adjoins = one.block == other.block || one.block + 1 == other.block;
        let alone = || {
            let found = &quotations[other.quotations.clone()];
            let start = document.tokens[other.tokens.start].start;
            let quoted = |token: usize| {
                let at = document.tokens[token].start;
                found.iter().any(|quotation| quotation.range.contains(&at))
            };
            found.first().is_some_and(|quotation| quotation.range.start == start)
                && found.len() < 4
                && other
                    .tokens
                    .clone()
                    .all(|token| document.tokens[token].kind == TokenKind::Punctuation || quoted(token))
        };
        one.block == other.block || adjoins && (document.word(one.tokens.end - 1) == ":" || alone())
    })
}

/// The units of one block, with what rules found in it.
#[derive(Default)]
pub struct Passage {
    /// The units in order.
    pub units: Vec<Unit>,
    /// Units of each segment, and the segment's index.
    pub segments: Vec<(usize, Range<usize>)>,
    /// What rules found.
    pub proposals: Vec<Proposal>,
    /// Whether it is a heading.
    pub heading: bool,
    /// Units before which a block ends.
    pub borders: Vec<usize>,
    /// What surrounds each unit.
    pub settings: Vec<Setting>,
    /// What rules take each unit for: 0 nothing, 1 begins a cue, 2 goes on with one, 3 source, 4 content.
    roles: Vec<u8>,
}

/// Reads the blocks of a document.
pub struct PassageReader<'d, 't> {
    document: &'d Document<'t>,
    quotations: &'d [Quotation],
    mentions: &'d [Mention],
    /// Words seen, with what was computed for them: most words of a text are repetitions.
    words: HashMap<(&'t str, bool), Description, WordHash>,
}

impl<'d, 't> PassageReader<'d, 't> {
    /// A reader of that document.
    pub fn new(document: &'d Document<'t>, quotations: &'d [Quotation], mentions: &'d [Mention]) -> Self {
        Self { document, quotations, mentions, words: HashMap::default() }
    }

    /// The passage of some segments of one block, `first` the index of the first; `rules` are the statements that rules
    /// found in each.
    pub fn read(&mut self, segments: &[Segment], first: usize, rules: &[Vec<Statement>]) -> Passage {
        let mut passage = Passage::default();
        for (index, segment) in segments.iter().enumerate() {
            passage.heading = self.document.blocks[segment.block].heading;
            let start = passage.units.len();
            if index > 0 && segments[index - 1].block != segment.block {
                passage.borders.push(start);
            }
            let quotations = &self.quotations[segment.quotations.clone()];
            let mut quotation = 0;
            let mut token = segment.tokens.start;
            while token < segment.tokens.end {
                let at = self.document.tokens[token].start;
                while quotations.get(quotation).is_some_and(|found| found.range.end <= at) {
                    quotation += 1;
                }
                let end = match quotations.get(quotation).filter(|found| found.range.start <= at) {
                    Some(found) => {
                        let end = self.document.token_at(found.range.end - 1) + 1;
                        let end = end.clamp(token + 1, segment.tokens.end);
                        let unit = self.quoted(token..end);
                        passage.units.push(unit);
                        end
                    }
                    None => {
                        let unit = self.plain(token, token == segment.tokens.start);
                        passage.units.push(unit);
                        token + 1
                    }
                };
                token = end;
            }
            if let Some(last) = passage.units.last_mut() {
                let ends_block = segments.get(index + 1).is_none_or(|next| next.block != segment.block);
                last.last = 1 + u32::from(ends_block);
            }
            let units = start..passage.units.len();
            for statement in &rules[index] {
                let proposal = self.proposal(&passage.units, &units, statement);
                passage.proposals.push(proposal);
            }
            passage.segments.push((first + index, units));
        }
        passage.settings = settings(&passage.units, &passage.segments);
        passage.take_roles();
        passage
    }

    fn quoted(&self, tokens: Range<usize>) -> Unit {
        let words = tokens.clone().filter(|&token| self.document.tokens[token].kind != TokenKind::Punctuation).count();
        let length = match words {
            0..=1 => 0,
            2..=3 => 1,
            4..=7 => 2,
            _ => 3,
        };
        let mark = if tokens.len() > 1 { self.document.word(tokens.end - 2) } else { "" };
        let mark = match mark {
            "," => 1,
            "." => 2,
            "?" | "!" => 3,
            "…" | "-" | "—" | "–" => 4,
            _ => 0,
        };
        let small = tokens.len() > 1 && self.document.word(tokens.start + 1).starts_with(char::is_lowercase);
        let class = 1 << 29 | length << 4 | mark;
        Unit {
            tokens,
            quotation: true,
            word: 2,
            ending: 2,
            stem: 2,
            class,
            shape: 2 + u32::from(small),
            kind: 0,
            last: 0,
        }
    }

    fn plain(&mut self, token: usize, opens: bool) -> Unit {
        let written = self.document.word(token);
        let kind = self.document.tokens[token].kind;
        let capital = kind == TokenKind::Word && written.starts_with(char::is_uppercase);
        // The first word of a sentence has a capital whatever it is.
        let name = capital && !opens;
        let Description { word, ending, stem, class } =
            *self.words.entry((written, name)).or_insert_with(|| describe(written, kind, name));
        let shape = match kind {
            TokenKind::Number => 4,
            TokenKind::Punctuation => 5,
            TokenKind::Word if !capital => 6,
            TokenKind::Word if written.len() > 1 && !written.chars().any(char::is_lowercase) => 7,
            TokenKind::Word if opens => 8,
            TokenKind::Word => NAME,
        };
        let kind = self.kind_at(token);
        Unit { tokens: token..token + 1, quotation: false, word, ending, stem, class, shape, kind, last: 0 }
    }

    /// Kind of the mention that covers `token`, plus one.
    fn kind_at(&self, token: usize) -> u32 {
        let at = self.document.tokens[token].start;
        let index = self.mentions.partition_point(|mention| mention.range.end <= at);
        let mention = self.mentions.get(index).filter(|mention| mention.range.start <= at && mention.shown);
        mention.map_or(0, |mention| if mention.demonym { 100 } else { mention.kind as u32 + 1 })
    }

    fn proposal(&self, units: &[Unit], segment: &Range<usize>, statement: &Statement) -> Proposal {
        let of = |tokens: &Range<usize>| {
            let start = segment.start + units[segment.clone()].partition_point(|unit| unit.tokens.end <= tokens.start);
            let end = segment.start + units[segment.clone()].partition_point(|unit| unit.tokens.start < tokens.end);
            start..end
        };
        let tokens = |bytes: &Range<usize>| {
            self.document.token_at(bytes.start)..self.document.token_at(bytes.end.saturating_sub(1)) + 1
        };
        Proposal {
            cue: of(&statement.cue),
            source: statement.source.as_ref().map(of),
            contents: statement.content.iter().map(|bytes| of(&tokens(bytes))).collect(),
        }
    }
}

/// What is computed of a word once.
#[derive(Clone, Copy)]
struct Description {
    word: u32,
    ending: u32,
    stem: u32,
    class: u32,
}

fn describe(written: &str, kind: TokenKind, name: bool) -> Description {
    if kind == TokenKind::Number {
        return Description { word: 3, ending: 3, stem: 3, class: 1 << 28 };
    }
    let lower = written.to_lowercase().replace('’', "'");
    let word = hash(lower.as_bytes());
    if kind == TokenKind::Punctuation {
        return Description { word, ending: word, stem: word, class: 1 << 28 | word >> 5 };
    }
    let ending = lower.char_indices().rev().nth(2).map_or(lower.as_str(), |(at, _)| &lower[at..]);
    let stem = hash(lexicon::stem(&lower).as_bytes());
    Description { word, ending: hash(ending.as_bytes()), stem, class: lexicon::class(&lower, name) }
}

/// FNV-1a of the bytes.
pub const fn hash(word: &[u8]) -> u32 {
    let mut hash = 0x811C_9DC5u32;
    let mut index = 0;
    while index < word.len() {
        hash = (hash ^ word[index] as u32).wrapping_mul(0x0100_0193);
        index += 1;
    }
    hash
}

impl Passage {
    /// Index of the segment that a unit stands in.
    pub fn segment_of(&self, unit: usize) -> usize {
        let at = self.segments.partition_point(|(_, units)| units.end <= unit);
        self.segments.get(at).map_or(0, |(index, _)| *index)
    }

    /// The units after the last semicolon: what stands before it, somebody else may have said.
    pub fn last_clause(&self, units: Range<usize>) -> Range<usize> {
        let semicolon = units.clone().rev().skip(1).find(|&unit| self.units[unit].word == SEMICOLON);
        semicolon.map_or(units.start, |semicolon| semicolon + 1)..units.end
    }

    fn take_roles(&mut self) {
        self.roles = vec![0; self.units.len()];
        let proposals = &self.proposals;
        let contents = proposals.iter().flat_map(|proposal| &proposal.contents).map(|range| (range, 4));
        let sources = proposals.iter().filter_map(|proposal| proposal.source.as_ref()).map(|range| (range, 3));
        // What comes later covers what comes before.
        for (range, role) in contents.chain(sources).chain(proposals.iter().map(|proposal| (&proposal.cue, 2))) {
            self.roles[range.clone()].fill(role);
        }
        for proposal in proposals {
            self.roles[proposal.cue.clone()].iter_mut().take(1).for_each(|role| *role = 1);
        }
    }

    /// What rules take the unit at `index` plus `offset` for, see `roles`; 9 beyond the passage.
    pub fn proposed(&self, index: usize, offset: isize) -> u32 {
        let role = index.checked_add_signed(offset).and_then(|index| self.roles.get(index));
        role.map_or(9, |&role| u32::from(role))
    }

    /// Some units, cut where a block ends.
    pub fn in_blocks(&self, units: Range<usize>) -> Vec<Range<usize>> {
        let mut cut = vec![units.clone()];
        for &border in self.borders.iter().filter(|&&border| units.start < border && border < units.end) {
            if let Some(last) = cut.last_mut() {
                let rest = border..last.end;
                last.end = border;
                cut.push(rest);
            }
        }
        cut
    }

    /// The unit at `index` plus `offset`, or the edge.
    // Not inlined: it is called from many places.
    #[inline(never)]
    pub fn unit(&self, index: usize, offset: isize) -> &Unit {
        index.checked_add_signed(offset).and_then(|index| self.units.get(index)).unwrap_or(&EDGE)
    }

    /// The units that may belong to a statement whose cue is `cue`: those of its sentence, and of the sentences beside
    /// it that are nothing but quotation.
    pub fn window(&self, cue: &Range<usize>) -> Range<usize> {
        let at = self.segments.partition_point(|(_, units)| units.end <= cue.start);
        let Some((_, own)) = self.segments.get(at) else { return 0..0 };
        let only_quoted = |units: &Range<usize>| {
            self.units[units.clone()].iter().all(|unit| unit.quotation || unit.shape == 5)
                && self.units[units.clone()].iter().any(|unit| unit.quotation)
        };
        let before = self.segments[..at].iter().rev().take_while(|(_, units)| only_quoted(units)).last();
        let after = self.segments[at + 1..].iter().take_while(|(_, units)| only_quoted(units)).last();
        before.map_or(own.start, |(_, units)| units.start)..after.map_or(own.end, |(_, units)| units.end)
    }
}

/// The bytes of some units.
pub fn bytes(document: &Document, units: &[Unit]) -> Range<usize> {
    let (first, last) = (&units[0], &units[units.len() - 1]);
    document.tokens[first.tokens.start].start..document.tokens[last.tokens.end - 1].end
}

/// The tokens of some units.
pub fn tokens(units: &[Unit]) -> Range<usize> {
    units[0].tokens.start..units[units.len() - 1].tokens.end
}

/// The statements that rules find in each of `segments`.
pub fn by_rules(document: &Document, segments: &[Segment], quotations: &[Quotation]) -> Vec<Vec<Statement>> {
    let find = |segment| super::super::statements::find(&Reader::new(document, segment, quotations));
    segments.iter().map(find).collect()
}
