//! Quotations in German, French, Spanish, Russian and Arabic: a cue of the language beside the marks, and the phrase beside
//! the cue. Paraphrase needs more grammar than lists hold; it is sought in English alone.

mod lists;

use super::known::Known;
use super::phrases::{Reader, segments};
use super::quotes::{Quotation, scan};
use super::{Act, Attribution, Directness, SourceKind, Voice};
use crate::document::Document;
use crate::kind::EntityKind;
use crate::mentions::Mention;
use lists::{LANGUAGES, Lists};
use std::ops::Range;

/// A longer phrase beside a cue was misread. Tokens.
const LONGEST_SOURCE: usize = 9;
/// A shorter quotation is a name, a title or a word held at arm's length, even beside a cue. Words.
const SHORTEST_QUOTATION: usize = 2;

/// What opens a clause: "that".
const THAT: &str = "que qu dass что أن إن بأن بأنه أنه إنه";
/// First persons, and what opens a phrase that is no source.
const NO_SOURCE: &str = "ich wir je j nous yo nosotros я мы de d nach dann da danach so dazu doch puis ensuite alors luego \
    entonces después también потом тогда затем";

/// Whether quotations are attributed in texts of that language.
pub fn supports(language: &str) -> bool {
    LANGUAGES.iter().any(|lists| lists.language == language)
}

/// The quotations of a document in one of the languages, with their sources.
/// `last_source` spoke last in an earlier part of the page.
pub fn attribute(document: &Document, mentions: &[Mention], last_source: Option<&Voice>) -> Vec<Attribution> {
    let Some(lists) = LANGUAGES.iter().find(|lists| lists.language == document.language) else { return Vec::new() };
    let quotations = scan(document);
    let mut found: Vec<Attribution> = Vec::new();
    for segment in segments(document, &quotations) {
        let reader = Reader::new(document, &segment, &quotations);
        for quotation in reader.quotations() {
            let taken = |other: &Attribution| other.content.contains(&quotation.range);
            // Who spoke last: here, or in an earlier part of the page.
            let last = || {
                let here = found.last().and_then(|last| Some((last.speaker.clone()?, last.kind)));
                let earlier = last_source.map(|voice| Known::earlier(voice.clone()));
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
                Some(source) => Some(voice(&reader, lists, source, mentions, last())),
                None => last(),
            }) else {
                continue;
            };
            found.push(Attribution {
                source: source.map(|source| reader.bytes(source)).into_iter().collect(),
                cue: vec![reader.bytes(cue)],
                content: content.unwrap_or_else(|| std::iter::once(quotation.range.clone()).chain(goes_on).collect()),
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
            });
        }
    }
    found
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
    let source = pronoun.or_else(|| phrase_after(reader, lists, cue + 1))?;
    names_somebody(reader, lists, &source).then_some((Some(source), start..cue + 1))
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
    let reach = lead.saturating_sub(2 * LONGEST_SOURCE).max(floor);
    let cue = (reach..lead).rev().find(|&token| in_list(lists.cues, reader.word(token)) && !reader.is_quoted(token))?;
    let helping = cue > floor && in_list(lists.helping, reader.word(cue - 1));
    let start = cue - usize::from(helping);
    let subject = phrase_before(reader, floor, start).filter(|_| !lists.verb_first);
    let source = subject.or_else(|| phrase_after(reader, lists, cue + 1).filter(|source| source.end <= lead));
    let source = source.filter(|source| names_somebody(reader, lists, source));
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

/// Whether a phrase can be a source: no adverbial, no verb, nobody speaking of themselves.
fn names_somebody(reader: &Reader, lists: &Lists, source: &Range<usize>) -> bool {
    let first = reader.word(source.start);
    let is_verb = lists.language == "es" && first.ends_with('ó');
    let bare = source.len() == 1 && !lists.verb_first && lists.language != "ru";
    let listed = [lists.pronouns, lists.offices, lists.bodies].iter().any(|list| in_list(list, first));
    let adverb = bare && !listed && !reader.is_capitalised(source.start);
    !(is_verb || adverb || in_list(lists.borders, first) || in_list(NO_SOURCE, first))
}

fn phrase_after(reader: &Reader, lists: &Lists, from: usize) -> Option<Range<usize>> {
    phrase_from(reader, lists, from, false)
}

