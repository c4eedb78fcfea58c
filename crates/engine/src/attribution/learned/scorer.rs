//! Sums up the model's weights for the units of a passage, as little as possible: what words say of their neighbours is summed
//! up once for each word, what pairs of words say of any cue once for each pair, what a cue says of a place once for each
//! place.

use super::arguments::{self, PLACES, Surroundings};
use super::features::{self, REACH, Sink};
use super::passage::{Passage, Unit};
use crate::pack::feature_table::Sum;
use crate::pack::model::{Model, Weights};
use std::ops::RangeInclusive;

/// Sums up weights for one document.
pub struct Scorer<'m> {
    model: &'m Model,
    cue_rows: Rows,
    argument_rows: Rows,
}

/// What features say together.
pub struct Total<'w> {
    weights: &'w Weights,
    /// The sum so far.
    pub sum: Sum,
}

impl<'w> Total<'w> {
    /// Of none yet.
    pub fn new(weights: &'w Weights) -> Self {
        Self { weights, sum: Sum::default() }
    }

    /// What the features say that `tell` tells.
    fn of(weights: &'w Weights, tell: impl FnOnce(&mut Self)) -> Sum {
        let mut total = Self::new(weights);
        tell(&mut total);
        total.sum
    }
}

impl Sink for Total<'_> {
    #[inline]
    fn take(&mut self, feature: u32) {
        self.sum += self.weights.of(feature);
    }
}

impl<'m> Scorer<'m> {
    /// For documents of any kind.
    pub fn new(model: &'m Model) -> Self {
        let (cue_rows, argument_rows) = (Rows::new(REACH, 1), Rows::new(arguments::REACH, 2));
        Self { model, cue_rows, argument_rows }
    }

    /// The model it sums up weights of.
    pub fn model(&self) -> &'m Model {
        self.model
    }

    /// Scores of the cue chain: `units × labels`.
    pub fn of_cues(&mut self, passage: &Passage) -> Vec<f32> {
        let weights = &self.model.cues;
        let fill = |unit: &Unit, row: &mut [Sum]| {
            for (offset, sum) in REACH.zip(row) {
                *sum = Total::of(weights, |total| features::of_neighbour(unit, offset, total));
            }
        };
        let mut sums = self.cue_rows.spread(passage, &fill);
        for (unit, sum) in sums.iter_mut().enumerate() {
            *sum += Total::of(weights, |total| features::of_combination(passage, unit, total));
        }
        scores(weights, &sums)
    }

    /// What the arguments of all cues of a passage share.
    pub fn shared(&mut self, passage: &Passage) -> Shared {
        let weights = &self.model.arguments;
        let fill = |unit: &Unit, row: &mut [Sum]| {
            for (offset, sums) in arguments::REACH.zip(row.chunks_exact_mut(2)) {
                for (side, sum) in (0..).zip(sums) {
                    *sum = Total::of(weights, |total| arguments::of_neighbour(unit, offset, side, total));
                }
            }
        };
        let sums = self.argument_rows.spread(passage, &fill);
        Shared { paired: vec![false; sums.len()], sums }
    }

    /// Scores of the argument chain in the window of a cue: `units × labels`.
    pub fn of_arguments(&mut self, passage: &Passage, surroundings: &Surroundings, shared: &mut Shared) -> Vec<f32> {
        let weights = &self.model.arguments;
        let mut places: [Option<Sum>; PLACES] = [None; PLACES];
        let mut sums = vec![Sum::default(); surroundings.window.len()];
        for (unit, sum) in surroundings.window.clone().zip(&mut sums) {
            if let Some((side, place)) = surroundings.place(unit) {
                let at = unit * 2 + side as usize;
                if !shared.paired[at] {
                    shared.paired[at] = true;
                    shared.sums[at] += Total::of(weights, |total| arguments::of_pairs(passage, unit, side, total));
                }
                let of_place = *places[place as usize]
                    .get_or_insert_with(|| Total::of(weights, |total| surroundings.of_place(place, total)));
                *sum = shared.sums[at] + of_place;
            }
            *sum += Total::of(weights, |total| surroundings.of_unit(unit, total));
        }
        scores(weights, &sums)
    }
}

/// Sums of weights that arguments of several cues share: for each unit and side of a cue.
pub struct Shared {
    sums: Vec<Sum>,
    /// Whether what pairs of words say is in the sums already.
    paired: Vec<bool>,
}

fn scores(weights: &Weights, sums: &[Sum]) -> Vec<f32> {
    let mut scores = Vec::with_capacity(sums.len() * weights.labels);
    sums.iter().for_each(|&sum| scores.extend(weights.scores(sum)));
    scores
}

/// Sums of weights by what a unit is. A new unit takes the place of another one; most words of a text are repetitions.
struct Rows {
    /// Offsets of those that a unit says something of.
    reach: RangeInclusive<isize>,
    /// Sums for each of them.
    each: usize,
    keys: Vec<[u32; 4]>,
    sums: Vec<Sum>,
}

/// Places for rows: a long article has about as many words.
const ROWS_BITS: u32 = 11;

/// Sums up a row of weights of a unit.
type Fill<'f> = &'f dyn Fn(&Unit, &mut [Sum]);

impl Rows {
    fn new(reach: RangeInclusive<isize>, each: usize) -> Self {
        let sums = vec![Sum::default(); (reach.clone().count() * each) << ROWS_BITS];
        Self { reach, each, keys: vec![[0; 4]; 1 << ROWS_BITS], sums }
    }

    fn row(&mut self, unit: &Unit, fill: Fill) -> &[Sum] {
        let key = [unit.word, unit.class, unit.shape, unit.kind];
        let mixed = key.iter().fold(0u32, |mixed, part| (mixed.rotate_left(5) ^ part).wrapping_mul(0x9E37_79B1));
        let at = (mixed >> (32 - ROWS_BITS)) as usize;
        let width = self.sums.len() >> ROWS_BITS;
        let row = &mut self.sums[at * width..(at + 1) * width];
        if self.keys[at] != key {
            self.keys[at] = key;
            fill(unit, row);
        }
        row
    }

    /// For each unit of the passage the sum of what its neighbours say of it, `each` numbers a unit.
    fn spread(&mut self, passage: &Passage, fill: Fill) -> Vec<Sum> {
        let units = passage.units.len();
        let (each, reach) = (self.each, self.reach.clone());
        let mut sums = vec![Sum::default(); units * each];
        let (first, last) = (*reach.start(), *reach.end());
        for position in first..units as isize + last {
            let row = self.row(passage.unit(0, position), fill);
            for (offset, row) in reach.clone().zip(row.chunks_exact(each)) {
                // Past either end there is nobody to speak of.
                let about = usize::try_from(position - offset).ok().filter(|&about| about < units);
                if let Some(about) = about {
                    let sums = &mut sums[about * each..(about + 1) * each];
                    sums.iter_mut().zip(row).for_each(|(sum, said)| *sum += *said);
                }
            }
        }
        sums
    }
}
