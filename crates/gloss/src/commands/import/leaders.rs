//! Heads of state and government as persons, with the offices they held, from the history of the Factbook.

use super::citations;
use super::cities;
use super::countries::{self, Known};
use super::factbook;
use super::fold::plain;
use super::name_risk::NameRisk;
use super::office_holders::{self, Term, Terms};
use super::output::Import;
use super::reviewed::alias;
use engine::kind::EntityKind;
use engine::seeds::{AliasKind, AliasTable, Risk, SeedEntity, SeedFact};
use miette::Result;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// How much less often a head of state or government is named than the country.
const BELOW_COUNTRY: u8 = 12;
/// Who is in office as of the data is named oftener than who was.
const IN_OFFICE: u8 = 4;
const MONARCHS: &[&str] =
    &["king", "queen", "emir", "sultan", "emperor", "grand duke", "prince", "pope", "supreme leader"];

/// The person's card, when the term is in an office of a state. A monarch of several states has one card, with the
/// United Kingdom.
pub fn card_of(known: &Known, term: &Term) -> Option<String> {
    let elsewhere = known.country.code != "GB" && matches!(term.holder.name.as_str(), "Elizabeth II" | "Charles III");
    let id = || term.holder.id.clone().unwrap_or_else(|| format!("x:{}", plain(&term.holder.name).replace(' ', "-")));
    (known.is_state || elsewhere).then(id)
}

/// Makes an entity of every head of state and government.
///
/// # Errors
/// When a source can't be read.
pub fn import(folder: &Path, import: &mut Import) -> Result<()> {
    import.citations = citations::named(&[office_holders::CITATION]);
    let terms: Terms = office_holders::terms(folder, import)?;
    let profiles = factbook::profiles(folder, "2026-02")?;
    let known = countries::known(folder, import)?;
    let risk = cities::risk(folder, &known, &[])?;
    let mut people: BTreeMap<String, Vec<(Known, Term)>> = BTreeMap::new();
    for known in known.into_iter().filter(|known| known.is_state) {
        for (_, terms) in terms.iter().filter(|((gec, _), _)| *gec == known.country.gec) {
            for term in terms {
                let Some(id) = card_of(&known, term) else { continue };
                if matches!(id.as_str(), "x:elizabeth-ii" | "x:charles-iii") && known.country.code != "GB" {
                    continue;
                }
                people.entry(id).or_default().push((known.clone(), term.clone()));
            }
        }
    }
    let mut surnames: HashMap<(String, String), usize> = HashMap::new();
    for held in people.values() {
        let (known, term) = &held[0];
        *surnames.entry((known.country.code.clone(), plain(&term.holder.surname))).or_default() += 1;
    }
    for (id, mut held) in people {
        held.sort_by(|one, other| one.1.from.cmp(&other.1.from));
        if held.iter().any(|(known, _)| known.id != held[0].0.id) {
            import.drop("one name in the offices of two states", held[0].1.holder.name.clone());
            continue;
        }
        let shared = surnames
            .get(&(held[0].0.country.code.clone(), plain(&held[0].1.holder.surname)))
            .is_some_and(|&count| count > 1);
        let people = profiles.get(&held[0].0.country.gec).and_then(|profile| profile.population.as_ref());
        let people = people.and_then(|(figure, _)| figure.replace(',', "").parse().ok()).unwrap_or(0.0);
        import.add(entity(id, &held, shared, countries::prominence(people) - BELOW_COUNTRY, &risk));
    }
    Ok(())
}

fn entity(id: String, held: &[(Known, Term)], shared: bool, prominence: u8, risk: &NameRisk) -> SeedEntity {
    let (known, first) = &held[0];
    let is_in_office = held.iter().any(|(_, term)| term.to.as_deref() == Some("ongoing"));
    SeedEntity {
        id,
        kind: EntityKind::Person,
        label: first.holder.name.clone(),
        description: description(known, first),
        same_as: vec![],
        country: Some(known.id.clone()),
        lat: None,
        lon: None,
        prominence: Some(prominence + if is_in_office { IN_OFFICE } else { 0 }),
        related: vec![known.id.clone(), known.country.government_id()],
        aliases: aliases(held, shared, risk).into_iter().map(alias).collect(),
        facts: held.iter().filter_map(|(known, term)| fact(known, term)).collect(),
        more: None,
    }
}

/// "Politician who took office as prime minister of Japan in 2012.": true whatever came later.
fn description(known: &Known, first: &Term) -> String {
    let place = known.country.in_sentence();
    let who = if MONARCHS.contains(&first.holder.title.as_str()) { "Person" } else { "Politician" };
    let year = &first.from[..4];
    match first.holder.title.as_str() {
        "" => format!("Politician who took office at the head of {place} in {year}."),
        title => format!("{who} who took office as {title} of {place} in {year}."),
    }
}

/// The term as a fact about the person; nothing where the office has no name.
fn fact(known: &Known, term: &Term) -> Option<SeedFact> {
    let place = known.country.in_sentence();
    let mut letters = term.holder.title.chars();
    let title: String = letters.next()?.to_uppercase().chain(letters).collect();
    Some(SeedFact {
        about: "office".into(),
        value: format!("{title} of {place}"),
        reference: Some(known.id.clone()),
        from: Some(term.from.clone()),
        to: term.to.clone(),
        cite: vec![office_holders::CITATION.into()],
        ..SeedFact::default()
    })
}

/// The Factbook's spelling, "President Putin" and the surname alone.
fn aliases(held: &[(Known, Term)], shared: bool, risk: &NameRisk) -> Vec<AliasTable> {
    let form = |text: String, kind: AliasKind, risk: Risk| AliasTable { text, kind, risk, ..AliasTable::default() };
    let mut found: Vec<AliasTable> = Vec::new();
    for (_, term) in held {
        let holder = &term.holder;
        found.push(form(holder.printed.clone(), AliasKind::Name, Risk::None));
        let surname = holder.surname.clone();
        let is_regnal = surname == holder.name;
        let title: String = holder
            .title
            .split(' ')
            .filter(|word| !["interim", "acting", "caretaker", "transitional"].contains(word))
            .map(capitalised)
            .collect::<Vec<_>>()
            .join(" ");
        if !title.is_empty() && title.split(' ').count() <= 2 {
            found.push(form(
                format!("{title} {surname}"),
                AliasKind::Name,
                if shared { Risk::Context } else { Risk::None },
            ));
            found.push(form(format!("{title} {}", holder.name), AliasKind::Name, Risk::None));
        }
        // "Key" and "English" are words first; the title before them tells who is meant.
        if !is_regnal && !risk.is_word(&surname) && !risk.is_country(&surname) {
            found.push(form(surname, AliasKind::Short, Risk::Context));
        }
    }
    let mut known = vec![engine::fold::fold(&held[0].1.holder.name).text];
    found.retain(|form| {
        let folded = engine::fold::fold(&form.text).text;
        let is_new = !known.contains(&folded);
        known.push(folded);
        is_new
    });
    found
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
