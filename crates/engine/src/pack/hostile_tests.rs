//! Packs made by somebody who means harm, sums and all: refused in a sentence, or read without harm and in little time.

use super::capitals::Capitals;
use super::container::{FileKind, write};
use super::record_table::write_records;
use super::records::{AliasRecord, CardRecord, CitationRecord, EntityRecord, FactRecord, PackMeta};
use super::{PackError, cards, names};
use crate::kind::EntityKind;
use crate::seeds::{AliasKind, Risk};
use crate::wire::CardRequest;
use crate::{Engine, PlainOptions};

const NAME: &str = "Homs";

fn meta() -> Vec<u8> {
    let meta = PackMeta { id: "x".into(), version: "1".into(), as_of: "2026-01-01".into(), entities: 1, aliases: 1 };
    postcard::to_stdvec(&meta).unwrap()
}

fn entity(index: u32, label: &str) -> EntityRecord {
    EntityRecord {
        id: format!("x:{index}"),
        label: label.into(),
        kind: EntityKind::City,
        country: None,
        position: None,
        prominence: 90,
        related: vec![],
        same_as: vec![],
    }
}

fn alias(entity: u32) -> AliasRecord {
    let (kind, risk) = (AliasKind::default(), Risk::None);
    AliasRecord { entity, capitals: Capitals::of(NAME, false), kind, risk, everyday: 0, from: None, to: None }
}

/// A names file with those entities, all of which the one name may mean.
fn names_of(entities: Vec<EntityRecord>) -> Vec<u8> {
    names_with(NAME.to_lowercase().as_bytes(), entities.len() as u32, entities)
}

/// The same with the name's folded form, any bytes, and so many entities that it may mean, whether they are there or not.
fn names_with(form: &[u8], meant: u32, entities: Vec<EntityRecord>) -> Vec<u8> {
    let (alias_sizes, aliases) = write_records([(0..meant).map(alias).collect::<Vec<_>>()]);
    let (entity_sizes, entities) = write_records(entities);
    let map = |keys: &[(&[u8], u64)]| fst::Map::from_iter(keys.iter().copied()).unwrap().into_fst().into_inner();
    write(
        FileKind::Names,
        &[
            (names::META, meta()),
            (names::FILTER, vec![0xff; 8]),
            (names::FORMS, map(&[(form, 0)])),
            (names::ALIAS_SIZES, alias_sizes),
            (names::ALIASES, aliases),
            (names::ENTITY_SIZES, entity_sizes),
            (names::ENTITIES, entities),
            (names::OTHER_IDS, map(&[])),
        ],
    )
}

fn cards_of(cards: Vec<CardRecord>, citations: Vec<CitationRecord>) -> Vec<u8> {
    let ((card_sizes, cards), (citation_sizes, citations)) = (write_records(cards), write_records(citations));
    let (sizes, all) = (cards::CARD_SIZES, cards::CARDS);
    let sections =
        [(sizes, card_sizes), (all, cards), (cards::CITATION_SIZES, citation_sizes), (cards::CITATIONS, citations)];
    write(FileKind::Cards, &[&[(cards::META, meta())][..], &sections].concat())
}

#[test]
fn a_million_entities_of_one_name_are_refused_in_a_sentence() {
    let pack = names_with(b"homs", 1_000_000, vec![entity(0, NAME)]);
    let error = Engine::new().add_names(pack).unwrap_err();
    assert_eq!(error, PackError::Oversized { part: "the entities of one name" });
    let sentence = "This pack holds more about the entities of one name than Gloss can read without slowing pages down. Use another pack.";
    assert_eq!(error.to_string(), sentence);
}

#[test]
fn as_many_entities_of_one_name_as_a_pack_may_hold_leave_a_long_text_readable() {
    let many =
        (1..).find(|many| write_records([(0..*many).map(alias).collect::<Vec<_>>()]).1.len() > names::MOST_OF_NAME);
    let most = many.unwrap() - 1;
    let pack = names_of((0..most).map(|index| entity(index, NAME)).collect());
    let mut engine = Engine::new();
    engine.add_names(pack).unwrap();
    let text = format!("{NAME} was quiet. ").repeat(500);
    let found = engine.annotate_plain(&text, &PlainOptions::default());
    assert!(found.mentions.iter().all(|mention| !mention.shown), "nothing tells {most} entities apart");
    assert!(most > 80, "{most}: no name of the world means so many places");
}

