//! Political parties from Party Facts: those with a Wikidata id that stood in this century.

use super::citations;
use super::citations::{dated_fact, is_year};
use super::countries::{self, Known};
use super::fold::{plain, without_note};
use super::output::Import;
use super::reviewed::alias;
use super::scripts;
use super::source::{self, Row, tab_rows};
use engine::compile::COMMON_WORDS;
use engine::kind::EntityKind;
use engine::seeds::{AliasKind, AliasTable, Risk, SeedEntity, SeedFact};
use miette::Result;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// Parties that ended before this year are history, not news.
const SINCE: i32 = 2008;
/// A party that never had this share of the votes, in percent, is left out.
const LEAST_SHARE: f32 = 2.0;
/// Share from which a party is one of its country's large ones.
const LARGE_SHARE: f32 = 15.0;
const PROMINENCE: u8 = 30;
const PROMINENCE_LARGE: u8 = 42;
/// Shorter initials mean too many things.
const SHORTEST_ACRONYM: usize = 3;
/// A name of one word this short or shorter needs the page's support.
const SHORT_WORD: usize = 9;

/// Makes an entity of every such party.
///
/// # Errors
/// When a source can't be read.
pub fn import(folder: &Path, import: &mut Import) -> Result<()> {
    import.citations = citations::named(&["import-partyfacts"]);
    let rows = source::tab_file(&folder.join("orgs/parties_partyfacts.tsv"))?;
    let known = countries::known(folder, import)?;
    let table = tab_rows("party_shares.tsv", include_str!("party_shares.tsv"))?;
    let second: HashSet<&str> = table.iter().map(|row| row.get("partyfacts_id")).collect();
    let countries: HashMap<&str, &Known> = known.iter().map(|known| (known.alpha3.as_str(), known)).collect();
    // Rows with one Wikidata id are branches or earlier forms of one party: the one that still stands speaks for it.
    let mut chosen: HashMap<&str, &Row> = HashMap::new();
    let mut names: HashMap<String, usize> = HashMap::new();
    for row in &rows {
        let best = chosen.entry(row.get("wikidata")).or_insert(row);
        if rank(row) > rank(best) {
            *best = row;
        }
        *names.entry(plain(&english(row).0)).or_default() += 1;
    }
    for row in &rows {
        let name = row.get("name_english");
        let ended = [row.get("year_last"), row.get("year_dissolved_wp")]
            .into_iter()
            .filter_map(|year| year.parse::<i32>().ok())
            .max();
        let share = row.get("max_share").parse::<f32>().ok();
        let country = countries.get(row.get("country_iso3"));
        match (country, ended, share) {
            _ if row.get("wikidata").is_empty() => import.drop("no Wikidata id", name),
            _ if !chosen.get(row.get("wikidata")).is_some_and(|best| std::ptr::eq(*best, row)) => {
                import.drop("another row of a Wikidata id", name);
            }
            (_, Some(year), _) if year < SINCE => import.drop("ended before 2008", name),
            (_, _, Some(share)) if share < LEAST_SHARE => import.drop("under two percent of the votes", name),
            (None, _, _) => import.drop("no card of its country", format!("{name} ({})", row.get("country_iso3"))),
            _ if english(row).0.is_empty() => import.drop("no name", row.get("partyfacts_id")),
            (Some(country), _, _) => {
                let shared = names.get(&plain(&english(row).0)).is_some_and(|&count| count > 1);
                let is_seconded = second.contains(row.get("partyfacts_id"));
                import.add(entity(row, country, share, shared, is_seconded));
            }
        }
    }
    Ok(())
}

/// A party that has not ended before one that has, then the one with the larger share.
fn rank(row: &Row) -> (bool, u32) {
    let share = row.get("max_share").parse::<f32>().unwrap_or(0.0);
    (row.get("year_last").is_empty(), (share * 10.0) as u32)
}

/// The English name and, where the source joins several by slashes, the second one; without comments in brackets.
fn english(row: &Row) -> (String, Option<String>) {
    let parts: Vec<String> = row.get("name_english").split('/').map(tidy).filter(|name| !name.is_empty()).collect();
    // "Development/For!" is one name.
    let several = row.get("name_english").contains(" / ") || parts.iter().all(|part| part.contains(' '));
    match parts.as_slice() {
        [first, second] if several => (first.clone(), Some(second.clone())),
        [first, _, ..] if several => (first.clone(), None),
        _ => (tidy(row.get("name_english")), None),
    }
}

