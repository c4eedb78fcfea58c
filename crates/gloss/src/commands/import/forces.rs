//! Armed forces, police and the ministries over them, as the World Factbook's profiles list them for every country.

use super::citations;
use super::countries::{self, Known};
use super::factbook;
use super::fold::plain;
use super::index_companies;
use super::output::Import;
use super::present::Present;
use super::reviewed::alias;
use super::source::Row;
use engine::kind::EntityKind;
use engine::seeds::{AliasKind, AliasTable, Risk, SeedEntity, SeedFact};
use miette::Result;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// The file that this importer writes.
const FILE: &str = "forces.jsonl";
const CITATION: &str = "import-factbook-2026";
/// State of the data.
const AS_OF: &str = "2026-01";
/// How much less often a force is named than its country.
const BELOW_COUNTRY: u8 = 25;
/// The sorts of forces by the words that end their names, with the noun of the description.
const SORTS: &[(&str, &str)] = &[
    ("armed forces", "Armed forces"),
    ("defense forces", "Armed forces"),
    ("defense force", "Armed forces"),
    ("self-defense force", "Armed forces"),
    ("ground self-defense force", "Army"),
    ("maritime self-defense force", "Navy"),
    ("air self-defense force", "Air force"),
    ("military", "Armed forces"),
    ("special operations forces", "Special forces"),
    ("special forces", "Special forces"),
    ("naval forces", "Navy"),
    ("naval force", "Navy"),
    ("navy", "Navy"),
    ("air and space force", "Air force"),
    ("aerospace forces", "Air force"),
    ("aerospace force", "Air force"),
    ("space force", "Branch of the armed forces"),
    ("air forces", "Air force"),
    ("air force", "Air force"),
    ("air defense forces", "Air defence force"),
    ("air and air defense force", "Air force"),
    ("air and air defense forces", "Air force"),
    ("territorial air defense forces", "Air defence force"),
    ("territorial defense forces", "Territorial defence force"),
    ("civil defense force", "Civil defence force"),
    ("land forces", "Army"),
    ("ground forces", "Army"),
    ("army", "Army"),
    ("marine corps", "Marine corps"),
    ("marines", "Marine corps"),
    ("coast guard", "Coast guard"),
    ("border guard", "Border guard"),
    ("border guards", "Border guard"),
    ("republican guard", "Guard force"),
    ("presidential guard", "Guard force"),
    ("national guard", "National guard"),
    ("gendarmerie", "Gendarmerie"),
    ("police force", "Police"),
    ("police forces", "Police"),
    ("police service", "Police"),
    ("police", "Police"),
];
/// Another name with fewer small letters is an abbreviation or an everyday word.
const SHORTEST_OTHER: usize = 7;
/// Words of a name that say nothing of whose it is.
const GENERAL: &str = "national republican presidential royal federal civil special operations territorial the of and for state border \
    public security military judicial criminal traffic highway municipal immigration naval coastal maritime revolutionary intervention \
    reserve central auxiliary investigation investigations command general directorate department joint rapid action civilian local \
    main internal fire prison penitentiary customs air ground land sea support logistics cyber missile strategic air defense people's \
    popular home community rural urban tourist railway port airport capital";
/// Words that leave a force the only one of its sort in the country.
const WHOLE: &[&str] = &["national", "royal", "federal", "the", "of"];
/// Ministries as the Factbook names them, and as news writes them after the country's adjective.
const MINISTRIES: &[(&str, &[&str])] = &[
    ("Ministry of Defense", &["Defense Ministry", "Defence Ministry", "Ministry of Defense", "Ministry of Defence"]),
    (
        "Ministry of National Defense",
        &["Ministry of National Defense", "Ministry of National Defence", "Defense Ministry", "Defence Ministry"],
    ),
    ("Ministry of Interior", &["Interior Ministry", "Ministry of Interior", "Ministry of the Interior"]),
    ("Ministry of the Interior", &["Interior Ministry", "Ministry of Interior", "Ministry of the Interior"]),
    ("Ministry of Internal Affairs", &["Ministry of Internal Affairs", "Interior Ministry"]),
    ("Ministry of Home Affairs", &["Ministry of Home Affairs", "Home Ministry", "Home Affairs Ministry"]),
    ("Ministry of Justice", &["Justice Ministry", "Ministry of Justice"]),
    ("Ministry of Public Security", &["Ministry of Public Security", "Public Security Ministry"]),
    ("Ministry of State Security", &["Ministry of State Security"]),
];

