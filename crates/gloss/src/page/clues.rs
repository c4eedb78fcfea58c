//! Gathers what a page says about itself; the counterpart of `extension/src/page/collect-clues.ts`, with the same bounds.

use super::cut;
use engine::wire::{MetaClue, PageClues};
use scraper::{ElementRef, Html};

/// `MAX_METAS` of `limits.ts`.
const MAX_METAS: usize = 300;
/// `MAX_META_VALUE` of `limits.ts`, in UTF-16 units.
const MAX_META_VALUE: usize = 2_000;
/// `MAX_JSON_LD` of `limits.ts`, in UTF-16 units.
const MAX_JSON_LD: usize = 300_000;

/// The clues of a document opened from `url`.
pub fn collect(document: &Html, url: &str) -> PageClues {
    let mut metas = Vec::new();
    let mut json_ld = Vec::new();
    let mut json_ld_length = 0;
    let mut title = None;
    for element in elements(document) {
        let value = element.value();
        match value.name() {
            "title" if title.is_none() && parent_name(element) == Some("head") => {
                title = Some(text_of(element).trim().to_string());
            }
            "meta" if metas.len() < MAX_METAS => {
                let name = value.attr("property").or_else(|| value.attr("name")).or_else(|| value.attr("itemprop"));
                push_meta(&mut metas, name, value.attr("content"));
            }
            "time" if metas.len() < MAX_METAS => push_meta(&mut metas, Some("time"), value.attr("datetime")),
            "script" if value.attr("type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) => {
                let text = text_of(element);
                json_ld_length += text.encode_utf16().count();
                if json_ld_length <= MAX_JSON_LD {
                    json_ld.push(text);
                }
            }
            _ => {}
        }
    }
    let root = document.root_element();
    let language = [root.attr("lang"), root.attr("xml:lang")].into_iter().flatten().find(|tag| !tag.is_empty());
    PageClues {
        url: url.split('#').next().unwrap_or_default().to_string(),
        title: title.unwrap_or_default(),
        language: language.map(str::to_string),
        metas,
        json_ld,
    }
}

fn push_meta(metas: &mut Vec<MetaClue>, name: Option<&str>, value: Option<&str>) {
    let (Some(name), Some(value)) = (name, value) else { return };
    if !name.is_empty() && !value.is_empty() {
        metas.push(MetaClue { name: name.to_string(), value: cut(value, MAX_META_VALUE).to_string() });
    }
}

/// The document's elements in order, without those inside templates, which a browser keeps in trees of their own.
fn elements(document: &Html) -> impl Iterator<Item = ElementRef<'_>> {
    let in_template = |element: &ElementRef| {
        element.ancestors().filter_map(ElementRef::wrap).any(|outer| outer.value().name() == "template")
    };
    document.tree.root().descendants().filter_map(ElementRef::wrap).filter(move |element| !in_template(element))
}

fn parent_name(element: ElementRef<'_>) -> Option<&str> {
    element.parent().and_then(ElementRef::wrap).map(|parent| parent.value().name())
}

fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect()
}
