//! The outer form of a pack file: a magic number, a version and a table of checksummed sections.
//!
//! All numbers are little endian. Layout: magic (8 bytes), version, kind, number of sections (u32 each); then for each
//! section its tag (u32), start and length (u64 each, start counted from the beginning of the file) and XXH3-64 of its
//! bytes; then XXH3-64 of everything before; then the sections, each starting at a multiple of eight.

use super::PackError;
use std::ops::Range;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64;

const MAGIC: &[u8; 8] = b"GLOSSPK\0";
const VERSION: u32 = 5;
const HEADER: usize = 20;
const ENTRY: usize = 28;
/// No kind of file has more; a larger count means foreign bytes.
const MAX_SECTIONS: usize = 64;

/// Which of a pack's two files it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Gazetteer and entity table: enough to mark names.
    Names = 1,
    /// Descriptions, facts and citations.
    Cards = 2,
}

/// Bytes shared without copying: a section of an opened file.
#[derive(Clone, Debug)]
pub struct Section {
    file: Arc<Vec<u8>>,
    range: Range<usize>,
}

#[cfg(all(test, feature = "compile"))]
impl Section {
    /// All of `bytes`.
    pub fn whole(bytes: Vec<u8>) -> Self {
        Self { range: 0..bytes.len(), file: Arc::new(bytes) }
    }
}

impl AsRef<[u8]> for Section {
    fn as_ref(&self) -> &[u8] {
        &self.file[self.range.clone()]
    }
}

/// An opened file whose section table and checksums are right.
#[derive(Debug)]
pub struct Container {
    file: Arc<Vec<u8>>,
    sections: Vec<(u32, Range<usize>)>,
}

impl Container {
    /// Opens `bytes` as a file of that kind. Arbitrary bytes give an error, never a panic.
    pub fn open(bytes: Vec<u8>, kind: FileKind) -> Result<Self, PackError> {
        if bytes.get(..8) != Some(MAGIC.as_slice()) {
            return Err(PackError::Foreign);
        }
        let header = PackError::Damaged { part: "header" };
        let (Some(version), Some(found), Some(count)) = (u32_at(&bytes, 8), u32_at(&bytes, 12), u32_at(&bytes, 16))
        else {
            return Err(header);
        };
        if version > VERSION {
            return Err(PackError::Newer { found: version });
        }
        if version < VERSION {
            return Err(PackError::Older { found: version });
        }
        let count = count as usize;
        let table_end = HEADER + ENTRY * count.min(MAX_SECTIONS);
        if count > MAX_SECTIONS || u64_at(&bytes, table_end) != bytes.get(..table_end).map(xxh3_64) {
            return Err(header);
        }
        if found != kind as u32 {
            return Err(PackError::Foreign);
        }
        let mut sections = Vec::with_capacity(count);
        for index in 0..count {
            let entry = HEADER + ENTRY * index;
            let damaged = PackError::Damaged { part: "a section" };
            let tag = u32_at(&bytes, entry).ok_or(damaged.clone())?;
            let start = u64_at(&bytes, entry + 4).ok_or(damaged.clone())? as usize;
            let length = u64_at(&bytes, entry + 12).ok_or(damaged.clone())? as usize;
            let end = start.checked_add(length).ok_or(damaged.clone())?;
            let content = bytes.get(start..end).ok_or(damaged.clone())?;
            if u64_at(&bytes, entry + 20) != Some(xxh3_64(content)) {
                return Err(damaged);
            }
            sections.push((tag, start..end));
        }
        Ok(Self { file: Arc::new(bytes), sections })
    }

    /// The section with that tag.
    pub fn section(&self, tag: u32) -> Result<Section, PackError> {
        let (_, range) = self
            .sections
            .iter()
            .find(|(found, _)| *found == tag)
            .ok_or(PackError::Damaged { part: "section table" })?;
        Ok(Section { file: Arc::clone(&self.file), range: range.clone() })
    }
}

/// Bytes of the whole file that begins with these, as its own table of sections tells; `None` where they tell none, such as when they
/// are too few. Only a hint of how much is to come: the table may be damaged or made to do harm.
pub fn told_size(beginning: &[u8]) -> Option<usize> {
    let count = u32_at(beginning, 16).filter(|_| beginning.starts_with(MAGIC))? as usize;
    let end_of = |index: usize| {
        let entry = HEADER + ENTRY * index;
        u64_at(beginning, entry + 4)?.checked_add(u64_at(beginning, entry + 12)?)
    };
    let end = (0..count.min(MAX_SECTIONS)).try_fold(None, |most, index| Some(most.max(Some(end_of(index)?))))?;
    end?.try_into().ok()
}

