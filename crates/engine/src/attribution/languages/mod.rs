//! Quotations in German, French, Spanish, Russian and Arabic: a cue of the language beside the marks, and the phrase beside
//! the cue. Paraphrase needs more grammar than lists hold; it is sought in English alone.

mod dashes;
mod lists;
mod pronouns;
mod voices;

use super::known::Known;
use super::phrases::{Reader, segments};
use super::quotes::{Quotation, scan};
use super::{Act, Attribution, Directness, SourceKind, Voice, join_paragraphs};
use crate::document::Document;
use crate::kind::EntityKind;
use crate::mentions::Mention;
use crate::order::sort_by_key;
use lists::{ADVERBS, LANGUAGES, Lists, NO_SOURCE, RELATIVE, THAT, TITLES};
use pronouns::Page;
use std::ops::Range;
use voices::{is_office, opens_addressee, voice};

/// A longer phrase beside a cue was misread. Tokens.
const LONGEST_SOURCE: usize = 12;
/// A cue further before its quotation belongs to something else. Tokens.
const REACH: usize = 18;
/// A shorter quotation is a name, a title or a word held at arm's length, even beside a cue. Words.
const SHORTEST_QUOTATION: usize = 2;

/// Whether quotations are attributed in texts of that language.
pub fn supports(language: &str) -> bool {
    LANGUAGES.iter().any(|lists| lists.language == language)
}

/// The quotations of a document in one of the languages, with their sources.
/// `last_source` spoke last in an earlier part of the page.
pub fn attribute(document: &Document, mentions: &[Mention], last_source: Option<&Voice>) -> Vec<Attribution> {
    let Some(lists) = LANGUAGES.iter().find(|lists| lists.language == document.language) else { return Vec::new() };
    let quotations = scan(document);
    let quoted = |token: usize| {
        let at = document.tokens[token].start;
        let index = quotations.partition_point(|quotation| quotation.range.end <= at);
        quotations.get(index).is_some_and(|quotation| quotation.range.start <= at)
    };
    let page = Page { document, lists, mentions, quoted: &quoted };
    let mut found: Vec<Attribution> = Vec::new();
    // The segment whose speaker goes on where the next one is nothing but a quotation.
    let mut spoken = None;
    for (index, segment) in segments(document, &quotations).into_iter().enumerate() {
        let reader = Reader::new(document, &segment, &quotations);
        let earlier = found.len();
        for quotation in reader.quotations() {
            let taken = |other: &Attribution| other.content.contains(&quotation.range);
            // Who spoke last: here, or in an earlier part of the page.
            let last = || {
                let near = found.last().filter(|last| is_near(document, last, quotation, mentions));
                let here = near.and_then(|last| Some((last.speaker.clone()?, last.kind)));
                let earlier = last_source.filter(|_| found.is_empty()).map(|voice| Known::earlier(voice.clone()));
                here.or_else(|| earlier.map(|known| (known.voice, known.kind)))
            };
            if words_in(&reader, quotation) < SHORTEST_QUOTATION || found.last().is_some_and(taken) {
                continue;
            }
            let inner = inside(&reader, lists, quotation);
            let beside = || after(&reader, lists, quotation).or_else(|| before(&reader, lists, quotation));
            let (beside, content) = match inner {
                Some((beside, content)) => (Some(beside), Some(content)),
                None => (beside(), None),
            };
            let Some((source, cue)) = beside else { continue };
            let end = source.as_ref().map_or(cue.end, |source| source.end.max(cue.end));
            let goes_on = next_quotation(&reader, end).filter(|next| *next != quotation.range);
            let Some((speaker, kind)) = (match &source {
                Some(source) => Some(voice(&reader, lists, source, mentions, last().filter(|_| found.is_empty()))),
                None => last(),
            }) else {
                continue;
            };
            let content = content.unwrap_or_else(|| std::iter::once(quotation.range.clone()).chain(goes_on).collect());
            found.push(said(&reader, source, cue, content, (speaker, kind)));
        }
        let goes_on = spoken == Some((index, segment.block)) && is_all_quoted(&reader);
        if let Some(last) = found.last_mut().filter(|_| goes_on) {
            last.content.extend(reader.quotations().iter().map(|quotation| quotation.range.clone()));
        }
        spoken = (goes_on || found.len() > earlier).then_some((index + 1, segment.block));
    }
    join_paragraphs(&quotations, &mut found);
    if lists.language == "ru" {
        found.extend(dashes::attribute(document, lists, mentions));
        sort_by_key(&mut found, |found| found.content.first().map(|range| range.start));
    }
    page.resolve(&mut found);
    found
}

