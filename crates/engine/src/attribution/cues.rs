//! The cue lexicon: words by which English news reports what somebody said.

use crate::words::{WordHash, word_lists};
use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::noncontiguous::NFA;
use aho_corasick::{Input, MatchKind};
use std::collections::HashMap;
use std::sync::OnceLock;

/// How a cue takes its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Takes a clause or a quotation: "said that …".
    Clause,
    /// Takes whom it is said to first: "told reporters that …".
    Told,
    /// Takes an object that is the content or its beginning: "condemned the attack", "warned Amman against …".
    Object,
    /// Reports only with a quotation beside it: "continued".
    Quote,
}

/// The form of the verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "say"
    Base,
    /// "says"
    Present,
    /// "said", also the participle
    Past,
    /// "saying"
    Participle,
}

/// What the lexicon says of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// How it takes its content.
    pub class: Class,
    /// Its form.
    pub form: Form,
    /// Whether the form is a noun as well ("claims", "reports").
    pub also_noun: bool,
}

const CLAUSE: &str = "say add note claim argue state announce report warn insist explain confirm acknowledge admit allege \
    assert declare maintain stress emphasise emphasize suggest contend write tweet post reply respond recall remark comment concede \
    predict promise pledge vow complain testify reveal disclose conclude estimate observe affirm reiterate repeat caution \
    hint imply lament boast joke point_out reckon counter clarify elaborate underscore advise swear assure agree pray";
const TOLD: &str = "tell inform remind notify brief";
const OBJECT: &str = "deny accuse blame condemn criticise criticize denounce demand urge threaten reject dismiss praise describe \
    call hail slam blast decry deplore question welcome defend propose request ask decline_to_comment rebuke chide mock \
    characterise characterize label dispute refute disavow apologise apologize";
const QUOTE: &str =
    "continue go_on ask answer exclaim shout whisper quip laugh smile sigh shrug read interject chant cry yell";

/// Irregular forms: word, verb, form.
const IRREGULAR: &[(&str, &str, Form)] = &[
    ("said", "say", Form::Past),
    ("told", "tell", Form::Past),
    ("wrote", "write", Form::Past),
    ("written", "write", Form::Past),
    ("swore", "swear", Form::Past),
    ("read", "read", Form::Past),
];

word_lists! {
    /// Forms that are nouns as often as verbs.
    is_also_noun: "claim claims report reports note notes state states comment comments call calls demand demands post posts \
        promise promises estimate estimates reply remark remarks question questions request requests tweet tweets \
        warning complaint answer answers praise blame pledge pledges vow vows repeat counter label labels brief \
        briefs saying cry cries laugh smile shout joke jokes dispute disputes caution read reading posting \
        writing recall advise observe proposed slam hint hints account";
    /// Verbs that may stand before their subject: "…, said the minister".
    may_invert: "said says wrote writes added adds asked asks reported reports noted notes explained tweeted replied \
        recalled argued insisted warned claimed announced declared continued stated posted observed remarked \
        exclaimed concluded joked read complained confirmed";
}

/// What the lexicon says of the lower-case `word`, if it is a cue. A call: the table's look-up is not worth a copy in each place.
#[inline(never)]
pub fn cue(word: &str) -> Option<Cue> {
    static LEXICON: OnceLock<HashMap<String, Cue, WordHash>> = OnceLock::new();
    LEXICON.get_or_init(build).get(word).copied()
}

/// Whether the lower-case `word` is a cue that is a verb and no noun as well.
pub fn is_verb(word: &str) -> bool {
    cue(word).is_some_and(|cue| !cue.also_noun)
}

fn build() -> HashMap<String, Cue, WordHash> {
    let mut lexicon = HashMap::default();
    // Later lists don't overrule earlier ones: "ask" takes an object before it merely goes with a quotation.
    for (class, list) in [(Class::Clause, CLAUSE), (Class::Told, TOLD), (Class::Object, OBJECT), (Class::Quote, QUOTE)]
    {
        for verb in list.split_whitespace().filter(|verb| !verb.contains('_')) {
            for (word, form) in inflect(verb) {
                let also_noun = is_also_noun(&word);
                lexicon.entry(word).or_insert(Cue { class, form, also_noun });
            }
        }
    }
    lexicon
}

