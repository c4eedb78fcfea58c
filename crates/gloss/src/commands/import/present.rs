//! What the seeds already hold, so that an importer of organisations makes no second card of one thing and knows the
//! names that others bear.

use super::fold::plain;
use engine::compile::{SeedSource, read};
use engine::kind::EntityKind;
use engine::seeds::{AliasKind, Risk, SeedEntity};
use miette::{Context, IntoDiagnostic, Result, miette};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// Imported files in the order in which they come first: an importer heeds those before its own, so that running all
/// of them again gives the same bytes.
const ORDER: &[&str] = &[
    "countries.jsonl",
    "governments.jsonl",
    "leaders.jsonl",
    "cities.jsonl",
    "regions.jsonl",
    "world-regions.jsonl",
    "armed-groups.jsonl",
    "parties.jsonl",
    "outlets.jsonl",
    "forces.jsonl",
    "companies.jsonl",
    "institutions.jsonl",
];
/// Kinds that an organisation may already stand under.
const GROUPS: &[EntityKind] = &[
    EntityKind::Organisation,
    EntityKind::Company,
    EntityKind::Outlet,
    EntityKind::Party,
    EntityKind::ArmedGroup,
    EntityKind::Government,
];

/// Identifiers and names that are taken.
#[derive(Debug, Default)]
pub struct Present {
    ids: HashSet<String>,
    /// Full name of a group, folded → its id.
    groups: HashMap<String, String>,
    /// Initials of a group, letter by letter → its id.
    initials: HashMap<String, String>,
    /// Every written form of anything, folded.
    forms: HashSet<String>,
}

impl Present {
    /// What the curated seeds below `seeds` hold, and the imported ones that come before the file `own`. Nothing when
    /// `seeds` is no folder.
    ///
    /// # Errors
    /// When a file of seeds can't be read.
    pub fn before(own: &str, seeds: &Path) -> Result<Self> {
        let before = ORDER.iter().take_while(|file| **file != own).map(|file| seeds.join("imported").join(file));
        let mut paths: Vec<PathBuf> = before.filter(|path| path.exists()).collect();
        if let Ok(folder) = std::fs::read_dir(seeds.join("curated")) {
            let mut curated: Vec<PathBuf> = folder.filter_map(|entry| Some(entry.ok()?.path())).collect();
            curated.sort();
            paths.extend(curated);
        }
        let mut sources = Vec::new();
        for path in paths {
            let named = || format!("reading {}", path.display());
            let text = std::fs::read_to_string(&path).into_diagnostic().wrap_err_with(named)?;
            sources.push(SeedSource { name: path.display().to_string(), text });
        }
        let merged = read(&sources)
            .map_err(|errors| miette!("{}", errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))?;
        let mut present = Self::default();
        merged.entities.values().for_each(|entity| present.add(entity));
        Ok(present)
    }

    /// Takes the identifiers and names of `entity`.
    pub fn add(&mut self, entity: &SeedEntity) {
        self.ids.extend(entity.same_as.iter().cloned().chain([entity.id.clone()]));
        let tables = entity.aliases.iter().map(|alias| alias.table());
        let is_group = GROUPS.contains(&entity.kind);
        for (text, kind) in
            tables.map(|table| (table.text, table.kind)).chain([(entity.label.clone(), AliasKind::Name)])
        {
            let folded = plain(&text);
            if is_group && kind == AliasKind::Acronym {
                self.initials.entry(text.clone()).or_insert_with(|| entity.id.clone());
            } else if is_group && matches!(kind, AliasKind::Name | AliasKind::Translit) {
                self.groups.entry(without_the(&folded)).or_insert_with(|| entity.id.clone());
            }
            self.forms.insert(folded);
        }
    }

    /// The card that a group with this id and these full names has already.
    fn card_of<'a>(&self, id: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
        if self.ids.contains(id) {
            return Some(id.to_string());
        }
        let known =
            |name: &str| self.groups.get(&without_the(&plain(name))).or_else(|| self.initials.get(name)).cloned();
        names.into_iter().find_map(known)
    }

    /// The card that `entity` has already, by its id or a full name of its own.
    pub fn card(&self, entity: &SeedEntity) -> Option<String> {
        let forms = entity.aliases.iter().map(|alias| alias.table());
        let full =
            forms.filter(|form| form.risk == Risk::None && matches!(form.kind, AliasKind::Name | AliasKind::Translit));
        let full: Vec<String> = full.map(|form| form.text).chain([entity.label.clone()]).collect();
        self.card_of(&entity.id, full.iter().map(String::as_str))
    }

    /// Whether anything bears the name.
    pub fn is_taken(&self, name: &str) -> bool {
        self.forms.contains(&plain(name))
    }
}

fn without_the(folded: &str) -> String {
    folded.strip_prefix("the ").unwrap_or(folded).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_known_by_any_id_or_full_name() {
        let text = r#"
            [[entity]]
            id = "x:northern-guard"
            kind = "organisation"
            label = "Northern Guard"
            description = "A body."
            same_as = ["wd:Q7"]
            aliases = [{ text = "Guard", kind = "short" }, { text = "NG", kind = "acronym" }]
            [[entity]]
            id = "gn:1"
            kind = "city"
            label = "Nahr"
            description = "A town."
        "#;
        let merged = read(&[SeedSource { name: "a.toml".into(), text: text.into() }]).unwrap();
        let mut present = Present::default();
        merged.entities.values().for_each(|entity| present.add(entity));
        for (id, name, known) in [
            ("wd:Q7", "Other", true),
            ("wd:Q8", "The Northern Guard", true),
            ("wd:Q8", "NG", true),
            ("wd:Q8", "Ng", false),
            ("wd:Q8", "Guard", false),
            ("wd:Q8", "Nahr", false),
        ] {
            assert_eq!(present.card_of(id, [name]).is_some(), known, "{id} {name}");
        }
        assert!(present.is_taken("Guard") && present.is_taken("nahr") && !present.is_taken("Elsewhere"));
    }
}
