//! Decides which names of companies and organisations also mean other things, and keeps the risky ones out of harm.

use super::fold::plain;
use super::name_risk::NameRisk;
use super::present::Present;
use engine::seeds::{AliasKind, Risk, SeedAlias, SeedEntity};

/// A name of one word must have so many letters to stand by itself.
const SAFE_WORD: usize = 5;
/// So many ordinary words in a row are a name after all: "Foundation for Individual Rights in Education".
const SAFE_PHRASE: usize = 5;
/// Words of names that every country has: without its name they say nothing.
const OFFICES: &[&str] = &[
    "ministry",
    "department",
    "agency",
    "office",
    "bureau",
    "authority",
    "commission",
    "council",
    "board",
    "directorate",
    "institute",
    "national",
    "central",
    "federal",
    "state",
    "government",
    "royal",
    "academy",
    "public",
    "general",
    "service",
    "services",
    "police",
    "supreme",
    "court",
    "committee",
    "bank",
    "university",
    "college",
    "school",
    "hospital",
    "museum",
    "library",
    "center",
    "centre",
    "research",
    "treasury",
    "corps",
    "guard",
    "force",
    "forces",
    "army",
    "navy",
    "republican",
];
/// Words that make, with one word before them, the name of a body of any state: "Agriculture Department".
const BODIES: &[&str] = &[
    "ministry",
    "department",
    "agency",
    "office",
    "bureau",
    "authority",
    "commission",
    "council",
    "board",
    "committee",
    "secretariat",
];
/// Words that a name of several languages joins its parts with.
const SMALL: &[&str] = &["of", "the", "and", "for", "in", "on", "a", "de", "la", "du", "des", "to"];

/// The lists that a name is held against.
pub struct GroupNames<'l> {
    /// Words, surnames, places.
    pub risk: &'l NameRisk,
    /// What the seeds hold.
    pub present: &'l Present,
}

impl GroupNames<'_> {
    /// The risk that `name` runs; nothing when it is no name to look for at all.
    pub fn risk(&self, name: &str) -> Option<Risk> {
        let folded = plain(name);
        let words: Vec<&str> = folded.split(' ').filter(|word| !SMALL.contains(word)).collect();
        let letters = folded.chars().filter(|letter| letter.is_alphabetic()).count();
        let is_person = |word: &&str| self.risk.is_personal(word) || self.risk.is_rare_surname(word);
        let risky = match words[..] {
            [] => return None,
            _ if letters < 3 => return None,
            [word] => letters < SAFE_WORD || self.risk.is_word(word) || is_person(&word),
            [_, _] if self.is_ordinary(&words) || words.iter().any(|word| BODIES.contains(word)) => true,
            // "American University of Kabul" is another than that of Washington.
            [first, body] if self.risk.is_country(first) && OFFICES.contains(&body) => true,
            [first, last] => is_person(&first) && is_person(&last),
            _ => self.is_generic(name),
        };
        let borne = self.present.is_taken(name) || self.risk.is_place(name) || self.risk.is_country(name);
        Some(if risky || borne { Risk::Context } else { Risk::None })
    }

    /// Whether the name is made of ordinary words that every country has such a body by: "Ministry of Health".
    pub fn is_generic(&self, name: &str) -> bool {
        let folded = plain(name);
        let words: Vec<&str> = folded.split(' ').filter(|word| !SMALL.contains(word)).collect();
        words.len() < SAFE_PHRASE && self.is_ordinary(&words) && words.iter().any(|word| OFFICES.contains(word))
    }

    fn is_ordinary(&self, words: &[&str]) -> bool {
        words.iter().all(|word| self.risk.is_word(word) || OFFICES.contains(word))
    }
}

/// Takes the country from an entity with a risky name. Pages of its country would show it by that alone: "Target" on
/// any page of the United States. Initials keep it, which are matched letter by letter.
pub fn seal(entity: &mut SeedEntity) {
    let risky = |alias: &SeedAlias| {
        let table = alias.table();
        table.risk == Risk::Context && table.kind != AliasKind::Acronym
    };
    if entity.aliases.iter().any(risky) {
        entity.country = None;
        entity.related.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_persons_places_and_what_every_country_has_are_risky() {
        let risk = NameRisk::of(
            &["target", "public", "storage", "of", "health", "rights", "best"],
            &["morgan"],
            &["palo alto"],
        );
        let present = Present::default();
        let names = GroupNames { risk: &risk, present: &present };
        for (name, expected) in [
            ("Target", Some(Risk::Context)),
            ("Morgan", Some(Risk::Context)),
            ("Ono", Some(Risk::Context)),
            ("3", None),
            ("Vattenfall", Some(Risk::None)),
            ("Palo Alto", Some(Risk::Context)),
            ("Public Storage", Some(Risk::Context)),
            ("Ministry of Health", Some(Risk::Context)),
            ("Zymurgy Department", Some(Risk::Context)),
            ("Ministry of Public Health", Some(Risk::Context)),
            ("Police Corps", Some(Risk::Context)),
            ("National Republican Guard", Some(Risk::Context)),
            ("Ministry of Health of Utopia", Some(Risk::None)),
            ("University of Utopia", Some(Risk::None)),
        ] {
            assert_eq!(names.risk(name), expected, "{name}");
        }
    }
}
