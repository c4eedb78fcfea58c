//! Answers the page side's request: from blocks and clues to marks, statements, sources and cards.

mod sources;
mod spans;

use crate::attribution::{Attribution, Voice};
use crate::card::AsOf;
use crate::date::Date;
use crate::document::{Block, Document};
use crate::engine::{Annotation, Engine};
use crate::mentions::Mention;
use crate::order::sort_by_key;
use crate::units::block_ranges;
use crate::wire::{AnnotateReply, AnnotateRequest, Card, MarkedMention, Page, PageContext};
use crate::words::WordHash;
use sources::{group_by_source, voice, who};
use spans::Spans;
use std::collections::{HashMap, HashSet};

/// Entities handed on to the next request of a page; more say nothing new about what the page is about.
const CONTEXT_ENTITIES: usize = 40;

/// The answer to `request`; `text` is all its blocks joined with line feeds.
pub fn annotate(engine: &Engine, text: &str, request: &AnnotateRequest) -> AnnotateReply {
    let ranges = block_ranges(text, request.blocks.iter().map(|block| block.length));
    let understood = crate::page::understand(text, &ranges, request);
    let page = match &request.context {
        Some(context) => context.page.clone(),
        None => understood.page(engine),
    };
    let blocks: Vec<Block> = ranges
        .into_iter()
        .zip(&understood.roles)
        .map(|(range, role)| Block {
            range,
            heading: role.is_heading(),
            in_article: request.asked || page.article && role.in_article(),
        })
        .collect();
    let language = page.language.clone();
    let date = page.date.as_deref().and_then(|day| Date::parse(day).ok());
    let document = Document::new(text, blocks, &language).dated(date);
    let known = request.context.as_ref().map_or(&[][..], |context| &context.entities);
    let last_source = request.context.as_ref().and_then(|context| context.last_source.as_ref()).map(voice);
    let mentions = engine.mentions(&document, known, &request.refusals);
    let attributions = if !request.statements {
        Vec::new()
    } else if understood.languages.iter().any(|other| *other != language) {
        in_each_language(engine, &document, &mentions, &understood.languages, last_source.as_ref())
    } else {
        engine.attributions(&document, &mentions, last_source.as_ref())
    };
    let annotation = Annotation { mentions, attributions };
    reply(engine, &document, annotation, page, &understood.entries, request)
}

/// The statements of a page of several languages: those in the blocks of each, in order of their content. Only the first
/// language goes on with `last_source`, who spoke before this part of the page.
fn in_each_language(
    engine: &Engine,
    document: &Document,
    mentions: &[Mention],
    languages: &[String],
    last_source: Option<&Voice>,
) -> Vec<Attribution> {
    let mut found = Vec::new();
    let mut done: Vec<&str> = Vec::new();
    for language in languages {
        if done.contains(&language.as_str()) {
            continue;
        }
        done.push(language);
        let mut part = document.clone();
        part.language = language;
        for (block, own) in part.blocks.iter_mut().zip(languages) {
            block.in_article &= own == language;
        }
        let last_source = last_source.filter(|_| done.len() == 1);
        found.extend(engine.attributions(&part, mentions, last_source));
    }
    sort_by_key(&mut found, |found| found.content.first().map(|range| range.start));
    found
}

fn reply(
    engine: &Engine,
    document: &Document,
    annotation: Annotation,
    page: Page,
    entries: &[Option<(usize, Date)>],
    request: &AnnotateRequest,
) -> AnnotateReply {
    let (context, all_acts) = (request.context.as_ref(), request.all_acts);
    let spans = Spans::new(document);
    let mut cards = Cards { engine, cards: Vec::new(), asked: HashMap::default() };
    let as_of = engine.as_of(document.date);
    let mut mentions = Vec::new();
    let mut marked_in_section = HashSet::new();
    let mut section = (0, None);
    for mention in annotation.mentions.iter().filter(|mention| mention.shown) {
        let Some(span) = spans.of(&mention.range).pop() else { continue };
        let entry = entries.get(span.block as usize).copied().flatten();
        let day = entry.map_or(as_of, |(_, day)| engine.as_of(Some(day)));
        let Some(card) = cards.index(&mention.entity, day) else { continue };
        let heading = document.blocks[..=span.block as usize].iter().rposition(|block| block.heading).unwrap_or(0);
        if (heading, entry) != section {
            section = (heading, entry);
            marked_in_section.clear();
        }
        let repeated = !marked_in_section.insert(card);
        mentions.push(MarkedMention { span, card, repeated, reasons: mention.reasons.clone() });
    }
    let shown = annotation.attributions.iter().filter(|found| found.shown || (all_acts && found.sure));
    let (statements, sources) = group_by_source(document, &spans, shown);
    let mut entities: Vec<String> = context.map(|context| context.entities.clone()).unwrap_or_default();
    for card in &cards.cards {
        if !entities.contains(&card.entity) {
            entities.push(card.entity.clone());
        }
    }
    entities.truncate(CONTEXT_ENTITIES);
    // After the entities of the text: a page's outlet says nothing of what it writes about.
    if let (None, Some(outlet)) = (context, page.outlet.as_ref().and_then(|outlet| outlet.entity.as_deref())) {
        cards.index(outlet, as_of);
    }
    let last_source = annotation.attributions.iter().rev().find_map(|found| found.speaker.as_ref()).map(who);
    let context = PageContext { entities, last_source, page: page.clone() };
    AnnotateReply { page, mentions, statements, sources, cards: cards.cards, context, cut: None }
}

