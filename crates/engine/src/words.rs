//! Closed lists of words: a test for each, from a list written as one text.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

/// The words of the lists of one module with a bit for each list that has them, read on first use.
pub(crate) type WordLists = OnceLock<HashMap<&'static str, u64, WordHash>>;

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

/// A bit for each of `lists` that has `word`; `known` keeps them. Not part of the macro, so that the module holds it once.
#[inline(never)]
pub(crate) fn lists_of(known: &'static WordLists, lists: &mut dyn Iterator<Item = &'static str>, word: &str) -> u64 {
    let read = || {
        let mut known: HashMap<&str, u64, WordHash> = HashMap::default();
        for (at, words) in lists.enumerate() {
            words.split_ascii_whitespace().for_each(|word| *known.entry(word).or_default() |= 1 << at);
        }
        known
    };
    known.get_or_init(read).get(word).copied().unwrap_or(0)
}

/// Declares a function for each list of words that says whether a word is in it, and `Lists`, by which one look-up tells of all lists.
macro_rules! word_lists {
    ($($(#[$meta:meta])* $name:ident: $words:expr;)*) => {
        #[allow(non_camel_case_types)]
        enum ListPlace { $($name),* }

        /// The lists of this module that have a word.
        #[derive(Clone, Copy)]
        pub struct Lists(u64);

        impl Lists {
            /// Those that have `word`.
            #[inline(never)]
            pub fn of(word: &str) -> Self {
                static KNOWN: $crate::words::WordLists = $crate::words::WordLists::new();
                Self($crate::words::lists_of(&KNOWN, &mut [$($words),*].into_iter(), word))
            }

            $($(#[$meta])*
            pub fn $name(self) -> bool {
                self.0 & 1 << ListPlace::$name as u32 != 0
            })*
        }

        $($(#[$meta])*
        #[inline(never)]
        pub fn $name(word: &str) -> bool {
            Lists::of(word).$name()
        })*
    };
}

pub(crate) use word_lists;
