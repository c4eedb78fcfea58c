//! Tells the language of a text: by its script, and within a script by its commonest words.
//!
//! A page usually declares its language; this is for those that don't, and for plain text. A library with letter
//! statistics of 80 languages would take a third of the size the module may have.

use crate::words::{WordLists, lists_of};

/// A text with fewer letters than this is taken to be English: shorter ones are guessed wrong too often.
const ENOUGH_LETTERS: usize = 40;
/// Letters looked at; more tell nothing new.
const SAMPLE: usize = 4000;

/// Words that make up a fifth of any text in a language and are rare in its neighbours, by primary subtag.
static COMMON_WORDS: &[(&str, &str)] = &[
    ("en", "the of and to in that is was for with on said as by from at it has have were"),
    ("de", "der die und das von den mit ist des dem ein eine nicht auf für im sich auch wird zu"),
    ("fr", "le la les des et du est une dans qui pour que pas au sur par avec il plus sont"),
    ("es", "el la los de que y en las del se por con una para es su al lo como más"),
    ("pt", "o a de que e do da em os não um uma para com no na dos por das se mais foi ao"),
    ("it", "il di che la e un del per non una della sono con nel alla gli anche si più le"),
    ("nl", "de het een van en in is dat op te voor met zijn niet aan er ook door naar bij"),
    ("pl", "w i na się z nie do że jest to o jak po od przez dla za był oraz co"),
    ("cs", "a se v na je že s z do o k to ve pro by za jako jsem ale podle"),
    ("sv", "och att det i som en är av för på med den till inte har om ett de var från"),
    ("da", "og at det er en i til af på for med der den ikke har de et som fra blev"),
    ("no", "og i det er på som en til av for at med har de ikke den et om fra ble"),
    ("fi", "ja on ei se että oli hän myös ovat joka mutta kun niin tai ole sen mukaan jo vain"),
    ("tr", "ve bir bu için da de ile olarak olan daha çok en gibi ise sonra kadar ne var"),
    ("ro", "și de în la a pe cu că nu din un o care mai pentru este fi au se sunt"),
    ("hu", "a az és hogy nem is egy volt meg de csak már mint még ez azt van szerint el"),
    ("id", "yang dan di ini dengan untuk dari dalam tidak pada itu akan juga ke adalah telah oleh"),
    ("hr", "i u je na se da su za od koji a o kako s nije bi što ali iz će"),
    ("sk", "a na sa je že v zo s aj do ktoré ktorý pre ako po podľa bude však ešte už bol"),
    ("sl", "in je v na se so da za pa ki bi z kot po ne tudi od še iz bo"),
    ("et", "ja on ei et ka oli see kui aga oma mis ning kes ta seda pole juba veel siis"),
    ("lv", "un ir ka no par uz ar kas to bet tas vai arī pēc bija lai gan nav tika pie"),
    ("lt", "ir yra kad su iš bet apie kaip tai buvo jo po prie taip ne už dėl jau bus"),
    ("is", "og að í á er sem til um við en var það fyrir með hefur ekki af hann því frá"),
    ("ca", "de la i que el a els en per un del amb les una és no ha dels més al"),
    ("eu", "eta da ez du ere bat dira zuen izan baina den dute egin dela horrek hori duen zen dago"),
    ("sq", "të e në dhe për një me që është nga se më ka do nuk u të janë si i"),
    ("vi", "của và là các trong có cho được với một không người đã những này khi năm tại để từ"),
    ("af", "die van en in is het nie om te dat wat vir met op sy hulle word ook was deur"),
    ("sw", "ya na wa kwa ni katika la za kuwa hiyo huo hii cha alisema kwamba lakini yake baada pia wakati"),
    ("tl", "ang ng sa na mga at ay si ni para ito hindi may kay niya din ayon kung noong dahil"),
    ("zu", "ukuthi uma futhi kodwa kanti lo le ngoba kuthiwa ngesikhathi lapho uthe kanye kusho khona yena nokho"),
    ("xh", "ukuba xa kwaye kunye lo le kuba kodwa emva ngoku kakhulu okokuba apha kwi into ukuze bale ezi"),
];

static CYRILLIC_WORDS: &[(&str, &str)] = &[
    ("ru", "и в не на что с по как это из о за от для его к было также был чтобы"),
    ("uk", "і в не на що з у та про як за до від це для його також був є які"),
    ("bg", "и на да в за се от е с че са не по ще като това при към след си"),
    ("sr", "и у је на се да су за од који а о како с није би што али из ће"),
    ("mk", "на и во да се од за со е го ќе дека не како што ја ги беше има по"),
    ("be", "і ў на не з што да як па за гэта для ад яго пра былі таксама ён але якія"),
    ("kk", "және мен бұл да үшін де бір деп осы бойынша болып туралы ол жылы деді кейін сондай екі"),
];

