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
  readonly #hits = new Map<Text, Hit[]>();
  /** Marks in text that the caret can't be put into, where only their boxes help. Few pages have any. */
  readonly #uncaretable: Mark[] = [];
  readonly #shadowRoots: Set<ShadowRoot>;

  constructor(marks: readonly Mark[], reports: readonly Report[], shadowRoots: Set<ShadowRoot>) {
    this.#shadowRoots = shadowRoots;
    for (const mark of marks) {
      this.#add(mark, mark);
      const parent = parentOf(mark.range.startContainer);
      if (parent && isElement(parent)) {
        const style = getComputedStyle(parent);
        if (style.pointerEvents === "none" || (style.userSelect || style.webkitUserSelect) === "none") this.#uncaretable.push(mark);
      }
    }
    // After the marks, which therefore come first.
    for (const report of reports) for (const place of report.places) this.#add(report, place);
  }

  #add(target: Mark | Report, place: Place): void {
    for (const { node, start, end } of nodesOf(place.block, place.start, place.end)) {
      const hits = this.#hits.get(node);
      if (hits) hits.push({ target, start, end });
      else this.#hits.set(node, [{ target, start, end }]);
    }
  }

  /** What is drawn at that point, in CSS pixels of the window: the mark rather than the statement around it. */
  at(x: number, y: number): Mark | Report | null {
    if (this.#hits.size === 0) return null;
    const caret = Document.prototype.caretPositionFromPoint.call(document, x, y, { shadowRoots: [...this.#shadowRoots] });
    const offset = caret?.offset ?? 0;
    const near = (caret && this.#hits.get(caret.offsetNode as Text)) || [];
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
