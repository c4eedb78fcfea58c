// Watches the page for changes: collects them while they come, and says which parts must be read again.

import { addressOf } from "./collect-clues.ts";
import {
  composedParentOf,
  contains,
  firstChildOf,
  isConnected,
  isElement,
  isText,
  localNameOf,
  nextSiblingOf,
  ownElements,
  rootElementOf,
  rootOf,
} from "./dom.ts";
import { CHANGES_MAX_MS, CHANGES_QUIET_MS } from "./limits.ts";

export interface PageListener {
  /** These elements (none inside another) have changed; blocks elsewhere may have left the page. */
  changed(roots: Element[]): void;
  /** Another page stands in this document: its address or its root element is a new one. */
  replaced(): void;
}

// Whether an element is shown and may be read hangs on these. Classes and styles count only for elements known to be hidden.
const ATTRIBUTES = ["open", "hidden", "contenteditable", "class", "style"];
// Added or removed, they leave the text as it is.
const WITHOUT_TEXT = new Set("script style link meta iframe img picture source video audio canvas svg noscript template".split(" "));

export class PageWatcher {
  readonly #listener: PageListener;
  readonly #observer = new MutationObserver((records) => this.#note(records));
  #hidden = new WeakSet<Element>();
  readonly #dirty = new Set<Element>();
  #removed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  #address = addressOf(location);
  #rootElement = rootElementOf(document);

  constructor(listener: PageListener) {
    this.#listener = listener;
    this.watch(document);
  }

  /** Watches that tree, too. */
  watch(root: Document | ShadowRoot): void {
    this.#observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
  }

  /** Notes elements that were passed over because they are hidden, so that their being shown is noticed. */
  noteHidden(elements: readonly Element[]): void {
    for (const element of elements) this.#hidden.add(element);
  }

  destroy(): void {
    this.#observer.disconnect();
    clearTimeout(this.#timer);
  }

  #note(records: readonly MutationRecord[]): void {
    for (const record of records) {
      const { target } = record;
      if (ownElements.has(target)) continue;
      if (record.type === "attributes") {
        const noticed = record.attributeName === "class" || record.attributeName === "style" ? this.#hidden.has(target as Element) : true;
        if (noticed) this.#dirty.add(target as Element);
      } else if (record.type === "characterData") {
        this.#dirtyAround(target);
      } else {
        for (const node of record.addedNodes) {
          if (isElement(node) && (ownElements.has(node) || WITHOUT_TEXT.has(localNameOf(node)))) continue;
          // A new block stands for itself; new text or inline elements change the block around them.
          if (isElement(node) && isConnected(node) && !isInline(node)) this.#dirty.add(node);
          else if (isElement(node) || isText(node)) this.#dirtyAround(target);
        }
        for (const node of record.removedNodes) {
          if (ownElements.has(node)) continue;
          if (isText(node)) this.#dirtyAround(target);
          else if (isElement(node) && !WITHOUT_TEXT.has(localNameOf(node))) {
            this.#removed = true;
            // What was inline can no longer be asked for; the text around it may have closed up.
            if (hasTextOfItsOwn(target)) this.#dirtyAround(target);
          }
        }
      }
    }
    if (this.#dirty.size > 0 || this.#removed || rootElementOf(document) !== this.#rootElement) this.#schedule();
  }

  /** Marks the nearest block around a changed node for reading again. */
  #dirtyAround(node: Node): void {
    for (let around: Node | null = node; around; around = composedParentOf(around)) {
      if (isElement(around) && !isInline(around)) {
        this.#dirty.add(around);
        return;
      }
    }
  }

  #schedule(): void {
    const now = performance.now();
    if (this.#timer === undefined) this.#since = now;
    clearTimeout(this.#timer);
    const delay = Math.min(CHANGES_QUIET_MS, Math.max(0, this.#since + CHANGES_MAX_MS - now));
    this.#timer = setTimeout(() => this.#report(), delay);
  }

  #report(): void {
    this.#timer = undefined;
    const roots = [...this.#dirty].filter((element) => isConnected(element));
    this.#dirty.clear();
    this.#removed = false;
    const rootElement = rootElementOf(document);
    const address = addressOf(location);
    if (rootElement !== this.#rootElement || address !== this.#address) {
      this.#rootElement = rootElement;
      this.#address = address;
      this.#hidden = new WeakSet();
      this.#listener.replaced();
      return;
    }
    this.#listener.changed(outermost(roots));
  }
}

function isInline(element: Element): boolean {
  return /^(inline|ruby|contents)/.test(getComputedStyle(element).display);
}

function hasTextOfItsOwn(node: Node): boolean {
  for (let child = firstChildOf(node); child; child = nextSiblingOf(child)) if (isText(child) && /\S/.test(child.data)) return true;
  return false;
}

/** The elements without those that lie inside another of them. */
function outermost(elements: readonly Element[]): Element[] {
  const set = new Set<Node>(elements);
  return elements.filter((element) => {
    for (let around = composedParentOf(element); around; around = composedParentOf(around)) if (set.has(around)) return false;
    return true;
  });
}

/** Whether `block`'s container lies in one of `roots`, shadow trees included. */
export function liesIn(container: Element, roots: readonly Element[]): boolean {
  for (const root of roots) if (contains(root, container)) return true;
  const tree = rootOf(container);
  return tree instanceof ShadowRoot && liesIn(tree.host, roots);
}
