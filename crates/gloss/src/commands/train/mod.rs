//! `gloss train`: learns the models that the engine can read.

mod articles;
mod judge;
mod learner;

use crate::commands::annotate::output::Printer;
use crate::packs;
use articles::Article;
use clap::{Args, Subcommand};
use engine::attribution::training::{Model, Surroundings, Weights, of_cue};
use engine::{Engine, PlainOptions};
use indicatif::{ProgressBar, ProgressStyle};
use learner::{Sequences, Settings, learn};
use miette::{Context, IntoDiagnostic, Result, miette};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct TrainArgs {
    #[command(subcommand)]
    command: TrainCommand,
}

#[derive(Subcommand)]
enum TrainCommand {
    /// Learn to attribute statements from annotated articles.
    Attribution(AttributionArgs),
}

#[derive(Args)]
struct AttributionArgs {
    /// Folder of annotated articles, `*.jsonl`: {"id","text","attributions":[{"source","cue","content"}]}, spans in code points.
    folder: PathBuf,
    /// Where to write the model, or with --cross-validate the statements found.
    #[arg(short, long, default_value = "attribution.model")]
    output: PathBuf,
    /// Don't write a model: for each of so many parts of the articles, learn from the others and write what is found in it.
    #[arg(long, value_name = "PARTS")]
    cross_validate: Option<usize>,
    #[arg(long, hide = true)]
    only: Option<usize>,
    /// Keep articles of one publisher in one part.
    #[arg(long)]
    by_publisher: bool,
    /// Names file of a pack; may be given several times. The bundled pack when not given.
    #[arg(long)]
    pack: Vec<PathBuf>,
}

/// Runs the training asked for.
pub fn run(args: &TrainArgs) -> Result<()> {
    match &args.command {
        TrainCommand::Attribution(args) => attribution(args),
    }
}

