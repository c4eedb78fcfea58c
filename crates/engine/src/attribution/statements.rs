//! Finds statements in a segment: a cue, the phrase that is its source, and the words that are its content.

use super::contents::{
    addressee_after, content_of, has_verb, is_content, is_quotation, last_clause, quotation_after, skip_comma,
    skip_opening, speaks_in_front, warned,
};
use super::cues::{self, Class, Cue, Form};
use super::grammar::{is_connective, is_passive_helper, is_plural_subject, is_preposition, marks_noun};
use super::phrases::Reader;
use super::roles;
use std::ops::Range;

/// A statement before its speaker is known; ranges are tokens unless said otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The phrase that names the source; `None` when there is none.
    pub source: Option<Range<usize>>,
    /// The words that report, with helping verbs.
    pub cue: Range<usize>,
    /// Content in bytes of the text, in order.
    pub content: Vec<Range<usize>>,
    /// Whom it was told, after "told".
    pub addressee: Option<Range<usize>>,
    /// What sort of cue.
    pub class: Class,
    /// Whether it stands inside the content of the statement before.
    pub nested: bool,
    /// How likely it is, when the model proposed it; `None` from rules.
    pub likely: Option<f32>,
    /// Whether rules and model see the same source and cue.
    pub agreed: bool,
}

