//! Understands a page: its date, its language, and which of its blocks belong to the article.

use crate::date::Date;
use crate::engine::Engine;
use crate::language;
use crate::wire::{AnnotateRequest, Page};
use std::ops::Range;

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
    /// The day it was published, and where that was found.
    pub published: Option<(Date, &'static str)>,
    /// Primary language subtag.
    pub language: String,
}

/// Understands the page that `request` is about; `ranges` are its blocks in `text`.
pub fn understand(text: &str, ranges: &[Range<usize>], request: &AnnotateRequest) -> UnderstoodPage {
    /// A block with more of its text in links is a list of links.
    const MAX_LINK_DENSITY: f32 = 0.6;
    let roles = request.blocks.iter().zip(ranges).map(|(block, _)| {
        let mut names = block.path.split('>');
        // What lies around an article says nothing of it: whole pages stand in a form, and some show their articles in a dialog.
        let mut inside = block.path.rsplit('>').take_while(|name| *name != "article");
        if inside.any(|name| matches!(name, "nav" | "footer" | "aside" | "form" | "button" | "dialog")) {
            BlockRole::Other
        } else if names.any(|name| matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")) {
            BlockRole::Heading
        } else if block.link_density > MAX_LINK_DENSITY {
            BlockRole::Other
        } else {
            BlockRole::Body
        }
    });
    let declared = request.clues.language.as_deref().map(language::primary).filter(|tag| !tag.is_empty());
    UnderstoodPage {
        roles: roles.collect(),
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
