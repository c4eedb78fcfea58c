//! Words inside which a name stands: Arabic and Hebrew prefixes, French and Italian elisions, Slavic cases, Korean particles, the
//! Germanic genitive.

use super::stages::{Stage, is_on};

/// One-letter words that Arabic and Hebrew write together with the next: and, then, by, to, like; and, in, to, from, the, that, as.
const PREFIXES: &str = "وفبلكובלמהשכ";
/// Words that French, Italian and Catalan write together with the next by an apostrophe: "l'Inde", "dell'Ucraina", "qu'Israël".
const ELIDED: &str = "l d s n c m t j qu jusqu lorsqu puisqu quoiqu un dell nell sull all dall coll quest quell sant";
/// Letters of the longest of them.
const LONGEST_ELIDED: usize = 6;
/// A name is so long at least that is looked for behind a prefix or before an ending: three letters of two bytes. Bytes.
const SHORTEST: usize = 6;
/// The same before the "s" of a genitive: "Irans". Bytes.
const SHORTEST_OWNER: usize = 4;
/// Folded endings of Russian and Ukrainian words, each with the ending in the dictionary.
const SLAVIC: &str = "ии>ия ию>ия иеи>ия ои>а ои>ая ым> ом> у> а> е> у>а ы>а и>а е>а и>ь ью>ь і>а ою>а ію>ія іі>ія";
/// Korean particles, which are written together with the name before them. The longer ones stand first.
const KOREAN: &str = "에서> 에게> 으로> 까지> 부터> 은> 는> 이> 가> 을> 를> 과> 와> 의> 에> 로> 도>";
/// The genitive of German and the Scandinavian languages: "Syriens", "Norges".
const GENITIVE: &str = "s>";

/// Length of the prefix that `word`, folded, may start with; 0 where there is none. Bytes.
pub fn prefix(word: &str) -> usize {
    if !is_on(Stage::WordForms) {
        return 0;
    }
    let first = word.chars().next().filter(|first| PREFIXES.chars().any(|prefix| prefix == *first));
    first.map(char::len_utf8).filter(|length| word.len() - length >= SHORTEST).unwrap_or_default()
}

/// Length of the elided word that `text`, not folded, starts with, without its apostrophe; 0 where there is none before a capital. Bytes.
pub fn elision(text: &str, language: &str) -> usize {
    if !is_on(Stage::WordForms) || !matches!(language, "fr" | "it" | "ca") {
        return 0;
    }
    let length = text.bytes().take(LONGEST_ELIDED + 1).position(|byte| !byte.is_ascii_alphabetic()).unwrap_or_default();
    let (word, rest) = text.split_at(length);
    let Some(rest) = rest.strip_prefix(['\'', '’']) else { return 0 };
    let is_elided = ELIDED.split(' ').any(|known| known.eq_ignore_ascii_case(word));
    if is_elided && rest.starts_with(char::is_uppercase) { word.len() } else { 0 }
}

/// Whether the language makes a genitive of a name by an "s" alone.
pub fn has_genitive(language: &str) -> bool {
    matches!(language, "de" | "sv" | "da" | "no" | "nb" | "nn")
}

/// Calls `each` with the forms in the dictionary of which `word`, folded, may be a case.
pub fn base_forms(word: &str, language: &str, each: &mut dyn FnMut(&str)) {
    if !is_on(Stage::WordForms) {
        return;
    }
    let (endings, shortest) = match language {
        _ if has_genitive(language) => (GENITIVE, SHORTEST_OWNER),
        _ if word.is_ascii() => return,
        "ko" => (KOREAN, SHORTEST),
        _ => (SLAVIC, SHORTEST),
    };
    for (ending, base) in endings.split(' ').filter_map(|pair| pair.split_once('>')) {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.len() >= shortest
        {
            each(&[stem, base].concat());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_lead_back_to_the_dictionary() {
        let forms = |word: &str, language: &str| {
            let mut found = Vec::new();
            base_forms(word, language, &mut |form| found.push(form.to_string()));
            found
        };
        for (word, language, base) in [
            ("дамаске", "ru", "дамаск"),
            ("москвы", "ru", "москва"),
            ("россиеи", "ru", "россия"),
            ("путиным", "ru", "путин"),
            ("беларуси", "ru", "беларусь"),
            ("москві", "uk", "москва"),
            ("시리아에서", "ko", "시리아"),
            ("syriens", "de", "syrien"),
            ("norges", "no", "norge"),
            ("irans", "de", "iran"),
        ] {
            assert!(forms(word, language).iter().any(|form| form == base), "{word}");
        }
        assert!(forms("syrias", "en").is_empty());
        assert!(forms("она", "ru").is_empty());
    }

    #[test]
    fn elided_words_leave_a_name() {
        let table = [
            ("l'Inde et", "fr", 1),
            ("L’Inde", "fr", 1),
            ("qu'Israël", "fr", 2),
            ("dell’Ucraina", "it", 4),
            ("l'eau", "fr", 0),
            ("aujourd'hui", "fr", 0),
            ("D'Angelo", "en", 0),
            ("l", "fr", 0),
        ];
        for (text, language, length) in table {
            assert_eq!(elision(text, language), length, "{text}");
        }
    }

    #[test]
    fn prefixes_leave_a_name() {
        for (word, length) in [("وسوريا", 2), ("بدمشق", 2), ("בסוריה", 2), ("وهو", 0), ("damascus", 0)]
        {
            assert_eq!(prefix(word), length, "{word}");
        }
    }
}
