//! The items of a page's JSON-LD that are about the page itself, and what each is: one list of types for all who ask.

use super::json::Json;

/// Items looked at; more are lists of products.
const MAX_ITEMS: usize = 200;
/// Ways down to an item through what is about the same page.
const MAX_DEPTH: usize = 4;

/// What an item is to its page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    Article,
    Page,
    Video,
    Other,
}

/// Endings of the types of each kind.
const KINDS: &[(Kind, &[&str])] = &[
    (Kind::Article, &["Article", "BlogPosting", "NewsStory", "Report", "Review", "Recipe", "CreativeWork"]),
    (Kind::Page, &["Page", "Gallery"]),
    (Kind::Video, &["VideoObject", "AudioObject", "Episode"]),
];

/// The kind of an item; the first in the order above that one of its types has.
pub(super) fn kind(item: &Json) -> Kind {
    let types = || item.get("@type").map_or(&[][..], Json::items).iter().filter_map(Json::text);
    let of_kind = |endings: &[&str]| types().any(|name| endings.iter().any(|ending| name.ends_with(ending)));
    KINDS.iter().find(|(_, endings)| of_kind(endings)).map_or(Kind::Other, |(kind, _)| *kind)
}

/// The items that `linked` consists of: those of arrays and graphs, and what they say the page is mainly about.
pub(super) fn items(linked: &[Json]) -> Vec<&Json> {
    let mut items = Vec::new();
    for value in linked {
        gather(value, 0, &mut items);
    }
    items
}

fn gather<'a>(value: &'a Json, depth: usize, items: &mut Vec<&'a Json>) {
    if depth > MAX_DEPTH || items.len() >= MAX_ITEMS {
        return;
    }
    for item in value.items() {
        if !matches!(item, Json::Object(_)) {
            continue;
        }
        items.push(item);
        for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
            if let Some(inner) = item.get(key) {
                gather(inner, depth + 1, items);
            }
        }
    }
}
