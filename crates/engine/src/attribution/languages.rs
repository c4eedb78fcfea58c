//! Quotations in German, French, Spanish, Russian and Arabic: a cue of the language beside the marks, and the phrase beside
//! the cue. Paraphrase needs more grammar than lists hold; it is sought in English alone.

use super::phrases::{Reader, segments};
use super::quotes::{Quotation, scan};
use super::{Act, Attribution, Directness, SourceKind, Voice};
use crate::document::Document;
use crate::kind::EntityKind;
use crate::mentions::Mention;
use std::ops::Range;

/// The words by which one language reports a quotation, in lower case.
struct Lists {
    language: &'static str,
    /// Verbs of saying, and words that stand for one after a quotation ("selon").
    cues: &'static str,
    /// Helping verbs before a participle: "a déclaré".
    helping: &'static str,
    /// He and she.
    pronouns: &'static str,
    /// Words that no source goes on over.
    borders: &'static str,
    /// Whether the subject follows its verb wherever it stands.
    verb_first: bool,
}

const LANGUAGES: &[Lists] = &[
    Lists {
        language: "de",
        cues: "sagte sagt sagten erklärte erklärt erklärten betonte betont schrieb schreibt meinte meint berichtete warnte \
            forderte kritisierte ergänzte antwortete fragte behauptete bekräftigte versicherte gesagt geschrieben so laut",
        helping: "hat haben hatte",
        pronouns: "er sie",
        borders: "am im in bei nach dass und auf gegenüber vor zu mit als wie dem",
        verb_first: false,
    },
    Lists {
        language: "fr",
        cues: "déclaré dit affirmé expliqué ajouté indiqué estimé assuré précisé souligné annoncé écrit répondu lancé confié \
            rappelé insisté regretté dénoncé martelé déclare affirme explique ajoute indique estime assure précise souligne \
            répond lance confie rappelle insiste regrette dénonce selon",
        helping: "a ont avait avaient",
        pronouns: "il elle",
        borders: "à au aux dans lors sur devant en que qui et après mardi lundi mercredi jeudi vendredi samedi dimanche",
        verb_first: false,
    },
    Lists {
        language: "es",
        cues: "dijo dice afirmó aseguró explicó añadió señaló declaró indicó subrayó escribió respondió advirtió anunció \
            denunció manifestó agregó sostuvo apuntó insistió comentó dicho afirmado declarado asegurado afirma asegura \
            explica añade según",
        helping: "ha han había",
        pronouns: "él ella",
        borders: "en a al ante durante que y tras este lunes martes miércoles jueves viernes sábado domingo",
        verb_first: false,
    },
    Lists {
        language: "ru",
        cues: "сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили отметил отметила отметили добавил \
            добавила подчеркнул подчеркнула написал написала рассказал рассказала пояснил пояснила объяснил уточнил уточнила \
            говорит пишет",
        helping: "",
        pronouns: "он она",
        borders: "в во на что и по журналистам",
        verb_first: false,
    },
    Lists {
        language: "ar",
        cues: "قال قالت وقال وقالت أضاف أضافت وأضاف وأضافت أكد أكدت وأكد وأكدت صرح صرحت وصرح أوضح أوضحت وأوضح أعلن أعلنت \
            وأعلن كتب كتبت وكتب ذكر ذكرت وذكر شدد وشدد تابع وتابع",
        helping: "",
        pronouns: "",
        borders: "في إن أن إنه خلال على للصحفيين أمس اليوم",
        verb_first: true,
    },
];

/// A longer phrase beside a cue was misread. Tokens.
const LONGEST_SOURCE: usize = 9;
/// A shorter quotation is a name, a title or a word held at arm's length. Words.
const SHORTEST_QUOTATION: usize = 3;

/// Whether quotations are attributed in texts of that language.
pub fn supports(language: &str) -> bool {
    LANGUAGES.iter().any(|lists| lists.language == language)
}

