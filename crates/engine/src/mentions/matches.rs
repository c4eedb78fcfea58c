//! Finds written forms of entities in a document: longest match from word starts, case checked, nothing yet chosen.

use super::han_words::is_across;
use super::word_forms::{base_forms, elision, has_genitive, prefix};
use super::{Lookup, states};
use crate::date::Date;
use crate::document::Document;
use crate::everyday;
use crate::fold::{Folded, fold};
use crate::knowledge::{Handle, Knowledge};
use crate::pack::names::first_word;
use crate::seeds::{AliasKind, Risk};
use std::ops::Range;

/// Forms of so few letters mean too many things to be taken without support.
const SHORT_FORM: usize = 3;

/// An entity that a span may name, and by which form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// The entity.
    pub handle: Handle,
    /// What sort of form matched.
    pub form: AliasKind,
    /// Whether it needs support from the page.
    pub risk: Risk,
    /// Whether the form is made of words that each country's bodies bear alike: "Supreme Court".
    pub generic: bool,
    /// Whether the form is an everyday word of the page's language.
    pub everyday: bool,
}

impl Candidate {
    /// An entity that the text itself, or a reviewed abbreviation, calls by a short form.
    pub(super) fn by_short_form(handle: Handle) -> Self {
        Self { handle, form: AliasKind::Short, risk: Risk::None, generic: false, everyday: false }
    }
}

/// How a match came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A form in a pack.
    Form,
    /// A case of a form in a pack.
    Inflected,
    /// One letter away from a form in a pack.
    NearMiss,
    /// A short form that the text itself introduced.
    Introduced,
}

/// A span that is a written form of at least one entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// Bytes of the document's text.
    pub range: Range<usize>,
    /// Index of the block.
    pub block: usize,
    /// Entities it may name; never empty.
    pub candidates: Vec<Candidate>,
    /// How it came about.
    pub origin: Origin,
}

/// What decides, beside its letters, whether a form fits a place in the text.
pub(super) struct Spelling {
    /// Whether the block is written in capitals throughout.
    shouted: bool,
    /// The page date.
    day: Option<Date>,
    /// The page's language, as a bit of [`crate::everyday`].
    language: u64,
    /// Whether that language makes a genitive by an "s" alone.
    genitive: bool,
}

impl Spelling {
    pub(super) fn of(document: &Document, shouted: bool) -> Self {
        let (language, genitive) = (everyday::bit(document.language), has_genitive(document.language));
        Self { shouted, day: document.date, language, genitive }
    }
}

/// Every match in the article's blocks, in order, none overlapping.
pub fn find_matches(document: &Document, lookup: &mut Lookup) -> Vec<Match> {
    let mut matches = Vec::new();
    for (index, block) in document.blocks.iter().enumerate().filter(|(_, block)| block.in_article) {
        let text = &document.text[block.range.clone()];
        let folded = fold(text);
        let spelling = Spelling::of(document, is_shouted(text));
        let mut at = 0;
        while at < folded.text.len() {
            let step = folded.text[at..].chars().next().map_or(1, char::len_utf8);
            let found =
                folded.is_word_start(at).then(|| at_word(document, text, &folded, at, &spelling, lookup)).flatten();
            let found = found.filter(|(skipped, length, ..)| {
                let start = at + skipped;
                !is_across(text, &folded.source(start..start + length))
            });
            match found {
                Some((skipped, length, candidates, origin)) => {
                    at += skipped;
                    candidates.iter().for_each(|candidate| lookup.load(candidate.handle));
                    let the = leading_the(&folded.text[at..at + length], &candidates, lookup);
                    let source = with_article(text, folded.source(at + the..at + length));
                    let end = document.end_of_grapheme(block.range.start + source.end);
                    let range = block.range.start + source.start..end;
                    matches.push(Match { range, block: index, candidates, origin });
                    at += length;
                }
                None => at += step,
            }
        }
    }
    matches
}