/// Writes a file of that kind from its tagged sections.
#[cfg(feature = "compile")]
pub fn write(kind: FileKind, sections: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let table_end = HEADER + ENTRY * sections.len();
    let mut starts = Vec::new();
    let mut end = table_end + 8;
    for (_, content) in sections {
        let start = end.next_multiple_of(8);
        starts.push(start);
        end = start + content.len();
    }
    let mut file = Vec::with_capacity(end);
    file.extend_from_slice(MAGIC);
    for number in [VERSION, kind as u32, sections.len() as u32] {
        file.extend_from_slice(&number.to_le_bytes());
    }
    for ((tag, content), start) in sections.iter().zip(&starts) {
        file.extend_from_slice(&tag.to_le_bytes());
        file.extend_from_slice(&(*start as u64).to_le_bytes());
        file.extend_from_slice(&(content.len() as u64).to_le_bytes());
        file.extend_from_slice(&xxh3_64(content).to_le_bytes());
    }
    let sum = xxh3_64(&file);
    file.extend_from_slice(&sum.to_le_bytes());
    for ((_, content), start) in sections.iter().zip(&starts) {
        file.resize(*start, 0);
        file.extend_from_slice(content);
    }
    file
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

#[cfg(all(test, feature = "compile"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sample() -> Vec<u8> {
        write(FileKind::Names, &[(1, b"first".to_vec()), (2, vec![]), (3, b"third".to_vec())])
    }

    #[test]
    fn sections_come_back() {
        let file = Container::open(sample(), FileKind::Names).unwrap();
        assert_eq!(file.section(3).unwrap().as_ref(), b"third");
        assert_eq!(file.section(2).unwrap().as_ref(), b"");
        assert!(file.section(4).is_err());
    }

    #[test]
    fn the_beginning_of_a_file_tells_its_size() {
        let file = sample();
        let table = HEADER + ENTRY * 3;
        for (bytes, size) in [
            (&file[..], Some(file.len())),
            (&file[..table], Some(file.len())),
            (&file[..table - 9], None),
            (&file[..0], None),
            (b"PK\x03\x04 something with bytes enough to be a table of sections", None),
        ] {
            assert_eq!(told_size(bytes), size, "{} bytes", bytes.len());
        }
        assert_eq!(told_size(&write(FileKind::Names, &[])), None);
    }

    #[test]
    fn wrong_files_are_told_apart() {
        assert_eq!(Container::open(sample(), FileKind::Cards).unwrap_err(), PackError::Foreign);
        assert_eq!(Container::open(b"PK\x03\x04 something".to_vec(), FileKind::Names).unwrap_err(), PackError::Foreign);
        let of_version = |version: u32| {
            let mut bytes = sample();
            bytes[8..12].copy_from_slice(&version.to_le_bytes());
            Container::open(bytes, FileKind::Names).unwrap_err()
        };
        assert_eq!(of_version(VERSION + 1), PackError::Newer { found: VERSION + 1 });
        assert_eq!(of_version(VERSION - 1), PackError::Older { found: VERSION - 1 });
    }

    proptest! {
        #[test]
        fn any_flipped_bit_in_use_is_noticed(at: prop::sample::Index, bit in 0..8u8) {
            let mut bytes = sample();
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            if let Ok(file) = Container::open(bytes, FileKind::Names) {
                // Only the padding between sections is outside every checksum.
                prop_assert!(file.section(1).unwrap().as_ref() == b"first");
                prop_assert!(file.section(3).unwrap().as_ref() == b"third");
            }
        }

        #[test]
        fn arbitrary_bytes_never_panic(mut bytes: Vec<u8>, cut: prop::sample::Index) {
            let _ = Container::open(bytes.clone(), FileKind::Names);
            bytes.splice(0..0, *MAGIC);
            let _ = told_size(&bytes);
            let _ = Container::open(bytes, FileKind::Names);
            let mut short = sample();
            short.truncate(cut.index(short.len()));
            prop_assert!(Container::open(short, FileKind::Names).is_err());
        }
    }
}
