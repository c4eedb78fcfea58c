//! The features of a unit, as hashes: what the model's weights hang on.
//!
//! A feature is a template's number with up to two hashes of what it found. Templates are counted up in the order in
//! which they stand here; whoever changes them changes `FEATURES` in `pack/model.rs` as well.

use super::lexicon::bit;
use super::passage::{EDGE, Passage, Proposal, Unit, hash};
use super::setting::{Setting, THAT};
use std::ops::Range;

/// Collects the features of one unit; numbers templates.
pub struct Collector<'f> {
    /// The features so far.
    pub features: &'f mut Vec<u32>,
    /// Number of the last template used.
    pub template: u32,
}

impl Collector<'_> {
    /// A feature of one hash.
    pub fn one(&mut self, value: u32) {
        self.two(value, 0);
    }

    /// A feature of two hashes.
    // Not inlined: it is called from a hundred places.
    #[inline(never)]
    pub fn two(&mut self, first: u32, second: u32) {
        self.template += 1;
        let mut hash = self.template.wrapping_mul(0x9E37_79B1) ^ first;
        hash = (hash ^ hash >> 15).wrapping_mul(0x85EB_CA6B) ^ second;
        hash = (hash ^ hash >> 13).wrapping_mul(0xC2B2_AE35);
        self.features.push(hash ^ hash >> 16);
    }

    /// A feature of three hashes.
    pub fn three(&mut self, first: u32, second: u32, third: u32) {
        self.two(first, second.wrapping_mul(0x0100_0193) ^ third);
    }

    /// A feature only where the condition holds; its template is counted in any case.
    fn when(&mut self, holds: bool, first: u32, second: u32) {
        if holds {
            self.two(first, second);
        } else {
            self.template += 1;
        }
    }
}

/// A distance in steps that grow: 0, 1, 2, 3, 4, 5–6, 7–9, 10–14, 15–24, 25 and more.
pub fn steps(distance: usize) -> u32 {
    match distance {
        0..=4 => distance as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    }
}

/// The units around one, looked up once.
struct Near<'p> {
    units: [&'p Unit; 10],
}

impl<'p> Near<'p> {
    /// Units before the one in the middle.
    const BEFORE: isize = 4;

    fn new(passage: &'p Passage, at: usize) -> Self {
        Self { units: std::array::from_fn(|index| passage.unit(at, index as isize - Self::BEFORE)) }
    }

    /// The unit at that offset, from -4 to 5.
    fn unit(&self, offset: isize) -> &'p Unit {
        self.units[(offset + Self::BEFORE) as usize]
    }
}

/// Numbers its own templates apart from the arguments'.
const ARGUMENTS: u32 = 1000;

/// The features by which unit `at` is or isn't part of a cue, added to `features`.
pub fn of_cue(passage: &Passage, at: usize, features: &mut Vec<u32>) {
    let mut add = Collector { features, template: 0 };
    let near = Near::new(passage, at);
    let (word, class) = (|offset| near.unit(offset).word, |offset| near.unit(offset).class);
    let unit = |offset| near.unit(offset);
    add.one(0);
    for offset in -3..=3 {
        add.one(word(offset));
    }
    for offset in -4..=5 {
        add.one(class(offset));
    }
    for offset in [-2, -1, 0, 1] {
        add.two(word(offset), word(offset + 1));
    }
    for offset in [-3, -2, -1, 0, 1, 2] {
        add.two(class(offset), class(offset + 1));
    }
    for offset in [-2, -1, 0] {
        add.three(class(offset), class(offset + 1), class(offset + 2));
    }
    add.two(class(-1), word(0));
    add.two(class(1), word(0));
    add.two(word(-1), class(0));
    add.two(word(1), class(0));
    add.three(class(-1), word(0), class(1));
    add.three(class(-2), class(-1), word(0));
    add.three(class(1), class(2), word(0));
    for offset in [-1, 0, 1] {
        add.one(unit(offset).ending);
        add.one(unit(offset).shape);
    }
    add.one(unit(0).stem);
    add.two(unit(0).stem, class(-1));
    add.two(unit(0).stem, class(1));
    add.two(unit(0).ending, class(-1));
    add.two(unit(0).ending, class(1));
    for offset in [-2, -1, 1, 2] {
        add.one(unit(offset).kind);
    }
    let proposed = proposed_role(passage, at);
    add.one(proposed);
    add.two(proposed, word(0));
    add.two(proposed, class(0));
    add.two(proposed_role_beside(passage, at, -1), proposed);
    add.two(proposed_role_beside(passage, at, 1), proposed);
    surroundings(passage, at, &mut add);
}

