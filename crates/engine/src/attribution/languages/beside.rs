//! Who is beside a quotation, and the words that report it: behind the marks, before them or between dashes within them.

use super::super::phrases::Reader;
use super::super::quotes::Quotation;
use super::lists::{DETERMINERS, FIRST_PERSONS, Lists, RELATIVE, THAT};
use super::nouns::{names_somebody, phrase_after, phrase_before, phrase_from};
use super::verbs::{reports, reports_behind};
use super::{in_list, words_in};
use crate::given_names::is_given_name;
use crate::kind::EntityKind;
use crate::mentions::Mention;
use std::ops::Range;

/// A cue further before its quotation belongs to something else. Tokens.
const REACH: usize = 18;

/// Who and by which words; the source is `None` when the verb has no subject of its own ("وأضاف").
pub(super) type Beside = (Option<Range<usize>>, Range<usize>);

/// "«…», a déclaré le ministre", "«…», a-t-il dit": the cue at once after the quotation, the source behind or within it.
pub(super) fn after(reader: &Reader, lists: &Lists, quotation: &Quotation) -> Option<Beside> {
    /// Marks, helping verbs and a pronoun may stand between.
    const NEAR: usize = 8;
    let end = reader.document.token_at(quotation.range.end);
    if let Some(found) = read_in(reader, lists, end) {
        return Some(found);
    }
    let near = end..(end + NEAR).min(reader.segment.tokens.end);
    // "According to what the minister said" has two.
    let what = |token: usize| reader.word(token + 1) == "ما";
    let cue = near.clone().find(|&token| reports_behind(lists, reader.word(token)) && !what(token))?;
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
    if reader.is_capitalised(start) || !is_set_off(reader, lists, quotation) {
        return None;
    }
    let holder = || holder_behind(reader, lists, cue + 1);
    let source = pronoun.or_else(holder).or_else(|| phrase_after(reader, lists, cue + 1));
    let source = source.filter(|source| names_somebody(reader, lists, source));
    // "According to the old city" may be anything; an Arabic office or body speaks.
    let formula = lists.verb_first && in_list(lists.verbs.words_behind, reader.word(cue));
    if formula && !source.as_ref().is_some_and(|source| holds(reader, lists, source.start)) {
        return None;
    }
    (source.is_some() || has_no_subject(reader, lists, start, cue)).then_some((source, start..cue + 1))
}

/// "«…», heißt es im Bericht der Stadt", "«…», peut-on lire dans Le Journal": the paper that a quotation stands in.
fn read_in(reader: &Reader, lists: &Lists, end: usize) -> Option<Beside> {
    /// The words of each language, and those that the paper stands behind.
    const FORMULAS: &[(&str, &[&str], &str)] = &[
        ("de", &["heißt", "es"], "in im aus"),
        ("de", &["hieß", "es"], "in im aus"),
        ("ru", &["говорится"], "в во"),
        ("fr", &["peut", "-", "on", "lire"], "dans sur"),
        ("fr", &["lit", "-", "on"], "dans sur"),
        ("es", &["se", "lee"], "en"),
        ("es", &["se", "puede", "leer"], "en"),
    ];
    let start = (end..end + 3).find(|&token| reader.is_word(token))?;
    let stands = |words: &[&str]| reader.stand_at(start, words);
    let (_, words, leads) =
        FORMULAS.iter().find(|(language, words, _)| *language == lists.language && stands(words))?;
    let cue = start..start + words.len();
    let lead = reader.word(cue.end);
    // "In dem Bericht": the article is a border elsewhere.
    let dative = matches!(reader.word(cue.end + 1), "dem" | "den");
    let source = phrase_after(reader, lists, cue.end + 1 + usize::from(dative)).filter(|_| in_list(leads, lead))?;
    // "Heißt es in Berlin" names no paper.
    let article = lead == "im"
        || dative
        || lists.language == "ru"
        || in_list(lists.articles, reader.word(source.start))
        || lists.language == "fr";
    let names = names_somebody(reader, lists, &source) || in_list(lists.articles, reader.word(source.start));
    (article && names).then_some((Some(source), cue))
}

