//! What `mend` takes back and gives, drawn: invented sentences with what may be shown of them.

use super::tests::model;
use super::*;

/// The statements shown of `text`, as source and content.
pub(super) fn shown(text: &str, model: Option<&Model>) -> Vec<(String, String)> {
    let document = Document::from_plain(text, "en");
    let words =
        |ranges: &[Range<usize>]| ranges.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>().join(" … ");
    let found = attribute(&document, &[], None, model);
    found.iter().filter(|found| found.shown).map(|found| (words(&found.source), words(&found.content))).collect()
}

/// Checks, by rules alone and with the model, that all contents shown of `text` are `content`, where one is given, none at
/// all where it is empty, and that `first`, as `source | content`, is shown first, where it is not empty.
#[track_caller]
pub(super) fn check(text: &str, content: Option<&str>, first: &str) {
    for model in [None, Some(model())] {
        let found = shown(text, model);
        let stage = model.is_some();
        if let Some(content) = content {
            assert!(found.iter().all(|found| found.1 == content), "{text} (model: {stage}): {found:?}");
            // The model may be too unsure to show what rules show.
            assert!(stage || found.is_empty() == content.is_empty(), "{text} (model: {stage})");
        }
        let line = found.first().map_or(String::new(), |(source, content)| format!("{source} | {content}"));
        assert!(first.is_empty() || line == first, "{text} (model: {stage}): {line}");
    }
}

#[test]
fn a_second_quotation_behind_whoever_passed_the_first_on() {
    let text = "“The dam will hold,” Ada Lovelace said, according to Radio Aden. “We have checked every gate of it.”";
    let (source, content) = shown(text, Some(model())).swap_remove(0);
    assert_eq!(source, "Ada Lovelace");
    assert_eq!(content, "“The dam will hold,” … “We have checked every gate of it.”");
}

#[test]
fn only_quotations_go_on_behind_a_quotation() {
    for text in [
        "“The dam will hold,” Ada Lovelace told a farmer who looked unsure about the old wall.",
        "“The dam will hold,” Ada Lovelace says, pointing at a wall that has no crack.",
    ] {
        check(text, None, "Ada Lovelace | “The dam will hold,”");
    }
}

#[test]
fn what_stands_between_the_parts_of_a_statement() {
    for (text, content) in [
        (
            "“The dam will hold,” Ada Lovelace said of the old wall, “but the gates are a matter of days.”",
            "“The dam will hold,” … “but the gates are a matter of days.”",
        ),
        ("Asked about the old wall, Ada Lovelace said, “The dam will hold.”", "“The dam will hold.”"),
        (
            "At the heart of the trouble, according to Ada Lovelace, was a decision that nobody understood.",
            "At the heart of the trouble … was a decision that nobody understood",
        ),
        (
            "Beginning in May, according to a person familiar with the plan, farmers left the valley.",
            "Beginning in May … farmers left the valley",
        ),
        (
            "The old wall, Ada Lovelace said, keeps the water of nine lakes away from the farms.",
            "The old wall … keeps the water of nine lakes away from the farms",
        ),
        (
            "Despite the rain of nine weeks, Ada Lovelace said the dam would hold “for a hundred years”.",
            "the dam would hold “for a hundred years”",
        ),
        (
            "The number of farmers (according to Ada Lovelace) rose to ninety in May.",
            "The number of farmers … rose to ninety in May",
        ),
    ] {
        let found = shown(text, Some(model()));
        assert!(found.iter().any(|found| found.1 == content), "{text}: {found:?}");
    }
    for text in [
        "The dam is built from small stones, according to simple rules that children learn.",
        "Was the dam supposedly built to hold nine lakes of water?",
        "Their supposedly ancient rights should not stop the building of the dam.",
    ] {
        assert_eq!(shown(text, Some(model())), [], "{text}");
    }
    let text = "Before the vote, Omar Khalil posted, “The dam is ours and always was.”";
    assert!(shown(text, Some(model())).iter().all(|found| found.0 == "Omar Khalil"), "{text}");
    let hedged = "Ada Lovelace has seen the dam, which is thought to hold nine small, old lakes.";
    assert_eq!(shown(hedged, Some(model()))[0].1, "which … hold nine small, old lakes");
    let hedged = "The dam was built by a man who reportedly drowned nine lakes.";
    assert_eq!(shown(hedged, Some(model()))[0].1, "who … drowned nine lakes");
}

