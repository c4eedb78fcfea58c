// Real news pages: each is annotated, asked for or not, its sources shown, a card opened and closed; no error, and no trace in the DOM.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { ROOT, startSession } from "../browsers/session.mjs";
import { until } from "../browsers/until.mjs";
import { shared } from "../shared-data.mjs";

export const tests = [];

// Two cores: more tabs only wait for each other.
const TABS = { chromium: 4, firefox: 4 };
// All 454 pages take Firefox eight minutes on a busy machine; GLOSS_FIREFOX_PAGES=454 has it read them.
const FIREFOX_SAMPLE = Number(process.env.GLOSS_FIREFOX_PAGES ?? 110);
/** Share of pages that the browser and the command line may understand differently. */
const MOST_DIFFERING = 0.03;

/** Names of the pages: all of them for Chromium; for Firefox every nth of the list, whose order mixes nothing but outlets. */
async function pageNames(kind, manifest) {
  const [head, ...lines] = (await readFile(manifest, "utf8")).trimEnd().split("\n");
  const column = head.split("\t").indexOf("name");
  const names = lines.map((line) => line.split("\t")[column]);
  return kind === "firefox" ? names.filter((_, index) => index % Math.floor(names.length / FIREFOX_SAMPLE) === 0) : names;
}

/** Runs `visit(tab, name)` for all names, in several tabs at a time; answers Map(name → result). */
async function visitAll(session, names, visit) {
  const results = new Map();
  const waiting = [...names];
  await Promise.all(
    Array.from({ length: TABS[session.kind] }, async () => {
      const tab = await session.newTab();
      for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
        try {
          tab.errors.length = 0;
          await tab.page.goto(session.server.at(`/real/${name}.html`), { waitUntil: "domcontentloaded", timeout: 60_000 });
          results.set(name, { ...(await visit(tab, name)), errors: [...new Set(tab.errors)].sort() });
        } catch (error) {
          results.set(name, { failed: error.message, errors: [...new Set(tab.errors)].sort() });
        }
      }
    }),
  );
  return results;
}

const serialise = (tab) => tab.page.evaluate(() => document.documentElement.outerHTML);

