//! Leaves out what the reader has refused: a written form that is not to be taken for an entity.

use super::matches::Match;
use crate::document::Document;
use crate::fold::fold;
use crate::knowledge::{Handle, Knowledge};
use crate::wire::Refusal;

/// Refusals as matching compares them: the folded form, and the entity in an open pack.
pub(super) fn refused(refusals: &[Refusal], knowledge: &Knowledge) -> Vec<(String, Handle)> {
    let known =
        refusals.iter().filter_map(|refusal| Some((fold(&refusal.form).text, knowledge.find_id(&refusal.entity)?)));
    known.collect()
}

/// Takes the refused candidates out of `found`, and what has none left.
pub(super) fn leave_out(found: &mut Vec<Match>, document: &Document, refused: &[(String, Handle)]) {
    if refused.is_empty() {
        return;
    }
    found.retain_mut(|matched| {
        let form = fold(&document.text[matched.range.clone()]).text;
        matched.candidates.retain(|candidate| {
            !refused.iter().any(|(refused, handle)| *handle == candidate.handle && *refused == form)
        });
        !matched.candidates.is_empty()
    });
}
