//! Owns whether a phrase names several who speak as one: "Ada Lovelace and Omar Khalil".

use super::super::roles;
use super::Speakers;
use super::heads::is_border;
use std::ops::Range;

impl Speakers<'_, '_, '_> {
    /// Whether a source is two: "A and B", "Smith and his colleagues". A name may hold "and" itself.
    pub(super) fn is_joint(&self, source: &Range<usize>) -> bool {
        let Some(and) = source.clone().find(|&token| self.word(token) == "and") else { return false };
        let border = |token: usize| {
            is_border(self.word(token)) && !(self.word(token) == "," && self.document.is_capitalised(token + 1))
        };
        if and == source.start || and + 1 == source.end || (source.start..and).any(border) {
            return false;
        }
        let side = |token: usize| {
            let mention = self.mention_at(token).map(|index| &self.mentions[index]);
            let own = mention.filter(|mention| !mention.demonym).is_some_and(|mention| {
                let at = self.document.tokens[and].start;
                mention.range.end <= at || at < mention.range.start
            });
            own || self.people().full_name(self.document.word(token)).is_some()
        };
        let last = (and + 1..source.end).find(|&token| is_border(self.word(token))).unwrap_or(source.end) - 1;
        let others = matches!(self.word(and + 1), "his" | "her" | "their" | "its" | "other" | "others" | "several");
        let role = roles::is_unnamed(self.word(and - 1)) || roles::is_office(self.word(and - 1));
        // "Public schools groups and Democrats".
        let several = self.word(and - 1).ends_with('s') && !self.document.is_capitalised(and - 1) && side(last);
        let sides = others || side(and - 1) && side(last);
        several || !role && self.document.is_capitalised(and - 1) && sides
    }
}
