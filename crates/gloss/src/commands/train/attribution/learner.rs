//! Learns the weights of a linear chain: the likelihood of the annotated labels, by stochastic gradient with a step of
//! its own for each weight (AdaGrad). The same data give the same weights.

use engine::attribution::training::{Chain, Weights, may_follow};
use std::collections::HashMap;

/// Sequences of units with their features and labels.
#[derive(Default)]
pub struct Sequences {
    /// Feature hashes by index.
    hashes: Vec<u32>,
    index: HashMap<u32, u32>,
    /// Feature indexes of all units, one after another.
    features: Vec<u32>,
    /// Where each unit's features end.
    ends: Vec<usize>,
    labels: Vec<u8>,
    /// Where each sequence's units start and end.
    sequences: Vec<(usize, usize)>,
}

impl Sequences {
    /// Adds a unit to the sequence that is being built.
    pub fn unit(&mut self, features: &[u32], label: u8) {
        for &hash in features {
            let next = self.hashes.len() as u32;
            let index = *self.index.entry(hash).or_insert(next);
            if index == next {
                self.hashes.push(hash);
            }
            self.features.push(index);
        }
        self.ends.push(self.features.len());
        self.labels.push(label);
    }

    /// Ends a sequence; gives its number.
    pub fn end(&mut self) -> usize {
        let start = self.sequences.last().map_or(0, |&(_, end)| end);
        self.sequences.push((start, self.ends.len()));
        self.sequences.len() - 1
    }

    /// Number of sequences.
    pub fn len(&self) -> usize {
        self.sequences.len()
    }

    fn features(&self, unit: usize) -> &[u32] {
        let start = if unit == 0 { 0 } else { self.ends[unit - 1] };
        &self.features[start..self.ends[unit]]
    }
}

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Labels, "outside" among them.
    pub labels: usize,
    /// Times to go through all sequences.
    pub rounds: usize,
    /// How many of them only serve to choose the features; then weights are learned anew.
    pub choosing: usize,
    /// Size of the first steps.
    pub step: f32,
    /// How strongly weights are drawn to zero.
    pub draw: f32,
    /// Features kept in the end, the weightiest.
    pub keep: usize,
}

/// What sums of squared slopes start with: keeps the very first steps small.
const FIRST_SQUARE: f32 = 0.01;

/// Learns from the sequences numbered `chosen`.
pub fn learn(data: &Sequences, chosen: &[usize], settings: Settings, mut each: impl FnMut()) -> Weights {
    let mut learner = Learner::new(data, settings);
    let mut order = chosen.to_vec();
    for round in 0..settings.rounds {
        shuffle(&mut order, round as u64);
        for &sequence in &order {
            learner.step(sequence);
        }
        if round + 1 == settings.choosing {
            learner.prune();
        }
        each();
    }
    learner.weights()
}

struct Learner<'d> {
    data: &'d Sequences,
    settings: Settings,
    kept: Vec<bool>,
    weights: Vec<f32>,
    squares: Vec<f32>,
    transitions: Vec<f32>,
    transition_squares: Vec<f32>,
}

impl<'d> Learner<'d> {
    fn new(data: &'d Sequences, settings: Settings) -> Self {
        let weights = data.hashes.len() * (settings.labels - 1);
        let transitions = settings.labels * settings.labels;
        Self {
            data,
            settings,
            kept: vec![true; data.hashes.len()],
            weights: vec![0.0; weights],
            squares: vec![FIRST_SQUARE; weights],
            transitions: vec![0.0; transitions],
            transition_squares: vec![FIRST_SQUARE; transitions],
        }
    }

    /// One step along the gradient of one sequence's likelihood.
    fn step(&mut self, sequence: usize) {
        let labels = self.settings.labels;
        let each = labels - 1;
        let (start, end) = self.data.sequences[sequence];
        let mut emissions = vec![0.0; (end - start) * labels];
        for (row, unit) in emissions.chunks_exact_mut(labels).zip(start..end) {
            for &feature in self.data.features(unit) {
                let at = feature as usize * each;
                for (score, weight) in row[1..].iter_mut().zip(&self.weights[at..at + each]) {
                    *score += weight;
                }
            }
        }
        let chain = Chain { labels, emissions: &emissions, transitions: &self.transitions };
        let sums = chain.sums();
        let mut transition_gradient = vec![0.0; labels * labels];
        let gold = &self.data.labels[start..end];
        for unit in 1..end - start {
            for from in 0..labels {
                for to in (0..labels).filter(|&to| may_follow(Some(from), to)) {
                    transition_gradient[from * labels + to] += sums.pair(unit, from, to);
                }
            }
            transition_gradient[gold[unit - 1] as usize * labels + gold[unit] as usize] -= 1.0;
        }
        let Settings { step, draw, .. } = self.settings;
        let mut gradient = vec![0.0f32; each];
        for unit in start..end {
            let mut any = false;
            for label in 1..labels {
                let observed = f32::from(u8::from(usize::from(gold[unit - start]) == label));
                gradient[label - 1] = sums.marginal(unit - start, label) - observed;
                any |= gradient[label - 1].abs() > 1e-4;
            }
            if !any {
                continue;
            }
            for &feature in self.data.features(unit) {
                if !self.kept[feature as usize] {
                    continue;
                }
                let at = feature as usize * each;
                for (label, gradient) in gradient.iter().enumerate() {
                    let weight = &mut self.weights[at + label];
                    let slope = gradient + draw * *weight;
                    let square = &mut self.squares[at + label];
                    *square += slope * slope;
                    *weight -= step * slope / square.sqrt();
                }
            }
        }
        for (at, slope) in transition_gradient.iter().enumerate() {
            self.transition_squares[at] += slope * slope;
            self.transitions[at] -= step * slope / self.transition_squares[at].sqrt();
        }
    }

    /// Drops all but the weightiest features: those whose weights moved sequences most.
    fn prune(&mut self) {
        let each = self.settings.labels - 1;
        let weight = |feature: usize| -> f32 {
            let at = feature * each;
            (at..at + each).map(|at| self.weights[at].abs() * self.squares[at].sqrt().sqrt()).sum()
        };
        let mut ranks: Vec<(f32, usize)> = (0..self.kept.len()).map(|feature| (weight(feature), feature)).collect();
        ranks.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        for &(_, feature) in ranks.iter().skip(self.settings.keep) {
            self.kept[feature] = false;
        }
        self.weights.fill(0.0);
        self.squares.fill(FIRST_SQUARE);
        self.transitions.fill(0.0);
        self.transition_squares.fill(FIRST_SQUARE);
    }

    fn weights(&self) -> Weights {
        let each = self.settings.labels - 1;
        let features = (0..self.kept.len())
            .filter(|&feature| self.kept[feature])
            .map(|feature| (self.data.hashes[feature], self.weights[feature * each..(feature + 1) * each].to_vec()))
            .filter(|(_, weights)| weights.iter().any(|&weight| weight != 0.0))
            .collect();
        Weights::new(self.settings.labels, self.transitions.clone(), features)
    }
}

/// Puts `order` in an order that depends on nothing but `round`.
fn shuffle(order: &mut [usize], round: u64) {
    let mut state = round.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    for index in (1..order.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(index, (state >> 33) as usize % (index + 1));
    }
}
