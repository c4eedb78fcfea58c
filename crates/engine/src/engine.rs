//! The engine: opened packs, and the answers to every request.

use crate::annotate;
use crate::attribution::{Attribution, Model, ModelError, Voice};
use crate::card::{AsOf, card, name_only};
use crate::date::Date;
use crate::document::Document;
use crate::kind::EntityKind;
use crate::knowledge::Knowledge;
use crate::mentions::{Mention, find_mentions};
use crate::pack::{PackError, PackMeta};
use crate::page::UnderstoodPage;
use crate::units::block_ranges;
use crate::wire::{AnnotateReply, AnnotateRequest, Card, CardRequest, DateBasis, Page, Refusal};

/// Options for a text that isn't a page.
#[derive(Clone, Debug, Default)]
pub struct PlainOptions {
    /// The day the text was published.
    pub date: Option<Date>,
    /// Primary language subtag; told from the text when not given.
    pub language: Option<String>,
}

/// Everything found in a text; positions are bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// Mentions in order, also those held back.
    pub mentions: Vec<Mention>,
    /// Reported statements in order of their content.
    pub attributions: Vec<Attribution>,
}

/// What callers outside may know of an entity beside its card.
#[derive(Clone, Debug, PartialEq)]
pub struct EntityView {
    /// Identifier.
    pub id: String,
    /// Usual name.
    pub label: String,
    /// Sort of thing.
    pub kind: EntityKind,
    /// Other identifiers.
    pub same_as: Vec<String>,
    /// Degrees north and east.
    pub position: Option<(f32, f32)>,
}

/// Opened packs, and the answers from them. Annotating never fails: with no pack open it finds no names.
#[derive(Debug, Default)]
pub struct Engine {
    knowledge: Knowledge,
    model: Option<Model>,
}

impl Engine {
    /// An engine with no pack open.
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens a names file: enough to mark names.
    pub fn add_names(&mut self, bytes: Vec<u8>) -> Result<PackMeta, PackError> {
        self.knowledge.add_names(bytes)
    }

    /// Opens the cards file that belongs to a names file already open.
    pub fn add_cards(&mut self, bytes: Vec<u8>) -> Result<(), PackError> {
        self.knowledge.add_cards(bytes)
    }

    /// Opens an attribution model in place of any other; without one, statements are found by rules alone.
    pub fn add_model(&mut self, bytes: &[u8]) -> Result<(), ModelError> {
        self.model = Some(Model::open(bytes)?);
        Ok(())
    }

    /// What each open pack says of itself.
    pub fn packs(&self) -> Vec<PackMeta> {
        self.knowledge.metas().cloned().collect()
    }

    /// Mentions and attributions in a plain text, whose lines are its blocks.
    pub fn annotate_plain(&self, text: &str, options: &PlainOptions) -> Annotation {
        let language = options.language.clone().unwrap_or_else(|| crate::language::detect(text).to_string());
        let document = Document::from_plain(text, &language).dated(options.date);
        let mentions = self.mentions(&document, &[], &[]);
        let attributions = self.attributions(&document, &mentions, None);
        Annotation { mentions, attributions }
    }

    /// The answer to the page side's request; `text` is all its blocks joined with line feeds.
    pub fn annotate(&self, text: &str, request: &AnnotateRequest) -> AnnotateReply {
        annotate::annotate(self, text, request)
    }

    /// Mentions in a document; `known` are entities that earlier parts of the page are sure of, `refusals` what the reader has
    /// said not to take for what.
    pub(crate) fn mentions(&self, document: &Document, known: &[String], refusals: &[Refusal]) -> Vec<Mention> {
        find_mentions(document, &self.knowledge, known, refusals)
    }

    /// The statements in a document whose mentions are known; `last_source` spoke last before it.
    pub(crate) fn attributions(
        &self,
        document: &Document,
        mentions: &[Mention],
        last_source: Option<&Voice>,
    ) -> Vec<Attribution> {
        crate::attribution::attribute(document, mentions, last_source, self.model.as_ref())
    }

    /// The place that each of `spans` of a plain text, byte ranges known to be names of places, most likely names.
    pub fn locate(&self, text: &str, spans: &[std::ops::Range<usize>], options: &PlainOptions) -> Vec<Option<Mention>> {
        let language = options.language.as_deref().unwrap_or("en");
        let document = Document::from_plain(text, language).dated(options.date);
        crate::mentions::locate(&document, &self.knowledge, spans)
    }

    /// What the open packs know.
    pub(crate) fn knowledge(&self) -> &Knowledge {
        &self.knowledge
    }

    /// The page as the first request about it would have it understood: the roles of its blocks, and what crosses to the page side.
    pub fn understand(&self, text: &str, request: &AnnotateRequest) -> (UnderstoodPage, Page) {
        let ranges = block_ranges(text, request.blocks.iter().map(|block| block.length));
        let understood = crate::page::understand(text, &ranges, request);
        let page = understood.page(self);
        (understood, page)
    }

    /// The card asked for; `None` when no open pack knows the entity or its cards aren't open.
    pub fn card(&self, request: &CardRequest) -> Option<Card> {
        let day = request.as_of.as_deref().and_then(|day| Date::parse(day).ok());
        let handle = self.knowledge.find_id(&request.entity)?;
        let cards = self.knowledge.cards(handle)?;
        let record = cards.card(handle.entity)?;
        let known = |id: &str| self.knowledge.find_id(id).is_some();
        Some(card(self.knowledge.entity(handle)?, cards, &record, self.as_of(day), known))
    }

    /// As much of an entity's card as can be told before the cards of the entity's pack are open.
    pub(crate) fn bare_card(&self, id: &str, as_of: AsOf) -> Option<Card> {
        Some(name_only(self.knowledge.entity(self.knowledge.find_id(id)?)?, as_of))
    }

    /// The day that cards answer for on a page of that date.
    pub(crate) fn as_of(&self, page_date: Option<Date>) -> AsOf {
        let known_to = self.known_to();
        match page_date {
            // By the page's day as well: a term that is known to have ended since must not stand there as if it went on.
            Some(day) if day > known_to => AsOf { day, basis: DateBasis::NewerThanPack, known_to },
            Some(day) => AsOf { day, basis: DateBasis::Page, known_to },
            None => AsOf { day: known_to, basis: DateBasis::NoDate, known_to },
        }
    }

    /// The day up to which the newest pack knows all that it is about; of what came later it knows some.
    pub(crate) fn known_to(&self) -> Date {
        let dates = self.knowledge.metas().filter_map(|meta| Date::parse(&meta.as_of).ok());
        dates.max().unwrap_or(Date::EARLIEST)
    }

    /// Entities that `label_or_id` may mean: the one with that identifier, else those with that written form.
    pub fn find(&self, label_or_id: &str) -> Vec<EntityView> {
        match self.entity(label_or_id) {
            Some(view) => vec![view],
            None => self.knowledge.find_name(label_or_id).into_iter().map(EntityView::from).collect(),
        }
    }

    /// The entity with that identifier.
    pub fn entity(&self, id: &str) -> Option<EntityView> {
        let handle = self.knowledge.find_id(id)?;
        self.knowledge.entity(handle).map(EntityView::from)
    }
}

impl From<crate::pack::records::EntityRecord> for EntityView {
    fn from(record: crate::pack::records::EntityRecord) -> Self {
        Self {
            id: record.id,
            label: record.label,
            kind: record.kind,
            same_as: record.same_as,
            position: record.position,
        }
    }
}
