//! Finds names and reported statements in news text and answers them from knowledge packs.
//!
//! Text and bytes go in, plain data comes out: nothing here knows a browser or does any IO.

mod annotate;
pub mod attribution;
mod card;
#[cfg(feature = "compile")]
pub mod compile;
pub mod date;
pub mod document;
#[cfg(all(test, feature = "compile"))]
mod drawn_world;
mod engine;
mod everyday;
pub mod fold;
mod given_names;
pub mod kind;
pub mod knowledge;
pub mod language;
pub mod mentions;
mod order;
pub mod pack;
pub mod page;
pub mod seeds;
pub mod tokens;
pub mod units;
pub mod wire;
mod words;

pub use engine::{Annotation, Engine, EntityView, PlainOptions};
