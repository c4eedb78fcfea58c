// Keyboard and assistive technology: stepping, focus, the card's name and role, and axe-core on whatever the extension draws.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { cardPage } from "../browsers/card-page.mjs";
import { until } from "../browsers/until.mjs";
import { CARD } from "../example-card.mjs";
import { PLAIN } from "../pages/situations.mjs";

const REPORT = "/homs-evacuation.html";
const SAID = "<p>“We saw the last of the buses leave before noon,” said the governor of the province.</p>";
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const tests = [];
const test = (name, run, more = {}) => tests.push({ name, run, ...more });

const focusIsBack = (tab) => tab.page.evaluate(() => document.activeElement?.textContent ?? "");

async function openReport({ session, tab }) {
  await tab.open(session.server.at(REPORT));
  await tab.page.bringToFront();
  return tab.annotated();
}

test("the step command opens the next card with the focus in it; Esc gives the focus back", async (context) => {
  const { session, tab } = context;
  await openReport(context);
  const { mark } = await tab.highlights();
  await tab.page.focus(".masthead a");
  const before = await tab.serialise();

  await session.driver.command("next-mark");
  const first = await until("the first card", () => tab.card());
  assert.equal(first.hasFocus, true);
  await session.driver.command("next-mark");
  const second = await until("the second card", async () => {
    const card = await tab.card();
    return card && card.label !== first.label ? card : null;
  });
  assert.equal(second.hasFocus, true);
  assert.equal((await tab.highlights()).open[0], mark[1]);
  await session.driver.command("previous-mark");
  await until("the first card again", async () => (await tab.card())?.label === first.label);

  await tab.page.keyboard.press("Tab");
  assert.equal((await tab.card()).hasFocus, true, "Tab goes on inside the card");
  await tab.page.keyboard.press("Escape");
  await tab.cardGone();
  assert.equal(await focusIsBack(tab), "World");
  assert.equal(await tab.serialise(), before);
});

test("stepping through all marks opens a card for each, in reading order, and goes round", async (context) => {
  const { session, tab } = context;
  await openReport(context);
  const { mark } = await tab.highlights();
  const seen = [];
  let last = -1;
  for (let count = 0; count <= mark.length; count++) {
    await session.driver.command("next-mark");
    last = await until(`step ${count + 1}`, async () => {
      const place = await tab.placeOf("open");
      return place !== null && place !== last ? place : null;
    });
    seen.push((await tab.highlights()).open[0]);
    assert.ok(await tab.isInView("open"), `${seen.at(-1)} is brought into view`);
    assert.ok((await tab.card()).hasFocus);
  }
  assert.deepEqual(seen, [...mark, mark[0]]);
});

/** The open card with where it stands and the first words it is about; null without one. */
async function whereCardIs(tab) {
  const [card, place, { open }] = [await tab.card(), await tab.placeOf("open"), await tab.highlights()];
  return card && place !== null ? { ...card, place, words: open[0] } : null;
}

/** Steps, and answers the card that is open then, which differs from the one before. */
async function stepOn({ session, tab }, command, before) {
  await session.driver.command(command);
  return until(`the card after ${before?.label ?? "none"}`, async () => {
    const now = await whereCardIs(tab);
    return now && ["place", "words", "label", "kind"].some((part) => now[part] !== before?.[part]) ? now : null;
  });
}

test("while sources are shown, stepping takes in the statements, each with its card, in reading order and round", async (context) => {
  const { session, tab } = context;
  await session.changeSettings({ sources: true });
  const { statements } = await openReport(context);
  const before = await tab.serialise();
  const { mark, direct, mixed, indirect } = await tab.highlights();
  const said = [...direct, ...mixed, ...indirect];
  const seen = [];
  for (let count = 0; count < mark.length + statements; count++) seen.push(await stepOn(context, "next-mark", seen.at(-1)));
  const isStatement = ({ kind }) => /(quoted|paraphrased)$/.test(kind);
  assert.equal(seen.filter(isStatement).length, statements);
  assert.deepEqual(
    seen.filter((card) => !isStatement(card)).map(({ words }) => words),
    mark,
  );
  for (const { words, hasFocus } of seen.filter(isStatement)) {
    assert.ok(hasFocus, `the focus is in the card of “${words}”`);
    assert.ok(said.includes(words), `“${words}” is drawn as a statement`);
  }
  const places = seen.map(({ place }) => place);
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  const again = await stepOn(context, "next-mark", seen.at(-1));
  assert.deepEqual([again.label, again.words], [seen[0].label, seen[0].words]);
  await tab.page.keyboard.press("Escape");
  await tab.cardGone();
  assert.equal(await tab.serialise(), before);
});

test("stepping goes on from the statement that the list of sources has led to", async (context) => {
  const { tab } = context;
  const { sources } = await openReport(context);
  const line = sources.find(({ label }) => /Talal Barazi/.test(label));
  await tab.tell({ command: "jump", source: line.key });
  const next = await stepOn(context, "next-mark");
  const back = await stepOn(context, "previous-mark", next);
  assert.match(back.label, /Talal Barazi/, `before ${next.label}`);
  assert.match(back.kind, /paraphrased|quoted/);
});

