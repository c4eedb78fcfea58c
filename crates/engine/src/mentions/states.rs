//! Abbreviations of the parts of countries that news in English sets after a town: "Edmonton, Ky."

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
