//! Decides which blocks of a page belong to its article: two logistic regressions, the second of which knows what the first thinks of
//! a block's neighbours and of what stands in the same elements.

use super::features::{self, FEATURES, Features};
use super::weights;
use crate::wire::{AnnotateRequest, BlockClues};
use std::collections::HashMap;
use std::hash::Hash;

/// Measures that the second regression adds.
const CONTEXT: usize = 11;
/// Numbers for a block in the second regression.
pub const WITH_CONTEXT: usize = FEATURES + CONTEXT;

/// For each block, the probability that it belongs to the article; `texts` are the texts of the request's blocks.
pub fn score(texts: &[&str], request: &AnnotateRequest) -> Vec<f32> {
    let features = features::features(texts, request);
    let first: Vec<f32> = features.iter().map(|features| probability(features, &weights::FIRST)).collect();
    let second = with_context(&features, &first, &request.blocks);
    second.iter().map(|features| probability(features, &weights::SECOND)).collect()
}

/// The value of a logistic regression.
pub fn probability(features: &[f32], weights: &[f32]) -> f32 {
    let sum: f32 = features.iter().zip(weights).map(|(feature, weight)| feature * weight).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// The features of the second regression, from those of the first and its values.
pub fn with_context(features: &[Features], first: &[f32], blocks: &[BlockClues]) -> Vec<[f32; WITH_CONTEXT]> {
    let around = |outwards: usize| {
        means(
            blocks.iter().map(|block| block.place.len().checked_sub(outwards + 1).map(|at| block.place[at])),
            first,
            blocks,
        )
    };
    let [own, parent, grandparent] = [around(0), around(1), around(2)];
    let alike = means(blocks.iter().map(|block| (block.path.as_str(), block.hints.as_str())), first, blocks);
    let at = |index: Option<usize>| index.and_then(|index| first.get(index)).copied().unwrap_or(0.0);
    let strongest = |range: &[f32]| range.iter().copied().fold(0.0, f32::max);
    (0..blocks.len())
        .map(|index| {
            let mut all = [0.0; WITH_CONTEXT];
            all[..FEATURES].copy_from_slice(&features[index]);
            let (before, after) = (at(index.checked_sub(1)), at(Some(index + 1)));
            all[FEATURES..].copy_from_slice(&[
                first[index],
                before,
                after,
                before * after,
                at(index.checked_sub(2)),
                at(Some(index + 2)),
                own[index],
                parent[index],
                grandparent[index],
                alike[index],
                strongest(&first[index.saturating_sub(4)..index])
                    * strongest(&first[(index + 1).min(first.len())..(index + 5).min(first.len())]),
            ]);
            all
        })
        .collect()
}

/// For each block the mean of `values` in its group, the longer blocks counting more.
fn means<Group: Hash + Eq>(
    groups: impl Iterator<Item = Group> + Clone,
    values: &[f32],
    blocks: &[BlockClues],
) -> Vec<f32> {
    let mut sums: HashMap<Group, (f32, f32)> = HashMap::new();
    for ((group, value), block) in groups.clone().zip(values).zip(blocks) {
        let weight = (1.0 + block.length as f32).sqrt();
        let (sum, total) = sums.entry(group).or_default();
        *sum += value * weight;
        *total += weight;
    }
    groups.map(|group| sums.get(&group).map_or(0.0, |(sum, total)| sum / total)).collect()
}
