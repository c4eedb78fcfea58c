//! Chooses the entity of each match from its candidates, or holds it back.
//!
//! Every candidate gets a prior from its prominence and support from the page; what is risky needs support to be shown.

use super::evidence::{Evidence, is_county};
use super::matches::{Candidate, Match, Origin};
use super::reasons::Reasons;
use super::stages::{Stage, is_on};
use super::surroundings::{Surroundings, surroundings};
use super::vicinity;
use super::whereabouts::{Whereabout, Whereabouts};
use super::{KNOWN_AT_HOME, KNOWN_BODY, Lookup, Mention, exclude, is_small_town};
use crate::document::Document;
use crate::kind::EntityKind;
use crate::knowledge::Handle;
use crate::order::sort_by;
use crate::pack::records::EntityRecord;
use crate::seeds::{AliasKind, Risk};

/// A mention at least so sure is marked.
const SHOWN_FROM: f32 = 0.6;
/// Towns so near one another are named together. Kilometres.
const NEARBY: f32 = 150.0;
/// Prominence of a country of which nearly every page names something, so that this says little for a small town of it.
const NAMED_EVERYWHERE: u8 = 87;
/// Prominence below which a town whose name is a word is hardly ever meant.
const SMALLER_THAN_ITS_NAME: u8 = 40;
/// Prominence from which a party is known abroad.
const KNOWN_PARTY: u8 = 43;
/// Weight of the prior: the most prominent entity against the least.
const PRIOR_WEIGHT: f32 = 4.0;

/// What the words around a name and the page say of it.
struct Setting<'a> {
    around: &'a Surroundings<'a>,
    /// Where it lies, if the words after it say so.
    said: Option<&'a Whereabout>,
    /// Whether a town stands before it that lies in it: "Tacoma, Washington".
    within: bool,
    /// Whether it stands in a list of parts of countries: "Oregon, Washington and Alaska".
    among_parts: bool,
    /// Whether a preposition of place stands before it somewhere on the page.
    located: bool,
}

/// How one candidate fits.
pub(super) struct Fit<'l> {
    candidate: Candidate,
    pub(super) record: &'l EntityRecord,
    pub(super) support: f32,
    reasons: Vec<String>,
}

impl Fit<'_> {
    pub(super) fn score(&self) -> f32 {
        PRIOR_WEIGHT * f32::from(self.record.prominence) / 100.0 + self.support
    }

    pub(super) fn handle(&self) -> Handle {
        self.candidate.handle
    }
}

/// The mentions that `matches` amount to, in order.
pub fn resolve(document: &Document, mut matches: Vec<Match>, lookup: &Lookup, known: &[String]) -> Vec<Mention> {
    let read = |index| match is_on(Stage::Surroundings) {
        true => surroundings(document, &matches, index, lookup),
        false => Surroundings::default(),
    };
    let around: Vec<Surroundings> = (0..matches.len()).map(read).collect();
    let whereabouts = Whereabouts::read(document, &matches, lookup);
    let located = exclude::exclude(document, &mut matches, &around, &whereabouts, lookup);
    let evidence = Evidence::collect(document.text, &matches, lookup, known);
    let mut fits: Vec<Vec<Fit>> = Vec::with_capacity(matches.len());
    for (index, matched) in matches.iter().enumerate() {
        let setting = Setting {
            around: &around[index],
            said: whereabouts.of(index),
            within: whereabouts.is_within(index),
            among_parts: whereabouts.is_among_parts(document, &matches, index, lookup),
            located: located[index],
        };
        fits.push(fit_candidates(document, matched, &setting, &evidence, lookup));
    }
    agree_on_senses(document, &matches, &mut fits);
    matches.iter().zip(fits).filter_map(|(matched, fits)| mention(document, matched, fits, lookup)).collect()
}

/// The place of each of `matches`, known to be names of places: the best fit, however sure.
pub fn locate(document: &Document, mut matches: Vec<Match>, lookup: &Lookup) -> Vec<Option<Mention>> {
    let whereabouts = Whereabouts::read(document, &matches, lookup);
    for (index, matched) in matches.iter_mut().enumerate() {
        let mut fitting = matched.candidates.clone();
        fitting.retain(|candidate| {
            let record = lookup.entity(candidate.handle);
            record.is_some_and(|record| {
                whereabouts.of(index).is_none_or(|place| !place.contradicts(candidate, record, lookup))
            })
        });
        if !fitting.is_empty() {
            matched.candidates = fitting;
        }
    }
    let evidence = Evidence::collect(document.text, &matches, lookup, &[]);
    let around = Surroundings::default();
    let mut fits: Vec<Vec<Fit>> = Vec::with_capacity(matches.len());
    for (index, matched) in matches.iter().enumerate() {
        let setting = Setting {
            around: &around,
            said: whereabouts.of(index),
            within: whereabouts.is_within(index),
            among_parts: whereabouts.is_among_parts(document, &matches, index, lookup),
            located: true,
        };
        fits.push(fit_candidates(document, matched, &setting, &evidence, lookup));
    }
    let forms: Vec<&str> = matches.iter().map(|matched| &document.text[matched.range.clone()]).collect();
    let said: Vec<_> = (0..matches.len()).map(|index| whereabouts.of(index)).collect();
    if is_on(Stage::Vicinity) {
        vicinity::draw_together(&forms, &said, &mut fits, lookup);
    }
    agree_on_senses(document, &matches, &mut fits);
    matches.iter().zip(fits).map(|(matched, fits)| mention(document, matched, fits, lookup)).collect()
}

