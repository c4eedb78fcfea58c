//! Splits an office holder as the Factbook prints it ("President Bashar al-ASAD") into title and name.

use super::fold::plain;
use super::source::{Row, tab_rows};
use std::collections::HashMap;

/// A person as printed, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Holder {
    /// The office in lower case: "president", "interim prime minister".
    pub title: String,
    /// The name in ordinary case.
    pub name: String,
    /// The name as the Factbook spells it, in ordinary case.
    pub printed: String,
    /// Identifier of the person's card where it is not made of the name.
    pub id: Option<String>,
    /// The parts of the name that are printed in capitals, in ordinary case: the surname.
    pub surname: String,
}

impl Holder {
    /// Whether the office is held for a while only: interim, acting, caretaker.
    pub fn is_passing(&self) -> bool {
        MANNERS.iter().any(|manner| self.title.starts_with(manner))
    }
}

/// Titles of heads of state and government, the longer before the shorter that begins them.
const TITLES: &[&str] = &[
    "president of the islamic republic of afghanistan",
    "president of the swiss confederation",
    "president of the government of spain",
    "president of the government or acting prime minister",
    "president of the government or prime minister",
    "president of the government",
    "president of the republic",
    "president of council of ministers",
    "executive president",
    "state affairs commission president",
    "state affairs commission chairman",
    "chairman of the council of ministers",
    "chairperson of the council of ministers",
    "president of the territorial council",
    "president of territorial council",
    "president",
    "prime minister and co-vice president",
    "prime minister and vice president",
    "prime minister and minister of interior",
    "prime minister and foreign minister",
    "prime minister crown prince",
    "prime minister vice president",
    "prime minister",
    "prime",
    "premier",
    "chief minister",
    "chief executive",
    "chancellor",
    "federal chancellor",
    "supreme leader",
    "taoiseach",
    "minister-president",
    "minister of state",
    "king and prime minister",
    "king",
    "queen",
    "amir",
    "sultan and prime minister",
    "sultan and prime",
    "sultan",
    "emperor",
    "prince",
    "grand duke",
    "pope",
    "governor-general",
    "governor general",
    "governor",
    "head of state",
    "head of government",
];
/// Words before a title that change how the office is held.
const MANNERS: &[&str] = &["interim", "transitional", "acting", "caretaker"];
/// Ranks and degrees between title and name.
const RANKS: &[&str] = &[
    "gen.", "gen", "lt.", "col.", "capt.", "maj.", "brig.", "dr.", "dr", "sir", "hrh", "general", "adm.", "sr.",
    "fmr.", "sheikh", "tan", "sri", "shaykh", "dato", "dato'", "datuk", "seri", "haji", "mr.", "ms.", "mrs.",
];
/// Words that no name holds: what was read as a name is part of a sentence about an office.
const OFFICE_WORDS: &[&str] = &[
    "president",
    "minister",
    "prime",
    "general",
    "chair",
    "chairman",
    "chairperson",
    "leader",
    "elect",
    "council",
    "king",
    "queen",
    "vice",
    "premier",
    "premiers",
    "deputy",
    "transition",
    "transitional",
    "interim",
    "acting",
    "gnu",
    "governor",
    "speaker",
    "ceo",
    "designate",
    "caretaker",
    "commissioner",
    "administrator",
    "captain",
    "captains",
    "regent",
    "member",
    "secretary",
];
/// Particles that stay small inside a name.
const PARTICLES: &[&str] = &[
    "al", "bin", "ibn", "de", "da", "do", "dos", "das", "del", "la", "van", "von", "der", "den", "e", "y", "el",
    "bint", "ben",
];
/// A longer name is a sentence that was cut out of the text by mistake.
const MAX_NAME_WORDS: usize = 7;

