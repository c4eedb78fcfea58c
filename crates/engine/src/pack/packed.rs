//! How the records of a names file are written, of which there are two hundred thousand: flags, then only what is there.
//!
//! All of the file is read before a page can be marked by a background just woken, so that every byte of these costs time.

use super::capitals::Capitals;
use super::records::{AliasRecord, EntityRecord};
use crate::kind::EntityKind;
use crate::seeds::{AliasKind, Risk};
use serde::de::{Error, SeqAccess, Visitor};
use serde::ser::SerializeTuple;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// An identifier: most are the letters of a data set and a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Id {
    /// Any other.
    Written(String),
    /// `gn:` and a number.
    GeoNames(u32),
    /// `wd:Q` and a number.
    Wikidata(u32),
}

const GEONAMES: &str = "gn:";
const WIKIDATA: &str = "wd:Q";

impl Id {
    /// Of that identifier.
    pub fn of(id: &str) -> Self {
        let number = |letters| {
            let digits = id.strip_prefix(letters)?;
            digits.parse().ok().filter(|number: &u32| number.to_string() == digits)
        };
        number(GEONAMES)
            .map(Self::GeoNames)
            .or_else(|| number(WIKIDATA).map(Self::Wikidata))
            .unwrap_or_else(|| Self::Written(id.to_string()))
    }

    /// The identifier.
    pub fn written(self) -> String {
        match self {
            Self::Written(id) => id,
            Self::GeoNames(number) => format!("{GEONAMES}{number}"),
            Self::Wikidata(number) => format!("{WIKIDATA}{number}"),
        }
    }
}

/// A record that is read part by part.
trait Packed: Sized {
    /// The most parts that it has.
    const PARTS: usize;

    fn read<'d, A: SeqAccess<'d>>(parts: &mut Parts<A>) -> Result<Self, A::Error>;
}

/// The parts of a record that are still to be read.
struct Parts<A>(A);

impl<'d, A: SeqAccess<'d>> Parts<A> {
    fn next<T: Deserialize<'d>>(&mut self) -> Result<T, A::Error> {
        self.0.next_element()?.ok_or_else(|| A::Error::custom("a record has more parts than it may"))
    }

    fn next_if<T: Deserialize<'d>>(&mut self, is_there: bool) -> Result<Option<T>, A::Error> {
        is_there.then(|| self.next()).transpose()
    }
}

struct Reader<T>(PhantomData<T>);

impl<'d, T: Packed> Visitor<'d> for Reader<T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("a packed record")
    }

    fn visit_seq<A: SeqAccess<'d>>(self, parts: A) -> Result<T, A::Error> {
        T::read(&mut Parts(parts))
    }
}

/// Kinds by their number in the flags.
const ALIAS_KINDS: [AliasKind; 8] = [
    AliasKind::Name,
    AliasKind::Native,
    AliasKind::Translit,
    AliasKind::Acronym,
    AliasKind::Short,
    AliasKind::Former,
    AliasKind::Demonym,
    AliasKind::Metonym,
];

/// Flags of an alias; the lowest three bits are its kind.
mod of_alias {
    pub const KIND: u8 = 7;
    pub const NEEDS_CONTEXT: u8 = 1 << 3;
    pub const LETTERS: u8 = 1 << 4;
    pub const EVERYDAY: u8 = 1 << 5;
    pub const FROM: u8 = 1 << 6;
    pub const TO: u8 = 1 << 7;
}

impl Packed for AliasRecord {
    const PARTS: usize = 6;

    fn read<'d, A: SeqAccess<'d>>(parts: &mut Parts<A>) -> Result<Self, A::Error> {
        let flags: u8 = parts.next()?;
        let has = |flag| flags & flag != 0;
        Ok(Self {
            kind: ALIAS_KINDS[usize::from(flags & of_alias::KIND)],
            risk: if has(of_alias::NEEDS_CONTEXT) { Risk::Context } else { Risk::None },
            entity: parts.next()?,
            capitals: if has(of_alias::LETTERS) {
                Capitals::Letters(parts.next()?)
            } else {
                Capitals::Words(parts.next()?)
            },
            everyday: parts.next_if(has(of_alias::EVERYDAY))?.unwrap_or(0),
            from: parts.next_if(has(of_alias::FROM))?,
            to: parts.next_if(has(of_alias::TO))?,
        })
    }
}

