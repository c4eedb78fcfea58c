//! Drawn examples of mentions, on a small world of their own.

use crate::drawn_world::engine_of;
use crate::{Engine, PlainOptions};

mod borne_alike;
mod called_alike;
mod claims;
mod namesakes;
mod namesakes_beside;
mod other_meanings;
mod parts;
mod parts_of_countries;
mod properties;
mod senses;
mod spellings;
mod things_beside;

const WORLD: &str = r#"
entity = [
  { id = "wd:Q1", kind = "country", label = "Syria", description = "A country.", prominence = 80, aliases = [{ text = "Syrian", kind = "demonym" }, { text = "Syrians", kind = "demonym" }, { text = "سوريا", lang = "ar", kind = "native" }, { text = "סוריה", lang = "he", kind = "native" }, { text = "Сирия", lang = "ru", kind = "native" }, { text = "Syrien", lang = "de", kind = "native" }, { text = "叙利亚", lang = "zh", kind = "native" }, { text = "シリア", lang = "ja", kind = "native" }, { text = "ซีเรีย", lang = "th", kind = "native" }] },
  { id = "wd:Q2", kind = "country", label = "Jordan", description = "A country.", prominence = 75, aliases = [{ text = "Jordanian", kind = "demonym" }] },
  { id = "wd:Q3", kind = "country", label = "United States", description = "A country.", prominence = 95, same_as = ["iso:US"], aliases = [{ text = "US", kind = "acronym" }, { text = "U.S.", kind = "acronym" }] },
  { id = "wd:Q4", kind = "country", label = "France", description = "A country.", prominence = 85 },
  { id = "wd:Q5", kind = "country", label = "England", description = "A country.", prominence = 80 },
  { id = "gn:1", kind = "city", label = "Damascus", description = "A city.", country = "wd:Q1", prominence = 70, aliases = [{ text = "Дамаск", lang = "ru", kind = "native" }] },
  { id = "gn:2", kind = "city", label = "Amman", description = "A city.", country = "wd:Q2", prominence = 70 },
  { id = "gn:3", kind = "city", label = "Paris", description = "A city.", country = "wd:Q4", prominence = 80 },
  { id = "gn:4", kind = "city", label = "Paris", description = "A city in Texas.", country = "wd:Q3", lat = 33.7, lon = -95.6, prominence = 30 },
  { id = "gn:5", kind = "city", label = "Washington", description = "A city.", country = "wd:Q3", prominence = 80 },
  { id = "gn:6", kind = "city", label = "Tripoli", description = "A city.", country = "wd:Q1", prominence = 50 },
  { id = "gn:7", kind = "city", label = "Tripoli", description = "Another city.", country = "wd:Q2", prominence = 55 },
  { id = "gn:8", kind = "place", label = "al-Waer", description = "A district.", country = "wd:Q1", prominence = 30 },
  { id = "gn:9", kind = "city", label = "Nice", description = "A city.", country = "wd:Q4", aliases = [{ text = "Nice", risk = "context" }], prominence = 50 },
  { id = "gn:10", kind = "city", label = "Nelson", description = "A town.", country = "wd:Q5", prominence = 35 },
  { id = "gn:11", kind = "city", label = "Mandela", description = "A town.", country = "wd:Q4", prominence = 35 },
  { id = "gn:12", kind = "city", label = "Gary", description = "A town.", country = "wd:Q3", prominence = 35, aliases = [{ text = "Gary", risk = "context" }] },
  { id = "x:gov-sy", kind = "government", label = "Government of Syria", description = "A government.", country = "wd:Q1", prominence = 60, aliases = [{ text = "Damascus", kind = "metonym", risk = "context" }] },
  { id = "x:gov-jo", kind = "government", label = "Government of Jordan", description = "A government.", country = "wd:Q2", prominence = 60, aliases = [{ text = "Amman", kind = "metonym", risk = "context" }] },
  { id = "x:assad", kind = "person", label = "Bashar al-Assad", description = "A person.", country = "wd:Q1", prominence = 70, aliases = [{ text = "Assad", kind = "short", risk = "context" }] },
  { id = "x:barrazi", kind = "person", label = "Talal Barrazi", description = "A person.", country = "wd:Q1" },
  { id = "x:army", kind = "armed_group", label = "Syrian Arab Army", description = "An army.", country = "wd:Q1", aliases = [{ text = "SAA", kind = "acronym", risk = "context" }] },
  { id = "x:fsa", kind = "armed_group", label = "Free Syrian Army", description = "A group.", country = "wd:Q1" },
  { id = "x:moon", kind = "person", label = "Moon Jae-in", description = "A person.", country = "wd:Q2", aliases = [{ text = "Moon", kind = "short", risk = "context" }] },
  { id = "x:blog", kind = "outlet", label = "Moon of Alabama", description = "A blog." },
  { id = "x:old", kind = "armed_group", label = "Old Guard", description = "A group.", aliases = [{ text = "Home Army", to = "2017-01-27" }] },
  { id = "x:new", kind = "armed_group", label = "New Guard", description = "A group.", aliases = [{ text = "Home Army", from = "2017-01-28" }] },
  { id = "x:wire", kind = "outlet", label = "Wire Agency", description = "An agency.", aliases = [{ text = "WA", kind = "acronym", risk = "context" }] },
  { id = "x:league", kind = "organisation", label = "the Arab League", description = "A body." },
  { id = "x:times", kind = "outlet", label = "The Times", description = "A paper." },
  { id = "x:is", kind = "armed_group", label = "Islamic State", description = "A group.", aliases = [{ text = "IS", kind = "acronym" }] },
  { id = "x:may", kind = "person", label = "Theresa May", description = "A person.", country = "wd:Q5", aliases = [{ text = "May", kind = "short", risk = "context" }] },
  { id = "x:aw", kind = "outlet", label = "Alpha Wire", description = "An agency.", aliases = [{ text = "AW", kind = "acronym", risk = "context" }] },
  { id = "gn:13", kind = "region", label = "Texas", description = "A state.", country = "wd:Q3", lat = 31.2, lon = -100.1, prominence = 55 },
  { id = "gn:6254925", kind = "region", label = "Kentucky", description = "A state.", country = "wd:Q3", prominence = 55 },
  { id = "gn:14", kind = "region", label = "Québec", description = "A province.", prominence = 55 },
  { id = "x:who", kind = "organisation", label = "World Health Organization", description = "A body.", aliases = [{ text = "WHO", kind = "acronym" }] },
]
"#;

