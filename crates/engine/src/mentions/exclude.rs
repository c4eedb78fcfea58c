//! Takes away the candidates that the words around a match, or the rest of the page, rule out.

use super::divisions::{Division, is_known_otherwise};
use super::evidence::is_county;
use super::lexicon;
use super::matches::{Candidate, Match, Origin};
use super::otherwise::{is_excluded, is_one_of_its_names};
use super::phrases::Phrase;
use super::senses::Senses;
use super::stages::{Stage, is_on};
use super::surroundings::Surroundings;
use super::teams::{is_itself, is_team, is_unspaced_sport};
use super::whereabouts::Whereabouts;
use super::{KNOWN_AT_HOME, Lookup, WELL_KNOWN, word_forms};
use crate::document::Document;
use crate::kind::EntityKind;
use crate::knowledge::Handle;
use crate::pack::records::EntityRecord;
use crate::seeds::{AliasKind, Risk};

/// Prominence of a city so large that its government is named beside persons: "Putin and Washington".
const KNOWN_CAPITAL: u8 = 70;

/// Leaves of each match's candidates those that nothing rules out. Says of each whether its form is a place's somewhere on the page.
pub fn exclude(
    document: &Document,
    matches: &mut [Match],
    around: &[Surroundings],
    whereabouts: &Whereabouts,
    lookup: &Lookup,
) -> Vec<bool> {
    let form = |matched: &Match| &document.text[matched.range.clone()];
    let mut kinds = Vec::with_capacity(matches.len());
    // Persons whose full names stand on the page.
    let mut in_full = Vec::new();
    for matched in matches.iter() {
        kinds.push(kinds_of(matched, lookup));
        for candidate in &matched.candidates {
            if candidate.form != AliasKind::Short {
                in_full.push(candidate.handle);
            }
        }
    }
    let senses = Senses::read(document, matches, around, &kinds, whereabouts, lookup);
    let somebody: Vec<bool> =
        matches.iter().map(|matched| senses.is_somebody(form(matched), matched, matches, lookup)).collect();
    if !is_on(Stage::Exclude) {
        return matches.iter().map(|matched| senses.places.contains(&form(matched))).collect();
    }
    let sports = is_sports(document) || is_unspaced_sport(document);
    // Whether the town is called for its club, told before any candidate is ruled out.
    let is_club = |(index, matched): (usize, &Match)| {
        kinds[index] & bit(EntityKind::City) != 0 && is_team(document, &matched.range, matches, lookup)
    };
    let club: Vec<bool> = matches.iter().enumerate().map(is_club).collect();
    // Whether the match and one beside it are the name of something else.
    let mut paired = vec![false; matches.len()];
    for index in 1..matches.len() {
        if is_pair(kinds[index - 1], kinds[index], sports) && is_joined(document, &matches[index - 1], &matches[index])
        {
            (paired[index - 1], paired[index]) = (true, true);
        }
    }
    // Whether the adjective is the second of a people's name, and the country whose adjective stands right before.
    let (mut second, mut land) = (false, None);
    for index in 0..matches.len() {
        let first = matches.get(index + 1).is_some_and(|next| is_people(document, &matches[index], next));
        let next_land = demonym(&matches[index])
            .filter(|_| matches.get(index + 1).is_some_and(|next| is_joined(document, &matches[index], next)))
            .and_then(|candidate| lookup.country(candidate.handle));
        let is_joined_before = index > 0 && is_joined(document, &matches[index - 1], &matches[index]);
        let among_persons = is_among_persons(document, matches, &kinds, index);
        let of_a_part = is_joined_before && kinds[index - 1] == bit(EntityKind::Region);
        let phrase = Phrase::read(document, &matches[index].range);
        let division = Division::read(document, &matches[index].range);
        let has_part = kinds[index] & bit(EntityKind::Region) != 0;
        let itself = !sports || is_itself(&document.text[matches[index].range.end..]);
        let land_itself = namesake_country(document, &matches[index], lookup);
        let matched = &mut matches[index];
        let form = &document.text[matched.range.clone()];
        let foreign = document.language == "en" && form.is_ascii();
        let people = first || second || around[index].native;
        let branch = index > 0 && is_firm(kinds[index - 1]) && is_joined_before;
        let mut candidates = std::mem::take(&mut matched.candidates);
        candidates.retain(|candidate| {
            let Some(record) = lookup.entity(candidate.handle) else { return false };
            let by_form = !matches!(candidate.form, AliasKind::Demonym | AliasKind::Acronym);
            // Any word that opens a sentence has a capital, and many are cases of something.
            let inflected = matched.origin == Origin::Inflected;
            // Most nouns beside a country's name in German are nothing of it: "in Deutschland Bundeskanzler". "Chad Campbell" is none.
            let of_german = document.language == "de" && record.kind == EntityKind::Country && by_form;
            let at = &around[index];
            let bare = at.stranger_after && !(at.after_preposition || at.definite);
            let sure = inflected || of_german && !(bare && candidate.form != AliasKind::Native);
            let genitive = word_forms::has_genitive(document.language) && record.kind == EntityKind::Country
                || document.language == "ko";
            !(paired[index]
                || inflected && around[index].opens_sentence && !genitive
                || !(phrase.seat && candidate.form == AliasKind::Metonym && !at.part_of_another_name)
                    && is_excluded(form, candidate, record, &around[index], foreign, sure)
                || record.kind.is_place() && by_form && (somebody[index] || senses.is_lesser(form, record, foreign, inflected))
                || people && candidate.form == AliasKind::Demonym
                || land.is_some_and(|land| is_foreign_body(candidate, record, land, lookup))
                || sports
                    && (record.kind == EntityKind::City
                        || is_county(record)
                        || record.kind == EntityKind::Country && by_form && candidate.risk == Risk::Context
                        || record.kind == EntityKind::Region
                            && (around[index].plays
                                || kinds[index] & (bit(EntityKind::City) | bit(EntityKind::Organisation)) != 0
                                || senses.clubs.contains(&form.trim_end_matches('s'))))
                    && !(around[index].on_the_spot || itself)
                    && !whereabouts.is_within(index)
                    && whereabouts.of(index).is_none()
                || club[index] && record.kind == EntityKind::City && !around[index].on_the_spot
                // The Kremlin is who governs there, unless something is said to be in it or before it.
                || record.kind == EntityKind::Place && kinds[index] & bit(EntityKind::Government) != 0 && !phrase.within
                || by_form && division.excludes(record, has_part)
                || record.kind == EntityKind::Country
                    && (has_part && by_form && senses.divisions.contains(&form)
                        || is_known_otherwise(form, document.language))
                || among_persons
                    && by_form
                    && record.kind == EntityKind::City
                    && record.prominence < KNOWN_CAPITAL
                    && !around[index].in_place
                // "the Georgia Bureau of Investigation"
                || of_a_part && record.kind == EntityKind::Organisation && form != record.label && form.contains(' ')
                || candidate.generic && senses.of_parts.contains(&form)
                || matches!(record.kind, EntityKind::Country | EntityKind::Company) && by_form && branch
                // "Chelsea hope to win": a town that hopes is its club.
                || record.kind == EntityKind::City
                    && (around[index].acts || around[index].is_many)
                    && kinds[index] & bit(EntityKind::Organisation) != 0
                || is_umlauted(document, form, record)
                || phrase.excludes(form, candidate, record, &around[index])
                // "Jamaica" is the country, unless the text says that it is the town. Arabic writes Oman and Amman alike.
                || (record.kind == EntityKind::City && candidate.form != AliasKind::Native
                    || record.kind == EntityKind::ArmedGroup)
                    && land_itself.is_some_and(|land| lookup.country(candidate.handle) != Some(land))
                    && whereabouts.of(index).is_none()
                    && !around[index].town
                || record.kind == EntityKind::Person
                    && candidate.form == AliasKind::Short
                    && is_relative(record, around, index)
                || record.kind == EntityKind::Outlet && senses.is_short_for_another(form)
                || candidate.form == AliasKind::Short
                    && matched.origin == Origin::Form
                    && record.prominence < WELL_KNOWN
                    && senses.surnames.contains(&form)
                    && !in_full.contains(&candidate.handle)
                || whereabouts.of(index).is_some_and(|place| place.contradicts(candidate, record, lookup)))
        });
        for candidate in &mut candidates {
            if lookup.entity(candidate.handle).is_some_and(|record| is_made_of_words(document, form, record)) {
                candidate.risk = Risk::Context;
            }
        }
        matched.candidates = candidates;
        (second, land) = (first, next_land);
    }
    matches.iter().map(|matched| senses.places.contains(&form(matched))).collect()
}