/// The bare cards of a reply, each once.
struct Cards<'e> {
    engine: &'e Engine,
    cards: Vec<Card>,
    /// Where the card of an entity as of a day stands, if it has one: most names of a page stand on it more than once.
    asked: HashMap<String, Vec<(Date, Option<u32>)>, WordHash>,
}

impl Cards<'_> {
    /// Index of the entity's card as of that day, added if new.
    fn index(&mut self, entity: &str, as_of: AsOf) -> Option<u32> {
        let known = self.asked.get(entity).and_then(|days| days.iter().find(|(day, _)| *day == as_of.day));
        if let Some((_, index)) = known {
            return *index;
        }
        let card = self.engine.bare_card(entity, as_of);
        let index = card.is_some().then_some(self.cards.len() as u32);
        self.cards.extend(card);
        self.asked.entry(entity.to_string()).or_default().push((as_of.day, index));
        index
    }
}

#[cfg(all(test, feature = "compile"))]
mod tests {
    use super::*;
    use crate::drawn_world::{engine_of, pack_of};
    use crate::wire::{BlockClues, CardRequest, DateBasis, MetaClue, PageClues, Refusal};

    const SEEDS: &str = concat!(
        r#"{"id":"wd:Q1","kind":"country","label":"Syria","description":"A country."}"#,
        "\n",
        r#"{"id":"gn:1","kind":"city","label":"Homs","description":"A city.","country":"wd:Q1","prominence":65}"#,
    );

    fn engine() -> Engine {
        engine_of(SEEDS)
    }

    /// The reply for blocks given as path and text, on a page published that day.
    fn annotate_blocks(blocks: &[(&str, &str)], published: &str) -> AnnotateReply {
        annotate_page(blocks, published, false)
    }

    fn annotate_page(blocks: &[(&str, &str)], published: &str, asked: bool) -> AnnotateReply {
        annotate_refusing(blocks, published, asked, &[])
    }

    /// The same for a reader who has refused those forms for those entities.
    fn annotate_refusing(
        blocks: &[(&str, &str)],
        published: &str,
        asked: bool,
        refused: &[(&str, &str)],
    ) -> AnnotateReply {
        let text: Vec<&str> = blocks.iter().map(|(_, text)| *text).collect();
        engine().annotate(&text.join("\n"), &request_of(blocks, published, asked, refused))
    }

    fn request_of(blocks: &[(&str, &str)], published: &str, asked: bool, refused: &[(&str, &str)]) -> AnnotateRequest {
        // Blocks of one path stand in one element.
        let mut elements: Vec<&str> = Vec::new();
        let mut number = |path| {
            let found = elements.iter().position(|known| *known == path);
            found.unwrap_or_else(|| {
                elements.push(path);
                elements.len() - 1
            }) as u32
        };
        let blocks = blocks.iter().map(|(path, text)| BlockClues {
            length: text.encode_utf16().count() as u32,
            path: (*path).into(),
            place: path
                .match_indices('>')
                .map(|(end, _)| end)
                .chain([path.len()])
                .map(|end| number(&path[..end]))
                .collect(),
            ..BlockClues::default()
        });
        let clues = PageClues {
            url: "https://news.example/".into(),
            title: String::new(),
            language: Some("en-GB".into()),
            metas: vec![MetaClue { name: "article:published_time".into(), value: published.into() }],
            dated: Vec::new(),
            json_ld: Vec::new(),
        };
        AnnotateRequest {
            clues,
            blocks: blocks.collect(),
            context: None,
            asked,
            given_date: None,
            refusals: refused
                .iter()
                .map(|(form, entity)| Refusal { form: (*form).into(), entity: (*entity).into() })
                .collect(),
            statements: true,
            all_acts: false,
        }
    }

    #[test]
    fn statements_are_found_only_where_they_are_wanted() {
        let text = "The governor of Homs said: “The road is open again.”";
        let page = |statements| {
            let mut request = request_of(&[("main>article>p", text)], "2017-05-22T10:00:00Z", true, &[]);
            request.statements = statements;
            engine().annotate(text, &request)
        };
        let (names, all) = (page(false), page(true));
        assert_eq!((names.statements.len(), all.statements.len()), (0, 1));
        assert_eq!(names.mentions, all.mentions);
    }

