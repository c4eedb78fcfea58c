//! What the compiler accepts, refuses, and merges.

use super::*;
use crate::Engine;
use crate::wire::CardRequest;

fn source(name: &str, text: &str) -> SeedSource {
    SeedSource { name: name.into(), text: text.into() }
}

fn options() -> CompileOptions {
    CompileOptions { id: "test".into(), version: "1".into(), as_of: "2026-01-01".into() }
}

const CITATION: &str = "[citation.a]\ntitle = \"A\"\npublisher = \"B\"\nlicence = \"reference\"\n";

#[test]
fn every_defect_is_named_with_its_line() {
    for (seeds, line, part) in [
        ("x = ", 1, "seeds/README.md"),
        ("[[entity]]\nid = \"x:a\"\nkind = \"spaceship\"\nlabel = \"A\"\ndescription = \"A.\"", 3, "spaceship"),
        ("[[entity]]\nid = \"q:a\"\nkind = \"city\"\nlabel = \"A\"\ndescription = \"A.\"", 2, "starts with one of"),
        ("[[entity]]\nid = \"x:a\"\nkind = \"city\"\nlabel = \"A\"\ndescription = \"The regime's city.\"", 2, "regime"),
        ("[[entity]]\nid = \"x:a\"\nkind = \"city\"\nlabel = \"A\"\ndescription = \"\"", 2, "0 characters"),
        (
            "[[entity]]\nid = \"x:a\"\nkind = \"city\"\nlabel = \"A\u{202e}B\"\ndescription = \"A.\"",
            2,
            "“AB” holds the character U+202E",
        ),
        (
            "[[entity]]\nid = \"x:a\"\nkind = \"city\"\nlabel = \"A\"\ndescription = \"A.\"\naliases = [\"B\\u0007\"]",
            2,
            "U+0007",
        ),
        (
            "[[entity]]\nid = \"x:a\"\nkind = \"city\"\nlabel = \"A\"\ndescription = \"A.\"\ncountry = \"wd:Q1\"",
            2,
            "not in the seeds",
        ),
        (
            "[[entity]]\nid = \"x:a\"\nkind = \"city\"\nlabel = \"A\"\ndescription = \"A.\"\nfacts = [{ about = \"event\", value = \"B.\", on = \"2020\", cite = [] }]",
            2,
            "no citation",
        ),
        (
            "[[entity]]\nid = \"x:a\"\nkind = \"city\"\nlabel = \"A\"\ndescription = \"A.\"\nfacts = [{ about = \"leader\", value = \"B\", from = \"2020-13-01\", cite = [\"a\"] }]",
            2,
            "is no date",
        ),
        (
            "[[entity]]\nid = \"x:a\"\nkind = \"city\"\nlabel = \"A\"\ndescription = \"A.\"\nfacts = [{ about = \"leader\", value = \"B\", from = \"2020\", to = \"2019\", cite = [\"a\"] }]",
            2,
            "ends before it begins",
        ),
        (
            "[[entity]]\nid = \"x:a\"\nkind = \"city\"\nlabel = \"A\"\ndescription = \"A.\"\n[[entity]]\nid = \"x:a\"\nkind = \"city\"\nlabel = \"A\"\ndescription = \"A.\"",
            7,
            "already on line 2",
        ),
        (
            "[[entity]]\nid = \"x:a\"\nkind = \"city\"\nlabel = \"A\"\ndescription = \"A.\"\nfacts = [{ about = \"event\", value = \"B.\", on = \"2020\", cite = [\"b\"] }]",
            2,
            "add [citation.b]",
        ),
        (
            "[[entity]]\nid = \"x:a\"\nkind = \"city\"\nlabel = \"A\"\ndescription = \"A.\"\nfacts = [{ about = \"event\", value = \"The town was liberated.\", on = \"2020\", cite = [\"a\"] }]",
            2,
            "say with `attributed` whose word it is",
        ),
        (
            "[[entity]]\nid = \"x:a\"\nkind = \"organisation\"\nlabel = \"A\"\ndescription = \"A.\"\nfacts = [{ about = \"leader\", value = \"B\", from = \"2010\", to = \"2016\", cite = [\"a\"] }, { about = \"leader\", value = \"C\", from = \"2014\", to = \"ongoing\", cite = [\"a\"] }]",
            2,
            "correct `from` or `to` of one",
        ),
        (
            "[[entity]]\nid = \"x:a\"\nkind = \"party\"\nlabel = \"Forward\"\ndescription = \"A.\"",
            2,
            "risk = \"context\"",
        ),
        (
            "[[entity]]\nid = \"x:a\"\nkind = \"party\"\nlabel = \"A\"\ndescription = \"A.\"\naliases = [\"Change\"]",
            2,
            "“Change” is a common word",
        ),
        ("# s\n\n[citation.b]\ntitle = \"A\"\npublisher = \"B\"\nlicence = \"shareware\"", 3, "use one of reference"),
        (
            "[citation.b]\ntitle = \"A\"\npublisher = \"B\"\nlicence = \"MIT\"\n[citation.b]\ntitle = \"A\"",
            5,
            "duplicate key",
        ),
        ("# s\n[[entity]]\nid = \"x:a\"\r\n", 3, "plain line feeds"),
        ("[[entity]]\nid = \"x:a\"\nkind = \"city\"\nlabel = \"A\"\nlabel = \"B\"", 5, "duplicate key"),
    ] {
        let errors = check(&[source("citations.toml", CITATION), source("s.toml", seeds)]);
        assert!(
            errors.iter().any(|error| error.file == "s.toml" && error.line == line && error.message.contains(part)),
            "{seeds}\n{errors:?}"
        );
    }
}

