//! Companies: the S&P 500 whole, and those of the name-suggestion index that news names.

use super::armed_groups::by_name;
use super::citations;
use super::citations::dated_fact;
use super::cities;
use super::countries::{self, Known};
use super::fold::plain;
use super::gazetteer;
use super::group_names::{GroupNames, seal};
use super::index_companies;
use super::institutions;
use super::output::Import;
use super::present::Present;
use super::reviewed::{alias, marked};
use super::source::{self, Row, tab_rows};
use engine::kind::EntityKind;
use engine::seeds::{AliasKind, AliasTable, Risk, SeedEntity, SeedFact};
use miette::Result;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// The file that this importer writes.
const FILE: &str = "companies.jsonl";
const CITATION: &str = "import-sp500";
/// How often a company of the S&P 500 is named; one with a reviewed name more often.
const PROMINENCE: u8 = 40;
/// The same where the name was reviewed.
pub const PROMINENCE_KNOWN: u8 = 52;
/// Legal forms at the end of a name.
const LEGAL: &[&str] = &[
    ", Inc.",
    " Inc.",
    " Corporation",
    " Corp.",
    " Company Limited",
    " Company",
    " plc",
    " Ltd.",
    " Limited",
    " Incorporated",
    " AG",
    " SE",
    " GmbH",
    " S.A.",
    " N.V.",
];
/// Legal forms that newswires write after the name of an American company.
const WIRE: &[&str] = &["Inc", "Corp", "Co", "Corporation"];
/// States of the list that are also countries.
const STATES: &[&str] = &["Georgia"];

/// A reviewed label and forms.
pub struct Reviewed {
    /// The usual name.
    pub label: String,
    /// Other forms with their marks.
    pub forms: Vec<AliasTable>,
}

/// Makes an entity of every company.
///
/// # Errors
/// When a source can't be read.
pub fn import(folder: &Path, seeds: &Path, import: &mut Import) -> Result<()> {
    import.citations = citations::named(&[CITATION, index_companies::CITATION]);
    let mut present = Present::before(FILE, seeds)?;
    let known = countries::known(folder, import)?;
    let cities = gazetteer::cities(folder)?;
    let risk = cities::risk(folder, &known, &cities)?;
    let reviewed = reviewed()?;
    let index = index_companies::read(folder)?;
    let mut ids = institutions::company_ids(folder)?;
    ids.extend(
        index
            .iter()
            .filter(|row| index_companies::is_company(row.get("description")))
            .map(|row| (plain(bare(row.get("label"))), row.get("wikidata").to_string())),
    );
    let countries = by_name(&known);
    for row in listed(folder, import)? {
        let names = GroupNames { risk: &risk, present: &present };
        let entity = listed_company(&row, &names, &reviewed, &ids, &countries);
        match present.card(&entity) {
            Some(card) => import.drop("has a card", format!("{} ({card})", entity.label)),
            None => {
                present.add(&entity);
                import.add(entity);
            }
        }
    }
    index_companies::add(&index, &risk, &mut present, &reviewed, &known, import);
    Ok(())
}

/// Reviewed names by their key.
fn reviewed() -> Result<HashMap<String, Reviewed>> {
    let forms = |text: &str| -> Vec<AliasTable> {
        text.split('|').filter(|form| !form.is_empty()).map(|form| marked(form, AliasKind::Name)).collect()
    };
    Ok(tab_rows("company_names.tsv", include_str!("company_names.tsv"))?
        .iter()
        .map(|row| {
            let reviewed = Reviewed { label: row.get("label").into(), forms: forms(row.get("forms")) };
            (row.get("key").to_string(), reviewed)
        })
        .collect())
}

/// Its years are of a merger, of a new name or legal form, or of a forerunner: the card says whose year it is.
const FOUNDED_BY: &str = "DataHub's list of the S&P 500";
/// Companies older or younger than the list has it: the year of a spin-off's parent, of a merger, of a seat or of a listing.
const DOUBTED: &[&str] = &[
    "Ameren",
    "Ares Management",
    "Casey's",
    "DTE Energy",
    "Dell Technologies",
    "Delta Air Lines",
    "EOG Resources",
    "EchoStar",
    "Evergy",
    "Royal Caribbean Group",
    "Simon Property Group",
    "Stryker Corporation",
    "Tapestry, Inc.",
    "United Airlines Holdings",
];

