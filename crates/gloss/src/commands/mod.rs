//! The subcommands, one module each.

pub mod annotate;
mod balance;
pub mod bind;
pub mod card;
pub mod find;
pub mod import;
pub mod pack;
pub mod page;
pub mod score;
pub mod train;
pub mod types;
pub mod zip;
