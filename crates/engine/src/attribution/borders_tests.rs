//! Where statements begin and end, drawn: invented sentences with what may be shown of them.

use super::mend_tests::{check, shown};
use super::tests::model;
use super::*;

#[test]
fn what_the_author_tells_beside_a_quotation() {
    for (text, expected) in [
        (
            "Nine farmers left the valley in May. They sold their land to Lumo Farms Inc. “The dam will not hold for another year,” \
             Ada Lovelace said.",
            "Ada Lovelace | “The dam will not hold for another year,”",
        ),
        (
            "The ministry rejected the report as “a pack of lies,” and nine farmers told Radio Aden that the dam is old.",
            "The ministry | the report as “a pack of lies,”",
        ),
    ] {
        let found = shown(text, Some(model()));
        let lines: Vec<String> = found.iter().map(|(source, content)| format!("{source} | {content}")).collect();
        assert!(lines.iter().any(|line| line.ends_with(expected)), "{text}: {lines:?}");
    }
}

#[test]
fn what_others_said_to_a_source_or_after_it() {
    for text in [
        "Family doctors in the valley have been urged to “remain calm and alert” near the dam.",
        "The old mayor has been accused of selling the dam to nine farmers.",
        "When she agreed, the guard opened all nine gates of the dam.",
        "As the plan was unsealed in Aden, Ada Lovelace testified before the board of the dam.",
    ] {
        check(text, Some(""), "");
    }
}

#[test]
fn a_source_ends_with_its_name() {
    for (text, source, speaker) in [
        (
            "Ms Ada Lovelace, Chair of the Dam Board said: “We have checked every gate of it.”",
            "Ms Ada Lovelace, Chair of the Dam Board",
            "Ada Lovelace",
        ),
        (
            "The dam agency’s coroner-in-chief, Zane Lumo, said the dam was old and would not hold.",
            "The dam agency’s coroner-in-chief, Zane Lumo",
            "Zane Lumo",
        ),
        (
            "Former area councillor, Seabata Lumo, said the farmers have raised the matter nine times.",
            "Former area councillor, Seabata Lumo",
            "Seabata Lumo",
        ),
    ] {
        let document = Document::from_plain(text, "en");
        let found = attribute(&document, &[], None, Some(model()));
        let found = found.iter().find(|found| found.shown).expect(text);
        assert_eq!(text[found.source[0].clone()].trim_end_matches(','), source);
        assert_eq!(found.speaker.as_ref().map(|voice| voice.text.as_str()), Some(speaker), "{text}");
    }
}

#[test]
fn a_paragraph_left_open_is_said_by_whoever_closes_it() {
    let text = "Nine officials have defended the dam, saying it could not be replaced.\n“New walls will not bring the farmers \
        home. They will not make a better valley for anybody.\n“We ask the mayor to think of the farmers,” Ada Lovelace concluded.";
    let found = shown(text, Some(model()));
    let open = found.iter().find(|found| found.1.contains("New walls"));
    assert_eq!(open.map(|found| found.0.as_str()), Some("Ada Lovelace"), "{found:?}");
}

#[test]
fn what_is_retold_and_hedged() {
    let text = "It is an odd tale. The guard recalled that Ada Lovelace, who was told of it, replied that he said, “I will sell the dam.”";
    let all = attribute(&Document::from_plain(text, "en"), &[], None, Some(model()));
    assert!(all.iter().filter_map(|found| found.relayed_by.as_ref()).all(|voice| voice.text != "who"), "{all:?}");
    let text = "Ada Lovelace is said to have answered the mayor with eight words: “Don’t you want to see the dam?”";
    let all = attribute(&Document::from_plain(text, "en"), &[], None, Some(model()));
    let hedged = all.iter().find(|found| found.shown && found.speaker.is_none());
    assert_eq!(hedged.map(|found| found.directness), Some(Directness::Mixed), "{all:?}");
}

#[test]
fn what_is_left_of_a_clause_or_was_done_after_it() {
    for (text, content) in [
        (
            "A new deal, once due in weeks after the meeting of Ada Lovelace and vice-mayor Omar Khalil, could now be signed in May, \
             farmers say.",
            None,
        ),
        (
            "Ada Lovelace urged the farmers to open the old gate and returned the keys in May.",
            Some("to open the old gate"),
        ),
        (
            "Ada Lovelace urged the farmers to open the old gate and keep the keys in May.",
            Some("to open the old gate and keep the keys in May"),
        ),
    ] {
        for model in [None, Some(model())] {
            for (_, shown) in shown(text, model) {
                assert!(
                    !shown.starts_with("mayor Omar") && content.is_none_or(|content| shown.ends_with(content)),
                    "{text}: {shown}"
                );
            }
        }
    }
}

#[test]
fn bodies_with_foreign_names() {
    for (text, name) in [
        ("The charity Action pour les Enfants said the gate was shut.", "Action pour les Enfants"),
        ("Ärzte für das Leben said the gate was shut.", "Ärzte für das Leben"),
        ("The mayor of Aden, Marie de Cour, said the gate was shut.", "Marie de Cour"),
    ] {
        let found = attribute(&Document::from_plain(text, "en"), &[], None, None);
        let speaker = found.first().and_then(|found| found.speaker.as_ref()).map(|voice| &*voice.text);
        assert_eq!(speaker, Some(name), "{text}");
        let body = found[0].kind == SourceKind::Organisation;
        assert_eq!(body, !name.starts_with("Marie"), "{text}: {:?}", found[0].kind);
    }
}