fn fit_candidates<'l>(
    document: &Document,
    matched: &Match,
    setting: &Setting,
    evidence: &Evidence,
    lookup: &'l Lookup,
) -> Vec<Fit<'l>> {
    let mut fits = Vec::new();
    for candidate in &matched.candidates {
        let Some(record) = lookup.entity(candidate.handle) else { continue };
        let (support, reasons) = support(document, matched, candidate, record, setting, evidence, lookup);
        fits.push(Fit { candidate: *candidate, record, support, reasons });
    }
    sort_fits(&mut fits);
    fits
}

/// What on the page speaks for the candidate, as a sum, and in words.
fn support(
    document: &Document,
    matched: &Match,
    candidate: &Candidate,
    record: &EntityRecord,
    setting: &Setting,
    evidence: &Evidence,
    lookup: &Lookup,
) -> (f32, Vec<String>) {
    let around = setting.around;
    let mut reasons = Reasons::default();
    let form = &document.text[matched.range.clone()];
    let is_risky_word = candidate.risk == Risk::Context && candidate.form != AliasKind::Acronym && !form.contains(' ');
    let is_everyday_word = is_risky_word && candidate.everyday;
    let country = lookup.country(candidate.handle);
    let share = country.map_or(0.0, |country| evidence.country_share(country, &matched.candidates));
    let small_town =
        is_small_town(record, form) && (record.prominence < KNOWN_AT_HOME || candidate.risk == Risk::Context);
    if candidate.form == AliasKind::Metonym {
        reasons.say(2.0, &["a capital that says or decides stands for its government"]);
    }
    if matched.origin == Origin::Introduced {
        reasons.say(3.0, &["the text itself introduces this short form"]);
    } else if candidate.risk == Risk::Context && evidence.names(candidate.handle) {
        reasons.say(2.5, &["named in full elsewhere on the page"]);
    }
    // "America" is a country where the page names other things of it.
    let vouches = record.kind != EntityKind::Country || candidate.risk == Risk::Context;
    // "The Supreme Court" is India's where the page speaks of India as much as of any other country.
    let anybodys = candidate.generic && !country.is_some_and(|country| evidence.is_main(country, &matched.candidates));
    let vouches = vouches && !anybodys;
    if let Some(country) = country.filter(|_| vouches) {
        let everywhere = lookup.entity(country).is_some_and(|country| country.prominence >= NAMED_EVERYWHERE);
        // A country says little of a word that is also a paper's name, or that of a body which few know.
        let word = match record.kind {
            EntityKind::Outlet => is_risky_word,
            EntityKind::Organisation | EntityKind::Company => is_everyday_word && record.prominence < KNOWN_BODY,
            EntityKind::Party | EntityKind::ArmedGroup => is_everyday_word,
            _ => false,
        };
        // There are more small bodies with the same initials than a pack knows: an injury is an ACL, and so is an agency.
        let initials = record.kind == EntityKind::Organisation
            && candidate.form == AliasKind::Acronym
            && candidate.risk == Risk::Context
            && record.prominence < KNOWN_BODY
            && !around.definite;
        let weight = if (small_town && everywhere || word || initials) && share > 0.0 {
            0.7
        } else if share >= 0.3 {
            1.5
        } else if share >= 0.1 {
            1.0
        } else if share > 0.0 {
            0.7
        } else {
            0.0
        };
        if let Some(country) = lookup.entity(country).filter(|_| weight > 0.0) {
            reasons.say(weight, &["the page names more that belongs to ", &country.label]);
        }
    }
    let namesakes = matched.candidates.len() > 1 || small_town;
    let position = record.position.filter(|_| namesakes && record.kind == EntityKind::City);
    if let Some(near) = position.and_then(|position| evidence.near(position, NEARBY, &matched.candidates))
        && let Some(near) = lookup.entity(near)
    {
        reasons.say(0.8, &["it lies near ", &near.label, ", which the page names"]);
    }
    let local = record.position.filter(|_| record.kind == EntityKind::City || is_county(record));
    if matched.candidates.len() > 1
        && setting.said.is_none_or(|place| place.is_likely(candidate.handle, record, lookup))
        && let Some(part) =
            local.and_then(|position| evidence.part_of(candidate.handle, position, &matched.candidates, lookup))
        && let Some(part) = lookup.entity(part)
    {
        let lies = if lookup.part(candidate.handle).is_some() { "it lies in " } else { "it likely lies in " };
        reasons.say(0.8, &[lies, &part.label, ", which the page names"]);
    }
    if matched.candidates.len() > 1
        && record.kind == EntityKind::Region
        && let Some(town) = evidence.town_in(candidate.handle, &matched.candidates, lookup)
        && let Some(town) = lookup.entity(town)
    {
        reasons.say(0.8, &[&town.label, ", which the page names, lies in it"]);
    }
    let related = record.related.iter().map(|&entity| Handle { pack: candidate.handle.pack, entity });
    let part = lookup.part(candidate.handle);
    // Its own country has spoken for it already, which says little of a word: "State of the Union".
    let counts = |handle: &Handle| {
        let has_spoken = part == Some(*handle) || is_everyday_word && country == Some(*handle);
        evidence.names(*handle) && !has_spoken && !anybodys
    };
    let related: Vec<Handle> = related.filter(counts).collect();
    if let Some(first) = related.first().and_then(|&handle| lookup.entity(handle)) {
        reasons.say(related.len().min(2) as f32, &["the page also names ", &first.label]);
    }
    if let Some(title) = around.title
        && matches!(record.kind, EntityKind::Person | EntityKind::Outlet)
    {
        // A title says that it is a person, not which: "blogger Moon" is no president.
        let weight = if record.kind == EntityKind::Person && share == 0.0 { 0.7 } else { 1.5 };
        reasons.say(weight, &["“", title, "” stands before it"]);
    }
    // "Gold said with a laugh": persons say, too.
    if around.among_news && record.kind == EntityKind::Outlet && !(is_risky_word && around.speaks) {
        // There is a Herald in many a country.
        let weight = if is_risky_word && share == 0.0 && country.is_some() { 0.9 } else { 1.2 };
        reasons.say(weight, &["the words around it are those of news media"]);
    }
    if (around.after_preposition || setting.located) && record.kind.is_place() {
        let weight = if setting.located { 0.6 } else { 0.3 };
        reasons.say(weight, &["a preposition of place stands before it"]);
    }
    if around.town && record.kind == EntityKind::City {
        reasons.say(0.6, &["the word after it says that it is a town"]);
    }
    if record.kind.is_place() && setting.said.is_some_and(|place| place.is_likely(candidate.handle, record, lookup)) {
        reasons.say(1.5, &["the words after it say where it lies"]);
    }
    // "Cancun, Mexico" is in the country, not in the state of the same name.
    let of_a_namesake = matched.candidates.iter().any(|other| Some(other.handle) == country);
    if setting.within && record.kind == EntityKind::Region && !of_a_namesake {
        reasons.say(2.0, &["the town before it lies there"]);
    }
    if setting.among_parts && record.kind == EntityKind::Region {
        reasons.say(1.5, &["it stands among other parts of countries"]);
    }
    if around.of_state && record.kind == EntityKind::Region {
        reasons.say(1.5, &["the words beside it are those of a part of a country"]);
    }
    // "bei Waren von außerhalb": a word of the language stands after prepositions as well.
    if candidate.everyday && record.kind == EntityKind::City && setting.said.is_none() {
        let weight = if record.prominence < SMALLER_THAN_ITS_NAME { -1.5 } else { -0.7 };
        reasons.say(weight, &["the name is also a word"]);
    }
    let foreign = share == 0.0 && is_small_town(record, form);
    if (small_town || foreign) && !setting.located && setting.said.is_none() {
        // Towns called like a common word or a given name: Gary, Constitución.
        reasons.say(-0.6, &["no preposition of place stands before it"]);
    }
    if matched.origin == Origin::NearMiss {
        // Each letter beyond eight makes it less likely that two names resemble each other by chance.
        let letters = form.chars().filter(|letter| letter.is_alphabetic()).count();
        reasons.say(0.35 * letters.saturating_sub(8) as f32, &["one letter away from a known spelling"]);
    }
    if around.opens_sentence && candidate.risk == Risk::Context {
        reasons.say(-0.7, &["the first word of a sentence is always capitalised"]);
    }
    reasons.sum_up()
}

