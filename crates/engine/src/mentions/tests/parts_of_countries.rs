//! Drawn examples of towns, parts of countries and countries of one name, told apart by the word for a part; and of clubs, wares, members
//! of chambers and lines of links beside them.

use super::check_marks;

const WORLD: &str = r#"
entity = [
  { id = "x:us", kind = "country", label = "United States", description = "A country.", prominence = 90 },
  { id = "x:georgia", kind = "country", label = "Georgia", description = "A country.", prominence = 75, aliases = [{ text = "Georgien", lang = "de", kind = "native" }] },
  { id = "x:peach", kind = "region", label = "Georgia", description = "A state.", country = "x:us", prominence = 56 },
  { id = "x:france", kind = "country", label = "France", description = "A country.", prominence = 85 },
  { id = "x:york", kind = "city", label = "New York", description = "A city.", country = "x:us", prominence = 90 },
  { id = "x:state", kind = "region", label = "New York", description = "A state.", country = "x:us", prominence = 56 },
  { id = "x:afghanistan", kind = "country", label = "Afghanistan", description = "A country.", prominence = 80 },
  { id = "x:kandahar", kind = "city", label = "Kandahar", description = "A city.", country = "x:afghanistan", prominence = 70, aliases = [{ text = "Кандагар", lang = "ru", kind = "native" }] },
  { id = "x:province", kind = "region", label = "Kandahar Province", description = "A province.", country = "x:afghanistan", prominence = 38, aliases = ["Kandahar region"] },
  { id = "x:vidisha", kind = "city", label = "Vidisha", description = "A city.", prominence = 70 },
  { id = "x:denver", kind = "city", label = "Denver", description = "A city.", country = "x:us", prominence = 72 },
  { id = "x:nuggets", kind = "organisation", label = "Denver Nuggets", description = "A club.", country = "x:us", prominence = 50, aliases = [{ text = "Nuggets", kind = "short" }] },
  { id = "x:kawasaki", kind = "city", label = "Kawasaki", description = "A city.", prominence = 72, aliases = [{ text = "川崎", lang = "ja", kind = "native" }] },
  { id = "x:kremlin", kind = "government", label = "Government of Norland", description = "A government.", prominence = 60, aliases = [{ text = "Kremlin", kind = "metonym", risk = "context" }] },
  { id = "x:building", kind = "place", label = "Norland Kremlin", description = "A palace.", prominence = 60, aliases = [{ text = "Kremlin", kind = "short" }] },
  { id = "x:wafa", kind = "outlet", label = "Wafa", description = "An agency.", prominence = 40, aliases = [{ text = "Wafa", risk = "context" }] },
  { id = "x:disney", kind = "company", label = "Disney", description = "A firm.", prominence = 70 },
  { id = "x:chamber", kind = "organisation", label = "Council of States", description = "A chamber.", prominence = 50, aliases = [{ text = "Ständerat", lang = "de", kind = "native" }] },
]
"#;

#[track_caller]
fn check(language: &str, text: &str, expected: &[(&str, &str)]) {
    check_marks(WORLD, language, text, expected);
}

#[test]
fn the_word_for_a_part_tells_it_from_a_country() {
    let state = ("Georgia", "x:peach");
    check("de", "Gewählt wird im US-Bundesstaat Georgia.", &[state]);
    check("de", "Gewählt wird in Georgien.", &[("Georgien", "x:georgia")]);
    check("es", "Votan en el estado de Georgia.", &[state]);
    // One sense a page.
    check("en", "They vote in the state of Georgia. Some left Georgia before.", &[state, state]);
    check("en", "They vote in Georgia.", &[("Georgia", "x:georgia")]);
    // With a capital it is the State itself.
    check("es", "Lo pagó el Estado de Georgia.", &[("Georgia", "x:georgia")]);
}

#[test]
fn the_word_for_a_part_tells_it_from_a_town() {
    let (state, town) = (("New York", "x:state"), ("New York", "x:york"));
    check("en", "They met in upstate New York.", &[state]);
    check("en", "It was a New York state law.", &[state]);
    check("en", "They met in New York.", &[town]);
    check("en", "They met in Kandahar province.", &[("Kandahar", "x:province")]);
    check("ru", "Они были в провинции Кандагар.", &[("Кандагар", "x:province")]);
    check("en", "They spoke of the state of Vidisha today.", &[("Vidisha", "x:vidisha")]);
    check("nl", "Daar staat Denver op de kaart.", &[("Denver", "x:denver")]);
    check("nl", "In de staat Georgia stemt men.", &[("Georgia", "x:peach")]);
    check("en", "They met in Kandahar.", &[("Kandahar", "x:kandahar")]);
}

#[test]
fn a_district_is_larger_than_its_town_and_a_quarter_is_in_it() {
    check("en", "Two were arrested in Vidisha district.", &[]);
    check("en", "Two were arrested in a Vidisha district.", &[("Vidisha", "x:vidisha")]);
    check("en", "It is the Vidisha district of shops.", &[("Vidisha", "x:vidisha")]);
}

#[test]
fn a_town_that_wins_is_its_club_where_that_is_named() {
    check("en", "The Nuggets came. Denver beat them all.", &[("Nuggets", "x:nuggets")]);
    check("en", "The Nuggets came. Denver is cold.", &[("Nuggets", "x:nuggets"), ("Denver", "x:denver")]);
    check("en", "Snow came. Denver beat them all.", &[("Denver", "x:denver")]);
}

#[test]
fn japanese_reports_of_sport_call_clubs_by_their_towns() {
    check("ja", "サッカーの試合で選手は川崎を破った。", &[]);
    check("ja", "サッカーの試合で選手は川崎市を去った。", &[("川崎", "x:kawasaki")]);
    check("ja", "雨は川崎を去った。", &[("川崎", "x:kawasaki")]);
}

#[test]
fn a_plus_makes_a_ware_of_a_firm() {
    check("en", "They watch it on Disney+ now.", &[]);
    check("en", "They work for Disney now.", &[("Disney", "x:disney")]);
}

#[test]
fn who_sits_in_a_chamber_is_none() {
    check("de", "Das sagte der Zürcher Ständerat gestern.", &[]);
    check("de", "Das sagte er im Ständerat gestern.", &[("Ständerat", "x:chamber")]);
}

#[test]
fn a_line_of_links_names_nothing() {
    check("en", "Home > World > France\n\nThey met in France.", &[("France", "x:france")]);
    check("fr", "Météo-France annonce la pluie.", &[]);
}

#[test]
fn a_seat_of_government_governs_unless_something_is_in_it() {
    let kremlin = ("Kremlin", "x:kremlin");
    check("en", "Critics of the Kremlin met a Kremlin spokesman.", &[kremlin, kremlin]);
    let building = ("Kremlin", "x:building");
    check("en", "They met in the Kremlin.", &[building]);
    check("fr", "On danse dans le Kremlin.", &[building]);
    check("fr", "Selon le Kremlin, on danse.", &[]);
}

#[test]
fn a_medium_is_told_by_the_word_for_one_in_romance_languages() {
    check("es", "Lo cuenta la agencia de noticias Wafa en su sitio.", &[("Wafa", "x:wafa")]);
    check("es", "Lo cuenta la vecina Wafa en su sitio.", &[]);
}
