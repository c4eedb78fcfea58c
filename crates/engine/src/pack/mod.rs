//! Knowledge packs: the binary files that seeds compile to, and everything that reads them.

pub mod capitals;
pub mod cards;
mod container;
mod error;
pub mod feature_table;
#[cfg(all(test, feature = "compile"))]
mod hostile_tests;
pub mod model;
pub mod names;
mod packed;
pub mod plain;
mod record_table;
pub mod records;
mod transducer;

pub use cards::CardsFile;
pub use container::told_size;
pub use error::PackError;
pub use names::NamesFile;
pub use records::PackMeta;

#[cfg(feature = "compile")]
pub(crate) use container::{FileKind, write as write_file};
#[cfg(feature = "compile")]
pub(crate) use record_table::{larger_than, write_records};
