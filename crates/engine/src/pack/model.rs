//! The attribution model's file: weights of hashed features, 8 bits each; no word stands in it.
//!
//! All numbers are little endian. Layout: magic (8 bytes), format and feature version (u32 each), XXH3-64 of all that
//! follows; then the two chains (cues, arguments) and the judge. A chain is: number of labels, number of features, bits
//! that choose a bucket (u32 each), scale (f32), transitions (`labels²` f32), the number of features in each bucket (u8
//! each), the lower halves of the features' hashes bucket after bucket (u16 each), their weights (`labels - 1` i8 each: "outside" is
//! always 0). The judge is a chain of two labels without use of its transitions.

use super::feature_table::{FeatureTable, Sum};
use std::fmt;
use xxhash_rust::xxh3::xxh3_64;

const MAGIC: &[u8; 8] = b"GLOSSAT\0";
const FORMAT: u32 = 1;
/// Counts changes of what the features mean: weights of other features would be noise.
pub const FEATURES: u32 = 1;
/// A chain with more features or finer buckets isn't one.
const MAX_FEATURES: usize = 1 << 20;
const MAX_BITS: u32 = 14;

/// A model that can't be opened, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// The bytes aren't an attribution model.
    Foreign,
    /// Made for another version of Gloss.
    OtherVersion,
    /// Cut short or altered.
    Damaged,
}

impl fmt::Display for ModelError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Foreign => "This file is not an attribution model. Choose one made by `gloss train attribution`.",
            Self::OtherVersion => {
                "This attribution model is for another version of Gloss. Train it again with `gloss train attribution`."
            }
            Self::Damaged => "This attribution model is damaged. Install or train it again.",
        })
    }
}

impl std::error::Error for ModelError {}

/// An opened model.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Finds cues: one role.
    pub cues: Weights,
    /// Finds the source (role 0) and content (role 1) of a cue.
    pub arguments: Weights,
    /// Judges whether a statement is right: score of label 1.
    pub judge: Weights,
}

/// Weights of hashed features for each label but "outside", and of one label after another.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// Number of labels.
    pub labels: usize,
    /// `labels × labels`: from a label (row) to the next (column).
    pub transitions: Vec<f32>,
    /// What one step of a weight is worth.
    scale: f32,
    /// How many of the hash's upper bits choose a bucket.
    bits: u32,
    features: FeatureTable,
}

impl Model {
    /// Opens `bytes` as a model. Arbitrary bytes give an error, never a panic.
    pub fn open(bytes: &[u8]) -> Result<Self, ModelError> {
        let Some(rest) = bytes.strip_prefix(MAGIC) else { return Err(ModelError::Foreign) };
        let mut reader = Cursor { rest };
        if (reader.u32()?, reader.u32()?) != (FORMAT, FEATURES) {
            return Err(ModelError::OtherVersion);
        }
        let sum = u64::from_le_bytes(reader.array()?);
        if sum != xxh3_64(reader.rest) {
            return Err(ModelError::Damaged);
        }
        let model = Self { cues: reader.weights(3)?, arguments: reader.weights(5)?, judge: reader.weights(2)? };
        if reader.rest.is_empty() { Ok(model) } else { Err(ModelError::Damaged) }
    }

    /// The bytes of the model's file.
    #[cfg(feature = "compile")]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut body = Vec::new();
        for part in [&self.cues, &self.arguments, &self.judge] {
            part.write(&mut body);
        }
        let mut file = MAGIC.to_vec();
        file.extend_from_slice(&FORMAT.to_le_bytes());
        file.extend_from_slice(&FEATURES.to_le_bytes());
        file.extend_from_slice(&xxh3_64(&body).to_le_bytes());
        file.extend(body);
        file
    }
}

impl Weights {
    /// What one step of a sum is worth, as a logarithm of odds.
    pub fn scale(&self) -> f32 {
        self.scale
    }

    /// What `feature` says of each label but "outside", in steps of `scale`.
    #[inline]
    pub fn of(&self, feature: u32) -> Sum {
        self.features.get(self.key(feature))
    }

