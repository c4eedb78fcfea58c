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
        let mut found = Self::default();
        parts(byline.unwrap_or_default(), &mut found.single);
        let (mut seen, mut last) = (0, 0);
        for (at, (role, text)) in blocks.iter().enumerate() {
            if *role == BlockRole::Body {
                seen += 1;
                last = at;
                if seen <= REACH {
                    parts(dateline(text).unwrap_or_default(), &mut found.single);
                }
            }
        }
        if seen == 0 {
            return found;
        }
        for (at, &(role, text)) in blocks.iter().enumerate().take(last + REACH).skip((last + 1).saturating_sub(REACH)) {
            let text = text.trim_matches(is_edge);
            if role == BlockRole::Caption || text.chars().count() > LONGEST {
                continue;
            }
            parts(after_credit(text).unwrap_or_default(), &mut found.single);
            // An article of one block is no line of credit.
            if at == last && seen > 1 {
                parts(text, &mut found.line);
            }
        }
        found
    }

    /// The labels of those that are outlets of the pack, other than the page's own, in order.
    pub(super) fn resolve(&self, own: Option<&Who>, knowledge: &Knowledge) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let mut add = |names: &[String], all: bool| {
            let labels: Vec<Option<String>> = names.iter().map(|name| outlet(name, knowledge)).collect();
            if all && labels.contains(&None) {
                return;
            }
            for label in labels.into_iter().flatten() {
                if own.is_none_or(|own| own.label != label) && !found.contains(&label) {
                    found.push(label);
                }
            }
        };
        add(&self.single, false);
        add(&self.line, true);
        found
    }
}

/// The label of the only outlet of that name; two are told apart by nothing.
fn outlet(name: &str, knowledge: &Knowledge) -> Option<String> {
    let mut outlets = knowledge.find_name(name);
    outlets.retain(|record| record.kind == EntityKind::Outlet);
    (outlets.len() == 1).then(|| outlets.remove(0).label)
}

/// Adds the names that separators set apart in `text`.
fn parts(text: &str, found: &mut Vec<String>) {
    let names = pieces(text, SEPARATORS).into_iter().map(|piece| piece.trim_matches(is_edge));
    found.extend(names.filter(|name| !name.is_empty()).map(str::to_string));
}

/// What stands around a name without belonging to it.
fn is_edge(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '(' | ')' | '[' | ']' | '.' | ':' | '：' | '©')
}

/// The names after "Source:" and the like.
fn after_credit(line: &str) -> Option<&str> {
    for word in CREDIT {
        // Letters of these words have one length in small and capital form, so that the cut is on a letter where they match.
        let (Some(start), Some(rest)) = (line.get(..word.len()), line.get(word.len()..)) else { continue };
        if start.to_lowercase() == *word && rest.starts_with(is_edge) {
            return Some(rest);
        }
    }
    None
}

/// The agency in a dateline: "MOSCOW, May 3 (Reuters) - ", "Berlin (dpa) – ", "МОСКВА, 3 мая. /ТАСС/. ", "МОСКВА, 3 мая — РИА Новости. ".
fn dateline(block: &str) -> Option<&str> {
    let block = block.trim_start();
    let head = &block[..block.char_indices().nth(LONGEST).map_or(block.len(), |(at, _)| at)];
    let signs = head.char_indices();
    if let Some((end, _)) = signs.clone().nth(CHINESE_AGENCY)
        && signs.clone().take(CHINESE_AGENCY * 8).any(|(_, sign)| sign == '电' || sign == '電')
    {
        return Some(&head[..end]);
    }
    if !head.starts_with('(') && !head.starts_with(char::is_uppercase) {
        return None;
    }
    // "КИЕВ, 3 мая — РИА Новости." begins with a word in capitals.
    let shouted = head.chars().take_while(|sign| sign.is_alphabetic());
    let mut opened: Option<(usize, char)> =
        (shouted.clone().count() >= 3 && shouted.clone().all(char::is_uppercase)).then_some((0, '—'));
    for (at, sign) in signs {
        let start = at + sign.len_utf8();
        match (sign, opened) {
            ('(' | '/', None | Some((_, '—'))) => opened = Some((start, sign)),
            (')', Some((from, '('))) | ('/', Some((from, '/'))) => {
                let after = head[start..].trim_start_matches(is_edge);
                let ends = after.starts_with(is_dash) || (sign == '/' && head[start..].starts_with('.'));
                return ends.then(|| &head[from..at]);
            }
            ('.' | ',', Some((from, '—'))) if from > 0 => return Some(&head[from..at]),
            (_, Some((_, '—'))) if at > 0 && is_dash(sign) => opened = Some((start, '—')),
            _ => {}
        }
    }
    None
}

fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '–' | '—')
}

#[cfg(all(test, feature = "compile"))]
mod tests {
    use super::*;
    use crate::drawn_world::engine_of;
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
        let engine = engine_of(WORLD);
        let knowledge = engine.knowledge();
        let own = Who { text: "The Herald".into(), entity: Some("x:herald".into()), label: "The Herald".into() };
        let long = "The river rose again in the night, and by noon the lower market stood under water to the sills.";
        for (byline, blocks, expected) in [
            (Some("Ada Example, Freedonia Wire"), &[(Body, long)][..], &["Freedonia Wire"][..]),
            (Some("FW and Lumbrian Press"), &[], &["Freedonia Wire", "Lumbrian Press"]),
            (Some("The Herald"), &[], &[]),
            (None, &[(Headline, "Floods"), (Body, "SYLVANIA, May 3 (FW) - The river rose.")], &["Freedonia Wire"]),
            (None, &[(Body, "Sylvania (FW) – Der Fluss stieg.")], &["Freedonia Wire"]),
            (None, &[(Body, "(Freedonia Wire) - The river rose.")], &["Freedonia Wire"]),
            (None, &[(Body, "Sylvania, 3 may (FW).- El río creció.")], &["Freedonia Wire"]),
            (None, &[(Body, "СИЛЬВАНИЯ, 3 мая. /ФВ/. Вода поднялась.")], &["Freedonia Wire"]),
            (None, &[(Body, "СИЛЬВАНИЯ, 3 мая — ФВ. Вода поднялась.")], &["Freedonia Wire"]),
            (None, &[(Body, "自由社首都5月3日电 河水上涨。")], &["Freedonia Wire"]),
            // Somebody's words of an agency are no dateline.
            (None, &[(Body, "The minister told Freedonia Wire (FW) that the river rose.")], &[]),
            (None, &[(Body, "Freedom Party (FP) - The river rose.")], &[]),
            (None, &[(Body, long), (Body, "Source: FW, Lumbrian Press")], &["Freedonia Wire", "Lumbrian Press"]),
            (None, &[(Body, long), (Other, "Quelle: FW")], &["Freedonia Wire"]),
            (None, &[(Body, long), (Body, "FW/Lumbrian Press")], &["Freedonia Wire", "Lumbrian Press"]),
            (None, &[(Body, long), (Body, "FW and the river")], &[]),
            // Pictures, tags and menus.
            (None, &[(Body, long), (Caption, "Source: FW")], &[]),
            (None, &[(Body, long), (Other, "FW")], &[]),
            (None, &[(Other, "Source: FW"), (Body, long), (Body, long), (Body, long), (Body, long)], &[]),
            (None, &[], &[]),
        ] {
            let found = Credits::new(byline, blocks).resolve(Some(&own), knowledge);
            assert_eq!(found, expected, "{byline:?} {blocks:?}");
        }
    }
}