static ARABIC_WORDS: &[(&str, &str)] = &[
    ("ar", "في من على أن إلى التي عن مع الذي ما هذا لا بعد هذه كان إن وقال قال"),
    ("fa", "و در به از که این را با است برای آن تا می شده بر یک خود هم کرد"),
    ("ur", "کے کی میں ہے اور کا سے کو نے پر یہ کہ ہیں نہیں ایک بھی تھا گیا"),
];

/// Languages with their common words, by primary subtag.
type Lexicon = &'static [(&'static str, &'static str)];

/// Whether texts of the language (primary subtag) run from right to left.
pub fn runs_right_to_left(language: &str) -> bool {
    matches!(language, "ar" | "arc" | "ckb" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi")
}

/// The languages by their words, those of one script together; a text's script decides which of them it may be in.
static LEXICONS: [Lexicon; 3] = [COMMON_WORDS, CYRILLIC_WORDS, ARABIC_WORDS];

/// What a text shows of its language.
enum Evidence {
    /// Its letters leave one language, or, empty, are too few to tell any.
    Letters(&'static str),
    /// How many common words of each language it has, and in which of [`LEXICONS`] its own must be.
    Words { script: usize, counts: Vec<usize> },
}

impl Evidence {
    fn language(&self) -> &'static str {
        match self {
            Self::Letters("") => "en",
            Self::Letters(subtag) => subtag,
            Self::Words { script, counts } => {
                let own = languages().zip(counts).filter(|(language, _)| language.0 == *script);
                // Of several with as many words the first: they stand in the order of how many write them.
                let best = own.fold(
                    (0, "en"),
                    |best, (language, &count)| if count > best.0 { (count, language.1) } else { best },
                );
                best.1
            }
        }
    }

    /// Whether it speaks for `one` rather than for `other`; of a language without a list of words nothing can be said against it.
    fn prefers(&self, one: &str, other: &str) -> bool {
        match self {
            Self::Letters(found) => one == *found,
            Self::Words { counts, .. } => {
                let count = |tag| position(tag).map(|(_, index)| counts[index]);
                count(one).is_none_or(|own| own > count(other).unwrap_or(0))
            }
        }
    }

    /// Whether it speaks clearly against `declared`.
    fn overrules(&self, declared: &str) -> bool {
        /// Fewer words of the other language may be a quotation or a menu.
        const ENOUGH: usize = 12;
        /// The other language must have so many times the common words of the declared one.
        const CLEAR: usize = 3;
        match (self, position(declared)) {
            (Self::Letters(found), Some((0, _))) => !found.is_empty(),
            (Self::Words { script, counts }, Some((own, index))) if own == *script => {
                let best = counts.iter().copied().max().unwrap_or(0);
                best >= ENOUGH && best > CLEAR * counts[index]
            }
            // A language of another script can't be meant.
            (Self::Words { .. }, Some((0, _))) => true,
            _ => false,
        }
    }
}

/// The languages that have words: the place of their script in [`LEXICONS`], and their primary subtags.
fn languages() -> impl Iterator<Item = (usize, &'static str)> {
    LEXICONS.iter().enumerate().flat_map(|(script, lexicon)| lexicon.iter().map(move |language| (script, language.0)))
}

/// The script of a language, and its place among all.
fn position(tag: &str) -> Option<(usize, usize)> {
    languages().enumerate().find(|(_, language)| language.1 == tag).map(|(index, language)| (language.0, index))
}

/// A bit for each language, in the order of [`LEXICONS`], that has `word` among its common ones.
fn speakers(word: &str) -> u64 {
    static KNOWN: WordLists = WordLists::new();
    lists_of(&KNOWN, &mut LEXICONS.iter().copied().flatten().map(|(_, common)| *common), word)
}

fn evidence(text: &str) -> Evidence {
    let mut letters = 0;
    // Letters of kana, of each of `SCRIPTS`, of Cyrillic and of Arabic.
    let (mut kana, mut own, mut cyrillic, mut arabic) = (0, [0; SCRIPTS.len()], 0, 0);
    for letter in text.chars().filter(|letter| letter.is_alphabetic()).take(SAMPLE) {
        letters += 1;
        match letter as u32 {
            0..0x370 => {}
            0x3040..=0x30FF => kana += 1,
            0x400..=0x52F => cyrillic += 1,
            0x600..=0x6FF => arabic += 1,
            code => {
                let script = SCRIPTS.iter().position(|(_, within)| within(code));
                own[script.unwrap_or_default()] += usize::from(script.is_some());
            }
        }
    }
    if letters < ENOUGH_LETTERS {
        return Evidence::Letters("");
    }
    let tenths = |count: usize| count * 10 / letters;
    // Kana first: Japanese is written with Chinese characters as well.
    if tenths(kana) >= 1 {
        return Evidence::Letters("ja");
    }
    if let Some(script) = own.iter().position(|&count| tenths(count) >= 5) {
        return Evidence::Letters(SCRIPTS[script].0);
    }
    let script = match () {
        () if tenths(cyrillic) >= 5 => 1,
        () if tenths(arabic) >= 5 => 2,
        () => 0,
    };
    Evidence::Words { script, counts: count_common(text) }
}

/// How many of the first words of `text` are among the common ones of each language.
fn count_common(text: &str) -> Vec<usize> {
    /// Words looked at; as many letters as [`SAMPLE`].
    const WORDS: usize = 700;
    let mut counts = vec![0; languages().count()];
    let words = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).take(WORDS);
    for word in words {
        let small = word.bytes().all(|byte| byte.is_ascii_lowercase());
        let mut speakers = if small { speakers(word) } else { speakers(&word.to_lowercase()) };
        while speakers != 0 {
            counts[speakers.trailing_zeros() as usize] += 1;
            speakers &= speakers - 1;
        }
    }
    counts
}

