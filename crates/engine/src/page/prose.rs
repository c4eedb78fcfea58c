//! What the text of a block alone tells of whether it is prose.

/// Measures of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Prose {
    /// Length in letters of an alphabet: a character that stands for a syllable or a word counts as several.
    pub length: f32,
    /// Marks that end sentences.
    pub stops: u32,
    /// Marks inside sentences.
    pub commas: u32,
    /// Share of digits.
    pub digits: f32,
    /// Share of capitals.
    pub capitals: f32,
    /// Whether it ends as sentences end.
    pub ends: bool,
    /// Whether it opens a quotation.
    pub quotes: bool,
    /// Whether it carries a copyright or trade mark sign, an address, a bar or an arrow.
    pub signs: bool,
    /// Characters.
    pub characters: u32,
}

/// Letters of an alphabet that say as much as one character of this one.
pub fn letters_in(character: char) -> f32 {
    match character as u32 {
        0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF => 3.0,
        0x3040..=0x30FF | 0xAC00..=0xD7A3 => 2.0,
        _ => 1.0,
    }
}

/// Measures `text`.
#[inline(never)] // large, and asked for in several places
pub fn measure(text: &str) -> Prose {
    let mut found = Prose::default();
    /// Letters of Thai or Lao, which mark no end of a sentence, that a sentence has.
    const UNMARKED_SENTENCE: u32 = 60;
    let (mut digits, mut capitals, mut unmarked) = (0_u32, 0_u32, 0_u32);
    let mut last = ' ';
    for character in text.chars() {
        found.characters += 1;
        found.length += letters_in(character);
        match character {
            // First, because most are such.
            'a'..='z' => found.ends = false,
            '.' | '!' | '?' | '。' | '！' | '？' | '؟' | '।' | '…' | '．' | '۔' | '։' | '።' | '។' | '။' =>
            {
                found.stops += 1;
                found.ends = true;
            }
            ',' | ';' | '，' | '、' | '；' | '،' | '؛' => {
                found.commas += 1;
                found.ends = false;
            }
            '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '‘' | '’' | '『' | '』' | ')' | '）' | ' ' | '\u{a0}' =>
            {
                found.quotes |= !matches!(character, ')' | '）' | ' ' | '\u{a0}' | '’');
            }
            '|' | '©' | '®' | '@' | '›' | '→' | '•' | '▶' | '▼' | '❯' => {
                found.signs = true;
                found.ends = false;
            }
            _ => {
                found.ends = false;
                digits += u32::from(character.is_numeric());
                capitals += u32::from(character.is_uppercase());
                unmarked += u32::from(matches!(character as u32, 0xE00..=0xEFF));
            }
        }
        last = character;
    }
    found.ends &= last != ' ';
    if unmarked >= UNMARKED_SENTENCE {
        found.stops = found.stops.max(unmarked / UNMARKED_SENTENCE);
        found.ends = true;
    }
    let share = |count: u32| count as f32 / found.characters.max(1) as f32;
    found.digits = share(digits);
    found.capitals = share(capitals);
    found
}

impl Prose {
    /// Whether it reads like a paragraph of an article.
    pub fn is_paragraph(&self, link_density: f32) -> bool {
        self.length >= 80.0 && self.stops > 0 && link_density < 0.4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_of_all_scripts_are_counted() {
        for (text, stops, ends) in [
            ("The ferry is back. It had been away!", 2, true),
            ("渡轮恢复通航。票价不变。", 2, true),
            ("नाव फिर चलने लगी। किराया वही है।", 2, true),
            ("کشتی دوبارہ چلنے لگی۔ کرایہ وہی ہے۔", 2, true),
            ("Նավը կրկին գործում է։", 1, true),
            ("ጀልባው እንደገና ተጀመረ።", 1, true),
            ("សាឡាងដំណើរការឡើងវិញ។", 1, true),
            ("ကူးတို့ ပြန်စပြီ။", 1, true),
            (
                "เรือข้ามฟากกลับมาเดินเรืออีกครั้งหลังจากหยุดไปหกวันเพราะพายุ ผู้ประกอบการคาดว่าจะกลับมาเดินเรือครบทุกเที่ยวภายในสุดสัปดาห์",
                2,
                true,
            ),
            ("เรือข้ามฟากกลับมาเดินเรือ", 0, false),
            ("World", 0, false),
        ] {
            let found = measure(text);
            assert_eq!((found.stops, found.ends), (stops, ends), "{text}");
        }
    }
}
