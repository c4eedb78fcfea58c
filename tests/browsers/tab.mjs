// One tab with a page under test: what the extension did there, read through the extension itself, and what a reader does there.
import { until } from "./until.mjs";

/** Layers by the priority that src/page/paint-highlights.ts gives them: the names of highlights are random. */
const LAYERS = { "-7": "unsaid", "-6": "indirect", "-5": "mixed", "-4": "direct", "-3": "source", "-2": "mark", "-1": "open" };

const priorityOf = (layer) => Number(Object.keys(LAYERS).find((priority) => LAYERS[priority] === layer));

/** In the page: the highlights as [[priority, [text…]]…]. */
function readHighlights() {
  return Array.from(CSS.highlights.values(), (highlight) => [highlight.priority, Array.from(highlight, String)]);
}

/** In the page: the box of the nth drawn range of a priority whose text is `text`, its element scrolled into view first. */
function boxOf(priority, text, nth) {
  const tidy = (range) => String(range).replace(/\s+/g, " ");
  const ranges = [];
  for (const highlight of CSS.highlights.values()) if (highlight.priority === priority) ranges.push(...highlight);
  // By place, since ranges of different trees have no order; lines are at least 10 px apart.
  const order = new Map(ranges.map((candidate) => [candidate, candidate.getBoundingClientRect()]));
  ranges.sort((a, b) => {
    const [first, second] = [order.get(a), order.get(b)];
    return Math.abs(first.top - second.top) > 10 ? first.top - second.top : first.left - second.left;
  });
  const range = ranges.filter((candidate) => text === null || tidy(candidate) === text)[nth];
  if (!range) return null;
  const element = range.startContainer.parentElement;
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const box = [...range.getClientRects()].find((candidate) => candidate.width > 1);
  return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
}

/** In the page: whether a range of that priority is drawn inside the window. */
function isDrawnInWindow(priority) {
  for (const highlight of CSS.highlights.values()) {
    if (highlight.priority !== priority) continue;
    for (const range of highlight) {
      const box = range.getBoundingClientRect();
      if (box.width > 0 && box.top >= 0 && box.bottom <= innerHeight) return true;
    }
  }
  return false;
}

/** In the page: how much text stands before the first range of that priority; null without one. Tells apart marks of the same text. */
function placeOf(priority) {
  for (const highlight of CSS.highlights.values()) {
    if (highlight.priority !== priority || highlight.size === 0) continue;
    const [range] = highlight;
    const before = new Range();
    before.setStart(document.body, 0);
    before.setEnd(range.startContainer, range.startOffset);
    return String(before).length;
  }
  return null;
}

/** In the extension's isolated world: the open card as text and structure, or null. Closed roots open only to extensions. */
function readCard() {
  const rootOf = (element) => element.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
  for (const host of document.querySelectorAll("[popover=manual]")) {
    const root = rootOf(host);
    const card = root?.querySelector(".card, [role=dialog], [role=tooltip]");
    if (!card) continue;
    const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
    const facts = (part) =>
      [...part.querySelectorAll("dt")].map((term) => {
        const values = [];
        for (let next = term.nextElementSibling; next?.localName === "dd"; next = next.nextElementSibling) values.push(text(next));
        return [text(term), ...values];
      });
    return {
      label: text(root.querySelector("h2")),
      kind: text(root.querySelector(".kind") ?? document.createElement("i")),
      description: text(root.querySelector(".description") ?? document.createElement("i")),
      sections: [...root.querySelectorAll("section")].map((part) => ({
        heading: text(part.querySelector("h3") ?? document.createElement("i")),
        text: text(part),
        facts: facts(part),
      })),
      links: [...root.querySelectorAll("a[href]")].map((link) => link.href),
      text: text(card),
      shown: card.innerText,
      hasFocus: root.activeElement !== null,
      box: card.getBoundingClientRect().toJSON(),
    };
  }
  return null;
}

export class Tab {
  constructor(driver, page) {
    this.driver = driver;
    this.page = page;
    /** What the page's scripts threw, and errors on its console. */
    this.errors = [];
    page.on("pageerror", (error) => this.errors.push(String(error.message ?? error)));
    page.on("console", (message) => {
      if (message.type() === "error") this.errors.push(message.text());
    });
  }

  async open(address) {
    this.errors.length = 0;
    await this.page.goto(address, { waitUntil: "load" });
    this.address = address;
    return this;
  }

