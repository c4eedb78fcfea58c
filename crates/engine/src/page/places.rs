//! Where the paragraphs of a page stand: how much of them each element holds, and which element holds most.

use super::groups::{Numbers, Sums, shared};
use crate::wire::BlockClues;

/// Share of a page's paragraphs that its main element holds at least; the rest are teasers and comments.
const MAIN_SHARE: f32 = 0.6;

/// Paragraphs by element and by kind of place, in letters.
#[derive(Debug, Default)]
pub struct Places {
    total: f32,
    /// By number of the element.
    held: Sums,
    /// By path and hints: siblings and cousins made by the same template.
    alike: Sums,
    /// By path alone.
    paths: Sums,
    /// For each block the number of its path with its hints, and of its path.
    kinds: Vec<(u32, u32)>,
    /// The way to the deepest element that still holds most.
    main: Vec<u32>,
}

impl Places {
    /// The places of blocks that hold `mass` letters of paragraphs each.
    pub fn of(blocks: &[BlockClues], mass: &[f32]) -> Self {
        let mut places = Self::default();
        let (mut alike, mut paths) = (Numbers::default(), Numbers::default());
        for (block, &mass) in blocks.iter().zip(mass) {
            let kind = (alike.of(&block.path, &block.hints).0, paths.of(&block.path, "").0);
            places.kinds.push(kind);
            places.total += mass;
            for &number in &block.place {
                places.held.add(number, mass, 1.0);
            }
            places.alike.add(kind.0, mass, 1.0);
            places.paths.add(kind.1, mass, 1.0);
        }
        for block in blocks {
            let inside = block.place.iter().take_while(|&&number| places.share_of(number) >= MAIN_SHARE).count();
            if inside >= places.main.len() {
                places.main = block.place[..inside].to_vec();
            }
        }
        places
    }

    fn share(&self, mass: f32) -> f32 {
        if self.total > 0.0 { mass / self.total } else { 0.0 }
    }

    /// Share of the page's paragraphs that stand in the element.
    pub fn share_of(&self, number: u32) -> f32 {
        self.share(self.held.sum(number))
    }

    /// Share of the page's paragraphs that stand in the block's element (0), in the one around it (1), and so on.
    pub fn share_around(&self, block: &BlockClues, outwards: usize) -> f32 {
        match block.place.len().checked_sub(outwards + 1) {
            Some(at) => self.share_of(block.place[at]),
            None => 1.0,
        }
    }

    /// Share of the page's paragraphs with the path and the hints of the block at `index`.
    pub fn share_alike(&self, index: usize) -> f32 {
        self.share(self.alike.sum(self.kinds[index].0))
    }

    /// Share of the page's paragraphs with its path.
    pub fn share_of_path(&self, index: usize) -> f32 {
        self.share(self.paths.sum(self.kinds[index].1))
    }

    /// Whether the block stands in the main element.
    pub fn in_main(&self, block: &BlockClues) -> bool {
        block.place.starts_with(&self.main)
    }

    /// Elements between the main element and the block.
    pub fn below_main(&self, block: &BlockClues) -> usize {
        block.place.len().saturating_sub(self.main.len())
    }

    /// Share of the way to the main element that the block's way goes along.
    pub fn along_main(&self, block: &BlockClues) -> f32 {
        if self.main.is_empty() {
            return 1.0;
        }
        let along = shared(&self.main, &block.place);
        along as f32 / self.main.len() as f32
    }
}
