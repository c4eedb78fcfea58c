//! Tables of variable-length records inside a pack file: their sizes (u16, little endian) in one section, their bytes in another.

use super::PackError;
use super::container::{Container, Section};
use std::cmp::Ordering;

/// Records between two whose start is kept: a start takes 32 bits, a size 16, and most sizes are alike, which packs well.
const STRIDE: usize = 16;
const SIZE: usize = size_of::<u16>();

/// A table of records, each decoded when it is asked for.
#[derive(Debug)]
pub struct RecordTable {
    sizes: Section,
    bytes: Section,
    /// Where the first of every `STRIDE` records starts.
    starts: Vec<usize>,
}

impl RecordTable {
    /// The table in the sections tagged `sizes` and `bytes`, which are called `part`; no record has more than `most` bytes.
    pub fn open(file: &Container, sizes: u32, bytes: u32, part: &'static str, most: usize) -> Result<Self, PackError> {
        let (sizes, bytes) = (file.section(sizes)?, file.section(bytes)?);
        if larger_than(sizes.as_ref(), most).next().is_some() {
            return Err(PackError::Oversized { part });
        }
        let mut end = 0;
        let starts = sizes.as_ref().chunks(STRIDE * SIZE).map(|stride| {
            let start = end;
            end += sizes_in(stride).sum::<usize>();
            start
        });
        let starts = starts.collect();
        Ok(Self { sizes, bytes, starts })
    }

    /// Number of records.
    pub fn len(&self) -> usize {
        self.sizes.as_ref().len() / SIZE
    }

    /// The record at `index`, decoded; `None` when there is none or its bytes make no sense.
    pub fn get<T: serde::de::DeserializeOwned>(&self, index: u32) -> Option<T> {
        let index = Some(index as usize).filter(|index| *index < self.len())?;
        let stride = index / STRIDE;
        let mut sizes = sizes_in(&self.sizes.as_ref()[stride * STRIDE * SIZE..(index + 1) * SIZE]);
        let size = sizes.next_back()?;
        let start = self.starts[stride] + sizes.sum::<usize>();
        postcard::from_bytes(self.bytes.as_ref().get(start..start + size)?).ok()
    }

    /// The index of the record that begins with what `compare` finds equal, in a table that is ordered by what records begin with.
    pub fn search<T: serde::de::DeserializeOwned>(&self, compare: impl Fn(T) -> Ordering) -> Option<u32> {
        let (mut from, mut to) = (0, self.len() as u32);
        while from < to {
            let middle = from + (to - from) / 2;
            match compare(self.get(middle)?) {
                Ordering::Equal => return Some(middle),
                Ordering::Less => from = middle + 1,
                Ordering::Greater => to = middle,
            }
        }
        None
    }
}

fn sizes_in(bytes: &[u8]) -> impl DoubleEndedIterator<Item = usize> {
    bytes.chunks_exact(SIZE).map(|size| usize::from(u16::from_le_bytes([size[0], size[1]])))
}

/// The records with more than `most` bytes in a table of those sizes: index and size.
pub fn larger_than(sizes: &[u8], most: usize) -> impl Iterator<Item = (usize, usize)> {
    sizes_in(sizes).enumerate().filter(move |(_, size)| *size > most)
}

/// The two sections of a [`RecordTable`]: sizes and bytes. Of a record larger than any table may hold the largest size is written.
#[cfg(feature = "compile")]
pub fn write_records<T: serde::Serialize>(records: impl IntoIterator<Item = T>) -> (Vec<u8>, Vec<u8>) {
    let (mut sizes, mut bytes) = (Vec::new(), Vec::new());
    for record in records {
        let record = postcard::to_stdvec(&record).expect("plain records always encode");
        sizes.extend_from_slice(&u16::try_from(record.len()).unwrap_or(u16::MAX).to_le_bytes());
        bytes.extend(record);
    }
    (sizes, bytes)
}

#[cfg(all(test, feature = "compile"))]
mod tests {
    use super::super::container::{FileKind, write};
    use super::*;
    use proptest::prelude::*;

    const LARGEST: usize = 1000;

    fn table(records: &[String]) -> Result<RecordTable, PackError> {
        let (sizes, bytes) = write_records(records);
        let file = Container::open(write(FileKind::Names, &[(1, sizes), (2, bytes)]), FileKind::Names)?;
        RecordTable::open(&file, 1, 2, "a record", LARGEST)
    }

    proptest! {
        #[test]
        fn every_record_comes_back(records in prop::collection::vec(".{0,40}", 0..70)) {
            let table = table(&records).unwrap();
            prop_assert_eq!(table.len(), records.len());
            for (index, record) in records.iter().enumerate() {
                prop_assert_eq!(table.get::<String>(index as u32), Some(record.clone()));
            }
            prop_assert_eq!(table.get::<String>(records.len() as u32), None);
            prop_assert_eq!(table.get::<String>(u32::MAX), None);
        }

        #[test]
        fn a_record_is_found_by_what_it_begins_with(records in prop::collection::btree_map(".{0,9}", any::<u16>(), 0..70), other in ".{0,9}") {
            let table = {
                let (sizes, bytes) = write_records(records.iter());
                let file = Container::open(write(FileKind::Names, &[(1, sizes), (2, bytes)]), FileKind::Names).unwrap();
                RecordTable::open(&file, 1, 2, "a record", LARGEST).unwrap()
            };
            let index_of = |wanted: &str| table.search(|key: String| key.as_str().cmp(wanted));
            for (index, key) in records.keys().enumerate() {
                prop_assert_eq!(index_of(key), Some(index as u32));
            }
            prop_assert_eq!(index_of(&other).is_some(), records.contains_key(&other));
        }

        #[test]
        fn any_sizes_and_bytes_are_read_without_a_panic(sizes: Vec<u8>, bytes: Vec<u8>) {
            let file = write(FileKind::Names, &[(1, sizes), (2, bytes)]);
            let file = Container::open(file, FileKind::Names).unwrap();
            if let Ok(table) = RecordTable::open(&file, 1, 2, "a record", LARGEST) {
                for index in 0..=table.len() as u32 {
                    let _ = table.get::<String>(index);
                }
            }
        }
    }

    #[test]
    fn a_record_that_is_too_large_is_refused_also_where_its_size_cannot_be_written() {
        for (length, is_refused) in [(900, false), (1001, true), (70_000, true), (65_536 + 10, true)] {
            let records = ["a".to_string(), "b".repeat(length)];
            let opened = table(&records);
            assert_eq!(opened.is_err(), is_refused, "{length}");
        }
    }
}
