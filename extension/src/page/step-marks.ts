// Steps through the marks by key: finds the next one, brings it into view.
import type { Mark } from "./annotations.ts";
import { isElement, parentOf } from "./dom.ts";
import { firstBox } from "./hit-test.ts";

/**
 * The mark to go to from `from`, forwards or backwards, round at either end; without `from` the first one in or below the window (the
 * last one above its bottom). Marks that aren't drawn, such as in a closed menu, are passed over. Null when there is none.
 */
export function stepFrom(marks: readonly Mark[], from: Mark | null, by: 1 | -1): Mark | null {
  const drawn = marks.filter((mark) => firstBox(mark.range));
  if (drawn.length === 0) return null;
  const at = from ? drawn.findIndex((mark) => mark.block === from.block && mark.start === from.start) : -1;
  if (at >= 0) return drawn.at((at + by) % drawn.length)!;
  const top = (mark: Mark) => firstBox(mark.range)?.top ?? 0;
  return by === 1
    ? (drawn.find((mark) => top(mark) >= 0) ?? drawn[0]!)
    : (drawn.findLast((mark) => top(mark) < innerHeight) ?? drawn.at(-1)!);
}

/** Scrolls the range into view, if it isn't: its element first, then the range itself where that is longer than the window. */
export function bringIntoView(range: Range): void {
  if (isInView(range)) return;
  const parent = parentOf(range.startContainer);
  if (parent && isElement(parent)) parent.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  const box = firstBox(range);
  if (box && !isInView(range)) scrollBy({ top: box.top - innerHeight / 2, behavior: "instant" });
}

function isInView(range: Range): boolean {
  const box = firstBox(range);
  return box !== null && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
}
