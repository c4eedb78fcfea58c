//! Host command line of Gloss: compiles packs, annotates text, prints cards, binds the Wasm.

// Printing by the macros panics where the reader has gone; `stdout` ends without a word.
#![deny(clippy::print_stdout)]

mod commands;
mod packs;
mod page;
mod stdout;
mod whole_file;

use clap::{Parser, Subcommand};
use engine::mentions::stages::{STAGES, leave_out};

/// Names explained and statements attributed, from the command line.
#[derive(Parser)]
#[command(name = "gloss", version)]
struct Cli {
    /// Leave out a stage of finding names, to measure what it is worth; may be given several times.
    #[arg(long, global = true, value_name = "STAGE", value_parser = STAGES.map(|(name, _)| name))]
    without: Vec<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Find names and reported statements in text; prints JSON.
    Annotate(commands::annotate::AnnotateArgs),
    /// Print the card of an entity as of a day.
    Card(commands::card::CardArgs),
    /// Print what is understood of a web page: whether it is an article, its date, its body.
    Page(commands::page::PageArgs),
    /// Print which entities each name on standard input may mean, as JSON lines.
    Find(commands::find::FindArgs),
    /// Build, check and inspect knowledge packs.
    Pack(commands::pack::PackArgs),
    /// Turn an open data set into seeds.
    Import(commands::import::ImportArgs),
    /// Learn from annotated data what the engine decides by.
    Train(commands::train::TrainArgs),
    /// Resolve what is given, for measuring one stage by itself.
    Score(commands::score::ScoreArgs),
    /// Write the TypeScript declarations of the types that cross to the page side.
    Types(commands::types::TypesArgs),
    /// Make the JavaScript glue of a compiled Wasm module.
    Bind(commands::bind::BindArgs),
    /// Zip a folder: the same files give the same bytes.
    Zip(commands::zip::ZipArgs),
}

fn main() -> miette::Result<()> {
    let cli = Cli::parse();
    for (_, stage) in STAGES.iter().filter(|(name, _)| cli.without.iter().any(|without| without == name)) {
        leave_out(*stage);
    }
    match cli.command {
        Command::Annotate(args) => commands::annotate::run(&args),
        Command::Card(args) => commands::card::run(&args),
        Command::Page(args) => commands::page::run(&args),
        Command::Find(args) => commands::find::run(&args),
        Command::Pack(args) => commands::pack::run(&args),
        Command::Import(args) => commands::import::run(&args),
        Command::Train(args) => commands::train::run(&args),
        Command::Score(args) => commands::score::run(&args),
        Command::Types(args) => commands::types::run(&args),
        Command::Bind(args) => commands::bind::run(&args),
        Command::Zip(args) => commands::zip::run(&args),
    }
}
