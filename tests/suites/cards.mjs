// How a card is laid out where the window is narrow, and how it behaves under a finger and a pointer.
import assert from "node:assert/strict";
import { cardPage } from "../browsers/card-page.mjs";
import { prependToScripts, withChangedBuild } from "../browsers/session.mjs";
import { until } from "../browsers/until.mjs";
import { CARD, fact } from "../example-card.mjs";

export const tests = [];
const test = (name, run, more = {}) => tests.push({ name, run, ...more });

async function show({ session, tab }, card) {
  session.server.documents.set("/card.html", { type: "text/html; charset=utf-8", body: await cardPage(card) });
  await tab.open(session.server.at("/card.html"));
  assert.deepEqual(tab.errors, []);
}

test("in a narrow window a card's text has the card's whole width, and none of it is cut off at the side", async (context) => {
  const { tab } = context;
  await tab.page.setViewport({ width: 320, height: 568 });
  const long = "Bundesministeriumfürwirtschaftlichezusammenarbeitundentwicklung";
  await show(context, { ...CARD, label: long, onDate: [fact("Kind of government", long, "holds")] });
  const { cut, share } = await tab.page.evaluate(() => {
    const root = document.querySelector("[popover]").shadowRoot;
    for (const details of root.querySelectorAll("details")) details.open = true;
    const blocks = [...root.querySelectorAll("*")].filter((element) => getComputedStyle(element).display !== "inline");
    const width = (selector) => root.querySelector(selector).getBoundingClientRect().width;
    return {
      cut: blocks
        .filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth)
        .map((element) => element.localName),
      share: width("dd") / width("dl"),
    };
  });
  assert.deepEqual(cut, []);
  assert.equal(share, 1);
});

test("a tap opens the card of a name and keeps it open; a tap elsewhere closes it", async ({ session, tab }) => {
  await tab.open(session.server.at("/homs-evacuation.html"));
  await tab.annotated();
  const box = await tab.boxOf("Jarablus");
  await tab.page.touchscreen.tap(box.x + 4, box.y + box.height / 2);
  const card = await until("the card that a tap opens", () => tab.card());
  assert.equal(card.label, "Jarablus");
  assert.match(card.shown, /Close/);
  await tab.page.touchscreen.tap(card.box.right + 40, card.box.top + 5);
  await tab.cardGone();
});

// In the background: the file of cards comes only once the test lets it.
const HELD_BACK = `{
  const real = fetch;
  globalThis.fetch = async (address, ...more) => {
    if (String(address).endsWith("world.cards")) {
      await new Promise((come) => chrome.storage.onChanged.addListener((changes) => changes.comes && come()));
    }
    return real(address, ...more);
  };
}`;

test(
  "names are marked before the cards have been read, and a card opened meanwhile is filled in where it stands",
  ({ kind }) =>
    withChangedBuild(
      kind,
      (dir) => prependToScripts(dir, HELD_BACK, "background.js"),
      async (session, tab) => {
        await tab.open(session.server.at("/homs-evacuation.html"));
        await until("the marks", () => tab.page.evaluate(() => CSS.highlights.size > 0));
        const box = await tab.boxOf("Jarablus");
        await tab.page.mouse.click(box.x + 4, box.y + box.height / 2);
        const bare = await until("the card", () => tab.card());
        assert.equal(bare.label, "Jarablus");
        assert.doesNotMatch(bare.shown, /Euphrates|Aleppo/);
        await session.driver.background(`chrome.storage.local.set({ comes: true }).then(() => {})`);
        const whole = await until("its facts", async () => {
          const card = await tab.card();
          return /\d{4}/.test(card?.shown) ? card : null;
        });
        assert.equal(whole.label, "Jarablus");
        assert.match(whole.shown, /Citations/);
        assert.deepEqual(tab.errors, []);
      },
    ),
  { own: true },
);

/** In the extension's isolated world: the middle of that part of the open card, in the window. */
function placeInCard(selector) {
  const rootOf = (element) => element.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
  const part = rootOf(document.querySelector("[popover=manual]")).querySelector(selector);
  part.scrollIntoView({ block: "nearest" });
  const { x, y, width, height } = part.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** In the extension's isolated world: what has the focus in the open card, and what is unfolded there. */
function focusInCard() {
  const rootOf = (element) => element.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
  const root = rootOf(document.querySelector("[popover=manual]"));
  return { focused: root.activeElement?.textContent ?? null, open: root.querySelectorAll("details[open]").length };
}

test("a click in a hovering card keeps it as it is, with a button to close it that the keyboard reaches", async ({ session, tab }) => {
  await tab.open(session.server.at("/homs-evacuation.html"));
  await tab.annotated();
  const hovering = await tab.hover("Jarablus");
  assert.doesNotMatch(hovering.shown, /Close/, "a card that goes by itself needs none");
  const fold = await tab.inIsolatedWorld(placeInCard, "summary");
  await tab.page.mouse.move(fold.x, fold.y);
  await tab.page.mouse.click(fold.x, fold.y);
  const kept = await until("the button", async () => {
    const card = await tab.card();
    return /Close/.test(card?.shown ?? "") && card;
  });
  assert.deepEqual([kept.box.x, kept.box.y], [hovering.box.x, hovering.box.y], "nothing moves away from under the pointer");
  assert.equal((await tab.inIsolatedWorld(focusInCard)).open, 1, "what the click has unfolded stays so");
  await tab.page.mouse.move(2, 2);
  await tab.page.mouse.move(3, 3);
  await until("the focus on the button", async () => {
    await tab.page.keyboard.down("Shift");
    await tab.page.keyboard.press("Tab");
    await tab.page.keyboard.up("Shift");
    return (await tab.inIsolatedWorld(focusInCard)).focused === "Close";
  });
  await tab.page.keyboard.press("Enter");
  await tab.cardGone();
});

test("a card that is kept open stays inside a window that is made smaller or zoomed", async ({ session, tab }) => {
  await tab.open(session.server.at("/homs-evacuation.html"));
  await tab.annotated();
  const box = await tab.boxOf("Jarablus");
  await tab.page.mouse.click(box.x + 4, box.y + box.height / 2);
  await until("the card", () => tab.card());
  for (const [width, height] of [
    [360, 600],
    [900, 260],
    [700, 700],
  ]) {
    await tab.page.setViewport({ width, height });
    await until(`the card to fit ${width} × ${height}`, async () => {
      const { left, top, right, bottom } = (await tab.card()).box;
      return left >= 0 && top >= 0 && right <= width && bottom <= height;
    });
  }
  assert.equal((await tab.card()).label, "Jarablus");
});

test("no citation's number stands on a line of its own", async (context) => {
  const { tab } = context;
  const words = (count) => Array.from({ length: count }, (_, at) => "word".slice(at % 4)).join(" ");
  await show(context, {
    ...CARD,
    onDate: Array.from({ length: 24 }, (_, at) => fact("Event", words(8 + at), "holds", { when: at % 2 ? "2006" : "", citations: [0, 1] })),
  });
  const alone = await tab.page.evaluate(() =>
    [...document.querySelector("[popover]").shadowRoot.querySelectorAll("section dd")].flatMap((value) => {
      const first = value.querySelector(".cite");
      const before = new Range();
      before.setStart(value, 0);
      before.setEndBefore(first);
      const line = [...before.getClientRects()].filter((box) => box.width > 1).at(-1);
      return first.getBoundingClientRect().top < line.bottom ? [] : [value.textContent];
    }),
  );
  assert.deepEqual(alone, []);
});
