// Finds the mark at a point of the window, in a fraction of a millisecond whatever the number of marks.
import type { Mark } from "./annotations.ts";
import { isElement, parentOf } from "./dom.ts";
import { HIT_MARGIN } from "./limits.ts";
import { nodesOf } from "./ranges.ts";

interface Place {
  mark: Mark;
  start: number;
  end: number;
}

export class HitTest {
  readonly #places = new Map<Text, Place[]>();
  /** Marks in text that the caret can't be put into, where only their boxes help. Few pages have any. */
  readonly #uncaretable: Mark[] = [];
  readonly #shadowRoots: Set<ShadowRoot>;

  constructor(marks: readonly Mark[], shadowRoots: Set<ShadowRoot>) {
    this.#shadowRoots = shadowRoots;
    for (const mark of marks) {
      for (const { node, start, end } of nodesOf(mark.block, mark.start, mark.end)) {
        const places = this.#places.get(node);
        if (places) places.push({ mark, start, end });
        else this.#places.set(node, [{ mark, start, end }]);
      }
      const parent = parentOf(mark.range.startContainer);
      if (parent && isElement(parent)) {
        const style = getComputedStyle(parent);
        if (style.pointerEvents === "none" || (style.userSelect || style.webkitUserSelect) === "none") this.#uncaretable.push(mark);
      }
    }
  }

  /** The mark drawn at that point, in CSS pixels of the window. */
  markAt(x: number, y: number): Mark | null {
    if (this.#places.size === 0) return null;
    const caret = Document.prototype.caretPositionFromPoint.call(document, x, y, { shadowRoots: [...this.#shadowRoots] });
    const offset = caret?.offset ?? 0;
    const near = (caret && this.#places.get(caret.offsetNode as Text)) || [];
    // The caret goes to the nearest letter, however far; only the boxes tell whether the point is on it.
    const candidates = near.filter((place) => place.start <= offset && offset <= place.end).map((place) => place.mark);
    return [...candidates, ...this.#uncaretable].find((mark) => boxAt(mark.range, x, y) !== null) ?? null;
  }
}

/** The line box of the range that holds the point, within a small margin. */
export function boxAt(range: Range, x: number, y: number): DOMRect | null {
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
