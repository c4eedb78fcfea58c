//! Says whether a name and the words right beside it are the name of a thing: a dish, a breed, a street, a river, a team.

use super::lexicon;
use super::matches::Candidate;
use super::surroundings::Surroundings;
use crate::document::Document;
use crate::kind::EntityKind;
use crate::pack::records::EntityRecord;
use crate::seeds::{AliasKind, Risk};
use crate::words::word_lists;
use std::ops::Range;

/// The words right beside a match, and what they make of it.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Phrase {
    /// It is a kind of thing, which the land says nothing of: "English ivy", "Wellington boots", "Météo-France".
    sort: bool,
    /// It is a street or a quarter called after a place: "calle Florida", "barrio de Palermo", "Piazza Venezia".
    street: bool,
    /// It is a river, a forest or the like: "the Amazon River".
    landscape: bool,
    /// It is a university: "Uni Köln", "Universität Duisburg-Essen".
    school: bool,
    /// It is a team, a force or a paper called after its town: 马德里队, "«Барселона»", فيلق القدس.
    team: bool,
    /// It is "Texas A&M".
    and_more: bool,
    /// "at Arkansas", and nobody looks or aims at it.
    at_campus: bool,
    /// An article stands before it that cities of its language don't have: "el Brighton", "la Roma".
    article: bool,
    /// It is an office that somebody holds, by the words before it: "assistant GM", "the GM said".
    post: bool,
    /// Nothing stands before it in its clause.
    bare: bool,
    /// What it says or is going to do follows: "said", "will".
    says: bool,
    /// It is a ware called after its firm: "Disney+".
    plus: bool,
    /// It stands in a line of links that says where on a site a page is: "Home > World > Europe".
    trail: bool,
    /// It is no chamber but somebody who sits in it: "als Ständerat", "der Zürcher Ständerat".
    member: bool,
    /// It is a seat that stands for its government whatever it does, for no town is called so: "a Kremlin spokesman", not "in the Kremlin".
    pub(super) seat: bool,
    /// A word stands before it that makes a seat of government a building: "in the Kremlin".
    pub(super) within: bool,
    /// The language is English.
    english: bool,
}

impl Phrase {
    pub(super) fn read(document: &Document, range: &Range<usize>) -> Self {
        let first = document.token_at(range.start);
        let last = document.token_at(range.end.saturating_sub(1));
        let before = |steps: usize| first.checked_sub(steps).map_or("", |token| document.lower(token));
        let (next, written) = (document.lower(last + 1), document.word(last + 1));
        let spaced = document.text[range.end..].starts_with(' ');
        let english = document.language == "en";
        let in_small = written == next && spaced;
        // "avenida de Mayo", "barrio de Palermo"
        let of = matches!(before(1), "de" | "del" | "do" | "di" | "della");
        let noun = if of { before(2) } else { before(1) };
        let romance = matches!(document.language, "es" | "it" | "pt" | "fr" | "ca");
        let guillemets = document.text[..range.start].ends_with('«') && document.text[range.end..].starts_with('»');
        let article = match document.language {
            "it" => is_italian_article(before(1)),
            "es" => matches!(before(1), "el" | "al" | "del"),
            _ => false,
        };
        // "in the Kremlin", "dans le Kremlin"
        let place = if is_an_article(before(1)) { before(2) } else { before(1) };
        Self {
            sort: english && in_small && is_sort(next)
                || document.language == "fr"
                    && document.text[..range.start].ends_with('-')
                    && matches!(before(2), "météo" | "radio" | "télé"),
            street: romance && is_street(noun),
            landscape: english && spaced && is_landscape(next),
            school: is_school(before(1)) || document.word(first.wrapping_sub(1)) == "-" && is_school(before(3)),
            team: guillemets && document.language == "ru"
                || matches!(before(1), "فيلق" | "سرايا" | "قوة" | "لواء" | "كتائب" | "نادي" | "صحيفة" | "جريدة")
                || document.language == "zh" && document.text[range.end..].starts_with(['队', '隊']),
            and_more: spaced && written == "A" && document.word(last + 2) == "&",
            at_campus: english && before(1) == "at" && !is_of_looking(before(2)),
            article,
            post: matches!(
                before(1),
                "the" | "a" | "'s" | "’s" | "assistant" | "team" | "former" | "new" | "deputy" | "his" | "their"
            ),
            bare: !before(1).starts_with(char::is_alphanumeric),
            says: english
                && (lexicon::is_speech(next)
                    || matches!(next, "announced" | "will" | "would" | "has" | "had" | "cancelled")),
            plus: document.text[range.end..].starts_with('+'),
            trail: is_trail(line_of(document.text, range)),
            member: document.language == "de"
                && matches!(&document.text[range.clone()], "Ständerat" | "Nationalrat")
                && !matches!(before(1), "der" | "dem" | "den" | "im" | "vom" | "beim" | "zum" | "ans" | "ins"),
            seat: english && is_seat(&document.text[range.clone()]) && !is_where(place),
            within: is_where(place),
            english,
        }
    }

