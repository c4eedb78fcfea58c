// Steps through marks and statements by key: finds the next one, brings it into view.
import { type Mark, placeOf, type Report } from "./annotations.ts";
import type { Block } from "./collect-blocks.ts";
import { isElement, parentOf } from "./dom.ts";
import { firstBox, rangesOf } from "./hit-test.ts";

type Target = Mark | Report;

const boxOf = (target: Target) => firstBox(rangesOf(target)[0]!);

/**
 * The target to go to from `from` in reading order, a statement before the names in it, forwards or backwards, round at either end;
 * without `from` the first one in or below the window (the last one above its bottom). What isn't drawn, such as in a closed menu, is
 * passed over. Null when there is none.
 */
export function stepFrom(blocks: readonly Block[], targets: readonly Target[], from: Target | null, by: 1 | -1): Target | null {
  const order = new Map(blocks.map((block, index) => [block, index]));
  const compare = (a: Target, b: Target) => {
    const [one, other] = [placeOf(a), placeOf(b)];
    return order.get(one.block)! - order.get(other.block)! || one.start - other.start;
  };
  const drawn = targets.filter(boxOf).sort(compare);
  if (drawn.length === 0) return null;
  const at = from ? drawn.indexOf(from) : -1;
  if (at >= 0) return drawn.at((at + by) % drawn.length)!;
  const top = (target: Target) => boxOf(target)!.top;
  return by === 1
    ? (drawn.find((target) => top(target) >= 0) ?? drawn[0]!)
    : (drawn.findLast((target) => top(target) < innerHeight) ?? drawn.at(-1)!);
}

/** Scrolls the range into view, if it isn't: its element first, then the range itself where that is longer than the window. */
export function bringIntoView(range: Range): void {
  if (isInView(range)) return;
  const parent = parentOf(range.startContainer);
  if (parent && isElement(parent))
    Element.prototype.scrollIntoView.call(parent, { block: "center", inline: "nearest", behavior: "instant" });
  const box = firstBox(range);
  if (box && !isInView(range)) scrollBy({ top: box.top - innerHeight / 2, behavior: "instant" });
}

function isInView(range: Range): boolean {
  const box = firstBox(range);
  return box !== null && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
}
