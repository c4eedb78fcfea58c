//! `gloss annotate`: mentions and attributions of a text as JSON, positions in Unicode code points.

pub mod output;

use crate::{packs, stdout};
use clap::Args;
use engine::date::Date;
use engine::{Engine, PlainOptions};
use miette::{Context, IntoDiagnostic, Result, miette};
use output::Printer;
use std::io::{BufRead, Read, Write};
use std::path::PathBuf;

#[derive(Args)]
pub struct AnnotateArgs {
    /// Text to annotate; standard input when `-` or not given.
    #[arg(default_value = "-")]
    file: PathBuf,
    /// Names file of a pack; may be given several times. The bundled pack when not given.
    #[arg(long)]
    pack: Vec<PathBuf>,
    /// Model of the attribution stage, or `none` for rules alone. The bundled model when not given.
    #[arg(long, value_name = "FILE|none")]
    model: Option<String>,
    /// The day the text was published, YYYY-MM-DD.
    #[arg(long)]
    date: Option<String>,
    /// Language of the text, such as en; told from the text when not given.
    #[arg(long)]
    lang: Option<String>,
    /// Print also what the extension holds back.
    #[arg(long)]
    all: bool,
    /// Print why each entity was chosen.
    #[arg(long)]
    explain: bool,
    /// Read one JSON object a line: {"id","text","date"?,"lang"?}.
    #[arg(long)]
    jsonl: bool,
}

/// One line of `--jsonl` input; other fields are ignored.
#[derive(serde::Deserialize)]
struct Line {
    id: serde_json::Value,
    text: String,
    date: Option<String>,
    lang: Option<String>,
}

/// Annotates and prints.
pub fn run(args: &AnnotateArgs) -> Result<()> {
    let mut engine = packs::open(&args.pack)?;
    packs::open_model(&mut engine, args.model.as_deref())?;
    let printer = Printer { engine: &engine, all: args.all, explain: args.explain };
    let mut out = stdout::open();
    if args.jsonl {
        each_line(args, &engine, &printer, &mut out)?;
        return out.finish();
    }
    let name = args.file.display();
    let mut bytes = Vec::new();
    input(args)?.read_to_end(&mut bytes).into_diagnostic().wrap_err_with(|| format!("can't read {name}"))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        miette!("{name}: not UTF-8 after byte {}; convert it first", error.utf8_error().valid_up_to())
    })?;
    let options = PlainOptions { date: date(args.date.as_deref(), "--date")?, language: args.lang.clone() };
    let annotation = engine.annotate_plain(&text, &options);
    serde_json::to_writer_pretty(&mut out, &printer.json(None, &text, &annotation)).into_diagnostic()?;
    writeln!(out).into_diagnostic()?;
    out.finish()
}

fn each_line(args: &AnnotateArgs, engine: &Engine, printer: &Printer, out: &mut impl Write) -> Result<()> {
    for (index, line) in input(args)?.lines().enumerate() {
        let place = format!("{}:{}", args.file.display(), index + 1);
        let line = line.into_diagnostic().wrap_err_with(|| format!("{place}: can't be read as UTF-8"))?;
        if line.trim().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_str(&line)
            .map_err(|error| miette!("{place}: {error}; each line is an object with \"id\" and \"text\""))?;
        let options = PlainOptions {
            date: date(line.date.as_deref().or(args.date.as_deref()), &place)?,
            language: line.lang.or_else(|| args.lang.clone()),
        };
        let annotation = engine.annotate_plain(&line.text, &options);
        serde_json::to_writer(&mut *out, &printer.json(Some(line.id), &line.text, &annotation)).into_diagnostic()?;
        writeln!(out).into_diagnostic()?;
    }
    Ok(())
}

fn input(args: &AnnotateArgs) -> Result<Box<dyn BufRead>> {
    if args.file.as_os_str() == "-" {
        return Ok(Box::new(std::io::stdin().lock()));
    }
    let file = std::fs::File::open(&args.file)
        .into_diagnostic()
        .wrap_err_with(|| format!("can't open {}", args.file.display()))?;
    Ok(Box::new(std::io::BufReader::new(file)))
}

/// A day given on the command line or in a line; a full timestamp counts by its day.
fn date(given: Option<&str>, place: &str) -> Result<Option<Date>> {
    let Some(text) = given.filter(|text| !text.is_empty()) else { return Ok(None) };
    let day = text.split_once('T').map_or(text, |(day, _)| day);
    Date::parse(day).map(Some).map_err(|error| miette!("{place}: {error}"))
}