impl<'d> Deserialize<'d> for AliasRecord {
    fn deserialize<D: Deserializer<'d>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_tuple(Self::PARTS, Reader(PhantomData))
    }
}

fn flag(is_set: bool, flag: u8) -> u8 {
    if is_set { flag } else { 0 }
}

impl Serialize for AliasRecord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let flags = self.kind as u8
            | flag(self.risk == Risk::Context, of_alias::NEEDS_CONTEXT)
            | flag(matches!(self.capitals, Capitals::Letters(_)), of_alias::LETTERS)
            | flag(self.everyday != 0, of_alias::EVERYDAY)
            | flag(self.from.is_some(), of_alias::FROM)
            | flag(self.to.is_some(), of_alias::TO);
        let mut parts = serializer.serialize_tuple(Self::PARTS)?;
        parts.serialize_element(&flags)?;
        parts.serialize_element(&self.entity)?;
        match &self.capitals {
            Capitals::Letters(letters) => parts.serialize_element(letters)?,
            Capitals::Words(words) => parts.serialize_element(words)?,
        }
        if self.everyday != 0 {
            parts.serialize_element(&self.everyday)?;
        }
        self.from.iter().chain(&self.to).try_for_each(|day| parts.serialize_element(day))?;
        parts.end()
    }
}

/// Kinds by their number in the flags.
const ENTITY_KINDS: [EntityKind; 13] = [
    EntityKind::Country,
    EntityKind::Region,
    EntityKind::City,
    EntityKind::Place,
    EntityKind::Person,
    EntityKind::Party,
    EntityKind::ArmedGroup,
    EntityKind::Organisation,
    EntityKind::Outlet,
    EntityKind::Company,
    EntityKind::Government,
    EntityKind::Event,
    EntityKind::Other,
];

/// Flags of an entity; the lowest four bits are its kind.
mod of_entity {
    pub const KIND: u8 = 15;
    pub const COUNTRY: u8 = 1 << 4;
    pub const POSITION: u8 = 1 << 5;
    pub const RELATED: u8 = 1 << 6;
    pub const SAME_AS: u8 = 1 << 7;
}

/// Thousandths of a degree, a tenth of a kilometre, take fewer bytes than a floating-point number and hold all that the sources give.
const PER_DEGREE: f32 = 1000.0;

impl Packed for EntityRecord {
    const PARTS: usize = 8;

    fn read<'d, A: SeqAccess<'d>>(parts: &mut Parts<A>) -> Result<Self, A::Error> {
        // First, so that a table can be searched by it.
        let id: Id = parts.next()?;
        let flags: u8 = parts.next()?;
        let has = |flag| flags & flag != 0;
        let kind = ENTITY_KINDS.get(usize::from(flags & of_entity::KIND));
        let degrees = |(north, east): (i32, i32)| (north as f32 / PER_DEGREE, east as f32 / PER_DEGREE);
        Ok(Self {
            id: id.written(),
            kind: *kind.ok_or_else(|| A::Error::custom("no kind of entity"))?,
            label: parts.next()?,
            prominence: parts.next()?,
            country: parts.next_if(has(of_entity::COUNTRY))?,
            position: parts.next_if(has(of_entity::POSITION))?.map(degrees),
            related: parts.next_if(has(of_entity::RELATED))?.unwrap_or_default(),
            same_as: parts
                .next_if::<Vec<Id>>(has(of_entity::SAME_AS))?
                .map(|ids| ids.into_iter().map(Id::written).collect())
                .unwrap_or_default(),
        })
    }
}

impl<'d> Deserialize<'d> for EntityRecord {
    fn deserialize<D: Deserializer<'d>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_tuple(Self::PARTS, Reader(PhantomData))
    }
}

