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
pub fn measure(text: &str) -> Prose {
    let mut found = Prose::default();
    let (mut digits, mut capitals) = (0_u32, 0_u32);
    let mut last = ' ';
    for character in text.chars() {
        found.characters += 1;
        found.length += letters_in(character);
        match character {
            '.' | '!' | '?' | '。' | '！' | '？' | '؟' | '।' | '…' | '．' => {
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
            }
        }
        last = character;
    }
    found.ends &= last != ' ';
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
