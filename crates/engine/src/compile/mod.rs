//! Compiles seeds into packs: read, merge, check, write. Text in, bytes or a list of errors out.

mod aliases;
mod check;
mod common_words;
mod everyday;
mod holders;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use check::LOADED_WORDS;
pub use common_words::COMMON_WORDS;
pub use read::{Merged, read};

use std::fmt;

/// One file of seeds. A name ending in `.toml` holds tables, one ending in `.jsonl` one JSON object a line.
#[derive(Clone, Debug)]
pub struct SeedSource {
    /// Path for messages, such as `seeds/curated/levant.toml`. Later sources override earlier ones by id.
    pub name: String,
    /// The file's content.
    pub text: String,
}

/// A defect of the seeds: where, what, and the mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedError {
    /// The source's name.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for SeedError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.file, self.line, self.message)
    }
}

impl std::error::Error for SeedError {}

/// What the pack will say of itself.
#[derive(Clone, Debug)]
pub struct CompileOptions {
    /// Identifier, such as `world`.
    pub id: String,
    /// Version of the content.
    pub version: String,
    /// Day up to which its knowledge goes, `YYYY-MM-DD`.
    pub as_of: String,
}

/// A compiled pack: its two files, and what they hold.
#[derive(Clone, Debug)]
pub struct CompiledPack {
    /// The names file.
    pub names: Vec<u8>,
    /// The cards file.
    pub cards: Vec<u8>,
    /// Number of entities.
    pub entities: usize,
    /// Number of written forms.
    pub aliases: usize,
}

/// Every defect of these sources, in order of file and line; empty when they can be compiled and hold nothing in vain.
pub fn check(sources: &[SeedSource]) -> Vec<SeedError> {
    let options = CompileOptions { id: String::new(), version: String::new(), as_of: String::new() };
    let merged = match read(sources) {
        Ok(merged) => merged,
        Err(errors) => return errors,
    };
    let mut errors = check::check(&merged);
    errors.extend(check::uncited(&merged));
    if errors.is_empty() { write::write(&merged, &options).err().unwrap_or_default() } else { errors }
}

/// Compiles `sources` into a pack. The bytes depend on nothing but the arguments, and not on the order of entities.
pub fn compile(sources: &[SeedSource], options: &CompileOptions) -> Result<CompiledPack, Vec<SeedError>> {
    let merged = read(sources)?;
    let errors = check::check(&merged);
    if errors.is_empty() { write::write(&merged, options) } else { Err(errors) }
}
