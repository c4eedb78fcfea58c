//! Takes in the tables of an article: their rows are no prose, so that what tells paragraphs tells little of them.

use super::body::MAX_LINK_DENSITY;
use super::groups::Sums;
use crate::wire::BlockClues;

/// Elements that are parts of a line, or a line themselves: what holds them is what holds the text.
const LINES: &[&str] =
    &["span", "strong", "b", "em", "i", "a", "u", "font", "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"];

/// Marks in `likely`, which says for each block whether it is of the article, those of a table that follows text of the article in the
/// same element.
pub(super) fn take_in(likely: &mut [bool], blocks: &[BlockClues]) {
    let mut texts = Sums::default();
    for (likely, block) in likely.iter_mut().zip(blocks) {
        match table_holder(block) {
            Some(holder) => *likely |= block.link_density <= MAX_LINK_DENSITY && texts.sum(holder) > 0.0,
            None if *likely => texts.add(text_holder(block), 1.0, 1.0),
            None => {}
        }
    }
}

/// Number of the innermost element around the block that is none of [`LINES`].
fn text_holder(block: &BlockClues) -> u32 {
    number(block, block.path.rsplit('>').take_while(|name| LINES.contains(name)).count())
}

/// Number of the element that holds the table around the block.
fn table_holder(block: &BlockClues) -> Option<u32> {
    let inside = block.path.rsplit('>').position(|name| name == "table")?;
    Some(number(block, inside + 1))
}

/// Number of the element around the block that so many lie within, counted from one; nought is the page's own.
fn number(block: &BlockClues, inside: usize) -> u32 {
    block.place.len().checked_sub(inside + 1).map_or(0, |at| block.place[at].saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether each block is taken in, of those given as path, elements, link density and what was thought of it.
    fn taken(blocks: &[(&str, &[u32], f32, bool)]) -> Vec<bool> {
        let clues = blocks.iter().map(|(path, place, link_density, _)| BlockClues {
            path: (*path).into(),
            place: place.to_vec(),
            link_density: *link_density,
            ..BlockClues::default()
        });
        let mut likely: Vec<bool> = blocks.iter().map(|block| block.3).collect();
        take_in(&mut likely, &clues.collect::<Vec<_>>());
        likely
    }

    #[test]
    fn a_table_belongs_where_the_text_before_it_does() {
        let row: (&str, &[u32], f32, bool) = ("main>div>table>tr>td", &[1, 2, 4, 5, 6], 0.0, false);
        let text: (&str, &[u32], f32, bool) = ("main>div>p>span", &[1, 2, 3, 9], 0.0, true);
        assert_eq!(taken(&[text, row]), [true, true]);
        assert_eq!(taken(&[row, text]), [false, true]);
        // Beside other text, and of links.
        assert_eq!(taken(&[("main>div>p", &[1, 8, 3], 0.0, true), row]), [true, false]);
        assert_eq!(taken(&[text, (row.0, row.1, 0.9, false)]), [true, false]);
        // In a page without elements around.
        assert_eq!(taken(&[("p", &[1], 0.0, true), ("table>tr>td", &[2, 3, 4], 0.0, false)]), [true, true]);
    }
}
