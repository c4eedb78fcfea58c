//! Tells the language of a text: by its script, and within a script by its commonest words.
//!
//! A page usually declares its language; this is for those that don't, and for plain text. A library with letter
//! statistics of 80 languages would take a third of the size the module may have.

/// A text with fewer letters than this is taken to be English: shorter ones are guessed wrong too often.
const ENOUGH_LETTERS: usize = 40;
/// Letters looked at; more tell nothing new.
const SAMPLE: usize = 4000;

/// Words that make up a fifth of any text in a language and are rare in its neighbours, by primary subtag.
const COMMON_WORDS: &[(&str, &str)] = &[
    ("en", "the of and to in that is was for with on said as by from at it has have were"),
    ("de", "der die und das von den mit ist des dem ein eine nicht auf für im sich auch wird zu"),
    ("fr", "le la les des et du est une dans qui pour que pas au sur par avec il plus sont"),
    ("es", "el la los de que y en las del se por con una para es su al lo como más"),
    ("pt", "o de que e do da em os não uma para com no na dos das se mais foi ao"),
    ("it", "il di che la e un del per non una della sono con nel alla gli anche si più le"),
    ("nl", "de het een van en in is dat op te voor met zijn niet aan er ook door naar bij"),
    ("pl", "w i na się z nie do że jest to o jak po od przez dla za był oraz co"),
    ("cs", "a se v na je že s z do o k to ve pro by za jako jsem ale podle"),
    ("sv", "och att det i som en är av för på med den till inte har om ett de var från"),
    ("da", "og at det er en i til af på for med der den ikke har de et som fra blev"),
    ("nb", "og i det er på som en til av for at med har de ikke den et om fra ble"),
    ("fi", "ja on ei se että oli hän myös ovat joka mutta kun niin tai ole sen mukaan jo vain"),
    ("tr", "ve bir bu için da de ile olarak olan daha çok en gibi ise sonra kadar ne var"),
    ("ro", "și de în la a pe cu că nu din un o care mai pentru este fi au se sunt"),
    ("hu", "a az és hogy nem is egy volt meg de csak már mint még ez azt van szerint el"),
    ("id", "yang dan di ini dengan untuk dari dalam tidak pada itu akan juga ke adalah telah oleh"),
    ("hr", "i u je na se da su za od koji a o kako s nije bi što ali iz će"),
];

const CYRILLIC_WORDS: &[(&str, &str)] = &[
    ("ru", "и в не на что с по как это из о за от для его к было также был чтобы"),
    ("uk", "і в не на що з у та про як за до від це для його також був є які"),
    ("bg", "и на да в за се от е с че са не по ще като това при към след си"),
    ("sr", "и у је на се да су за од који а о како с није би што али из ће"),
];

const ARABIC_WORDS: &[(&str, &str)] = &[
    ("ar", "في من على أن إلى التي عن مع الذي ما هذا لا بعد هذه كان إن وقال قال"),
    ("fa", "و در به از که این را با است برای آن تا می شده بر یک خود هم کرد"),
    ("ur", "کے کی میں ہے اور کا سے کو نے پر یہ کہ ہیں نہیں ایک بھی تھا گیا"),
];

/// Primary subtag of the language that `text` is written in.
pub fn detect(text: &str) -> &'static str {
    let letters: Vec<char> = text.chars().filter(|letter| letter.is_alphabetic()).take(SAMPLE).collect();
    if letters.len() < ENOUGH_LETTERS {
        return "en";
    }
    let share =
        |within: fn(u32) -> bool| letters.iter().filter(|&&letter| within(letter as u32)).count() * 10 / letters.len();
    // Kana first: Japanese is written with Chinese characters as well.
    if share(|code| matches!(code, 0x3040..=0x30FF)) >= 1 {
        return "ja";
    }
    for (subtag, within) in SCRIPTS {
        if share(*within) >= 5 {
            return subtag;
        }
    }
    let words = match () {
        () if share(|code| matches!(code, 0x400..=0x52F)) >= 5 => CYRILLIC_WORDS,
        () if share(|code| matches!(code, 0x600..=0x6FF)) >= 5 => ARABIC_WORDS,
        () => COMMON_WORDS,
    };
    commonest(text, words)
}

/// Whether a code point is of a script.
type CodeTest = fn(u32) -> bool;

/// Scripts that one language of the news is written in.
const SCRIPTS: &[(&str, CodeTest)] = &[
    ("zh", |code| matches!(code, 0x3400..=0x9FFF | 0x20000..=0x2FA1F)),
    ("ko", |code| matches!(code, 0xAC00..=0xD7A3)),
    ("he", |code| matches!(code, 0x590..=0x5FF)),
    ("el", |code| matches!(code, 0x370..=0x3FF)),
    ("th", |code| matches!(code, 0xE00..=0xE7F)),
    ("hi", |code| matches!(code, 0x900..=0x97F)),
    ("bn", |code| matches!(code, 0x980..=0x9FF)),
    ("ta", |code| matches!(code, 0xB80..=0xBFF)),
    ("my", |code| matches!(code, 0x1000..=0x109F)),
    ("ka", |code| matches!(code, 0x10A0..=0x10FF)),
    ("hy", |code| matches!(code, 0x530..=0x58F)),
    ("am", |code| matches!(code, 0x1200..=0x137F)),
    ("km", |code| matches!(code, 0x1780..=0x17FF)),
];

fn commonest(text: &str, languages: &'static [(&'static str, &'static str)]) -> &'static str {
    /// Words looked at; as many letters as [`SAMPLE`].
    const WORDS: usize = 700;
    let mut counts = vec![0usize; languages.len()];
    let words = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).take(WORDS);
    for word in words.map(str::to_lowercase) {
        for (count, (_, common)) in counts.iter_mut().zip(languages) {
            *count += usize::from(common.split(' ').any(|known| known == word));
        }
    }
    let best = (0..counts.len()).rev().max_by_key(|&index| counts[index]);
    best.filter(|&index| counts[index] > 0).map_or("en", |index| languages[index].0)
}

/// The primary subtag of a language tag as pages write it: `en-GB`, `en_US`, `EN`.
pub fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart() {
        for (subtag, text) in [
            ("en", "The minister said that the talks with the delegation were held on Monday in the capital."),
            (
                "de",
                "Der Minister sagte, dass die Gespräche mit der Delegation am Montag in der Hauptstadt nicht stattfanden.",
            ),
            (
                "fr",
                "Le ministre a déclaré que les discussions avec la délégation se sont tenues lundi dans la capitale.",
            ),
            ("es", "El ministro dijo que las conversaciones con la delegación se celebraron el lunes en la capital."),
            ("ru", "Министр сообщил, что переговоры с делегацией прошли в понедельник в столице и были полезными."),
            ("uk", "Міністр повідомив, що переговори з делегацією відбулися в понеділок у столиці та були корисними."),
            ("ar", "قال الوزير إن المحادثات مع الوفد عقدت يوم الاثنين في العاصمة وإنها كانت مفيدة جدا للطرفين"),
            ("fa", "وزیر گفت که گفتگوها با این هیئت روز دوشنبه در پایتخت برگزار شد و برای هر دو طرف مفید بود"),
            (
                "ja",
                "大臣は、代表団との協議が月曜日に首都で行われたと述べた。大臣は、代表団との協議が月曜日に首都で行われたと述べた。",
            ),
            ("en", "Short."),
        ] {
            assert_eq!(detect(text), subtag, "{text}");
        }
        assert_eq!(primary("en_US"), "en");
    }
}