    /// Whether the candidate isn't meant for it.
    pub(super) fn excludes(
        &self,
        form: &str,
        candidate: &Candidate,
        record: &EntityRecord,
        around: &Surroundings,
    ) -> bool {
        let place = record.kind.is_place();
        let local = matches!(record.kind, EntityKind::City | EntityKind::Region);
        let demonym = candidate.form == AliasKind::Demonym;
        let company = record.kind == EntityKind::Company;
        let short = candidate.form == AliasKind::Acronym && candidate.risk == Risk::Context && form.len() <= 2;
        let body = record.kind == EntityKind::Organisation;
        self.trail
            || self.plus && (company || record.kind == EntityKind::Outlet)
            || self.member && body
            || self.sort && (place || demonym || company || body)
            || (self.street || self.and_more) && place
            || self.landscape && company
            || self.school && local
            || self.team && local
            || self.at_campus && around.ends && record.kind == EntityKind::Region && !demonym
            || self.article && record.kind == EntityKind::City && !takes_article(form)
            || self.post && company && short && !around.before_noun
            // "Swiss said it would fly again": an airline. People are "the Swiss".
            || self.says && self.bare && demonym
            // "the Anglo-American relationship"
            || self.english && company && record.label.contains(' ') && record.label.replace(' ', "-") == form
            // "the dictator Ferdinand Marcos": his father, as far as the text says.
            || record.kind == EntityKind::Person && record.label.ends_with(" Jr.") && around.stranger_before.is_some()
    }
}

/// Whether an office of a part of a country stands beside the name at token `first`, or the word for one before it: "New York Gov.",
/// "Western District of New York", "im Bundesstaat Georgia", "estado de Georgia".
pub(super) fn is_of_state<'w>(document: &Document, word: &dyn Fn(usize) -> &'w str, first: usize, next: &str) -> bool {
    let before = |steps: usize| word(first.wrapping_sub(steps));
    let of = matches!(before(1), "of" | "de" | "di") && !is_state_itself(document, first);
    lexicon::is_state_office(next) || before(1) == "bundesstaat" || of && lexicon::is_state_office(before(2))
}

/// Whether the word before "de" and the name at token `first` is the State as such, which Romance languages write with a capital: "el
/// Estado de Guatemala".
pub(super) fn is_state_itself(document: &Document, first: usize) -> bool {
    matches!(document.language, "es" | "pt" | "it")
        && document.word(first.wrapping_sub(2)).starts_with(char::is_uppercase)
}

/// The line of `text` that `range` stands in.
fn line_of<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[range.end..].find('\n').map_or(text.len(), |at| range.end + at);
    &text[start..end]
}

/// Whether a line is short and ties words by arrows, as those do that say where on a site a page is.
fn is_trail(line: &str) -> bool {
    /// A longer line is running text. Bytes.
    const LONGEST: usize = 120;
    let arrows = || [" > ", " › ", " » ", " → "].iter().any(|arrow| line.contains(arrow));
    line.len() <= LONGEST && !line.contains('«') && !line.ends_with(['.', '!', '?']) && arrows()
}

