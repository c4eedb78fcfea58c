//! Understands a page: its date, its language, and which of its blocks belong to the article.

mod article;
pub mod body;
mod dates;
mod declared;
pub mod features;
mod hints;
mod places;
mod prose;
mod surroundings;
mod weights;

use crate::engine::Engine;
use crate::language;
use crate::wire::{AnnotateRequest, Page};
use std::ops::Range;

pub use dates::{PageDates, Place};

/// What a block is to its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockRole {
    /// The headline of the article.
    Headline,
    /// A heading within the article.
    Heading,
    /// A paragraph, quote or cell of the article.
    Body,
    /// What stands under a picture of the article.
    Caption,
    /// Navigation, related links, comments, boxes.
    Other,
}

impl BlockRole {
    /// Whether it opens a section.
    pub fn is_heading(self) -> bool {
        matches!(self, Self::Headline | Self::Heading)
    }

    /// Whether names and statements are sought in it.
    pub fn in_article(self) -> bool {
        self != Self::Other
    }

    /// Whether it is part of the text that runs under the headline.
    pub fn in_body(self) -> bool {
        matches!(self, Self::Heading | Self::Body)
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
    let texts: Vec<&str> = ranges.iter().map(|range| text.get(range.clone()).unwrap_or_default()).collect();
    let (roles, article) = match &request.context {
        None => body::understand(&texts, request),
        Some(context) => (body::roles_of_changed(&request.blocks), context.page.article),
    };
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
            article: self.article,
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
