//! Where a written form has capitals: all that a pack keeps of how a name is written beside its folded form.

/// The capitals of a written form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Capitals {
    /// An acronym: its letters and digits, all of which count.
    Letters(String),
    /// A name: for each word whether it begins with a capital, as `of_words` has it; 0 when any writing will do.
    Words(u32),
}

/// Words whose capitals are kept; a form of more is a sentence.
const MOST_WORDS: u32 = u32::BITS - 1;

/// A one, then a bit for each word of `text`: whether it begins with a capital, or with a letter of a script that has none. 1 for more
/// words than fit.
pub fn of_words(text: &str) -> u32 {
    // "the Guardian" in a sentence, "The Guardian" on its own.
    let text = text.strip_prefix("The ").or(text.strip_prefix("the ")).unwrap_or(text);
    let words = text.split([' ', '-', '\u{a0}', '‑']);
    let firsts = words.filter_map(|word| word.chars().find(|letter| letter.is_alphabetic()));
    let capitals = firsts.map(|first| first.is_uppercase() || !is_cased(first));
    capitals
        .enumerate()
        .try_fold(1, |all, (word, capital)| ((word as u32) < MOST_WORDS).then_some(all << 1 | u32::from(capital)))
        .unwrap_or(1)
}

fn is_cased(letter: char) -> bool {
    letter.is_uppercase() || letter.is_lowercase()
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| letter.is_alphanumeric())
}

impl Capitals {
    /// Those of `text`, which is an acronym or isn't.
    pub fn of(text: &str, acronym: bool) -> Self {
        if acronym {
            Self::Letters(letters(text).collect())
        } else {
            Self::Words(if text.chars().any(char::is_uppercase) { of_words(text) } else { 0 })
        }
    }

    /// Asks for no capital that another spelling of the same words does without; a spelling without any asks for nothing anyhow.
    pub fn ask_no_more_than(&mut self, other: &Self) {
        if let (Self::Words(own), Self::Words(other)) = (self, other)
            && *other != 0
            && own.leading_zeros() == other.leading_zeros()
        {
            *own &= other;
        }
    }

    /// Whether `surface`, which folds to the same form, is written with capitals where the form has them.
    pub fn fit(&self, surface: &str, shouted: bool) -> bool {
        let wanted = match self {
            // In a shouted line "US" may be "us": two letters say nothing there.
            Self::Letters(own) => {
                // "FPÖ" is in lists as "FPO".
                let marked = !surface.is_ascii() && letters(surface).chain(own.chars()).all(char::is_uppercase);
                return (letters(surface).eq(own.chars()) || marked) && !(shouted && surface.chars().count() <= 2);
            }
            Self::Words(0) => return true,
            Self::Words(words) => *words,
        };
        if !surface.chars().any(is_cased) {
            return true;
        }
        let found = of_words(surface);
        if wanted.leading_zeros() == found.leading_zeros() {
            wanted & !found == 0
        } else {
            found.count_ones() > 1 && found & 1 == wanted & 1
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_stand_where_the_form_has_them() {
        for (form, acronym, surface, fits) in [
            ("Homs", false, "Homs", true),
            ("Homs", false, "HOMS", true),
            ("Homs", false, "homs", false),
            ("Bank of England", false, "Bank Of England", true),
            ("Bank of England", false, "bank of England", false),
            ("The Guardian", false, "the Guardian", true),
            ("Abu Kamal", false, "AbuKamal", true),
            ("Abu Kamal", false, "abukamal", false),
            ("eBay", false, "ebay", true),
            ("حمص", false, "حمص", true),
            ("taliban", false, "taliban", true),
            ("US", true, "US", true),
            ("US", true, "U.S.", true),
            ("US", true, "us", false),
            ("FPO", true, "FPÖ", true),
            ("FPO", true, "Fpö", false),
        ] {
            assert_eq!(Capitals::of(form, acronym).fit(surface, false), fits, "{form} {surface}");
        }
        assert!(!Capitals::of("US", true).fit("US", true));
    }

    #[test]
    fn of_two_spellings_the_capitals_of_both_count() {
        let mut capitals = Capitals::of("Kim Jong Un", false);
        for other in ["Kim Jong-un", "kim jong un", "Kim Jongun"] {
            capitals.ask_no_more_than(&Capitals::of(other, false));
        }
        assert!(capitals.fit("Kim Jong-un", false) && !capitals.fit("kim Jong-un", false));
    }

    #[test]
    fn a_form_of_very_many_words_is_no_name() {
        assert_eq!(of_words(&"A ".repeat(40)), 1);
        assert_eq!(of_words(&"A ".repeat(31)), u32::MAX);
    }
}
