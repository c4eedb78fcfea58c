//! The kinds of entity, as seeds write them, `gloss annotate` prints them and cards name them.

use serde::{Deserialize, Serialize};

/// What sort of thing an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// A sovereign state or a territory with a code of its own.
    Country,
    /// A first- or second-level part of a country, or a region across countries.
    Region,
    /// A city, town or village.
    City,
    /// A district, crossing, base, river, building: any other place.
    Place,
    /// A person.
    Person,
    /// A political party.
    Party,
    /// An armed group, armed force or unit of one.
    ArmedGroup,
    /// Any other organisation: international body, ministry, court, bank, NGO.
    Organisation,
    /// A news medium: agency, channel, paper, site, blog.
    Outlet,
    /// A company.
    Company,
    /// The government of a country.
    Government,
    /// A war, battle, election, agreement, disaster.
    Event,
    /// Whatever else has a name.
    Other,
}

impl EntityKind {
    /// The kind in words for a card.
    pub fn words(self) -> &'static str {
        match self {
            Self::Country => "country or territory",
            Self::Region => "region",
            Self::City => "city or town",
            Self::Place => "place",
            Self::Person => "person",
            Self::Party => "political party",
            Self::ArmedGroup => "armed group or force",
            Self::Organisation => "organisation",
            Self::Outlet => "news outlet",
            Self::Company => "company",
            Self::Government => "government",
            Self::Event => "event",
            Self::Other => "other",
        }
    }

    /// Whether it has a position on the map.
    pub fn is_place(self) -> bool {
        matches!(self, Self::Country | Self::Region | Self::City | Self::Place)
    }
}
