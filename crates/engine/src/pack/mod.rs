//! Knowledge packs: the binary files that seeds compile to, and everything that reads them.

pub mod cards;
mod container;
mod error;
pub mod model;
pub mod names;
pub mod records;

pub use cards::CardsFile;
pub use error::PackError;
pub use names::NamesFile;
pub use records::PackMeta;

#[cfg(feature = "compile")]
pub(crate) use container::{FileKind, write as write_file, write_records};
