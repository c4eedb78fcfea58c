//! News outlets: those that the State Media Matrix lists, and known ones with a verified Wikidata id.

use super::armed_groups::by_name;
use super::citations;
use super::countries::{self, Known};
use super::fold::{plain, without_note};
use super::name_risk::NameRisk;
use super::outlet_sites::Sites;
use super::output::Import;
use super::reviewed::alias;
use super::source::{self, tab_rows};
use super::trusted_outlets::Trusted;
use super::us_newspapers;
use engine::kind::EntityKind;
use engine::seeds::{AliasKind, AliasTable, Risk, SeedEntity, SeedFact};
use miette::Result;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// An outlet of the Wikidata list is known well enough from so many followers on.
const FEWEST_FOLLOWERS: u64 = 100_000;
/// Prominence by followers, the most first.
const PROMINENCE: &[(u64, u8)] = &[(10_000_000, 60), (1_000_000, 50), (0, 38)];
/// Prominence of an outlet known only from the State Media Matrix.
const PROMINENCE_LISTED: u8 = 32;
/// From so many followers on, initials are as good as a name.
const KNOWN_INITIALS: u64 = 1_000_000;
/// Names of the State Media Matrix that say only what sort of channel it is.
const GENERIC: &[&str] = &[
    "tv",
    "radio",
    "channel",
    "canal",
    "kanal",
    "news",
    "national",
    "state",
    "public",
    "the",
    "of",
    "media",
    "newspaper",
    "television",
    "local",
    "regional",
];
/// The types of the State Media Matrix in words.
const TYPES: &[(&str, &str)] = &[
    ("SC", "state-controlled media"),
    ("CaPu", "captured public media"),
    ("CaPr", "captured private media"),
    ("ISFM", "independent state-funded and state-managed media"),
    ("ISF", "independent state-funded media"),
    ("ISM", "independent state-managed media"),
    ("IP", "independent public media"),
];
/// Other names of countries in these tables.
const COUNTRY_NAMES: &[(&str, &str)] = &[
    ("Palestine territories", "Palestine"),
    ("UAE", "United Arab Emirates"),
    ("USA", "United States"),
    ("People's Republic of China", "China"),
];

/// An outlet of the Wikidata list.
struct Listed {
    id: String,
    name: String,
    followers: u64,
}

/// Makes an entity of every outlet.
///
/// # Errors
/// When a source can't be read.
pub fn import(folder: &Path, import: &mut Import) -> Result<()> {
    import.citations = citations::named(&["import-state-media", us_newspapers::CITATION]);
    let known = countries::known(folder, import)?;
    let countries = by_name(&known);
    let risk = NameRisk::read(folder, std::iter::empty(), std::iter::empty())?;
    let country = |name: &str| {
        let name = COUNTRY_NAMES.iter().find(|(other, _)| *other == name).map_or(name, |(_, usual)| usual);
        countries.get(&plain(name)).copied()
    };
    let mut listed: BTreeMap<(String, String), Listed> = BTreeMap::new();
    let trusted = Trusted::read(folder)?;
    for row in source::tab_file(&folder.join("media/news_media_wikidata_qids.tsv"))? {
        let (name, followers) = (row.get("name"), row.get("max_twitter_followers_2023").parse().unwrap_or(0));
        let Some(country) = country(row.get("country")) else {
            import.drop("no card of its country", format!("{name} ({})", row.get("country")));
            continue;
        };
        let key = (plain(name), country.id.clone());
        let outlet = Listed { id: format!("wd:{}", row.get("wikidata")), name: name.into(), followers };
        match trusted.is_outlet(&row) {
            false => import.drop("not surely a news outlet", name),
            true if listed.contains_key(&key) => {
                import.drop("two outlets of one name in one country", name);
                listed.remove(&key);
            }
            true => drop(listed.insert(key, outlet)),
        }
    }
    let mut found: BTreeMap<String, SeedEntity> = BTreeMap::new();
    for ((_, country), outlet) in listed.iter().filter(|(_, outlet)| outlet.followers >= FEWEST_FOLLOWERS) {
        let Some(known) = known.iter().find(|known| known.id == *country) else { continue };
        let prominence =
            PROMINENCE.iter().find(|(least, _)| outlet.followers >= *least).map_or(0, |(_, prominence)| *prominence);
        found.insert(outlet.id.clone(), entity(outlet.id.clone(), &outlet.name, known, prominence, outlet.followers));
    }
    let mut sites = Sites::default();
    add_state_media(folder, &mut found, &listed, country, &mut sites, import)?;
    if let Some(us) = known.iter().find(|known| known.country.code == "US") {
        us_newspapers::add(folder, &us.id, &mut found, import)?;
    }
    let code = |id: &str| known.iter().find(|known| known.id == id).map(|known| known.country.code.clone());
    let by_name = found
        .values()
        .filter_map(|outlet| Some(((plain(&outlet.label), code(outlet.country.as_deref()?)?), outlet.id.clone())))
        .collect();
    sites.read_list(folder, &by_name, import)?;
    sites.read_reviewed()?;
    sites.give(&mut found);
    let mut names: HashMap<String, usize> = HashMap::new();
    for entity in found.values() {
        *names.entry(plain(&without_the(&entity.label))).or_default() += 1;
    }
    for mut entity in found.into_values() {
        let bare = without_the(&entity.label);
        let short = bare.chars().count() <= 3 && entity.prominence < Some(50);
        let little_known = !bare.contains(' ') && entity.prominence <= Some(PROMINENCE_LISTED);
        let one_word = !bare.contains(' ') && (risk.is_word(&bare) || risk.is_personal(&bare) || is_one_of_many(&bare));
        let is_listed = entity.aliases.iter().any(|known| known.table().text == entity.label);
        let is_country = countries.contains_key(&plain(&bare));
        if is_country {
            import.drop("the name of a country", entity.label);
            continue;
        }
        if !is_listed && (short || one_word || little_known || names.get(&plain(&bare)).is_some_and(|&count| count > 1))
        {
            entity.aliases.insert(
                0,
                alias(AliasTable { text: entity.label.clone(), risk: Risk::Context, ..AliasTable::default() }),
            );
        }
        import.add(entity);
    }
    Ok(())
}

