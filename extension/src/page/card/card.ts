// The card's life: when it opens, what it shows, and when it goes.

import type { Scope } from "../../refusals.ts";
import { siteOf } from "../../settings.ts";
import { shadowRootOf } from "../../shadow-root.ts";
import type { Card } from "../../wire.ts";
import { type Mark, writtenForm } from "../annotations.ts";
import { activeElementOf } from "../dom.ts";
import { boxAt, firstBox } from "../hit-test.ts";
import { DISMISS_DELAY_MS, SHOW_DELAY_MS } from "../limits.ts";
import { CardHost } from "./card-host.ts";
import { renderCard } from "./render-card.ts";

type Timer = ReturnType<typeof setTimeout>;

/**
 * hidden ── the pointer rests on a mark ──▶ waiting ── SHOW_DELAY_MS ──▶ hover
 * waiting ── the pointer leaves ──▶ hidden
 * hover ── it leaves mark and card for DISMISS_DELAY_MS, the page scrolls, Esc ──▶ hidden
 * hover ── click on the mark or in the card ──▶ pinned
 * hidden ── click or tap on a mark, or a step by key (which also gives the card the focus) ──▶ pinned
 * pinned ── Esc, the close button, a click elsewhere, the mark's going from the page ──▶ hidden
 */
type State =
  | { name: "hidden" }
  | { name: "waiting"; mark: Mark; timer: Timer }
  /** `leaving` runs while the pointer is elsewhere: on `next`, another mark, or on none. */
  | { name: "hover"; mark: Mark; leaving?: { timer: Timer; next: Mark | null } | undefined }
  | { name: "pinned"; mark: Mark };

export interface CardSources {
  /** The card of an entity that the card `from` refers to; null when there is none. */
  find(entity: string, from: Card): Promise<Card | null>;
  /** Called with the mark whose card is open, and null when it has closed. */
  opened(mark: Mark | null): void;
  /** The reader says that the mark isn't a name of its entity there. */
  refused(mark: Mark, scope: Scope): void;
}

export class CardView {
  #state: State = { name: "hidden" };
  #host: CardHost | undefined;
  /** The cards looked up one from another, the mark's own first. */
  #trail: Card[] = [];
  /** What had the focus before the card took it. */
  #focusBefore: Element | null = null;
  /** Where the pointer was, to stand beside the right line of a mark that is broken over two. */
  #point = { x: 0, y: 0 };
  /** The mark whose card the reader has closed with the pointer still on it: it stays closed until the pointer has left. */
  #dismissed: Mark | null = null;
  readonly #sources: CardSources;

  constructor(sources: CardSources) {
    this.#sources = sources;
  }

  /** The mark whose card is open. */
  get mark(): Mark | null {
    return this.#state.name === "hover" || this.#state.name === "pinned" ? this.#state.mark : null;
  }

