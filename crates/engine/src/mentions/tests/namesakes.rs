//! Drawn examples of what is called like an entity and is none: people, clubs, schools, waters, words.

use super::check_marks;

const WORLD: &str = r#"
entity = [
  { id = "x:uk", kind = "country", label = "United Kingdom", description = "A country.", prominence = 90, aliases = [{ text = "British", kind = "demonym" }] },
  { id = "x:us", kind = "country", label = "United States", description = "A country.", prominence = 90, aliases = [{ text = "American", kind = "demonym" }] },
  { id = "x:mexico", kind = "country", label = "Mexico", description = "A country.", prominence = 87, aliases = ["Mexiko"] },
  { id = "x:state", kind = "region", label = "State of Mexico", description = "A state.", country = "x:mexico", prominence = 38, aliases = ["Mexico"] },
  { id = "x:cancun", kind = "city", label = "Cancun", description = "A city.", country = "x:mexico", prominence = 70 },
  { id = "x:israel", kind = "country", label = "Israel", description = "A country.", prominence = 80, aliases = [{ text = "Israeli", kind = "demonym" }] },
  { id = "x:bavaria", kind = "region", label = "Bavaria", description = "A state.", prominence = 38, aliases = ["Bayern"] },
  { id = "x:alabama", kind = "region", label = "Alabama", description = "A state.", country = "x:us", lat = 32.8, lon = -86.7, prominence = 55 },
  { id = "x:near-lee", kind = "region", label = "Lee County", description = "A county.", country = "x:us", lat = 32.6, lon = -85.4, prominence = 20 },
  { id = "x:far-lee", kind = "region", label = "Lee County", description = "A county.", country = "x:us", lat = 41.6, lon = -91.5, prominence = 20 },
  { id = "x:north", kind = "region", label = "Northland", description = "A state.", country = "x:us", lat = 39.0, lon = -85.0, prominence = 55 },
  { id = "x:north-oxfield", kind = "city", label = "Oxfield", description = "A town.", country = "x:us", lat = 38.2, lon = -86.0, prominence = 34 },
  { id = "x:south-oxfield", kind = "city", label = "Oxfield", description = "A town.", country = "x:us", lat = 27.5, lon = -86.0, prominence = 34 },
  { id = "x:town", kind = "city", label = "Thomas", description = "A town.", country = "x:us", prominence = 55 },
  { id = "x:falcon", kind = "region", label = "Falcón", description = "A state.", prominence = 55 },
  { id = "x:munich", kind = "city", label = "Munich", description = "A city.", prominence = 75, aliases = ["München"] },
  { id = "x:dortmund", kind = "city", label = "Dortmund", description = "A city.", prominence = 70 },
  { id = "x:leverkusen", kind = "city", label = "Leverkusen", description = "A city.", prominence = 66 },
  { id = "x:moscow", kind = "city", label = "Moscow", description = "A city.", prominence = 90, aliases = ["Mosca"] },
  { id = "x:lyon", kind = "city", label = "Lyon", description = "A city.", prominence = 70, aliases = [{ text = "里昂", lang = "zh", kind = "native" }] },
  { id = "x:rizal", kind = "city", label = "Jose Rizal", description = "A town.", prominence = 40 },
  { id = "x:hill", kind = "city", label = "Rock Hill", description = "A town.", prominence = 45 },
  { id = "x:club", kind = "organisation", label = "FC Bayern", description = "A club.", prominence = 44 },
  { id = "x:forces", kind = "organisation", label = "Armed Forces", description = "Forces.", country = "x:us", prominence = 60, aliases = ["U.S. Military"] },
  { id = "x:police", kind = "organisation", label = "Mexican Police", description = "A force.", country = "x:mexico", prominence = 55, aliases = [{ text = "Policía Nacional", kind = "native" }] },
  { id = "x:ngc", kind = "outlet", label = "Norddeutsche Gazette", description = "A paper.", prominence = 50, aliases = [{ text = "NG", kind = "acronym", risk = "context" }] },
  { id = "x:bayer", kind = "company", label = "Bayer", description = "A firm.", prominence = 60 },
  { id = "x:dobel", kind = "company", label = "Dobel", description = "A firm.", prominence = 60 },
  { id = "x:energy", kind = "party", label = "Energy", description = "A party.", country = "x:israel", prominence = 30, aliases = [{ text = "Energy", risk = "context" }] },
  { id = "x:susie", kind = "person", label = "Susie Wiles", description = "A person.", country = "x:us", prominence = 50, aliases = [{ text = "Wiles", kind = "short", risk = "context" }] },
  { id = "x:jeanne", kind = "person", label = "Jeanne Shaheen", description = "A person.", country = "x:us", prominence = 50, aliases = [{ text = "Shaheen", kind = "short" }] },
  { id = "x:thomas", kind = "person", label = "Thomas Jefferson", description = "A person.", country = "x:us", prominence = 70, aliases = [{ text = "Jefferson", kind = "short" }] },
  { id = "x:edouard", kind = "person", label = "Édouard Philippe", description = "A person.", prominence = 60, aliases = [{ text = "Philippe", kind = "short" }] },
  { id = "x:war", kind = "event", label = "World War II", description = "A war.", prominence = 80 },
]
"#;

/// Checks what is marked in `text`: the words and the entity of each mark.
#[track_caller]
fn check(language: &str, text: &str, expected: &[(&str, &str)]) {
    check_marks(WORLD, language, text, expected);
}

