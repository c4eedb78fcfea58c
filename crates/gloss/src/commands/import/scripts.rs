//! Chooses, from GeoNames' unsorted alternate names, those that news may write.
//!
//! The names carry no language and many are mechanical: transliterations without capitals, three-letter codes, single
//! ideographs, exonyms of small languages. Kept are Latin forms close to the name itself, and for each script a form
//! or two in the letters of the languages that news uses.

use super::fold::plain;
use engine::seeds::{AliasKind, AliasTable};

/// A Latin form shorter than this is a code or an abbreviation.
const MIN_LATIN: usize = 4;

/// A script with the language its forms are tagged with.
struct Script {
    lang: &'static str,
    /// Whether every letter of the form may belong to that language.
    fits: fn(char) -> bool,
    /// Letters of which the form must hold at least one, when the script is shared; empty when not.
    needs: &'static str,
    fewest: usize,
    most: usize,
}

/// In this order: a form belongs to the first language that it fits.
const SCRIPTS: &[Script] = &[
    Script { lang: "fa", fits: is_persian, needs: "پچژگکی", fewest: 2, most: 1 },
    Script { lang: "ar", fits: is_arabic, needs: "", fewest: 2, most: 2 },
    Script { lang: "uk", fits: is_ukrainian, needs: "іїєґ", fewest: 3, most: 1 },
    Script { lang: "ru", fits: is_russian, needs: "", fewest: 3, most: 2 },
    Script { lang: "he", fits: |letter| matches!(letter, 'א'..='ת'), needs: "", fewest: 2, most: 1 },
    Script { lang: "el", fits: |letter| matches!(letter as u32, 0x386..=0x3CE), needs: "", fewest: 3, most: 1 },
    Script { lang: "ja", fits: |letter| matches!(letter as u32, 0x30A1..=0x30FC), needs: "", fewest: 2, most: 1 },
    Script { lang: "ko", fits: |letter| matches!(letter as u32, 0xAC00..=0xD7A3), needs: "", fewest: 2, most: 1 },
    Script { lang: "zh", fits: |letter| matches!(letter as u32, 0x4E00..=0x9FFF), needs: "", fewest: 2, most: 2 },
    Script { lang: "hi", fits: |letter| matches!(letter as u32, 0x900..=0x97F), needs: "", fewest: 2, most: 1 },
    Script { lang: "th", fits: |letter| matches!(letter as u32, 0xE00..=0xE7F), needs: "", fewest: 2, most: 1 },
];

fn is_arabic(letter: char) -> bool {
    matches!(letter as u32, 0x621..=0x63A | 0x641..=0x64A)
}

fn is_persian(letter: char) -> bool {
    (is_arabic(letter) && !matches!(letter, 'ي' | 'ك' | 'ة' | 'ى')) || "پچژگکی‌".contains(letter)
}

fn is_russian(letter: char) -> bool {
    matches!(letter, 'А'..='я' | 'ё' | 'Ё')
}

fn is_ukrainian(letter: char) -> bool {
    (is_russian(letter) && !"ёыэъЁЫЭЪ".contains(letter)) || "іїєґІЇЄҐ’'".contains(letter)
}

/// The forms of `alternates` to keep for a place called `label`: at most `most_latin` Latin ones, and those of the
/// languages in `langs`, of all when it is empty.
pub fn choose(label: &str, alternates: &[String], langs: &[&str], most_latin: usize) -> Vec<AliasTable> {
    let mut found = latin(label, alternates);
    found.truncate(most_latin);
    for script in SCRIPTS.iter().filter(|script| langs.is_empty() || langs.contains(&script.lang)) {
        let mut forms: Vec<&String> = alternates.iter().filter(|form| lang(form) == Some(script.lang)).collect();
        // The plainest form is the name itself; longer ones say "city" or "municipality" as well.
        forms.sort_by_key(|form| {
            (romanised(form).map_or(0, |text| edit_distance(&plain(label), &text)), form.chars().count(), form.as_str())
        });
        let shortest = forms.first().map_or(0, |form| form.chars().count());
        forms.retain(|form| form.split_whitespace().count() <= label.split_whitespace().count().max(1));
        forms.retain(|form| form.chars().count() <= shortest * 2);
        found.extend(forms.into_iter().take(script.most).map(|form| AliasTable {
            text: form.clone(),
            lang: Some(script.lang.into()),
            kind: AliasKind::Native,
            ..AliasTable::default()
        }));
    }
    found
}

