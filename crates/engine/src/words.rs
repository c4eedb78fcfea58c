//! Closed lists of words: a test for each, from a list written as one text.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

/// A list of words, read on first use.
pub(crate) type WordList = OnceLock<HashSet<&'static str, WordHash>>;

/// Hashes words of our own lists, which nobody can choose to collide: rules look words up all the time.
pub(crate) type WordHash = BuildHasherDefault<Fnv>;

/// FNV-1a.
#[derive(Default)]
pub(crate) struct Fnv(u64);

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }

    fn finish(&self) -> u64 {
        // The upper bits matter as well.
        self.0 ^ self.0 >> 29
    }
}

/// Whether `word` is one of `words`, which `list` keeps. Not part of the macro, so that the module holds it once.
pub(crate) fn is_among(list: &'static WordList, words: &'static str, word: &str) -> bool {
    list.get_or_init(|| words.split_whitespace().collect()).contains(word)
}

/// Declares a function for each list of words that says whether a word is in it.
macro_rules! word_lists {
    ($($(#[$meta:meta])* $name:ident: $words:expr;)*) => {$(
        $(#[$meta])*
        #[inline(never)]
        pub fn $name(word: &str) -> bool {
            static WORDS: $crate::words::WordList = $crate::words::WordList::new();
            $crate::words::is_among(&WORDS, $words, word)
        }
    )*};
}

pub(crate) use word_lists;
