//! Takes away the candidates that the words around a match, or the rest of the page, rule out.

use super::lexicon;
use super::matches::{Candidate, Match, Origin};
use super::surroundings::Surroundings;
use super::whereabouts::Whereabouts;
use super::{Lookup, is_small_town};
use crate::document::Document;
use crate::kind::EntityKind;
use crate::knowledge::Handle;
use crate::pack::records::EntityRecord;
use crate::seeds::AliasKind;

/// Prominence from which a surname means the person whatever name stands beside it once.
const WELL_KNOWN: u8 = 80;

/// Leaves of each match's candidates those that nothing rules out. Says of each whether its form is a place's somewhere on the page.
pub fn exclude(
    document: &Document,
    matches: &mut [Match],
    around: &[Surroundings],
    whereabouts: &Whereabouts,
    lookup: &Lookup,
) -> Vec<bool> {
    let form = |matched: &Match| &document.text[matched.range.clone()];
    let senses = Senses::read(document, matches, around, whereabouts, lookup);
    let somebody: Vec<bool> =
        matches.iter().map(|matched| senses.is_somebody(form(matched), matched, matches, lookup)).collect();
    let sports = is_sports(document);
    // Whether the adjective is the second of a people's name, and the country whose adjective stands right before.
    let (mut second, mut land) = (false, None);
    for index in 0..matches.len() {
        let first = matches.get(index + 1).is_some_and(|next| is_people(document, &matches[index], next));
        let next_land = demonym(&matches[index])
            .filter(|_| matches.get(index + 1).is_some_and(|next| is_joined(document, &matches[index], next)))
            .and_then(|candidate| lookup.country(candidate.handle));
        let matched = &mut matches[index];
        let form = &document.text[matched.range.clone()];
        let foreign = document.language == "en" && form.is_ascii();
        let people = first || second || around[index].native;
        let mut candidates = std::mem::take(&mut matched.candidates);
        candidates.retain(|candidate| {
            let Some(record) = lookup.entity(candidate.handle) else { return false };
            let by_form = !matches!(candidate.form, AliasKind::Demonym | AliasKind::Acronym);
            // Any word that opens a sentence has a capital, and many are cases of something.
            let inflected = matched.origin == Origin::Inflected;
            !(inflected && around[index].opens_sentence
                || is_excluded(form, candidate, record, &around[index], foreign, inflected)
                || record.kind.is_place() && by_form && (somebody[index] || senses.is_lesser(form, record))
                || people && candidate.form == AliasKind::Demonym
                || land.is_some_and(|land| is_foreign_body(candidate, record, land, lookup))
                || sports
                    && record.kind == EntityKind::City
                    && !around[index].on_the_spot
                    && whereabouts.of(index).is_none()
                || record.kind == EntityKind::Person
                    && candidate.form == AliasKind::Short
                    && is_relative(record, around, index)
                || record.kind == EntityKind::Outlet && senses.is_short_for_another(form)
                || candidate.form == AliasKind::Short
                    && matched.origin == Origin::Form
                    && record.prominence < WELL_KNOWN
                    && senses.surnames.contains(&form)
                || whereabouts.of(index).is_some_and(|place| place.contradicts(candidate, record, lookup)))
        });
        matched.candidates = candidates;
        (second, land) = (first, next_land);
    }
    matches.iter().map(|matched| senses.places.contains(&form(matched))).collect()
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

/// Whether initials or a body of one country can't be meant after the adjective of another: "Chinese CDC".
fn is_foreign_body(candidate: &Candidate, record: &EntityRecord, land: Handle, lookup: &Lookup) -> bool {
    let body = matches!(record.kind, EntityKind::Organisation | EntityKind::Party | EntityKind::Government);
    body && candidate.form == AliasKind::Acronym && lookup.country(candidate.handle).is_some_and(|own| own != land)
}

/// Whether a text reports sport: its first part has several words of it.
fn is_sports(document: &Document) -> bool {
    /// Words looked at, and so many of them a word of sport at least.
    const LOOKED_AT: usize = 400;
    const ONE_IN: usize = 50;
    const FEWEST: usize = 4;
    let words = (0..document.tokens.len().min(LOOKED_AT)).map(|token| document.word(token));
    let found = words.filter(|word| lexicon::is_sport(word)).count();
    found >= FEWEST && found * ONE_IN >= document.tokens.len().min(LOOKED_AT)
}

/// What the page as a whole says each form is: one sense per page.
struct Senses<'t> {
    /// Forms that stand in somebody's or something's name.
    named: Vec<&'t str>,
    /// Forms that speak.
    speak: Vec<&'t str>,
    /// Forms that the text treats as places.
    places: Vec<&'t str>,
    /// Words of the names of persons that packs know.
    persons: Vec<&'t str>,
    /// Longer names, by the last word of which the text may go on: after the New York Times "the Times" is no London paper.
    long: Vec<&'t str>,
    /// Surnames that stand before another name: "Lin Jian" makes the later Lin no other Lin.
    surnames: Vec<&'t str>,
}