/** What the extension does with the page, and whether the document is as before at each step. */
function visitWith(backstage) {
  // Another page of the extension, because the background can't send messages to itself.
  const ask = (expression, tab) =>
    backstage.evaluate(`(${expression})(${tab}).then((answer) => JSON.stringify(answer ?? null))`).then(JSON.parse);
  const tell = (command, tab) =>
    ask(`(tab) => chrome.tabs.sendMessage(tab, ${JSON.stringify(command)}, { frameId: 0 }).catch(() => null)`, tab);
  return async (tab) => {
    const address = tab.page.url();
    const id = await until("the tab", () =>
      ask(`(_) => chrome.tabs.query({}).then((tabs) => tabs.find(({ url }) => url === ${JSON.stringify(address)})?.id)`, 0),
    );
    const started = performance.now();
    // Asked for, whether or not it qualifies by itself: every page is to be read.
    await ask(`(tab) => chrome.runtime.sendMessage({ request: "activate", tab })`, id);
    // It answers when the page has been read; a page whose scripts alone would show its text has nothing to annotate.
    const status = await until("the page to be read", () => tell({ command: "status" }, id));
    const ms = performance.now() - started;
    const marked = await serialise(tab);
    await tell({ command: "toggleSources" }, id);
    const sources = await serialise(tab);
    await tell({ command: "step", by: 1 }, id);
    const card = await tab.page.evaluate(() => document.querySelector("[popover=manual]") !== null);
    await tab.page.evaluate(() => dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", cancelable: true })));
    const closed = await serialise(tab);
    return {
      ms,
      names: status.names,
      statements: status.statements,
      page: status.page,
      failure: status.failure,
      card,
      texts: [marked, sources, closed],
    };
  };
}

/** What `gloss page` understands of the pages, by name, in the words of `understoodBy`. */
function understoodOnHost(names, folder) {
  const files = names.map((name) => `${folder}${name}.html`);
  const options = { encoding: "utf8", maxBuffer: 1 << 30 };
  const lines = execFileSync(`${ROOT}target/release/gloss`, ["page", "--jsonl", ...files], options)
    .trimEnd()
    .split("\n");
  return new Map(
    lines.map((line, index) => {
      const { article, date, byline, outlet, language } = JSON.parse(line);
      return [names[index], { article, date: date.published, updated: date.updated, byline, outlet, language }];
    }),
  );
}

/** What the extension understands of a page; null where it found no text to read. */
function understoodBy(page) {
  if (!page) return null;
  const { article, date, updated, byline, outlet, language } = page;
  return { article, date, updated, byline, outlet: outlet?.label ?? null, language };
}

tests.push({
  name: "are annotated without an error, and without a trace in the document",
  own: true,
  limit: 15 * 60_000,
  async run({ kind, skip }) {
    const folders = { "/real/": shared("data/pages/html/", skip) };
    const names = await pageNames(kind, shared("data/pages/manifest.tsv", skip));
    const plain = await startSession(kind, { dir: null, folders });
    const without = await visitAll(plain, names, async (tab) => ({ text: await serialise(tab) })).finally(() => plain.close());

    const session = await startSession(kind, { folders });
    const backgroundErrors = session.driver.backgroundErrors;
    let found;
    try {
      found = await visitAll(session, names, visitWith(await session.driver.openBehind("options.html")));
    } finally {
      await session.close();
    }

    const wrong = [];
    for (const name of names) {
      const before = without.get(name);
      const page = found.get(name);
      const say = (what) => wrong.push(`${name}: ${what}`);
      if (before.failed) say(`doesn't load without the extension either: ${before.failed}`);
      else if (page.failed) say(page.failed);
      else {
        if (page.failure) say(`${page.failure.code}: ${page.failure.message}`);
        for (const [index, step] of ["marking", "showing sources", "closing a card"].entries()) {
          if (page.texts[index] !== before.text) say(`the document has changed by ${step}`);
        }
        const own = page.errors.filter((error) => !before.errors.includes(error));
        if (own.length > 0) say(`errors: ${own.join("; ")}`);
        if (page.names > 0 && !page.card) page.noCard = true;
      }
    }
    const done = names.map((name) => [name, found.get(name)]).filter(([, page]) => !page.failed);
    const table = done.map(([name, page]) => [name, page.names, page.statements, page.card ? "card" : "-", Math.round(page.ms)].join("\t"));
    await mkdir(`${ROOT}dist`, { recursive: true });
    await writeFile(
      `${ROOT}dist/real-pages-${kind}.tsv`,
      `${["page", "names", "statements", "card", "ms"].join("\t")}\n${table.join("\n")}\n`,
    );
    // Without a browser `gloss page` knows no layout, so the two may differ on few pages; each is named.
    const onHost = understoodOnHost(names, shared("data/pages/html/", skip));
    const differing = done
      .map(([name, { page }]) => [name, understoodBy(page), onHost.get(name)])
      .filter(([, here, there]) => here && JSON.stringify(here) !== JSON.stringify(there));
    for (const [name, here, there] of differing) {
      const fields = Object.keys(here).filter((field) => here[field] !== there[field]);
      console.log(
        `        differs from gloss page: ${name} ${fields.map((field) => `${field} ${here[field]} / ${there[field]}`).join(", ")}`,
      );
    }
    const sum = (field) => done.reduce((total, [, page]) => total + Number(page[field]), 0);
    console.log(`        pages ${names.length}, read ${done.length}`);
    console.log(
      `        names ${sum("names")} on ${done.filter(([, page]) => page.names > 0).length} pages, statements ${sum("statements")} on ${done.filter(([, page]) => page.statements > 0).length}, cards opened ${sum("card")}`,
    );
    const slow = done.toSorted(([, a], [, b]) => b.ms - a.ms).slice(0, 5);
    console.log(`        slowest: ${slow.map(([name, page]) => `${name} ${Math.round(page.ms)} ms`).join(", ")}`);
    console.log(`        every page: dist/real-pages-${kind}.tsv`);
    assert.ok(differing.length <= MOST_DIFFERING * done.length, `${differing.length} pages are understood otherwise by gloss page`);
    assert.deepEqual(wrong, []);
    assert.deepEqual(backgroundErrors, []);
  },
});
