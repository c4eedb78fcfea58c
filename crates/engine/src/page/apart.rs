//! Leaves out what an element that is said to stand apart holds, such as a sidebar: text there reads as an article's does.

use super::groups::Sums;
use crate::wire::BlockClues;

/// Elements for what isn't the article. Some pages put all of theirs into one.
const APART: [&str; 5] = ["aside", "nav", "footer", "form", "dialog"];
/// Share of the text taken for the article that such an element holds at least if the article stands in it.
const MOST: f32 = 0.5;

/// Clears in `likely`, which says for each block whether it is of the article, those in an element apart, unless that holds most.
pub(super) fn leave_out(likely: &mut [bool], blocks: &[BlockClues]) {
    let (mut held, mut total) = (Sums::default(), 0.0);
    for (_, block) in likely.iter().zip(blocks).filter(|(likely, _)| **likely) {
        total += block.length as f32;
        for &number in &block.place {
            held.add(number, block.length as f32, 1.0);
        }
    }
    for (likely, block) in likely.iter_mut().zip(blocks) {
        let mut around = block.path.split('>').zip(&block.place);
        *likely &= !around.any(|(name, &number)| APART.contains(&name) && held.sum(number) < MOST * total);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether each block is still taken, of those given as path, elements and length, all of them taken before.
    fn left(blocks: &[(&str, &[u32], u32)]) -> Vec<bool> {
        let clues = blocks.iter().map(|(path, place, length)| BlockClues {
            path: (*path).into(),
            place: place.to_vec(),
            length: *length,
            ..BlockClues::default()
        });
        let mut likely = vec![true; blocks.len()];
        leave_out(&mut likely, &clues.collect::<Vec<_>>());
        likely
    }

    #[test]
    fn a_sidebar_is_left_out_unless_it_holds_the_article() {
        let text: (&str, &[u32], u32) = ("div>p", &[1, 2], 300);
        let beside: (&str, &[u32], u32) = ("div>aside>p", &[1, 3, 4], 200);
        assert_eq!(left(&[text, beside]), [true, false]);
        assert_eq!(left(&[beside, beside, text]), [true, true, true]);
        assert_eq!(left(&[beside]), [true]);
        // Two of them, and a page that stands in a form.
        assert_eq!(left(&[text, beside, ("div>aside>p", &[1, 5, 6], 200)]), [true, false, false]);
        assert_eq!(left(&[("form>p", &[7, 8], 300), ("form>footer>p", &[7, 9, 10], 100)]), [true, false]);
    }
}
