//! Sums up the model's weights for the units of a passage, as little as possible: what words say of their neighbours is summed
//! up once for each word, what pairs of words say of any cue once for each pair, what a cue says of a place once for each
//! place.

use super::arguments::{self, PLACES, Surroundings};
use super::features::{self, REACH};
use super::passage::{Passage, Unit};
use crate::pack::model::{Model, Weights};

/// Labels but "outside" of the two chains.
const CUE_LABELS: usize = 2;
const ARGUMENT_LABELS: usize = 4;
/// Sums up weights for one document.
pub struct Scorer<'m> {
    model: &'m Model,
    cue_rows: Rows,
    argument_rows: Rows,
    features: Vec<u32>,
}

impl<'m> Scorer<'m> {
    /// For documents of any kind.
    pub fn new(model: &'m Model) -> Self {
        let reach = REACH.count();
        let cue_rows = Rows::new(reach * CUE_LABELS);
        Self { model, cue_rows, argument_rows: Rows::new(reach * 2 * ARGUMENT_LABELS), features: Vec::new() }
    }

    /// The model it sums up weights of.
    pub fn model(&self) -> &'m Model {
        self.model
    }

    /// Scores of the cue chain: `units × labels`.
    pub fn of_cues(&mut self, passage: &Passage) -> Vec<f32> {
        let weights = &self.model.cues;
        let fill = |unit: &Unit, row: &mut [i32], list: &mut Vec<u32>| {
            for (offset, sums) in REACH.zip(row.chunks_exact_mut(CUE_LABELS)) {
                list.clear();
                features::of_neighbour(unit, offset, list);
                add_all(weights, list, sums);
            }
        };
        let mut sums = self.cue_rows.spread(passage, CUE_LABELS, &mut self.features, &fill);
        for (unit, sums) in sums.chunks_exact_mut(CUE_LABELS).enumerate() {
            self.features.clear();
            features::of_combination(passage, unit, &mut self.features);
            add_all(weights, &self.features, sums);
        }
        scores(weights, &sums)
    }

    /// What the arguments of all cues of a passage share.
    pub fn shared(&mut self, passage: &Passage) -> Shared {
        let weights = &self.model.arguments;
        let fill = |unit: &Unit, row: &mut [i32], list: &mut Vec<u32>| {
            for (offset, sums) in REACH.zip(row.chunks_exact_mut(2 * ARGUMENT_LABELS)) {
                for (side, sums) in (0..).zip(sums.chunks_exact_mut(ARGUMENT_LABELS)) {
                    list.clear();
                    arguments::of_neighbour(unit, offset, side, list);
                    add_all(weights, list, sums);
                }
            }
        };
        let sums = self.argument_rows.spread(passage, 2 * ARGUMENT_LABELS, &mut self.features, &fill);
        Shared { paired: vec![false; sums.len() / ARGUMENT_LABELS], sums }
    }

    /// Scores of the argument chain in the window of a cue: `units × labels`.
    pub fn of_arguments(&mut self, passage: &Passage, surroundings: &Surroundings, shared: &mut Shared) -> Vec<f32> {
        let weights = &self.model.arguments;
        let list = &mut self.features;
        let mut places: [Option<[i32; ARGUMENT_LABELS]>; PLACES] = [None; PLACES];
        let mut sums = vec![0; surroundings.window.len() * ARGUMENT_LABELS];
        for (unit, sums) in surroundings.window.clone().zip(sums.chunks_exact_mut(ARGUMENT_LABELS)) {
            if let Some((side, place)) = surroundings.place(unit) {
                let at = unit * 2 + side as usize;
                let own = &mut shared.sums[at * ARGUMENT_LABELS..(at + 1) * ARGUMENT_LABELS];
                if !shared.paired[at] {
                    shared.paired[at] = true;
                    list.clear();
                    arguments::of_pairs(passage, unit, side, list);
                    add_all(weights, list, own);
                }
                let of_place = places[place as usize].get_or_insert_with(|| {
                    let mut sums = [0; ARGUMENT_LABELS];
                    list.clear();
                    surroundings.of_place(place, list);
                    add_all(weights, list, &mut sums);
                    sums
                });
                sums.iter_mut().zip(own.iter().zip(of_place)).for_each(|(sum, (own, place))| *sum = *own + *place);
            }
            list.clear();
            surroundings.of_unit(unit, list);
            add_all(weights, list, sums);
        }
        scores(weights, &sums)
    }
}

/// Sums of weights that arguments of several cues share: for each unit and side of a cue.
pub struct Shared {
    sums: Vec<i32>,
    /// Whether what pairs of words say is in the sums already.
    paired: Vec<bool>,
}

fn add_all(weights: &Weights, features: &[u32], sums: &mut [i32]) {
    for &feature in features {
        weights.add(feature, sums);
    }
}

/// Scores with "outside", which is always 0, of sums without.
fn scores(weights: &Weights, sums: &[i32]) -> Vec<f32> {
    let scale = weights.scale();
    let rows = sums.chunks_exact(weights.labels - 1);
    rows.flat_map(|row| std::iter::once(0.0).chain(row.iter().map(move |&sum| sum as f32 * scale))).collect()
}

/// Sums of weights by what a unit is. A new unit takes the place of another one; most words of a text are repetitions.
struct Rows {
    /// Sums a row.
    width: usize,
    keys: Vec<[u32; 4]>,
    sums: Vec<i32>,
}

/// Places for rows: a long article has about as many words.
const ROWS_BITS: u32 = 11;

/// Sums up a row of weights of a unit, by way of a list for features.
type Fill<'f> = &'f dyn Fn(&Unit, &mut [i32], &mut Vec<u32>);

impl Rows {
    fn new(width: usize) -> Self {
        Self { width, keys: vec![[0; 4]; 1 << ROWS_BITS], sums: vec![0; width << ROWS_BITS] }
    }

    fn row(&mut self, unit: &Unit, list: &mut Vec<u32>, fill: Fill) -> &[i32] {
        let key = [unit.word, unit.class, unit.shape, unit.kind];
        let mixed = key.iter().fold(0u32, |mixed, part| (mixed.rotate_left(5) ^ part).wrapping_mul(0x9E37_79B1));
        let at = (mixed >> (32 - ROWS_BITS)) as usize;
        let row = &mut self.sums[at * self.width..(at + 1) * self.width];
        if self.keys[at] != key {
            self.keys[at] = key;
            row.fill(0);
            fill(unit, row, list);
        }
        row
    }

    /// For each unit of the passage the sum of what its neighbours say of it, `each` numbers a unit.
    fn spread(&mut self, passage: &Passage, each: usize, list: &mut Vec<u32>, fill: Fill) -> Vec<i32> {
        let units = passage.units.len();
        let mut sums = vec![0; units * each];
        let (first, last) = (*REACH.start(), *REACH.end());
        for position in first..units as isize + last {
            let row = self.row(passage.unit(0, position), list, fill);
            for (offset, row) in REACH.zip(row.chunks_exact(each)) {
                // Past either end there is nobody to speak of.
                let about = usize::try_from(position - offset).ok().filter(|&about| about < units);
                if let Some(about) = about {
                    let sums = &mut sums[about * each..(about + 1) * each];
                    sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
                }
            }
        }
        sums
    }
}
