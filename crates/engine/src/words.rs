//! Closed lists of words: a test for each, from a list written as one text.

/// Declares a function for each list of words that says whether a word is in it.
macro_rules! word_lists {
    ($($(#[$meta:meta])* $name:ident: $words:expr;)*) => {$(
        $(#[$meta])*
        pub fn $name(word: &str) -> bool {
            static WORDS: std::sync::OnceLock<std::collections::HashSet<&'static str>> = std::sync::OnceLock::new();
            WORDS.get_or_init(|| $words.split_whitespace().collect()).contains(word)
        }
    )*};
}

pub(crate) use word_lists;
