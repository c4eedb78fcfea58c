//! Checks whole pages through the engine: dated entries, several languages, and pages of almost nothing.

use crate::drawn_world::engine_of;
use crate::engine::Engine;
use crate::wire::{AnnotateReply, AnnotateRequest, BlockClues, MetaClue, PageClues};

const TEXT: &str = "Shops in Homs opened again this morning, and buses left for the villages along the river for the first time in a week. People \
                    waited for news of their relatives, and the bakeries had bread until noon.";

fn engine() -> Engine {
    let text = r#"{"id":"gn:1","kind":"city","label":"Homs","description":"A city."}"#;
    engine_of(text)
}

/// A block: the number of the entry it stands in, its element, `lang`, `datetime` and text.
type Given<'t> = (u32, &'t str, Option<&'t str>, Option<&'t str>, &'t str);

/// The reply for blocks in elements side by side, on a page of 22 May 2017 that the reader may have dated otherwise.
fn annotate(blocks: &[Given], given_date: Option<&str>) -> AnnotateReply {
    let text: Vec<&str> = blocks.iter().map(|block| block.4).collect();
    let clues = blocks.iter().enumerate().map(|(index, &(entry, name, language, time, text))| BlockClues {
        length: text.encode_utf16().count() as u32,
        path: format!("main>article>{name}"),
        place: vec![0, entry, 100 + index as u32],
        language: language.map(str::to_string),
        time: time.map(str::to_string),
        ..BlockClues::default()
    });
    let request = AnnotateRequest {
        clues: PageClues {
            language: Some("en".into()),
            metas: vec![MetaClue { name: "article:published_time".into(), value: "2017-05-22".into() }],
            ..PageClues::default()
        },
        blocks: clues.collect(),
        context: None,
        asked: true,
        given_date: given_date.map(str::to_string),
        refusals: Vec::new(),
        statements: true,
        all_acts: false,
    };
    engine().annotate(&text.join("\n"), &request)
}

fn days(reply: &AnnotateReply) -> Vec<&str> {
    reply.mentions.iter().map(|mark| reply.cards[mark.card as usize].as_of.as_str()).collect()
}

#[test]
fn a_card_answers_for_the_day_of_the_entry_that_its_mark_stands_in() {
    let blocks = [
        (1, "h2", None, None, "News from Homs"),
        (2, "time", None, Some("2017-05-24T08:00Z"), "Wednesday"),
        (2, "p", None, None, TEXT),
        (3, "time", None, Some("2017-05-23T08:00Z"), "Tuesday"),
        (3, "p", None, None, TEXT),
    ];
    let reply = annotate(&blocks, None);
    assert!(reply.page.entries);
    assert_eq!(days(&reply), ["2017-05-22", "2017-05-24", "2017-05-23"]);
    assert!(reply.mentions.iter().all(|mark| !mark.repeated));
    assert_eq!(reply.context.entities, ["gn:1"]);
    // The reader's word holds for all of the page.
    let reply = annotate(&blocks, Some("2020-02-02"));
    assert!(!reply.page.entries);
    assert_eq!(days(&reply), ["2020-02-02"; 3]);
}

#[test]
fn statements_are_found_in_each_language_of_a_page() {
    let english = "“We wanted every family to be able to read it,” Ada Example said on Monday, before the first lesson of the week began, and \
                   the teachers of the school agreed with her.";
    let german = "„Wir wollten, dass jede Familie sie lesen kann“, sagte Ada Example am Montag, bevor die erste Stunde der Woche begann, und \
                  die Lehrer der Schule stimmten ihr zu.";
    let arabic = "تدرس المدرسة القريبة من محطة القطار بثلاث لغات منذ افتتاحها، وتكتب صحيفتها بهذه اللغات كلها، وإن الدروس تبدأ كل يوم";
    let blocks = [
        (1, "p", None, None, english),
        (1, "p", Some("de"), None, german),
        (1, "p", Some("ar"), None, arabic),
        (1, "p", None, None, english),
    ];
    let reply = annotate(&blocks, None);
    assert_eq!(reply.page.language, "en");
    let blocks: Vec<u32> = reply.statements.iter().map(|statement| statement.content[0].block).collect();
    assert_eq!(blocks, [0, 1, 3]);
}

#[test]
fn an_article_of_one_word_is_no_article() {
    for text in ["Homs", "", "\u{a0}"] {
        assert!(!annotate(&[(1, "p", None, None, text)], None).page.article, "{text:?}");
    }
    assert!(!annotate(&[], None).page.article);
}
