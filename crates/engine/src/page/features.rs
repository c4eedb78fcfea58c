//! Turns each block into numbers that tell whether it belongs to the article.

use super::hints::{self, TOPICS};
use super::places::Places;
use super::prose::{self, Prose};
use crate::wire::{AnnotateRequest, BlockClues};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

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
const ALONE: usize = 36;
/// Measures of a block that its neighbours are told.
const TOLD: usize = 4;
/// Neighbours looked at on either side.
const REACH: usize = 2;
/// Numbers for a block.
pub const FEATURES: usize = ALONE + ELEMENTS.len() + 3 * TOPICS + 2 * REACH * TOLD;

/// The numbers of one block, most of them 0 to 1.
pub type Features = [f32; FEATURES];

/// What the page as a whole tells of its blocks.
struct Surroundings<'r> {
    places: Places<'r>,
    /// Block of the headline.
    headline: Option<usize>,
    /// First and last paragraph of the main element.
    extent: Option<(usize, usize)>,
    article_body: String,
    description: String,
    title: String,
}

/// The features of all blocks of a page; `texts` are their texts.
pub fn features(texts: &[&str], request: &AnnotateRequest) -> Vec<Features> {
    let blocks = &request.blocks;
    let prose: Vec<Prose> = texts.iter().map(|text| prose::measure(text)).collect();
    let around = Surroundings::of(texts, &prose, request);
    let mut topics_of = HashMap::new();
    let mut seen = HashSet::new();
    let mut all: Vec<Features> = Vec::with_capacity(blocks.len());
    for (index, block) in blocks.iter().enumerate() {
        let mut writer = Writer { features: [0.0; FEATURES], at: 0 };
        around.write(index, block, &prose[index], texts[index], !seen.insert(texts[index]), &mut writer);
        debug_assert_eq!(writer.at, ALONE);
        for element in ELEMENTS {
            writer.flag(block.path.split('>').any(|name| name == element));
        }
        let topics: Vec<u32> =
            block.hints.split('>').map(|hint| *topics_of.entry(hint).or_insert_with(|| hints::topics(hint))).collect();
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

struct Writer {
    features: Features,
    at: usize,
}

impl Writer {
    fn put(&mut self, value: f32) {
        self.features[self.at] = value;
        self.at += 1;
    }

    fn flag(&mut self, value: bool) {
        self.put(f32::from(u8::from(value)));
    }
}

impl<'r> Surroundings<'r> {
    fn of(texts: &[&str], prose: &[Prose], request: &'r AnnotateRequest) -> Self {
        /// Letters beyond which a paragraph tells no more of where the article is.
        const ENOUGH: f32 = 400.0;
        let blocks = &request.blocks;
        let mass: Vec<f32> = blocks
            .iter()
            .zip(prose)
            .map(|(block, prose)| if prose.is_paragraph(block.link_density) { prose.length.min(ENOUGH) } else { 0.0 })
            .collect();
        let places = Places::of(blocks, &mass);
        let meta = |names: &[&str]| {
            let found = request.clues.metas.iter().find(|meta| names.contains(&meta.name.as_str()));
            found.map(|meta| letters(&meta.value)).unwrap_or_default()
        };
        let title = letters(&request.clues.title);
        let title = if title.is_empty() { meta(&["og:title"]) } else { title };
        let is_headline = |(index, text): (usize, &&str)| {
            let own = letters(text);
            let big = blocks[index].path.split('>').any(|name| matches!(name, "h1" | "h2"));
            big && own.len() > 10 && (title.contains(&own) || own.contains(&title) && !title.is_empty())
        };
        let headline = (0..texts.len()).find(|&index| is_headline((index, &texts[index])));
        let inside = |index: &usize| mass[*index] > 0.0 && places.in_main(&blocks[*index]);
        let extent = (0..blocks.len()).find(inside).zip((0..blocks.len()).rev().find(inside));
        let description = meta(&["og:description", "description", "twitter:description"]);
        let article_body = request.clues.json_ld.iter().find_map(|json| {
            let value: serde_json::Value = serde_json::from_str(json).ok()?;
            article_body(&value, 4).map(letters)
        });
        Self { places, headline, extent, article_body: article_body.unwrap_or_default(), description, title }
    }

    fn write(&self, index: usize, block: &BlockClues, prose: &Prose, text: &str, repeated: bool, to: &mut Writer) {
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
        to.put(self.places.share_alike(block));
        to.put(self.places.share_of_path(block));
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
        let own = letters(text);
        let long = own.len() >= 20;
        to.flag(!self.article_body.is_empty() && self.article_body.contains(&own));
        to.flag(self.article_body.len() > 400 && long && !self.article_body.contains(&own));
        to.flag(
            long && !self.description.is_empty()
                && (self.description.contains(&own) || own.contains(&self.description)),
        );
        to.flag(own.len() > 10 && self.title.contains(&own));
    }
}

/// The `articleBody` of an object, an array or a graph of them.
fn article_body(value: &serde_json::Value, depth: usize) -> Option<&str> {
    if depth == 0 {
        return None;
    }
    match value {
        serde_json::Value::Object(fields) => fields
            .get("articleBody")
            .and_then(|body| body.as_str())
            .filter(|body| !body.is_empty())
            .or_else(|| fields.values().find_map(|value| article_body(value, depth - 1))),
        serde_json::Value::Array(values) => values.iter().find_map(|value| article_body(value, depth - 1)),
        _ => None,
    }
}

/// The letters and digits of a text in lower case, by which two forms of it are compared.
fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The texts of blocks that are `ranges` of `text`.
pub fn texts<'t>(text: &'t str, ranges: &[Range<usize>]) -> Vec<&'t str> {
    ranges.iter().map(|range| text.get(range.clone()).unwrap_or_default()).collect()
}
