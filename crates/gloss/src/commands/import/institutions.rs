//! Universities, public bodies, hospitals, non-profit bodies and companies of the Research Organization Registry that have
//! a Wikidata item and an article of the English Wikipedia.

use super::citations;
use super::citations::dated_fact;
use super::cities;
use super::countries::{self, Known};
use super::fold::{plain, without_note};
use super::gazetteer;
use super::group_names::{GroupNames, seal};
use super::index_companies;
use super::institution_names;
use super::output::Import;
use super::present::Present;
use super::reviewed::alias;
use super::scripts;
use super::source::{self, Row, tab_rows};
use engine::kind::EntityKind;
use engine::seeds::{AliasKind, AliasTable, Risk, SeedEntity, SeedFact};
use miette::Result;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// The file that this importer writes.
const FILE: &str = "institutions.jsonl";
const CITATION: &str = "import-ror";
const REGISTER: &str = "Research Organization Registry";
/// State of the data.
const AS_OF: &str = "2026-06-23";
/// How often such a body is named; those of governments more often.
const PROMINENCE: u8 = 25;
const PROMINENCE_PUBLIC: u8 = 35;
const PROMINENCE_KNOWN: u8 = 50;
/// Initials this short mean too many things.
const SHORTEST_ACRONYM: usize = 3;
/// Longest name that is one.
const LONGEST: usize = 80;
/// How the names of towns, districts and states begin, which some rows speak of.
const AREAS: &[&str] = &[
    "city of",
    "stadt",
    "ville de",
    "county of",
    "region",
    "province of",
    "state of",
    "municipality",
    "town of",
    "kanton",
    "land",
];
/// Rows whose name is one letter away from one that many bear ("Nasional University"), that are states, regions and counties (Thuringia, two
/// commonwealths, one of Ethiopia that is no more), or that have a card under another name (PepsiCo, Otis, Toyota, four governments).
const MISLEADING: &[&str] = &[
    "Q7894418", "Q1205", "Q5589247", "Q5589334", "Q203193", "Q104877", "Q111168", "Q271613", "Q334800", "Q1134069",
    "Q40794", "Q48525", "Q390947", "Q5589404", "Q626814",
];
/// Words in names of bodies of many states: such a body belongs to no one country.
const BEYOND_STATES: &[&str] = &[
    "international",
    "world",
    "united nations",
    "european",
    "african",
    "asian",
    "inter american",
    "pan",
    "nordic",
    "arab",
    "global",
    "pacific",
];
/// Words of the name-suggestion index's descriptions of what is a place.
const PLACES: &[&str] = &[
    "city in",
    "municipality",
    "town in",
    "county in",
    "state of",
    "country",
    "district of",
    "region of",
    "province",
    "territory",
    "capital of",
];

/// Sorts that would fill the pack with names that few pages bear.
const SELDOM_NAMED: &[&str] =
    &["Health-care organisation", "Research institution", "Archive, library or museum", "School", "Academy"];

/// What is read beside the rows.
struct Sources {
    known: HashMap<String, Known>,
    /// How many rows are called so, folded.
    labels: HashMap<String, usize>,
    /// How many rows bear a name at all, folded.
    names: HashMap<String, usize>,
    /// How many rows of a country bear the initials.
    acronyms: HashMap<(String, String), usize>,
    /// Reviewed initials that are sure, by Wikidata id.
    sure: HashMap<String, Vec<String>>,
    /// Whose names and descriptions were reviewed.
    reviewed: institution_names::Reviewed,
    /// Wikidata ids of companies whose city a second list has.
    seated: HashSet<String>,
}

