//! Linear chains: the best sequence of labels by Viterbi, and how likely each label is by forward and backward sums.
//!
//! Label 0 is "outside"; role `k` has the labels `2k + 1` (begins) and `2k + 2` (goes on). A role goes on only after it
//! began. Scores are natural logarithms.

/// Stands for "impossible" and stays finite, so that sums and differences of scores are numbers.
const IMPOSSIBLE: f32 = -1e9;

/// Scores of labels for each unit of a sequence, row after row, and of one label after another.
pub struct Chain<'a> {
    /// Number of labels.
    pub labels: usize,
    /// `units × labels` scores.
    pub emissions: &'a [f32],
    /// `labels × labels` scores: from a label (row) to the next (column).
    pub transitions: &'a [f32],
}

/// Whether `to` may follow `from`; `None` is the start of the sequence.
pub fn may_follow(from: Option<usize>, to: usize) -> bool {
    let goes_on = to > 0 && to.is_multiple_of(2);
    !goes_on || from.is_some_and(|from| from == to || from + 1 == to)
}

impl Chain<'_> {
    /// Number of units.
    pub fn units(&self) -> usize {
        self.emissions.len() / self.labels
    }

    fn step(&self, from: usize, to: usize) -> f32 {
        if may_follow(Some(from), to) { self.transitions[from * self.labels + to] } else { IMPOSSIBLE }
    }

    fn row(&self, unit: usize) -> &[f32] {
        &self.emissions[unit * self.labels..(unit + 1) * self.labels]
    }

    fn first(&self, label: usize) -> f32 {
        if may_follow(None, label) { self.emissions[label] } else { IMPOSSIBLE }
    }

    /// The sequence of labels with the highest score, one for each unit.
    pub fn best(&self) -> Vec<u8> {
        let (units, labels) = (self.units(), self.labels);
        if units == 0 {
            return Vec::new();
        }
        let mut score: Vec<f32> = (0..labels).map(|label| self.first(label)).collect();
        let mut next = vec![0.0; labels];
        let mut back = vec![0u8; units * labels];
        for unit in 1..units {
            let row = self.row(unit);
            for to in 0..labels {
                let mut best = (f32::MIN, 0);
                for (from, score) in score.iter().enumerate() {
                    let through = score + self.step(from, to);
                    if through > best.0 {
                        best = (through, from);
                    }
                }
                next[to] = best.0 + row[to];
                back[unit * labels + to] = best.1 as u8;
            }
            std::mem::swap(&mut score, &mut next);
        }
        let mut label = (0..labels).max_by(|&a, &b| score[a].total_cmp(&score[b])).unwrap_or(0);
        let mut path = vec![0u8; units];
        for unit in (0..units).rev() {
            path[unit] = label as u8;
            label = back[unit * labels + label] as usize;
        }
        path
    }

    /// Sums over all sequences.
    pub fn sums(&self) -> Sums {
        let (units, labels) = (self.units(), self.labels);
        let mut forward = vec![0.0; units * labels];
        let mut backward = vec![0.0; units * labels];
        let mut terms = vec![0.0; labels];
        for label in 0..labels.min(forward.len()) {
            forward[label] = self.first(label);
        }
        for unit in 1..units {
            for to in 0..labels {
                for from in 0..labels {
                    terms[from] = forward[(unit - 1) * labels + from] + self.step(from, to);
                }
                forward[unit * labels + to] = log_sum(&terms) + self.row(unit)[to];
            }
        }
        for unit in (0..units.saturating_sub(1)).rev() {
            let row = self.row(unit + 1);
            for from in 0..labels {
                for to in 0..labels {
                    terms[to] = self.step(from, to) + row[to] + backward[(unit + 1) * labels + to];
                }
                backward[unit * labels + from] = log_sum(&terms);
            }
        }
        let total = if units == 0 { 0.0 } else { log_sum(&forward[(units - 1) * labels..]) };
        Sums { forward, backward, total }
    }

    /// The score of one sequence of labels.
    pub fn score(&self, path: &[u8]) -> f32 {
        let mut score = 0.0;
        for (unit, &label) in path.iter().enumerate() {
            score += self.row(unit)[label as usize];
            if unit > 0 {
                score += self.step(path[unit - 1] as usize, label as usize);
            }
        }
        score
    }

    /// How likely it is that `unit` has `label`.
    #[cfg(any(test, feature = "compile"))]
    pub fn marginal(&self, sums: &Sums, unit: usize, label: usize) -> f32 {
        let at = unit * self.labels + label;
        (sums.forward[at] + sums.backward[at] - sums.total).exp()
    }

    /// How likely it is that exactly the units `from..to` have role `role`, beginning and end included.
    pub fn span(&self, sums: &Sums, from: usize, to: usize, role: usize) -> f32 {
        let (begins, goes_on, labels) = (2 * role + 1, 2 * role + 2, self.labels);
        let mut score = sums.forward[from * labels + begins];
        for unit in from + 1..to {
            score += self.step(if unit == from + 1 { begins } else { goes_on }, goes_on) + self.row(unit)[goes_on];
        }
        let last = if to == from + 1 { begins } else { goes_on };
        let after = if to == self.units() {
            0.0
        } else {
            let others: Vec<f32> = (0..labels)
                .filter(|&label| label != goes_on)
                .map(|label| self.step(last, label) + self.row(to)[label] + sums.backward[to * labels + label])
                .collect();
            log_sum(&others)
        };
        (score + after - sums.total).exp().min(1.0)
    }
}

