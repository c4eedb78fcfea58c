//! `gloss page`: an HTML file as the extension would understand it, as JSON.

use crate::page::{self, HostPage};
use crate::{packs, stdout};
use clap::Args;
use engine::Engine;
use engine::page::UnderstoodPage;
use miette::{Context, IntoDiagnostic, Result, miette};
use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct PageArgs {
    /// HTML files in UTF-8; several only with `--jsonl`.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The address the page would be opened from.
    #[arg(long, default_value = "")]
    url: String,
    /// Names file of a pack, its cards file beside it; without one, the bundled pack.
    #[arg(long)]
    pack: Vec<PathBuf>,
    /// Print one line a file, with its name under "file".
    #[arg(long)]
    jsonl: bool,
    /// Print also every block, where it stands and how likely it belongs to the article.
    #[arg(long)]
    explain: bool,
}

/// Reads and prints.
pub fn run(args: &PageArgs) -> Result<()> {
    let engine = packs::open(&args.pack)?;
    let mut out = stdout::open();
    if !args.jsonl {
        let [file] = args.files.as_slice() else {
            return Err(miette!("several files are printed with --jsonl only"));
        };
        serde_json::to_writer_pretty(&mut out, &understand(&engine, &read(file, &args.url)?, args.explain))
            .into_diagnostic()?;
        writeln!(out).into_diagnostic()?;
        return out.finish();
    }
    for file in &args.files {
        let mut line = understand(&engine, &read(file, &args.url)?, args.explain);
        line["file"] = json!(file);
        serde_json::to_writer(&mut out, &line).into_diagnostic()?;
        writeln!(out).into_diagnostic()?;
    }
    out.finish()
}

fn read(file: &Path, url: &str) -> Result<HostPage> {
    let bytes = std::fs::read(file).into_diagnostic().wrap_err_with(|| format!("can't read {}", file.display()))?;
    // A browser, too, shows a page whose bytes aren't all text.
    Ok(page::read(&String::from_utf8_lossy(&bytes), url))
}

fn understand(engine: &Engine, page: &HostPage, explain: bool) -> Value {
    let text = page.text();
    let (understood, told) = engine.understand(&text, &page.request());
    let body = page.blocks.iter().zip(&understood.roles).filter(|(_, role)| role.in_body());
    let mut line = json!({
        "article": understood.article,
        "date": {
            "published": told.date,
            "updated": told.updated,
            "where": told.date_found_in,
            "sure": told.date_sure,
        },
        "title": page.clues.title,
        "byline": told.byline,
        "outlet": told.outlet.as_ref().map(|outlet| &outlet.label),
        "outlet_entity": told.outlet.as_ref().and_then(|outlet| outlet.entity.as_ref()),
        "origins": told.origins,
        "language": told.language,
        "direction": if engine::language::runs_right_to_left(&told.language) { "rtl" } else { "ltr" },
        "body": body.map(|(block, _)| block.text.as_str()).collect::<Vec<_>>(),
    });
    let languages = languages(&understood);
    if languages.len() > 1 {
        line["languages"] = json!(languages);
    }
    if told.entries {
        line["entries"] = entries(page, &understood);
    }
    if explain {
        let texts: Vec<&str> = page.blocks.iter().map(|block| block.text.as_str()).collect();
        let scores = engine::page::body::score(&texts, &page.request());
        let blocks = page.blocks.iter().zip(scores).zip(&understood.roles).zip(&understood.languages);
        line["blocks"] = blocks
            .map(|(((block, score), role), language)| {
                json!({
                    "text": block.text,
                    "path": block.clues.path,
                    "hints": block.clues.hints,
                    "link_density": block.clues.link_density,
                    "score": score,
                    "role": format!("{role:?}"),
                    "language": language,
                })
            })
            .collect();
    }
    line
}

/// The languages of the article's blocks, each with how many it is of, the page's first words deciding the order.
fn languages(page: &UnderstoodPage) -> Vec<(&str, usize)> {
    let mut found: Vec<(&str, usize)> = Vec::new();
    for (language, _) in page.languages.iter().zip(&page.roles).filter(|(_, role)| role.in_body()) {
        match found.iter_mut().find(|(known, _)| known == language) {
            Some((_, count)) => *count += 1,
            None => found.push((language, 1)),
        }
    }
    found
}

/// The dated entries with their text, in order; what stands outside of them is left out.
fn entries(page: &HostPage, understood: &UnderstoodPage) -> Value {
    let mut entries: Vec<(String, Vec<&str>)> = Vec::new();
    let blocks = page.blocks.iter().zip(&understood.entries).zip(&understood.roles);
    let mut open = None;
    for ((block, entry), _) in blocks.filter(|(_, role)| role.in_body()) {
        let Some((number, day)) = entry else { continue };
        if open != Some(number) {
            open = Some(number);
            entries.push((day.to_string(), Vec::new()));
        }
        entries.last_mut().expect("one was just begun").1.push(&block.text);
    }
    entries.into_iter().map(|(date, body)| json!({ "date": date, "body": body })).collect()
}
