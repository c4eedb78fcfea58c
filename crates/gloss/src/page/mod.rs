//! Reads an HTML file as the extension's page side would: into blocks of text and clues, for `gloss page` and benchmarks.
//!
//! No script runs and no external style sheet is loaded, so a page that shows its article only by those has none here.

mod blocks;
mod builder;
mod clues;
#[cfg(test)]
mod date_layouts;
mod display;
mod media;
mod stylesheet;

use engine::wire::{AnnotateRequest, BlockClues, PageClues};
use scraper::Html;

/// A block of text as the page side hands it over.
#[derive(Clone, Debug, PartialEq)]
pub struct HostBlock {
    /// Its text, white space collapsed.
    pub text: String,
    /// What the engine is told of it.
    pub clues: BlockClues,
}

/// A page as the page side hands it over.
#[derive(Clone, Debug, PartialEq)]
pub struct HostPage {
    /// Its visible text in reading order.
    pub blocks: Vec<HostBlock>,
    /// What it says about itself.
    pub clues: PageClues,
}

/// Reads the text of an HTML file; `url` is the address it would be opened from.
pub fn read(html: &str, url: &str) -> HostPage {
    let document = Html::parse_document(html);
    HostPage { blocks: blocks::collect(&document), clues: clues::collect(&document, url) }
}

impl HostPage {
    /// All blocks joined, as the engine takes them.
    pub fn text(&self) -> String {
        let texts: Vec<&str> = self.blocks.iter().map(|block| block.text.as_str()).collect();
        texts.join("\n")
    }

    /// The first request that the page side would make.
    pub fn request(&self) -> AnnotateRequest {
        let blocks = self.blocks.iter().map(|block| block.clues.clone()).collect();
        AnnotateRequest {
            clues: self.clues.clone(),
            blocks,
            context: None,
            asked: false,
            given_date: None,
            refusals: Vec::new(),
            statements: true,
            all_acts: false,
        }
    }
}

/// A text cut after at most `units` UTF-16 units, as JavaScript's `slice` cuts, but never within a character.
fn cut(text: &str, units: usize) -> &str {
    let mut length = 0;
    let end = text.char_indices().find(|(_, character)| {
        length += character.len_utf16();
        length > units
    });
    end.map_or(text, |(at, _)| &text[..at])
}