/// What stands at the word at byte `at`: the bytes of it before the form, the length of the longest form, its candidates and
/// how it came about.
fn at_word(
    document: &Document,
    text: &str,
    folded: &Folded,
    at: usize,
    spelling: &Spelling,
    lookup: &Lookup,
) -> Option<(usize, usize, Vec<Candidate>, Origin)> {
    let mut start = at;
    loop {
        if let Some((length, candidates)) = longest(text, folded, start, spelling, lookup) {
            return Some((start - at, length, candidates, Origin::Form));
        }
        let mut length = prefix(first_word(&folded.text[start..]));
        if length == 0 && start == at {
            length = elision(&text[folded.source(at..at + 1).start..], document.language);
        }
        if length == 0 {
            break;
        }
        start += length;
    }
    let word = first_word(&folded.text[at..]);
    let surface = &text[folded.source(at..at + word.len())];
    let (mut candidates, mut length) = (Vec::new(), word.len());
    base_forms(word, document.language, &mut |base| {
        for (pack, names) in lookup.knowledge.names() {
            if let Some(form) = names.form(base) {
                add_candidates(lookup.knowledge, pack, form, surface, spelling, &mut candidates);
            }
        }
        // A particle is a word of its own, an ending isn't.
        if document.language == "ko" && !candidates.is_empty() {
            length = length.min(base.len());
        }
    });
    (!candidates.is_empty()).then_some((0, length, candidates, Origin::Inflected))
}

/// The longest form that starts at byte `at` and whose case fits, with its candidates.
fn longest(
    text: &str,
    folded: &Folded,
    at: usize,
    spelling: &Spelling,
    lookup: &Lookup,
) -> Option<(usize, Vec<Candidate>)> {
    let rest = &folded.text[at..];
    let word = first_word(rest);
    let mut forms: Vec<(usize, u16, u32)> = Vec::new();
    for (pack, names) in lookup.knowledge.names().filter(|(_, names)| names.may_start(word)) {
        forms.extend(names.forms_at(rest).filter_map(|(length, form)| {
            // "Donald Trumps"; of a single word the cases are looked for once no form fits.
            let owned = spelling.genitive && rest[length..].starts_with('s') && rest[..length].contains(' ');
            let length = length + usize::from(owned);
            folded.is_word_end(at + length).then_some((length, pack, form))
        }));
    }
    let mut shorter_than = usize::MAX;
    loop {
        let length = forms.iter().map(|form| form.0).filter(|&length| length < shorter_than).max()?;
        let surface = &text[folded.source(at..at + length)];
        let mut candidates = Vec::new();
        for &(_, pack, form) in forms.iter().filter(|form| form.0 == length) {
            add_candidates(lookup.knowledge, pack, form, surface, spelling, &mut candidates);
        }
        if !candidates.is_empty() {
            return Some((length, candidates));
        }
        shorter_than = length;
    }
}

/// Adds the entities of a form whose case fits `surface` and that was in use, each once.
pub(super) fn add_candidates(
    knowledge: &Knowledge,
    pack: u16,
    form: u32,
    surface: &str,
    spelling: &Spelling,
    candidates: &mut Vec<Candidate>,
) {
    for (handle, alias) in knowledge.aliases(pack, form) {
        if !alias.capitals.fit(surface, spelling.shouted) || !alias.in_use(spelling.day) {
            continue;
        }
        let everyday = alias.everyday & spelling.language != 0;
        // Capitals tell names from words only in scripts that have them; in capitals throughout only an acronym is surely no word.
        let acronym = alias.kind == AliasKind::Acronym && surface.chars().any(char::is_uppercase) && !spelling.shouted;
        let in_small = surface.chars().any(char::is_lowercase);
        // What reads as words of several languages at once ("die gegen die Ukraine war") is never a name.
        let phrase = surface.contains(char::is_whitespace);
        let word = alias.everyday & everyday::NOTHING_ELSE != 0;
        if everyday && (phrase || word || !in_small && !acronym) {
            continue;
        }
        let short = surface.chars().filter(|letter| letter.is_alphanumeric()).count() <= SHORT_FORM;
        let sure = matches!(alias.kind, AliasKind::Acronym | AliasKind::Native | AliasKind::Demonym);
        let risk = if short && !sure || everyday && in_small { Risk::Context } else { alias.risk };
        let known = candidates
            .iter_mut()
            .find(|known| known.handle == handle && is_metonym(known.form) == is_metonym(alias.kind));
        match known {
            Some(known) if known.risk == Risk::Context && risk == Risk::None => {
                (known.form, known.risk) = (alias.kind, risk);
            }
            Some(_) => {}
            None => {
                let generic = alias.everyday & everyday::GENERIC != 0;
                candidates.push(Candidate { handle, form: alias.kind, risk, generic, everyday });
            }
        }
    }
}