/// Words that many papers are called by: without the town they name none.
fn is_one_of_many(bare: &str) -> bool {
    let bare = plain(bare);
    [
        "times",
        "herald",
        "tribune",
        "gazette",
        "sun",
        "star",
        "post",
        "mirror",
        "express",
        "independent",
        "australian",
        "standard",
        "mundo",
        "nacional",
        "heraldo",
        "universal",
        "abc",
        "age",
    ]
    .contains(&bare.trim_start_matches("el "))
}

fn without_the(name: &str) -> String {
    ["The ", "El ", "Le ", "La ", "Al ", "Al-"]
        .iter()
        .find_map(|article| name.strip_prefix(article))
        .unwrap_or(name)
        .to_string()
}

fn entity(id: String, name: &str, country: &Known, prominence: u8, followers: u64) -> SeedEntity {
    let (label, initials) = name_and_initials(name);
    let label = label.to_string();
    let mut aliases: Vec<AliasTable> = initials
        .map(|short| AliasTable {
            text: short.into(),
            kind: AliasKind::Acronym,
            risk: Risk::Context,
            ..AliasTable::default()
        })
        .into_iter()
        .collect();
    if is_initials(&label) {
        let risk = if followers >= KNOWN_INITIALS { Risk::None } else { Risk::Context };
        aliases.push(AliasTable { text: label.clone(), kind: AliasKind::Acronym, risk, ..AliasTable::default() });
    }
    SeedEntity {
        id,
        kind: EntityKind::Outlet,
        description: format!("News outlet in {}.", country.country.in_sentence()),
        same_as: vec![],
        country: Some(country.id.clone()),
        lat: None,
        lon: None,
        prominence: Some(prominence),
        related: vec![],
        aliases: aliases.into_iter().map(alias).collect(),
        facts: vec![],
        more: None,
        label,
    }
}

/// "Ruritanian News Agency (RNA)" in two.
fn name_and_initials(name: &str) -> (&str, Option<&str>) {
    let (bare, rest) = name.split_once(" (").unwrap_or((name, ""));
    (bare.trim(), rest.strip_suffix(')').filter(|short| is_initials(short)))
}

/// Adds the company's name and initials to the outlet that is one with it, where it goes by another.
fn add_names(outlet: &mut SeedEntity, name: &str, initials: Option<&str>) {
    let acronym = |text: &str| AliasTable {
        text: text.into(),
        kind: AliasKind::Acronym,
        risk: Risk::Context,
        ..AliasTable::default()
    };
    let full = |text: &str| AliasTable { text: text.into(), ..AliasTable::default() };
    for new in [(!is_initials(name)).then(|| full(name)), initials.map(acronym)].into_iter().flatten() {
        let is_known = |known: &engine::seeds::SeedAlias| plain(&known.table().text) == plain(&new.text);
        if plain(&outlet.label) != plain(&new.text) && !outlet.aliases.iter().any(is_known) {
            outlet.aliases.push(alias(new));
        }
    }
}

fn is_initials(text: &str) -> bool {
    (2..=7).contains(&text.chars().count())
        && text.chars().all(|letter| letter.is_uppercase() || letter.is_ascii_digit())
}