/// Reads `printed`; nothing when it is no title and name.
pub fn read(printed: &str) -> Option<Holder> {
    let printed = printed.split([',', ';']).next()?.replace("(ret.) ", "").replace("(Ret.) ", "");
    let printed = printed.split('(').next()?.trim();
    // Monarchs may be printed with one of their realms behind the name: "King Harald V of Norway".
    let printed = match printed.rsplit_once(" of ") {
        Some((king, _)) if king.starts_with("King ") || king.starts_with("Queen ") => {
            if king.split_whitespace().any(is_capitals) { king } else { printed }
        }
        _ => printed,
    };
    let lower = printed.to_lowercase();
    let mut rest = lower.as_str();
    let mut manner = "";
    for word in MANNERS {
        if let Some(after) = rest.strip_prefix(word).and_then(|after| after.strip_prefix(' ')) {
            (manner, rest) = (word, after);
        }
    }
    let title = TITLES.iter().find(|title| rest.strip_prefix(**title).is_some_and(|after| after.starts_with(' ')))?;
    let start = lower.len() - rest.len() + title.len();
    // Lower case may have other byte lengths than the text itself.
    let words: Vec<&str> = printed.get(start..)?.split_whitespace().collect();
    let of_country = matches!(*title, "king" | "queen") && words.first() == Some(&"of");
    let words = words.into_iter().skip_while(|word| of_country && !is_capitals(word));
    let words: Vec<&str> = words.skip_while(|word| RANKS.contains(&word.to_lowercase().as_str())).collect();
    let (name, surname) = name(&words)?;
    let title = match *title {
        "prime" => "prime minister",
        "amir" => "emir",
        "president of the government" | "president of the government of spain" => "president of the government",
        title if title.starts_with("president of the government or") || title.starts_with("prime minister ") => {
            "prime minister"
        }
        "president of the republic" | "executive president" => "president",
        "president of the swiss confederation" | "president of the islamic republic of afghanistan" => "president",
        title => title.split(" and prime").next().unwrap_or(title),
    };
    Some(Holder {
        title: format!("{manner} {title}").trim().to_string(),
        printed: name.clone(),
        id: None,
        name,
        surname,
    })
}

/// Reads a name that is printed without a title.
pub fn read_untitled(printed: &str) -> Option<Holder> {
    let words: Vec<&str> = printed.split_whitespace().collect();
    let (name, surname) = name(&words).filter(|_| words.len() > 1)?;
    Some(Holder { title: String::new(), printed: name.clone(), id: None, name, surname })
}

/// Name and surname in ordinary case, when the words are a name with its surname in capitals.
fn name(words: &[&str]) -> Option<(String, String)> {
    let plain = plain(&words.join(" "));
    let names_office = plain.split(' ').any(|word| OFFICE_WORDS.contains(&word));
    if words.is_empty() || words.len() > MAX_NAME_WORDS || names_office || words.iter().any(|word| !is_name_word(word))
    {
        return None;
    }
    let surname: Vec<String> = words
        .iter()
        .enumerate()
        .filter(|(_, word)| is_capitals(word))
        .map(|(index, word)| ordinary(word, index == 0))
        .collect();
    let name: Vec<String> = words.iter().enumerate().map(|(index, word)| ordinary(word, index == 0)).collect();
    (!surname.is_empty()).then(|| (name.join(" "), surname.join(" ")))
}

fn is_name_word(word: &str) -> bool {
    let begins_well = word.starts_with(|letter: char| letter.is_uppercase() || letter == '"' || letter == '“');
    (begins_well || PARTICLES.iter().any(|particle| word == *particle || word.starts_with(&format!("{particle}-"))))
        && !word.contains(|sign: char| sign.is_ascii_digit() || sign == ':')
}

/// Whether the word is printed in capitals, apart from particles: "ASAD", "al-ASAD", "O'NEILL".
fn is_capitals(word: &str) -> bool {
    word.split('-').any(|part| {
        part.chars().filter(|letter| letter.is_uppercase()).count() >= 2 && !part.chars().any(char::is_lowercase)
    }) || word.strip_prefix("Mc").or(word.strip_prefix("Mac")).is_some_and(is_capitals)
}

/// A word in ordinary case; regnal numbers stay as they are.
fn ordinary(word: &str, first: bool) -> String {
    let regnal = !first && word.chars().all(|letter| "IVX".contains(letter));
    if regnal {
        return word.to_string();
    }
    word.split('-')
        .enumerate()
        .map(|(index, part)| {
            let is_loud = part.chars().filter(|letter| letter.is_alphabetic()).count() >= 2
                && !part.chars().any(char::is_lowercase);
            let small = part.to_lowercase();
            match () {
                () if !is_loud => part.to_string(),
                () if (small == "al" || small == "el") && index == 0 && word.contains('-') => small,
                () => capitalised(&small),
            }
        })
        .collect::<Vec<_>>()
        .join("-")
}

/// First letter large, also after an apostrophe that follows one letter ("O'Neill") and after "Mc".
fn capitalised(small: &str) -> String {
    let mut out = String::new();
    let mut large = true;
    for (index, letter) in small.chars().enumerate() {
        if large {
            out.extend(letter.to_uppercase())
        } else {
            out.push(letter)
        }
        large = (letter == '\'' && index == 1) || (index == 1 && small.starts_with("mc") && small.chars().count() > 4);
    }
    out
}

