//! Answers the page side's request: from blocks and clues to marks, statements, sources and cards.

use crate::attribution::{Attribution, Voice};
use crate::date::Date;
use crate::document::{Block, Document};
use crate::engine::{Annotation, Engine};
use crate::mentions::Mention;
use crate::units::{UnitCursor, block_ranges};
use crate::wire::{
    AnnotateReply, AnnotateRequest, Card, MarkedMention, Page, PageContext, SourceKind, SourceSummary, Span, Statement,
    Who,
};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A statement less sure than this is not shown: a misattributed quote is worse than none.
const STATEMENT_SHOWN_FROM: f32 = 0.5;
/// Entities handed on to the next request of a page; more say nothing new about what the page is about.
const CONTEXT_ENTITIES: usize = 40;

/// The answer to `request`; `text` is all its blocks joined with line feeds.
pub fn annotate(engine: &Engine, text: &str, request: &AnnotateRequest) -> AnnotateReply {
    let ranges = block_ranges(text, request.blocks.iter().map(|block| block.length));
    let understood = crate::page::understand(text, &ranges, request);
    let page = match &request.context {
        Some(context) => context.page.clone(),
        None => understood.page(engine),
    };
    let blocks: Vec<Block> = ranges
        .into_iter()
        .zip(&understood.roles)
        .map(|(range, role)| Block { range, heading: role.is_heading(), in_article: role.in_article() })
        .collect();
    let language = page.language.clone();
    let document = Document::new(text, blocks, &language);
    let known = request.context.as_ref().map_or(&[][..], |context| &context.entities);
    let annotation = engine.annotate_document(&document, known);
    reply(engine, &document, annotation, page, request.context.as_ref())
}

fn reply(
    engine: &Engine,
    document: &Document,
    annotation: Annotation,
    page: Page,
    context: Option<&PageContext>,
) -> AnnotateReply {
    let spans = Spans::new(document);
    let mut cards: Vec<Card> = Vec::new();
    let as_of = engine.as_of(page.date.as_deref().and_then(|day| Date::parse(day).ok()));
    let mut mentions = Vec::new();
    let mut marked_in_section = HashSet::new();
    let mut section = 0;
    for mention in annotation.mentions.iter().filter(|mention| mention.shown) {
        let Some(span) = spans.of(&mention.range).pop() else { continue };
        let Some(card) = card_index(engine, &mut cards, mention, as_of) else { continue };
        let heading = document.blocks[..=span.block as usize].iter().rposition(|block| block.heading).unwrap_or(0);
        if heading != section {
            section = heading;
            marked_in_section.clear();
        }
        let repeated = !marked_in_section.insert(card);
        mentions.push(MarkedMention { span, card, repeated, reasons: mention.reasons.clone() });
    }
    let shown = annotation.attributions.iter().filter(|found| found.confidence >= STATEMENT_SHOWN_FROM);
    let (statements, sources) = group_by_source(document, &spans, shown);
    let mut entities: Vec<String> = context.map(|context| context.entities.clone()).unwrap_or_default();
    for card in &cards {
        if !entities.contains(&card.entity) {
            entities.push(card.entity.clone());
        }
    }
    entities.truncate(CONTEXT_ENTITIES);
    let last_source = annotation.attributions.iter().rev().find_map(|found| found.speaker.as_ref()).map(who);
    let context = PageContext { entities, last_source, page: page.clone() };
    AnnotateReply { page, mentions, statements, sources, cards, context, cut: None }
}

/// Index of the mention's card in `cards`, added if new.
fn card_index(engine: &Engine, cards: &mut Vec<Card>, mention: &Mention, as_of: crate::card::AsOf) -> Option<u32> {
    let index = match cards.iter().position(|card| card.entity == mention.entity) {
        Some(index) => index,
        None => {
            cards.push(engine.card_as_of(&mention.entity, as_of)?);
            cards.len() - 1
        }
    };
    Some(index as u32)
}

fn group_by_source<'a>(
    document: &Document,
    spans: &Spans,
    attributions: impl Iterator<Item = &'a Attribution>,
) -> (Vec<Statement>, Vec<SourceSummary>) {
    let mut statements = Vec::new();
    let mut sources: Vec<SourceSummary> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for found in attributions {
        let key = source_key(found);
        let source = *known.entry(key).or_insert_with(|| {
            let who = found.speaker.as_ref().map(who).unwrap_or_else(|| source_words(document, found));
            sources.push(SourceSummary { who, kind: found.kind, count: 0, first: statements.len() as u32 });
            sources.len() - 1
        });
        sources[source].count += 1;
        let all = |ranges: &[Range<usize>]| ranges.iter().flat_map(|range| spans.of(range)).collect();
        statements.push(Statement {
            source: all(&found.source),
            cue: all(&found.cue),
            content: all(&found.content),
            source_index: source as u32,
            outlet: found.outlet.as_ref().map(who),
            relayed_by: found.relayed_by.as_ref().map(who),
            directness: found.directness,
            hedge: found.hedge.is_some(),
        });
    }
    // The most reported first; statements point at sources, so their indexes move along.
    let mut order: Vec<usize> = (0..sources.len()).collect();
    order.sort_by_key(|&index| (std::cmp::Reverse(sources[index].count), sources[index].first));
    let mut place = vec![0; sources.len()];
    for (to, &from) in order.iter().enumerate() {
        place[from] = to as u32;
    }
    for statement in &mut statements {
        statement.source_index = place[statement.source_index as usize];
    }
    (statements, order.into_iter().map(|index| sources[index].clone()).collect())
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

fn who(voice: &Voice) -> Who {
    Who {
        text: voice.text.clone(),
        entity: voice.entity.clone(),
        label: voice.label.clone().unwrap_or_else(|| voice.text.clone()),
    }
}

/// Turns byte ranges of a document into spans of its blocks.
struct Spans<'d> {
    document: &'d Document<'d>,
}

impl<'d> Spans<'d> {
    fn new(document: &'d Document) -> Self {
        Self { document }
    }

    /// The spans that `range` covers, one a block, in order.
    fn of(&self, range: &Range<usize>) -> Vec<Span> {
        let blocks = &self.document.blocks;
        let first = blocks.partition_point(|block| block.range.end <= range.start);
        let touched = blocks.iter().enumerate().skip(first).take_while(|(_, block)| block.range.start < range.end);
        touched
            .filter_map(|(index, block)| {
                let start = range.start.max(block.range.start) - block.range.start;
                let end = range.end.min(block.range.end) - block.range.start;
                let mut cursor = UnitCursor::new(&self.document.text[block.range.clone()]);
                (start < end).then(|| Span {
                    block: index as u32,
                    start: cursor.utf16(start) as u32,
                    end: cursor.utf16(end) as u32,
                })
            })
            .collect()
    }
}
