//! Understands a page: its date, its language, and which of its blocks belong to the article.

mod article;
pub mod body;
mod declared;
pub mod features;
mod hints;
mod places;
mod prose;
mod surroundings;
mod weights;

use crate::date::Date;
use crate::engine::Engine;
use crate::language;
use crate::wire::{AnnotateRequest, Page};
use std::ops::Range;

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
    /// The day it was published, and where that was found.
    pub published: Option<(Date, &'static str)>,
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
    UnderstoodPage {
        roles,
        article,
        published: published(request),
        language: declared.unwrap_or_else(|| language::detect(text).to_string()),
    }
}

fn published(request: &AnnotateRequest) -> Option<(Date, &'static str)> {
    let day = |text: &str| text.get(..10).and_then(|day| Date::parse(day).ok());
    let linked = request.clues.json_ld.iter().find_map(|text| {
        let at = text.find("\"datePublished\"")? + "\"datePublished\"".len();
        let value = text[at..].split('"').nth(1)?;
        day(value).map(|day| (day, "json-ld"))
    });
    linked.or_else(|| {
        let metas = request.clues.metas.iter();
        let mut dated = metas.filter(|meta| {
            meta.name.ends_with("published_time") || meta.name == "datePublished" || meta.name == "time"
        });
        dated.find_map(|meta| day(&meta.value).map(|day| (day, if meta.name == "time" { "time" } else { "meta" })))
    })
}

impl UnderstoodPage {
    /// The page as it crosses to the page side.
    pub(crate) fn page(&self, engine: &Engine) -> Page {
        let as_of = engine.as_of(self.published.map(|(day, _)| day));
        Page {
            article: self.article,
            date: self.published.map(|(day, _)| day.to_string()),
            date_found_in: self.published.map(|(_, place)| place.to_string()),
            date_basis: as_of.basis,
            as_of: as_of.day.to_string(),
            known_to: engine.known_to().to_string(),
            statements_supported: crate::attribution::supports(&self.language),
            language: self.language.clone(),
        }
    }
}