  /** The browser's number of this tab; found by its address, which a test therefore opens once at a time. */
  async #tabId() {
    const address = JSON.stringify(await this.page.evaluate("location.href"));
    return this.driver.background(
      `chrome.tabs.query({}).then((tabs) => (tabs.find((tab) => tab.url === ${address} && tab.active) ?? tabs.find((tab) => tab.url === ${address}))?.id ?? null)`,
    );
  }

  /** The result of `run(...args)` in the extension's isolated world of the page's main frame. */
  async inIsolatedWorld(run, ...args) {
    const tab = await this.#tabId();
    const answer =
      await this.driver.background(`chrome.scripting.executeScript({ target: { tabId: ${tab} }, func: ${run}, args: ${JSON.stringify(args)} })
      .then(([{ result, error }]) => JSON.stringify({ result: result ?? null, error: error ? String(error) : null }))`);
    const { result, error } = JSON.parse(answer);
    if (error) throw new Error(error);
    return result;
  }

  /** Firefox lets no extension iterate the page's highlights, so there the page reads them; the registry is the same. */
  #onHighlights(run, ...args) {
    return this.driver.kind === "firefox" ? this.page.evaluate(run, ...args) : this.inIsolatedWorld(run, ...args);
  }

  /** {mark, open, direct, mixed, indirect, unsaid, source}: the texts painted in each layer, in the order of the highlight. */
  async highlights() {
    const layers = Object.fromEntries(Object.values(LAYERS).map((layer) => [layer, []]));
    for (const [priority, texts] of await this.#onHighlights(readHighlights)) {
      const layer = LAYERS[priority];
      if (layer) layers[layer].push(...texts.map((text) => text.replace(/\s+/g, " ")));
    }
    return layers;
  }

  /** The texts of a layer (see `highlights`) of the page, those in its frames included; frames in the browser's order. */
  async inAllFrames(layer) {
    const layers = [];
    if (this.driver.kind === "firefox") {
      for (const frame of this.page.frames()) layers.push(...(await frame.evaluate(readHighlights)));
    } else {
      const tab = await this.#tabId();
      const run = `chrome.scripting.executeScript({ target: { tabId: ${tab}, allFrames: true }, func: ${readHighlights} })`;
      layers.push(
        ...JSON.parse(await this.driver.background(`${run}.then((all) => JSON.stringify(all.flatMap(({ result }) => result ?? [])))`)),
      );
    }
    return layers.filter(([priority]) => LAYERS[priority] === layer).flatMap(([, texts]) => texts);
  }

  /** Tells the page side a command; answers its status (see extension/src/messages.ts) once the page has been read; null without one. */
  async tell(command) {
    const tab = await this.#tabId();
    return JSON.parse(
      await this.driver.background(
        `chrome.tabs.sendMessage(${tab}, ${JSON.stringify(command)}, { frameId: 0 }).then((status) => JSON.stringify(status ?? null), () => "null")`,
      ),
    );
  }

  status() {
    return this.tell({ command: "status" });
  }

  /** Waits until the page side has read the page and painted; answers its status. */
  annotated() {
    return until("the page to be annotated", async () => {
      const status = await this.status();
      return status && (status.page || status.failure) ? status : null;
    });
  }

  card() {
    return this.inIsolatedWorld(readCard);
  }

  /** Where the nth mark (or other layer) with that text is drawn, in the window; scrolls it into view. */
  async boxOf(text, { nth = 0, layer = "mark" } = {}) {
    return until(`${layer} “${text}” to be drawn`, () => this.#onHighlights(boxOf, priorityOf(layer), text, nth));
  }

  isInView(layer) {
    return this.#onHighlights(isDrawnInWindow, priorityOf(layer));
  }

  placeOf(layer) {
    return this.#onHighlights(placeOf, priorityOf(layer));
  }

  /** Rests the pointer on a mark until its card is open; answers the card. */
  async hover(text, options) {
    const box = await this.boxOf(text, options);
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    return until(`the card of “${text}”`, async () => {
      // A real pointer trembles; one that has scrolled with the page must move once more.
      await this.page.mouse.move(x - 1, y);
      await this.page.mouse.move(x, y);
      return this.card();
    });
  }

  async leave() {
    await this.page.mouse.move(2, 2);
    await this.page.mouse.move(3, 3);
    await this.cardGone();
  }

  cardGone() {
    return until("the card to go", async () => (await this.card()) === null);
  }

  /** The document as a page's own script sees it, shadow trees that it can see included. */
  serialise() {
    return this.page.evaluate(() => {
      // Through the prototypes, because a page can name elements so that they stand for the document's properties.
      const all = [...Document.prototype.querySelectorAll.call(document, "*")];
      const rootOf = Object.getOwnPropertyDescriptor(Element.prototype, "shadowRoot").get;
      const open = all.flatMap((element) => rootOf.call(element) ?? []);
      return document.firstElementChild.outerHTML + open.map((root) => root.innerHTML).join("");
    });
  }

  close() {
    return this.page.close();
  }
}