/** Opens a page with a report and a frame with another, and waits until both are marked. */
async function openTwoReports({ session, tab }) {
  const report = (title, more = "") => PLAIN.replace("A quiet morning", title).replace("</article>", `${SAID}</article>${more}`);
  const document = (body) => ({ type: "text/html; charset=utf-8", body });
  session.server.documents.set("/inner.html", document(report("Inside")));
  session.server.documents.set("/outer.html", document(report("Outside", '<iframe src="inner.html" width="900" height="600"></iframe>')));
  await tab.open(session.server.at("/outer.html"));
  await tab.page.bringToFront();
  await tab.annotated();
  const own = (await tab.highlights()).mark.length;
  await until("the marks of both", async () => (await tab.inAllFrames("mark")).length === 2 * own);
}

test("of a page and a frame with a report of its own, steps go through the one that the reader is in", async ({ session, tab }) => {
  await openTwoReports({ session, tab });
  const cards = () =>
    Promise.all(tab.page.frames().map((frame) => frame.evaluate(() => document.querySelectorAll("[popover=manual]").length)));
  await session.driver.command("next-mark");
  await until("the page's card", async () => (await cards()).join() === "1,0");
  await tab.page.keyboard.press("Escape");
  await tab.cardGone();
  const frame = await tab.page.$("iframe");
  await frame.scrollIntoView();
  const { x, y } = await frame.boundingBox();
  await tab.page.mouse.click(x + 10, y + 5);
  await session.driver.command("next-mark");
  await until("the frame's card", async () => (await cards()).join() === "0,1");
});

test("sources are shown and hidden in a page and its frames alike, by the key as by the popup", async ({ session, tab }) => {
  await openTwoReports({ session, tab });
  const shownIn = (frames) => until(`sources in ${frames} frames`, async () => (await tab.inAllFrames("direct")).length === frames);
  await shownIn(0);
  await session.driver.command("toggle-sources");
  await shownIn(2);
  const popup = await session.openPopup();
  await popup.evaluate(() => document.getElementById("sources").click());
  await shownIn(0);
  await session.driver.command("toggle-sources");
  await shownIn(2);
});

test("the card is a dialog named by its entity, with the focus, for assistive technology", async (context) => {
  const { session, tab } = context;
  await openReport(context);
  await session.driver.command("next-mark");
  const card = await until("the card", () => tab.card());
  const dialog = await until("the dialog in the accessibility tree", async () => {
    const nodes = await session.driver.accessibleNodes(tab.page);
    return nodes.find(({ role }) => role === "dialog") ?? null;
  });
  assert.equal(dialog.name, card.label);
  assert.equal(card.hasFocus, true);
  // A headless Firefox has no active window, and so tells its accessibility service of no focus.
  if (session.kind === "chromium")
    await until("the focus", async () =>
      (await session.driver.accessibleNodes(tab.page)).some(({ role, focused }) => role === "dialog" && focused),
    );
  const nodes = await session.driver.accessibleNodes(tab.page);
  assert.ok(
    nodes.some(({ role, name }) => /heading/i.test(role) && name === card.label),
    "the label is a heading",
  );
  assert.ok(nodes.some(({ role, name }) => /button|push button/i.test(role) && name === "Close"));
  await tab.page.keyboard.press("Escape");
  await tab.cardGone();
});

/** Violations as lines: rule, element, what is wrong. */
async function violations(page) {
  // A strict policy keeps scripts from being added, so axe comes in as the debugger's own code.
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { violations: all } = await axe.run(document, { resultTypes: ["violations"] });
    return all.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)} (${node.failureSummary.slice(0, 300)})`));
  });
  return found;
}

test("axe-core finds nothing to mend in the popup, with sources and with a notice", async (context) => {
  const { session, tab } = context;
  await openReport(context);
  await tab.tell({ command: "toggleSources" });
  const popup = await session.openPopup();
  assert.deepEqual(await violations(popup), []);
  await popup.close();
  await tab.open(session.server.at("/form.html"));
  const notice = await session.openPopup();
  assert.deepEqual(await violations(notice), []);
});

test("axe-core finds nothing to mend in the options page", async ({ session }) => {
  await session.changeSettings({ offSites: ["courier.localhost"] });
  const options = await session.driver.openBehind("options.html");
  await until("the options", () => options.evaluate(() => document.querySelectorAll("#sites li").length === 1));
  assert.deepEqual(await violations(options), []);
});

test("axe-core finds nothing to mend in the card, in light and in dark", async ({ session, tab }) => {
  session.server.documents.set("/card.html", { type: "text/html; charset=utf-8", body: await cardPage(CARD) });
  for (const scheme of session.kind === "chromium" ? ["light", "dark"] : ["light"]) {
    if (session.kind === "chromium") await tab.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await tab.open(session.server.at("/card.html"));
    assert.deepEqual(tab.errors, []);
    await tab.page.evaluate(() => {
      for (const details of document.querySelector("[popover]").shadowRoot.querySelectorAll("details")) details.open = true;
    });
    assert.deepEqual(await violations(tab.page), [], scheme);
  }
});