/// One force as the profile lists it.
#[derive(Debug, PartialEq)]
struct Listed {
    name: String,
    acronyms: Vec<String>,
    /// What the brackets give beside: "aka" forms and the name in the country's language.
    others: Vec<String>,
    /// Whether it stands before a colon: the whole of which the next are parts.
    is_whole: bool,
}

/// Makes an entity of every force.
///
/// # Errors
/// When a source can't be read.
pub fn import(folder: &Path, seeds: &Path, import: &mut Import) -> Result<()> {
    import.citations = citations::named(&[CITATION]);
    let mut present = Present::before(FILE, seeds)?;
    let forces = factbook::forces(folder)?;
    let ids = ids(&index_companies::read(folder)?);
    for known in countries::known(folder, import)? {
        let Some(text) = forces.get(&known.country.gec).filter(|_| known.is_state) else { continue };
        let mut made: Vec<SeedEntity> = Vec::new();
        for listed in listed(text) {
            match force(&listed, &known, &ids, &present) {
                Some(entity) if !made.iter().any(|other| other.id == entity.id) => made.push(entity),
                Some(_) => {}
                None => import.drop("not the name of a force", format!("{} ({})", listed.name, known.country.label)),
            }
        }
        for (name, forms) in MINISTRIES.iter().filter(|(name, _)| says(text, name)) {
            made.push(ministry(name, forms, &known));
        }
        separate(&mut made);
        for entity in made {
            match present.card(&entity) {
                Some(card) => import.drop("has a card", format!("{} ({card})", entity.label)),
                None => {
                    present.add(&entity);
                    import.add(entity);
                }
            }
        }
    }
    Ok(())
}

/// Whether the text names the ministry and nothing longer: "Ministry of Interior and Municipalities" is another.
fn says(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let after = &text[at + name.len()..];
        let longer = [" and ", " of ", ", "].iter().any(|next| {
            after.strip_prefix(next).is_some_and(|rest| *next != ", " && rest.starts_with(char::is_uppercase))
        });
        !longer && !after.starts_with(|sign: char| sign.is_alphabetic())
    })
}

/// Wikidata ids of forces in the name-suggestion index, by folded name; none where two bear it.
fn ids(rows: &[Row]) -> HashMap<String, String> {
    let mut found: HashMap<String, Option<String>> = HashMap::new();
    for row in rows {
        let description = row.get("description");
        let is_force = ["branch of", "police", "armed forces", "military forces", "gendarmerie"]
            .iter()
            .any(|words| description.contains(words));
        if is_force && !description.contains("flag") {
            let id = format!("wd:{}", row.get("wikidata"));
            found.entry(plain(row.get("label"))).and_modify(|known| *known = None).or_insert(Some(id));
        }
    }
    found.into_iter().filter_map(|(name, id)| Some((name, id?))).collect()
}

/// The forces that a profile lists: "Nahr Armed Forces (NAF; …): Army (includes …), Navy; Ministry of Interior: Police".
fn listed(text: &str) -> Vec<Listed> {
    // The source lost its line ends: a ministry begins a new list.
    let text = text.replace(" Ministry of ", "; Ministry of ").replace("the; Ministry of", "the Ministry of");
    let mut found = Vec::new();
    let (mut depth, mut from) = (0i32, 0);
    let ends: Vec<(usize, char)> = text.char_indices().chain([(text.len(), ';')]).collect();
    for (at, sign) in ends {
        match sign {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' | ';' | ':' if depth <= 0 => {
                found.extend(read(&text[from..at], sign == ':'));
                from = at + sign.len_utf8();
            }
            _ => {}
        }
        from = from.min(text.len());
    }
    found
}

