//! Mentions: spans that name an entity, with candidates and the one chosen.
//!
//! Matching finds written forms, `introduced` follows the short forms a text defines, `resolve` chooses. Each stage
//! takes the plain result of the one before.

mod divisions;
mod evidence;
mod exclude;
mod han_words;
mod introduced;
mod lexicon;
mod matches;
mod near_misses;
mod otherwise;
mod phrases;
mod reasons;
mod refused;
mod resolve;
mod senses;
pub mod stages;
mod states;
mod surroundings;
mod teams;
#[cfg(all(test, feature = "compile"))]
mod tests;
mod vicinity;
mod whereabouts;
mod word_forms;

use crate::document::Document;
use crate::kind::EntityKind;
use crate::knowledge::{Handle, Knowledge};
use crate::order::sort_by_key;
use crate::pack::records::EntityRecord;
use crate::wire::Refusal;
use stages::Stage;
use std::ops::Range;

/// A span of text that names an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Bytes of the document's text.
    pub range: Range<usize>,
    /// Identifier of the entity chosen.
    pub entity: String,
    /// Its label; for a capital that stands for its government, the government's.
    pub label: String,
    /// Its kind as read here.
    pub kind: EntityKind,
    /// Identifier of the country it belongs to, if known.
    pub country: Option<String>,
    /// How sure the choice is, 0 to 1.
    pub confidence: f32,
    /// Whether it is sure enough to be marked at default settings.
    pub shown: bool,
    /// Identifiers of every entity that the name may stand for, the likeliest first.
    pub candidates: Vec<String>,
    /// Whether the words are an adjective or noun of nationality ("Turkish"), not the name itself.
    pub demonym: bool,
    /// Why this entity was chosen, in plain words, the weightiest first.
    pub reasons: Vec<String>,
}

/// Every mention in `document`, in order, none overlapping. `known` are identifiers of entities that earlier parts of
/// the same page are sure of, `refusals` what the reader has said not to take for what.
pub fn find_mentions(
    document: &Document,
    knowledge: &Knowledge,
    known: &[String],
    refusals: &[Refusal],
) -> Vec<Mention> {
    let mut lookup = Lookup::new(knowledge);
    let refused = refused::refused(refusals, knowledge);
    for id in known {
        knowledge.find_id(id).into_iter().for_each(|handle| lookup.load(handle));
    }
    let mut found = matches::find_matches(document, &mut lookup);
    let mut near = Vec::new();
    if stages::is_on(Stage::NearMisses) {
        near = near_misses::find_near_misses(document, &found, &mut lookup);
    }
    // A long name that is nearly known claims the risky short ones inside it.
    found.retain(|matched| {
        !near.iter().any(|near| near.range.start < matched.range.end && matched.range.start < near.range.end)
    });
    found.extend(near);
    sort_by_key(&mut found, |matched| matched.range.start);
    if document.language == "en" && stages::is_on(Stage::States) {
        states::add_abbreviated(document, &mut found, &mut lookup);
    }
    // Once before a refused name can introduce others, and once more for those introduced.
    refused::leave_out(&mut found, document, &refused);
    if stages::is_on(Stage::Introduced) {
        found = introduced::add_introduced(document, found, &lookup);
    }
    refused::leave_out(&mut found, document, &refused);
    divisions::add_parts(document, &mut found, &mut lookup);
    resolve::resolve(document, found, &lookup, known)
}

/// The place that each of `spans` names; they are known to be names of places. For measuring how well namesakes are told apart.
pub fn locate(document: &Document, knowledge: &Knowledge, spans: &[Range<usize>]) -> Vec<Option<Mention>> {
    let mut lookup = Lookup::new(knowledge);
    let matches = matches::given_matches(document, spans, &mut lookup);
    resolve::locate(document, matches, &lookup)
}

/// Entity records, each decoded once per text before anybody asks for it. A sorted list finds them as fast as a table would, in less code.
pub(crate) struct Lookup<'k> {
    knowledge: &'k Knowledge,
    /// Handles in order, each with the index of its record.
    order: Vec<(Handle, u32)>,
    records: Vec<EntityRecord>,
}

impl<'k> Lookup<'k> {
    fn new(knowledge: &'k Knowledge) -> Self {
        Self { knowledge, order: Vec::new(), records: Vec::new() }
    }

    /// Decodes an entity, its country, and the part of the country that a town or county lies in.
    fn load(&mut self, handle: Handle) {
        if self.find(handle).is_ok() {
            return;
        }
        let asked = handle;
        let mut wanted = vec![asked];
        while let Some(handle) = wanted.pop() {
            let Err(at) = self.find(handle) else { continue };
            let Some(record) = self.knowledge.entity(handle) else { continue };
            // Not what these are related to in turn: a pack could relate everything.
            let local = handle == asked && is_local(&record);
            for &entity in record.country.iter().chain(record.related.iter().filter(|_| local)) {
                wanted.push(Handle { pack: handle.pack, entity });
            }
            self.order.insert(at, (handle, self.records.len() as u32));
            self.records.push(record);
        }
    }

    /// Where a handle stands in `order`, or would.
    #[inline(never)]
    fn find(&self, handle: Handle) -> Result<usize, usize> {
        self.order.binary_search_by_key(&handle, |known| known.0)
    }

    /// The record of a candidate, of its country, or of the part of it that it lies in.
    fn entity(&self, handle: Handle) -> Option<&EntityRecord> {
        let at = self.find(handle).ok()?;
        self.records.get(self.order[at].1 as usize)
    }

    /// The country an entity belongs to; a country belongs to itself.
    fn country(&self, handle: Handle) -> Option<Handle> {
        let record = self.entity(handle)?;
        if record.kind == EntityKind::Country { Some(handle) } else { country_of(handle, record) }
    }

    /// The part of a country that a town or county lies in, where the pack says. Never copied to where it is called: the module must
    /// stay small.
    #[inline(never)]
    fn part(&self, handle: Handle) -> Option<Handle> {
        let record = self.entity(handle).filter(|record| is_local(record))?;
        for &entity in &record.related {
            let other = Handle { pack: handle.pack, entity };
            if self.entity(other).is_some_and(|other| other.kind == EntityKind::Region) {
                return Some(other);
            }
        }
        None
    }
}

/// Whether the entity is a town or a county, which is related to the part of the country that it lies in, and to little else.
fn is_local(record: &EntityRecord) -> bool {
    record.kind == EntityKind::City || evidence::is_county(record)
}

fn country_of(handle: Handle, record: &EntityRecord) -> Option<Handle> {
    record.country.map(|entity| Handle { pack: handle.pack, entity })
}

/// Prominence below which a town's name is easily another's: less than a million people.
const KNOWN_WIDELY: u8 = 65;
/// Prominence from which a body is known widely, by its initials too.
const KNOWN_BODY: u8 = 40;
/// Prominence below which a town needs something on the page that speaks for it: less than 170,000 people.
const KNOWN_AT_HOME: u8 = 50;
/// Prominence from which a surname means the person whatever name stands beside it once.
const WELL_KNOWN: u8 = 80;

/// Whether the entity is a lesser town of one word, which is as often a word, a surname or a village elsewhere.
fn is_small_town(record: &EntityRecord, form: &str) -> bool {
    record.kind == EntityKind::City && record.prominence < KNOWN_WIDELY && !form.contains([' ', '-'])
}