/// The quotations of a document in one of the languages, with their sources.
pub fn attribute(document: &Document, mentions: &[Mention]) -> Vec<Attribution> {
    let Some(lists) = LANGUAGES.iter().find(|lists| lists.language == document.language) else { return Vec::new() };
    let quotations = scan(document);
    let mut found: Vec<Attribution> = Vec::new();
    for segment in segments(document, &quotations) {
        let reader = Reader::new(document, &segment, &quotations);
        for quotation in reader.quotations() {
            let taken = |other: &Attribution| other.content.contains(&quotation.range);
            if words_in(&reader, quotation) < SHORTEST_QUOTATION || found.last().is_some_and(taken) {
                continue;
            }
            let beside = after(&reader, lists, quotation).or_else(|| before(&reader, lists, quotation));
            let Some((source, cue)) = beside else { continue };
            let goes_on = next_quotation(&reader, source.end.max(cue.end));
            let (speaker, kind) = voice(&reader, lists, &source, mentions, &found);
            found.push(Attribution {
                source: vec![reader.bytes(source)],
                cue: vec![reader.bytes(cue)],
                content: std::iter::once(quotation.range.clone()).chain(goes_on).collect(),
                speaker: Some(speaker),
                outlet: None,
                relayed_by: None,
                kind,
                directness: Directness::Direct,
                act: Act::Statement,
                hedge: None,
                confidence: 0.8,
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

/// "«…», a déclaré le ministre": the cue at once after the quotation, the source after the cue.
fn after(reader: &Reader, lists: &Lists, quotation: &Quotation) -> Option<(Range<usize>, Range<usize>)> {
    /// Marks and a helping verb may stand between.
    const NEAR: usize = 4;
    let end = reader.document.token_at(quotation.range.end);
    let near = end..(end + NEAR).min(reader.segment.tokens.end);
    let cue = near.clone().find(|&token| in_list(lists.cues, reader.word(token)))?;
    let between = (end..cue).filter(|&token| reader.is_word(token));
    let start = between.clone().next().unwrap_or(cue);
    between.clone().all(|token| in_list(lists.helping, reader.word(token))).then_some(())?;
    phrase_after(reader, lists, cue + 1).map(|source| (source, start..cue + 1))
}

/// "Le ministre a déclaré : «…»": the cue before the quotation, the source on the side that has words.
fn before(reader: &Reader, lists: &Lists, quotation: &Quotation) -> Option<(Range<usize>, Range<usize>)> {
    let open = reader.document.token_at(quotation.range.start);
    let floor = reader.segment.tokens.start;
    let lead = open.checked_sub(1).filter(|&token| token >= floor && matches!(reader.raw(token), ":" | ","))?;
    let reach = lead.saturating_sub(2 * LONGEST_SOURCE).max(floor);
    let cue = (reach..lead).rev().find(|&token| in_list(lists.cues, reader.word(token)) && !reader.is_quoted(token))?;
    let helping = cue > floor && in_list(lists.helping, reader.word(cue - 1));
    let start = cue - usize::from(helping);
    let subject = phrase_before(reader, floor, start).filter(|_| !lists.verb_first);
    let source = subject.or_else(|| phrase_after(reader, lists, cue + 1).filter(|source| source.end <= lead))?;
    Some((source, start..cue + 1))
}

fn phrase_after(reader: &Reader, lists: &Lists, from: usize) -> Option<Range<usize>> {
    let limit = reader.segment.tokens.end.min(from + LONGEST_SOURCE);
    let goes_on = |token: usize| {
        let initial = reader.raw(token) == "." && reader.raw(token.wrapping_sub(1)).chars().count() == 1;
        let joins = matches!(reader.raw(token), "-" | "’" | "'") || initial;
        (reader.is_word(token) || joins) && !reader.is_quoted(token) && !in_list(lists.borders, reader.word(token))
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
    earlier: &[Attribution],
) -> (Voice, SourceKind) {
    let bytes = reader.bytes(source.clone());
    let last = earlier.last().and_then(|last| Some((last.speaker.clone()?, last.kind)));
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
    if let Some(mention) = mentions.iter().filter(inside).max_by_key(|mention| mention.kind == EntityKind::Person) {
        let kind = match mention.kind {
            EntityKind::Person => SourceKind::Person,
            EntityKind::Outlet => SourceKind::Outlet,
            _ => SourceKind::Organisation,
        };
        let (entity, label) = (Some(mention.entity.clone()), Some(mention.label.clone()));
        return (Voice { text: text(&mention.range), range: Some(mention.range.clone()), entity, label }, kind);
    }
    let capitals = source.clone().filter(|&token| reader.is_capitalised(token)).count();
    let kind = if capitals > 1 { SourceKind::Person } else { SourceKind::Anonymous };
    (Voice { text: text(&bytes), range: Some(bytes), entity: None, label: None }, kind)
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