fn read(part: &str, is_whole: bool) -> Option<Listed> {
    let (name, notes) = part.split_once('(').unwrap_or((part, ""));
    let name = name.trim().trim_start_matches("and ").trim_start_matches("the ").trim();
    let notes = notes.trim_end().trim_end_matches(')');
    let acronyms = notes
        .split([';', ',', ' '])
        .map(str::trim)
        .filter(|word| (2..=6).contains(&word.len()) && word.chars().all(|sign| sign.is_ascii_uppercase()))
        .map(str::to_string)
        .take(1)
        .collect();
    let others = notes
        .split([';', ','])
        .map(|note| note.trim().trim_start_matches("aka "))
        .filter(|note| note.chars().filter(|sign| sign.is_lowercase()).count() >= SHORTEST_OTHER)
        .filter(|note| note.starts_with(char::is_uppercase) && !note.contains(['(', ')', '.', ':', '’', '\'']))
        .filter(|note| !note.contains(" or ") && !note.contains("include"))
        .map(str::to_string)
        .collect();
    let is_name = name.split(' ').count() <= 7
        && name.split(' ').all(|word| {
            word.starts_with(|sign: char| sign.is_uppercase() || sign == '(')
                || matches!(word, "of" | "the" | "and" | "for" | "de")
        });
    (is_name && !name.is_empty()).then(|| Listed { name: name.into(), acronyms, others, is_whole })
}

fn force(listed: &Listed, known: &Known, ids: &HashMap<String, String>, present: &Present) -> Option<SeedEntity> {
    let folded = listed.name.to_lowercase();
    let (ending, noun) = SORTS
        .iter()
        .filter(|(ending, _)| {
            folded == *ending || folded.ends_with(&format!(" {ending}")) || folded.starts_with(&format!("{ending} of "))
        })
        .max_by_key(|(ending, _)| ending.len())?;
    let country = &known.country;
    let adjective = country.demonyms.first().map(|form| form.text.as_str())?;
    let own: Vec<&str> =
        folded.split(' ').filter(|word| !GENERAL.split_whitespace().any(|general| general == *word)).collect();
    let bare: Vec<&str> = ending.split(' ').collect();
    let is_general = own.iter().all(|word| bare.contains(word));
    let is_british = country.code == "GB" && folded.starts_with("royal ");
    let label = match () {
        () if !is_general || is_british => listed.name.clone(),
        () if country.code == "US" => format!("US {}", listed.name),
        () => format!("{adjective} {}", listed.name),
    };
    // "Drug Control Police" may be anybody's.
    if !is_british && !names_country(&label, known) && !label.starts_with("KPA ") {
        return None;
    }
    let id = ids.get(&plain(&label.replace("US ", "United States "))).cloned();
    let mut aliases = Vec::new();
    let mut add = |text: String, kind: AliasKind, risk: Risk| {
        aliases.push(AliasTable { text, kind, risk, ..AliasTable::default() });
    };
    if let Some(rest) = label.strip_prefix("US ") {
        add(format!("United States {rest}"), AliasKind::Name, Risk::None);
        add(format!("U.S. {rest}"), AliasKind::Name, Risk::None);
    }
    if label.contains("Defense") {
        add(label.replace("Defense", "Defence"), AliasKind::Name, Risk::None);
    }
    if listed.is_whole && *noun == "Armed forces" {
        for word in ["armed forces", "military"] {
            add(format!("{adjective} {word}"), AliasKind::Name, Risk::None);
        }
    } else if folded.split(' ').all(|word| bare.contains(&word) || WHOLE.contains(&word) || names_country(word, known))
    {
        // "Utopian navy", whatever its full name; but Utopia's Armed Police or Reserve Police is not its police.
        add(format!("{adjective} {ending}"), AliasKind::Name, Risk::None);
    }
    for other in listed.others.iter().filter(|other| !present.is_taken(other)) {
        let of_country = names_country(other, known);
        // "Guardia Nacional" is that of many: pages of the country speak for it.
        match () {
            () if of_country => add(other.clone(), AliasKind::Name, Risk::None),
            () if !is_english(other) => add(other.clone(), AliasKind::Native, Risk::Context),
            () => {}
        }
    }
    for acronym in listed.acronyms.iter().filter(|acronym| acronym.len() > 2 && !present.is_taken(acronym)) {
        add(acronym.clone(), AliasKind::Acronym, Risk::Context);
    }
    Some(body(id, label, format!("{noun} of {}.", country.in_sentence()), aliases, known))
}

