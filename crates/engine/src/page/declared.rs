//! What a page declares of its article: that it is one, its title, its description, its text.

use super::json::{self, Json};
use super::linked_items::{Kind, kind};
use crate::wire::{AnnotateRequest, PageClues};

/// Objects within objects that are looked into; deeper ones are lists of other pages.
const DEPTH: usize = 4;

/// The declarations, texts as their letters alone (see [`letters`]).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Declared {
    /// Whether the page says that it is an article.
    pub article: bool,
    /// Its title.
    pub title: String,
    /// The description for search engines, mostly the standfirst or the first sentence.
    pub description: String,
    /// The text of the article, where search engines are given it.
    pub body: String,
}

/// The letters and digits of a text in lower case, by which two forms of it are compared.
#[inline(never)] // asked for in many places
pub fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    for character in text.chars().filter(|character| character.is_alphanumeric()) {
        match character {
            // Most are, and all others take a table.
            '\0'..='\x7F' => letters.push(character.to_ascii_lowercase()),
            _ => letters.extend(character.to_lowercase()),
        }
    }
    letters
}

impl Declared {
    /// The declarations of the page that `request` is about.
    pub fn of(request: &AnnotateRequest) -> Self {
        Self::new(&request.clues, &json::read_all(&request.clues.json_ld))
    }

    /// The declarations in `clues`, whose JSON-LD is read as `linked`.
    pub fn new(clues: &PageClues, linked: &[Json]) -> Self {
        let metas = &clues.metas;
        let meta = |names: &[&str]| {
            let found = metas.iter().find(|meta| names.contains(&meta.name.as_str()));
            found.map(|meta| letters(&meta.value)).unwrap_or_default()
        };
        let title = letters(&clues.title);
        let mut declared = Self {
            article: metas
                .iter()
                .any(|meta| meta.name == "og:type" && meta.value == "article" || meta.name == "article:published_time"),
            title: if title.is_empty() { meta(&["og:title"]) } else { title },
            description: meta(&["og:description", "description", "twitter:description"]),
            body: String::new(),
        };
        for value in linked {
            declared.article |= is_article(value);
            if declared.body.is_empty() {
                declared.body = body(value, DEPTH).map(letters).unwrap_or_default();
            }
        }
        declared
    }
}

/// Whether the object, or one of a top-level list or graph, is of a type of article. Lists inside are of other pages.
fn is_article(value: &Json) -> bool {
    /// Longer lists are of other pages, too.
    const LONGEST: usize = 9;
    match value {
        Json::Array(values) => values.len() <= LONGEST && values.iter().any(is_article),
        Json::Object(_) => kind(value) == Kind::Article || value.get("@graph").is_some_and(is_article),
        Json::Text(_) => false,
    }
}

fn body(value: &Json, depth: usize) -> Option<&str> {
    if depth == 0 {
        return None;
    }
    match value {
        Json::Object(fields) => {
            let own = value.get("articleBody").and_then(Json::text).filter(|body| !body.is_empty());
            own.or_else(|| fields.iter().find_map(|(_, value)| body(value, depth - 1)))
        }
        Json::Array(values) => values.iter().find_map(|value| body(value, depth - 1)),
        Json::Text(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{MetaClue, PageClues};

    #[track_caller]
    fn check(metas: &[(&str, &str)], json_ld: &str, article: bool, body: &str) {
        let metas = metas.iter().map(|(name, value)| MetaClue { name: (*name).into(), value: (*value).into() });
        let clues = PageClues {
            title: "A title".into(),
            metas: metas.collect(),
            dated: Vec::new(),
            json_ld: vec![json_ld.into()],
            ..PageClues::default()
        };
        let declared = Declared::new(&clues, &json::read_all(&clues.json_ld));
        assert_eq!((declared.article, declared.body.as_str()), (article, body), "{json_ld}");
    }

    #[test]
    fn articles_are_declared_in_many_ways() {
        check(&[("og:type", "article")], "{", true, "");
        check(&[("og:type", "website")], "[]", false, "");
        check(&[], r#"{"@type":["NewsArticle"],"articleBody":"Two words."}"#, true, "twowords");
        check(&[], r#"{"@graph":[{"@type":"WebPage"},{"@type":"ReportageNewsArticle"}]}"#, true, "");
        check(&[], r#"{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle"}]}"#, false, "");
    }
}
