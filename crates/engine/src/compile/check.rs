//! Checks merged seeds against their rules; every message says where and how to mend it.

use super::SeedError;
use super::common_words::COMMON_WORDS;
use super::holders::overlaps;
use super::read::Merged;
use crate::date::PartialDate;
use crate::pack::plain::{is_unfit, plain};
use crate::seeds::{AliasKind, Risk, SeedEntity, SeedFact};
use std::collections::HashSet;

/// Longest description, in characters: what a reader takes in at a glance.
const MAX_DESCRIPTION: usize = 160;

/// Words that judge. They may stand only in facts that say whose words they are.
pub const LOADED_WORDS: &[&str] = &[
    "regime",
    "terrorist",
    "terrorists",
    "terrorism",
    "so-called",
    "liberated",
    "liberation",
    "puppet",
    "thug",
    "thugs",
    "evil",
    "notorious",
    "infamous",
    "heroic",
    "martyr",
    "martyred",
    "radical",
    "radicals",
    "fanatic",
    "mouthpiece",
    "propaganda",
    "illegitimate",
    "brutal",
    "bloodthirsty",
    "extremist",
    "extremists",
    "warlord",
    "strongman",
];

/// Prefixes an identifier may have.
const PREFIXES: &[&str] = &["wd:Q", "gn:", "un:", "ucdp:", "pf:", "iso:", "site:", "x:"];

/// Licences under which something may be carried over or cited.
const LICENCES: &[&str] =
    &["reference", "public-domain", "CC0-1.0", "CC-BY-4.0", "ODC-PDDL-1.0", "MIT", "BSD-3-Clause", "ISC"];

/// Every defect, in order of entity.
pub fn check(merged: &Merged) -> Vec<SeedError> {
    let mut errors = merged.to_nothing.clone();
    for (key, citation) in &merged.citations {
        let (file, line) = merged.citation_places.get(key).cloned().unwrap_or_default();
        let mut report = |message: String| {
            errors.push(SeedError { file: file.clone(), line, message: format!("citation “{key}”: {message}") });
        };
        if !LICENCES.contains(&citation.licence.as_str()) {
            report(format!("licence “{}” is not known; use one of {}", citation.licence, LICENCES.join(", ")));
        }
        if citation.url.as_deref().is_some_and(|url| !is_web_address(url)) {
            report("the address must start with https:// or http://".into());
        }
        [&citation.title, &citation.publisher].into_iter().filter_map(|text| unfit(text)).for_each(&mut report);
        if citation.title.trim().is_empty() || citation.publisher.trim().is_empty() {
            report("title and publisher must not be empty".into());
        }
    }
    for entity in merged.entities.values() {
        let (file, line) = merged.places.get(&entity.id).cloned().unwrap_or_default();
        for message in defects(merged, entity) {
            errors.push(SeedError { file: file.clone(), line, message: format!("{}: {message}", entity.id) });
        }
    }
    errors
}

/// Every citation that no fact cites: the pack would carry it for nobody.
pub fn uncited(merged: &Merged) -> Vec<SeedError> {
    let facts = merged.entities.values().flat_map(|entity| &entity.facts);
    let cited: HashSet<&String> = facts.flat_map(|fact| &fact.cite).collect();
    let unused = merged.citation_places.iter().filter(|(key, _)| !cited.contains(key));
    unused
        .map(|(key, (file, line))| SeedError {
            file: file.clone(),
            line: *line,
            message: format!(
                "citation “{key}”: no fact cites it; take it out, or add “{key}” to the `cite` it is meant for"
            ),
        })
        .collect()
}

/// What is wrong with a text that holds characters which change how others are shown, if it does.
fn unfit(text: &str) -> Option<String> {
    let letter = text.chars().find(|letter| is_unfit(*letter))?;
    Some(format!(
        "“{}” holds the character U+{:04X}, which changes how text is shown; take it out",
        plain(text.into()),
        u32::from(letter)
    ))
}

fn is_web_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

