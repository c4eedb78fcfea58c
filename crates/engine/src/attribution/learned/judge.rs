//! The features by which a proposed statement is judged right or wrong, all of it together: the chains see one word after
//! another, the judge sees how cue, source, content and rules fit.

use super::Found;
use super::features::{Collector, Sink, is_verb, steps};
use super::passage::{Passage, Unit};
use std::ops::Range;

/// Numbers its own templates apart from the chains'.
const JUDGE: u32 = 2000;

/// The features of `all[index]`, added to `features`; `all` are the statements proposed in the passage.
pub fn of_statement(passage: &Passage, all: &[Found], index: usize, features: &mut impl Sink) {
    let found = &all[index];
    let units = &passage.units;
    let mut add = Collector { features, template: JUDGE };
    let directness = directness(passage, &found.contents);
    let (cue, arguments) = (odds(found.cue_likely), odds(found.arguments_likely));
    let both = odds(found.cue_likely * found.arguments_likely);
    add.one(0);
    add.one(directness);
    for likely in [cue, arguments, both] {
        add.one(likely);
        add.two(likely, directness);
    }
    add.two(cue / 2, arguments / 2);
    let (first, last) = (&units[found.cue.start], &units[found.cue.end - 1]);
    add.one(last.word);
    add.one(first.word);
    add.one(last.stem);
    add.two(last.stem, directness);
    add.one(last.class);
    add.one(last.ending);
    add.two(found.cue.len().min(5) as u32, directness);
    add.two(last.class, cue / 2);
    of_source(passage, found, directness, &mut add);
    of_contents(passage, found, directness, &mut add);
    of_rules(passage, found, directness, &mut add);
    of_rivals(all, index, directness, &mut add);
    add.two(u32::from(passage.heading), directness);
}

/// Quoted (0), partly quoted (1) or not at all (2).
pub fn directness(passage: &Passage, contents: &[Range<usize>]) -> u32 {
    let units = || contents.iter().flat_map(|range| &passage.units[range.clone()]).filter(|unit| !is_mark(unit));
    match (units().all(|unit| unit.quotation), units().any(|unit| unit.quotation)) {
        (true, _) => 0,
        (_, true) => 1,
        _ => 2,
    }
}

fn is_mark(unit: &Unit) -> bool {
    unit.shape == 5 && !unit.quotation
}

/// Logarithm of the odds in steps of one half, from 0 to 24.
fn odds(likely: f32) -> u32 {
    let likely = likely.clamp(1e-6, 1.0 - 1e-6);
    ((likely / (1.0 - likely)).ln() * 2.0 + 12.0).clamp(0.0, 24.0) as u32
}

fn of_source<S: Sink>(passage: &Passage, found: &Found, directness: u32, add: &mut Collector<S>) {
    let units = &passage.units;
    let Some(source) = &found.source else {
        add.two(1, directness);
        add.two(1, units[found.cue.end - 1].class);
        return;
    };
    let (first, last) = (&units[source.start], &units[source.end - 1]);
    add.two(0, directness);
    add.template += 1;
    add.two(first.class, directness);
    add.one(first.word);
    add.two(last.class, directness);
    add.two(first.shape, last.shape);
    add.two(last.kind, directness);
    add.two(steps(source.len()), directness);
    let before = source.end <= found.cue.start;
    let between = if before { source.end..found.cue.start } else { found.cue.end..source.start.max(found.cue.end) };
    let verbs = units[between.clone()].iter().filter(|unit| is_verb(unit)).count();
    add.three(steps(between.len()), u32::from(before), directness);
    add.three(verbs.min(2) as u32, u32::from(before), directness);
    add.two(passage.unit(source.start, -1).class, directness);
    add.two(passage.unit(source.end, 0).class, directness);
    add.one(u32::from(units[source.clone()].iter().any(is_verb)));
}

fn of_contents<S: Sink>(passage: &Passage, found: &Found, directness: u32, add: &mut Collector<S>) {
    let units = &passage.units;
    let (Some(first), Some(last)) = (found.contents.first(), found.contents.last()) else { return };
    let length: usize = found.contents.iter().map(Range::len).sum();
    add.two(found.contents.len().min(4) as u32, directness);
    add.two(steps(length), directness);
    add.two(units[first.start].class, directness);
    add.two(units[last.end - 1].class, directness);
    add.two(passage.unit(first.start, -1).class, directness);
    add.two(passage.unit(last.end, 0).class, directness);
    let after = first.start >= found.cue.end;
    let gap = if after { first.start - found.cue.end } else { found.cue.start.saturating_sub(last.end) };
    add.three(steps(gap), u32::from(after), directness);
    let verbs = found.contents.iter().flat_map(|range| &units[range.clone()]).filter(|unit| is_verb(unit)).count();
    add.three(verbs.min(2) as u32, u32::from(after), directness);
    let source_after = found.source.as_ref().map_or(2, |source| u32::from(source.start >= found.cue.end));
    add.three(source_after, u32::from(after), directness);
}

fn of_rules<S: Sink>(passage: &Passage, found: &Found, directness: u32, add: &mut Collector<S>) {
    let rule = passage.proposals.iter().find(|rule| rule.cue.start < found.cue.end && found.cue.start < rule.cue.end);
    let agreement = rule.map_or(0, |rule| {
        let same_contents = rule.contents.first() == found.contents.first();
        1 | u32::from(rule.cue == found.cue) << 1
            | u32::from(rule.source == found.source) << 2
            | u32::from(same_contents) << 3
    });
    add.one(agreement);
    add.two(agreement, directness);
}

/// Other statements that claim the same words.
fn of_rivals<S: Sink>(all: &[Found], index: usize, directness: u32, add: &mut Collector<S>) {
    let found = &all[index];
    let likely = |found: &Found| found.cue_likely * found.arguments_likely;
    let shares = |other: &Found| {
        let meets = |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
        other.contents.iter().any(|theirs| found.contents.iter().any(|ours| meets(ours, theirs)))
    };
    let mut rivals =
        all.iter().enumerate().filter(|(other, rival)| *other != index && shares(rival)).map(|(_, rival)| rival);
    let rivalry = match (rivals.clone().next().is_some(), rivals.any(|rival| likely(rival) > likely(found))) {
        (false, _) => 0,
        (true, false) => 1,
        (true, true) => 2,
    };
    add.two(rivalry, directness);
    let inside = all.iter().any(|other| other.contents.iter().any(|range| range.contains(&found.cue.start)));
    add.two(u32::from(inside), directness);
}