/// Two parts as one word. A call: writing with a pattern costs ten times as much in each place.
#[inline(never)]
fn joined(stem: &str, ending: &str) -> String {
    let mut word = String::from(stem);
    word.push_str(ending);
    word
}

fn inflect(verb: &str) -> Vec<(String, Form)> {
    let vowel_before_y = verb.len() > 1 && b"aeiou".contains(&verb.as_bytes()[verb.len() - 2]);
    let y_stem = verb.strip_suffix('y').filter(|_| !vowel_before_y);
    let doubled = matches!(verb, "slam" | "quip" | "admit" | "chat" | "pen" | "refer");
    let last = if doubled { &verb[verb.len() - 1..] } else { "" };
    let hisses = verb.ends_with('s') || verb.ends_with("sh") || verb.ends_with("ch") || verb.ends_with('x');
    let present = match y_stem {
        Some(stem) => joined(stem, "ies"),
        None => joined(verb, if hisses { "es" } else { "s" }),
    };
    let past = match y_stem {
        Some(stem) => joined(stem, "ied"),
        None if verb.ends_with('e') => joined(verb, "d"),
        None => joined(&joined(verb, last), "ed"),
    };
    let stem = verb.strip_suffix('e').filter(|_| !verb.ends_with("ee")).unwrap_or(verb);
    let participle = joined(&joined(stem, last), "ing");
    let mut forms = vec![(joined(verb, ""), Form::Base), (present, Form::Present), (participle, Form::Participle)];
    let regular = forms.len();
    for (word, known, form) in IRREGULAR {
        if *known == verb {
            forms.push((joined(word, ""), *form));
        }
    }
    if forms.len() == regular {
        forms.push((past, Form::Past));
    }
    forms
}

/// A hedge: its words, and whether it makes a statement without a source of the sentence it stands in.
const HEDGES: &[&str] = &[
    "reportedly",
    "allegedly",
    "purportedly",
    "supposedly",
    "rumoured to",
    "rumored to",
    "is said to",
    "are said to",
    "was said to",
    "were said to",
    "is reported to",
    "are reported to",
    "was reported to",
    "were reported to",
    "is alleged to",
    "are alleged to",
    "it was reported that",
    "it is said that",
    "it has been reported that",
    "reports say",
    "is believed to",
    "are believed to",
    "is thought to",
    "are thought to",
];

/// Byte ranges of the hedges in `text`, on word boundaries, in order.
pub fn hedges(text: &str) -> Vec<std::ops::Range<usize>> {
    // The plain automaton: the crate's choice among four kinds is worth 30 KB of code for what takes no time.
    static AUTOMATON: OnceLock<Option<NFA>> = OnceLock::new();
    let automaton = AUTOMATON.get_or_init(|| {
        NFA::builder().ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).build(HEDGES).ok()
    });
    let inside_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let mut input = Input::new(text);
    let found = std::iter::from_fn(|| {
        let found = automaton.as_ref()?.try_find(&input).ok()??.range();
        input.set_start(found.end);
        Some(found)
    });
    found
        .filter(|range| {
            !inside_word(text[..range.start].chars().next_back()) && !inside_word(text[range.end..].chars().next())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_cues() {
        for (word, form) in [
            ("said", Form::Past),
            ("denies", Form::Present),
            ("denied", Form::Past),
            ("admitted", Form::Past),
            ("stressing", Form::Participle),
            ("stresses", Form::Present),
            ("agreeing", Form::Participle),
            ("announced", Form::Past),
            ("wrote", Form::Past),
        ] {
            assert_eq!(cue(word).map(|cue| cue.form), Some(form), "{word}");
        }
        assert_eq!(cue("walked"), None);
        assert_eq!(hedges("Unreportedly, he reportedly fell.").len(), 1);
        assert_eq!(hedges("É Reportedly it IS SAID TO be so; is said today"), [3..13, 17..27]);
    }
}