/// The wing that a name's brackets tell, where the Wikipedia article's do as well: "Communist Party of India (Marxist)". Years and
/// countries there only tell namesakes apart.
fn wing(row: &Row, country: &Known) -> Option<String> {
    let note = row.get("name_english").split_once(" (")?.1.split(')').next()?.trim().to_string();
    let address = row.get("wikipedia").replace("%28", "(").replace("%29", ")");
    let article = address.strip_suffix(')')?.rsplit_once("_(")?.1.replace('_', " ");
    let tells_apart =
        article.contains(|sign: char| sign.is_ascii_digit()) || article.starts_with(&country.country.label);
    (!tells_apart && !note.is_empty()).then_some(note)
}

fn tidy(name: &str) -> String {
    let mut rest = without_note(name).to_string();
    while let (Some(from), Some(to)) = (rest.find('['), rest.find(']'))
        && from < to
    {
        rest.replace_range(from..=to, "");
    }
    if !rest.contains('(') {
        rest = rest.replace(')', "");
    }
    let rest = rest.replace(" -- ", " – ").replace('"', "");
    let words: Vec<&str> = rest.split_whitespace().collect();
    words.join(" ").trim_end_matches(" --").to_string()
}

fn entity(row: &Row, country: &Known, share: Option<f32>, shared: bool, is_seconded: bool) -> SeedEntity {
    let (label, other) = english(row);
    let wing = wing(row, country);
    let label = wing.as_ref().map_or_else(|| label.clone(), |wing| format!("{label} ({wing})"));
    let mut aliases = aliases(row, &label, other, shared);
    // With its wing the name is no other's.
    aliases.retain(|form| wing.is_none() || form.text != label);
    let large = share.is_some_and(|share| share >= LARGE_SHARE);
    let place = country.country.in_sentence();
    SeedEntity {
        id: format!("wd:{}", row.get("wikidata")),
        kind: EntityKind::Party,
        description: format!("Political party in {place}."),
        same_as: vec![format!("pf:{}", row.get("partyfacts_id"))],
        country: Some(country.id.clone()),
        lat: None,
        lon: None,
        prominence: Some(if large { PROMINENCE_LARGE } else { PROMINENCE }),
        related: vec![country.id.clone()],
        aliases: aliases.into_iter().map(alias).collect(),
        facts: facts(row, is_seconded),
        more: Some(row.get("wikipedia").to_string()).filter(|url| url.starts_with("https://")),
        label,
    }
}

fn aliases(row: &Row, label: &str, other: Option<String>, shared: bool) -> Vec<AliasTable> {
    // "Democratic Party" is the name of many; a single plain word is one of the language.
    let is_common = |name: &str| COMMON_WORDS.split_whitespace().any(|word| word == plain(name));
    let needs_context = |name: &str| {
        shared || is_common(name) || (name.split_whitespace().count() == 1 && name.chars().count() <= SHORT_WORD)
    };
    let form = |text: &str, kind: AliasKind, lang: Option<&str>| AliasTable {
        text: text.into(),
        kind,
        lang: lang.map(str::to_string),
        risk: if needs_context(text) && lang.is_none() { Risk::Context } else { Risk::None },
        ..AliasTable::default()
    };
    let mut found = Vec::new();
    if needs_context(label) {
        found.push(form(label, AliasKind::Name, None));
    }
    found.extend(other.map(|other| form(&other, AliasKind::Name, None)));
    for name in [row.get("name"), row.get("name_native")] {
        let lang = scripts::lang(name);
        if lang.is_some() || (scripts::is_news_like(name) && !name.contains(" / ")) {
            found.push(form(name, AliasKind::Native, lang));
        }
    }
    let acronym = row.get("name_short");
    let letters = acronym.chars().filter(|letter| letter.is_alphabetic()).count();
    let is_initials = letters >= SHORTEST_ACRONYM && acronym.chars().all(|sign| sign.is_alphanumeric() || sign == '-');
    if is_initials && acronym.chars().filter(|letter| letter.is_uppercase()).count() >= 2 {
        found.push(AliasTable {
            text: acronym.into(),
            kind: AliasKind::Acronym,
            risk: Risk::Context,
            ..AliasTable::default()
        });
    }
    let mut known = vec![];
    found.retain(|form| {
        let folded = engine::fold::fold(&form.text).text;
        let is_new =
            !known.contains(&folded) && (form.risk == Risk::Context || folded != engine::fold::fold(label).text);
        known.push(folded);
        is_new
    });
    found
}

