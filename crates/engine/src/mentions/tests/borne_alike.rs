//! Drawn examples of names that many bear alike: courts, leagues, prizes, initials, and what is called like a firm or a town.

use super::check_marks;

const WORLD: &str = r#"
entity = [
  { id = "x:us", kind = "country", label = "United States", description = "A country.", prominence = 90, aliases = [{ text = "US", kind = "acronym" }, { text = "American", kind = "demonym" }, { text = "América", lang = "es", kind = "native", risk = "context" }, { text = "Америка", lang = "ru", kind = "native" }] },
  { id = "x:india", kind = "country", label = "India", description = "A country.", prominence = 85, aliases = [{ text = "Indian", kind = "demonym" }] },
  { id = "x:korea", kind = "country", label = "South Korea", description = "A country.", prominence = 80, aliases = [{ text = "Korea", risk = "context" }] },
  { id = "x:canada", kind = "country", label = "Canada", description = "A country.", prominence = 85 },
  { id = "x:australia", kind = "country", label = "Australia", description = "A country.", prominence = 85, aliases = [{ text = "Australian", kind = "demonym" }] },
  { id = "x:spain", kind = "country", label = "Spain", description = "A country.", prominence = 85, aliases = ["España"] },
  { id = "x:ohio", kind = "region", label = "Ohio", description = "A state.", country = "x:us", lat = 40.4, lon = -82.7, prominence = 55 },
  { id = "x:oregon", kind = "region", label = "Oregon", description = "A state.", country = "x:us", lat = 44.0, lon = -120.0, prominence = 55 },
  { id = "x:state", kind = "region", label = "Washington State", description = "A state.", country = "x:us", lat = 47.0, lon = -120.0, prominence = 55, aliases = ["Washington"] },
  { id = "x:capital", kind = "city", label = "Washington", description = "A city.", country = "x:us", lat = 38.9, lon = -77.0, prominence = 75 },
  { id = "x:seaport", kind = "city", label = "Seaport", description = "A city.", country = "x:us", related = ["x:state"], lat = 47.6, lon = -122.3, prominence = 66 },
  { id = "x:court", kind = "organisation", label = "Supreme Court of the United States", description = "A court.", country = "x:us", related = ["x:us"], prominence = 70, aliases = ["Supreme Court", "U.S. Supreme Court"] },
  { id = "x:acl", kind = "organisation", label = "Administration for Living", description = "An agency.", country = "x:us", prominence = 35, aliases = [{ text = "ACL", kind = "acronym", risk = "context" }] },
  { id = "x:league", kind = "organisation", label = "Premier League", description = "A league.", country = "x:spain", prominence = 60 },
  { id = "x:liga", kind = "organisation", label = "Bundesliga", description = "A league.", prominence = 60 },
  { id = "x:council", kind = "organisation", label = "Nationalrat", description = "A council.", prominence = 60 },
  { id = "x:prize", kind = "event", label = "Academy Award", description = "A prize.", prominence = 60 },
  { id = "x:river", kind = "company", label = "Amazon", description = "A firm.", country = "x:us", prominence = 80 },
  { id = "x:indra", kind = "company", label = "Indra", description = "A firm.", country = "x:spain", prominence = 60 },
  { id = "x:rtx", kind = "company", label = "RTX", description = "A firm.", country = "x:us", prominence = 60 },
  { id = "x:bank", kind = "company", label = "Lloyds Bank", description = "A firm.", prominence = 60 },
  { id = "x:paper", kind = "outlet", label = "The Australian", description = "A paper.", country = "x:australia", prominence = 60 },
  { id = "x:princeton", kind = "city", label = "Princeton", description = "A town.", country = "x:us", related = ["x:ohio"], lat = 40.0, lon = -82.0, prominence = 40 },
  { id = "x:buffalo", kind = "city", label = "Buffalo", description = "A city.", country = "x:us", prominence = 52 },
  { id = "x:jhelum", kind = "city", label = "Jhelum", description = "A city.", country = "x:india", prominence = 52 },
  { id = "x:vista", kind = "city", label = "Vista Alegre", description = "A town.", country = "x:canada", prominence = 35 },
  { id = "x:chelsey", kind = "city", label = "Chelsey", description = "A city.", country = "x:us", prominence = 66 },
  { id = "x:chelsey-club", kind = "organisation", label = "Chelsey FC", description = "A club.", country = "x:us", prominence = 55, aliases = ["Chelsey"] },
  { id = "x:bush", kind = "person", label = "George Bush", description = "A person.", country = "x:us", prominence = 70, aliases = [{ text = "Bush", kind = "short" }] },
  { id = "x:trump", kind = "person", label = "Donald Trump", description = "A person.", country = "x:us", prominence = 90, aliases = [{ text = "ترامب", lang = "ar", kind = "short" }] },
]
"#;

/// Checks what is marked in `text`: the words and the entity of each mark.
#[track_caller]
fn check(language: &str, text: &str, expected: &[(&str, &str)]) {
    check_marks(WORLD, language, text, expected);
}

const US: (&str, &str) = ("US", "x:us");

#[test]
fn a_court_that_many_countries_have_is_that_of_the_country_of_which_the_page_speaks_most() {
    check("en", "The US paid. The Supreme Court met.", &[US, ("Supreme Court", "x:court")]);
    check(
        "en",
        "India sold it to the US. India paid. The Supreme Court met.",
        &[("India", "x:india"), US, ("India", "x:india")],
    );
    check("en", "The US paid. The Indian Supreme Court met.", &[US, ("Indian", "x:india")]);
    check("en", "India paid. The U.S. Supreme Court met.", &[("India", "x:india"), ("U.S. Supreme Court", "x:court")]);
}