/// Quotations, "that", subject and position around a unit that may be a cue.
fn surroundings(passage: &Passage, at: usize, add: &mut Collector) {
    let units = &passage.units;
    let word = units[at].word;
    let Setting { ref sentence, left, right, that, verb, cues } = passage.settings[at];
    add.one(left);
    add.one(right);
    add.two(left.min(5), right.min(5));
    let quoted = |unit: Option<&Unit>| u32::from(unit.is_some_and(|unit| unit.quotation));
    let before = sentence.start.checked_sub(1).and_then(|unit| units.get(unit));
    let beyond = quoted(before) << 1 | quoted(units.get(sentence.end));
    add.two(beyond, left.min(3) << 4 | right.min(3));
    add.two(beyond, units[at].class);
    add.two(word, left.min(3));
    add.two(word, right.min(3));
    add.one(that);
    add.two(that, units[at].class);
    // The head of the subject: the first word to the left that can't stand between subject and verb.
    let passes = |unit: &Unit| listed(unit, bit::HELPING | bit::FINITE | bit::NEGATION);
    let subject = units[sentence.start..at].iter().rev().find(|unit| !passes(unit)).unwrap_or(&EDGE);
    add.one(subject.class);
    add.one(subject.word);
    add.two(subject.class, units[at].class);
    add.two(subject.word, word);
    add.two(subject.shape, subject.kind);
    add.two(subject.shape, units[at].class);
    add.two(cues, units[at].class);
    add.one(steps(at - sentence.start));
    add.one(steps(sentence.end - at));
    add.when(passage.heading, 1, units[at].class);
    add.one(verb);
    add.two(verb, units[at].class);
}

const COMMA: u32 = hash(b",");

fn listed(unit: &Unit, bits: u32) -> bool {
    unit.class >> 28 == 0 && unit.class & bits != 0
}

/// Whether the cue lexicon has it.
pub fn is_cue(unit: &Unit) -> bool {
    listed(unit, bit::CUE)
}

/// Whether a closed list or the ending makes it a verb.
pub fn is_verb(unit: &Unit) -> bool {
    listed(unit, bit::CUE | bit::FINITE | bit::PAST) || unit.class == (1 << 31 | 4)
}

/// What rules take the unit for: 0 nothing, else role and whether it begins there.
fn proposed_role(passage: &Passage, at: usize) -> u32 {
    let mut role = 0;
    for proposal in &passage.proposals {
        let source = proposal.source.as_ref();
        if proposal.cue.contains(&at) {
            return if proposal.cue.start == at { 1 } else { 2 };
        }
        if source.is_some_and(|range| range.contains(&at)) {
            role = 3;
        } else if role == 0 && proposal.contents.iter().any(|range| range.contains(&at)) {
            role = 4;
        }
    }
    role
}

fn proposed_role_beside(passage: &Passage, at: usize, offset: isize) -> u32 {
    at.checked_add_signed(offset)
        .filter(|&index| index < passage.units.len())
        .map_or(9, |at| proposed_role(passage, at))
}

/// What stands between a cue and the unit that features are wanted for; counted up from the cue outwards.
#[derive(Clone, Copy, Debug, Default)]
pub struct Between {
    commas: u32,
    verbs: u32,
    quotations: u32,
    clauses: u32,
    cues: u32,
    sentences: u32,
    blocks: u32,
    that: bool,
}

