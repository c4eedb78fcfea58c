//! Turns each block into numbers that tell whether it belongs to the article.

use super::hints::{self, TOPICS};
use super::places::Places;
use super::prose::{self, Prose};
use crate::wire::{AnnotateRequest, BlockClues};
use std::collections::{HashMap, HashSet};

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

/// What the page as a whole tells of its blocks.
struct Surroundings<'r> {
    blocks: &'r [BlockClues],
    places: Places<'r>,
    /// The first `article` element that holds a paragraph.
    first_article: Option<u32>,
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
        let mut mass: Vec<f32> = blocks
            .iter()
            .zip(prose)
            .map(|(block, prose)| if prose.is_paragraph(block.link_density) { prose.length.min(ENOUGH) } else { 0.0 })
            .collect();
        let title = title(request);
        let headline = headline(texts, request);
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
        let description = meta(request, &["og:description", "description", "twitter:description"]);
        let article_body = request.clues.json_ld.iter().find_map(|json| {
            let value: serde_json::Value = serde_json::from_str(json).ok()?;
            article_body(&value, 4).map(letters)
        });
        let first_article =
            (0..blocks.len()).filter(|&index| mass[index] > 0.0).find_map(|index| article(&blocks[index]));
        Self {
            blocks,
            places,
            first_article,
            headline,
            extent,
            article_body: article_body.unwrap_or_default(),
            description,
            title,
        }
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
        let (near, same, other) = self.headline.map_or((0.0, false, false), |headline| {
            let (block_article, own) = (article(block), article(&self.blocks[headline]));
            let shared = self.blocks[headline].place.iter().zip(&block.place).take_while(|(a, b)| a == b).count();
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
        to.flag(!self.article_body.is_empty() && self.article_body.contains(&own));
        to.flag(self.article_body.len() > 400 && long && !self.article_body.contains(&own));
        to.flag(
            long && !self.description.is_empty()
                && (self.description.contains(&own) || own.contains(&self.description)),
        );
        to.flag(own.len() > 10 && self.title.contains(&own));
    }
}

/// Block of the headline: the first large heading that the page's title repeats.
pub fn headline(texts: &[&str], request: &AnnotateRequest) -> Option<usize> {
    let title = title(request);
    let is_headline = |index: &usize| {
        let large = request.blocks[*index].path.split('>').any(|name| matches!(name, "h1" | "h2"));
        let own = if large { letters(texts[*index]) } else { String::new() };
        own.chars().count() > 5 && !title.is_empty() && (title.contains(&own) || own.contains(&title))
    };
    (0..texts.len()).find(is_headline)
}

/// Letters of the page's title.
fn title(request: &AnnotateRequest) -> String {
    let title = letters(&request.clues.title);
    if title.is_empty() { meta(request, &["og:title"]) } else { title }
}

/// Letters of the first of the page's metadata with one of these names.
fn meta(request: &AnnotateRequest, names: &[&str]) -> String {
    let found = request.clues.metas.iter().find(|meta| names.contains(&meta.name.as_str()));
    found.map(|meta| letters(&meta.value)).unwrap_or_default()
}

/// The `article` element that the page is about, where it has several or more around: the one with the headline, else the longest.
fn subject(blocks: &[BlockClues], mass: &[f32], headline: Option<usize>) -> Option<u32> {
    /// Letters that an article has at least; a teaser has fewer.
    const LEAST: f32 = 500.0;
    let mut held: HashMap<u32, f32> = HashMap::new();
    for (block, mass) in blocks.iter().zip(mass) {
        let names = block.path.split('>').zip(&block.place);
        for (_, number) in names.filter(|(name, _)| *name == "article") {
            *held.entry(*number).or_default() += mass;
        }
    }
    let around = |block: &BlockClues| {
        let articles = block.path.split('>').zip(block.place.clone()).filter(|(name, _)| *name == "article");
        articles.map(|(_, number)| number).filter(|number| held.get(number).is_some_and(|held| *held >= LEAST)).last()
    };
    if let Some(found) = headline.and_then(|headline| around(&blocks[headline])) {
        return Some(found);
    }
    let longest = held.iter().max_by(|a, b| a.1.total_cmp(b.1)).filter(|(_, held)| **held >= 2.0 * LEAST);
    longest.map(|(number, _)| *number)
}

/// Number of the innermost `article` element around a block.
fn article(block: &BlockClues) -> Option<u32> {
    let inside = block.path.rsplit('>').position(|name| name == "article")?;
    block.place.iter().rev().nth(inside).copied()
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
