//! The Wasm binding of the engine: opens the bundled pack and answers the background's requests.
//!
//! Nothing is decided here. Failures cross as `Failure` objects, thrown; whatever else is thrown is a panic, after which the instance must
//! be given up.

mod fetch;
mod text;

use engine::Engine;
use engine::wire::{AnnotateRequest, CardRequest, Failure};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;

/// The engine with its packs, for as long as the background lives.
#[wasm_bindgen]
pub struct Background {
    engine: RefCell<Engine>,
    base: String,
    cards_open: Cell<bool>,
}

#[wasm_bindgen]
impl Background {
    /// Opens the names of the bundled pack below `base`, the address of the extension's own package.
    pub async fn open(base: String) -> Result<Background, JsValue> {
        let mut engine = Engine::new();
        let bytes = fetch::bytes(&format!("{base}world.names")).await.map_err(missing)?;
        engine.add_names(bytes).map_err(damaged)?;
        Ok(Self { engine: RefCell::new(engine), base, cards_open: Cell::new(false) })
    }

    /// Opens the pack's cards and the attribution model unless they are open: only names are needed to wake up.
    #[wasm_bindgen(js_name = openCards)]
    pub async fn open_cards(&self) -> Result<(), JsValue> {
        if self.cards_open.get() {
            return Ok(());
        }
        let bytes = fetch::bytes(&format!("{}world.cards", self.base)).await.map_err(missing)?;
        // Without its file statements are found by rules alone.
        let model = fetch::bytes(&format!("{}attribution.model", self.base)).await.ok();
        // Two requests may have fetched at once; the second finds the cards open.
        if !self.cards_open.get() {
            self.engine.borrow_mut().add_cards(bytes).map_err(damaged)?;
            if let Some(model) = model {
                let opened = self.engine.borrow_mut().add_model(&model);
                opened.map_err(|error| failure("pack-damaged", error.to_string()))?;
            }
            self.cards_open.set(true);
        }
        Ok(())
    }

    /// Answers an `AnnotateRequest` for `text`, all its blocks joined with line feeds, with an `AnnotateReply`. Cards must be open.
    ///
    /// Not asynchronous, so that a panic ends the call with an error; in a task nobody would ever hear of it.
    pub fn annotate(&self, text: &js_sys::JsString, request: JsValue) -> Result<JsValue, JsValue> {
        let request: AnnotateRequest = read(request)?;
        write(&self.engine.borrow().annotate(&text::to_rust(text), &request))
    }

    /// Answers a `CardRequest` with a `Card`, or null when no pack has one. Cards must be open.
    pub fn card(&self, request: JsValue) -> Result<JsValue, JsValue> {
        let request: CardRequest = read(request)?;
        match self.engine.borrow().card(&request) {
            Some(card) => write(&card),
            None => Ok(JsValue::NULL),
        }
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

fn missing(reason: String) -> JsValue {
    failure("pack-missing", format!("The knowledge file can't be read ({reason}). Install the extension again."))
}

fn damaged(error: engine::pack::PackError) -> JsValue {
    failure("pack-damaged", error.to_string())
}

fn failure(code: &str, message: String) -> JsValue {
    let failure = Failure { code: code.to_string(), message };
    serde_wasm_bindgen::to_value(&failure).unwrap_or(JsValue::NULL)
}