#[test]
fn every_defect_of_imported_lines_is_named_with_its_line() {
    const CITATIONS: &str = r#"{"citation":{"a":{"title":"A","publisher":"B","licence":"MIT"}}}"#;
    const CITY: &str = r#"{"id":"x:a","kind":"city","label":"A","description":"A."}"#;
    let long = format!("{CITATIONS}\n{}", "x".repeat(10 << 20));
    for (text, line, part) in [
        (format!("{CITATIONS}\n{CITY}\n{{\"id\":"), 3, "run the importer again"),
        (format!("{CITATIONS}\n{CITY}\n{CITY}"), 3, "already on line 2"),
        (format!("{CITATIONS}\n{CITY}\n{CITATIONS}"), 3, "first line alone"),
        (long, 2, "longer than a megabyte"),
    ] {
        let errors = check(&[source("i.jsonl", &text)]);
        let found = errors.iter().any(|error| error.line == line && error.message.contains(part));
        assert!(found, "{part}: {errors:?}");
    }
    // Two importers must not make one thing twice; people may add to what was imported.
    let both = |other: &str, text: &str| check(&[source("i.jsonl", CITY), source(other, text)]);
    assert!(both("j.jsonl", CITY)[0].message.contains("stands already in i.jsonl on line 1"));
    assert_eq!(both("c.toml", "[[entity]]\nid = \"x:a\"\nkind = \"city\"\nlabel = \"A\"\ndescription = \"B.\""), []);
}

#[test]
fn a_citation_that_no_fact_cites_is_named_with_its_line_and_its_mend() {
    let second = "[citation.b]\ntitle = \"A\"\npublisher = \"B\"\nlicence = \"reference\"\n";
    let cites = |key: &str| {
        let facts = format!("facts = [{{ about = \"event\", value = \"B.\", on = \"2020\", cite = [\"{key}\"] }}]");
        format!("[[entity]]\nid = \"x:{key}\"\nkind = \"city\"\nlabel = \"A\"\ndescription = \"A.\"\n{facts}\n")
    };
    let citations = source("c.toml", &format!("{CITATION}\n{second}"));
    let errors = check(&[citations.clone(), source("u.toml", &cites("a"))]);
    assert_eq!((errors.len(), errors[0].file.as_str(), errors[0].line), (1, "c.toml", 6), "{errors:?}");
    assert!(errors[0].message.contains("no fact cites it; take it out"), "{errors:?}");
    // Facts of other files count, and a pack can be built meanwhile.
    assert_eq!(check(&[citations.clone(), source("u.toml", &cites("a")), source("v.toml", &cites("b"))]), []);
    assert!(compile(&[citations, source("u.toml", &cites("a"))], &options()).is_ok());
}

