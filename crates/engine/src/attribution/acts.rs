//! What a cue reports: something said, thought, planned or shown. Only what was said is shown to readers by default.

use super::Directness;
use super::cues;
use super::learned::stem;
use crate::words::word_lists;

pub use crate::wire::Act;

// Words stand without their inflection, as `stem` leaves them.
word_lists! {
    /// Reports a belief.
    is_belief: "think believ know see feel fear worr doubt suspect support oppos favor favour prefer lik lov hat trust \
        understand consider view regard assum wonder realiz realis disagre forget rememb learn hear car concern focus \
        back enjoy respect admir distrust mistrust conclud judg interpret guess bet sens conced object sympath";
    /// Reports a plan.
    is_plan: "want plan intend seek aim decid hop expect prepar try tri attempt offer refus declin mean wish hunger \
        will would going look choos elect vot push mov start begin work";
    /// Reports evidence.
    is_evidence: "show find indicat demonstrat prov document reflect appear seem signal evidenc illustrat point detail \
        contain outlin list display depict record underscor highlight measur rank rat";
}

/// What the words of a cue, in lower case and in order, report. Words nobody listed speak when they stand with a
/// quotation, and tell a belief otherwise.
pub fn act<'w>(words: impl DoubleEndedIterator<Item = &'w str>, directness: Directness) -> Act {
    let mut words = words.rev().peekable();
    // "Agrees with it".
    if words.next_if_eq(&"with").is_some() && words.peek().is_some_and(|word| word.starts_with("agree")) {
        return Act::Belief;
    }
    for word in words {
        if cues::cue(word).is_some() || matches!(word, "according" | ":" | "statement" | "interview" | "reportedly") {
            return Act::Statement;
        }
        let stem = stem(word);
        for (is_listed, act) in
            [(is_evidence(stem), Act::Evidence), (is_plan(stem), Act::Plan), (is_belief(stem), Act::Belief)]
        {
            if is_listed {
                return act;
            }
        }
    }
    if directness == Directness::Direct { Act::Statement } else { Act::Belief }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_report_acts() {
        for (cue, expected) in [
            ("said", Act::Statement),
            ("according to", Act::Statement),
            ("believes", Act::Belief),
            ("opposed", Act::Belief),
            ("agrees with", Act::Belief),
            ("agreed", Act::Statement),
            ("wants", Act::Plan),
            ("has been planning", Act::Plan),
            ("shows", Act::Evidence),
            ("found", Act::Evidence),
        ] {
            assert_eq!(act(cue.split(' '), Directness::Indirect), expected, "{cue}");
        }
        assert_eq!(act(["chuckled"].into_iter(), Directness::Direct), Act::Statement);
    }
}