/// Makes an entity of every such body.
///
/// # Errors
/// When a source can't be read.
pub fn import(folder: &Path, seeds: &Path, import: &mut Import) -> Result<()> {
    import.citations = citations::named(&[CITATION]);
    let mut present = Present::before(FILE, seeds)?;
    let rows = source::tab_file(&folder.join("orgs/ror_organizations.tsv.gz"))?;
    let all = countries::known(folder, import)?;
    let cities = gazetteer::cities(folder)?;
    let risk = cities::risk(folder, &all, &cities)?;
    let (places, indexed) = index(folder)?;
    let mut owners: HashMap<&str, usize> = HashMap::new();
    for row in rows.iter().filter(|row| !row.get("wikidata").is_empty()) {
        *owners.entry(row.get("wikidata")).or_default() += 1;
    }
    let sources = Sources {
        known: all.into_iter().map(|known| (known.country.code.clone(), known)).collect(),
        labels: count_names(&rows, false),
        names: count_names(&rows, true),
        acronyms: count_acronyms(&rows),
        sure: sure_acronyms()?,
        reviewed: institution_names::read()?,
        seated: institution_names::seated_companies()?,
    };
    for row in &rows {
        let name = row.get("name");
        let area = AREAS.iter().any(|area| {
            let begins = |text: &str| plain(text).starts_with(&format!("{area} "));
            row.get("types").contains("government") && (begins(name) || begins(row.get("english")))
        });
        let reason = match row.get("wikidata") {
            "" => Some("no single Wikidata id"),
            id if row.get("wikipedia").is_empty() && !indexed.contains(id) => {
                Some("no article of the English Wikipedia")
            }
            id if owners.get(id).is_some_and(|&rows| rows > 1) => Some("several rows have the Wikidata id"),
            id if places.contains(id) => Some("the Wikidata id is a place's"),
            id if MISLEADING.contains(&id) => Some("one letter away from a name that many bear"),
            _ if area => Some("an area, not a body"),
            _ if is_unit(row) => Some("a unit of another body"),
            _ if SELDOM_NAMED.contains(&noun(row)) => Some("of a sort that news seldom names"),
            _ => None,
        };
        if let Some(reason) = reason {
            import.drop(reason, name);
            continue;
        }
        let Some(entity) = entity(row, &GroupNames { risk: &risk, present: &present }, &sources) else {
            import.drop("no name that is its own", name);
            continue;
        };
        match present.card(&entity) {
            Some(card) => import.drop("has a card", format!("{name} ({card})")),
            None => {
                present.add(&entity);
                import.add(entity);
            }
        }
    }
    Ok(())
}

/// Wikidata ids of the name-suggestion index: those of places, and all.
fn index(folder: &Path) -> Result<(HashSet<String>, HashSet<String>)> {
    let rows = index_companies::read(folder)?;
    let is_place = |row: &&Row| PLACES.iter().any(|words| row.get("description").contains(words));
    let id = |row: &Row| row.get("wikidata").to_string();
    Ok((rows.iter().filter(is_place).map(id).collect(), rows.iter().map(id).collect()))
}

/// Initials known all over the world, reviewed.
fn sure_acronyms() -> Result<HashMap<String, Vec<String>>> {
    let list = |text: &str| text.split('|').map(str::to_string).collect();
    let rows = tab_rows("known_initials.tsv", include_str!("known_initials.tsv"))?;
    Ok(rows.iter().map(|row| (row.get("wikidata").to_string(), list(row.get("forms")))).collect())
}

/// Wikidata ids of companies of the United States by folded name, where the registry has one row of that name.
///
/// # Errors
/// When the table can't be read.
pub fn company_ids(folder: &Path) -> Result<HashMap<String, String>> {
    let mut found: HashMap<String, Option<String>> = HashMap::new();
    for row in source::tab_file(&folder.join("orgs/ror_organizations.tsv.gz"))? {
        let is_company = parts(&row, "types").any(|kind| kind == "company") && row.get("parents").is_empty();
        if is_company && row.get("country") == "US" && !row.get("wikidata").is_empty() {
            let name = plain(super::companies::bare(without_note(row.get("name"))));
            found.entry(name).and_modify(|id| *id = None).or_insert_with(|| Some(row.get("wikidata").to_string()));
        }
    }
    Ok(found.into_iter().filter_map(|(name, id)| Some((name, id?))).collect())
}

fn parts<'r>(row: &'r Row, column: &str) -> impl Iterator<Item = &'r str> {
    row.get(column).split('|').map(str::trim).filter(|part| !part.is_empty())
}

/// How many rows bear each name; with `all` their lesser names count too.
fn count_names(rows: &[Row], all: bool) -> HashMap<String, usize> {
    let mut found = HashMap::new();
    for row in rows {
        let lesser = parts(row, "aliases").filter(|_| all);
        // The registry gives companies their country in brackets.
        let names = [without_note(row.get("name")), row.get("english")].into_iter().chain(lesser);
        let own: HashSet<String> = names.map(plain).filter(|name| !name.is_empty()).collect();
        own.into_iter().for_each(|name| *found.entry(name).or_default() += 1);
    }
    found
}

