//! Armed groups from the conflict data of the Uppsala Conflict Data Program.

use super::citations::{self, is_year};
use super::countries::{self, Known};
use super::fold::{plain, without_note};
use super::output::Import;
use super::reviewed::alias;
use super::source::{self, Row};
use engine::kind::EntityKind;
use engine::seeds::{AliasKind, AliasTable, Risk, SeedEntity, SeedFact};
use miette::Result;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// Groups that were last in a conflict before this year are history, not news.
const SINCE: &str = "1990";
/// The last year the data cover: a group still in conflict then has no known end.
const LAST_YEAR: &str = "2021";
const PROMINENCE: u8 = 40;
/// Beginnings of names that describe somebody instead of naming a group.
const DESCRIPTIONS: &[&str] = &[
    "non ",
    "state of",
    "republic of",
    "government",
    "forces of",
    "supporters",
    "military faction",
    "presidential guard",
    "faction of",
    "civilians",
];
/// More countries than this are not listed one by one.
const MOST_COUNTRIES: usize = 3;
/// A longer name in capitals is a word, not initials.
const LONGEST_ACRONYM: usize = 8;

/// Makes an entity of every group that has a name of its own.
///
/// # Errors
/// When a source can't be read.
pub fn import(folder: &Path, import: &mut Import) -> Result<()> {
    import.citations = citations::named(&["import-ucdp"]);
    let rows = source::tab_file(&folder.join("orgs/armed_groups_ucdp22.tsv"))?;
    let known = countries::known(folder, import)?;
    let countries = by_name(&known);
    let mut labels = HashSet::new();
    for row in &rows {
        let name = row.get("name");
        let reason = match () {
            () if row.get("is_coalition_row") != "0" || name.contains(',') => "an alliance of several groups",
            () if row.get("datasets").contains("org3") => "a community, not an armed group",
            () if row.get("datasets").contains("org2") => "supporters of a party or person",
            () if row.get("last_year_active") < SINCE => "last in conflict before 1990",
            () if DESCRIPTIONS.iter().any(|start| name.to_lowercase().starts_with(start)) => {
                "a description, not a name"
            }
            // The short names of such rows come from lists of several groups: which of them is meant is not sure.
            () if !row.get("other_short").is_empty() && full_name(row).is_none() => "not sure which group of several",
            () => "",
        };
        if !reason.is_empty() {
            import.drop(reason, name);
            continue;
        }
        match entity(row, &countries) {
            Some(entity) if labels.insert((plain(&entity.label), entity.country.clone())) => import.add(entity),
            Some(entity) => import.drop("a group of that name is there already", entity.label),
            None => import.drop("initials only", name),
        }
    }
    Ok(())
}

/// Countries by each of their names, folded.
pub fn by_name(known: &[Known]) -> HashMap<String, &Known> {
    let mut found = HashMap::new();
    for known in known {
        let forms = known.country.forms.iter().filter(|form| form.risk == Risk::None).map(|form| form.text.as_str());
        for name in forms.chain([known.country.label.as_str()]) {
            found.entry(plain(name)).or_insert(known);
        }
    }
    found
}

/// The full name, when the row gives one.
fn full_name(row: &Row) -> Option<&str> {
    Some(row.get("full_name")).filter(|name| !name.is_empty() && *name != "n/a" && !name.contains(','))
}

fn is_acronym(name: &str) -> bool {
    let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
    let small = name.chars().filter(|letter| letter.is_lowercase()).count();
    (1..=LONGEST_ACRONYM).contains(&letters) && small * 3 < letters && !name.contains(' ')
}

/// Whether the letters of `acronym` begin words of `name`, in order, the first at its beginning.
fn abbreviates(acronym: &str, name: &str) -> bool {
    let name = plain(name);
    let mut letters = plain(acronym).replace(' ', "").chars().collect::<Vec<_>>().into_iter().peekable();
    if name.chars().next() != letters.peek().copied() {
        return false;
    }
    for word in name.split(' ') {
        if word.chars().next() == letters.peek().copied() {
            letters.next();
        }
    }
    letters.next().is_none()
}

