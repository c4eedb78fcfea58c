//! What the words around a match say about what it can name.

use super::matches::Match;
use super::phrases::{is_mister, is_of_state};
use super::{Lookup, lexicon};
use crate::document::Document;
use crate::given_names::is_given_name;
use crate::kind::EntityKind;
use crate::seeds::{AliasKind, Risk};
use crate::tokens::TokenKind;

/// The words around a match, read once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Surroundings<'d> {
    /// The title or role word before it ("President").
    pub title: Option<&'d str>,
    /// Whether a preposition of place stands before it.
    pub after_preposition: bool,
    /// Whether the preposition can only be one of place: "in", not "from".
    pub in_place: bool,
    /// Whether it is the subject of saying or deciding.
    pub acts: bool,
    /// Whether the words around are those of news media: "told X", "a correspondent from X", "X reported".
    pub among_news: bool,
    /// Whether it is told, accused or warned, or stands in "ties between A and B".
    pub addressed: bool,
    /// The capitalised word before it that belongs to no other match and is neither title nor direction.
    pub stranger_before: Option<&'d str>,
    /// Whether an unknown capitalised word follows directly.
    pub stranger_after: bool,
    /// Whether a hyphen ties it to an unknown name or a number ("Mir-Hossein", "Karbala-8").
    pub hyphened: bool,
    /// Whether it is the first part of a German noun: "SPD-Politiker".
    pub compound: bool,
    /// Whether the words around it make the whole the name of something else ("Bank of England", "Washington Post").
    pub part_of_another_name: bool,
    /// Whether the words after it make the whole a ware of a firm: "Apple TV", "Charles Schwab Cup".
    pub ware: bool,
    /// Whether "State" follows and ends the name: of "Ohio State", the university.
    pub campus: bool,
    /// Whether "Native" stands before it.
    pub native: bool,
    /// Whether a direction of another language is tied to it: "Nord-Korea".
    pub quarter: bool,
    /// Whether "East" or "West" stands before it: "West Germany" is no Germany of today.
    pub half: bool,
    /// Whether "in" or "near" stands before it, "-based" or "-born" after it, or it opens a report as the place where it was written.
    pub on_the_spot: bool,
    /// Whether it is said to be a town: "Cork city".
    pub town: bool,
    /// Whether a word follows that makes the whole another place ("Dallas County").
    pub part_of_another_place: bool,
    /// Whether the words around it say that a small town of this name isn't meant: "the Alliance", "Mach 5", "said Noma".
    pub unlike_a_town: bool,
    /// Whether it says something, as persons do in the middle of a text: "said Noma", "Noma recalled".
    pub speaks: bool,
    /// The capitalised word before it that opens the sentence: a given name, or any word.
    pub opening_stranger: Option<&'d str>,
    /// Whether "of" or "for" and another name go on with it: "Democratic Party for the People".
    pub goes_on: bool,
    /// Whether a particle of Romance names and a capitalised word go on with it: "Montana de Oro".
    pub goes_on_in_romance: bool,
    /// Whether the word goes on as the name of a school or the like, where words aren't spaced: 保定学院.
    pub institution: bool,
    /// Whether a word of sport stands beside it: "Alabama coach".
    pub plays: bool,
    /// Whether whoever plays or trains for it stands beside it, or whom it plays: "Alabama coach", "Alabama versus Georgia".
    pub of_players: bool,
    /// Whether "the" stands before it and nothing that it could belong to after it: "the Amazon is vast".
    pub bare_after_the: bool,
    /// Whether somebody of a university follows: "Princeton economist".
    pub of_scholars: bool,
    /// Whether a given name follows, before which it is a title: "Nationalrat Thomas Meier".
    pub before_given_name: bool,
    /// Whether a word that is no verb of a medium follows in small letters: "the Australian national".
    pub before_noun: bool,
    /// Whether a definite article stands before it.
    pub definite: bool,
    /// Whether something of its own follows: "in Pereira's ability".
    pub owns: bool,
    /// Whether it is where somebody studied: "graduated from Princeton".
    pub of_studies: bool,
    /// Whether a given name stands right before it: "Philippe Renault".
    pub after_given_name: bool,
    /// Whether a word with a capital follows directly: "Philippe Reines".
    pub before_capital: bool,
    /// Whether "at" stands before it, as before a school or a course: "at Dartmouth".
    pub at: bool,
    /// Whether its phrase ends with it.
    pub ends: bool,
    /// Whether it is one of two names that their language ties by a dot between: マンチェスター・ユナイテッド.
    pub dotted: bool,
    /// Whether a verb in the plural follows, as clubs are written of: "Chelsea hope to win".
    pub is_many: bool,
    /// Whether an ordinal number above the first stands before it: "2. Bundesliga".
    pub ranked: bool,
    /// Whether the word for a part of a country stands before it: "the state Supreme Court".
    pub of_a_state: bool,
    /// Whether a number follows: "Falcon 9".
    pub numbered: bool,
    /// Whether what follows makes it a school of its own: "U.S. Military Academy".
    pub school: bool,
    /// Whether an indefinite article makes it a common noun, as German writes those with capitals.
    pub one_of_many: bool,
    /// Whether it is a month: "in May", "March 2018".
    pub month: bool,
    /// Whether it is a language: "in Turkish", "from German".
    pub language: bool,
    /// Whether an office of a part of a country stands beside it: "New York Gov.", "Western District of New York".
    pub of_state: bool,
    /// Whether quotation marks hold it and nothing else, as they do names of ships and engines: K 88 "Washington".
    pub alone_in_quotes: bool,
    /// Whether it is the first word of its sentence.
    pub opens_sentence: bool,
}

