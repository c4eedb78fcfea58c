//! Says whether the words beside a name make it a part of a country: "US-Bundesstaat Georgia", "estado de Córdoba", "Punch district".

use super::Lookup;
use super::matches::{Candidate, Match};
use super::phrases::is_state_itself;
use crate::document::Document;
use crate::fold::fold;
use crate::kind::EntityKind;
use crate::knowledge::Handle;
use crate::pack::records::EntityRecord;
use crate::words::word_lists;
use std::ops::Range;

/// What the words beside a name say of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Division {
    /// Nothing.
    Unsaid,
    /// It is a part of a country rather than a town, if there is such a part: "Washington state", "upstate New York".
    RatherThanTown,
    /// It is a part of a country rather than a town or a country, if there is such a part: "the state of Georgia", not "the state of London".
    RatherThanNamesakes,
    /// It is a part of a country, so neither a town nor a country.
    Said,
}

impl Division {
    /// Reads the words beside `range`.
    pub(super) fn read(document: &Document, range: &Range<usize>) -> Self {
        let first = document.token_at(range.start);
        let last = document.token_at(range.end.saturating_sub(1));
        let before = |steps: usize| first.checked_sub(steps).map_or("", |token| document.lower(token));
        let (next, written) = (document.lower(last + 1), document.word(last + 1));
        let of = matches!(before(1), "of" | "de" | "do" | "da" | "del" | "di" | "della");
        let noun = if of { before(2) } else { before(1) };
        // "l’État de Washington"
        let noun = noun.rsplit(['\'', '’']).next().unwrap_or(noun);
        if of && noun == "state" {
            return Self::RatherThanNamesakes;
        }
        // Elsewhere it is a verb: "op één staat Amsterdam".
        let stands = noun == "staat" && before(2) != "de";
        if of && is_noun_with_of(noun) && !is_state_itself(document, first) || !of && is_noun_before(noun) && !stands {
            return Self::Said;
        }
        let english = document.language == "en";
        let quarter = matches!(before(1), "a" | "an" | "the" | "'s" | "’s")
            || matches!(document.lower(last + 2), "of" | "attorney" | "attorneys" | "court" | "judge");
        let said = match next {
            // "in Punch district", not "a London district" or "the Baghdad district of Karrada".
            "district" => english && written == next && !quarter,
            "province" | "governorate" | "oblast" | "prefecture" | "eyaleti" | "eyaletinde" | "eyaletinin" => true,
            _ => false,
        };
        let rather = english
            && (before(1) == "upstate"
                || matches!(next, "gov" | "governor")
                || written == "state" && document.text[range.end..].starts_with(' ')
                || matches!(before(1), "western" | "eastern") && &document.text[range.clone()] == "Washington");
        if said {
            Self::Said
        } else if rather {
            Self::RatherThanTown
        } else {
            Self::Unsaid
        }
    }

    /// Whether the record isn't meant, where a part of a country is among what has the name, or isn't.
    pub(super) fn excludes(self, record: &EntityRecord, has_part: bool) -> bool {
        match (self, record.kind) {
            (Self::Said, EntityKind::City) => true,
            (Self::Said, EntityKind::Country | EntityKind::Government) => has_part,
            (Self::RatherThanTown, EntityKind::City) => has_part,
            (Self::RatherThanNamesakes, EntityKind::City | EntityKind::Country | EntityKind::Government) => has_part,
            _ => false,
        }
    }
}

/// Adds the parts of countries that are called after their towns where the text says that such a part is meant: "Kandahar province".
pub(super) fn add_parts(document: &Document, matches: &mut [Match], lookup: &mut Lookup) {
    /// What is added to a town's name in the names of parts of countries.
    const ENDINGS: [&str; 6] = [" region", " province", " state", " department", " governorate", " oblast"];
    for matched in matches {
        if Division::read(document, &matched.range) != Division::Said {
            continue;
        }
        let knowledge = lookup.knowledge;
        let kind = |candidate: &Candidate| lookup.entity(candidate.handle).map(|record| record.kind);
        if matched.candidates.iter().any(|candidate| kind(candidate) == Some(EntityKind::Region)) {
            continue;
        }
        let mut found: Vec<Handle> = Vec::new();
        for candidate in &matched.candidates {
            let Some(town) = lookup.entity(candidate.handle).filter(|record| record.kind == EntityKind::City) else {
                continue;
            };
            for ending in ENDINGS {
                let name = fold(&[&town.label, ending].concat()).text;
                let forms = knowledge.names().filter_map(|(pack, names)| Some((pack, names.form(&name)?)));
                let parts = forms.flat_map(|(pack, form)| knowledge.aliases(pack, form)).filter(|(handle, _)| {
                    knowledge.entity(*handle).is_some_and(|part| {
                        part.kind == EntityKind::Region
                            && part.country == town.country
                            && handle.pack == candidate.handle.pack
                    })
                });
                found.extend(
                    parts.map(|(handle, _)| handle).filter(|handle| !found.contains(handle)).collect::<Vec<_>>(),
                );
            }
        }
        for handle in found {
            lookup.load(handle);
            matched.candidates.push(Candidate::by_short_form(handle));
        }
    }
}

/// Whether the English name of a country is no name of it in that language, in which it is known by another: Georgia is "Georgien".
pub(super) fn is_known_otherwise(form: &str, language: &str) -> bool {
    form == "Georgia" && matches!(language, "de" | "nl" | "sv" | "da" | "pl" | "cs" | "sk" | "hu" | "tr")
}

/// Words for a part of a country before "of" and its name.
const NOUNS_WITH_OF: &str = "province governorate oblast prefecture estado provincia departamento état etat département stato \
    província";
/// Words for a part of a country right before its name.
const NOUNS_BEFORE: &str = "bundesstaat bundesstaats bundesstaates bundesstaaten bundesland bundeslandes provinz oblast gouvernement \
    gouvernements deelstaat staat provincie delstaten delstat stanie stanu штат штате штата штату штатом провинция провинции \
    провинцию штаті провінції ولاية وولاية بولاية لولاية مقاطعة بمقاطعة محافظة ومحافظة بمحافظة";

word_lists! {
    /// Whether the word and "of" make what follows a part of a country.
    is_noun_with_of: NOUNS_WITH_OF;
    /// Whether the word makes the name after it a part of a country's.
    is_noun_before: NOUNS_BEFORE;
}
