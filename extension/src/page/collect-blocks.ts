// Reads the page's DOM into blocks of visible text, each with the way back from its units to the text nodes.

import { shadowRootOf } from "../shadow-root.ts";
import type { BlockClues } from "../wire.ts";
import {
  attributeOf,
  bodyOf,
  composedParentOf,
  firstChildOf,
  HTML,
  hasAttribute,
  hasAttributes,
  isElement,
  isText,
  localNameOf,
  namespaceOf,
  nextSiblingOf,
  ownElements,
  textOf,
  valuesOf,
} from "./dom.ts";
import { MAX_HINT, MAX_HINTS, MAX_PATH, SLICE_MS } from "./limits.ts";

/** `length` units of a block from `at` on, which are those of `node` from `from` on, white space apart. */
export interface Piece {
  at: number;
  node: Text;
  from: number;
  length: number;
}

/** A paragraph, heading, caption, list item or cell: a run of text that no border crosses, its white space collapsed. */
export interface Block {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The element whose box the text stands in. */
  readonly container: Element;
  readonly clues: BlockClues;
}

/** What a walk has met apart from blocks. */
export interface Findings {
  blocks: Block[];
  shadowRoots: ShadowRoot[];
  /** Elements passed over because they were hidden; they may be shown later. */
  hidden: Element[];
  /** Whether the limit on text cut the walk short. */
  cut: boolean;
}

// What holds no text of the page, or text that its reader is writing.
const SKIPPED = new Set(
  (
    "script style noscript template textarea input select option optgroup datalist canvas video audio iframe frame object embed head " +
    "title meter progress rt rp"
  ).split(" "),
);
const HINTS = ["role", "itemprop", "id", "class"];
/** Nodes walked between two looks at the clock. */
const STEPS_PER_LOOK = 16;
// Elements that stay part of their line when a style floats them: drop caps.
const MAX_DROP_CAP = 3;

/** Open text of a block. */
class Builder {
  text = "";
  readonly pieces: Piece[] = [];
  linked = 0;
  time: string | null = null;
  #space: { node: Text; offset: number } | undefined;

  constructor(
    readonly container: Element,
    readonly where: Pick<BlockClues, "path" | "place" | "hints">,
    readonly language: string | null,
    readonly order: number,
  ) {}

  /** `data` is the node's, which Firefox copies each time it is asked for: in a long node that would be the most of the work. */
  append(node: Text, data: string, from: number, to: number, linked: boolean): void {
    let at = from;
    const before = this.text.length;
    const text = data.slice(from, to);
    // HTML's own white space only: a no-break space is a character. Single spaces inside a text stay as they are.
    for (const space of text.matchAll(/^[ \t\n\f\r]+|[\t\n\f\r][ \t\n\f\r]*| [ \t\n\f\r]+| $/g)) {
      this.#take(node, data, at, from + space.index);
      this.#space ??= { node, offset: from + space.index };
      at = from + space.index + space[0].length;
    }
    this.#take(node, data, at, to);
    if (linked) this.linked += this.text.length - before;
  }

  #take(node: Text, data: string, from: number, to: number): void {
    if (from === to) return;
    if (this.#space && this.text !== "") this.#add(this.#space.node, this.#space.offset, " ");
    this.#space = undefined;
    this.#add(node, from, data.slice(from, to));
  }

  #add(node: Text, from: number, text: string): void {
    const last = this.pieces.at(-1);
    if (last && last.node === node && last.from + last.length === from) last.length += text.length;
    else this.pieces.push({ at: this.text.length, node, from, length: text.length });
    this.text += text;
  }

  block(): Block {
    const { text, pieces, container, where, language, time } = this;
    return { text, pieces, container, clues: { length: text.length, ...where, linkDensity: this.linked / text.length, language, time } };
  }
}

/** An element on the way down to a block. Its hint is read when the first block needs it. */
interface Place {
  readonly element: Element;
  readonly name: string;
  readonly outer: Place | null;
  hint?: string;
}

/** The element whose box text stands in. How it keeps line feeds is read when the first text needs it. */
interface Box {
  readonly element: Element;
  readonly style: CSSStyleDeclaration;
  breaks?: RegExp | null;
}

/** An element being walked, with what holds inside it. */
interface Level {
  next: Node | null;
  /** The rest of a slot's assigned nodes, which are no siblings. */
  assigned: Node[] | null;
  box: Box;
  place: Place | null;
  language: string | null;
  /** The `datetime` of the `time` element around. */
  time: string | null;
  linked: boolean;
  visible: boolean;
  /** What closing the element does to the text around it. */
  closes: "nothing" | "block" | "aside";
  /** The text that goes on after an aside. */
  suspended: Builder | undefined;
}

