//! Languages in which a written form may be an everyday word, as bits, so that one number in a pack says it.

/// The languages, by their bit. New ones are added at the end: packs hold the bits.
const LANGUAGES: &[&str] = &[
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "is", "it", "ja",
    "ko", "lt", "lv", "mk", "ms", "nb", "nl", "pl", "pt", "ro", "ru", "sh", "sk", "sl", "sv", "ta", "tr", "uk", "ur",
    "vi", "zh", "en",
];

/// Languages written under several codes.
const OTHER_CODES: &[(&str, &str)] =
    &[("no", "nb"), ("nn", "nb"), ("sr", "sh"), ("hr", "sh"), ("bs", "sh"), ("iw", "he")];

/// The bit of a form that is made of words which each country's bodies bear alike: "Supreme Court", "Policía Nacional". No language has it.
pub const GENERIC: u64 = 1 << 63;
/// The bit of a form that is nothing but a word in its languages, whatever the page names: "Uno", "Usa" in Spanish. No language has it.
pub const NOTHING_ELSE: u64 = 1 << 62;

/// The bit of a primary language subtag; 0 for a language of which no words are known.
pub fn bit(language: &str) -> u64 {
    let code = OTHER_CODES.iter().find(|(other, _)| *other == language).map_or(language, |(_, code)| code);
    LANGUAGES.iter().position(|known| *known == code).map_or(0, |at| 1 << at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_bit() {
        let all: std::collections::HashSet<u64> = LANGUAGES.iter().map(|language| bit(language)).collect();
        assert_eq!(all.len(), LANGUAGES.len());
        assert!(LANGUAGES.len() < 62 && !all.contains(&0));
        assert_eq!((bit("no"), bit("tlh"), bit("")), (bit("nb"), 0, 0));
    }
}
