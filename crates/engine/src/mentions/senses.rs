//! What the page as a whole says each written form is: one sense a page.

use super::divisions::Division;
use super::exclude::{SURNAME, bit};
use super::matches::{Candidate, Match};
use super::otherwise::is_one_of_its_names;
use super::surroundings::Surroundings;
use super::whereabouts::Whereabouts;
use super::{KNOWN_WIDELY, Lookup, is_small_town};
use crate::document::Document;
use crate::given_names::is_given_name;
use crate::kind::EntityKind;
use crate::pack::records::EntityRecord;

/// What the page as a whole says each form is: one sense per page.
pub(super) struct Senses<'t> {
    /// Forms that stand in somebody's or something's name.
    named: Vec<&'t str>,
    /// Forms that a given name stands right before somewhere, or that are one before a name: "Alexander Rostov".
    bearers: Vec<&'t str>,
    /// Forms that speak.
    speak: Vec<&'t str>,
    /// Forms that the text treats as places.
    pub(super) places: Vec<&'t str>,
    /// Words of the names of persons that packs know.
    persons: Vec<&'t str>,
    /// Longer names, by the last word of which the text may go on: after the New York Times "the Times" is no London paper.
    long: Vec<&'t str>,
    /// Words of the names of bodies, as clubs are.
    pub(super) clubs: Vec<&'t str>,
    /// Forms of bodies that are a part of a country's own somewhere: "the Ohio Supreme Court", "the state Supreme Court".
    pub(super) of_parts: Vec<&'t str>,
    /// Surnames that stand before another name, or after another given name: "Lin Jian" makes the later Lin no other Lin.
    pub(super) surnames: Vec<&'t str>,
    /// Forms that are said to be a part of a country, which packs know: "the state of Georgia".
    pub(super) divisions: Vec<&'t str>,
}

impl<'t> Senses<'t> {
    pub(super) fn read(
        document: &Document<'t>,
        matches: &[Match],
        around: &[Surroundings],
        kinds: &[u32],
        whereabouts: &Whereabouts,
        lookup: &Lookup,
    ) -> Self {
        let mut senses = Self {
            named: Vec::new(),
            bearers: Vec::new(),
            speak: Vec::new(),
            places: Vec::new(),
            persons: Vec::new(),
            long: Vec::new(),
            clubs: Vec::new(),
            of_parts: Vec::new(),
            surnames: Vec::new(),
            divisions: Vec::new(),
        };
        for (index, matched) in matches.iter().enumerate() {
            let form = &document.text[matched.range.clone()];
            let around = &around[index];
            if around.in_place && !around.owns || whereabouts.of(index).is_some() {
                senses.places.push(form);
            } else if around.of_a_person() {
                senses.named.push(form);
            }
            senses.long.extend(
                form.rsplit_once(' ').filter(|(before, _)| !before.eq_ignore_ascii_case("the")).map(|found| found.1),
            );
            let given = around.stranger_before.is_some() && around.after_given_name;
            if given || around.stranger_after && is_given_name(&form.to_lowercase()) {
                senses.bearers.push(form);
            }
            if around.speaks {
                senses.speak.push(form);
            }
            let part_before = || {
                let before = index.checked_sub(1).filter(|&before| kinds[before] & bit(EntityKind::Region) != 0);
                let gap = before.and_then(|before| document.text.get(matches[before].range.end..matched.range.start));
                matches!(gap, Some(" " | "'s " | "’s "))
            };
            if matched.candidates.iter().any(|candidate| candidate.generic) && (around.of_a_state || part_before()) {
                senses.of_parts.push(form);
            }
            let namesakes = bit(EntityKind::Region) | bit(EntityKind::Country);
            if kinds[index] & namesakes == namesakes
                && matches!(Division::read(document, &matched.range), Division::Said | Division::RatherThanNamesakes)
            {
                senses.divisions.push(form);
            }
            if kinds[index] & bit(EntityKind::Organisation) != 0 {
                senses.clubs.extend(form.split(' '));
            }
            if kinds[index] & (bit(EntityKind::Person) | SURNAME) != 0 {
                let another = |candidate: &Candidate| {
                    // Other languages' titles are strangers too.
                    let named = |before: &&str| document.language == "en" || is_given_name(&before.to_lowercase());
                    around.stranger_before.filter(named).is_some_and(|before| {
                        lookup.entity(candidate.handle).is_some_and(|record| !is_one_of_its_names(record, before))
                    })
                };
                if around.stranger_after || matched.candidates.iter().all(another) {
                    senses.surnames.push(form);
                }
                senses.persons.extend(form.split([' ', '-']));
            }
        }
        let Self { named, bearers, speak, places, persons, long, clubs, of_parts, surnames, divisions } = &mut senses;
        for forms in [named, bearers, speak, places, persons, long, clubs, of_parts, surnames, divisions] {
            // A page names the same ones again and again.
            forms.sort_unstable();
            forms.dedup();
        }
        senses
    }

    /// Whether a form is somebody's name throughout: once in a longer name, speaking, and nothing else of its country on the page.
    pub(super) fn is_somebody(&self, form: &str, matched: &Match, matches: &[Match], lookup: &Lookup) -> bool {
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
    pub(super) fn is_short_for_another(&self, form: &str) -> bool {
        form.split_once(' ').is_some_and(|(the, word)| the.eq_ignore_ascii_case("the") && self.long.contains(&word))
    }

    /// Whether a small town of that form, or a city by another name than its usual one, isn't meant anywhere on the page.
    pub(super) fn is_lesser(&self, form: &str, record: &EntityRecord, english: bool, inflected: bool) -> bool {
        // "Lombardi" is whoever bears that name, rather than Lombardy in another language.
        if record.kind == EntityKind::Region && !inflected {
            let another = self.named.contains(&form) && !record.label.starts_with(form);
            return (another || self.bearers.contains(&form)) && !self.places.contains(&form);
        }
        if record.kind != EntityKind::City {
            return false;
        }
        // Towns are called after people ("Taylor", "José Rizal"), and "in Taylor's feud" is no place after Taylor Swift.
        let first = form.split(' ').next().unwrap_or(form);
        let given = record.prominence < KNOWN_WIDELY && is_given_name(&first.to_lowercase());
        let small = is_small_town(record, form);
        let person = self.persons.contains(&form);
        if self.places.contains(&form) {
            return given && person;
        }
        given || small && person || self.named.contains(&form) && (small || english && !record.label.starts_with(form))
    }
}
