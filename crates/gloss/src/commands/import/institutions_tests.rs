//! Tests of how rows of the registry become cards.

use super::*;
use crate::commands::import::name_risk::NameRisk;

const HEADER: &str =
    "ror\tname\tenglish\twikidata\twikipedia\tacronyms\taliases\tnative\ttypes\tcountry\tcity\testablished\tparents\n";

fn made(row: &str) -> Option<SeedEntity> {
    let rows = tab_rows("t", &format!("{HEADER}{row}\n")).unwrap();
    let risk = NameRisk::of(&["health", "mines", "river"], &[], &[]);
    let present = Present::default();
    let known = countries::known_for_tests();
    let sources = Sources {
        known: known.into_iter().map(|known| (known.country.code.clone(), known)).collect(),
        labels: count_names(&rows, false),
        names: count_names(&rows, true),
        acronyms: count_acronyms(&rows),
        sure: HashMap::new(),
        reviewed: institution_names::read().unwrap(),
        seated: HashSet::from(["Q5".into()]),
    };
    entity(&rows[0], &GroupNames { risk: &risk, present: &present }, &sources)
}

#[test]
fn a_body_that_every_country_has_bears_its_country_s_name() {
    let entity =
        made("1\tMinistry of Mines\t\tQ1\thttps://en.wikipedia.org/wiki/A\tMOM\t\t\tgovernment\tIN\tDelhi\t1990\t")
            .unwrap();
    let forms: Vec<String> = entity.aliases.iter().map(|alias| alias.table().text).collect();
    assert_eq!(entity.label, "Indian Ministry of Mines");
    assert_eq!(forms, ["Ministry of Mines of India", "India’s Ministry of Mines", "MOM"]);
    assert_eq!(entity.description, "Ministry in Delhi, India.");
}

#[test]
fn a_province_s_ministry_is_not_called_the_country_s() {
    let row =
        "1\tMinistry of Health\t\tQ17013965\thttps://en.wikipedia.org/wiki/A\t\t\t\tgovernment\tIN\tVictoria\t1990\t";
    let entity = made(row).unwrap();
    assert_eq!(entity.label, "British Columbia Ministry of Health");
    assert_eq!(entity.description, "Ministry of the province of British Columbia, Canada.");
    assert!(entity.aliases.is_empty(), "{:?}", entity.aliases);
}

#[test]
fn an_administration_is_no_ministry_and_a_ministry_s_forerunners_are_not_counted() {
    let made = |name: &str| {
        let row = format!("1\t{name}\t\tQ4\thttps://en.wikipedia.org/wiki/A\t\t\t\tgovernment\tES\tNahr\t1717\t");
        made(&row).unwrap()
    };
    let (administration, ministry) = (made("Nahr River Administration"), made("Ministerio de Nahr"));
    assert!(administration.description.starts_with("Public body in Nahr"), "{}", administration.description);
    assert_eq!(administration.facts.len(), 1);
    assert!(ministry.description.starts_with("Ministry in Nahr"), "{}", ministry.description);
    assert!(ministry.facts.is_empty());
}

#[test]
fn a_body_of_many_states_bears_no_country_s_name() {
    let row =
        "1\tInternational Office of Mines\t\tQ1\thttps://en.wikipedia.org/wiki/A\t\t\t\tgovernment\tFR\tParis\t1990\t";
    assert_eq!(made(row).unwrap().label, "International Office of Mines");
}

#[test]
fn a_university_stands_by_its_own_name_and_gives_no_initials() {
    let entity = made(
        "1\tUniversidad de Nahr\tUniversity of Nahr\tQ2\thttp://en.wikipedia.org/wiki/B\tUDN\t\t\teducation\tES\tNahr\t1250\t",
    )
    .unwrap();
    let forms: Vec<String> = entity.aliases.iter().map(|alias| alias.table().text).collect();
    assert_eq!((entity.label.as_str(), forms), ("University of Nahr", vec!["Universidad de Nahr".to_string()]));
    assert_eq!(entity.more.as_deref(), Some("https://en.wikipedia.org/wiki/B"));
    assert_eq!(entity.facts[0].value, "1250");
}

#[test]
fn a_founding_is_told_as_the_register_s() {
    let founded = |kind: &str| {
        let row = format!("1\tNahr Works\t\tQ3\thttps://en.wikipedia.org/wiki/C\t\t\t\t{kind}\tES\tNahr\t1990\t");
        made(&row).unwrap().facts.remove(0)
    };
    for kind in ["company", "education"] {
        assert_eq!(founded(kind).attributed.as_deref(), Some("Research Organization Registry"), "{kind}");
    }
}

#[test]
fn a_company_s_city_is_told_where_a_second_list_has_it() {
    let described = |id: &str| {
        let row = format!("1\tNahr Works\t\t{id}\thttps://en.wikipedia.org/wiki/C\t\t\t\tcompany\tES\tNahr\t1990\t");
        made(&row).unwrap().description
    };
    assert_eq!([described("Q5"), described("Q6")], ["Company in Nahr, Spain.", "Company in Spain."]);
}
