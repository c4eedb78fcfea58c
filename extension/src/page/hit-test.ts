// Finds the mark or statement at a point of the window, in a fraction of a millisecond whatever their number.
import { isMark, type Mark, type Place, type Report } from "./annotations.ts";
import { isElement, parentOf } from "./dom.ts";
import { HIT_MARGIN } from "./limits.ts";
import { nodesOf } from "./ranges.ts";

/** A part of a text node, and what stands in it. */
interface Hit {
  target: Mark | Report;
  start: number;
  end: number;
}

export class HitTest {
  readonly #marks: readonly Mark[];
  readonly #reports: readonly Report[];
  readonly #shadowRoots: Set<ShadowRoot>;
  /** What stands in each text node; null until the pointer first moves, because on most pages loaded it never does. */
  #hits: Map<Text, Hit[]> | null = null;
  /** Marks in text that the caret can't be put into, where only their boxes help. Few pages have any. */
  #uncaretable: Mark[] = [];

  constructor(marks: readonly Mark[], reports: readonly Report[], shadowRoots: Set<ShadowRoot>) {
    this.#marks = marks;
    this.#reports = reports;
    this.#shadowRoots = shadowRoots;
  }

  #indexed(): Map<Text, Hit[]> {
    if (this.#hits) return this.#hits;
    const hits = new Map<Text, Hit[]>();
    const add = (target: Mark | Report, place: Place) => {
      for (const { node, start, end } of nodesOf(place.block, place.start, place.end)) {
        const known = hits.get(node);
        if (known) known.push({ target, start, end });
        else hits.set(node, [{ target, start, end }]);
      }
    };
    for (const mark of this.#marks) add(mark, mark);
    // After the marks, which therefore come first.
    for (const report of this.#reports) for (const place of report.places) add(report, place);
    const withoutCaret = new Map<Node, boolean>();
    this.#uncaretable = this.#marks.filter((mark) => {
      const parent = parentOf(mark.range.startContainer);
      if (!parent || !isElement(parent)) return false;
      const known = withoutCaret.get(parent);
      if (known !== undefined) return known;
      const style = getComputedStyle(parent);
      const without = style.pointerEvents === "none" || (style.userSelect || style.webkitUserSelect) === "none";
      withoutCaret.set(parent, without);
      return without;
    });
    this.#hits = hits;
    return hits;
  }

  /** What is drawn at that point, in CSS pixels of the window: the mark rather than the statement around it. */
  at(x: number, y: number): Mark | Report | null {
    const hits = this.#indexed();
    if (hits.size === 0) return null;
    const caret = Document.prototype.caretPositionFromPoint.call(document, x, y, { shadowRoots: [...this.#shadowRoots] });
    const offset = caret?.offset ?? 0;
    const near = (caret && hits.get(caret.offsetNode as Text)) || [];
    // The caret goes to the nearest letter, however far; only the boxes tell whether the point is on it.
    const candidates = near.filter((hit) => hit.start <= offset && offset <= hit.end).map((hit) => hit.target);
    return [...candidates, ...this.#uncaretable].find((target) => lineBoxAt(target, x, y) !== null) ?? null;
  }
}

/** The line box of a mark or statement that holds the point. */
export function lineBoxAt(target: Mark | Report, x: number, y: number): DOMRect | null {
  for (const range of rangesOf(target)) {
    const box = boxAt(range, x, y);
    if (box) return box;
  }
  return null;
}

/** What is drawn of a mark or statement itself. */
export function rangesOf(target: Mark | Report): Range[] {
  return isMark(target) ? [target.range] : target.content;
}

/** The line box of the range that holds the point, within a small margin. */
function boxAt(range: Range, x: number, y: number): DOMRect | null {
  for (const box of range.getClientRects()) {
    if (x >= box.left - HIT_MARGIN && x <= box.right + HIT_MARGIN && y >= box.top - HIT_MARGIN && y <= box.bottom + HIT_MARGIN) {
      return box;
    }
  }
  return null;
}

/** The first box of the range that is drawn at all. */
export function firstBox(range: Range): DOMRect | null {
  for (const box of range.getClientRects()) if (box.width > 0 && box.height > 0) return box;
  return null;
}