/// Whether what follows a quotation is no part of the clause it stands in: "the group “Those from below” announced a tour"
/// quotes nobody.
fn is_set_off(reader: &Reader, lists: &Lists, quotation: &Quotation) -> bool {
    /// A quotation that opens a sentence and is longer than a title. Words.
    const LONGER_THAN_TITLES: usize = 4;
    let end = reader.document.token_at(quotation.range.end);
    let first = reader.document.token_at(quotation.range.start);
    let own = end.checked_sub(2).is_some_and(|token| matches!(reader.raw(token), "," | "!" | "?" | "…" | "."));
    let opens = first == reader.segment.tokens.start && words_in(reader, quotation) > LONGER_THAN_TITLES;
    lists.verb_first || own || opens || !reader.is_word(end)
}

/// Whether a Spanish verb behind a quotation leaves out who spoke: "«…», dijo.", "«…», añadió en la radio.".
fn has_no_subject(reader: &Reader, lists: &Lists, start: usize, cue: usize) -> bool {
    let (verb, next) = (reader.word(cue), reader.word(cue + 1));
    let helped = start < cue;
    let ends = !reader.is_word(cue + 1) && !matches!(reader.raw(cue + 1), ":" | "-") && !reader.is_quoted(cue + 1);
    let goes_on = in_list(lists.borders, next) && next != "que" || next.ends_with("ndo") || next.ends_with("ndose");
    lists.language == "es" && is_singular_verb(lists, verb, helped) && (ends || goes_on)
}

/// Whether a verb of saying speaks of one person.
fn is_singular_verb(lists: &Lists, verb: &str, helped: bool) -> bool {
    verb != "según" && !verb.ends_with('n') && (helped || !is_participle(lists, verb))
}

/// "A dit à la presse le ministre", "dijo este lunes en la radio la alcaldesa": who holds an office or is a body, behind where it was said.
fn holder_behind(reader: &Reader, lists: &Lists, from: usize) -> Option<Range<usize>> {
    /// Tokens.
    const LONGEST_ADVERBIAL: usize = 8;
    let adverbial = matches!(lists.language, "fr" | "es") && in_list(lists.borders, reader.word(from));
    let article = (from + 1..from + LONGEST_ADVERBIAL)
        .take_while(|&token| reader.is_word(token))
        .filter(|_| adverbial)
        .find(|&token| {
            in_list(lists.articles, reader.word(token))
                && holds(reader, lists, token + 1)
                && !in_list("à a de", reader.word(token - 1))
        })?;
    phrase_after(reader, lists, article)
}

