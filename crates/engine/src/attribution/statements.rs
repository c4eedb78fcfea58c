//! Finds statements in a segment: a cue, the phrase that is its source, and the words that are its content.

use super::cues::{self, Class, Cue, Form};
use super::phrases::{Reader, is_clause_start, is_connective, is_preposition, is_time};
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
            let cue = cues::cue(&reader.word(at))?;
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

/// "according to X", before or after what X says.
fn according_to(reader: &Reader, at: usize) -> Option<Statement> {
    if reader.word(at) != "according" || reader.word(at + 1) != "to" {
        return None;
    }
    let source = reader.phrase_after(at + 2)?;
    let tokens = &reader.segment.tokens;
    let opens = (tokens.start..at).all(|token| is_connective(&reader.word(token)) || !reader.is_word(token));
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
        && source.clone().all(|token| cues::cue(&reader.word(token)).is_none_or(|cue| cue.also_noun));
    let speaks = reader.is_capitalised(source.start) && names && (quoted || heading);
    // "Analysis: …" and "Live: …" name a kind of text.
    let role = roles::is_unnamed(&reader.word(at - 1)) || roles::is_office(&reader.word(at - 1));
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
    })
}

/// A verb of saying at `at`.
fn verb(reader: &Reader, at: usize, cue: Cue, earlier: &[Statement]) -> Option<Statement> {
    let before = if at > reader.segment.tokens.start { at - 1 } else { usize::MAX };
    let word_before = reader.word(before);
    if cue.also_noun && is_noun_here(&word_before) {
        return None;
    }
    match cue.form {
        Form::Participle => participle(reader, at, cue, earlier),
        Form::Base if !is_plural_subject(reader, before) => None,
        _ if is_passive(&word_before) => None,
        _ => {
            let inverted = inverted(reader, at, before);
            inverted.or_else(|| with_subject(reader, at, cue))
        }
    }
}

/// Whether the word before makes a form that is also a noun one.
fn is_noun_here(before: &str) -> bool {
    matches!(
        before,
        "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "your"
            | "this"
            | "these"
            | "those"
            | "of"
            | "some"
            | "any"
            | "no"
            | "media"
            | "news"
            | "’s"
            | "'s"
            | "such"
            | "other"
            | "many"
            | "several"
            | "conflicting"
            | "by"
            | "in"
            | "on"
            | "for"
            | "with"
            | "from"
            | "about"
            | "recent"
            | "new"
            | "to"
            | "all"
            | "each"
            | "every"
            | "united"
            | "phone"
            | "social"
    )
}

fn is_passive(before: &str) -> bool {
    matches!(before, "was" | "were" | "is" | "are" | "be" | "been" | "being" | "got")
}

/// "officials say", "we claim": a base form is a verb after a plural only.
fn is_plural_subject(reader: &Reader, before: usize) -> bool {
    let word = reader.word(before);
    (word.ends_with('s') && word.len() > 3)
        || matches!(
            word.as_str(),
            "they"
                | "we"
                | "i"
                | "people"
                | "police"
                | "some"
                | "many"
                | "others"
                | "media"
                | "who"
                | "men"
                | "women"
                | "also"
                | "will"
                | "would"
        )
}

/// ", said X" and "“…” said X": the subject follows.
fn inverted(reader: &Reader, at: usize, before: usize) -> Option<Statement> {
    let after_quotation = reader.is_quoted(before) || matches!(reader.raw(before), "," | "”" | "\"");
    if !cues::may_invert(&reader.word(at)) || !after_quotation {
        return None;
    }
    let next = reader.word(at + 1);
    let no_subject = next.is_empty()
        || next == "that"
        || reader.is_quoted(at + 1)
        || (is_preposition(&next) && next != "by")
        || matches!(next.as_str(), "it" | "there" | "this");
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
    })
    .filter(|statement| !statement.content.is_empty())
}

