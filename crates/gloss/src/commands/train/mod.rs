//! `gloss train`: learns the engine's weights from annotated data; what it writes is source text, reviewed like any other.

mod page_body;
mod regression;
mod token_score;

use clap::{Args, Subcommand};
use miette::Result;

#[derive(Args)]
pub struct TrainArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Which blocks of a page are its article, from pages with the text of theirs.
    PageBody(page_body::PageBodyArgs),
}

/// Trains.
pub fn run(args: &TrainArgs) -> Result<()> {
    match &args.what {
        What::PageBody(args) => page_body::run(args),
    }
}
