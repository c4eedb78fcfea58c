//! Whose copy a page carries: agencies and other outlets credited in its byline, its dateline or the line that ends it.
//!
//! Pictures are credited, too, so captions say nothing, and a bare name counts only where it is the whole of an article's last line.

use super::BlockRole;
use super::pieces::pieces;
use crate::kind::EntityKind;
use crate::knowledge::Knowledge;
use crate::wire::Who;

/// What stands between two names of a credit.
const SEPARATORS: &[&str] =
    &[", ", "/", " | ", ";", " & ", " and ", " und ", " y ", " et ", " e ", " for ", " with ", "、"];
/// Words before the names in a line that ends an article.
const CREDIT: &[&str] = &[
    "source",
    "sources",
    "quelle",
    "quellen",
    "fuente",
    "fuentes",
    "fonte",
    "источник",
    "kaynak",
    "来源",
    "來源",
    "with",
    "mit material von",
    "con información de",
    "con informazioni di",
    "com informações de",
    "avec",
];
/// Blocks of the article's beginning in which a dateline is sought, and of its end for a line of credit.
const REACH: usize = 3;
/// A longer beginning of a block is no dateline, a longer line no credit. Characters.
const LONGEST: usize = 80;
/// What may stand around a credit.
const FRAME: &[char] = &['(', ')', '[', ']', '.', '©', ' ', '\n', '\u{a0}'];
/// Characters of an agency's name in Chinese, which a dateline puts first: 新华社北京5月3日电.
const CHINESE_AGENCY: usize = 3;

/// Names that a page gives as its origin, not yet known to be any outlet's.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Credits {
    /// Each may be one.
    single: Vec<String>,
    /// The names of a line that counts only when all of them are outlets'.
    line: Vec<String>,
}

impl Credits {
    /// Gathers them; `blocks` are the page's texts with their roles, in order.
    pub(super) fn new(byline: Option<&str>, blocks: &[(BlockRole, &str)]) -> Self {
        let mut single: Vec<String> = byline.map(parts).unwrap_or_default();
        let body: Vec<usize> = (0..blocks.len()).filter(|&at| blocks[at].0 == BlockRole::Body).collect();
        single.extend(body.iter().take(REACH).filter_map(|&at| dateline(blocks[at].1)).map(str::to_string));
        let mut line = Vec::new();
        if let Some(&last) = body.last() {
            let end = blocks.len().min(last + REACH);
            for &(role, text) in &blocks[(last + 1).saturating_sub(REACH)..end] {
                let text = text.trim_matches(FRAME);
                if role == BlockRole::Caption || text.chars().count() > LONGEST {
                    continue;
                }
                single.extend(after_credit(text).map(parts).unwrap_or_default());
            }
            let closing = blocks[last].1.trim_matches(FRAME);
            if body.len() > 1 && closing.chars().count() <= LONGEST {
                line = parts(closing);
            }
        }
        Self { single, line }
    }

    /// Those that are outlets of the pack, other than the page's own, in order.
    pub(super) fn resolve(&self, own: Option<&Who>, knowledge: &Knowledge) -> Vec<Who> {
        let known = |name: &String| {
            let mut outlets = knowledge.find_name(name);
            outlets.retain(|record| record.kind == EntityKind::Outlet);
            // Two of one name are told apart by nothing.
            (outlets.len() == 1).then(|| {
                let record = outlets.remove(0);
                Who { text: name.clone(), entity: Some(record.id), label: record.label }
            })
        };
        let line: Option<Vec<Who>> = self.line.iter().map(known).collect();
        let mut found: Vec<Who> = Vec::new();
        for who in self.single.iter().filter_map(known).chain(line.unwrap_or_default()) {
            let is_own = own.is_some_and(|own| own.entity == who.entity);
            if !is_own && !found.iter().any(|other| other.entity == who.entity) {
                found.push(who);
            }
        }
        found
    }
}

fn parts(text: &str) -> Vec<String> {
    pieces(text, SEPARATORS).into_iter().map(str::to_string).collect()
}

/// The names after "Source:" and the like.
fn after_credit(line: &str) -> Option<&str> {
    let small = line.to_lowercase();
    CREDIT.iter().filter(|word| small.starts_with(**word)).find_map(|word| {
        // Letters may change their length in small letters; then there is no telling where the word ends.
        let rest = line.get(word.len()..)?;
        let named = rest.trim_start_matches(&[':', '：', ' ', '\u{a0}'][..]);
        (named.len() < rest.len()).then_some(named)
    })
}

