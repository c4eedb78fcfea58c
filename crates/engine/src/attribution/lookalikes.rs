//! Owns what only looks like a statement: titles and names, labels, questions asked of somebody, what was done rather than said,
//! and what a thing lets one think.

use super::Directness;
use super::contents::has_verb;
use super::cues::{self, Class, Form};
use super::grammar::{is_clause_start, is_connective, is_finite_verb, is_passive_helper};
use super::mend::opens_side_clause;
use super::phrases::Reader;
use super::roles;
use super::statements::Statement;
use crate::words::word_lists;
use std::ops::Range;

word_lists! {
    /// What leads to "to" in "a letter to X asking": the phrase behind it is whom something is sent or belongs to.
    leads_to_another: "to of from for between";
    /// Small words that titles write without a capital.
    is_small_in_titles: "a an the of in on at to for and or with by from";
    /// Participles that a name follows.
    gives_name: "called named titled entitled dubbed nicknamed";
    /// Words that report, but before a title in quotation marks only say what was read or made.
    takes_title: "read reading wrote writing called";
    /// Verbs of which "to" makes something done or to be done: "agreed to leave", "asked to see it".
    does_with_to: "agree agrees agreed agreeing ask asks asked asking";
    /// The same where the cue is one word: others had asked it of whoever stands before.
    is_done_to: "urged told advised ordered warned";
    /// What a thing seems to do: "the deals promise to be good", "a rock claimed to be a bone".
    seems_to_be: "promise promises claimed said thought believed alleged";
    /// Verbs behind which a thing may stand instead of a clause: then it was done, not said.
    does_with_thing: "propose proposes proposed repeat repeats repeated reported posted tweeted shared";
    /// What ends a phrase that tells when: "four days later".
    ends_time: "later ago earlier afterwards afterward before";
}

/// Whether a statement only looks like one that its source made.
pub fn is_other(reader: &Reader, statement: &Statement, directness: Directness) -> bool {
    let cue = &statement.cue;
    if cue.is_empty() {
        return false;
    }
    let first = reader.word(cue.start);
    let last = reader.word(cue.end - 1);
    // "Doctors have been urged to stay": others said it, to them or of them.
    let before = statement.source.as_ref().is_some_and(|source| source.end <= cue.start);
    let taken = |found: cues::Cue| {
        let object = found.class == Class::Object || is_done_to(last);
        found.form == Form::Past && (found.class == Class::Told || before && object)
    };
    let asked = cue.len() > 1
        && is_passive_helper(reader.word(cue.end - 2))
        && (last == "asked" || cues::cue(last).is_some_and(taken));
    let owned = statement.source.as_ref().is_some_and(|source| {
        source.end <= cue.start && source.start > 0 && leads_to_another(reader.word(source.start - 1))
    });
    asked
        || owned
        || directness == Directness::Direct
            && (!reader.is_word(cue.start) && !matches!(first, ":" | "―" | "—" | "–" | "-") || first == "to")
        || is_title(reader, statement, directness)
        || is_label(reader, statement)
        || is_rest(reader, statement, directness)
        || is_bargain(reader, statement)
        || is_torn_word(reader, statement)
        || directness != Directness::Direct && is_deed(reader, statement)
        || is_torn_formula(reader, statement, directness)
}

/// "Read out the speech", "replied four days later": what was done, and when.
fn is_deed(reader: &Reader, statement: &Statement) -> bool {
    /// Words of a phrase that tells when.
    const LONGEST_TIME: usize = 4;
    let verb = statement.cue.clone().find(|&token| !is_passive_helper(reader.word(token)));
    let read = verb.is_some_and(|token| matches!(reader.word(token), "read" | "reading"));
    // A quotation of another paragraph says nothing of this verb.
    let end = reader.bytes(reader.segment.tokens.clone()).end;
    let mut own = statement.content.iter().filter(|content| content.start < end);
    let (Some(content), None) = (own.next(), own.next()) else { return read };
    let tokens = reader.document.tokens_of(content);
    let last = reader.word(tokens.end.wrapping_sub(1));
    // "Posted in groups of old friends", "proposed the project to him", "reported details of the plan".
    let clause = has_verb(reader, &tokens);
    let does = does_with_thing(reader.word(statement.cue.end - 1));
    let place = matches!(reader.word(tokens.start), "in" | "on" | "from") && tokens.start == statement.cue.end;
    let thing = does && (place || !clause) || place && !clause;
    // "There is no danger, he said, as it emerged that …".
    let beside = matches!(reader.word(tokens.start), "as" | "after" | "amid") && reader.raw(statement.cue.end) == ",";
    // "When it rained, he told police he had left", with the side clause alone.
    let source = statement.source.as_ref().map_or(0, |source| source.start);
    let front = reader.word(tokens.start);
    let opens = (opens_side_clause(front) || front == "as") && tokens.start == reader.segment.tokens.start;
    let side = opens && tokens.end + 1 >= source && !tokens.clone().any(|token| reader.raw(token) == ",");
    // "When he agreed, she left": the clause is the author's.
    let when = opens_side_clause(reader.word(source.wrapping_sub(1)));
    let answered = when && tokens.start == statement.cue.end + 1 && reader.raw(statement.cue.end) == ",";
    read || thing || beside || side || answered || tokens.len() <= LONGEST_TIME && ends_time(last)
}

