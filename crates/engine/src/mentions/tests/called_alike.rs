//! Drawn examples of counties and of what else bears a place's or a team's name: opponents, engines, teams of another league.

use super::check_marks;

const WORLD: &str = r#"
entity = [
  { id = "x:uk", kind = "country", label = "United Kingdom", description = "A country.", prominence = 87 },
  { id = "x:us", kind = "country", label = "United States", description = "A country.", prominence = 90 },
  { id = "x:england", kind = "region", label = "England", description = "A part.", country = "x:uk", prominence = 70 },
  { id = "x:alabama", kind = "region", label = "Alabama", description = "A state.", country = "x:us", prominence = 55 },
  { id = "x:wessex", kind = "region", label = "Wessex", description = "A county.", country = "x:uk", related = ["x:england"], lat = 51.0, lon = -1.3, prominence = 29, aliases = [{ text = "Wessex", risk = "context" }] },
  { id = "x:wessex-us", kind = "city", label = "Wessex", description = "A town.", country = "x:us", lat = 39.3, lon = -76.4, prominence = 33 },
  { id = "x:corkton", kind = "city", label = "Corkton", description = "A town.", country = "x:uk", prominence = 52, aliases = [{ text = "Corkton", risk = "context" }] },
  { id = "x:lincoln", kind = "city", label = "Lincoln", description = "A city.", country = "x:us", prominence = 70 },
  { id = "x:comets", kind = "organisation", label = "New Ford Comets", description = "A team.", country = "x:us", prominence = 60, aliases = ["Comets"] },
]
"#;

#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    check_marks(WORLD, "en", text, expected);
}

const UK: (&str, &str) = ("United Kingdom", "x:uk");
const US: (&str, &str) = ("United States", "x:us");

#[test]
fn a_county_called_like_a_town_abroad_is_the_one_of_the_country_on_the_page() {
    check("In the United Kingdom, police came to Wessex.", &[UK, ("Wessex", "x:wessex")]);
    check("In the United States, police met in Wessex.", &[US, ("Wessex", "x:wessex-us")]);
    check("Police came to Wessex.", &[]);
}

#[test]
fn in_reports_of_sport_a_county_is_its_team_unless_somebody_lives_there() {
    let sport = "The coach of the United Kingdom saw the match, the players and the fans of the club.";
    check(&format!("{sport} Then Wessex won."), &[UK]);
    check(&format!("{sport} The Wessex-based outfit won."), &[UK, ("Wessex", "x:wessex")]);
}

#[test]
fn who_plays_a_state_plays_its_team() {
    check("She sang during the Alabama versus Northland game in the United States.", &[US]);
    check("She sang in Alabama in the United States.", &[("Alabama", "x:alabama"), US]);
}

#[test]
fn a_name_alone_in_quotation_marks_is_a_ships_or_an_engines() {
    check("The engine \"Lincoln\" left. The ship “Alabama” sank.", &[]);
    check("He said: \"Lincoln is far.\"", &[("Lincoln", "x:lincoln")]);
}

#[test]
fn a_team_of_another_place_is_another_team() {
    check("The Northchester Comets won. He left.", &[]);
    check("The Comets won. He left.", &[("Comets", "x:comets")]);
}

#[test]
fn what_is_said_to_be_a_town_is_one() {
    check("She spoke in Corkton city today.", &[("Corkton", "x:corkton")]);
    check("She spoke to Corkton today.", &[]);
}
