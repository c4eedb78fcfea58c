//! A file on its way into Wasm memory, piece by piece as it is read.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

/// The bytes of a file that have come in so far. Each is copied once, from the piece it came in.
#[wasm_bindgen]
pub struct Incoming {
    pub(crate) bytes: Vec<u8>,
}

#[wasm_bindgen]
impl Incoming {
    /// A file of which nothing has come in, with room for that many bytes; it may turn out larger.
    #[wasm_bindgen(constructor)]
    pub fn new(room: usize) -> Self {
        Self { bytes: Vec::with_capacity(room) }
    }

    /// Adds the next piece.
    pub fn push(&mut self, piece: &Uint8Array) {
        let from = self.bytes.len();
        self.bytes.resize(from + piece.length() as usize, 0);
        piece.copy_to(&mut self.bytes[from..]);
    }
}
