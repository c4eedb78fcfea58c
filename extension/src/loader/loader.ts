// The loader: decides in every page whether it looks like an article, says so once, and goes quiet.
// This one file of it: the package as a whole holds the reader, too.
import isProbablyReaderable from "@mozilla/readability/Readability-readerable.js";

// An article in a frame smaller than this is an advertisement or a teaser. CSS pixels.
const LEAST_FRAME_WIDTH = 400;
const LEAST_FRAME_HEIGHT = 300;
// Pages that build their article with scripts have it this long after loading or changing the address. Milliseconds.
const RENDER_DELAY = 1500;

function isArticle(): boolean {
  if (!/^(text\/html|application\/xhtml\+xml)$/.test(document.contentType)) return false;
  if (window !== window.top && (innerWidth < LEAST_FRAME_WIDTH || innerHeight < LEAST_FRAME_HEIGHT)) return false;
  // Called through the prototype: a page can name a form or image "querySelectorAll".
  const querySelectorAll = (selector: string) => Document.prototype.querySelectorAll.call(document, selector);
  try {
    return isProbablyReaderable({ querySelectorAll });
  } catch {
    return false; // an odd page, not an article
  }
}

async function check(): Promise<void> {
  if (said || !isArticle()) return;
  said = true;
  try {
    await chrome.runtime.sendMessage({ request: "qualifies" });
  } catch {
    // The extension has been updated or removed meanwhile: nothing left to do.
  }
}

function checkNowAndLater(): void {
  void check();
  if (!said) setTimeout(check, RENDER_DELAY);
}

let said = false;
// An older page side can only be an orphan: this loader is new in the page.
if (typeof globalThis.__gloss?.destroy === "function") globalThis.__gloss.destroy();
checkNowAndLater();
if (document.readyState !== "complete") addEventListener("load", checkNowAndLater, { once: true });
// A front page may become an article without loading anew.
if ("navigation" in globalThis) navigation.addEventListener("navigatesuccess", checkNowAndLater);
