//! The engine that the targets ask: a small pack with the names that their corpus is likely to hit on.
use engine::Engine;
use engine::compile::{CompileOptions, CompiledPack, SeedSource, compile};

/// A pack of a country, two towns that share a name, a person and an outlet.
pub fn pack() -> CompiledPack {
    let text = concat!(
        r#"{"id":"wd:Q1","kind":"country","label":"Syria","description":"A country."}"#,
        "\n",
        r#"{"id":"gn:1","kind":"city","label":"Homs","description":"A city.","country":"wd:Q1"}"#,
        "\n",
        r#"{"id":"gn:2","kind":"city","label":"Hama","description":"A city.","country":"wd:Q1"}"#,
    );
    let source = SeedSource { name: "world.jsonl".into(), text: text.into() };
    let options = CompileOptions { id: "fuzz".into(), version: "1".into(), as_of: "2026-01-01".into() };
    compile(&[source], &options).expect("the seeds above are right")
}

/// An engine with that pack.
#[allow(dead_code, reason = "not every target asks one")]
pub fn engine() -> Engine {
    let pack = pack();
    let mut engine = Engine::new();
    engine.add_names(pack.names).expect("just compiled");
    engine.add_cards(pack.cards).expect("just compiled");
    engine
}
