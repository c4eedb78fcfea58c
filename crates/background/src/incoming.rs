//! A file on its way into Wasm memory, piece by piece as it is read.

use engine::pack::told_size;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

/// Bytes for which room is made on a file's own word, many times what a pack takes.
const MOST_ROOM: usize = 64 << 20;
/// Bytes in which a file tells its size.
const BEGINNING: u32 = 2 << 10;

/// The bytes of a file that have come in so far.
#[wasm_bindgen]
#[derive(Default)]
pub struct Incoming {
    pub(crate) bytes: Vec<u8>,
}

#[wasm_bindgen]
impl Incoming {
    /// A file of which nothing has come in. Browsers don't tell how large a file of an extension is.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the next piece. The first tells how large the file will be: to grow with it would take three times the memory, for good.
    pub fn push(&mut self, piece: &Uint8Array) {
        let from = self.bytes.len();
        if from == 0 {
            let size = told_size(&piece.subarray(0, BEGINNING).to_vec()).filter(|size| *size <= MOST_ROOM);
            self.bytes.reserve_exact(size.unwrap_or(0));
        }
        self.bytes.resize(from + piece.length() as usize, 0);
        piece.copy_to(&mut self.bytes[from..]);
    }
}
