//! Reads a document into blocks of visible text; the counterpart of `extension/src/page/collect-blocks.ts`, whose rules these are.

use super::builder::{Builder, SPACES};
use super::display::{Display, Style};
use super::stylesheet::StyleSheet;
use super::{HostBlock, cut};
use ego_tree::{NodeId, NodeRef};
use engine::wire::BlockClues;
use scraper::{ElementRef, Html, Node};
use std::collections::HashMap;

/// `MAX_TEXT` of `limits.ts`, in UTF-16 units.
const MAX_TEXT: usize = 1_500_000;
/// `MAX_PATH` of `limits.ts`.
const MAX_PATH: usize = 32;
/// `MAX_HINTS` of `limits.ts`.
const MAX_HINTS: usize = 8;
/// `MAX_HINT` of `limits.ts`, in UTF-16 units.
const MAX_HINT: usize = 60;
/// `MAX_DROP_CAP` of `collect-blocks.ts`, in UTF-16 units.
const MAX_DROP_CAP: usize = 3;
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// The blocks of the whole document in reading order.
pub fn collect(document: &Html) -> Vec<HostBlock> {
    let sheet = StyleSheet::of(document);
    let Some(body) = document.root_element().child_elements().find(|element| element.value().name() == "body") else {
        return Vec::new();
    };
    let root = document.root_element();
    let language = language_of(root);
    let mut walk = Walk {
        sheet: &sheet,
        levels: Vec::new(),
        current: None,
        found: Vec::new(),
        order: 0,
        taken: 0,
        numbers: HashMap::new(),
    };
    walk.levels.push(Level {
        next: Some(*body),
        siblings: false,
        container_is_pre: false,
        places: Vec::new(),
        language,
        time: None,
        linked: false,
        breaks: Breaks::None,
        style: Style::INITIAL,
        closes: Closes::Block,
        suspended: None,
    });
    walk.run();
    walk.found.sort_by_key(|(order, _)| *order);
    walk.found.into_iter().map(|(_, block)| block).collect()
}

/// What ends a paragraph inside a text node.
#[derive(Clone, Copy)]
enum Breaks {
    None,
    /// A line feed, where a style keeps them.
    Line,
    /// An empty line: prose in a `pre` element has hard line ends.
    EmptyLine,
}

/// What closing an element does to the text around it.
#[derive(Clone, Copy, PartialEq)]
enum Closes {
    Nothing,
    Block,
    Aside,
}

/// An element being walked, with what holds inside it.
struct Level<'a> {
    next: Option<NodeRef<'a, Node>>,
    /// Whether the siblings of `next` follow.
    siblings: bool,
    container_is_pre: bool,
    /// The elements from the body down, the body apart.
    places: Vec<ElementRef<'a>>,
    language: Option<&'a str>,
    /// The `datetime` of the `time` element around.
    time: Option<&'a str>,
    linked: bool,
    breaks: Breaks,
    style: Style,
    closes: Closes,
    /// The text that goes on after an aside.
    suspended: Option<Builder>,
}

struct Walk<'a, 's> {
    sheet: &'s StyleSheet,
    levels: Vec<Level<'a>>,
    current: Option<Builder>,
    found: Vec<(usize, HostBlock)>,
    order: usize,
    taken: usize,
    /// The numbers of the elements that hold a block.
    numbers: HashMap<NodeId, u32>,
}

