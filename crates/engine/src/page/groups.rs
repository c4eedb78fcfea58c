//! Gives blocks that are alike a common number, and answers sums and means by such numbers.

use std::collections::HashMap;

/// More elements than any page has that holds text; a larger number is no page side's.
const MOST_ELEMENTS: u32 = 1 << 20;

/// Numbers for pairs of texts, counted up from nought. One table for all uses, because each kind of table is code of its own.
#[derive(Debug, Default)]
pub struct Numbers<'t> {
    known: HashMap<(&'t str, &'t str), u32>,
}

impl<'t> Numbers<'t> {
    /// The number of a pair, and whether it is new.
    pub fn of(&mut self, first: &'t str, second: &'t str) -> (u32, bool) {
        let next = self.known.len() as u32;
        let number = *self.known.entry((first, second)).or_insert(next);
        (number, number == next)
    }
}

/// How many of the outermost elements two ways have in common.
pub fn shared(one: &[u32], other: &[u32]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}

/// Sums of values by number, with the sums of their weights.
#[derive(Debug, Default)]
pub struct Sums {
    by_number: Vec<(f32, f32)>,
}

impl Sums {
    /// Adds a value of that weight.
    pub fn add(&mut self, number: u32, value: f32, weight: f32) {
        let at = number as usize;
        if at >= self.by_number.len() && number < MOST_ELEMENTS {
            self.by_number.resize(at + 1, (0.0, 0.0));
        }
        if let Some((sum, total)) = self.by_number.get_mut(at) {
            *sum += value * weight;
            *total += weight;
        }
    }

    /// The sum of the values of a number.
    pub fn sum(&self, number: u32) -> f32 {
        self.by_number.get(number as usize).map_or(0.0, |(sum, _)| *sum)
    }

    /// The mean of the values of a number, by their weights.
    pub fn mean(&self, number: u32) -> f32 {
        self.by_number.get(number as usize).filter(|(_, total)| *total > 0.0).map_or(0.0, |(sum, total)| sum / total)
    }

    /// The number of the largest sum.
    pub fn largest(&self) -> Option<u32> {
        let mut largest = None;
        for number in 0..self.by_number.len() as u32 {
            if largest.is_none_or(|largest| self.sum(number) > self.sum(largest)) {
                largest = Some(number);
            }
        }
        largest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_up_and_sums_follow_them() {
        let mut numbers = Numbers::default();
        assert_eq!(
            (numbers.of("a", "b"), numbers.of("a", ""), numbers.of("a", "b")),
            ((0, true), (1, true), (0, false))
        );
        let mut sums = Sums::default();
        for (number, value, weight) in [(1, 0.5, 2.0), (1, 1.0, 2.0), (u32::MAX, 1.0, 1.0)] {
            sums.add(number, value, weight);
        }
        assert_eq!(
            (sums.sum(1), sums.mean(1), sums.mean(0), sums.sum(9), sums.largest()),
            (3.0, 0.75, 0.0, 0.0, Some(1))
        );
    }
}
