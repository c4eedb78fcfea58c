//! Finds the English name of a first-level part of a country and its type among the forms its sources give.

use super::cities;
use super::gazetteer::Division;
use super::scripts;
use super::source::Row;

/// Type words that English puts behind or before a part's name.
const TYPES: &[&str] = &[
    "Autonomous Republic",
    "Autonomous Region",
    "Autonomous Okrug",
    "Autonomous Oblast",
    "Autonomous Province",
    "Governorate",
    "Oblast",
    "Province",
    "Region",
    "State",
    "County",
    "District",
    "Department",
    "Division",
    "Prefecture",
    "Canton",
    "Voivodeship",
    "Krai",
    "Republic",
    "Emirate",
    "Territory",
    "Rayon",
    "Okrug",
];
/// Types whose parts news names without the type: Bavaria, California, Scotland.
pub const NAMED_BARE: &[&str] = &[
    "State",
    "Land",
    "Country",
    "Republic",
    "Canton",
    "Autonomous community",
    "Emirate",
    "Union territory",
    "Territory",
    "Metropolitan region",
    "Autonomous region",
    "Special administrative region",
    "Autonomous republic",
];
/// Bare names that only say where in the country the part lies or what is there, that the state keeps it, or whose it is.
const DIRECTIONS: &[&str] = &[
    "federal",
    "jewish",
    "rivers",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "north",
    "south",
    "east",
    "west",
    "centre",
    "center",
    "nord",
    "sud",
    "est",
    "ouest",
    "littoral",
    "norte",
    "sur",
    "coast",
    "upper",
    "lower",
    "northwest",
    "northeast",
    "southwest",
    "southeast",
];

/// Names whose last word is no type that could be left out.
const WHOLE: &[(&str, &str)] = &[("Free", "State"), ("Northern", "Territory"), ("Capital", "Territory")];

/// Whether the bare name is a mere direction, which names no part by itself.
pub fn is_direction(bare: &str) -> bool {
    bare.split([' ', '-']).all(|word| DIRECTIONS.contains(&word.to_lowercase().as_str()))
}

/// "Autonomous Region" → "Autonomous region".
pub fn first_only(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect()
}

/// The type word news uses: from the forms of the name, else from the type as listed.
pub fn type_word(division: &Division) -> Option<&'static str> {
    if let Some(bare) = match division.kind.as_str() {
        "Land" => Some("State"),
        kind @ ("Country" | "Republic" | "State" | "Canton" | "Emirate") => {
            Some(*NAMED_BARE.iter().find(|known| **known == kind)?)
        }
        _ => None,
    } {
        return Some(bare);
    }
    let from_forms =
        TYPES.iter().find(|word| division.alternates.iter().any(|form| form.ends_with(&format!(" {word}"))));
    let listed = || TYPES.iter().find(|word| word.eq_ignore_ascii_case(&division.kind));
    let other = || match division.kind.as_str() {
        "Voivodship" => Some("Voivodeship"),
        "Autonomous community" => Some("Autonomous community"),
        "Metropolitan region" => Some("Region"),
        "Popularate" => Some("District"),
        _ => None,
    };
    from_forms.or_else(listed).copied().or_else(other)
}

/// The name without its type: from a form such as "Homs Governorate", else as listed.
pub fn bare_name(division: &Division, large: Option<&Row>) -> String {
    if let Some(row) = large {
        let name = row.get("name_en");
        return without_type(if name.is_empty() { row.get("name") } else { name });
    }
    let typed: Vec<String> = division
        .alternates
        .iter()
        .filter(|form| without_type(form) != **form && scripts::is_news_like(form))
        .map(|form| without_type(form))
        .collect();
    // Of several, the one that also stands alone; else the shortest, which has no further words about the type.
    let alone = typed.iter().find(|name| division.alternates.contains(name));
    let shortest = || typed.iter().min_by_key(|name| name.len());
    alone
        .or_else(shortest)
        .cloned()
        .unwrap_or_else(|| without_type(&cities::usual_spelling(&division.name, &division.country)))
}

pub fn without_type(form: &str) -> String {
    // "Free State" and "Northern Territory" are names as a whole.
    if WHOLE.iter().any(|(first, last)| form.eq_ignore_ascii_case(&format!("{first} {last}"))) {
        return form.to_string();
    }
    for word in TYPES {
        if let Some(name) =
            form.strip_suffix(&format!(" {word}")).or(form.strip_suffix(&format!(" {}", word.to_lowercase())))
        {
            return name.trim_start_matches("The ").to_string();
        }
        if let Some(name) = form.strip_prefix(&format!("{word} of ")) {
            return name.trim_start_matches("the ").to_string();
        }
    }
    form.to_string()
}

pub fn label(division: &Division, bare: &str, large: Option<&Row>, city_has_name: bool) -> String {
    // Russia's oblasts and republics are named with their type, India's states are not.
    let english = large.map_or("", |row| row.get("name_en"));
    if ["Oblast", "Krai", "Okrug", "Republic"].iter().any(|word| english.ends_with(word)) {
        return english.to_string();
    }
    let is_named_bare = NAMED_BARE.contains(&division.kind.as_str()) || large.is_some();
    let stands_alone = is_named_bare && !city_has_name && !is_direction(bare);
    match type_word(division).and_then(|word| word.split(' ').next_back()) {
        _ if stands_alone => bare.to_string(),
        Some("County") if division.country == "IE" => format!("County {bare}"),
        Some("community") | None if city_has_name => format!("{bare} region"),
        Some("community") | None => bare.to_string(),
        Some(word) => format!("{bare} {}", first_large(word)),
    }
}

fn first_large(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn division(name: &str, kind: &str, alternates: &[&str]) -> Division {
        Division {
            id: "1".into(),
            name: name.into(),
            country: "SY".into(),
            key: "SY.1".into(),
            kind: kind.into(),
            alternates: alternates.iter().map(|form| form.to_string()).collect(),
        }
    }

    #[test]
    fn the_name_is_found_in_forms_with_a_type() {
        assert_eq!(without_type("Northern Territory"), "Northern Territory");
        for (name, kind, alternates, bare, alone, beside_city) in [
            ("Ḩimş", "Province", &["Homs", "Homs Governorate"][..], "Homs", "Homs Governorate", "Homs Governorate"),
            (
                "Donetska oblast",
                "Region",
                &["Donetsk", "Donetsk Oblast"],
                "Donetsk",
                "Donetsk Oblast",
                "Donetsk Oblast",
            ),
            ("Tirol", "Land", &[], "Tirol", "Tirol", "Tirol State"),
            ("Florida", "State", &[], "Florida", "Florida", "Florida State"),
            (
                "Free State",
                "Province",
                &["Free State", "Free State Province"],
                "Free State",
                "Free State Province",
                "Free State Province",
            ),
            ("Ḩalab", "Province", &[], "Halab", "Halab Province", "Halab Province"),
        ] {
            let division = division(name, kind, alternates);
            assert_eq!(bare_name(&division, None), bare);
            assert_eq!(
                (label(&division, bare, None, false).as_str(), label(&division, bare, None, true).as_str()),
                (alone, beside_city)
            );
        }
    }
}
