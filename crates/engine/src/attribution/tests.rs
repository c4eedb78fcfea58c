//! Drawn examples of statements: who, by which words, what.

use super::*;

/// The model that the extension is bundled with.
pub fn model() -> &'static Model {
    static MODEL: std::sync::OnceLock<Model> = std::sync::OnceLock::new();
    MODEL.get_or_init(|| {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/model/attribution.model");
        Model::open(&std::fs::read(path).expect("the bundled model is there")).expect("the bundled model opens")
    })
}

/// Checks the statements shown of `text`, without any pack, by rules alone and with the model, against lines of the form
/// `source | cue | content | speaker | outlet | kind`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    check_with(None, text, expected);
    check_with(Some(model()), text, expected);
}

#[track_caller]
fn check_with(model: Option<&Model>, text: &str, expected: &[&str]) {
    let document = Document::from_plain(text, "en");
    let found = attribute(&document, &[], None, model);
    let words =
        |ranges: &[Range<usize>]| ranges.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>().join(" … ");
    let voice = |voice: &Option<Voice>| voice.as_ref().map_or("-".to_string(), |voice| voice.text.clone());
    let lines: Vec<String> = found
        .iter()
        .filter(|attribution| attribution.shown)
        .map(|attribution| {
            format!(
                "{} | {} | {} | {} | {} | {:?}",
                words(&attribution.source).trim_end_matches(','),
                words(&attribution.cue),
                words(&attribution.content),
                voice(&attribution.speaker),
                voice(&attribution.outlet),
                attribution.kind
            )
        })
        .collect();
    let stage = if model.is_some() { "with the model" } else { "by rules alone" };
    assert_eq!(lines, expected, "\n{stage}: {text}\n{}\n", lines.join("\n"));
}

#[test]
fn a_quotation_before_its_speaker() {
    check(
        "“The road is open,” said Ada Lovelace, the mayor of Aden.",
        &["Ada Lovelace, the mayor of Aden | said | “The road is open,” | Ada Lovelace | - | Official"],
    );
    check(
        "“It is over today,” Mosul governor Nofal Hammadi told Iraqi TV channel al-Sumaria.",
        &["Mosul governor Nofal Hammadi | told | “It is over today,” | Nofal Hammadi | al-Sumaria | Official"],
    );
    check(
        "“We saw smoke. Then we ran,” a port worker told Reuters.",
        &["a port worker | told | “We saw smoke. Then we ran,” | port worker | Reuters | Anonymous"],
    );
}

#[test]
fn a_quotation_split_by_its_speaker() {
    check(
        "“The road is open,” the mayor said. “Nobody was hurt in the valley.”",
        &["the mayor | said | “The road is open,” … “Nobody was hurt in the valley.” | the mayor | - | Official"],
    );
}

#[test]
fn a_paraphrase_after_its_speaker() {
    check(
        "The ministry said that the bridge had been repaired.",
        &["The ministry | said | that the bridge had been repaired | The ministry | - | Organisation"],
    );
    check(
        "On Monday, officials said the bridge was closed.",
        &["officials | said | the bridge was closed | officials | - | Anonymous"],
    );
    check(
        "Raffaello Marini, director of studies at the institute, said the deal was dead.",
        &[
            "Raffaello Marini, director of studies at the institute | said | the deal was dead | Raffaello Marini | - | Person",
        ],
    );
}

#[test]
fn a_paraphrase_before_its_speaker() {
    check(
        "The convoy left the town on twelve trucks, a correspondent from AFP noted.",
        &[
            "a correspondent from AFP | noted | The convoy left the town on twelve trucks | correspondent from AFP | AFP | Anonymous",
        ],
    );
    check(
        "Some 300 troops will reportedly be sent, while others will stay, analysts say.",
        &[
            "analysts | say | Some 300 troops will reportedly be sent, while others will stay | analysts | - | Anonymous",
        ],
    );
}

#[test]
fn only_the_last_clause_before_its_speaker() {
    check(
        "The town is held by rebels; two men blew up an office, the blogger Salim Aziz reported.",
        &["the blogger Salim Aziz | reported | two men blew up an office | Salim Aziz | - | Person"],
    );
}

#[test]
fn a_surname_that_looks_like_a_cue() {
    check("Yesterday the engineer Omar Said left the hall without a word.", &[]);
    check(
        "Mayor Leila Said said the market was open.",
        &["Mayor Leila Said | said | the market was open | Leila Said | - | Official"],
    );
}

