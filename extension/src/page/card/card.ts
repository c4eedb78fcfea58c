// The card's life: when it opens, what it shows, and when it goes.

import type { Scope } from "../../refusals.ts";
import { siteOf } from "../../settings.ts";
import { shadowRootOf } from "../../shadow-root.ts";
import type { Card } from "../../wire.ts";
import { dayOf, isMark, type Mark, type Report, writtenForm } from "../annotations.ts";
import { activeElementOf, holds } from "../dom.ts";
import { firstBox, lineBoxAt, rangesOf } from "../hit-test.ts";
import { DISMISS_DELAY_MS, SHOW_DELAY_MS, SHOW_STATEMENT_DELAY_MS, STATEMENT_HEIGHT } from "../limits.ts";
import { CardHost } from "./card-host.ts";
import { type CardActions, renderCard } from "./render-card.ts";
import { renderStatement } from "./render-statement.ts";

type Timer = ReturnType<typeof setTimeout>;

/** What a card opens on: a name, or a statement whose source it tells. */
type Target = Mark | Report;

/**
 * hidden ── the pointer rests on a mark or statement ──▶ waiting ── SHOW_DELAY_MS or more ──▶ hover
 * waiting ── the pointer leaves ──▶ hidden
 * hover ── it leaves mark and card for DISMISS_DELAY_MS, the page scrolls or is zoomed, Esc ──▶ hidden
 * hover ── click on the mark or in the card, or the focus going there ──▶ pinned
 * hidden ── click or tap on a mark or statement, or a step by key (which also gives the card the focus) ──▶ pinned
 * pinned ── Esc, the close button, a click elsewhere, the mark's going from the page ──▶ hidden
 */
type State =
  | { name: "hidden" }
  | { name: "waiting"; target: Target; timer: Timer }
  /** `leaving` runs while the pointer is elsewhere: on `next`, another target, or on none. */
  | { name: "hover"; target: Target; leaving?: { timer: Timer; next: Target | null } | undefined }
  | { name: "pinned"; target: Target };

export interface CardSources {
  /** The card of an entity as of that day, null standing for the pack's own; null when there is none. */
  find(entity: string, asOf: string | null): Promise<Card | null>;
  /** Called with what the open card is about, and null when it has closed. */
  opened(target: Target | null): void;
  /** The reader says that the mark isn't a name of its entity there. */
  refused(mark: Mark, scope: Scope): void;
}

export class CardView {
  #state: State = { name: "hidden" };
  #host: CardHost | undefined;
  /** The cards looked up one from another, a mark's own first. */
  #trail: Card[] = [];
  /** What had the focus before the card took it. */
  #focusBefore: Element | null = null;
  /** Where the pointer was, to stand beside the right line of a mark that is broken over two. */
  #point = { x: 0, y: 0 };
  /** What the reader has to be told in the open card; empty for nothing. */
  #told = "";
  /** What the reader has closed the card of with the pointer still on it: it stays closed until the pointer has left. */
  #dismissed: Target | null = null;
  readonly #sources: CardSources;

  constructor(sources: CardSources) {
    this.#sources = sources;
  }

  /** What the open card is about. */
  get target(): Target | null {
    return this.#state.name === "hover" || this.#state.name === "pinned" ? this.#state.target : null;
  }

