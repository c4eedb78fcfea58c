//! Finds names and reported statements in news text and answers them from knowledge packs.
//!
//! Text and bytes go in, plain data comes out: nothing here knows a browser or does any IO.

pub mod attribution;
pub mod document;
pub mod kind;
pub mod mentions;
pub mod seeds;
pub mod tokens;
pub mod units;
pub mod wire;
