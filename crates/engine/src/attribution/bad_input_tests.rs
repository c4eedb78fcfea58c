//! Texts that no newsroom would publish: every stage must come through them, and quickly.

use super::tests::model;
use super::*;

/// Characters of the long texts. With time that grows with the square of the length each would take minutes.
const LONG: usize = 60_000;

/// Finds statements by rules alone, with the model, and as in the other languages; spans must be words of one block, and the
/// paragraphs of one statement must be a group: neighbours, of which the first leaves a quotation open or ends with a colon, or the
/// next begins with one.
#[track_caller]
fn survives(text: &str) {
    for (language, model) in
        [("en", None), ("en", Some(model())), ("de", None), ("fr", None), ("es", None), ("ru", None), ("ar", None)]
    {
        survives_as(text, language, model);
    }
}

#[track_caller]
fn survives_as(text: &str, language: &str, model: Option<&Model>) {
    let document = Document::from_plain(text, language);
    let quotations = scan(&document);
    let block_of = |at: usize| document.blocks.partition_point(|block| block.range.end <= at);
    for attribution in attribute(&document, &[], None, model) {
        for range in attribution.source.iter().chain(&attribution.cue).chain(&attribution.content) {
            let words = text.get(range.clone());
            assert!(words.is_some_and(|words| !words.is_empty() && !words.contains('\n')), "{range:?}");
        }
        let blocks = attribution.content.iter().map(|range| block_of(range.start));
        let (first, last) = (blocks.clone().min().unwrap_or(0), blocks.max().unwrap_or(0));
        for block in first..last {
            let open = quotations.iter().any(|found| found.goes_on && found.block == block);
            let ends = text[..document.blocks[block].range.end].trim_end().ends_with(':');
            let start = document.token_at(document.blocks[block + 1].range.start);
            let start = document.tokens.get(start).map_or(0, |token| token.start);
            let begins = quotations.iter().any(|found| found.range.start == start);
            assert!(open || ends || begins, "block {block} of {first} to {last} in {text:.200}");
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

/// Texts put together at random from what confuses readers of quotations.
#[test]
fn texts_put_together_at_random() {
    const PIECES: &[&str] = &[
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "'",
        "«",
        "»",
        "„",
        "''",
        "\n",
        "\n",
        ", ",
        ". ",
        ": ",
        " — ",
        "he said",
        "She",
        "said",
        "Ann Lee",
        "The ministry",
        "according to",
        "told reporters",
        "who",
        "that it was so",
        "it is over today",
        "added",
        "reportedly",
        "сказал мэр",
        "sagte er",
        "a-t-il dit",
        "dijo Ana",
        "قال الوزير",
        "\u{202b}",
        "\u{200f}",
        "e\u{301}",
        "😀",
        "(",
        "…",
        "and",
    ];
    let mut state = 7_u64;
    for _ in 0..400 {
        let mut text = String::new();
        for _ in 0..60 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(PIECES[(state >> 33) as usize % PIECES.len()]);
            text.push_str(if state >> 63 == 0 { " " } else { "" });
        }
        survives(&text);
    }
}

#[test]
fn one_name_and_one_pronoun_ten_thousand_times() {
    survives(&repeated("Ann Lee left. “It is over,” she said. Bob Roe stayed. "));
    survives(&repeated("And And And She said it was so and "));
    survives(&repeated("Ann Bea Cleo Dora Eve He said that it was so "));
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
