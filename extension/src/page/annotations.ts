// What is known about the page's text: blocks with their marks and statements, kept over partial re-annotation.

import type { SourceLine } from "../messages.ts";
import type { MarksPolicy } from "../settings.ts";
import type { Act, AnnotateReply, Card, Directness, PageContext, SourceKind, Span, Statement, Who } from "../wire.ts";
import type { Block } from "./collect-blocks.ts";
import { isElement, rootOf } from "./dom.ts";
import { LEAST_NEWS, MAX_MARKS, MAX_WHOLE } from "./limits.ts";
import { isUnchanged, rangeOf } from "./ranges.ts";

/** A name on the page with its card. */
export interface Mark {
  block: Block;
  start: number;
  end: number;
  range: Range;
  card: Card;
  repeated: boolean;
  reasons: string[];
}

/** The mark's words as the page has them, on one line. */
export function writtenForm(mark: Mark): string {
  return String(mark.range).replace(/\s+/g, " ").trim();
}

/** Units `start` to `end` of a block's text. */
export interface Place {
  block: Block;
  start: number;
  end: number;
}

/** A reported statement on the page. */
export interface Report {
  content: Range[];
  /** Where the ranges of `content` stand. */
  places: Place[];
  source: Range[];
  directness: Directness;
  /** Whether it was said, or only thought, planned or shown. */
  act: Act;
  /** Whether the text's own words mark it as unconfirmed ("reportedly"). */
  hedged: boolean;
  /** The source's entity, where the pack has it. */
  entity: string | null;
  /** The day that its source's card answers for; null for the pack's own. */
  asOf: string | null;
  /** The outlet it came through or who passed it on, where that isn't the source itself. */
  through: Who | null;
  /** The line of the sources panel it counts under. */
  line: { key: string; label: string; kind: SourceKind };
  blocks: Block[];
}

/** The page's annotations. */
export class Annotations {
  blocks: Block[] = [];
  #marks = new Map<Block, Mark[]>();
  #reports = new Map<Block, Report[]>();
  /** By entity and the day they answer for: dated entries of one page have cards of their own. */
  readonly #cards = new Map<string, Card>();
  context: PageContext | null = null;
  cut: string | null = null;
  /** Whether the limit on marks left names out. */
  namesCut = false;
  /** Whether the statements of all blocks are known, not only the names. */
  hasReports = false;