/// The statements of the segment that `reader` reads.
pub fn find(reader: &Reader) -> Vec<Statement> {
    let mut found: Vec<Statement> = Vec::new();
    let tokens = reader.segment.tokens.clone();
    let mut at = tokens.start;
    while at < tokens.end {
        if reader.is_quoted(at) {
            at += 1;
            continue;
        }
        let statement = according_to(reader, at).or_else(|| colon(reader, at)).or_else(|| {
            let cue = cues::cue(reader.word(at)).filter(|_| !is_name(reader, at))?;
            verb(reader, at, cue, &found)
        });
        match statement {
            Some(mut statement) => {
                at = statement.cue.end.max(at + 1);
                let start = reader.document.tokens[statement.cue.start].start;
                statement.nested = found.iter().any(|outer| outer.content.iter().any(|range| range.contains(&start)));
                found.push(statement);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a word that could report is a name: "Said" before a verb. Headlines may have capitals throughout.
fn is_name(reader: &Reader, at: usize) -> bool {
    let heading = reader.document.blocks[reader.segment.block].heading;
    let inside = reader.is_capitalised(at) && at > reader.segment.tokens.start && !reader.is_quoted(at - 1);
    !heading && inside && (cues::cue(reader.word(at + 1)).is_some() || has_verb(reader, &(at + 1..at + 2)))
}

/// "according to X", before or after what X says.
fn according_to(reader: &Reader, at: usize) -> Option<Statement> {
    if reader.word(at) != "according" || reader.word(at + 1) != "to" {
        return None;
    }
    let source = reader.phrase_after(at + 2)?;
    let tokens = &reader.segment.tokens;
    let opens = (tokens.start..at).all(|token| is_connective(reader.word(token)) || !reader.is_word(token));
    // At the start of a sentence the comma ends the phrase: what follows is what was said.
    let comma = source.clone().find(|&token| opens && reader.raw(token) == ",");
    let source = source.start..comma.unwrap_or(source.end);
    let content = if opens {
        content_of(reader, skip_comma(reader, source.end)..tokens.end)
    } else {
        content_of(reader, tokens.start..at)
    };
    let content = Some(content).filter(|content| !content.is_empty())?;
    Some(Statement {
        source: Some(source),
        cue: at..at + 2,
        content,
        addressee: None,
        class: Class::Clause,
        nested: false,
        likely: None,
        agreed: false,
    })
}

/// "Minister: we will leave" in a headline, or a name before a quotation.
fn colon(reader: &Reader, at: usize) -> Option<Statement> {
    /// A longer phrase before a colon introduces a list, not a speaker.
    const LONGEST_SPEAKER: usize = 6;
    let tokens = &reader.segment.tokens;
    if reader.raw(at) != ":" || at == tokens.start || at - tokens.start > LONGEST_SPEAKER {
        return None;
    }
    let source = tokens.start..at;
    let quoted = reader.is_quoted(at + 1);
    let heading = reader.document.blocks[reader.segment.block].heading;
    let names = source.clone().all(|token| reader.is_word(token) || reader.raw(token) == ".")
        && source.clone().all(|token| cues::cue(reader.word(token)).is_none_or(|cue| cue.also_noun));
    let speaks = reader.is_capitalised(source.start) && names && (quoted || heading);
    // "Analysis: …" and "Live: …" name a kind of text.
    let role = roles::is_unnamed(reader.word(at - 1)) || roles::is_office(reader.word(at - 1));
    let is_name = source.len() > 1 || role;
    let content =
        Some(content_of(reader, at + 1..tokens.end)).filter(|content| !content.is_empty() && speaks && is_name)?;
    Some(Statement {
        source: Some(source),
        cue: at..at + 1,
        content,
        addressee: None,
        class: Class::Clause,
        nested: false,
        likely: None,
        agreed: false,
    })
}

/// A verb of saying at `at`.
fn verb(reader: &Reader, at: usize, cue: Cue, earlier: &[Statement]) -> Option<Statement> {
    let before = if at > reader.segment.tokens.start { at - 1 } else { usize::MAX };
    let word_before = reader.word(before);
    if cue.also_noun && marks_noun(word_before) {
        return None;
    }
    match cue.form {
        Form::Participle => participle(reader, at, cue, earlier),
        Form::Base if !has_plural_before(reader, before) => None,
        _ if is_passive_helper(word_before) => None,
        _ => {
            let inverted = inverted(reader, at, before);
            inverted.or_else(|| with_subject(reader, at, cue))
        }
    }
}

/// "officials say", "we claim": a base form is a verb after a plural only.
fn has_plural_before(reader: &Reader, before: usize) -> bool {
    let word = reader.word(before);
    (word.ends_with('s') && word.len() > 3) || is_plural_subject(word)
}

/// ", said X" and "“…” said X": the subject follows.
fn inverted(reader: &Reader, at: usize, before: usize) -> Option<Statement> {
    let after_quotation = reader.is_quoted(before) || matches!(reader.raw(before), "," | "”" | "\"");
    if !cues::may_invert(reader.word(at)) || !after_quotation {
        return None;
    }
    let next = reader.word(at + 1);
    let no_subject = next.is_empty()
        || next == "that"
        || reader.is_quoted(at + 1)
        || (is_preposition(next) && next != "by")
        || matches!(next, "it" | "there" | "this");
    if no_subject || !reader.is_word(at + 1) {
        return None;
    }
    // ", wrote Smith" speaks; "the minister, said officials, left" and "X, said to be" do not begin with a quotation.
    let tokens = &reader.segment.tokens;
    let front = tokens.start..at;
    let quoted = front.clone().rev().find(|&token| reader.is_word(token)).is_some_and(|token| reader.is_quoted(token));
    let source = reader.phrase_after(at + 1)?;
    // "X, the mayor, said the deal was dead" has its subject before the verb and a clause after it.
    if !(quoted || has_verb(reader, &front)) || has_verb(reader, &(source.start..source.end.saturating_add(1))) {
        return None;
    }
    let mut content = content_of(reader, front);
    content.extend(quotation_after(reader, source.end));
    Some(Statement {
        source: Some(source),
        cue: at..at + 1,
        content,
        addressee: None,
        class: Class::Clause,
        nested: false,
        likely: None,
        agreed: false,
    })
    .filter(|statement| !statement.content.is_empty())
}

/// "X said …" and "…, X said": the subject stands before.
fn with_subject(reader: &Reader, at: usize, cue: Cue) -> Option<Statement> {
    let (source, phrase) = reader.subject_before(at)?;
    let tokens = reader.segment.tokens.clone();
    let (addressee, rest) = match cue.class {
        Class::Told => addressee_after(reader, at + 1),
        Class::Clause => warned(reader, at + 1),
        Class::Object | Class::Quote => (None, at + 1),
    };
    let front = last_clause(reader, tokens.start..source.start);
    let front_is_content = speaks_in_front(reader, &front);
    let rest_range = skip_opening(reader, rest)..tokens.end;
    let rest_content =
        if is_content(reader, &rest_range, cue.class) { content_of(reader, rest_range.clone()) } else { Vec::new() };
    let content = match (front_is_content, rest_content.is_empty()) {
        // "“…,” X said. “…”": a quotation split by its attribution.
        (true, _) => {
            let mut content = content_of(reader, front);
            content.extend(quotation_after(reader, rest));
            content
        }
        (false, false) => rest_content,
        (false, true) => return None,
    };
    if cue.class == Class::Quote && !content.iter().any(|range| is_quotation(reader, range)) {
        return None;
    }
    let content = Some(content).filter(|content| !content.is_empty())?;
    Some(Statement {
        source: Some(source),
        cue: phrase..at + 1,
        content,
        addressee,
        class: cue.class,
        nested: false,
        likely: None,
        agreed: false,
    })
}

/// "…, adding that …": the participle of a speaker already named in the segment.
fn participle(reader: &Reader, at: usize, cue: Cue, earlier: &[Statement]) -> Option<Statement> {
    let last = earlier.last()?;
    let follows = reader.raw(at.wrapping_sub(1)) == "," && cue.class != Class::Quote && last.cue.end < at;
    if !follows {
        return None;
    }
    let (addressee, rest) = match cue.class {
        Class::Told => addressee_after(reader, at + 1),
        _ => (None, at + 1),
    };
    let range = skip_opening(reader, rest)..reader.segment.tokens.end;
    let content = Some(content_of(reader, range)).filter(|content| !content.is_empty())?;
    Some(Statement {
        source: last.source.clone(),
        cue: at..at + 1,
        content,
        addressee,
        class: cue.class,
        nested: false,
        likely: None,
        agreed: false,
    })
}