    /// The sums as scores, "outside", which is always 0, before the others.
    pub fn scores(&self, sum: Sum) -> impl Iterator<Item = f32> {
        let steps = sum.steps().into_iter().take(self.labels - 1);
        std::iter::once(0.0).chain(steps.map(move |steps| f32::from(steps) * self.scale))
    }

    /// What of a feature's hash the file keeps: the bucket, and the lower half.
    #[inline]
    fn key(&self, feature: u32) -> u32 {
        feature >> (32 - self.bits) << 16 | feature & 0xFFFF
    }

    /// A table of `features`: hash, and a weight for each label but "outside". `transitions` is `labels × labels`.
    #[cfg(feature = "compile")]
    pub fn new(labels: usize, transitions: Vec<f32>, mut features: Vec<(u32, Vec<f32>)>) -> Self {
        let bits = (features.len() as u32 + 1).ilog2().clamp(4, MAX_BITS);
        let key = |hash: u32| hash >> (32 - bits) << 16 | hash & 0xFFFF;
        // Of hashes that the table can't tell apart, the first stands for all.
        features.sort_by_key(|(hash, _)| (key(*hash), *hash));
        features.dedup_by_key(|(hash, _)| key(*hash));
        let largest =
            features.iter().flat_map(|(_, weights)| weights).fold(0.0f32, |most, weight| most.max(weight.abs()));
        let scale = largest.max(f32::MIN_POSITIVE) / 127.0;
        // A bucket holds few features on average; what overflows one is left out.
        let mut counts = vec![0u8; 1 << bits];
        features.retain(|(hash, _)| {
            let count = &mut counts[(hash >> (32 - bits)) as usize];
            let fits = *count < u8::MAX;
            *count += u8::from(fits);
            fits
        });
        let steps = |weights: &[f32]| Sum::of(weights.iter().map(|weight| (weight / scale).round() as i8));
        let entries: Vec<(u32, Sum)> = features.iter().map(|(hash, weights)| (key(*hash), steps(weights))).collect();
        let features = FeatureTable::new(&entries).expect("hashes of features fall together by chance only");
        Self { labels, transitions, scale, bits, features }
    }

    #[cfg(feature = "compile")]
    fn write(&self, out: &mut Vec<u8>) {
        let entries = self.features.entries();
        out.extend_from_slice(&(self.labels as u32).to_le_bytes());
        out.extend_from_slice(&(entries.len() as u32).to_le_bytes());
        out.extend_from_slice(&self.bits.to_le_bytes());
        out.extend_from_slice(&self.scale.to_le_bytes());
        out.extend(self.transitions.iter().flat_map(|value| value.to_le_bytes()));
        let mut counts = vec![0u8; 1 << self.bits];
        entries.iter().for_each(|(key, _)| counts[(key >> 16) as usize] += 1);
        out.extend(counts);
        out.extend(entries.iter().flat_map(|(key, _)| (*key as u16).to_le_bytes()));
        let steps = |(_, sum): &(u32, Sum)| sum.steps().into_iter().take(self.labels - 1).map(|step| step as u8);
        out.extend(entries.iter().flat_map(steps));
    }
}

/// Reads numbers and tables from the front of what is left.
struct Cursor<'b> {
    rest: &'b [u8],
}

impl<'b> Cursor<'b> {
    fn take(&mut self, length: usize) -> Result<&'b [u8], ModelError> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(ModelError::Damaged)?;
        self.rest = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ModelError> {
        self.take(N)?.try_into().map_err(|_| ModelError::Damaged)
    }

    fn u32(&mut self) -> Result<u32, ModelError> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    fn f32(&mut self) -> Result<f32, ModelError> {
        let value = f32::from_le_bytes(self.array()?);
        if value.is_finite() { Ok(value) } else { Err(ModelError::Damaged) }
    }