  /** The pointer rests on that mark, or on none. */
  over(mark: Mark | null, x: number, y: number): void {
    const state = this.#state;
    if (mark) this.#point = { x, y };
    if (mark && mark === this.#dismissed) return;
    this.#dismissed = null;
    switch (state.name) {
      case "pinned":
        return;
      case "waiting":
        if (mark === state.mark) return;
        this.hide();
        break;
      case "hidden":
        break;
      case "hover": {
        if (mark !== state.mark && state.leaving?.next === mark) return;
        this.#stay();
        if (mark === state.mark) return;
        const timer = mark ? setTimeout(() => this.#show(mark, "hover"), SHOW_DELAY_MS) : setTimeout(() => this.hide(), DISMISS_DELAY_MS);
        state.leaving = { timer, next: mark };
        return;
      }
    }
    if (mark) this.#state = { name: "waiting", mark, timer: setTimeout(() => this.#show(mark, "hover"), SHOW_DELAY_MS) };
  }

  /** The pointer is in the card. */
  overCard(): void {
    this.#stay();
  }

  /** Opens the card of that mark for good; with `focus`, as a dialog of the keyboard. */
  open(mark: Mark, focus: boolean, point?: { x: number; y: number }): void {
    this.#point = point ?? { x: -1, y: -1 };
    if (focus && !this.#host?.hasFocus) this.#focusBefore = deepActiveElement();
    this.#show(mark, "pinned");
    if (focus) this.#host?.focus();
  }

  /** The page was clicked outside the card. */
  clickedOutside(): void {
    if (this.#state.name !== "hidden") this.#dismiss();
  }

  /** The page scrolls: a card that only hovers goes, one that was asked for stays with its mark. */
  scrolled(): void {
    if (this.#state.name === "pinned") {
      const box = firstBox(this.#state.mark.range);
      if (box && box.bottom > 0 && box.top < innerHeight) this.#host?.place(box);
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
    removeEventListener("keydown", this.#pressed, true);
    if (hadFocus && this.#focusBefore instanceof HTMLElement) this.#focusBefore.focus({ preventScroll: true });
    this.#focusBefore = null;
    this.#sources.opened(null);
  }

  destroy(): void {
    this.hide();
  }

  #dismiss(): void {
    this.#dismissed = this.mark;
    this.hide();
  }

  #stay(): void {
    if (this.#state.name !== "hover") return;
    clearTimeout(this.#state.leaving?.timer);
    this.#state.leaving = undefined;
  }

  #show(mark: Mark, name: "hover" | "pinned"): void {
    const state = this.#state;
    if (state.name === "waiting") clearTimeout(state.timer);
    if (state.name === "hover") clearTimeout(state.leaving?.timer);
    const box = boxAt(mark.range, this.#point.x, this.#point.y) ?? firstBox(mark.range);
    if (!box) {
      this.hide(); // the mark has gone or is hidden
      return;
    }
    const isNew = this.mark !== mark;
    this.#state = { name, mark };
    if (isNew) this.#trail = [mark.card];
    if (!this.#host || this.#host.isGone) {
      this.#host?.destroy();
      this.#host = new CardHost(mark.range.startContainer);
      addEventListener("keydown", this.#pressed, true);
    }
    this.#draw(box);
    if (isNew) this.#sources.opened(mark);
  }

  #draw(box: DOMRect | null): void {
    const state = this.#state;
    const card = this.#trail.at(-1);
    if ((state.name !== "hover" && state.name !== "pinned") || !card || !box) return;
    const hadFocus = this.#host?.hasFocus;
    const nested = this.#trail.length > 1;
    const { mark } = state;
    const content = renderCard(
      {
        card,
        reasons: nested ? [] : mark.reasons,
        nested,
        pinned: state.name === "pinned",
        refusable: nested ? null : { form: writtenForm(mark), site: siteOf(location.href) },
      },
      {
        lookUp: (entity) => void this.#lookUp(entity),
        back: () => {
          this.#trail.pop();
          this.#redraw();
        },
        close: () => this.#dismiss(),
        refuse: (scope) => {
          this.#dismiss();
          this.#sources.refused(mark, scope);
        },
      },
    );
    // Reading on in the card means keeping it. Links and buttons have been served by then.
    content.addEventListener("click", () => this.#pin());
    this.#host?.show(content, box);
    if (hadFocus) this.#host?.focus();
  }

  #redraw(): void {
    if (this.mark) this.#draw(boxAt(this.mark.range, this.#point.x, this.#point.y) ?? firstBox(this.mark.range));
  }

  #pin(): void {
    if (this.#state.name !== "hover") return;
    this.#stay();
    this.#state = { name: "pinned", mark: this.#state.mark };
  }

  async #lookUp(entity: string): Promise<void> {
    this.#pin();
    const from = this.#trail.at(-1);
    if (!from) return;
    const card = await this.#sources.find(entity, from);
    // Meanwhile the card may have closed or gone elsewhere.
    if (!card || this.#trail.at(-1) !== from) return;
    this.#trail.push({ ...card, dateBasis: from.dateBasis });
    this.#redraw();
    this.#host?.focus();
  }

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
