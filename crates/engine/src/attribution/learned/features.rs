//! The features of a unit that may be part of a cue, as hashes: what the model's weights hang on.
//!
//! A feature is a template's number with up to two hashes of what it found. Templates are counted up in the order in
//! which they stand here; whoever changes them changes `FEATURES` in `pack/model.rs` as well.

use super::lexicon::bit;
use super::passage::{EDGE, Passage, Unit};
use super::setting::Setting;
use std::ops::RangeInclusive;

/// Takes features, as hashes: a list to learn from, or a sum of what each says.
pub trait Sink {
    /// Takes one more.
    fn take(&mut self, feature: u32);
}

#[cfg(feature = "compile")]
impl Sink for Vec<u32> {
    fn take(&mut self, feature: u32) {
        self.push(feature);
    }
}

/// Numbers the templates of the features of one unit.
pub struct Collector<'f, S> {
    /// Who takes the features.
    pub features: &'f mut S,
    /// Number of the last template used.
    pub template: u32,
}

impl<S: Sink> Collector<'_, S> {
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
        self.features.take(hash ^ hash >> 16);
    }

    /// A feature of three hashes.
    pub fn three(&mut self, first: u32, second: u32, third: u32) {
        self.two(first, second.wrapping_mul(0x0100_0193) ^ third);
    }

    /// A feature only where the condition holds; its template is counted in any case.
    pub fn when(&mut self, holds: bool, first: u32, second: u32) {
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

/// Units before and after another whose own words say something of it, offsets both included.
pub const REACH: RangeInclusive<isize> = -4..=5;

/// What `unit`, which stands `offset` units after another, says of whether that one is part of a cue. Apart from the other
/// features because it says the same wherever the words stand: its weights are summed up once.
pub fn of_neighbour<S: Sink>(unit: &Unit, offset: isize, features: &mut S) {
    let far = offset.unsigned_abs();
    // Templates are numbered by what is told, offset after offset.
    let mut tell = |tells: bool, template: isize, value: u32| {
        if tells {
            Collector { features, template: (template - 1) as u32 }.one(value);
        }
    };
    tell(offset == 0, 1, 0);
    tell(far <= 3, 5 + offset, unit.word);
    tell(true, 13 + offset, unit.class);
    tell(far <= 1, 41 + 2 * offset, unit.ending);
    tell(far <= 1, 42 + 2 * offset, unit.shape);
    tell(offset == 0, 45, unit.stem);
    tell((1..=2).contains(&far), if offset < 0 { 52 + offset } else { 51 + offset }, unit.kind);
}

/// The features by which unit `at` is or isn't part of a cue, added to `features`: those of its neighbours and all others.
#[cfg(feature = "compile")]
pub fn of_cue(passage: &Passage, at: usize, features: &mut Vec<u32>) {
    for offset in REACH {
        of_neighbour(passage.unit(at, offset), offset, features);
    }
    of_combination(passage, at, features);
}

/// The features of a unit that may be part of a cue in which more than one word takes part.
pub fn of_combination<S: Sink>(passage: &Passage, at: usize, features: &mut S) {
    let mut add = Collector { features, template: 18 };
    let near: [&Unit; 8] = std::array::from_fn(|index| passage.unit(at, index as isize - 3));
    let unit = |offset: isize| near[(offset + 3) as usize];
    let (word, class) = (|offset| unit(offset).word, |offset| unit(offset).class);
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
    add.template = 45;
    add.two(unit(0).stem, class(-1));
    add.two(unit(0).stem, class(1));
    add.two(unit(0).ending, class(-1));
    add.two(unit(0).ending, class(1));
    add.template = 53;
    let proposed = passage.proposed(at, 0);
    add.one(proposed);
    add.two(proposed, word(0));
    add.two(proposed, class(0));
    add.two(passage.proposed(at, -1), proposed);
    add.two(passage.proposed(at, 1), proposed);
    surroundings(passage, at, &mut add);
}

/// Quotations, "that", subject and position around a unit that may be a cue.
fn surroundings<S: Sink>(passage: &Passage, at: usize, add: &mut Collector<S>) {
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

/// Whether a closed list has it that one of `bits` stands for.
pub fn listed(unit: &Unit, bits: u32) -> bool {
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
