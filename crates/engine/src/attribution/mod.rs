//! Attributions: who is said to have said what, through whom, and by which words.
//!
//! Stages, each on the plain result of the one before: `quotes` pairs quotation marks, `statements` finds cue, source
//! and content in each segment, `speakers` resolves who the source is. Rules alone; a learned stage can propose
//! statements in the same form.

mod acts;
#[cfg(test)]
mod bad_input_tests;
mod borders;
#[cfg(test)]
mod borders_tests;
mod contents;
mod cues;
mod grammar;
mod hedges;
mod known;
mod languages;
mod learned;
mod lookalikes;
mod mend;
#[cfg(test)]
mod mend_tests;
#[cfg(test)]
mod passage_tests;
mod phrases;
mod quotes;
mod roles;
mod sources;
mod speakers;
mod statements;
#[cfg(test)]
mod tests;
#[cfg(feature = "compile")]
pub mod training;
mod unlisted;
mod voice;

use crate::document::Document;
use crate::mentions::Mention;
use crate::order::sort_by_key;
use phrases::{Reader, segments};
use quotes::{Quotation, scan};
use speakers::{Resolved, Speakers};
use statements::Statement;
use std::ops::Range;

pub use crate::pack::model::{Model, ModelError};
pub use crate::wire::{Directness, SourceKind};
pub use acts::Act;
pub use voice::Voice;

/// A reported statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// The words that name the source, in bytes of the document's text; empty when there is none.
    pub source: Vec<Range<usize>>,
    /// The words that report.
    pub cue: Vec<Range<usize>>,
    /// What is said to have been said; quotation marks belong to it.
    pub content: Vec<Range<usize>>,
    /// Who speaks, after pronouns, surnames and roles are resolved.
    pub speaker: Option<Voice>,
    /// The medium it came through.
    pub outlet: Option<Voice>,
    /// Who passed it on, when the speaker is quoted by somebody else.
    pub relayed_by: Option<Voice>,
    /// What sort of source.
    pub kind: SourceKind,
    /// Quoted or paraphrased.
    pub directness: Directness,
    /// Whether it was said, or only thought, planned or shown.
    pub act: Act,
    /// The hedge that stands with it ("reportedly"), if any.
    pub hedge: Option<Range<usize>>,
    /// How sure it is, 0 to 1.
    pub confidence: f32,
    /// Whether it is sure enough to be shown to who asks for its act, and nothing denies it.
    pub sure: bool,
    /// Whether it is shown at default settings: said, and sure.
    pub shown: bool,
}

/// Whether statements can be found in texts of that language (primary subtag): of all sorts in English, quotations in the
/// languages of `languages`.
pub fn supports(language: &str) -> bool {
    language == "en" || languages::supports(language)
}

