//! Turns each block into numbers that tell whether it belongs to the article.

use super::declared::Declared;
use super::groups::Numbers;
use super::hints::{self, TOPICS};
use super::prose::{self, Prose};
use super::surroundings::Surroundings;
use crate::wire::{AnnotateRequest, BlockClues};

/// Elements whose presence on a block's path is a feature.
const ELEMENTS: [&str; 24] = [
    "nav",
    "footer",
    "aside",
    "form",
    "button",
    "header",
    "dialog",
    "figure",
    "figcaption",
    "blockquote",
    "li",
    "table",
    "article",
    "main",
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "a",
    "label",
    "time",
    "section",
    "dl",
];
/// Innermost hints that count as the block's own.
const OWN_HINTS: usize = 2;
/// Measures of a block alone.
const ALONE: usize = 41;
/// Measures of a block that its neighbours are told.
const TOLD: usize = 4;
/// Neighbours looked at on either side.
const REACH: usize = 2;
/// Numbers for a block.
pub const FEATURES: usize = ALONE + ELEMENTS.len() + 3 * TOPICS + 2 * REACH * TOLD;

/// The numbers of one block, most of them 0 to 1.
pub type Features = [f32; FEATURES];

/// The features of all blocks of the page that `request` is about; `texts` are their texts.
pub fn of_page(texts: &[&str], request: &AnnotateRequest) -> Vec<Features> {
    features(texts, &request.blocks, &Declared::of(request))
}

/// The features of all blocks of a page; `texts` are their texts.
pub(super) fn features(texts: &[&str], blocks: &[BlockClues], declared: &Declared) -> Vec<Features> {
    let prose: Vec<Prose> = texts.iter().map(|text| prose::measure(text)).collect();
    let around = Surroundings::of(texts, &prose, blocks, declared);
    let (mut seen, mut hints_seen) = (Numbers::default(), Numbers::default());
    // By number of the hint.
    let mut topics_of: Vec<u32> = Vec::new();
    let mut all: Vec<Features> = Vec::with_capacity(blocks.len());
    for (index, block) in blocks.iter().enumerate() {
        let mut writer = Writer { features: [0.0; FEATURES], at: 0 };
        around.write(index, block, &prose[index], texts[index], !seen.of(texts[index], "").1, &mut writer);
        debug_assert_eq!(writer.at, ALONE);
        for element in ELEMENTS {
            writer.flag(names(&block.path, element));
        }
        let mut topics: Vec<u32> = Vec::new();
        for hint in block.hints.split('>') {
            let (number, new) = hints_seen.of(hint, "");
            if new {
                topics_of.push(hints::topics(hint));
            }
            topics.push(topics_of[number as usize]);
        }
        let (outer, own) = topics.split_at(topics.len().saturating_sub(OWN_HINTS));
        let last = own.last().copied().unwrap_or(0);
        for bits in [last, own.iter().fold(0, |all, bits| all | bits), outer.iter().fold(0, |all, bits| all | bits)] {
            for topic in 0..TOPICS {
                writer.flag(bits & 1 << topic != 0);
            }
        }
        all.push(writer.features);
    }
    tell_neighbours(blocks, &prose, &mut all);
    all
}

/// Whether an element of that name is on the path.
fn names(path: &str, element: &str) -> bool {
    path.split('>').any(|name| name == element)
}

fn tell_neighbours(blocks: &[BlockClues], prose: &[Prose], all: &mut [Features]) {
    let told: Vec<[f32; TOLD]> = blocks
        .iter()
        .zip(prose)
        .map(|(block, prose)| {
            let paragraph = f32::from(u8::from(prose.is_paragraph(block.link_density)));
            [1.0, paragraph, block.link_density, (prose.length / 200.0).min(1.0)]
        })
        .collect();
    let first = FEATURES - 2 * REACH * TOLD;
    for (index, features) in all.iter_mut().enumerate() {
        let mut at = first;
        for step in 1..=REACH {
            for neighbour in [index.checked_sub(step), Some(index + step)] {
                if let Some(told) = neighbour.and_then(|neighbour| told.get(neighbour)) {
                    features[at..at + TOLD].copy_from_slice(told);
                }
                at += TOLD;
            }
        }
    }
}

/// Puts the numbers of a block down one after another.
pub(super) struct Writer {
    features: Features,
    at: usize,
}

impl Writer {
    #[inline(never)] // a hundred calls in a row, where small code is what counts
    pub(super) fn put(&mut self, value: f32) {
        self.features[self.at] = value;
        self.at += 1;
    }

    #[inline(never)]
    pub(super) fn flag(&mut self, value: bool) {
        self.put(f32::from(u8::from(value)));
    }
}
