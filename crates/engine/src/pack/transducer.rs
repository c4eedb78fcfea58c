//! Reads the automata that the `fst` crate writes, in place: from any bytes, also such as somebody has made to do harm, without a panic
//! or an endless walk. That crate's own reader trusts its bytes.
//!
//! Layout (version 3, numbers little endian): version and kind (u64 each), the nodes, number of keys and address of the root (u64 each),
//! a checksum (u32). A node is read backwards from its address, that of its last byte, which tells its form:
//!
//! - `11……` one transition, without output, to the node just before. The low bits number a common input byte; 0: it stands before.
//! - `10……` one transition: before the input byte (as above) a byte of two sizes, then target and output of those many bytes.
//! - `0f……` any number, in the low bits, or where those are 0 in the byte before (1 standing for 256); `f`: a key ends here. Then, always
//!   backwards, the byte of sizes; for more than 32 transitions a table from byte to transition; and inputs, targets and outputs, each
//!   from the first transition on; last the output of the key that ends here, if one does.
//!
//! A target is the distance from the node's first byte down to the other's last; 0 is the node where a key ends and nothing follows.
//! So every step leads to a lower address.

use super::container::Section;

const VERSION: u64 = 3;
const HEADER: usize = 16;
const FOOTER: usize = 20;
/// Of a node with more transitions there is a table from byte to transition.
const MOST_WITHOUT_TABLE: usize = 32;
/// Input bytes that stand in a node's last byte as a number, counted from 1.
const COMMON: &[u8; 63] = b"te/oasripcnw.hlm-du012g=:bf3y5&_4v9678k%?xCDASFIBEjPTzRNM+LOqHG";

/// A map from keys to numbers.
pub struct Transducer {
    bytes: Section,
    root: usize,
}

/// A state of the automaton, all of whose tables lie inside the bytes.
#[derive(Clone, Copy)]
pub struct Node<'b> {
    /// Number of a key that ends here, to be added to what the way gave.
    end: Option<u64>,
    /// From the last transition to the first.
    inputs: &'b [u8],
    targets: Targets<'b>,
    outputs: &'b [u8],
    output_size: usize,
    table: Option<&'b [u8]>,
    /// Where the node's bytes start.
    start: usize,
}

#[derive(Clone, Copy)]
enum Targets<'b> {
    /// The node just before this one.
    Before,
    /// Distances of that many bytes each, from the last transition to the first.
    Distances(&'b [u8], usize),
}

/// A way to a further node.
#[derive(Clone, Copy)]
pub struct Transition {
    /// The byte that it takes.
    pub input: u8,
    /// What it adds to a key's number.
    pub output: u64,
    target: usize,
}

impl Transducer {
    /// The automaton in `bytes`; `None` when they are of another version or too short for one.
    pub fn open(bytes: Section) -> Option<Self> {
        let content = bytes.as_ref();
        let root_at = content.len().checked_sub(FOOTER - 8).filter(|at| *at >= HEADER + 8)?;
        let root = number(&content[root_at..root_at + 8]) as usize;
        let is_right = number(&content[..8]) == VERSION && root < content.len() - FOOTER;
        is_right.then_some(Self { bytes, root })
    }

    /// Where every key starts.
    pub fn root(&self) -> Option<Node<'_>> {
        self.node(self.root)
    }

    /// The node that a transition leads to; `None` where the bytes make no sense.
    pub fn follow(&self, transition: Transition) -> Option<Node<'_>> {
        self.node(transition.target)
    }

    /// The number of `key`.
    pub fn get(&self, key: &[u8]) -> Option<u64> {
        self.get_from(self.root()?, 0, key)
    }

    /// The number of the key of which `node` is reached with `output`, and `rest` is left.
    pub fn get_from<'b>(&'b self, mut node: Node<'b>, mut output: u64, rest: &[u8]) -> Option<u64> {
        for &byte in rest {
            let transition = node.find(byte)?;
            output = output.wrapping_add(transition.output);
            node = self.follow(transition)?;
        }
        node.end().map(|end| output.wrapping_add(end))
    }

    fn node(&self, address: usize) -> Option<Node<'_>> {
        if address == 0 {
            let targets = Targets::Before;
            return Some(Node {
                end: Some(0),
                inputs: &[],
                targets,
                outputs: &[],
                output_size: 0,
                table: None,
                start: 0,
            });
        }
        let mut rest = self.bytes.as_ref().get(HEADER..=address)?;
        let mut take = |length: usize| {
            let (before, taken) = rest.split_at_checked(rest.len().checked_sub(length)?)?;
            rest = before;
            Some(taken)
        };
        let form = take(1)?[0];
        let low = usize::from(form & 0b11_1111);
        if form >> 7 == 1 {
            let inputs = if low == 0 { take(1)? } else { &COMMON[low - 1..low] };
            let (targets, outputs) = if form >> 6 == 0b11 {
                (Targets::Before, &[][..])
            } else {
                let sizes = take(1)?[0];
                let size = usize::from(sizes >> 4);
                (Targets::Distances(take(size)?, size), take(usize::from(sizes & 15))?)
            };
            let start = HEADER + rest.len();
            return Some(Node { end: None, inputs, targets, outputs, output_size: outputs.len(), table: None, start });
        }
        let count = match low {
            0 => match take(1)?[0] {
                1 => 256,
                count => usize::from(count),
            },
            count => count,
        };
        let sizes = take(1)?[0];
        let (target_size, output_size) = (usize::from(sizes >> 4), usize::from(sizes & 15));
        let table = if count > MOST_WITHOUT_TABLE { Some(take(256)?) } else { None };
        let inputs = take(count)?;
        let targets = Targets::Distances(take(count * target_size)?, target_size);
        let outputs = take(count * output_size)?;
        let is_end = form >> 6 == 1;
        let end = if is_end { Some(number(take(output_size)?)) } else { None };
        Some(Node { end, inputs, targets, outputs, output_size, table, start: HEADER + rest.len() })
    }
}