/// The phrase that starts at `from`, inside or outside of a quotation.
fn phrase_from(reader: &Reader, lists: &Lists, from: usize, quoted: bool) -> Option<Range<usize>> {
    // "Dit-elle", "explique-t-il".
    let joined = |token: usize| matches!(reader.word(token), "-" | "‑" | "t");
    let from = if reader.raw(from) == "-" { (from..).find(|&token| !joined(token)).unwrap_or(from) } else { from };
    let limit = reader.segment.tokens.end.min(from + LONGEST_SOURCE);
    let goes_on = |token: usize| {
        let initial = reader.raw(token) == "." && reader.raw(token.wrapping_sub(1)).chars().count() == 1;
        let joins = matches!(reader.raw(token), "-" | "’" | "'") || initial;
        (reader.is_word(token) || joins)
            && reader.is_quoted(token) == quoted
            && !in_list(lists.borders, reader.word(token))
    };
    let end = (from..limit).find(|&token| !goes_on(token)).unwrap_or(limit);
    (end > from).then_some(from..end)
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

/// Who the phrase names: an entity, the last speaker when it is a pronoun, else the phrase itself.
fn voice(
    reader: &Reader,
    lists: &Lists,
    source: &Range<usize>,
    mentions: &[Mention],
    last: Option<(Voice, SourceKind)>,
) -> (Voice, SourceKind) {
    let bytes = reader.bytes(source.clone());
    if source.len() == 1
        && in_list(lists.pronouns, reader.word(source.start))
        && let Some(last) = last
    {
        return last;
    }
    let text = |range: &Range<usize>| reader.document.text[range.clone()].to_string();
    let inside = |mention: &&Mention| {
        mention.shown && !mention.demonym && bytes.start <= mention.range.start && mention.range.end <= bytes.end
    };
    let office = source.clone().any(|token| is_office(lists, reader.word(token)));
    // "The foreign minister of France" is not France.
    let owner = owner(reader, source);
    let whole = |mention: &&Mention| match mention.kind {
        EntityKind::Person => reader.document.token_at(mention.range.start) < owner,
        EntityKind::Country | EntityKind::Region | EntityKind::City | EntityKind::Place => {
            let words = source.clone().filter(|&token| !in_list(lists.articles, reader.word(token)));
            let tokens = &reader.document.tokens;
            words.clone().count() > 0
                && words
                    .clone()
                    .all(|token| mention.range.start <= tokens[token].start && tokens[token].end <= mention.range.end)
        }
        _ => !office,
    };
    let inside = mentions.iter().filter(inside).filter(whole);
    if let Some(mention) = inside.max_by_key(|mention| mention.kind == EntityKind::Person) {
        let kind = match mention.kind {
            EntityKind::Person if office => SourceKind::Official,
            EntityKind::Person => SourceKind::Person,
            EntityKind::Outlet => SourceKind::Outlet,
            _ => SourceKind::Organisation,
        };
        let (entity, label) = (Some(mention.entity.clone()), Some(mention.label.clone()));
        return (Voice { text: text(&mention.range), range: Some(mention.range.clone()), entity, label }, kind);
    }
    let (name, kind) = unknown(reader, lists, source);
    let bytes = reader.bytes(name);
    (
        Voice { text: reader.document.text[bytes.clone()].to_string(), range: Some(bytes), entity: None, label: None },
        kind,
    )
}

/// Whether a word is an office, in German also at the end of a compound.
fn is_office(lists: &Lists, word: &str) -> bool {
    let compound = || lists.language == "de" && lists.offices.split_whitespace().any(|office| word.ends_with(office));
    in_list(lists.offices, word) || compound()
}

/// Where the words begin that say whose somebody is ("un proche de Pierre Petit"), or the end: that name doesn't speak.
fn owner(reader: &Reader, source: &Range<usize>) -> usize {
    let mut tokens = source.clone().skip(1);
    tokens.find(|&token| in_list("de du del des d von al", reader.word(token))).unwrap_or(source.end)
}

/// The words that name somebody no pack knows, without article, and without office where a name follows.
fn unknown(reader: &Reader, lists: &Lists, source: &Range<usize>) -> (Range<usize>, SourceKind) {
    let is = |list: &str, token: usize| in_list(list, reader.word(token));
    let article = source.clone().take_while(|&token| is(lists.articles, token) || !reader.is_word(token)).count();
    let start = if article < source.len() { source.start + article } else { source.start };
    let own = owner(reader, source);
    let office = (start..own).find(|&token| is_office(lists, reader.word(token)));
    let body = (start..own).any(|token| is(lists.bodies, token));
    // Arabic has no capitals: there a name is what has no article.
    let capital = |token: usize| {
        let bare = lists.verb_first && !reader.raw(token).starts_with("ال");
        (reader.is_capitalised(token) || bare) && !is(lists.articles, token)
    };
    // The name ends the phrase: "la psicóloga Luz Vásquez". German nouns have capitals: there the first one may be a role.
    let run = (start..source.end).rev().take_while(|&token| capital(token) || !reader.is_word(token)).last();
    let inside_word = |token: usize| !reader.is_word(token) || reader.raw(token - 1) == "-";
    let first = run
        .filter(|_| own == source.end)
        .and_then(|run| (run..source.end).find(|&token| token == start || !inside_word(token)));
    let role = lists.language == "de" && article > 0 && first.is_some_and(|first| source.end - first > 2);
    let after_office =
        office.filter(|&office| office + 1 < source.end && first.is_some_and(|first| first <= office + 1));
    let name = after_office.map_or(first.map_or(source.end, |first| first + usize::from(role)), |office| office + 1);
    let words = (name..source.end).filter(|&token| reader.is_word(token)).count();
    let alone = article == 0 && words == 1 && name == source.start && !lists.verb_first;
    let named = words > 1 || alone || (words == 1 && after_office.is_some());
    match (office, body, named) {
        (Some(_), _, true) => (name..source.end, SourceKind::Official),
        (Some(_), ..) => (start..source.end, SourceKind::Official),
        (None, true, _) => (start..source.end, SourceKind::Organisation),
        (None, false, true) => (name..source.end, SourceKind::Person),
        _ => (start..source.end, SourceKind::Anonymous),
    }
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