impl Between {
    /// The same with `unit` passed over; `cue` says whether another cue starts there.
    fn past(mut self, unit: &Unit, cue: bool) -> Self {
        self.commas += u32::from(unit.word == COMMA);
        self.verbs += u32::from(is_verb(unit));
        self.quotations += u32::from(unit.quotation);
        self.clauses += u32::from(listed(unit, bit::SUBORDINATOR));
        self.cues += u32::from(cue);
        self.sentences += unit.last.min(1);
        self.blocks += unit.last / 2;
        self.that |= unit.word == THAT;
        self
    }
}

/// A cue in its window, with all that the features of its arguments share.
pub struct Surroundings<'p> {
    passage: &'p Passage,
    window: Range<usize>,
    cue: Range<usize>,
    cues: &'p [Range<usize>],
    between: Vec<Between>,
    proposal: Option<&'p Proposal>,
    /// Quotations in the window, at most three.
    quoted: u32,
}

impl<'p> Surroundings<'p> {
    /// `cues` are all cues of the passage.
    pub fn new(passage: &'p Passage, window: Range<usize>, cue: Range<usize>, cues: &'p [Range<usize>]) -> Self {
        let starts = |unit: usize| cues.iter().any(|other| other.start == unit && *other != cue);
        let mut between = vec![Between::default(); window.len()];
        let mut so_far = Between::default();
        for unit in (window.start..cue.start).rev() {
            between[unit - window.start] = so_far;
            so_far = so_far.past(&passage.units[unit], starts(unit));
        }
        so_far = Between::default();
        for unit in cue.end..window.end {
            between[unit - window.start] = so_far;
            so_far = so_far.past(&passage.units[unit], starts(unit));
        }
        let proposal =
            passage.proposals.iter().find(|proposal| proposal.cue.start < cue.end && cue.start < proposal.cue.end);
        let quoted = passage.units[window.clone()].iter().filter(|unit| unit.quotation).count().min(3) as u32;
        Self { passage, window, cue, cues, between, proposal, quoted }
    }

    /// The features by which unit `at` is or isn't part of the cue's source or content, added to `features`.
    pub fn of_argument(&self, at: usize, features: &mut Vec<u32>) {
        let mut add = Collector { features, template: ARGUMENTS };
        if self.cue.contains(&at) {
            add.one(at as u32 - self.cue.start as u32);
            return;
        }
        add.template += 1;
        let near = Near::new(self.passage, at);
        let (word, class) = (|offset| near.unit(offset).word, |offset| near.unit(offset).class);
        let unit = |offset| near.unit(offset);
        let before = at < self.cue.start;
        let distance = if before { self.cue.start - at } else { at + 1 - self.cue.end };
        let side = u32::from(before);
        let place = side << 4 | steps(distance);
        let between = &self.between[at - self.window.start];
        add.one(side);
        add.one(place);
        for offset in -2..=2 {
            add.two(word(offset), side);
        }
        for offset in -3..=3 {
            add.two(class(offset), side);
        }
        for offset in [-2, -1, 0, 1] {
            add.three(class(offset), class(offset + 1), side);
        }
        for offset in [-1, 0] {
            add.three(word(offset), word(offset + 1), side);
        }
        add.three(class(-1), class(0), class(1));
        add.two(class(0), place);
        add.two(word(0), place);
        add.two(class(-1), place);
        add.two(unit(0).shape, place);
        add.two(unit(0).ending, side);
        add.three(unit(-1).shape, unit(0).shape, side);
        add.three(unit(0).shape, unit(1).shape, side);
        add.two(unit(0).kind, side);
        add.two(unit(-1).kind, unit(0).kind);
        self.of_cue_words(at, place, side, &mut add);
        self.of_what_is_between(at, between, side, &mut add);
        self.of_rules(at, side, &mut add);
        self.of_edges(at, side, &mut add);
    }