/// A Cyrillic form in Latin letters, to see how near it is to the name; nothing for other scripts.
fn romanised(form: &str) -> Option<String> {
    const LETTERS: &[(char, &str)] = &[
        ('а', "a"),
        ('б', "b"),
        ('в', "v"),
        ('г', "g"),
        ('д', "d"),
        ('е', "e"),
        ('ё', "e"),
        ('ж', "zh"),
        ('з', "z"),
        ('и', "i"),
        ('й', "y"),
        ('к', "k"),
        ('л', "l"),
        ('м', "m"),
        ('н', "n"),
        ('о', "o"),
        ('п', "p"),
        ('р', "r"),
        ('с', "s"),
        ('т', "t"),
        ('у', "u"),
        ('ф', "f"),
        ('х', "kh"),
        ('ц', "ts"),
        ('ч', "ch"),
        ('ш', "sh"),
        ('щ', "shch"),
        ('ъ', ""),
        ('ы', "y"),
        ('ь', ""),
        ('э', "e"),
        ('ю', "yu"),
        ('я', "ya"),
        ('і', "i"),
        ('ї', "i"),
        ('є', "ye"),
        ('ґ', "g"),
        (' ', " "),
        ('-', " "),
        ('’', ""),
        ('\'', ""),
    ];
    let letter = |letter: char| LETTERS.iter().find(|(known, _)| *known == letter).map(|(_, text)| *text);
    form.chars().flat_map(char::to_lowercase).map(letter).collect()
}

/// The language a form in another script is tagged with.
pub fn lang(form: &str) -> Option<&'static str> {
    let letters = || form.chars().filter(|letter| !matches!(letter, ' ' | '-' | '־'));
    SCRIPTS
        .iter()
        .find(|script| {
            letters().count() >= script.fewest
                && letters().all(script.fits)
                && (script.needs.is_empty() || letters().any(|letter| script.needs.contains(letter)))
        })
        .map(|script| script.lang)
}

/// Latin forms that are spellings of `label`, the nearest first.
pub fn latin(label: &str, alternates: &[String]) -> Vec<AliasTable> {
    let mut known = vec![engine::fold::fold(label).text];
    let mut forms: Vec<(usize, &String)> = alternates
        .iter()
        .filter(|form| is_news_like(form))
        .filter_map(|form| spelling_distance(label, form).map(|distance| (distance, form)))
        .collect();
    forms.sort_by_key(|(distance, form)| (*distance, !form.is_ascii(), form.as_str()));
    let mut found = Vec::new();
    for (_, form) in forms {
        let form = form.trim_end_matches(['\'', '’']);
        let folded = engine::fold::fold(form).text;
        if !known.contains(&folded) {
            known.push(folded);
            found.push(AliasTable { text: form.to_string(), ..AliasTable::default() });
        }
    }
    found
}

/// Latin letters, each word but particles with a capital, no code, no comment.
pub fn is_news_like(form: &str) -> bool {
    let is_latin =
        |letter: char| letter.is_ascii_alphabetic() || matches!(letter as u32, 0xC0..=0x24F | 0x1E00..=0x1EFF);
    let joins = |letter: char| matches!(letter, ' ' | '-' | '\'' | '’' | '.');
    let letters = form.chars().filter(|letter| is_latin(*letter)).count();
    let is_code =
        form.chars().filter(|letter| letter.is_uppercase()).count() > 1 && !form.chars().any(char::is_lowercase);
    letters >= MIN_LATIN
        && !is_code
        && form.chars().all(|letter| is_latin(letter) || joins(letter))
        && form.starts_with(char::is_uppercase)
}

