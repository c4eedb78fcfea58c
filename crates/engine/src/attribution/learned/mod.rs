//! The learned stage: proposes statements by weights from a model file. Two linear chains, one after the other: the
//! first finds cues in a paragraph, the second, once for each cue, the source and the content that belong to it.

pub mod arguments;
pub mod chain;
pub mod features;
pub mod judge;
mod lexicon;
pub mod passage;
mod scorer;
mod setting;

use super::contents::addressee_after;
use super::cues;
use super::phrases::{Reader, Segment};
use super::quotes::Quotation;
use super::statements::Statement;
use crate::document::Document;
use crate::mentions::Mention;
use crate::pack::model::{Model, Weights};
pub use lexicon::stem;

use arguments::{Surroundings, marks};
use chain::{Chain, spans};
use passage::{NAME, Passage, PassageReader, Unit, bytes, groups, tokens};
pub use scorer::Scorer;
use scorer::{Shared, Total};
use std::ops::Range;

/// A statement as the model sees it, in units of a passage.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The words that report.
    pub cue: Range<usize>,
    /// Who; `None` when nobody is named.
    pub source: Option<Range<usize>>,
    /// What, in order; never empty.
    pub contents: Vec<Range<usize>>,
    /// How likely it is that these are the cue's words exactly.
    pub cue_likely: f32,
    /// How likely it is that source and content are right, all together.
    pub arguments_likely: f32,
}

/// Cues are sought generously, because the judge throws out what doesn't fit: so much the score of "a cue begins" is raised.
/// Logarithm of odds; chosen by cross-validation.
const GENEROSITY: f32 = 0.3;
/// A statement less likely than this isn't even held back; chosen by cross-validation for the balance of wrong and missed.
const WORTH_KEEPING: f32 = 0.2;

/// The statements of a passage that the judge finds likely enough, in order of their cues, with how likely they are right.
pub fn find(passage: &Passage, scorer: &mut Scorer) -> Vec<(Found, f32)> {
    let all = candidates(passage, scorer);
    let weights = &scorer.model().judge;
    let likely: Vec<f32> = (0..all.len()).map(|index| judge(passage, &all, index, weights)).collect();
    all.into_iter().zip(likely).filter(|(_, likely)| *likely >= WORTH_KEEPING).collect()
}

/// Every statement that the chains propose, in order of their cues.
pub fn candidates(passage: &Passage, scorer: &mut Scorer) -> Vec<Found> {
    /// A longer paragraph is no prose, and time must not grow with the square of its length. Units.
    const LONGEST_PASSAGE: usize = 2000;
    if passage.units.len() > LONGEST_PASSAGE {
        return Vec::new();
    }
    let cues = find_cues(passage, scorer);
    if cues.is_empty() {
        return Vec::new();
    }
    let marks = marks(passage.units.len(), cues.iter().map(|(cue, _)| cue.clone()));
    let mut shared = scorer.shared(passage);
    let found = cues.into_iter().filter_map(|(cue, likely)| {
        let surroundings = Surroundings::new(passage, cue.clone(), &marks);
        find_arguments(passage, scorer, &surroundings, &mut shared, (cue, likely))
    });
    found.collect()
}

/// How likely `all[index]` is right, 0 to 1.
fn judge(passage: &Passage, all: &[Found], index: usize, weights: &Weights) -> f32 {
    let mut said = Total::new(weights);
    judge::of_statement(passage, all, index, &mut said);
    let score: f32 = weights.scores(said.sum).sum();
    1.0 / (1.0 + (-score).exp())
}

fn find_cues(passage: &Passage, scorer: &mut Scorer) -> Vec<(Range<usize>, f32)> {
    let mut emissions = scorer.of_cues(passage);
    let model = scorer.model();
    emissions.iter_mut().skip(1).step_by(model.cues.labels).for_each(|score| *score += GENEROSITY);
    let chain = Chain { labels: model.cues.labels, emissions: &emissions, transitions: &model.cues.transitions };
    let found = spans(&chain.best());
    if found.is_empty() {
        return Vec::new();
    }
    let sums = chain.sums();
    // "Omar Said left": a name, not what somebody did. Headlines may have capitals throughout.
    let is_name = |unit: &Unit| unit.shape == NAME && features::is_cue(unit);
    let names = |from: usize, to: usize| {
        !passage.heading && features::is_verb(passage.unit(to, 0)) && passage.units[from..to].iter().all(is_name)
    };
    let found = found.into_iter().filter(|&(_, from, to)| !names(from, to));
    found.map(|(role, from, to)| (from..to, chain.span(&sums, from, to, role))).collect()
}

