//! Terms of heads of state and government, read from the history of the Factbook's profiles.
//!
//! A term gets an end only when the old holder vanished from, and the new one appeared in, the same pair of snapshots
//! that lie close together. The history has holes (a year to November 2016, and March 2017 to November 2020): whoever
//! came and went inside one is missing, so no end is ever inferred across them.

use super::holder_names::{Holder, Spellings, read, read_untitled, same_person, share_word};
use super::output::Import;
use super::source::{self, Row};
use engine::seeds::SeedFact;
use miette::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The citation of every term.
pub const CITATION: &str = "import-factbook-holders";
/// The holes in the history; a holder first seen at the end of one may have had others before.
const HOLES: &[(&str, &str)] = &[("2015-11-30", "2016-11-30"), ("2017-03-30", "2020-11-30")];
/// Snapshots further apart than this many days may have missed somebody.
const CLOSE_SNAPSHOTS: i32 = 150;
/// A profile may lag this many days behind events; a longer lag may have skipped somebody.
const PROFILE_LAG: i32 = 120;
/// Whoever first appears so many days after the given beginning, though others were printed meanwhile, did not begin then.
const MISDATED_LAG: i32 = 400;
/// Two beginnings of one person's term so many days apart are a date put right, not a second term.
const SAME_BEGINNING: i32 = 120;

/// So few days apart are two dates of one beginning.
const DATE_SLIP: i32 = 3;

/// Which office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Office {
    /// Head of state.
    State,
    /// Head of government, where that is another person's office.
    Government,
}

impl Office {
    /// Heading of the fact.
    pub fn about(self) -> &'static str {
        match self {
            Self::State => "head of state",
            Self::Government => "head of government",
        }
    }
}

/// One person's time in an office.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Who, with the latest spelling and title.
    pub holder: Holder,
    /// First day.
    pub from: String,
    /// Last day, `ongoing`, or nothing when unknown.
    pub to: Option<String>,
    first_seen: String,
    gone_by: Option<String>,
}

impl Term {
    /// The term as a fact about the country or its government; `person` is the holder's card, if there is one.
    pub fn fact(&self, office: Office, person: Option<String>) -> SeedFact {
        SeedFact {
            about: office.about().into(),
            value: format!("{}, {}", self.holder.name, self.holder.title).trim_end_matches(", ").to_string(),
            reference: person,
            from: Some(self.from.clone()),
            to: self.to.clone(),
            cite: vec![CITATION.into()],
            ..SeedFact::default()
        }
    }
}

/// Terms by the profile's two-letter key and office, in order of time.
pub type Terms = BTreeMap<(String, Office), Vec<Term>>;

/// Reads every term; reports rows that can't be read and offices held by several people at once.
///
/// # Errors
/// When the table can't be read.
pub fn terms(folder: &Path, import: &mut Import) -> Result<Terms> {
    let rows = source::tab_file(&folder.join("people/factbook_officeholders.tsv"))?;
    Ok(terms_of(&rows, import))
}

fn terms_of(rows: &[Row], import: &mut Import) -> Terms {
    let snapshots: BTreeSet<String> = rows
        .iter()
        .flat_map(|row| [row.get("first_seen_snapshot"), row.get("gone_by_snapshot")])
        .map(str::to_string)
        .collect();
    let mut found: Terms = BTreeMap::new();
    let mut untitled = Vec::new();
    let spellings = Spellings::reviewed();
    for row in rows.iter().filter(|row| row.get("rank") == "primary") {
        let gec = row.get("profile").rsplit('/').next().unwrap_or("").trim_end_matches(".json");
        let office = if row.get("office_field") == "chief_of_state" { Office::State } else { Office::Government };
        let printed = row.get("holder_as_printed");
        if days(row.get("since")).is_none() {
            import.drop("the beginning of a term is no date", format!("{printed}: {}", row.get("since")));
            continue;
        }
        let key = (gec.to_string(), office);
        let titled = read(printed).filter(|holder| fits(holder, office));
        let Some(holder) = titled.clone().or_else(|| read_untitled(printed)) else {
            import.drop("no title and name of a head of state or government", printed);
            continue;
        };
        let Some(holder) = spellings.usual(gec, holder) else {
            import.drop("known to be wrong in the source", printed);
            continue;
        };
        let term = term(row, holder, &snapshots);
        if titled.is_some() {
            found.entry(key).or_default().push(term);
        } else {
            untitled.push((key, term));
        }
    }
    add_untitled(&mut found, untitled, import);
    drop_copied(&mut found, import);
    for ((gec, office), terms) in &mut found {
        *terms = joined(std::mem::take(terms));
        give_lost_titles(terms);
        drop_misdated(terms, &snapshots, |term| {
            let who = format!("{gec} {}: {} from {}", office.about(), term.holder.name, term.from);
            import.drop("appears long after the date at which the term is said to begin", who);
        });
        end(terms, &snapshots);
    }
    keep_only_heads_of_government(&mut found);
    found.retain(|(gec, office), terms| {
        let shared = are_colleagues(terms);
        if shared {
            import.drop("several people hold the office at once", format!("{gec}: {}", office.about()));
        }
        !shared
    });
    found
}