/// How far apart two spellings are, when one may be written for the other: nothing when they are different names.
fn spelling_distance(label: &str, form: &str) -> Option<usize> {
    let (one, other) =
        (without_article(&plain(label).replace(' ', "")), without_article(&plain(form).replace(' ', "")));
    let distance = edit_distance(&one, &other);
    // "Homsa", "Homsas", "Homsz": the same name with the ending of another language.
    let inflected = |name: &str, form: &str| {
        form.strip_prefix(name).is_some_and(|ending| (1..=2).contains(&ending.len()) && !ending.ends_with('h'))
    };
    if inflected(&one, &other) {
        return None;
    }
    let alike = bare_sounds(&one) == bare_sounds(&other);
    let longest = one.chars().count().max(other.chars().count());
    let (near, far) = (longest / 5, longest * 3 / 5);
    let same_start = one.chars().next() == other.chars().next();
    (distance <= near && same_start || alike && distance <= far).then_some(distance)
}

/// Takes off an Arabic article, which may be written together with the name, assimilated to it or not.
fn without_article(text: &str) -> String {
    let article = ["al", "el", "ar", "as", "ad", "an", "at", "az", "er", "es", "ed", "en", "et", "ez"];
    let found = article.iter().find_map(|article| text.strip_prefix(article)).filter(|name| name.chars().count() > 4);
    found.unwrap_or(text).to_string()
}

/// What transliterations agree on: consonants, with those that one sound is written by made equal.
fn bare_sounds(text: &str) -> String {
    let mut text = text.to_string();
    for (from, to) in [
        ("kh", "h"),
        ("gh", "g"),
        ("sh", "s"),
        ("ch", "s"),
        ("dj", "j"),
        ("dh", "d"),
        ("th", "t"),
        ("ph", "f"),
        ("ck", "k"),
        ("tz", "z"),
        ("ts", "z"),
    ] {
        text = text.replace(from, to);
    }
    let mut out = String::new();
    for letter in text.chars() {
        let sound = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w' | 'h' => continue,
            'q' | 'c' => 'k',
            'z' => 's',
            'v' => 'b',
            other => other,
        };
        if !out.ends_with(sound) {
            out.push(sound);
        }
    }
    out
}

/// Levenshtein distance in letters.
fn edit_distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (column, known) in other.iter().enumerate() {
            let cost = diagonal + usize::from(letter != *known);
            diagonal = row[column + 1];
            row[column + 1] = cost.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(label: &str, alternates: &[&str]) -> Vec<String> {
        let alternates: Vec<String> = alternates.iter().map(|form| form.to_string()).collect();
        choose(label, &alternates, &[], 5)
            .into_iter()
            .map(|form| form.lang.map_or(form.text.clone(), |lang| format!("{lang}:{}", form.text)))
            .collect()
    }

    #[test]
    fn mechanical_forms_codes_and_other_names_are_left_out() {
        assert_eq!(
            texts(
                "Homs",
                &[
                    "Choms",
                    "Emesa",
                    "Himsa",
                    "Hims",
                    "Homsz",
                    "QHS",
                    "h xms",
                    "hms",
                    "Kh'oms",
                    "حمص",
                    "مدينة حمص",
                    "Хомс",
                    "霍姆斯",
                    "홈스",
                    "חומס"
                ]
            ),
            ["Hims", "Kh'oms", "Himsa", "ar:حمص", "ru:Хомс", "he:חומס", "ko:홈스", "zh:霍姆斯"]
        );
    }

    #[test]
    fn transliterations_are_kept() {
        let found = texts("As-Suwayda", &["As Suwaydā'", "Soueida", "Es Suweida", "Sweida", "Suweyda", "Dionysias"]);
        for form in ["Soueida", "Es Suweida", "Sweida", "Suweyda"] {
            assert!(found.iter().any(|known| known == form), "{form} in {found:?}");
        }
        assert!(!found.iter().any(|known| known == "Dionysias" || known == "As Suwaydā'"), "{found:?}");
    }

    #[test]
    fn forms_are_tagged_by_script() {
        for (form, expected) in [
            ("دمشق", Some("ar")),
            ("تهران", Some("ar")),
            ("شانگهای", Some("fa")),
            ("Київ", Some("uk")),
            ("Киев", Some("ru")),
            ("Бейжің", None),
            ("دىمەشىق", None),
            ("北京", Some("zh")),
            ("沪", None),
            ("Paris", None),
        ] {
            assert_eq!(lang(form), expected, "{form}");
        }
    }
}