#[test]
fn a_main_clause_behind_a_side_clause_is_nobodys() {
    for (text, said) in [
        (
            "After the ministry said that the dam would be closed, farmers sold their land.",
            "that the dam would be closed",
        ),
        ("Although the ministry said that the dam was safe, many families moved out.", "that the dam was safe"),
        (
            "The mayor said that the dam was safe, and that the wall would stand.",
            "that the dam was safe, and that the wall would stand",
        ),
    ] {
        check(text, Some(said), "");
    }
}

#[test]
fn what_only_looks_like_a_statement() {
    for text in [
        "A group called “Friends of the Dam” has nine hundred members.",
        "Ada Lovelace promoted “The Wall of Aden” in a green coat.",
        "The mayor was asked, “Will the dam hold for another year?”",
        "The statement: “I like to draw one wall at a time.”",
        "That is the sort of stuff farmers say it is.",
        "It would take only one farmer to say, “Look at that wall.”",
    ] {
        check(text, Some(""), "");
    }
}

#[test]
fn a_quotation_alone_belongs_to_the_sentence_before() {
    for (text, expected) in [
        ("The mayor said the dam was safe. “We have checked every gate.”", Some("The mayor")),
        ("The mayor said the dam was safe. Nobody in the valley slept. “We have checked every gate.”", None),
        ("The mayor said the dam was safe. “Have we checked every gate?” Ada Lovelace asked.", Some("Ada Lovelace")),
    ] {
        let found = shown(text, Some(model()));
        let quoted: Vec<&str> = found.iter().filter(|found| found.1.contains('“')).map(|found| &*found.0).collect();
        assert_eq!(quoted, Vec::from_iter(expected), "{text}: {found:?}");
    }
}

#[test]
fn a_hedge_speaks_of_its_clause() {
    for (text, expected) in [
        (
            "ADEN, Novania — A farmer left the valley in May after he was reportedly hit by nine stones.",
            "he was … hit by nine stones",
        ),
        ("The dam has nine gates and is rumoured to hold nine small, old lakes.", "hold nine small, old lakes"),
        (
            "Nine gates are built in Aden, and the tenth gate is believed to have come from Velia.",
            "the tenth gate … have come from Velia",
        ),
        ("The dam is said to hold nine lakes, but nobody has counted them.", "The dam … hold nine lakes"),
        (
            "With talk of Lumo allegedly skipping his lessons, it is odd that others are late.",
            "Lumo … skipping his lessons",
        ),
        ("It is a quiet place where pupils reportedly built nine dams.", "where pupils … built nine dams"),
    ] {
        let found = shown(text, Some(model()));
        assert!(found.iter().any(|found| found.1 == expected), "{text}: {found:?}");
    }
    assert_eq!(shown("The mayor has leaked supposedly secret letters to nine farmers.", None), []);
}

#[test]
fn names_and_clauses_are_whole() {
    for (text, source, content) in [
        (
            "Ada Lovelace, chair of the dam board, said: “We have checked every gate of it.”",
            "Ada Lovelace, chair of the dam board",
            "“We have checked every gate of it.”",
        ),
        (
            "“My job at these dams,” says Ada Lovelace, who built nine of them, “has been to count the gates.”",
            "Ada Lovelace, who built nine of them",
            "“My job at these dams,” … “has been to count the gates.”",
        ),
        (
            "The mayor said that the old dam would hold for nine more years, but he gave no details of the plan.",
            "The mayor",
            "that the old dam would hold for nine more years",
        ),
        (
            "When I asked her about the dam, Ada Lovelace said, “We have checked every gate of it.”",
            "Ada Lovelace",
            "“We have checked every gate of it.”",
        ),
    ] {
        let found = shown(text, Some(model()));
        let right = |found: &(String, String)| found.0.trim_end_matches(',') == source && found.1 == content;
        assert!(found.iter().any(right), "{text}: {found:?}");
    }
}

