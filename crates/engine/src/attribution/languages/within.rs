//! Quotations that are part of a reported clause: "X said that the talks had been “long and full of doubt”", "according to X they …".

use super::super::phrases::Reader;
use super::super::quotes::Quotation;
use super::beside::{Beside, is_noun, led_by};
use super::lists::{ADVERBS, DETERMINERS, FIRST_PERSONS, Lists, THAT};
use super::nouns::{names_somebody, phrase_after};
use super::verbs::reports;
use super::{in_list, words_in};
use std::ops::Range;

/// A shorter quotation within a clause is a word held at arm's length. Words.
const SHORTEST: usize = 4;
/// A clause further away belongs to something else. Tokens.
const REACH: usize = 24;

/// Words that lead to what something is called.
const CALLED: &str = "sogenannte sogenannten genannte genannten titel namen motto slogan gruppe programm projekt gesetz dit dite appelé \
    appelée intitulé intitulée nommé titre llamado llamada titulado titulada denominado denominada nombre lema título programa proyecto \
    так называемый называемая называемой называемого";

/// Who reports the clause that a quotation is part of, and by which words.
pub(super) fn within(reader: &Reader, lists: &Lists, quotation: &Quotation) -> Option<Beside> {
    let open = reader.document.token_at(quotation.range.start);
    let floor = reader.segment.tokens.start;
    let lead = open.checked_sub(1).filter(|&token| token > floor)?;
    if matches!(reader.raw(lead), "," | "،") && words_in(reader, quotation) >= SHORTEST {
        return according(reader, lists, floor..open)
            .filter(|(source, _)| source.as_ref().is_some_and(|source| source.end == lead));
    }
    if !reader.is_word(lead) {
        return None;
    }
    // What opens with a capital is a title or a sentence of its own.
    let part = lists.verb_first || !reader.is_capitalised(open + 1);
    if !part || words_in(reader, quotation) < SHORTEST || in_list(CALLED, reader.word(lead)) {
        return None;
    }
    let reach = open.saturating_sub(REACH).max(floor);
    let ends = |token: &usize| matches!(reader.raw(*token), ";" | ":" | "(" | ")");
    let reach = (reach..open).rev().find(ends).map_or(reach, |end| end + 1);
    let outside = |token: &usize| !reader.is_quoted(*token);
    let cue = (reach..lead)
        .rev()
        .filter(outside)
        .find(|&token| reports(lists, reader.word(token)) && !is_noun(reader, lists, token));
    // "Según" reports too; at the beginning of a sentence it does so for all of it.
    let formula = |cue: usize| cue <= floor + 1 && in_list("selon según", reader.word(cue));
    let Some(cue) = cue.filter(|&cue| !formula(cue)) else { return according(reader, lists, reach..open) };
    let border = clause_of(reader, lists, cue, lead)?;
    // What somebody says of themselves there is the author's.
    let mine = (border..open).filter(outside).any(|token| in_list(FIRST_PERSONS, reader.word(token)));
    if mine {
        return None;
    }
    led_by(reader, lists, floor, border, cue)
}

/// The token before `end` that opens the clause of the verb of saying at `cue`: "that", a German comma.
pub(super) fn clause_of(reader: &Reader, lists: &Lists, cue: usize, end: usize) -> Option<usize> {
    /// Whom it was told and when may stand between a verb and its clause. Tokens.
    const NEAR: usize = 8;
    (cue + 1..end).take(NEAR).find(|&token| is_that(reader, lists, token))
}

/// Whether a token opens the clause of a verb of saying.
fn is_that(reader: &Reader, lists: &Lists, token: usize) -> bool {
    let word = reader.word(token);
    in_list(THAT, word)
        || word.starts_with("qu’")
        || word.starts_with("qu'")
        || lists.language == "de" && reader.raw(token) == ","
}