/// Primary subtag of the language of a page whose text is `text` and which declares itself to be in `declared`. What it declares
/// holds unless the text speaks clearly against it: templates say `en` whatever is filled in.
pub fn of_page(text: &str, declared: Option<&str>) -> String {
    let evidence = evidence(text);
    match declared.map(primary).filter(|tag| !tag.is_empty()) {
        Some(declared) if !evidence.overrules(&declared) => declared,
        _ => evidence.language().into(),
    }
}

/// Primary subtag of the language of a block on a page in `page` (a primary subtag), which declares itself to be in `declared`.
/// Whatever is declared, the block's own words decide between the two, because templates declare at random; a text too short to
/// tell is the page's.
pub fn of_block(text: &str, declared: Option<&str>, page: &str) -> String {
    let evidence = evidence(text);
    let declared = declared.map(primary).filter(|declared| evidence.prefers(declared, page));
    let said = declared.unwrap_or_else(|| page.to_string());
    if evidence.overrules(&said) { evidence.language().into() } else { said }
}

/// Primary subtag of the language that `text` is written in.
pub fn detect(text: &str) -> &'static str {
    evidence(text).language()
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

/// The primary subtag of a language tag as pages write it: `en-GB`, `en_US`, `EN`. Both forms of Norwegian are `no`.
pub fn primary(tag: &str) -> String {
    let subtag = tag.split(['-', '_']).next().unwrap_or_default().trim().to_lowercase();
    if matches!(subtag.as_str(), "nb" | "nn") { "no".into() } else { subtag }
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

    #[test]
    fn a_blocks_own_words_decide_between_its_language_and_the_pages() {
        let german =
            "Der Minister sagte, dass die Gespräche mit der Delegation am Montag in der Stadt nicht stattfanden.";
        for (declared, page, text, expected) in [
            (Some("de-AT"), "en", german, "de"),
            (Some("en"), "de", german, "de"),
            (None, "de", german, "de"),
            (Some("en"), "de", "Kurz.", "de"),
            (Some("ar"), "en", "قال الوزير إن المحادثات مع الوفد عقدت يوم الاثنين في العاصمة", "ar"),
            (
                Some("en"),
                "de",
                "大臣は、代表団との協議が月曜日に首都で行われたと述べた。大臣は、代表団との協議が月曜日に首都で。",
                "ja",
            ),
            // Nothing is known of the language, so nothing speaks against it.
            (
                Some("cy"),
                "en",
                "Cynhaliwyd y cyfarfod yn y brifddinas ddydd Llun, ac roedd pawb yno yn fodlon iawn.",
                "cy",
            ),
        ] {
            assert_eq!(of_block(text, declared, page), expected, "{declared:?} {text}");
        }
    }

    #[test]
    fn what_a_page_declares_holds_unless_the_text_speaks_clearly_against_it() {
        let spanish = "El ministro dijo que las conversaciones con la delegación se celebraron el lunes en la capital y que \
            el gobierno no tiene más información sobre lo que se habló en la reunión de las dos partes.";
        for (declared, text, expected) in [
            (Some("en-US"), spanish, "es"),
            (Some("es-MX"), spanish, "es"),
            (None, spanish, "es"),
            (Some(""), spanish, "es"),
            // A relative, or a language nothing is known of, is believed.
            (Some("gl"), spanish, "gl"),
            (Some("en"), "Один министр сообщил, что переговоры с делегацией прошли в понедельник.", "ru"),
            (
                Some("en"),
                "大臣は、代表団との協議が月曜日に首都で行われたと述べた。大臣は、代表団との協議が月曜日に首都で。",
                "ja",
            ),
            (Some("mr"), "मंत्री ने कहा कि प्रतिनिधिमंडल के साथ बातचीत सोमवार को राजधानी में हुई और उपयोगी रही", "mr"),
            (Some("nb-NO"), "Kort.", "no"),
        ] {
            assert_eq!(of_page(text, declared), expected, "{declared:?} {text}");
        }
    }
}
