//! Quotations in German, French, Spanish, Russian and Arabic: a cue of the language beside the marks, and the phrase beside
//! the cue. Paraphrase needs more grammar than lists hold; it is sought in English alone.

mod beside;
#[cfg(test)]
mod beside_tests;
mod continued;
mod dashes;
mod lists;
mod named;
mod nouns;
mod pronouns;
mod verbs;
mod voices;
mod within;

use super::known::Known;
use super::phrases::{Reader, segments};
use super::quotes::{Quotation, scan};
use super::{Act, Attribution, Directness, SourceKind, Voice, join_paragraphs};
use crate::document::Document;
use crate::kind::EntityKind;
use crate::mentions::Mention;
use crate::order::sort_by_key;
use beside::{after, before, between_commas, headed, inside, signed};
use continued::told_before;
use lists::{LANGUAGES, Lists};
use pronouns::Page;
use std::cell::OnceCell;
use std::ops::Range;
use voices::voice;
use within::within;

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
    let page = Page { document, lists, mentions, quoted: &quoted, names: OnceCell::new() };
    let mut found: Vec<Attribution> = Vec::new();
    // The segment whose speaker goes on where the next one is nothing but a quotation.
    let mut spoken = None;
    let segments = segments(document, &quotations);
    for (index, segment) in segments.iter().enumerate() {
        let reader = Reader::new(document, segment, &quotations);
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
            let outside = || after(&reader, lists, quotation).or_else(|| before(&reader, lists, quotation));
            let outside = || outside().or_else(|| headed(&reader, mentions, quotation));
            let outside = || outside().or_else(|| signed(&reader, quotation)).map(|beside| (beside, None));
            let between = || between_commas(&reader, lists, quotation).map(|(beside, content)| (beside, Some(content)));
            let part = || within(&reader, lists, quotation).map(|beside| (beside, Some(vec![quotation.range.clone()])));
            let beside = inner.map(|(beside, content)| (beside, Some(content))).or_else(outside);
            let beside = beside.or_else(between).or_else(part);
            let Some(((source, cue), content)) = beside else { continue };
            let end = source.as_ref().map_or(cue.end, |source| source.end.max(cue.end));
            let goes_on = next_quotation(&reader, end).filter(|next| *next != quotation.range);
            let who = match &source {
                Some(source) => Some(voice(&reader, lists, source, mentions, last().filter(|_| found.is_empty()))),
                // Whom a Spanish verb leaves out is told once all who speak are known.
                None if lists.language == "es" => {
                    let heard = found.last().and_then(|last| last.content.last()).map_or(0, |range| range.end);
                    let before = index.checked_sub(1).map(|index| Reader::new(document, &segments[index], &quotations));
                    before.and_then(|before| retold(&before, &reader, lists, mentions, heard))
                }
                None => match last() {
                    Some(last) => Some(last),
                    None => continue,
                },
            };
            let content = content.unwrap_or_else(|| std::iter::once(quotation.range.clone()).chain(goes_on).collect());
            // "He said it was “…” and “…”".
            let bytes = reader.bytes(cue.clone());
            match found.last_mut().filter(|last| last.cue.first() == Some(&bytes)) {
                Some(last) => last.content.extend(content),
                None => found.push(said(&reader, source, cue, content, who)),
            }
        }
        let goes_on = spoken == Some((index, segment.block)) && is_all_quoted(&reader);
        if let Some(last) = found.last_mut().filter(|_| goes_on) {
            last.content.extend(reader.quotations().iter().map(|quotation| quotation.range.clone()));
        }
        if !goes_on
            && found.len() == earlier
            && is_all_quoted(&reader)
            && let Some(before) = index.checked_sub(1).map(|index| &segments[index])
            && let before = Reader::new(document, before, &quotations)
            && leads_to(&before, &reader)
            && let Some((Some(source), cue)) = told_before(&before, lists)
        {
            let who = voice(&before, lists, &source, mentions, None);
            let content = reader.quotations().iter().map(|quotation| quotation.range.clone()).collect();
            found.push(said(&before, Some(source), cue, content, Some(who)));
        }
        spoken = (goes_on || found.len() > earlier).then_some((index + 1, segment.block));
    }
    join_paragraphs(&quotations, &mut found);
    if lists.language == "ru" {
        found.extend(dashes::attribute(document, lists, mentions));
        sort_by_key(&mut found, |found| found.content.first().map(|range| range.start));
    }
    page.resolve(&mut found);
    found.retain(|found| found.speaker.is_some());
    continued::add(&page, &segments, &quotations, &mut found);
    found
}

/// Who is named as the source of what the sentence or paragraph before tells, if nothing was quoted since: a Spanish verb without
/// a subject goes on with them.
fn retold(
    before: &Reader,
    reader: &Reader,
    lists: &Lists,
    mentions: &[Mention],
    heard: usize,
) -> Option<(Voice, SourceKind)> {
    let near = before.segment.block + 1 >= reader.segment.block
        && heard <= before.document.tokens[before.segment.tokens.start].start;
    let source = told_before(before, lists).filter(|_| near)?.0?;
    let pronoun = source.len() == 1 && in_list(lists.pronouns, before.word(source.start));
    let (voice, kind) = voice(before, lists, &source, mentions, None);
    (!pronoun && kind.is_person()).then_some((voice, kind))
}

/// Whether a segment tells who says the quotation behind it: in the same paragraph, or where a colon ends its own.
fn leads_to(before: &Reader, quoted: &Reader) -> bool {
    let last = before.segment.tokens.end - 1;
    before.segment.block == quoted.segment.block
        || before.segment.block + 1 == quoted.segment.block && before.raw(last) == ":"
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
    who: Option<(Voice, SourceKind)>,
) -> Attribution {
    let (speaker, kind) = who.map_or((None, SourceKind::Anonymous), |(speaker, kind)| (Some(speaker), kind));
    Attribution {
        source: source.map(|source| reader.bytes(source)).into_iter().collect(),
        cue: vec![reader.bytes(cue)],
        content,
        speaker,
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

/// What stands in the quotations of a segment, said by somebody who is named elsewhere.
fn said_by(reader: &Reader, voice: Voice, kind: SourceKind) -> Attribution {
    let content = reader.quotations().iter().map(|quotation| quotation.range.clone()).collect();
    let source = voice.range.clone().into_iter().collect();
    Attribution {
        source,
        cue: Vec::new(),
        ..said(reader, None, reader.segment.tokens.clone(), content, Some((voice, kind)))
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

/// Whether a list of words with one space between them has a word.
fn in_list(list: &str, word: &str) -> bool {
    let (mut rest, word) = (list.as_bytes(), word.as_bytes());
    let Some(first) = word.first() else { return false };
    // Byte by byte: asked of most words of a page, and taking lists apart as text takes four times as long.
    while rest.len() >= word.len() {
        if rest[0] == *first && rest.starts_with(word) && rest.get(word.len()).is_none_or(|&behind| behind == b' ') {
            return true;
        }
        let Some(space) = rest.iter().position(|&byte| byte == b' ') else { return false };
        rest = &rest[space + 1..];
    }
    false
}

fn words_in(reader: &Reader, quotation: &Quotation) -> usize {
    let first = reader.document.token_at(quotation.range.start);
    let last = reader.document.token_at(quotation.range.end);
    (first..last).filter(|&token| reader.is_word(token)).count()
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
