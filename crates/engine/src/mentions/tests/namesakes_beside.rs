//! Drawn examples of names whose neighbours say that a namesake is meant: given names, titles, persons in a list, states, slips.

use super::check_marks;

const WORLD: &str = r#"
entity = [
  { id = "x:us", kind = "country", label = "United States", description = "A country.", prominence = 90, same_as = ["iso:US"], aliases = [{ text = "US", kind = "acronym" }] },
  { id = "x:france", kind = "country", label = "France", description = "A country.", prominence = 85 },
  { id = "x:britain", kind = "country", label = "Britain", description = "A country.", prominence = 85 },
  { id = "gn:5165418", kind = "region", label = "Ohio", description = "A state.", country = "x:us", prominence = 55 },
  { id = "gn:2", kind = "region", label = "Berea District", description = "A district.", country = "x:france", prominence = 45, aliases = ["Berea"] },
  { id = "gn:4544379", kind = "region", label = "Oklahoma", description = "A state.", country = "x:us", prominence = 55 },
  { id = "x:lincoln", kind = "city", label = "Lincoln", description = "A city.", country = "x:us", prominence = 55 },
  { id = "x:augusta", kind = "city", label = "Augusta", description = "A town.", country = "x:us", prominence = 45 },
  { id = "x:churchill", kind = "person", label = "Winston Churchill", description = "A person.", country = "x:britain", prominence = 60 },
  { id = "x:philippe", kind = "person", label = "Édouard Philippe", description = "A person.", country = "x:france", prominence = 55, aliases = [{ text = "Philippe", kind = "short", risk = "context" }] },
  { id = "x:morsi", kind = "person", label = "Mohamed Morsi", description = "A person.", country = "x:france", prominence = 55 },
  { id = "x:cartes", kind = "person", label = "Horacio Cartes", description = "A person.", country = "x:us", prominence = 55, aliases = ["President Cartes"] },
  { id = "x:carter", kind = "person", label = "Jimmy Carter", description = "A person.", country = "x:us", prominence = 55, aliases = [{ text = "Carter", kind = "short", risk = "context" }] },
  { id = "x:renault", kind = "company", label = "Renault", description = "A firm.", country = "x:france", prominence = 50 },
  { id = "x:lewis", kind = "company", label = "John Lewis", description = "A firm.", country = "x:britain", prominence = 50 },
  { id = "x:universa", kind = "company", label = "Universa", description = "A firm.", country = "x:us", prominence = 50 },
  { id = "x:hill", kind = "organisation", label = "Seton Hill University", description = "A school.", country = "x:us", prominence = 30 },
  { id = "x:institute", kind = "organisation", label = "Robert-Koch-Institut", description = "An institute.", country = "x:us", prominence = 42 },
  { id = "x:fbi", kind = "organisation", label = "Federal Bureau of Investigation", description = "An agency.", country = "x:us", prominence = 70, aliases = ["Bureau of Investigation"] },
  { id = "x:wada", kind = "organisation", label = "World Agency", description = "A body.", prominence = 48, aliases = ["Wada"] },
  { id = "x:state", kind = "organisation", label = "Ohio State University", description = "A school.", country = "x:us", prominence = 25, aliases = ["Ohio State"] },
  { id = "x:coalition", kind = "party", label = "Justice Coalition", description = "A party.", country = "x:us", prominence = 30 },
  { id = "x:group", kind = "armed_group", label = "Boko Haram", description = "A group.", prominence = 60 },
]
"#;

#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    check_marks(WORLD, "en", text, expected);
}

const US: (&str, &str) = ("US", "x:us");
const FRANCE: (&str, &str) = ("France", "x:france");

#[test]
fn a_given_name_makes_a_firm_or_a_prime_minister_somebody_else() {
    check("In France, according to Philippe Renault, it grew.", &[FRANCE]);
    check("In France, a staffer called Philippe Reines wrote.", &[FRANCE]);
    check("In France, the shares of Renault fell.", &[FRANCE, ("Renault", "x:renault")]);
}

#[test]
fn a_titled_name_is_no_firm() {
    check("In Britain, the rights leader John Lewis spoke.", &[("Britain", "x:britain")]);
    check("In Britain, the shops of John Lewis closed.", &[("Britain", "x:britain"), ("John Lewis", "x:lewis")]);
}

#[test]
fn a_town_in_a_list_of_persons_is_one_of_them() {
    check("In the US, this was Winston Churchill and Lincoln then.", &[US, ("Winston Churchill", "x:churchill")]);
    check("In the US, they live in Lincoln still.", &[US, ("Lincoln", "x:lincoln")]);
}

#[test]
fn a_course_is_no_town() {
    check("In the US, he won on the 18th hole at Augusta.", &[US]);
    check("In the US, he won in Augusta.", &[US, ("Augusta", "x:augusta")]);
}

#[test]
fn a_district_abroad_is_not_the_town_of_a_state() {
    check("He spoke in Berea, OH, on Monday.", &[("OH", "gn:5165418")]);
    check("The farmers of Berea sold it.", &[("Berea", "gn:2")]);
}

#[test]
fn ok_after_a_comma_is_a_state_only_behind_a_place() {
    check("That was Boko Haram, OK?", &[("Boko Haram", "x:group")]);
    check("In the US, he is from Lincoln, OK.", &[US, ("Lincoln", "x:lincoln"), ("OK.", "gn:4544379")]);
}

#[test]
fn another_name_is_no_slip() {
    check("In the US, President Carter's term ended.", &[US, ("Carter", "x:carter")]);
    check("In France, Mohamed Morei spoke.", &[FRANCE]);
    check("In the US, Hawking's Universe was shown.", &[US]);
    check("In the US, he taught at Seton Hall University then.", &[US]);
    check("In France, Edouard Phillippe spoke.", &[FRANCE, ("Edouard Phillippe", "x:philippe")]);
}

#[test]
fn a_genitive_is_no_slip_either() {
    let text = "Die Empfehlungen des Robert-Koch-Instituts gelten.";
    check_marks(WORLD, "de", text, &[("Robert-Koch-Instituts", "x:institute")]);
}

#[test]
fn bodies_by_their_short_names_are_not_what_is_called_after_them() {
    check("In the US, the Ohio Bureau of Investigation asked.", &[US, ("Ohio", "gn:5165418")]);
    check("In the US, founder Koichiro Wada left.", &[US]);
    check("In the US, they met at the Ohio State Fair then.", &[US]);
    check("In the US, the Social Justice Coalition helped.", &[US]);
    check("In the US, the Justice Coalition helped.", &[US, ("Justice Coalition", "x:coalition")]);
    check("In Britain, the Justice Coalition helped.", &[("Britain", "x:britain")]);
}