#[test]
fn what_was_done_is_not_said() {
    for text in [
        "The mayor has agreed a deal to replace the old dam by a new one.",
        "Farmers urged to travel in groups after the flood.",
        "Our shocked experts cannot explain why they were so silent.",
        "Most farmers agree with the plan to build nine dams.",
        "Ada Lovelace agreed to be heard by the board of the dam.",
        "The farmer left the hill when the guard asked to see the nine gates.",
        "Ada Lovelace replied four days later.",
        "Ada Lovelace read out the speech that the old mayor had written.",
        "The spring sales promise to be better than they were in May.",
        "Ada Lovelace proposed the plan to the mayor of Aden.",
        "Ada Lovelace also regularly posted in various groups of people who draw dams.",
        "A prelaunch check revealed a crack in the wall of the dam.",
    ] {
        check(text, Some(""), "");
    }
}

#[test]
fn a_statement_ends_before_the_next() {
    for (text, said) in [
        (
            "The mayor said the old dam was safe, adding that nobody would have to leave the valley.",
            "the old dam was safe",
        ),
        (
            "The mayor said nine farmers had left the valley, but added the dam would hold.",
            "nine farmers had left the valley",
        ),
    ] {
        check(text, None, &format!("The mayor | {said}"));
    }
}

#[test]
fn sources_begin_with_their_phrase() {
    for (text, source) in [
        (
            "A source close to Omar Lumo, 70, and Ada Khalil, 36, said they want their child to grow up in the quiet part of Aden.",
            "A source close to Omar Lumo, 70, and Ada Khalil, 36",
        ),
        ("Officials closed the hill in Aden, and Ada Khalil said the dam would hold for a year.", "Ada Khalil"),
        (
            "“If I see one,” Lumo, a collector of maps, old coins, and stamps says, “I buy it at once.”",
            "Lumo, a collector of maps, old coins, and stamps",
        ),
    ] {
        let found = shown(text, Some(model()));
        assert!(
            found.iter().all(|found| found.0.trim_end_matches(',') == source) && !found.is_empty(),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn what_stands_before_who_speaks() {
    for (text, content) in [
        (
            "Despite the rain, Ada Lovelace said during a visit that she would “gladly” sign the plan.",
            "that she would “gladly” sign the plan",
        ),
        (
            "The judge saw the matter otherwise: “When he says he left, I believe him,” she said.",
            "“When he says he left, I believe him,”",
        ),
        (
            "Ada Lovelace put it this way: “Every gate of the dam is open to us.”",
            "“Every gate of the dam is open to us.”",
        ),
        (
            "A farmer pleaded guilty to threatening to kill U.S. Rep. Omar Khalil in May, prosecutors said.",
            "A farmer pleaded guilty to threatening to kill U.S. Rep. Omar Khalil in May",
        ),
        (
            "Ada Lovelace says the dam will hold for a hundred years pic.twitter.com/OxAb4k",
            "the dam will hold for a hundred years",
        ),
        ("“The dam is safe and sound,” soft-spoken Ada Lovelace said.", "“The dam is safe and sound,”"),
    ] {
        let found = shown(text, Some(model()));
        assert!(found.iter().any(|found| found.1 == content), "{text}: {found:?}");
        assert!(found.len() == 1, "{text}: {found:?}");
    }
}

#[test]
fn a_quotation_passed_on_is_its_speakers() {
    let text =
        "“She thinks the dam is far too old,” Omar Khalil said Monday in Aden, according to a transcript of the talk.";
    for model in [None, Some(model())] {
        let found = shown(text, model);
        let quoted = ("Omar Khalil".to_string(), "“She thinks the dam is far too old,”".to_string());
        assert!(found.contains(&quoted), "{found:?}");
    }
}

#[test]
fn a_place_is_left_out_only_inside_what_was_said() {
    let text = "At nine o’clock Ada Lovelace said in May, two days after that, “The dam holds.” Nobody said in Aden that it holds.";
    for cut in (0..=text.len()).filter(|&cut| text.is_char_boundary(cut)) {
        for model in [None, Some(model())] {
            let found = attribute(&Document::from_plain(&text[..cut], "en"), &[], None, model);
            assert!(found.iter().flat_map(|found| &found.content).all(|content| content.start < content.end), "{cut}");
        }
    }
}

#[test]
fn a_torn_clause_is_not_shown() {
    for text in [
        "A couple of years before, according to a story her sister has told, she led a march to the dam.",
        "The ministry said it had closed nine gates of the dam, according to Ada Lovelace.",
    ] {
        let found = shown(text, Some(model()));
        let torn = |found: &(String, String)| found.1.starts_with("had") || found.1.starts_with("A couple");
        assert!(!found.iter().any(torn), "{text}: {found:?}");
    }
}
