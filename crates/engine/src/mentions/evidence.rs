//! What a page is sure of: the entities named without doubt, and the countries they belong to.

use super::Lookup;
use super::matches::Match;
use crate::knowledge::Handle;
use crate::order::sort_by_key;
use crate::seeds::{AliasKind, Risk};
use std::collections::{BTreeMap, BTreeSet};

/// A name is sure when its first candidate is so much more prominent than the next.
const CLEAR_LEAD: u8 = 20;

/// The sure part of a page.
#[derive(Debug, Default)]
pub struct Evidence {
    entities: BTreeSet<Handle>,
    /// Country → number of mentions that belong to it.
    countries: BTreeMap<Handle, f32>,
}

impl Evidence {
    /// Collects what `matches` leave no doubt about, and the entities in `known`.
    pub fn collect(matches: &[Match], lookup: &mut Lookup, known: &[String]) -> Self {
        let mut evidence = Self::default();
        for id in known {
            if let Some(handle) = lookup.knowledge.find_id(id) {
                evidence.add(handle, lookup);
            }
        }
        for matched in matches {
            let mut safe: Vec<(u8, Handle)> = matched
                .candidates
                .iter()
                .filter(|candidate| candidate.form != AliasKind::Metonym)
                .filter_map(|candidate| {
                    let lead =
                        if candidate.risk == Risk::Context { 0 } else { lookup.entity(candidate.handle)?.prominence };
                    Some((lead, candidate.handle))
                })
                .collect();
            sort_by_key(&mut safe, |&(prominence, _)| std::cmp::Reverse(prominence));
            let sure = match safe.as_slice() {
                [(first, handle), rest @ ..] if *first > 0 => {
                    let next = rest.first().map_or(0, |&(prominence, _)| prominence);
                    (rest.is_empty() || first.saturating_sub(next) >= CLEAR_LEAD).then_some(*handle)
                }
                _ => None,
            };
            if let Some(handle) = sure {
                evidence.add(handle, lookup);
            }
        }
        evidence
    }

    fn add(&mut self, handle: Handle, lookup: &mut Lookup) {
        self.entities.insert(handle);
        if let Some(country) = lookup.country(handle) {
            *self.countries.entry(country).or_default() += 1.0;
        }
    }

    /// Whether the page names the entity without doubt.
    pub fn names(&self, handle: Handle) -> bool {
        self.entities.contains(&handle)
    }

    /// Share of the sure mentions that belong to that country, 0 to 1.
    pub fn country_share(&self, country: Handle) -> f32 {
        let total: f32 = self.countries.values().sum();
        self.countries.get(&country).map_or(0.0, |count| count / total)
    }
}