impl<'t> Senses<'t> {
    fn read(
        document: &Document<'t>,
        matches: &[Match],
        around: &[Surroundings],
        whereabouts: &Whereabouts,
        lookup: &Lookup,
    ) -> Self {
        let mut senses = Self {
            named: Vec::new(),
            speak: Vec::new(),
            places: Vec::new(),
            persons: Vec::new(),
            long: Vec::new(),
            surnames: Vec::new(),
        };
        for (index, matched) in matches.iter().enumerate() {
            let form = &document.text[matched.range.clone()];
            let around = &around[index];
            if around.in_place || whereabouts.of(index).is_some() {
                senses.places.push(form);
            } else if around.of_a_person() {
                senses.named.push(form);
            }
            senses.long.extend(
                form.rsplit_once(' ').filter(|(before, _)| !before.eq_ignore_ascii_case("the")).map(|found| found.1),
            );
            if around.speaks {
                senses.speak.push(form);
            }
            let is_person = |candidate: &Candidate| {
                lookup.entity(candidate.handle).is_some_and(|record| record.kind == EntityKind::Person)
            };
            if matched.candidates.iter().any(is_person) {
                if around.stranger_after {
                    senses.surnames.push(form);
                }
                senses.persons.extend(form.split([' ', '-']));
            }
        }
        senses
    }

    /// Whether a form is somebody's name throughout: once in a longer name, speaking, and nothing else of its country on the page.
    fn is_somebody(&self, form: &str, matched: &Match, matches: &[Match], lookup: &Lookup) -> bool {
        let is_lesser_town =
            |candidate: &&Candidate| lookup.entity(candidate.handle).is_some_and(|record| is_small_town(record, form));
        self.named.contains(&form)
            && self.speak.contains(&form)
            && !self.places.contains(&form)
            && !matched.candidates.iter().filter(|candidate| !is_lesser_town(candidate)).any(|candidate| {
                let country = lookup.country(candidate.handle);
                let others = matches.iter().flat_map(|other| &other.candidates);
                others
                    .filter(|other| other.handle != candidate.handle)
                    .any(|other| lookup.country(other.handle) == country)
            })
    }

    /// Whether "the" and one word repeat the last word of a longer name.
    fn is_short_for_another(&self, form: &str) -> bool {
        form.split_once(' ').is_some_and(|(the, word)| the.eq_ignore_ascii_case("the") && self.long.contains(&word))
    }

    /// Whether a small town of that form isn't meant anywhere on the page.
    fn is_lesser(&self, form: &str, record: &EntityRecord) -> bool {
        let otherwise = self.named.contains(&form) || self.persons.contains(&form);
        otherwise && !self.places.contains(&form) && is_small_town(record, form)
    }
}

/// Whether the words around say that the span is something else, or part of something else's name.
fn is_excluded(
    form: &str,
    candidate: &Candidate,
    record: &EntityRecord,
    around: &Surroundings,
    foreign: bool,
    inflected: bool,
) -> bool {
    let one_word = !form.contains([' ', '-']);
    match candidate.form {
        // "Crews in Paris have agreed": what stands after a preposition of place does nothing.
        AliasKind::Metonym if around.in_place || !(around.acts || around.addressed) => return true,
        AliasKind::Demonym => return around.part_of_another_name || around.stranger_after || around.language,
        // "Island" is Iceland in German only.
        AliasKind::Native if foreign && record.kind == EntityKind::Country => return true,
        _ => {}
    }
    let is_place = record.kind.is_place();
    let is_surname = record.kind == EntityKind::Person && candidate.form == AliasKind::Short;
    if around.part_of_another_name && (is_place || record.kind == EntityKind::Government || is_surname) {
        return true;
    }
    if around.month && matches!(form, "March" | "May" | "August") {
        return true;
    }
    // A case says that it is a word of the sentence; German writes every noun before it with a capital.
    let strange = around.stranger_after || around.stranger_before.is_some() && candidate.form != AliasKind::Acronym;
    if is_place && !inflected && strange {
        return true;
    }
    // "Democratic Party for the People"
    if record.kind == EntityKind::Party && (form.starts_with("the ") || around.goes_on) {
        return true;
    }
    if record.kind == EntityKind::City
        && (form.starts_with("the ") || around.opening_stranger.is_some() && is_small_town(record, form))
    {
        return true;
    }
    if around.hyphened && one_word && record.kind != EntityKind::Country {
        return true;
    }
    if record.kind == EntityKind::City
        && (around.part_of_another_place
            || around.title.is_some() && one_word
            || around.unlike_a_town && is_small_town(record, form))
    {
        return true;
    }
    if around.ware && matches!(record.kind, EntityKind::Company | EntityKind::Outlet) {
        return true;
    }
    if around.half && record.kind == EntityKind::Country {
        return true;
    }
    if around.campus && record.kind == EntityKind::Region {
        return true;
    }
    // "Institute for Global Change" is no party called Change.
    let named_by_one_word = matches!(record.kind, EntityKind::Party | EntityKind::Outlet | EntityKind::Company);
    let common = around.stranger_before.is_some()
        || around.one_of_many
        || around.opens_sentence && !around.among_news && !around.acts;
    if one_word && named_by_one_word && common && candidate.form != AliasKind::Acronym {
        return true;
    }
    // "the Obama National Security Council", "Shearson Lehman Brothers"
    let body = record.kind == EntityKind::Organisation && form != record.label || record.kind == EntityKind::Company;
    if body && !one_word && around.stranger_before.is_some() {
        return true;
    }
    // "President Dan McDowell"
    let titled = form.split(' ').next().is_some_and(|word| lexicon::is_title(&word.to_lowercase()));
    if record.kind == EntityKind::Person && around.stranger_after && (is_surname || titled) {
        return true;
    }
    // "Rifaat Assad" isn't the Assad meant, unless the word before is one of his names.
    is_surname && around.stranger_before.is_some_and(|before| !is_one_of_its_names(record, before))
}

fn is_one_of_its_names(record: &EntityRecord, word: &str) -> bool {
    record.label.split([' ', '-']).any(|name| name == word)
}
