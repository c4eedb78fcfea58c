//! Reads seeds of every source and merges what they say of the same entity, later sources over earlier ones.

use super::{SeedError, SeedSource};
use crate::seeds::{SeedAddition, SeedAlias, SeedCitation, SeedEntity, SeedFact, SeedFile};
use std::collections::{BTreeMap, BTreeSet};

/// No line of seeds is longer; one that is comes from a broken file.
const MAX_LINE: usize = 1 << 20;

/// All sources as one.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    /// References by key.
    pub citations: BTreeMap<String, SeedCitation>,
    /// Entities by id.
    pub entities: BTreeMap<String, SeedEntity>,
    /// Where each entity was last written, for messages: file and line.
    pub places: BTreeMap<String, (String, usize)>,
    /// Where each citation was first written: file and line.
    pub citation_places: BTreeMap<String, (String, usize)>,
    /// Which table says that of an entity: by its id, the fact's heading and its value in small letters.
    said_in: BTreeMap<(String, String, String), String>,
    /// Identifiers of the entities that additions speak of.
    pub added_to: BTreeSet<String>,
    /// Additions to entities that aren't there: a defect, unless only a part of the seeds was read.
    pub to_nothing: Vec<SeedError>,
    /// What is added once every entity is known, with its file and line.
    additions: Vec<(String, usize, SeedAddition)>,
}

/// Reads and merges `sources`; reports every file that can't be read.
pub fn read(sources: &[SeedSource]) -> Result<Merged, Vec<SeedError>> {
    let mut merged = Merged::default();
    let mut errors = Vec::new();
    for source in sources {
        let mut own = BTreeMap::new();
        match parse(source) {
            Ok(files) => {
                for (line, file) in files {
                    merge_file(&mut merged, &mut own, source, line, file, &mut errors);
                }
            }
            Err(found) => errors.extend(found),
        }
    }
    add_facts(&mut merged);
    join_same(&mut merged);
    if errors.is_empty() { Ok(merged) } else { Err(errors) }
}

/// The parts of one source, each with the line it starts on.
fn parse(source: &SeedSource) -> Result<Vec<(usize, SeedFile)>, Vec<SeedError>> {
    let error = |line: usize, message: String| SeedError { file: source.name.clone(), line, message };
    if let Some((index, _)) = source.text.lines().enumerate().find(|(_, line)| line.len() > MAX_LINE) {
        return Err(vec![error(
            index + 1,
            "this line is longer than a megabyte: the file is broken, restore it".into(),
        )]);
    }
    if let Some(at) = source.text.find('\r') {
        return Err(vec![error(
            line_at(&source.text, at),
            "the line ends in a carriage return; save the file with plain line feeds".into(),
        )]);
    }
    if source.name.ends_with(".toml") {
        return toml::from_str(&source.text).map(|file| vec![(1, file)]).map_err(|problem| {
            let line = problem.span().map_or(1, |span| line_at(&source.text, span.start));
            vec![error(line, format!("{}; see seeds/README.md for the format", problem.message()))]
        });
    }
    let mut parts = Vec::new();
    let mut errors = Vec::new();
    for (index, line) in source.text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let is_header = line.starts_with("{\"citation\"");
        if is_header && !parts.is_empty() {
            errors.push(error(
                index + 1,
                "citations stand on the first line alone; join the two or run the importer again".into(),
            ));
            continue;
        }
        let part = if is_header {
            serde_json::from_str::<SeedFile>(line)
        } else {
            serde_json::from_str(line).map(|entity| SeedFile { entity: vec![entity], ..SeedFile::default() })
        };
        match part {
            Ok(part) => parts.push((index + 1, part)),
            Err(problem) => errors.push(error(index + 1, format!("{problem}; run the importer again"))),
        }
    }
    if errors.is_empty() { Ok(parts) } else { Err(errors) }
}

fn line_at(text: &str, byte: usize) -> usize {
    text.as_bytes()[..byte.min(text.len())].iter().filter(|&&byte| byte == b'\n').count() + 1
}

