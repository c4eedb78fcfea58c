//! Gathers what a page says about itself; the counterpart of `extension/src/page/collect-clues.ts`, with the same bounds.

use super::cut;
use engine::wire::{DatedElement, MetaClue, PageClues};
use scraper::{ElementRef, Html};

/// `MAX_METAS` of `limits.ts`.
const MAX_METAS: usize = 300;
/// `MAX_META_VALUE` of `limits.ts`, in UTF-16 units.
const MAX_META_VALUE: usize = 2_000;
/// `MAX_JSON_LD` of `limits.ts`, in UTF-16 units.
const MAX_JSON_LD: usize = 300_000;
/// `MAX_DATED` of `limits.ts`.
const MAX_DATED: usize = 150;
/// `MAX_DATED_CHILDREN` of `limits.ts`.
const MAX_DATED_CHILDREN: usize = 8;
/// `MAX_DATED_WHOLE` of `limits.ts`, in UTF-16 units.
const MAX_DATED_WHOLE: usize = 1_000;
/// `MAX_DATED_TEXT` of `limits.ts`, in UTF-16 units.
const MAX_DATED_TEXT: usize = 200;
/// `MAX_DATED_PATH` of `limits.ts`.
const MAX_DATED_PATH: usize = 12;
/// `MAX_DATED_HINTS` of `limits.ts`, in UTF-16 units.
const MAX_DATED_HINTS: usize = 60;

/// The clues of a document opened from `url`.
pub fn collect(document: &Html, url: &str) -> PageClues {
    let mut metas = Vec::new();
    let mut dated = Vec::new();
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
            "link" if metas.len() < MAX_METAS && is_canonical(element) => {
                push_meta(&mut metas, Some("canonical"), value.attr("href"));
            }
            "script" if value.attr("type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) => {
                let text = text_of(element);
                json_ld_length += text.encode_utf16().count();
                if json_ld_length <= MAX_JSON_LD {
                    json_ld.push(text);
                }
            }
            "meta" | "link" | "script" | "style" | "body" | "html" | "title" => {}
            _ if dated.len() < MAX_DATED && may_hold_date(element) => dated.extend(dated_element(element)),
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
        dated,
        json_ld,
    }
}

fn is_canonical(element: ElementRef<'_>) -> bool {
    element.attr("rel").is_some_and(|kind| kind.eq_ignore_ascii_case("canonical"))
}

/// The selector of `collect-clues.ts`: headlines, times, and what `itemprop`, class or identifier say holds a date.
fn may_hold_date(element: ElementRef<'_>) -> bool {
    let has = |attribute: &str, words: &[&str]| {
        let value = element.attr(attribute).map(str::to_ascii_lowercase).unwrap_or_default();
        words.iter().any(|word| value.contains(word))
    };
    matches!(element.value().name(), "h1" | "time")
        || has("itemprop", &["date"])
        || has("class", &["date", "time", "publi"])
        || has("id", &["date"])
}

/// The element as a clue, if it is a headline or holds a number.
fn dated_element(element: ElementRef<'_>) -> Option<DatedElement> {
    if element.child_elements().count() > MAX_DATED_CHILDREN {
        return None;
    }
    let is_headline = element.value().name() == "h1";
    let whole = text_of(element);
    if whole.encode_utf16().count() > MAX_DATED_WHOLE {
        return None;
    }
    let words: Vec<&str> = whole.split([' ', '\t', '\n', '\u{c}', '\r']).filter(|word| !word.is_empty()).collect();
    let words = words.join(" ");
    let value = element.attr("datetime").or_else(|| element.attr("content")).unwrap_or_default();
    let text = cut(&words, MAX_DATED_TEXT);
    let value = cut(value, MAX_DATED_TEXT);
    if !is_headline && !text.chars().chain(value.chars()).any(char::is_numeric) {
        return None;
    }
    let outer = element.ancestors().filter_map(ElementRef::wrap);
    let path = std::iter::once(element).chain(outer).take_while(|each| !matches!(each.value().name(), "body" | "html"));
    let mut path: Vec<String> = path.take(MAX_DATED_PATH).map(hinted_name).collect();
    path.reverse();
    Some(DatedElement {
        path: path.join(">"),
        property: cut(element.attr("itemprop").unwrap_or_default(), MAX_DATED_HINTS).to_string(),
        value: value.to_string(),
        text: text.to_string(),
    })
}

/// An element's name with its classes, identifier and `itemprop`.
fn hinted_name(element: ElementRef<'_>) -> String {
    let hints: Vec<&str> = ["class", "id", "itemprop"].into_iter().filter_map(|name| element.attr(name)).collect();
    let hints = hints.join(" ");
    let hints = hints.split([' ', '\t', '\n', '\u{c}', '\r', '>']).filter(|hint| !hint.is_empty());
    let hints = hints.collect::<Vec<_>>().join(".");
    let name = element.value().name();
    if hints.is_empty() { name.to_string() } else { format!("{name}.{}", cut(&hints, MAX_DATED_HINTS)) }
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
