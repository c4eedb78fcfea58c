//! What a page is sure of: the entities named without doubt, and the countries they belong to.

use super::matches::{Candidate, Match};
use super::stages::{Stage, is_on};
use super::whereabouts::distance;
use super::{Lookup, is_small_town};
use crate::kind::EntityKind;
use crate::knowledge::Handle;
use crate::pack::records::EntityRecord;
use crate::seeds::{AliasKind, Risk};

/// A name is sure when its first candidate is so much more prominent than the next.
const CLEAR_LEAD: u8 = 20;

/// Prominence below which a part of a country is so small, as a county is, that its middle says where its towns lie.
const SMALL_PART: u8 = 30;

/// Whether a part of a country is so small.
pub fn is_county(record: &EntityRecord) -> bool {
    record.kind == EntityKind::Region && record.prominence < SMALL_PART
}

/// What lies so far from the middle of a larger part of a country is likely in it. Kilometres.
const PART_REACH: f32 = 400.0;

/// The sure part of a page.
#[derive(Debug, Default)]
pub struct Evidence {
    entities: Vec<Handle>,
    /// Each country of a sure entity, with the entity and how often it is named: a long page names the same ones again and again.
    countries: Vec<(Handle, Handle, u32)>,
    /// Sure towns and counties with a position, in degrees north and east.
    places: Vec<(Handle, (f32, f32))>,
    /// Sure larger parts of countries with their middles.
    parts: Vec<(Handle, (f32, f32))>,
}

impl Evidence {
    /// Collects what `matches` in `text` leave no doubt about, and the entities in `known`.
    pub fn collect(text: &str, matches: &[Match], lookup: &Lookup, known: &[String]) -> Self {
        let mut evidence = Self::default();
        if !is_on(Stage::Evidence) {
            return evidence;
        }
        for id in known {
            if let Some(handle) = lookup.knowledge.find_id(id) {
                evidence.add(handle, lookup);
            }
        }
        for matched in matches {
            // The most prominent candidate that needs no support, and the prominence of the next.
            let (mut best, mut next) = (None, 0);
            for candidate in matched.candidates.iter().filter(|candidate| candidate.form != AliasKind::Metonym) {
                let Some(record) = lookup.entity(candidate.handle) else { continue };
                let doubtful = candidate.risk == Risk::Context || is_small_town(record, &text[matched.range.clone()]);
                let prominence = if doubtful { 0 } else { record.prominence };
                match best {
                    Some((most, _)) if prominence <= most => next = next.max(prominence),
                    _ => next = best.replace((prominence, candidate.handle)).map_or(0, |(most, _)| most),
                }
            }
            let sure = best.filter(|(most, _)| {
                *most > 0 && (matched.candidates.len() == 1 || most.saturating_sub(next) >= CLEAR_LEAD)
            });
            let sure = sure.map(|(_, handle)| handle);
            match (sure, matched.candidates.as_slice()) {
                (Some(handle), _) => evidence.add(handle, lookup),
                // Two small towns of one country vouch for each other, if not for themselves.
                (None, [town]) if town.risk == Risk::None => {
                    evidence.count(town.handle, lookup);
                }
                _ => {}
            }
        }
        evidence
    }

    fn add(&mut self, handle: Handle, lookup: &Lookup) {
        if !self.names(handle) {
            self.entities.push(handle);
        }
        self.count(handle, lookup);
        let Some(record) = lookup.entity(handle) else { return };
        let places = match record.kind {
            EntityKind::City => &mut self.places,
            EntityKind::Region if is_county(record) => &mut self.places,
            EntityKind::Region => &mut self.parts,
            _ => return,
        };
        places.extend(record.position.map(|position| (handle, position)));
    }

    /// Counts a sure mention for its country.
    fn count(&mut self, handle: Handle, lookup: &Lookup) {
        if let Some(known) = self.countries.iter_mut().find(|known| known.1 == handle) {
            known.2 += 1;
        } else if let Some(country) = lookup.country(handle) {
            self.countries.push((country, handle, 1));
        }
    }

    /// A sure place no farther than `reach` kilometres from `position` that is none of `namesakes`.
    pub fn near(&self, position: (f32, f32), reach: f32, namesakes: &[Candidate]) -> Option<Handle> {
        near(&self.places, position, reach, namesakes)
    }

    /// A sure larger part of a country, none of `namesakes`, in which a place lies; where the pack doesn't tell, one whose middle is no
    /// farther than [`PART_REACH`] from `position`.
    pub fn part_of(
        &self,
        place: Handle,
        position: (f32, f32),
        namesakes: &[Candidate],
        lookup: &Lookup,
    ) -> Option<Handle> {
        match lookup.part(place) {
            Some(part) => Some(part).filter(|part| self.parts.iter().any(|found| found.0 == *part)),
            None => near(&self.parts, position, PART_REACH, namesakes),
        }
    }

    /// A sure town, none of `namesakes`, that lies in that part of a country.
    pub fn town_in(&self, part: Handle, namesakes: &[Candidate], lookup: &Lookup) -> Option<Handle> {
        let mut places = self.places.iter().map(|found| found.0);
        places.find(|&place| lookup.part(place) == Some(part) && !is_among(place, namesakes))
    }

    /// Whether the page names the entity without doubt.
    pub fn names(&self, handle: Handle) -> bool {
        self.entities.contains(&handle)
    }

    /// Whether no other country is named as often as that one, whatever `namesakes` belong to.
    pub fn is_main(&self, country: Handle, namesakes: &[Candidate]) -> bool {
        // In one pass: a long page names many entities, of few countries.
        let mut counts: Vec<(Handle, u32)> = Vec::new();
        for &(named, entity, often) in &self.countries {
            let counted = if is_among(entity, namesakes) { 0 } else { often };
            match counts.iter_mut().find(|known| known.0 == named) {
                Some(known) => known.1 += counted,
                None => counts.push((named, counted)),
            }
        }
        let own = counts.iter().find(|known| known.0 == country).map_or(0, |known| known.1);
        counts.iter().all(|&(other, count)| other == country || count < own)
    }

    /// Share of the sure mentions that belong to that country, 0 to 1, without those of `namesakes`: nothing vouches for itself.
    #[inline(never)]
    pub fn country_share(&self, country: Handle, namesakes: &[Candidate]) -> f32 {
        let others = self.countries.iter().filter(|(_, entity, _)| !is_among(*entity, namesakes));
        let (total, there) = others.fold((0, 0), |(total, there), &(named, _, often)| {
            (total + often, if named == country { there + often } else { there })
        });
        if total == 0 { 0.0 } else { there as f32 / total as f32 }
    }
}

/// The first of `places` no farther than `reach` kilometres from `position` that is none of `namesakes`.
fn near(places: &[(Handle, (f32, f32))], position: (f32, f32), reach: f32, namesakes: &[Candidate]) -> Option<Handle> {
    let near = |found: &&(Handle, (f32, f32))| distance(position, found.1) <= reach && !is_among(found.0, namesakes);
    places.iter().find(near).map(|found| found.0)
}

fn is_among(entity: Handle, candidates: &[Candidate]) -> bool {
    candidates.iter().any(|candidate| candidate.handle == entity)
}
