//! Host command line of Gloss.

mod commands;

use clap::{Parser, Subcommand};

/// Gloss on the command line.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Turn an open data set into seeds.
    Import(commands::import::ImportArgs),
}

fn main() -> miette::Result<()> {
    match Cli::parse().command {
        Command::Import(args) => commands::import::run(&args),
    }
}