/// Makes the same written form mean the same entity throughout, by the mean support of each candidate.
fn agree_on_senses(document: &Document, matches: &[Match], fits: &mut [Vec<Fit>]) {
    let is_metonym = |fit: &Fit| fit.candidate.form == AliasKind::Metonym;
    let mut sums: Vec<(&str, Handle, f32, f32)> = Vec::new();
    for (matched, fits) in matches.iter().zip(fits.iter()).filter(|(_, fits)| fits.len() > 1) {
        let form = &document.text[matched.range.clone()];
        for fit in fits.iter().filter(|fit| !is_metonym(fit)) {
            match sums.iter_mut().find(|sum| sum.0 == form && sum.1 == fit.candidate.handle) {
                Some(sum) => (sum.2, sum.3) = (sum.2 + fit.support, sum.3 + 1.0),
                None => sums.push((form, fit.candidate.handle, fit.support, 1.0)),
            }
        }
    }
    for (matched, fits) in matches.iter().zip(fits.iter_mut()).filter(|(_, fits)| fits.len() > 1) {
        let form = &document.text[matched.range.clone()];
        for fit in fits.iter_mut() {
            if let Some(sum) = sums.iter().find(|sum| sum.0 == form && sum.1 == fit.candidate.handle) {
                fit.support = sum.2 / sum.3;
            }
        }
        sort_fits(fits);
    }
}