/// Whether a segment is nothing but quotations, and long enough to be no title.
fn is_all_quoted(reader: &Reader) -> bool {
    /// Words.
    const SHORTEST: usize = 3;
    let words = reader.segment.tokens.clone().filter(|&token| reader.is_word(token));
    words.clone().count() >= SHORTEST && words.into_iter().all(|token| reader.is_quoted(token))
}

/// A statement in the source's own words.
fn said(
    reader: &Reader,
    source: Option<Range<usize>>,
    cue: Range<usize>,
    content: Vec<Range<usize>>,
    (speaker, kind): (Voice, SourceKind),
) -> Attribution {
    Attribution {
        source: source.map(|source| reader.bytes(source)).into_iter().collect(),
        cue: vec![reader.bytes(cue)],
        content,
        speaker: Some(speaker),
        outlet: None,
        relayed_by: None,
        kind,
        directness: Directness::Direct,
        act: Act::Statement,
        hedge: None,
        confidence: 0.8,
        sure: true,
        shown: true,
    }
}

/// Whether the speaker of `last` can be who a pronoun beside `quotation` means: in the same paragraph or the one before, and
/// nobody else is named between.
fn is_near(document: &Document, last: &Attribution, quotation: &Quotation, mentions: &[Mention]) -> bool {
    let Some(end) = last.content.last().map(|range| range.end) else { return false };
    let block = document.blocks.partition_point(|block| block.range.end <= end.saturating_sub(1));
    let own = |mention: &Mention| {
        let name = &document.text[mention.range.clone()];
        last.speaker.as_ref().is_some_and(|own| own.entity.as_ref() == Some(&mention.entity) || own.text.contains(name))
    };
    let other = mentions.iter().any(|mention| {
        mention.shown
            && mention.kind == EntityKind::Person
            && end <= mention.range.start
            && mention.range.end <= quotation.range.start
            && !own(mention)
    });
    block + 1 >= quotation.block && !other
}

fn in_list(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|listed| listed == word)
}

fn words_in(reader: &Reader, quotation: &Quotation) -> usize {
    let first = reader.document.token_at(quotation.range.start);
    let last = reader.document.token_at(quotation.range.end);
    (first..last).filter(|&token| reader.is_word(token)).count()
}

/// Who and by which words; the source is `None` when the verb has no subject of its own ("وأضاف").
type Beside = (Option<Range<usize>>, Range<usize>);

/// "«…», a déclaré le ministre", "«…», a-t-il dit": the cue at once after the quotation, the source behind or within it.
fn after(reader: &Reader, lists: &Lists, quotation: &Quotation) -> Option<Beside> {
    /// Marks, helping verbs and a pronoun may stand between.
    const NEAR: usize = 8;
    let end = reader.document.token_at(quotation.range.end);
    let near = end..(end + NEAR).min(reader.segment.tokens.end);
    let cue = near.clone().find(|&token| in_list(lists.cues, reader.word(token)))?;
    let mut pronoun = None;
    let mut start = cue;
    for token in (end..cue).rev().filter(|&token| reader.is_word(token)) {
        let word = reader.word(token);
        if in_list(lists.pronouns, word) && pronoun.is_none() {
            pronoun = Some(token..token + 1);
        } else if !(in_list(lists.helping, word) || (word == "t" && pronoun.is_some())) {
            return None;
        }
        start = token;
    }
    // With a capital another sentence begins.
    if reader.is_capitalised(start) {
        return None;
    }
    let holder = || holder_behind(reader, lists, cue + 1);
    let source = pronoun.or_else(holder).or_else(|| phrase_after(reader, lists, cue + 1))?;
    names_somebody(reader, lists, &source).then_some((Some(source), start..cue + 1))
}

