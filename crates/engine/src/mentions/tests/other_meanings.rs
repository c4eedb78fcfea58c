//! Drawn examples of names that mean something else by what stands beside them: schools, studies, titles, words of the language.

use super::check_marks;

const WORLD: &str = r#"
entity = [
  { id = "x:us", kind = "country", label = "United States", description = "A country.", prominence = 90, aliases = [{ text = "US", kind = "acronym" }, { text = "USA", kind = "acronym" }, { text = "EUA", lang = "pt", kind = "native" }] },
  { id = "x:germany", kind = "country", label = "Germany", description = "A country.", prominence = 85, aliases = ["Deutschland"] },
  { id = "x:italy", kind = "country", label = "Italy", description = "A country.", prominence = 85, aliases = ["Italia"] },
  { id = "x:japan", kind = "country", label = "Japan", description = "A country.", prominence = 85, aliases = [{ text = "日本", lang = "ja", kind = "native" }] },
  { id = "x:washington", kind = "city", label = "Washington", description = "A city.", country = "x:us", prominence = 80 },
  { id = "gn:1", kind = "region", label = "Washington State", description = "A state.", country = "x:us", prominence = 55, aliases = ["Washington"] },
  { id = "gn:2", kind = "region", label = "Ohio", description = "A state.", country = "x:us", prominence = 55 },
  { id = "x:lombardy", kind = "region", label = "Lombardy", description = "A region.", country = "x:italy", prominence = 55, aliases = ["Lombardi"] },
  { id = "x:europe", kind = "region", label = "Europe", description = "A continent.", prominence = 78, aliases = [{ text = "Europa", lang = "it", kind = "native" }] },
  { id = "x:un", kind = "organisation", label = "United Nations", description = "A body.", prominence = 85, aliases = [{ text = "UNO", lang = "de", kind = "native" }] },
  { id = "x:conway", kind = "city", label = "Conway", description = "A town.", country = "x:us", related = ["gn:2"], prominence = 45 },
  { id = "x:pueblo", kind = "city", label = "Pueblo", description = "A city.", country = "x:us", prominence = 55 },
  { id = "x:princeton", kind = "city", label = "Princeton", description = "A town.", country = "x:us", prominence = 45 },
  { id = "x:pereira", kind = "city", label = "Pereira", description = "A city.", country = "x:italy", prominence = 60 },
  { id = "x:waren", kind = "city", label = "Waren", description = "A town.", country = "x:germany", prominence = 28 },
  { id = "x:manchester", kind = "city", label = "Manchester", description = "A city.", country = "x:japan", prominence = 66, aliases = [{ text = "マンチェスター", lang = "ja", kind = "native" }] },
  { id = "x:rome", kind = "city", label = "Rome", description = "A city.", country = "x:italy", prominence = 78, aliases = [{ text = "Roma", lang = "it", kind = "native" }] },
  { id = "x:booker", kind = "person", label = "Cory Booker", description = "A person.", country = "x:us", prominence = 60, aliases = [{ text = "Booker", kind = "short", risk = "context" }] },
  { id = "x:merkel", kind = "person", label = "Angela Merkel", description = "A person.", country = "x:us", prominence = 60, aliases = [{ text = "Merkel", kind = "short", risk = "context" }] },
  { id = "x:paper", kind = "outlet", label = "The Australian", description = "A paper.", country = "x:us", prominence = 60 },
  { id = "x:gold", kind = "outlet", label = "Gold", description = "A paper.", country = "x:us", prominence = 40, aliases = [{ text = "Gold", risk = "context" }] },
  { id = "x:college", kind = "organisation", label = "Einstein College", description = "A college.", country = "x:us", prominence = 25, aliases = ["Einstein"] },
  { id = "x:ministry", kind = "organisation", label = "Assembleia da República", description = "A parliament.", country = "x:italy", prominence = 35 },
  { id = "x:rebels", kind = "armed_group", label = "Seleka", description = "A group.", country = "x:us", prominence = 40, related = ["x:us"], aliases = [{ text = "Union", risk = "context" }] },
  { id = "x:chad", kind = "country", label = "Chad", description = "A country.", prominence = 79 },
  { id = "x:spd", kind = "party", label = "Social Democrats", description = "A party.", country = "x:germany", prominence = 60, aliases = [{ text = "SPD", kind = "acronym" }] },
  { id = "x:trump", kind = "person", label = "Donald Trump", description = "A person.", country = "x:us", prominence = 96, aliases = ["Trump"] },
  { id = "x:gang", kind = "armed_group", label = "La Familia", description = "A group.", country = "x:us", prominence = 40 },
]
"#;

#[track_caller]
fn check(language: &str, text: &str, expected: &[(&str, &str)]) {
    check_marks(WORLD, language, text, expected);
}

const US: (&str, &str) = ("US", "x:us");

#[test]
fn a_direction_after_a_town_makes_it_a_school_or_another_town() {
    check("en", "The US won. They lost to Pueblo West (7-4) at home.", &[US]);
    check("en", "The US won. They live in Pueblo still.", &[US, ("Pueblo", "x:pueblo")]);
}

