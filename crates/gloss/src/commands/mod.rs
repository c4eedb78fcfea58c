//! The subcommands, one module each.

pub mod annotate;
pub mod bind;
pub mod card;
pub mod import;
pub mod pack;
pub mod train;
pub mod types;