/// "A dit à la presse le ministre", "dijo este lunes en la radio la alcaldesa": who holds an office or is a body, behind where it was said.
fn holder_behind(reader: &Reader, lists: &Lists, from: usize) -> Option<Range<usize>> {
    /// Tokens.
    const LONGEST_ADVERBIAL: usize = 8;
    let adverbial = matches!(lists.language, "fr" | "es") && in_list(lists.borders, reader.word(from));
    let holds = |token: usize| in_list(lists.offices, reader.word(token)) || in_list(lists.bodies, reader.word(token));
    let article = (from + 1..from + LONGEST_ADVERBIAL)
        .take_while(|&token| reader.is_word(token))
        .filter(|_| adverbial)
        .find(|&token| {
            in_list(lists.articles, reader.word(token))
                && holds(token + 1)
                && !in_list("à a de", reader.word(token - 1))
        })?;
    phrase_after(reader, lists, article)
}

/// Whether a cue reports only with a helping verb before it: "tienen asegurado" says nothing.
fn is_participle(lists: &Lists, word: &str) -> bool {
    match lists.language {
        "es" => word.ends_with("ado") || word == "dicho",
        "fr" => word.ends_with('é'),
        _ => false,
    }
}

/// "Le ministre a déclaré : «…»": the cue before the quotation, the source on the side that has words.
fn before(reader: &Reader, lists: &Lists, quotation: &Quotation) -> Option<Beside> {
    /// A shorter quotation behind "that" is a word held at arm's length. Words.
    const SHORTEST_CLAUSE: usize = 4;
    let open = reader.document.token_at(quotation.range.start);
    let floor = reader.segment.tokens.start;
    let lead = open.checked_sub(1).filter(|&token| token >= floor)?;
    let clause = in_list(THAT, reader.word(lead)) && words_in(reader, quotation) >= SHORTEST_CLAUSE;
    if !clause && !matches!(reader.raw(lead), ":" | ",") {
        return None;
    }
    let reach = lead.saturating_sub(REACH).max(floor);
    // "So" and "laut" stand for a verb only behind a quotation.
    let reports = |word: &str| in_list(lists.cues, word) && !in_list("so laut", word);
    let cue = (reach..lead).rev().find(|&token| reports(reader.word(token)) && !reader.is_quoted(token))?;
    let helping = cue > floor && in_list(lists.helping, reader.word(cue - 1));
    if is_participle(lists, reader.word(cue)) && !helping {
        return None;
    }
    let start = cue - usize::from(helping);
    let names = |source: &Range<usize>| names_somebody(reader, lists, source);
    let subject = phrase_before(reader, floor, start).filter(|_| !lists.verb_first).filter(names);
    // "Dann erklärte er": the pronoun behind the verb is its subject.
    let pronoun = in_list(lists.pronouns, reader.word(cue + 1)).then_some(cue + 1..cue + 2);
    let behind = || phrase_after(reader, lists, cue + 1).filter(|source| source.end <= lead).filter(names);
    let source = pronoun.or(subject).or_else(behind);
    // "Y añadió: «…»" goes on with whoever spoke before.
    let opens = || (floor..start).filter(|&token| reader.is_word(token)).count() <= 1 && cue + 1 == lead;
    (source.is_some() || opens()).then_some((source, start..cue + 1))
}

/// "«…, — сказал мэр. — …»": Russian sets who speaks between dashes within the marks.
fn inside(reader: &Reader, lists: &Lists, quotation: &Quotation) -> Option<(Beside, Vec<Range<usize>>)> {
    let first = reader.document.token_at(quotation.range.start);
    let last = reader.document.token_at(quotation.range.end).min(reader.segment.tokens.end);
    let is_dash = |token: usize| matches!(reader.raw(token), "—" | "–");
    let cue = (first + 3..last).find(|&token| {
        is_dash(token - 1)
            && matches!(reader.raw(token - 2), "," | "." | "!" | "?" | "…")
            && in_list(lists.cues, reader.word(token))
    })?;
    let source = phrase_from(reader, lists, cue + 1, true).filter(|source| names_somebody(reader, lists, source))?;
    let said_first = quotation.range.start..reader.document.tokens[cue - 2].end;
    // What follows the second dash is said as well.
    let dash = (source.end..last).find(|&token| is_dash(token)).filter(|dash| dash - source.end <= 2);
    let rest = dash.map(|dash| reader.document.tokens[dash + 1].start..quotation.range.end);
    let content = std::iter::once(said_first).chain(rest.filter(|rest| rest.start < rest.end));
    Some(((Some(source), cue..cue + 1), content.collect()))
}

