//! The JSON of `gloss annotate`, as DESIGN fixes it: benchmarks depend on its keys.

use engine::attribution::{Attribution, Voice};
use engine::kind::EntityKind;
use engine::mentions::Mention;
use engine::units::UnitCursor;
use engine::{Annotation, Engine};
use serde_json::{Map, Value, json};
use std::ops::Range;

/// Prints annotations.
pub struct Printer<'e> {
    /// Knows the entities' other identifiers and positions.
    pub engine: &'e Engine,
    /// Whether to print what the extension holds back.
    pub all: bool,
    /// Whether to print reasons.
    pub explain: bool,
}

impl Printer<'_> {
    /// The annotation of `text` as JSON, under `id` if one is given.
    pub fn json(&self, id: Option<Value>, text: &str, annotation: &Annotation) -> Value {
        let points = Points::new(text);
        let mentions = annotation.mentions.iter().filter(|mention| self.all || mention.shown);
        let attributions = annotation.attributions.iter().filter(|found| self.all || found.shown);
        let mut object = Map::new();
        if let Some(id) = id {
            object.insert("id".into(), id);
        }
        object.insert("mentions".into(), mentions.map(|mention| self.mention(text, &points, mention)).collect());
        object.insert("attributions".into(), attributions.map(|found| attribution(text, &points, found)).collect());
        Value::Object(object)
    }

    fn mention(&self, text: &str, points: &Points, mention: &Mention) -> Value {
        let entity = self.engine.entity(&mention.entity);
        let mut ids = Map::new();
        let same_as = entity.iter().flat_map(|entity| &entity.same_as);
        for id in std::iter::once(&mention.entity).chain(same_as) {
            if let Some((scheme, value)) = id.split_once(':') {
                let scheme = match scheme {
                    "wd" => "wikidata",
                    "gn" => "geonames",
                    other => other,
                };
                ids.entry(scheme).or_insert_with(|| value.into());
            }
        }
        let mut object = json!({
            "start": points.at(mention.range.start), "end": points.at(mention.range.end),
            "surface": text[mention.range.clone()], "entity": mention.entity, "label": mention.label, "kind": mention.kind,
            "ids": ids, "confidence": rounded(mention.confidence), "candidates": mention.candidates,
        });
        if let Some((lat, lon)) = self.position(mention) {
            object["lat"] = json!(f64::from((lat * 1e5).round()) / 1e5);
            object["lon"] = json!(f64::from((lon * 1e5).round()) / 1e5);
        }
        if self.all {
            object["shown"] = json!(mention.shown);
        }
        if self.explain {
            object["reasons"] = json!(mention.reasons);
        }
        object
    }

    /// Where the words point to on the map. A government has no place of its own: its capital's where the capital stands for it,
    /// else its country's.
    fn position(&self, mention: &Mention) -> Option<(f32, f32)> {
        let position = |id: &String| self.engine.entity(id)?.position;
        let own = position(&mention.entity);
        if mention.kind != EntityKind::Government {
            return own;
        }
        own.or_else(|| mention.candidates.iter().find_map(position))
            .or_else(|| mention.country.as_ref().and_then(position))
    }
}

fn attribution(text: &str, points: &Points, found: &Attribution) -> Value {
    let spans = |ranges: &[Range<usize>]| -> Vec<[usize; 2]> {
        ranges.iter().map(|range| [points.at(range.start), points.at(range.end)]).collect()
    };
    let who = |voice: &Option<Voice>| -> Value {
        let Some(voice) = voice else { return Value::Null };
        let mut object = json!({ "text": voice.text });
        if let Some(range) = &voice.range {
            object["start"] = json!(points.at(range.start));
            object["end"] = json!(points.at(range.end));
        }
        if let Some(entity) = &voice.entity {
            object["entity"] = json!(entity);
        }
        if let Some(label) = &voice.label {
            object["label"] = json!(label);
        }
        object
    };
    json!({
        "source": spans(&found.source), "cue": spans(&found.cue), "content": spans(&found.content),
        "speaker": who(&found.speaker), "outlet": who(&found.outlet), "relayed_by": who(&found.relayed_by),
        "kind": found.kind, "act": found.act, "directness": found.directness,
        "shown": found.shown, "hedge": found.hedge.as_ref().map(|range| &text[range.clone()]), "confidence": rounded(found.confidence),
    })
}

fn rounded(confidence: f32) -> f64 {
    f64::from((confidence * 1000.0).round()) / 1000.0
}

/// Code points before each byte that some span starts or ends at.
struct Points {
    before: Vec<u32>,
}

impl Points {
    fn new(text: &str) -> Self {
        let mut cursor = UnitCursor::new(text);
        Self { before: (0..=text.len()).map(|byte| cursor.points(byte) as u32).collect() }
    }

    fn at(&self, byte: usize) -> usize {
        self.before.get(byte).copied().unwrap_or_default() as usize
    }
}
