//! Answers any request that can be read at all: spans lie in their blocks, cards, sources and statements exist.
#![no_main]
#[path = "engine.rs"]
mod small;

use engine::Engine;
use engine::wire::{AnnotateReply, AnnotateRequest, Span};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

struct Shared(Engine);
// The fuzzer runs on one thread.
unsafe impl Sync for Shared {}
unsafe impl Send for Shared {}

static ENGINE: LazyLock<Shared> = LazyLock::new(|| Shared(small::engine()));

/// Asserts that whatever `reply` points to is there, so that the page side may trust it.
fn holds(request: &AnnotateRequest, reply: &AnnotateReply) {
    let lies_in_block = |span: &Span| {
        let block = &request.blocks[span.block as usize];
        assert!(span.start < span.end && span.end <= block.length, "{span:?} of {block:?}");
    };
    for mention in &reply.mentions {
        lies_in_block(&mention.span);
        assert!((mention.card as usize) < reply.cards.len());
    }
    for statement in &reply.statements {
        statement.source.iter().chain(&statement.cue).chain(&statement.content).for_each(lies_in_block);
        assert!((statement.source_index as usize) < reply.sources.len());
    }
    for source in &reply.sources {
        assert!((source.first as usize) < reply.statements.len());
    }
}

fuzz_target!(|data: &[u8]| {
    // The request, a zero byte, and the page's text.
    let Some(end) = data.iter().position(|&byte| byte == 0) else { return };
    let (Ok(request), Ok(text)) =
        (serde_json::from_slice::<AnnotateRequest>(&data[..end]), std::str::from_utf8(&data[end + 1..]))
    else {
        return;
    };
    let reply = ENGINE.0.annotate(text, &request);
    holds(&request, &reply);
    // The next request of the page hands the context back.
    let again = AnnotateRequest { context: Some(reply.context), ..request };
    holds(&again, &ENGINE.0.annotate(text, &again));
});