/// Whether a phrase can be a source: no adverbial, no clause, nobody speaking of themselves.
fn names_somebody(reader: &Reader, lists: &Lists, source: &Range<usize>) -> bool {
    let first = reader.word(source.start);
    let is_verb = |token: usize| lists.language == "es" && reader.word(token).ends_with('ó');
    let bare = source.len() == 1 && !lists.verb_first && lists.language != "ru";
    let listed = [lists.pronouns, lists.offices, lists.bodies].iter().any(|list| in_list(list, first));
    let adverb = bare && !listed && !reader.is_capitalised(source.start);
    let clause = source.clone().any(|token| {
        let word = reader.word(token);
        is_verb(token) || in_list(RELATIVE, word) || (token > source.start && in_list(lists.helping, word))
    });
    let torn = !reader.is_word(source.start) || matches!(reader.word(source.end - 1), "und" | "et" | "y" | "и");
    !(torn || adverb || clause || in_list(lists.borders, first) || in_list(NO_SOURCE, first) || in_list(ADVERBS, first))
}

fn phrase_after(reader: &Reader, lists: &Lists, from: usize) -> Option<Range<usize>> {
    phrase_from(reader, lists, from, false)
}

/// The phrase that starts at `from`, inside or outside of a quotation.
fn phrase_from(reader: &Reader, lists: &Lists, from: usize, quoted: bool) -> Option<Range<usize>> {
    // "Dit-elle", "explique-t-il".
    let joined = |token: usize| matches!(reader.word(token), "-" | "‑" | "t");
    let from = if reader.raw(from) == "-" { (from..).find(|&token| !joined(token)).unwrap_or(from) } else { from };
    // "Dijo primero el alcalde".
    let from =
        from + usize::from(in_list(ADVERBS, reader.word(from)) && in_list(lists.articles, reader.word(from + 1)));
    let limit = reader.segment.tokens.end.min(from + LONGEST_SOURCE);
    let goes_on = |token: usize| {
        let before = reader.raw(token.wrapping_sub(1));
        let initial = reader.raw(token) == "." && before.chars().count() == 1;
        let joins = matches!(reader.raw(token), "-" | "’" | "'")
            || initial
            || reader.raw(token) == "." && in_list(TITLES, reader.word(token.wrapping_sub(1)));
        // "Gesundheits-, Sozial- und Integrationsdirektor", "Beraterin und Autorin".
        let listed = lists.language == "de"
            && (before == "-" && matches!(reader.raw(token), "," | "und")
                || reader.word(token) == "und" && reader.is_capitalised(token + 1));
        // "Der für die Häfen zuständige Minister": what stands behind the article belongs to the noun.
        let attribute = lists.language == "de" && token == from + 1 && in_list(lists.articles, reader.word(from));
        let adverb = lists.language == "de" && token > from && in_list(ADVERBS, reader.word(token));
        let told = lists.language == "de" && opens_addressee(reader, lists, from..token);
        let borders = (in_list(lists.borders, reader.word(token)) || adverb || told) && !attribute;
        ((reader.is_word(token) || joins) && !borders || listed) && reader.is_quoted(token) == quoted
    };
    let mut end = (from..limit).find(|&token| !goes_on(token)).unwrap_or(limit);
    // A name ends before an adverb: "Anna Weber noch".
    let has_capitals = !lists.verb_first && lists.language != "ru";
    let name = has_capitals
        && (reader.is_capitalised(from) || in_list(lists.pronouns, reader.word(from)))
        && !in_list(lists.articles, reader.word(from));
    while name && end > from + 1 && reader.is_word(end - 1) && !reader.is_capitalised(end - 1) {
        end -= 1;
    }
    (end > from).then(|| from..apposed(reader, lists, from..end, limit))
}

