//! `gloss pack`: builds packs from seeds, checks seeds, and says what is in a pack.

use crate::{stdout, whole_file};
use clap::{Args, Subcommand};
use engine::compile::{CompileOptions, SeedError, SeedSource, check, compile};
use engine::pack::{CardsFile, NamesFile};
use indicatif::{ProgressBar, ProgressStyle};
use miette::{Context, IntoDiagnostic, Result, miette};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct PackArgs {
    #[command(subcommand)]
    command: PackCommand,
}

#[derive(Subcommand)]
enum PackCommand {
    /// Compile a folder of seeds into NAME.names and NAME.cards.
    Build {
        /// Folder of seeds.
        seeds: PathBuf,
        /// Folder for the two files.
        #[arg(short, long)]
        output: PathBuf,
        /// Identifier of the pack and name of its files.
        #[arg(long, default_value = "world")]
        id: String,
    },
    /// Say what is wrong with a folder of seeds; fails when anything is.
    Check {
        /// Folder of seeds.
        seeds: PathBuf,
    },
    /// Print how many cards there are by curated file, by region and by side of current conflicts, as JSON.
    Balance {
        /// Folder of seeds.
        seeds: PathBuf,
    },
    /// Say what a pack file holds.
    Inspect {
        /// A `.names` or `.cards` file.
        file: PathBuf,
    },
}

/// What a folder of seeds says of itself, in its `pack.toml`.
#[derive(serde::Deserialize)]
struct PackDescription {
    version: String,
    as_of: String,
}

/// Runs one of the four.
pub fn run(args: &PackArgs) -> Result<()> {
    match &args.command {
        PackCommand::Build { seeds, output, id } => build(seeds, output, id),
        PackCommand::Check { seeds } => {
            let sources = read_seeds(seeds)?;
            report(check(&sources))?;
            stdout::print(&format!("{} files of seeds, nothing wrong\n", sources.len()))
        }
        PackCommand::Balance { seeds } => super::balance::print(&read_seeds(seeds)?),
        PackCommand::Inspect { file } => inspect(file),
    }
}

fn build(seeds: &Path, output: &Path, id: &str) -> Result<()> {
    let description = seeds.join(DESCRIPTION);
    let text = std::fs::read_to_string(&description)
        .into_diagnostic()
        .wrap_err_with(|| format!("can't read {}; it gives the pack's `version` and `as_of`", description.display()))?;
    let described: PackDescription =
        toml::from_str(&text).map_err(|error| miette!("{}: {error}", description.display()))?;
    let options = CompileOptions { id: id.to_string(), version: described.version, as_of: described.as_of };
    let sources = read_seeds(seeds)?;
    let progress = ProgressBar::new_spinner().with_message(format!("compiling {} files of seeds", sources.len()));
    progress.enable_steady_tick(std::time::Duration::from_millis(100));
    let pack = match compile(&sources, &options) {
        Ok(pack) => pack,
        Err(errors) => return report(errors),
    };
    progress.finish_and_clear();
    std::fs::create_dir_all(output).into_diagnostic()?;
    for (extension, bytes) in [("names", &pack.names), ("cards", &pack.cards)] {
        whole_file::replace(&output.join(format!("{id}.{extension}")), bytes)?;
    }
    stdout::print(&format!(
        "{id}: {} entities, {} written forms; names {} KB, cards {} KB\n",
        pack.entities,
        pack.aliases,
        pack.names.len() / 1000,
        pack.cards.len() / 1000
    ))
}

/// The file beside the seeds that isn't one of them.
const DESCRIPTION: &str = "pack.toml";

/// The seeds below `folder`, `imported` before what overrides it, each kind in the order of names.
fn read_seeds(folder: &Path) -> Result<Vec<SeedSource>> {
    let mut paths = Vec::new();
    collect(folder, &mut paths)?;
    let imported = folder.join("imported");
    paths.sort_by_key(|path| (!path.starts_with(&imported), path.clone()));
    let progress = ProgressBar::new(paths.len() as u64).with_style(
        ProgressStyle::with_template("reading seeds {bar:30} {pos}/{len}").expect("the template is well formed"),
    );
    let mut sources = Vec::new();
    for path in paths {
        let bytes =
            std::fs::read(&path).into_diagnostic().wrap_err_with(|| format!("can't read {}", path.display()))?;
        let text = super::import::utf8(bytes, &path.display().to_string())?;
        sources.push(SeedSource { name: path.display().to_string(), text });
        progress.inc(1);
    }
    progress.finish_and_clear();
    if sources.is_empty() {
        return Err(miette!("no seeds (.toml or .jsonl) below {}", folder.display()));
    }
    Ok(sources)
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<()> {
    let entries =
        std::fs::read_dir(folder).into_diagnostic().wrap_err_with(|| format!("can't read {}", folder.display()))?;
    for entry in entries {
        let path = entry.into_diagnostic()?.path();
        let is_seeds = path.extension().is_some_and(|extension| extension == "toml" || extension == "jsonl");
        if path.is_dir() {
            collect(&path, paths)?;
        } else if is_seeds && path.file_name().is_none_or(|name| name != DESCRIPTION) {
            paths.push(path);
        }
    }
    Ok(())
}

/// Prints the defects and fails, or does nothing when there are none.
fn report(errors: Vec<SeedError>) -> Result<()> {
    if errors.is_empty() {
        return Ok(());
    }
    for error in &errors {
        eprintln!("{error}");
    }
    Err(miette!("{} defects in the seeds; nothing was written", errors.len()))
}

fn inspect(file: &Path) -> Result<()> {
    let bytes = std::fs::read(file).into_diagnostic().wrap_err_with(|| format!("can't read {}", file.display()))?;
    let is_cards = file.extension().is_some_and(|extension| extension == "cards");
    let meta = if is_cards {
        CardsFile::open(bytes).map(|cards| cards.meta().clone())
    } else {
        NamesFile::open(bytes).map(|names| names.meta().clone())
    };
    let meta = meta.map_err(|error| miette!("{}: {error}", file.display()))?;
    stdout::print(&format!(
        "pack            {}\nversion         {}\nknown to        {}\nentities        {}\nwritten forms   {}\n",
        meta.id, meta.version, meta.as_of, meta.entities, meta.aliases
    ))
}
