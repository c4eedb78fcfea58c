//! Collects what speaks for a candidate, as a sum and in words.

/// What speaks for a candidate, each reason with its weight.
#[derive(Default)]
pub(super) struct Reasons(Vec<(f32, String)>);

impl Reasons {
    /// Adds a reason, whose words are given in parts. One function that isn't copied to where it is called: the module must stay small.
    pub(super) fn say(&mut self, weight: f32, parts: &[&str]) {
        let at = self.0.iter().position(|known| known.0 < weight).unwrap_or(self.0.len());
        self.0.insert(at, (weight, parts.concat()));
    }

    /// The sum, and the words of what speaks for it, the weightiest first.
    pub(super) fn sum_up(self) -> (f32, Vec<String>) {
        let sum = self.0.iter().map(|(weight, _)| weight).sum();
        (sum, self.0.into_iter().filter(|(weight, _)| *weight > 0.0).map(|(_, words)| words).collect())
    }
}
