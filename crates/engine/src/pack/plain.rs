//! Keeps out of a pack's texts what would change how the words around them are shown.

/// Whether `letter` is a control character, or one that sets the direction of the text around it: an override can make a name read
/// backwards, and what follows it too. Marks of direction, joiners and soft hyphens, which names have, stay.
pub fn is_unfit(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// `text` without such characters.
pub fn plain(mut text: String) -> String {
    if text.contains(is_unfit) {
        text.retain(|letter| !is_unfit(letter));
    }
    text
}