/// Where a source ends whose name stands behind its comma: "le ministre, Jean Petit, …".
fn apposed(reader: &Reader, lists: &Lists, source: Range<usize>, limit: usize) -> usize {
    /// A name has at most so many tokens.
    const LONGEST_NAME: usize = 6;
    let role = in_list(lists.articles, reader.word(source.start))
        || source.clone().any(|token| is_office(lists, reader.word(token)));
    if !role || reader.raw(source.end) != "," || source.end >= limit {
        return source.end;
    }
    let from = source.end + 1;
    let part = |token: &usize| reader.is_capitalised(*token) || reader.raw(*token) == "-";
    let end = from + (from..from + LONGEST_NAME).take_while(part).count();
    let closed = matches!(reader.raw(end), "," | "." | "" | ";") || !reader.is_word(end);
    if end >= from + 2 && closed { end } else { source.end }
}

fn phrase_before(reader: &Reader, floor: usize, end: usize) -> Option<Range<usize>> {
    let breaks = |token: usize| !reader.is_word(token) && !matches!(reader.raw(token), "-" | "’" | "'");
    let start = (floor..end).rev().find(|&token| breaks(token)).map_or(floor, |token| token + 1);
    (start < end && end - start <= LONGEST_SOURCE).then_some(start..end)
}

/// The quotation that follows token `from` after nothing but marks: it was split by its attribution.
fn next_quotation(reader: &Reader, from: usize) -> Option<Range<usize>> {
    let next = (from..reader.segment.tokens.end).find(|&token| reader.is_word(token) || reader.is_quoted(token))?;
    reader.quotation_at(next).map(|quotation| quotation.range.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_of_five_languages() {
        for (language, text, expected) in [
            ("de", "„Die Straße ist frei“, sagte Anna Weber am Montag.", "Anna Weber | sagte | „Die Straße ist frei“"),
            ("de", "Der Minister erklärte: „Wir bleiben hier.“", "Der Minister | erklärte | „Wir bleiben hier.“"),
            (
                "fr",
                "« La route est ouverte », a déclaré Jean Petit à la presse.",
                "Jean Petit | a déclaré | « La route est ouverte »",
            ),
            ("fr", "La maire a affirmé : « Nous restons ici. »", "La maire | a affirmé | « Nous restons ici. »"),
            ("es", "“La ruta está abierta”, dijo Ana Ruiz este lunes.", "Ana Ruiz | dijo | “La ruta está abierta”"),
            ("es", "El ministro afirmó: «Nos quedamos aquí».", "El ministro | afirmó | «Nos quedamos aquí»"),
            ("ru", "«Дорога снова открыта», — сказал Иван Петров.", "Иван Петров | сказал | «Дорога снова открыта»"),
            ("ru", "Министр заявил: «Мы остаёмся здесь».", "Министр | заявил | «Мы остаёмся здесь»"),
            ("ar", "وقال الوزير: \"الطريق مفتوح من جديد\".", "الوزير | وقال | \"الطريق مفتوح من جديد\""),
            (
                "de",
                "„Das ist unnötig für uns“, sagt Anna Weber von der Stiftung Deich der F.A.Z. am Montag.",
                "Anna Weber von der Stiftung Deich | sagt | „Das ist unnötig für uns“",
            ),
            ("de", "„Die Straße ist frei“, sagte Anna Weber der ABC.", "Anna Weber | sagte | „Die Straße ist frei“"),
            (
                "de",
                "„Die Straße ist frei“, sagte die Sprecherin der Polizei.",
                "die Sprecherin der Polizei | sagte | „Die Straße ist frei“",
            ),
            ("de", "Er las „Krieg und Frieden“ im Zug.", ""),
            ("fr", "Le film « La vie est belle » sort lundi.", ""),
        ] {
            let document = Document::from_plain(text, language);
            let words = |ranges: &[Range<usize>]| text[ranges[0].clone()].to_string();
            let found: Vec<String> = super::super::attribute(&document, &[], None, None)
                .iter()
                .map(|found| format!("{} | {} | {}", words(&found.source), words(&found.cue), words(&found.content)))
                .collect();
            assert_eq!(found.join("; "), expected, "{text}");
        }
    }

    #[test]
    fn other_languages_say_that_they_are_not_supported() {
        assert!(super::super::supports("ar") && super::super::supports("en"));
        assert!(!super::super::supports("ja") && !super::super::supports("nl"));
    }
}
