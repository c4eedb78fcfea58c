//! Writes merged, checked seeds as the two files of a pack.

use super::aliases::expand;
use super::common_words::is_generic;
use super::everyday::EverydayWords;
use super::read::Merged;
use super::{CompileOptions, CompiledPack, SeedError};
use crate::everyday::GENERIC;
use crate::fold::fold;
use crate::kind::EntityKind;
use crate::pack::capitals::Capitals;
use crate::pack::names::{first_word, probes};
use crate::pack::records::{AliasRecord, CardRecord, CitationRecord, EntityRecord, FactRecord, PackMeta};
use crate::pack::{FileKind, cards, larger_than, names, write_file, write_records};
use crate::seeds::{AliasKind, AliasTable, Risk, SeedEntity, SeedFact};
use std::collections::{BTreeMap, BTreeSet};

/// Bits of the first-word filter for each first word: about one wrong "maybe" in fifty.
const FILTER_BITS: usize = 10;

/// The pack of `merged`.
///
/// # Errors
/// For each name, entity or card that is larger than a pack may hold.
pub fn write(merged: &Merged, options: &CompileOptions) -> Result<CompiledPack, Vec<SeedError>> {
    let index: BTreeMap<&str, u32> =
        merged.entities.keys().enumerate().map(|(index, id)| (id.as_str(), index as u32)).collect();
    let forms = group_forms(merged);
    let aliases = forms.values().map(Vec::len).sum();
    let meta = PackMeta {
        id: options.id.clone(),
        version: options.version.clone(),
        as_of: options.as_of.clone(),
        entities: merged.entities.len() as u32,
        aliases: aliases as u32,
    };
    let mut oversized = Oversized { merged, errors: Vec::new() };
    let pack = CompiledPack {
        names: write_names(merged, &meta, &index, &forms, &mut oversized),
        cards: write_cards(merged, &meta, &mut oversized),
        entities: merged.entities.len(),
        aliases,
    };
    if oversized.errors.is_empty() { Ok(pack) } else { Err(oversized.errors) }
}

/// What is too large for a pack.
struct Oversized<'m> {
    merged: &'m Merged,
    errors: Vec<SeedError>,
}

impl Oversized<'_> {
    /// Notes the records with more than `most` bytes in a table of those sizes; `describe` gives the index of the entity to blame
    /// and what is too large.
    fn note(&mut self, sizes: &[u8], most: usize, describe: &dyn Fn(usize) -> (usize, String)) {
        for (record, size) in larger_than(sizes, most) {
            let (entity, what) = describe(record);
            let (id, _) = self.merged.entities.iter().nth(entity).expect("records are of entities");
            self.add(self.merged.places.get(id), format!("{id}: {what}"), size, most);
        }
    }

    fn add(&mut self, place: Option<&(String, usize)>, what: String, size: usize, most: usize) {
        let (file, line) = place.cloned().unwrap_or_default();
        let message = format!("{what} takes {size} bytes of the pack, of which {most} are the most; leave some out");
        self.errors.push(SeedError { file, line, message });
    }
}

/// Every folded form with its aliases.
fn group_forms(merged: &Merged) -> BTreeMap<String, Vec<AliasRecord>> {
    let mut forms: BTreeMap<String, Vec<AliasRecord>> = BTreeMap::new();
    let words = EverydayWords::read();
    for (index, entity) in merged.entities.values().enumerate() {
        let prominence = prominence(entity);
        let is_body = entity.country.is_some()
            && matches!(entity.kind, EntityKind::Organisation | EntityKind::Government | EntityKind::ArmedGroup);
        for mut alias in expand(entity) {
            let generic = is_body && is_generic(&alias.text);
            if generic {
                alias.risk = Risk::Context;
            }
            let folded = fold(&alias.text).text;
            let folded = folded.trim_matches([' ', '\n', '\'']);
            if folded.chars().any(char::is_alphanumeric) {
                let everyday = words.languages(&alias.text, entity, prominence) | if generic { GENERIC } else { 0 };
                let person = entity.kind == EntityKind::Person;
                add_alias(forms.entry(folded.to_string()).or_default(), index as u32, person, alias, everyday);
            }
        }
    }
    forms
}

