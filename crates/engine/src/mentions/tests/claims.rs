//! Drawn examples of longer names, and of kinds of text, that claim a name for something else.

use super::check_marks;

const WORLD: &str = r#"
entity = [
  { id = "x:us", kind = "country", label = "United States", description = "A country.", prominence = 90, aliases = [{ text = "US", kind = "acronym" }, { text = "America", risk = "context" }, { text = "American", kind = "demonym" }] },
  { id = "x:china", kind = "country", label = "China", description = "A country.", prominence = 90, aliases = [{ text = "Chinese", kind = "demonym" }] },
  { id = "x:france", kind = "country", label = "France", description = "A country.", prominence = 85, aliases = [{ text = "French", kind = "demonym" }] },
  { id = "x:holland", kind = "country", label = "Netherlands", description = "A country.", prominence = 80, aliases = ["Holland"] },
  { id = "x:town", kind = "city", label = "Holland", description = "A town.", country = "x:us", prominence = 40 },
  { id = "x:ohio", kind = "region", label = "Ohio", description = "A state.", country = "x:us", prominence = 55 },
  { id = "x:leeds", kind = "city", label = "Leeds", description = "A city.", country = "x:france", prominence = 70 },
  { id = "x:siemens", kind = "company", label = "Siemens Inc.", description = "A firm.", country = "x:us", prominence = 60, aliases = ["Siemens"] },
  { id = "x:bank", kind = "company", label = "Deutsche Bank", description = "A firm.", country = "x:france", prominence = 60 },
  { id = "x:cnn", kind = "outlet", label = "CNN", description = "A channel.", country = "x:us", prominence = 60, aliases = [{ text = "CNN", kind = "acronym" }] },
  { id = "x:cdc", kind = "organisation", label = "Centers for Disease Control", description = "An agency.", country = "x:us", prominence = 50, aliases = [{ text = "CDC", kind = "acronym" }] },
  { id = "x:trump", kind = "person", label = "Donald Trump", description = "A person.", country = "x:us", prominence = 90, aliases = [{ text = "Trump", kind = "short" }] },
]
"#;

/// Checks what is marked in English `text`: the words and the entity of each mark.
#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    check_marks(WORLD, "en", text, expected);
}

#[test]
fn a_firms_ware_is_not_the_firm() {
    check("He bought Siemens TV and watched CNN Films.", &[]);
    check("He won the Siemens Cup title.", &[]);
    check("He said that Siemens CEO Ann Lee left CNN.", &[("Siemens", "x:siemens"), ("CNN", "x:cnn")]);
}

#[test]
fn a_longer_firms_name_claims_its_parts() {
    check("He left Shearson Deutsche Bank and joined Deutsche Bank.", &[("Deutsche Bank", "x:bank")]);
    check("He sued the Public Service Co of Ohio there.", &[]);
    check("He lent to Deutsche Bank Services there.", &[]);
}

#[test]
fn a_risky_name_of_a_country_is_vouched_for_by_what_belongs_to_it() {
    check("They left Ohio for the heart of America then.", &[("Ohio", "x:ohio"), ("America", "x:us")]);
    check("They left for the heart of America then.", &[]);
}

#[test]
fn half_a_country_was_another() {
    check("He lived in West France, then in France.", &[("France", "x:france")]);
}

#[test]
fn a_state_university_is_not_the_state() {
    check("They lost against Ohio State on Friday.", &[]);
    check("They saw the Ohio State Senate vote.", &[("Ohio", "x:ohio")]);
    check("They live in Ohio still.", &[("Ohio", "x:ohio")]);
}

#[test]
fn particles_of_other_languages_tie_names_together() {
    check("They ran to the Stade de France first.", &[]);
    check("They ran to the north of France first.", &[("France", "x:france")]);
}

#[test]
fn two_adjectives_make_a_people() {
    check("He met Chinese American voters there.", &[]);
    check("He met Native American voters there.", &[]);
    check("He met Chinese and American voters there.", &[("Chinese", "x:china"), ("American", "x:us")]);
}

#[test]
fn one_countrys_adjective_is_none_of_anothers_agency() {
    check("He told the Chinese CDC so.", &[("Chinese", "x:china")]);
    check("He told the American CDC so.", &[("American", "x:us"), ("CDC", "x:cdc")]);
}

#[test]
fn a_relatives_name_at_the_start_of_a_sentence_is_known_from_elsewhere() {
    check(
        "There Donald Trump met his daughter Ivanka Trump. Ivanka Trump left. Former Trump aides stayed.",
        &[("Donald Trump", "x:trump"), ("Trump", "x:trump")],
    );
}

#[test]
fn a_town_of_the_same_name_makes_a_surname_no_country() {
    check("In the US, reporter Bill Holland waited. It was late, Holland recalled.", &[("US", "x:us")]);
    check("In the US, people waited. Elsewhere Holland voted.", &[("US", "x:us"), ("Holland", "x:holland")]);
}

#[test]
fn reports_of_sport_call_clubs_by_their_towns() {
    let report = "The striker scored twice in the derby. The midfielder and his coach praised the goalkeeper.";
    check(&format!("{report} Then Leeds lost again at Leeds."), &[]);
    check(&format!("{report} They play in Leeds tomorrow."), &[("Leeds", "x:leeds")]);
    check("There Leeds lost many jobs at last.", &[("Leeds", "x:leeds")]);
}
