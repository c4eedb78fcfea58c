//! Tells how an element would be shown: the browsers' default style sheet, the page's own rules, its style attribute.

use super::stylesheet::{Property, StyleSheet, declarations};
use scraper::ElementRef;

/// What an element's box does to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Display {
    /// Not shown.
    None,
    /// Part of its line.
    Inline,
    /// A box of its own.
    Block,
    /// A box whose children are boxes of their own, whatever they are elsewhere.
    Flexible,
}

/// The computed style of an element, as far as reading text needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Its box.
    pub display: Display,
    /// `visibility: visible`. Inherited.
    pub visible: bool,
    /// Line feeds in the text are kept. Inherited.
    pub keeps_breaks: bool,
    /// Floated.
    pub floats: bool,
    /// Positioned absolutely or fixed.
    pub lifted: bool,
    /// Its contents are skipped by `content-visibility`.
    pub skips_contents: bool,
}

impl Style {
    /// The style that the root inherits.
    pub const INITIAL: Self = Self {
        display: Display::Inline,
        visible: true,
        keeps_breaks: false,
        floats: false,
        lifted: false,
        skips_contents: false,
    };

    /// The style of `element` in a parent of style `parent`.
    pub fn of(element: ElementRef<'_>, parent: &Self, sheet: &StyleSheet) -> Self {
        let mut style = Self { display: default_display(element), visible: parent.visible, ..Self::INITIAL };
        style.keeps_breaks = match element.value().name() {
            "pre" | "listing" | "xmp" | "plaintext" => true,
            "table" => false, // in quirks mode only, but there tables keep no line feeds anywhere
            _ => parent.keeps_breaks,
        };
        let hidden_until_found = hidden(element) == Some("until-found");
        style.skips_contents = hidden_until_found;
        let own = element.value().attr("style").map(declarations).unwrap_or_default();
        for (property, value) in sheet.cascade(element, &own) {
            style.apply(property, &value, parent);
        }
        let boxed = style.floats || style.lifted || parent.display == Display::Flexible;
        if boxed && style.display == Display::Inline {
            style.display = Display::Block;
        }
        style
    }

    fn apply(&mut self, property: Property, value: &str, parent: &Self) {
        match (property, value) {
            (Property::Display, "none") => self.display = Display::None,
            (Property::Display, "flex" | "grid" | "-webkit-box" | "-webkit-flex" | "-ms-flexbox") => {
                self.display = Display::Flexible;
            }
            (Property::Display, "inherit") => self.display = parent.display,
            (Property::Display, "initial" | "unset" | "contents") => self.display = Display::Inline,
            (Property::Display, _) if value.starts_with("inline") || value.starts_with("ruby") => {
                self.display = Display::Inline;
            }
            (Property::Display, "block" | "list-item" | "flow-root") => self.display = Display::Block,
            (Property::Display, _) if value.starts_with("table") => self.display = Display::Block,
            (Property::Visibility, "visible" | "initial") => self.visible = true,
            (Property::Visibility, "hidden" | "collapse") => self.visible = false,
            (Property::Visibility, "inherit" | "unset") => self.visible = parent.visible,
            (Property::WhiteSpace, "inherit" | "unset") => self.keeps_breaks = parent.keeps_breaks,
            (Property::WhiteSpace, "normal" | "nowrap" | "initial") => self.keeps_breaks = false,
            (Property::WhiteSpace, _) if value.starts_with("pre") || value == "break-spaces" => {
                self.keeps_breaks = true
            }
            (Property::Float, _) => self.floats = matches!(value, "left" | "right" | "inline-start" | "inline-end"),
            (Property::Position, _) => self.lifted = matches!(value, "absolute" | "fixed"),
            (Property::ContentVisibility, _) => self.skips_contents = value == "hidden",
            _ => {} // a value no browser knows
        }
    }
}

fn hidden<'a>(element: ElementRef<'a>) -> Option<&'a str> {
    element.value().attr("hidden")
}

/// The browsers' own style sheet, HTML standard, section "Rendering".
fn default_display(element: ElementRef<'_>) -> Display {
    let value = element.value();
    let none = hidden(element).is_some_and(|state| state != "until-found")
        || value.attr("popover").is_some()
        || value.name() == "dialog" && value.attr("open").is_none();
    if none {
        return Display::None;
    }
    match value.name() {
        "area" | "base" | "basefont" | "datalist" | "head" | "link" | "meta" | "noembed" | "noframes" | "noscript"
        | "param" | "rp" | "script" | "style" | "template" | "title" => Display::None,
        "html" | "body" | "address" | "blockquote" | "center" | "dialog" | "div" | "figure" | "figcaption"
        | "footer" | "form" | "header" | "hr" | "legend" | "listing" | "main" | "p" | "plaintext" | "pre"
        | "search" | "xmp" | "article" | "aside" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hgroup" | "nav"
        | "section" | "dir" | "dd" | "dl" | "dt" | "menu" | "ol" | "ul" | "li" | "table" | "caption" | "colgroup"
        | "col" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" | "details" | "summary" | "fieldset"
        | "optgroup" | "option" | "frameset" | "frame" => Display::Block,
        _ => Display::Inline,
    }
}
