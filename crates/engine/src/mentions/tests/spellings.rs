//! Names in the spellings, scripts and cases that pages write them in.

use super::{check, check_in, marked};

#[test]
fn spellings_of_one_name() {
    for text in
        ["Da\u{ad}mascus", "Damas\u{200b}cus", "Ｄａｍａｓｃｕｓ", "DAMASCUS fell today", "Damascus’s", "Damascus's"]
    {
        assert_eq!(marked(text, "en"), ["gn:1"], "{text}");
    }
    // A word broken over a line, a letter taken apart, and a name in small letters, which is none.
    assert_eq!(marked("The Free Syrian- Army left.", "en"), ["x:fsa"]);
    assert_eq!(marked("Que\u{301}bec", "en"), marked("Québec", "en"));
    assert_eq!(marked("damascus steel", "en"), [""; 0]);
}

#[test]
fn capitals_tell_acronyms_from_words() {
    check("IS is what it is.", &["^^ x:is"]);
    check("May it be so.", &[]);
    check("In May they left; Theresa May stayed.", &["                  ^^^^^^^^^^^ x:may"]);
}

#[test]
fn arabic_and_hebrew_prefixes() {
    for text in ["في سوريا", "وسوريا", "بسوريا", "وبسوريا"] {
        assert_eq!(marked(text, "ar"), ["wd:Q1"], "{text}");
    }
    assert_eq!(marked("בסוריה", "he"), ["wd:Q1"]);
}

#[test]
fn slavic_cases_and_the_germanic_genitive() {
    for text in ["Она живёт в Дамаске.", "Войска у Дамаска.", "О Сирии говорят."]
    {
        assert_eq!(marked(text, "ru").len(), 1, "{text}");
    }
    // A word that opens a sentence is no case of a name.
    assert_eq!(marked("Сирии.", "ru"), [""; 0]);
    check_in("de", "Die Lage Syriens bleibt ernst.", &["         ^^^^^^^ wd:Q1"]);
    check_in("sv", "Syriens styre föll.", &["^^^^^^^ wd:Q1"]);
    check_in("no", "Det var Theresa Mays plan.", &["        ^^^^^^^^^^^^ x:may"]);
    check("The Syriens left.", &[]);
}

#[test]
fn scripts_without_spaces() {
    for (text, language) in [("他在叙利亚工作", "zh"), ("彼はシリアで働く", "ja"), ("เขาทำงานในซีเรียวันนี้", "th")]
    {
        assert_eq!(marked(text, language), ["wd:Q1"], "{text}");
    }
    // Katakana runs are words.
    assert_eq!(marked("シリアル", "ja"), [""; 0]);
}
