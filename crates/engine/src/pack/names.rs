//! The names file of a pack: the gazetteer and the table of entities, both read in place.

use super::PackError;
use super::container::{Container, FileKind, Section};
use super::packed::Id;
use super::plain::plain;
use super::record_table::RecordTable;
use super::records::{AliasRecord, EntityRecord, PackMeta};
use super::transducer::{State, Transducer};
use xxhash_rust::xxh3::xxh3_64;

pub(crate) const META: u32 = 1;
pub(crate) const FILTER: u32 = 2;
pub(crate) const FORMS: u32 = 3;
pub(crate) const ALIAS_SIZES: u32 = 4;
pub(crate) const ALIASES: u32 = 5;
pub(crate) const ENTITY_SIZES: u32 = 6;
pub(crate) const ENTITIES: u32 = 7;
pub(crate) const OTHER_IDS: u32 = 8;

/// Bytes that the entities of one name may take: each mention has all of them weighed, so that a name with thousands would stall every
/// page. The name that the most places of the world share takes a seventh.
pub(crate) const MOST_OF_NAME: usize = 1 << 10;
/// Bytes that the record of one entity may take, many times what any does.
pub(crate) const MOST_OF_ENTITY: usize = 8 << 10;

/// An opened names file.
pub struct NamesFile {
    meta: PackMeta,
    filter: Section,
    /// Folded form → index of its group of aliases.
    forms: Transducer,
    aliases: RecordTable,
    entities: RecordTable,
    /// Other identifiers than an entity's own → index of the entity.
    other_ids: Transducer,
}

impl std::fmt::Debug for NamesFile {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("NamesFile").field("meta", &self.meta).finish_non_exhaustive()
    }
}

impl NamesFile {
    /// Opens the bytes of a names file. Nothing is parsed but the section table.
    pub fn open(bytes: Vec<u8>) -> Result<Self, PackError> {
        let file = Container::open(bytes, FileKind::Names)?;
        let meta = postcard::from_bytes(file.section(META)?.as_ref())
            .map_err(|_| PackError::Damaged { part: "description of the pack" })?;
        let list = |tag| Transducer::open(file.section(tag)?).ok_or(PackError::Damaged { part: "list of names" });
        Ok(Self {
            meta,
            filter: file.section(FILTER)?,
            forms: list(FORMS)?,
            aliases: RecordTable::open(&file, ALIAS_SIZES, ALIASES, "the entities of one name", MOST_OF_NAME)?,
            entities: RecordTable::open(
                &file,
                ENTITY_SIZES,
                ENTITIES,
                "what one entity is related to",
                MOST_OF_ENTITY,
            )?,
            other_ids: list(OTHER_IDS)?,
        })
    }

    /// What the pack says of itself.
    pub fn meta(&self) -> &PackMeta {
        &self.meta
    }

    /// Whether some form may start with this folded first word; never wrongly `false`.
    pub fn may_start(&self, first_word: &str) -> bool {
        let filter = self.filter.as_ref();
        probes(first_word, filter.len()).all(|bit| filter[bit / 8] & (1 << (bit % 8)) != 0)
    }

    /// Every form that `text` starts with, as its length in bytes and the index of its aliases, the shortest first.
    /// The caller checks that a word ends there.
    pub fn forms_at<'s>(&'s self, text: &'s str) -> impl Iterator<Item = (usize, u32)> + 's {
        let mut state = Some(self.forms.root());
        text.bytes()
            .enumerate()
            .map_while(move |(at, byte)| {
                state = self.forms.step(state?, byte);
                // The bytes of a form that was made to do harm may end inside a character.
                let end = self.forms.end(state?).filter(|_| text.is_char_boundary(at + 1));
                Some(end.map(|end| (at + 1, end as u32)))
            })
            .flatten()
    }

    /// The aliases of the form with that index.
    pub fn aliases(&self, form: u32) -> Vec<AliasRecord> {
        self.aliases.get(form).unwrap_or_default()
    }

