//! The names file of a pack: the gazetteer and the table of entities, both read in place.

use super::PackError;
use super::container::{Container, FileKind, RecordTable, Section};
use super::records::{AliasRecord, EntityRecord, PackMeta};
use fst::raw::{Fst, Output};
use xxhash_rust::xxh3::xxh3_64;

pub(crate) const META: u32 = 1;
pub(crate) const FILTER: u32 = 2;
pub(crate) const FORMS: u32 = 3;
pub(crate) const ALIAS_ENDS: u32 = 4;
pub(crate) const ALIASES: u32 = 5;
pub(crate) const ENTITY_ENDS: u32 = 6;
pub(crate) const ENTITIES: u32 = 7;
pub(crate) const IDS: u32 = 8;

/// An opened names file.
pub struct NamesFile {
    meta: PackMeta,
    filter: Section,
    /// Folded form → index of its group of aliases.
    forms: Fst<Section>,
    aliases: RecordTable,
    entities: RecordTable,
    /// Identifier → index of its entity.
    ids: Fst<Section>,
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
        let damaged = |_| PackError::Damaged { part: "list of names" };
        Ok(Self {
            meta,
            filter: file.section(FILTER)?,
            forms: Fst::new(file.section(FORMS)?).map_err(damaged)?,
            aliases: RecordTable::open(&file, ALIAS_ENDS, ALIASES)?,
            entities: RecordTable::open(&file, ENTITY_ENDS, ENTITIES)?,
            ids: Fst::new(file.section(IDS)?).map_err(damaged)?,
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
        let mut node = self.forms.root();
        let mut output = Output::zero();
        text.bytes()
            .enumerate()
            .map_while(move |(at, byte)| {
                let transition = node.transition(node.find_input(byte)?);
                output = output.cat(transition.out);
                node = self.forms.node(transition.addr);
                let found = node.is_final().then(|| (at + 1, output.cat(node.final_output()).value() as u32));
                Some(found)
            })
            .flatten()
    }

    /// The aliases of the form with that index.
    pub fn aliases(&self, form: u32) -> Vec<AliasRecord> {
        self.aliases.get(form).unwrap_or_default()
    }

    /// The index of the aliases of exactly this folded form.
    pub fn form(&self, folded: &str) -> Option<u32> {
        self.forms.get(folded).map(|output| output.value() as u32)
    }

    /// The indexes of forms one letter away from `folded` (one left out, added or changed, never the first), at most
    /// `limit`. Positions are bytes, so only forms in ASCII letters are found.
    pub fn forms_one_edit_away(&self, folded: &str, limit: usize) -> Vec<u32> {
        let word = folded.as_bytes();
        let mut found = Vec::new();
        let mut node = self.forms.root();
        let mut output = Output::zero();
        for (at, &byte) in word.iter().enumerate() {
            if at > 0 {
                // The letter at `at` left out of the form.
                self.follow(node.addr(), output, &word[at + 1..], &mut found);
                for transition in node.transitions() {
                    let output = output.cat(transition.out);
                    // A letter of the form that the text lacks, and a letter changed.
                    self.follow(transition.addr, output, &word[at..], &mut found);
                    if transition.inp != byte {
                        self.follow(transition.addr, output, &word[at + 1..], &mut found);
                    }
                }
            }
            let Some(index) = node.find_input(byte) else { break };
            let transition = node.transition(index);
            output = output.cat(transition.out);
            node = self.forms.node(transition.addr);
            if at + 1 == word.len() {
                for transition in node.transitions() {
                    self.follow(transition.addr, output.cat(transition.out), &[], &mut found);
                }
            }
            if found.len() >= limit {
                break;
            }
        }
        found.truncate(limit);
        found
    }

    /// Adds the form reached from the node at `address` by exactly `rest`, if there is one.
    fn follow(&self, address: fst::raw::CompiledAddr, output: Output, rest: &[u8], found: &mut Vec<u32>) {
        let mut node = self.forms.node(address);
        let mut output = output;
        for &byte in rest {
            let Some(index) = node.find_input(byte) else { return };
            let transition = node.transition(index);
            output = output.cat(transition.out);
            node = self.forms.node(transition.addr);
        }
        let form = output.cat(node.final_output()).value() as u32;
        if node.is_final() && !found.contains(&form) {
            found.push(form);
        }
    }

    /// The entity with that index.
    pub fn entity(&self, index: u32) -> Option<EntityRecord> {
        self.entities.get(index)
    }

    /// The index of the entity with that identifier (also one of its other identifiers).
    pub fn index_of(&self, id: &str) -> Option<u32> {
        self.ids.get(id).map(|output| output.value() as u32)
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
    let mut characters = text.char_indices();
    match characters.next() {
        Some((_, first)) if crate::fold::is_unspaced(first) => &text[..first.len_utf8()],
        _ => {
            let end = characters.find(|(_, next)| !next.is_alphanumeric() || crate::fold::is_unspaced(*next));
            &text[..end.map_or(text.len(), |(at, _)| at)]
        }
    }
}
