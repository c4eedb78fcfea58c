//! `gloss find`: which entities each of many names may mean, for measuring what the pack covers.

use crate::{packs, stdout};
use clap::Args;
use miette::{IntoDiagnostic, Result};
use serde_json::{Value, json};
use std::io::{BufRead, Write};
use std::path::PathBuf;

#[derive(Args)]
pub struct FindArgs {
    /// Names file of a pack; may be given several times.
    #[arg(long)]
    pack: Vec<PathBuf>,
}

/// Reads names from standard input, one a line, and prints for each a JSON line `{"name","entities":[{"id","label","kind"}…]}`.
pub fn run(args: &FindArgs) -> Result<()> {
    let engine = packs::open(&args.pack)?;
    let mut out = stdout::open();
    for name in std::io::stdin().lock().lines() {
        let name = name.into_diagnostic()?;
        let found = engine.find(&name);
        let entities: Vec<Value> =
            found.iter().map(|entity| json!({ "id": entity.id, "label": entity.label, "kind": entity.kind })).collect();
        serde_json::to_writer(&mut out, &json!({ "name": name, "entities": entities })).into_diagnostic()?;
        writeln!(out).into_diagnostic()?;
    }
    out.finish()
}
