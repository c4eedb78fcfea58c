// Watches the pointer, passively and cheaply, and says which mark or statement it rests on; a fast pointer and a scrolling page rest on none.
import type { Mark, Report } from "./annotations.ts";
import { holds, matches, ownElements } from "./dom.ts";
import { FAST_POINTER, REST_MS, SCROLL_QUIET_MS } from "./limits.ts";

export interface PointerListener {
  /** The mark or statement under that point of the window. */
  find(x: number, y: number): Mark | Report | null;
  /** The pointer rests on it, or on none. */
  over(target: Mark | Report | null, x: number, y: number): void;
  overCard(): void;
  /** The page was clicked or tapped outside the card. */
  clicked(target: Mark | Report | null, x: number, y: number, inLink: boolean): void;
  /** That element, or the page, scrolls. */
  scrolled(scroller: EventTarget | null): void;
}

/** Starts watching; returns what ends it. */
export function watchPointer(listener: PointerListener): () => void {
  let last = { x: -1, y: -1, time: 0 };
  let under: Node | null = null;
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let scrolledAt = -Infinity;
  let fast = false;
  /** Whether a button is held down: the reader selects or drags, and a card would lie in the way. */
  let pressed = false;

  const test = () => {
    const quiet = scrolledAt + SCROLL_QUIET_MS - performance.now();
    if (quiet > 0) {
      clearTimeout(rest);
      rest = setTimeout(test, quiet);
      return;
    }
    listener.over(fast || pressed ? null : listener.find(last.x, last.y), last.x, last.y);
  };
  const isOwn = (event: Event) => event.target instanceof Node && ownElements.has(event.target);

  const moved = (event: PointerEvent) => {
    if (!event.isTrusted) return; // made up by the page, which could open cards by it
    if (event.pointerType === "touch") return; // taps come as clicks
    if (isOwn(event)) {
      cancelAnimationFrame(frame);
      frame = 0;
      clearTimeout(rest);
      listener.overCard();
      return;
    }
    under = event.target as Node;
    pressed = event.buttons > 0;
    // After scrolling the browser reports moves of a pointer that hasn't moved.
    if (event.clientX === last.x && event.clientY === last.y) return;
    const elapsed = event.timeStamp - last.time;
    if (elapsed > 0) fast = Math.hypot(event.clientX - last.x, event.clientY - last.y) / elapsed > FAST_POINTER && last.x >= 0;
    last = { x: event.clientX, y: event.clientY, time: event.timeStamp };
    // One test per frame, of the newest place.
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      test();
    });
    clearTimeout(rest);
    if (!fast) return;
    rest = setTimeout(() => {
      fast = false;
      test();
    }, REST_MS);
  };
  const left = (event: PointerEvent) => {
    if (event.relatedTarget === null) listener.over(null, -1, -1);
  };
  const clicked = (event: MouseEvent) => {
    if (!event.isTrusted || isOwn(event) || event.button !== 0) return;
    const inLink = event.composedPath().some((node) => node instanceof Element && matches(node, "a[href], button, [role=button], summary"));
    // A click that ends a selection is about the selection.
    const selects = getSelection()?.isCollapsed === false;
    listener.clicked(selects ? null : listener.find(event.clientX, event.clientY), event.clientX, event.clientY, inLink);
  };
  const scrolled = ({ target }: Event) => {
    // A ticker that runs elsewhere moves nothing under the pointer.
    if (!(target instanceof Element) || holds(target, under)) scrolledAt = performance.now();
    listener.scrolled(target);
  };

  const stop = new AbortController();
  const options = { passive: true, capture: true, signal: stop.signal } as const;
  addEventListener("pointermove", moved, options);
  addEventListener("pointerout", left, options);
  addEventListener("click", clicked, options);
  addEventListener("scroll", scrolled, options);
  return () => {
    stop.abort();
    cancelAnimationFrame(frame);
    clearTimeout(rest);
  };
}