/// "X said …" and "…, X said": the subject stands before.
fn with_subject(reader: &Reader, at: usize, cue: Cue) -> Option<Statement> {
    let (source, phrase) = reader.subject_before(at)?;
    let tokens = reader.segment.tokens.clone();
    let (addressee, rest) = match cue.class {
        Class::Told => addressee_after(reader, at + 1),
        _ => (None, at + 1),
    };
    let front = tokens.start..source.start;
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
    Some(Statement { source: Some(source), cue: phrase..at + 1, content, addressee, class: cue.class, nested: false })
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
    })
}

/// Whether what stands before the source is what it says: a quotation, or a clause that ends with a comma.
fn speaks_in_front(reader: &Reader, front: &Range<usize>) -> bool {
    /// A shorter opening before a comma is an adverbial: "On Monday,".
    const SHORTEST_CLAUSE: usize = 4;
    let Some(last) = front.clone().next_back() else { return false };
    if reader.is_quoted(last) || (reader.raw(last) == "," && last > front.start && reader.is_quoted(last - 1)) {
        return true;
    }
    let first = front.clone().find(|&token| reader.is_word(token)).unwrap_or(front.start);
    let adverbial = is_preposition(&reader.word(first))
        || matches!(
            reader.word(first).as_str(),
            "asked" | "speaking" | "when" | "while" | "if" | "because" | "although" | "though" | "citing" | "meanwhile"
        );
    reader.raw(last) == ","
        && front.len() > SHORTEST_CLAUSE
        && (!adverbial || has_verb(reader, front))
        && has_verb(reader, front)
}

/// Whether a token range has a finite verb that every reader would know: a clause, not a phrase.
fn has_verb(reader: &Reader, range: &Range<usize>) -> bool {
    range.clone().any(|token| {
        let word = reader.word(token);
        super::phrases::is_finite_verb(&word) || (word.len() > 4 && word.ends_with("ed")) || is_common_past(&word)
    })
}

fn is_common_past(word: &str) -> bool {
    matches!(
        word,
        "left"
            | "fell"
            | "rose"
            | "took"
            | "went"
            | "came"
            | "made"
            | "got"
            | "gave"
            | "began"
            | "held"
            | "found"
            | "fled"
            | "won"
            | "lost"
            | "broke"
            | "hit"
            | "met"
            | "led"
            | "saw"
            | "struck"
            | "shot"
            | "sent"
            | "set"
            | "put"
            | "cut"
            | "kept"
            | "became"
            | "grew"
            | "ran"
            | "remain"
            | "remains"
            | "want"
            | "wants"
            | "need"
            | "needs"
            | "expect"
            | "expects"
            | "represents"
            | "includes"
            | "face"
            | "faces"
    )
}

/// Whether `range`, after the cue, says something rather than when or where it was said.
fn is_content(reader: &Reader, range: &Range<usize>, class: Class) -> bool {
    /// A statement has at least so many words.
    const SHORTEST: usize = 2;
    let words = range.clone().filter(|&token| reader.is_word(token)).count();
    if words < SHORTEST {
        return reader.is_quoted(range.start);
    }
    let first = reader.word(range.start);
    if class == Class::Object {
        return !is_time(&first);
    }
    let adverbial =
        (is_preposition(&first) && !has_verb(reader, range)) || (is_time(&first) && !has_verb(reader, range));
    !adverbial && !matches!(first.as_str(), "so" | "nothing" | "as")
}

/// The first token after "that"-less openings of content: commas, colons, and a place or time before the content
/// ("said on Monday that", "said in a statement: “").
fn skip_opening(reader: &Reader, from: usize) -> usize {
    let mut at = from;
    let limit = reader.segment.tokens.end;
    let first = reader.word(at);
    if is_preposition(&first) || is_time(&first) {
        // The content starts at "that", a colon, a quotation or a comma; without any the adverbial is all there is.
        let start = (at..limit.min(at + 14))
            .find(|&token| reader.word(token) == "that" || reader.is_quoted(token) || reader.raw(token) == ":");
        if let Some(start) = start {
            at = start;
        } else if is_time(&first) && reader.word(at + 1) != "" {
            // "said Monday the talks …" and "said on Monday the talks …"
            at += 1;
        } else if matches!(first.as_str(), "on") && is_time(&reader.word(at + 1)) {
            at += 2;
        }
    }
    while at < limit && matches!(reader.raw(at), "," | ":") {
        at += 1;
    }
    at
}

