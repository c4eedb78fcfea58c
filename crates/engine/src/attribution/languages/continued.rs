//! Quotations without words of their own that say whose they are: the sentence or paragraph before them, the clause before their
//! colon, a question or the page as a whole tells.

use super::super::phrases::{Reader, Segment};
use super::super::quotes::Quotation;
use super::super::{Attribution, SourceKind, Voice};
use super::beside::{Beside, is_noun, led_by};
use super::lists::Lists;
use super::nouns::{names_somebody, phrase_after};
use super::pronouns::{Known, Page};
use super::verbs::reports;
use super::within::{according, clause_of};
use super::{in_list, is_all_quoted, said_by, words_in};
use crate::order::sort_by_key;
use std::cell::OnceCell;
use std::ops::Range;

/// What stands in a clause that leads to somebody else's words, to a title or to what is sung.
const OF_OTHERS: &str = "liest las zitiert zitierte erhielt bekam bekommt hört hörte steht stand singt sang titel lied motto buch film schild \
    heißt hieß brief inschrift frage lee leyó cita citó recibió recibe titula tituló titulado canción libro lema película carta pregunta lit \
    lu cite cité reçu titre livre chanson lettre intitulé question прочитал читает цитирует получил песня песню фильм книга книгу вопрос";

/// Who is said to have said something in the segment before a quotation, other than that quotation: "Das Tal sei frei, sagte Anna
/// Weber. «…»". Behind a colon it is the quotation itself.
pub(super) fn told_before(reader: &Reader, lists: &Lists) -> Option<Beside> {
    /// A sentence ends soon behind whoever is named last. Tokens.
    const LONGEST_END: usize = 8;
    /// Whoever said one thing and not the next.
    const ANYBODY: &str = "jemand man niemand keiner alguien nadie on кто-то";
    let named = |source: &Range<usize>| !in_list(ANYBODY, reader.word(source.start));
    let tokens = reader.segment.tokens.clone();
    let says = |&token: &usize| {
        reports(lists, reader.word(token)) && !reader.is_quoted(token) && !is_noun(reader, lists, token)
    };
    let so = |token: usize| lists.language == "de" && reader.word(token) == "so" && reader.raw(token - 1) == ",";
    let mut cues = tokens.clone().skip(1).rev().filter(|token| says(token) || so(*token));
    let Some(cue) = cues.next() else { return according(reader, lists, tokens) };
    let helped = usize::from(in_list(lists.helping, reader.word(cue - 1)));
    if reader.raw((cue - helped).saturating_sub(1)) == "," && !lists.verb_first {
        let source = phrase_after(reader, lists, cue + 1).filter(|source| names_somebody(reader, lists, source));
        let source = source.filter(|source| named(source) && tokens.end - source.end <= LONGEST_END)?;
        return Some((Some(source), cue - helped..cue + 1));
    }
    let colon = (cue..tokens.end).find(|&token| reader.raw(token) == ":" && token + 1 == tokens.end);
    let clause = || clause_of(reader, lists, cue, tokens.end);
    led_by(reader, lists, tokens.start, colon.or_else(clause)?, cue)
        .filter(|(source, _)| source.as_ref().is_some_and(named))
}

