//! The rules of a page's `style` elements, as far as they decide which text is shown and where its blocks end.

use super::media;
use scraper::{ElementRef, Html, Selector};
use std::collections::HashMap;

/// A property that matters to reading text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Property {
    /// `display`
    Display,
    /// `visibility`
    Visibility,
    /// `float`
    Float,
    /// `position`
    Position,
    /// `white-space`
    WhiteSpace,
    /// `content-visibility`
    ContentVisibility,
}

/// A property with its value, in lower case, and whether it is `!important`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    property: Property,
    value: String,
    important: bool,
}

struct Rule {
    selector: Selector,
    /// Identifiers, classes, element names.
    specificity: [usize; 3],
    declarations: Vec<Declaration>,
}

/// The rules of a page.
#[derive(Default)]
pub struct StyleSheet {
    rules: Vec<Rule>,
    /// Indexes of rules by what their last compound selector asks for: `#id`, `.class`, a name, or nothing.
    by_subject: HashMap<String, Vec<usize>>,
}

impl StyleSheet {
    /// The rules of all `style` elements that hold on a desktop screen.
    pub fn of(document: &Html) -> Self {
        let mut sheet = Self::default();
        for element in document.tree.root().descendants().filter_map(ElementRef::wrap) {
            let inert = || {
                element
                    .ancestors()
                    .filter_map(ElementRef::wrap)
                    .any(|outer| matches!(outer.value().name(), "template" | "noscript"))
            };
            let value = element.value();
            if value.name() == "style" && media::matches(value.attr("media").unwrap_or_default()) && !inert() {
                sheet.add(&without_comments(&element.text().collect::<String>()));
            }
        }
        sheet
    }

    fn add(&mut self, css: &str) {
        let mut rest = css;
        while let Some(at) = rest.find(['{', ';', '}']) {
            let prelude = rest[..at].trim();
            if !rest[at..].starts_with('{') {
                rest = &rest[at + 1..]; // `@import …;`, or a brace too many
                continue;
            }
            let end = at + 1 + block_end(&rest[at + 1..]);
            let block = &rest[at + 1..end];
            if let Some(queries) = prelude.strip_prefix("@media") {
                if media::matches(queries) {
                    self.add(block);
                }
            } else if prelude.starts_with("@supports") || prelude.starts_with("@layer") {
                self.add(block);
            } else if !prelude.starts_with('@') {
                self.add_rule(prelude, declarations(block));
            }
            rest = rest.get(end + 1..).unwrap_or_default();
        }
    }

    fn add_rule(&mut self, selectors: &str, declarations: Vec<Declaration>) {
        if declarations.is_empty() {
            return;
        }
        for text in split_outside_brackets(selectors, ',') {
            // States of the pointer and generated boxes hold no text.
            let Ok(selector) = Selector::parse(text) else { continue };
            let subject = subject(text);
            self.by_subject.entry(subject).or_default().push(self.rules.len());
            self.rules.push(Rule { selector, specificity: specificity(text), declarations: declarations.clone() });
        }
    }

    /// The values that hold for `element`, the weightiest last; `own` are those of its style attribute.
    pub fn cascade(&self, element: ElementRef<'_>, own: &[Declaration]) -> Vec<(Property, String)> {
        let value = element.value();
        let mut subjects = vec![String::new(), value.name().to_string()];
        subjects.extend(value.id().map(|id| format!("#{id}")));
        subjects.extend(value.classes().map(|class| format!(".{class}")));
        let mut indexes: Vec<usize> =
            subjects.iter().filter_map(|key| self.by_subject.get(key)).flatten().copied().collect();
        indexes.sort_unstable();
        indexes.dedup();
        let mut found = Vec::new();
        for index in indexes {
            let rule = &self.rules[index];
            if rule.selector.matches(&element) {
                let weigh = |declaration| ((false, rule.specificity, index), declaration);
                found.extend(rule.declarations.iter().map(weigh));
            }
        }
        found.extend(own.iter().map(|declaration| ((true, [0; 3], 0), declaration)));
        found.sort_by_key(|(weight, declaration)| (declaration.important, *weight));
        found.into_iter().map(|(_, declaration)| (declaration.property, declaration.value.clone())).collect()
    }
}

