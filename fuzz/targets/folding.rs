//! Folds any text and asks the map back for every place: always inside the text and between characters.
#![no_main]
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let folded = engine::fold::fold(text);
    let mut at = 0;
    for character in folded.text.chars() {
        let source = folded.source(at..at + character.len_utf8());
        assert!(text.get(source.clone()).is_some(), "{source:?}");
        at += character.len_utf8();
    }
    for token in engine::tokens::tokenize(text) {
        assert!(!token.of(text).is_empty());
    }
    let index = engine::units::UnitIndex::new(text);
    for (at, _) in text.char_indices().step_by(7) {
        assert_eq!(index.utf16(at), text[..at].encode_utf16().count());
    }
});