#[test]
fn who_spoke_last_in_an_earlier_part_of_the_page() {
    let earlier = |text: &str| Voice { text: text.into(), range: None, entity: None, label: None };
    for (said, last, expected) in [
        ("She said the road was open.", "Ada Lovelace", "Ada Lovelace"),
        ("She said the road was open.", "the ministry", "She"),
        ("The ministry said the road was open.", "Ada Lovelace", "The ministry"),
    ] {
        for model in [None, Some(model())] {
            let found = attribute(&Document::from_plain(said, "en"), &[], Some(&earlier(last)), model);
            let speakers: Vec<&str> = found.iter().flat_map(|found| &found.speaker).map(|voice| &*voice.text).collect();
            assert_eq!(speakers, [expected], "{said} after {last}");
        }
    }
}

#[test]
fn according_to_somebody() {
    check(
        "According to the United Nations, the camp was empty.",
        &["the United Nations | According to | the camp was empty | United Nations | - | Person"],
    );
    check(
        "The border is now held by the army, according to Maya R. Salem.",
        &["Maya R. Salem | according to | The border is now held by the army | Maya R. Salem | - | Person"],
    );
}

#[test]
fn speakers_taken_up_later() {
    check(
        "“It is safe,” Hama governor Omar Khalil said. The governor said schools would open. He added that buses ran. Khalil said that nobody had been hurt.",
        &[
            "Hama governor Omar Khalil | said | “It is safe,” | Omar Khalil | - | Official",
            "The governor | said | schools would open | Omar Khalil | - | Official",
            "He | added | that buses ran | Omar Khalil | - | Official",
            "Khalil | said | that nobody had been hurt | Omar Khalil | - | Official",
        ],
    );
}

#[test]
fn an_office_is_taken_up_in_spite_of_a_slip() {
    check(
        "“It is safe,” Hama governor Omar Khalil said. The governer said schools would open.",
        &[
            "Hama governor Omar Khalil | said | “It is safe,” | Omar Khalil | - | Official",
            "The governer | said | schools would open | Omar Khalil | - | Official",
        ],
    );
}

#[test]
fn a_name_beside_an_office() {
    check(
        "“It is safe,” the governor of Hama, Omar Khalil, told al-Sumaria television.",
        &["the governor of Hama, Omar Khalil | told | “It is safe,” | Omar Khalil | al-Sumaria | Official"],
    );
    check(
        "“It is safe,” a clerk, who was not named, said.",
        &["a clerk, who was not named | said | “It is safe,” | clerk | - | Anonymous"],
    );
}

#[test]
fn whom_a_warning_was_given() {
    check(
        "The ministry has warned Ankara that it would respond.",
        &["The ministry | has warned | that it would respond | The ministry | - | Organisation"],
    );
}

#[test]
fn hedges_without_a_source() {
    check(
        "The commander was reportedly killed in June.",
        &[" | reportedly | The commander was … killed in June | - | - | None"],
    );
}

#[test]
fn what_is_no_statement() {
    for text in [
        "The so-called “safe zone” was shelled.",
        "She read “War and Peace” on the train.",
        "Three men were reported missing.",
        "The report was published on Monday.",
        "His claims are under review.",
        "The town was called Ras al-Ain.",
        "He did not say when.",
        "The army took the hill and moved on.",
    ] {
        check(text, &[]);
    }
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_gives_spans_on_boundaries(pieces in prop::collection::vec(prop_oneof![
            Just("“".to_string()), Just("” ".into()), Just("said ".into()), Just(", ".into()), Just("according to ".into()),
            Just("told Reuters ".into()), Just(". ".into()), Just("\n".into()), Just("reportedly ".into()), any::<String>(),
        ], 0..16)) {
            let text = pieces.concat();
            let document = Document::from_plain(&text, "en");
            for attribution in [None, Some(model())].into_iter().flat_map(|model| attribute(&document, &[], None, model)) {
                prop_assert!(!attribution.content.is_empty());
                for range in attribution.source.iter().chain(&attribution.cue).chain(&attribution.content) {
                    prop_assert!(text.get(range.clone()).is_some_and(|words| !words.is_empty()));
                    let crosses = text[range.clone()].contains('\n');
                    prop_assert!(!crosses, "a span crosses a paragraph");
                }
            }
        }
    }
}