function isInline(display: string): boolean {
  return display.startsWith("inline") || display.startsWith("ruby") || display === "contents";
}

/** What ends a paragraph inside a text node, where line feeds are kept. */
function breaksIn(box: Box): RegExp | null {
  if (box.breaks === undefined) {
    const isKept = /^(preserve|break-spaces)/.test(box.style.whiteSpaceCollapse);
    // Prose in a pre element has hard line ends; where a style keeps line feeds, the author meant them.
    box.breaks = isKept ? (localNameOf(box.element) === "pre" ? /\n[ \t\r]*\n/g : /\n/g) : null;
  }
  return box.breaks;
}

/** Whether text inside the element is the reader's, not the page's, or can't be shown at all. */
function isSkipped(element: Element, name: string): boolean {
  const namespace = namespaceOf(element);
  if (namespace !== HTML) return namespace !== null; // drawings and formulas
  if (SKIPPED.has(name) || ownElements.has(element)) return true;
  if (!hasAttributes(element)) return name === "code" && isElementNamed(composedParentOf(element), "pre");
  if (hasAttribute(element, "contenteditable") && attributeOf(element, "contenteditable")?.toLowerCase() !== "false") return true;
  return attributeOf(element, "role") === "textbox" || (name === "code" && isElementNamed(composedParentOf(element), "pre"));
}

const isElementNamed = (node: Node | null, name: string) => node !== null && isElement(node) && localNameOf(node) === name;

function languageOf(element: Element): string | null {
  return attributeOf(element, "lang") || attributeOf(element, "xml:lang") || null;
}

/** What a `time` element says for machines. */
function timeOf(element: Element, name: string): string | null {
  return (name === "time" && attributeOf(element, "datetime")?.slice(0, MAX_HINT)) || null;
}

/** The level that a walk of `root` starts from, as its ancestors make it; null when they keep it from being shown. */
function levelAround(root: Element): Level | null {
  const ancestors: Element[] = [];
  for (let node = composedParentOf(root); node; node = composedParentOf(node)) if (isElement(node)) ancestors.push(node);
  let place: Place | null = null;
  let language: string | null = null;
  let time: string | null = null;
  let linked = false;
  let box: Box = { element: root, style: getComputedStyle(root) };
  for (const element of ancestors.reverse()) {
    const name = localNameOf(element);
    const style = getComputedStyle(element);
    const { display } = style;
    if (isSkipped(element, name) || display === "none" || display === "") return null;
    if (name !== "html" && name !== "body") place = { element, name, outer: place };
    if (!isInline(display)) box = { element, style };
    language = languageOf(element) ?? language;
    time = timeOf(element, name) ?? time;
    linked ||= name === "a" && hasAttribute(element, "href");
  }
  return {
    next: null,
    assigned: [root],
    box,
    place,
    language,
    time,
    linked,
    visible: box.style.visibility === "visible",
    closes: "block",
    suspended: undefined,
  };
}

/** A number for each element, the same in every collection, because blocks of several are sent together. */
const NUMBERS = new WeakMap<Element, number>();
let numbered = 0;

function numberOf(element: Element): number {
  let number = NUMBERS.get(element);
  if (number === undefined) {
    number = numbered++;
    NUMBERS.set(element, number);
  }
  return number;
}

function giveWay(): Promise<unknown> {
  return "scheduler" in globalThis && "yield" in scheduler ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}

/**
 * Collects the blocks below `roots` (by default the whole page) in reading order, at most `budget` units of text. Gives way to the page
 * in between, so the DOM may change meanwhile: whoever paints verifies.
 */
