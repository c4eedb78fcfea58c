//! What can be wrong with a pack's bytes, in words a reader can act on.

use std::fmt;

/// A pack that can't be opened, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The bytes aren't a pack of the kind asked for.
    Foreign,
    /// Written by a newer Gloss than this one.
    Newer {
        /// Format version found.
        found: u32,
    },
    /// Written by an older Gloss, whose records were others.
    Older {
        /// Format version found.
        found: u32,
    },
    /// Cut short or altered; says which part.
    Damaged {
        /// The part that doesn't hold together.
        part: &'static str,
    },
    /// Holds a record so large that it would stall every page; says which.
    Oversized {
        /// What is too large.
        part: &'static str,
    },
    /// A cards file whose names file isn't open.
    NoNames {
        /// Identifier of the pack the cards belong to.
        pack: String,
    },
}

impl fmt::Display for PackError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => write!(out, "This file is not a Gloss pack. Choose a file made by `gloss pack build`."),
            Self::Newer { found } => write!(
                out,
                "This pack is of format {found}, newer than this version of Gloss can read. Update Gloss, or use an older pack."
            ),
            Self::Older { found } => {
                write!(
                    out,
                    "This pack is of format {found}, older than this version of Gloss can read. Build it again."
                )
            }
            Self::Damaged { part } => {
                write!(out, "This pack is damaged ({part} does not match its checksum). Install or build it again.")
            }
            Self::Oversized { part } => {
                write!(
                    out,
                    "This pack holds more about {part} than Gloss can read without slowing pages down. Use another pack."
                )
            }
            Self::NoNames { pack } => {
                write!(out, "The cards of pack “{pack}” were opened without its names. Open its names file first.")
            }
        }
    }
}

impl std::error::Error for PackError {}