/// `is_seconded` says whether a second list has the party's share of votes.
fn facts(row: &Row, is_seconded: bool) -> Vec<SeedFact> {
    let fact = |about: &str, value: String, on: &str| dated_fact(about, value, on, "import-partyfacts");
    let mut facts = Vec::new();
    for (about, column) in [("founded", "year_founded_wp"), ("dissolved", "year_dissolved_wp")] {
        let year = row.get(column);
        if is_year(year) {
            // Some began as a movement or under another name, stood again later, or only joined or left an alliance in that year.
            let attributed = Some("Party Facts".to_string());
            facts.push(SeedFact { attributed, ..fact(about, year.to_string(), year) });
        }
    }
    let (share, year) = (row.get("max_share"), row.get("max_share_year"));
    if is_seconded && share.parse::<f32>().is_ok() && is_year(year) {
        // Higher than in any election that its data know; they lack later and earlier ones of many parties, so no word of a record. Of a
        // party that stood with others it is the share of all of them.
        let attributed = Some("Party Facts".to_string());
        facts.push(SeedFact {
            attributed,
            ..fact("share of votes", format!("{share} %, alone or in an alliance"), year)
        });
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(english: &str, name: &str, short: &str, native: &str, shared: bool) -> (String, Vec<String>) {
        let text = format!("name_english\tname\tname_short\tname_native\n{english}\t{name}\t{short}\t{native}\n");
        let row = &tab_rows("t", &text).unwrap()[0];
        let (label, other) = super::english(row);
        let mark = |form: AliasTable| if form.risk == Risk::Context { format!("!{}", form.text) } else { form.text };
        let aliases = aliases(row, &label, other, shared).into_iter().map(mark).collect();
        (label, aliases)
    }

    #[test]
    fn names_that_many_bear_need_context() {
        let text = |parts: &[&str]| parts.iter().map(|part| part.to_string()).collect::<Vec<_>>();
        for (input, label, aliases) in [
            (
                forms("Alternative for Utopia", "Alternative für Utopia", "AfU", "", false),
                "Alternative for Utopia",
                text(&["Alternative für Utopia", "!AfU"]),
            ),
            (forms("Democratic Party", "", "DP", "", true), "Democratic Party", text(&["!Democratic Party"])),
            (
                forms("Green Union / Blue Union", "", "", "حزب الأخضر", false),
                "Green Union",
                text(&["Blue Union", "حزب الأخضر"]),
            ),
            (forms("Solidarity", "", "", "", false), "Solidarity", text(&["!Solidarity"])),
            (forms("Freedom (Provisional)", "", "", "", false), "Freedom", text(&["!Freedom"])),
            (forms("Utopian [Renewal] Party", "", "", "", false), "Utopian Party", text(&[])),
            (forms("Old Party // New Party // Third Party", "", "", "", false), "Old Party", text(&[])),
            (forms("Old Party/New Party", "", "", "", false), "Old Party", text(&["New Party"])),
            (forms("Union of Parties)", "", "", "", false), "Union of Parties", text(&[])),
            (forms("Growth/For!", "", "", "", false), "Growth/For!", text(&[])),
        ] {
            assert_eq!(input, (label.to_string(), aliases));
        }
    }

    #[test]
    fn a_wing_keeps_its_brackets_and_a_namesake_does_not() {
        let known = crate::commands::import::countries::known_for_tests();
        let india = known.iter().find(|known| known.country.code == "IN").unwrap();
        for (name, article, expected) in [
            ("Communist Party of India (Marxist)", "Communist_Party_of_India_%28Marxist%29", Some("Marxist")),
            ("Congress (R)", "Congress_(R)", Some("R")),
            ("Unity (Nahr)", "Unity_(India)", None),
            ("Unity (1993)", "Unity_(1993)", None),
            ("Unity (Provisional)", "Unity", None),
            ("Unity", "Unity_(party)", None),
        ] {
            let text = format!("name_english\twikipedia\n{name}\thttps://en.wikipedia.org/wiki/{article}\n");
            let rows = tab_rows("t", &text).unwrap();
            assert_eq!(super::wing(&rows[0], india).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn a_share_that_one_list_alone_has_is_not_told() {
        let row = &tab_rows("t", "max_share\tmax_share_year\n10.5\t2008\n").unwrap()[0];
        let told = |is_seconded| super::facts(row, is_seconded).into_iter().map(|fact| fact.about).collect::<Vec<_>>();
        assert_eq!((told(false), told(true)), (vec![], vec!["share of votes".to_string()]));
    }
}
