//! Understands a page: its date, its language, and which of its blocks belong to the article.

mod apart;
mod article;
pub mod body;
mod byline;
mod dates;
mod declared;
mod entries;
pub mod features;
mod groups;
mod hints;
mod json;
mod linked_items;
mod linked_names;
mod origin;
mod outlet;
mod pieces;
mod places;
mod prose;
pub mod site;
mod surroundings;
mod tables;
#[cfg(all(test, feature = "compile"))]
mod tests;
mod vocabulary;
mod weights;

use crate::date::Date;
use crate::engine::Engine;
use crate::language;
use crate::wire::{AnnotateRequest, Page};
use declared::Declared;
use linked_names::{LinkedNames, linked_names};
use origin::Credits;
use outlet::OutletClues;
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnderstoodPage {
    /// The role of each block, in order.
    pub roles: Vec<BlockRole>,
    /// Whether the page is an article at all.
    pub article: bool,
    /// When it was published and changed.
    pub dates: PageDates,
    /// Primary language subtag.
    pub language: String,
    /// Who wrote it, as the page says.
    pub byline: Option<String>,
    /// The number and day of the entry that each block stands in; empty for a page without entries.
    pub entries: Vec<Option<(usize, Date)>>,
    /// The language of each block; empty for those of a request that brings changed blocks.
    pub languages: Vec<String>,
    /// What tells its outlet.
    outlet: OutletClues,
    /// What it says of where its text came from.
    credits: Credits,
    /// The date that the reader has set.
    given_date: Option<Date>,
}

/// Understands the page that `request` is about; `ranges` are its blocks in `text`.
pub fn understand(text: &str, ranges: &[Range<usize>], request: &AnnotateRequest) -> UnderstoodPage {
    let texts: Vec<&str> = ranges.iter().map(|range| text.get(range.clone()).unwrap_or_default()).collect();
    // Later requests bring the changed blocks alone and answer for what the first one found.
    if let Some(context) = &request.context {
        let (roles, article) = (body::roles_of_changed(&request.blocks), context.page.article);
        let language = context.page.language.clone();
        return UnderstoodPage { roles, article, language, ..UnderstoodPage::default() };
    }
    let clues = &request.clues;
    let linked = json::read_all(&clues.json_ld);
    let (roles, article) = body::understand(&texts, &request.blocks, &Declared::new(clues, &linked));
    let read = || roles.iter().zip(ranges).filter(|(role, _)| role.in_article()).map(|(_, range)| &text[range.clone()]);
    let language = language::of_page(&read().collect::<Vec<_>>().join("\n"), clues.language.as_deref());
    let LinkedNames { authors, publisher } = linked_names(&linked);
    let outlet = OutletClues::new(clues, publisher.as_deref());
    let byline = byline::byline(clues, &authors, read(), outlet.name());
    let writing = dates::writing(clues, &language);
    let given_date = request.given_date.as_deref().and_then(|day| Date::parse(day).ok());
    let blocks: Vec<(BlockRole, &str)> = roles.iter().copied().zip(texts.iter().copied()).collect();
    UnderstoodPage {
        credits: Credits::new(byline.as_deref(), &blocks),
        dates: dates::find(clues, &linked, text, ranges, &request.blocks, writing),
        // The reader's date holds for all of the page.
        entries: match given_date {
            Some(_) => Vec::new(),
            None => entries::find(&texts, &request.blocks, &roles, &linked, writing),
        },
        languages: texts
            .iter()
            .zip(&request.blocks)
            .map(|(text, block)| language::of_block(text, block.language.as_deref(), &language))
            .collect(),
        byline,
        roles,
        article,
        language,
        outlet,
        given_date,
    }
}

impl UnderstoodPage {
    /// The page as it crosses to the page side.
    pub(crate) fn page(&self, engine: &Engine) -> Page {
        let PageDates { published, sure, updated } = &self.dates;
        let found = published.map(|(day, place)| (day, place.word()));
        let dated = self.given_date.map(|day| (day, "reader")).or(found);
        let as_of = engine.as_of(dated.map(|(day, _)| day));
        let outlet = self.outlet.resolve(engine.knowledge());
        Page {
            article: self.article,
            date: dated.map(|(day, _)| day.to_string()),
            date_found_in: dated.map(|(_, place)| place.to_string()),
            date_sure: self.given_date.is_some() || *sure,
            updated: updated.map(|day| day.to_string()),
            date_basis: as_of.basis,
            as_of: as_of.day.to_string(),
            known_to: engine.known_to().to_string(),
            statements_supported: crate::attribution::supports(&self.language),
            language: self.language.clone(),
            byline: self.byline.clone(),
            origins: self.credits.resolve(outlet.as_ref(), engine.knowledge()),
            outlet,
            entries: !self.entries.is_empty(),
        }
    }
}
