//! The opened packs seen as one body of knowledge.

use crate::kind::EntityKind;
use crate::order::sort_by_key;
use crate::pack::records::{AliasRecord, EntityRecord, PackMeta};
use crate::pack::{CardsFile, NamesFile, PackError};

/// An entity of one of the opened packs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Handle {
    /// Index of the pack, in the order of opening.
    pub pack: u16,
    /// Index of the entity in it.
    pub entity: u32,
}

#[derive(Debug)]
struct Pack {
    names: NamesFile,
    cards: Option<CardsFile>,
}

/// Every opened pack. Where two know the same identifier, the one opened last is asked.
#[derive(Debug, Default)]
pub struct Knowledge {
    packs: Vec<Pack>,
}

impl Knowledge {
    /// Opens a names file.
    pub fn add_names(&mut self, bytes: Vec<u8>) -> Result<PackMeta, PackError> {
        let names = NamesFile::open(bytes)?;
        let meta = names.meta().clone();
        self.packs.push(Pack { names, cards: None });
        Ok(meta)
    }

    /// Opens the cards file of a pack whose names are open.
    pub fn add_cards(&mut self, bytes: Vec<u8>) -> Result<(), PackError> {
        let cards = CardsFile::open(bytes)?;
        let pack = self.packs.iter_mut().rev().find(|pack| pack.names.meta() == cards.meta());
        match pack {
            Some(pack) => pack.cards = Some(cards),
            None => return Err(PackError::NoNames { pack: cards.meta().id.clone() }),
        }
        Ok(())
    }

    /// What each pack says of itself.
    pub fn metas(&self) -> impl Iterator<Item = &PackMeta> {
        self.packs.iter().map(|pack| pack.names.meta())
    }

    /// The names files with their index.
    pub fn names(&self) -> impl Iterator<Item = (u16, &NamesFile)> {
        self.packs.iter().enumerate().map(|(index, pack)| (index as u16, &pack.names))
    }

    /// The aliases of a form in a pack, each with its entity.
    pub fn aliases(&self, pack: u16, form: u32) -> impl Iterator<Item = (Handle, AliasRecord)> {
        let aliases = self.packs.get(usize::from(pack)).map(|found| found.names.aliases(form)).unwrap_or_default();
        aliases.into_iter().map(move |alias| (Handle { pack, entity: alias.entity }, alias))
    }

    /// The record of an entity.
    pub fn entity(&self, handle: Handle) -> Option<EntityRecord> {
        self.packs.get(usize::from(handle.pack))?.names.entity(handle.entity)
    }

    /// The cards file that holds an entity's card, once opened.
    pub fn cards(&self, handle: Handle) -> Option<&CardsFile> {
        self.packs.get(usize::from(handle.pack))?.cards.as_ref()
    }

    /// The entity with that identifier.
    pub fn find_id(&self, id: &str) -> Option<Handle> {
        self.names().filter_map(|(pack, names)| names.index_of(id).map(|entity| Handle { pack, entity })).last()
    }

    /// Every entity that has `name` as a written form, the most prominent first.
    pub fn find_name(&self, name: &str) -> Vec<EntityRecord> {
        let folded = crate::fold::fold(name).text;
        let mut found: Vec<EntityRecord> = Vec::new();
        for (pack, names) in self.names() {
            let Some(form) = names.form(folded.trim()) else { continue };
            for (handle, _) in self.aliases(pack, form) {
                let Some(record) = self.entity(handle) else { continue };
                if !found.iter().any(|known| known.id == record.id) {
                    found.push(record);
                }
            }
        }
        let exact = |record: &EntityRecord| record.label == name && record.kind != EntityKind::Government;
        sort_by_key(&mut found, |record| (!exact(record), std::cmp::Reverse(record.prominence)));
        found
    }
}