/// "According to a story her sister has told, A", "the ministry said it had left, according to X": source or content is what is
/// left of a clause.
fn is_torn_formula(reader: &Reader, statement: &Statement, directness: Directness) -> bool {
    let Some(source) = statement.source.as_ref().filter(|_| reader.word(statement.cue.start) == "according") else {
        return false;
    };
    let behind = reader.word(source.end);
    let goes_on = source.start >= statement.cue.end && matches!(behind, "has" | "had" | "have" | "was" | "were" | "is");
    let content = statement.content.first().map(|content| reader.document.token_at(content.start));
    let torn = content.is_some_and(|first| {
        let (word, before) = (reader.word(first), first.wrapping_sub(1));
        // "The agency issued A, according to X", without the agency.
        let inside = reader.is_word(before) && first < statement.cue.start;
        let clause = inside && !is_clause_start(reader.word(before)) && !is_connective(reader.word(before));
        let who = first > reader.segment.tokens.start && matches!(word, "who" | "which");
        (clause || who || inside && is_finite_verb(word) || !reader.is_word(first)) && !reader.is_quoted(first)
    });
    goes_on || torn && directness != Directness::Direct
}

/// "Has agreed a deal", "residents told to leave": what was done, and what others asked of them.
fn is_bargain(reader: &Reader, statement: &Statement) -> bool {
    let Some(content) = statement.content.first() else { return false };
    let next = reader.word(reader.document.token_at(content.start));
    let at_once = reader.document.token_at(content.start) == statement.cue.end;
    let last = reader.word(statement.cue.end - 1);
    let to = next == "to" && (does_with_to(last) || statement.cue.len() == 1 && is_done_to(last));
    let seems = next == "to" && seems_to_be(last) && statement.cue.len() == 1;
    let thing = || {
        let source = statement.source.as_ref().filter(|source| source.end <= statement.cue.start);
        source.is_some_and(|source| !names_speaker(reader, source))
    };
    at_once
        && (last.starts_with("agree") && matches!(next, "a" | "an" | "the" | "new" | "terms") || to || seems && thing())
}

/// Whether the last word of a phrase is somebody's who speaks: a name, a pronoun, an office, somebody unnamed, a body.
fn names_speaker(reader: &Reader, source: &Range<usize>) -> bool {
    let last = source.end - 1;
    let word = reader.word(last);
    reader.is_capitalised(last)
        || roles::is_unnamed(word)
        || roles::is_office(word)
        || roles::is_body(word)
        || roles::is_document(word)
}

/// What is left of a clause: "it is", "he would".
fn is_rest(reader: &Reader, statement: &Statement, directness: Directness) -> bool {
    /// Words; a longer rest says something, fewer never do.
    const LONGEST: usize = 3;
    const SHORTEST: usize = 2;
    let Some(last) = statement.content.last().filter(|_| directness == Directness::Indirect) else { return false };
    let tokens = |range: &Range<usize>| reader.document.tokens_of(range);
    let words = statement.content.iter().flat_map(tokens).filter(|&token| reader.is_word(token)).count();
    // "Describing his feelings".
    words <= SHORTEST
        || words <= LONGEST && is_finite_verb(reader.word(reader.document.token_at(last.end).wrapping_sub(1)))
}

/// "Premier X could go", of "the vice-premier X could go": the rest of a word and of its clause.
fn is_torn_word(reader: &Reader, statement: &Statement) -> bool {
    let Some(content) = statement.content.first() else { return false };
    let before = &reader.document.text[..content.start];
    before.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphanumeric))
}

/// "Called “X”", "promoted “The X of Y”": a name or title at once behind a word that doesn't report.
fn is_title(reader: &Reader, statement: &Statement, directness: Directness) -> bool {
    let [content] = statement.content.as_slice() else { return false };
    let first = reader.document.token_at(content.start);
    let verb = reader.word(statement.cue.end - 1);
    let listed = cues::cue(verb).is_some() && !takes_title(verb);
    if first != statement.cue.end || !reader.is_quoted(first) || listed {
        return false;
    }
    let mut words = (first..reader.document.token_at(content.end)).filter(|&token| reader.is_word(token));
    let title = |token: usize| reader.is_capitalised(token) || is_small_in_titles(reader.word(token));
    gives_name(verb) || (directness == Directness::Direct && words.all(title))
}

/// "The statement: “…”": what a list or form calls its parts.
fn is_label(reader: &Reader, statement: &Statement) -> bool {
    let Some(source) = &statement.source else { return false };
    reader.raw(statement.cue.start) == ":" && source.len() <= 2 && roles::is_document(reader.word(source.end - 1))
}