/// Whether a word is an office or a body, the first part of a compound ("porte-parole") as well.
fn holds(reader: &Reader, lists: &Lists, token: usize) -> bool {
    let listed = |token: usize| in_list(lists.offices, reader.word(token)) || in_list(lists.bodies, reader.word(token));
    listed(token) || reader.raw(token + 1) == "-" && listed(token + 2)
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
pub(super) fn before(reader: &Reader, lists: &Lists, quotation: &Quotation) -> Option<Beside> {
    /// A shorter quotation behind "that" is a word held at arm's length. Words.
    const SHORTEST_CLAUSE: usize = 4;
    /// A name and a particle may stand between a verb and its colon. Tokens.
    const NEAR: usize = 4;
    let open = reader.document.token_at(quotation.range.start);
    let floor = reader.segment.tokens.start;
    let lead = open.checked_sub(1).filter(|&token| token >= floor)?;
    // "وشدد على": what was stressed.
    let stressed = lists.verb_first && matches!(reader.word(lead), "على" | "إلى" | "عن" | "من");
    let clause = (in_list(THAT, reader.word(lead)) || stressed) && words_in(reader, quotation) >= SHORTEST_CLAUSE;
    let opens_clause = reader.raw(lead) == "," && words_in(reader, quotation) >= SHORTEST_CLAUSE;
    if !clause && !opens_clause && reader.raw(lead) != ":" {
        return None;
    }
    let reach = lead.saturating_sub(REACH).max(floor);
    // "Freut sich:", "räumt sie ein:": close to the colon such verbs report as they do behind a quotation.
    let near = |token: usize| {
        let word = reader.word(token);
        let particle = reader.raw(lead) == ":" && reader.word(lead - 1) != "vor" && lead - token <= NEAR;
        particle && reports_behind(lists, word) && !in_list("so laut ließ lässt", word)
    };
    let reports = |token: usize| {
        let verb = reports(lists, reader.word(token)) || near(token);
        verb && !reader.is_quoted(token) && !is_noun(reader, lists, token)
    };
    // "…, so Anna Weber: «…»".
    let so = (reach + 1..lead).rev().find(|&token| reader.word(token) == "so" && reader.raw(token - 1) == ",");
    let so = so.filter(|_| lists.language == "de" && reader.raw(lead) == ":");
    let named = |so: &usize| phrase_after(reader, lists, so + 1).filter(|source| names_somebody(reader, lists, source));
    if let Some((so, source)) = so.and_then(|so| Some((so, named(&so).filter(|source| source.end == lead)?))) {
        return Some((Some(source), so..so + 1));
    }
    let cue = (reach..lead).rev().find(|&token| reports(token))?;
    // "Sagt der Mann und fügt hinzu: «…»": the second verb has the subject of the first.
    let earlier = || {
        // An Arabic participle goes on without "and".
        let joined = lists.verb_first || matches!(reader.word(cue.wrapping_sub(1)), "und" | "et" | "y" | "и");
        (reach..cue)
            .rev()
            .find(|&token| joined && reports(token))
            .and_then(|cue| led_by(reader, lists, floor, lead, cue))
    };
    led_by(reader, lists, floor, lead, cue).or_else(earlier)
}

/// "The question: «…»", "his question": whether the words before what looks like a verb make it a noun.
pub(super) fn is_noun(reader: &Reader, lists: &Lists, token: usize) -> bool {
    let before = reader.word(token.wrapping_sub(1));
    in_list(lists.articles, before) && before != "l" || in_list(DETERMINERS, before)
}

/// The source of the verb at `cue`, which the quotation or clause behind `lead` follows in the sentence that begins at `floor`.
pub(super) fn led_by(reader: &Reader, lists: &Lists, floor: usize, lead: usize, cue: usize) -> Option<Beside> {
    /// Words before a verb that goes on with whoever spoke.
    const LONGEST_ASIDE: usize = 3;
    /// Tokens.
    const LONGEST_BRACKET: usize = 6;
    let helping = cue > floor && in_list(lists.helping, reader.word(cue - 1));
    if is_participle(lists, reader.word(cue)) && !helping {
        return None;
    }
    let start = cue - usize::from(helping);
    let myself = |token: usize| in_list(FIRST_PERSONS, reader.word(token));
    if start.checked_sub(1).is_some_and(myself) || myself(cue + 1) {
        return None;
    }
    let names = |source: &Range<usize>| names_somebody(reader, lists, source);
    let apposed = apposed_before(reader, lists, floor, start);
    // "The union of the valley (UV) said".
    let bracket = (reader.raw(start.wrapping_sub(1)) == ")")
        .then(|| (floor..start).rev().take(LONGEST_BRACKET).find(|&token| reader.raw(token) == "("))
        .flatten();
    let subject = apposed.or_else(|| phrase_before(reader, floor, bracket.unwrap_or(start)));
    // "В мэрии сообщили": those there.
    let there = lists.language == "ru" && reader.word(cue).ends_with("ли");
    let subject = subject.map(|subject| match reader.word(subject.start) {
        "в" | "во" if there && subject.len() > 1 => subject.start + 1..subject.end,
        _ => subject,
    });
    let subject = subject.filter(|_| !lists.verb_first).filter(names);
    // "Dann erklärte er": the pronoun behind the verb is its subject.
    let pronoun = in_list(lists.pronouns, reader.word(cue + 1)).then_some(cue + 1..cue + 2);
    let behind = || {
        let source = phrase_after(reader, lists, cue + 1).filter(|source| source.end <= lead).filter(names)?;
        can_follow(reader, lists, &source).then_some(source)
    };
    // "Der Zeitung sagte Anna Weber: «…»": what looks like a subject is whom it was told.
    let told = lists.language == "de" && reader.word(start.wrapping_sub(2)) == "der";
    let named =
        || behind().filter(|source| told && source.len() > 1 && source.clone().all(|at| reader.is_capitalised(at)));
    let source = pronoun.or_else(named).or(subject).or_else(behind);
    // "Y añadió: «…»" goes on with whoever spoke before, "Además insistió en la paz: «…»" as well.
    let opens = || {
        let words = (floor..start).filter(|&token| reader.is_word(token)).count();
        let far = lists.language == "es" && reader.raw(lead) == ":";
        let one = lists.language != "es" || is_singular_verb(lists, reader.word(cue), helping);
        // "Al respecto, explicó que «…»".
        let aside = lists.language == "es" && words <= LONGEST_ASIDE && reader.raw(start.wrapping_sub(1)) == ",";
        // "وأوضح في تصريح أن": where it was said stands in place of a subject.
        let placed = lists.verb_first && in_list(lists.borders, reader.word(cue + 1));
        (words <= 1 || aside) && one && (cue + 1 == lead || far || placed)
    };
    (source.is_some() || opens()).then_some((source, start..cue + 1))
}

/// Whether a phrase behind a French or Spanish verb is its subject rather than its object: a name, an office, a body.
fn can_follow(reader: &Reader, lists: &Lists, source: &Range<usize>) -> bool {
    let first = source.clone().find(|&token| reader.is_word(token) && !in_list(lists.articles, reader.word(token)));
    !matches!(lists.language, "fr" | "es")
        || first.is_some_and(|first| reader.is_capitalised(first) || holds(reader, lists, first))
}

/// The source whose apposition ends before its verb: "el director, Luis Paz, dijo", "Luis Paz, director del museo, dijo".
fn apposed_before(reader: &Reader, lists: &Lists, floor: usize, verb: usize) -> Option<Range<usize>> {
    /// Tokens.
    const LONGEST_APPOSITION: usize = 16;
    let close = verb.checked_sub(1).filter(|&token| token > floor && reader.raw(token) == ",")?;
    let inside = |token: &usize| reader.is_word(*token) || matches!(reader.raw(*token), "-" | "’" | "'");
    let open = (floor..close).rev().take(LONGEST_APPOSITION).find(|token| !inside(token))?;
    let head = phrase_before(reader, floor, open).filter(|_| reader.raw(open) == ",")?;
    // "The mayor, who had been silent, said".
    if in_list(RELATIVE, reader.word(open + 1))
        || lists.language == "de" && in_list("der die das", reader.word(open + 1))
    {
        return Some(head);
    }
    let is_name = |words: &Range<usize>| {
        words.len() > 1 && words.clone().all(|token| reader.is_capitalised(token) || reader.raw(token) == "-")
    };
    if is_name(&(open + 1..close)) {
        let role = in_list(lists.articles, reader.word(head.start));
        return role.then_some(head.start..close);
    }
    is_name(&head).then_some(head)
}

/// "Anna Weber: «…»" as a whole sentence or headline; the colon stands for the verb.
pub(super) fn headed(reader: &Reader, mentions: &[Mention], quotation: &Quotation) -> Option<Beside> {
    /// A shorter one may be a title. Words.
    const SHORTEST: usize = 3;
    /// Tokens.
    const LONGEST_NAME: usize = 5;
    let floor = reader.segment.tokens.start;
    let lead = reader.document.token_at(quotation.range.start).checked_sub(1)?;
    if lead <= floor || reader.raw(lead) != ":" || lead - floor > LONGEST_NAME || words_in(reader, quotation) < SHORTEST
    {
        return None;
    }
    let name = floor..lead;
    let capitals = name.clone().all(|token| reader.is_capitalised(token) || reader.raw(token) == "-");
    let bytes = reader.bytes(name.clone());
    let known = mentions.iter().any(|mention| mention.range == bytes && mention.kind == EntityKind::Person);
    let given = name.len() > 1 && is_given_name(reader.word(floor));
    let last = reader.document.token_at(quotation.range.end);
    let whole = (last..reader.segment.tokens.end).all(|token| !reader.is_word(token));
    (capitals && whole && (known || given)).then_some((Some(name), lead..lead + 1))
}

/// "«…» – Anna Weber": a paragraph that is a quotation and the name of whoever signs it.
pub(super) fn signed(reader: &Reader, quotation: &Quotation) -> Option<Beside> {
    /// A shorter quotation with a name behind it is a title. Words.
    const SHORTEST: usize = 5;
    /// Tokens.
    const LONGEST_NAME: usize = 5;
    let dash = reader.document.token_at(quotation.range.end);
    let block = &reader.document.blocks[quotation.block].range;
    let alone = reader.document.token_at(block.start) == reader.document.token_at(quotation.range.start)
        && reader.document.token_at(block.end) == reader.segment.tokens.end;
    let name = dash + 1..reader.segment.tokens.end;
    let capitals = name.clone().all(|token| reader.is_capitalised(token) || reader.raw(token) == "-");
    let named = (2..=LONGEST_NAME).contains(&name.len()) && capitals;
    let signs = alone && matches!(reader.raw(dash), "―" | "—" | "–" | "-") && words_in(reader, quotation) >= SHORTEST;
    (signs && named).then_some((Some(name), dash..dash + 1))
}

/// "«…, explique l'élue. …»": French sets who speaks between commas within the marks.
pub(super) fn between_commas(
    reader: &Reader,
    lists: &Lists,
    quotation: &Quotation,
) -> Option<(Beside, Vec<Range<usize>>)> {
    /// Helping verb, pronoun and hyphens between comma and cue. Tokens.
    const NEAR: usize = 6;
    /// What somebody is may take so many tokens.
    const LONGEST_ROLE: usize = 16;
    if lists.language != "fr" {
        return None;
    }
    let first = reader.document.token_at(quotation.range.start);
    let last = reader.document.token_at(quotation.range.end).min(reader.segment.tokens.end);
    let parenthesis = |start: usize| {
        let part = |token: usize| matches!(reader.raw(token), "-" | "t") || in_list(lists.pronouns, reader.word(token));
        let helped = in_list("a ont", reader.word(start));
        let cue = if helped { (start + 1..start + NEAR).find(|&token| !part(token))? } else { start };
        let pronoun = (start..cue).find(|&token| in_list(lists.pronouns, reader.word(token)));
        let fits = reports_behind(lists, reader.word(cue)) && (helped || !is_participle(lists, reader.word(cue)));
        let source = match pronoun {
            Some(pronoun) => Some(pronoun..pronoun + 1),
            None => phrase_from(reader, lists, cue + 1, true),
        };
        let source = source.filter(|source| fits && names_somebody(reader, lists, source))?;
        let end = source.end.max(cue + 1);
        // "…, explique Jean Petit, le maire de la ville. …".
        let role = reader.raw(end) == "," && in_list(lists.articles, reader.word(end + 1));
        let stop =
            (end + 1..(end + LONGEST_ROLE).min(last)).find(|&token| !reader.is_word(token) && reader.raw(token) != "-");
        let end = if role { stop.unwrap_or(end) } else { end };
        matches!(reader.raw(end), "," | "." | "»").then_some((source, start..cue + 1, end))
    };
    let (source, cue, end) = (first + 3..last).filter(|&token| reader.raw(token - 1) == ",").find_map(parenthesis)?;
    let said_first = quotation.range.start..reader.document.tokens[cue.start - 2].end;
    let rest = (end + 1..last).any(|token| reader.is_word(token));
    let rest = rest.then(|| reader.document.tokens[end + 1].start..quotation.range.end);
    Some(((Some(source), cue), std::iter::once(said_first).chain(rest).collect()))
}

/// "«…, — сказал мэр. — …»": Russian sets who speaks between dashes within the marks.
pub(super) fn inside(reader: &Reader, lists: &Lists, quotation: &Quotation) -> Option<(Beside, Vec<Range<usize>>)> {
    let first = reader.document.token_at(quotation.range.start);
    let last = reader.document.token_at(quotation.range.end).min(reader.segment.tokens.end);
    let is_dash = |token: usize| matches!(reader.raw(token), "—" | "–");
    let cue = (first + 3..last).find(|&token| {
        is_dash(token - 1)
            && matches!(reader.raw(token - 2), "," | "." | "!" | "?" | "…")
            && reports_behind(lists, reader.word(token))
    })?;
    let source = phrase_from(reader, lists, cue + 1, true).filter(|source| names_somebody(reader, lists, source))?;
    let said_first = quotation.range.start..reader.document.tokens[cue - 2].end;
    // What follows the second dash is said as well.
    let dash = (source.end..last).find(|&token| is_dash(token)).filter(|dash| dash - source.end <= 2);
    let rest = dash.map(|dash| reader.document.tokens[dash + 1].start..quotation.range.end);
    let content = std::iter::once(said_first).chain(rest.filter(|rest| rest.start < rest.end));
    Some(((Some(source), cue..cue + 1), content.collect()))
}