/// Bits beside those of kinds: an adjective, and a surname.
const ADJECTIVE: u32 = 1 << 31;
pub(super) const SURNAME: u32 = 1 << 30;

/// The bit of a kind.
pub(super) const fn bit(kind: EntityKind) -> u32 {
    1 << kind as u32
}

/// What a match may be, as bits: kinds, adjectives and surnames.
fn kinds_of(matched: &Match, lookup: &Lookup) -> u32 {
    let mut kinds = 0;
    for candidate in &matched.candidates {
        let kind = lookup.entity(candidate.handle).map_or(EntityKind::Other, |record| record.kind);
        kinds |= match (candidate.form, kind) {
            (AliasKind::Demonym, _) => ADJECTIVE,
            (AliasKind::Short, EntityKind::Person) => SURNAME,
            _ => bit(kind),
        };
    }
    kinds
}

/// Whether two matches side by side, which may be what their bits say, are the name of something else: two surnames of a person
/// ("Jefferson Graham"), a firm or a part of a country and a place of a club ("Bayer Leverkusen", "Bayern Monaco").
fn is_pair(one: u32, other: u32, sports: bool) -> bool {
    let mut first = bit(EntityKind::Company);
    let mut second = bit(EntityKind::City);
    if sports {
        first |= bit(EntityKind::Region);
        second |= bit(EntityKind::Country);
    }
    let is_club = one & !first == 0 && other & !second == 0;
    one != 0 && other != 0 && (is_club || one & other & SURNAME != 0 && (one | other) & bit(EntityKind::Country) == 0)
}

