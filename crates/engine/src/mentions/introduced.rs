//! Short forms that the text itself introduces: acronyms in brackets after a name, and surnames after a full name.

use super::Lookup;
use super::matches::{Candidate, Match, Origin};
use super::otherwise::is_one_of_its_names;
use crate::document::{Block, Document};
use crate::kind::EntityKind;
use crate::seeds::{AliasKind, Risk};

/// A surname needs so many letters to be followed through the text.
const SURNAME_LETTERS: usize = 4;

/// So many words of a name may give no letter to its acronym.
const SMALL_WORDS: usize = 2;

/// Adds the later mentions of names that were introduced in `matches`; the result is in order and doesn't overlap.
pub fn add_introduced(document: &Document, matches: Vec<Match>, lookup: &Lookup) -> Vec<Match> {
    let mut matches = matches;
    silence_strangers(document, &mut matches, lookup);
    let short_forms = collect(document, &matches, lookup);
    if short_forms.is_empty() {
        return matches;
    }
    for token in &document.tokens {
        let introduced = short_forms.iter().find(|(form, ..)| *form == token.of(document.text));
        let Some((_, candidate, _)) = introduced.filter(|(.., from)| *from <= token.start) else { continue };
        let holds = |block: &Block| block.in_article && block.range.contains(&token.start);
        let Some(block) = document.blocks.iter().position(holds) else { continue };
        let at = matches.partition_point(|found| found.range.end <= token.start);
        let range = token.start..token.end;
        match matches.get_mut(at).filter(|found| found.range.start < token.end) {
            // The text's own definition outweighs what the packs think the letters might mean.
            Some(found) if found.range == range => {
                found.candidates = vec![*candidate];
                found.origin = Origin::Introduced;
            }
            Some(_) => {}
            None => {
                matches.insert(at, Match { range, block, candidates: vec![*candidate], origin: Origin::Introduced });
            }
        }
    }
    matches
}

/// Takes away the matches of acronyms to which the text itself gives another meaning: after "artificial pancreas (AP)" AP is no
/// agency. The first word of a candidate's own name before the bracket is no other meaning.
fn silence_strangers(document: &Document, matches: &mut Vec<Match>, lookup: &Lookup) {
    let mut silent: Vec<(&str, usize)> = Vec::new();
    for matched in matches.iter() {
        let acronym = document.token_at(matched.range.start);
        let word = document.word(acronym);
        let letters = word.chars().count();
        if acronym <= letters || letters < 2 || document.word(acronym - 1) != "(" || document.word(acronym + 1) != ")" {
            continue;
        }
        let last = acronym - 1;
        let is_spelt = |first: usize| {
            is_acronym_of(word, &document.text[document.tokens[first].start..document.tokens[last - 1].end])
        };
        // Small words may stand between: "Relevamiento Provincial de Aprendizajes (RPA)".
        let fewest = last - letters;
        let mut first = fewest;
        let spelt = loop {
            if is_spelt(first) {
                break true;
            }
            if first == 0 || fewest - first == SMALL_WORDS {
                break false;
            }
            first -= 1;
        };
        let mut own = matched.candidates.iter().filter_map(|candidate| lookup.entity(candidate.handle));
        if spelt && !own.any(|record| is_one_of_its_names(record, document.word(first))) {
            silent.push((word, matched.range.start));
        }
    }
    matches.retain(|matched| {
        let form = &document.text[matched.range.clone()];
        !silent.iter().any(|(word, from)| *word == form && *from <= matched.range.start)
    });
}

/// Short forms, each with the entity and the byte from which on the form is valid.
fn collect<'t>(document: &Document<'t>, matches: &[Match], lookup: &Lookup) -> Vec<(&'t str, Candidate, usize)> {
    let mut found: Vec<(&str, Candidate, usize)> = Vec::new();
    let mut introduce = |form, candidate, from| {
        if !found.iter().any(|(known, ..)| *known == form) {
            found.push((form, candidate, from));
        }
    };
    for matched in matches {
        let [candidate] = matched.candidates.as_slice() else { continue };
        if candidate.form == AliasKind::Demonym || candidate.risk == Risk::Context {
            continue;
        }
        let Some(entity) = lookup.entity(candidate.handle) else { continue };
        let introduced = Candidate::by_short_form(candidate.handle);
        let after = document.token_at(matched.range.end);
        if document.word(after) == "(" && document.word(after + 2) == ")" {
            let acronym = document.word(after + 1);
            if is_acronym_of(acronym, &document.text[matched.range.clone()]) {
                introduce(acronym, introduced, document.tokens[after + 1].start);
            }
        }
        if entity.kind == EntityKind::Person && candidate.form != AliasKind::Short {
            let surname =
                document.text[matched.range.clone()].rsplit_once([' ', '-']).map_or("", |(_, surname)| surname);
            if surname.chars().count() >= SURNAME_LETTERS {
                introduce(surname, introduced, matched.range.end);
            }
        }
    }
    found
}

/// Whether `word` is made of initials of `name`, in order, beginning with the first: "Spring University Myanmar (SUM)"
/// says nothing of Myanmar.
fn is_acronym_of(word: &str, name: &str) -> bool {
    let same = |one: char, other: char| one == other || one.to_lowercase().next() == other.to_lowercase().next();
    if !(2..=8).contains(&word.chars().count()) {
        return false;
    }
    let mut letters = name.chars();
    let (mut opens, mut begun) = (true, false);
    let mut capitals = 0;
    for capital in word.chars().filter(|letter| letter.is_uppercase()) {
        loop {
            let Some(letter) = letters.next() else { return false };
            let is_initial = opens && letter.is_alphabetic();
            opens = matches!(letter, ' ' | '-') || opens && !is_initial;
            if !is_initial {
                continue;
            }
            if !begun && !word.starts_with(|first| same(first, letter)) {
                return false;
            }
            begun = true;
            if same(letter, capital) {
                break;
            }
        }
        capitals += 1;
    }
    capitals >= 2
}