#[test]
fn an_addition_gives_facts_and_names_to_an_entity_of_another_file() {
    let entity =
        "[[entity]]\nid = \"x:p\"\nkind = \"person\"\nlabel = \"P\"\ndescription = \"P.\"\naliases = [\"R\"]\n";
    let addition = |id: &str| {
        format!(
            "[[addition]]\nid = \"{id}\"\naliases = [\"Q\", \"R\"]\nfacts = [{{ about = \"founded\", value = \"a club\", on = \"2015\", cite = [\"a\"] }}]"
        )
    };
    // Whichever file comes first.
    for names in [["c.toml", "d.toml", "e.toml"], ["e.toml", "d.toml", "c.toml"]] {
        let sources = [source(names[0], CITATION), source(names[1], &addition("x:p")), source(names[2], entity)];
        assert_eq!(check(&sources), []);
        let merged = read::read(&sources).unwrap();
        assert_eq!(merged.entities["x:p"].facts.len(), 1);
        let forms: Vec<_> = merged.entities["x:p"].aliases.iter().map(|alias| alias.table().text).collect();
        assert_eq!(forms, ["Q", "R"]);
        assert_eq!(merged.entities["x:p"].label, "P");
    }
    let errors = check(&[source("c.toml", CITATION), source("d.toml", &addition("x:q")), source("e.toml", entity)]);
    assert_eq!((errors[0].file.as_str(), errors[0].line), ("d.toml", 2), "{errors:?}");
    assert!(errors[0].message.contains("describe it as [[entity]]"), "{errors:?}");
    let twice = format!("{}\n\n{}", addition("x:p"), addition("x:p"));
    let errors = check(&[source("c.toml", CITATION), source("d.toml", &twice), source("e.toml", entity)]);
    assert_eq!((errors[0].file.as_str(), errors[0].line), ("d.toml", 7), "{errors:?}");
}

#[test]
fn two_tables_that_say_the_same_are_refused() {
    let term = |from: &str| {
        format!(
            "[[entity]]\nid = \"x:p\"\nkind = \"person\"\nlabel = \"P\"\ndescription = \"P.\"\nfacts = [{{ about = \"office\", value = \"President of Utopia\", from = \"{from}\", cite = [\"a\"] }}]"
        )
    };
    let citations = source("c.toml", CITATION);
    let errors = check(&[citations.clone(), source("u.toml", &term("2015")), source("v.toml", &term("2020"))]);
    assert_eq!((errors.len(), errors[0].file.as_str(), errors[0].line), (1, "v.toml", 2), "{errors:?}");
    assert!(errors[0].message.contains("stands in u.toml too"), "{errors:?}");
    // One table may count several terms.
    let terms = term("2015")
        .replace("}]", "}, { about = \"office\", value = \"President of Utopia\", from = \"2020\", cite = [\"a\"] }]");
    assert_eq!(check(&[citations, source("u.toml", &terms)]), []);
}

