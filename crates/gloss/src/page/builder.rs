//! Puts a block together from pieces of text, as the page side does: white space collapsed, text in links counted.

use super::HostBlock;
use engine::wire::BlockClues;

/// HTML's own white space: a no-break space is a character.
pub const SPACES: [char; 5] = [' ', '\t', '\n', '\u{c}', '\r'];

/// Open text of a block.
#[derive(Default)]
pub struct Builder {
    /// Its text, white space collapsed.
    pub text: String,
    /// Where it stands.
    pub clues: BlockClues,
    /// When it was begun, among the blocks of the page.
    pub order: usize,
    /// Length of `text` in UTF-16 units.
    pub units: usize,
    /// How many of them stand in links.
    linked: usize,
    /// Whether white space came last.
    space: bool,
}

impl Builder {
    /// An empty block.
    pub fn new(clues: BlockClues, order: usize) -> Self {
        Self { clues, order, ..Self::default() }
    }

    /// Adds text, in a link or not.
    pub fn append(&mut self, text: &str, linked: bool) {
        let before = self.units;
        for (index, word) in text.split(SPACES).enumerate() {
            self.space |= index > 0;
            if word.is_empty() {
                continue;
            }
            if self.space && !self.text.is_empty() {
                self.text.push(' ');
                self.units += 1;
            }
            self.space = false;
            self.text.push_str(word);
            self.units += word.encode_utf16().count();
        }
        if linked {
            self.linked += self.units - before;
        }
    }

    /// The finished block.
    pub fn block(self) -> HostBlock {
        let link_density = (self.linked as f64 / self.units as f64) as f32;
        let clues = BlockClues { length: self.units as u32, link_density, ..self.clues };
        HostBlock { text: self.text, clues }
    }
}