/// The statements reported in `document`, in order of their content. `mentions` are those found in it, in order;
/// `last_source` is the last one named before this part of the page. With a `model` statements are learned ones, without
/// one those that rules find.
pub fn attribute(
    document: &Document,
    mentions: &[Mention],
    last_source: Option<&Voice>,
    model: Option<&Model>,
) -> Vec<Attribution> {
    if document.language != "en" {
        return languages::attribute(document, mentions, last_source);
    }
    let quotations = scan(document);
    let mut speakers = Speakers::new(document, mentions, &quotations, last_source);
    let mut found: Vec<Attribution> = Vec::new();
    // The segment that a quotation standing alone may follow, and such a quotation until what follows has been read.
    let mut spoken: Option<usize> = None;
    let mut last_block = None;
    let mut waiting: Option<(usize, Attribution)> = None;
    let segments = segments(document, &quotations);
    let rules = learned::passage::by_rules(document, &segments, &quotations);
    let all = match model {
        Some(model) => learned::statements(document, mentions, &quotations, &segments, rules, model),
        None => rules,
    };
    for (index, (segment, mut statements)) in segments.iter().zip(all).enumerate() {
        let reader = Reader::new(document, segment, &quotations);
        let start = document.tokens[segment.tokens.start].start;
        speakers.note_names_until(start);
        mend::mend(&reader, &quotations, &mut statements);
        let before = found.len();
        for mut statement in statements {
            leave_claimed(&reader, &quotations, &mut statement, &found);
            // "“A,” she said. “B.” She said that …": B is hers already.
            let is_before = |range: &Range<usize>| range.end <= document.tokens[segment.tokens.start].start;
            if statement.content.iter().all(|range| is_before(range) && claimed(&found[..before], range)) {
                continue;
            }
            let heard = speakers.heard();
            let resolved = speakers.resolve(&statement);
            if mend::passes_on(&reader, &statement) {
                speakers.hear_again(heard);
            }
            let cue = document.tokens[statement.cue.start].start;
            let holds = |outer: &&Attribution| outer.content.iter().any(|content| content.contains(&cue));
            let outer = found[before..].iter().rfind(holds);
            let mut attribution = assemble(&reader, &quotations, &statement, resolved, outer);
            // "…, adding that …" was told to the same.
            if let Some(last) = found[before..].last().filter(|last| last.speaker == attribution.speaker)
                && attribution.outlet.is_none()
                && reader.word(statement.cue.start).ends_with("ing")
            {
                attribution.outlet = last.outlet.clone();
            }
            found.push(attribution);
        }
        hedges::add(&reader, &mut found, before);
        let silent = found.len() == before;
        let speaks = found[before..].iter().any(|found| found.sure && found.speaker.is_some());
        if let Some((last, alone)) = waiting.take()
            && !alone.content.iter().any(|range| claimed(&found[before..], range))
        {
            go_on(&mut found, last, alone);
        }
        let near = spoken.is_some_and(|spoken| spoken + 1 == index && segments[spoken].block == segment.block);
        if speaks {
            spoken = Some(index);
        } else if silent
            && last_block == Some(segment.block)
            && let Some(alone) = standing_alone(&reader, &speakers)
            && !alone.content.iter().any(|range| claimed(&found, range))
            && let Some(last) = found.iter().rposition(|found| found.speaker == alone.speaker)
            && (near || last + 1 == found.len() && found[last].shown && found[last].directness == Directness::Direct)
        {
            spoken = Some(index);
            waiting = Some((last, alone));
        }
        if !silent {
            last_block = Some(segment.block);
        }
    }
    if let Some((last, alone)) = waiting {
        go_on(&mut found, last, alone);
    }
    join_paragraphs(&quotations, &mut found);
    sort_by_key(&mut found, |attribution| attribution.content.first().map(|range| range.start));
    found
}

/// Takes back a quotation before the segment that somebody else has said already.
fn leave_claimed(reader: &Reader, quotations: &[Quotation], statement: &mut Statement, found: &[Attribution]) {
    let start = reader.document.tokens[reader.segment.tokens.start].start;
    let Some(content) = statement.content.first_mut().filter(|content| content.start < start && start < content.end)
    else {
        return;
    };
    let index = quotations.partition_point(|quotation| quotation.range.end <= content.start);
    if quotations.get(index).is_some_and(|quotation| claimed(found, &quotation.range)) {
        content.start = start;
    }
}

/// The confidence from which a statement within another's is shown whose source is a pronoun.
const RETOLD_FROM: f32 = 0.8;