    /// The index of the aliases of exactly this folded form.
    pub fn form(&self, folded: &str) -> Option<u32> {
        self.forms.get(folded.as_bytes()).map(|form| form as u32)
    }

    /// The indexes of forms one letter away from `folded` (one left out, added or changed, never the first), at most
    /// `limit`, where `may_differ` says so of the byte. Positions are bytes, so only forms in ASCII letters are found.
    pub fn forms_one_edit_away(&self, folded: &str, may_differ: &[bool], limit: usize) -> Vec<u32> {
        let word = folded.as_bytes();
        let mut found = Vec::new();
        let mut state = self.forms.root();
        for (at, &byte) in word.iter().enumerate() {
            if at > 0 && may_differ[at] {
                // The letter at `at` left out of the form.
                self.add_form(state, &word[at + 1..], &mut found);
                for (input, next) in self.forms.ways(state) {
                    // A letter of the form that the text lacks, and a letter changed.
                    self.add_form(next, &word[at..], &mut found);
                    if input != byte {
                        self.add_form(next, &word[at + 1..], &mut found);
                    }
                }
            }
            let Some(next) = self.forms.step(state, byte) else { break };
            state = next;
            if at + 1 == word.len() && may_differ[at] {
                for (_, next) in self.forms.ways(state) {
                    self.add_form(next, &[], &mut found);
                }
            }
            if found.len() >= limit {
                break;
            }
        }
        found.truncate(limit);
        found
    }

    /// Adds the form of which `state` is reached and exactly `rest` is left, if there is one.
    fn add_form(&self, state: State, rest: &[u8], found: &mut Vec<u32>) {
        if let Some(form) = self.forms.get_from(state, rest)
            && !found.contains(&(form as u32))
        {
            found.push(form as u32);
        }
    }

    /// The entity with that index.
    pub fn entity(&self, index: u32) -> Option<EntityRecord> {
        let entity: EntityRecord = self.entities.get(index)?;
        Some(EntityRecord { label: plain(entity.label), ..entity })
    }

    /// The index of the entity with that identifier (also one of its other identifiers).
    pub fn index_of(&self, id: &str) -> Option<u32> {
        // In the order of their own identifiers.
        let own = self.entities.search(|own: Id| own.written().as_str().cmp(id));
        own.or_else(|| self.other_ids.get(id.as_bytes()).map(|index| index as u32))
    }

    /// Number of entities.
    pub fn len(&self) -> u32 {
        self.entities.len() as u32
    }

    /// Whether the pack has no entity at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Bits of the first-word filter to set or ask for: a Bloom filter with three probes.
pub(crate) fn probes(first_word: &str, filter_bytes: usize) -> impl Iterator<Item = usize> {
    let hash = xxh3_64(first_word.as_bytes());
    let bits = (filter_bytes * 8).max(1) as u64;
    // An empty filter has no bits to ask for: nothing starts anywhere.
    let first = if filter_bytes == 0 { 3 } else { 0 };
    (first..3u32).map(move |probe| ((hash.rotate_left(probe * 21) ^ u64::from(probe)) % bits) as usize)
}

/// The part of `text` (folded, starting at a word) that the first-word filter is asked for.
pub(crate) fn first_word(text: &str) -> &str {
    // Most words end at an ASCII character, which is told without decoding.
    let ascii = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if ascii > 0 && text.as_bytes().get(ascii).is_none_or(u8::is_ascii) {
        return &text[..ascii];
    }
    let mut characters = text.char_indices();
    match characters.next() {
        Some((_, first)) if crate::fold::is_unspaced(first) => &text[..first.len_utf8()],
        _ => {
            let end = characters.find(|(_, next)| !next.is_alphanumeric() || crate::fold::is_unspaced(*next));
            &text[..end.map_or(text.len(), |(at, _)| at)]
        }
    }
}
