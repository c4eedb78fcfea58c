//! The article Gloss was conceived on, against the seeds: every name its right card, every statement its source.
//!
//! The article is not part of the repository. The test runs where the shared data lies beside it, and says so when not.

#![cfg(feature = "compile")]

use engine::compile::{CompileOptions, SeedSource, compile};
use engine::date::Date;
use engine::wire::{CardRequest, SourceKind};
use engine::{Annotation, Engine, PlainOptions};
use std::path::{Path, PathBuf};

fn shared() -> PathBuf {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    std::env::var_os("GLOSS_SHARED").map_or(beside, PathBuf::from)
}

/// The article and an engine with the project's seeds, or `None` where the shared data is absent.
fn load() -> Option<(String, Engine)> {
    let Ok(article) = std::fs::read_to_string(shared().join("seed/homs-2017-05-22.txt")) else {
        eprintln!("SKIPPED: {} is absent", shared().display());
        return None;
    };
    let mut sources = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds"), &mut sources);
    sources.sort_by_key(|source| (source.name.contains("/curated/"), source.name.clone()));
    let options = CompileOptions { id: "world".into(), version: "1".into(), as_of: "2026-02-27".into() };
    let pack =
        compile(&sources, &options).unwrap_or_else(|errors| panic!("{} seed errors: {}", errors.len(), errors[0]));
    let mut engine = Engine::new();
    engine.add_names(pack.names).unwrap();
    engine.add_cards(pack.cards).unwrap();
    Some((article, engine))
}

/// Opens the model that the extension is bundled with.
fn add_model(engine: &mut Engine) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("model/attribution.model");
    engine.add_model(&std::fs::read(path).unwrap()).unwrap();
}

fn collect(folder: &Path, sources: &mut Vec<SeedSource>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "toml" || extension == "jsonl")
            && !path.ends_with("pack.toml")
        {
            sources
                .push(SeedSource { name: path.display().to_string(), text: std::fs::read_to_string(&path).unwrap() });
        }
    }
}

fn annotate(article: &str, engine: &Engine) -> Annotation {
    engine.annotate_plain(article, &PlainOptions { language: Some("en".into()), date: Date::parse("2017-05-22").ok() })
}

/// Every name of the article in order of its first appearance, with the entity it means there.
const NAMES: &[(&str, &str)] = &[
    ("Damascus", "x:government-of-sy"),
    ("Syrian", "wd:Q858"),
    ("Homs", "gn:169577"),
    ("President Assad", "x:bashar-al-assad"),
    ("Assad", "x:bashar-al-assad"),
    ("Syria", "wd:Q858"),
    ("Syrian Arab Army", "x:syrian-arab-army"),
    ("SAA", "x:syrian-arab-army"),
    ("Free Syrian Army", "x:free-syrian-army"),
    ("US", "wd:Q30"),
    ("Talal Barrazi", "x:talal-barazi"),
    ("al-Ikhbariya", "wd:Q11641908"),
    ("al-Waer", "x:al-waer"),
    ("Jarablus", "gn:169179"),
    ("AFP", "wd:Q40464"),
    ("Sputnik News", "wd:Q18572033"),
    ("Russian", "wd:Q159"),
    ("Idlib", "gn:169389"),
    ("al-Qaeda in Syria", "x:al-nusra-front"),
    ("Hayat Tahrir al-Sham", "x:hayat-tahrir-al-sham"),
    ("Saudi", "wd:Q851"),
    ("Turkish", "wd:Q43"),
    ("Ahrar al-Sham", "ucdp:5554"),
    ("Moon of Alabma", "x:moon-of-alabama"),
    ("Lebanon", "wd:Q822"),
    ("Hezbollah", "x:hezbollah"),
    ("Al Ridwan", "x:radwan-force"),
    ("Elijah J. Magnier", "x:elijah-magnier"),
    ("Tanf", "x:al-tanf"),
    ("Suweida", "gn:172408"),
    ("Jordan", "wd:Q810"),
    ("Amman", "x:government-of-jo"),
    ("Jordanian", "wd:Q810"),
];