fn assemble(
    reader: &Reader,
    quotations: &[Quotation],
    statement: &Statement,
    resolved: Option<Resolved>,
    outer: Option<&Attribution>,
) -> Attribution {
    let directness = directness(reader.document.text, quotations, &statement.content);
    let words: Vec<&str> = statement.cue.clone().map(|token| reader.word(token)).collect();
    let act = acts::act(words.iter().copied(), directness);
    let object = statement.class == cues::Class::Object;
    let sure = resolved.as_ref().is_some_and(|resolved| resolved.sure);
    let confidence = statement.likely.unwrap_or(match (directness, sure, object) {
        (Directness::Direct, true, _) => 0.95,
        (Directness::Direct, false, _) => 0.7,
        (_, true, false) => 0.85,
        (_, true, true) => 0.65,
        (_, false, false) => 0.45,
        (_, false, true) => 0.25,
    });
    let denied = words.iter().any(|word| grammar::is_negation(word) || *word == "cannot");
    // "According to" is never anything else, if what is reported says something.
    let formula = sure
        && statement.agreed
        && confidence >= 0.5
        && words.first() == Some(&"according")
        && says_something(reader, &statement.content);
    let doubtful = resolved.as_ref().is_some_and(|resolved| resolved.doubtful);
    let sure_enough = formula || confidence >= shown_from(statement.likely.is_some(), directness, statement.agreed);
    let they = |resolved: &Resolved| resolved.speaker.text.eq_ignore_ascii_case("they");
    let other = lookalikes::is_other(reader, statement, directness)
        || directness != Directness::Direct && resolved.as_ref().is_some_and(they);
    // "A guard recalled that he said": whom a pronoun means is less sure in what somebody else tells.
    let pronoun = |source: &Range<usize>| source.len() == 1 && matches!(reader.word(source.start), "he" | "she");
    let retold = outer.is_some() && confidence < RETOLD_FROM && statement.source.as_ref().is_some_and(pronoun);
    let other = other || retold;
    let outer = outer.and_then(|outer| outer.speaker.clone()).filter(|outer| !matches!(&*outer.text, "who" | "which"));
    let certain = !denied && sure_enough && !doubtful && !other;
    Attribution {
        source: statement.source.iter().map(|range| reader.bytes(range.clone())).collect(),
        cue: vec![reader.bytes(statement.cue.clone())],
        content: statement.content.clone(),
        relayed_by: outer.filter(|outer| resolved.as_ref().is_none_or(|resolved| resolved.speaker.text != outer.text)),
        kind: resolved.as_ref().map_or(SourceKind::None, |resolved| resolved.kind),
        outlet: resolved.as_ref().and_then(|resolved| resolved.outlet.clone()),
        speaker: resolved.map(|resolved| resolved.speaker),
        directness,
        act,
        hedge: None,
        confidence,
        sure: certain,
        shown: act == Act::Statement && certain,
    }
}

/// Whether paraphrased content is long enough to be a clause rather than what is left of one.
fn says_something(reader: &Reader, content: &[Range<usize>]) -> bool {
    /// Words.
    const SHORTEST: usize = 5;
    let tokens = content.iter().flat_map(|range| reader.document.tokens_of(range));
    tokens.filter(|&token| reader.is_word(token)).count() >= SHORTEST
}

/// The confidence from which a statement is shown: a misattributed quote is worse than none. For learned ones chosen by
/// cross-validation so that 95 of 100 direct ones shown and 90 of 100 others are right; `agreed` says whether rules see
/// the same source and cue.
fn shown_from(learned: bool, directness: Directness, agreed: bool) -> f32 {
    match (learned, directness, agreed) {
        (false, ..) => 0.5,
        (true, Directness::Direct, true) => 0.2,
        (true, Directness::Direct, false) => 0.8,
        (true, Directness::Mixed, true) => 0.7,
        (true, Directness::Mixed, false) => 0.8,
        (true, Directness::Indirect, true) => 0.8,
        (true, Directness::Indirect, false) => 0.88,
    }
}

