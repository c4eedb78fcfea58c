//! The Wasm binding of the engine: opens packs and answers the background's requests.
//!
//! Nothing is decided here. Failures cross as `Failure` objects, thrown; whatever else is thrown is a panic, after which the instance must
//! be given up.

mod incoming;
mod text;

use engine::Engine;
use engine::wire::{AnnotateRequest, CardRequest, Failure};
use incoming::Incoming;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// The engine with its pack, for as long as the background lives.
#[wasm_bindgen]
#[derive(Default)]
pub struct Background {
    engine: Engine,
}

#[wasm_bindgen]
impl Background {
    /// An engine that knows no names yet: what it annotates it marks nothing in.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens a names file: enough to annotate, with cards that tell no more than names.
    #[wasm_bindgen(js_name = addNames)]
    pub fn add_names(&mut self, names: Incoming) -> Result<(), JsValue> {
        self.engine.add_names(names.bytes).map(drop).map_err(|error| damaged(&error))
    }

    /// Opens the cards file that belongs to the names.
    #[wasm_bindgen(js_name = addCards)]
    pub fn add_cards(&mut self, cards: Incoming) -> Result<(), JsValue> {
        self.engine.add_cards(cards.bytes).map_err(|error| damaged(&error))
    }

    /// Opens the attribution model in place of any other. Without one, statements are found by rules alone.
    #[wasm_bindgen(js_name = addModel)]
    pub fn add_model(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        self.engine.add_model(bytes).map_err(|error| damaged(&error))
    }

    /// Answers an `AnnotateRequest` for `text`, all its blocks joined with line feeds, with an `AnnotateReply`.
    ///
    /// Not asynchronous, so that a panic ends the call with an error; in a task nobody would ever hear of it.
    pub fn annotate(&self, text: &js_sys::JsString, request: JsValue) -> Result<JsValue, JsValue> {
        let request: AnnotateRequest = read(request)?;
        write(&self.engine.annotate(&text::to_rust(text)?, &request))
    }

    /// Answers each of several `CardRequest`s with a `Card`, or null when no pack has one.
    pub fn cards(&self, requests: JsValue) -> Result<JsValue, JsValue> {
        let requests: Vec<CardRequest> = read(requests)?;
        write(&requests.iter().map(|request| self.engine.card(request)).collect::<Vec<_>>())
    }
}

fn read<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value)
        .map_err(|error| failure("bad-request", format!("A request was not understood ({error}). Reload the page.")))
}

fn write(value: &impl Serialize) -> Result<JsValue, JsValue> {
    // Missing values cross as null, as the declarations say.
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|error| failure("internal", error.to_string()))
}

fn damaged(error: &impl std::fmt::Display) -> JsValue {
    failure("pack-damaged", error.to_string())
}

fn failure(code: &str, message: String) -> JsValue {
    let failure = Failure { code: code.to_string(), message };
    serde_wasm_bindgen::to_value(&failure).unwrap_or(JsValue::NULL)
}