fn defects(merged: &Merged, entity: &SeedEntity) -> Vec<String> {
    let mut found = Vec::new();
    let known = |id: &str| merged.entities.contains_key(id);
    if !PREFIXES.iter().any(|prefix| entity.id.starts_with(prefix)) || entity.id.contains(char::is_whitespace) {
        found.push(format!("an identifier starts with one of {} and holds no space", PREFIXES.join(", ")));
    }
    if entity.label.trim().is_empty() {
        found.push("the label is empty".into());
    }
    let forms = entity.aliases.iter().map(|alias| alias.table().text);
    let of_facts = entity.facts.iter().flat_map(|fact| [&fact.about, &fact.value].into_iter().chain(&fact.attributed));
    let texts = [&entity.label, &entity.description].into_iter().chain(of_facts).cloned().chain(forms);
    found.extend(texts.filter_map(|text| unfit(&text)));
    let length = entity.description.chars().count();
    if length == 0 || length > MAX_DESCRIPTION {
        found.push(format!("the description has {length} characters; give it 1 to {MAX_DESCRIPTION}"));
    }
    if let Some(word) = loaded_word(&entity.description) {
        found.push(format!(
            "the description says “{word}”, which judges; name what is known, or attribute it in a fact"
        ));
    }
    let references = entity.country.iter().chain(&entity.related);
    for id in references.filter(|id| !known(id)) {
        found.push(format!("“{id}” is not in the seeds; correct it or add that entity"));
    }
    if entity.lat.is_some_and(|lat| !(-90.0..=90.0).contains(&lat))
        || entity.lon.is_some_and(|lon| !(-180.0..=180.0).contains(&lon))
    {
        found.push("lat must lie within ±90 and lon within ±180".into());
    }
    if entity.more.as_deref().is_some_and(|url| !is_web_address(url)) {
        found.push("`more` must start with https:// or http://".into());
    }
    found.extend(
        common_words(entity)
            .map(|form| format!("the form “{form}” is a common word; list it in `aliases` with risk = \"context\"")),
    );
    found.extend(overlaps(entity));
    for fact in &entity.facts {
        for message in fact_defects(merged, fact) {
            found.push(format!("fact “{}: {}”: {message}", fact.about, fact.value));
        }
    }
    found
}

/// Written forms of `entity` that are common words and would be taken for it anywhere.
fn common_words(entity: &SeedEntity) -> impl Iterator<Item = String> {
    let forms = entity.aliases.iter().map(|alias| alias.table());
    let listed = forms.clone().any(|form| form.text == entity.label && form.kind != AliasKind::Former);
    let label = (!listed).then(|| entity.label.clone());
    let sure = forms.filter(|form| {
        form.risk == Risk::None && form.lang.is_none() && !matches!(form.kind, AliasKind::Acronym | AliasKind::Demonym)
    });
    let is_common = |text: &String| {
        let word = text.to_lowercase();
        COMMON_WORDS.split_whitespace().any(|common| common == word)
    };
    sure.map(|form| form.text).chain(label).filter(is_common)
}

fn fact_defects(merged: &Merged, fact: &SeedFact) -> Vec<String> {
    let mut found = Vec::new();
    if fact.cite.is_empty() {
        found.push("has no citation; add `cite`".into());
    }
    for key in fact.cite.iter().filter(|key| !merged.citations.contains_key(*key)) {
        found.push(format!("citation “{key}” is not defined; add [citation.{key}]"));
    }
    if fact.about.trim().is_empty() || fact.value.trim().is_empty() {
        found.push("`about` and `value` must not be empty".into());
    }
    if fact.attributed.is_none()
        && let Some(word) = loaded_word(&fact.value)
    {
        found.push(format!("“{word}” judges; say with `attributed` whose word it is"));
    }
    if fact.on.is_some() && (fact.from.is_some() || fact.to.is_some()) {
        found.push("`on` is for events and excludes `from` and `to`".into());
    }
    if fact.about == "event" && fact.on.is_none() {
        found.push("an event needs its day: `on`".into());
    }
    if let Some(id) = fact.reference.as_ref().filter(|id| !merged.entities.contains_key(*id)) {
        found.push(format!("“{id}” is not in the seeds; correct `ref` or leave it out"));
    }
    let mut parse = |name: &str, date: &Option<String>| {
        let text = date.as_ref().filter(|text| *text != "ongoing" || name != "to")?;
        match PartialDate::parse(text) {
            Ok(date) => Some(date),
            Err(_) => {
                found.push(format!("`{name}` “{text}” is no date; write YYYY, YYYY-MM or YYYY-MM-DD"));
                None
            }
        }
    };
    let (_, from, to) = (parse("on", &fact.on), parse("from", &fact.from), parse("to", &fact.to));
    if let (Some(from), Some(to)) = (from, to)
        && to.latest() < from.earliest()
    {
        found.push("ends before it begins; correct `from` or `to`".into());
    }
    found
}

/// The first loaded word in `text`, if there is one. A capital inside the sentence marks a name, which stands as it is:
/// "Tigray People's Liberation Front".
fn loaded_word(text: &str) -> Option<&'static str> {
    let mut words =
        text.split(|letter: char| !letter.is_alphanumeric() && letter != '-').filter(|word| !word.is_empty());
    let first = words.next().map(str::to_lowercase);
    LOADED_WORDS
        .iter()
        .find(|loaded| first.as_deref() == Some(**loaded) || words.clone().any(|word| word == **loaded))
        .copied()
}

#[cfg(test)]
mod tests {
    use super::loaded_word;

    #[test]
    fn a_judging_word_is_found_but_not_in_a_name() {
        assert_eq!(loaded_word("Regime forces left the town."), Some("regime"));
        assert_eq!(loaded_word("The town was liberated."), Some("liberated"));
        assert_eq!(loaded_word("War with the Tigray People's Liberation Front began."), None);
        assert_eq!(loaded_word("The group left."), None);
    }
}