export async function collectBlocks(roots: readonly Element[] | null, budget: number): Promise<Findings> {
  const findings: Findings = { blocks: [], shadowRoots: [], hidden: [], cut: false };
  const body = bodyOf(document);
  if (document.designMode === "on" || !body) return findings;
  const found: { order: number; block: Block }[] = [];
  let order = 0;
  let taken = 0;
  const whereIs = (innermost: Place | null) => {
    const names: string[] = [];
    const numbers: number[] = [];
    const hints: string[] = [];
    for (let place = innermost; place && names.length < MAX_PATH; place = place.outer) {
      names.push(place.name);
      numbers.push(numberOf(place.element));
      if (hints.length === MAX_HINTS) continue;
      place.hint ??= valuesOf(place.element, HINTS).slice(0, MAX_HINT);
      if (place.hint !== "") hints.push(place.hint);
    }
    return { path: names.reverse().join(">"), place: numbers.reverse(), hints: hints.reverse().join(">") };
  };
  let sliceEnd = performance.now() + SLICE_MS;
  let steps = 0;

  let current: Builder | undefined;
  const close = () => {
    if (current && current.text !== "") {
      found.push({ order: current.order, block: current.block() });
      taken += current.text.length;
    }
    current = undefined;
  };

  for (const root of roots ?? [body]) {
    const start = levelAround(root);
    if (!start) continue;
    const levels: Level[] = [start];
    while (levels.length > 0) {
      // The clock costs as much as a step.
      if (++steps % STEPS_PER_LOOK === 0 && performance.now() > sliceEnd) {
        await giveWay();
        sliceEnd = performance.now() + SLICE_MS;
      }
      const level = levels.at(-1)!;
      const node: Node | null = level.assigned ? (level.assigned.shift() ?? null) : level.next;
      if (!node) {
        levels.pop();
        if (level.closes !== "nothing") close();
        if (level.closes === "aside") current = level.suspended;
        continue;
      }
      if (!level.assigned) level.next = nextSiblingOf(node);

      if (isText(node)) {
        const { data } = node;
        if (!level.visible || data === "") continue;
        if (taken >= budget) {
          findings.cut = true;
          levels.length = 0;
          break;
        }
        const add = (from: number, to: number) => {
          if (!current && !/[^ \t\n\f\r]/.test(data.slice(from, to))) return;
          current ??= new Builder(level.box.element, whereIs(level.place), level.language, order++);
          current.time ??= level.time;
          current.append(node, data, from, to, level.linked);
        };
        let from = 0;
        const breaks = breaksIn(level.box);
        for (const ending of breaks ? data.matchAll(breaks) : []) {
          add(from, ending.index);
          close();
          from = ending.index + ending[0].length;
        }
        add(from, data.length);
        continue;
      }
      if (!isElement(node)) continue;

      const name = localNameOf(node);
      if (name === "br" || name === "hr") {
        close();
        continue;
      }
      if (isSkipped(node, name)) continue;
      const style = getComputedStyle(node);
      const { display } = style;
      const inline = isInline(display);
      // A plain inline box can't hide what it holds; asking for a property costs as much as stepping to the next node.
      if (display === "none" || display === "" || (display !== "inline" && style.contentVisibility === "hidden")) {
        findings.hidden.push(node);
        continue;
      }
      const plain = !hasAttributes(node);
      const inner: Level = {
        next: null,
        assigned: null,
        box: level.box,
        place: name === "body" ? level.place : { element: node, name, outer: level.place },
        language: plain ? level.language : (languageOf(node) ?? level.language),
        time: plain ? level.time : (timeOf(node, name) ?? level.time),
        linked: level.linked || (name === "a" && hasAttribute(node, "href")),
        visible: style.visibility === "visible",
        closes: "nothing",
        suspended: undefined,
      };
      if (!inner.visible) findings.hidden.push(node);
      if (!inline) {
        const { float, position } = style;
        const floats = float !== "none";
        if (!floats || position === "absolute" || !isDropCap(node)) {
          const aside = floats || position === "absolute" || position === "fixed";
          if (aside) inner.suspended = current;
          else close();
          if (aside) current = undefined;
          inner.closes = aside ? "aside" : "block";
          inner.box = { element: node, style };
        }
      }
      const shadow = shadowRootOf(node, name);
      if (shadow) findings.shadowRoots.push(shadow);
      if (name === "slot" && node instanceof HTMLSlotElement) {
        const assigned = node.assignedNodes();
        inner.assigned = assigned.length > 0 ? [...assigned] : null;
      }
      if (name === "details" && !hasAttribute(node, "open")) inner.assigned = summaryOf(node);
      inner.next = inner.assigned ? null : firstChildOf(shadow ?? node);
      levels.push(inner);
    }
    close();
  }
  // An aside in the middle of a paragraph closes before it, but is read after its beginning.
  findings.blocks = found.sort((a, b) => a.order - b.order).map(({ block }) => block);
  return findings;
}

/** The child that a closed `details` element still shows. */
function summaryOf(details: Element): Node[] {
  let child = firstChildOf(details);
  while (child && !isElementNamed(child, "summary")) child = nextSiblingOf(child);
  return child ? [child] : [];
}

/** A floated initial is a letter of its word, not a text of its own. */
function isDropCap(element: Element): boolean {
  return (textOf(element)?.trim().length ?? 0) <= MAX_DROP_CAP;
}