/// The declarations of a rule or a style attribute that matter here.
pub fn declarations(text: &str) -> Vec<Declaration> {
    let read = |declaration: &str| {
        let (name, value) = declaration.split_once(':')?;
        let property = match name.trim().to_ascii_lowercase().as_str() {
            "display" => Property::Display,
            "visibility" => Property::Visibility,
            "float" => Property::Float,
            "position" => Property::Position,
            "white-space" => Property::WhiteSpace,
            "content-visibility" => Property::ContentVisibility,
            _ => return None,
        };
        let value = value.trim().to_ascii_lowercase();
        let (value, important) = match value.split_once('!') {
            Some((value, word)) => (value.trim().to_string(), word.trim() == "important"),
            None => (value, false),
        };
        Some(Declaration { property, value, important })
    };
    split_outside_brackets(text, ';').into_iter().filter_map(read).collect()
}

fn without_comments(css: &str) -> String {
    let mut text = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text + rest
}

/// Bytes of `text` before the brace that closes the block it begins in.
fn block_end(text: &str) -> usize {
    let mut depth = 0;
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'{') => depth += 1,
            (None, b'}') if depth == 0 => return at,
            (None, b'}') => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

fn split_outside_brackets(text: &str, separator: char) -> Vec<&str> {
    let mut depth = 0_i32;
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, character) in text.char_indices() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ if character == separator && depth <= 0 => {
                parts.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    parts
}

/// What an element must carry for the selector to be worth trying.
fn subject(selector: &str) -> String {
    let mut depth = 0;
    let mut start = 0;
    for (at, character) in selector.char_indices() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ' ' | '>' | '+' | '~' | '\n' | '\t' if depth == 0 => start = at + 1,
            _ => {}
        }
    }
    let compound = &selector[start..];
    let plain = compound.find(['[', ':', '*', '\\']).map_or(compound, |at| &compound[..at]);
    // An escaped name is rare: such rules are tried on every element.
    if compound.contains('\\') {
        return String::new();
    }
    let part = |mark: char| {
        let at = plain.find(mark)?;
        let end = plain[at + 1..].find(['.', '#']).map_or(plain.len(), |length| at + 1 + length);
        Some(plain[at..end].to_string())
    };
    part('#').or_else(|| part('.')).unwrap_or_else(|| plain.to_ascii_lowercase())
}

fn specificity(selector: &str) -> [usize; 3] {
    let count = |marks: &[char]| selector.matches(marks).count();
    let names =
        selector.split([' ', '>', '+', '~']).filter(|part| part.starts_with(|first: char| first.is_ascii_alphabetic()));
    [count(&['#']), count(&['.', '[']) + selector.matches(':').count(), names.count()]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asserts the values that hold for the element `id="x"`, the weightiest last.
    #[track_caller]
    fn check(html: &str, expected: &[(Property, &str)]) {
        let document = Html::parse_document(html);
        let element = document.select(&Selector::parse("#x").unwrap()).next().unwrap();
        let own = element.attr("style").map(declarations).unwrap_or_default();
        let found = StyleSheet::of(&document).cascade(element, &own);
        let found: Vec<_> = found.iter().map(|(property, value)| (*property, value.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_weightier_rule_comes_last() {
        check(
            "<style>.a{display:none} p{color:red;display:block} /* .a{float:left} */</style><p id=x class='b a'>",
            &[(Property::Display, "block"), (Property::Display, "none")],
        );
        check(
            "<style>#x{display:none!important}</style><p id=x style='display: BLOCK'>",
            &[(Property::Display, "block"), (Property::Display, "none")],
        );
    }

    #[test]
    fn rules_for_other_media_and_states_do_not_hold() {
        check(
            "<style>@media print{p{display:none}} p:hover{display:none} q,div p{float:left}</style><div><p id=x>",
            &[(Property::Float, "left")],
        );
        check("<style media=print>p{display:none}</style><p id=x>", &[]);
        check(
            "<style>@media screen{@supports (x:y){p{display:none}}} @import 'x'; p{content:'}'} p{float:right}</style><p id=x>",
            &[(Property::Display, "none"), (Property::Float, "right")],
        );
    }
}