fn engine() -> Engine {
    engine_of(WORLD)
}

/// Checks what is marked in `text` with the seeds `world`: the words and the entity of each mark.
#[track_caller]
fn check_marks(world: &str, language: &str, text: &str, expected: &[(&str, &str)]) {
    let options = PlainOptions { language: Some(language.into()), date: None };
    let found = engine_of(world).annotate_plain(text, &options).mentions;
    let shown = found.iter().filter(|mention| mention.shown);
    let marks: Vec<(&str, &str)> =
        shown.map(|mention| (&text[mention.range.clone()], mention.entity.as_str())).collect();
    assert_eq!(marks, expected, "{text}");
}

/// Checks the shown mentions of English `text` against lines that draw each span and name its entity.
#[track_caller]
fn check(text: &str, drawn: &[&str]) {
    check_in("en", text, drawn);
}

/// The same in another language.
#[track_caller]
fn check_in(language: &str, text: &str, drawn: &[&str]) {
    let found = engine().annotate_plain(text, &PlainOptions { language: Some(language.into()), date: None });
    let lines: Vec<String> = found
        .mentions
        .iter()
        .filter(|mention| mention.shown)
        .map(|mention| {
            let indent = text[..mention.range.start].chars().count();
            let width = text[mention.range.clone()].chars().count();
            format!("{}{} {}", " ".repeat(indent), "^".repeat(width), mention.entity)
        })
        .collect();
    assert_eq!(lines, drawn, "\n{text}\n{}\n", lines.join("\n"));
}

/// The entities marked in `text`, in order.
fn marked(text: &str, language: &str) -> Vec<String> {
    let found = engine().annotate_plain(text, &PlainOptions { language: Some(language.into()), date: None });
    found.mentions.into_iter().filter(|mention| mention.shown).map(|mention| mention.entity).collect()
}

#[test]
fn names_in_other_spellings() {
    check(
        "Syria’s district of al-Waer, also Al Waer or el-Waer",
        &[
            "^^^^^ wd:Q1",
            "                    ^^^^^^^ gn:8",
            "                                  ^^^^^^^ gn:8",
            "                                             ^^^^^^^ gn:8",
        ],
    );
    check("the Syrian-Jordan border", &["    ^^^^^^ wd:Q1", "           ^^^^^^ wd:Q2"]);
}

#[test]
fn the_is_no_part_of_a_name_that_stands_without_it() {
    check(
        "The Arab League met the Arab League.",
        &["    ^^^^^^^^^^^ x:league", "                        ^^^^^^^^^^^ x:league"],
    );
    check(
        "The Times wrote it. In the Times. Times change.",
        &["^^^^^^^^^ x:times", "                       ^^^^^^^^^ x:times"],
    );
}

