//! Any table of commas or tabs as seeds, by a mapping that says which column gives which field.
//!
//! The mapping is a TOML file beside the table. Its templates name columns in braces: `id = "wd:{qid}"`. A template of
//! which a column is empty gives nothing: an alias or fact is left out, a row without id, label or description dropped.

use super::output::Import;
use super::source::{self, Row};
use engine::kind::EntityKind;
use engine::seeds::{AliasTable, SeedCitation, SeedEntity, SeedFact};
use miette::{IntoDiagnostic, Result, WrapErr, miette};
use serde::Deserialize;
use std::path::Path;

/// Key of the citation that every fact of the table has.
const CITATION: &str = "import-";

/// What the mapping file says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mapping {
    /// The table's file, beside the mapping; `.tsv` and `.tsv.gz` are separated by tabs.
    table: String,
    /// Name of the source, which becomes part of its citation's key.
    source: String,
    /// Where the data come from.
    citation: SeedCitation,
    kind: EntityKind,
    id: String,
    label: String,
    description: String,
    country: Option<String>,
    lat: Option<String>,
    lon: Option<String>,
    prominence: Option<u8>,
    more: Option<String>,
    /// Sign at which a column of several aliases is cut.
    #[serde(default)]
    separator: Option<String>,
    #[serde(default)]
    aliases: Vec<AliasTable>,
    #[serde(default)]
    facts: Vec<FactTemplate>,
}

/// A fact whose texts are templates; the table's citation is added to it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactTemplate {
    about: String,
    value: String,
    on: Option<String>,
    from: Option<String>,
    to: Option<String>,
    attributed: Option<String>,
}

/// Makes an entity of every row of the table that the mapping at `path` names.
///
/// # Errors
/// When mapping or table can't be read, or a template names a column that the table has not.
pub fn import(path: &Path, import: &mut Import) -> Result<()> {
    let text = source::text(path)?;
    let mapping: Mapping = toml::from_str(&text).map_err(|problem| {
        let line = problem.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
        miette!("{}:{line}: {}; see seeds/README.md for mappings", path.display(), problem.message())
    })?;
    let table = path.with_file_name(&mapping.table);
    let is_tabs = [".tsv", ".tsv.gz"].iter().any(|ending| mapping.table.ends_with(ending));
    let rows = if is_tabs { source::tab_file(&table)? } else { source::comma_file(&table)? };
    check_columns(&mapping, &rows).wrap_err_with(|| format!("{}", path.display()))?;
    let key = format!("{CITATION}{}", mapping.source);
    import.citations.insert(key.clone(), mapping.citation.clone());
    let bar = indicatif::ProgressBar::new(rows.len() as u64);
    for row in bar.wrap_iter(rows.iter()) {
        match entity(&mapping, row, &key)? {
            Ok(entity) => import.add(entity),
            Err(reason) => import.drop(reason, fill(&mapping.label, row).unwrap_or_else(|| row.first().to_string())),
        }
    }
    Ok(())
}

/// Every template of the mapping.
fn templates(mapping: &Mapping) -> impl Iterator<Item = &str> {
    let single = [&mapping.country, &mapping.lat, &mapping.lon, &mapping.more].into_iter().flatten();
    let of_facts = mapping.facts.iter().flat_map(|fact| {
        [Some(&fact.value), fact.on.as_ref(), fact.from.as_ref(), fact.to.as_ref(), fact.attributed.as_ref()]
    });
    [&mapping.id, &mapping.label, &mapping.description]
        .into_iter()
        .chain(single)
        .chain(mapping.aliases.iter().map(|alias| &alias.text))
        .chain(of_facts.flatten())
        .map(String::as_str)
}

fn check_columns(mapping: &Mapping, rows: &[Row]) -> Result<()> {
    let Some(row) = rows.first() else { return Err(miette!("the table has no rows")) };
    match templates(mapping).flat_map(columns).find(|column| !row.has(column)) {
        Some(column) => {
            Err(miette!("the table has no column “{column}”; its columns are {}", row.columns().join(", ")))
        }
        None => Ok(()),
    }
}

/// The columns that a template names.
fn columns(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0))
}

/// The template with the row's values, or nothing when one of them is empty.
fn fill(template: &str, row: &Row) -> Option<String> {
    let mut text = template.to_string();
    for column in columns(template) {
        let value = Some(row.get(column)).filter(|value| !value.is_empty())?;
        text = text.replace(&format!("{{{column}}}"), value);
    }
    Some(text)
}

/// The row's entity, or why it makes none.
fn entity(mapping: &Mapping, row: &Row, key: &str) -> Result<std::result::Result<SeedEntity, &'static str>> {
    let (id, label, description) = (fill(&mapping.id, row), fill(&mapping.label, row), fill(&mapping.description, row));
    let (id, label, description) = match (id, label, description) {
        (None, _, _) => return Ok(Err("no id")),
        (_, None, _) => return Ok(Err("no label")),
        (_, _, None) => return Ok(Err("no description")),
        (Some(id), Some(label), Some(description)) => (id, label, description),
    };
    let degrees = |template: &Option<String>| -> Result<Option<f32>> {
        let Some(text) = template.as_ref().and_then(|template| fill(template, row)) else { return Ok(None) };
        text.parse().map(Some).into_diagnostic().wrap_err_with(|| format!("{id}: “{text}” is no number of degrees"))
    };
    let mut aliases: Vec<AliasTable> = Vec::new();
    for template in &mapping.aliases {
        let Some(text) = fill(&template.text, row) else { continue };
        let several = mapping.separator.as_deref().map_or(vec![text.as_str()], |cut| text.split(cut).collect());
        let forms = several.into_iter().map(str::trim).filter(|form| !form.is_empty());
        aliases.extend(forms.map(|form| AliasTable { text: form.to_string(), ..template.clone() }));
    }
    let fact = |template: &FactTemplate| -> Option<SeedFact> {
        let optional = |text: &Option<String>| text.as_ref().map(|text| fill(text, row));
        let all = [optional(&template.on), optional(&template.from), optional(&template.to)];
        let [on, from, to] = all.map(|date| date.map_or(Some(None), |date| date.map(Some)));
        Some(SeedFact {
            about: template.about.clone(),
            value: fill(&template.value, row)?,
            on: on?,
            from: from?,
            to: to?,
            attributed: template.attributed.as_ref().and_then(|who| fill(who, row)),
            cite: vec![key.to_string()],
            ..SeedFact::default()
        })
    };
    Ok(Ok(SeedEntity {
        kind: mapping.kind,
        same_as: vec![],
        country: mapping.country.as_ref().and_then(|country| fill(country, row)),
        lat: degrees(&mapping.lat)?,
        lon: degrees(&mapping.lon)?,
        prominence: mapping.prominence,
        related: vec![],
        aliases: super::companies::without_repeats(&label, aliases).into_iter().map(super::reviewed::alias).collect(),
        facts: mapping.facts.iter().filter_map(fact).collect(),
        more: mapping.more.as_ref().and_then(|more| fill(more, row)),
        id,
        label,
        description,
    }))
}
