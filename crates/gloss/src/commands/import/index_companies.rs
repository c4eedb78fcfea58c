//! Companies of the name-suggestion index: those whose description says that they are of a sort that news names.

use super::companies::{PROMINENCE_KNOWN, Reviewed, bare, without_repeats};
use super::countries::Known;
use super::described_country::country_of;
use super::fold::plain;
use super::group_names::{GroupNames, seal};
use super::name_risk::NameRisk;
use super::output::Import;
use super::present::Present;
use super::reviewed::alias;
use super::source::{self, Row};
use engine::kind::EntityKind;
use engine::seeds::{AliasKind, AliasTable, Risk, SeedEntity, SeedFact};
use miette::Result;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// The data set's citation.
pub const CITATION: &str = "import-name-suggestion-index";
/// How often such a company is named.
const PROMINENCE: u8 = 33;
/// What the index's descriptions say of a company, and what a card says; the first that stands in one counts.
const SORTS: &[(&str, &str)] = &[
    ("central bank", "Central bank"),
    ("automobile manufacturer", "Vehicle maker"),
    ("automotive manufacturer", "Vehicle maker"),
    ("automotive manufacturing", "Vehicle maker"),
    ("automotive compan", "Vehicle maker"),
    ("automotive conglomerate", "Vehicle maker"),
    ("manufacturer of automobiles", "Vehicle maker"),
    ("automaker", "Vehicle maker"),
    ("car manufacturer", "Vehicle maker"),
    ("airline", "Airline"),
    ("aerospace", "Aerospace company"),
    ("oil and gas", "Oil and gas company"),
    ("oil company", "Oil and gas company"),
    ("petroleum", "Oil and gas company"),
    ("technology company", "Technology company"),
    ("technology corporation", "Technology company"),
    ("technology enterprise", "Technology company"),
    ("electronics company", "Electronics company"),
    ("electronics corporation", "Electronics company"),
    ("telecommunication", "Telecommunications company"),
    ("steel", "Steel company"),
    ("mining company", "Mining company"),
    ("metals and minerals", "Mining company"),
    ("pharmaceutical", "Pharmaceutical company"),
    ("conglomerate", "Group of companies"),
    ("insurance", "Insurance company"),
    ("investment bank", "Bank"),
    ("banking group", "Bank"),
    ("banking and financial", "Bank"),
    ("bank company", "Bank"),
    ("bank and financial", "Bank"),
    ("bank", "Bank"),
    ("railway company", "Railway company"),
    ("railroad", "Railway company"),
    ("postal", "Postal service"),
    ("multinational", "Company"),
];
/// The same for public bodies, of which only those with a name of their own are taken.
const PUBLIC: &[(&str, &str)] = &[
    ("police force", "Police"),
    ("national police", "Police"),
    ("federal police", "Police"),
    ("law enforcement agency", "Law enforcement body"),
    ("intelligence agency", "Intelligence service"),
    ("intelligence organization", "Intelligence service"),
    ("gendarmerie", "Gendarmerie"),
    ("branch of the united states armed", "Branch of the armed forces"),
    ("branch of the united states military", "Branch of the armed forces"),
    ("executive department", "Government department"),
    ("federal agency", "Public body"),
    ("government agency", "Public body"),
    ("government department", "Government department"),
    ("government ministry", "Ministry"),
];
/// Words of descriptions of public bodies that are parts of cities and districts, or nothing any more.
const LESSER: &[&str] = &[
    "former",
    "defunct",
    "flag",
    "school",
    "municipal",
    "local",
    "county",
    "township",
    "district",
    "fire",
    "logo",
    "transport",
    "motor vehicle",
    "water",
    "waste",
    " city",
    "town",
    "agency in",
    "park",
    "forest",
    "road",
    "bridge",
    "port of",
    "(19",
    "(18",
];
/// Words of descriptions that make it a shop, a brand, a part of something or nothing any more.
const OTHERS: &[&str] = &[
    "former",
    "defunct",
    "flag",
    "coat of arms",
    "brand",
    "school",
    "municipal",
    "credit union",
    "blood",
    "food bank",
    "subsidiary",
    "division of",
    "department of",
    "dealer",
    "bus ",
    "regional",
    "local",
    "cooperative",
    "co-operative",
    "charging",
    "chain of",
    "museum",
    "building",
    "logo",
    "cycle",
    "network of",
    "branch",
    "clinic",
    "agency",
    "ministry",
    "cantonal",
    "savings",
    "pawn",
    "exchange",
    "franchise",
    "wind ",
    "solar",
    "water",
    "rural",
    "(19",
    "(18",
    "post office",
    "in the state of",
    "advertising",
    "retailer",
    "hotel",
    "restaurant",
];

