//! Names that are everyday words of some language: "Universidad", "Lille", 合作 ("cooperation").
//!
//! The table was made by comparing the written forms of imported places with how common the same letters are in each language beyond
//! what a place of that size would account for. Nothing else of the word lists is kept. Forms of large places and of countries ("Того"
//! is "that" before it is Togo, "Dabei" a German adverb before it is a spelling of Dubai) were chosen from that comparison by reading.

use crate::everyday::{NOTHING_ELSE, bit};
use crate::kind::EntityKind;
use crate::seeds::SeedEntity;
use std::collections::HashMap;

const TABLE: &str = include_str!("everyday_words.tsv");

/// In place of a prominence: nothing of that name, place or not, is meant as often as the word.
const ANY: u8 = u8::MAX;
/// In place of a prominence: nothing is meant but the word, even where the page names what else is called so.
const ONLY_WORD: &str = "!";

/// The table, read once for a pack.
pub struct EverydayWords {
    /// Languages of a form, and the prominence up to which a place of that name is meant seldomer than the word there.
    forms: HashMap<&'static str, Vec<(u64, u8)>>,
}

impl EverydayWords {
    /// Reads the table.
    pub fn read() -> Self {
        let rows = TABLE.lines().skip(2).filter_map(|line| {
            let mut cells = line.split('\t');
            let (form, languages, prominence) = (cells.next()?, cells.next()?, cells.next()?);
            let most = if matches!(prominence, "-" | ONLY_WORD) { ANY } else { prominence.parse().ok()? };
            let only = if prominence == ONLY_WORD { NOTHING_ELSE } else { 0 };
            Some((form, (languages.split(' ').map(bit).sum::<u64>() | only, most)))
        });
        let mut forms: HashMap<_, Vec<_>> = HashMap::new();
        rows.for_each(|(form, row)| forms.entry(form).or_default().push(row));
        Self { forms }
    }

    /// The languages, as bits, in which `form` is more likely a word than this entity.
    pub fn languages(&self, form: &str, entity: &SeedEntity, prominence: u8) -> u64 {
        let place = matches!(entity.kind, EntityKind::City | EntityKind::Place | EntityKind::Region);
        let rows = self.forms.get(form).into_iter().flatten();
        let meant = rows.filter(|(_, most)| *most == ANY || place && prominence <= *most);
        // "was" in German: "ihr Krieg, der gegen die Ukraine war".
        let verb = if form.ends_with(" war") { bit("de") } else { 0 };
        meant.fold(verb, |all, (languages, _)| all | languages)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_row_of_the_table_is_whole() {
        let rows = TABLE.lines().skip(2).count();
        let words = EverydayWords::read();
        let read: HashSet<_> =
            words.forms.iter().flat_map(|(form, rows)| rows.iter().map(move |(_, most)| (form, most))).collect();
        assert_eq!(read.len(), rows, "a row is broken or stands twice");
        assert!(words.forms.values().flatten().all(|(languages, most)| *languages != 0 && *most > 0));
    }

    #[test]
    fn small_places_give_way_to_words() {
        let entity = |kind| -> SeedEntity {
            serde_json::from_value(serde_json::json!({ "id": "x:a", "kind": kind, "label": "A", "description": "A." }))
                .unwrap()
        };
        let words = EverydayWords::read();
        assert_eq!(words.languages("Universidad", &entity(EntityKind::City), 33), bit("es"));
        assert_eq!(words.languages("Universidad", &entity(EntityKind::City), 80), 0);
        assert_eq!(words.languages("Universidad", &entity(EntityKind::Outlet), 33), 0);
        assert_eq!(words.languages("合作", &entity(EntityKind::City), 30), bit("zh"));
        assert_eq!(words.languages("Damascus", &entity(EntityKind::City), 30), 0);
        assert_eq!(words.languages("Dabei", &entity(EntityKind::City), 74), bit("de"));
        assert_eq!(words.languages("Nato", &entity(EntityKind::Organisation), 80), bit("it") | bit("sl"));
    }

    #[test]
    fn on_pages_of_its_language_a_word_is_no_place() {
        let text = concat!(
            r#"{"id":"gn:1","kind":"city","label":"Universidad","description":"A town.","prominence":33}"#,
            "\n",
            r#"{"id":"gn:2","kind":"city","label":"Hezuo","description":"A town.","prominence":39,"aliases":["合作"]}"#,
            "\n",
            r#"{"id":"gn:3","kind":"city","label":"Dubai","description":"A city.","prominence":74,"aliases":["Dabei"]}"#,
            "\n",
            r#"{"id":"x:w","kind":"event","label":"Iran war","description":"A war."}"#,
            "\n",
            r#"{"id":"gn:4","kind":"city","label":"Maison Blanche","description":"A town.","prominence":40}"#,
            "\n",
            r#"{"id":"x:n","kind":"organisation","label":"NATO","description":"An alliance.","prominence":80,"aliases":["Nato",{"text":"NATO","kind":"acronym"}]}"#,
            "\n",
            r#"{"id":"x:u","kind":"country","label":"United States","description":"A country.","prominence":95,"aliases":["America"]}"#,
        );
        let engine = crate::drawn_world::engine_of(text);
        for (language, text, marked) in [
            ("es", "Es investigador en la Universidad de Lisboa.", false),
            ("en", "They met in Universidad on Monday.", true),
            ("zh", "双方的合作", false),
            ("de", "Dabei blieb es.", false),
            ("nl", "Hij was in Dabei.", true),
            ("it", "Nato a Roma, vive altrove.", false),
            ("it", "La NATO si riunisce.", true),
            ("de", "Die Nato tagt.", true),
            ("de", "Als er gegen den Iran war, blieb er es.", false),
            ("en", "The Iran war went on.", true),
            ("fr", "La Maison Blanche se tait.", false),
            ("es", "Los países de América se reúnen.", false),
            ("it", "È tornato dall'America.", true),
        ] {
            let options = crate::PlainOptions { language: Some(language.into()), date: None };
            let found = engine.annotate_plain(text, &options).mentions;
            assert_eq!(found.iter().any(|mention| mention.shown), marked, "{text}");
        }
    }
}
