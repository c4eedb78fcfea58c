// What the reader has entered: kept over a restart, nothing of it from private windows, and said where the browser can't store it.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isPopupFilled, prependToScripts, readPopup, startSession, withChangedBuild } from "../browsers/session.mjs";
import { until } from "../browsers/until.mjs";

const REPORT = "/homs-evacuation.html";
const NAME = "Jarablus";

export const tests = [];
const test = (name, run, more = {}) => tests.push({ name, run, ...more });

/** In the isolated world: opens the card's "Not this?" and presses the first button, for this page. */
function refuseHere() {
  const rootOf = (element) => element.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
  const root = rootOf(document.querySelector("[popover=manual]"));
  const fold = [...root.querySelectorAll("details")].find((candidate) => candidate.firstChild.textContent === "Not this?");
  fold.open = true;
  fold.querySelector("button").click();
}

const mentions = async (tab) => (await tab.highlights()).mark.filter((text) => text === NAME).length;
/** Everything that the browser keeps for the extension, as text: storage, and the scripts registered for single sites. */
const kept = (session) =>
  session.driver.background(`(async () => JSON.stringify([
    Object.entries(await chrome.storage.local.get(null)).sort(), await chrome.storage.session.get(null), await chrome.storage.sync?.get(null),
    await chrome.scripting.getRegisteredContentScripts(), (await indexedDB.databases()).map(({ name }) => name)]))()`);

test(
  "settings, sites and refusals survive the end of the browser",
  async ({ kind }) => {
    const profile = await mkdtemp(join(tmpdir(), "gloss-profile-"));
    let session = await startSession(kind, { profile });
    try {
      let tab = await session.newTab();
      await tab.open(session.server.at(REPORT));
      await tab.annotated();
      await tab.hover(NAME);
      await tab.inIsolatedWorld(refuseHere);
      await until("the mark to go", async () => (await mentions(tab)) === 0);
      const options = await session.driver.openBehind("options.html");
      await until("the options", () => options.evaluate(() => document.querySelector("input[name=marks]:checked") !== null));
      await options.evaluate(() => document.querySelector("input[value=all]").click());
      await until("the change", async () => (await kept(session)).includes('"marks":"all"'));
      await tab.open(session.server.at(REPORT, "herald"));
      await tab.annotated();
      await tab.page.bringToFront();
      const popup = await session.openPopup();
      await popup.evaluate(() => document.getElementById("here").click());
      await until("the site to be off", async () => (await kept(session)).includes('"offSites":["herald.localhost"]'));
      const before = await kept(session);
      const { port } = session.server;
      await session.close();

      session = await startSession(kind, { profile, port });
      assert.equal(await kept(session), before);
      tab = await session.newTab();
      await tab.open(session.server.at(REPORT));
      const status = await tab.annotated();
      assert.equal(await mentions(tab), 0, "what was refused on this page");
      assert.deepEqual(
        status.refusals.map(({ form }) => form),
        [NAME],
      );
      assert.equal((await tab.highlights()).mark.length, status.names, "every mention is marked");
      await tab.open(session.server.at(REPORT, "herald"));
      await tab.page.bringToFront();
      assert.match((await (await session.openPopup()).evaluate(readPopup)).notice, /off for this site/);
    } finally {
      await session.close();
      await rm(profile, { recursive: true, force: true });
    }
  },
  { own: true },
);

test(
  "of a private window nothing is kept: neither its pages nor what was decided there",
  async ({ kind }) => {
    const session = await startSession(kind);
    try {
      await session.driver.allowPrivate();
      const ordinary = await session.newTab();
      await ordinary.open(session.server.at(REPORT));
      await ordinary.annotated();
      const before = await kept(session);

      const secret = `${session.server.at(REPORT, "secret")}?secret`;
      const tab = await session.openPrivate(secret);
      await tab.annotated();
      const marked = await mentions(tab);
      assert.ok(marked > 0);
      await tab.hover(NAME);
      await tab.inIsolatedWorld(refuseHere);
      await until("the mark to go", async () => (await mentions(tab)) === 0);
      const { refusals, passing } = await tab.status();
      assert.deepEqual([refusals.length, passing.length], [1, 1]);

      const popup = await session.driver.openPrivatePopup();
      await until("the popup to be filled", () => popup.evaluate(isPopupFilled));
      const shown = await popup.evaluate(() => ({
        site: document.getElementById("here-label").checkVisibility(),
        articles: document.getElementById("articles-label").checkVisibility(),
        private: document.getElementById("private").checkVisibility(),
        refusals: [...document.querySelectorAll("#refusals li > span")].map((item) => item.textContent),
      }));
      assert.deepEqual({ ...shown, refusals: [] }, { site: false, articles: false, private: true, refusals: [] });
      assert.match(shown.refusals.join(), /\(until the page is left\)$/);
      assert.equal(await kept(session), before);
      assert.deepEqual(tab.errors, []);

      await tab.page.close();
      const again = await session.openPrivate(secret);
      await again.annotated();
      assert.equal(await mentions(again), marked, "the refusal has gone with the page");
      assert.deepEqual((await again.status()).refusals, []);
      await again.page.close();
      assert.equal(await kept(session), before);
      assert.doesNotMatch(before, /secret\.localhost/);
    } finally {
      await session.close();
    }
  },
  { own: true },
);

