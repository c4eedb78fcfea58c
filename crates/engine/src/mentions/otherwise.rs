//! Says whether the words around a match make it, or what it is part of, the name of something else.

use super::matches::Candidate;
use super::surroundings::Surroundings;
use super::{KNOWN_AT_HOME, KNOWN_WIDELY, WELL_KNOWN, is_small_town, lexicon};
use crate::given_names::{is_given_name, is_mans_name, is_womans_name};
use crate::kind::EntityKind;
use crate::pack::records::EntityRecord;
use crate::seeds::{AliasKind, Risk};

/// Whether the words around say that the span is something else, or part of something else's name.
pub(super) fn is_excluded(
    form: &str,
    candidate: &Candidate,
    record: &EntityRecord,
    around: &Surroundings,
    foreign: bool,
    inflected: bool,
) -> bool {
    let one_word = !form.contains([' ', '-']);
    match candidate.form {
        // "Crews in Paris have agreed": what stands after a preposition of place does nothing.
        AliasKind::Metonym if around.in_place || !(around.acts || around.addressed) => return true,
        AliasKind::Demonym => {
            let surname = around.stranger_before.is_some_and(|before| is_given_name(&before.to_lowercase()));
            return around.part_of_another_name || around.stranger_after || around.language || around.half || surname;
        }
        // "Island" is Iceland in German only, "Europa" Europe in Spanish, "EUA" the United States in Portuguese.
        // Parties and armed groups are called by such names in English, too.
        AliasKind::Native
            if foreign && !matches!(record.kind, EntityKind::Person | EntityKind::Party | EntityKind::ArmedGroup) =>
        {
            return true;
        }
        _ => {}
    }
    let is_place = record.kind.is_place();
    if one_word && form.contains(char::is_lowercase) && lexicon::is_title(&form.to_lowercase()) {
        return true;
    }
    // "RTX 2060"
    let shouted = record.kind == EntityKind::Company && !form.contains(char::is_lowercase);
    if around.numbered
        && (shouted
            || record.kind == EntityKind::Outlet
            || record.kind == EntityKind::Region && candidate.form != AliasKind::Short)
    {
        return true;
    }
    if around.school && matches!(record.kind, EntityKind::Organisation | EntityKind::ArmedGroup)
        || around.institution && matches!(record.kind, EntityKind::City | EntityKind::Region)
    {
        return true;
    }
    let is_surname = record.kind == EntityKind::Person && candidate.form == AliasKind::Short;
    if around.alone_in_quotes && matches!(record.kind, EntityKind::City | EntityKind::Region) {
        return true;
    }
    if around.part_of_another_name && (is_place || record.kind == EntityKind::Government || is_surname) {
        return true;
    }
    if around.goes_on_in_romance && (is_surname || is_place && foreign || is_small_town(record, form)) {
        return true;
    }
    if around.month && matches!(form, "March" | "May" | "August") {
        return true;
    }
    // A case says that it is a word of the sentence; German writes every noun before it with a capital.
    let strange = around.stranger_after || around.stranger_before.is_some() && candidate.form != AliasKind::Acronym;
    if is_place && !inflected && strange {
        return true;
    }
    // "Democratic Party for the People"
    if record.kind == EntityKind::Party && (form.starts_with("the ") || around.goes_on) {
        return true;
    }
    if record.kind == EntityKind::City
        && (form.starts_with("the ") || around.opening_stranger.is_some() && is_small_town(record, form))
    {
        return true;
    }
    if around.hyphened
        && one_word
        && record.kind != EntityKind::Country
        && !(around.compound && is_of_compounds(record))
    {
        return true;
    }
    if record.kind == EntityKind::City
        && (around.part_of_another_place
            || around.title.is_some() && one_word
            || around.unlike_a_town && is_small_town(record, form))
    {
        return true;
    }
    // "Apple TV", "Ravens GM Ozzie"
    let ware = around.ware || around.stranger_after && candidate.risk == Risk::Context;
    if ware && matches!(record.kind, EntityKind::Company | EntityKind::Outlet) {
        return true;
    }
    // "Africa Movie Academy Award", "the 2nd Bundesliga", "Mobile World Congress"
    let ranked = around.ranked && record.kind == EntityKind::Organisation;
    let half = record.kind == EntityKind::Organisation
        && (candidate.form, candidate.risk) == (AliasKind::Short, Risk::Context)
        && around.stranger_before.is_some();
    if ranked || half || record.kind == EntityKind::Event && around.stranger_before.is_some() {
        return true;
    }
    // "Indra Nooyi"
    if record.kind == EntityKind::Company && around.stranger_after && is_given_name(&form.to_lowercase()) {
        return true;
    }
    // "Alabama coach Ann Lee", "a Princeton economist"
    if around.of_players && matches!(record.kind, EntityKind::City | EntityKind::Region)
        || (around.of_scholars || around.of_studies)
            && record.kind == EntityKind::City
            && record.prominence < KNOWN_WIDELY
        || around.dotted && is_place
    {
        return true;
    }
    // "the Australian national", "home to the Amazon", "Nationalrat Thomas Meier"
    if record.kind == EntityKind::Outlet && form.starts_with("the ") && around.before_noun
        || record.kind == EntityKind::Company && one_word && around.bare_after_the
        || record.kind == EntityKind::Organisation && one_word && around.before_given_name
    {
        return true;
    }
    // "Korea" is the South's, "Nord-Korea" isn't.
    if around.quarter && candidate.risk == Risk::Context && record.kind == EntityKind::Country {
        return true;
    }
    if around.half && record.kind == EntityKind::Country {
        return true;
    }
    if around.campus && record.kind == EntityKind::Region {
        return true;
    }
    // "Institute for Global Change" is no party called Change.
    let named_by_one_word = matches!(record.kind, EntityKind::Party | EntityKind::Outlet | EntityKind::Company);
    let common = around.stranger_before.is_some()
        || around.one_of_many
        || around.opens_sentence && !around.among_news && !around.acts;
    if one_word && named_by_one_word && common && candidate.form != AliasKind::Acronym {
        return true;
    }
    // "the Obama National Security Council", "Shearson Lehman Brothers"
    let body = record.kind == EntityKind::Organisation && form != record.label || record.kind == EntityKind::Company;
    if body && !one_word && around.stranger_before.is_some() {
        return true;
    }
    // "Philippe Renault" is no car, nor is "Philippe Reines" a prime minister, or "leader John Lewis" a shop.
    let is_called =
        around.title.is_some() && form.split(' ').next().is_some_and(|word| is_given_name(&word.to_lowercase()));
    if record.kind == EntityKind::Company && (around.after_given_name && one_word || is_called && !one_word)
        || is_place && around.after_given_name && one_word && record.kind != EntityKind::Country
        // "Juan Carlos Ortega" is no king.
        || record.kind == EntityKind::Person
            && form != record.label
            && around.before_capital
            && form.to_lowercase().split(' ').all(is_given_name)
    {
        return true;
    }
    // "Social Justice Coalition", "The Progressive Conservative government"
    let little_known = record.prominence < KNOWN_AT_HOME;
    let begins = form.get(..4).is_some_and(|the| the.eq_ignore_ascii_case("the "));
    if record.kind == EntityKind::Party
        && little_known
        && !one_word
        && (around.stranger_before.is_some() || around.stranger_after && begins)
    {
        return true;
    }
    // "the Iowa State Fair", "Koichiro Wada"
    let by_another_name = record.kind == EntityKind::Organisation && little_known && form != record.label;
    let longer = !one_word && around.stranger_after && !around.before_given_name;
    let spoken = foreign && one_word && form.contains(char::is_lowercase) && !record.label.contains(form);
    if by_another_name && (longer || spoken && around.stranger_before.is_some()) {
        return true;
    }
    // "when I was at Dartmouth", "the 18th hole at Augusta"
    if around.at && is_small_town(record, form) && little_known && around.ends {
        return true;
    }
    // "Mrs. Booker" is no man's surname here.
    if is_surname && around.title.is_some_and(|title| is_of_the_other_sex(title, record)) {
        return true;
    }
    // "President Dan McDowell"
    let titled = form.split(' ').next().is_some_and(|word| lexicon::is_title(&word.to_lowercase()));
    if record.kind == EntityKind::Person && around.stranger_after && (is_surname || titled) {
        return true;
    }
    // "Rifaat Assad" isn't the Assad meant, unless the word before is one of his names; nor are "Westchester Knicks" the Knicks.
    let team = foreign && one_word && record.kind == EntityKind::Organisation;
    let called_short = is_surname || team && form != record.label && record.label.ends_with(form);
    called_short && around.stranger_before.is_some_and(|before| !is_one_of_its_names(record, before))
}

/// Whether German makes nouns of its name that are no name of a place or a person: "SPD-Politiker", "Trump-Regierung".
fn is_of_compounds(record: &EntityRecord) -> bool {
    match record.kind {
        EntityKind::Person => record.prominence >= WELL_KNOWN,
        kind => !kind.is_place() && kind != EntityKind::Government,
    }
}

/// Whether a title is borne by women and the record is a man's, or the other way round, as far as given names tell.
fn is_of_the_other_sex(title: &str, record: &EntityRecord) -> bool {
    let given = record.label.split(' ').next().unwrap_or_default().to_lowercase();
    match title {
        "mrs" | "ms" | "lady" | "dame" | "queen" | "princess" | "actress" => is_mans_name(&given),
        "mr" | "sir" | "lord" | "king" | "prince" => is_womans_name(&given),
        _ => false,
    }
}

/// Whether the word is one of the names in its label.
pub(super) fn is_one_of_its_names(record: &EntityRecord, word: &str) -> bool {
    record.label.split([' ', '-']).any(|name| name == word)
}
