// The main journey in the shipped build: names are marked, a card opens and says the right thing, sources are shown and counted.
import assert from "node:assert/strict";
import { isPopupFilled, readPopup } from "../browsers/session.mjs";
import { until } from "../browsers/until.mjs";
import { NAMES, REPEATED, STATEMENTS, UNMARKED } from "../pages/homs-evacuation.mjs";

const REPORT = "/homs-evacuation.html";

export const tests = [];
const test = (name, run, more = {}) => tests.push({ name, run, ...more });

async function openReport({ session, tab }) {
  await tab.open(session.server.at(REPORT));
  return tab.annotated();
}

test("every name of the report is marked once a section, and nothing outside the article", async (context) => {
  const { tab } = context;
  const status = await openReport(context);
  assert.equal(status.failure, null);
  const { mark } = await tab.highlights();
  const missing = NAMES.filter(([text]) => !mark.includes(text)).map(([text]) => text);
  assert.deepEqual(missing, [], `marked: ${mark.join(", ")}`);
  assert.deepEqual(
    mark.filter((text) => UNMARKED.includes(text)),
    [],
  );
  assert.deepEqual((await tab.highlights()).direct, [], "sources stay hidden until asked for");
});

test(
  "hovering each name opens the card of what it means there",
  async (context) => {
    const { session, tab } = context;
    await session.changeSettings({ marks: "all" });
    await openReport(context);
    const wrong = [];
    for (const [text, label] of [...NAMES, ...REPEATED]) {
      const card = await tab.hover(text).catch((error) => ({ label: error.message }));
      if (card.label !== label) wrong.push(`${text}: ${card.label}, not ${label}`);
      await tab.leave();
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual(tab.errors, []);
  },
  { limit: 240_000 },
);

test("a card says what held on the page's day, what came since, and who says so", async (context) => {
  const { tab } = context;
  const status = await openReport(context);
  assert.equal(status.page.date, "2017-05-22");
  const card = await tab.hover("President Assad");
  assert.match(card.kind, /^President of Syria · person$/);
  assert.ok(card.description.length > 20, card.description);
  const [onDate, since] = card.sections;
  assert.equal(onDate.heading, "On 22 May 2017");
  assert.match(onDate.text, /President of Syria.*17 July 2000/);
  assert.doesNotMatch(onDate.text, /overthrown|asylum/, "what came later must not stand under the page's day");
  assert.equal(since.heading, "Since then");
  assert.match(since.text, /overthrown.*8 December 2024/);
  assert.ok(card.links.length > 0 && card.links.every((link) => /^https?:\/\//.test(link)), card.links.join(" "));
  assert.match(card.shown, /Citations \(\d+\)/);
  const { mark, open } = await tab.highlights();
  assert.deepEqual(open, ["President Assad"], "the mark whose card is open stands out");
  assert.ok(mark.includes("President Assad"));
});

test("leaving the mark or pressing Esc closes the card, and the document is byte for byte as before", async (context) => {
  const { tab } = context;
  await openReport(context);
  const before = await tab.serialise();
  await tab.hover("Jarablus");
  assert.notEqual(await tab.serialise(), before, "the card is in the document while it is open");
  await tab.leave();
  assert.equal(await tab.serialise(), before);
  await tab.hover("Jarablus");
  await tab.page.keyboard.press("Escape");
  await tab.cardGone();
  assert.equal(await tab.serialise(), before);
  const box = await tab.boxOf("Idlib");
  await tab.page.mouse.click(box.x + 4, box.y + box.height / 2);
  const card = await until("the card that a click opens", () => tab.card());
  assert.equal(card.label, "Idlib");
  await tab.page.mouse.move(2, 2);
  await tab.page.keyboard.press("Escape");
  await tab.cardGone();
  assert.equal(await tab.serialise(), before);
});

test("marking and showing sources leave the document byte for byte as it is without the extension", async (context) => {
  const { session, tab } = context;
  await session.changeSettings({ on: false });
  await tab.open(session.server.at(REPORT));
  const without = await tab.serialise();
  await session.changeSettings({ on: true });
  await openReport(context);
  assert.equal(await tab.serialise(), without);
  await tab.tell({ command: "toggleSources" });
  assert.equal(await tab.serialise(), without);
});

test("a card looks up the names in it, and goes back", async (context) => {
  const { tab } = context;
  await openReport(context);
  await tab.hover("Hezbollah");
  const to = await tab.inIsolatedWorld(() => {
    const host = document.querySelector("[popover=manual]");
    const root = host.openOrClosedShadowRoot ?? chrome.dom.openOrClosedShadowRoot(host);
    const button = root.querySelector("button.entity");
    button?.click();
    return button?.textContent ?? null;
  });
  assert.ok(to, "the card of Hezbollah refers to another");
  const other = await until("the other card", async () => {
    const card = await tab.card();
    return card && card.label !== "Hezbollah" ? card : null;
  });
  assert.match(other.shown, /Back/);
  assert.equal(other.sections[0].heading, "On 22 May 2017", "it answers for the page's day");
  await tab.page.keyboard.press("Escape");
  await tab.cardGone();
});

test("every reported statement is tinted by how direct it is, its source underlined, and counted", async (context) => {
  const { tab } = context;
  await openReport(context);
  const status = await tab.tell({ command: "toggleSources" });
  assert.equal(status.sourcesShown, true);
  const layers = await tab.highlights();
  const wrong = [];
  for (const { content, source, directness } of STATEMENTS) {
    if (!layers[directness].some((text) => text.includes(content))) wrong.push(`no ${directness} “${content}…”`);
    if (source && !layers.source.some((text) => text.includes(source))) wrong.push(`source “${source}” is not underlined`);
  }
  assert.deepEqual(wrong, [], JSON.stringify(layers, null, 1));
  assert.equal(status.statements, STATEMENTS.length, JSON.stringify(layers, null, 1));
  assert.equal(
    status.sources.reduce((sum, { count }) => sum + count, 0),
    STATEMENTS.length,
  );
});

for (const [by, toggle] of [
  ["the key's command", ({ session }) => session.driver.command("toggle-sources")],
  ["the context menu", ({ session, tab }) => session.driver.contextMenu(tab.page, "toggle-sources")],
  ["the popup's first control", ({ popup }) => popup.evaluate(() => document.querySelector("input").click())],
]) {
  test(`sources are switched on and off by ${by}`, async (context) => {
    const { session, tab } = context;
    await openReport(context);
    const popup = by.includes("popup") ? await session.openPopup() : null;
    const painted = async () => {
      const { direct, indirect, source } = await tab.highlights();
      return direct.length > 0 && indirect.length > 0 && source.length > 0;
    };
    assert.equal(await painted(), false);
    await toggle({ ...context, popup });
    await until("the sources to be shown", painted);
    await toggle({ ...context, popup });
    await until("the sources to be hidden", async () => !(await painted()));
  });
}

test("the popup lists the page's sources with counts, and each line jumps to its first statement", async (context) => {
  const { session, tab } = context;
  await openReport(context);
  await tab.page.setViewport({ width: 1000, height: 500 });
  const popup = await session.openPopup();
  const shown = await popup.evaluate(readPopup);
  const counts = {};
  for (const { line } of STATEMENTS) counts[line] = (counts[line] ?? 0) + 1;
  const wrong = Object.entries(counts).filter(
    ([line, count]) => !shown.sources.some((source) => source.label.includes(line) && source.count === count),
  );
  assert.deepEqual(wrong, [], JSON.stringify(shown.sources));
  assert.equal(shown.sources[0].label, "Talal Barazi", "the most reported comes first");
  assert.match(shown.date, /22 May 2017/);
  for (const [index, { label }] of shown.sources.entries()) {
    await tab.page.evaluate(() => scrollTo(0, 0));
    await popup.evaluate((at) => document.querySelectorAll("#list button")[at].click(), index);
    await until(`the jump to ${label}`, () => tab.isInView("open"));
    const { open } = await tab.highlights();
    assert.ok(open.length > 0, label);
  }
  await tab.page.mouse.click(2, 2);
  await until("a click elsewhere to end what the jump shows", async () => (await tab.highlights()).open.length === 0);
});

test("the toolbar button opens the real popup", async (context) => {
  const { session, tab } = context;
  await openReport(context);
  const popup = await session.driver.pressToolbarButton(tab.page);
  if (session.kind === "chromium") {
    await until("the popup to be filled", () => popup.evaluate(isPopupFilled));
    const shown = await popup.evaluate(readPopup);
    assert.equal(shown.notice, null);
    assert.match(shown.names, /\d/);
    await popup.click("#sources");
    await until("the sources to be shown", async () => (await tab.highlights()).source.length > 0);
  } else {
    const nodes = await until("the popup's text", async () => {
      const found = await session.driver.popupNodes();
      return found.some(({ name }) => /22 May 2017/.test(name)) ? found : null;
    });
    assert.ok(nodes.some(({ name }) => name.includes("Highlight sources")));
    await session.driver.closePopup();
  }
});