impl Node<'_> {
    /// What is to be added for the key that ends here, if one does.
    pub fn end(&self) -> Option<u64> {
        self.end
    }

    /// The transition that takes `byte`.
    pub fn find(&self, byte: u8) -> Option<Transition> {
        let index = match self.table {
            Some(table) => usize::from(table[usize::from(byte)]),
            None => self.inputs.iter().rev().position(|input| *input == byte)?,
        };
        self.transition(index).filter(|transition| transition.input == byte)
    }

    /// All transitions, in the order of their bytes.
    pub fn transitions(&self) -> impl Iterator<Item = Transition> {
        (0..self.inputs.len()).filter_map(|index| self.transition(index))
    }

    fn transition(&self, index: usize) -> Option<Transition> {
        // Everything stands from the last to the first.
        let from_end = self.inputs.len().checked_sub(index + 1)?;
        let target = match self.targets {
            Targets::Before => self.start - 1,
            Targets::Distances(distances, size) => match number(distances.get(from_end * size..(from_end + 1) * size)?)
            {
                0 => 0,
                distance => self.start.checked_sub(usize::try_from(distance).ok()?)?,
            },
        };
        let output = number(self.outputs.get(from_end * self.output_size..(from_end + 1) * self.output_size)?);
        Some(Transition { input: self.inputs[from_end], output, target })
    }
}

/// Up to eight bytes as a number; of more, which nobody writes, the last eight.
fn number(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

#[cfg(all(test, feature = "compile"))]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn written(keys: &BTreeMap<Vec<u8>, u64>) -> Vec<u8> {
        let mut map = fst::MapBuilder::memory();
        keys.iter().for_each(|(key, value)| map.insert(key, *value).unwrap());
        map.into_inner().unwrap()
    }

    fn opened(bytes: Vec<u8>) -> Option<Transducer> {
        Transducer::open(Section::whole(bytes))
    }

    /// Every key with its number, found by walking all transitions, at most `most` of them.
    fn walked(map: &Transducer, most: usize) -> Vec<(Vec<u8>, u64)> {
        let mut found = Vec::new();
        let mut open = vec![(Vec::new(), 0u64, map.root())];
        while let Some((key, output, node)) = open.pop()
            && found.len() < most
            && open.len() < most
        {
            let Some(node) = node else { continue };
            for transition in node.transitions() {
                let key = [key.as_slice(), &[transition.input]].concat();
                open.push((key, output.wrapping_add(transition.output), map.follow(transition)));
            }
            found.extend(node.end().map(|end| (key, output.wrapping_add(end))));
        }
        found.sort();
        found
    }

    fn agrees(keys: &BTreeMap<Vec<u8>, u64>) {
        let map = opened(written(keys)).unwrap();
        for (key, value) in keys {
            assert_eq!(map.get(key), Some(*value), "{key:?}");
            let longer = [key.as_slice(), b"~"].concat();
            assert_eq!(map.get(&longer), keys.get(&longer).copied());
        }
        assert_eq!(walked(&map, usize::MAX), keys.clone().into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn every_form_of_node_is_read() {
        agrees(&BTreeMap::new());
        agrees(&BTreeMap::from([(vec![], 7)]));
        for byte in 0..=255u8 {
            // A common input or one spelt out, with and without output, to the node before and to another.
            agrees(&BTreeMap::from([(vec![byte, b'x'], 0), (vec![byte, b'x', b'y'], 3)]));
            agrees(&BTreeMap::from([(b"abc".to_vec(), 1 << 40), (vec![b'z', byte, b'c'], u64::from(byte))]));
        }
        for count in [1, 2, 31, 32, 33, 63, 64, 65, 255, 256] {
            let keys = |of: fn(u64) -> u64| (0..count).map(|first: u64| (vec![first as u8, 1], of(first))).collect();
            agrees(&keys(|_| 0));
            agrees(&keys(|first| first * first));
            let mut ending: BTreeMap<_, _> = keys(|first| first + 5);
            ending.insert(vec![], 2);
            agrees(&ending);
        }
    }

    #[test]
    fn other_files_are_told_apart() {
        assert!(opened(vec![]).is_none());
        assert!(opened(b"something else that is long enough to hold a footer".to_vec()).is_none());
        let mut short = written(&BTreeMap::from([(b"key".to_vec(), 1)]));
        short.truncate(30);
        assert!(opened(short).is_none());
    }

    proptest! {
        #[test]
        fn any_map_is_read_as_it_was_written(keys: BTreeMap<Vec<u8>, u64>) {
            agrees(&keys);
        }

        #[test]
        fn names_are_read_as_they_were_written(keys in prop::collection::btree_map("[a-d ]{0,6}", 0..300u64, 0..60)) {
            agrees(&keys.into_iter().map(|(key, value)| (key.into_bytes(), value)).collect());
        }

        #[test]
        fn changed_bytes_never_panic_and_every_walk_ends(
            keys in prop::collection::btree_map("[a-d]{0,5}", 0..300u64, 0..40),
            edits: Vec<(prop::sample::Index, u8)>,
            asked: Vec<u8>,
        ) {
            let mut bytes = written(&keys.into_iter().map(|(key, value)| (key.into_bytes(), value)).collect());
            for (at, byte) in edits {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            if let Some(map) = opened(bytes) {
                map.get(&asked);
                walked(&map, 1000);
            }
        }
    }
}
