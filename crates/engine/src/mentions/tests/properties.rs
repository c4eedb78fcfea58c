//! What holds of every text: order, edges, independence of what stands elsewhere and of the order of seeds.

use super::{WORLD, engine};
use crate::drawn_world::pack_of;
use crate::{Annotation, PlainOptions};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// Text in which names, quotation marks and odd characters meet often.
fn busy_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Damascus".to_string()),
        Just(" has warned ".to_string()),
        Just("Syrian Arab Army (SAA)".to_string()),
        Just("“".to_string()),
        Just("” said al-".to_string()),
        Just("U.S.".to_string()),
        Just("\n".to_string()),
        Just("e\u{301}😀\u{ad}".to_string()),
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// Names with marks that belong to the letter or sign before them.
fn accented_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Damascus",
        "U.S.",
        "Syria",
        "Que",
        "bec",
        " in ",
        "’s",
        "\u{301}",
        "\u{94d}",
        "\u{a3c}",
        "\u{e0100}",
        "\u{200d}",
        "😀",
        "\u{1f3fb}",
        "سوريا",
        "\u{64e}",
        "シリア",
        "\u{3099}",
        "\n",
        "(",
        "-",
    ]);
    prop::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_annotated_in_order_and_on_boundaries(text in busy_text()) {
        let found = engine().annotate_plain(&text, &PlainOptions { language: Some("en".into()), date: None });
        for mention in &found.mentions {
            prop_assert!(text.get(mention.range.clone()).is_some_and(|surface| !surface.is_empty()));
            prop_assert!(!text[mention.range.clone()].contains('\n'));
        }
        prop_assert!(found.mentions.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
        for range in found.attributions.iter().flat_map(|found| found.source.iter().chain(&found.cue).chain(&found.content)) {
            prop_assert!(text.get(range.clone()).is_some());
        }
    }

    #[test]
    fn no_mention_starts_or_ends_inside_a_grapheme(text in accented_text()) {
        let edges: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        for mention in annotate(&text).mentions {
            prop_assert!(edges.contains(&mention.range.start) && edges.contains(&mention.range.end), "{:?}", mention.range);
        }
    }

    #[test]
    fn matching_knows_no_other_block(one in busy_text(), other in busy_text()) {
        // Without what the page is sure of, a block is matched by itself: only the choice may look at the rest.
        let ranges = |text: &str| -> Vec<_> { matched(text) };
        let mut apart = ranges(&one);
        apart.extend(ranges(&other).into_iter().map(|range| range.start + one.len() + 1..range.end + one.len() + 1));
        prop_assert_eq!(ranges(&format!("{one}\n{other}")), apart);
    }
}

fn annotate(text: &str) -> Annotation {
    engine().annotate_plain(text, &PlainOptions { language: Some("en".into()), date: None })
}

/// Where written forms of the small world stand in `text`.
fn matched(text: &str) -> Vec<std::ops::Range<usize>> {
    let engine = engine();
    let document = crate::document::Document::from_plain(text, "en");
    let mut lookup = crate::mentions::Lookup::new(engine.knowledge());
    let found = crate::mentions::matches::find_matches(&document, &mut lookup);
    found.into_iter().map(|matched| matched.range).collect()
}

#[test]
fn the_order_of_seeds_changes_nothing() {
    let compiled = |text: String| {
        let pack = pack_of(&text);
        (pack.names, pack.cards)
    };
    let mut lines: Vec<&str> = WORLD.lines().filter(|line| line.trim_start().starts_with('{')).collect();
    let as_written = compiled(format!("entity = [\n{}\n]", lines.join("\n")));
    lines.reverse();
    assert!(compiled(format!("entity = [\n{}\n]", lines.join("\n"))) == as_written);
}