#[test]
fn where_somebody_studied_is_the_school_of_that_town() {
    check("en", "The US paid. After graduating from Princeton he left.", &[US]);
    check("en", "The US paid. She taught at Princeton for years.", &[US]);
    check("en", "The US paid. They live in Princeton now.", &[US, ("Princeton", "x:princeton")]);
}

#[test]
fn a_small_town_of_a_state_in_which_no_pack_has_one_is_not_its_namesake_elsewhere() {
    check("en", "The US paid. He is from Conway, Washington; she isn't.", &[US, ("Washington", "gn:1")]);
    check("en", "The US paid. He is from Conway, Ohio; she isn't.", &[US, ("Conway", "x:conway"), ("Ohio", "gn:2")]);
}

#[test]
fn what_somebody_is_confident_in_makes_no_place() {
    let text = "The runner Shanti Pereira won. “I did it,” said Pereira. He was confident in Pereira's ability.";
    check("en", text, &[]);
}

#[test]
fn a_title_of_a_woman_before_a_mans_surname_is_anothers() {
    check("en", "In the US, they told Mrs. Booker then.", &[US]);
    check("en", "In the US, they told Senator Booker then.", &[US, ("Booker", "x:booker")]);
    check("en", "In the US, they told Mr. Merkel then.", &[US]);
    check("en", "In the US, they told Mrs. Merkel then.", &[US, ("Merkel", "x:merkel")]);
}

#[test]
fn somebodys_desperation_is_no_papers() {
    check("en", "In the US, he sensed the Australian’s desperation.", &[US]);
    check("en", "In the US, the Australian reported it.", &[US, ("the Australian", "x:paper")]);
}

#[test]
fn one_word_that_says_something_is_as_easily_a_person() {
    check("en", "In the US, it would be fun, Gold said with a laugh.", &[US]);
    check("en", "In the US, the newspaper Gold found it out.", &[US, ("Gold", "x:gold")]);
}

#[test]
fn a_name_in_another_language_is_whoever_bears_it_on_the_page() {
    check("it", "Così parla Guido Lombardi adesso. Italia vince, dice Lombardi.", &[("Italia", "x:italy")]);
    check("it", "I Lombardi votano in Italia.", &[("Lombardi", "x:lombardy"), ("Italia", "x:italy")]);
}

#[test]
fn a_name_in_another_language_is_no_word_of_english() {
    check("it", "Vive a Roma da anni.", &[("Roma", "x:rome")]);
    check("it", "Viene dall'Italia.", &[("Italia", "x:italy")]);
    check("en", "In Italy, the Roma people protested.", &[("Italy", "x:italy")]);
    check("en", "In Italy, an EUA permits it.", &[("Italy", "x:italy")]);
    check("pt", "O presidente dos EUA falou.", &[("EUA", "x:us")]);
    check("it", "Vive in Europa da anni.", &[("Europa", "x:europe")]);
    check("en", "In Italy, they looked at the moon Europa.", &[("Italy", "x:italy")]);
}

#[test]
fn initials_in_another_language_are_written_in_capitals() {
    check("de", "Das sagt die UNO selbst.", &[("UNO", "x:un")]);
    check("es", "Uno de ellos lo dijo.", &[]);
}

#[test]
fn a_word_of_the_language_is_no_small_town_even_after_a_preposition() {
    let germany = ("Deutschland", "x:germany");
    check("de", "Deutschland zahlt. Sie rät bei Waren von dort zu Vorsicht.", &[germany]);
    check("en", "Germany pays. They moved to Waren last year.", &[("Germany", "x:germany"), ("Waren", "x:waren")]);
}

#[test]
fn a_dot_ties_a_place_to_a_longer_name() {
    check("ja", "日本はマンチェスター・ユナイテッドに勝った。", &[("日本", "x:japan")]);
    check("ja", "日本はマンチェスターで勝った。", &[("日本", "x:japan"), ("マンチェスター", "x:manchester")]);
}

#[test]
fn german_makes_nouns_of_names() {
    check("de", "Das sagte der SPD-Politiker Arlt.", &[("SPD", "x:spd")]);
    check("de", "Das tat die Trump-Regierung selbst.", &[("Trump", "x:trump")]);
    check("de", "Sie zogen nach Pereira-Mitte um.", &[]);
    check("en", "The SPD-Times spoke of it.", &[]);
}

#[test]
fn german_writes_nouns_beside_a_country() {
    check("de", "Wer in Deutschland Kanzler wird, zahlt.", &[("Deutschland", "x:germany")]);
    check("de", "Davor lag noch der Amerikaner Chad Campbell mit allen gleichauf.", &[]);
}

#[test]
fn a_scholars_name_is_no_little_known_college_and_a_phrase_no_gang() {
    check("en", "In the US, they admire Einstein still.", &[US]);
    check("en", "In the US, they built Einstein College then.", &[US, ("Einstein College", "x:college")]);
    check("es", "En USA, La Familia gana.", &[("USA", "x:us")]);
    check("en", "In the US, they heard the State of the Union address.", &[US]);
}

#[test]
fn a_parliament_called_as_many_are_needs_its_country() {
    let found = ("Assembleia da República", "x:ministry");
    check("pt", "Em Italia, a Assembleia da República votou.", &[("Italia", "x:italy"), found]);
    check("pt", "Em USA, a Assembleia da República votou.", &[("USA", "x:us")]);
}
