// Privacy by structure: nothing leaves the machine, a page under any policy is served, and no page can tell that the extension is there.
import assert from "node:assert/strict";
import { until } from "../browsers/until.mjs";

const REPORT = "/homs-evacuation.html";

export const tests = [];
const test = (name, run, more = {}) => tests.push({ name, run, ...more });

test("works under the strictest policy, without a single violation in the page", async ({ session, tab }) => {
  await tab.page.evaluateOnNewDocument(() => {
    globalThis.violations = [];
    document.addEventListener("securitypolicyviolation", (event) =>
      globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  await tab.open(session.server.at("/strict-csp.html"));
  await tab.annotated();
  const before = await tab.serialise();
  const card = await tab.hover("Homs");
  assert.equal(card.label, "Homs");
  assert.ok(card.box.width > 300 && card.box.height > 100, "the card has its own style");
  await tab.leave();
  await tab.tell({ command: "toggleSources" });
  assert.equal(await tab.serialise(), before);
  assert.deepEqual(await tab.page.evaluate(() => globalThis.violations), []);
  assert.deepEqual(tab.errors, []);
});

for (const [by, expression] of [
  ["fetch", `fetch("https://outside.example/a").then(() => "went out", () => "refused")`],
  ["fetch without encryption", `fetch("http://outside.example/b", { mode: "no-cors" }).then(() => "went out", () => "refused")`],
  ["fetch to another server of this machine", `fetch(LOOPBACK).then(() => "went out", () => "refused")`],
  [
    "a socket",
    `new Promise((done) => { try { const socket = new WebSocket("wss://outside.example/c");
    socket.onopen = () => done("went out"); socket.onerror = () => done("refused"); } catch { done("refused"); } })`,
  ],
  ["a module", `import("https://outside.example/d.js").then(() => "went out", () => "refused")`],
]) {
  test(`the extension can't send anything out by ${by}`, async ({ session }) => {
    const loopback = session.server.at("/from-the-extension", "courier");
    assert.equal(await session.driver.background(expression.replace("LOOPBACK", JSON.stringify(loopback))), "refused");
    assert.deepEqual(
      session.wayOut.hosts.filter((host) => host.includes("outside.example")),
      [],
    );
    assert.ok(!session.server.asked.some(({ path }) => path === "/from-the-extension"));
  });
}

test("reading a page and opening cards asks no server for anything", async ({ session, tab }) => {
  await tab.open(session.server.at(REPORT));
  await tab.annotated();
  const asked = session.server.asked.length;
  const wayOut = session.wayOut.hosts.length;
  await tab.hover("Homs");
  await tab.leave();
  await tab.tell({ command: "toggleSources" });
  await tab.hover("Jarablus");
  assert.deepEqual(session.server.asked.slice(asked), []);
  assert.deepEqual(session.wayOut.hosts.slice(wayOut), []);
});

test("a page finds no file, no global, no attribute of the extension", async ({ session, tab }) => {
  await tab.open(session.server.at(REPORT));
  await tab.annotated();
  const found = await tab.page.evaluate(async (base) => {
    const reached = [];
    for (const file of ["manifest.json", "page.js", "popup.html", "icons/icon-16.png"]) {
      await fetch(base + file).then(
        () => reached.push(file),
        () => {},
      );
      const image = new Image();
      const loaded = new Promise((done) => {
        image.onload = () => done(true);
        image.onerror = () => done(false);
      });
      image.src = base + file;
      if (await loaded) reached.push(`${file} as an image`);
    }
    const globals = Object.keys(globalThis).filter((name) => /gloss/i.test(name));
    const names = [...CSS.highlights.keys()];
    return { reached, globals, sheets: document.adoptedStyleSheets.length, names };
  }, session.driver.base);
  assert.deepEqual({ ...found, names: [] }, { reached: [], globals: [], sheets: 0, names: [] });
  // The names of highlights can be read by a page; they say nothing and change with each load.
  const names = new Set(found.names);
  assert.ok(names.size > 0 && found.names.every((name) => /^h[0-9a-z]{4,}$/.test(name)), found.names.join());
  await tab.open(session.server.at(REPORT));
  await tab.annotated();
  assert.ok(!(await tab.page.evaluate(() => [...CSS.highlights.keys()])).some((name) => names.has(name)));
});

test("an open card is closed to the page's scripts", async ({ session, tab }) => {
  await tab.open(session.server.at(REPORT));
  await tab.annotated();
  await tab.hover("Homs");
  const seen = await tab.page.evaluate(() => {
    const host = document.querySelector("[popover=manual]");
    return {
      root: host.shadowRoot,
      text: host.textContent,
      attributes: host.getAttributeNames(),
      last: host === document.documentElement.lastElementChild,
    };
  });
  assert.deepEqual(seen, { root: null, text: "", attributes: ["popover"], last: true });
});

test("nothing of a page is kept: storage holds the settings and no word of the text", async ({ session, tab }) => {
  await session.changeSettings({ sources: true });
  await tab.open(session.server.at(REPORT));
  await tab.annotated();
  await tab.hover("Homs");
  const kept = await session.driver.background(`(async () => JSON.stringify({
    local: await chrome.storage.local.get(null), session: (await chrome.storage.session?.get(null)) ?? {}, databases: (await indexedDB.databases()).map(({ name }) => name) }))()`);
  const { local, session: temporary, databases } = JSON.parse(kept);
  // The secret names the highlights of this installation; it is random.
  assert.deepEqual(
    Object.keys(local).filter((key) => key !== "secret"),
    ["settings"],
  );
  assert.doesNotMatch(kept, /Homs|Jarablus|Barazi|convoy/);
  assert.deepEqual(temporary, {});
  assert.deepEqual(databases, []);
});

test(
  "the background keeps nothing: stopped, it answers the next request as before",
  async ({ session, tab }) => {
    await tab.open(session.server.at(REPORT));
    const before = await tab.annotated();
    const box = await tab.boxOf("Homs");
    await session.driver.stopBackground();
    await tab.page.mouse.move(box.x + 3, box.y + box.height / 2);
    await tab.page.mouse.move(box.x + 4, box.y + box.height / 2);
    await until("the card, which needs no background", () => tab.page.evaluate(() => document.querySelector("[popover=manual]") !== null));
    assert.equal(session.driver.isBackgroundRunning(), false);
    await tab.page.keyboard.press("Escape");
    await tab.page.evaluate(() => {
      const paragraph = document.createElement("p");
      paragraph.textContent = "Added later: Jarablus lies on the Euphrates, and Hezbollah has an office in Lebanon.";
      document.querySelector("article").append(paragraph);
    });
    await until("the new paragraph's names", async () => (await tab.status())?.names > before.names);
  },
  { browsers: ["chromium"] },
);