/// How near content is to the source's own words, by the quotations it touches; both are in order.
fn directness(text: &str, quotations: &[Quotation], content: &[Range<usize>]) -> Directness {
    let touched = |range: &Range<usize>| {
        let first = quotations.partition_point(|found| found.range.end <= range.start);
        quotations[first..].iter().take_while(|found| found.range.start < range.end).collect::<Vec<_>>()
    };
    let quoted = |range: &Range<usize>| {
        touched(range).first().is_some_and(|found| found.range.start <= range.start && range.end <= found.range.end)
    };
    if content.iter().all(quoted) {
        Directness::Direct
    } else if content.iter().flat_map(touched).any(|found| !is_name(&text[found.range.clone()])) {
        Directness::Mixed
    } else {
        Directness::Indirect
    }
}

/// Whether what stands in quotation marks is a name: capitals throughout (“Al Ridwan”).
fn is_name(quoted: &str) -> bool {
    // "Don’t" is one word.
    let parts = quoted.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '’' | '\''));
    let words = parts.map(|part| part.trim_matches(['’', '\'']));
    let mut words = words.filter(|word| !word.is_empty()).peekable();
    words.peek().is_some() && words.all(|word| word.chars().next().is_some_and(char::is_uppercase))
}

/// A segment that is nothing but a quotation goes on with what the last speaker of the paragraph said.
fn standing_alone(reader: &Reader, speakers: &Speakers) -> Option<Attribution> {
    /// A shorter quotation alone is a title or a slogan. Words.
    const SHORTEST: usize = 3;
    let tokens = reader.segment.tokens.clone();
    let alone = tokens.clone().all(|token| reader.is_quoted(token) || !reader.is_word(token));
    let words = tokens.filter(|&token| reader.is_word(token)).count();
    if !alone || words < SHORTEST {
        return None;
    }
    let resolved = speakers.last()?;
    Some(Attribution {
        source: resolved.speaker.range.clone().into_iter().collect(),
        cue: Vec::new(),
        content: reader.quotations().iter().map(|quotation| quotation.range.clone()).collect(),
        speaker: Some(resolved.speaker),
        outlet: None,
        relayed_by: None,
        kind: resolved.kind,
        directness: Directness::Direct,
        act: Act::Statement,
        hedge: None,
        confidence: if resolved.sure { 0.75 } else { 0.4 },
        sure: resolved.sure,
        shown: resolved.sure,
    })
}

/// Whether some statement has those bytes as content already.
fn claimed(found: &[Attribution], range: &Range<usize>) -> bool {
    let recent = found.iter().rev().take(8);
    recent
        .flat_map(|attribution| &attribution.content)
        .any(|content| content.start <= range.start && range.end <= content.end)
}

/// Adds a quotation that stands alone: to the quotation `last`, which it goes on with, or as a statement of its own.
fn go_on(found: &mut Vec<Attribution>, last: usize, alone: Attribution) {
    match found.get_mut(last) {
        Some(last) if last.directness == Directness::Direct => last.content.extend(alone.content),
        _ => found.push(alone),
    }
}

/// Adds the later paragraphs of a quotation to the statement that its first paragraph belongs to.
fn join_paragraphs(quotations: &[Quotation], found: &mut [Attribution]) {
    // What opens the next paragraph may turn out to be no quotation.
    for pair in quotations.windows(2).filter(|pair| pair[0].goes_on && pair[1].block == pair[0].block + 1) {
        let owner = |range: &Range<usize>, found: &[Attribution]| {
            found.iter().position(|attribution| {
                attribution.content.iter().any(|content| content.start <= range.start && range.end <= content.end)
            })
        };
        match (owner(&pair[0].range, found), owner(&pair[1].range, found)) {
            (Some(first), None) => found[first].content.push(pair[1].range.clone()),
            // The speaker is named only in the last paragraph.
            (None, Some(second)) => found[second].content.insert(0, pair[0].range.clone()),
            // A paragraph that somebody before was given, and whoever ends the quotation said.
            (Some(first), Some(second))
                if first != second
                    && found[first].content.last() == Some(&pair[0].range)
                    && found[first].directness != Directness::Direct =>
            {
                found[first].content.pop();
                found[second].content.insert(0, pair[0].range.clone());
            }
            _ => {}
        }
    }
}
