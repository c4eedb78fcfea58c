// The loader: decides in every page whether it looks like an article, says so once, and goes quiet.
//
// It runs as soon as the page is parsed, so that the background wakes while the browser still loads the page's pictures; the page side
// starts, as whatever is injected by default, once the page is idle.

import type { Reply } from "../messages.ts";
import { sendUntilAnswered } from "../send-until-answered.ts";
import { shadowRootOf } from "../shadow-root.ts";
import { holdsText } from "./holds-text.ts";

// An article in a frame smaller than this is an advertisement or a teaser. CSS pixels.
const LEAST_FRAME_WIDTH = 400;
const LEAST_FRAME_HEIGHT = 300;
// Pages that build their article with scripts have it this long after loading or changing the address. Milliseconds.
const RENDER_DELAY = 1500;
const MAX_TRIES = 3;
// Where the page proper has more paragraphs than this, its article is not hidden away in a shadow tree.
const FEW_PARAGRAPHS = 9;

function isArticle(): boolean {
  try {
    return (
      document.contentType.includes("html") && // or XHTML
      (holdsText(document) || holdsTextInShadow()) &&
      // Asked last, because it makes the browser lay the frame out.
      (window === window.top || (innerWidth >= LEAST_FRAME_WIDTH && innerHeight >= LEAST_FRAME_HEIGHT))
    );
  } catch {
    return false; // an odd page, not an article
  }
}

function holdsTextInShadow(): boolean {
  return select("p").length <= FEW_PARAGRAPHS && shadowTrees().some(holdsText);
}

// Called through the prototype: a page can name a form or image "querySelectorAll".
const select = (selector: string): NodeListOf<Element> => Document.prototype.querySelectorAll.call(document, selector);

/** Asking every element would take longer than a page should notice. A host with children of its own shows those as its text. */
function mayHost(element: Element): boolean {
  const name = String(element.localName); // which a form can shadow by a field
  return name.includes("-") || (/^(div|section|article|main)$/.test(name) && !element.firstElementChild);
}

/** The page's shadow trees, where some sites keep their whole article. */
function shadowTrees(): ShadowRoot[] {
  const trees: ShadowRoot[] = [];
  const collect = (elements: Iterable<Element>) => {
    for (const element of elements) {
      const tree = mayHost(element) && shadowRootOf(element);
      if (tree) trees.push(tree);
    }
  };
  collect(select("*"));
  for (const tree of trees) collect(tree.querySelectorAll("*"));
  return trees;
}

async function check(): Promise<void> {
  if (said || !isArticle()) return;
  said = true;
  await speakUp(MAX_TRIES);
}

/** Tells the background of the article; so many times at most, as one that is just being ended fails at putting the page side in. */
async function speakUp(tries: number): Promise<void> {
  // Rejected when the extension has been updated or removed meanwhile: nothing left to do.
  const reply = await sendUntilAnswered<Reply<null>>({ request: "qualifies", began: performance.timeOrigin }).catch(() => {});
  if (reply && "failure" in reply && tries > 1) setTimeout(() => speakUp(tries - 1), RENDER_DELAY);
}

function checkNowAndLater(): void {
  void check();
  // Once after the last reason to look, not after each: most pages are no article, and looking is all that they are charged.
  clearTimeout(later);
  if (!said) later = setTimeout(check, RENDER_DELAY);
}

let said = false;
let later: ReturnType<typeof setTimeout> | undefined;
// An older page side can only be an orphan: this loader is new in the page.
globalThis.__gloss?.destroy?.();
checkNowAndLater();
if (document.readyState !== "complete") addEventListener("load", checkNowAndLater, { once: true });
// A front page may become an article without loading anew.
globalThis.navigation?.addEventListener("navigatesuccess", checkNowAndLater);
