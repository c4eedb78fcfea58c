//! Letters that Unicode keeps a second time for their look: full and half width, ligatures, Arabic letters by their place in the word.
//!
//! News pages hold these few of the 3,700 characters with a compatibility decomposition; the whole table would take 55 KB of the module.

/// Latin ligatures from U+FB00 on.
const LIGATURES: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
/// Katakana of half width from U+FF66 on.
const HALF_WIDTH: &str = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309A}";
/// Arabic letters from U+FE80 on, each with the number of its forms.
const ARABIC: &str = "ء1آ2أ2ؤ2إ2ئ4ا2ب4ة2ت4ث4ج4ح4خ4د2ذ2ر2ز2س4ش4ص4ض4ط4ظ4ع4غ4ف4ق4ك4ل4م4ن4ه4و2ى2ي4";
/// Letters of Persian and Urdu: the first of each one's forms, their number, and the letter.
const PERSIAN: [(u32, u32, char); 9] = [
    (0xFB56, 4, 'پ'),
    (0xFB66, 4, 'ٹ'),
    (0xFB7A, 4, 'چ'),
    (0xFB88, 2, 'ڈ'),
    (0xFB8A, 2, 'ژ'),
    (0xFB8C, 2, 'ڑ'),
    (0xFB8E, 4, 'ک'),
    (0xFB92, 4, 'گ'),
    (0xFBFC, 4, 'ی'),
];

/// Calls `each` with the ordinary letters that `character` stands for: itself, unless it is one of these.
pub fn spell_out(character: char, mut each: impl FnMut(char)) {
    let code = character as u32;
    let single = match code {
        0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0),
        0xFF66..=0xFF9F => HALF_WIDTH.chars().nth((code - 0xFF66) as usize),
        0xFE80..=0xFEF4 => arabic(code - 0xFE80),
        0xFB50..=0xFBFF => {
            let found = PERSIAN.iter().find(|&&(first, forms, _)| (first..first + forms).contains(&code));
            found.map(|&(.., letter)| letter)
        }
        0xFB00..=0xFB06 => {
            LIGATURES[(code - 0xFB00) as usize].chars().for_each(each);
            return;
        }
        // Lam with one of four alefs, two forms each.
        0xFEF5..=0xFEFC => {
            each('ل');
            ['آ', 'أ', 'إ', 'ا'].get(((code - 0xFEF5) / 2) as usize).copied()
        }
        _ => None,
    };
    each(single.unwrap_or(character));
}

/// The Arabic letter whose forms include the one at `place`, counted from U+FE80.
fn arabic(place: u32) -> Option<char> {
    let mut letters = ARABIC.chars();
    let mut passed = 0;
    while let (Some(letter), Some(forms)) = (letters.next(), letters.next().and_then(|digit| digit.to_digit(10))) {
        passed += forms;
        if place < passed {
            return Some(letter);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn as_unicode_spells_them_out() {
        let persian = PERSIAN.iter().flat_map(|&(first, forms, _)| first..first + forms);
        let ranges = [0xFF01..=0xFF5E, 0xFF66..=0xFF9F, 0xFE80..=0xFEFC, 0xFB00..=0xFB06];
        for code in ranges.into_iter().flatten().chain(persian) {
            let character = char::from_u32(code).unwrap();
            let mut spelt = String::new();
            spell_out(character, |letter| spelt.push(letter));
            let expected: String = std::iter::once(character).nfkd().collect();
            assert_eq!(spelt.nfd().collect::<String>(), expected, "U+{code:04X}");
        }
        for character in ['a', 'é', 'ñ', '中', 'ﷲ'] {
            let mut spelt = String::new();
            spell_out(character, |letter| spelt.push(letter));
            assert_eq!(spelt, character.to_string());
        }
    }
}
