// Tells cheaply whether a tree holds as much running text as an article has and a list of teasers has not.

// Text in these is a page's own, or hidden.
const NO_TEXT = "head,nav,footer,button,select,textarea,noscript,script,style,template,[hidden],[role=dialog]";
// Letters below which a text is a label.
const LEAST_LABEL = 15;
const LEAST_SENTENCE = 25;
// A text of fewer letters is a teaser or a notice. The engine judges what comes through, so better too few than too many.
const LEAST_TEXT = 200;
// A character of these says as much as two or three letters.
const WIDE = /[\u3040-\u9fff\uac00-\ud7a3]/g;

/**
 * Whether sentences below `root` of that many letters follow each other without a linked title in between.
 * Looks at no style, so that the browser has nothing to compute, and stops where it has seen enough.
 */
export function holdsText(root: Node): boolean {
  // Called through the prototype: a page can name a form or image "createTreeWalker".
  const walker: TreeWalker = Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT);
  let run = 0;
  while (run < LEAST_TEXT) {
    const node = walker.nextNode() as Text | null;
    if (!node) return false;
    const text = node.data.trim();
    const letters = text.length + 2 * (text.match(WIDE)?.length ?? 0);
    const parent = node.parentElement;
    if (letters < LEAST_LABEL || !parent || parent.closest(NO_TEXT)) continue;
    const link = parent.closest("a");
    if (link) {
      // A link in a sentence doesn't end it.
      if (link.closest("h1,h2,h3,h4,h5,h6") || !link.closest("p")) run = 0;
    } else if (letters >= LEAST_SENTENCE && /[.!?。！？؟।…]/.test(text)) run += letters;
  }
  return true;
}
