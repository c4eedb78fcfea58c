//! `gloss train page-body`: learns which blocks of a page are its article, and measures that on outlets not learnt from.

mod regression;
mod token_score;

use crate::page::{self, HostPage};
use crate::stdout;
use clap::Args;
use engine::page::body::{WITH_CONTEXT, likely, probability, with_context};
use engine::page::features::{self, Features};
use miette::{Context, IntoDiagnostic, Result, miette};
use regression::{Example, fit};
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use token_score::{f1, tokens};

/// Parts the outlets are dealt to; each part is judged by what was learnt from the others.
const FOLDS: usize = 10;

#[derive(Args)]
pub struct PageBodyArgs {
    /// Folder with html/NAME.html, gold/NAME.txt and manifest.tsv (name, outlet, language first).
    folder: PathBuf,
    /// Where to write the weights, as Rust source; nowhere when not given.
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Penalty on large weights.
    #[arg(long, default_value_t = 20.0)]
    ridge: f64,
    /// Probability from which a block is taken to be of the article.
    #[arg(long, default_value_t = 0.5)]
    threshold: f32,
    /// Print the worst pages.
    #[arg(long, default_value_t = 0)]
    worst: usize,
}

struct Sample {
    name: String,
    outlet: String,
    language: String,
    page: HostPage,
    gold: String,
    features: Vec<Features>,
    labels: Vec<bool>,
    weights: Vec<f64>,
}

/// Trains, measures, writes.
pub fn run(args: &PageBodyArgs) -> Result<()> {
    let samples = read(&args.folder)?;
    let mut outlets: Vec<&str> = samples.iter().map(|sample| sample.outlet.as_str()).collect();
    outlets.dedup();
    let fold_of = |sample: &Sample| outlets.iter().position(|outlet| *outlet == sample.outlet).unwrap_or(0) % FOLDS;
    let mut scores: Vec<(f64, f64, &Sample)> = Vec::new();
    for fold in 0..FOLDS {
        let others: Vec<&Sample> = samples.iter().filter(|sample| fold_of(sample) != fold).collect();
        let model = train(&others, args.ridge);
        for sample in samples.iter().filter(|sample| fold_of(sample) == fold) {
            let chosen = model.choose(sample, args.threshold);
            let best = score(sample, &sample.labels);
            scores.push((score(sample, &chosen), best, sample));
        }
    }
    print(&mut scores, args.worst)?;
    if let Some(output) = &args.output {
        let all: Vec<&Sample> = samples.iter().collect();
        std::fs::write(output, train(&all, args.ridge).source()).into_diagnostic()?;
    }
    Ok(())
}

fn score(sample: &Sample, chosen: &[bool]) -> f64 {
    let blocks = sample.page.blocks.iter().zip(chosen).filter(|(_, chosen)| **chosen);
    let text: Vec<&str> = blocks.map(|(block, _)| block.text.as_str()).collect();
    f1(&tokens(&text.join("\n")), &tokens(&sample.gold))
}

fn print(scores: &mut [(f64, f64, &Sample)], worst: usize) -> Result<()> {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
    let mut by_language: BTreeMap<&str, Vec<(f64, f64)>> = BTreeMap::new();
    for (score, best, sample) in scores.iter() {
        by_language.entry(&sample.language).or_default().push((*score, *best));
        by_language.entry("all").or_default().push((*score, *best));
    }
    let mut rows: Vec<_> = by_language.into_iter().collect();
    rows.sort_by_key(|(_, found)| std::cmp::Reverse(found.len()));
    let mut text = String::from("language  pages  F1 (other outlets)  F1 of the labels\n");
    for (language, found) in rows {
        let (ours, best): (Vec<f64>, Vec<f64>) = found.iter().copied().unzip();
        text += &format!("{language:<8}{:>7}{:>20.3}{:>18.3}\n", found.len(), mean(&ours), mean(&best));
    }
    scores.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (score, best, sample) in scores.iter().take(worst) {
        text += &format!("{score:.3} of {best:.3} {}\n", sample.name);
    }
    stdout::print(&text)
}

struct Model {
    first: Vec<f32>,
    second: Vec<f32>,
}

fn train(samples: &[&Sample], ridge: f64) -> Model {
    let first_examples = samples.iter().flat_map(|sample| {
        let examples = sample.features.iter().zip(&sample.labels).zip(&sample.weights);
        examples.map(|((features, &positive), &weight)| Example { features, positive, weight })
    });
    let first = fit(&first_examples.collect::<Vec<_>>(), ridge);
    let contexts: Vec<Vec<[f32; WITH_CONTEXT]>> = samples.iter().map(|sample| sample.context(&first)).collect();
    let second_examples = samples.iter().zip(&contexts).flat_map(|(sample, context)| {
        let examples = context.iter().zip(&sample.labels).zip(&sample.weights);
        examples.map(|((features, &positive), &weight)| Example { features, positive, weight })
    });
    let second = fit(&second_examples.collect::<Vec<_>>(), ridge);
    Model { first, second }
}