impl Surroundings<'_> {
    /// Whether they are those of a person's name.
    pub fn of_a_person(&self) -> bool {
        self.stranger_before.is_some() || self.stranger_after || self.hyphened || self.title.is_some()
    }
}

/// Words before a name in which a noun of the trade counts.
const NEARBY: usize = 3;
/// Words after a name in which the name that it is part of must end.
const LONGEST_NAME: usize = 6;

/// Reads the surroundings of `matches[index]`.
pub fn surroundings<'d>(document: &'d Document, matches: &[Match], index: usize, lookup: &Lookup) -> Surroundings<'d> {
    let matched = &matches[index];
    let first = document.token_at(matched.range.start);
    let mut last = document.token_at(matched.range.end.saturating_sub(1));
    if document.word(last + 1) == "." && document.text[matched.range.clone()].contains('.') {
        // The last stop of "U.S." is a token of its own.
        last += 1;
    }
    let sentence = document.sentence_of(first).map_or(first..last + 1, |found| document.sentences[found].clone());
    let word = |token: usize| if sentence.contains(&token) { document.lower(token) } else { "" };
    // Two towns side by side are a person's name ("Nelson Mandela"), so they don't vouch for each other.
    let near = index.saturating_sub(1)..(index + 2).min(matches.len());
    let is_within = |token: usize, weak: bool| {
        let Some(token) = document.tokens.get(token) else { return false };
        near.clone().any(|other| {
            let found = &matches[other];
            found.range.start < token.end
                && token.start < found.range.end
                && (weak || other == index || !is_weak(found, lookup))
        })
    };
    let is_matched = |token: usize| is_within(token, false);
    let gap = |left: usize, right: usize| {
        let (left, right) = (document.tokens.get(left)?, document.tokens.get(right)?);
        document.text.get(left.end..right.start)
    };
    let joined = |left: usize, right: usize| {
        gap(left, right).is_some_and(|gap| !gap.is_empty() && gap.chars().all(char::is_whitespace))
    };
    let is_number = |token: usize| document.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Number);
    // A name or number tied on by a hyphen without spaces.
    let tied = |hyphen: usize, other: usize| {
        let edges = (gap(hyphen.min(other), hyphen.max(other)), document.word(hyphen));
        // "Annandale-on-Hudson" is another town.
        let joint = other > hyphen && document.word(other + 1) == "-";
        edges == (Some(""), "-")
            && !is_within(other, true)
            && (document.is_capitalised(other) || is_number(other) || joint)
    };
    let titled = is_title_case(document, sentence.clone());
    let next = last + 1;
    let next_word = word(next);
    let (written, capital) = (document.word(next), document.is_capitalised(next));
    let numbered = is_number(next);
    let news = lexicon::is_news_noun(next_word);
    let opens_sentence =
        document.tokens[sentence.start.min(first)..first].iter().all(|token| token.kind == TokenKind::Punctuation);
    let mut found = Surroundings { opens_sentence, ..Surroundings::default() };
    let mut opponent = "";
    found.hyphened = gap(last, next) == Some("") && tied(next, next + 1);
    found.compound = found.hyphened && document.language == "de" && document.is_capitalised(next + 1);
    if first > sentence.start {
        // "Gen. Smith": the full stop belongs to the title.
        let before = if word(first - 1) == "." { first.saturating_sub(2) } else { first - 1 };
        let before_word = word(before);
        opponent = before_word;
        found.title = Some(before_word).filter(|word| lexicon::is_title(word) || is_mister(document, word));
        found.after_preposition = lexicon::is_place_preposition(before_word);
        let of_place = before_word == "of" && lexicon::may_follow_place(word(first.saturating_sub(2)));
        found.in_place = of_place || found.after_preposition && !matches!(before_word, "to" | "from");
        found.addressed = !document.is_capitalised(before) && lexicon::addresses(before_word) || joins(&word, first);
        // A list of people is no headline.
        let given = is_given_name(before_word) || word(before.wrapping_sub(1)) == "by";
        // Scripts without capitals show a name only by the given name before it.
        let capital = document.is_capitalised(before)
            || is_given_name(before_word) && !before_word.starts_with(char::is_lowercase);
        let strange = capital
            && joined(first - 1, first)
            && !is_matched(before)
            && found.title.is_none()
            && (!titled || given)
            && !lexicon::may_precede_place(before_word);
        if strange {
            let opens = before == sentence.start && !given;
            let stranger = if opens { &mut found.opening_stranger } else { &mut found.stranger_before };
            *stranger = Some(document.word(before));
        }
        let longer = joined(before.wrapping_sub(1), before) && document.is_capitalised(before.wrapping_sub(1));
        found.after_given_name = capital && is_given_name(before_word) && joined(first - 1, first) && !longer;
        found.at = before_word == "at";
        if matches!(before_word, "of" | "von" | "de") && before > sentence.start {
            found.part_of_another_name = document.is_capitalised(before - 1) && lexicon::owns_by_of(word(before - 1));
        }
        found.part_of_another_name |= before_word == "at" && word(before.wrapping_sub(1)) == "university";
        // "Stade de France"
        found.part_of_another_name |= document.language == "en"
            && before > sentence.start
            && document.is_capitalised(before - 1)
            && document.word(before) == before_word
            && lexicon::is_particle(before_word);
        // Only the word right before tells: "graduated from".
        found.of_studies = matches!(before_word, "from" | "at") && lexicon::is_of_studies(word(before.wrapping_sub(1)));
        found.native = before_word == "native";
        found.definite = before_word == "the" || lexicon::is_foreign_article(before_word);
        found.of_a_state =
            before_word == "state" || is_possessive(before_word) && word(before.wrapping_sub(1)) == "state";
        found.half = matches!(document.word(before), "East" | "West");
        found.quarter = first > 1 && document.word(first - 1) == "-" && lexicon::is_quarter(word(first - 2));
        found.on_the_spot = lexicon::is_on_the_spot(before_word);
        found.hyphened |= first > 1 && gap(first - 1, first) == Some("") && tied(first - 1, first - 2);
        let ends = !next_word.chars().all(char::is_alphabetic) || next_word.is_empty();
        let noun = ends || lexicon::is_small_word(next_word);
        found.ends = noun && !is_possessive(next_word);
        // "the Disney+ bundle"
        found.bare_after_the = before_word == "the" && noun && next_word != "+" && !is_possessive(next_word);
        found.unlike_a_town =
            before_word == "the" && noun || lexicon::is_foreign_article(before_word) || is_number(first - 1);
        found.speaks = ends && lexicon::is_speech(before_word);
        found.one_of_many = lexicon::is_indefinite(before_word);
        found.month = lexicon::is_before_month(before_word)
            || lexicon::is_month(word(first.saturating_sub(2)))
            || is_number(first - 1);
        found.language = lexicon::is_before_language(before_word)
            && (ends || lexicon::is_small_word(next_word) && !matches!(next_word, "and" | "or"));
    }
    // "Davis' commentary"
    let bare = matches!(next_word, "'" | "’")
        && gap(last, next) == Some("")
        && document.text[..matched.range.end].ends_with('s');
    found.owns = is_possessive(next_word) || bare;
    found.dotted =
        [document.text[..matched.range.start].chars().next_back(), document.text[matched.range.end..].chars().next()]
            .contains(&Some('・'));
    found.language |= next_word == "language";
    found.month |= numbered || lexicon::is_month(word(next + 1));
    found.numbered = numbered;
    found.institution = is_institution(&document.text[matched.range.end..]);
    found.plays = lexicon::is_sport(next_word) || word(first.wrapping_sub(1)) == "at";
    // The sentence may seem to end after the number.
    let rank = document.word(first.wrapping_sub(2));
    found.ranked = document.language == "de"
        && document.word(first.wrapping_sub(1)) == "."
        && rank.len() == 1
        && ("2"..="9").contains(&rank);
    found.is_many = lexicon::is_agentive_base(next_word);
    found.of_scholars = lexicon::is_scholar(next_word);
    found.before_given_name = capital && is_given_name(next_word);
    found.before_noun = found.owns
        || written == next_word
            && written.starts_with(char::is_alphabetic)
            && !(lexicon::is_small_word(written) || lexicon::is_speech(written) || news || lexicon::reports(written));
    let versus = |word: &str| matches!(word, "versus" | "vs" | "v");
    found.of_players = lexicon::is_player(next_word) || versus(next_word) || versus(opponent);
    let quoted = |letter: Option<char>| letter.is_some_and(|letter| matches!(letter, '"' | '“' | '”' | '„'));
    found.alone_in_quotes = quoted(document.text[..matched.range.start].chars().next_back())
        && quoted(document.text[matched.range.end..].chars().next());
    found.school = matches!(written, "Academy" | "College" | "University");
    found.goes_on_in_romance = written == next_word
        && lexicon::is_particle(next_word)
        && document.is_capitalised(next + 1)
        && !is_matched(next + 1);
    found.goes_on = matches!(next_word, "of" | "for")
        && (next + 1..next + 3).any(|token| document.is_capitalised(token) && !is_matched(token));
    found.speaks |= lexicon::is_speech(next_word);
    found.unlike_a_town |= found.speaks || numbered || next_word == "of" && document.is_capitalised(next + 1);
    // "US$3m", "New York magazine"
    found.part_of_another_name |= matches!(next_word, "$" | "magazine");
    found.in_place |= !capital && lexicon::may_follow_place(next_word);
    // "Jhelum District" is larger than its town, "Dallas District Court" no district.
    let district = matches!(written, "District" | "Province") && !document.is_capitalised(next + 1);
    // "Pueblo West" is another town than Pueblo, "Denver South" a school.
    let quarter = matches!(written, "North" | "South" | "East" | "West" | "Central")
        && joined(last, next)
        && !titled
        && !document.is_capitalised(next + 1);
    found.part_of_another_place = district || quarter || lexicon::makes_another_place(next_word);
    found.of_state = is_of_state(document, &word, first, next_word);
    found.on_the_spot |= written == "-" && matches!(word(next + 1), "based" | "born");
    found.town = matches!(written, "city" | "town");
    found.on_the_spot |= opens_sentence && matches!(written, "(" | "-" | "–" | "—");
    // "He told Tehran radio"
    found.addressed &= !news;
    let before = (first.saturating_sub(NEARBY).max(sentence.start)..first).map(word);
    found.among_news = before.into_iter().any(|word| lexicon::is_news_noun(word) || word == "told")
        || news
        || lexicon::reports(next_word)
        // What goes on with its sentence after the brackets is no credit: "Anna Huber (SZ) said".
        || (document.word(first.wrapping_sub(1)) == "("
            && written == ")"
            && !document.word(next + 1).starts_with(char::is_lowercase));
    found.before_capital = capital && sentence.contains(&next) && joined(last, next) && !titled;
    if capital && sentence.contains(&next) && joined(last, next) && !is_matched(next) {
        // "American Psychological Association": the noun that says what it is may come last.
        let reach = if titled { 1 } else { LONGEST_NAME };
        let rest = (next..sentence.end.min(next + reach))
            .take_while(|&token| document.is_capitalised(token) || matches!(document.word(token), "of" | "for"));
        for word in rest.map(word) {
            found.part_of_another_name |= lexicon::makes_another_name(word);
            found.ware |= lexicon::names_a_ware(word);
        }
        found.campus = next_word == "state" && !titled && !document.is_capitalised(next + 1);
        found.stranger_after = !titled
            && !lexicon::may_follow_place(next_word)
            && !lexicon::is_title(next_word)
            && !lexicon::may_precede_place(next_word);
    }
    let following = (next..sentence.end).map(word).take_while(|word| word.chars().all(char::is_alphabetic));
    found.acts = lexicon::acts(following);
    found
}

