//! The engine that the targets ask: a small pack with the names that their corpus is likely to hit on, and the shipped model.
use engine::Engine;
use engine::compile::{CompileOptions, CompiledPack, SeedSource, compile};

/// The attribution model that ships.
#[allow(dead_code, reason = "not every target asks for statements")]
pub const MODEL: &[u8] = include_bytes!("../../crates/engine/model/attribution.model");

const WORLD: &str = r#"{"citation":{"a":{"title":"A","publisher":"B","licence":"reference"}}}
{"id":"x:s","kind":"country","label":"Syria","description":"A country.","lat":35,"lon":38,"aliases":[{"text":"Syrian","kind":"demonym"},{"text":"سوريا","kind":"native","lang":"ar"}]}
{"id":"gn:1","kind":"city","label":"Homs","description":"A city.","country":"x:s","lat":34.7,"lon":36.7}
{"id":"gn:2","kind":"city","label":"Hama","description":"A city.","country":"x:s"}
{"id":"gn:3","kind":"city","label":"Homs","description":"Another city."}
{"id":"x:p","kind":"person","label":"Jana Talal Barazi","description":"A governor.","country":"x:s","facts":[{"about":"office","value":"Governor of Homs","from":"2015-01","to":"2018","cite":["a"]}]}
{"id":"x:o","kind":"organisation","label":"Syrian Arab Red Crescent","description":"A society.","aliases":[{"text":"SARC","kind":"acronym"}]}
{"id":"x:r","kind":"outlet","label":"Reuters","description":"An agency."}
"#;

/// A pack of a country, two towns of one name and a third, a person with an office, an organisation and an outlet.
pub fn pack() -> CompiledPack {
    let source = SeedSource { name: "world.jsonl".into(), text: WORLD.into() };
    let options = CompileOptions { id: "fuzz".into(), version: "1".into(), as_of: "2026-01-01".into() };
    compile(&[source], &options).expect("the seeds above are right")
}

/// An engine with that pack and the model.
#[allow(dead_code, reason = "not every target asks one")]
pub fn engine() -> Engine {
    let pack = pack();
    let mut engine = Engine::new();
    engine.add_names(pack.names).expect("just compiled");
    engine.add_cards(pack.cards).expect("just compiled");
    engine.add_model(MODEL).expect("the one that ships");
    engine
}
