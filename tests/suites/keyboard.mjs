// Keyboard and assistive technology: stepping, focus, the card's name and role, and axe-core on whatever the extension draws.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { ROOT } from "../browsers/session.mjs";
import { until } from "../browsers/until.mjs";

const REPORT = "/homs-evacuation.html";
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

/** A page that mounts the shipped card module with an open root, the only difference, since axe doesn't see into closed ones. */
async function cardPage(card) {
  const { build } = await import("esbuild");
  const texts = JSON.parse(await readFile(`${ROOT}extension/_locales/en/messages.json`, "utf8"));
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { CardHost } from "./extension/src/page/card/card-host.ts";
        import { renderCard } from "./extension/src/page/card/render-card.ts";
        const mark = document.querySelector("mark");
        const host = new CardHost(mark, "open");
        const nothing = { lookUp() {}, back() {}, close() {} };
        host.show(renderCard({ card: ${JSON.stringify(card)}, reasons: ["the page also names Syria"], nested: true, pinned: true }, nothing), mark.getBoundingClientRect());
        host.focus();`,
      resolveDir: ROOT,
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "iife",
  });
  const say = `globalThis.chrome = { i18n: { getMessage(name, values = []) {
    const text = (${JSON.stringify({ ...texts, "@@ui_locale": { message: "en" }, "@@bidi_dir": { message: "ltr" } })})[name]?.message ?? "";
    return text.replace(/\\$(\\d)/g, (_, place) => values[place - 1] ?? "");
  } } };`;
  return `<!doctype html><html lang="en"><head><title>Card</title></head><body><main><h1>Card</h1><p>A <mark>name</mark>.</p></main>
    <script>${say}</script><script>${outputFiles[0].text.replaceAll("</script", "<\\/script")}</script></body></html>`;
}

test("axe-core finds nothing to mend in the card, in light and in dark", async ({ session, tab }) => {
  const fact = (heading, text, standing, more = {}) => ({
    heading,
    text,
    when: "since 17 July 2000",
    entity: null,
    standing,
    accordingTo: null,
    citations: [0],
    ...more,
  });
  const card = {
    entity: "x:example",
    label: "Example Town",
    kind: "city or town",
    description: "A town that stands for others.",
    role: "Seat of Example Province",
    onDate: [
      fact("Mayor", "Ada Example", "endedSince", { entity: "x:ada" }),
      fact("Control", "the council", "endUnknown", { accordingTo: "Example Agency" }),
    ],
    since: [fact("Event", "The bridge was opened.", "cameLater")],
    earlier: [fact("Mayor", "Ben Example", "endedBefore")],
    citations: [
      { title: "Example Gazette", url: "https://gazette.example/", publisher: "Example Press", date: "2017-05" },
      { title: "Census", url: null, publisher: "Example Office", date: null },
    ],
    more: "https://example.org/",
    asOf: "2017-05-22",
    dateBasis: "page",
  };
  session.server.documents.set("/card.html", { type: "text/html; charset=utf-8", body: await cardPage(card) });
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
