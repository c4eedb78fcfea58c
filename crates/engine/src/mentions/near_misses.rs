//! Finds near misses: names that are one letter away from a form of a pack, where nothing sure matched.

use super::matches::{Match, Origin, Spelling, add_candidates};
use super::{KNOWN_BODY, KNOWN_WIDELY, Lookup};
use crate::document::Document;
use crate::fold::fold;
use crate::kind::EntityKind;
use crate::seeds::{AliasKind, Risk};
use std::ops::Range;

/// Near misses: capitalised runs of eight letters and more, one letter away from a form, where nothing sure matched.
pub fn find_near_misses(document: &Document, matches: &[Match], lookup: &mut Lookup) -> Vec<Match> {
    let mut found = Vec::new();
    for run in capitalised_runs(document) {
        // The whole run first, then without its first words, which may be a title or the start of a sentence.
        for first in run.clone().filter(|&token| document.is_capitalised(token)) {
            let range = document.tokens[first].start..document.tokens[run.end - 1].end;
            if !gives_way(document, matches, &range) {
                continue;
            }
            if let Some(near) = near_miss(document, range, lookup) {
                found.push(near);
                break;
            }
        }
    }
    found
}

/// Whether the matches inside `range`, if any, are weaker than a near miss of the whole: risky parts of a long name.
fn gives_way(document: &Document, matches: &[Match], range: &Range<usize>) -> bool {
    /// A name of so many letters isn't hit by chance. Letters.
    const LONG_NAME: usize = 12;
    let first = matches.partition_point(|matched| matched.range.end <= range.start);
    let letters = document.text[range.clone()].chars().filter(|letter| letter.is_alphabetic()).count();
    for matched in matches[first..].iter().take_while(|matched| matched.range.start < range.end) {
        let within = range.start <= matched.range.start && matched.range.end <= range.end && matched.range != *range;
        let risky = matched.candidates.iter().all(|candidate| candidate.risk == Risk::Context);
        if letters < LONG_NAME || !within || !risky {
            return false;
        }
    }
    true
}

/// A form must have so many letters before another spelling of it is believed.
const NEAR_MISS_LETTERS: usize = 8;
/// A word of a name must have so many letters for a slip in it. Letters.
const NEAR_MISS_WORD: usize = 6;
/// One word must have so many, unless it is a place. Letters.
const NEAR_MISS_ALONE: usize = 11;
/// No more forms than this are looked at for one run: a name that resembles more says nothing.
const NEAR_MISS_FORMS: usize = 4;

fn near_miss(document: &Document, range: Range<usize>, lookup: &mut Lookup) -> Option<Match> {
    let surface = &document.text[range.clone()];
    let folded = fold(surface).text;
    let folded = folded.trim();
    if folded.chars().filter(|letter| letter.is_alphabetic()).count() < NEAR_MISS_LETTERS || !folded.is_ascii() {
        return None;
    }
    // "World War III" is no slip, nor is a word in the plural.
    let singular = folded.strip_suffix('s').filter(|_| document.language == "en");
    if surface.ends_with(" III") || surface.ends_with(" IV") || surface.ends_with(" I") {
        return None;
    }
    // "des Robert-Koch-Instituts"
    let genitive = folded.strip_suffix('s').filter(|_| document.language == "de");
    let mut inflected = false;
    let spelling = Spelling::of(document, false);
    let mut candidates = Vec::new();
    for (pack, names) in lookup.knowledge.names() {
        inflected |= genitive.is_some_and(|form| names.form(form).is_some());
        if singular.is_some_and(|singular| names.form(singular).is_some()) {
            return None;
        }
        // A letter more or less makes another name of a short one, and of a surname that is known as it is: Carter is no Cartes.
        let mut may_differ = vec![false; folded.len()];
        let mut start = 0;
        for word in folded.split(' ') {
            let end = start + word.len();
            let known = || end == folded.len() && start > 0 && names.form(word).is_some();
            // Where the word ends as well: its last letter may be missing.
            let through = folded.len().min(end + 1);
            may_differ[start..through].fill(word.len() >= NEAR_MISS_WORD && !known());
            start = through;
        }
        for form in names.forms_one_edit_away(folded, &may_differ, NEAR_MISS_FORMS) {
            add_candidates(lookup.knowledge, pack, form, surface, &spelling, &mut candidates);
        }
    }
    // A different ending is more often another word ("Syrians", "Iranian") than a slip.
    candidates
        .retain(|candidate| !matches!(candidate.form, AliasKind::Acronym | AliasKind::Demonym | AliasKind::Metonym));
    candidates.iter().for_each(|candidate| lookup.load(candidate.handle));
    // There are towns enough whose names differ by a letter: a small one that no pack has isn't another.
    candidates.retain(|candidate| {
        lookup.entity(candidate.handle).is_some_and(|record| {
            let alone = !surface.contains(' ');
            match record.kind {
                _ if inflected => true,
                EntityKind::City => record.prominence >= KNOWN_WIDELY,
                EntityKind::Party | EntityKind::Company | EntityKind::Outlet => !alone,
                // There are more schools than a pack knows, and they are called alike.
                EntityKind::Organisation => !alone && record.prominence >= KNOWN_BODY,
                EntityKind::Person => !alone || folded.len() >= NEAR_MISS_ALONE,
                _ => true,
            }
        })
    });
    for candidate in &mut candidates {
        candidate.risk = Risk::Context;
    }
    let block = document.blocks.iter().position(|block| block.range.contains(&range.start))?;
    (candidates.len() == 1).then_some(Match { range, block, candidates, origin: Origin::NearMiss })
}

/// Token ranges of capitalised words in the article, with small words and hyphens between them.
fn capitalised_runs(document: &Document) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    for block in document.blocks.iter().filter(|block| block.in_article) {
        let limit = document.tokens.partition_point(|token| token.start < block.range.end);
        let mut index = document.token_at(block.range.start);
        while index < limit {
            if !document.is_capitalised(index) {
                index += 1;
                continue;
            }
            let joins =
                |token: usize| matches!(document.word(token), "of" | "the" | "al" | "el" | "-" | "and" | "for" | "de");
            let run = (index..limit).take_while(|&token| document.is_capitalised(token) || joins(token));
            let end = run.filter(|&token| document.is_capitalised(token)).last().unwrap_or(index) + 1;
            runs.push(index..end);
            index = end;
        }
    }
    runs
}
