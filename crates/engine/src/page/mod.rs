//! Understands a page: its date, its language, and which of its blocks belong to the article.

pub mod body;
mod dates;
pub mod features;
mod hints;
mod places;
mod prose;
mod weights;

use crate::engine::Engine;
use crate::language;
use crate::wire::{AnnotateRequest, BlockClues, Page};
use std::ops::Range;

pub use dates::{PageDates, Place};

/// What a block is to its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockRole {
    /// A headline or heading of the article.
    Heading,
    /// A paragraph, caption, quote or cell of the article.
    Body,
    /// Navigation, related links, comments, boxes.
    Other,
}

impl BlockRole {
    /// Whether it opens a section.
    pub fn is_heading(self) -> bool {
        self == Self::Heading
    }

    /// Whether names and statements are sought in it.
    pub fn in_article(self) -> bool {
        self != Self::Other
    }
}

/// A page as its clues and blocks tell it.
#[derive(Clone, Debug, PartialEq)]
pub struct UnderstoodPage {
    /// The role of each block, in order.
    pub roles: Vec<BlockRole>,
    /// Whether the page is an article at all.
    pub article: bool,
    /// When it was published and changed.
    pub dates: PageDates,
    /// Primary language subtag.
    pub language: String,
}

/// Understands the page that `request` is about; `ranges` are its blocks in `text`.
pub fn understand(text: &str, ranges: &[Range<usize>], request: &AnnotateRequest) -> UnderstoodPage {
    /// A block with more of its text in links is a list of links.
    const MAX_LINK_DENSITY: f32 = 0.6;
    /// UTF-16 units below which the gate in the page doesn't count a paragraph, either.
    const LEAST_PARAGRAPH: u32 = 140;
    let role = |path: &str, link_density: f32, max_link_density: f32| {
        let mut names = path.split('>');
        // What lies around an article says nothing of it: whole pages stand in a form, and some show their articles in a dialog.
        let mut inside = path.rsplit('>').take_while(|name| *name != "article");
        if inside.any(|name| matches!(name, "nav" | "footer" | "aside" | "form" | "button" | "dialog")) {
            BlockRole::Other
        } else if names.any(|name| matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")) {
            BlockRole::Heading
        } else if link_density > max_link_density {
            BlockRole::Other
        } else {
            BlockRole::Body
        }
    };
    let roles_within = |max_link_density: f32| -> Vec<BlockRole> {
        request
            .blocks
            .iter()
            .zip(ranges)
            .map(|(block, _)| role(&block.path, block.link_density, max_link_density))
            .collect()
    };
    let mut roles = roles_within(MAX_LINK_DENSITY);
    let is_paragraph =
        |(block, role): (&BlockClues, &BlockRole)| *role == BlockRole::Body && block.length >= LEAST_PARAGRAPH;
    let article = request.blocks.iter().zip(&roles).any(is_paragraph);
    // A page without a paragraph is read only when the reader asks for it: a front page, say, whose links are its text.
    if request.context.is_none() && !article {
        roles = roles_within(1.0);
    }
    let declared = request.clues.language.as_deref().map(language::primary).filter(|tag| !tag.is_empty());
    let language = declared.unwrap_or_else(|| language::detect(text).to_string());
    // Later requests bring the changed blocks alone and answer for the date that the first one found.
    let dates = match request.context {
        Some(_) => PageDates::default(),
        None => dates::find(&request.clues, text, ranges, &request.blocks, &language),
    };
    UnderstoodPage { roles, article, dates, language }
}

impl UnderstoodPage {
    /// The page as it crosses to the page side.
    pub(crate) fn page(&self, engine: &Engine) -> Page {
        let PageDates { published, sure, updated } = &self.dates;
        let as_of = engine.as_of(published.map(|(day, _)| day));
        Page {
            date: published.map(|(day, _)| day.to_string()),
            date_found_in: published.map(|(_, place)| place.word().to_string()),
            date_sure: *sure,
            updated: updated.map(|day| day.to_string()),
            date_basis: as_of.basis,
            as_of: as_of.day.to_string(),
            known_to: engine.known_to().to_string(),
            statements_supported: crate::attribution::supports(&self.language),
            language: self.language.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::PageClues;

    /// Paths with link densities, and the role each block of that many units must get on a page that has no others.
    #[track_caller]
    fn check(length: u32, blocks: &[(&str, f32, BlockRole)]) {
        let clue = |&(path, link_density, _): &(&str, f32, BlockRole)| BlockClues {
            length,
            path: path.into(),
            link_density,
            ..BlockClues::default()
        };
        let clues = PageClues {
            url: String::new(),
            title: String::new(),
            language: None,
            metas: Vec::new(),
            dated: Vec::new(),
            json_ld: Vec::new(),
        };
        let request = AnnotateRequest { clues, blocks: blocks.iter().map(clue).collect(), context: None, asked: false };
        let expected: Vec<_> = blocks.iter().map(|block| block.2).collect();
        assert_eq!(understand("", &vec![0..0; blocks.len()], &request).roles, expected);
    }

    #[test]
    fn only_what_stands_inside_the_article_tells_a_role() {
        check(
            200,
            &[
                ("form>main>article>p", 0.0, BlockRole::Body),
                ("dialog>article>h2", 0.0, BlockRole::Heading),
                ("main>article>aside>p", 0.0, BlockRole::Other),
                ("dialog>p", 0.0, BlockRole::Other),
                ("main>article>ul>li", 0.9, BlockRole::Other),
            ],
        );
    }

    #[test]
    fn links_are_the_text_of_a_page_without_paragraphs() {
        check(
            60,
            &[
                ("header>strong", 0.0, BlockRole::Body),
                ("main>h1", 0.0, BlockRole::Heading),
                ("main>ul>li", 1.0, BlockRole::Body),
                ("nav>a", 1.0, BlockRole::Other),
            ],
        );
    }
}
