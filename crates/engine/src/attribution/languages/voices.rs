//! Who a phrase beside a cue names in German, French, Spanish, Russian and Arabic: an entity, a name, an office, somebody unnamed.

use super::super::phrases::Reader;
use super::super::{SourceKind, Voice};
use super::in_list;
use super::lists::{Lists, TITLES};
use crate::document::Document;
use crate::given_names::is_given_name;
use crate::kind::EntityKind;
use crate::mentions::Mention;
use std::ops::Range;

/// Small words inside names.
const IN_NAMES: &str = "von van der den de del di da la le bin ben al el zu";
/// Articles that open a phrase about somebody unnamed.
const INDEFINITE: &str = "ein eine einer un una une";

/// What is written.
const DOCUMENTS: &str = "texto comunicado informe documento communiqué document texte rapport mitteilung pressemitteilung bericht studie gutachten papier antrag urteil schreiben erklärung brief artikel beschluss \
     journal lettre article étude заявление сообщение доклад";

/// Who a phrase names: an entity, the last speaker when it is a pronoun, else the phrase itself.
pub(super) fn voice(
    reader: &Reader,
    lists: &Lists,
    source: &Range<usize>,
    mentions: &[Mention],
    last: Option<(Voice, SourceKind)>,
) -> (Voice, SourceKind) {
    let bytes = reader.bytes(source.clone());
    if source.len() == 1 && in_list(lists.pronouns, reader.word(source.start)) {
        return last.unwrap_or((Voice::of_words(reader.document, bytes), SourceKind::Anonymous));
    }
    // "Der ABC-Sprecher" is not ABC.
    let compound = |mention: &Mention| reader.raw(reader.document.token_at(mention.range.end)) == "-";
    let inside = |mention: &&Mention| {
        let within = bytes.start <= mention.range.start && mention.range.end <= bytes.end;
        mention.shown && !mention.demonym && within && !compound(mention)
    };
    let office = source.clone().any(|token| is_office(lists, reader.word(token)));
    // "The foreign minister of France" is not France.
    let owner = owner(reader, source);
    let whole = |mention: &&Mention| match mention.kind {
        EntityKind::Person => {
            let first = reader.document.token_at(mention.range.start);
            // "El secretario de Estado X": the name ends the phrase, and nothing is X's.
            let ends = mention.range.end == bytes.end && first > 0 && !owns(reader.word(first - 1));
            first < owner || (ends && (office || reader.raw(first - 1) == ","))
        }
        EntityKind::Country | EntityKind::Region | EntityKind::City | EntityKind::Place => {
            let words = source.clone().filter(|&token| !in_list(lists.articles, reader.word(token)));
            let tokens = &reader.document.tokens;
            words.clone().count() > 0
                && words
                    .clone()
                    .all(|token| mention.range.start <= tokens[token].start && tokens[token].end <= mention.range.end)
        }
        // "Acmes Trainer Jan Holt" is not Acme.
        _ => !office && !ends_with_name(reader, &(reader.document.token_at(mention.range.end)..source.end)),
    };
    let inside = mentions.iter().filter(inside).filter(whole);
    if let Some(mention) = inside.max_by_key(|mention| mention.kind == EntityKind::Person) {
        let kind = match mention.kind {
            EntityKind::Person if office => SourceKind::Official,
            EntityKind::Person => SourceKind::Person,
            EntityKind::Outlet => SourceKind::Outlet,
            _ => SourceKind::Organisation,
        };
        return (Voice::of_mention(reader.document, mention), kind);
    }
    let (name, kind) = unknown(reader, lists, source);
    (Voice::of_words(reader.document, reader.bytes(name)), kind)
}

/// Whether the article behind a German name leads to whom something was told: "sagte Anna Weber der ABC", "der F.A.Z.".
pub(super) fn opens_addressee(reader: &Reader, lists: &Lists, source: Range<usize>) -> bool {
    let article = source.end;
    // Nobody is a person's: behind a full name it is no genitive.
    let full = || ends_with_name(reader, &source) && !in_list(lists.articles, reader.word(source.start));
    let initials = || reader.raw(article + 1).len() == 1 && reader.raw(article + 2) == ".";
    reader.word(article) == "der" && !source.is_empty() && (initials() || full())
}

