// Tells cheaply whether a tree holds as much running text as an article has and a list of teasers has not.

// Text in these is a page's own, or hidden.
const NO_TEXT = "head,nav,footer,button,select,textarea,noscript,script,style,template,[hidden],[role=dialog]";
// Letters below which a text is a label.
const LEAST_LABEL = 15;
const LEAST_SENTENCE = 25;
// A text of fewer letters is a teaser or a notice. The engine judges what comes through, so better too few than too many.
const LEAST_TEXT = 230;
// What ends a sentence. Thai and Lao mark no end: there a text has to be long.
const SENTENCE = /[.!?。！？؟।…۔։።។။]|[\u0e00-\u0eff].{60}/s;
// A character of these says as much as two or three letters.
const WIDE = /[\u3040-\u9fff\uac00-\ud7a3]/g;

// Through the prototype, as a page can name a field of a form "closest".
const closest = (element: Element, selector: string): Element | null => Element.prototype.closest.call(element, selector);

/**
 * Whether sentences below `root` of that many letters follow each other without a linked title in between.
 * Looks at no style, so that the browser has nothing to compute, and stops where it has seen enough.
 */
export function holdsText(root: Node): boolean {
  // Called through the prototype: a page can name a form or image "createTreeWalker".
  const walker: TreeWalker = Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT);
  let run = 0;
  let last: Element | null = null;
  while (run < LEAST_TEXT) {
    const node = walker.nextNode();
    if (!node) return false;
    const parent = node.parentElement;
    if (!parent || (node as Text).data.trim() === "") continue;
    const paragraph = closest(parent, "p");
    // Its first piece has spoken for the whole paragraph.
    if (paragraph && paragraph === last) continue;
    last = paragraph;
    const text = (paragraph ?? node).textContent!.trim();
    const letters = text.length + 2 * (text.match(WIDE)?.length ?? 0);
    if (letters < LEAST_LABEL || closest(parent, NO_TEXT)) continue;
    const link = closest(parent, "a");
    if (link && 2 * link.textContent!.trim().length > text.length) run = 0;
    else if (letters >= LEAST_SENTENCE && SENTENCE.test(text)) run += letters;
  }
  return true;
}
