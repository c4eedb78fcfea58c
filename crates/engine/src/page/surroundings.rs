//! What a page as a whole tells of each of its blocks: where it stands among the paragraphs, to the headline, to what is declared.

use super::declared::{Declared, letters};
use super::features::Writer;
use super::groups::{self, Sums};
use super::places::Places;
use super::prose::Prose;
use crate::wire::BlockClues;

/// What the page as a whole tells of its blocks.
pub(super) struct Surroundings<'r> {
    blocks: &'r [BlockClues],
    places: Places,
    /// The first `article` element that holds a paragraph.
    first_article: Option<u32>,
    /// Block of the headline.
    headline: Option<usize>,
    /// First and last paragraph of the main element.
    extent: Option<(usize, usize)>,
    declared: &'r Declared,
}

impl<'r> Surroundings<'r> {
    /// What the page of these blocks tells.
    pub fn of(texts: &[&str], prose: &[Prose], blocks: &'r [BlockClues], declared: &'r Declared) -> Self {
        /// Letters beyond which a paragraph tells no more of where the article is.
        const ENOUGH: f32 = 400.0;
        let mut mass: Vec<f32> = blocks
            .iter()
            .zip(prose)
            .map(|(block, prose)| if prose.is_paragraph(block.link_density) { prose.length.min(ENOUGH) } else { 0.0 })
            .collect();
        let headline = headline(texts, blocks, &declared.title);
        if let Some(subject) = subject(blocks, &mass, headline) {
            for (block, mass) in blocks.iter().zip(&mut mass) {
                if !block.place.contains(&subject) {
                    *mass = 0.0;
                }
            }
        }
        let places = Places::of(blocks, &mass);
        let inside = |index: &usize| mass[*index] > 0.0 && places.in_main(&blocks[*index]);
        let extent = (0..blocks.len()).find(inside).zip((0..blocks.len()).rev().find(inside));
        let first_article =
            (0..blocks.len()).filter(|&index| mass[index] > 0.0).find_map(|index| article(&blocks[index]));
        Self { blocks, places, first_article, headline, extent, declared }
    }

    /// Puts down what the page tells of the block at `index`; `repeated` says whether its text has come before.
    pub fn write(&self, index: usize, block: &BlockClues, prose: &Prose, text: &str, repeated: bool, to: &mut Writer) {
        to.put(1.0);
        to.put((prose.length / 100.0).min(1.0));
        to.put((prose.length / 400.0).min(1.0));
        to.put((1.0 + prose.length).ln() / 8.0);
        to.flag(prose.length < 25.0);
        to.put(block.link_density);
        to.flag(block.link_density > 0.9);
        to.flag(block.link_density == 0.0);
        to.put((prose.stops as f32 / 3.0).min(1.0));
        to.put((prose.commas as f32 / 3.0).min(1.0));
        to.flag(prose.ends);
        to.put(prose.digits);
        to.put(prose.capitals);
        to.flag(prose.quotes);
        to.flag(prose.signs);
        to.flag(prose.is_paragraph(block.link_density));
        to.flag(repeated);
        for outwards in 0..4 {
            to.put(self.places.share_around(block, outwards));
        }
        to.put(self.places.share_alike(index));
        to.put(self.places.share_of_path(index));
        to.flag(self.places.in_main(block));
        to.put(self.places.along_main(block));
        to.put((self.places.below_main(block) as f32 / 6.0).min(1.0));
        let (before, after) = match self.extent {
            Some((first, last)) => (index < first, index > last),
            None => (false, false),
        };
        to.flag(before);
        to.flag(after);
        to.flag(!before && !after && self.places.in_main(block));
        to.flag(self.headline.is_some_and(|headline| index < headline));
        to.flag(self.headline.is_some_and(|headline| index > headline));
        to.flag(self.headline == Some(index));
        let (near, same, other) = self.headline.map_or((0.0, false, false), |headline| {
            let (block_article, own) = (article(block), article(&self.blocks[headline]));
            let shared = groups::shared(&self.blocks[headline].place, &block.place);
            let near = shared as f32 / self.blocks[headline].place.len().max(1) as f32;
            (near, own.is_some() && own == block_article, block_article.is_some() && own != block_article)
        });
        to.put(near);
        to.flag(same);
        to.flag(other);
        to.flag(article(block).is_some_and(|number| self.first_article.is_some_and(|first| first != number)));
        to.put(article(block).map_or(0.0, |number| self.places.share_of(number)));
        let own = letters(text);
        let long = own.len() >= 20;
        to.flag(!self.declared.body.is_empty() && self.declared.body.contains(&own));
        to.flag(self.declared.body.len() > 400 && long && !self.declared.body.contains(&own));
        to.flag(
            long && !self.declared.description.is_empty()
                && (self.declared.description.contains(&own) || own.contains(&self.declared.description)),
        );
        to.flag(own.len() > 10 && self.declared.title.contains(&own));
    }
}

/// Block of the headline: the first large heading that the page's title repeats.
pub(super) fn headline(texts: &[&str], blocks: &[BlockClues], title: &str) -> Option<usize> {
    let is_headline = |index: &usize| {
        let large = blocks[*index].path.split('>').any(|name| matches!(name, "h1" | "h2"));
        let own = if large { letters(texts[*index]) } else { String::new() };
        own.chars().count() > 5 && !title.is_empty() && (title.contains(&own) || own.contains(title))
    };
    (0..texts.len()).find(is_headline)
}

/// The `article` element that the page is about, where it has several or more around: the one with the headline, else the longest.
fn subject(blocks: &[BlockClues], mass: &[f32], headline: Option<usize>) -> Option<u32> {
    /// Letters that an article has at least; a teaser has fewer.
    const LEAST: f32 = 500.0;
    let articles = |block: &BlockClues| -> Vec<u32> {
        let named = block.path.split('>').zip(&block.place).filter(|(name, _)| *name == "article");
        named.map(|(_, number)| *number).collect()
    };
    let mut held = Sums::default();
    for (block, mass) in blocks.iter().zip(mass) {
        for number in articles(block) {
            held.add(number, *mass, 1.0);
        }
    }
    let around = headline.map(|headline| articles(&blocks[headline])).unwrap_or_default();
    let with_headline = around.into_iter().rfind(|number| held.sum(*number) >= LEAST);
    with_headline.or_else(|| held.largest().filter(|number| held.sum(*number) >= 2.0 * LEAST))
}

/// Number of the innermost `article` element around a block.
fn article(block: &BlockClues) -> Option<u32> {
    let inside = block.path.rsplit('>').position(|name| name == "article")?;
    block.place.iter().rev().nth(inside).copied()
}