fn merge_file(
    merged: &mut Merged,
    own: &mut BTreeMap<String, usize>,
    source: &SeedSource,
    first_line: usize,
    file: SeedFile,
    errors: &mut Vec<SeedError>,
) {
    let is_table = source.name.ends_with(".toml");
    let error = |line, message| SeedError { file: source.name.clone(), line, message };
    let mut doubled = |id: &str, line| {
        let earlier = own.insert(id.to_string(), line)?;
        Some(error(line, format!("“{id}” stands already on line {earlier}; join the two")))
    };
    for (key, citation) in file.citation {
        let line = if is_table { line_of(&source.text, &format!("[citation.{key}]")) } else { first_line };
        match merged.citations.get(&key) {
            Some(known) if *known != citation => errors.push(error(
                line,
                format!("citation “{key}” is written differently elsewhere; give this one another key"),
            )),
            _ => {
                merged.citation_places.entry(key.clone()).or_insert_with(|| (source.name.clone(), line));
                merged.citations.insert(key, citation);
            }
        }
    }
    let mut lines = LinesOfIds { text: &source.text, from: 0 };
    for entity in file.entity {
        let line = if is_table { lines.of(&entity.id) } else { first_line };
        if let Some(defect) = doubled(&entity.id, line) {
            errors.push(defect);
            continue;
        }
        if let Some((file, earlier)) =
            merged.places.get(&entity.id).filter(|(file, _)| both_imported(file, &source.name))
        {
            errors.push(error(
                line,
                format!("“{}” stands already in {file} on line {earlier}; run the later importer again", entity.id),
            ));
            continue;
        }
        if is_table {
            errors
                .extend(said_elsewhere(merged, source, &entity.id, &entity.facts).map(|message| error(line, message)));
        }
        merged.places.insert(entity.id.clone(), (source.name.clone(), line));
        match merged.entities.remove(&entity.id) {
            Some(earlier) => drop(merged.entities.insert(entity.id.clone(), merge(earlier, entity))),
            None => drop(merged.entities.insert(entity.id.clone(), entity)),
        }
    }
    let mut lines = LinesOfIds { text: &source.text, from: 0 };
    for addition in file.addition {
        let line = lines.of(&addition.id);
        if let Some(defect) = doubled(&addition.id, line) {
            errors.push(defect);
            continue;
        }
        errors
            .extend(said_elsewhere(merged, source, &addition.id, &addition.facts).map(|message| error(line, message)));
        merged.additions.push((source.name.clone(), line, addition));
    }
}

/// Finds the lines of identifiers in a table; they stand in the order of the file, so each is sought after the one before.
struct LinesOfIds<'t> {
    text: &'t str,
    from: usize,
}

impl LinesOfIds<'_> {
    fn of(&mut self, id: &str) -> usize {
        let needle = format!("id = \"{id}\"");
        let at = self.text[self.from..].find(&needle).map_or(self.from, |found| self.from + found);
        self.from = (at + 1).min(self.text.len());
        while !self.text.is_char_boundary(self.from) {
            self.from += 1;
        }
        line_at(self.text, at)
    }
}

/// Adds to every entity what files say of it that don't describe it.
fn add_facts(merged: &mut Merged) {
    for (file, line, addition) in std::mem::take(&mut merged.additions) {
        merged.added_to.insert(addition.id.clone());
        if let Some(entity) = merged.entities.get_mut(&addition.id) {
            entity.facts = merge_facts(std::mem::take(&mut entity.facts), addition.facts);
            entity.aliases = merge_aliases(addition.aliases, std::mem::take(&mut entity.aliases));
            merged.places.insert(addition.id, (file, line));
        } else {
            let message = format!("no entity has the id “{}”; correct it, or describe it as [[entity]]", addition.id);
            merged.to_nothing.push(SeedError { file, line, message });
        }
    }
}

/// Why `facts` of the entity `id` may not stand in this table, if another table says one too: the later table's terms would take the place of
/// all of the earlier one's, and nobody would see it.
fn said_elsewhere(merged: &mut Merged, source: &SeedSource, id: &str, facts: &[SeedFact]) -> Option<String> {
    let mut found = None;
    for fact in facts {
        let key = (id.to_string(), fact.about.clone(), fact.value.to_lowercase());
        let other = merged.said_in.insert(key, source.name.clone()).filter(|other| *other != source.name);
        found = found.or(other.map(|other| {
            format!("“{}: {}” of “{id}” stands in {other} too; keep it in one of the two", fact.about, fact.value)
        }));
    }
    found
}

/// Whether both files were written by importers, of which the later heeds the earlier; people may add to any entity.
fn both_imported(one: &str, other: &str) -> bool {
    one != other && [one, other].iter().all(|name| name.ends_with(".jsonl"))
}

fn line_of(text: &str, needle: &str) -> usize {
    text.find(needle).map_or(1, |at| line_at(text, at))
}

