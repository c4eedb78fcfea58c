//! Cards: what the reader sees about an entity, as of a day.
//!
//! A fact is sorted by where its time stands against that day. Ended, ongoing and unknown stay three different things:
//! a state whose end nobody recorded is shown as such, never as ended.

mod time;

use crate::date::{Date, PartialDate};
use crate::kind::EntityKind;
use crate::order::sort_by_key;
use crate::pack::CardsFile;
use crate::pack::records::{CardRecord, EntityRecord, FactRecord};
use crate::wire::{Card, CardFact, Citation, DateBasis, Standing};

use time::{End, FactTime};

/// The day a card answers for, and how it came about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AsOf {
    /// The day.
    pub day: Date,
    /// How it came about.
    pub basis: DateBasis,
    /// The day up to which all is known.
    pub known_to: Date,
}

/// As much of the card of `entity` as its names file tells: no sentence and no facts.
pub fn name_only(entity: EntityRecord, as_of: AsOf) -> Card {
    Card {
        entity: entity.id,
        label: entity.label,
        kind: entity.kind.words().to_string(),
        description: String::new(),
        role: None,
        on_date: Vec::new(),
        since: Vec::new(),
        earlier: Vec::new(),
        citations: Vec::new(),
        more: None,
        as_of: as_of.day.to_string(),
        date_basis: as_of.basis,
        known_to: as_of.known_to.to_string(),
    }
}

/// The card of `entity` as of that day. `known` says whether an identifier has a card of its own.
pub fn card(
    entity: EntityRecord,
    cards: &CardsFile,
    record: &CardRecord,
    as_of: AsOf,
    known: impl Fn(&str) -> bool,
) -> Card {
    let is_person = entity.kind == EntityKind::Person;
    let mut card = name_only(entity, as_of);
    card.description.clone_from(&record.description);
    card.more.clone_from(&record.more);
    let mut numbers: Vec<u32> = Vec::new();
    for fact in ordered(&record.facts) {
        if is_counted_already(&record.facts, fact) {
            continue;
        }
        let time = FactTime::of(fact);
        let successor = successor(&record.facts, fact).filter(|from| from.earliest() <= as_of.day);
        let is_over = successor.is_some() || is_outdated(&record.facts, fact, as_of.day);
        let standing = if is_over { Standing::EndedBefore } else { time.standing(as_of.day) };
        let held = !matches!(standing, Standing::CameLater | Standing::EndedBefore);
        if held && card.role.is_none() && is_person && fact.about == "office" {
            card.role = Some(fact.value.clone());
        }
        let when = successor.map_or_else(|| time.words(), |latest| time.words_until(latest));
        let line = CardFact {
            heading: heading(&fact.about),
            text: fact.value.clone(),
            // Neither "Founded: 1974" nor "Born: 25 January 1978 in Kryvyi Rih" needs to be told the day again.
            when: if when == fact.value || when.contains(' ') && fact.value.contains(&when) {
                String::new()
            } else {
                when
            },
            entity: fact.reference.clone().filter(|id| known(id)),
            standing,
            according_to: fact.attributed.clone(),
            citations: fact.citations.iter().map(|&citation| number(&mut numbers, citation)).collect(),
        };
        // What ended since is told twice: it held on the day, which says nothing of its end yet, and that end is part of what has changed.
        match standing {
            Standing::Holds | Standing::EndUnknown => card.on_date.push(line),
            Standing::EndedSince => {
                card.since.push(line.clone());
                // Without a beginning nobody can say that it held by then.
                if let Some(so_far) = time.words_by(as_of.day) {
                    card.on_date.push(CardFact { when: so_far, ..line });
                }
            }
            Standing::CameLater => card.since.push(line),
            Standing::EndedBefore => card.earlier.push(line),
        }
    }
    card.citations = numbers
        .into_iter()
        .filter_map(|index| cards.citation(index))
        .map(|found| Citation { title: found.title, url: found.url, publisher: found.publisher, date: found.date })
        .collect();
    card
}

/// What only one holds at a time, so that a later holder ends the time of an earlier one whose end nobody recorded.
pub(crate) const HELD_BY_ONE: &[&str] = &[
    "head of state",
    "head of government",
    "leader",
    "secretary-general",
    "governor",
    "mayor",
    "commander",
    "capital",
    "director",
    "chairman",
    "chair",
    "president",
    "prime minister",
    "head",
];