/// Adds an alias to those that fold alike. The same form of the same entity in two spellings is one alias, an everyday word if either
/// is; of a person it needs only the capitals that both have, as "Kim Jong-un" is "Kim Jong Un". Acronyms keep their own.
fn add_alias(group: &mut Vec<AliasRecord>, entity: u32, person: bool, alias: AliasTable, everyday: u64) {
    let initials = alias.kind == AliasKind::Acronym || alias.kind == AliasKind::Native && is_initials(&alias.text);
    let capitals = Capitals::of(&alias.text, initials);
    let AliasTable { kind, risk, from, to, .. } = alias;
    let is_same = |other: &&mut AliasRecord| {
        let exact = |capitals: &Capitals| matches!(capitals, Capitals::Letters(_)).then(|| capitals.clone());
        let sort = |kind| (kind == AliasKind::Metonym, kind == AliasKind::Demonym);
        (other.entity, sort(other.kind), exact(&other.capitals)) == (entity, sort(kind), exact(&capitals))
            && (&other.from, &other.to) == (&from, &to)
    };
    match group.iter_mut().find(is_same) {
        Some(same) => {
            same.everyday |= everyday;
            if person {
                same.capitals.ask_no_more_than(&capitals);
            }
        }
        None => group.push(AliasRecord { entity, capitals, kind, risk, everyday, from, to }),
    }
}

/// Whether a name in another language is made of initials: "UNO" is no "uno".
fn is_initials(text: &str) -> bool {
    /// More letters are a name in a headline.
    const LONGEST: usize = 6;
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    letters().count() <= LONGEST && letters().all(char::is_uppercase)
}

fn write_names(
    merged: &Merged,
    meta: &PackMeta,
    index: &BTreeMap<&str, u32>,
    forms: &BTreeMap<String, Vec<AliasRecord>>,
    oversized: &mut Oversized,
) -> Vec<u8> {
    let (alias_sizes, aliases) = write_records(forms.values());
    let (entity_sizes, entities) = write_records(merged.entities.values().map(|entity| entity_record(entity, index)));
    oversized.note(&alias_sizes, names::MOST_OF_NAME, &|form| {
        let (form, group) = forms.iter().nth(form).expect("records are of forms");
        let last = group.last().map_or(0, |alias| alias.entity as usize);
        (last, format!("“{}”, a form of {} entities,", form.chars().take(40).collect::<String>(), group.len()))
    });
    oversized.note(&entity_sizes, names::MOST_OF_ENTITY, &|entity| (entity, "what stands beside its facts".into()));
    let mut other_ids: BTreeMap<&str, u64> = BTreeMap::new();
    for entity in merged.entities.values() {
        for id in &entity.same_as {
            other_ids.entry(id).or_insert(u64::from(index[entity.id.as_str()]));
        }
    }
    let sections = [
        (names::META, encode(meta)),
        (names::FILTER, write_filter(forms.keys())),
        (names::FORMS, write_map(forms.keys().enumerate().map(|(at, form)| (form.as_str(), at as u64)))),
        (names::ALIAS_SIZES, alias_sizes),
        (names::ALIASES, aliases),
        (names::ENTITY_SIZES, entity_sizes),
        (names::ENTITIES, entities),
        (names::OTHER_IDS, write_map(other_ids)),
    ];
    write_file(FileKind::Names, &sections)
}

fn write_cards(merged: &Merged, meta: &PackMeta, oversized: &mut Oversized) -> Vec<u8> {
    let citations: BTreeMap<&str, u32> =
        merged.citations.keys().enumerate().map(|(index, key)| (key.as_str(), index as u32)).collect();
    let (card_sizes, card_bytes) = write_records(merged.entities.values().map(|entity| CardRecord {
        description: entity.description.clone(),
        facts: entity.facts.iter().map(|fact| fact_record(fact, &citations)).collect(),
        more: entity.more.clone(),
    }));
    let (citation_sizes, citation_bytes) = write_records(merged.citations.values().map(|citation| CitationRecord {
        title: citation.title.clone(),
        url: citation.url.clone(),
        publisher: citation.publisher.clone(),
        date: citation.date.clone(),
    }));
    oversized.note(&card_sizes, cards::MOST_OF_CARD, &|entity| (entity, "its card".into()));
    for (citation, size) in larger_than(&citation_sizes, cards::MOST_OF_CARD) {
        let (key, _) = merged.citations.iter().nth(citation).expect("records are of citations");
        oversized.add(merged.citation_places.get(key), format!("citation “{key}”"), size, cards::MOST_OF_CARD);
    }
    let sections = [
        (cards::META, encode(meta)),
        (cards::CARD_SIZES, card_sizes),
        (cards::CARDS, card_bytes),
        (cards::CITATION_SIZES, citation_sizes),
        (cards::CITATIONS, citation_bytes),
    ];
    write_file(FileKind::Cards, &sections)
}

