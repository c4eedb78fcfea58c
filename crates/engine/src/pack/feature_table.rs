//! The table from a feature's key to what it says of each label: a feature stands in one of two places, so that asking for
//! one takes no branch, which the processor could only guess; most of annotating statements is asking.

use std::ops::{Add, AddAssign};

/// Steps of up to four labels in the 16-bit lanes of one number: adding two adds all of them. Lanes overflow past 258 features.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum(i64);

/// Bits of a lane.
const LANE: u32 = 16;

impl Sum {
    /// Of those steps, at most four.
    pub fn of(steps: impl DoubleEndedIterator<Item = i8>) -> Self {
        Self(steps.rev().fold(0, |sum, step| (sum << LANE).wrapping_add(i64::from(step))))
    }

    /// The steps of each label.
    pub fn steps(self) -> [i16; 4] {
        let mut rest = self.0;
        std::array::from_fn(|_| {
            let step = rest as i16;
            // A negative step has borrowed from the lane above.
            rest = rest.wrapping_sub(i64::from(step)) >> LANE;
            step
        })
    }
}

impl Add for Sum {
    type Output = Self;

    #[inline]
    fn add(self, other: Self) -> Self {
        Self(self.0.wrapping_add(other.0))
    }
}

impl AddAssign for Sum {
    #[inline]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

/// Stands at free places; keys are smaller.
const NOBODY: u32 = u32::MAX;

/// Cuckoo hashing: each key stands in one of the two places that `places` names. In which, hangs on the order in which keys came.
#[derive(Clone, Debug, PartialEq)]
pub struct FeatureTable {
    /// Bits of a place's number.
    bits: u32,
    /// `2^bits` keys, `NOBODY` where a place is free.
    keys: Vec<u32>,
    /// What the key at each place says; one more at the end, nothing, stands for absent features.
    sums: Vec<Sum>,
}

impl FeatureTable {
    /// A table of those keys, below `u32::MAX`, and what each says; of equal ones the first counts. `None` for keys that were chosen
    /// to fall together.
    pub fn new(entries: &[(u32, Sum)]) -> Option<Self> {
        /// A table less than half full nearly always works out, and each further one is twice as large.
        const TRIES: u32 = 3;
        let bits = (2 * entries.len()).max(2).next_power_of_two().ilog2();
        (bits..bits + TRIES).find_map(|bits| Self::of_bits(bits, entries))
    }

    fn of_bits(bits: u32, entries: &[(u32, Sum)]) -> Option<Self> {
        /// Entries that may have to make room for each other.
        const LONGEST: usize = 500;
        let mut table = Self { bits, keys: vec![NOBODY; 1 << bits], sums: vec![Sum::default(); (1 << bits) + 1] };
        for &(mut key, mut sum) in entries {
            let [mut place, other] = table.places(key);
            if table.keys[place] == key || table.keys[other] == key {
                continue;
            }
            for _ in 0..LONGEST {
                std::mem::swap(&mut table.keys[place], &mut key);
                std::mem::swap(&mut table.sums[place], &mut sum);
                if key == NOBODY {
                    break;
                }
                let [first, second] = table.places(key);
                place ^= first ^ second;
            }
            if key != NOBODY {
                return None;
            }
        }
        Some(table)
    }

    /// What `key` says; nothing if it isn't there.
    #[inline]
    pub fn get(&self, key: u32) -> Sum {
        let [first, second] = self.places(key);
        let mut place = self.keys.len();
        if self.keys[second] == key {
            place = second;
        }
        if self.keys[first] == key {
            place = first;
        }
        self.sums[place]
    }

    #[inline]
    fn places(&self, key: u32) -> [usize; 2] {
        [0x9E37_79B1, 0x85EB_CA6B].map(|factor| (key.wrapping_mul(factor) >> (32 - self.bits)) as usize)
    }

    /// All keys with what they say, in order.
    #[cfg(feature = "compile")]
    pub fn entries(&self) -> Vec<(u32, Sum)> {
        let mut entries: Vec<_> = self.keys.iter().copied().zip(self.sums.iter().copied()).collect();
        entries.retain(|(key, _)| *key != NOBODY);
        entries.sort_by_key(|(key, _)| *key);
        entries
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lanes_add_up_apart() {
        let sum = Sum::of([-1, 127, -127, 3].into_iter()) + Sum::of([1, -127, -127].into_iter());
        assert_eq!(sum.steps(), [0, 0, -254, 3]);
    }

    #[test]
    fn keys_that_all_fall_together_are_refused() {
        // Three that share both of their places, in the smallest table for three and in those twice and four times as large.
        let largest = FeatureTable { bits: 5, keys: Vec::new(), sums: Vec::new() };
        let keys = (0..1 << 16).filter(|&key| largest.places(key) == largest.places(0)).take(3);
        let entries: Vec<(u32, Sum)> = keys.map(|key| (key, Sum::default())).collect();
        assert_eq!(entries.len(), 3);
        let table = FeatureTable::new(&entries);
        assert_eq!(table, None);
    }

    proptest! {
        #[test]
        fn what_was_put_in_comes_out(entries in prop::collection::btree_map(0u32..u32::MAX, any::<[i8; 4]>(), 0..300), other: u32) {
            let listed: Vec<(u32, Sum)> = entries.iter().map(|(key, steps)| (*key, Sum::of(steps.iter().copied()))).collect();
            let table = FeatureTable::new(&listed).unwrap();
            for (key, steps) in &entries {
                prop_assert_eq!(table.get(*key).steps(), steps.map(i16::from));
            }
            if !entries.contains_key(&other) {
                prop_assert_eq!(table.get(other), Sum::default());
            }
        }
    }
}
