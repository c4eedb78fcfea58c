//! Governments: one for every country, with the capital and other seats that news lets stand for it.

use super::citations;
use super::countries::{self, Known};
use super::factbook;
use super::office_holders::{self, Terms};
use super::output::Import;
use super::reviewed::alias;
use engine::kind::EntityKind;
use engine::seeds::{AliasKind, AliasTable, Risk, SeedAlias, SeedEntity};
use miette::Result;
use std::path::Path;

/// How much less often a government is named than its country.
const BELOW_COUNTRY: u8 = 10;
/// Places where nobody governs on the spot.
const WITHOUT_GOVERNMENT: &[&str] = &["AQ", "BV", "HM", "UM", "BQ", "SJ", "TF", "GS", "IO"];

/// Makes an entity of every government.
///
/// # Errors
/// When a source can't be read.
pub fn import(folder: &Path, import: &mut Import) -> Result<()> {
    import.citations = citations::named(&[office_holders::CITATION]);
    let terms = office_holders::terms(folder, import)?;
    let profiles = factbook::profiles(folder, "2026-02")?;
    for known in countries::known(folder, import)? {
        if WITHOUT_GOVERNMENT.contains(&known.country.code.as_str()) {
            continue;
        }
        let people = profiles
            .get(&known.country.gec)
            .and_then(|profile| profile.population.as_ref())
            .and_then(|(figure, _)| figure.replace(',', "").parse().ok())
            .unwrap_or(0.0);
        import.add(entity(&known, countries::prominence(people) - BELOW_COUNTRY, &terms));
    }
    Ok(())
}

fn entity(known: &Known, prominence: u8, terms: &Terms) -> SeedEntity {
    let country = &known.country;
    let name = country.in_sentence();
    SeedEntity {
        id: country.government_id(),
        kind: EntityKind::Government,
        label: format!("Government of {name}"),
        description: format!("Government of {name}."),
        same_as: vec![],
        country: Some(known.id.clone()),
        lat: None,
        lon: None,
        prominence: Some(prominence),
        related: vec![known.id.clone()],
        aliases: aliases(known),
        facts: countries::holders(known, terms),
        more: None,
    }
}

/// "Syrian government", "Syrian authorities", "government of Syria", and the seats.
fn aliases(known: &Known) -> Vec<SeedAlias> {
    let country = &known.country;
    let mut found = Vec::new();
    let mut add = |text: String, kind: AliasKind, risk: Risk| {
        let table = AliasTable { text, kind, risk, ..AliasTable::default() };
        if !found.iter().any(|known: &AliasTable| known.text == table.text) {
            found.push(table);
        }
    };
    let bare = country.label.strip_prefix("The ").unwrap_or(&country.label);
    let mut before = vec![(bare.to_string(), Risk::None)];
    // The first demonym is the adjective; it is not used of a government when it also means another country.
    before.extend(country.demonyms.first().map(|form| (form.text.clone(), form.risk)));
    before.extend(
        country.forms.iter().filter(|form| form.kind == AliasKind::Acronym).map(|form| (form.text.clone(), form.risk)),
    );
    for (word, risk) in &before {
        add(format!("{word} government"), AliasKind::Name, *risk);
    }
    if country.takes_the {
        add(format!("Government of {bare}"), AliasKind::Name, Risk::None);
    }
    for (word, risk) in before.iter().skip(1) {
        add(format!("{word} authorities"), AliasKind::Short, *risk);
    }
    for seat in country.seats.iter().filter(|seat| seat.stands_for_government) {
        add(seat.name.clone(), AliasKind::Metonym, Risk::Context);
    }
    found.into_iter().map(alias).collect()
}
