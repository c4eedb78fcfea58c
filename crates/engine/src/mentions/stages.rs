//! Which stages of finding names are at work: all of them, unless a benchmark leaves one out to measure what it is worth.

/// A stage that can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Prefixes and cases of forms.
    WordForms,
    /// Spellings one letter off.
    NearMisses,
    /// Short forms that the text introduces.
    Introduced,
    /// Abbreviations of parts of countries after a comma.
    States,
    /// What the words around say.
    Surroundings,
    /// Where the text says that a town lies.
    Whereabouts,
    /// What rules candidates out.
    Exclude,
    /// What the page is sure of.
    Evidence,
    /// How near places lie to each other; for given names of places.
    Vicinity,
}

/// Every stage with the name by which the command line knows it, in the order of the stages.
pub const STAGES: [(&str, Stage); 9] = [
    ("word-forms", Stage::WordForms),
    ("near-misses", Stage::NearMisses),
    ("introduced", Stage::Introduced),
    ("states", Stage::States),
    ("surroundings", Stage::Surroundings),
    ("whereabouts", Stage::Whereabouts),
    ("exclude", Stage::Exclude),
    ("evidence", Stage::Evidence),
    ("vicinity", Stage::Vicinity),
];

#[cfg(feature = "switches")]
static LEFT_OUT: std::sync::atomic::AtomicU16 = std::sync::atomic::AtomicU16::new(0);

/// Leaves a stage out from now on, in the whole process.
#[cfg(feature = "switches")]
pub fn leave_out(stage: Stage) {
    LEFT_OUT.fetch_or(1 << stage as u16, std::sync::atomic::Ordering::Relaxed);
}

/// Whether a stage is at work.
#[cfg(feature = "switches")]
pub(super) fn is_on(stage: Stage) -> bool {
    LEFT_OUT.load(std::sync::atomic::Ordering::Relaxed) & (1 << stage as u16) == 0
}

/// Whether a stage is at work; without the feature every one is, and the question costs nothing.
#[cfg(not(feature = "switches"))]
pub(super) const fn is_on(_: Stage) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_is_named_once_and_at_work() {
        for (index, (name, stage)) in STAGES.iter().enumerate() {
            assert_eq!(STAGES.iter().position(|other| other.0 == *name), Some(index), "{name}");
            assert_eq!(*stage as usize, index, "{name}");
            assert!(is_on(*stage), "{name}");
        }
    }
}
