//! Files that are written whole or not at all.

use miette::{IntoDiagnostic, Result, WrapErr};
use std::path::Path;

/// Puts `bytes` in the place of what `path` holds, if anything, by way of a file beside it.
///
/// # Errors
/// When they can't be written; what was there stays.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let unfinished = path.with_extension("unfinished");
    std::fs::write(&unfinished, bytes)
        .and_then(|()| std::fs::rename(&unfinished, path))
        .into_diagnostic()
        .wrap_err_with(|| format!("can't write {}", path.display()))
}