// Storage that takes nothing but what a test itself puts there.
const FULL = `{ const { local } = chrome.storage, set = local.set.bind(local);
  local.set = (items) => "by the test" in items ? set(items) : Promise.reject(new Error("QUOTA_BYTES quota exceeded"));
  local.remove = () => Promise.reject(new Error("QUOTA_BYTES quota exceeded")); }`;
const UNREADABLE = `chrome.storage.local.get = () => Promise.reject(new Error("IO error: corruption"));`;

test(
  "storage that takes nothing: pages are marked, the reader is told of each change that isn't kept, and nothing is lost",
  ({ kind }) =>
    withChangedBuild(
      kind,
      (dir) => prependToScripts(dir, FULL),
      async (session, tab) => {
        const settings = { on: true, offSites: ["kept.example"], articles: {}, marks: "first", sources: false };
        await session.driver.background(`chrome.storage.local.set(${JSON.stringify({ settings, "by the test": true })}).then(() => {})`);
        const before = await kept(session);
        await tab.open(session.server.at(REPORT));
        assert.equal((await tab.annotated()).failure, null);
        assert.ok((await mentions(tab)) > 0);

        // On the options page the control goes back to what is kept.
        const options = await session.driver.openBehind("options.html");
        const state = () =>
          options.evaluate(() => ({
            told: document.getElementById("unkept").checkVisibility(),
            marks: document.querySelector("input[name=marks]:checked")?.value,
            sites: document.querySelectorAll("#sites li").length,
          }));
        const unchanged = { told: false, marks: "first", sites: 1 };
        await until("the page to be drawn", async () => (await state()).sites === 1);
        assert.deepEqual(await state(), unchanged);
        await options.evaluate(() => document.querySelector("input[value=all]").click());
        await until("the sentence", async () => (await state()).told);
        assert.deepEqual(await state(), { ...unchanged, told: true });
        await options.evaluate(() => document.querySelector("#sites button").click());
        assert.deepEqual(await state(), { ...unchanged, told: true });

        // The popup does the same.
        await tab.page.bringToFront();
        const popup = await session.openPopup();
        const isTold = () => popup.evaluate(() => document.getElementById("unkept").checkVisibility());
        for (const id of ["here", "everywhere"]) {
          await popup.evaluate((each) => document.getElementById(each).click(), id);
          await until(`the sentence about ${id}`, isTold);
          assert.equal(await popup.evaluate((each) => document.getElementById(each).checked, id), true, id);
          await popup.evaluate(() => {
            document.getElementById("unkept").hidden = true;
          });
        }
        await popup.close();

        // On a card it is said in the card, and holds as long as the page does.
        await tab.page.bringToFront();
        await tab.hover(NAME);
        await tab.inIsolatedWorld(refuseHere);
        await until("the sentence", async () => /could not store this.*until you leave this page/.test((await tab.card())?.text ?? ""));
        await tab.page.keyboard.press("Escape");
        await until("the mark to go", async () => (await mentions(tab)) === 0);
        assert.equal((await tab.status()).unkept, true);
        assert.equal(await kept(session), before);
        assert.deepEqual(tab.errors, []);
      },
    ),
  { own: true },
);

test(
  "storage that can't be read is said in a sentence, and nothing is written over it",
  ({ kind }) =>
    withChangedBuild(
      kind,
      (dir) =>
        prependToScripts(
          dir,
          `${UNREADABLE} chrome.storage.local.set = (items) => { globalThis.written = items; return Promise.resolve(); }`,
        ),
      async (session, tab) => {
        await tab.open(session.server.at(REPORT));
        const popup = await session.openPopup();
        assert.match((await popup.evaluate(readPopup)).notice, /can't read what Gloss has stored/);
        await popup.evaluate(() => document.getElementById("everywhere").click());
        await until("the sentence", () => popup.evaluate(() => document.getElementById("unkept").checkVisibility()));
        const options = await session.driver.openBehind("options.html");
        await until("the sentence", () => options.evaluate(() => document.getElementById("unread").checkVisibility()));
        await options.evaluate(() => document.querySelector("input[value=all]").click());
        await until("the sentence", () => options.evaluate(() => document.getElementById("unkept").checkVisibility()));
        for (const page of [popup, options]) assert.equal(await page.evaluate(() => globalThis.written ?? null), null);
        assert.equal(await tab.page.evaluate(() => CSS.highlights.size), 0);
        assert.deepEqual(tab.errors, []);
      },
    ),
  { own: true },
);
