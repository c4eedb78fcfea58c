//! Abbreviations of the parts of countries that news in English sets after a town: "Edmonton, Ky."

use super::Lookup;
use super::matches::{Candidate, Match, Origin};
use crate::document::Document;
use crate::order::sort_by_key;
use crate::seeds::{AliasKind, Risk};

/// Countries, and their parts: abbreviations, those of the press without their stops and those of the post, before a GeoNames id.
const PARTS: [(&str, &str); 3] = [
    (
        "iso:US",
        "Ala AL 4829764 AK 5879092 Ariz AZ 5551752 Ark AR 4099753 Calif CA 5332921 Colo CO 5417618 Conn CT 4831725 Del DE \
        4142224 Fla FL 4155751 Ga GA 4197000 HI 5855797 ID 5596512 Ill IL 4896861 Ind IN 4921868 IA 4862182 Kan KS 4273857 \
        Ky KY 6254925 La LA 4331987 ME 4971068 Md MD 4361885 Mass MA 6254926 Mich MI 5001836 Minn MN 5037779 Miss MS 4436296 \
        Mo MO 4398678 Mont MT 5667009 Neb NE 5073708 Nev NV 5509151 NH 5090174 NJ 5101760 NM 5481136 NY 5128638 NC 4482348 \
        ND 5690763 OH 5165418 Okla OK 4544379 Ore OR 5744337 Pa PA 6254927 RI 5224323 SC 4597040 SD 5769223 Tenn TN 4662168 \
        Tex TX 4736286 UT 5549030 Vt VT 5242283 Va VA 6254928 Wash WA 5815135 WVa WV 4826850 Wis WI 5279468 Wyo WY 5843591 \
        DC 4138106",
    ),
    (
        "iso:CA",
        "Ont ON 6093943 Que QC 6115047 BC 5909050 Alta AB 5883102 Sask SK 6141242 Man MB 6065171 NS 6091530 NB 6087430 \
        PEI 6113358 Nfld NL 6354959",
    ),
    ("iso:AU", "NSW 2155400 Qld QLD 2152274 ACT 2177478 Tas 2147291"),
];

/// The country and the GeoNames id of the part that `word` abbreviates, with or without its stops.
pub fn abbreviated(word: &str) -> Option<(&'static str, &'static str)> {
    let letters: String = word.chars().filter(|letter| !matches!(letter, '.' | ' ')).collect();
    if letters.len() < 2 || !letters.starts_with(|first: char| first.is_ascii_uppercase()) {
        return None;
    }
    // The post's have no stops: "L.A." is no Louisiana.
    let stopped = word.trim_end_matches('.').contains('.');
    let is_id = |word: &str| word.as_bytes()[0].is_ascii_digit();
    PARTS.iter().find_map(|&(country, parts)| {
        let words: Vec<&str> = parts.split_ascii_whitespace().collect();
        let at = words.iter().position(|known| *known == letters)?;
        let second = at > 0 && !is_id(words[at - 1]);
        let id = words[at..].iter().find(|word| is_id(word))?;
        (!(stopped && second)).then_some((country, *id))
    })
}