fn attribution(args: &AttributionArgs) -> Result<()> {
    let mut engine = packs::open(&args.pack)?;
    let articles = read(&args.folder, &engine)?;
    let data = Data::new(&articles);
    let Some(parts) = args.cross_validate else {
        let all: Vec<usize> = (0..articles.len()).collect();
        let bytes = data.learn(&articles, &all, &bar(&format!("learning from {} articles", all.len()))).to_bytes();
        println!("{} bytes of weights", bytes.len());
        return write(&args.output, &bytes);
    };
    let part_of = parts_of(&articles, parts, args.by_publisher)?;
    let mut out = Vec::new();
    for part in (0..parts).filter(|part| args.only.is_none_or(|only| only == *part)) {
        let others: Vec<usize> = (0..articles.len()).filter(|&index| part_of[index] != part).collect();
        let model = data.learn(&articles, &others, &bar(&format!("part {} of {parts}", part + 1)));
        if args.only.is_some() {
            write(&args.output.with_extension("model"), &model.to_bytes())?;
        }
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

/// What is learned from: the sequences of all articles, and which belong to which.
struct Data {
    cues: Sequences,
    arguments: Sequences,
    /// For each article its sequences in `cues` and `arguments`.
    of_article: Vec<(Vec<usize>, Vec<usize>)>,
}

impl Data {
    fn new(articles: &[Article]) -> Self {
        let mut data = Self { cues: Sequences::default(), arguments: Sequences::default(), of_article: Vec::new() };
        let bar = bar("finding features");
        bar.set_length(articles.len() as u64);
        for article in articles {
            let mut numbers = (Vec::new(), Vec::new());
            data.add(article, &mut numbers);
            data.of_article.push(numbers);
            bar.inc(1);
        }
        bar.finish_and_clear();
        data
    }

    fn add(&mut self, article: &Article, numbers: &mut (Vec<usize>, Vec<usize>)) {
        let mut features = Vec::new();
        for (passage, known) in article.passages.iter().zip(&article.known) {
            let mut labels = vec![0u8; passage.units.len()];
            for known in known {
                mark(&mut labels, &known.cue, 0);
            }
            for (unit, &label) in labels.iter().enumerate() {
                features.clear();
                of_cue(passage, unit, &mut features);
                self.cues.unit(&features, label);
            }
            numbers.0.push(self.cues.end());
            let cues: Vec<_> = known.iter().map(|known| known.cue.clone()).collect();
            for known in known {
                let window = passage.window(&known.cue);
                let mut labels = vec![0u8; passage.units.len()];
                for (role, units) in &known.arguments {
                    mark(&mut labels, units, *role);
                }
                labels[known.cue.clone()].fill(0);
                let surroundings = Surroundings::new(passage, window.clone(), known.cue.clone(), &cues);
                let mut before = 0;
                for unit in window {
                    features.clear();
                    surroundings.of_argument(unit, &mut features);
                    // What the cue interrupts begins anew after it.
                    let goes_on = labels[unit] > 0 && labels[unit] % 2 == 0;
                    let label = if goes_on && before != labels[unit] && before + 1 != labels[unit] {
                        labels[unit] - 1
                    } else {
                        labels[unit]
                    };
                    before = label;
                    self.arguments.unit(&features, label);
                }
                numbers.1.push(self.arguments.end());
            }
        }
    }

    /// The model learned from those articles.
    fn learn(&self, articles: &[Article], chosen: &[usize], bar: &ProgressBar) -> Model {
        bar.set_length(3 * CHAIN_ROUNDS * 2 + JUDGE_ROUNDS);
        // The judge learns from statements that chains propose in articles they didn't learn from.
        let mut judged = Sequences::default();
        let halves: [Vec<usize>; 2] = [0, 1].map(|half| {
            chosen.iter().copied().enumerate().filter(|(at, _)| at % 2 == half).map(|(_, index)| index).collect()
        });
        for (learned, proposed) in [(&halves[0], &halves[1]), (&halves[1], &halves[0])] {
            let model = self.chains(learned, bar);
            for &index in proposed {
                judge::add(&articles[index], &model, &mut judged);
            }
        }
        let settings =
            Settings { labels: 2, rounds: JUDGE_ROUNDS as usize, choosing: 3, step: 0.05, draw: 1e-3, keep: 6000 };
        let all: Vec<usize> = (0..judged.len()).collect();
        let judge = learn(&judged, &all, settings, || bar.inc(1));
        Model { judge, ..self.chains(chosen, bar) }
    }

    /// The two chains learned from those articles, and a judge that knows nothing.
    fn chains(&self, chosen: &[usize], bar: &ProgressBar) -> Model {
        let env = |name: &str, or: f32| std::env::var(name).ok().map_or(or, |value| value.parse().unwrap());
        let cue_settings = Settings {
            labels: 3,
            rounds: CHAIN_ROUNDS as usize,
            choosing: 4,
            step: env("STEP", 0.05),
            draw: env("DRAW", 1e-4),
            keep: env("KEEPC", 18e3) as usize,
        };
        let argument_settings = Settings { labels: 5, keep: env("KEEPA", 24e3) as usize, ..cue_settings };
        let cues: Vec<usize> = chosen.iter().flat_map(|&index| self.of_article[index].0.iter().copied()).collect();
        let cues = learn(&self.cues, &cues, cue_settings, || bar.inc(1));
        let arguments: Vec<usize> = chosen.iter().flat_map(|&index| self.of_article[index].1.iter().copied()).collect();
        let arguments = learn(&self.arguments, &arguments, argument_settings, || bar.inc(1));
        Model { cues, arguments, judge: Weights::new(2, vec![0.0; 4], &[]) }
    }
}

/// Times to go through all sequences of a chain.
const CHAIN_ROUNDS: u64 = 14;
/// Times to go through all judged statements.
const JUDGE_ROUNDS: u64 = 10;

/// Labels `units` as beginning and going on with a role, where no label stands yet.
fn mark(labels: &mut [u8], units: &std::ops::Range<usize>, role: usize) {
    for (index, unit) in units.clone().enumerate() {
        labels[unit] = 2 * role as u8 + if index == 0 { 1 } else { 2 };
    }
}