/// The country whose usual name the match is: "Jamaica", not "Norfolk" for the island.
fn namesake_country(document: &Document, matched: &Match, lookup: &Lookup) -> Option<Handle> {
    let form = &document.text[matched.range.clone()];
    let native = |candidate: &Candidate| document.language != "en" && candidate.form == AliasKind::Native;
    let is_country = |candidate: &&Candidate| {
        candidate.risk == Risk::None
            && lookup
                .entity(candidate.handle)
                .is_some_and(|record| record.kind == EntityKind::Country && (record.label == form || native(candidate)))
    };
    matched.candidates.iter().find(is_country).map(|candidate| candidate.handle)
}

/// Whether a match stands in a list right beside one that can be nothing but a person: "Churchill and Lincoln".
fn is_among_persons(document: &Document, matches: &[Match], kinds: &[u32], index: usize) -> bool {
    let is_person = |at: usize| kinds[at] != 0 && kinds[at] & !(bit(EntityKind::Person) | SURNAME) == 0;
    let lists = |one: usize| {
        let between = document.text.get(matches[one].range.end..matches[one + 1].range.start);
        matches!(between, Some(" and " | ", and "))
    };
    index > 0 && is_person(index - 1) && lists(index - 1)
        || index + 1 < matches.len() && is_person(index + 1) && lists(index)
}

/// Whether a match can be nothing but a firm, so that what stands right after it is a branch's name or a ware's: "Lloyds Bank Canada",
/// "AMD Polaris".
fn is_firm(kinds: u32) -> bool {
    kinds != 0 && kinds & !bit(EntityKind::Company) == 0
}

/// Whether a lesser town's name of several words is as easily something else's where such names are made of everyday words: "Vista
/// Alegre" is an arena, too.
fn is_made_of_words(document: &Document, form: &str, record: &EntityRecord) -> bool {
    let lesser = record.kind == EntityKind::City && record.prominence < KNOWN_AT_HOME && form.contains(' ');
    lesser && matches!(document.language, "es" | "pt" | "it" | "fr" | "ca")
}

/// Whether a German word differs from a firm's name by an umlaut: "Über" is no Uber.
fn is_umlauted(document: &Document, form: &str, record: &EntityRecord) -> bool {
    let umlauts = document.language == "de" && !form.is_ascii() && !form.contains(' ');
    umlauts && record.kind == EntityKind::Company && record.label.is_ascii()
}

/// Whether the adjective `other` and the one before it, `one`, name a people: "African American".
fn is_people(document: &Document, one: &Match, other: &Match) -> bool {
    let second = document.text[other.range.clone()].trim_end_matches('s');
    matches!(second, "American" | "Canadian" | "Australian")
        && is_joined(document, one, other)
        && demonym(one).and(demonym(other)).is_some()
}

fn is_joined(document: &Document, one: &Match, other: &Match) -> bool {
    document.text.get(one.range.end..other.range.start) == Some(" ")
}

/// The candidate of which the match is an adjective.
fn demonym(matched: &Match) -> Option<Candidate> {
    matched.candidates.iter().find(|candidate| candidate.form == AliasKind::Demonym).copied()
}

/// Whether a surname that opens a sentence after another word is another's, as that word is a stranger before a name elsewhere:
/// "Ivanka Trump said".
fn is_relative(record: &EntityRecord, around: &[Surroundings], index: usize) -> bool {
    let before = around[index].opening_stranger;
    before.is_some_and(|name| !is_one_of_its_names(record, name))
        && around.iter().any(|other| other.stranger_before == before)
}

/// Whether a body of one country can't be meant after the adjective of another: "Chinese CDC", "Russian Premier League".
fn is_foreign_body(candidate: &Candidate, record: &EntityRecord, land: Handle, lookup: &Lookup) -> bool {
    let body = matches!(record.kind, EntityKind::Organisation | EntityKind::Party | EntityKind::Government);
    body && lookup.country(candidate.handle).is_some_and(|own| own != land)
}

/// Whether a text reports sport: its first part has several words of it.
fn is_sports(document: &Document) -> bool {
    /// Words looked at, and so many of them a word of sport at least.
    const LOOKED_AT: usize = 400;
    const ONE_IN: usize = 50;
    const FEWEST: usize = 4;
    // German writes every noun with a capital, and has a car and a gulf called Golf; elsewhere a capital makes a word part of a name.
    let german = document.language == "de";
    let word = |token| if german { document.lower(token) } else { document.word(token) };
    let words = (0..document.tokens.len().min(LOOKED_AT)).map(word);
    let found = words.filter(|word| lexicon::is_sport(word) && !(german && matches!(*word, "golf" | "club"))).count();
    found >= FEWEST && found * ONE_IN >= document.tokens.len().min(LOOKED_AT)
}