/// Whether the last two of several words have capitals.
fn ends_with_name(reader: &Reader, words: &Range<usize>) -> bool {
    words.len() > 1 && (words.end - 2..words.end).all(|token| reader.is_capitalised(token))
}

/// Where a German name begins behind what its bearer is: "Trainer Jan Holt", "Schülerin Rosa".
pub(super) fn without_role(document: &Document, lists: &Lists, name: &Range<usize>) -> usize {
    const ENDINGS: &[&str] = &[
        "er", "or", "eur", "ist", "ent", "är", "än", "oge", "perte", "ekt", "erin", "orin", "eurin", "istin", "entin",
        "ärin", "ogin", "chef", "chefin",
    ];
    if lists.language != "de" {
        return name.start;
    }
    let given = |token: &usize| is_given_name(document.lower(*token));
    let role = |token: usize| ENDINGS.iter().any(|ending| document.lower(token).ends_with(ending));
    let before_last = name.start..name.end.saturating_sub(1);
    let mut roles = before_last.clone().take_while(|token| !given(token));
    let behind = before_last.clone().take_while(|token| !given(token)).filter(|&token| role(token)).last();
    let first = name.clone().find(given).filter(|first| before_last.contains(first) || roles.all(role));
    first.or(behind.map(|role| role + 1)).unwrap_or(name.start)
}

/// Whether a word is an office, in German also at the end of a compound.
pub(super) fn is_office(lists: &Lists, word: &str) -> bool {
    let compound = || lists.language == "de" && lists.offices.split(' ').any(|office| word.ends_with(office));
    in_list(lists.offices, word) || compound()
}

/// Whether a word says whose somebody is.
fn owns(word: &str) -> bool {
    in_list("de du del des d von vom al um", word)
}

/// Where the words begin that say whose somebody is ("un proche de Pierre Petit"), or the end: that name doesn't speak.
/// "Anna Weber von der Stiftung" speaks herself.
fn owner(reader: &Reader, source: &Range<usize>) -> usize {
    let mut tokens = source.clone().skip(1);
    // "Rainer de Lumo" in German.
    let part = |token: usize| reader.document.language == "de" && reader.word(token) == "de";
    tokens.find(|&token| owns(reader.word(token)) && !part(token)).unwrap_or(source.end)
}

/// The run of capitalised words that ends before `end` and begins at `start` or later, small words inside names with it.
fn name_before(reader: &Reader, lists: &Lists, start: usize, end: usize) -> Option<usize> {
    // Arabic has no capitals: there a name is what has no article.
    let capital = |token: usize| {
        let bare = lists.verb_first && !reader.raw(token).starts_with("ال");
        (reader.is_capitalised(token) || bare) && !in_list(lists.articles, reader.word(token))
    };
    let joins = |token: usize| {
        token > start && in_list(IN_NAMES, reader.word(token)) && (start..token).rev().take(2).any(capital)
    };
    let run = (start..end).rev().take_while(|&token| capital(token) || joins(token) || !reader.is_word(token)).last();
    let inside_word = |token: usize| !reader.is_word(token) || reader.raw(token - 1) == "-";
    run.and_then(|run| (run..end).find(|&token| token == start || (!inside_word(token) && capital(token))))
}

