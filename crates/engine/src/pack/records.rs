//! The records inside a pack, as they are encoded (postcard, in field order).

use super::capitals::Capitals;
use crate::date::{Date, PartialDate};
use crate::kind::EntityKind;
use crate::seeds::{AliasKind, Risk};
use serde::{Deserialize, Serialize};

/// What a pack says of itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PackMeta {
    /// Identifier, such as `world`; ties a names file to its cards file.
    pub id: String,
    /// Version of the content.
    pub version: String,
    /// Day up to which its knowledge goes, `YYYY-MM-DD`.
    pub as_of: String,
    /// Number of entities.
    pub entities: u32,
    /// Number of written forms.
    pub aliases: u32,
}

/// One written form of one entity, beside others that fold alike; written as `packed.rs` has it.
#[derive(Clone, Debug, PartialEq)]
pub struct AliasRecord {
    /// Index of the entity.
    pub entity: u32,
    /// Where it has capitals; the letters themselves are told by the folded form.
    pub capitals: Capitals,
    /// What sort of form it is.
    pub kind: AliasKind,
    /// Whether it needs support from the page.
    pub risk: Risk,
    /// Languages, as bits (see `everyday.rs`), in which the form is more likely an everyday word.
    pub everyday: u64,
    /// First day the form was in use, as in the seeds.
    pub from: Option<String>,
    /// Last day the form was in use, as in the seeds.
    pub to: Option<String>,
}

impl AliasRecord {
    /// Whether the form was in use on `day`; on an unknown day every form may be.
    pub fn in_use(&self, day: Option<Date>) -> bool {
        let date = |text: &Option<String>| text.as_deref().and_then(|text| PartialDate::parse(text).ok());
        day.is_none_or(|day| {
            date(&self.from).is_none_or(|from| from.earliest() <= day)
                && date(&self.to).is_none_or(|to| day <= to.latest())
        })
    }
}

/// What marking needs to know of an entity; written as `packed.rs` has it.
#[derive(Clone, Debug, PartialEq)]
pub struct EntityRecord {
    /// Identifier.
    pub id: String,
    /// Usual name.
    pub label: String,
    /// Sort of thing.
    pub kind: EntityKind,
    /// Index of the country it belongs to.
    pub country: Option<u32>,
    /// Degrees north and east; a pack holds thousandths, a tenth of a kilometre.
    pub position: Option<(f32, f32)>,
    /// How often world news names it, 0 to 100.
    pub prominence: u8,
    /// Indexes of entities that make this one likelier.
    pub related: Vec<u32>,
    /// Other identifiers.
    pub same_as: Vec<String>,
}

/// The rest of an entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CardRecord {
    /// One sentence.
    pub description: String,
    /// Its facts in the order of the seeds.
    pub facts: Vec<FactRecord>,
    /// Address to read more.
    pub more: Option<String>,
}

/// A fact; dates are as in the seeds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FactRecord {
    /// Heading in lower case.
    pub about: String,
    /// Value or sentence.
    pub value: String,
    /// Identifier of the entity that the value names.
    pub reference: Option<String>,
    /// Day of an event or count.
    pub on: Option<String>,
    /// Beginning.
    pub from: Option<String>,
    /// End, or `ongoing`.
    pub to: Option<String>,
    /// Who asserts it, when contested.
    pub attributed: Option<String>,
    /// Indexes of its citations.
    pub citations: Vec<u32>,
}

/// A reference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CitationRecord {
    /// Title.
    pub title: String,
    /// Address.
    pub url: Option<String>,
    /// Publisher.
    pub publisher: String,
    /// Date.
    pub date: Option<String>,
}