#[test]
fn a_surname_that_is_anothers_on_the_page_is_anothers() {
    let us = ("United States", "x:us");
    check("en", "In the United States, Deborah Wiles wrote it. In it Wiles tells more.", &[us]);
    check("en", "In the United States, a book by Karin Wiles sold. In it Wiles tells more.", &[us]);
    check(
        "en",
        "In the United States, Susie Wiles met Deborah Wiles. Wiles left.",
        &[us, ("Susie Wiles", "x:susie"), ("Wiles", "x:susie")],
    );
    check("en", "Then he met Jefferson Shaheen there.", &[]);
    check("fr", "La pointe Philippe de Gonneville est loin.", &[]);
}

#[test]
fn a_list_of_names_is_no_headline() {
    check("en", "Dante Scala, William Shaheen, Stefany Shaheen, Carol Porter, Terry Bloom", &[]);
    check("en", "Voters Choose Shaheen Over Scala", &[("Shaheen", "x:jeanne")]);
}

#[test]
fn clubs_bear_the_names_of_places_and_firms() {
    let german = "Der Stürmer sagte vor der Partie, die Saison der Mannschaft in der Bundesliga sei gut.";
    check("de", &format!("{german} Der FC Bayern gewann. Dann schlug Bayern Dortmund."), &[("FC Bayern", "x:club")]);
    check("de", &format!("{german} Das Spiel in Dortmund war gut."), &[("Dortmund", "x:dortmund")]);
    check("de", "Die Firma Bayer aus Leverkusen.", &[("Bayer", "x:bayer"), ("Leverkusen", "x:leverkusen")]);
    check("de", "Der Trainer von Bayer Leverkusen sprach.", &[]);
    let english = "The quarterback scored in the game, and the coach of the players was glad.";
    check("en", &format!("{english} Then Alabama coach Ann Lee spoke."), &[]);
    check("en", &format!("{english} She lives in Alabama now."), &[("Alabama", "x:alabama")]);
}

#[test]
fn waters_and_schools_are_not_the_country_or_town_in_their_names() {
    check("de", "Der Golf von Mexiko ist warm, Mexiko ist es auch.", &[("Mexiko", "x:mexico")]);
    check("en", "He left the U.S. Military Academy there.", &[]);
    check("zh", "他在里昂国立应用科学院留学。", &[]);
    check("zh", "他在里昂的一所大学留学。", &[("里昂", "x:lyon")]);
}

#[test]
fn what_a_number_or_another_name_follows_is_a_ware_or_a_word() {
    check("en", "The Falcon 9 took off.", &[]);
    check("en", "The firm Great British Energy opened in Israel.", &[("Israel", "x:israel")]);
    check("de", "Der Döbel schwamm bis zu Dobel.", &[("Dobel", "x:dobel")]);
}

#[test]
fn people_bear_the_names_of_towns() {
    check("en", "Michele Mosca is a professor. As Mosca put it, it is hard.", &[]);
    check("en", "The talks in Mosca went on.", &[("Mosca", "x:moscow")]);
    check("de", "Die Statue von José Rizal steht dort.", &[]);
}

#[test]
fn a_town_called_like_a_persons_given_name_is_the_person() {
    check("en", "Thomas Jefferson wrote. In Thomas's house, Thomas slept.", &[("Thomas Jefferson", "x:thomas")]);
    check("en", "They met in Thomas, in the United States.", &[("Thomas", "x:town"), ("United States", "x:us")]);
}

#[test]
fn of_namesakes_the_one_near_a_part_of_the_country_that_the_page_names_is_meant() {
    check(
        "en",
        "Alabama pays. The Lee County jail is full.",
        &[("Alabama", "x:alabama"), ("Lee County", "x:near-lee")],
    );
    check("en", "The Lee County jail is full.", &[]);
}

#[test]
fn a_town_too_far_from_the_part_of_the_country_that_follows_it_is_another() {
    let states = [("Northland", "x:north"), ("Alabama", "x:alabama")];
    check(
        "en",
        "Northland pays Alabama. He lives in Oxfield now.",
        &[states[0], states[1], ("Oxfield", "x:north-oxfield")],
    );
    check("en", "Northland pays. He lives in Oxfield, Alabama, now.", &states);
    check(
        "en",
        "Northland pays. He lives in Ox\u{200b}field\u{200e}, \u{2068}Alabama, now. Oxfield in winter.",
        &states,
    );
}

#[test]
fn half_a_country_was_another_by_its_adjective_too() {
    check("en", "The West British marks fell, the British ones rose.", &[("British", "x:uk")]);
}

#[test]
fn an_adjective_after_a_given_name_is_a_surname() {
    check("en", "Rebecca British of the paper saw British ships.", &[("British", "x:uk")]);
}

#[test]
fn a_slip_of_one_letter_makes_no_other_word() {
    check("en", "World War III is far.", &[]);
    check("en", "The Rock Hall opened.", &[]);
}

#[test]
fn of_a_country_and_its_state_the_country_is_named_after_a_town() {
    check("en", "They met in Cancun, Mexico, then.", &[("Cancun", "x:cancun"), ("Mexico", "x:mexico")]);
}

#[test]
fn what_every_country_has_needs_the_country() {
    check("es", "Lo dijo la Policía Nacional.", &[]);
    check("es", "En Mexico lo dijo la Policía Nacional.", &[("Mexico", "x:mexico"), ("Policía Nacional", "x:police")]);
}

#[test]
fn initials_in_brackets_amid_a_sentence_are_no_credit() {
    check("de", "Anna Huber (NG) sagte es.", &[]);
    check("de", "Das zeigt ein Bild (NG).", &[("NG", "x:ngc")]);
}
