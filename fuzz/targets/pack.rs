//! Opens packs of any bytes, and right ones with bytes changed and sums made to fit, as somebody who means harm would: an error or an
//! engine that answers, never a panic.
#![no_main]
#[path = "engine.rs"]
mod small;

use engine::compile::CompiledPack;
use engine::wire::CardRequest;
use engine::{Engine, PlainOptions};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use xxhash_rust::xxh3::xxh3_64;

static PACK: LazyLock<CompiledPack> = LazyLock::new(small::pack);

const TEXT: &str = "In Homs and Hama, Syria, Jana Talal Barazi of the Syrian Arab Red Cresent told Reuters it was so. سوريا";

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

/// A pack's file with the sums of its sections and of its table made anew (see `pack/container.rs` for its form).
fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let Some(count) = bytes.get(16..20).map(|count| u32::from_le_bytes(count.try_into().expect("four bytes"))) else { return bytes };
    let table_end = 20 + 28 * (count as usize).min(64);
    if bytes.len() < table_end + 8 {
        return bytes;
    }
    for entry in (20..table_end).step_by(28) {
        let number = |at: usize| u64::from_le_bytes(bytes[at..at + 8].try_into().expect("eight bytes")) as usize;
        let (start, length) = (number(entry + 4), number(entry + 12));
        if let Some(content) = start.checked_add(length).and_then(|end| bytes.get(start..end)) {
            let sum = xxh3_64(content);
            bytes[entry + 20..entry + 28].copy_from_slice(&sum.to_le_bytes());
        }
    }
    let sum = xxh3_64(&bytes[..table_end]);
    bytes[table_end..table_end + 8].copy_from_slice(&sum.to_le_bytes());
    bytes
}

/// A model's file with its sum made anew.
fn sealed_model(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.len() > 24 {
        let sum = xxh3_64(&bytes[24..]);
        bytes[16..24].copy_from_slice(&sum.to_le_bytes());
    }
    bytes
}

fuzz_target!(|data: &[u8]| {
    for (names, cards) in [
        (data.to_vec(), data.to_vec()),
        (changed(&PACK.names, data), PACK.cards.clone()),
        (sealed(changed(&PACK.names, data)), PACK.cards.clone()),
        (PACK.names.clone(), sealed(changed(&PACK.cards, data))),
    ] {
        let mut engine = Engine::new();
        if engine.add_names(names).is_ok() && engine.add_cards(cards).is_ok() {
            let found = engine.annotate_plain(TEXT, &PlainOptions::default());
            for mention in found.mentions {
                engine.entity(&mention.entity);
                engine.card(&CardRequest { entity: mention.entity, as_of: Some("2016-02-03".into()) });
            }
            engine.find("Homs");
        }
    }
    let mut engine = Engine::new();
    if engine.add_model(&sealed_model(data.to_vec())).is_ok() {
        engine.annotate_plain(TEXT, &PlainOptions::default());
    }
});
