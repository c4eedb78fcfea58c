//! Finds a page's dates in its JSON-LD: in the item that is the article, not in what it lists, embeds or is commented by.

use super::super::json::Json;
use super::super::linked_items::{Kind, items, kind};
use super::candidate::{Candidate, Place};
use super::markup::SAME_AS_UPDATED;
use super::months::fold;
use super::timestamp;
use super::written::Writing;
use super::{Dates, Subject};

/// Adds the dates of the items that may be the page's article.
pub(super) fn collect(linked: &[Json], subject: &Subject, writing: Writing, dates: &mut Dates) {
    let items = items(linked);
    let articles: Vec<&Json> = items.iter().copied().filter(|item| kind(item) == Kind::Article).collect();
    let named = articles.iter().any(|item| is_about(item, subject));
    for item in items {
        let kind = kind(item);
        let weight = match kind {
            // Of several articles the page's own is the one with its address or headline; without one, none is trusted much.
            Kind::Article if named && !is_about(item, subject) => continue,
            Kind::Article if named || articles.len() == 1 => 90,
            Kind::Article => 45,
            Kind::Page => 70,
            Kind::Video => 55,
            Kind::Other => continue,
        };
        add(item, weight, writing, dates);
    }
}

fn add(item: &Json, weight: u8, writing: Writing, dates: &mut Dates) {
    let candidate = |value: &str, weight: u8| {
        Some(Candidate { stamp: timestamp::read(value, writing)?, place: Place::LinkedData, weight })
    };
    let modified = item.get("dateModified").and_then(Json::text);
    for (key, doubt) in [("datePublished", 0), ("dateCreated", 25), ("uploadDate", 25)] {
        let value = item.get(key).and_then(Json::text);
        let doubt = if value == modified { SAME_AS_UPDATED.max(doubt) } else { doubt };
        dates.published.extend(value.and_then(|value| candidate(value, weight.saturating_sub(doubt))));
    }
    dates.updated.extend(modified.and_then(|value| candidate(value, weight)));
}

/// Whether the item says that it is the page: by its address or its headline.
fn is_about(item: &Json, subject: &Subject) -> bool {
    for key in ["url", "@id", "mainEntityOfPage"] {
        let Some(value) = item.get(key) else { continue };
        let address = value.text().or_else(|| value.get("@id")?.text());
        if address.is_some_and(|address| subject.has_address(address)) {
            return true;
        }
    }
    let headline = item.get("headline").or_else(|| item.get("name")).and_then(Json::text);
    headline.is_some_and(|headline| subject.has_title(&fold(headline)))
}
