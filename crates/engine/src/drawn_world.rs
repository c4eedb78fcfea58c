//! Owns the way from seeds drawn in a test to an engine that knows them.

use crate::Engine;
use crate::compile::{CompileOptions, CompiledPack, SeedSource, compile};

/// The pack of seeds written as TOML, or as JSON lines where they begin with a brace; known to the first day of 2026.
pub fn pack_of(seeds: &str) -> CompiledPack {
    let name = if seeds.starts_with('{') { "world.jsonl" } else { "world.toml" };
    let source = SeedSource { name: name.into(), text: seeds.into() };
    let options = CompileOptions { id: "test".into(), version: "1".into(), as_of: "2026-01-01".into() };
    compile(&[source], &options).unwrap()
}

/// An engine that has opened their pack.
pub fn engine_of(seeds: &str) -> Engine {
    let pack = pack_of(seeds);
    let mut engine = Engine::new();
    engine.add_names(pack.names).unwrap();
    engine.add_cards(pack.cards).unwrap();
    engine
}