/// "Laut X …", "selon X, …": the source of a sentence that opens so and has no other.
pub(super) fn according(reader: &Reader, lists: &Lists, before: Range<usize>) -> Option<Beside> {
    /// The words of each language.
    const FORMULAS: &[(&str, &[&str])] = &[
        ("de", &["laut"]),
        ("fr", &["selon"]),
        ("es", &["según"]),
        ("ru", &["по", "словам"]),
        ("ru", &["по", "мнению"]),
        ("ru", &["по", "утверждению"]),
        ("ar", &["بحسب"]),
        ("ar", &["وبحسب"]),
        ("ar", &["وفق"]),
        ("ar", &["ووفق"]),
    ];
    let floor = reader.segment.tokens.start;
    let start = floor + usize::from(in_list(ADVERBS, reader.word(floor)));
    let stands = |words: &[&str]| reader.stand_at(start, words);
    let (_, words) = FORMULAS.iter().find(|(language, words)| *language == lists.language && stands(words))?;
    let from = start + words.len();
    let source = match lists.language {
        // A German verb follows without a comma.
        "de" => {
            let article = usize::from(in_list(lists.articles, reader.word(from)));
            let name = |token: &usize| reader.is_capitalised(*token) || reader.raw(*token) == "-";
            from..from + article + (from + article..before.end).take_while(name).count()
        }
        _ => phrase_after(reader, lists, from)?,
    };
    let closed = lists.language == "de" || matches!(reader.raw(source.end), "," | "،");
    // "His analysis" is whose, and no name.
    let named = !in_list(DETERMINERS, reader.word(source.start)) && names_somebody(reader, lists, &source);
    let near = source.start >= before.start && source.end < before.end;
    (!source.is_empty() && closed && near && named).then_some((Some(source), start..from))
}

#[cfg(test)]
mod tests {
    use super::super::beside_tests::check;

    #[test]
    fn part_of_a_clause() {
        for (language, text, expected) in [
            (
                "es",
                "El ministro Luis Paz señaló el lunes que la villa vive “un momento muy largo y triste” este año.",
                "Luis Paz | “un momento muy largo y triste”",
            ),
            (
                "es",
                "Según Ana Ruiz, la villa vive “un momento muy largo y triste” este año.",
                "Ana Ruiz | “un momento muy largo y triste”",
            ),
            (
                "fr",
                "Jean Petit a affirmé que la vallée avait « perdu la moitié de ses arbres » en un an.",
                "Jean Petit | « perdu la moitié de ses arbres »",
            ),
            (
                "fr",
                "Selon Jean Petit, la vallée a « perdu la moitié de ses arbres » en un an.",
                "Jean Petit | « perdu la moitié de ses arbres »",
            ),
            (
                "de",
                "Anna Weber sagte, das Tal habe in einem Jahr „mehr als die Hälfte seiner Bäume“ verloren.",
                "Anna Weber | „mehr als die Hälfte seiner Bäume“",
            ),
            (
                "de",
                "Laut Anna Weber hat das Tal „mehr als die Hälfte seiner Bäume“ verloren.",
                "Anna Weber | „mehr als die Hälfte seiner Bäume“",
            ),
            (
                "ru",
                "Мэр Олег Ладин заявил, что долина «потеряла за год половину своих деревьев».",
                "Олег Ладин | «потеряла за год половину своих деревьев»",
            ),
            (
                "ru",
                "По словам Олега Ладина, долина «потеряла за год половину своих деревьев».",
                "Олега Ладина | «потеряла за год половину своих деревьев»",
            ),
            (
                "ru",
                "По словам Олега Ладина, «долина потеряла за год половину деревьев».",
                "Олега Ладина | «долина потеряла за год половину деревьев»",
            ),
            ("ar", "وأكد الوزير أن الطريق \"مفتوح من جديد أمام الجميع\".", "الوزير | \"مفتوح من جديد أمام الجميع\""),
            // Names and words held at arm's length.
            ("es", "El ministro señaló que la villa lee el libro “Un momento muy largo y triste” este año.", ""),
            ("es", "El ministro señaló que la villa vive en el llamado “valle de los seis ríos”.", ""),
            ("fr", "Jean Petit a affirmé que la vallée avait « tout perdu ».", ""),
            // Nobody says it.
            ("es", "La villa vive desde el lunes “un momento muy largo y triste” en este año.", ""),
            ("de", "Die Straße sagt viel. Das Tal hat „mehr als die Hälfte seiner Bäume“ verloren.", ""),
        ] {
            check(language, text, expected);
        }
    }
}
