//! Opens packs of any bytes, and a right one with bytes changed: an error or an engine that answers, never a panic.
#![no_main]
#[path = "engine.rs"]
mod small;

use engine::compile::CompiledPack;
use engine::{Engine, PlainOptions};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static PACK: LazyLock<CompiledPack> = LazyLock::new(small::pack);

/// `bytes` with those at some places replaced, three bytes of `edits` to a place, and cut short by the rest.
fn changed(bytes: &[u8], edits: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for edit in edits.chunks_exact(3) {
        let at = (usize::from(edit[0]) << 8 | usize::from(edit[1])) % bytes.len();
        bytes[at] = edit[2];
    }
    if edits.len() % 3 == 1 {
        bytes.truncate(bytes.len() * usize::from(edits[edits.len() - 1]) / 255);
    }
    bytes
}

fuzz_target!(|data: &[u8]| {
    for (names, cards) in [
        (data.to_vec(), data.to_vec()),
        (changed(&PACK.names, data), PACK.cards.clone()),
        (PACK.names.clone(), changed(&PACK.cards, data)),
    ] {
        let mut engine = Engine::new();
        if engine.add_names(names).is_ok() && engine.add_cards(cards).is_ok() {
            let found = engine.annotate_plain("In Homs and Hama, Syria, they said so.", &PlainOptions::default());
            for mention in found.mentions {
                engine.entity(&mention.entity);
            }
        }
    }
    let _ = Engine::new().add_model(data);
});