/// Whether the form is a seat of a government, and neither a town nor a word.
fn is_seat(form: &str) -> bool {
    matches!(
        form,
        "Kremlin"
            | "White House"
            | "Downing Street"
            | "Elysee"
            | "Elysée"
            | "Élysée"
            | "Casa Rosada"
            | "Planalto"
            | "Malacañang"
    )
}

/// Whether the word is French for "Mr" or "Mrs", as it is written before surnames: "M. Peskov".
pub(super) fn is_mister(document: &Document, word: &str) -> bool {
    document.language == "fr" && matches!(word, "m" | "mm" | "mme" | "mmes" | "mlle")
}

/// Whether the city has an article of its own in Spanish or Italian, which is no part of the form: "al Cairo", "del Callao".
fn takes_article(form: &str) -> bool {
    matches!(form, "Cairo" | "Callao" | "Cusco" | "Cuzco")
}

/// Nouns after an adjective of a people, or a place, that make it a kind of dish, animal, plant, illness or thing.
const SORTS: &str = "ivy fries toast pastry pastries pancake pancakes yogurt yoghurt salad dressing muffin muffins breakfast sausage \
    sausages sprouts mustard duck bacon pudding delight omelette chard shepherd shepherds bulldog bulldogs setter setters \
    terrier terriers spaniel spaniels retriever greyhound malinois pointer goose geese cat cats cow cows pony ponies hamster pig \
    pigs tiger tigers crocodile sheepdog mastiff nut nuts oven ovens roulette flu measles pox encephalitis disease syndrome virus \
    fever knife knives doll dolls hat hats boots braids manicure bath blinds chestnut oak elm fir spruce whist horn";
/// Lower-case or capitalised nouns after a firm's name that make it a part of the land.
const LANDSCAPES: &str = "river basin rainforest forest forests jungle delta valley region tribe tribes tribesmen island mountains \
    hills coast peninsula glacier";
/// Words of streets and quarters in Romance languages, before the place that they are called after.
const STREETS: &str = "calle avenida avda plaza plazuela paseo barrio urbanización glorieta via viale piazza piazzale rua praça alameda \
    bairro rue avenue boulevard quai carrer plaça avinguda passeig";
/// Universities, where the town's name follows without "of".
const SCHOOLS: &str = "universität uni hochschule fachhochschule université universidad universidade università universitat \
    uniwersytet";
/// Words before "at" by which somebody looks or aims at what follows.
const LOOKING: &str = "look looks looked looking aim aims aimed aiming anger angry directed targeted levelled leveled glance \
    glanced glancing point pointed pointing fired laughed mad money";
/// Words before a seat of government that make it a building.
const WHERE: &str = "in inside outside near at around into onto over across opposite behind from en dans devant derrière im vor nel nella dentro";
/// Articles between such a word and the seat.
const ARTICLES: &str = "the el la le dem den";
/// Italian articles, alone and with prepositions, which stand before hardly a city.
const ITALIAN_ARTICLES: &str = "il lo la del dello della al allo alla dal dallo dalla sul sulla";

word_lists! {
    /// Whether the word after a people's or a place's name makes it a kind of thing.
    is_sort: SORTS;
    /// Whether the word after a firm's name makes it a part of the land.
    is_landscape: LANDSCAPES;
    /// Whether a street or a quarter goes by the name after the word.
    is_street: STREETS;
    /// Whether the name after the word is a university's.
    is_school: SCHOOLS;
    /// Whether somebody looks or aims "at" what follows.
    is_of_looking: LOOKING;
    /// Whether a building follows the word, rather than who governs there.
    is_where: WHERE;
    /// Whether it is an article.
    is_an_article: ARTICLES;
    /// Whether it is an Italian article.
    is_italian_article: ITALIAN_ARTICLES;
}