  /** The pointer rests on that target, or on none. */
  over(target: Target | null, x: number, y: number): void {
    const state = this.#state;
    if (target) this.#point = { x, y };
    if (target && target === this.#dismissed) return;
    this.#dismissed = null;
    switch (state.name) {
      case "pinned":
        return;
      case "waiting":
        if (target === state.target) return;
        this.hide();
        break;
      case "hidden":
        break;
      case "hover": {
        if (target !== state.target && state.leaving?.next === target) return;
        this.#stay();
        if (target === state.target) return;
        const timer = target ? this.#showSoon(target) : setTimeout(() => this.hide(), DISMISS_DELAY_MS);
        state.leaving = { timer, next: target };
        return;
      }
    }
    if (target) this.#state = { name: "waiting", target, timer: this.#showSoon(target) };
  }

  #showSoon(target: Target): Timer {
    return setTimeout(() => this.#show(target, "hover"), isMark(target) ? SHOW_DELAY_MS : SHOW_STATEMENT_DELAY_MS);
  }

  /** The pointer is in the card. */
  overCard(): void {
    this.#stay();
  }

  /** Opens the card of that target for good; with `focus`, as a dialog of the keyboard. */
  open(target: Target, focus: boolean, point?: { x: number; y: number }): void {
    this.#point = point ?? { x: -1, y: -1 };
    if (focus && !this.#host?.hasFocus) this.#focusBefore = deepActiveElement();
    this.#show(target, "pinned");
    if (focus) this.#host?.focus();
  }

  /** Says a sentence in the open card, which stays until the reader closes it. */
  tell(sentence: string): void {
    this.#pin();
    this.#told = sentence;
    this.redraw();
    this.#host?.focus();
  }

  /** The page was clicked outside the card. */
  clickedOutside(): void {
    if (this.#state.name !== "hidden") this.#dismiss();
  }

  /** The page scrolls, or an element of it, which matters if the card's target stands in it: a card that only hovers goes, one that was asked for stays with its mark while that is in view. */
  scrolled(scroller: EventTarget | null): void {
    const target = this.#state.name !== "hidden" && this.#state.target;
    if (target && scroller instanceof Element && !holds(scroller, rangesOf(target)[0]!.startContainer)) return;
    this.#follow((box) => box.bottom > 0 && box.top < innerHeight);
  }

  #follow(isPlace: (box: DOMRect) => boolean): void {
    if (this.#state.name === "pinned") {
      const box = firstBox(rangesOf(this.#state.target)[0]!);
      if (box && isPlace(box)) this.#host?.place(box);
    } else if (this.#state.name !== "hidden") this.hide();
  }

  hide(): void {
    const state = this.#state;
    if (state.name === "waiting") clearTimeout(state.timer);
    if (state.name === "hover") clearTimeout(state.leaving?.timer);
    this.#state = { name: "hidden" };
    if (!this.#host) return;
    const hadFocus = this.#host.hasFocus;
    this.#host.destroy();
    this.#host = undefined;
    this.#trail = [];
    this.#told = "";
    removeEventListener("keydown", this.#pressed, true);
    removeEventListener("resize", this.#resized);
    if (hadFocus && this.#focusBefore instanceof HTMLElement) this.#focusBefore.focus({ preventScroll: true });
    this.#focusBefore = null;
    this.#sources.opened(null);
  }

  #dismiss(): void {
    this.#dismissed = this.target;
    this.hide();
  }

  #stay(): void {
    if (this.#state.name !== "hover") return;
    clearTimeout(this.#state.leaving?.timer);
    this.#state.leaving = undefined;
  }

  #show(target: Target, name: "hover" | "pinned"): void {
    const state = this.#state;
    if (state.name === "waiting") clearTimeout(state.timer);
    if (state.name === "hover") clearTimeout(state.leaving?.timer);
    const box = this.#boxOf(target);
    if (!box) {
      this.hide(); // the mark has gone or is hidden
      return;
    }
    const isNew = this.target !== target;
    this.#state = { name, target };
    if (isNew) {
      this.#trail = isMark(target) ? [target.card] : [];
      this.#told = "";
    }
    if (!this.#host || this.#host.isGone) {
      this.#host?.destroy();
      this.#host = new CardHost(rangesOf(target)[0]!.startContainer);
      addEventListener("keydown", this.#pressed, true);
      addEventListener("resize", this.#resized);
    }
    this.#draw(box);
    if (isNew) this.#sources.opened(target);
  }

  /** What the card stands beside: the target's line box under the pointer, else the first one drawn; all of a short statement. */
  #boxOf(target: Target): DOMRect | null {
    const line = lineBoxAt(target, this.#point.x, this.#point.y) ?? firstBox(rangesOf(target)[0]!);
    if (!line || isMark(target)) return line;
    // Its card would lie on the words that it is about, and on their source.
    const boxes = [...target.content, ...target.source].map((range) => range.getBoundingClientRect());
    const top = Math.min(...boxes.map((box) => box.top));
    const height = Math.max(...boxes.map((box) => box.bottom)) - top;
    return height <= STATEMENT_HEIGHT ? new DOMRect(line.x, top, line.width, height) : line;
  }

  #draw(box: DOMRect | null): void {
    const state = this.#state;
    if ((state.name !== "hover" && state.name !== "pinned") || !box) return;
    const hadFocus = this.#host?.hasFocus;
    const content = this.#render(state.target, state.name === "pinned");
    // Reading on in the card means keeping it, by a click (links and buttons have been served by then) or by going there with a key.
    for (const what of ["click", "focusin"]) content.addEventListener(what, () => this.#pin());
    this.#host?.show(content, box);
    if (hadFocus) this.#host?.focus();
  }

  /** The last card of the trail; where there is none, the statement. */
  #render(target: Target, pinned: boolean): HTMLElement {
    const actions: CardActions = {
      lookUp: (entity) => void this.#lookUp(entity),
      back: () => {
        this.#trail.pop();
        this.redraw();
      },
      close: () => this.#dismiss(),
      refuse: (scope) => {
        if (isMark(target)) this.#sources.refused(target, scope);
      },
    };
    const card = this.#trail.at(-1);
    if (!isMark(target) && !card) return renderStatement(target, pinned, actions);
    if (!card) throw new Error("a mark without a card");
    if (!isMark(target) || this.#trail.length > 1) {
      return renderCard({ card, reasons: [], nested: true, pinned, refusable: null }, actions);
    }
    const refusable = this.#told === "" ? { form: writtenForm(target), site: siteOf(location.href) } : null;
    return renderCard({ card, reasons: target.reasons, nested: false, pinned, refusable, told: this.#told }, actions);
  }

  /** Draws the open card, if there is one, as it is now. */
  redraw(): void {
    if (this.target) this.#draw(this.#boxOf(this.target));
  }

  #pin(): void {
    if (this.#state.name !== "hover") return;
    this.#stay();
    this.#state = { name: "pinned", target: this.#state.target };
    this.#host?.keep();
  }

  async #lookUp(entity: string): Promise<void> {
    const { target } = this;
    const from = this.#trail.at(-1);
    const card = await this.#sources.find(entity, from ? dayOf(from) : target && !isMark(target) ? target.asOf : null);
    // Meanwhile the card may have closed or gone elsewhere.
    if (!card || this.target !== target || this.#trail.at(-1) !== from) return;
    this.#trail.push(card);
    this.redraw();
    this.#host?.focus();
  }

  /** The window has another size, or the page another zoom: where the card stood may be outside. */
  readonly #resized = (): void => this.#follow(() => true);

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    // The key is the card's alone when the reader is in it or has pinned it; a hovering card goes beside what the page does.
    if (this.#state.name === "pinned") {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    this.#dismiss();
  };
}

function deepActiveElement(): Element | null {
  let active = activeElementOf(document);
  for (let inner = active; inner; inner = shadowRootOf(inner)?.activeElement ?? null) active = inner;
  return active;
}