/// When the next holder began, for a fact without an end about something that only one holds at a time.
fn successor(facts: &[FactRecord], fact: &FactRecord) -> Option<PartialDate> {
    let FactTime::During { from: Some(from), end: End::Unknown } = FactTime::of(fact) else { return None };
    let others = facts.iter().filter(|other| other.about == fact.about && HELD_BY_ONE.contains(&fact.about.as_str()));
    let begun = others.filter_map(|other| match FactTime::of(other) {
        FactTime::During { from: Some(other), .. } => Some(other),
        _ => None,
    });
    begun.filter(|other| other.earliest() > from.latest()).min_by_key(|other| other.earliest())
}

/// What is counted anew from time to time, so that the last count says all there is to say.
const COUNTED: &[&str] = &["population", "area", "kind of government", "members", "strength", "circulation"];

/// Whether by `day` somebody had counted again what `fact` counts, on the same authority.
fn is_outdated(facts: &[FactRecord], fact: &FactRecord, day: Date) -> bool {
    let counted = |fact: &FactRecord| match FactTime::of(fact) {
        FactTime::AsOf(on) if COUNTED.contains(&fact.about.as_str()) => Some(on.earliest()),
        _ => None,
    };
    let Some(own) = counted(fact) else { return false };
    let others = facts.iter().filter(|other| other.about == fact.about && other.attributed == fact.attributed);
    others.filter_map(counted).any(|other| own < other && other <= day)
}

/// Whether a fact before it gives that count without a day too, on the same authority: people's exact figure beside the rounded one
/// that a list has of the same town.
fn is_counted_already(facts: &[FactRecord], fact: &FactRecord) -> bool {
    let is_count = |one: &FactRecord| COUNTED.contains(&one.about.as_str()) && FactTime::of(one) == FactTime::Always;
    let before = facts.iter().take_while(|other| !std::ptr::eq(*other, fact));
    is_count(fact)
        && before
            .into_iter()
            .any(|other| other.about == fact.about && other.attributed == fact.attributed && is_count(other))
}

/// Index of `citation` among those used so far, added if new.
fn number(numbers: &mut Vec<u32>, citation: u32) -> u32 {
    let at = numbers.iter().position(|&known| known == citation).unwrap_or_else(|| {
        numbers.push(citation);
        numbers.len() - 1
    });
    at as u32
}

/// Facts in the order of their time; those without any first, as the seeds have them.
fn ordered(facts: &[FactRecord]) -> Vec<&FactRecord> {
    let mut sorted: Vec<&FactRecord> = facts.iter().collect();
    sort_by_key(&mut sorted, |fact| FactTime::of(fact).begins().map(|date| date.earliest()));
    sorted
}

/// "head_of_state" as a heading: "Head of state". Headings are English words, so that ASCII's capitals do.
fn heading(about: &str) -> String {
    let mut words = about.replace('_', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::time::tests::fact;
    use super::*;

    #[test]
    fn a_later_holder_ends_the_time_of_an_earlier_one() {
        let first = fact("head of state", "", "2012-05-15", "");
        let second = fact("head of state", "", "2017-05-14", "ongoing");
        let facts = [first.clone(), second.clone()];
        assert_eq!(successor(&facts, &first).map(|from| from.words()), Some("14 May 2017".into()));
        assert_eq!(successor(&facts, &second), None);
        let words = FactTime::of(&first).words_until(PartialDate::parse("2017-05-14").unwrap());
        assert_eq!(words, "from 15 May 2012, until 14 May 2017 at the latest");
        // Several may be members at once.
        let members = [fact("member", "", "2012", ""), fact("member", "", "2013", "")];
        assert_eq!(successor(&members, &members[0]), None);
    }

    #[test]
    fn a_new_count_takes_the_place_of_an_old_one() {
        let count =
            |on, by: Option<&str>| FactRecord { attributed: by.map(str::to_string), ..fact("population", on, "", "") };
        let facts =
            [count("2016", None), count("2025", None), count("2018", Some("the mayor")), fact("event", "2014", "", "")];
        let outdated = |day: &str| -> Vec<bool> {
            facts.iter().map(|fact| is_outdated(&facts, fact, Date::parse(day).unwrap())).collect()
        };
        assert_eq!(outdated("2020-05-01"), [false; 4]);
        assert_eq!(outdated("2026-05-01"), [true, false, false, false]);
    }

    #[test]
    fn a_count_without_a_day_is_given_once() {
        let count =
            |by: Option<&str>| FactRecord { attributed: by.map(str::to_string), ..fact("population", "", "", "") };
        let facts = [
            count(None),
            count(None),
            count(Some("the mayor")),
            fact("population", "2004", "", ""),
            fact("note", "", "", ""),
            fact("note", "", "", ""),
        ];
        let repeated: Vec<bool> = facts.iter().map(|fact| is_counted_already(&facts, fact)).collect();
        assert_eq!(repeated, [false, true, false, false, false, false]);
    }
}