/// A capital that says or decides is its government, whatever speaks for the city; both readings are kept as candidates.
fn sort_fits(fits: &mut [Fit]) {
    let metonym = |fit: &Fit| fit.candidate.form == AliasKind::Metonym;
    sort_by(fits, |one, other| metonym(other).cmp(&metonym(one)).then(other.score().total_cmp(&one.score())));
}

fn mention(document: &Document, matched: &Match, fits: Vec<Fit>, lookup: &Lookup) -> Option<Mention> {
    let best = fits.first()?;
    let country = lookup.country(best.candidate.handle);
    let rival = fits.iter().find(|fit| {
        // The city behind a government isn't a rival, nor is the same entity in another pack, nor Singapore Singapore's.
        let whole = [best.record.kind, fit.record.kind].contains(&EntityKind::Country)
            && country.is_some()
            && lookup.country(fit.candidate.handle) == country;
        best.candidate.form != AliasKind::Metonym && fit.record.id != best.record.id && !whole
    });
    let confidence = confidence(best, rival, &document.text[matched.range.clone()], document.language);
    let mut reasons = best.reasons.clone();
    if rival.is_none() && best.candidate.risk == Risk::None && matched.origin == Origin::Form {
        reasons.push("nothing else that Gloss knows has this name".into());
    } else if rival.is_some() && reasons.is_empty() {
        reasons.push("the best known of what has this name".into());
    }
    let country = country.and_then(|country| lookup.entity(country));
    Some(Mention {
        range: extend_over_stop(document, matched),
        entity: best.record.id.clone(),
        label: best.record.label.clone(),
        kind: best.record.kind,
        country: country.map(|country| country.id.clone()),
        confidence,
        shown: confidence >= SHOWN_FROM,
        candidates: fits.iter().map(|fit| fit.record.id.clone()).collect(),
        demonym: best.candidate.form == AliasKind::Demonym,
        reasons,
    })
}

/// The range of a match, with the last full stop of "U.S.".
fn extend_over_stop(document: &Document, matched: &Match) -> std::ops::Range<usize> {
    let surface = &document.text[matched.range.clone()];
    let stopped =
        surface.contains('.') && !surface.contains(' ') && document.text[matched.range.end..].starts_with('.');
    matched.range.start..document.end_of_grapheme(matched.range.end + usize::from(stopped))
}

/// How sure a choice is: by support where the form is risky, by the lead over the next where there are several.
fn confidence(best: &Fit, rival: Option<&Fit>, form: &str, language: &str) -> f32 {
    let supported = |without: f32| (without + 0.35 * best.support).clamp(0.05, 0.9);
    // "Americans" are people: a country's card says nothing of them.
    let people = best.candidate.form == AliasKind::Demonym && form.ends_with('s') && !form.ends_with("ss");
    // "Renaissance", "Change", "Public Affairs"
    let says_party = |word: &str| word.to_lowercase().starts_with("part");
    let is_lesser = || best.record.prominence < KNOWN_PARTY && !form.split([' ', '-']).any(says_party);
    let wordy_party =
        best.record.kind == EntityKind::Party && (!form.contains([' ', '-']) || language == "en" && is_lesser());
    let alone = match best.candidate.risk {
        _ if people => 0.5,
        Risk::Context => supported(0.25),
        Risk::None if is_small_town(best.record, form) => {
            supported(if best.record.prominence < KNOWN_AT_HOME { 0.4 } else { 0.7 })
        }
        Risk::None if wordy_party && best.candidate.form != AliasKind::Acronym => {
            supported(if form.contains(' ') { 0.3 } else { 0.25 })
        }
        Risk::None => 0.95,
    };
    let lead = rival.map_or(1.0, |rival| best.score() - rival.score());
    let against_rival = (0.5 + 0.4 * lead).clamp(0.1, 0.95);
    f32::min(alone, if rival.is_some() { against_rival } else { 1.0 })
}
