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

/// How far a walk has come: a node, and the sum of the outputs on the way to it.
#[derive(Clone, Copy)]
pub struct State {
    /// Address of the node's last byte; 0 is the node where a key ends and nothing follows.
    address: usize,
    output: u64,
}

/// Where the parts of a node lie that has any number of transitions; whoever reads there checks whether they lie inside the bytes.
struct Layout {
    count: usize,
    /// Whether there is a table from byte to transition, which then ends where the inputs' own end is.
    has_table: bool,
    /// From the last transition to the first, as are targets and outputs.
    inputs: usize,
    targets: usize,
    target_size: usize,
    outputs: usize,
    output_size: usize,
    /// Where the node's bytes start; with the output of the key that ends here, if one does.
    start: usize,
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
    pub fn root(&self) -> State {
        State { address: self.root, output: 0 }
    }

    /// The number of `key`.
    pub fn get(&self, key: &[u8]) -> Option<u64> {
        self.get_from(self.root(), key)
    }

    /// The number of the key of which `state` is reached and `rest` is left.
    pub fn get_from(&self, mut state: State, rest: &[u8]) -> Option<u64> {
        for &byte in rest {
            state = self.step(state, byte)?;
        }
        self.end(state)
    }

    /// Where `byte` leads; `None` where it leads nowhere or the bytes make no sense.
    pub fn step(&self, state: State, byte: u8) -> Option<State> {
        let bytes = self.bytes.as_ref();
        let form = form(bytes, state.address)?;
        if is_single(form) {
            // Told before anything else is read: most walks end at a letter that isn't there.
            return if single_input(bytes, state.address, form)? == byte { single(bytes, state, form) } else { None };
        }
        let layout = layout(bytes, state.address, form)?;
        let inputs = bytes.get(layout.inputs..layout.inputs + layout.count)?;
        let from_end = if layout.has_table {
            let index = usize::from(*bytes.get(layout.inputs + layout.count + usize::from(byte))?);
            let from_end = layout.count.checked_sub(index + 1)?;
            (inputs[from_end] == byte).then_some(from_end)?
        } else {
            inputs.iter().position(|input| *input == byte)?
        };
        one_of(bytes, state, &layout, from_end)
    }

    /// The number of the key that ends here, if one does.
    pub fn end(&self, state: State) -> Option<u64> {
        if state.address == 0 {
            return Some(state.output);
        }
        let bytes = self.bytes.as_ref();
        let form = form(bytes, state.address)?;
        if form >> 6 != 1 {
            return None;
        }
        let layout = layout(bytes, state.address, form)?;
        let output = number(bytes.get(layout.start..layout.start + layout.output_size)?);
        Some(state.output.wrapping_add(output))
    }

    /// All bytes that lead on from `state`, in order, and where.
    pub fn ways(&self, state: State) -> impl Iterator<Item = (u8, State)> {
        let bytes = self.bytes.as_ref();
        let form = form(bytes, state.address);
        let alone = form.filter(|form| is_single(*form));
        let alone =
            alone.and_then(|form| Some((single_input(bytes, state.address, form)?, single(bytes, state, form)?)));
        let layout = form.filter(|form| !is_single(*form)).and_then(|form| layout(bytes, state.address, form));
        let several = layout.into_iter().flat_map(move |layout| {
            (0..layout.count).rev().filter_map(move |from_end| {
                Some((*bytes.get(layout.inputs + from_end)?, one_of(bytes, state, &layout, from_end)?))
            })
        });
        alone.into_iter().chain(several)
    }
}

/// The byte that tells the form of the node at `address`; `None` for the node that nothing follows.
fn form(bytes: &[u8], address: usize) -> Option<u8> {
    bytes.get(address).copied().filter(|_| address >= HEADER)
}

fn is_single(form: u8) -> bool {
    form >> 7 == 1
}

fn low(form: u8) -> usize {
    usize::from(form & 0b11_1111)
}

/// The byte that the one transition of a node takes.
fn single_input(bytes: &[u8], address: usize, form: u8) -> Option<u8> {
    if low(form) == 0 { bytes.get(address - 1).copied() } else { Some(COMMON[low(form) - 1]) }
}

/// Where the one transition of a node leads.
fn single(bytes: &[u8], state: State, form: u8) -> Option<State> {
    let rest = state.address - usize::from(low(form) == 0);
    if form >> 6 == 0b11 {
        return Some(State { address: rest - 1, output: state.output });
    }
    let sizes = bytes[rest - 1];
    let (target_size, output_size) = (usize::from(sizes >> 4), usize::from(sizes & 15));
    let targets = (rest - 1).checked_sub(target_size)?;
    let start = targets.checked_sub(output_size)?;
    let address = target(start, &bytes[targets..targets + target_size])?;
    Some(State { address, output: state.output.wrapping_add(number(&bytes[start..targets])) })
}

/// Where the parts of a node with any number of transitions lie.
fn layout(bytes: &[u8], address: usize, form: u8) -> Option<Layout> {
    let mut at = address;
    let mut back = |length: usize| {
        at = at.checked_sub(length)?;
        Some(at)
    };
    let count = match low(form) {
        0 => match bytes[back(1)?] {
            1 => 256,
            count => usize::from(count),
        },
        count => count,
    };
    let sizes = bytes[back(1)?];
    let (target_size, output_size) = (usize::from(sizes >> 4), usize::from(sizes & 15));
    let has_table = count > MOST_WITHOUT_TABLE;
    if has_table {
        back(256)?;
    }
    let inputs = back(count)?;
    let targets = back(count * target_size)?;
    let outputs = back(count * output_size)?;
    let start = if form >> 6 == 1 { back(output_size)? } else { outputs };
    Some(Layout { count, has_table, inputs, targets, target_size, outputs, output_size, start })
}

/// Where one of several transitions leads, counted from the last.
fn one_of(bytes: &[u8], state: State, layout: &Layout, from_end: usize) -> Option<State> {
    let part = |start: usize, size: usize| bytes.get(start + from_end * size..start + (from_end + 1) * size);
    let address = target(layout.start, part(layout.targets, layout.target_size)?)?;
    let output = number(part(layout.outputs, layout.output_size)?);
    Some(State { address, output: state.output.wrapping_add(output) })
}

/// The address that a distance leads to from a node that starts at `start`.
fn target(start: usize, distance: &[u8]) -> Option<usize> {
    match number(distance) {
        0 => Some(0),
        distance => start.checked_sub(usize::try_from(distance).ok()?),
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
        let mut open = vec![(Vec::new(), map.root())];
        while let Some((key, state)) = open.pop()
            && found.len() < most
            && open.len() < most
        {
            open.extend(map.ways(state).map(|(byte, next)| ([key.as_slice(), &[byte]].concat(), next)));
            found.extend(map.end(state).map(|number| (key, number)));
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
