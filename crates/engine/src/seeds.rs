//! The seeds' schema: what a person writes about an entity, as TOML tables or as JSON, one entity a line.
//!
//! Every field is documented for writers in `seeds/README.md`. Reading gives plain records; [`crate::compile`] checks
//! them against each other and writes packs.

use crate::kind::EntityKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One file of seeds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeedFile {
    /// References by key, for this and every other file of the same folder tree.
    #[serde(default)]
    pub citation: BTreeMap<String, SeedCitation>,
    /// Entities.
    #[serde(default)]
    pub entity: Vec<SeedEntity>,
    /// Facts about entities that other files describe, and more names of them.
    #[serde(default)]
    pub addition: Vec<SeedAddition>,
}

/// More facts about an entity that another file describes, or more names of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeedAddition {
    /// Identifier of the entity.
    pub id: String,
    /// Dated, cited facts; one that says the same as an earlier one takes its place.
    #[serde(default)]
    pub facts: Vec<SeedFact>,
    /// Written forms beside those it has.
    #[serde(default)]
    pub aliases: Vec<SeedAlias>,
}

/// A reference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeedCitation {
    /// Title of the document or data set.
    pub title: String,
    /// Address, http or https.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Who published it.
    pub publisher: String,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: published, or state of the data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Licence of carried-over data (`CC-BY-4.0`, `public-domain`, …), or `reference` where only the fact is cited.
    pub licence: String,
}

/// One entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeedEntity {
    /// `wd:Q…` (only verified), `gn:…` (GeoNames), `un:…`, `ucdp:…`, `pf:…`, else `x:slug`.
    pub id: String,
    /// What sort of thing it is.
    pub kind: EntityKind,
    /// Its usual English name.
    pub label: String,
    /// Who or what it is: one neutral, timeless sentence of at most 160 characters.
    pub description: String,
    /// Other identifiers of the same thing, in the same forms as `id`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<String>,
    /// Identifier of the country it belongs to or acts in most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Degrees north, for places.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lat: Option<f32>,
    /// Degrees east, for places.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lon: Option<f32>,
    /// How often world news names it, 0 to 100; 50 for a medium city, 90 for a large state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prominence: Option<u8>,
    /// Identifiers of entities whose presence on a page makes this one likelier.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<String>,
    /// Written forms beside the label, which is always one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<SeedAlias>,
    /// Dated, cited facts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<SeedFact>,
    /// Address of a page to read more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more: Option<String>,
}

/// One written form of an entity's name: a plain string, or a table when there is more to say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum SeedAlias {
    /// Just the form: an ordinary Latin spelling without risk.
    Text(String),
    /// The form with its kind and risk.
    Full(AliasTable),
}

impl SeedAlias {
    /// The alias with every field spelt out.
    pub fn table(&self) -> AliasTable {
        match self {
            Self::Text(text) => AliasTable { text: text.clone(), ..AliasTable::default() },
            Self::Full(table) => table.clone(),
        }
    }
}

/// An alias in full.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AliasTable {
    /// The form as news writes it.
    pub text: String,
    /// Primary language subtag when it belongs to one language (`ar`, `ru`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// What sort of form it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: AliasKind,
    /// Whether it may be taken without support from the page.
    #[serde(default, skip_serializing_if = "is_default")]
    pub risk: Risk,
    /// First day the form was in use, for former names and dated ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Last day the form was in use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// Left out when written, as by people.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// What sort of form an alias is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AliasKind {
    /// The usual English name, or another full name in Latin letters.
    #[default]
    Name,
    /// The name in its own script or language.
    Native,
    /// Another transliteration.
    Translit,
    /// Initials; matched in exactly this case.
    Acronym,
    /// A shortened form: a surname, a group's short name.
    Short,
    /// A name no longer used.
    Former,
    /// Adjective or noun for what belongs to a country or people: "Syrian".
    Demonym,
    /// A capital or building that stands for a government; taken only as subject of saying or acting.
    Metonym,
}

/// Whether an alias may be taken on its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Risk {
    /// Hardly ever means anything else.
    #[default]
    None,
    /// Means other things as well: needs something on the page that speaks for this entity.
    Context,
}

/// One fact: a state with a duration, or an event on a day.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeedFact {
    /// Heading on the card in lower case: `leader`, `office`, `population`, `event`. `office` of a person gives the
    /// role shown under the name.
    pub about: String,
    /// The value, or for an `event` one sentence in the past tense.
    pub value: String,
    /// Identifier of the entity the value names.
    #[serde(default, rename = "ref", skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Day of an event or of a count: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Excludes `from` and `to`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// Beginning of a state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// End of a state; `ongoing` when it still held as of the citation; left out when unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Who asserts it, when it is contested: the card then says "according to …".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attributed: Option<String>,
    /// Keys of citations; at least one.
    pub cite: Vec<String>,
}
