//! Decides whether a page is an article at all, or a list of them, a form, a shop.

use super::BlockRole;
use super::body::MAX_LINK_DENSITY;
use super::declared::letters;
use super::prose::{Prose, measure};
use super::vocabulary;
use crate::wire::BlockClues;

/// Letters in a row that only articles have; teasers have fewer between two linked titles.
const LEAST_RUN: f32 = 260.0;
/// Letters in a row where the page declares itself an article.
const LEAST_DECLARED_RUN: f32 = 140.0;

/// Letters in a row that are taken for an article even where the blocks look little like one.
const LEAST_DOUBTFUL_RUN: f32 = 1000.0;

/// How blocks of these roles were chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// From the usual probability on.
    Usual,
    /// From a low one, because the usual gave nothing.
    Doubtful,
}

/// Whether blocks of these roles make up an article; `declared` says whether the page says so.
pub fn is_article(texts: &[&str], blocks: &[BlockClues], roles: &[BlockRole], choice: Choice, declared: bool) -> bool {
    let least = match (choice, declared) {
        (_, true) => LEAST_DECLARED_RUN,
        (Choice::Usual, false) => LEAST_RUN,
        (Choice::Doubtful, false) => LEAST_DOUBTFUL_RUN,
    };
    longest_run(texts, blocks, roles) >= least
}

/// Letters of the longest run of sentences that nothing leading elsewhere interrupts: what tells a text from a list of teasers.
fn longest_run(texts: &[&str], blocks: &[BlockClues], roles: &[BlockRole]) -> f32 {
    let mut longest = 0.0_f32;
    let mut run = 0.0;
    let headline = roles.iter().position(|role| *role == BlockRole::Headline);
    let asked_before = headline.is_some_and(|headline| names(&blocks[headline], ASKS));
    for ((text, block), role) in texts.iter().zip(blocks).zip(roles) {
        let prose = measure(text);
        if is_linked_title(&prose, block.link_density) || leads_on(text, block.link_density) {
            run = 0.0;
        } else if role.in_body() && is_sentence(&prose) && !names(block, TALK) && (asked_before || !names(block, ASKS))
        {
            run += prose.length;
            longest = longest.max(run);
        }
    }
    longest
}

fn is_linked_title(prose: &Prose, link_density: f32) -> bool {
    // Beside the title may stand its date.
    prose.length >= 15.0
        && (link_density > MAX_LINK_DENSITY || (link_density >= 0.4 && !prose.ends && prose.digits > 0.0))
}

fn is_sentence(prose: &Prose) -> bool {
    prose.length >= 25.0 && prose.stops > 0
}

/// Classes of what readers write, to each other or about a thing to buy.
const TALK: &str = "forum|thread|comments|comment-list|commentlist|comment-body|discussion|reviews";
/// Classes of what asks for consent.
const ASKS: &str = "cookie|consent|gdpr";

/// Whether classes around a block have one of these words.
fn names(block: &BlockClues, words: &str) -> bool {
    vocabulary::has(&block.hints.to_ascii_lowercase(), words)
}

/// Links at the end of a teaser that lead to its story, as their letters.
const LEADS_ON: &str = "readmore|readon|continuereading|fullstory|weiterlesen|leermás|seguirleyendo|liresuite|lirelasuite|leiamais|saibamais|\
    leggitutto|continuaaleggere|leesmeer|leesverder|läsmer|lesmer|læsmere|czytajdalej|czytajwięcej|čístdále|devamınıoku|читатьдалее|\
    читатидалі|подробнее|続きを読む|阅读全文|閱讀全文|阅读更多|더보기|اقرأالمزيد|ادامهمطلب|مزیدپڑھیں|औरपढें|đọctiếp|xemthêm|\
    selengkapnya|อานตอ|המשךקריאה|διαβάστεπερισσότερα";

/// Whether a text is, or ends with, such a link.
fn leads_on(text: &str, link_density: f32) -> bool {
    /// Bytes of the longest such link, with what stands around it.
    const LONGEST: usize = 80;
    if link_density == 0.0 {
        return false;
    }
    let mut start = text.len().saturating_sub(LONGEST);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let end = letters(&text[start..]);
    LEADS_ON.split('|').any(|link| end.ends_with(link))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCES: &str =
        "Crossings had been suspended for six days. The operator expects a full timetable by the weekend.";

    #[track_caller]
    fn check(blocks: &[(&str, f32)], declared: bool, expected: bool) {
        let texts: Vec<&str> = blocks.iter().map(|block| block.0).collect();
        let clues = blocks.iter().map(|block| BlockClues { link_density: block.1, ..BlockClues::default() });
        let roles = vec![BlockRole::Body; blocks.len()];
        assert_eq!(is_article(&texts, &clues.collect::<Vec<_>>(), &roles, Choice::Usual, declared), expected);
    }

    #[test]
    fn links_that_lead_on_are_letters_alone() {
        for link in LEADS_ON.split('|') {
            assert_eq!(letters(link), link);
        }
        assert!(leads_on("Ferry back after storm … Read more »", 0.2));
        assert!(!leads_on("Read more", 0.0));
        assert!(!leads_on("He had read more than she had, he said.", 0.2));
    }

    #[test]
    fn teasers_make_no_article() {
        let (text, title, score) =
            ((SENTENCES, 0.0), ("Ferry link reopens after storm", 1.0), ("12 3 4.5 1 9 22 10 3 7", 0.0));
        check(&[text, text, text], false, true);
        check(&[text, title, text, title, text], false, false);
        check(&[text, text], false, false);
        check(&[text, text], true, true);
        check(&[text, ("Read more", 1.0), text, ("Read more", 1.0), text], false, false);
        check(
            &[text, ("Ferry link reopens 22.05.2017", 0.5), text, ("Ferry link reopens 22.05.2017", 0.5), text],
            false,
            false,
        );
        check(&[score; 30], false, false);
    }
}