#[test]
fn every_name_has_its_card_and_nothing_else_has_one() {
    let Some((article, engine)) = load() else { return };
    let found = annotate(&article, &engine);
    let shown: Vec<_> = found.mentions.iter().filter(|mention| mention.shown).collect();
    let mut wrong = Vec::new();
    for (name, entity) in NAMES {
        match shown.iter().find(|mention| &article[mention.range.clone()] == *name) {
            Some(mention) if mention.entity == *entity => {}
            other => wrong.push(format!("{name}: {:?}, not {entity}", other.map(|mention| &mention.entity))),
        }
    }
    for mention in &shown {
        let surface = &article[mention.range.clone()];
        if !NAMES.iter().any(|(name, entity)| *name == surface && mention.entity == *entity)
            && !OTHER_MENTIONS.contains(&(surface, mention.entity.as_str()))
        {
            wrong.push(format!("{surface} is marked as {}", mention.entity));
        }
        let request = CardRequest { entity: mention.entity.clone(), as_of: Some("2017-05-22".into()) };
        // Of one person nothing is known for that day; then the card says what is known since, and nothing more.
        if engine.card(&request).is_none_or(|card| card.on_date.is_empty() && card.since.is_empty()) {
            wrong.push(format!("{surface}: the card of {} says nothing", mention.entity));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Right readings of names that also stand in the article with another one.
const OTHER_MENTIONS: &[(&str, &str)] = &[
    ("al-Qaeda", "un:QDe.004"),
    ("Syrian Army", "x:syrian-arab-army"),
    ("Syrian authorities", "x:government-of-sy"),
    ("Syrian government troops", "x:syrian-arab-army"),
];

/// A word of each statement's content, and who is said to have said it: speaker, outlet, kind.
const STATEMENTS: &[(&str, &str, Option<&str>, SourceKind)] = &[
    ("achievement", "Talal Barrazi", Some("al-Ikhbariya"), SourceKind::Official),
    ("institutions", "Talal Barrazi", None, SourceKind::Official),
    ("weapons", "Talal Barrazi", None, SourceKind::Official),
    ("evacuees", "correspondent", Some("AFP"), SourceKind::Anonymous),
    ("sappers", "police officer", Some("Sputnik News"), SourceKind::Anonymous),
    ("soldiers", "analysts", None, SourceKind::Anonymous),
    ("bombers", "Moon of Alabma", None, SourceKind::Outlet),
    ("base", "Elijah J. Magnier", None, SourceKind::Person),
    ("soil", "Damascus", None, SourceKind::Organisation),
];

#[test]
fn every_statement_has_its_source_and_none_is_invented() {
    let Some((article, mut engine)) = load() else { return };
    check_statements(&article, &annotate(&article, &engine));
    add_model(&mut engine);
    check_statements(&article, &annotate(&article, &engine));
}

/// Checks the statements shown.
fn check_statements(article: &str, found: &Annotation) {
    let shown = || found.attributions.iter().filter(|attribution| attribution.shown);
    let mut wrong = Vec::new();
    for (words, speaker, outlet, kind) in STATEMENTS {
        let statement =
            shown().find(|attribution| attribution.content.iter().any(|range| article[range.clone()].contains(words)));
        let Some(statement) = statement else {
            wrong.push(format!("“{words}” is no statement"));
            continue;
        };
        let who = statement.speaker.as_ref().map_or("", |voice| voice.text.as_str());
        let through = statement.outlet.as_ref().map(|voice| voice.text.as_str());
        let fits_outlet = match outlet {
            Some(outlet) => through.is_some_and(|through| through.contains(outlet)),
            None => through.is_none(),
        };
        if !who.contains(speaker) || !fits_outlet || statement.kind != *kind {
            wrong.push(format!("“{words}”: {who} through {through:?} as {:?}", statement.kind));
        }
    }
    for statement in shown() {
        let content: Vec<&str> = statement.content.iter().map(|range| &article[range.clone()]).collect();
        if !STATEMENTS.iter().any(|(words, ..)| content.iter().any(|text| text.contains(words))) {
            wrong.push(format!("invented: {content:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
