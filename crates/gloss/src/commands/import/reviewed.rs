//! The reviewed table of countries (`countries.tsv`) and the marks its written forms carry.

use super::source::tab_rows;
use engine::seeds::{AliasKind, AliasTable, Risk, SeedAlias};
use miette::Result;

const TABLE: &str = include_str!("countries.tsv");

/// One country of the reviewed table.
#[derive(Clone, Debug)]
pub struct Country {
    /// ISO 3166 alpha-2, or an own code where there is none.
    pub code: String,
    /// Key of the Factbook profile, empty where there is none.
    pub gec: String,
    /// Wikidata id where the sources differ, else empty.
    pub qid: String,
    /// The usual English name.
    pub label: String,
    /// Whether running English puts "the" before the label.
    pub takes_the: bool,
    /// Other names.
    pub forms: Vec<AliasTable>,
    /// Adjectives and nouns of nationality; the first is the adjective.
    pub demonyms: Vec<AliasTable>,
    /// Capital and other seats of government.
    pub seats: Vec<Seat>,
    /// A description where the general one would mislead, else empty.
    pub description: String,
}

/// A capital or building.
#[derive(Clone, Debug)]
pub struct Seat {
    /// Its name.
    pub name: String,
    /// Whether news lets it stand for the government.
    pub stands_for_government: bool,
}

impl Country {
    /// The capital's name, if there is one.
    pub fn capital(&self) -> Option<&str> {
        self.seats.first().map(|seat| seat.name.as_str())
    }

    /// The label as it stands in a sentence: "the Gambia".
    pub fn in_sentence(&self) -> String {
        let bare = self.label.strip_prefix("The ").unwrap_or(&self.label);
        if self.takes_the || bare != self.label { format!("the {bare}") } else { bare.to_string() }
    }

    /// Identifier of its government: by ISO code, or by name where there is none.
    pub fn government_id(&self) -> String {
        match self.code.as_str() {
            "XN" | "XS" => format!("x:government-of-{}", self.label.to_lowercase().replace(' ', "-")),
            code => format!("x:government-of-{}", code.to_lowercase()),
        }
    }
}

/// Every country of the table, in its order.
///
/// # Errors
/// When the table is damaged.
pub fn countries() -> Result<Vec<Country>> {
    let list = |text: &str| -> Vec<String> {
        text.split('|').map(str::trim).filter(|part| !part.is_empty()).map(str::to_string).collect()
    };
    Ok(tab_rows("countries.tsv", TABLE)?
        .iter()
        .map(|row| Country {
            code: row.get("code").to_string(),
            gec: row.get("gec").to_string(),
            qid: row.get("qid").to_string(),
            label: row.get("label").to_string(),
            takes_the: row.get("the") == "the",
            forms: list(row.get("forms")).iter().map(|form| marked(form, AliasKind::Name)).collect(),
            demonyms: list(row.get("demonyms")).iter().flat_map(|form| demonym(form)).collect(),
            seats: list(row.get("seats")).iter().map(|form| seat(form)).collect(),
            description: row.get("description").to_string(),
        })
        .collect())
}

/// A form with its marks taken off and read.
pub fn marked(form: &str, kind: AliasKind) -> AliasTable {
    let mut table = AliasTable { kind, ..AliasTable::default() };
    let mut rest = form;
    loop {
        match rest.chars().next() {
            Some('!') => table.risk = Risk::Context,
            Some('^') => table.kind = AliasKind::Acronym,
            Some('<') => table.kind = AliasKind::Former,
            Some('#') => table.kind = AliasKind::Translit,
            _ => break,
        }
        rest = &rest[1..];
    }
    if let Some(bare) = rest.strip_suffix('!') {
        (rest, table.risk) = (bare, Risk::Context);
    }
    table.text = rest.to_string();
    table
}

/// A demonym, and its plural where the mark asks for one.
pub fn demonym(form: &str) -> Vec<AliasTable> {
    let has_plural = form.ends_with('+');
    let one = marked(form.trim_end_matches('+'), AliasKind::Demonym);
    let many = AliasTable { text: format!("{}s", one.text), ..one.clone() };
    if has_plural { vec![one, many] } else { vec![one] }
}

fn seat(form: &str) -> Seat {
    Seat { name: form.trim_start_matches(['-', '!', '#']).to_string(), stands_for_government: !form.starts_with('-') }
}

/// An alias as short as it can be written.
pub fn alias(table: AliasTable) -> SeedAlias {
    let plain = AliasTable { text: table.text.clone(), ..AliasTable::default() };
    if table == plain { SeedAlias::Text(table.text) } else { SeedAlias::Full(table) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_row_has_a_name_and_its_own_code() {
        let all = countries().unwrap();
        assert!(all.iter().all(|country| !country.label.is_empty() && country.code.len() == 2));
        let codes: HashSet<_> = all.iter().map(|country| &country.code).collect();
        assert_eq!(codes.len(), all.len());
        assert!(all.iter().all(|country| country.description.chars().count() <= 160));
    }

    #[test]
    fn marks_give_kind_and_risk() {
        for (form, text, kind, risk) in [
            ("Syria", "Syria", AliasKind::Name, Risk::None),
            ("^US", "US", AliasKind::Acronym, Risk::None),
            ("^CAR!", "CAR", AliasKind::Acronym, Risk::Context),
            ("!America", "America", AliasKind::Name, Risk::Context),
            ("<Zaire", "Zaire", AliasKind::Former, Risk::None),
        ] {
            let table = marked(form, AliasKind::Name);
            assert_eq!((table.text.as_str(), table.kind, table.risk), (text, kind, risk));
        }
        let forms: Vec<_> = demonym("!Pole+").into_iter().map(|form| (form.text, form.risk)).collect();
        assert_eq!(forms, [("Pole".into(), Risk::Context), ("Poles".into(), Risk::Context)]);
    }
}
