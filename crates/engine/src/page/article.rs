//! Decides whether a page is an article at all, or a list of them, a form, a shop.

use super::BlockRole;
use super::body::MAX_LINK_DENSITY;
use super::prose::{Prose, measure};
use crate::wire::BlockClues;

/// Letters in a row that only articles have; teasers have fewer between two linked titles.
const LEAST_RUN: f32 = 260.0;
/// Letters in a row where the page declares itself an article.
const LEAST_DECLARED_RUN: f32 = 140.0;

/// Letters in a row that are taken for an article even where the blocks look little like one.
const LEAST_DOUBTFUL_RUN: f32 = 1000.0;

/// How blocks of these roles were chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// From the usual probability on.
    Usual,
    /// From a low one, because the usual gave nothing.
    Doubtful,
}

/// Whether blocks of these roles make up an article; `declared` says whether the page says so.
pub fn is_article(texts: &[&str], blocks: &[BlockClues], roles: &[BlockRole], choice: Choice, declared: bool) -> bool {
    let least = match (choice, declared) {
        (_, true) => LEAST_DECLARED_RUN,
        (Choice::Usual, false) => LEAST_RUN,
        (Choice::Doubtful, false) => LEAST_DOUBTFUL_RUN,
    };
    longest_run(texts, blocks, roles) >= least
}

/// Letters of the longest run of sentences that no linked title interrupts: what tells a text from a list of teasers.
fn longest_run(texts: &[&str], blocks: &[BlockClues], roles: &[BlockRole]) -> f32 {
    let mut longest = 0.0_f32;
    let mut run = 0.0;
    for ((text, block), role) in texts.iter().zip(blocks).zip(roles) {
        let prose = measure(text);
        if is_linked_title(&prose, block.link_density) {
            run = 0.0;
        } else if role.in_body() && is_sentence(&prose) {
            run += prose.length;
            longest = longest.max(run);
        }
    }
    longest
}

fn is_linked_title(prose: &Prose, link_density: f32) -> bool {
    prose.length >= 15.0 && link_density > MAX_LINK_DENSITY
}

fn is_sentence(prose: &Prose) -> bool {
    prose.length >= 25.0 && prose.stops > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCES: &str =
        "Crossings had been suspended for six days. The operator expects a full timetable by the weekend.";

    #[track_caller]
    fn check(blocks: &[(&str, f32)], declared: bool, expected: bool) {
        let texts: Vec<&str> = blocks.iter().map(|block| block.0).collect();
        let clues = blocks.iter().map(|block| BlockClues { link_density: block.1, ..BlockClues::default() });
        let roles = vec![BlockRole::Body; blocks.len()];
        assert_eq!(is_article(&texts, &clues.collect::<Vec<_>>(), &roles, Choice::Usual, declared), expected);
    }

    #[test]
    fn teasers_make_no_article() {
        let (text, title, score) =
            ((SENTENCES, 0.0), ("Ferry link reopens after storm", 1.0), ("12 3 4.5 1 9 22 10 3 7", 0.0));
        check(&[text, text, text], false, true);
        check(&[text, title, text, title, text], false, false);
        check(&[text, text], false, false);
        check(&[text, text], true, true);
        check(&[score; 30], false, false);
    }
}
