//! The features by which a unit is or isn't part of the source or the content of a cue, as hashes.

use super::features::{Collector, Sink, is_verb, listed, steps};
use super::lexicon::bit;
use super::passage::{Passage, Proposal, Unit, hash};
use super::setting::THAT;
use std::ops::{Range, RangeInclusive};

/// Numbers the templates apart from those of cues.
const ARGUMENTS: u32 = 1000;
/// One more than the largest place.
pub const PLACES: usize = 32;

/// Units before and after another whose own words say something of it, offsets both included.
pub const REACH: RangeInclusive<isize> = -3..=3;

const COMMA: u32 = hash(b",");

/// What `unit`, which stands `offset` units after another, says of that one on that side of a cue, whatever the cue is.
pub fn of_neighbour<S: Sink>(unit: &Unit, offset: isize, side: u32, features: &mut S) {
    let far = offset.unsigned_abs();
    let mut tell = |tells: bool, template: isize, value: u32| {
        if tells {
            Collector { features, template: ARGUMENTS + (template - 1) as u32 }.two(value, side);
        }
    };
    tell(far <= 2, 6 + offset, unit.word);
    tell(far <= 3, 12 + offset, unit.class);
    tell(far == 0, 27, unit.ending);
    tell(far == 0, 30, unit.kind);
}

/// What unit `at` and those beside it say together, whatever the cue is.
pub fn of_pairs<S: Sink>(passage: &Passage, at: usize, side: u32, features: &mut S) {
    let mut add = Collector { features, template: ARGUMENTS + 15 };
    let unit = |offset| passage.unit(at, offset);
    let (before, here, after) = (unit(-1), unit(0), unit(1));
    for (first, second) in [(unit(-2), before), (before, here), (here, after), (after, unit(2))] {
        add.three(first.class, second.class, side);
    }
    add.three(before.word, here.word, side);
    add.three(here.word, after.word, side);
    add.three(before.class, here.class, after.class);
    add.template = ARGUMENTS + 27;
    add.three(before.shape, here.shape, side);
    add.three(here.shape, after.shape, side);
    add.template = ARGUMENTS + 30;
    add.two(before.kind, here.kind);
}

/// Marks the first unit of a cue; the others are `GOES_ON`, what is outside 0.
const STARTS: u8 = 1;
const GOES_ON: u8 = 2;

/// Where `cues` stand among so many units.
pub fn marks(units: usize, cues: impl Iterator<Item = Range<usize>>) -> Vec<u8> {
    let mut marks = vec![0; units];
    for cue in cues {
        marks[cue.clone()].fill(GOES_ON);
        marks[cue.start] = STARTS;
    }
    marks
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
    /// The units that may belong to the statement.
    pub window: Range<usize>,
    cue: Range<usize>,
    marks: &'p [u8],
    between: Vec<Between>,
    proposal: Option<&'p Proposal>,
    /// Quotations in the window, at most three.
    quoted: u32,
}

impl<'p> Surroundings<'p> {
    /// `marks` tell where the cues of the passage stand, see `marks`.
    pub fn new(passage: &'p Passage, cue: Range<usize>, marks: &'p [u8]) -> Self {
        let window = passage.window(&cue);
        let starts = |unit: usize| marks[unit] == STARTS;
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
        Self { passage, window, cue, marks, between, proposal, quoted }
    }

    /// The features by which unit `at` is or isn't part of the cue's source or content, added to `features`: those of its
    /// neighbours, of its place and all others.
    #[cfg(feature = "compile")]
    pub fn of_argument(&self, at: usize, features: &mut Vec<u32>) {
        if let Some((side, place)) = self.place(at) {
            for offset in REACH {
                of_neighbour(self.passage.unit(at, offset), offset, side, features);
            }
            of_pairs(self.passage, at, side, features);
            self.of_place(place, features);
        }
        self.of_unit(at, features);
    }

    /// Side of the cue (1 before, 0 after) and place of a unit outside it: side and distance in steps, below `PLACES`.
    pub fn place(&self, at: usize) -> Option<(u32, u32)> {
        let side = u32::from(at < self.cue.start);
        let distance = if side == 1 { self.cue.start - at } else { (at + 1).checked_sub(self.cue.end)? };
        (distance > 0).then(|| (side, side << 4 | steps(distance)))
    }

    /// What the cue says of every unit at `place`.
    pub fn of_place<S: Sink>(&self, place: u32, features: &mut S) {
        let side = place >> 4;
        let units = &self.passage.units;
        let (first, last) = (&units[self.cue.start], &units[self.cue.end - 1]);
        let outside = (self.passage.unit(self.cue.start, -1).class, self.passage.unit(self.cue.end, 0).class);
        let mut add = Collector { features, template: ARGUMENTS + 1 };
        add.one(side);
        add.one(place);
        add.template = ARGUMENTS + 31;
        add.two(last.word, side);
        add.two(last.word, place);
        add.two(first.word, side);
        add.two(last.stem, side);
        add.template += 1;
        add.two(last.class, place);
        add.template = ARGUMENTS + 40;
        add.three(outside.0, outside.1, side);
        add.template = ARGUMENTS + 45;
        add.two(self.cue.len().min(4) as u32, place);
    }

    /// The features of unit `at` that depend on it and on the cue.
    pub fn of_unit<S: Sink>(&self, at: usize, features: &mut S) {
        let mut add = Collector { features, template: ARGUMENTS };
        let Some((side, place)) = self.place(at) else {
            add.one(at as u32 - self.cue.start as u32);
            return;
        };
        let (here, previous) = (&self.passage.units[at], self.passage.unit(at, -1));
        add.template += 22;
        let between = &self.between[at - self.window.start];
        add.two(here.class, place);
        add.two(here.word, place);
        add.two(previous.class, place);
        add.two(here.shape, place);
        self.of_cue_words(at, place, side, &mut add);
        self.of_what_is_between(at, between, side, &mut add);
        self.of_rules(at, side, &mut add);
        self.of_edges(at, side, &mut add);
    }

    fn of_cue_words<S: Sink>(&self, at: usize, place: u32, side: u32, add: &mut Collector<S>) {
        let units = &self.passage.units;
        let last = &units[self.cue.end - 1];
        let (here, previous) = (&units[at], self.passage.unit(at, -1));
        add.template = ARGUMENTS + 35;
        add.three(last.stem, here.class, side);
        add.template += 1;
        add.three(last.class, here.class, side);
        add.three(last.word, here.class, place.min(2 | side << 4));
        add.three(last.class, previous.class, side);
        let outside = (self.passage.unit(self.cue.start, -1).class, self.passage.unit(self.cue.end, 0).class);
        let into = (at - self.window.start).min(3) as u32;
        add.template += 1;
        add.three(outside.0, here.class, place);
        add.three(outside.0, here.shape << 4 | into, side);
        add.three(outside.0, here.kind << 4 | into, side);
        add.three(outside.1, here.class, place);
    }

    fn of_what_is_between<S: Sink>(&self, at: usize, between: &Between, side: u32, add: &mut Collector<S>) {
        let here = &self.passage.units[at];
        add.template = ARGUMENTS + 46;
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
        add.when(self.marks[at] != 0, side, between.cues.min(2));
    }

    fn of_rules<S: Sink>(&self, at: usize, side: u32, add: &mut Collector<S>) {
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
        let elsewhere = if self.proposal.is_none() { self.passage.proposed(at, 0) } else { 9 };
        add.two(elsewhere, side);
    }

    fn of_edges<S: Sink>(&self, at: usize, side: u32, add: &mut Collector<S>) {
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