fn skip_comma(reader: &Reader, at: usize) -> usize {
    if reader.raw(at) == "," { at + 1 } else { at }
}

/// Whom "told" tells: the phrase, and the token after it.
fn addressee_after(reader: &Reader, from: usize) -> (Option<Range<usize>>, usize) {
    /// "told a news conference in the southern port city of X" is about as long as it gets. Tokens.
    const LONGEST: usize = 12;
    if roles::is_audience(&reader.word(from)) {
        return (Some(from..from + 1), from + 1);
    }
    let limit = reader.segment.tokens.end.min(from + LONGEST);
    let mut end = from;
    let mut last_name = None;
    while end < limit && !reader.is_quoted(end) {
        let word = reader.word(end);
        let raw = reader.raw(end);
        let hyphen = raw == "-" || raw == "‑";
        if word == "that"
            || (!reader.is_word(end) && !hyphen && raw != "’s" && raw != "'s")
            || is_clause_start(&word)
            || is_time(&word)
        {
            break;
        }
        if reader.is_capitalised(end) {
            last_name = Some(end + 1);
        } else if last_name.is_some_and(|name| name == end)
            && !matches!(word.as_str(), "of" | "for" | "news" | "television" | "radio" | "tv" | "channel" | "agency")
            && !hyphen
        {
            break;
        }
        if roles::is_audience(&word) {
            return (Some(from..end + 1), end + 1);
        }
        end += 1;
    }
    if end == from { (None, from) } else { (Some(from..end), end) }
}

/// The quotation that follows token `from` with nothing between but punctuation.
fn quotation_after(reader: &Reader, from: usize) -> Option<Range<usize>> {
    let next = (from..reader.segment.tokens.end).find(|&token| reader.is_word(token) || reader.is_quoted(token))?;
    let between_is_short = (from..next).all(|token| !reader.is_word(token));
    reader
        .quotation_at(next)
        .filter(|_| between_is_short || reader.is_quoted(next))
        .map(|quotation| quotation.range.clone())
}

/// Whether a content range lies in quotation marks.
fn is_quotation(reader: &Reader, range: &Range<usize>) -> bool {
    reader.quotations().iter().any(|quotation| quotation.range.start <= range.start && range.end <= quotation.range.end)
}

/// The bytes of a token range as content: without the comma or full stop that closes it, unless a quotation does.
fn content_of(reader: &Reader, range: Range<usize>) -> Vec<Range<usize>> {
    let mut range = range;
    while range.start < range.end
        && (is_connective(&reader.word(range.start)) || matches!(reader.raw(range.start), "," | ":" | "-" | "—" | "–"))
        && !reader.is_quoted(range.start)
    {
        range.start += 1;
    }
    while range.start < range.end
        && !reader.is_quoted(range.end - 1)
        && matches!(reader.raw(range.end - 1), "." | "," | ":" | ";" | "!" | "?" | "—" | "–" | "-")
    {
        range.end -= 1;
    }
    if !range.clone().any(|token| reader.is_word(token)) {
        return Vec::new();
    }
    let bytes = reader.bytes(range);
    // A quotation at the edge belongs whole, marks included.
    let start = reader
        .quotations()
        .iter()
        .find(|quotation| quotation.range.contains(&bytes.start))
        .map_or(bytes.start, |found| found.range.start);
    let end = reader
        .quotations()
        .iter()
        .find(|quotation| quotation.range.start < bytes.end && bytes.end <= quotation.range.end)
        .map_or(bytes.end, |found| found.range.end);
    vec![start..end]
}
