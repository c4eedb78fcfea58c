//! Tests of the terms of office.

use super::*;
use crate::commands::import::source::tab_rows;

const HEADER: &str = "profile\toffice_field\tholder_as_printed\tsince\tfirst_seen_snapshot\tgone_by_snapshot\trank\n";

fn read_terms(rows: &[[&str; 5]]) -> Vec<(String, String, Option<String>)> {
    all_terms(rows).into_iter().map(|term| (term.holder.name, term.from, term.to)).collect()
}

fn titles(rows: &[[&str; 5]]) -> Vec<String> {
    all_terms(rows).into_iter().map(|term| term.holder.title).collect()
}

fn all_terms(rows: &[[&str; 5]]) -> Vec<Term> {
    let text = rows
        .iter()
        .map(|[office, holder, since, seen, gone]| {
            format!("x/zz.json\t{office}\t{holder}\t{since}\t{seen}\t{gone}\tprimary\n")
        })
        .collect::<String>();
    // Some other profile changed often: the snapshots themselves are close together.
    let others: String = (1..=12)
        .map(|month| format!("x/yy.json\tchief_of_state\tKing A{month} ONE\t2000\t2022-{month:02}-01\t2022-{month:02}-28\tsecondary\n"))
        .collect();
    let rows = tab_rows("t", &(HEADER.to_string() + &text + &others)).unwrap();
    terms_of(&rows, &mut Import::default()).into_values().flatten().collect()
}

fn term(name: &str, from: &str, to: Option<&str>) -> (String, String, Option<String>) {
    (name.into(), from.into(), to.map(str::to_string))
}

#[test]
fn an_end_is_taken_from_a_change_between_close_snapshots() {
    let found = read_terms(&[
        ["chief_of_state", "President Ann BROOK", "2018-01-01", "2020-11-24", "2022-05-01"],
        ["chief_of_state", "President Carl DALE", "2022-04-20", "2022-05-01", ""],
    ]);
    assert_eq!(
        found,
        [term("Ann Brook", "2018-01-01", Some("2022-04-20")), term("Carl Dale", "2022-04-20", Some("ongoing"))]
    );
}

#[test]
fn no_end_is_inferred_across_the_hole_in_the_snapshots() {
    let found = read_terms(&[
        ["chief_of_state", "President Ann BROOK", "2012-01-01", "2015-10-26", "2020-11-24"],
        ["chief_of_state", "President Carl DALE", "2018-04-20", "2020-11-24", ""],
    ]);
    assert_eq!(found[0], term("Ann Brook", "2012-01-01", None));
}

#[test]
fn a_second_time_in_office_does_not_swallow_the_first() {
    let found = read_terms(&[
        ["chief_of_state", "President Ann BROOK", "2018-01-01", "2020-11-24", ""],
        ["chief_of_state", "President Carl DALE", "2022-04-20", "2022-05-01", "2022-09-01"],
        ["chief_of_state", "President Ann BROOK", "2022-08-20", "2022-09-01", ""],
    ]);
    assert_eq!(
        found,
        [
            term("Ann Brook", "2018-01-01", Some("2022-04-20")),
            term("Carl Dale", "2022-04-20", Some("2022-08-20")),
            term("Ann Brook", "2022-08-20", Some("ongoing")),
        ]
    );
}

#[test]
fn spellings_and_further_mandates_are_one_term() {
    let found = read_terms(&[
        ["chief_of_state", "President Ann BROOK", "2018-01-01", "2020-11-24", "2022-03-01"],
        ["chief_of_state", "President Ann Mary BRÓOK", "2018-01-01", "2022-03-01", ""],
        ["chief_of_state", "President Ann Mary BRÓOK", "2022-02-20", "2022-03-01", ""],
    ]);
    assert_eq!(found, [term("Ann Mary Bróok", "2018-01-01", Some("ongoing"))]);
}

#[test]
fn a_title_of_the_last_weeks_is_not_that_of_the_term() {
    let rows = [
        ["head_of_government", "Prime Minister Ann BROOK", "2020-10-01", "2020-11-24", "2022-03-01"],
        ["head_of_government", "Caretaker Prime Minister Ann BROOK", "2020-10-01", "2022-03-01", "2022-05-01"],
        ["head_of_government", "Prime Minister Carl DALE", "2022-04-20", "2022-05-01", ""],
    ];
    assert_eq!(titles(&rows), ["prime minister", "prime minister"]);
    assert_eq!(read_terms(&rows)[0], term("Ann Brook", "2020-10-01", Some("2022-04-20")));
}

#[test]
fn who_acted_in_an_office_first_took_it_later() {
    let rows = [
        ["chief_of_state", "Acting President Ann BROOK", "2021-11-05", "2022-01-01", "2022-05-01"],
        ["chief_of_state", "President Ann BROOK", "2022-04-04", "2022-05-01", ""],
    ];
    assert_eq!(titles(&rows), ["acting president", "president"]);
    assert_eq!(
        read_terms(&rows),
        [term("Ann Brook", "2021-11-05", Some("2022-04-04")), term("Ann Brook", "2022-04-04", Some("ongoing"))]
    );
}

#[test]
fn a_lost_title_is_that_of_the_others_in_the_office() {
    let rows = [
        ["head_of_government", "Prime Minister Ann BROOK", "2020-10-01", "2020-11-24", "2022-05-01"],
        ["head_of_government", "Carl DALE", "2022-04-20", "2022-05-01", ""],
    ];
    assert_eq!(titles(&rows), ["prime minister", "prime minister"]);
}

#[test]
fn a_collective_head_of_state_is_left_out() {
    let found = read_terms(&[
        ["chief_of_state", "President Ann BROOK", "2022-01-01", "2022-02-01", ""],
        ["chief_of_state", "President Carl DALE", "2022-01-01", "2022-02-01", ""],
    ]);
    assert_eq!(found.len(), 0, "{found:?}");
}

#[test]
fn a_president_who_also_heads_the_government_is_named_once() {
    let found = read_terms(&[
        ["chief_of_state", "President Ann BROOK", "2022-01-01", "2022-02-01", ""],
        ["head_of_government", "President Ann BROOK", "2022-01-01", "2022-02-01", ""],
    ]);
    assert_eq!(found.len(), 1);
}

#[test]
fn a_head_of_government_copied_into_another_profile_stays_where_the_office_is() {
    let rows = [
        ["x/aa.json", "Prime Minister Ann BROOK", "2021-05-12", "2022-04-22", "2023-06-24"],
        ["x/bb.json", "Prime Minister Carl DALE", "2016-04-23", "2022-01-01", "2023-07-13"],
        ["x/bb.json", "Prime Minister Ann BROOK", "2021-05-12", "2023-07-13", ""],
    ];
    let text: String = rows
        .iter()
        .map(|[profile, holder, since, seen, gone]| {
            format!("{profile}\thead_of_government\t{holder}\t{since}\t{seen}\t{gone}\tprimary\n")
        })
        .collect();
    let mut import = Import::default();
    let found = terms_of(&tab_rows("t", &(HEADER.to_string() + &text)).unwrap(), &mut import);
    let names = |gec: &str| -> Vec<&str> {
        let terms = found.get(&(gec.to_string(), Office::Government));
        terms.into_iter().flatten().map(|term| term.holder.name.as_str()).collect()
    };
    assert_eq!((names("aa"), names("bb")), (vec![], vec!["Carl Dale", "Ann Brook"]));
    assert_eq!(import.dropped["the same head of government in two countries"], ["aa: Ann Brook"]);
}