fn term(row: &Row, holder: Holder, snapshots: &BTreeSet<String>) -> Term {
    let from = row.get("since").to_string();
    let gone_by = Some(row.get("gone_by_snapshot").to_string()).filter(|date| !date.is_empty());
    // A person who was printed earlier, in another office or an earlier term, is seen in this one from its beginning.
    let first_seen = row.get("first_seen_snapshot").to_string();
    let first_seen = if from > first_seen {
        snapshots.range(from.clone()..).next().cloned().unwrap_or(first_seen)
    } else {
        first_seen
    };
    Term { holder, from, to: None, first_seen, gone_by }
}

/// A name whose title was lost is taken for the holder only if nobody with a title held the office meanwhile: it may
/// be one of several deputies.
fn add_untitled(found: &mut Terms, untitled: Vec<((String, Office), Term)>, import: &mut Import) {
    for (key, term) in untitled {
        let apart = |known: &Term| {
            known.gone_by.as_ref().is_some_and(|gone| *gone <= term.first_seen)
                || term.gone_by.as_ref().is_some_and(|gone| *gone <= known.first_seen)
        };
        let terms = found.entry(key).or_default();
        if !terms.is_empty() && terms.iter().all(apart) {
            terms.push(term);
        } else {
            import.drop("a name without a title beside a titled holder", term.holder.name);
        }
    }
}

/// Gives terms whose title was lost the one that all others in the office have, if they have one.
fn give_lost_titles(terms: &mut [Term]) {
    let mut titles = terms.iter().map(|term| term.holder.title.clone()).filter(|title| !title.is_empty());
    let Some(title) = titles.next() else { return };
    if titles.all(|other| other == title) {
        terms.iter_mut().for_each(|term| term.holder.title.clone_from(&title));
    }
}

/// Whether the title belongs to the office: a prime minister is no head of state.
fn fits(holder: &Holder, office: Office) -> bool {
    let heads_government = ["minister", "premier", "chancellor", "chief executive", "taoiseach", "head of government"];
    office == Office::Government || !heads_government.iter().any(|title| holder.title.contains(title))
}

/// Joins the rows of one office that speak of one term: other spellings, dates put right, further mandates.
fn joined(mut rows: Vec<Term>) -> Vec<Term> {
    rows.sort_by(|one, other| (&one.from, &one.first_seen).cmp(&(&other.from, &other.first_seen)));
    let mut terms: Vec<Term> = Vec::new();
    for row in rows {
        let begins_alike = |term: &Term| term.from.starts_with(&row.from) || row.from.starts_with(&term.from);
        // Who acted in an office and then got it took it on another day.
        let got_office = |term: &Term| {
            let apart = days(&row.from).zip(days(&term.from)).map_or(0, |(later, earlier)| later - earlier);
            term.holder.is_passing() && !row.holder.is_passing() && !begins_alike(term) && apart > DATE_SLIP
        };
        // Another spelling of the same beginning may stand a few rows back; a further mandate follows at once.
        let known = terms.iter().rposition(|term| {
            begins_alike(term) && (same_person(&term.holder, &row.holder) || share_word(&term.holder, &row.holder))
        });
        let last = terms
            .len()
            .checked_sub(1)
            .filter(|&last| same_person(&terms[last].holder, &row.holder) && !got_office(&terms[last]));
        match known.or(last) {
            Some(index) => absorb(&mut terms[index], row),
            None => terms.push(row),
        }
    }
    terms
}

fn absorb(term: &mut Term, row: Term) {
    let apart = days(&row.from).zip(days(&term.from)).map_or(0, |(later, earlier)| later - earlier);
    let is_newer = row.first_seen >= term.first_seen;
    if row.from.len() > term.from.len() && row.from.starts_with(&term.from)
        || (apart <= SAME_BEGINNING && is_newer && !term.from.starts_with(&row.from))
    {
        term.from = row.from;
    }
    term.gone_by = match (term.gone_by.take(), row.gone_by) {
        (Some(one), Some(other)) => Some(one.max(other)),
        _ => None,
    };
    if is_newer {
        let title = std::mem::take(&mut term.holder.title);
        let became_passing = row.holder.is_passing() && !title.is_empty();
        term.holder = row.holder;
        // "Caretaker" and the like are said of the last weeks of a term, not of all of it.
        if became_passing {
            term.holder.title = title;
        }
    }
    term.first_seen = term.first_seen.clone().min(row.first_seen);
}

/// Drops terms whose holder was in none of the snapshots of the first months: the date is somebody else's.
fn drop_misdated(terms: &mut Vec<Term>, snapshots: &BTreeSet<String>, mut report: impl FnMut(&Term)) {
    let Some(first) = terms.iter().map(|term| term.first_seen.clone()).min() else { return };
    terms.retain(|term| {
        let before = snapshots.range(first.clone()..term.first_seen.clone()).rfind(|date| !in_hole(date));
        let late = before
            .and_then(|before| days(before))
            .zip(days(&term.from))
            .is_some_and(|(before, from)| before - from > MISDATED_LAG);
        if late {
            report(term);
        }
        !late
    });
}