#[test]
fn cards_that_are_too_large_are_refused_in_a_sentence() {
    let fact = FactRecord {
        about: "event".into(),
        value: "It rained.".into(),
        reference: None,
        on: Some("2016".into()),
        from: None,
        to: None,
        attributed: None,
        citations: vec![0],
    };
    let card = |facts| CardRecord { description: "A city.".into(), facts, more: None };
    let citation = CitationRecord { title: "x".repeat(1 << 20), url: None, publisher: "y".into(), date: None };
    for (pack, part) in [
        (cards_of(vec![card(vec![fact; 100_000])], vec![]), "one card"),
        (cards_of(vec![card(vec![])], vec![citation]), "one citation"),
    ] {
        let mut engine = Engine::new();
        engine.add_names(names_of(vec![entity(0, NAME)])).unwrap();
        assert_eq!(engine.add_cards(pack), Err(PackError::Oversized { part }));
    }
}

#[test]
fn a_table_that_claims_more_than_is_there_takes_no_memory() {
    // The nearest that an unpacked format comes to a file which unpacks to far more than itself.
    let mut sections = vec![(cards::META, meta()), (cards::CARDS, vec![0; 8]), (cards::CITATION_SIZES, vec![])];
    sections.push((cards::CITATIONS, vec![]));
    for sizes in [vec![0xff; 4], vec![0xff; 4 << 20]] {
        let pack = write(FileKind::Cards, &[&sections[..], &[(cards::CARD_SIZES, sizes)]].concat());
        let mut engine = Engine::new();
        engine.add_names(names_of(vec![entity(0, NAME)])).unwrap();
        assert_eq!(engine.add_cards(pack), Err(PackError::Oversized { part: "one card" }));
    }
}

#[test]
fn a_form_that_ends_inside_a_character_is_no_form() {
    for form in ["hom\u{436}".as_bytes(), "\u{436}".as_bytes(), "\u{10348}\u{10348}".as_bytes()] {
        for end in 1..form.len() {
            let mut engine = Engine::new();
            engine.add_names(names_with(&form[..end], 1, vec![entity(0, NAME)])).unwrap();
            engine.annotate_plain(std::str::from_utf8(form).unwrap(), &PlainOptions::default());
        }
    }
}

#[test]
fn what_would_turn_other_words_around_is_left_out_and_markup_is_text() {
    let evil = "Ho\u{202e}ms\u{2066} <img src=x onerror=alert(1)>\u{7}\n";
    let clean = "Homs <img src=x onerror=alert(1)>";
    let fact = FactRecord {
        about: evil.into(),
        value: evil.into(),
        reference: None,
        on: Some("2016-05-01".into()),
        from: None,
        to: None,
        attributed: Some(evil.into()),
        citations: vec![0],
    };
    let card = CardRecord { description: evil.into(), facts: vec![fact], more: None };
    let citation = CitationRecord { title: evil.into(), url: None, publisher: evil.into(), date: Some(evil.into()) };
    let mut engine = Engine::new();
    engine.add_names(names_of(vec![entity(0, evil)])).unwrap();
    engine.add_cards(cards_of(vec![card], vec![citation])).unwrap();
    let card = engine.card(&CardRequest { entity: "x:0".into(), as_of: Some("2017-01-01".into()) }).unwrap();
    let facts: Vec<_> = card.on_date.iter().chain(&card.earlier).collect();
    let [fact] = facts[..] else { panic!("{card:?}") };
    assert_eq!((card.label.as_str(), card.description.as_str(), fact.text.as_str()), (clean, clean, clean));
    assert_eq!(fact.according_to.as_deref(), Some(clean));
    let [citation] = &card.citations[..] else { panic!("{card:?}") };
    assert_eq!(
        (citation.title.as_str(), citation.publisher.as_str(), citation.date.as_deref()),
        (clean, clean, Some(clean))
    );
    assert!(!format!("{card:?}").contains('\u{202e}'));
    // What names of the world are written with stays.
    let persian = "می\u{200c}دان \u{200f}A\u{ad}B";
    let mut engine = Engine::new();
    engine.add_names(names_of(vec![entity(0, persian)])).unwrap();
    assert_eq!(engine.entity("x:0").unwrap().label, persian);
}