/// Rows of the index, each identifier once.
///
/// # Errors
/// When the file can't be read.
pub fn read(folder: &Path) -> Result<Vec<Row>> {
    let mut rows = source::tab_file(&folder.join("orgs/nsi_wikidata_orgs.tsv.gz"))?;
    let mut seen = HashSet::new();
    rows.retain(|row| seen.insert(row.get("wikidata").to_string()));
    rows.sort_by_key(|row| row.get("wikidata").trim_start_matches('Q').parse::<u64>().unwrap_or(u64::MAX));
    Ok(rows)
}

/// Adds the companies of the index that have no card yet.
pub fn add(
    index: &[Row],
    risk: &NameRisk,
    present: &mut Present,
    reviewed: &HashMap<String, Reviewed>,
    known: &[Known],
    import: &mut Import,
) {
    let mut names: HashMap<String, usize> = HashMap::new();
    for row in index {
        *names.entry(plain(bare(row.get("label")))).or_default() += 1;
    }
    for row in index {
        let (label, description) = (row.get("label"), row.get("description"));
        let by_hand = reviewed.get(row.get("wikidata"));
        let public = public_sort(description);
        let Some(sort) = public.or_else(|| sort_of(description)).or(by_hand.map(|_| "Company")) else { continue };
        if public.is_some() && country_of(description, known).is_none() && !plain(label).contains("police") {
            import.drop("a public body whose country the index does not tell", label);
            continue;
        }
        if public.is_some() && (GroupNames { risk, present }).risk(label) != Some(Risk::None) {
            import.drop("a public body without a name of its own", label);
            continue;
        }
        if names.get(&plain(bare(label))).is_some_and(|&count| count > 1) && by_hand.is_none() {
            import.drop("several of the index bear the name", label);
            continue;
        }
        if !bare(label).contains(' ') && by_hand.is_none() && !is_known(row, sort) {
            import.drop("one word that others bear too, as far as the index tells", label);
            continue;
        }
        let Some(entity) = company(row, sort, &GroupNames { risk, present }, by_hand, known) else {
            import.drop("no name to look for", label);
            continue;
        };
        match present.card(&entity) {
            Some(card) => import.drop("has a card", format!("{label} ({card})")),
            None => {
                present.add(&entity);
                import.add(entity);
            }
        }
    }
}

/// Whether a description tells of a company in business and not of a place or anything else.
pub fn is_company(description: &str) -> bool {
    let text = description.to_lowercase();
    [
        "company",
        "corporation",
        "manufacturer",
        "retailer",
        "bank",
        "conglomerate",
        "chain",
        "firm",
        "enterprise",
        "automaker",
        "business",
    ]
    .iter()
    .any(|word| text.contains(word))
        && !text.contains("former")
}

/// What sort of company a description tells of, if of one that news names.
fn sort_of(description: &str) -> Option<&'static str> {
    let text = description.to_lowercase();
    let is_other = OTHERS.iter().any(|word| text.contains(word));
    SORTS.iter().find(|(words, _)| text.contains(words)).map(|(_, sort)| *sort).filter(|_| !is_other)
}

/// Sorts of companies that few bear one name in, and that news of many countries names.
const ONE_WORD: &[&str] = &[
    "Vehicle maker",
    "Airline",
    "Oil and gas company",
    "Technology company",
    "Electronics company",
    "Central bank",
    "Aerospace company",
];