fn count_acronyms(rows: &[Row]) -> HashMap<(String, String), usize> {
    let mut found = HashMap::new();
    for row in rows {
        let own: HashSet<String> = parts(row, "acronyms").map(str::to_uppercase).collect();
        own.into_iter().for_each(|name| *found.entry((row.get("country").to_string(), name)).or_default() += 1);
    }
    found
}

/// A department, laboratory or branch: its name says less than that of what it belongs to.
fn is_unit(row: &Row) -> bool {
    let has_parent = !row.get("parents").is_empty();
    let of_government = parts(row, "types").any(|kind| matches!(kind, "government" | "education" | "healthcare"));
    has_parent && !of_government
}

/// What sort of body it is, in a word.
fn noun(row: &Row) -> &'static str {
    let name = format!("{} {}", plain(row.get("name")), plain(row.get("english")));
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let begins = |firsts: &[&str]| name.split(' ').any(|word| firsts.iter().any(|first| word.starts_with(first)));
    let is = |kind: &str| parts(row, "types").any(|found| found == kind);
    match () {
        () if is("education") && says(&["universi"]) => "University",
        () if is("education") && says(&["college"]) => "College",
        () if is("education") && says(&["academ"]) => "Academy",
        () if is("education") && says(&["school"]) => "School",
        () if is("education") => "Educational institution",
        () if is("healthcare") && says(&["hospi", "hopita"]) => "Hospital",
        () if is("healthcare") => "Health-care organisation",
        // An administration is none.
        () if is("government") && begins(&["ministr", "minister"]) => "Ministry",
        () if is("government") => "Public body",
        () if is("company") => "Company",
        () if is("nonprofit") => "Non-profit organisation",
        () if is("archive") => "Archive, library or museum",
        () if is("facility") => "Research institution",
        () => "Organisation",
    }
}

/// Whether a body's name says that it belongs to no one country, wherever it sits.
fn is_of_many_states(name: &str) -> bool {
    ["International ", "World ", "European "].iter().any(|first| name.starts_with(first))
}

fn entity(row: &Row, names: &GroupNames, sources: &Sources) -> Option<SeedEntity> {
    let country = sources.known.get(row.get("country"));
    let name = without_note(row.get("name"));
    let own = Some(row.get("english")).filter(|english| !english.is_empty()).map_or(name, without_note);
    let alone = |name: &str| sources.names.get(&plain(name)).is_none_or(|&count| count <= 1);
    let fits = |name: &str| name.chars().count() <= LONGEST && !name.contains([':', ';', '"', '/']);
    let is_public = parts(row, "types").any(|kind| kind == "government");
    // "Ministry of Mines" is India's only with India's name.
    let adjective = country.and_then(|known| known.country.demonyms.first()).map(|form| form.text.as_str());
    let sure = sources.sure.get(row.get("wikidata"));
    let reviewed = sources.reviewed.get(row.get("wikidata"));
    let label = match (names.is_generic(own) && sure.is_none(), country, adjective) {
        _ if reviewed.is_some() => reviewed.map(|(label, _)| label.clone())?,
        (true, Some(known), _) if is_public && known.country.code == "US" => format!("US {own}"),
        (true, Some(_), Some(adjective)) if is_public && !is_of_many_states(own) => format!("{adjective} {own}"),
        _ if sources.labels.get(&plain(own)).is_none_or(|&count| count <= 1) => own.to_string(),
        _ => return None,
    };
    if !fits(&label) {
        return None;
    }
    let mut aliases = Vec::new();
    let mut add = |text: &str, kind: AliasKind, risk: Risk, lang: Option<&str>| {
        let lang = lang.map(str::to_string);
        aliases.push(AliasTable { text: text.to_string(), kind, risk, lang, ..AliasTable::default() });
    };
    if label == own {
        let risk = if sure.is_some() { Some(Risk::None) } else { names.risk(own) };
        add(own, AliasKind::Name, risk?, None);
    } else if reviewed.is_none()
        && let Some(known) = country
    {
        let place = known.country.in_sentence();
        add(&format!("{own} of {place}"), AliasKind::Name, Risk::None, None);
        if let Some(owner) = super::forces::possessive(&known.country.label) {
            add(&format!("{owner} {own}"), AliasKind::Name, Risk::None, None);
        }
        if known.country.code == "US" {
            add(&format!("U.S. {own}"), AliasKind::Name, Risk::None, None);
            add(&format!("United States {own}"), AliasKind::Name, Risk::None, None);
        }
    }
    let others = [name].into_iter().chain(parts(row, "aliases")).filter(|other| alone(other) && fits(other));
    for other in others {
        let lang = scripts::lang(other);
        let is_name = lang.is_some() || scripts::is_news_like(other);
        match names.risk(other) {
            Some(risk) if is_name && !names.is_generic(other) => add(other, AliasKind::Name, risk, lang),
            _ => {}
        }
    }
    aliases.extend(index_companies::department_forms(&label));
    let mut add = |text: &str, kind: AliasKind, risk: Risk, lang: Option<&str>| {
        let lang = lang.map(str::to_string);
        aliases.push(AliasTable { text: text.to_string(), kind, risk, lang, ..AliasTable::default() });
    };
    for short in sure.into_iter().flatten() {
        add(short, AliasKind::Acronym, Risk::None, None);
    }
    for short in parts(row, "acronyms").filter(|short| is_acronym(short)) {
        let key = (row.get("country").to_string(), short.to_uppercase());
        let is_own = sources.acronyms.get(&key).is_none_or(|&count| count <= 1);
        if is_own && is_public && !names.present.is_taken(short) {
            add(short, AliasKind::Acronym, Risk::Context, None);
        }
    }
    let beyond = BEYOND_STATES
        .iter()
        .any(|word| plain(own).split(' ').any(|part| part == *word) || plain(own).starts_with(word));
    let mut entity = SeedEntity {
        id: format!("wd:{}", row.get("wikidata")),
        kind: if is_company(row) { EntityKind::Company } else { EntityKind::Organisation },
        description: reviewed.map_or_else(
            || description(row, country, sources.seated.contains(row.get("wikidata"))),
            |(_, description)| description.clone(),
        ),
        same_as: vec![],
        country: country.filter(|_| !beyond).map(|known| known.id.clone()),
        lat: None,
        lon: None,
        prominence: Some(match sure {
            Some(_) => PROMINENCE_KNOWN,
            None if is_public => PROMINENCE_PUBLIC,
            None => PROMINENCE,
        }),
        related: vec![],
        aliases: super::companies::without_repeats(&label, aliases).into_iter().map(alias).collect(),
        facts: facts(row, reviewed.is_some()),
        more: Some(row.get("wikipedia").replace("http://", "https://")).filter(|address| !address.is_empty()),
        label,
    };
    seal(&mut entity);
    Some(entity)
}

