//! Sorts lists of anything through one instance of the standard sort.
//!
//! The compiler makes a sort of its own for every type that is sorted, of 4 to 6 KB each; the module must stay small, and no
//! list here is long enough for the difference in speed to show.

use std::cmp::Ordering;

/// Sorts `items` by `compare`; what compares equal stays in order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if items.len() < 2 {
        return;
    }
    let order = sorted_indexes(items.len(), &|one, other| compare(&items[one], &items[other]));
    for at in 0..order.len() {
        // What belongs here may have been swapped away already; then it is where that place's own item came from.
        let mut from = order[at];
        while from < at {
            from = order[from];
        }
        items.swap(at, from);
    }
}

/// Sorts `items` by what `key` makes of each; what has equal keys stays in order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

fn sorted_indexes(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indexes: Vec<usize> = (0..length).collect();
    indexes.sort_by(|&one, &other| compare(one, other));
    indexes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_stay_in_order() {
        let mut words = vec!["bb", "a", "aa", "c", ""];
        sort_by_key(&mut words, |word| word.len());
        assert_eq!(words, ["", "a", "c", "bb", "aa"]);
        sort_by(&mut words, |one, other| other.cmp(one));
        assert_eq!(words, ["c", "bb", "aa", "a", ""]);
    }
}
