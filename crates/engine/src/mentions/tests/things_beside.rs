//! Drawn examples of names that are a thing's with the words beside them: dishes, streets, rivers, teams, schools.

use super::check_marks;

const WORLD: &str = r#"
entity = [
  { id = "x:us", kind = "country", label = "United States", description = "A country.", prominence = 90, aliases = [{ text = "American", kind = "demonym" }] },
  { id = "x:france", kind = "country", label = "France", description = "A country.", prominence = 85, aliases = [{ text = "French", kind = "demonym" }, { text = "Francia", lang = "es", kind = "native" }] },
  { id = "x:swiss", kind = "country", label = "Switzerland", description = "A country.", prominence = 80, aliases = [{ text = "Swiss", kind = "demonym" }] },
  { id = "x:jamaica", kind = "country", label = "Jamaica", description = "A country.", prominence = 75 },
  { id = "x:island", kind = "country", label = "Norvik Island", description = "An island.", prominence = 40, aliases = ["Norvik"] },
  { id = "x:mali", kind = "country", label = "Mali", description = "A country.", prominence = 75, aliases = [{ text = "马里", lang = "zh", kind = "native" }, { text = "말리공", lang = "ko", kind = "native" }] },
  { id = "x:queens", kind = "city", label = "Jamaica", description = "A part of a city.", country = "x:us", prominence = 55 },
  { id = "x:norvik", kind = "city", label = "Norvik", description = "A city.", country = "x:us", prominence = 70 },
  { id = "x:kobe", kind = "city", label = "Kobe", description = "A city.", prominence = 72 },
  { id = "x:brighton", kind = "city", label = "Brighton", description = "A city.", prominence = 70, aliases = [{ text = "Брайтон", lang = "ru", kind = "native" }, { text = "برايتون", lang = "ar", kind = "native" }] },
  { id = "x:madrid", kind = "city", label = "Madrid", description = "A city.", prominence = 80, aliases = [{ text = "马德里", lang = "zh", kind = "native" }] },
  { id = "x:koeln", kind = "city", label = "Köln", description = "A city.", prominence = 70 },
  { id = "x:arkansas", kind = "region", label = "Arkansas", description = "A state.", country = "x:us", prominence = 56 },
  { id = "x:rostov", kind = "region", label = "Rostov", description = "A region.", prominence = 56 },
  { id = "x:amazon", kind = "company", label = "Amazon", description = "A firm.", prominence = 80 },
  { id = "x:anglo", kind = "company", label = "Anglo American", description = "A firm.", prominence = 60 },
  { id = "x:cola", kind = "company", label = "Coca-Cola", description = "A firm.", prominence = 70 },
  { id = "x:congress", kind = "organisation", label = "United States Congress", description = "A parliament.", country = "x:us", prominence = 60, aliases = [{ text = "Congress", kind = "short", risk = "context" }] },
  { id = "x:army", kind = "organisation", label = "Swiss Army", description = "An army.", prominence = 50 },
  { id = "x:king", kind = "person", label = "Juan Carlos I", description = "A king.", prominence = 60, aliases = ["Juan Carlos"] },
  { id = "x:junior", kind = "person", label = "Fernando Markos Jr.", description = "A person.", prominence = 60, aliases = [{ text = "Markos", kind = "short" }] },
]
"#;

/// Checks what is marked in `text`: the words and the entity of each mark.
#[track_caller]
fn check(language: &str, text: &str, expected: &[(&str, &str)]) {
    check_marks(WORLD, language, text, expected);
}

#[test]
fn an_adjective_of_a_sort_says_nothing_of_its_land() {
    check("en", "They sell French fries and a Swiss Army knife.", &[]);
    check(
        "en",
        "They met French farmers and the Swiss Army there.",
        &[("French", "x:france"), ("Swiss Army", "x:army")],
    );
}

#[test]
fn an_adjective_that_speaks_is_a_firm_or_a_person() {
    check("en", "Flights were full. Swiss said it would add some.", &[]);
    check("en", "Flights were full. Swiss officials said so.", &[("Swiss", "x:swiss")]);
}

#[test]
fn a_street_called_after_a_place_isnt_it() {
    check("es", "La protesta llegó a la plaza de Francia y a la calle Madrid.", &[]);
    check("es", "La protesta llegó a Francia y a Madrid.", &[("Francia", "x:france"), ("Madrid", "x:madrid")]);
}