fn find_arguments(
    passage: &Passage,
    scorer: &mut Scorer,
    surroundings: &Surroundings,
    shared: &mut Shared,
    (cue, cue_likely): (Range<usize>, f32),
) -> Option<Found> {
    let window = surroundings.window.clone();
    let emissions = scorer.of_arguments(passage, surroundings, shared);
    let weights = &scorer.model().arguments;
    let chain = Chain { labels: weights.labels, emissions: &emissions, transitions: &weights.transitions };
    let best = chain.best();
    // Sums cost more than the best sequence; without content nobody asks for them.
    if !spans(&best).iter().any(|(role, ..)| *role == 1) {
        return None;
    }
    let sums = chain.sums();
    let mut source: Option<(f32, Range<usize>)> = None;
    let mut contents = Vec::new();
    for (role, from, to) in spans(&best) {
        let units = window.start + from..window.start + to;
        if role == 1 {
            let units = if units.end <= cue.start { passage.last_clause(units) } else { units };
            contents.extend(passage.in_blocks(units));
            continue;
        }
        let likely = chain.span(&sums, from, to, role);
        if source.as_ref().is_none_or(|(other, _)| likely > *other) {
            source = Some((likely, units));
        }
    }
    let arguments_likely = (chain.score(&best) - sums.total).exp();
    let source = source.map(|(_, units)| units);
    Some(Found { cue, source, contents, cue_likely, arguments_likely })
}

/// The statements of each of `segments`, proposed by `model`; `rules` are those that rules find.
pub fn statements(
    document: &Document,
    mentions: &[Mention],
    quotations: &[Quotation],
    segments: &[Segment],
    rules: Vec<Vec<Statement>>,
    model: &Model,
) -> Vec<Vec<Statement>> {
    let mut all: Vec<Vec<Statement>> = segments.iter().map(|_| Vec::new()).collect();
    let mut reader = PassageReader::new(document, quotations, mentions);
    let mut scorer = Scorer::new(model);
    let mut first = 0;
    for group in groups(document, segments, quotations) {
        let passage = reader.read(group, first, &rules[first..first + group.len()]);
        for (found, likely) in find(&passage, &mut scorer) {
            let index = passage.segment_of(found.cue.start);
            let segment_reader = Reader::new(document, &segments[index], quotations);
            let statement = statement(&passage, &found, &segment_reader, &rules[index], likely);
            all[index].push(statement);
        }
        first += group.len();
    }
    for (found, rules) in all.iter_mut().zip(rules) {
        add_sure(found, rules, quotations);
    }
    all
}

/// What rules say of quotations is sure: their statement takes the place of learned ones that are less likely than this.
const RULES_YIELD_FROM: f32 = 0.5;

/// Adds the statements of `rules` that are all quotation, unless the model is sure enough of another with the same words.
fn add_sure(found: &mut Vec<Statement>, rules: Vec<Statement>, quotations: &[Quotation]) {
    let quoted = |bytes: &Range<usize>| {
        let index = quotations.partition_point(|quotation| quotation.range.end <= bytes.start);
        let quotation = quotations.get(index);
        quotation.is_some_and(|quotation| quotation.range.start <= bytes.start && bytes.end <= quotation.range.end)
    };
    for rule in rules.into_iter().filter(|rule| rule.content.iter().all(quoted)) {
        let meets = |other: &Statement| {
            let meets = |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
            other.content.iter().any(|theirs| rule.content.iter().any(|ours| meets(ours, theirs)))
        };
        let sure = |other: &Statement| other.likely.is_none_or(|likely| likely >= RULES_YIELD_FROM);
        if !found.iter().any(|other| meets(other) && sure(other)) {
            found.retain(|other| !meets(other));
            let at = found.partition_point(|other| other.cue.start < rule.cue.start);
            found.insert(at, rule);
        }
    }
}

fn statement(passage: &Passage, found: &Found, reader: &Reader, rules: &[Statement], likely: f32) -> Statement {
    let cue = tokens(&passage.units[found.cue.clone()]);
    let by_rules = rules.iter().find(|rule| rule.cue.start < cue.end && cue.start < rule.cue.end);
    let verb = cue.clone().find_map(|token| cues::cue(reader.word(token)));
    let class = verb.map_or(cues::Class::Object, |verb| verb.class);
    let addressee = match by_rules {
        Some(rule) => rule.addressee.clone(),
        None if class == cues::Class::Told => addressee_after(reader, cue.end).0,
        None => None,
    };
    let source = found.source.clone().map(|units| tokens(&passage.units[units]));
    let agreed = by_rules.is_some_and(|rule| rule.cue == cue && rule.source == source);
    Statement {
        source,
        cue,
        content: found.contents.iter().map(|units| bytes(reader.document, &passage.units[units.clone()])).collect(),
        addressee,
        class,
        nested: false,
        likely: Some(likely),
        agreed,
    }
}
