//! Decides which blocks of a page belong to its article: two logistic regressions, the second of which knows what the first thinks of
//! a block's neighbours and of what stands in the same elements.

use super::article::{Choice, is_article};
use super::declared::Declared;
use super::features::{self, FEATURES, Features};
use super::groups::{Numbers, Sums};
use super::{BlockRole, apart, hints, surroundings, tables, weights};
use crate::wire::{AnnotateRequest, BlockClues};

/// Measures that the second regression adds.
const CONTEXT: usize = 11;
/// Numbers for a block in the second regression.
pub const WITH_CONTEXT: usize = FEATURES + CONTEXT;

/// Probability from which a block is taken to be of the article.
const LIKELY: f32 = 0.5;
/// The same where that gives too little for an article: galleries and other odd ones.
const DOUBTFUL: f32 = 0.15;
/// A block with more of its text in links is a list of links.
pub(super) const MAX_LINK_DENSITY: f32 = 0.6;

/// The role of each block of a page, and whether it is an article; `texts` are the texts of `blocks`.
pub(super) fn understand(texts: &[&str], blocks: &[BlockClues], declared: &Declared) -> (Vec<BlockRole>, bool) {
    let headline = surroundings::headline(texts, blocks, &declared.title);
    let scores = score_declared(texts, blocks, declared);
    let judged = |least, choice| {
        let mut likely = with_tables(blocks, &scores, least);
        // What stands apart still tells that there is an article: some are a list of dates beside which all the prose stands.
        let article = is_article(texts, blocks, &roles(blocks, &likely, headline), choice, declared.article);
        apart::leave_out(&mut likely, blocks);
        (roles(blocks, &likely, headline), article)
    };
    let usual = judged(LIKELY, Choice::Usual);
    if usual.1 {
        return usual;
    }
    let doubtful = judged(DOUBTFUL, Choice::Doubtful);
    if doubtful.1 { doubtful } else { usual }
}

/// Which blocks belong to the article, by their probabilities and by what stands around them.
pub fn likely(blocks: &[BlockClues], scores: &[f32], least: f32) -> Vec<bool> {
    let mut likely = with_tables(blocks, scores, least);
    apart::leave_out(&mut likely, blocks);
    likely
}

fn with_tables(blocks: &[BlockClues], scores: &[f32], least: f32) -> Vec<bool> {
    let mut likely: Vec<bool> = scores.iter().map(|&probability| probability >= least).collect();
    tables::take_in(&mut likely, blocks);
    likely
}

fn roles(blocks: &[BlockClues], likely: &[bool], headline: Option<usize>) -> Vec<BlockRole> {
    let first = likely.iter().position(|&likely| likely);
    let last = likely.iter().rposition(|&likely| likely);
    let role = |index: usize, block: &BlockClues| {
        if headline == Some(index) {
            BlockRole::Headline
        } else if likely[index] {
            if is_heading(&block.path) { BlockRole::Heading } else { BlockRole::Body }
        } else if is_caption(block) && headline.or(first) <= Some(index) && Some(index) <= last.map(|last| last + 1) {
            BlockRole::Caption
        } else {
            BlockRole::Other
        }
    };
    blocks.iter().enumerate().map(|(index, block)| role(index, block)).collect()
}

/// The roles of blocks that changed after the page was understood: what surrounds them isn't known, so their place must tell.
pub fn roles_of_changed(blocks: &[BlockClues]) -> Vec<BlockRole> {
    let role = |block: &BlockClues| {
        // What lies around an article says nothing of it: whole pages stand in a form, and some show their articles in a dialog.
        let mut inside = block.path.rsplit('>').take_while(|name| *name != "article");
        if inside.any(|name| matches!(name, "nav" | "footer" | "aside" | "form" | "button" | "dialog")) {
            BlockRole::Other
        } else if is_heading(&block.path) {
            BlockRole::Heading
        } else if block.link_density > MAX_LINK_DENSITY {
            BlockRole::Other
        } else if is_caption(block) {
            BlockRole::Caption
        } else {
            BlockRole::Body
        }
    };
    blocks.iter().map(role).collect()
}