/// Adds the statements that nothing beside a quotation tells of to those `found`, who are known by now.
pub(super) fn add(page: &Page, segments: &[Segment], quotations: &[Quotation], found: &mut Vec<Attribution>) {
    let claimed = contents(found);
    let known = OnceCell::new();
    let main = main_voice(found);
    let mut more = Vec::new();
    for (index, segment) in segments.iter().enumerate().filter(|(_, segment)| !segment.quotations.is_empty()) {
        let reader = Reader::new(page.document, segment, quotations);
        let alone = is_all_quoted(&reader);
        let led = |quotation: &Quotation| {
            let colon = reader.document.token_at(quotation.range.start).checked_sub(1);
            colon.is_some_and(|colon| reader.raw(colon) == ":")
        };
        let candidate = alone || reader.quotations().len() == 1 && led(&reader.quotations()[0]);
        if !candidate || reader.quotations().iter().any(|quotation| meets(&claimed, &quotation.range)) {
            continue;
        }
        let before = index.checked_sub(1).map(|index| Reader::new(page.document, &segments[index], quotations));
        let all = (&found[..], &known.get_or_init(|| page.speakers(found))[..], page.names());
        let who = behind_colon(page, &reader, all).or_else(|| {
            let before = before.as_ref().filter(|_| alone)?;
            if before.segment.block == segment.block { about(page, before, all) } else { None }
        });
        let answers = || before.as_ref().filter(|before| alone && asks(before, &reader)).and(main.as_ref());
        let follows = || before.as_ref().filter(|_| alone).and_then(|before| paragraph_before(before, &reader, found));
        let who = who.or_else(|| answers().cloned()).or_else(follows);
        let Some((voice, kind)) = who.filter(|(voice, _)| !names_itself(&reader, voice)) else { continue };
        more.push(said_by(&reader, voice, kind));
    }
    found.append(&mut more);
    of_single_voice(page, segments, quotations, found);
    sort_by_key(found, |found| found.content.first().map(|range| range.start));
}

/// What has been given to somebody, in order.
fn contents(found: &[Attribution]) -> Vec<Range<usize>> {
    let mut contents: Vec<Range<usize>> = found.iter().flat_map(|found| found.content.iter().cloned()).collect();
    sort_by_key(&mut contents, |range| range.start);
    contents
}

/// Whether a quotation meets one of `claimed`, in order and hardly ever within one another.
fn meets(claimed: &[Range<usize>], quotation: &Range<usize>) -> bool {
    /// So many may lie in one that begins before them.
    const NESTED: usize = 4;
    let behind = claimed.partition_point(|range| range.start < quotation.end);
    claimed[..behind].iter().rev().take(NESTED).any(|range| quotation.start < range.end)
}

/// Whether a paragraph is a question and the next one a quotation: an interview.
fn asks(before: &Reader, reader: &Reader) -> bool {
    let last = before.segment.tokens.end - 1;
    before.segment.block + 1 == reader.segment.block && before.raw(last) == "?" && !before.is_quoted(last)
}

/// Who is quoted at the end of the paragraph before one that is a long quotation alone.
fn paragraph_before(before: &Reader, reader: &Reader, found: &[Attribution]) -> Option<(Voice, SourceKind)> {
    /// A shorter quotation is a heading. Words.
    const SHORTEST: usize = 12;
    let [quotation] = reader.quotations() else { return None };
    let block = &reader.document.blocks[reader.segment.block];
    let whole = reader.document.token_at(block.range.end) == reader.segment.tokens.end
        && reader.document.token_at(block.range.start) == reader.segment.tokens.start;
    let next = before.segment.block + 1 == reader.segment.block && !block.heading && whole;
    if !next || words_in(reader, quotation) < SHORTEST {
        return None;
    }
    // A quotation that its own paragraph ends with, whose words say who speaks.
    let ends = before.bytes(before.segment.tokens.clone());
    let last = found.iter().rev().find(|found| found.cue.first().is_some_and(|cue| ends.contains(&cue.start)))?;
    let quoted = last.content.iter().any(|content| ends.contains(&content.start));
    last.speaker.clone().filter(|_| quoted && last.kind.is_person()).map(|voice| (voice, last.kind))
}

/// Who says most of what is said on a page, if it is one person.
fn main_voice(found: &[Attribution]) -> Option<(Voice, SourceKind)> {
    /// Fewer statements don't make an interview.
    const FEWEST: usize = 3;
    let own = |one: &Attribution| found.iter().filter(|other| surname(other) == surname(one)).count();
    let person = |found: &&Attribution| found.kind.is_person();
    // The page's first speaker or the one after: who is interviewed is heard early.
    let main = found.iter().take(FEWEST).filter(person).max_by_key(|found| own(found))?;
    let most = own(main) >= FEWEST && 3 * own(main) >= 2 * found.len();
    most.then(|| Some((main.speaker.clone()?, main.kind))).flatten()
}