/// A company of the list, its columns tidied.
struct Listed {
    name: String,
    industry: String,
    seat: String,
    founded: String,
}

/// The rows of the S&P 500; a company with several classes of shares once.
fn listed(folder: &Path, import: &mut Import) -> Result<Vec<Listed>> {
    let mut found: BTreeMap<String, Listed> = BTreeMap::new();
    for row in source::comma_file(&folder.join("orgs/sp500_constituents.csv"))? {
        let listed = tidied(&row);
        if found.contains_key(&listed.name) {
            import.drop("another class of a company's shares", row.get("Security"));
        } else {
            found.insert(listed.name.clone(), listed);
        }
    }
    Ok(found.into_values().collect())
}

fn tidied(row: &Row) -> Listed {
    // "Arlington, Virginia[2]": the mark of a footnote.
    let without_notes = |text: &str| text.split('[').next().unwrap_or("").trim().to_string();
    let name = row.get("Security");
    let name = name.split(" (Class ").next().unwrap_or(name);
    let seat = without_notes(row.get("Headquarters Location"));
    let several = seat.contains([';', '/']) || seat.contains(" and ") || !seat.contains(", ");
    // "2012 (1935)": the present form's year or the oldest forerunner's, and the list doesn't say which.
    let founded = row.get("Founded").trim();
    let is_sure = citations::is_year(founded) && !DOUBTED.contains(&name);
    Listed {
        name: without_notes(name),
        industry: row.get("GICS Sub-Industry").replace(" & ", " and ").to_lowercase().replace("reits", "REITs"),
        seat: if several { String::new() } else { seat },
        founded: if is_sure { founded.into() } else { String::new() },
    }
}

/// The name without its legal form and "(The)".
pub fn bare(name: &str) -> &str {
    let name = name.strip_suffix(" (The)").unwrap_or(name);
    LEGAL.iter().find_map(|form| name.strip_suffix(form)).unwrap_or(name)
}

fn listed_company(
    listed: &Listed,
    names: &GroupNames,
    reviewed: &HashMap<String, Reviewed>,
    ids: &HashMap<String, String>,
    countries: &HashMap<String, &Known>,
) -> SeedEntity {
    let base = bare(&listed.name);
    let known = reviewed.get(&listed.name);
    let id = match ids.get(&plain(base)) {
        Some(id) => format!("wd:{id}"),
        None => format!("x:company-{}", plain(base).replace(' ', "-")),
    };
    let full = listed.name.trim_end_matches(" (The)").to_string();
    let sure = known.is_some() || names.risk(base) == Some(Risk::None);
    let label = match known {
        Some(known) => known.label.clone(),
        None if sure => base.to_string(),
        None => full.clone(),
    };
    let mut aliases = known.map_or_else(Vec::new, |known| known.forms.clone());
    if known.is_none() {
        let risk = if sure { Risk::None } else { Risk::Context };
        aliases.push(AliasTable { text: base.into(), risk, ..AliasTable::default() });
        aliases.push(AliasTable { text: full.replace(", Inc.", " Inc"), ..AliasTable::default() });
    }
    let bare_risk = names.risk(base).filter(|_| !base.contains('('));
    if let Some(risk) = bare_risk.filter(|_| !aliases.iter().any(|form| form.text == base) && label != base) {
        aliases.push(AliasTable { text: base.into(), risk, ..AliasTable::default() });
    }
    // What a newswire writes is safe where the bare name is not: "Target Corp".
    let wired = if known.is_some() { bare(&label) } else { base };
    let is_one_name = !wired.contains(['&', ',', '.', '(']) && wired.split(' ').count() <= 2;
    for legal in WIRE.iter().filter(|_| is_one_name) {
        aliases.push(AliasTable { text: format!("{wired} {legal}"), ..AliasTable::default() });
    }
    let place = listed.seat.rsplit(", ").next().unwrap_or("");
    let country = countries.get(&plain(place)).filter(|_| !STATES.contains(&place));
    let country = country.or(countries.get("united states")).filter(|_| !listed.seat.is_empty());
    let mut entity = SeedEntity {
        id,
        kind: EntityKind::Company,
        description: match country {
            Some(country) => {
                format!("Company based in {}; its business: {}.", country.country.in_sentence(), listed.industry)
            }
            None => format!("Company; its business: {}.", listed.industry),
        },
        same_as: vec![],
        country: country.map(|country| country.id.clone()),
        lat: None,
        lon: None,
        prominence: Some(if known.is_some() { PROMINENCE_KNOWN } else { PROMINENCE }),
        related: vec![],
        aliases: without_repeats(&label, aliases).into_iter().map(alias).collect(),
        facts: facts(listed),
        more: None,
        label,
    };
    seal(&mut entity);
    entity
}