/// The words that name somebody no pack knows, without article, and without office where a name follows.
fn unknown(reader: &Reader, lists: &Lists, source: &Range<usize>) -> (Range<usize>, SourceKind) {
    let is = |list: &str, token: usize| in_list(list, reader.word(token));
    let article = source
        .clone()
        .take_while(|&token| is(lists.articles, token) || is(TITLES, token) || !reader.is_word(token))
        .count();
    let start = if article < source.len() { source.start + article } else { source.start };
    // "Der Bericht der Stadt": German genitives look like names.
    if lists.language == "de" && is(DOCUMENTS, start) && reader.raw(start + 1) != "-" {
        return (start..source.end, SourceKind::Document);
    }
    let own = owner(reader, source);
    let start = if article == 0 { without_role(reader.document, lists, &(start..own)) } else { start };
    // "Le ministre de la Mer, Luc Morand".
    if let Some(comma) = source.clone().rev().find(|&token| reader.raw(token) == "," && reader.raw(token - 1) != "-") {
        let office = (start..comma).any(|token| is_office(lists, reader.word(token)));
        return (comma + 1..source.end, if office { SourceKind::Official } else { SourceKind::Person });
    }
    // "Forscher um Anna Weber" are many.
    if own < source.end && reader.word(own) == "um" {
        return (start..source.end, SourceKind::Anonymous);
    }
    let words = |range: Range<usize>| range.filter(|&token| reader.is_word(token)).count();
    // "Anna Weber von der Stiftung": two words of a name stand before whom she belongs to.
    let before_owner = (own < source.end && article == 0 && words(start..own) > 1)
        .then(|| name_before(reader, lists, start, own))
        .flatten();
    if before_owner == Some(start) && !(start..own).any(|token| is_office(lists, reader.word(token))) {
        return (start..own, SourceKind::Person);
    }
    let office = (source.start..own).find(|&token| is_office(lists, reader.word(token)));
    let body = (start..own).any(|token| is(lists.bodies, token));
    // The name ends the phrase: "la psicóloga Luz Vásquez". German nouns have capitals: there the first one may be a role.
    let particle = own < source.end && is(IN_NAMES, own) && own > start && reader.is_capitalised(own - 1);
    let first = Some(()).filter(|()| own == source.end || (particle && article == 0));
    let first = first.and_then(|()| name_before(reader, lists, start, source.end));
    let role = lists.language == "de" && article > 0 && first.is_some_and(|first| source.end - first > 2);
    let after_office =
        office.filter(|&office| office + 1 < source.end && first.is_some_and(|first| first <= office + 1));
    // A role may be a compound: "Fed-Vizechef Jan Holt".
    let behind = |first: usize| {
        let mut next = first + 1;
        while reader.raw(next) == "-" {
            next += 2;
        }
        next.min(source.end)
    };
    let name = first.map_or(source.end, |first| if role { behind(first) } else { first });
    let name = after_office.map_or(name, |office| office + 1);
    // "Депутат Госдумы Олег Ладин": a name has two words, or three with a father's.
    let fathers = ["вич", "вна"].iter().any(|ending| reader.word(source.end.saturating_sub(2)).ends_with(ending));
    let longest = if fathers { 3 } else { 2 };
    let name =
        if lists.language == "ru" && office.is_some() { name.max(source.end.saturating_sub(longest)) } else { name };
    let named_words = words(name..source.end);
    let titled = (source.start..start).any(|token| is(TITLES, token));
    let alone = (article == 0 || titled) && named_words == 1 && name == start && !lists.verb_first;
    let named = named_words > 1
        || alone
        || (role && named_words == 1 && after_office.is_none())
        || (named_words == 1 && after_office.is_some());
    let indefinite = is(INDEFINITE, source.start);
    match (office, body, named) {
        _ if !named && is(DOCUMENTS, start) => (start..source.end, SourceKind::Document),
        (Some(_), _, true) => (name..source.end, SourceKind::Official),
        (Some(_), ..) if indefinite => (start..source.end, SourceKind::Anonymous),
        (Some(_), ..) => (start..source.end, SourceKind::Official),
        (None, true, _) => (start..source.end, SourceKind::Organisation),
        (None, false, true) if named_words == 1 && is_acronym(reader, name) => {
            (name..source.end, SourceKind::Organisation)
        }
        (None, false, true) => (name..source.end, SourceKind::Person),
        _ if is_acronym(reader, start) || (article > 0 && is_body_name(reader, lists, start)) => {
            (start..source.end, SourceKind::Organisation)
        }
        _ => (start..source.end, SourceKind::Anonymous),
    }
}

/// Whether a token is all capitals and no part of a compound: "CGR".
fn is_acronym(reader: &Reader, token: usize) -> bool {
    let word = reader.raw(token);
    word.chars().count() > 1 && word.chars().all(char::is_uppercase) && reader.raw(token + 1) != "-"
}

/// Whether a capitalised word behind an article names a body: "le Canard enchaîné", "la Contraloría".
fn is_body_name(reader: &Reader, lists: &Lists, token: usize) -> bool {
    const SPANISH_ENDINGS: &[&str] = &["ía", "ción", "sión", "dad", "ncia", "torio", "terio", "ento"];
    let ends = || SPANISH_ENDINGS.iter().any(|ending| reader.word(token).ends_with(ending));
    reader.is_capitalised(token)
        && match lists.language {
            "fr" => true,
            "es" => ends(),
            _ => false,
        }
}