fn is_possessive(word: &str) -> bool {
    matches!(word, "'s" | "’s")
}

/// Whether `rest` goes on in Chinese characters to the word for a school, a hospital or a bank, as in 里昂国立应用科学院 or 東京女子医大.
fn is_institution(rest: &str) -> bool {
    const LONGEST: usize = 8;
    let mut before = ' ';
    for letter in rest.chars().take(LONGEST) {
        if matches!((before, letter), ('大', '学') | ('学' | '医' | '病', '院') | ('医', '大') | ('银', '行'))
        {
            return true;
        }
        // Small words end the name before it does.
        if !('\u{4e00}'..='\u{9fff}').contains(&letter)
            || matches!(letter, '的' | '在' | '与' | '和' | '是' | '了' | '到')
        {
            break;
        }
        before = letter;
    }
    false
}

/// Whether a match can be nothing but a town, a surname or what else needs support itself.
fn is_weak(matched: &Match, lookup: &Lookup) -> bool {
    matched.candidates.iter().all(|candidate| {
        let kind = lookup.entity(candidate.handle).map(|entity| entity.kind);
        let surname = kind == Some(EntityKind::Person) && candidate.form == AliasKind::Short;
        surname
            || (candidate.form != AliasKind::Demonym
                && (kind == Some(EntityKind::City) || candidate.risk == Risk::Context))
    })
}

