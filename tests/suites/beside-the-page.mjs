// What goes on in the page while Gloss is there: text is selected, tickers run, menus and keys of the page's own are used.
import assert from "node:assert/strict";
import { until } from "../browsers/until.mjs";

const REPORT = "/homs-evacuation.html";

export const tests = [];
const test = (name, run) => tests.push({ name, run });

async function openReport({ session, tab }) {
  await tab.open(session.server.at(REPORT));
  await tab.annotated();
}

const middleOf = async (tab, text) => {
  const box = await tab.boxOf(text);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** In the page: once it has drawn so many frames, of which a card that is to open needs about five. */
function drawn(frames) {
  return new Promise((resolve) => {
    const count = (left) => (left > 0 ? requestAnimationFrame(() => count(left - 1)) : resolve());
    count(frames);
  });
}

/** Lets the pointer tremble over that place, as hands do; answers whether a card has opened meanwhile. */
async function restOn(tab, { x, y }) {
  let opened = false;
  for (let step = 0; step < 5; step++) {
    await tab.page.mouse.move(x + (step % 2), y);
    await tab.page.evaluate(drawn, 12);
    opened ||= (await tab.card()) !== null;
  }
  return opened;
}

test("while text is being selected no card opens; afterwards the selection is there and cards open again", async (context) => {
  const { tab } = context;
  await openReport(context);
  const place = await middleOf(tab, "Jarablus");
  await tab.page.mouse.move(place.x - 60, place.y);
  await tab.page.mouse.down();
  assert.equal(await restOn(tab, place), false);
  await tab.page.mouse.up();
  assert.notEqual(await tab.page.evaluate(() => String(getSelection())), "");
  assert.equal(await tab.card(), null, "the end of a selection is no click on the name");
  assert.equal(await restOn(tab, place), true);
});

test("a card closed by Esc stays closed while the pointer trembles on its name, and opens when it comes back", async (context) => {
  const { tab } = context;
  await openReport(context);
  await tab.hover("Jarablus");
  await tab.page.keyboard.press("Escape");
  await tab.cardGone();
  const place = await middleOf(tab, "Jarablus");
  assert.equal(await restOn(tab, place), false);
  await tab.page.mouse.move(place.x, place.y + 100);
  await tab.page.evaluate(drawn, 2);
  assert.equal(await restOn(tab, place), true);
});

test("highlights that the page has cleared come back with the pointer on a name", async (context) => {
  const { tab } = context;
  await openReport(context);
  const { mark } = await tab.highlights();
  const place = await middleOf(tab, "Jarablus");
  await tab.page.evaluate(() => CSS.highlights.clear());
  assert.equal(await restOn(tab, place), true);
  assert.deepEqual((await tab.highlights()).mark, mark);
});

test("something that scrolls by itself elsewhere in the page keeps no card from opening, and closes none", async (context) => {
  const { tab } = context;
  await openReport(context);
  await tab.page.evaluate(() => {
    const ticker = document.createElement("div");
    ticker.style.cssText = "position:fixed;bottom:0;left:0;width:200px;height:20px;overflow:hidden;white-space:nowrap";
    ticker.textContent = "breaking news ".repeat(100);
    document.body.append(ticker);
    globalThis.ticks = 0;
    ticker.addEventListener("scroll", () => globalThis.ticks++);
    const tick = () => {
      ticker.scrollLeft = (ticker.scrollLeft + 2) % 500;
      requestAnimationFrame(tick);
    };
    tick();
  });
  await until("the ticker to run", () => tab.page.evaluate(() => globalThis.ticks > 5));
  await tab.hover("Jarablus");
  const before = await tab.page.evaluate(() => globalThis.ticks);
  await until("the ticker to go on", () => tab.page.evaluate((least) => globalThis.ticks > least, before + 20));
  assert.equal((await tab.card())?.label, "Jarablus");
});

test("a card goes with the box that its name scrolls in", async (context) => {
  const { tab } = context;
  await openReport(context);
  await tab.page.evaluate(() => {
    const article = document.querySelector("article");
    article.style.cssText = "height:400px;overflow:auto";
  });
  await tab.hover("Jarablus");
  await tab.page.evaluate(() => {
    document.querySelector("article").scrollTop += 30;
  });
  await tab.cardGone();
});

test("what the reader does in a card sets off none of the page's own keys and menus, and the keys work", async (context) => {
  const { session, tab } = context;
  await openReport(context);
  await tab.page.evaluate(() => {
    globalThis.noticed = [];
    for (const type of ["keydown", "keyup", "keypress", "click", "mousedown", "mouseup", "pointerdown", "pointerup", "focusin"])
      document.addEventListener(type, (event) => {
        globalThis.noticed.push(`${type} ${event.key ?? ""}`.trim());
        // As players do with the space bar, and pages that scroll by keys of their own.
        event.preventDefault();
      });
  });
  await session.driver.command("next-mark");
  const card = await until("the card", () => tab.card());
  await tab.page.keyboard.press("Tab");
  await tab.page.keyboard.press("j");
  await tab.page.mouse.click(card.box.x + 30, card.box.y + 20);
  await tab.page.keyboard.press("Tab");
  assert.deepEqual(await tab.page.evaluate(() => globalThis.noticed), []);
  await session.driver.command("next-mark");
  await until("the next card", async () => (await tab.card())?.label !== card.label);
  await tab.page.keyboard.press("Tab");
  await tab.page.keyboard.press(" ");
  await tab.cardGone();
  await tab.page.keyboard.press("j");
  const noticed = await tab.page.evaluate(() => globalThis.noticed);
  assert.ok(noticed.includes("keydown j"), `outside the card the page has its keys: ${noticed.join()}`);
});

test("a click opens the card of a name in a form with fields called like what elements can do", async (context) => {
  const { tab } = context;
  await openReport(context);
  await tab.page.evaluate(() => {
    const form = document.createElement("form");
    for (const name of ["matches", "closest"]) form.append(Object.assign(document.createElement("input"), { name }));
    const main = document.querySelector("main");
    main.replaceWith(form);
    form.append(main);
  });
  const place = await until("the marks to come back", async () =>
    (await tab.highlights()).mark.length > 0 ? middleOf(tab, "Jarablus") : null,
  );
  await tab.page.mouse.click(place.x, place.y);
  assert.equal((await until("the card", () => tab.card())).label, "Jarablus");
});

test("a click on a name in a link follows the link and keeps no card", async (context) => {
  const { tab } = context;
  await openReport(context);
  await tab.page.evaluate(() => {
    const text = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
    while (!text.nextNode().data.includes("Jarablus"));
    const link = Object.assign(document.createElement("a"), { href: "#followed", textContent: "Jarablus" });
    const rest = text.currentNode.splitText(text.currentNode.data.indexOf("Jarablus"));
    rest.data = rest.data.slice("Jarablus".length);
    rest.before(link);
  });
  const place = await until("the mark in the link", async () => {
    const { x, y } = await middleOf(tab, "Jarablus");
    return (await tab.page.evaluate((...at) => document.elementFromPoint(...at)?.localName, x, y)) === "a" && { x, y };
  });
  await tab.hover("Jarablus");
  await tab.page.mouse.click(place.x, place.y);
  await until("the link to be followed", () => tab.page.evaluate(() => location.hash === "#followed"));
  assert.equal(await tab.card(), null);
});
