//! Statements as they cross to the page side, grouped by who is said to have made them.

use super::spans::Spans;
use crate::attribution::{Attribution, Voice};
use crate::document::Document;
use crate::order::sort_by_key;
use crate::wire::{Directness, SourceKind, SourceSummary, Statement, Who};
use std::ops::Range;

/// The statements of `attributions` with the sources they share, the most reported source first.
pub fn group_by_source<'a>(
    document: &Document,
    spans: &Spans,
    attributions: impl Iterator<Item = &'a Attribution>,
) -> (Vec<Statement>, Vec<SourceSummary>) {
    let mut statements = Vec::new();
    let mut sources: Vec<SourceSummary> = Vec::new();
    // The key of each source. A page has few enough of them to be looked through, which takes less of the module than a table.
    let mut known: Vec<String> = Vec::new();
    for found in attributions {
        let key = source_key(found);
        let source = known.iter().position(|other| *other == key).unwrap_or(known.len());
        if source == known.len() {
            let who = found.speaker.as_ref().map(who).unwrap_or_else(|| source_words(document, found));
            sources.push(SourceSummary { who, kind: found.kind, count: 0, first: statements.len() as u32 });
            known.push(key);
        }
        let all = |ranges: &[Range<usize>]| ranges.iter().flat_map(|range| spans.of(range)).collect();
        for (content, directness) in parts(document, found) {
            sources[source].count += 1;
            statements.push(Statement {
                source: all(&found.source),
                cue: all(&found.cue),
                content: all(content),
                source_index: source as u32,
                outlet: found.outlet.as_ref().map(who).filter(|_| content.first() == found.content.first()),
                relayed_by: found.relayed_by.as_ref().map(who),
                directness,
                hedge: found.hedge.is_some(),
                act: found.act,
            });
        }
    }
    // The most reported first; statements point at sources, so their indexes move along.
    let mut order: Vec<usize> = (0..sources.len()).collect();
    sort_by_key(&mut order, |&index| (std::cmp::Reverse(sources[index].count), sources[index].first));
    let mut place = vec![0; sources.len()];
    for (to, &from) in order.iter().enumerate() {
        place[from] = to as u32;
    }
    for statement in &mut statements {
        statement.source_index = place[statement.source_index as usize];
    }
    (statements, order.into_iter().map(|index| sources[index].clone()).collect())
}

/// The content as a reader takes it: a paraphrase, and the quotation that stands alone in a sentence after it, are two
/// statements of one source.
fn parts<'f>(document: &Document, found: &'f Attribution) -> Vec<(&'f [Range<usize>], Directness)> {
    let sentence = |range: &Range<usize>| document.sentence_of(document.token_at(range.start));
    let quoted = |range: &Range<usize>| document.text[range.clone()].starts_with(['“', '"', '‘', '„', '«']);
    let (Some(first), Directness::Mixed) = (found.content.first(), found.directness) else {
        return vec![(&found.content, found.directness)];
    };
    let apart = |range: &Range<usize>| quoted(range) && sentence(range) > sentence(first);
    match found.content.iter().position(apart) {
        Some(at) if !found.content[..at].iter().any(quoted) && found.content[at..].iter().all(apart) => {
            vec![(&found.content[..at], Directness::Indirect), (&found.content[at..], Directness::Direct)]
        }
        _ => vec![(&found.content, found.directness)],
    }
}

/// What makes two statements have the same source: the entity, else the name; unnamed sources only by the same words.
fn source_key(found: &Attribution) -> String {
    match &found.speaker {
        Some(Voice { entity: Some(entity), .. }) => entity.clone(),
        Some(voice) => voice.label.as_ref().unwrap_or(&voice.text).to_lowercase(),
        None => String::new(),
    }
}

fn source_words(document: &Document, found: &Attribution) -> Who {
    let text = match (&found.kind, found.source.first()) {
        (SourceKind::None, _) | (_, None) => String::new(),
        (_, Some(range)) => document.text[range.clone()].to_string(),
    };
    Who { label: text.clone(), text, entity: None }
}

/// A voice as the page side sees it.
pub fn who(voice: &Voice) -> Who {
    Who {
        text: voice.text.clone(),
        entity: voice.entity.clone(),
        label: voice.label.clone().unwrap_or_else(|| voice.text.clone()),
    }
}

/// Who spoke last in an earlier part of the page, whose words stand nowhere in this one.
pub fn voice(who: &Who) -> Voice {
    Voice { text: who.text.clone(), range: None, entity: who.entity.clone(), label: Some(who.label.clone()) }
}