impl Serialize for EntityRecord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let flags = self.kind as u8
            | flag(self.country.is_some(), of_entity::COUNTRY)
            | flag(self.position.is_some(), of_entity::POSITION)
            | flag(!self.related.is_empty(), of_entity::RELATED)
            | flag(!self.same_as.is_empty(), of_entity::SAME_AS);
        let whole = |degrees: f32| (degrees * PER_DEGREE).round() as i32;
        let mut parts = serializer.serialize_tuple(Self::PARTS)?;
        parts.serialize_element(&Id::of(&self.id))?;
        parts.serialize_element(&flags)?;
        parts.serialize_element(&self.label)?;
        parts.serialize_element(&self.prominence)?;
        if let Some(country) = self.country {
            parts.serialize_element(&country)?;
        }
        if let Some((north, east)) = self.position {
            parts.serialize_element(&(whole(north), whole(east)))?;
        }
        if !self.related.is_empty() {
            parts.serialize_element(&self.related)?;
        }
        if !self.same_as.is_empty() {
            parts.serialize_element(&self.same_as.iter().map(|id| Id::of(id)).collect::<Vec<_>>())?;
        }
        parts.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn kinds_stand_at_their_numbers() {
        for (number, kind) in (0..).zip(ALIAS_KINDS) {
            assert_eq!(kind as u8, number, "{kind:?}");
        }
        for (number, kind) in (0..).zip(ENTITY_KINDS) {
            assert_eq!(kind as u8, number, "{kind:?}");
        }
    }

    #[test]
    fn most_identifiers_are_numbers() {
        for (id, packed) in [
            ("gn:2643743", Id::GeoNames(2_643_743)),
            ("wd:Q30", Id::Wikidata(30)),
            ("wd:Q030", Id::Written("wd:Q030".into())),
            ("wd:Q", Id::Written("wd:Q".into())),
            ("gn:+1", Id::Written("gn:+1".into())),
            ("gn:99999999999", Id::Written("gn:99999999999".into())),
            ("x:homs", Id::Written("x:homs".into())),
        ] {
            assert_eq!(Id::of(id), packed);
        }
    }

    prop_compose! {
        fn entities()(
            id in "gn:[0-9]{1,11}|wd:Q[0-9]{1,11}|.{0,9}", label in ".{0,9}", kind in 0..ENTITY_KINDS.len(), country: Option<u32>,
            position in prop::option::of((-90_000..90_000i32, -180_000..180_000i32)), prominence: u8, related: Vec<u32>,
            same_as in prop::collection::vec("gn:[0-9]{1,9}|.{0,9}", 0..3),
        ) -> EntityRecord {
            let position = position.map(|(north, east)| (north as f32 / PER_DEGREE, east as f32 / PER_DEGREE));
            EntityRecord { id, label, kind: ENTITY_KINDS[kind], country, position, prominence, related, same_as }
        }
    }

    prop_compose! {
        fn aliases()(
            entity: u32, letters: Option<String>, words: u32, kind in 0..ALIAS_KINDS.len(), risky: bool, everyday: u64,
            from: Option<String>, to: Option<String>,
        ) -> AliasRecord {
            let capitals = letters.map_or(Capitals::Words(words), Capitals::Letters);
            let risk = if risky { Risk::Context } else { Risk::None };
            AliasRecord { entity, capitals, kind: ALIAS_KINDS[kind], risk, everyday, from, to }
        }
    }

    proptest! {
        #[test]
        fn every_record_comes_back(entity in entities(), group in prop::collection::vec(aliases(), 0..4)) {
            let written = postcard::to_stdvec(&entity).unwrap();
            prop_assert_eq!(postcard::from_bytes::<Id>(&written).unwrap().written(), entity.id.clone());
            prop_assert_eq!(postcard::from_bytes::<EntityRecord>(&written).unwrap(), entity);
            let written = postcard::to_stdvec(&group).unwrap();
            prop_assert_eq!(postcard::from_bytes::<Vec<AliasRecord>>(&written).unwrap(), group);
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(bytes: Vec<u8>) {
            let _ = postcard::from_bytes::<EntityRecord>(&bytes);
            let _ = postcard::from_bytes::<Vec<AliasRecord>>(&bytes);
        }
    }
}
