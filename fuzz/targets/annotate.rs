//! Annotates any text: every mention and every part of a statement lies inside it, between characters.
#![no_main]
#[path = "engine.rs"]
mod small;

use engine::{Engine, PlainOptions};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

struct Shared(Engine);
// The fuzzer runs on one thread.
unsafe impl Sync for Shared {}
unsafe impl Send for Shared {}

static ENGINE: LazyLock<Shared> = LazyLock::new(|| Shared(small::engine()));

fuzz_target!(|text: &str| {
    let found = ENGINE.0.annotate_plain(text, &PlainOptions::default());
    for mention in &found.mentions {
        assert!(text.get(mention.range.clone()).is_some_and(|words| !words.is_empty()), "{mention:?}");
    }
    for statement in &found.attributions {
        for range in statement.source.iter().chain(&statement.cue).chain(&statement.content) {
            assert!(text.get(range.clone()).is_some(), "{statement:?}");
        }
    }
    assert!(found.mentions.is_sorted_by(|one, next| one.range.end <= next.range.start), "{:?}", found.mentions);
});
