//! Precision, recall and F1 of a text against another, by their words; Chinese and Japanese by their characters.

use std::collections::HashMap;

/// The words of a text, each with how often it occurs.
pub fn tokens(text: &str) -> HashMap<String, u32> {
    let mut found = HashMap::new();
    let mut word = String::new();
    let mut take = |word: &mut String| {
        if !word.is_empty() {
            *found.entry(std::mem::take(word)).or_default() += 1;
        }
    };
    for character in text.chars().flat_map(char::to_lowercase) {
        let alone = matches!(character as u32, 0x3040..=0x30FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF);
        if alone || !is_word(character) {
            take(&mut word);
        }
        if alone {
            take(&mut character.to_string());
        } else if is_word(character) {
            word.push(character);
        }
    }
    take(&mut word);
    found
}

/// Letters, digits and the marks that Indian scripts write vowels with.
fn is_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character as u32, 0x300..=0x36F | 0x900..=0x903 | 0x93A..=0x94F)
}

/// F1 of `found` against `gold`.
pub fn f1(found: &HashMap<String, u32>, gold: &HashMap<String, u32>) -> f64 {
    let total = |counts: &HashMap<String, u32>| f64::from(counts.values().sum::<u32>());
    let common: u32 = found.iter().map(|(token, &count)| count.min(gold.get(token).copied().unwrap_or(0))).sum();
    if common == 0 { 0.0 } else { 2.0 * f64::from(common) / (total(found) + total(gold)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_characters_count() {
        assert_eq!(f1(&tokens("One, two TWO"), &tokens("two one three")), 2.0 * 2.0 / 6.0);
        assert_eq!(tokens("東京AB").len(), 3);
    }
}
