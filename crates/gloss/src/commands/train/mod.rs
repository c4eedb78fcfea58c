//! `gloss train`: learns what the engine decides by: weights as source text for page bodies, a model file for attribution.

mod attribution;
mod page_body;

use clap::{Args, Subcommand};
use miette::Result;

#[derive(Args)]
pub struct TrainArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Which statements a text reports and whose they are, from annotated articles.
    Attribution(attribution::AttributionArgs),
    /// Which blocks of a page are its article, from pages with the text of theirs.
    PageBody(page_body::PageBodyArgs),
}

/// Trains.
pub fn run(args: &TrainArgs) -> Result<()> {
    match &args.what {
        What::Attribution(args) => attribution::run(args),
        What::PageBody(args) => page_body::run(args),
    }
}
