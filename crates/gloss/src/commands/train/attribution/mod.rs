//! `gloss train attribution`: learns the model of attribution, or measures it by cross-validation.

mod articles;
mod data;
mod judge;
mod learner;

use crate::commands::annotate::output::Printer;
use crate::{packs, stdout};
use articles::Article;
use clap::Args;
use data::Data;
use engine::{Engine, PlainOptions};
use indicatif::{ProgressBar, ProgressStyle};
use miette::{Context, IntoDiagnostic, Result, miette};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct AttributionArgs {
    /// Folder of annotated articles, `*.jsonl`: {"id","text","attributions":[{"source","cue","content"}]}, spans in code points.
    folder: PathBuf,
    /// Where to write the model, or with --cross-validate the statements found.
    #[arg(short, long, default_value = "attribution.model")]
    output: PathBuf,
    /// Don't write a model: for each of so many parts of the articles, learn from the others and write what is found in it.
    #[arg(long, value_name = "PARTS")]
    cross_validate: Option<usize>,
    /// Keep articles of one publisher in one part.
    #[arg(long)]
    by_publisher: bool,
    /// Names file of a pack; may be given several times. The bundled pack when not given.
    #[arg(long)]
    pack: Vec<PathBuf>,
}

/// Trains, or measures.
pub fn run(args: &AttributionArgs) -> Result<()> {
    let mut engine = packs::open(&args.pack)?;
    let articles = read(&args.folder, &engine)?;
    let finding = bar("finding features");
    finding.set_length(articles.len() as u64);
    let data = Data::new(&articles, || finding.inc(1));
    finding.finish_and_clear();
    let Some(parts) = args.cross_validate else {
        let all: Vec<usize> = (0..articles.len()).collect();
        let bytes = data.learn(&articles, &all, &bar(&format!("learning from {} articles", all.len()))).to_bytes();
        write(&args.output, &bytes)?;
        return stdout::print(&format!("{} bytes of weights\n", bytes.len()));
    };
    let part_of = parts_of(&articles, parts, args.by_publisher)?;
    let mut out = Vec::new();
    for part in 0..parts {
        let others: Vec<usize> = (0..articles.len()).filter(|&index| part_of[index] != part).collect();
        let model = data.learn(&articles, &others, &bar(&format!("part {} of {parts}", part + 1)));
        engine.add_model(&model.to_bytes()).map_err(|error| miette!("{error}"))?;
        let printer = Printer { engine: &engine, all: true, explain: false };
        for article in articles.iter().enumerate().filter(|(index, _)| part_of[*index] == part).map(|(_, found)| found)
        {
            let annotation =
                engine.annotate_plain(&article.text, &PlainOptions { date: None, language: Some("en".into()) });
            let mut json = printer.json(Some(article.id.clone().into()), &article.text, &annotation);
            json["mentions"] = serde_json::json!([]);
            serde_json::to_writer(&mut out, &json).into_diagnostic()?;
            out.push(b'\n');
        }
    }
    write(&args.output, &out)
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).into_diagnostic().wrap_err_with(|| format!("can't write {}", path.display()))
}

fn read(folder: &Path, engine: &Engine) -> Result<Vec<Article>> {
    let entries =
        std::fs::read_dir(folder).into_diagnostic().wrap_err_with(|| format!("can't read {}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
    paths.sort();
    let bar = bar("reading articles");
    let mut articles = Vec::new();
    for path in &paths {
        articles.extend(articles::read(path, engine, || bar.inc(1))?);
    }
    bar.finish_and_clear();
    if articles.is_empty() {
        return Err(miette!("{}: no articles; give a folder with *.jsonl files", folder.display()));
    }
    Ok(articles)
}

fn bar(message: &str) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {elapsed}").expect("the template is right");
    ProgressBar::new(0).with_style(style).with_message(message.to_string())
}

/// The part that each article belongs to: articles in turn, or all of a publisher's.
fn parts_of(articles: &[Article], parts: usize, by_publisher: bool) -> Result<Vec<usize>> {
    if parts < 2 || parts > articles.len() {
        return Err(miette!("--cross-validate {parts}: give a number from 2 to {}", articles.len()));
    }
    if !by_publisher {
        return Ok((0..articles.len()).map(|index| index % parts).collect());
    }
    let mut publishers: Vec<&str> = articles.iter().map(|article| article.publisher.as_str()).collect();
    publishers.sort_unstable();
    publishers.dedup();
    let part = |article: &Article| publishers.iter().position(|name| *name == article.publisher).unwrap_or(0) % parts;
    Ok(articles.iter().map(part).collect())
}
