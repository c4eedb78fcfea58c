//! Which country a short description of a company or a body puts it in.

use super::countries::Known;
use super::fold::plain;
use engine::seeds::{AliasTable, Risk};

/// Parts of countries that bear another country's name or adjective.
const NAMESAKES: &[&str] =
    &[" new mexico ", " british columbia ", " new england ", " american indian ", " native american "];

/// Whether an adjective means one country: the reviewed table flags those that mean two, some of which these
/// descriptions use of one.
fn is_sure(form: &AliasTable) -> bool {
    form.risk == Risk::None || ["American", "Indian", "Korean"].contains(&form.text.as_str())
}

/// The one country that a description names or, of several, that where the body sits.
pub fn country_of<'k>(description: &str, known: &'k [Known]) -> Option<&'k Known> {
    let mut text = format!(" {} ", plain(&description.replace("U.S.", "United States")));
    for namesake in NAMESAKES {
        text = text.replace(namesake, " ");
    }
    // Whose daughter a company is comes last: "British bank owned by a Spanish group".
    let own = text.split(" owned ").next().unwrap_or(&text).to_string() + " ";
    let mut found = named(&own, known);
    if found.is_empty() {
        found = named(&text, known);
    }
    let country = match found.as_slice() {
        [] => None,
        [one] => Some(one),
        // Of several the one where it sits: "French commercial bank in Ghana". Else nobody knows: "Chinese American bank".
        several => several.iter().find(|(at, _)| [" in", " in the"].iter().any(|word| text[..*at].ends_with(word))),
    };
    country.map(|(_, known)| *known)
}

/// The countries that a text names, with the first place of each; none that lies in a longer name: "Papua New Guinea".
fn named<'k>(text: &str, known: &'k [Known]) -> Vec<(usize, &'k Known)> {
    let span = |known: &Known| {
        let country = &known.country;
        let demonym = country.demonyms.first().filter(|form| is_sure(form)).map(|form| form.text.as_str());
        let names = country.forms.iter().filter(|form| form.risk == Risk::None).map(|form| form.text.as_str());
        let names = names.chain(demonym).chain([country.label.as_str()]);
        // The earliest, and of two that begin together the longer: "South Korean".
        names
            .filter(|name| name.chars().count() > 2)
            .filter_map(|name| {
                let name = format!(" {} ", plain(name));
                text.find(&name).map(|at| (at, at + name.len()))
            })
            .min_by_key(|&(from, to)| (from, usize::MAX - to))
    };
    // Antarctica has no companies.
    let states = known.iter().filter(|known| known.country.code != "AQ");
    let spans: Vec<_> = states.filter_map(|known| Some((span(known)?, known))).collect();
    let lies_in = |one: (usize, usize), other: (usize, usize)| one != other && other.0 <= one.0 && one.1 <= other.1;
    let whole = spans.iter().filter(|(one, _)| !spans.iter().any(|(other, _)| lies_in(*one, *other)));
    whole.map(|((at, _), known)| (*at, *known)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::import::countries;

    #[test]
    fn the_one_country_of_a_description_or_that_where_it_sits_counts() {
        let known = countries::known_for_tests();
        for (description, expected) in [
            ("South Korean automobile manufacturer", Some("KR")),
            ("U.S. investment bank", Some("US")),
            ("British bank owned by a Spanish group", Some("GB")),
            ("banking group", None),
            ("Chinese American bank", None),
            ("French commercial bank in Dominica", Some("DM")),
            ("agency of New Mexico, the United States", Some("US")),
            ("Dominican public body", Some("DO")),
        ] {
            let found = country_of(description, &known).map(|known| known.country.code.as_str());
            assert_eq!(found, expected, "{description}");
        }
    }
}