/// "Anna Weber wird deutlicher: «…»": the only person named, at the beginning.
fn behind_colon(page: &Page, reader: &Reader, all: Known) -> Option<(Voice, SourceKind)> {
    /// A shorter quotation may be a title. Words.
    const SHORTEST: usize = 5;
    let [quotation] = reader.quotations() else { return None };
    let lead = reader.document.token_at(quotation.range.start).checked_sub(1)?;
    let last = reader.document.token_at(quotation.range.end);
    let whole = (last..reader.segment.tokens.end).all(|token| !reader.is_word(token));
    let fits = reader.raw(lead) == ":" && whole && words_in(reader, quotation) >= SHORTEST;
    if !fits { None } else { subject(page, reader, reader.segment.tokens.start..lead, all) }
}

/// Whom the sentence before a quotation is about, if it says no more of somebody else.
fn about(page: &Page, before: &Reader, all: Known) -> Option<(Voice, SourceKind)> {
    let tokens = before.segment.tokens.clone();
    let plain = before.quotations().is_empty() && before.raw(tokens.end - 1) == ".";
    if !plain { None } else { subject(page, before, tokens, all) }
}

/// The person that a clause opens with, if it names no other and leads to nobody else's words.
fn subject(page: &Page, reader: &Reader, clause: Range<usize>, all: Known) -> Option<(Voice, SourceKind)> {
    let other = |token: usize| in_list(OF_OTHERS, reader.word(token));
    let heading = page.document.blocks[reader.segment.block].heading;
    if heading || clause.clone().any(|token| other(token) || reader.is_quoted(token)) {
        return None;
    }
    page.only_person(clause, all)
}

fn surname(found: &Attribution) -> Option<&str> {
    found.speaker.as_ref().map(Voice::surname)
}

/// Whether somebody's own surname stands in a quotation: then it speaks of them.
fn names_itself(reader: &Reader, voice: &Voice) -> bool {
    let mut quotations = reader.quotations().iter();
    quotations.any(|quotation| reader.document.text[quotation.range.clone()].contains(voice.surname()))
}

/// On a page where one person alone speaks, what is nothing but a quotation is theirs.
fn of_single_voice(page: &Page, segments: &[Segment], quotations: &[Quotation], found: &mut Vec<Attribution>) {
    /// Fewer statements don't make an interview.
    const FEWEST: usize = 4;
    /// A shorter quotation is a heading. Words.
    const SHORTEST: usize = 8;
    let Some((first, kind)) = found.first().and_then(|first| Some((first.speaker.clone()?, first.kind))) else {
        return;
    };
    let other = |found: &Attribution| surname(found) != Some(first.surname());
    if !kind.is_person() || found.len() < FEWEST || found.iter().any(other) {
        return;
    }
    let claimed = contents(found);
    let mut more = Vec::new();
    for segment in segments.iter().filter(|segment| !segment.quotations.is_empty()) {
        let reader = Reader::new(page.document, segment, quotations);
        let long = reader.quotations().iter().any(|quotation| words_in(&reader, quotation) >= SHORTEST);
        let claimed = reader.quotations().iter().any(|quotation| meets(&claimed, &quotation.range));
        let led = page.document.text[..page.document.tokens[segment.tokens.start].start].trim_end().ends_with(':');
        let alone = is_all_quoted(&reader) && !page.document.blocks[segment.block].heading;
        if long && alone && !led && !claimed && !names_itself(&reader, &first) {
            more.push(said_by(&reader, first.clone(), kind));
        }
    }
    found.append(&mut more);
}

#[cfg(test)]
mod tests {
    use super::super::beside_tests::check;