#[test]
fn a_court_that_is_a_states_somewhere_is_the_states_throughout() {
    let ohio = ("Ohio", "x:ohio");
    check("en", "The US paid. The Ohio Supreme Court met. The Supreme Court sat long.", &[US, ohio]);
    check("en", "The US paid. Ohio’s Supreme Court met.", &[US, ohio]);
    check("en", "The US paid. She sits on the state Supreme Court now.", &[US]);
}

#[test]
fn initials_of_a_small_body_need_an_article() {
    check("en", "In the US, he missed games with a torn ACL injury.", &[US]);
    check("en", "In the US, he wrote to the ACL about it.", &[US, ("ACL", "x:acl")]);
}

#[test]
fn another_countrys_or_a_lower_league_is_another() {
    check("en", "They won the Premier League there.", &[("Premier League", "x:league")]);
    check("en", "They won the Indian Premier League there.", &[("Indian", "x:india")]);
    check("de", "Sie spielt in der Bundesliga.", &[("Bundesliga", "x:liga")]);
    check("de", "Sie spielt in der 2. Bundesliga.", &[]);
}

#[test]
fn a_longer_prize_is_another_prize() {
    check("en", "She won the Academy Award then.", &[("Academy Award", "x:prize")]);
    check("en", "She won the Gala Movie Academy Award then.", &[]);
}

#[test]
fn rivers_ships_wares_and_people_are_called_like_firms() {
    check("en", "He bought it from Amazon then.", &[("Amazon", "x:river")]);
    check("en", "It is home to the Amazon, a river.", &[]);
    check("en", "He works at the Amazon warehouse.", &[("Amazon", "x:river")]);
    check("en", "In the US, it beats the RTX 2060 easily.", &[US]);
    check("en", "In the US, it beats RTX easily.", &[US, ("RTX", "x:rtx")]);
    check("en", "He met Indra Nooyi of the firm.", &[]);
    check("en", "He paid Lloyds Bank Canada for it.", &[("Lloyds Bank", "x:bank")]);
    check(
        "en",
        "He paid Lloyds Bank, Amazon and Canada.",
        &[("Lloyds Bank", "x:bank"), ("Amazon", "x:river"), ("Canada", "x:canada")],
    );
    check("en", "He tried the Lloyds Bank Amazon card.", &[("Lloyds Bank", "x:bank")]);
}

#[test]
fn adjectives_and_titles_are_no_papers_and_no_councils() {
    check(
        "en",
        "In Australia, he read The Australian often.",
        &[("Australia", "x:australia"), ("The Australian", "x:paper")],
    );
    check("en", "In Australia, the Australian national left.", &[("Australia", "x:australia")]);
    check("de", "Das sagte der Nationalrat gestern.", &[("Nationalrat", "x:council")]);
    check("de", "Das sagte Nationalrat Thomas Meier gestern.", &[]);
}

#[test]
fn schools_clubs_and_districts_are_called_like_towns() {
    check("en", "In the US, she lives in Princeton now.", &[US, ("Princeton", "x:princeton")]);
    check("en", "In the US, she asked a Princeton economist.", &[US]);
    check("en", "In the US, she is at the University at Buffalo now.", &[US]);
    check("en", "In the US, Ohio coach Ann Lee spoke.", &[US]);
    check("en", "In India, he lives in Jhelum.", &[("India", "x:india"), ("Jhelum", "x:jhelum")]);
    check("en", "In India, he lives in Jhelum District.", &[("India", "x:india")]);
    check("es", "La pista de Vista Alegre estaba llena.", &[]);
    check("en", "He came from Vista Alegre.", &[("Vista Alegre", "x:vista")]);
}

#[test]
fn a_state_called_like_a_city_stands_among_states() {
    let oregon = ("Oregon", "x:oregon");
    check("en", "They live in Ohio, Washington and Oregon.", &[("Ohio", "x:ohio"), ("Washington", "x:state"), oregon]);
    check("en", "They live in Oregon and Washington now.", &[oregon, ("Washington", "x:state")]);
    check("en", "They live in Washington now.", &[("Washington", "x:capital")]);
    // The state of a town on the page is as likely as the city, so neither is marked.
    check("en", "In Seaport they fish. The Washington boats came.", &[("Seaport", "x:seaport")]);
}

#[test]
fn half_a_country_by_a_word_of_another_language_is_another() {
    check("en", "In South Korea they say Korea.", &[("South Korea", "x:korea"), ("Korea", "x:korea")]);
    check("de", "South Korea und Nord-Korea sprachen.", &[("South Korea", "x:korea")]);
}

#[test]
fn given_names_make_a_surname_somebody_elses_in_any_script() {
    check("en", "In the US it rained. Jeb Bush won.", &[US]);
    check("ar", "قال ترامب ذلك.", &[("ترامب", "x:trump")]);
    check("ar", "قالت إيفانكا ترامب ذلك.", &[]);
}

#[test]
fn a_town_that_hopes_is_its_club() {
    check("en", "Then Chelsey hope to win.", &[("Chelsey", "x:chelsey-club")]);
    check("en", "Then Chelsey hoped to win.", &[("Chelsey", "x:chelsey-club")]);
    check("en", "They live in Chelsey now.", &[("Chelsey", "x:chelsey")]);
}

#[test]
fn clubs_of_sport_are_called_like_continents() {
    let report = "El entrenador dijo que los jugadores marcaron dos goles en la temporada de fútbol en Spain.";
    check("es", &format!("{report} Luego América ganó."), &[("Spain", "x:spain")]);
}