    #[test]
    fn cards_come_with_names_only_whether_or_not_their_file_is_open() {
        let blocks = [("main>p", "From Homs in Syria")];
        let request = request_of(&blocks, "2017-05-22", true, &[]);
        let pack = pack_of(SEEDS);
        let mut engine = Engine::new();
        engine.add_names(pack.names).unwrap();
        let before = engine.annotate(blocks[0].1, &request);
        engine.add_cards(pack.cards).unwrap();
        assert_eq!(before, engine.annotate(blocks[0].1, &request));
        assert_eq!(before.cards.len(), 2);
        for bare in before.cards {
            let asked = CardRequest { entity: bare.entity.clone(), as_of: Some(bare.as_of.clone()) };
            let whole = engine.card(&asked).unwrap();
            assert_ne!(bare, whole);
            assert_eq!(Card { description: whole.description.clone(), ..bare }, whole);
        }
    }

    #[test]
    fn marks_count_utf16_units_of_their_block() {
        let blocks = [("main>h1", "😀 In Syria"), ("main>p", "😀 From Homs, Homs")];
        let reply = annotate_page(&blocks, "2017-05-22T10:00:00Z", true);
        let found: Vec<_> = reply
            .mentions
            .iter()
            .map(|mark| {
                (
                    mark.span.block,
                    mark.span.start,
                    mark.span.end,
                    reply.cards[mark.card as usize].label.as_str(),
                    mark.repeated,
                )
            })
            .collect();
        assert_eq!(found, [(0, 6, 11, "Syria", false), (1, 8, 12, "Homs", false), (1, 14, 18, "Homs", true)]);
        assert_eq!(reply.context.entities, ["wd:Q1", "gn:1"]);
    }

    #[test]
    fn a_new_section_marks_its_first_mentions_anew() {
        let blocks = [("main>p", "In Homs"), ("main>p", "In Homs"), ("main>h2", "Later"), ("main>p", "In Homs")];
        let reply = annotate_page(&blocks, "2017-05-22", true);
        let repeated: Vec<bool> = reply.mentions.iter().map(|mark| mark.repeated).collect();
        assert_eq!(repeated, [false, true, false]);
    }

    #[test]
    fn nothing_outside_the_article_is_marked() {
        let paragraph = "Buses left the town of Homs at noon, the ministry said. “Nobody was hurt,” a driver told reporters at \
                         the gate, and the last of them arrived before dark, after eleven hours on the road.";
        let second = "The army of Syria had closed the road on Monday, and opened it again for one day, an officer said. Nobody \
                      knew when it would be closed again.";
        let blocks = [("nav>ul>li", "In Syria"), ("main>p", paragraph), ("main>p", second), ("footer>p", "In Homs")];
        let reply = annotate_blocks(&blocks, "2017-05-22");
        assert_eq!(reply.mentions.iter().map(|mark| mark.span.block).collect::<Vec<_>>(), [1, 2]);
        assert!(reply.page.article);
    }

    #[test]
    fn nothing_is_marked_on_a_page_that_is_no_article() {
        let reply = annotate_blocks(&[("main>h1", "In Syria"), ("main>ul>li", "In Homs")], "2017-05-22");
        assert!(reply.mentions.is_empty() && !reply.page.article);
    }

    #[test]
    fn everything_is_marked_where_the_reader_asked() {
        let reply = annotate_page(&[("nav>ul>li", "In Syria"), ("footer>p", "In Homs")], "2017-05-22", true);
        assert_eq!(reply.mentions.iter().map(|mark| mark.span.block).collect::<Vec<_>>(), [0, 1]);
    }

    #[test]
    fn what_the_reader_refused_is_not_marked_and_everything_else_is() {
        let blocks = [("main>p", "From Homs in Syria to Homs")];
        for (refused, marked) in [
            (&[][..], &["Homs", "Syria", "Homs"][..]),
            (&[("Homs", "gn:1")], &["Syria"]),
            (&[("Homs", "wd:Q1"), ("Syria", "gn:1"), ("Homs", "gn:2")], &["Homs", "Syria", "Homs"]),
        ] {
            let reply = annotate_refusing(&blocks, "2017-05-22", true, refused);
            let labels: Vec<_> = reply.mentions.iter().map(|mark| &reply.cards[mark.card as usize].label).collect();
            assert_eq!(labels, marked, "{refused:?}");
        }
    }

    #[test]
    fn cards_say_how_their_day_came_about() {
        for (published, as_of, basis) in [
            ("2017-05-22", "2017-05-22", DateBasis::Page),
            ("2026-03-01", "2026-03-01", DateBasis::NewerThanPack),
            ("yesterday", "2026-01-01", DateBasis::NoDate),
        ] {
            let page = annotate_blocks(&[("main>p", "In Homs")], published).page;
            assert_eq!((page.as_of.as_str(), page.date_basis), (as_of, basis), "{published}");
        }
    }
}
