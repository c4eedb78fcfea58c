//! What the words around, and the page as a whole, rule out.

use super::{check, marked};

#[test]
fn somebody_elses_name_is_no_place() {
    check("In the US, Stanley Gary won. Gary was glad.", &["       ^^ wd:Q3"]);
    check("He met Bill Jordan. “It was late,” said Jordan.", &[]);
    check("Mrs Mandela came to see it.", &[]);
}

#[test]
fn longer_names_claim_their_parts_wherever_they_end() {
    check("The Syrian Film Academy of the Arts Prize was given.", &[]);
    check("The Syrian Foreign Ministry spoke.", &["    ^^^^^^ wd:Q1"]);
    check("It cost US$3m.", &[]);
    check("The Paris agreement holds.", &[]);
    check("The U.S. Games Systems company grew.", &[]);
}

#[test]
fn the_words_after_a_town_say_where_it_lies() {
    check("They met in Paris, Texas.", &["            ^^^^^ gn:4", "                   ^^^^^ gn:13"]);
    check("They met in Paris, Ky., today.", &["            ^^^^^ gn:4", "                   ^^^ gn:6254925"]);
    check("They met in Damascus, Ky., today.", &["                      ^^^ gn:6254925"]);
    check("In Paris, Syria agreed.", &["   ^^^^^ gn:3", "          ^^^^^ wd:Q1"]);
    check(
        "In Paris, Jordan and Syria.",
        &["   ^^^^^ gn:3", "          ^^^^^^ wd:Q2", "                     ^^^^^ wd:Q1"],
    );
}

#[test]
fn small_towns_need_the_page() {
    check("Gary, the Alliance and Mach 5.", &[]);
    check("In France she lived near Mandela.", &["   ^^^^^^ wd:Q4", "                         ^^^^^^^ gn:11"]);
}

#[test]
fn people_languages_and_months_are_no_places() {
    check("Some Syrians left.", &[]);
    check("He wrote it in Syrian.", &[]);
    check("He met Syrian officials.", &["       ^^^^^^ wd:Q1"]);
}

#[test]
fn acronyms_that_the_text_defines_otherwise_are_silent() {
    check("The artificial widget (AW) works. AW is new.", &[]);
    check("He told AW so.", &["        ^^ x:aw"]);
}

#[test]
fn nothing_vouches_for_itself() {
    // The only thing of its country on the page, and no word says that it is a place.
    assert_eq!(marked("Mandela won again, and Mandela was glad.", "en"), [""; 0]);
}