/// Sums over all sequences of a chain, as logarithms.
pub struct Sums {
    /// `units × labels`: over what comes before and at the unit.
    pub forward: Vec<f32>,
    /// `units × labels`: over what comes after the unit.
    pub backward: Vec<f32>,
    /// Over everything.
    pub total: f32,
}

fn log_sum(terms: &[f32]) -> f32 {
    let most = terms.iter().copied().fold(f32::MIN, f32::max);
    if most <= IMPOSSIBLE / 2.0 {
        return IMPOSSIBLE;
    }
    most + terms.iter().map(|term| (term - most).exp()).sum::<f32>().ln()
}

/// The spans of each role in a sequence of labels: `(role, first unit, one past the last)`, in order.
pub fn spans(labels: &[u8]) -> Vec<(usize, usize, usize)> {
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (unit, &label) in labels.iter().enumerate() {
        match label {
            0 => {}
            label if label % 2 == 1 => found.push((usize::from(label / 2), unit, unit + 1)),
            _ => {
                if let Some(last) = found.last_mut() {
                    last.2 = unit + 1;
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_goes_on_only_after_it_began() {
        // The middle unit would like to go on; the first doesn't begin.
        let emissions = [2.0, 0.0, 9.0, 0.0, 0.0, 5.0, 1.0, 0.0, 0.0];
        let chain = Chain { labels: 3, emissions: &emissions, transitions: &[0.0; 9] };
        assert_eq!(chain.best(), [1, 2, 0]);
        assert_eq!(spans(&chain.best()), [(0, 0, 2)]);
    }

    #[test]
    fn marginals_add_up_to_one() {
        let emissions = [0.3, -1.0, 0.0, 0.5, 0.7, -0.2, 0.1, 0.0, 1.0];
        let transitions = [0.1, 0.2, 0.0, -0.3, 0.4, 0.5, 0.0, -0.1, 0.6];
        let chain = Chain { labels: 3, emissions: &emissions, transitions: &transitions };
        let sums = chain.sums();
        for unit in 0..3 {
            let total: f32 = (0..3).map(|label| chain.marginal(&sums, unit, label)).sum();
            assert!((total - 1.0).abs() < 1e-4, "{total}");
        }
        // The role's spans that contain the last unit are disjoint events.
        let covering: f32 = (0..3).map(|from| chain.span(&sums, from, 3, 0)).sum();
        let marginal = chain.marginal(&sums, 2, 1) + chain.marginal(&sums, 2, 2);
        assert!((covering - marginal).abs() < 1e-4, "{covering} {marginal}");
    }

    #[test]
    fn nothing_has_no_labels() {
        let chain = Chain { labels: 3, emissions: &[], transitions: &[0.0; 9] };
        assert!(chain.best().is_empty());
        assert_eq!(chain.sums().total, 0.0);
    }
}
