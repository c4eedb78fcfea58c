//! Reads where the text itself says a place lies: "Paris, Texas", "Edmonton, Ky."

use super::evidence::is_county;
use super::matches::{Candidate, Match};
use super::stages::{Stage, is_on};
use super::{KNOWN_WIDELY, Lookup, states};
use crate::document::Document;
use crate::fold::is_invisible;
use crate::kind::EntityKind;
use crate::knowledge::Handle;
use crate::pack::records::EntityRecord;
use crate::seeds::AliasKind;

/// A town lies so far from the middle of the part of a country that it is in, at most. Kilometres.
const REACH: f32 = 700.0;
/// Most towns of a part of a country lie so near to its middle; farther off there are parts beside it. Kilometres.
const LIKELY_REACH: f32 = 450.0;

/// Where a name's place lies, as the words after it say.
#[derive(Clone, Debug, PartialEq)]
pub struct Whereabout {
    /// Countries, several where the words after it are ambiguous themselves.
    pub countries: Vec<Handle>,
    /// Parts of countries, several as above; none where the words may mean something else.
    parts: Vec<Handle>,
    /// Whether the words may as well mean a country as a part of one, and none of the name's places lies in that part.
    doubtful: bool,
    /// Whether the words may mean a part of a country in which none of the name's places lies, or a city there: "Conway, Washington".
    unknown: bool,
    /// The middle of the part of the country, in degrees north and east.
    pub position: Option<(f32, f32)>,
}

/// What the text says of each match's place.
#[derive(Debug)]
pub struct Whereabouts {
    said: Vec<Option<Whereabout>>,
    /// Whether each match is what the words after the one before it were.
    within: Vec<bool>,
}

impl Whereabouts {
    /// Reads what stands after each match; what is said of a name once holds for the whole page.
    pub fn read(document: &Document, matches: &[Match], lookup: &Lookup) -> Self {
        let form = |index: usize| &document.text[matches[index].range.clone()];
        let mut said: Vec<Option<Whereabout>> =
            (0..matches.len()).map(|index| after(document, matches, index, lookup)).collect();
        let mut within = vec![false; matches.len()];
        if !is_on(Stage::Whereabouts) {
            return Self { said: vec![None; matches.len()], within };
        }
        for index in 1..matches.len() {
            within[index] = is_comma(document, &matches[index - 1], &matches[index])
                && said[index - 1].as_ref().is_some_and(|place| !place.doubtful);
        }
        let known: Vec<usize> = (0..matches.len()).filter(|&index| said[index].is_some()).collect();
        for index in 0..matches.len() {
            if said[index].is_none() {
                let elsewhere = known.iter().find(|&&other| visible(form(other)).eq(visible(form(index))));
                said[index] = elsewhere.and_then(|&other| said[other].clone());
            }
        }
        Self { said, within }
    }

    /// Whether a town stands before match `index` that lies in it.
    pub fn is_within(&self, index: usize) -> bool {
        self.within[index]
    }

    /// Whether match `index`, which may mean several things, stands in a list of parts of countries: what stands beside it, joined by a
    /// comma or "and", can be nothing else and says of no town where it lies.
    pub fn is_among_parts(&self, document: &Document, matches: &[Match], index: usize, lookup: &Lookup) -> bool {
        if matches[index].candidates.len() < 2 || self.within[index] {
            return false;
        }
        let mut beside = 0;
        for (one, other) in [(index.wrapping_sub(1), index.wrapping_sub(1)), (index, index + 1)] {
            let (Some(before), Some(after)) = (matches.get(one), matches.get(one.wrapping_add(1))) else { continue };
            if !matches!(
                document.text.get(before.range.end..after.range.start),
                Some(", " | "," | " and " | ", and " | " or " | ", or " | " & " | "/")
            ) {
                continue;
            }
            if self.within[other] || !is_only_a_part(&matches[other], lookup) {
                return false;
            }
            beside += 1;
        }
        beside > 0
    }

    /// What is said of the place of match `index`.
    pub fn of(&self, index: usize) -> Option<&Whereabout> {
        self.said.get(index)?.as_ref()
    }
}

impl Whereabout {
    /// Whether a place that doesn't contradict it likely lies there.
    pub fn is_likely(&self, place: Handle, record: &EntityRecord, lookup: &Lookup) -> bool {
        match self.has(place, lookup) {
            Some(lies_there) => lies_there,
            None => {
                self.position.zip(record.position).is_none_or(|(middle, place)| distance(place, middle) <= LIKELY_REACH)
            }
        }
    }

    /// Whether a place lies in the part of a country that is said; none where the pack or the text doesn't tell.
    #[inline(never)]
    pub fn has(&self, place: Handle, lookup: &Lookup) -> Option<bool> {
        let part = lookup.part(place).filter(|_| !self.parts.is_empty())?;
        Some(self.parts.contains(&part))
    }

    /// Whether `candidate` can't be the place, as it lies elsewhere.
    pub fn contradicts(&self, candidate: &Candidate, record: &EntityRecord, lookup: &Lookup) -> bool {
        if !(record.kind.is_place() || candidate.form == AliasKind::Metonym) {
            return false;
        }
        if self.unknown && record.kind == EntityKind::City && record.prominence < KNOWN_WIDELY {
            return true;
        }
        let elsewhere = lookup.country(candidate.handle).is_some_and(|country| !self.countries.contains(&country));
        let far = |place: (f32, f32), middle: (f32, f32)| distance(place, middle) > REACH;
        let outside = || match self.has(candidate.handle, lookup) {
            Some(lies_there) => !lies_there,
            None => self.position.zip(record.position).is_some_and(|(middle, place)| far(place, middle)),
        };
        elsewhere || outside()
    }
}