fn is_metonym(kind: AliasKind) -> bool {
    kind == AliasKind::Metonym
}

/// Whether a block is written in capitals throughout.
fn is_shouted(text: &str) -> bool {
    !text.chars().any(char::is_lowercase) && text.chars().filter(|letter| letter.is_uppercase()).count() > SHORT_FORM
}

/// A match of each of `spans`, which are names of places, with every place of that name; the last words of a span that no place
/// has are left out one by one ("Plymouth County").
pub fn given_matches(document: &Document, spans: &[Range<usize>], lookup: &mut Lookup) -> Vec<Match> {
    let spelling = Spelling::of(document, false);
    let of_span = |range: &Range<usize>| {
        let surface = &document.text[range.clone()];
        let folded = fold(surface).text;
        let mut name = folded.trim();
        name = name.strip_prefix("the ").unwrap_or(name);
        let mut candidates = Vec::new();
        let mut state = states::abbreviated(surface).and_then(|id| lookup.knowledge.find_id(&["gn:", id].concat()));
        while candidates.is_empty() && !name.is_empty() {
            for (pack, names) in lookup.knowledge.names() {
                if let Some(form) = names.form(name) {
                    add_candidates(lookup.knowledge, pack, form, surface, &spelling, &mut candidates);
                }
            }
            candidates.iter().for_each(|candidate| lookup.load(candidate.handle));
            candidates.retain(|candidate| {
                candidate.form != AliasKind::Metonym
                    && lookup.entity(candidate.handle).is_some_and(|record| record.kind.is_place())
            });
            if let Some(handle) = state.take().filter(|_| candidates.is_empty()) {
                lookup.load(handle);
                candidates.push(Candidate::by_short_form(handle));
            }
            name = name.rsplit_once(' ').map_or("", |(before, _)| before);
        }
        let block = document.blocks.iter().position(|block| block.range.contains(&range.start)).unwrap_or_default();
        Match { range: range.clone(), block, candidates, origin: Origin::Form }
    };
    spans.iter().map(of_span).collect()
}

/// Length of "the " before a form that means the same without it; 0 where it belongs to the name ("The Times").
fn leading_the(form: &str, candidates: &[Candidate], lookup: &Lookup) -> usize {
    const THE: &str = "the ";
    let Some(rest) = form.strip_prefix(THE) else { return 0 };
    let same = lookup.knowledge.names().any(|(pack, names)| {
        let aliases = names.form(rest).into_iter().flat_map(|form| lookup.knowledge.aliases(pack, form));
        aliases
            .into_iter()
            .any(|(handle, alias)| alias.risk == Risk::None && candidates.iter().any(|known| known.handle == handle))
    });
    if same { THE.len() } else { 0 }
}

/// `range` with an Arabic article that stands before it.
fn with_article(text: &str, range: Range<usize>) -> Range<usize> {
    let before = &text[..range.start];
    for article in ["al-", "el-", "Al-", "El-", "al‑", "Al "] {
        if let Some(rest) = before.strip_suffix(article)
            && rest.chars().next_back().is_none_or(|letter| !letter.is_alphanumeric())
        {
            return range.start - article.len()..range.end;
        }
    }
    range
}
