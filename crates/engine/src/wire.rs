//! The types that cross between engine, background and page side; their TypeScript declarations are generated from here.
//!
//! Positions here are UTF-16 code units within one block, end exclusive, because that is what DOM ranges count.
//! Inside the engine positions are UTF-8 bytes of the whole text; [`crate::units`] alone converts.

use serde::{Deserialize, Serialize};

#[cfg(feature = "typescript")]
use ts_rs::TS;

/// Declares a plain data type that crosses, with its TypeScript declaration when that feature is on.
macro_rules! wire {
    ($($(#[$meta:meta])* pub $form:ident $name:ident $body:tt)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(TS))]
        #[serde(rename_all = "camelCase")]
        pub $form $name $body
    )*};
}

wire! {
    /// What the page side hands over about one block of text; the text itself travels apart, all blocks joined.
    #[derive(Default)]
    pub struct BlockClues {
        /// Length of the block's text in UTF-16 units. Blocks are joined with one line feed between them.
        pub length: u32,
        /// Element names from the body down to the block, joined with `>`, such as `main>article>p`.
        pub path: String,
        /// A number for each element of the path, the same for all blocks that stand in it, so that the tree can be told.
        pub place: Vec<u32>,
        /// `role`, `itemprop`, `id` and `class` as written, of the innermost elements that have any, outermost first, joined
        /// with `>`.
        pub hints: String,
        /// Share of the block's characters inside links, 0 to 1.
        pub link_density: f32,
        /// The language declared nearest to the block, as written in the page (`en-GB`), if any.
        pub language: Option<String>,
        /// The `datetime` of the first `time` element with text in the block, as written, if any.
        pub time: Option<String>,
    }

    /// One name and value of the page's metadata (`meta` elements, and `link[rel=canonical]` under the name `canonical`).
    pub struct MetaClue {
        /// `property`, `name` or `itemprop` as written.
        pub name: String,
        /// Its content as written.
        pub value: String,
    }

    /// A headline, or an element that looks as if it held a date, with what tells whose date it is.
    pub struct DatedElement {
        /// The element and its nearest ancestors from the outermost on, joined with `>`; each is its name followed by its
        /// classes, identifier and `itemprop`, all joined with `.`, such as `article>header.entry>time.published`.
        pub path: String,
        /// Its `itemprop` as written, else empty.
        pub property: String,
        /// Its `datetime` or `content`, else empty.
        pub value: String,
        /// The beginning of its text, white space collapsed.
        pub text: String,
    }

    /// Everything about a page, apart from its blocks, that its understanding rests on.
    #[derive(Default)]
    pub struct PageClues {
        /// The page's address without its fragment.
        pub url: String,
        /// The document's title.
        pub title: String,
        /// Language declared on the root element, as written.
        pub language: Option<String>,
        /// Metadata in document order.
        pub metas: Vec<MetaClue>,
        /// Headlines and elements that may hold a date, in document order.
        pub dated: Vec<DatedElement>,
        /// The text of each `application/ld+json` script.
        pub json_ld: Vec<String>,
    }

    /// A request to annotate a page, or the changed blocks of one.
    pub struct AnnotateRequest {
        /// Clues of the whole page; the same for each request of one page.
        pub clues: PageClues,
        /// The blocks to annotate, in reading order.
        pub blocks: Vec<BlockClues>,
        /// What an earlier reply for the same page made known; `null` for the first.
        pub context: Option<PageContext>,
        /// Whether the reader asked for this page, which may not be an article: then names are sought in every block.
        pub asked: bool,
        /// The page date, `YYYY-MM-DD`, when the reader has set it; it overrules what the page says.
        pub given_date: Option<String>,
        /// What the reader has refused on this page.
        pub refusals: Vec<Refusal>,
        /// Whether statements are wanted, which take most of the time and are shown only when the reader asks for them.
        pub statements: bool,
        /// Whether beliefs, plans and evidence are wanted beside what was said.
        #[serde(default)]
        pub all_acts: bool,
    }

    /// The reader's word that a written form is not a name of an entity here.
    pub struct Refusal {
        /// The form as it was written.
        pub form: String,
        /// Identifier of the entity it was taken for.
        pub entity: String,
    }

    /// What is known of a page after a reply, handed back with the next request so that nothing is kept in the background.
    pub struct PageContext {
        /// Identifiers of the entities found so far, the most certain first.
        pub entities: Vec<String>,
        /// The last source named, for a statement that goes on in a later block.
        pub last_source: Option<Who>,
        /// The page as understood from all of its first blocks.
        pub page: Page,
    }

    /// How the date a card answers for came about.
    #[derive(Copy, Eq, Hash)]
    pub enum DateBasis {
        /// Given by the page, and within what the pack knows.
        Page,
        /// The page gives none: cards answer as of the pack's own date, and say so.
        NoDate,
        /// The page is newer than what the pack knows in full: cards answer as of the page's day as far as is known, and say so.
        NewerThanPack,
    }

    /// A page as understood.
    pub struct Page {
        /// Whether it is an article; nothing is marked on other pages, unless the reader asks.
        pub article: bool,
        /// The page date, `YYYY-MM-DD`, when it could be told.
        pub date: Option<String>,
        /// Where the date was found: `json-ld`, `meta`, `microdata`, `time`, `url` or `text`; `reader` when the
        /// reader has set it.
        pub date_found_in: Option<String>,
        /// Whether the page leaves no doubt about its date; `false` also where there is none.
        pub date_sure: bool,
        /// The day the page says it was last changed, `YYYY-MM-DD`, when that is later than its date.
        pub updated: Option<String>,
        /// How the cards' day came about.
        pub date_basis: DateBasis,
        /// The day that cards answer for, `YYYY-MM-DD`.
        pub as_of: String,
        /// The day up to which the pack knows all that it is about, `YYYY-MM-DD`.
        pub known_to: String,
        /// Who wrote the article, as the page says: names joined with commas.
        pub byline: Option<String>,
        /// The outlet, by its address or a name that goes with it; `entity` where the pack has it.
        pub outlet: Option<Who>,
        /// Labels of the pack's outlets whose copy the page says it carries, such as agencies, in order.
        pub origins: Vec<String>,
        /// Whether it holds several entries with a date each, such as a live blog: cards in them answer for the entry's own day, and
        /// after a change the whole page has to be asked about, because one block doesn't tell its entry.
        pub entries: bool,
        /// Primary language subtag of the article, such as `en`.
        pub language: String,
        /// Whether statements can be found in that language; when not, the reader is told.
        pub statements_supported: bool,
    }

    /// A span in one block.
    pub struct Span {
        /// Index of the block in the request.
        pub block: u32,
        /// First UTF-16 unit.
        pub start: u32,
        /// One past the last UTF-16 unit.
        pub end: u32,
    }

    /// A name found on the page whose entity is sure enough to show.
    pub struct MarkedMention {
        /// Where it stands.
        pub span: Span,
        /// Index into [`AnnotateReply::cards`].
        pub card: u32,
        /// Whether the same card was already marked earlier in the same section (under the same heading).
        pub repeated: bool,
        /// Why this entity was chosen, in plain words, the weightiest first.
        pub reasons: Vec<String>,
    }

    /// Whom a statement comes from or through.
    pub struct Who {
        /// The words on the page, or the role they were resolved to.
        pub text: String,
        /// Identifier of the entity in the pack, if it has one.
        pub entity: Option<String>,
        /// Label of that entity, or the fullest form of the name on the page.
        pub label: String,
    }

    /// What sort of source a statement has.
    #[derive(Copy, Eq, Hash)]
    pub enum SourceKind {
        /// A named person speaking for themselves.
        Person,
        /// Somebody speaking for an office, named or not.
        Official,
        /// An organisation, party, government or armed group.
        Organisation,
        /// A news medium.
        Outlet,
        /// A report, law, letter or other paper.
        Document,
        /// Words published on a social platform.
        Social,
        /// Somebody the text doesn't name ("a police officer", "analysts").
        Anonymous,
        /// No source is given at all ("reportedly").
        None,
    }

    /// How near the statement's words are to the source's own.
    #[derive(Copy, Eq, Hash)]
    pub enum Directness {
        /// Quoted.
        Direct,
        /// Partly quoted.
        Mixed,
        /// Paraphrased.
        Indirect,
    }

    /// What a source is reported to do.
    #[derive(Copy, Eq, Hash)]
    pub enum Act {
        /// Says something: "said", "according to".
        Statement,
        /// Thinks, feels or takes a side: "believes", "opposes".
        Belief,
        /// Wants or means to do something: "plans", "hopes".
        Plan,
        /// Shows something without saying it: "shows", "found".
        Evidence,
    }

    /// A reported statement.
    pub struct Statement {
        /// The words that name the source.
        pub source: Vec<Span>,
        /// The words that report ("told", "according to").
        pub cue: Vec<Span>,
        /// What is said to have been said.
        pub content: Vec<Span>,
        /// Index into [`AnnotateReply::sources`].
        pub source_index: u32,
        /// The medium it came through, if named.
        pub outlet: Option<Who>,
        /// Who passed it on between the speaker and the page, if anybody.
        pub relayed_by: Option<Who>,
        /// Quoted or paraphrased.
        pub directness: Directness,
        /// Whether a hedge such as "reportedly" stands with it.
        pub hedge: bool,
        /// Whether it was said, or only thought, planned or shown.
        pub act: Act,
    }

    /// One line of the sources panel: a source and how often it is reported.
    pub struct SourceSummary {
        /// Who it is; `label` is empty when no source is given.
        pub who: Who,
        /// What sort of source.
        pub kind: SourceKind,
        /// Number of statements on the page.
        pub count: u32,
        /// Index into [`AnnotateReply::statements`] of its first one.
        pub first: u32,
    }

    /// The answer to [`AnnotateRequest`].
    pub struct AnnotateReply {
        /// The page as understood.
        pub page: Page,
        /// Names to mark, in reading order, never overlapping.
        pub mentions: Vec<MarkedMention>,
        /// Reported statements in reading order of their content.
        pub statements: Vec<Statement>,
        /// The sources of those statements, the most reported first.
        pub sources: Vec<SourceSummary>,
        /// The cards of every entity marked, and that of the page's outlet; of an entity that entries of several days name, one
        /// for each day. They tell no more than names yet: marks needn't wait for the rest, which is asked for by [`CardRequest`]s.
        pub cards: Vec<Card>,
        /// To be handed back with the next request for the page.
        pub context: PageContext,
        /// Set when a bound cut something off: a sentence for the reader.
        pub cut: Option<String>,
    }

    /// Asks for one entity's card: a look-up from inside another card, or a card that follows its mark.
    pub struct CardRequest {
        /// Identifier of the entity.
        pub entity: String,
        /// Day to answer for, `YYYY-MM-DD`; `null` for the pack's own date.
        pub as_of: Option<String>,
    }

    /// A reference that supports a fact.
    pub struct Citation {
        /// Title of the document.
        pub title: String,
        /// Web address, http or https only, if there is one.
        pub url: Option<String>,
        /// Who published it.
        pub publisher: String,
        /// Day of publication or of the state used, as precise as known.
        pub date: Option<String>,
    }

    /// Where a fact stands against the day the card answers for.
    #[derive(Copy, Eq, Hash)]
    pub enum Standing {
        /// Held on that day and, as far as the pack knows, still does.
        Holds,
        /// Held on that day; whether it has ended is not known.
        EndUnknown,
        /// Held on that day and has ended since.
        EndedSince,
        /// Came only after that day.
        CameLater,
        /// Had ended by that day.
        EndedBefore,
    }

    /// One line of a card.
    pub struct CardFact {
        /// What the line is about: "Leader", "Population".
        pub heading: String,
        /// The value, or the sentence of an event.
        pub text: String,
        /// Its time in words: "since 17 July 2000, until 8 December 2024"; empty when none is known.
        pub when: String,
        /// Identifier of the entity the value names, if it has a card.
        pub entity: Option<String>,
        /// How it stands against the day.
        pub standing: Standing,
        /// Set when the fact is somebody's claim, not undisputed: who says so.
        pub according_to: Option<String>,
        /// Indexes into [`Card::citations`], never empty.
        pub citations: Vec<u32>,
    }

    /// What the reader sees about an entity.
    pub struct Card {
        /// Identifier of the entity.
        pub entity: String,
        /// Its usual name.
        pub label: String,
        /// Kind in words: "city", "armed group".
        pub kind: String,
        /// Who or what it is, in one sentence.
        pub description: String,
        /// The role held on the day, for a person ("Governor of Homs"), if one is known.
        pub role: Option<String>,
        /// Facts that held on the day.
        pub on_date: Vec<CardFact>,
        /// What has changed since.
        pub since: Vec<CardFact>,
        /// What had ended before.
        pub earlier: Vec<CardFact>,
        /// The references, in order of first use.
        pub citations: Vec<Citation>,
        /// Where to read more, if a link is known.
        pub more: Option<String>,
        /// The day answered for, `YYYY-MM-DD`.
        pub as_of: String,
        /// How that day came about.
        pub date_basis: DateBasis,
        /// The day up to which the pack knows all that it is about, `YYYY-MM-DD`.
        pub known_to: String,
    }

    /// An error that crosses: a code to branch on and a sentence for the reader.
    pub struct Failure {
        /// Short code: `pack-damaged`, `pack-missing`, `bad-request`.
        pub code: String,
        /// What happened and what to do.
        pub message: String,
    }
}
