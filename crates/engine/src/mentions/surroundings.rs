//! What the words around a match say about what it can name.

use super::matches::Match;
use super::{Lookup, lexicon};
use crate::document::Document;
use crate::kind::EntityKind;
use crate::seeds::AliasKind;
use crate::tokens::TokenKind;

/// The words around a match, read once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Surroundings {
    /// The title or role word before it ("President").
    pub title: Option<String>,
    /// Whether a preposition of place stands before it.
    pub after_preposition: bool,
    /// Whether it is the subject of saying or deciding.
    pub acts: bool,
    /// Whether the words around are those of news media: "told X", "a correspondent from X", "X reported".
    pub among_news: bool,
    /// Whether it is told, accused or warned, or stands in "ties between A and B".
    pub addressed: bool,
    /// The capitalised word before it that belongs to no other match and is neither title nor direction.
    pub stranger_before: Option<String>,
    /// Whether an unknown capitalised word follows directly.
    pub stranger_after: bool,
    /// Whether the words around it make the whole the name of something else ("Bank of England", "Washington Post").
    pub part_of_another_name: bool,
    /// Whether it is the first word of its sentence.
    pub opens_sentence: bool,
}

/// Reads the surroundings of `matches[index]`.
pub fn surroundings(document: &Document, matches: &[Match], index: usize, lookup: &mut Lookup) -> Surroundings {
    let matched = &matches[index];
    let first = document.token_at(matched.range.start);
    let last = document.token_at(matched.range.end.saturating_sub(1));
    let sentence = document.sentence_of(first).map_or(first..last + 1, |found| document.sentences[found].clone());
    let word =
        |token: usize| if sentence.contains(&token) { document.word(token).to_lowercase() } else { String::new() };
    // Two towns side by side are a person's name ("Nelson Mandela"), so they don't vouch for each other.
    let neighbours: Vec<&Match> = matches[index.saturating_sub(1)..(index + 2).min(matches.len())]
        .iter()
        .filter(|other| other.range == matched.range || !is_only_town(other, lookup))
        .collect();
    let is_matched = |token: usize| {
        let token = document.tokens.get(token);
        token.is_some_and(|token| {
            neighbours.iter().any(|other| other.range.start < token.end && token.start < other.range.end)
        })
    };
    let joined = |left: usize, right: usize| {
        let (Some(left), Some(right)) = (document.tokens.get(left), document.tokens.get(right)) else { return false };
        document
            .text
            .get(left.end..right.start)
            .is_some_and(|gap| !gap.is_empty() && gap.chars().all(char::is_whitespace))
    };
    let titled = is_title_case(document, sentence.clone());
    let mut found = Surroundings { opens_sentence: first == sentence.start, ..Surroundings::default() };

    if first > sentence.start {
        // "Gen. Smith": the full stop belongs to the title.
        let before = if word(first - 1) == "." { first.saturating_sub(2) } else { first - 1 };
        let before_word = word(before);
        found.title = lexicon::is_title(&before_word).then_some(before_word.clone());
        found.after_preposition = lexicon::is_place_preposition(&before_word);
        found.addressed = lexicon::addresses(&before_word) || joins(&word, first);
        let strange = document.is_capitalised(before)
            && joined(first - 1, first)
            && before > sentence.start
            && !is_matched(before)
            && found.title.is_none()
            && !lexicon::may_precede_place(&before_word);
        if strange && !titled {
            found.stranger_before = Some(document.word(before).to_string());
        }
        if before_word == "of" && before > sentence.start {
            found.part_of_another_name = document.is_capitalised(before - 1) && lexicon::owns_by_of(&word(before - 1));
        }
    }
    let next = last + 1;
    /// Words before a name in which a noun of the trade counts.
    const NEARBY: usize = 3;
    let before = (first.saturating_sub(NEARBY).max(sentence.start)..first).map(word);
    found.among_news = before.into_iter().any(|word| lexicon::is_news_noun(&word) || word == "told")
        || lexicon::is_news_noun(&word(next))
        || lexicon::reports(&word(next))
        || (document.word(first.wrapping_sub(1)) == "(" && document.word(next) == ")");
    if document.is_capitalised(next) && sentence.contains(&next) && joined(last, next) && !is_matched(next) {
        let next_word = word(next);
        found.part_of_another_name |= lexicon::makes_another_name(&next_word);
        found.stranger_after = !titled
            && !lexicon::may_follow_place(&next_word)
            && !lexicon::is_title(&next_word)
            && !lexicon::may_precede_place(&next_word);
    }
    let following: Vec<String> =
        (next..sentence.end).take(6).map(word).take_while(|word| word.chars().all(char::is_alphabetic)).collect();
    found.acts = lexicon::acts(following.iter().map(String::as_str));
    found
}

/// Whether a match can be nothing but a town or a surname.
fn is_only_town(matched: &Match, lookup: &mut Lookup) -> bool {
    matched.candidates.iter().all(|candidate| {
        let kind = lookup.entity(candidate.handle).map(|entity| entity.kind);
        let surname = kind == Some(EntityKind::Person) && candidate.form == AliasKind::Short;
        surname || (kind == Some(EntityKind::City) && candidate.form != AliasKind::Demonym)
    })
}

/// Whether the match at token `first` stands in "ties with X", "talks between X and Y".
fn joins(word: &impl Fn(usize) -> String, first: usize) -> bool {
    let back = |steps: usize| first.checked_sub(steps).map(word).unwrap_or_default();
    let noun_before =
        |steps: usize| lexicon::joins_governments(&back(steps)) || lexicon::joins_governments(&back(steps + 1));
    match back(1).as_str() {
        "between" | "with" => noun_before(2),
        "and" => back(3) == "between" && noun_before(4),
        _ => false,
    }
}

/// Whether every longer word of the sentence is capitalised, as in a headline: capitals say nothing there.
fn is_title_case(document: &Document, sentence: std::ops::Range<usize>) -> bool {
    /// Shorter words stay small in headlines too, and so do a few longer prepositions.
    const LONG_WORD: usize = 4;
    const SMALL: &[&str] = &["from", "with", "over", "into", "after", "amid", "than", "that", "near"];
    let mut long = 0;
    for token in sentence.filter(|&token| document.tokens[token].kind == TokenKind::Word) {
        let word = document.word(token);
        if word.chars().count() >= LONG_WORD && !SMALL.contains(&word) {
            if !document.is_capitalised(token) {
                return false;
            }
            long += 1;
        }
    }
    long >= 3
}