impl<'a> Walk<'a, '_> {
    fn run(&mut self) {
        while let Some(level) = self.levels.last_mut() {
            let Some(node) = level.next else {
                let Some(level) = self.levels.pop() else { break };
                if level.closes != Closes::Nothing {
                    self.close();
                }
                if level.closes == Closes::Aside {
                    self.current = level.suspended;
                }
                continue;
            };
            level.next = if level.siblings { node.next_sibling() } else { None };
            if let Some(text) = node.value().as_text() {
                if self.taken >= MAX_TEXT {
                    break;
                }
                self.text(text);
            } else if let Some(element) = ElementRef::wrap(node) {
                self.element(element);
            }
        }
        self.close();
    }

    fn close(&mut self) {
        if let Some(builder) = self.current.take().filter(|builder| !builder.text.is_empty()) {
            self.taken += builder.units;
            self.found.push((builder.order, builder.block()));
        }
    }

    fn text(&mut self, text: &str) {
        let Some(level) = self.levels.last() else { return };
        if !level.style.visible {
            return;
        }
        let breaks = level.breaks;
        let mut rest = text;
        while let Some((paragraph, after)) = split_paragraph(rest, breaks) {
            self.add(paragraph);
            self.close();
            rest = after;
        }
        self.add(rest);
    }

    fn add(&mut self, text: &str) {
        if self.current.is_none() && text.trim_matches(SPACES).is_empty() {
            return;
        }
        let Some(level) = self.levels.last() else { return };
        let builder = match &mut self.current {
            Some(builder) => builder,
            current => {
                self.order += 1;
                let clues = BlockClues {
                    language: level.language.map(str::to_string),
                    ..clues_of(&level.places, &mut self.numbers)
                };
                current.insert(Builder::new(clues, self.order))
            }
        };
        if builder.clues.time.is_none() {
            builder.clues.time = level.time.map(str::to_string);
        }
        builder.append(text, level.linked);
    }

    fn element(&mut self, element: ElementRef<'a>) {
        let name = element.value().name();
        if name == "br" || name == "hr" {
            self.close();
            return;
        }
        let Some(level) = self.levels.last() else { return };
        if is_skipped(element) {
            return;
        }
        // Scripts show a root or body that is hidden until they have run.
        let style = match name {
            "body" => Style { display: Display::Block, ..Style::INITIAL },
            _ => Style::of(element, &level.style, self.sheet),
        };
        if style.display == Display::None || style.skips_contents {
            return;
        }
        let mut places = level.places.clone();
        if name != "body" {
            places.push(element);
        }
        let mut inner = Level {
            next: element.first_child(),
            siblings: true,
            container_is_pre: level.container_is_pre,
            places,
            language: language_of(element).or(level.language),
            time: value_of_time(element).or(level.time),
            linked: level.linked || name == "a" && element.value().attr("href").is_some(),
            breaks: level.breaks,
            style,
            closes: Closes::Nothing,
            suspended: None,
        };
        if style.display != Display::Inline && !is_drop_cap(element, &style) {
            if style.floats || style.lifted {
                inner.suspended = self.current.take();
                inner.closes = Closes::Aside;
            } else {
                self.close();
                inner.closes = Closes::Block;
            }
            inner.container_is_pre = name == "pre";
            inner.breaks = match (style.keeps_breaks, inner.container_is_pre) {
                (false, _) => Breaks::None,
                (true, true) => Breaks::EmptyLine,
                (true, false) => Breaks::Line,
            };
        }
        if name == "details" && element.value().attr("open").is_none() {
            let is_summary = |child: &ElementRef| child.value().name() == "summary";
            inner.next = element.child_elements().find(is_summary).map(|child| *child);
            inner.siblings = false;
        }
        self.levels.push(inner);
    }
}

