//! Tests of what the name-suggestion index is read for.

use super::*;
use crate::commands::import::countries;

#[test]
fn descriptions_tell_companies_from_shops_and_brands() {
    for (description, expected) in [
        ("German multinational energy company", Some("Company")),
        ("South Korean automobile manufacturer", Some("Vehicle maker")),
        ("the central bank of Utopia", Some("Central bank")),
        ("former Utopian oil company", None),
        ("chain of petroleum stations", None),
        ("city in Utopia", None),
        ("private bank", Some("Bank")),
    ] {
        assert_eq!(sort_of(description), expected, "{description}");
    }
    for (description, expected) in [
        ("Utopian federal law enforcement agency", Some("Law enforcement body")),
        ("law enforcement agency in Nahr, Utopia", None),
        ("government agency of the city of Nahr", None),
    ] {
        assert_eq!(public_sort(description), expected, "{description}");
    }
    assert_eq!(
        department_forms("United States Department of the Interior").last().map(|form| form.text.as_str()),
        Some("Interior Department")
    );
}

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
