// Types that cross between engine and extension; written by hand until `gloss types` generates them from crates/engine/src/wire.rs.

export interface BlockClues { length: number; path: string; linkDensity: number; language: string | null }
export interface MetaClue { name: string; value: string }
export interface PageClues { url: string; title: string; language: string | null; metas: MetaClue[]; jsonLd: string[] }
export interface AnnotateRequest { clues: PageClues; blocks: BlockClues[]; context: PageContext | null }
export interface PageContext { entities: string[]; lastSource: Who | null; page: Page }
export type DateBasis = "page" | "noDate" | "newerThanPack";
export interface Page {
  date: string | null; dateFoundIn: string | null; dateBasis: DateBasis; asOf: string; knownTo: string; language: string;
  statementsSupported: boolean;
}
export interface Span { block: number; start: number; end: number }
export interface MarkedMention { span: Span; card: number; repeated: boolean; reasons: string[] }
export interface Who { text: string; entity: string | null; label: string }
export type SourceKind = "person" | "official" | "organisation" | "outlet" | "document" | "social" | "anonymous" | "none";
export type Directness = "direct" | "mixed" | "indirect";
export interface Statement {
  source: Span[]; cue: Span[]; content: Span[]; sourceIndex: number; outlet: Who | null; relayedBy: Who | null;
  directness: Directness; hedge: boolean;
}
export interface SourceSummary { who: Who; kind: SourceKind; count: number; first: number }
export interface AnnotateReply {
  page: Page; mentions: MarkedMention[]; statements: Statement[]; sources: SourceSummary[]; cards: Card[]; context: PageContext;
  cut: string | null;
}
export interface CardRequest { entity: string; asOf: string | null }
export interface Citation { title: string; url: string | null; publisher: string; date: string | null }
export type Standing = "holds" | "endUnknown" | "endedSince" | "cameLater" | "endedBefore";
export interface CardFact {
  heading: string; text: string; when: string; entity: string | null; standing: Standing; accordingTo: string | null;
  citations: number[];
}
export interface Card {
  entity: string; label: string; kind: string; description: string; role: string | null; onDate: CardFact[]; since: CardFact[];
  earlier: CardFact[]; citations: Citation[]; more: string | null; asOf: string; dateBasis: DateBasis;
}
export interface Failure { code: string; message: string }