/// Whether the match at token `first` stands in "ties with X", "talks between X and Y".
fn joins<'w>(word: &dyn Fn(usize) -> &'w str, first: usize) -> bool {
    let back = |steps: usize| first.checked_sub(steps).map(word).unwrap_or_default();
    let noun_before =
        |steps: usize| lexicon::joins_governments(back(steps)) || lexicon::joins_governments(back(steps + 1));
    match back(1) {
        "between" | "with" => noun_before(2),
        "and" => back(3) == "between" && noun_before(4),
        _ => false,
    }
}

/// Whether every longer word of the sentence is capitalised, as in a headline: capitals say nothing there. In a list of names they do.
fn is_title_case(document: &Document, sentence: std::ops::Range<usize>) -> bool {
    /// Shorter words stay small in headlines too, and so do a few longer prepositions.
    const LONG_WORD: usize = 4;
    const SMALL: &[&str] = &["from", "with", "over", "into", "after", "amid", "than", "that", "near"];
    let (mut long, mut commas) = (0, 0);
    for token in sentence {
        let word = document.word(token);
        if document.tokens[token].kind != TokenKind::Word {
            commas += usize::from(word == ",");
            continue;
        }
        if word.chars().count() >= LONG_WORD && !SMALL.contains(&word) {
            if !document.is_capitalised(token) {
                return false;
            }
            long += 1;
        }
    }
    let is_list = commas >= 3 && commas * 3 >= long;
    long >= 3 && !is_list
}