/// Each form once, and the label only where its risk is to be told.
pub fn without_repeats(label: &str, mut forms: Vec<AliasTable>) -> Vec<AliasTable> {
    let mut known = vec![];
    forms.retain(|form| {
        let folded = engine::fold::fold(&form.text).text;
        let is_label = form.text == label && form.risk == Risk::None && form.kind == AliasKind::Name;
        let is_new = !is_label && !known.contains(&folded);
        known.push(folded);
        is_new
    });
    forms
}

fn facts(listed: &Listed) -> Vec<SeedFact> {
    let fact = |about: &str, value: &str, on: &str| dated_fact(about, value, on, CITATION);
    let mut found = vec![];
    if !listed.founded.is_empty() {
        let attributed = Some(FOUNDED_BY.to_string());
        found.push(SeedFact { attributed, ..fact("founded", &listed.founded, &listed.founded) });
    }
    // Companies move: the seat is told as of the list's day, with the list.
    let seat = if listed.seat.is_empty() { String::new() } else { format!(", with headquarters in {}", listed.seat) };
    found.push(fact("listed as", &format!("company of the S&P 500{seat}"), "2026-08-08"));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::import::name_risk::NameRisk;
    use crate::commands::import::source::tab_rows;

    #[test]
    fn rows_are_tidied() {
        for (name, seat, founded, expected) in [
            ("Nahr Inc. (Class A)", "Arlington, Virginia[2]", "2013 (1888)", ("Nahr Inc.", "Arlington, Virginia", "")),
            ("Nahr", "Boston, Massachusetts; Paris, France", "1881/1894", ("Nahr", "", "")),
            ("Nahr Inc. (Class B)", "Nahr, Texas", "1881", ("Nahr Inc.", "Nahr, Texas", "1881")),
            ("Nahr Company (The)", "none", "unknown", ("Nahr Company (The)", "", "")),
        ] {
            let text = format!(
                "Security\tHeadquarters Location\tFounded\tGICS Sub-Industry\n{name}\t{seat}\t{founded}\tOffice REITs\n"
            );
            let tidy = tidied(&tab_rows("t", &text).unwrap()[0]);
            assert_eq!((tidy.name.as_str(), tidy.seat.as_str(), tidy.founded.as_str()), expected);
            assert_eq!(tidy.industry, "office REITs");
        }
    }

    #[test]
    fn a_risky_name_gives_up_its_country_and_a_sure_one_keeps_it() {
        let risk = NameRisk::of(&["target"], &[], &[]);
        let present = Present::default();
        let names = GroupNames { risk: &risk, present: &present };
        let mut known = countries::known_for_tests();
        known.retain(|known| known.country.code == "US");
        let countries = by_name(&known);
        let company = |name: &str| {
            let listed = Listed {
                name: name.into(),
                industry: "steel".into(),
                seat: "Troy, Michigan".into(),
                founded: String::new(),
            };
            listed_company(&listed, &names, &HashMap::new(), &HashMap::new(), &countries)
        };
        let (risky, sure) = (company("Target Corporation"), company("Vattenfall, Inc."));
        assert_eq!((risky.label.as_str(), risky.country.as_deref()), ("Target Corporation", None));
        assert_eq!((sure.label.as_str(), sure.country.as_deref()), ("Vattenfall", Some("wd:Q30")));
        let forms: Vec<String> = risky.aliases.iter().map(|alias| alias.table().text).collect();
        assert_eq!(forms, ["Target", "Target Inc", "Target Corp", "Target Co"]);
    }
}