/// The agency in a dateline: "MOSCOW, May 3 (Reuters) - ", "Berlin (dpa) – ", "МОСКВА, 3 мая. /ТАСС/. ", "МОСКВА, 3 мая — РИА Новости. ".
fn dateline(block: &str) -> Option<&str> {
    let block = block.trim_start();
    let reach = block.char_indices().nth(LONGEST).map_or(block.len(), |(at, _)| at);
    let head = &block[..reach];
    if head.chars().take(CHINESE_AGENCY * 8).any(|sign| matches!(sign, '电' | '電')) {
        return head.char_indices().nth(CHINESE_AGENCY).map(|(end, _)| &head[..end]);
    }
    if !head.starts_with('(') && !head.starts_with(char::is_uppercase) {
        return None;
    }
    let dash = |text: &str| text.starts_with(&['-', '–', '—'][..]);
    for (open, close) in [('(', ')'), ('/', '/')] {
        let Some((_, rest)) = head.split_once(open) else { continue };
        let Some((name, after)) = rest.split_once(close) else { continue };
        if dash(after.trim_start_matches(&['.', ':', ' ', '\u{a0}'][..])) || (close == '/' && after.starts_with('.')) {
            return Some(name.trim());
        }
    }
    // "КИЕВ, 3 мая — РИА Новости." begins with a word in capitals.
    let first = head.split(&[' ', ','][..]).next()?;
    if first.chars().count() < 3 || first.chars().any(char::is_lowercase) {
        return None;
    }
    let (_, after) =
        head.split_once(&[' ', '\u{a0}'][..]).and_then(|(_, rest)| rest.split_once(&['–', '—', '-'][..]))?;
    after.split_once(&['.', ','][..]).map(|(name, _)| name.trim())
}

#[cfg(all(test, feature = "compile"))]
mod tests {
    use super::*;
    use crate::compile::{CompileOptions, SeedSource, compile};
    use BlockRole::{Body, Caption, Headline, Other};

    const WORLD: &str = r#"
entity = [
  { id = "x:wire", kind = "outlet", label = "Freedonia Wire", description = "An agency.", aliases = ["FW", "ФВ", "自由社"] },
  { id = "x:press", kind = "outlet", label = "Lumbrian Press", description = "An agency." },
  { id = "x:herald", kind = "outlet", label = "The Herald", description = "A paper." },
  { id = "x:party", kind = "party", label = "Freedom Party", description = "A party.", aliases = ["FP"] },
]
"#;

    #[test]
    fn agencies_in_byline_dateline_and_closing_line() {
        let source = SeedSource { name: "world.toml".into(), text: WORLD.into() };
        let options = CompileOptions { id: "test".into(), version: "1".into(), as_of: "2026-01-01".into() };
        let mut knowledge = Knowledge::default();
        knowledge.add_names(compile(&[source], &options).unwrap().names).unwrap();
        let own = Who { text: "The Herald".into(), entity: Some("x:herald".into()), label: "The Herald".into() };
        let long = "The river rose again in the night, and by noon the lower market stood under water to the sills.";
        for (byline, blocks, expected) in [
            (Some("Ada Example, Freedonia Wire"), &[(Body, long)][..], &["x:wire"][..]),
            (Some("FW and Lumbrian Press"), &[], &["x:wire", "x:press"]),
            (Some("The Herald"), &[], &[]),
            (None, &[(Headline, "Floods"), (Body, "SYLVANIA, May 3 (FW) - The river rose.")], &["x:wire"]),
            (None, &[(Body, "Sylvania (FW) – Der Fluss stieg.")], &["x:wire"]),
            (None, &[(Body, "(Freedonia Wire) - The river rose.")], &["x:wire"]),
            (None, &[(Body, "Sylvania, 3 may (FW).- El río creció.")], &["x:wire"]),
            (None, &[(Body, "СИЛЬВАНИЯ, 3 мая. /ФВ/. Вода поднялась.")], &["x:wire"]),
            (None, &[(Body, "СИЛЬВАНИЯ, 3 мая — ФВ. Вода поднялась.")], &["x:wire"]),
            (None, &[(Body, "自由社首都5月3日电 河水上涨。")], &["x:wire"]),
            // Somebody's words of an agency are no dateline.
            (None, &[(Body, "The minister told Freedonia Wire (FW) that the river rose.")], &[]),
            (None, &[(Body, "Freedom Party (FP) - The river rose.")], &[]),
            (None, &[(Body, long), (Body, "Source: FW, Lumbrian Press")], &["x:wire", "x:press"]),
            (None, &[(Body, long), (Other, "Quelle: FW")], &["x:wire"]),
            (None, &[(Body, long), (Body, "FW/Lumbrian Press")], &["x:wire", "x:press"]),
            (None, &[(Body, long), (Body, "FW and the river")], &[]),
            // Pictures, tags and menus.
            (None, &[(Body, long), (Caption, "Source: FW")], &[]),
            (None, &[(Body, long), (Other, "FW")], &[]),
            (None, &[(Other, "Source: FW"), (Body, long), (Body, long), (Body, long), (Body, long)], &[]),
            (None, &[], &[]),
        ] {
            let found = Credits::new(byline, blocks).resolve(Some(&own), &knowledge);
            let found: Vec<_> = found.iter().filter_map(|who| who.entity.as_deref()).collect();
            assert_eq!(found, expected, "{byline:?} {blocks:?}");
        }
    }
}