#[test]
fn a_term_of_office_in_better_words_replaces_the_imported_one() {
    let fact = |about: &str, value: &str, from: &str| {
        format!(r#"{{"about":"{about}","value":"{value}","from":"{from}","cite":["a"]}}"#)
    };
    let person = |facts: &[String]| {
        let facts = facts.join(",");
        format!(r#"{{"id":"x:p","kind":"person","label":"P","description":"P.","facts":[{facts}]}}"#)
    };
    let imported = person(&[
        fact("office", "Head of state or government of Utopia", "2015-05-29"),
        fact("office", "Minister of Utopia", "2001-02-03"),
        fact("born", "Nahr", "1942"),
    ]);
    let curated = "[[entity]]\nid = \"x:p\"\nkind = \"person\"\nlabel = \"P\"\ndescription = \"P.\"\nfacts = [{ about = \"office\", value = \"President of Utopia\", from = \"2015-05-29\", cite = [\"a\"] }, { about = \"born\", value = \"Kiri\", from = \"1942\", cite = [\"a\"] }]";
    let merged = read(&[source("c.toml", CITATION), source("i.jsonl", &imported), source("u.toml", curated)]).unwrap();
    let values: Vec<&str> = merged.entities["x:p"].facts.iter().map(|fact| fact.value.as_str()).collect();
    assert_eq!(values, ["President of Utopia", "Kiri", "Minister of Utopia", "Nahr"]);
}

#[test]
fn a_founding_in_words_replaces_a_register_s_year() {
    let company = |facts: &str| {
        format!("[[entity]]\nid = \"x:c\"\nkind = \"company\"\nlabel = \"C\"\ndescription = \"C.\"\nfacts = [{facts}]")
    };
    let register = company("{ about = \"founded\", value = \"1883\", on = \"1883\", cite = [\"a\"] }");
    let words = company(
        "{ about = \"founded\", value = \"by a merger\", on = \"1951\", cite = [\"a\"] }, { about = \"founded\", value = \"again\", on = \"1960\", cite = [\"a\"] }",
    );
    let merged = read(&[source("c.toml", CITATION), source("r.toml", &register), source("u.toml", &words)]).unwrap();
    let values: Vec<&str> = merged.entities["x:c"].facts.iter().map(|fact| fact.value.as_str()).collect();
    assert_eq!(values, ["by a merger", "again"]);
}

#[test]
fn later_sources_add_and_override() {
    let imported = r#"{"id":"gn:1","kind":"city","label":"Kiev","description":"City.","prominence":70,"facts":[{"about":"population","value":"1","cite":["a"]}]}"#;
    let curated = "[[entity]]\nid = \"gn:1\"\nkind = \"city\"\nlabel = \"Kyiv\"\ndescription = \"Capital.\"\nfacts = [{ about = \"population\", value = \"1\", on = \"2020\", cite = [\"a\"] }, { about = \"mayor\", value = \"B\", from = \"2014\", cite = [\"a\"] }]";
    let sources = [source("c.toml", CITATION), source("imported.jsonl", imported), source("curated.toml", curated)];
    let pack = compile(&sources, &options()).unwrap();
    let mut engine = Engine::new();
    engine.add_names(pack.names).unwrap();
    engine.add_cards(pack.cards).unwrap();
    assert_eq!(engine.find("Kiev")[0].label, "Kyiv");
    let card = engine.card(&CardRequest { entity: "gn:1".into(), as_of: Some("2021-01-01".into()) }).unwrap();
    assert_eq!(card.description, "Capital.");
    let lines: Vec<(&str, &str)> =
        card.on_date.iter().map(|fact| (fact.heading.as_str(), fact.when.as_str())).collect();
    assert_eq!(lines, [("Mayor", "since 2014; end not known"), ("Population", "as of 2020")]);
    assert_eq!(card.citations.len(), 1);
}

#[test]
fn the_order_of_seeds_does_not_matter() {
    let entity =
        |id: &str| format!("{{\"id\":\"{id}\",\"kind\":\"city\",\"label\":\"{id}\",\"description\":\"City.\"}}");
    let one = compile(&[source("a.jsonl", &format!("{}\n{}\n", entity("x:a"), entity("x:b")))], &options()).unwrap();
    let other = compile(&[source("a.jsonl", &format!("{}\n{}\n", entity("x:b"), entity("x:a")))], &options()).unwrap();
    assert_eq!((one.names, one.cards), (other.names, other.cards));
}

#[test]
fn cards_without_their_names_are_refused() {
    let seeds = [source("a.jsonl", "{\"id\":\"x:a\",\"kind\":\"city\",\"label\":\"A\",\"description\":\"City.\"}")];
    let pack = compile(&seeds, &options()).unwrap();
    let error = Engine::new().add_cards(pack.cards).unwrap_err();
    assert!(error.to_string().contains("names file first"), "{error}");
}

#[test]
fn what_is_the_same_is_joined_and_stays_reachable() {
    let imported = r#"
        [[entity]]
        id = "ucdp:9"
        kind = "armed_group"
        label = "Northern Guard Imported"
        description = "A group."
        lat = 1.0
        [[entity]]
        id = "x:leader"
        kind = "person"
        label = "Ada Northman"
        description = "A person."
        country = "ucdp:9"
        related = ["ucdp:9"]
        facts = [{ about = "leader of", value = "Northern Guard", ref = "ucdp:9", cite = ["a"] }]
    "#;
    let curated = r#"
        [[entity]]
        id = "x:northern-guard"
        kind = "armed_group"
        label = "Northern Guard"
        description = "An armed group."
        same_as = ["ucdp:9", "un:Z9"]
    "#;
    let sources = [source("c.toml", CITATION), source("i.toml", imported), source("u.toml", curated)];
    let merged = read(&sources).unwrap();
    let guard = &merged.entities["x:northern-guard"];
    assert!(!merged.entities.contains_key("ucdp:9"));
    assert_eq!(
        (guard.label.as_str(), guard.description.as_str(), guard.lat),
        ("Northern Guard", "An armed group.", Some(1.0))
    );
    assert_eq!(guard.aliases.iter().map(|alias| alias.table().text).collect::<Vec<_>>(), ["Northern Guard Imported"]);
    let leader = &merged.entities["x:leader"];
    assert_eq!(leader.country.as_deref(), Some("x:northern-guard"));
    assert_eq!(leader.related, ["x:northern-guard"]);
    assert_eq!(leader.facts[0].reference.as_deref(), Some("x:northern-guard"));
    assert_eq!(check(&sources), []);
}

#[test]
fn the_seeds_have_no_defects() {
    let mut sources: Vec<SeedSource> = Vec::new();
    // What people write may name what was imported.
    for folder in ["imported", "curated"] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds").join(folder);
        let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            sources.push(source(&path.to_string_lossy(), &std::fs::read_to_string(&path).unwrap()));
        }
    }
    assert!(sources.len() > 15, "the folders of seeds are nearly empty");
    let errors: Vec<String> = check(&sources).iter().map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[test]
fn what_no_pack_can_hold_is_named_with_its_line() {
    let city = |index: usize, more: &str| {
        format!("[[entity]]\nid = \"x:{index}\"\nkind = \"city\"\nlabel = \"Homs\"\ndescription = \"A.\"\n{more}\n")
    };
    let crowd: String = (1000..2500).map(|index| city(index, "")).collect();
    let fact = "{ about = \"event\", value = \"It rained.\", on = \"2020\", cite = [\"a\"] }";
    let facts = format!("facts = [{}]", vec![fact; 3000].join(", "));
    let others = format!("same_as = [{}]", (0..3000).map(|at| format!("\"gn:{at}\"")).collect::<Vec<_>>().join(", "));
    let title = format!("[citation.b]\ntitle = \"{}\"\npublisher = \"B\"\nlicence = \"MIT\"\n", "x".repeat(40_000));
    for (seeds, line, part) in [
        (crowd, 1499 * 6 + 2, "x:2499: “homs”, a form of 1500 entities, takes"),
        (city(1, "") + &city(2, &facts).replace("Homs", "Hama"), 8, "x:2: its card takes"),
        (city(1, &others), 2, "x:1: what stands beside its facts takes"),
        (title, 1, "citation “b” takes"),
    ] {
        let errors = compile(&[source("citations.toml", CITATION), source("s.toml", &seeds)], &options()).unwrap_err();
        let [error] = &errors[..] else { panic!("{errors:?}") };
        assert_eq!((error.file.as_str(), error.line), ("s.toml", line), "{error}");
        assert!(error.message.starts_with(part) && error.message.ends_with("leave some out"), "{error}");
    }
}
