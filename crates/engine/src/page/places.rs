//! Where the paragraphs of a page stand: how much of them each element holds, and which element holds most.

use crate::wire::BlockClues;
use std::collections::HashMap;

/// Share of a page's paragraphs that its main element holds at least; the rest are teasers and comments.
const MAIN_SHARE: f32 = 0.6;

/// Paragraphs by element and by kind of place, in letters.
#[derive(Debug, Default)]
pub struct Places<'b> {
    total: f32,
    /// By number of the element.
    held: Vec<f32>,
    /// By path and hints: siblings and cousins made by the same template.
    alike: HashMap<(&'b str, &'b str), f32>,
    /// By path alone.
    paths: HashMap<&'b str, f32>,
    /// The way to the deepest element that still holds most.
    main: Vec<u32>,
}

impl<'b> Places<'b> {
    /// The places of blocks that hold `mass` letters of paragraphs each.
    pub fn of(blocks: &'b [BlockClues], mass: &[f32]) -> Self {
        let mut places = Self::default();
        for (block, &mass) in blocks.iter().zip(mass) {
            if mass == 0.0 {
                continue;
            }
            places.total += mass;
            for &number in &block.place {
                let number = number as usize;
                // Numbers count up from nought, so that a larger one than there are places is no page side's.
                if number >= places.held.len() && number < MOST_ELEMENTS {
                    places.held.resize(number + 1, 0.0);
                }
                if let Some(held) = places.held.get_mut(number) {
                    *held += mass;
                }
            }
            *places.alike.entry((&block.path, &block.hints)).or_default() += mass;
            *places.paths.entry(&block.path).or_default() += mass;
        }
        let deepest = blocks.iter().map(|block| {
            let inside = block.place.iter().take_while(|&&number| places.share_of(number) >= MAIN_SHARE);
            &block.place[..inside.count()]
        });
        places.main = deepest.max_by_key(|place| place.len()).unwrap_or_default().to_vec();
        places
    }

    fn share(&self, mass: f32) -> f32 {
        if self.total > 0.0 { mass / self.total } else { 0.0 }
    }

    /// Share of the page's paragraphs that stand in the element.
    pub fn share_of(&self, number: u32) -> f32 {
        self.share(self.held.get(number as usize).copied().unwrap_or(0.0))
    }

    /// Share of the page's paragraphs that stand in the block's element (0), in the one around it (1), and so on.
    pub fn share_around(&self, block: &BlockClues, outwards: usize) -> f32 {
        match block.place.len().checked_sub(outwards + 1) {
            Some(at) => self.share_of(block.place[at]),
            None => 1.0,
        }
    }

    /// Share of the page's paragraphs with the same path and the same hints.
    pub fn share_alike(&self, block: &BlockClues) -> f32 {
        self.share(self.alike.get(&(block.path.as_str(), block.hints.as_str())).copied().unwrap_or(0.0))
    }

    /// Share of the page's paragraphs with the same path.
    pub fn share_of_path(&self, block: &BlockClues) -> f32 {
        self.share(self.paths.get(block.path.as_str()).copied().unwrap_or(0.0))
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
        let along = self.main.iter().zip(&block.place).take_while(|(main, own)| main == own).count();
        along as f32 / self.main.len() as f32
    }
}

/// More elements than any page has that holds text.
const MOST_ELEMENTS: usize = 1 << 20;
