//! Drawn examples of namesakes that only the part of the country tells apart.

use super::check_marks;

/// Two states side by side, each with an Oxfield nearer to the other state's middle, and a city called like one of the states.
const WORLD: &str = r#"
entity = [
  { id = "x:us", kind = "country", label = "United States", description = "A country.", prominence = 90 },
  { id = "x:uk", kind = "country", label = "United Kingdom", description = "A country.", prominence = 90 },
  { id = "gn:901", kind = "region", label = "Eastland", description = "A state.", country = "x:us", lat = 39.0, lon = -85.0, prominence = 55 },
  { id = "gn:902", kind = "region", label = "Westmark", description = "A state.", country = "x:us", lat = 39.0, lon = -88.0, prominence = 55 },
  { id = "x:west-city", kind = "city", label = "Westmark City", description = "A city.", country = "x:us", related = ["gn:902"], lat = 39.1, lon = -89.5, prominence = 70, aliases = ["Westmark"] },
  { id = "x:east-oxfield", kind = "city", label = "Oxfield", description = "A town.", country = "x:us", related = ["gn:901"], lat = 39.0, lon = -87.0, prominence = 30 },
  { id = "x:west-oxfield", kind = "city", label = "Oxfield", description = "A town.", country = "x:us", related = ["gn:902"], lat = 39.0, lon = -86.0, prominence = 30 },
  { id = "x:old-oxfield", kind = "city", label = "Oxfield", description = "A city.", country = "x:uk", lat = 51.7, lon = -1.2, prominence = 60 },
  { id = "x:oldham", kind = "city", label = "Oldham", description = "A city.", country = "x:us", related = ["gn:901"], lat = 39.0, lon = -84.5, prominence = 70 },
  { id = "x:boston", kind = "city", label = "Bostham", description = "A city.", country = "x:us", related = ["gn:901"], lat = 39.0, lon = -84.0, prominence = 70 },
]
"#;

/// Checks what is marked in English `text`: the words and the entity of each mark.
#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    check_marks(WORLD, "en", text, expected);
}

#[test]
fn a_town_lies_in_the_state_said_after_it_however_near_another_is() {
    check("They met in Oxfield, Eastland, then.", &[("Oxfield", "x:east-oxfield"), ("Eastland", "gn:901")]);
    check("They met in Bostham, Eastland, then.", &[("Bostham", "x:boston"), ("Eastland", "gn:901")]);
    // No Oxfield but these is known, so none is taken for one elsewhere.
    check("They met in Oxfield in the United Kingdom.", &[("Oxfield", "x:old-oxfield"), ("United Kingdom", "x:uk")]);
}

#[test]
fn a_town_of_another_state_than_the_one_said_is_none_of_those_known() {
    let known = WORLD.replace(
        r#"related = ["gn:902"], lat = 39.0, lon = -86.0"#,
        r#"related = ["gn:901"], lat = 39.0, lon = -86.0"#,
    );
    let known = known.replace(r#""Westmark City", description = "A city.""#, r#""Wes City", description = "A city.""#);
    check_marks(
        &known.replace(r#", aliases = ["Westmark"]"#, ""),
        "en",
        "They met in Oxfield, Westmark, then.",
        &[("Westmark", "gn:902")],
    );
}

#[test]
fn a_state_called_like_a_city_is_meant_after_a_town_that_lies_in_it() {
    check("They met in Oxfield, Westmark, then.", &[("Oxfield", "x:west-oxfield"), ("Westmark", "gn:902")]);
    // Two cities, one after the other.
    check(
        "He flew to Oldham, Westmark, Bostham and on.",
        &[("Oldham", "x:oldham"), ("Westmark", "x:west-city"), ("Bostham", "x:boston")],
    );
}

#[test]
fn a_state_that_the_page_names_draws_a_town_to_itself() {
    let eastland = ("Eastland", "gn:901");
    check("Eastland pays. They met in Oxfield then.", &[eastland, ("Oxfield", "x:east-oxfield")]);
}