/// Adds to `matches`, in order, the parts that are abbreviated after a name and a comma. Those of the post, which are initials of
/// much else, need a name that a pack knows: "Jane Smith, MD".
pub fn add_abbreviated(document: &Document, matches: &mut Vec<Match>, lookup: &mut Lookup) {
    let mut found = Vec::new();
    for comma in (1..document.tokens.len()).filter(|&token| document.word(token) == ",") {
        let (name, start) = (document.tokens[comma - 1].end, document.tokens[comma].end + 1);
        if !document.is_capitalised(comma - 1) || document.tokens[comma].start != name {
            continue;
        }
        let Some(rest) = document.text.get(start..) else { continue };
        let word = &rest[..rest.find([' ', ',', ')', '\n', '-', '—']).unwrap_or(rest.len())];
        let Some((_, id)) = abbreviated(word).filter(|_| !takes_stop(word)) else { continue };
        let range = start..start + word.len();
        let after = matches.partition_point(|matched| matched.range.end <= start);
        let taken = matches.get(after).is_some_and(|matched| matched.range.start < range.end);
        let known = after > 0 && matches[after - 1].range.end == name;
        let block = document.blocks.iter().position(|block| block.range.contains(&start));
        let (Some(block), Some(handle)) = (block, lookup.knowledge.find_id(&["gn:", id].concat())) else { continue };
        if taken || !document.blocks[block].in_article || !(known || word.contains('.')) {
            continue;
        }
        lookup.load(handle);
        let candidate = Candidate { handle, form: AliasKind::Short, risk: Risk::None };
        found.push(Match { range, block, candidates: vec![candidate], origin: Origin::Form });
    }
    if !found.is_empty() {
        matches.append(&mut found);
        sort_by_key(matches, |matched| matched.range.start);
    }
}

/// Whether the abbreviation is one that a stop always follows: "Miss." is a state and "Miss" is none.
pub fn takes_stop(word: &str) -> bool {
    word.ends_with(|last: char| last.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_by_their_abbreviations() {
        let table = [
            ("Ky.", Some(("iso:US", "6254925"))),
            ("KY", Some(("iso:US", "6254925"))),
            ("W.Va.", Some(("iso:US", "4826850"))),
            ("N. Y.", Some(("iso:US", "5128638"))),
            ("D.C.", Some(("iso:US", "4138106"))),
            ("B.C.", Some(("iso:CA", "5909050"))),
            ("NSW", Some(("iso:AU", "2155400"))),
            ("LA", Some(("iso:US", "4331987"))),
            ("L.A.", None),
            ("ky.", None),
            ("K.", None),
            ("5128638", None),
            ("", None),
        ];
        for (word, part) in table {
            assert_eq!(abbreviated(word), part, "{word}");
        }
        assert!(takes_stop("Miss") && !takes_stop("Miss.") && !takes_stop("MS"));
    }

    #[cfg(feature = "compile")]
    #[test]
    fn an_abbreviation_after_a_name_is_the_state() {
        const WORLD: &str = r#"
            entity = [
              { id = "wd:Q30", kind = "country", label = "United States", description = "A country.", prominence = 90, same_as = ["iso:US"] },
              { id = "gn:6254925", kind = "region", label = "Kentucky", description = "A state.", country = "wd:Q30", prominence = 55 },
              { id = "gn:1", kind = "city", label = "Covington", description = "A city.", country = "wd:Q30", prominence = 60 },
            ]
        "#;
        let table = [
            ("They met in Covington, Ky., and left.", "Ky."),
            ("They met in Covington, KY and left.", "KY"),
            ("They met in Nowhere, Ky. Then they left.", "Ky."),
            ("They met Jane Smith, KY and left.", ""),
            ("They met in Covington Ky. and left.", ""),
            ("They met in Covington, Ky and left.", ""),
        ];
        for (text, drawn) in table {
            let engine = crate::drawn_world::engine_of(WORLD);
            let options = crate::PlainOptions { language: Some("en".into()), date: None };
            let found = engine.annotate_plain(text, &options).mentions;
            let state = found.iter().find(|mention| mention.shown && mention.entity == "gn:6254925");
            assert_eq!(state.map_or("", |mention| &text[mention.range.clone()]), drawn, "{text}");
        }
    }

    #[test]
    fn every_abbreviation_has_a_part_and_stands_once() {
        let mut seen: Vec<&str> = Vec::new();
        for (_, parts) in PARTS {
            assert!(parts.ends_with(|last: char| last.is_ascii_digit()), "{parts}");
            for word in parts.split_ascii_whitespace() {
                assert!(!seen.contains(&word), "{word}");
                seen.push(word);
            }
        }
    }
}