/// Wikidata began with what many Wikipedias had articles on: an item with a lower number is known in many languages.
const LONG_KNOWN: u64 = 900_000;

/// Whether a name of one word may be looked for: "Toyota" and "Rabobank", but not a bank called "Polaris".
fn is_known(row: &Row, sort: &str) -> bool {
    let (name, description) = (plain(row.get("label")), row.get("description").to_lowercase());
    let number = row.get("wikidata").trim_start_matches('Q').parse::<u64>().unwrap_or(u64::MAX);
    ONE_WORD.contains(&sort)
        || ["multinational", "global", "largest"].iter().any(|word| description.contains(word))
        || (name.contains("bank") && name != "bank")
        || (number < LONG_KNOWN && name.chars().count() > 5)
}

/// What sort of public body a description tells of, if of a large one.
fn public_sort(description: &str) -> Option<&'static str> {
    let text = description.to_lowercase();
    let is_lesser = LESSER.iter().any(|word| text.contains(word));
    PUBLIC.iter().find(|(words, _)| text.contains(words)).map(|(_, sort)| *sort).filter(|_| !is_lesser)
}

/// "US Defense Department" for the United States Department of Defense; without the country only where the page helps.
pub fn department_forms(label: &str) -> Vec<AliasTable> {
    let Some(field) = ["United States Department of ", "U.S. Department of ", "US Department of "]
        .iter()
        .find_map(|words| label.strip_prefix(words))
    else {
        return vec![];
    };
    let short = field.strip_prefix("the ").unwrap_or(field);
    let form = |text: String, risk: Risk| AliasTable { text, risk, ..AliasTable::default() };
    vec![
        form(format!("US Department of {field}"), Risk::None),
        form(format!("U.S. Department of {field}"), Risk::None),
        form(format!("US {short} Department"), Risk::None),
        form(format!("U.S. {short} Department"), Risk::None),
        form(format!("{short} Department"), Risk::Context),
    ]
}

fn company(
    row: &Row,
    sort: &str,
    names: &GroupNames,
    reviewed: Option<&Reviewed>,
    known: &[Known],
) -> Option<SeedEntity> {
    let name = row.get("label");
    let base = bare(name);
    let label = reviewed.map_or_else(|| base.to_string(), |reviewed| reviewed.label.clone());
    let mut aliases = reviewed.map_or_else(Vec::new, |reviewed| reviewed.forms.clone());
    if reviewed.is_none() {
        let is_initials = base.chars().all(|sign| sign.is_uppercase() || sign.is_ascii_digit() || sign == '&');
        let kind = if is_initials { AliasKind::Acronym } else { AliasKind::Name };
        if is_initials && names.present.is_taken(base) {
            return None;
        }
        aliases.push(AliasTable { text: base.into(), kind, risk: names.risk(base)?, ..AliasTable::default() });
    }
    if base != name {
        aliases.push(AliasTable { text: name.into(), ..AliasTable::default() });
    }
    let country = country_of(row.get("description"), known);
    let is_public = sort == "Central bank" || PUBLIC.iter().any(|(_, public)| *public == sort);
    let kind = if is_public { EntityKind::Organisation } else { EntityKind::Company };
    aliases.extend(department_forms(&label));
    let mut entity = SeedEntity {
        id: format!("wd:{}", row.get("wikidata")),
        kind,
        description: match country {
            Some(country) => format!("{sort} in {}.", country.country.in_sentence()),
            None => format!("{sort}."),
        },
        same_as: vec![],
        country: country.map(|country| country.id.clone()),
        lat: None,
        lon: None,
        prominence: Some(if reviewed.is_some() { PROMINENCE_KNOWN } else { PROMINENCE }),
        related: vec![],
        aliases: without_repeats(&label, aliases).into_iter().map(alias).collect(),
        facts: vec![SeedFact {
            about: "listed as".into(),
            value: sort.to_lowercase(),
            cite: vec![CITATION.into()],
            ..SeedFact::default()
        }],
        more: None,
        label,
    };
    seal(&mut entity);
    Some(entity)
}

#[cfg(test)]
#[path = "index_companies_tests.rs"]
mod tests;
