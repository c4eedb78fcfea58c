//! Short forms that the text itself introduces: acronyms in brackets after a name, and surnames after a full name.

use super::Lookup;
use super::matches::{Candidate, Match, Origin};
use crate::document::Document;
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
    let mut known: Vec<Option<Match>> = matches.into_iter().map(Some).collect();
    let mut merged = Vec::with_capacity(known.len());
    let mut position = 0;
    let mut blocks = document.blocks.iter().enumerate().peekable();
    for token in &document.tokens {
        while blocks.next_if(|(_, block)| block.range.end <= token.start).is_some() {}
        let introduced = short_forms
            .iter()
            .find(|(form, ..)| *form == token.of(document.text))
            .filter(|(.., from)| *from <= token.start);
        let Some((_, candidate, _)) = introduced else { continue };
        let Some(&(block, _)) = blocks.peek().filter(|(_, block)| block.in_article && block.range.start <= token.start)
        else {
            continue;
        };
        while position < known.len() && known[position].as_ref().is_none_or(|found| found.range.end <= token.start) {
            merged.extend(known[position].take());
            position += 1;
        }
        let overlapped = known.get_mut(position).and_then(Option::as_mut).filter(|found| found.range.start < token.end);
        match overlapped {
            // The text's own definition outweighs what the packs think the letters might mean.
            Some(found) if found.range == (token.start..token.end) => {
                found.candidates = vec![*candidate];
                found.origin = Origin::Introduced;
            }
            Some(_) => {}
            None => merged.push(Match {
                range: token.start..token.end,
                block,
                candidates: vec![*candidate],
                origin: Origin::Introduced,
            }),
        }
    }
    merged.extend(known.into_iter().flatten());
    merged
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
        let is_spelt = |first: &usize| {
            is_acronym_of(word, &document.text[document.tokens[*first].start..document.tokens[last - 1].end])
        };
        // Small words may stand between: "Relevamiento Provincial de Aprendizajes (RPA)".
        let fewest = last - letters;
        let mut first = fewest;
        while !is_spelt(&first) && first > 0 && fewest - first < SMALL_WORDS {
            first -= 1;
        }
        if !is_spelt(&first) {
            continue;
        }
        let mut own = matched.candidates.iter().filter_map(|candidate| lookup.entity(candidate.handle));
        if !own.any(|record| record.label.contains(document.word(first))) {
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
        let introduced = Candidate { form: AliasKind::Short, risk: Risk::None, ..*candidate };
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
    let capitals: String = word.chars().filter(|letter| letter.is_uppercase()).collect();
    let mut initials = String::new();
    let mut opens = true;
    for letter in name.chars() {
        if opens && letter.is_alphabetic() {
            initials.push(letter);
        }
        opens = matches!(letter, ' ' | '-') || opens && !letter.is_alphabetic();
    }
    let (capitals, initials) = (capitals.to_lowercase(), initials.to_lowercase());
    let mut rest = initials.chars();
    (2..=8).contains(&word.chars().count())
        && capitals.chars().count() >= 2
        && word.to_lowercase().chars().next() == initials.chars().next()
        && capitals.chars().all(|letter| rest.any(|initial| initial == letter))
}
