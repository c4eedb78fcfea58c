//! Tells the language of a text.

/// A text with less letters than this is taken to be English: shorter ones are guessed wrong too often.
const ENOUGH: usize = 60;

/// Primary subtag of the language that `text` is written in.
pub fn detect(text: &str) -> &'static str {
    if text.chars().filter(|letter| letter.is_alphabetic()).take(ENOUGH).count() < ENOUGH {
        return "en";
    }
    whatlang::detect(text).map_or("en", |found| subtag(found.lang()))
}

/// The two-letter subtag where there is one; the three-letter code of the library otherwise.
fn subtag(lang: whatlang::Lang) -> &'static str {
    use whatlang::Lang;
    match lang {
        Lang::Eng => "en",
        Lang::Deu => "de",
        Lang::Fra => "fr",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Nld => "nl",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Pol => "pl",
        Lang::Ces => "cs",
        Lang::Tur => "tr",
        Lang::Ara => "ar",
        Lang::Heb => "he",
        Lang::Pes => "fa",
        Lang::Urd => "ur",
        Lang::Hin => "hi",
        Lang::Cmn => "zh",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Tha => "th",
        Lang::Ell => "el",
        Lang::Swe => "sv",
        Lang::Dan => "da",
        Lang::Nob => "nb",
        Lang::Fin => "fi",
        Lang::Hun => "hu",
        Lang::Ron => "ro",
        Lang::Bul => "bg",
        Lang::Srp => "sr",
        Lang::Hrv => "hr",
        Lang::Ind => "id",
        Lang::Vie => "vi",
        other => other.code(),
    }
}

/// The primary subtag of a language tag as pages write it: `en-GB`, `en_US`, `EN`.
pub fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().trim().to_lowercase()
}
