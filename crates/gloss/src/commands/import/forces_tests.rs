//! Tests of how the lists of forces are read.

use super::*;

fn names(text: &str) -> Vec<(String, Vec<String>)> {
    listed(text).into_iter().map(|listed| (listed.name, listed.acronyms)).collect()
}

#[test]
fn lists_are_read_as_the_profiles_write_them() {
    let found = names(
        "Nahr Armed Forces (NAF; Quwat Nahr): Nahr Army (includes Guard, Scouts), Navy; National Guard Ministry of Interior: Nahr Police (2025)",
    );
    let plain: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        plain,
        ["Nahr Armed Forces", "Nahr Army", "Navy", "National Guard", "Ministry of Interior", "Nahr Police"]
    );
    assert_eq!(found[0].1, ["NAF"]);
    let others: Vec<Vec<String>> = listed("Federal Forces (Nahrwehr): Army (Heer, includes Scouts of all sorts)")
        .into_iter()
        .map(|listed| listed.others)
        .collect();
    assert_eq!(others, [vec!["Nahrwehr".to_string()], vec![]]);
    assert!(names("the authorities are attempting to unify the factions under a single army").is_empty());
}

#[test]
fn a_general_name_gets_the_country_s_adjective() {
    let known = countries::known_for_tests();
    let of = |code: &str, name: &str, is_whole: bool| {
        let known = known.iter().find(|known| known.country.code == code).unwrap();
        let listed = Listed { name: name.into(), acronyms: vec![], others: vec![], is_whole };
        force(&listed, known, &HashMap::new(), &Present::default()).map(|entity| (entity.label, entity.description))
    };
    for (code, name, whole, label, description) in [
        ("IN", "Army", false, "Indian Army", "Army of India."),
        ("GB", "Royal Navy", false, "Royal Navy", "Navy of the United Kingdom."),
        ("US", "Coast Guard", false, "US Coast Guard", "Coast guard of the United States."),
        ("UA", "Armed Forces of Ukraine", true, "Armed Forces of Ukraine", "Armed forces of Ukraine."),
        ("NG", "Nigeria Police Force", false, "Nigeria Police Force", "Police of Nigeria."),
    ] {
        assert_eq!(of(code, name, whole), Some((label.to_string(), description.to_string())), "{name}");
    }
    let forms = |code: &str, name: &str| -> Vec<String> {
        let known = known.iter().find(|known| known.country.code == code).unwrap();
        let listed = Listed { name: name.into(), acronyms: vec![], others: vec![], is_whole: false };
        let made = force(&listed, known, &HashMap::new(), &Present::default()).unwrap();
        made.aliases.iter().map(|alias| alias.table().text).collect()
    };
    assert_eq!(forms("SD", "Central Reserve Police"), Vec::<String>::new());
    assert_eq!(forms("SD", "National Police"), ["Sudanese police"]);
    assert_eq!(of("IN", "Rockets", false), None);
    assert_eq!(of("IN", "Drug Control Police", false), None);
}

#[test]
fn a_ministry_with_more_in_its_name_is_another() {
    assert!(says("Army; Ministry of Interior: Police", "Ministry of Interior"));
    assert!(!says("Ministry of Interior and Municipalities: Police", "Ministry of Interior"));
}