/// Where a block stands; elements get their number when the first block needs it.
fn clues_of(places: &[ElementRef<'_>], numbers: &mut HashMap<NodeId, u32>) -> BlockClues {
    let places = &places[places.len().saturating_sub(MAX_PATH)..];
    let mut hints = Vec::new();
    let mut place = Vec::new();
    for element in places.iter().rev() {
        let next = numbers.len() as u32;
        place.push(*numbers.entry(element.id()).or_insert(next));
        if hints.len() < MAX_HINTS {
            hints.extend(Some(hint_of(*element)).filter(|hint| !hint.is_empty()));
        }
    }
    place.reverse();
    hints.reverse();
    let names: Vec<&str> = places.iter().map(|element| element.value().name()).collect();
    BlockClues { path: names.join(">"), place, hints: hints.join(">"), ..BlockClues::default() }
}

fn hint_of(element: ElementRef<'_>) -> String {
    let values = ["role", "itemprop", "id", "class"].iter().filter_map(|name| element.value().attr(name));
    let values: Vec<&str> = values.filter(|value| !value.is_empty()).collect();
    cut(&values.join(" "), MAX_HINT).to_string()
}

/// The text before the first break and after it; `None` without one.
fn split_paragraph(text: &str, breaks: Breaks) -> Option<(&str, &str)> {
    match breaks {
        Breaks::None => None,
        Breaks::Line => text.split_once('\n'),
        Breaks::EmptyLine => text.match_indices('\n').find_map(|(at, _)| {
            let after = text[at + 1..].trim_start_matches([' ', '\t', '\r']);
            after.strip_prefix('\n').map(|rest| (&text[..at], rest))
        }),
    }
}

/// Whether text inside the element is the reader's, not the page's, or can't be shown at all.
fn is_skipped(element: ElementRef<'_>) -> bool {
    let value = element.value();
    if &*value.name.ns != HTML {
        return true; // drawings and formulas
    }
    let skipped = matches!(
        value.name(),
        "script"
            | "style"
            | "noscript"
            | "template"
            | "textarea"
            | "input"
            | "select"
            | "option"
            | "optgroup"
            | "datalist"
            | "canvas"
            | "video"
            | "audio"
            | "iframe"
            | "frame"
            | "object"
            | "embed"
            | "head"
            | "title"
            | "meter"
            | "progress"
            | "rt"
            | "rp"
    );
    let edited = || value.attr("contenteditable").is_some_and(|state| !state.eq_ignore_ascii_case("false"));
    let code = || {
        value.name() == "code"
            && element.parent().and_then(ElementRef::wrap).is_some_and(|outer| outer.value().name() == "pre")
    };
    skipped || edited() || value.attr("role") == Some("textbox") || code()
}

fn language_of(element: ElementRef<'_>) -> Option<&str> {
    let declared = [element.attr("lang"), element.attr("xml:lang")];
    declared.into_iter().flatten().find(|tag| !tag.is_empty())
}

/// What a `time` element says for machines.
fn value_of_time(element: ElementRef<'_>) -> Option<&str> {
    let value = element.attr("datetime").filter(|value| !value.is_empty() && element.value().name() == "time")?;
    Some(cut(value, MAX_HINT))
}

/// A floated initial is a letter of its word, not a text of its own.
fn is_drop_cap(element: ElementRef<'_>, style: &Style) -> bool {
    let length = || element.text().collect::<String>().trim().encode_utf16().count();
    style.floats && !style.lifted && length() <= MAX_DROP_CAP
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asserts the texts of a page's blocks.
    #[track_caller]
    fn check(html: &str, expected: &[&str]) {
        let blocks = collect(&Html::parse_document(html));
        let texts: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(texts, expected, "{html}");
    }

    #[test]
    fn blocks_end_where_boxes_end() {
        check(
            "<p>One <b>two</b>\n three<br>four <div>five<span>six</span></div>seven",
            &["One two three", "four", "fivesix", "seven"],
        );
        check("<table><tr><td>a<td>b</table><ul><li>c<li>d</ul>", &["a", "b", "c", "d"]);
        check("<div style='display:flex'><span>a</span><span>b</span></div>", &["a", "b"]);
    }

    #[test]
    fn hidden_text_is_not_read() {
        check(
            "<p hidden>a<p style='display:none'>b<p style='visibility:hidden'>c<b style='visibility:visible'>d</b>",
            &["d"],
        );
        check(
            "<style>.x{display:none}</style><p class=x>a</p><p>b<noscript>c</noscript><svg><text>d</text></svg>",
            &["b"],
        );
        check(
            "<details><summary>a</summary>b</details><details open><summary>c</summary>d</details>",
            &["a", "c", "d"],
        );
        check("<template><p>a</template><textarea>b</textarea><p contenteditable>c<pre><code>d</code></pre>e", &["e"]);
    }

    #[test]
    fn an_aside_in_a_paragraph_is_read_after_its_beginning() {
        check("<p>One <span style='float:left'>picture</span>two", &["One two", "picture"]);
        check("<p><span style='float:left'>O</span>nce", &["Once"]);
    }

    #[test]
    fn line_feeds_end_paragraphs_where_they_are_kept() {
        check("<pre>a\nb\n \nc</pre>", &["a b", "c"]);
        check("<div style='white-space:pre-line'>a\nb</div>", &["a", "b"]);
    }

    #[test]
    fn clues_say_where_a_block_stands() {
        let blocks = collect(&Html::parse_document("<html lang=en><main lang=de><p>Ein <a href=x>Haus</a>"));
        let clues = &blocks[0].clues;
        assert_eq!((clues.path.as_str(), clues.length, clues.link_density), ("main>p", 8, 0.625));
        assert_eq!(clues.language.as_deref(), Some("de"));
    }
}