/// Adds what the State Media Matrix lists: to a known outlet of the same name and country, else as one of its own.
fn add_state_media<'a>(
    folder: &Path,
    found: &mut BTreeMap<String, SeedEntity>,
    listed: &BTreeMap<(String, String), Listed>,
    country: impl Fn(&str) -> Option<&'a Known>,
    sites: &mut Sites,
    import: &mut Import,
) -> Result<()> {
    let reviewed: HashMap<(String, String), String> = tab_rows("outlet_ids.tsv", include_str!("outlet_ids.tsv"))?
        .iter()
        .map(|row| ((plain(row.get("name")), row.get("country").to_string()), row.get("id").to_string()))
        .collect();
    let rows = source::tab_file(&folder.join("media/state_media_matrix_2024-02.tsv"))?;
    // Of some companies only one row has the initials.
    let with_initials: HashMap<(String, &str), &str> = rows
        .iter()
        .filter_map(|row| {
            let (name, initials) = name_and_initials(row.get("media_company"));
            Some(((plain(name), row.get("country")), initials?))
        })
        .collect();
    for row in &rows {
        let Some(known) = country(row.get("country")) else {
            import.drop("no card of its country", format!("{} ({})", row.get("asset"), row.get("country")));
            continue;
        };
        let Some((_, kind)) = TYPES.iter().find(|(code, _)| *code == row.get("typology")) else {
            import.drop("type not sure", row.get("asset"));
            continue;
        };
        let (company, asset) = (row.get("media_company"), row.get("asset"));
        let known_as = |name: &str| {
            let of_country = |country: &str| (plain(name), country.to_string());
            let listed = || listed.get(&of_country(&known.id)).map(|outlet| outlet.id.clone());
            reviewed.get(&of_country(row.get("country"))).cloned().or_else(listed)
        };
        let (company_name, _) = name_and_initials(company);
        let initials = with_initials.get(&(plain(company_name), row.get("country"))).copied();
        // "Ruritanian News Agency (RNA)" and its outlet "RNA" are one.
        let is_one = asset == company || initials.is_some_and(|initials| plain(initials) == plain(asset));
        let names = [(company, None), (asset, Some(company))];
        for (name, part_of) in names.into_iter().take(if is_one { 1 } else { 2 }) {
            let bare = without_note(name);
            if is_generic(bare) || name.contains("edition") || bare.contains(['/', ':', ';']) || bare.contains(" or ") {
                import.drop("no name of its own", name);
                continue;
            }
            let short = with_initials.get(&(plain(bare), row.get("country"))).copied();
            let id = known_as(bare).or_else(|| known_as(short?)).unwrap_or_else(|| {
                let name = short.unwrap_or(bare);
                format!("x:outlet-{}-{}", plain(name).replace(' ', "-"), known.country.code.to_lowercase())
            });
            if is_one || name == asset {
                sites.note(row.get("url"), &id);
            }
            let outlet = found.entry(id.clone()).or_insert_with(|| entity(id, name, known, PROMINENCE_LISTED, 0));
            if part_of.is_none() {
                add_names(outlet, company_name, short);
            }
            add_facts(outlet, kind, part_of);
        }
    }
    Ok(())
}

fn add_facts(outlet: &mut SeedEntity, kind: &str, part_of: Option<&str>) {
    let cite = || vec!["import-state-media".to_string()];
    if !outlet.facts.iter().any(|fact| fact.about == "listed as") {
        outlet.facts.push(SeedFact {
            about: "listed as".into(),
            value: kind.into(),
            on: Some("2024-02".into()),
            attributed: Some("State Media Monitor".into()),
            cite: cite(),
            ..SeedFact::default()
        });
    }
    let owner = part_of
        // Asterisks point to notes of the source.
        .map(|company| company.split(" (").next().unwrap_or(company).trim_end_matches('*').trim_end())
        .filter(|company| plain(company) != plain(&outlet.label) && !company.contains([':', ';', '/']));
    if let Some(owner) = owner
        && !outlet.facts.iter().any(|fact| fact.about == "part of")
    {
        outlet.facts.push(SeedFact {
            about: "part of".into(),
            value: owner.into(),
            on: Some("2024-02".into()),
            cite: cite(),
            ..SeedFact::default()
        });
    }
}

/// "National Radio", "Channel 1", "MAP - News": a sort of channel, not a name.
fn is_generic(name: &str) -> bool {
    let name = plain(name);
    let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
    letters < 3
        || name.split(' ').all(|word| GENERIC.contains(&word) || word.parse::<u32>().is_ok())
        || ["ministry", "department", "government", "municipality", "presidential"]
            .iter()
            .any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_say_only_the_sort_of_channel_are_left_out() {
        for (name, expected) in [
            ("Channel 1", true),
            ("National Radio", true),
            ("Department of Broadcasting", true),
            ("Radio Utopia", false),
            ("Utopia Gazette", false),
        ] {
            assert_eq!(is_generic(name), expected, "{name}");
        }
    }

    #[test]
    fn many_papers_share_a_name() {
        assert!(is_one_of_many(&without_the("The Times")) && is_one_of_many(&without_the("El Mundo")));
        assert!(!is_one_of_many(&without_the("The Jerusalem Post")));
    }

    #[test]
    fn a_company_and_its_outlet_of_its_initials_are_one() {
        assert_eq!(name_and_initials("Ruritanian News Agency (RNA)"), ("Ruritanian News Agency", Some("RNA")));
        assert_eq!(name_and_initials("Radio One (Strelsau)"), ("Radio One", None));
        assert_eq!(name_and_initials("RNA"), ("RNA", None));
    }

    #[test]
    fn initials_are_told_from_names() {
        for (text, expected) in [("BBC", true), ("RTÉ", true), ("TASS", true), ("Reuters", false), ("C", false)] {
            assert_eq!(is_initials(text), expected, "{text}");
        }
    }
}