/// Whether the name ends as the English ones do: a note on what the force holds, not its name in another language.
fn is_english(name: &str) -> bool {
    let name = name.to_lowercase();
    name.starts_with("ministry")
        || SORTS.iter().any(|(ending, _)| name.ends_with(ending))
        || name.ends_with("forces")
        || name.ends_with("guards")
        || name.ends_with("reserves")
        || name.ends_with("guard")
}

/// Whether the name holds a word of the country's names or adjectives, by their first letters.
fn names_country(name: &str, known: &Known) -> bool {
    /// So many letters tell "Nigeria" from "Niger" no more, but either from anything else.
    const STEM: usize = 4;
    let country = &known.country;
    let forms =
        country.forms.iter().chain(&country.demonyms).map(|form| form.text.as_str()).chain([country.label.as_str()]);
    let stem = |word: &str| word.chars().take(STEM).collect::<String>();
    let own: HashSet<String> = forms
        .flat_map(|form| plain(form).split(' ').map(stem).collect::<Vec<_>>())
        .filter(|word| word.chars().count() == STEM || country.code == "US" && word == "us")
        .collect();
    plain(name).split(' ').any(|word| own.contains(&stem(word)))
}

fn ministry(name: &str, forms: &[&str], known: &Known) -> SeedEntity {
    let country = &known.country;
    let place = country.in_sentence();
    let adjective = country.demonyms.first().map_or(country.label.as_str(), |form| form.text.as_str());
    let mut aliases = vec![AliasTable { text: format!("{name} of {place}"), ..AliasTable::default() }];
    aliases.extend(
        possessive(&country.label).map(|owner| AliasTable { text: format!("{owner} {name}"), ..AliasTable::default() }),
    );
    aliases
        .extend(forms.iter().map(|form| AliasTable { text: format!("{adjective} {form}"), ..AliasTable::default() }));
    let label = format!("{adjective} {name}");
    body(None, label, format!("Ministry of the government of {place}."), aliases, known)
}

/// "India’s", where the ear allows it.
pub fn possessive(country: &str) -> Option<String> {
    (!country.ends_with('s')).then(|| format!("{country}’s"))
}

fn body(id: Option<String>, label: String, description: String, forms: Vec<AliasTable>, known: &Known) -> SeedEntity {
    let prominence = countries::prominence(1e7) - BELOW_COUNTRY;
    SeedEntity {
        id: id.unwrap_or_else(|| {
            format!("x:force-{}-{}", known.country.code.to_lowercase(), plain(&label).replace(' ', "-"))
        }),
        kind: EntityKind::Organisation,
        description,
        same_as: vec![],
        country: Some(known.id.clone()),
        lat: None,
        lon: None,
        prominence: Some(prominence),
        related: vec![known.id.clone()],
        aliases: super::companies::without_repeats(&label, forms).into_iter().map(alias).collect(),
        facts: vec![SeedFact {
            about: "listed as".into(),
            value: format!(
                "one of the military and security forces of {} or a ministry over them",
                known.country.in_sentence()
            ),
            reference: Some(known.country.government_id()),
            on: Some(AS_OF.into()),
            cite: vec![CITATION.into()],
            ..SeedFact::default()
        }],
        more: None,
        label,
    }
}

/// Takes a form that two bodies of one country would bear from all but the one called so.
fn separate(made: &mut [SeedEntity]) {
    let mut owners: HashMap<String, usize> = HashMap::new();
    for entity in made.iter() {
        let own: HashSet<String> =
            entity.aliases.iter().map(|alias| plain(&alias.table().text)).chain([plain(&entity.label)]).collect();
        own.into_iter().for_each(|form| *owners.entry(form).or_default() += 1);
    }
    for entity in made {
        let label = plain(&entity.label);
        entity.aliases.retain(|alias| {
            let form = plain(&alias.table().text);
            form == label || owners.get(&form).is_none_or(|&count| count <= 1)
        });
    }
}

#[cfg(test)]
#[path = "forces_tests.rs"]
mod tests;
