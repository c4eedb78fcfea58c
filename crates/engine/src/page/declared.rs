//! What a page declares of its article: that it is one, its title, its description, its text.

use crate::wire::AnnotateRequest;
use serde_json::Value;

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
pub fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl Declared {
    /// The declarations of the page that `request` is about.
    pub fn of(request: &AnnotateRequest) -> Self {
        let metas = &request.clues.metas;
        let meta = |names: &[&str]| {
            let found = metas.iter().find(|meta| names.contains(&meta.name.as_str()));
            found.map(|meta| letters(&meta.value)).unwrap_or_default()
        };
        let title = letters(&request.clues.title);
        let mut declared = Self {
            article: metas
                .iter()
                .any(|meta| meta.name == "og:type" && meta.value == "article" || meta.name == "article:published_time"),
            title: if title.is_empty() { meta(&["og:title"]) } else { title },
            description: meta(&["og:description", "description", "twitter:description"]),
            body: String::new(),
        };
        for text in &request.clues.json_ld {
            if let Ok(value) = serde_json::from_str::<Value>(text) {
                declared.article |= is_article(&value);
                if declared.body.is_empty() {
                    declared.body = body(&value, DEPTH).map(letters).unwrap_or_default();
                }
            }
        }
        declared
    }
}

/// Whether the object, or one of a top-level list or graph, is of a type of article. Lists inside are of other pages.
fn is_article(value: &Value) -> bool {
    let named = |name: &Value| {
        name.as_str().is_some_and(|name| name.ends_with("Article") || matches!(name, "BlogPosting" | "LiveBlogPosting"))
    };
    match value {
        Value::Array(values) => values.len() < 10 && values.iter().any(is_article),
        Value::Object(fields) => {
            let by_type = fields.get("@type").is_some_and(|kind| match kind {
                Value::Array(kinds) => kinds.iter().any(named),
                kind => named(kind),
            });
            by_type || fields.get("@graph").is_some_and(is_article)
        }
        _ => false,
    }
}

fn body(value: &Value, depth: usize) -> Option<&str> {
    if depth == 0 {
        return None;
    }
    match value {
        Value::Object(fields) => {
            let own = fields.get("articleBody").and_then(Value::as_str).filter(|body| !body.is_empty());
            own.or_else(|| fields.values().find_map(|value| body(value, depth - 1)))
        }
        Value::Array(values) => values.iter().find_map(|value| body(value, depth - 1)),
        _ => None,
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
            url: String::new(),
            title: "A title".into(),
            language: None,
            metas: metas.collect(),
            dated: Vec::new(),
            json_ld: vec![json_ld.into()],
        };
        let declared = Declared::of(&AnnotateRequest { clues, blocks: Vec::new(), context: None, asked: false });
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
