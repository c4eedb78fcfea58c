//! Closed lists of words: a test for each, from a list written as one text.

use std::collections::HashSet;
use std::sync::OnceLock;

/// A list of words, read on first use.
pub(crate) type WordList = OnceLock<HashSet<&'static str>>;

/// Whether `word` is one of `words`, which `list` keeps. Not part of the macro, so that the module holds it once.
pub(crate) fn is_among(list: &'static WordList, words: &'static str, word: &str) -> bool {
    list.get_or_init(|| words.split_whitespace().collect()).contains(word)
}

/// Declares a function for each list of words that says whether a word is in it.
macro_rules! word_lists {
    ($($(#[$meta:meta])* $name:ident: $words:expr;)*) => {$(
        $(#[$meta])*
        pub fn $name(word: &str) -> bool {
            static WORDS: $crate::words::WordList = $crate::words::WordList::new();
            $crate::words::is_among(&WORDS, $words, word)
        }
    )*};
}

pub(crate) use word_lists;