fn entity_record(entity: &SeedEntity, index: &BTreeMap<&str, u32>) -> EntityRecord {
    EntityRecord {
        id: entity.id.clone(),
        label: entity.label.clone(),
        kind: entity.kind,
        country: entity.country.as_deref().and_then(|id| index.get(id).copied()),
        position: entity.lat.zip(entity.lon),
        prominence: prominence(entity),
        related: entity.related.iter().filter_map(|id| index.get(id.as_str()).copied()).collect(),
        same_as: entity.same_as.clone(),
    }
}

/// Prominence of an entity whose seed gives none: below a medium city.
const DEFAULT_PROMINENCE: u8 = 40;
/// Events and states with a date from which a place is known for what happened there, however few people live in it.
const EVENTFUL: usize = 4;
/// Its prominence then: that of a medium city.
const EVENTFUL_PROMINENCE: u8 = 55;

fn prominence(entity: &SeedEntity) -> u8 {
    let given = entity.prominence.unwrap_or(DEFAULT_PROMINENCE);
    let dated = entity.facts.iter().filter(|fact| fact.on.is_some() || fact.from.is_some()).count();
    let eventful = dated >= EVENTFUL && matches!(entity.kind, EntityKind::City | EntityKind::Place);
    if eventful { given.max(EVENTFUL_PROMINENCE) } else { given }
}

fn fact_record(fact: &SeedFact, citations: &BTreeMap<&str, u32>) -> FactRecord {
    FactRecord {
        about: fact.about.clone(),
        value: fact.value.clone(),
        reference: fact.reference.clone(),
        on: fact.on.clone(),
        from: fact.from.clone(),
        to: fact.to.clone(),
        attributed: fact.attributed.clone(),
        citations: fact.cite.iter().filter_map(|key| citations.get(key.as_str()).copied()).collect(),
    }
}

fn write_filter<'f>(forms: impl Iterator<Item = &'f String>) -> Vec<u8> {
    let words: BTreeSet<&str> = forms.map(|form| first_word(form)).collect();
    let mut filter = vec![0u8; (words.len() * FILTER_BITS).div_ceil(8).next_multiple_of(8)];
    let length = filter.len();
    for word in words {
        for bit in probes(word, length) {
            filter[bit / 8] |= 1 << (bit % 8);
        }
    }
    filter
}

fn write_map<'k>(pairs: impl IntoIterator<Item = (&'k str, u64)>) -> Vec<u8> {
    let mut map = fst::MapBuilder::memory();
    for (key, value) in pairs {
        map.insert(key, value).expect("keys of a sorted map come in order and once");
    }
    map.into_inner().expect("memory can be written to")
}

fn encode(record: &impl serde::Serialize) -> Vec<u8> {
    postcard::to_stdvec(record).expect("plain records always encode")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_with_a_history_is_more_prominent_than_its_people_make_it() {
        let entity = |kind: &str, prominence: u8, facts: usize| -> SeedEntity {
            let fact = serde_json::json!({ "about": "event", "value": "It rained.", "on": "2020", "cite": ["a"] });
            serde_json::from_value(serde_json::json!({
                "id": "x:a", "kind": kind, "label": "A", "description": "A.", "prominence": prominence, "facts": vec![fact; facts]
            }))
            .unwrap()
        };
        for (kind, given, facts, expected) in
            [("city", 30, 4, 55), ("place", 30, 4, 55), ("city", 30, 3, 30), ("city", 80, 9, 80), ("person", 30, 9, 30)]
        {
            assert_eq!(prominence(&entity(kind, given, facts)), expected, "{kind} {given} {facts}");
        }
    }
}
