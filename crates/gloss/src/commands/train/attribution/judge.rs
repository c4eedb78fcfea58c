//! What the judge learns from: proposed statements, and whether each is right.

use super::articles::{Article, Known};
use super::learner::Sequences;
use engine::attribution::training::{Found, Model, Passage, Scorer, candidates, of_statement};
use std::ops::Range;

/// Adds the statements that `model` proposes in `article`.
pub fn add(article: &Article, model: &Model, judged: &mut Sequences) {
    let mut features = Vec::new();
    let mut scorer = Scorer::new(model);
    for (passage, known) in article.passages.iter().zip(&article.known) {
        let all = candidates(passage, &mut scorer);
        for (index, found) in all.iter().enumerate() {
            features.clear();
            of_statement(passage, &all, index, &mut features);
            let right = known.iter().any(|known| is_right(passage, found, known));
            judged.unit(&features, u8::from(right));
            judged.end();
        }
    }
}

/// Whether the content is mostly the same and the sources share a word, or there is none in either.
fn is_right(passage: &Passage, found: &Found, known: &Known) -> bool {
    /// Of the words of both contents, so many must be the same.
    const MOSTLY: f64 = 0.5;
    let words =
        |range: &Range<usize>| -> usize { passage.units[range.clone()].iter().map(|unit| unit.tokens.len()).sum() };
    let shared = |one: &Range<usize>, other: &Range<usize>| {
        words(&(one.start.max(other.start)..one.end.min(other.end).max(one.start.max(other.start))))
    };
    let of_role = |role: usize| known.arguments.iter().filter(move |(found, _)| *found == role).map(|(_, range)| range);
    let same: usize =
        found.contents.iter().map(|ours| of_role(1).map(|theirs| shared(ours, theirs)).sum::<usize>()).sum();
    let total: usize = found.contents.iter().chain(of_role(1)).map(words).sum();
    let sources = match &found.source {
        Some(ours) => of_role(0).any(|theirs| shared(ours, theirs) > 0),
        None => of_role(0).next().is_none(),
    };
    sources && 2.0 * same as f64 >= MOSTLY * total as f64
}