  /**
   * Takes in the reply to a request for `blocks`, in that order, in the place of what was known of them. Spans whose text has changed
   * meanwhile are left out; marks and statements found again stay the same objects, so that an open card stays open. Answers the cards that
   * came for the first time, and so tell no more than names.
   */
  add(blocks: readonly Block[], reply: AnnotateReply): Card[] {
    const oldMarks = takeOut(this.#marks, blocks);
    const oldReports = takeOut(this.#reports, blocks);
    this.context = reply.context;
    this.cut = reply.cut ?? this.cut;
    const bare: Card[] = [];
    const cards = reply.cards.map((card) => {
      const known = this.card(card.entity, card.asOf);
      if (known) return known;
      this.#cards.set(`${card.entity} ${card.asOf}`, card);
      bare.push(card);
      return card;
    });
    const ranges = (spans: Span[]): (Place & { range: Range })[] =>
      spans.flatMap(({ block: index, start, end }) => {
        const block = blocks[index];
        const range = block && rangeOf(block, start, end);
        return range ? [{ block, start, end, range }] : [];
      });
    const room = Math.max(0, MAX_MARKS - this.marks("all").length);
    this.namesCut ||= reply.mentions.length > room;
    for (const { span, card: index, repeated, reasons } of reply.mentions.slice(0, room)) {
      const card = cards[index];
      const [found] = ranges([span]);
      if (!card || !found) continue;
      const { entity } = card;
      const again = oldMarks.get(found.block)?.find((mark) => isSamePlace(mark, found) && mark.card.entity === entity);
      append(this.#marks, found.block, Object.assign(again ?? {}, { ...found, card, repeated, reasons }));
    }
    for (const statement of reply.statements) {
      const summary = reply.sources[statement.sourceIndex];
      const content = ranges(statement.content);
      const source = ranges(statement.source);
      const first = content[0];
      if (!summary || !first || content.length < statement.content.length) continue;
      const { who, kind } = summary;
      const report: Report = {
        content: content.map(({ range }) => range),
        places: content.map(({ block, start, end }) => ({ block, start, end })),
        source: source.map(({ range }) => range),
        directness: statement.directness,
        act: statement.act,
        hedged: statement.hedge,
        entity: who.entity,
        // The block's marks tell the day of its entry.
        asOf: dayOf(this.#marks.get(first.block)?.[0]?.card ?? reply.page),
        through: throughWhom(statement, who),
        line: { key: `${kind} ${who.entity ?? who.label}`, label: who.label || who.text, kind },
        blocks: [...content, ...source].map(({ block }) => block),
      };
      const again = oldReports.get(first.block)?.find((old) => isSamePlace(old.places[0]!, first) && old.line.key === report.line.key);
      append(this.#reports, first.block, Object.assign(again ?? {}, report));
    }
    return bare;
  }

  /**
   * Puts `found` in the place of the blocks that `isReplaced` and of those that have left the page. Answers the blocks to annotate: those
   * that aren't just as they were and where they were.
   */
  replace(found: readonly Block[], isReplaced: (block: Block) => boolean): Block[] {
    const old = new Map<Text, Block[]>();
    const kept: Block[] = [];
    for (const block of this.blocks) {
      if (!isReplaced(block) && isUnchanged(block, 0, 1)) kept.push(block);
      else append(old, block.pieces[0]!.node, block);
    }
    const fresh = new Set<Block>();
    const now = found.map((block) => {
      const same = old.get(block.pieces[0]!.node)?.find((other) => isSame(block, other));
      if (!same) fresh.add(block);
      return same ?? block;
    });
    this.blocks = [...kept, ...now].sort(inReadingOrder);
    const present = new Set(this.blocks);
    for (const map of [this.#marks, this.#reports]) for (const block of map.keys()) if (!present.has(block)) map.delete(block);
    for (const [block, reports] of this.#reports) {
      this.#reports.set(
        block,
        reports.filter((report) => report.blocks.every((other) => present.has(other))),
      );
    }
    return this.blocks.filter((block) => fresh.has(block) || this.#isTorn(block));
  }

  /**
   * The blocks to send so that those that are `news` get annotated, none if there is nothing to do, and what is known of the page. Who is
   * meant hangs on the whole text, which may come in pieces; one that was no article yet may have become one. And one block of a page of
   * dated entries doesn't tell its entry, so that such a page is understood anew each time.
   */
  toSend(news: readonly Block[], statements: boolean): { sent: readonly Block[]; context: PageContext | null } {
    const again = statements && !this.hasReports;
    const fresh = again ? this.blocks : news;
    const entries = this.context?.page.entries ?? false;
    const length = lengthOf(this.blocks);
    const whole = fresh.length > 0 && (again || entries || (length <= MAX_WHOLE && lengthOf(fresh) * LEAST_NEWS >= length));
    const known = again || (whole && (entries || !this.context?.page.article)) ? null : this.context;
    return { sent: whole ? [...this.blocks] : fresh, context: known && whole ? { ...known, entities: [] } : known };
  }

  /** Whether something found in the block has lost its place: text that is taken out and put in elsewhere leaves its ranges behind. */
  #isTorn(block: Block): boolean {
    const ranges = [
      ...(this.#marks.get(block) ?? []).map((mark) => mark.range),
      ...(this.#reports.get(block) ?? []).flatMap(({ content, source }) => [...content, ...source]),
    ];
    return ranges.some(({ startContainer, endContainer }) => isElement(startContainer) || isElement(endContainer));
  }

  /** The marks in reading order: all, or the first of each entity in its section. */
  marks(policy: MarksPolicy): Mark[] {
    const all = this.blocks.flatMap((block) => this.#marks.get(block) ?? []);
    return policy === "first" ? all.filter((mark) => !mark.repeated) : all;
  }

  reports(): Report[] {
    return this.blocks.flatMap((block) => this.#reports.get(block) ?? []);
  }

  /** The sources panel, of statements alone: the most reported first, as in reading order otherwise; without a source last. */
  sources(): SourceLine[] {
    const lines = new Map<string, SourceLine>();
    for (const { line, through, act } of this.reports()) {
      if (act !== "statement") continue;
      const entry = lines.get(line.key) ?? { ...line, count: 0, through: [] };
      lines.set(line.key, entry);
      entry.count++;
      if (through && !entry.through.includes(through.label)) entry.through.push(through.label);
    }
    return [...lines.values()].sort((a, b) => Number(a.kind === "none") - Number(b.kind === "none") || b.count - a.count);
  }

  /** The card of that entity as of that day, if a reply has brought it. */
  card(entity: string, asOf: string): Card | undefined {
    return this.#cards.get(`${entity} ${asOf}`);
  }
}

function throughWhom({ outlet, relayedBy }: Statement, source: Who): Who | null {
  const who = outlet?.label ? outlet : relayedBy;
  return who?.label && who.label !== source.label ? who : null;
}

/** The day to ask for beside a card or on a page: where no date is given the pack's own counts, which null stands for. */
export function dayOf({ dateBasis, asOf }: Pick<Card, "dateBasis" | "asOf">): string | null {
  return dateBasis === "noDate" ? null : asOf;
}

/** Whether a card opened on it is an entity's, not a statement's. */
export function isMark(target: Mark | Report): target is Mark {
  return "card" in target;
}

/** Where a mark or statement begins. */
export function placeOf(target: Mark | Report): Place {
  return isMark(target) ? target : target.places[0]!;
}

/** Units of text in the blocks. */
export function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}

/** What the map holds for those keys, taken out of it. */
function takeOut<Key, Value>(map: Map<Key, Value[]>, keys: readonly Key[]): Map<Key, Value[]> {
  const taken = new Map(keys.map((key) => [key, map.get(key) ?? []]));
  for (const key of keys) map.delete(key);
  return taken;
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.block === b.block && a.start === b.start && a.end === b.end;
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function isSame(a: Block, b: Block): boolean {
  return (
    a.text === b.text &&
    a.container === b.container &&
    a.pieces.length === b.pieces.length &&
    a.pieces.every((piece, index) => {
      const other = b.pieces[index]!;
      return piece.node === other.node && piece.from === other.from && piece.length === other.length;
    })
  );
}

function inReadingOrder(a: Block, b: Block): number {
  const [first, second] = [a.pieces[0]!, b.pieces[0]!];
  if (first.node === second.node) return first.from - second.from;
  const [one, other] = inOneTree(first.node, second.node);
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** The two nodes, or the hosts of the shadow trees they stand in, in the innermost tree that holds both. */
function inOneTree(a: Node, b: Node): [Node, Node] {
  const hosts = (node: Node): Node[] => {
    const chain = [node];
    for (let root = rootOf(node); root instanceof ShadowRoot; root = rootOf(root.host)) chain.push(root.host);
    return chain;
  };
  if (!(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_DISCONNECTED)) return [a, b];
  const others = new Map(hosts(b).map((node) => [rootOf(node), node]));
  for (const node of hosts(a)) {
    const other = others.get(rootOf(node));
    if (other) return [node, other];
  }
  return [a, b]; // one of them has left the page
}