#[test]
fn a_word_that_many_bodies_share_is_half_a_name_behind_another() {
    check("en", "They showed it at the Mobile World Congress in the United States.", &[("United States", "x:us")]);
    check(
        "en",
        "In the United States, Congress has not agreed.",
        &[("United States", "x:us"), ("Congress", "x:congress")],
    );
}

#[test]
fn a_river_called_like_a_firm_isnt_it() {
    check("en", "They drill at the mouth of the Amazon River.", &[]);
    check("en", "They buy much at Amazon now.", &[("Amazon", "x:amazon")]);
}

#[test]
fn a_hyphen_makes_two_peoples_of_a_firm_of_two_words() {
    check("en", "They spoke of the Anglo-American friendship.", &[]);
    check(
        "en",
        "They work for Anglo American and drink Coca-Cola.",
        &[("Anglo American", "x:anglo"), ("Coca-Cola", "x:cola")],
    );
}

#[test]
fn a_club_is_told_from_its_town_by_an_article_quotes_or_the_word_for_a_team() {
    let brighton = ("Brighton", "x:brighton");
    check("es", "Ayer perdieron contra el Brighton por poco.", &[]);
    check("es", "Ayer viajaron a Brighton por poco.", &[brighton]);
    check("ru", "Они проиграли «Брайтон» вчера.", &[]);
    check("ru", "Они видели Брайтон вчера.", &[("Брайтон", "x:brighton")]);
    check("ar", "فاز نادي برايتون أمس.", &[]);
    check("ar", "وصل إلى برايتون أمس.", &[("برايتون", "x:brighton")]);
    check("zh", "他击败马德里队。", &[]);
    check("zh", "他抵达马德里。", &[("马德里", "x:madrid")]);
}

#[test]
fn a_university_is_told_from_its_town() {
    check("de", "Sie lehrt an der Uni Köln seit Jahren.", &[]);
    check("de", "Sie lehrt in Köln seit Jahren.", &[("Köln", "x:koeln")]);
    check("en", "He was a linebacker at Arkansas, then a lawyer.", &[]);
    check("en", "They laughed at Arkansas, then left.", &[("Arkansas", "x:arkansas")]);
}

#[test]
fn a_town_called_like_a_country_must_be_said_to_be_one() {
    check("en", "She lived in Jamaica for years.", &[("Jamaica", "x:jamaica")]);
    // The island has another name than that.
    check("en", "She lived in Norvik for years.", &[("Norvik", "x:norvik")]);
}

#[test]
fn countries_in_a_list_lie_in_one_another_as_little_as_towns_called_like_them() {
    let listed = [("Jamaica", "x:jamaica"), ("Mali", "x:mali"), ("France", "x:france")];
    check("en", "They help countries such as Jamaica, Mali, France.", &listed);
}

#[test]
fn a_region_that_somebody_is_called_by_is_a_person_throughout() {
    check("en", "A book by Alexander Rostov sold well. Its fans like Rostov and his friends.", &[]);
    check("en", "A book from there sold well. Its fans like Rostov and his friends.", &[("Rostov", "x:rostov")]);
}

#[test]
fn a_son_is_told_from_his_father_by_the_word_for_it() {
    check("en", "They buried the dictator Fernando Markos there.", &[]);
    check("en", "They met Fernando Markos Jr. there.", &[("Fernando Markos Jr.", "x:junior")]);
}

#[test]
fn given_names_before_a_surname_are_no_kings() {
    check("es", "Ayer habló Juan Carlos Ortega allí.", &[]);
    check("es", "Ayer habló Juan Carlos allí.", &[("Juan Carlos", "x:king")]);
}

#[test]
fn a_korean_particle_isnt_a_part_of_the_name_before_it() {
    check("ko", "말리공은 어제 말리공에서 회의를 열었다.", &[("말리공", "x:mali"), ("말리공", "x:mali")]);
}

#[test]
fn a_chinese_name_within_a_longer_one_is_none() {
    check("zh", "他喜欢超级马里奥。", &[]);
    check("zh", "他喜欢马里。", &[("马里", "x:mali")]);
}
