// Holds the card in the page: one popover with a closed shadow root, there only while the card is open.
import { composedParentOf, createHtml, isElement, matches, ownElements, rootElementOf } from "../dom.ts";
import { CARD_STYLE } from "./card-style.ts";
import { type Box, placeCard } from "./place-card.ts";

/** What the reader does in the card is none of the page's business: keys of its own, menus that close at a click elsewhere. */
const OWN_EVENTS = "keydown keypress keyup pointerdown pointerup mousedown mouseup click dblclick focusin focusout".split(" ");

/** Where the card must be put to be seen and reached: the modal dialog or full-screen element around `node`, else the root element. */
function parentFor(node: Node): Element | null {
  for (let around: Node | null = node; around; around = composedParentOf(around)) {
    if (isElement(around) && matches(around, "dialog:modal, :fullscreen")) return around;
  }
  return rootElementOf(document);
}

export class CardHost {
  readonly #host = createHtml("div");
  readonly #root: ShadowRoot;
  readonly #place: CSSStyleDeclaration;

  /** Mounts an empty card. `mode` is "open" only on test pages, for tools that don't see into closed trees. */
  constructor(anchor: Node, mode: ShadowRootMode = "closed") {
    ownElements.add(this.#host);
    this.#host.popover = "manual";
    this.#root = this.#host.attachShadow({ mode });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CARD_STYLE);
    this.#root.adoptedStyleSheets = [sheet];
    // The position goes into the sheet's first rule: an important rule beats an inline style, the page's as well as ours.
    this.#place = (sheet.cssRules[0] as CSSStyleRule).style;
    for (const what of OWN_EVENTS) this.#host.addEventListener(what, (event) => event.stopPropagation());
    parentFor(anchor)?.append(this.#host);
    this.#host.showPopover();
  }

  /** Puts `content` in the place of what was shown, beside the line box `anchor`. */
  show(content: HTMLElement, anchor: Box): void {
    this.#root.replaceChildren(content);
    this.place(anchor);
  }

  place(anchor: Box): void {
    this.#set("max-height", "none");
    const content = this.#root.firstElementChild;
    if (!(content instanceof HTMLElement)) return;
    const { width, height } = content.getBoundingClientRect();
    const placement = placeCard(
      anchor,
      { width, height },
      { width: rootElementOf(document)?.clientWidth || innerWidth, height: innerHeight },
      content.dir === "rtl",
    );
    this.#set("left", `${placement.left}px`);
    this.#set("top", `${placement.top}px`);
    this.#set("max-height", `${placement.maxHeight}px`);
  }

  #set(property: string, value: string): void {
    this.#place.setProperty(property, value, "important");
  }

  focus(): void {
    (this.#root.firstElementChild as HTMLElement | null)?.focus();
  }

  /** Shows the button that closes the card, which from now on stays until closed; without drawing anew what the reader is at. */
  keep(): void {
    this.#root.querySelector(".close")?.removeAttribute("hidden");
  }

  /** Whether the focus is inside the card. */
  get hasFocus(): boolean {
    return this.#root.activeElement !== null;
  }

  /** Whether the page has taken the card out. */
  get isGone(): boolean {
    return !this.#host.isConnected;
  }

  destroy(): void {
    this.#host.remove();
  }
}