/// Whether two names are spellings of one person's: a surname and the first word in common, and the second as well
/// where the surname comes first ("Li Keqiang", "Li Qiang").
pub fn same_person(one: &Holder, other: &Holder) -> bool {
    let words = |text: &str| -> Vec<String> { plain(text).split_whitespace().map(str::to_string).collect() };
    let (surname, other_surname) = (words(&one.surname), words(&other.surname));
    let (name, other_name) = (words(&one.name), words(&other.name));
    let compared = if name.first().is_some_and(|first| surname.contains(first)) { 2 } else { 1 };
    surname.iter().any(|word| other_surname.contains(word))
        && name.iter().take(compared).eq(other_name.iter().take(compared))
}

/// Whether two names share a word of some length.
pub fn share_word(one: &Holder, other: &Holder) -> bool {
    let other = plain(&other.name);
    plain(&one.name)
        .split_whitespace()
        .any(|word| word.len() > 2 && other.split_whitespace().any(|known| known == word))
}

/// The spellings under which news knows people, by profile and the Factbook's spelling (`holder_spellings.tsv`).
pub struct Spellings(HashMap<(String, String), Row>);

impl Spellings {
    /// The reviewed table.
    pub fn reviewed() -> Self {
        let rows = tab_rows("holder_spellings.tsv", include_str!("holder_spellings.tsv")).unwrap_or_default();
        let entry = |row: &Row| {
            let key = (row.get("gec").to_string(), plain(row.get("printed")));
            (key, row.clone())
        };
        Self(rows.iter().map(entry).collect())
    }

    /// `holder` with the usual spelling, if there is one; nothing when the row is known to be wrong.
    pub fn usual(&self, gec: &str, holder: Holder) -> Option<Holder> {
        let Some(row) = self.0.get(&(gec.to_string(), plain(&holder.name))) else { return Some(holder) };
        let (name, surname) = (row.get("usual").to_string(), row.get("surname").to_string());
        let id = Some(row.get("id").to_string()).filter(|id| !id.is_empty());
        (name != "-").then_some(Holder { name, surname, id, ..holder })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_names_are_told_apart() {
        for (printed, title, name, surname) in [
            ("President Bashar al-ASAD", "president", "Bashar al-Asad", "al-Asad"),
            ("Interim Prime Minister Muhammad YUNUS", "interim prime minister", "Muhammad Yunus", "Yunus"),
            ("President XI Jinping", "president", "Xi Jinping", "Xi"),
            ("Queen of Australia ELIZABETH II", "queen", "Elizabeth II", "Elizabeth II"),
            ("King LETSIE III", "king", "Letsie III", "Letsie III"),
            ("President Gen. Brice OLIGUI Nguema", "president", "Brice Oligui Nguema", "Oligui"),
            (
                "President Cristina FERNANDEZ DE KIRCHNER",
                "president",
                "Cristina Fernandez De Kirchner",
                "Fernandez De Kirchner",
            ),
            ("Prime Minister Peter O'NEILL", "prime minister", "Peter O'Neill", "O'Neill"),
            ("Prime Anatole Collinet MAKOSSO", "prime minister", "Anatole Collinet Makosso", "Makosso"),
            ("President Joseph R. BIDEN, Jr", "president", "Joseph R. Biden", "Biden"),
        ] {
            let holder = read(printed).unwrap_or_else(|| panic!("{printed}"));
            assert_eq!((holder.title.as_str(), holder.name.as_str(), holder.surname.as_str()), (title, name, surname));
        }
    }

    #[test]
    fn what_is_no_title_and_name_is_refused() {
        for printed in [
            "Vice President Manuel Domingos VICENTE",
            "President Elect Adama BARROW",
            "caretaker cabinet",
            "NABDERRAHMANE as prime minister following the resignation of Prime Minister Abdelaziz DJERAD",
            "Statement: the United States recognizes Juan GUAIDO as the Interim President",
            "representated by Governor Colin ROBERTS",
            "",
        ] {
            assert_eq!(read(printed), None, "{printed}");
        }
    }

    #[test]
    fn relatives_are_not_one_person() {
        let read = |text| read(text).unwrap();
        assert!(same_person(&read("President Alberto Angel FERNANDEZ"), &read("President Alberto Ángel FERNÁNDEZ")));
        assert!(!same_person(&read("Premier LI Keqiang"), &read("Premier LI Qiang")));
        assert!(!same_person(&read("President Idriss DEBY Itno"), &read("President Mahamat Idriss DEBY")));
        assert!(!same_person(&read("Prime Minister Nawaz SHARIF"), &read("Prime Minister Shehbaz SHARIF")));
    }
}