/// What stands right after match `index`: a comma, and a country or a part of one.
fn after(document: &Document, matches: &[Match], index: usize, lookup: &Lookup) -> Option<Whereabout> {
    let matched = &matches[index];
    let next = matches.get(index + 1).filter(|next| is_comma(document, matched, next))?;
    // "Berea, OH" is no district of that name elsewhere.
    let is_abbreviated = states::abbreviated(&document.text[next.range.clone()]).is_some();
    let local = |candidate: &Candidate, lookup: &Lookup| {
        let kind = lookup.entity(candidate.handle).map(|record| record.kind);
        matches!(kind, Some(EntityKind::City | EntityKind::Place)) || is_abbreviated && kind == Some(EntityKind::Region)
    };
    // "In Paris, Germany agreed"
    let first = document.token_at(matched.range.start);
    let opens =
        first > 0 && document.sentence_of(first - 1).is_some_and(|found| document.sentences[found].start == first - 1);
    if opens || !matched.candidates.iter().any(|candidate| local(candidate, lookup)) {
        return None;
    }
    // "Paris, Germany and Italy" and "Oslo, Paris, Germany" are lists.
    let behind = &document.text[next.range.end..];
    let lists = |text: &str| {
        let joins = [" and ", " or ", " y ", " o ", " e ", " et ", " ou ", " und ", " oder ", " og ", " en "];
        joins.iter().any(|join| text.trim_start_matches(',').starts_with(join))
    };
    // "a store on Westlake, U.S. firms said"
    let goes_on =
        behind.starts_with(' ') && next.candidates.iter().any(|candidate| candidate.form == AliasKind::Acronym);
    if goes_on
        || lists(behind)
        || index.checked_sub(1).is_some_and(|before| is_comma(document, &matches[before], matched))
    {
        return None;
    }
    // "Colombia, Mexico, Panama": three countries, though there are towns called Colombia.
    let is_country = |matched: &Match| {
        let kind = |candidate: &Candidate| lookup.entity(candidate.handle).map(|record| record.kind);
        matched.candidates.iter().any(|candidate| kind(candidate) == Some(EntityKind::Country))
    };
    let third = matches.get(index + 2).filter(|third| is_comma(document, next, third));
    if is_country(matched) && is_country(next) && third.is_some_and(is_country) {
        return None;
    }
    let (mut countries, mut parts) = (Vec::new(), Vec::new());
    let mut position = None;
    let (mut only_a_part, mut may_be_a_country) = (true, false);
    for candidate in next.candidates.iter().filter(|candidate| candidate.form != AliasKind::Demonym) {
        let Some(record) = lookup.entity(candidate.handle) else { continue };
        if matches!(record.kind, EntityKind::Country | EntityKind::Region) {
            countries.extend(lookup.country(candidate.handle));
            position = record.position.filter(|_| record.kind == EntityKind::Region && next.candidates.len() == 1);
        }
        match record.kind {
            EntityKind::Region if has_towns(record) => parts.push(candidate.handle),
            kind => {
                only_a_part = false;
                may_be_a_country |= kind == EntityKind::Country;
            }
        }
    }
    // "Boston, New York" may be two cities; "Albany, New York" is none of them.
    let lies_there = |candidate: &Candidate| lookup.part(candidate.handle).is_some_and(|part| parts.contains(&part));
    let (mut doubtful, mut unknown) = (false, false);
    if !only_a_part && !matched.candidates.iter().any(lies_there) {
        let list = matches.get(index + 2).filter(|other| is_comma(document, next, other));
        if list.is_some_and(|other| other.candidates.iter().any(|candidate| local(candidate, lookup))) {
            return None;
        }
        doubtful = may_be_a_country;
        unknown = !parts.is_empty() && !may_be_a_country;
        parts.clear();
    }
    (!countries.is_empty()).then_some(Whereabout { countries, parts, doubtful, unknown, position })
}

/// Whether packs say of towns that they lie in that part of a country: of those that GeoNames has, not of counties, Darfur or Siberia.
fn has_towns(record: &EntityRecord) -> bool {
    record.id.starts_with("gn:") && !is_county(record)
}

/// Whether a comma is all that stands between two matches, marks of direction aside.
fn is_comma(document: &Document, one: &Match, next: &Match) -> bool {
    // Names that others give may overlap.
    let between = document.text.get(one.range.end..next.range.start);
    between.is_some_and(|between| visible(between).eq([',', ' ']))
}

/// Whether a match can be nothing but a part of a country.
fn is_only_a_part(matched: &Match, lookup: &Lookup) -> bool {
    let is_part = |candidate: &Candidate| {
        candidate.form != AliasKind::Demonym
            && lookup.entity(candidate.handle).is_some_and(|record| record.kind == EntityKind::Region)
    };
    !matched.candidates.is_empty() && matched.candidates.iter().all(is_part)
}

fn visible(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|&character| !is_invisible(character))
}

/// Distance of two points given in degrees north and east, close enough below a thousand kilometres. Kilometres.
pub fn distance(one: (f32, f32), other: (f32, f32)) -> f32 {
    /// A degree of latitude. Kilometres.
    const DEGREE: f32 = 111.2;
    let middle = ((one.0 + other.0) / 2.0).to_radians();
    // The cosine by its series: a library's would add kilobytes to the module.
    let square = middle * middle;
    let narrowing = 1.0 - square / 2.0 + square * square / 24.0;
    let (north, east) = (one.0 - other.0, (one.1 - other.1) * narrowing);
    DEGREE * (north * north + east * east).sqrt()
}
