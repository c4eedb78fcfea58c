//! The names of authors and publisher in a page's JSON-LD.

use super::json::Json;
use super::linked_items::{Kind, items, kind};

/// Who the JSON-LD says wrote and published the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct LinkedNames {
    /// Names of the authors, in order.
    pub authors: Vec<String>,
    /// Name of the publisher.
    pub publisher: Option<String>,
}

/// Reads the first article of `linked` that names an author, and the first publisher.
pub(super) fn linked_names(linked: &[Json]) -> LinkedNames {
    let mut names = LinkedNames::default();
    // A video or a comment on the page has authors of its own.
    for item in items(linked).into_iter().filter(|item| matches!(kind(item), Kind::Article | Kind::Page)) {
        if names.authors.is_empty() {
            let authors = item.get("author").or_else(|| item.get("creator")).map_or(&[][..], Json::items);
            names.authors = authors.iter().filter_map(name).collect();
        }
        names.publisher = names.publisher.take().or_else(|| item.get("publisher").and_then(name));
    }
    names
}

/// The name of a person or organisation, written as an object or as plain text.
fn name(value: &Json) -> Option<String> {
    let text = value.get("name").and_then(Json::text).or_else(|| value.text())?.trim();
    (!text.is_empty()).then(|| text.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::json;

    #[test]
    fn authors_and_publishers_in_any_form() {
        for (script, authors, publisher) in [
            (
                r#"{"@type":"NewsArticle","author":{"@type":"Person","name":"Ada"},"publisher":{"name":"Courier"}}"#,
                &["Ada"][..],
                Some("Courier"),
            ),
            (
                r#"{"@graph":[{"@type":"VideoObject","author":"X"},{"@type":["Article"],"author":["Ada","Grace"]}]}"#,
                &["Ada", "Grace"],
                None,
            ),
            (
                r#"[{"@type":"WebPage","publisher":"Courier"},{"@type":"Article","author":[{"name":" "}]}]"#,
                &[],
                Some("Courier"),
            ),
            (r#"{"@type":"Person","name":"Ada"}"#, &[], None),
        ] {
            let names = linked_names(&json::read(script));
            assert_eq!(
                (&names.authors[..], names.publisher.as_deref()),
                (&authors.iter().map(|name| name.to_string()).collect::<Vec<_>>()[..], publisher),
                "{script}"
            );
        }
    }
}
