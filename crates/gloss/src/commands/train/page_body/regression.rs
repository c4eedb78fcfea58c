//! Logistic regression by Newton's method, with weighted examples and a ridge penalty.

/// An example: its features, whether it is positive, how much it counts.
pub struct Example<'f> {
    /// Its features; the first is the constant one.
    pub features: &'f [f32],
    /// Whether it is positive.
    pub positive: bool,
    /// How much it counts.
    pub weight: f64,
}

/// Steps of Newton's method; it converges in six to ten on such data.
const STEPS: usize = 12;

/// The weights that fit `examples` best with a penalty of `ridge` times half their squared sum.
pub fn fit(examples: &[Example<'_>], ridge: f64) -> Vec<f32> {
    let count = examples.first().map_or(0, |example| example.features.len());
    let mut weights = vec![0.0_f64; count];
    for _ in 0..STEPS {
        let mut gradient: Vec<f64> = weights.iter().map(|weight| -ridge * weight).collect();
        let mut hessian = vec![0.0; count * count];
        for at in 0..count {
            hessian[at * count + at] = ridge;
        }
        for example in examples {
            let used: Vec<(usize, f64)> = example
                .features
                .iter()
                .enumerate()
                .filter(|(_, value)| **value != 0.0)
                .map(|(at, value)| (at, f64::from(*value)))
                .collect();
            let sum: f64 = used.iter().map(|(at, value)| weights[*at] * value).sum();
            let probability = 1.0 / (1.0 + (-sum).exp());
            let miss = example.weight * (f64::from(u8::from(example.positive)) - probability);
            let spread = example.weight * (probability * (1.0 - probability)).max(1e-6);
            for (order, &(row, value)) in used.iter().enumerate() {
                gradient[row] += miss * value;
                for &(column, other) in &used[..=order] {
                    hessian[row * count + column] += spread * value * other;
                }
            }
        }
        for (weight, step) in weights.iter_mut().zip(solve(hessian, gradient)) {
            *weight += step;
        }
    }
    weights.into_iter().map(|weight| weight as f32).collect()
}

/// Solves a symmetric positive definite system, given by its lower triangle, by Cholesky's decomposition.
fn solve(mut matrix: Vec<f64>, mut right: Vec<f64>) -> Vec<f64> {
    let count = right.len();
    for column in 0..count {
        for row in column..count {
            let known: f64 = (0..column).map(|at| matrix[row * count + at] * matrix[column * count + at]).sum();
            let rest = matrix[row * count + column] - known;
            matrix[row * count + column] =
                if row == column { rest.max(1e-12).sqrt() } else { rest / matrix[column * count + column] };
        }
    }
    for row in 0..count {
        let known: f64 = (0..row).map(|at| matrix[row * count + at] * right[at]).sum();
        right[row] = (right[row] - known) / matrix[row * count + row];
    }
    for row in (0..count).rev() {
        let known: f64 = (row + 1..count).map(|at| matrix[at * count + row] * right[at]).sum();
        right[row] = (right[row] - known) / matrix[row * count + row];
    }
    right
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_odds_of_a_feature_are_learnt() {
        // Three of four with the feature are positive, one of two without: log odds ln 3 and 0.
        let with = [1.0, 1.0];
        let without = [1.0, 0.0];
        let example = |features, positive| Example { features, positive, weight: 1.0 };
        let mut examples: Vec<_> = [true, true, true, false].map(|positive| example(&with[..], positive)).into();
        examples.extend([true, false].map(|positive| example(&without[..], positive)));
        let weights = fit(&examples, 1e-9);
        assert!(weights[0].abs() < 1e-3 && (weights[1] - 3_f32.ln()).abs() < 1e-3, "{weights:?}");
    }
}
