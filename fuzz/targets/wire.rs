//! Answers any request that can be read at all: spans lie in their blocks, cards and sources exist.
#![no_main]
#[path = "engine.rs"]
mod small;

use engine::Engine;
use engine::wire::AnnotateRequest;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

struct Shared(Engine);
// The fuzzer runs on one thread.
unsafe impl Sync for Shared {}
unsafe impl Send for Shared {}

static ENGINE: LazyLock<Shared> = LazyLock::new(|| Shared(small::engine()));

fuzz_target!(|data: &[u8]| {
    // The request, a zero byte, and the page's text.
    let Some(end) = data.iter().position(|&byte| byte == 0) else { return };
    let (Ok(request), Ok(text)) =
        (serde_json::from_slice::<AnnotateRequest>(&data[..end]), std::str::from_utf8(&data[end + 1..]))
    else {
        return;
    };
    let reply = ENGINE.0.annotate(text, &request);
    for mention in &reply.mentions {
        assert!(mention.span.start < mention.span.end);
        assert!((mention.span.block as usize) < request.blocks.len());
        assert!((mention.card as usize) < reply.cards.len());
    }
    for statement in &reply.statements {
        assert!((statement.source_index as usize) < reply.sources.len());
    }
});