/// Joins entities that another one names in its `same_as`: two data sets, or a person and a data set, wrote about one
/// thing. The entity that names the other keeps its identifier, and what pointed at the other points at it.
fn join_same(merged: &mut Merged) {
    let claims: Vec<(String, String)> = merged
        .entities
        .values()
        .flat_map(|entity| entity.same_as.iter().map(|other| (entity.id.clone(), other.clone())))
        .collect();
    let mut kept: BTreeMap<String, String> = BTreeMap::new();
    for (keeper, other) in claims {
        let keeper = kept.get(&keeper).cloned().unwrap_or(keeper);
        if keeper == other || !merged.entities.contains_key(&keeper) {
            continue;
        }
        if let Some(absorbed) = merged.entities.remove(&other) {
            let main = merged.entities.remove(&keeper).expect("looked up just before");
            merged.entities.insert(keeper.clone(), merge(absorbed, main));
            merged.places.remove(&other);
            kept.values_mut().filter(|id| **id == other).for_each(|id| id.clone_from(&keeper));
            kept.insert(other, keeper);
        }
    }
    if kept.is_empty() {
        return;
    }
    for entity in merged.entities.values_mut() {
        let references = entity.facts.iter_mut().filter_map(|fact| fact.reference.as_mut());
        for id in entity.country.iter_mut().chain(entity.related.iter_mut()).chain(references) {
            if let Some(keeper) = kept.get(id.as_str()) {
                id.clone_from(keeper);
            }
        }
    }
}

/// Headings of facts about who holds an office: of two that begin on the same day, the later source words it better.
const OFFICES: &[&str] = &["office", "head of state", "head of government"];

/// Whether `earlier` says in other words what `later` says: the same value, one term of office, or a founding.
fn says_the_same(later: &SeedFact, earlier: &SeedFact) -> bool {
    let same_term = OFFICES.contains(&later.about.as_str())
        && later.from.is_some()
        && later.from == earlier.from
        && (later.reference == earlier.reference || later.reference.is_none() || earlier.reference.is_none());
    // A register's bare year of founding is often a forerunner's; who writes more has looked.
    let better_founding = later.about == "founded" && is_year(&earlier.value) && !is_year(&later.value);
    later.about == earlier.about && (later.value.eq_ignore_ascii_case(&earlier.value) || same_term || better_founding)
}

fn is_year(value: &str) -> bool {
    value.len() == 4 && value.bytes().all(|digit| digit.is_ascii_digit())
}

/// `later` over `earlier`: a fact that says the same is replaced.
fn merge_facts(earlier: Vec<SeedFact>, later: Vec<SeedFact>) -> Vec<SeedFact> {
    let mut facts = later;
    let added = facts.len();
    for fact in earlier {
        if !facts[..added].iter().any(|later| says_the_same(later, &fact)) {
            facts.push(fact);
        }
    }
    facts
}

/// `later` and those of `earlier` that it lacks.
fn merge_aliases(later: Vec<SeedAlias>, earlier: Vec<SeedAlias>) -> Vec<SeedAlias> {
    let mut aliases = later;
    for alias in earlier {
        let table = alias.table();
        if !aliases.iter().any(|known| known.table().text == table.text && known.table().kind == table.kind) {
            aliases.push(alias);
        }
    }
    aliases
}

/// `later` over `earlier`: single values are replaced, lists grow, and a fact that says the same is replaced.
fn merge(earlier: SeedEntity, later: SeedEntity) -> SeedEntity {
    let facts = merge_facts(earlier.facts, later.facts);
    let mut aliases = merge_aliases(later.aliases, earlier.aliases);
    // The replaced label stays a written form.
    if earlier.label != later.label && !aliases.iter().any(|alias| alias.table().text == earlier.label) {
        aliases.push(SeedAlias::Text(earlier.label));
    }
    let union = |mut one: Vec<String>, other: Vec<String>| {
        for id in other {
            if !one.contains(&id) {
                one.push(id);
            }
        }
        one
    };
    SeedEntity {
        facts,
        aliases,
        same_as: union(later.same_as, earlier.same_as),
        related: union(later.related, earlier.related),
        country: later.country.or(earlier.country),
        lat: later.lat.or(earlier.lat),
        lon: later.lon.or(earlier.lon),
        prominence: later.prominence.or(earlier.prominence),
        more: later.more.or(earlier.more),
        ..later
    }
}
