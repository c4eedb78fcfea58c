//! Abbreviations of the parts of countries that news in English sets after a town: "Edmonton, Ky."

use super::Lookup;
use super::matches::{Candidate, Match, Origin};
use crate::document::Document;

/// Parts of the United States, Canada and Australia: abbreviations, those of the press without their last stops and those of the post,
/// and a GeoNames id.
const PARTS: &str = "Ala AL 4829764 AK 5879092 Ariz AZ 5551752 Ark AR 4099753 Calif CA 5332921 Colo CO 5417618 Conn CT 4831725 Del DE \
    4142224 Fla FL 4155751 Ga GA 4197000 HI 5855797 ID 5596512 Ill IL 4896861 Ind IN 4921868 IA 4862182 Kan KS 4273857 Ky \
    KY 6254925 La LA 4331987 ME 4971068 Md MD 4361885 Mass MA 6254926 Mich MI 5001836 Minn MN 5037779 Miss MS 4436296 Mo \
    MO 4398678 Mont MT 5667009 Neb NE 5073708 Nev NV 5509151 N.H NH 5090174 N.J NJ 5101760 N.M NM 5481136 N.Y NY 5128638 \
    N.C NC 4482348 N.D ND 5690763 OH 5165418 Okla OK 4544379 Ore OR 5744337 Pa PA 6254927 R.I RI 5224323 S.C SC 4597040 \
    S.D SD 5769223 Tenn TN 4662168 Tex TX 4736286 UT 5549030 Vt VT 5242283 Va VA 6254928 Wash WA 5815135 W.Va WV 4826850 \
    Wis WI 5279468 Wyo WY 5843591 D.C DC 4138106 Ont ON 6093943 Que QC 6115047 B.C BC 5909050 Alta AB 5883102 Sask SK \
    6141242 Man MB 6065171 N.S NS 6091530 N.B NB 6087430 P.E.I PEI 6113358 Nfld NL 6354959 NSW 2155400 Qld QLD 2152274 ACT \
    2177478 Tas 2147291";

/// The GeoNames id of the part that `word` abbreviates, with or without its last stop. Only the post leaves out the others: "L.A." is no
/// Louisiana.
pub fn abbreviated(word: &str) -> Option<&'static str> {
    let word = word.strip_suffix('.').unwrap_or(word);
    let is_id = |known: &&str| known.as_bytes()[0].is_ascii_digit();
    PARTS.split(' ').skip_while(|known| *known != word || is_id(known)).find(is_id)
}

/// Adds to `matches`, in order, the parts that are abbreviated after a name and a comma. Those of the post, which are initials of
/// much else, need a name that a pack knows: "Jane Smith, MD".
pub fn add_abbreviated(document: &Document, matches: &mut Vec<Match>, lookup: &mut Lookup) {
    for part in 2..document.tokens.len() {
        let name = document.tokens[part - 2].end;
        if document.word(part - 1) != ","
            || document.tokens[part - 1].start != name
            || !document.is_capitalised(part - 2)
            || !document.is_capitalised(part)
        {
            continue;
        }
        let word = document.word(part);
        let token = &document.tokens[part];
        let stop = usize::from(document.text[token.end..].starts_with('.'));
        let after = matches.partition_point(|matched| matched.range.end <= token.start);
        let taken = matches.get(after).is_some_and(|matched| matched.range.start < token.end);
        let known = after > 0 && matches[after - 1].range.end == name && may_be_a_place(&matches[after - 1], lookup);
        // "Miss." is a state and "Miss" is none.
        if taken || stop == 0 && (!known || word.ends_with(|last: char| last.is_lowercase())) {
            continue;
        }
        let block = document.blocks.iter().position(|block| block.in_article && block.range.contains(&token.start));
        let handle = abbreviated(word).and_then(|id| lookup.knowledge.find_id(&["gn:", id].concat()));
        if let (Some(block), Some(handle)) = (block, handle) {
            lookup.load(handle);
            let candidates = vec![Candidate::by_short_form(handle)];
            matches
                .insert(after, Match { range: token.start..token.end + stop, block, candidates, origin: Origin::Form });
        }
    }
}

fn may_be_a_place(matched: &Match, lookup: &Lookup) -> bool {
    let mut kinds = matched.candidates.iter().filter_map(|candidate| lookup.entity(candidate.handle));
    kinds.any(|record| record.kind.is_place())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_by_their_abbreviations() {
        let table = [
            ("Ky.", Some("6254925")),
            ("KY", Some("6254925")),
            ("W.Va.", Some("4826850")),
            ("N.Y", Some("5128638")),
            ("D.C.", Some("4138106")),
            ("B.C.", Some("5909050")),
            ("NSW", Some("2155400")),
            ("LA", Some("4331987")),
            ("L.A.", None),
            ("ky.", None),
            ("K.", None),
            ("5128638", None),
            ("", None),
        ];
        for (word, part) in table {
            assert_eq!(abbreviated(word), part, "{word}");
        }
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
        assert!(PARTS.ends_with(|last: char| last.is_ascii_digit()) && !PARTS.contains("  "));
        let mut seen: Vec<&str> = Vec::new();
        for word in PARTS.split(' ') {
            assert!(!seen.contains(&word), "{word}");
            seen.push(word);
        }
    }
}