    fn weights(&mut self, expected: usize) -> Result<Weights, ModelError> {
        let (labels, features, bits) = (self.u32()? as usize, self.u32()? as usize, self.u32()?);
        if labels != expected || features > MAX_FEATURES || !(1..=MAX_BITS).contains(&bits) {
            return Err(ModelError::Damaged);
        }
        let scale = self.f32()?;
        let transitions = (0..labels * labels).map(|_| self.f32()).collect::<Result<_, _>>()?;
        let counts = self.take(1 << bits)?;
        if counts.iter().map(|&count| usize::from(count)).sum::<usize>() != features {
            return Err(ModelError::Damaged);
        }
        let buckets = (0u32..).zip(counts).flat_map(|(bucket, &count)| std::iter::repeat_n(bucket, usize::from(count)));
        let fingerprints = self.take(features * 2)?.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let keys = buckets.zip(fingerprints).map(|(bucket, fingerprint)| bucket << 16 | u32::from(fingerprint));
        let weights = self.take(features * (labels - 1))?.chunks_exact(labels - 1);
        let weights = weights.map(|bytes| Sum::of(bytes.iter().map(|&byte| byte as i8)));
        let entries: Vec<(u32, Sum)> = keys.zip(weights).collect();
        let features = FeatureTable::new(&entries).ok_or(ModelError::Damaged)?;
        Ok(Weights { labels, transitions, scale, bits, features })
    }
}

#[cfg(all(test, feature = "compile"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sample() -> Model {
        let features: Vec<(u32, Vec<f32>)> =
            (1..200u32).map(|index| (index.wrapping_mul(0x85EB_CA6B), vec![index as f32 / 200.0, -1.0])).collect();
        let wide: Vec<(u32, Vec<f32>)> = features.iter().map(|(hash, _)| (*hash, vec![0.5, 0.1, 0.0, -0.25])).collect();
        let narrow: Vec<(u32, Vec<f32>)> = features.iter().map(|(hash, _)| (*hash, vec![1.0])).collect();
        Model {
            cues: Weights::new(3, vec![0.0; 9], features),
            arguments: Weights::new(5, vec![0.5; 25], wide),
            judge: Weights::new(2, vec![0.0; 4], narrow),
        }
    }

    #[test]
    fn weights_come_back_within_a_step() {
        let model = Model::open(&sample().to_bytes()).unwrap();
        assert_eq!(model, sample());
        let feature = 100u32.wrapping_mul(0x85EB_CA6B);
        let scores = |features: &[u32]| {
            let sum = features.iter().fold(Sum::default(), |sum, &feature| sum + model.cues.of(feature));
            model.cues.scores(sum).collect::<Vec<f32>>()
        };
        let found = scores(&[feature]);
        assert!(found[0] == 0.0 && (found[1] - 0.5).abs() < 0.01 && (found[2] + 1.0).abs() < 0.01, "{found:?}");
        assert_eq!(scores(&[feature, 7]), found, "a feature that isn't there says nothing");
    }

    #[test]
    fn other_files_are_told_apart() {
        assert_eq!(Model::open(b"PK\x03\x04 something"), Err(ModelError::Foreign));
        let mut other = sample().to_bytes();
        other[8] = 99;
        assert_eq!(Model::open(&other), Err(ModelError::OtherVersion));
    }

    proptest! {
        #[test]
        fn any_flipped_bit_is_noticed(at: prop::sample::Index, bit in 0..8u8) {
            let mut bytes = sample().to_bytes();
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            prop_assert!(Model::open(&bytes).is_err());
        }

        #[test]
        fn arbitrary_bytes_never_panic(mut bytes: Vec<u8>, feature: u32) {
            let _ = Model::open(&bytes);
            // Past the checksum too.
            let mut file = MAGIC.to_vec();
            file.extend_from_slice(&FORMAT.to_le_bytes());
            file.extend_from_slice(&FEATURES.to_le_bytes());
            file.extend_from_slice(&xxh3_64(&bytes).to_le_bytes());
            file.append(&mut bytes);
            if let Ok(model) = Model::open(&file) {
                model.cues.of(feature);
            }
        }
    }
}