    #[test]
    fn told_in_the_sentence_before() {
        for (language, text, expected) in [
            (
                "de",
                "Das Tal sei wieder frei, sagte Anna Weber am Montag. „Wir gehen alle im Mai hinauf.“",
                "Anna Weber | „Wir gehen alle im Mai hinauf.“",
            ),
            (
                "de",
                "Das Tal ist frei, so der Förster Jan Holt. „Wir gehen alle im Mai hinauf.“",
                "Jan Holt | „Wir gehen alle im Mai hinauf.“",
            ),
            (
                "de",
                "Anna Weber sagt, das Tal sei frei. „Wir gehen alle im Mai hinauf.“",
                "Anna Weber | „Wir gehen alle im Mai hinauf.“",
            ),
            (
                "es",
                "El ministro Luis Paz explicó que el valle está abierto. “Todos nos quedamos aquí este año”.",
                "Luis Paz | “Todos nos quedamos aquí este año”",
            ),
            (
                "fr",
                "D’autres routes suivront, a précisé Jean Petit. « Nous restons tous dans la vallée. »",
                "Jean Petit | « Nous restons tous dans la vallée. »",
            ),
            (
                "ru",
                "Анна Лунина призналась, что боится дороги. «Я каждый день думаю об этом».",
                "Анна Лунина | «Я каждый день думаю об этом»",
            ),
            ("de", "Das Tal ist wieder frei. „Wir gehen alle im Mai hinauf.“", ""),
            (
                "de",
                "Anna Weber sagte am Montag:\n„Wir gehen alle im Mai hinauf.“",
                "Anna Weber | „Wir gehen alle im Mai hinauf.“",
            ),
        ] {
            check(language, text, expected);
        }
    }

    #[test]
    fn whom_the_clause_before_is_about() {
        let known = "„Das Tal ist frei“, sagte Anna Weber. ";
        for (text, expected) in [
            (
                "Anna Weber wird deutlich: „Wir gehen alle im Mai hinauf.“",
                "Anna Weber | „Wir gehen alle im Mai hinauf.“",
            ),
            (
                "Weber wird im Tal deutlich. „Wir gehen alle im Mai hinauf.“",
                "Anna Weber | „Wir gehen alle im Mai hinauf.“",
            ),
            ("Das Problem ist ein anderes: „Wir gehen alle im Mai hinauf.“", ""),
            ("Für Anna Weber ist es schwer: „Wir gehen alle im Mai hinauf.“", ""),
            ("Anna Weber bekam einen Brief: „Wir gehen alle im Mai hinauf.“", ""),
            ("Anna Weber ging mit Adam Lumo: „Wir gehen alle im Mai hinauf.“", ""),
            ("Weber ging im Mai fort. „Weber war für alle hier da.“", ""),
        ] {
            let expected = match expected {
                "" => "Anna Weber | „Das Tal ist frei“".to_string(),
                more => format!("Anna Weber | „Das Tal ist frei“; {more}"),
            };
            check("de", &format!("{known}\n{text}"), &expected);
        }
    }

    #[test]
    fn a_paragraph_behind_another_quotation() {
        let said = "„Das Tal ist frei“, sagte Anna Weber.\n";
        let long = "„Wir gehen alle im Mai hinauf und bleiben da oben, bis der Schnee kommt.“";
        check("de", &format!("{said}{long}"), &format!("Anna Weber | „Das Tal ist frei“; Anna Weber | {long}"));
        for more in
            ["„Wir gehen im Mai.“".to_string(), format!("Sie ging.\n{long}"), long.replace("Mai", "Mai, Weber,")]
        {
            check("de", &format!("{said}{more}"), "Anna Weber | „Das Tal ist frei“");
        }
    }

    #[test]
    fn pages_of_one_voice() {
        let text = "„Das Tal ist frei“, sagte Anna Weber. „Wir bleiben hier“, sagte sie. „Es wird hell“, sagte sie. „Ich gehe los“, \
            sagte sie.\nWie geht es weiter?\n„Wir gehen im Mai alle zusammen hinauf und bleiben da.“";
        check(
            "de",
            text,
            "Anna Weber | „Das Tal ist frei“; Anna Weber | „Wir bleiben hier“; Anna Weber | „Es wird hell“; \
            Anna Weber | „Ich gehe los“; Anna Weber | „Wir gehen im Mai alle zusammen hinauf und bleiben da.“",
        );
    }
}