fn entity(row: &Row, countries: &HashMap<String, &Known>) -> Option<SeedEntity> {
    let name = row.get("name");
    let own = Some(row.get("mother_tongue")).filter(|text| !text.is_empty() && *text != "n/a" && !text.contains(','));
    let own = own.filter(|text| text.chars().all(|letter| letter.is_alphabetic() || " -'’`.".contains(letter)));
    let full = full_name(row);
    let mut aliases = Vec::new();
    let label = if is_acronym(name) {
        let full = full.filter(|full| plain(full) != plain(name))?;
        // A short name that fits neither form belongs to another group of the same list.
        if abbreviates(name, full) || own.is_some_and(|own| abbreviates(name, own)) {
            aliases.push(AliasTable {
                text: name.into(),
                kind: AliasKind::Acronym,
                risk: Risk::Context,
                ..AliasTable::default()
            });
        }
        full.to_string()
    } else {
        if !row.get("other_short").is_empty()
            && own.is_none_or(|own| plain(own) != plain(name))
            && full.is_none_or(|full| plain(full) != plain(name))
        {
            return None;
        }
        // The other name is a translation word for word, seldom used alone.
        if let Some(full) = full.filter(|full| plain(full) != plain(name)) {
            aliases.push(AliasTable { text: full.into(), risk: Risk::Context, ..AliasTable::default() });
        }
        name.to_string()
    };
    if let Some(own) = own.filter(|own| plain(own) != plain(&label)) {
        aliases.push(AliasTable { text: own.into(), kind: AliasKind::Native, ..AliasTable::default() });
    }
    if label.split_whitespace().count() == 1 && label.chars().count() < 6 {
        aliases.insert(0, AliasTable { text: label.clone(), risk: Risk::Context, ..AliasTable::default() });
    }
    let places: Vec<&Known> = row.get("locations").split('|').filter_map(|place| country(place, countries)).collect();
    Some(SeedEntity {
        id: format!("ucdp:{}", row.get("ucdp_actor_id")),
        kind: EntityKind::ArmedGroup,
        description: description(&label, &places),
        same_as: vec![],
        country: places.first().map(|known| known.id.clone()),
        lat: None,
        lon: None,
        prominence: Some(PROMINENCE),
        related: places.iter().take(MOST_COUNTRIES).map(|known| known.id.clone()).collect(),
        aliases: aliases.into_iter().map(alias).collect(),
        facts: facts(row, &places),
        more: None,
        label,
    })
}

/// "DR Congo (Zaire)" → the country.
fn country<'a>(place: &str, countries: &HashMap<String, &'a Known>) -> Option<&'a Known> {
    let bare = without_note(place);
    countries.get(&plain(bare)).copied()
}

fn listed(places: &[&Known]) -> Option<String> {
    let names: Vec<String> = places.iter().map(|known| known.country.in_sentence()).collect();
    match &names[..] {
        [] => None,
        [one] => Some(one.clone()),
        [most @ .., last] if names.len() <= MOST_COUNTRIES => Some(format!("{} and {last}", most.join(", "))),
        _ => Some("several countries".into()),
    }
}

/// Parties and unions that fought are named for what the data record, not as armed groups by nature.
fn description(label: &str, places: &[&Known]) -> String {
    let is_party = ["Party", "Congress", "Union", "Partido", "Council"].iter().any(|word| label.contains(word));
    let start = if is_party { "Organisation recorded as a side in armed conflict" } else { "Armed group" };
    listed(places).map_or(format!("{start}."), |places| format!("{start} in {places}."))
}

fn facts(row: &Row, places: &[&Known]) -> Vec<SeedFact> {
    let (first, last) = (row.get("first_year_active"), row.get("last_year_active"));
    let Some(value) = listed(places).filter(|_| is_year(first) && is_year(last)) else { return vec![] };
    vec![SeedFact {
        about: "in armed conflict".into(),
        value: format!("in {value}"),
        from: Some(first.into()),
        to: (last < LAST_YEAR).then(|| last.to_string()),
        attributed: Some("Uppsala Conflict Data Program".into()),
        cite: vec!["import-ucdp".into()],
        ..SeedFact::default()
    }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::import::source::tab_rows;

    fn read(name: &str, other: &str, full: &str, own: &str) -> Option<(String, Vec<String>)> {
        let text = format!(
            "ucdp_actor_id\tname\tother_short\tfull_name\tmother_tongue\tfirst_year_active\tlast_year_active\tlocations\n\
             1\t{name}\t{other}\t{full}\t{own}\t2001\t2005\tNowhere\n"
        );
        let row = &tab_rows("t", &text).unwrap()[0];
        entity(row, &HashMap::new())
            .map(|entity| (entity.label, entity.aliases.iter().map(|form| form.table().text).collect()))
    }

    #[test]
    fn initials_are_kept_only_with_the_name_they_abbreviate() {
        let found = |label: &str, aliases: &[&str]| {
            Some((label.to_string(), aliases.iter().map(|form| form.to_string()).collect()))
        };
        assert_eq!(read("RFN", "", "Red Front of Nowhere", ""), found("Red Front of Nowhere", &["RFN"]));
        assert_eq!(read("RFN", "BLA", "Blue Army", "Azul"), found("Blue Army", &["Azul"]));
        assert_eq!(read("RFN", "", "", ""), None);
        assert_eq!(
            read("Harakat al-Nur", "", "Movement of Light", "Harakat al-Nur"),
            found("Harakat al-Nur", &["Movement of Light"])
        );
    }

    #[test]
    fn letters_must_begin_words_in_order() {
        for (acronym, name, expected) in [
            ("FARC", "Fuerzas armadas revolucionarias colombianas", true),
            ("FARC", "National Liberation Army", false),
            ("IS", "Islamic State", true),
            ("SLDF", "Sabaot Land Defence Force", true),
        ] {
            assert_eq!(abbreviates(acronym, name), expected, "{acronym}");
        }
    }
}
