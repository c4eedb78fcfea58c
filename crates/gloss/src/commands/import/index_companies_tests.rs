//! Tests of what the name-suggestion index is read for.

use super::*;

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
