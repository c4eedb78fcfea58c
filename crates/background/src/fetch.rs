//! Fetches files of the extension's own package; the manifest's policy refuses every other address.

use js_sys::{Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The bytes at `address`, or why they can't be had.
pub async fn bytes(address: &str) -> Result<Vec<u8>, String> {
    let response: Response = wait(call_fetch(address).map_err(words)?).await?.dyn_into().map_err(words)?;
    if !response.ok() {
        return Err(format!("status {}", response.status()));
    }
    let buffer = wait(response.array_buffer().map_err(words)?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// `fetch` of whatever the global is: a worker's in Chromium, a window's in Firefox.
fn call_fetch(address: &str) -> Result<js_sys::Promise, JsValue> {
    let global = js_sys::global();
    let fetch: Function = Reflect::get(&global, &JsValue::from_str("fetch"))?.dyn_into()?;
    fetch.call1(&global, &JsValue::from_str(address))?.dyn_into()
}

async fn wait(promise: js_sys::Promise) -> Result<JsValue, String> {
    JsFuture::from(promise).await.map_err(words)
}

fn words(error: JsValue) -> String {
    error.dyn_into::<js_sys::Error>().map_or_else(|other| format!("{other:?}"), |error| error.message().into())
}
