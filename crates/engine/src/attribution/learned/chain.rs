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
        // Column after column: from every label to one.
        let steps: Vec<f32> = (0..labels * labels).map(|at| self.step(at % labels, at / labels)).collect();
        let mut score: Vec<f32> = (0..labels).map(|label| self.first(label)).collect();
        let mut next = vec![0.0; labels];
        let mut back = vec![0u8; units * labels];
        for (row, back) in self.emissions.chunks_exact(labels).zip(back.chunks_exact_mut(labels)).skip(1) {
            let into = steps.chunks_exact(labels).zip(row).zip(next.iter_mut().zip(back));
            for ((steps, emission), (next, back)) in into {
                let mut best = (f32::MIN, 0);
                for (from, (score, step)) in (0..).zip(score.iter().zip(steps)) {
                    let through = score + step;
                    if through > best.0 {
                        best = (through, from);
                    }
                }
                *next = best.0 + emission;
                *back = best.1;
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
    // In likelihoods that add up to one at each unit rather than in logarithms: an exponential costs as much as the rest.
    pub fn sums(&self) -> Sums {
        let (units, labels) = (self.units(), self.labels);
        let steps: Vec<f32> = (0..labels * labels).map(|at| self.step(at / labels, at % labels).exp()).collect();
        let mut forward = vec![0.0; units * labels];
        let mut factors = vec![0.0; units * labels];
        let mut backward = vec![1.0; units * labels];
        let mut total = 0.0;
        let mut last: Vec<f32> = Vec::new();
        for (unit, row) in self.emissions.chunks_exact(labels).enumerate() {
            let at = unit * labels;
            let (forward, factors) = (&mut forward[at..at + labels], &mut factors[at..at + labels]);
            let most = row.iter().copied().fold(f32::MIN, f32::max);
            let mut sum = 0.0;
            for (to, ((score, forward), factor)) in
                row.iter().zip(forward.iter_mut()).zip(factors.iter_mut()).enumerate()
            {
                let into = match unit {
                    0 => f32::from(u8::from(may_follow(None, to))),
                    _ => last.iter().zip(steps[to..].iter().step_by(labels)).map(|(before, step)| before * step).sum(),
                };
                *factor = (score - most).exp();
                *forward = into * *factor;
                sum += *forward;
            }
            let sum = sum.max(f32::MIN_POSITIVE);
            forward.iter_mut().chain(&mut *factors).for_each(|value| *value /= sum);
            last.clear();
            last.extend_from_slice(forward);
            total += most + sum.ln();
        }
        for unit in (1..units).rev() {
            let (before, after) = backward.split_at_mut(unit * labels);
            let factors = &factors[unit * labels..];
            for (steps, backward) in steps.chunks_exact(labels).zip(&mut before[(unit - 1) * labels..]) {
                let onward =
                    steps.iter().zip(factors).zip(&*after).map(|((step, factor), after)| step * factor * after);
                *backward = onward.sum();
            }
        }
        Sums {
            #[cfg(any(test, feature = "compile"))]
            labels,
            forward,
            backward,
            factors,
            steps,
            total,
        }
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

    /// How likely it is that exactly the units `from..to` have role `role`, beginning and end included.
    pub fn span(&self, sums: &Sums, from: usize, to: usize, role: usize) -> f32 {
        let (begins, goes_on, labels) = (2 * role + 1, 2 * role + 2, self.labels);
        let mut likely = sums.forward[from * labels + begins];
        for unit in from + 1..to {
            let last = if unit == from + 1 { begins } else { goes_on };
            likely *= sums.steps[last * labels + goes_on] * sums.factors[unit * labels + goes_on];
        }
        let last = if to == from + 1 { begins } else { goes_on };
        if to < self.units() {
            let others = (0..labels).filter(|&label| label != goes_on).map(|label| {
                let at = to * labels + label;
                sums.steps[last * labels + label] * sums.factors[at] * sums.backward[at]
            });
            likely *= others.sum::<f32>();
        }
        likely.min(1.0)
    }
}

/// Sums over all sequences of a chain.
pub struct Sums {
    #[cfg(any(test, feature = "compile"))]
    labels: usize,
    /// `units × labels`: likelihood of the label by what comes before and at the unit.
    forward: Vec<f32>,
    /// `units × labels`: how much what comes after speaks for the label.
    backward: Vec<f32>,
    /// `units × labels`: how much the unit itself speaks for the label, so scaled that `forward` adds up to one.
    factors: Vec<f32>,
    /// `labels × labels`: how much one label speaks for the next.
    steps: Vec<f32>,
    /// Logarithm of the sum over everything.
    pub total: f32,
}

#[cfg(any(test, feature = "compile"))]
impl Sums {
    /// How likely it is that `unit` has `label`.
    pub fn marginal(&self, unit: usize, label: usize) -> f32 {
        let at = unit * self.labels + label;
        self.forward[at] * self.backward[at]
    }

    /// How likely it is that `unit`, not the first, has label `to` and the one before it `from`.
    pub fn pair(&self, unit: usize, from: usize, to: usize) -> f32 {
        let at = unit * self.labels;
        let before = self.forward[at - self.labels + from] * self.steps[from * self.labels + to];
        before * self.factors[at + to] * self.backward[at + to]
    }
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
            let total: f32 = (0..3).map(|label| sums.marginal(unit, label)).sum();
            assert!((total - 1.0).abs() < 1e-4, "{total}");
        }
        // The role's spans that contain the last unit are disjoint events.
        let covering: f32 = (0..3).map(|from| chain.span(&sums, from, 3, 0)).sum();
        let marginal = sums.marginal(2, 1) + sums.marginal(2, 2);
        assert!((covering - marginal).abs() < 1e-4, "{covering} {marginal}");
    }

    #[test]
    fn nothing_has_no_labels() {
        let chain = Chain { labels: 3, emissions: &[], transitions: &[0.0; 9] };
        assert!(chain.best().is_empty());
        assert_eq!(chain.sums().total, 0.0);
    }
}
