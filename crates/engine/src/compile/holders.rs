//! Finds offices of one holder that the seeds give to two people at once.

use crate::card::HELD_BY_ONE;
use crate::date::PartialDate;
use crate::seeds::{SeedEntity, SeedFact};

/// A term whose days are known well enough to compare.
struct Term<'f> {
    fact: &'f SeedFact,
    from: PartialDate,
    /// Nothing while it lasts.
    to: Option<PartialDate>,
}

/// What overlaps among the holders of each office of `entity`, as messages. A term without a known end is compared with
/// none: its end may lie anywhere.
pub fn overlaps(entity: &SeedEntity) -> Vec<String> {
    let mut terms: Vec<Term> = entity.facts.iter().filter_map(term).collect();
    // Of two that begin in one month, the one that ends first came first.
    terms.sort_by_key(|term| {
        let to = term.to.map(|to| to.latest());
        (term.fact.about.clone(), term.from.earliest(), to.is_none(), to)
    });
    let mut found = Vec::new();
    for (index, term) in terms.iter().enumerate() {
        let later = terms[index + 1..].iter().take_while(|later| later.fact.about == term.fact.about);
        for later in later.filter(|later| !same_holder(term.fact, later.fact)) {
            // "2012" may end on any of its days: only what surely overlaps is an error.
            if term.to.is_none_or(|to| to.earliest() > later.from.latest()) {
                found.push(format!(
                    "“{}: {}” and “{}” hold it at once from {}; correct `from` or `to` of one",
                    term.fact.about,
                    term.fact.value,
                    later.fact.value,
                    later.fact.from.as_deref().unwrap_or_default()
                ));
            }
        }
    }
    found
}

fn term(fact: &SeedFact) -> Option<Term<'_>> {
    // A person or a union has many offices; only what an institution has one of counts, and claims are attributed.
    let is_single = HELD_BY_ONE.contains(&fact.about.as_str()) && fact.about != "capital" && fact.attributed.is_none();
    let from = PartialDate::parse(fact.from.as_deref().filter(|_| is_single)?).ok()?;
    let to = match fact.to.as_deref()? {
        "ongoing" => None,
        date => Some(PartialDate::parse(date).ok()?),
    };
    Some(Term { fact, from, to })
}

/// One person again, by the card or by the name before a comma.
fn same_holder(one: &SeedFact, other: &SeedFact) -> bool {
    let name = |fact: &SeedFact| fact.value.split(',').next().unwrap_or_default().to_lowercase();
    (one.reference.is_some() && one.reference == other.reference) || name(one) == name(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(terms: &[(&str, &str, &str)]) -> SeedEntity {
        let facts: Vec<_> = terms
            .iter()
            .map(|(value, from, to)| {
                let to = (!to.is_empty()).then_some(to);
                serde_json::json!({ "about": "leader", "value": value, "from": from, "to": to, "cite": ["a"] })
            })
            .collect();
        serde_json::from_value(serde_json::json!({
            "id": "x:a", "kind": "organisation", "label": "A", "description": "A.", "facts": facts
        }))
        .unwrap()
    }

    #[test]
    fn terms_of_one_month_stand_in_the_order_of_their_ends() {
        assert!(overlaps(&body(&[("B", "2023-06", "2025-05-06"), ("A", "2023-06", "2023-06")])).is_empty());
        assert!(overlaps(&body(&[("B", "2023-06", "ongoing"), ("A", "2023-06", "2023-06")])).is_empty());
    }

    #[test]
    fn only_terms_that_surely_overlap_are_errors() {
        for (terms, expected) in [
            ([("Ada", "2010-01-01", "2014-05-06"), ("Bo", "2014-05-06", "ongoing")], 0),
            ([("Ada", "2010", "2014"), ("Bo", "2014-03", "2016")], 0),
            ([("Ada", "2010", "2014"), ("Bo", "2012", "2016")], 1),
            ([("Ada", "2010", "ongoing"), ("Bo", "2012", "2016")], 1),
            ([("Ada", "2010", ""), ("Bo", "2012", "2016")], 0),
            ([("Ada, chair", "2010", "2014"), ("Ada", "2012", "2016")], 0),
        ] {
            assert_eq!(overlaps(&body(&terms)).len(), expected, "{terms:?}");
        }
    }
}
