//! Converts positions between UTF-8 bytes, UTF-16 units and Unicode code points; nothing else in the project does.

/// Walks a text once, answering ascending byte positions in other units.
///
/// Asking for a smaller position than before starts over, which is right but slow: ask in ascending order.
#[derive(Clone, Debug)]
pub struct UnitCursor<'t> {
    text: &'t str,
    byte: usize,
    utf16: usize,
    points: usize,
}

impl<'t> UnitCursor<'t> {
    /// A cursor at the start of `text`.
    pub fn new(text: &'t str) -> Self {
        Self { text, byte: 0, utf16: 0, points: 0 }
    }

    /// UTF-16 units before byte `at`. A position inside a character counts as that character's start.
    pub fn utf16(&mut self, at: usize) -> usize {
        self.advance(at);
        self.utf16
    }

    /// Code points before byte `at`. A position inside a character counts as that character's start.
    pub fn points(&mut self, at: usize) -> usize {
        self.advance(at);
        self.points
    }

    fn advance(&mut self, at: usize) {
        if at < self.byte {
            *self = Self::new(self.text);
        }
        for character in self.text[self.byte..].chars() {
            if self.byte + character.len_utf8() > at {
                break;
            }
            self.byte += character.len_utf8();
            self.utf16 += character.len_utf16();
            self.points += 1;
        }
    }
}

/// UTF-16 units before any byte of a text, asked in any order: a long text is counted once, not once a question.
pub struct UnitIndex<'t> {
    text: &'t str,
    /// Units before each multiple of the stride, or before the character that it lies in.
    counted: Vec<u32>,
}

impl<'t> UnitIndex<'t> {
    const STRIDE: usize = 64;

    /// The index of `text`.
    pub fn new(text: &'t str) -> Self {
        let mut counted = Vec::new();
        let mut units = 0;
        for (at, character) in text.char_indices() {
            if counted.len() * Self::STRIDE < at + character.len_utf8() {
                counted.push(units);
            }
            units += character.len_utf16() as u32;
        }
        counted.push(units);
        Self { text, counted }
    }

    /// UTF-16 units before byte `at`, which is no more than the length of the text and lies in no character.
    pub fn utf16(&self, at: usize) -> usize {
        let stride = at / Self::STRIDE;
        let before = self.counted[stride] as usize;
        let from = self.text.floor_char_boundary(stride * Self::STRIDE);
        // As many units as bytes from a whole character on: all ASCII, where nothing need be counted.
        let all = self.counted.get(stride + 1).map(|&after| after as usize - before);
        if from == stride * Self::STRIDE && all == Some(Self::STRIDE) {
            return before + at - from;
        }
        let rest = self.text.get(from..at).unwrap_or_default();
        before + rest.chars().map(char::len_utf16).sum::<usize>()
    }
}

/// Bytes of each of the consecutive blocks of `text` that are `lengths` UTF-16 units long, with one unit between two.
/// Blocks that would run past the end of the text are cut there.
pub fn block_ranges(text: &str, lengths: impl IntoIterator<Item = u32>) -> Vec<std::ops::Range<usize>> {
    let mut rest = text.char_indices();
    let mut ranges = Vec::new();
    let mut start = 0;
    for length in lengths {
        let mut units = 0;
        let mut end = start;
        while units < length as usize {
            let Some((at, character)) = rest.next() else { break };
            units += character.len_utf16();
            end = at + character.len_utf8();
        }
        ranges.push(start..end);
        start = rest.next().map_or(text.len(), |(at, separator)| at + separator.len_utf8());
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn units_agree_on_astral_characters() {
        let mut cursor = UnitCursor::new("a😀é");
        assert_eq!((cursor.utf16(1), cursor.points(1)), (1, 1));
        assert_eq!((cursor.utf16(5), cursor.points(5)), (3, 2));
        assert_eq!((cursor.utf16(7), cursor.points(7)), (4, 3));
    }

    #[test]
    fn the_index_is_right_about_the_ends_of_strides() {
        let around = |end: usize| end.saturating_sub(4)..=end + 1;
        for length in [0, UnitIndex::STRIDE, 512, 1024].into_iter().flat_map(around) {
            for text in [
                "a".repeat(length),
                format!("{}😀é", "a".repeat(length)),
                // Units of a character on the one end of a stride make up for those of one on the other.
                format!("{}😀{}é", "a".repeat(length), "a".repeat(UnitIndex::STRIDE - 2)),
            ] {
                let index = UnitIndex::new(&text);
                for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                    assert_eq!(index.utf16(at), text[..at].encode_utf16().count());
                }
            }
        }
    }

    #[test]
    fn blocks_are_found_again() {
        let text = "a😀\n\nmore";
        let found: Vec<&str> = block_ranges(text, [3, 0, 4, 9]).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["a😀", "", "more", ""]);
    }

    proptest! {
        #[test]
        fn cursor_counts_as_encoding_does(text: String, at: prop::sample::Index) {
            let ends: Vec<usize> = text.char_indices().map(|(start, _)| start).chain([text.len()]).collect();
            let at = ends[at.index(ends.len())];
            let mut cursor = UnitCursor::new(&text);
            prop_assert_eq!(cursor.utf16(at), text[..at].encode_utf16().count());
            prop_assert_eq!(cursor.points(at), text[..at].chars().count());
        }

        #[test]
        fn the_index_counts_as_encoding_does(pieces in prop::collection::vec(".{0,300}", 0..12), at: prop::sample::Index) {
            let text = pieces.concat();
            let ends: Vec<usize> = text.char_indices().map(|(start, _)| start).chain([text.len()]).collect();
            let at = ends[at.index(ends.len())];
            prop_assert_eq!(UnitIndex::new(&text).utf16(at), text[..at].encode_utf16().count());
        }

        #[test]
        fn joined_blocks_come_apart_again(blocks: Vec<String>) {
            let text = blocks.join("\n");
            let lengths = blocks.iter().map(|block| block.encode_utf16().count() as u32);
            let found: Vec<&str> = block_ranges(&text, lengths).into_iter().map(|range| &text[range]).collect();
            prop_assert_eq!(found, blocks);
        }
    }
}