/// Whether several people are in office in the latest snapshot: then the list is no sequence.
fn are_colleagues(terms: &[Term]) -> bool {
    let mut present = terms.iter().filter(|term| term.gone_by.is_none());
    present.next_back().is_some_and(|last| present.any(|term| !same_person(&term.holder, &last.holder)))
}

/// Sets the ends that the snapshots prove.
fn end(terms: &mut [Term], snapshots: &BTreeSet<String>) {
    for index in 0..terms.len() {
        let term = &terms[index];
        let follows = |next: &&Term| {
            let other_office = term.holder.is_passing() && !next.holder.is_passing();
            next.from > term.from && (other_office || !same_person(&next.holder, &term.holder))
        };
        let next = terms[index + 1..].iter().find(follows);
        terms[index].to = match next {
            None if term.gone_by.is_none() && terms[index + 1..].is_empty() => Some("ongoing".into()),
            Some(next) if same_person(&next.holder, &term.holder) => Some(next.from.clone()),
            Some(next) if proves_end(term, next, snapshots) => Some(next.from.clone()),
            _ => None,
        };
    }
}

fn proves_end(term: &Term, next: &Term, snapshots: &BTreeSet<String>) -> bool {
    if in_hole(&next.first_seen) {
        return false;
    }
    let Some(before) = snapshots.range(..next.first_seen.clone()).next_back() else { return false };
    let (Some(seen), Some(before), Some(begins)) = (days(&next.first_seen), days(before), days(&next.from)) else {
        return false;
    };
    let gone_together = term.gone_by.as_ref().is_none_or(|gone| *gone >= next.first_seen);
    let lingered = term.gone_by.as_deref().and_then(days).is_some_and(|gone| gone - seen > PROFILE_LAG);
    gone_together
        && !lingered
        && seen - before <= CLOSE_SNAPSHOTS
        && before - begins <= PROFILE_LAG
        && term.first_seen < next.first_seen
}

fn in_hole(date: &str) -> bool {
    HOLES.iter().any(|(from, to)| (*from..=*to).contains(&date))
}

/// Where there is a prime minister, presidents listed as heads of government go; where the two offices are one
/// person's, the head of state says it.
fn keep_only_heads_of_government(found: &mut Terms) {
    let of_state: BTreeMap<String, Vec<Term>> = found
        .iter()
        .filter(|((_, office), _)| *office == Office::State)
        .map(|((gec, _), terms)| (gec.clone(), terms.clone()))
        .collect();
    for ((gec, office), terms) in found.iter_mut() {
        if *office == Office::Government
            && let Some(heads) = of_state.get(gec)
        {
            let repeats = |term: &Term, head: &Term| {
                same_person(&head.holder, &term.holder)
                    && (head.holder.title == term.holder.title || head.from == term.from)
            };
            terms.retain(|term| !heads.iter().any(|head| repeats(term, head)));
        }
    }
    found.retain(|_, terms| !terms.is_empty());
}

/// Drops prime ministers who stand in two countries' profiles, a slip of the source, where they vanished first. Where
/// they stayed they were in office when the other profile first printed them.
fn drop_copied(found: &mut Terms, import: &mut Import) {
    let rows = |found: &Terms| -> Vec<(String, Term)> {
        let heads = found.iter().filter(|((_, office), _)| *office == Office::Government);
        heads.flat_map(|((gec, _), terms)| terms.iter().map(|term| (gec.clone(), term.clone()))).collect()
    };
    let all = rows(found);
    let stays = |gec: &str, name: &str| {
        all.iter().any(|(other, term)| other == gec && term.holder.name == name && term.gone_by.is_none())
    };
    for ((gec, _), terms) in found.iter_mut().filter(|((_, office), _)| *office == Office::Government) {
        terms.retain_mut(|term| {
            let elsewhere: Vec<&(String, Term)> = all
                .iter()
                .filter(|(other, copy)| other != gec && copy.holder.name == term.holder.name && copy.from == term.from)
                .collect();
            let is_here = stays(gec, &term.holder.name);
            let is_copy = !is_here && elsewhere.iter().any(|(other, copy)| stays(other, &copy.holder.name));
            if is_copy {
                import.drop("the same head of government in two countries", format!("{gec}: {}", term.holder.name));
            } else if is_here && let Some(first) = elsewhere.iter().map(|(_, copy)| &copy.first_seen).min() {
                term.first_seen = term.first_seen.clone().min(first.clone());
            }
            !is_copy
        });
    }
}

/// A day's number, for differences only; a missing month or day counts as the first.
fn days(date: &str) -> Option<i32> {
    let mut parts = date.split('-');
    let year: i32 = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let mut small = || parts.next().map_or(Some(1), |part| part.parse::<i32>().ok());
    let (month, day) = (small()?, small()?);
    (parts.next().is_none()).then_some(year * 365 + year / 4 + (month - 1) * 61 / 2 + day)
}

#[cfg(test)]
#[path = "office_holders_tests.rs"]
mod tests;