impl Sample {
    fn context(&self, first: &[f32]) -> Vec<[f32; WITH_CONTEXT]> {
        let values: Vec<f32> = self.features.iter().map(|features| probability(features, first)).collect();
        with_context(&self.features, &values, &self.page.request().blocks)
    }
}

impl Model {
    fn choose(&self, sample: &Sample, threshold: f32) -> Vec<bool> {
        let context = sample.context(&self.first);
        let scores: Vec<f32> = context.iter().map(|features| probability(features, &self.second)).collect();
        likely(&sample.page.request().blocks, &scores, threshold)
    }

    fn source(&self) -> String {
        let table = |weights: &[f32]| {
            let lines = weights.chunks(12).map(|line| {
                let numbers: Vec<String> = line.iter().map(|weight| format!("{weight:.3}")).collect();
                format!("    {},\n", numbers.join(", "))
            });
            lines.collect::<String>()
        };
        format!(
            "//! Weights of the regressions in `body.rs`. Generated by `gloss train page-body`; don't edit.\n\n\
             /// Of the first regression.\n#[rustfmt::skip]\npub const FIRST: &[f32] = &[\n{}];\n\
             /// Of the second.\n#[rustfmt::skip]\npub const SECOND: &[f32] = &[\n{}];\n",
            table(&self.first),
            table(&self.second)
        )
    }
}

fn read(folder: &Path) -> Result<Vec<Sample>> {
    let text = |path: PathBuf| {
        std::fs::read_to_string(&path).into_diagnostic().wrap_err_with(|| format!("can't read {}", path.display()))
    };
    let manifest = text(folder.join("manifest.tsv"))?;
    let mut samples = Vec::new();
    for line in manifest.lines().skip(1) {
        let mut fields = line.split('\t');
        let (Some(name), Some(outlet), Some(language)) = (fields.next(), fields.next(), fields.next()) else {
            return Err(miette!("manifest.tsv: a line has fewer than three fields: {line}"));
        };
        let Ok(gold) = std::fs::read_to_string(folder.join(format!("gold/{name}.txt"))) else { continue };
        let page = page::read(&text(folder.join(format!("html/{name}.html")))?, "");
        samples.push(sample(name, outlet, language, page, gold));
    }
    Ok(samples)
}

fn sample(name: &str, outlet: &str, language: &str, page: HostPage, gold: String) -> Sample {
    let texts: Vec<&str> = page.blocks.iter().map(|block| block.text.as_str()).collect();
    let features = features::of_page(&texts, &page.request());
    let labels = labels(&texts, &gold);
    let weights = texts.iter().map(|text| (text.chars().count() as f64 / 20.0).sqrt().clamp(0.7, 6.0)).collect();
    Sample {
        name: name.into(),
        outlet: outlet.into(),
        language: language.into(),
        page,
        gold,
        features,
        labels,
        weights,
    }
}

/// Whether each block is part of the gold text.
fn labels(texts: &[&str], gold: &str) -> Vec<bool> {
    /// Letters from which a text that occurs in the article hardly does so by chance.
    const LONG: usize = 12;
    let lines: HashSet<String> = gold.lines().map(letters).collect();
    let whole = letters(gold);
    let runs = runs(&whole);
    // Where the part that was found last ends in `whole`: a short text is part of the article where it goes on from there.
    let mut goes_on = 0;
    let is_part = |text: &&str| {
        let own = letters(text);
        if own.is_empty() {
            return false;
        }
        if whole[goes_on..].starts_with(&own) {
            goes_on += own.len();
            return true;
        }
        if own.chars().count() < LONG {
            return lines.contains(&own);
        }
        let found = self::runs(&own);
        let common = found.iter().filter(|run| runs.contains(*run)).count();
        let part = common * 10 >= found.len() * 7;
        if part {
            let end: String = own.chars().skip(own.chars().count() - LONG).collect();
            goes_on = whole
                .find(&own)
                .map(|at| at + own.len())
                .or_else(|| Some(whole.find(&end)? + end.len()))
                .unwrap_or(goes_on);
        }
        part
    };
    texts.iter().map(is_part).collect()
}

fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Runs of letters, by which a paragraph is known that was tidied up a little.
fn runs(letters: &str) -> HashSet<Vec<char>> {
    const RUN: usize = 8;
    let letters: Vec<char> = letters.chars().collect();
    letters.windows(RUN).map(<[char]>::to_vec).collect()
}
