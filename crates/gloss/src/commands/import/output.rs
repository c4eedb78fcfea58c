//! Collects what an importer makes, writes it as seeds in a fixed order, and reports what was left out and why.

use crate::whole_file;
use engine::seeds::{SeedCitation, SeedEntity};
use miette::{IntoDiagnostic, Result, WrapErr, miette};
use std::collections::BTreeMap;
use std::path::Path;

/// How many examples of a reason the report names.
const EXAMPLES: usize = 8;

/// What one run of an importer makes.
#[derive(Debug, Default)]
pub struct Import {
    /// References by key.
    pub citations: BTreeMap<String, SeedCitation>,
    /// Entities by id.
    pub entities: BTreeMap<String, SeedEntity>,
    /// What was left out, by reason.
    pub dropped: BTreeMap<String, Vec<String>>,
}

impl Import {
    /// Adds an entity; a second one with the same id is left out and reported.
    pub fn add(&mut self, entity: SeedEntity) {
        if self.entities.contains_key(&entity.id) {
            self.drop("an entity with this id is there already", format!("{} {}", entity.id, entity.label));
        } else {
            self.entities.insert(entity.id.clone(), entity);
        }
    }

    /// Notes that `what` was left out.
    pub fn drop(&mut self, reason: &str, what: impl Into<String>) {
        self.dropped.entry(reason.to_string()).or_default().push(what.into());
    }

    /// The seeds as text: citations on the first line, then one entity a line in order of id.
    ///
    /// # Errors
    /// When an entity cites what is not in `citations`.
    pub fn text(&self) -> Result<String> {
        for (entity, fact) in
            self.entities.values().flat_map(|entity| entity.facts.iter().map(move |fact| (entity, fact)))
        {
            if let Some(key) = fact.cite.iter().find(|key| !self.citations.contains_key(*key)) {
                return Err(miette!("{} cites “{key}”, which the importer does not define", entity.id));
            }
        }
        let citations = serde_json::to_string(&serde_json::json!({ "citation": self.citations })).into_diagnostic()?;
        let mut text = citations + "\n";
        for entity in self.entities.values() {
            text += &serde_json::to_string(entity).into_diagnostic()?;
            text.push('\n');
        }
        Ok(text)
    }

    /// Writes the seeds to `path` by way of a temporary file beside it, and prints the report to standard error.
    ///
    /// # Errors
    /// When the file can't be written; nothing half-written is left under its name.
    pub fn write(&self, path: &Path) -> Result<()> {
        let text = self.text()?;
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder)
                .into_diagnostic()
                .wrap_err_with(|| format!("can't make {}", folder.display()))?;
        }
        whole_file::replace(path, text.as_bytes())?;
        eprintln!("{}: {} entities, {} bytes", path.display(), self.entities.len(), text.len());
        for (reason, what) in &self.dropped {
            let more = if what.len() > EXAMPLES { ", …" } else { "" };
            eprintln!("  left out, {reason}: {} ({}{more})", what.len(), what[..what.len().min(EXAMPLES)].join("; "));
        }
        Ok(())
    }
}
