//! Texts that no newsroom would publish: every stage must come through them, and quickly.

use super::tests::model;
use super::*;

/// Characters of the long texts. With time that grows with the square of the length each would take minutes.
const LONG: usize = 60_000;

/// Finds statements by rules alone and with the model; spans must be words of one block.
#[track_caller]
fn survives(text: &str) {
    let document = Document::from_plain(text, "en");
    for model in [None, Some(model())] {
        for attribution in attribute(&document, &[], None, model) {
            for range in attribution.source.iter().chain(&attribution.cue).chain(&attribution.content) {
                let words = text.get(range.clone());
                assert!(words.is_some_and(|words| !words.is_empty() && !words.contains('\n')), "{range:?}");
            }
        }
    }
}

fn repeated(piece: &str) -> String {
    piece.repeat(LONG / piece.len())
}

#[test]
fn long_texts_without_an_end() {
    survives(&repeated("the army said the town was calm and officials told reporters that it was quiet "));
    survives(&repeated("he said “this is it” and then she said “that was it” and "));
    survives(&repeated("“It is over,” he said. "));
    survives(&format!("“{}” she said.", repeated("word and ")));
}

#[test]
fn marks_that_nothing_closes() {
    for piece in ["\"a ", "'tis said ", "“so ", "« a ", "‘x ", "''y ", "``z ", "”“"] {
        survives(&repeated(piece));
    }
    survives("“One ‘two \"three” four’ five\" he said.");
    survives("”He said” “he said");
}

#[test]
fn ten_thousand_quotations() {
    survives(&"“It is over,” said Ann. ".repeat(10_000));
    survives(&"“It is over,” said Ann.\n".repeat(10_000));
}

#[test]
fn odd_paragraphs() {
    survives("");
    survives("\n\n \n\t\n");
    survives(":");
    survives("said");
    survives("said:\n“Yes, it is so.”\n“And this.”");
    survives("قال: “نعم، هذا صحيح تماما” he said.");
    survives("“\n”\n“”\n'' ''");
}

#[test]
fn a_million_characters_without_a_full_stop() {
    let text = "the army said the town was calm and officials told reporters “it was quiet” ".repeat(13_000);
    assert!(text.chars().count() > 950_000);
    let document = Document::from_plain(&text, "en");
    attribute(&document, &[], None, None);
    attribute(&document, &[], None, Some(model()));
}

#[test]
fn no_statement_leaves_its_paragraph_group() {
    for text in [
        "“This opens and never closes, she said.\nA second paragraph.\nA third, he said.",
        "He said:\n“One.”\nAnother paragraph has nothing to do with it.",
        "\u{202b}قال: “نعم” he said.\u{202c}\n“A page that is one quotation and goes on and on”",
    ] {
        survives(text);
    }
}