fn is_heading(path: &str) -> bool {
    path.split('>').any(|name| matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6"))
}

fn is_caption(block: &BlockClues) -> bool {
    let own = block.hints.rsplit('>').next().is_some_and(hints::names_caption);
    block.link_density < MAX_LINK_DENSITY && (own || block.path.split('>').any(|name| name == "figcaption"))
}

/// For each block, the probability that it belongs to the article; `texts` are the texts of the request's blocks.
pub fn score(texts: &[&str], request: &AnnotateRequest) -> Vec<f32> {
    score_declared(texts, &request.blocks, &Declared::of(request))
}

fn score_declared(texts: &[&str], blocks: &[BlockClues], declared: &Declared) -> Vec<f32> {
    let features = features::features(texts, blocks, declared);
    let first: Vec<f32> = features.iter().map(|features| probability(features, weights::FIRST)).collect();
    let second = with_context(&features, &first, blocks);
    second.iter().map(|features| probability(features, weights::SECOND)).collect()
}

/// The value of a logistic regression.
pub fn probability(features: &[f32], weights: &[f32]) -> f32 {
    let sum: f32 = features.iter().zip(weights).map(|(feature, weight)| feature * weight).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// The features of the second regression, from those of the first and its values.
pub fn with_context(features: &[Features], first: &[f32], blocks: &[BlockClues]) -> Vec<[f32; WITH_CONTEXT]> {
    // The element so many further out, counted from one; nought is what has none.
    let element = |block: &BlockClues, outwards| {
        block.place.len().checked_sub(outwards).map_or(0, |at| block.place[at].saturating_add(1))
    };
    let around =
        |outwards| means(&blocks.iter().map(|block| element(block, outwards)).collect::<Vec<_>>(), first, blocks);
    let [own, parent, grandparent] = [around(1), around(2), around(3)];
    let mut numbers = Numbers::default();
    let kinds: Vec<u32> = blocks.iter().map(|block| numbers.of(&block.path, &block.hints).0).collect();
    let alike = means(&kinds, first, blocks);
    let at = |index: Option<usize>| index.and_then(|index| first.get(index)).copied().unwrap_or(0.0);
    let strongest = |range: &[f32]| range.iter().copied().fold(0.0, f32::max);
    (0..blocks.len())
        .map(|index| {
            let mut all = [0.0; WITH_CONTEXT];
            all[..FEATURES].copy_from_slice(&features[index]);
            let (before, after) = (at(index.checked_sub(1)), at(Some(index + 1)));
            all[FEATURES..].copy_from_slice(&[
                first[index],
                before,
                after,
                before * after,
                at(index.checked_sub(2)),
                at(Some(index + 2)),
                own[index],
                parent[index],
                grandparent[index],
                alike[index],
                strongest(&first[index.saturating_sub(4)..index])
                    * strongest(&first[(index + 1).min(first.len())..(index + 5).min(first.len())]),
            ]);
            all
        })
        .collect()
}

/// For each block the mean of `values` in its group, the longer blocks counting more.
fn means(groups: &[u32], values: &[f32], blocks: &[BlockClues]) -> Vec<f32> {
    let mut sums = Sums::default();
    for ((&group, &value), block) in groups.iter().zip(values).zip(blocks) {
        sums.add(group, value, (1.0 + block.length as f32).sqrt());
    }
    groups.iter().map(|&group| sums.mean(group)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::PageClues;
    use proptest::prelude::*;
    use std::collections::HashMap;

    const PARAGRAPH: &str = "Buses left the town at noon, the ministry said. “Nobody was hurt,” a driver told reporters at the gate, \
                             and the last of them arrived before dark, after eleven hours on the road.";
    const TEASER: &str = "Buses leave the town";

    /// A page of the given paths and texts, each block in an element of its own within those that share a path.
    fn page<'t>(blocks: &[(&str, &'t str, f32)], title: &str) -> (Vec<&'t str>, AnnotateRequest) {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut clues = Vec::new();
        for (index, (path, text, link_density)) in blocks.iter().enumerate() {
            let names: Vec<&str> = path.split('>').collect();
            let mut place = Vec::new();
            for depth in 1..=names.len() {
                let own = if depth == names.len() { format!("{path} {index}") } else { names[..depth].join(">") };
                let next = numbers.len() as u32;
                place.push(*numbers.entry(own).or_insert(next));
            }
            let length = text.encode_utf16().count() as u32;
            clues.push(BlockClues {
                length,
                path: (*path).into(),
                place,
                link_density: *link_density,
                ..BlockClues::default()
            });
        }
        let page = PageClues {
            url: String::new(),
            title: title.into(),
            language: None,
            metas: Vec::new(),
            dated: Vec::new(),
            json_ld: Vec::new(),
        };
        let request = AnnotateRequest {
            clues: page,
            blocks: clues,
            context: None,
            asked: false,
            given_date: None,
            refusals: Vec::new(),
            statements: false,
            all_acts: false,
        };
        (blocks.iter().map(|block| block.1).collect(), request)
    }

    /// Asserts the roles of blocks given as path, text and link density, on a page titled as the first heading.
    #[track_caller]
    fn check(article: bool, blocks: &[(&str, &str, f32, BlockRole)]) {
        let given: Vec<_> = blocks.iter().map(|&(path, text, links, _)| (path, text, links)).collect();
        let title = given.iter().find(|(path, ..)| path.ends_with("h1")).map_or("", |block| block.1);
        let (texts, request) = page(&given, title);
        let (found, is_article) = understand(&texts, &request.blocks, &Declared::of(&request));
        assert_eq!(found, blocks.iter().map(|block| block.3).collect::<Vec<_>>());
        assert_eq!(is_article, article);
    }

    #[test]
    fn an_article_is_told_from_what_lies_around_it() {
        check(
            true,
            &[
                ("header>nav>a", "World", 1.0, BlockRole::Other),
                ("main>article>h1", "Convoy leaves town", 0.0, BlockRole::Headline),
                ("main>article>p", PARAGRAPH, 0.0, BlockRole::Body),
                ("main>article>figure>figcaption", "Buses on the road.", 0.0, BlockRole::Caption),
                ("main>article>p", PARAGRAPH, 0.0, BlockRole::Body),
                ("main>article>h2", "After dark", 0.0, BlockRole::Heading),
                ("main>article>p", PARAGRAPH, 0.1, BlockRole::Body),
                ("main>aside>ul>li>a", TEASER, 1.0, BlockRole::Other),
                ("footer>p", "© Example Courier", 0.0, BlockRole::Other),
            ],
        );
    }

    #[test]
    fn a_page_of_links_is_no_article() {
        let links: Vec<_> = (0..20).map(|_| ("main>ul>li>a", TEASER, 1.0, BlockRole::Other)).collect();
        check(false, &links);
    }

    #[test]
    fn only_what_stands_inside_the_article_tells_the_role_of_a_changed_block() {
        let roles_in = |path: &str, link_density| {
            roles_of_changed(&[BlockClues { path: path.into(), link_density, ..BlockClues::default() }])[0]
        };
        for (path, link_density, role) in [
            ("form>main>article>p", 0.0, BlockRole::Body),
            ("dialog>article>h2", 0.0, BlockRole::Heading),
            ("main>article>aside>p", 0.0, BlockRole::Other),
            ("dialog>p", 0.0, BlockRole::Other),
            ("main>article>ul>li", 0.9, BlockRole::Other),
        ] {
            assert_eq!(roles_in(path, link_density), role, "{path}");
        }
    }

    #[test]
    fn there_is_a_weight_for_each_feature() {
        assert_eq!((weights::FIRST.len(), weights::SECOND.len()), (FEATURES, WITH_CONTEXT));
    }

    proptest! {
        #[test]
        fn any_page_has_a_probability_for_each_block(
            given in prop::collection::vec(("[a-z>]{0,30}", ".{0,60}", prop::collection::vec(any::<u32>(), 0..5), "\\PC{0,40}", 0.0_f32..1.0), 0..12),
            json in ".{0,30}",
        ) {
            let texts: Vec<&str> = given.iter().map(|block| block.1.as_str()).collect();
            let (_, mut request) = page(&[], "Title");
            request.clues.json_ld.push(json);
            request.blocks = given.iter().map(|(path, text, place, hints, links)| BlockClues {
                length: text.encode_utf16().count() as u32,
                path: path.clone(),
                place: place.clone(),
                hints: hints.clone(),
                link_density: *links,
                ..BlockClues::default()
            }).collect();
            let scores = score(&texts, &request);
            prop_assert_eq!(scores.len(), texts.len());
            prop_assert!(scores.iter().all(|score| (0.0..=1.0).contains(score)));
        }
    }
}
