//! What the closed lists say of a word, as one number: a part of speech made of lists, endings and shape.

use super::super::{cues, grammar, roles};

/// Bits of a word's class. Words in no list have the class of their ending.
pub mod bit {
    /// Closes a noun phrase and opens a clause.
    pub const SUBORDINATOR: u32 = 1;
    /// Stands between subject and verb.
    pub const HELPING: u32 = 1 << 1;
    /// "not", "never".
    pub const NEGATION: u32 = 1 << 2;
    /// A verb form no noun phrase contains.
    pub const FINITE: u32 = 1 << 3;
    /// A preposition.
    pub const PREPOSITION: u32 = 1 << 4;
    /// In the cue lexicon; the next bits say how it takes its content and its form.
    pub const CUE: u32 = 1 << 5;
    /// Past form of a common verb.
    pub const PAST: u32 = 1 << 6;
    /// Speaks: an office, somebody unnamed, a body, a paper, a medium.
    pub const SPEAKS: u32 = 1 << 7;
}

/// A word's class: list bits, or a code of its ending when no list has it. `word` is in lower case.
pub fn class(word: &str, capital: bool) -> u32 {
    let (speech, who) = (grammar::Lists::of(word), roles::Lists::of(word));
    let mut class = 0;
    let mut add = |is: bool, bits: u32| class |= if is { bits } else { 0 };
    add(speech.is_subordinator(), bit::SUBORDINATOR);
    add(speech.is_helping(), bit::HELPING);
    add(speech.is_negation(), bit::NEGATION);
    add(speech.is_finite_verb(), bit::FINITE);
    add(speech.is_preposition(), bit::PREPOSITION);
    add(speech.is_common_past(), bit::PAST);
    add(speech.is_connective(), 1 << 8);
    add(speech.is_time(), 1 << 9);
    add(speech.marks_noun(), 1 << 10);
    add(speech.is_passive_helper(), 1 << 11);
    add(speech.is_plural_subject(), 1 << 12);
    add(who.is_office(), bit::SPEAKS | 1 << 13);
    add(who.is_unnamed(), bit::SPEAKS | 1 << 14);
    add(who.is_body(), bit::SPEAKS | 1 << 15);
    add(who.is_document(), bit::SPEAKS | 1 << 16);
    add(who.is_media(), bit::SPEAKS | 1 << 17);
    add(who.is_platform(), 1 << 18);
    if let Some(cue) = cues::cue(word) {
        class |= bit::CUE | (cue.class as u32) << 20 | (cue.form as u32) << 22 | u32::from(cue.also_noun) << 24;
    }
    if class == 0 { ending(word, capital) } else { class }
}

/// A code of the ending of a word in no list; the top bit keeps it apart from list bits.
fn ending(word: &str, capital: bool) -> u32 {
    const ENDINGS: &[&str] = &[
        "ing", "ed", "ly", "tion", "sion", "ment", "ness", "ity", "ship", "ance", "ence", "ist", "ism", "ers", "ors",
        "er", "or", "ous", "ful", "ive", "able", "ible", "al", "ic", "ish", "less", "ies", "es", "ss", "s", "y", "en",
        "e",
    ];
    const OTHER: u32 = 1 << 31;
    if capital {
        return OTHER | 1;
    }
    let found = ENDINGS.iter().position(|ending| word.len() > ending.len() + 1 && word.ends_with(ending));
    OTHER | found.map_or(2, |index| index as u32 + 3)
}

/// Verbs of speech, thought and showing whose past has another stem.
const IRREGULAR: &[(&str, &str)] = &[
    ("said", "say"),
    ("told", "tell"),
    ("wrote", "writ"),
    ("written", "writ"),
    ("thought", "think"),
    ("found", "find"),
    ("knew", "know"),
    ("known", "know"),
    ("saw", "see"),
    ("seen", "see"),
    ("felt", "feel"),
    ("held", "hold"),
    ("heard", "hear"),
    ("meant", "mean"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("gave", "giv"),
    ("given", "giv"),
    ("took", "tak"),
    ("taken", "tak"),
    ("made", "mak"),
    ("sought", "seek"),
    ("swore", "swear"),
    ("understood", "understand"),
    ("shown", "show"),
    ("chose", "choos"),
    ("chosen", "choos"),
    ("forbade", "forbid"),
    ("drew", "draw"),
    ("laid", "lay"),
    ("put", "put"),
];

/// The lower-case `word` without its inflection; not always a word.
pub fn stem(word: &str) -> &str {
    /// What is left has at least so many bytes.
    const SHORTEST: usize = 3;
    if let Some((_, stem)) = IRREGULAR.iter().find(|(past, _)| *past == word) {
        return stem;
    }
    let endings = ["ings", "ing", "ied", "ies", "ed", "es", "s", "e", "y"];
    let cut = endings.iter().find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.len() >= SHORTEST));
    let stem = cut.unwrap_or(word);
    let bytes = stem.as_bytes();
    let doubled = stem.len() > SHORTEST && cut.is_some() && bytes[stem.len() - 1] == bytes[stem.len() - 2];
    if doubled && bytes[stem.len() - 1].is_ascii_alphabetic() { &stem[..stem.len() - 1] } else { stem }
}