    fn of_cue_words(&self, at: usize, place: u32, side: u32, add: &mut Collector) {
        let units = &self.passage.units;
        let (first, last) = (&units[self.cue.start], &units[self.cue.end - 1]);
        let (here, previous) = (&units[at], self.passage.unit(at, -1));
        add.two(last.word, side);
        add.two(last.word, place);
        add.two(first.word, side);
        add.two(last.stem, side);
        add.three(last.stem, here.class, side);
        add.two(last.class, place);
        add.three(last.class, here.class, side);
        add.three(last.word, here.class, place.min(2 | side << 4));
        add.three(last.class, previous.class, side);
        let outside = (self.passage.unit(self.cue.start, -1).class, self.passage.unit(self.cue.end, 0).class);
        add.three(outside.0, outside.1, side);
        add.three(outside.0, here.class, place);
        let into = (at - self.window.start).min(3) as u32;
        add.three(outside.0, here.shape << 4 | into, side);
        add.three(outside.0, here.kind << 4 | into, side);
        add.three(outside.1, here.class, place);
        add.two(self.cue.len().min(4) as u32, place);
    }

    fn of_what_is_between(&self, at: usize, between: &Between, side: u32, add: &mut Collector) {
        let here = &self.passage.units[at];
        let counts = between.commas.min(3) | between.verbs.min(2) << 2 | between.quotations.min(2) << 4 | side << 6;
        add.one(counts);
        add.two(counts, here.class);
        add.two(between.commas.min(3) | side << 6, between.clauses.min(2));
        add.two(between.cues.min(3), side);
        add.three(between.cues.min(2), here.class, side);
        add.two(between.sentences.min(3), side);
        add.three(between.sentences.min(3), between.blocks.min(3) << 1 | side, here.class);
        add.three(u32::from(between.that), here.class, side);
        add.three(between.commas.min(2), between.clauses.min(2), here.shape | side << 6);
        let other = self.cues.iter().any(|other| *other != self.cue && other.contains(&at));
        add.when(other, side, between.cues.min(2));
    }

    fn of_rules(&self, at: usize, side: u32, add: &mut Collector) {
        let role = |at: Option<usize>| -> u32 {
            let (Some(proposal), Some(at)) = (self.proposal, at) else { return 9 };
            let edges = |range: &Range<usize>| u32::from(range.start == at) << 1 | u32::from(range.end == at + 1);
            match &proposal.source {
                Some(range) if range.contains(&at) => return 16 | edges(range),
                _ => {}
            }
            proposal.contents.iter().find(|range| range.contains(&at)).map_or(0, |range| 32 | edges(range))
        };
        let here = role(Some(at));
        add.two(here, side);
        add.two(here, self.passage.units[at].class);
        add.two(here, role(at.checked_sub(1)));
        add.two(here, role(Some(at + 1)));
        let elsewhere = if self.proposal.is_none() { proposed_role(self.passage, at) } else { 9 };
        add.two(elsewhere, side);
    }

    fn of_edges(&self, at: usize, side: u32, add: &mut Collector) {
        let sentence = self.passage.settings[at].sentence.clone();
        let units = &self.passage.units;
        let own = sentence.contains(&self.cue.start);
        let to_end = sentence.end - at;
        add.three(to_end.min(4) as u32, side, u32::from(own));
        add.three((at - sentence.start).min(4) as u32, side, u32::from(own));
        add.three(to_end.min(3) as u32, units[at].class, side);
        add.three(self.quoted, u32::from(units[at].quotation), side);
        add.three(units[at].class, u32::from(own), side);
        if units[at].quotation {
            let last = &units[self.cue.end - 1];
            add.two(last.word, units[at].class);
            add.three(self.between[at - self.window.start].quotations.min(2), units[at].class, side);
            add.three(last.class, units[at].class, side);
            add.two(units[at].shape, side);
        }
    }
}