#[test]
fn capitals_matter() {
    check("The US told us who the WHO is.", &["    ^^ wd:Q3", "                       ^^^ x:who"]);
    check("THEY TOLD US ABOUT DAMASCUS", &["                   ^^^^^^^^ gn:1"]);
    check("In the U.S. they met.", &["       ^^^^ wd:Q3"]);
}

#[test]
fn capitals_of_countries_stand_for_governments_only_as_actors() {
    check("Damascus has warned Amman against it.", &["^^^^^^^^ x:gov-sy", "                    ^^^^^ x:gov-jo"]);
    check("Rebels left Damascus for Amman.", &["            ^^^^^^^^ gn:1", "                         ^^^^^ gn:2"]);
    check("Damascus was shelled.", &["^^^^^^^^ gn:1"]);
    check(
        "Ties between Damascus and Amman froze.",
        &["             ^^^^^^^^ x:gov-sy", "                          ^^^^^ x:gov-jo"],
    );
}

#[test]
fn short_forms_need_support() {
    check("Syria is ruled by President Assad.", &["^^^^^ wd:Q1", "                            ^^^^^ x:assad"]);
    check("The singer met Assad.", &[]);
    check("In Syria, Rifaat Assad spoke.", &["   ^^^^^ wd:Q1"]);
    check("SAA shares rose.", &[]);
    check(
        "The Syrian Arab Army (SAA) came. The SAA left.",
        &[
            "    ^^^^^^^^^^^^^^^^ x:army",
            "                      ^^^ x:army",
            "                                     ^^^ x:army",
        ],
    );
    check("The school Spring in Jordan (SIJ) opened. SIJ is new.", &["                     ^^^^^^ wd:Q2"]);
    check(
        "Talal Barrazi came. Then Barrazi left.",
        &["^^^^^^^^^^^^^ x:barrazi", "                         ^^^^^^^ x:barrazi"],
    );
}

#[test]
fn outlets_are_known_by_the_trade_around_them() {
    check("A correspondent from WA was there.", &["                     ^^ x:wire"]);
    check("He told WA so.", &["        ^^ x:wire"]);
    check("Seattle, WA is rainy.", &[]);
}

#[test]
fn longer_names_claim_their_parts() {
    check("The Free Syrian Army left.", &["    ^^^^^^^^^^^^^^^^ x:fsa"]);
    check("Paris Hilton read the Washington Post at the Bank of England.", &[]);
    check("The author Jack Paris wrote.", &[]);
    check("He quoted Nelson Mandela twice.", &[]);
    check("In the US, Gary said no.", &["       ^^ wd:Q3"]);
    check("In the US, near Gary.", &["       ^^ wd:Q3", "                ^^^^ gn:12"]);
}

#[test]
fn one_letter_off_a_long_name() {
    check("The blogger Moon of Alabma wrote.", &["            ^^^^^^^^^^^^^^ x:blog"]);
    check("A Moon of Alabama.", &["  ^^^^^^^^^^^^^^^ x:blog"]);
    check("The Damask was fine.", &[]);
    check("The blogger Moon wrote.", &[]);
}

#[test]
fn the_page_decides_between_namesakes() {
    check("In Jordan, Tripoli is far.", &["   ^^^^^^ wd:Q2", "           ^^^^^^^ gn:7"]);
    check("In Syria, Tripoli is far.", &["   ^^^^^ wd:Q1", "          ^^^^^^^ gn:6"]);
    check("They met in Paris.", &["            ^^^^^ gn:3"]);
    check("Nice work.", &[]);
    check("In France they met near Nice.", &["   ^^^^^^ wd:Q4", "                        ^^^^ gn:9"]);
}

#[test]
fn the_page_date_decides_whose_name_it_was() {
    for (date, entity) in [("2016-05-01", "x:old"), ("2017-05-22", "x:new")] {
        let options = PlainOptions { language: Some("en".into()), date: crate::date::Date::parse(date).ok() };
        let found = engine().annotate_plain("The Home Army left.", &options);
        assert_eq!(
            found.mentions.iter().map(|mention| mention.entity.as_str()).collect::<Vec<_>>(),
            [entity],
            "{date}"
        );
    }
}

#[test]
fn without_a_pack_nothing_is_found() {
    let found = Engine::new().annotate_plain("Damascus has warned Amman.", &PlainOptions::default());
    assert!(found.mentions.is_empty());
}
