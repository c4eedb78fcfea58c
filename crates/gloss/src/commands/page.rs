//! `gloss page`: an HTML file as the extension would understand it, as JSON.

use crate::page::{self, HostPage};
use clap::Args;
use miette::{Context, IntoDiagnostic, Result, miette};
use serde_json::{Value, json};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct PageArgs {
    /// HTML files in UTF-8; several only with `--jsonl`.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The address the page would be opened from.
    #[arg(long, default_value = "")]
    url: String,
    /// Print one line a file, with its name under "file".
    #[arg(long)]
    jsonl: bool,
    /// Print also every block, where it stands and how likely it belongs to the article.
    #[arg(long)]
    explain: bool,
}

/// Reads and prints.
pub fn run(args: &PageArgs) -> Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    if !args.jsonl {
        let [file] = args.files.as_slice() else {
            return Err(miette!("several files are printed with --jsonl only"));
        };
        serde_json::to_writer_pretty(&mut out, &understand(&read(file, &args.url)?, args.explain)).into_diagnostic()?;
        return writeln!(out).into_diagnostic();
    }
    for file in &args.files {
        let mut line = understand(&read(file, &args.url)?, args.explain);
        line["file"] = json!(file);
        serde_json::to_writer(&mut out, &line).into_diagnostic()?;
        writeln!(out).into_diagnostic()?;
    }
    Ok(())
}

fn read(file: &Path, url: &str) -> Result<HostPage> {
    let bytes = std::fs::read(file).into_diagnostic().wrap_err_with(|| format!("can't read {}", file.display()))?;
    // A browser, too, shows a page whose bytes aren't all text.
    Ok(page::read(&String::from_utf8_lossy(&bytes), url))
}

fn understand(page: &HostPage, explain: bool) -> Value {
    let text = page.text();
    let ranges = engine::units::block_ranges(&text, page.blocks.iter().map(|block| block.clues.length));
    let understood = engine::page::understand(&text, &ranges, &page.request());
    let dates = &understood.dates;
    let body = page.blocks.iter().zip(&understood.roles).filter(|(_, role)| role.in_body());
    let mut line = json!({
        "article": understood.article,
        "date": {
            "published": dates.published.map(|(day, _)| day.to_string()),
            "updated": dates.updated.map(|day| day.to_string()),
            "where": dates.published.map(|(_, place)| place.word()),
            "sure": dates.sure,
        },
        "title": page.clues.title,
        "byline": null,
        "outlet": null,
        "language": understood.language,
        "body": body.map(|(block, _)| block.text.as_str()).collect::<Vec<_>>(),
    });
    if explain {
        let texts: Vec<&str> = page.blocks.iter().map(|block| block.text.as_str()).collect();
        let scores = engine::page::body::score(&texts, &page.request());
        let blocks = page.blocks.iter().zip(scores).zip(&understood.roles);
        line["blocks"] = blocks
            .map(|((block, score), role)| {
                json!({
                    "text": block.text,
                    "path": block.clues.path,
                    "hints": block.clues.hints,
                    "link_density": block.clues.link_density,
                    "score": score,
                    "role": format!("{role:?}"),
                })
            })
            .collect();
    }
    line
}
