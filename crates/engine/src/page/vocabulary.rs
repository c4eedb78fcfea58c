//! Looks in texts for the words of a table, which is one text with `|` between them: small in the module, and one search for all.

/// Where the last of the words in `table` begins in `text`.
#[inline(never)]
pub(super) fn last(text: &str, table: &str) -> Option<usize> {
    table.split('|').filter_map(|word| text.rfind(word)).max()
}

/// Whether `text` holds a word of `table`.
pub(super) fn has(text: &str, table: &str) -> bool {
    last(text, table).is_some()
}
