//! `gloss score`: runs one stage of the engine on what is given to it, for measuring that stage by itself.

use crate::{packs, stdout};
use clap::{Args, Subcommand};
use engine::PlainOptions;
use miette::{Context, IntoDiagnostic, Result, miette};
use serde_json::{Value, json};
use std::io::{BufRead, Write};
use std::path::PathBuf;

#[derive(Args)]
pub struct ScoreArgs {
    #[command(subcommand)]
    command: ScoreCommand,
}

#[derive(Subcommand)]
enum ScoreCommand {
    /// Say which place each given name of a place names: reads lines `{"id","text","spans":[[start,end]…]}` from standard input.
    Toponyms {
        /// Names file of a pack; may be given several times. The bundled pack when not given.
        #[arg(long)]
        pack: Vec<PathBuf>,
    },
}

/// One line of input; spans are in code points, end exclusive.
#[derive(serde::Deserialize)]
struct Line {
    id: Value,
    text: String,
    spans: Vec<[usize; 2]>,
}

/// Prints for each line `{"id","places":[{"entity","label","same_as"?,"lat"?,"lon"?}|null…]}`, one place a span.
pub fn run(args: &ScoreArgs) -> Result<()> {
    let ScoreCommand::Toponyms { pack } = &args.command;
    let engine = packs::open(pack)?;
    let mut out = stdout::open();
    for (index, line) in std::io::stdin().lock().lines().enumerate() {
        let place = format!("standard input:{}", index + 1);
        let line: Line = serde_json::from_str(&line.into_diagnostic().wrap_err_with(|| place.clone())?)
            .map_err(|error| miette!("{place}: {error}"))?;
        let bytes = bytes_of_points(&line.text);
        let spans: Option<Vec<_>> =
            line.spans.iter().map(|&[start, end]| Some(*bytes.get(start)?..*bytes.get(end)?)).collect();
        let spans = spans.ok_or_else(|| miette!("{place}: a span lies outside the text"))?;
        let found = engine.locate(&line.text, &spans, &PlainOptions::default());
        let places = found.iter().map(|mention| {
            let Some(mention) = mention else { return Value::Null };
            let mut object = json!({ "entity": mention.entity, "label": mention.label });
            if let Some(entity) = engine.entity(&mention.entity) {
                object["same_as"] = json!(entity.same_as);
                if let Some((lat, lon)) = entity.position {
                    (object["lat"], object["lon"]) = (json!(lat), json!(lon));
                }
            }
            object
        });
        let printed = json!({ "id": line.id, "places": places.collect::<Vec<_>>() });
        writeln!(out, "{printed}").into_diagnostic()?;
    }
    out.finish()
}

/// The byte at which each code point of `text` starts, and the end.
fn bytes_of_points(text: &str) -> Vec<usize> {
    text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect()
}
