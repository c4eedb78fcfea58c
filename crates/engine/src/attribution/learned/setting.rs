//! What surrounds each unit in its sentence, found in two passes over the passage so that time stays linear.

use super::features::{is_cue, is_verb, steps};
use super::passage::{Unit, hash};
use std::ops::Range;

/// Hash of "that".
pub const THAT: u32 = hash(b"that");
/// "that" is looked for so many units ahead, a verb so many.
const THAT_WITHIN: usize = 9;
const VERB_WITHIN: usize = 12;
/// Stands for "none in the sentence".
const NONE: u32 = 9;

/// What surrounds one unit; distances in steps.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// The sentence it stands in.
    pub sentence: Range<usize>,
    /// To the quotation before and after it.
    pub left: u32,
    /// See `left`.
    pub right: u32,
    /// To the next "that".
    pub that: u32,
    /// To the next verb; in units.
    pub verb: u32,
    /// Words of the cue lexicon before it, at most two.
    pub cues: u32,
}

/// The setting of each of `units`, which are the sentences `segments`.
pub fn settings(units: &[Unit], segments: &[(usize, Range<usize>)]) -> Vec<Setting> {
    let mut settings = vec![Setting::default(); units.len()];
    for (_, sentence) in segments {
        let (mut quotation, mut cues) = (None, 0);
        for unit in sentence.clone() {
            settings[unit].sentence = sentence.clone();
            settings[unit].left = quotation.map_or(NONE, |last| steps(unit - last - 1));
            settings[unit].cues = cues;
            if units[unit].quotation {
                quotation = Some(unit);
            }
            cues = (cues + u32::from(is_cue(&units[unit]))).min(2);
        }
        let (mut quotation, mut that, mut verb) = (None, None, None);
        for unit in sentence.clone().rev() {
            let to = |next: Option<usize>| next.map(|next: usize| next - unit - 1);
            settings[unit].right = to(quotation).map_or(NONE, steps);
            settings[unit].that = to(that).filter(|&far| far < THAT_WITHIN).map_or(NONE, steps);
            settings[unit].verb = to(verb).unwrap_or(VERB_WITHIN).min(VERB_WITHIN) as u32;
            if units[unit].quotation {
                quotation = Some(unit);
            }
            if units[unit].word == THAT {
                that = Some(unit);
            }
            if is_verb(&units[unit]) {
                verb = Some(unit);
            }
        }
    }
    settings
}