/// Capitals and figures only: "NASA", "CNRS".
fn is_acronym(text: &str) -> bool {
    (SHORTEST_ACRONYM..=7).contains(&text.chars().count())
        && text.chars().all(|sign| sign.is_uppercase() || sign.is_ascii_digit())
        && text.chars().filter(|sign| sign.is_uppercase()).count() >= SHORTEST_ACRONYM
}

/// `is_seated` says whether a second list has a company's city: one in ten sits elsewhere than in the registry's, a plant's or a laboratory's.
fn description(row: &Row, country: Option<&Known>, is_seated: bool) -> String {
    let noun = noun(row);
    let city = if noun == "Company" && !is_seated { "" } else { row.get("city") };
    match country.map(|known| known.country.in_sentence()) {
        Some(state) if !city.is_empty() && city != state => format!("{noun} in {city}, {state}."),
        Some(state) => format!("{noun} in {state}."),
        None => format!("{noun}."),
    }
}

fn is_company(row: &Row) -> bool {
    parts(row, "types").any(|kind| kind == "company")
}

/// `owned` when the reviewed description says whose the body is: the registry names London for Belfast's.
fn facts(row: &Row, owned: bool) -> Vec<SeedFact> {
    let fact = |about: &str, value: &str, on: &str| dated_fact(about, value, on, CITATION);
    let year = row.get("established");
    // The register's year is often that of a forerunner, a merger, a new name or legal form: the card says whose year it is. A
    // ministry has so many forerunners that it means nothing: 1717 for Russia's of defence, 1998 for Bangladesh's of health.
    let attributed = Some(REGISTER.to_string());
    let is_told = year.len() == 4 && noun(row) != "Ministry" && !institution_names::is_a_peoples_or_government(row);
    let founded = is_told.then(|| SeedFact { attributed, ..fact("founded", year, year) });
    let mut parents = parts(row, "parents");
    let parent = parents.next().filter(|_| parents.next().is_none() && !owned);
    founded.into_iter().chain(parent.map(|parent| fact("part of", parent, AS_OF))).collect()
}

#[cfg(test)]
#[path = "institutions_tests.rs"]
mod tests;
