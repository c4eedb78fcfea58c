// What browsers do to an extension and readers to their browser: killed workers, updates, many tabs, two windows, damaged storage.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { PAGES, prependToScripts, readPopup, startSession, withChangedBuild } from "../browsers/session.mjs";
import { until } from "../browsers/until.mjs";

const REPORT = "/homs-evacuation.html";
// As many as a reader who never closes one may have.
const MANY_TABS = 50;

// A message that a killed worker took with it is sent again after eight seconds and more; each of four kills may take one of the loader's
// and one of the page side's.
const LOST_MESSAGES = 90_000;
/** In the background: a worker that fails at the first page side, as one that is being ended does. */
const FAILS_ONCE = `if (globalThis.chrome?.scripting?.insertCSS) {
  const insert = chrome.scripting.insertCSS.bind(chrome.scripting);
  let tries = 0;
  chrome.scripting.insertCSS = (given) => (tries++ ? insert(given) : Promise.reject(new Error("being ended")));
}`;

export const tests = [];
const test = (name, run, more = {}) => tests.push({ name, run, ...more });

/** In the page: how many ranges are highlighted, by whomever. */
const countRanges = (tab) => tab.page.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0));
/** In the page: whether a highlight is drawn. Firefox takes the style away with the extension, and leaves empty names. */
const isDrawn = (tab) =>
  tab.page.evaluate(() =>
    [...CSS.highlights.keys()].some(
      (name) => getComputedStyle(document.querySelector("p"), `::highlight(${name})`).textDecorationLine !== "none",
    ),
  );
const hasCard = (tab) => tab.page.evaluate(() => document.querySelectorAll("[popover=manual]").length === 1);

test(
  "a worker killed between any two messages, or in the middle of one, is missed by nobody",
  async ({ kind }) => {
    const session = await startSession(kind);
    try {
      const { server, driver } = session;
      // Everything goes by a page of the extension: whoever asks the worker itself for something would keep it alive.
      const extensionPage = await driver.openBehind("options.html");
      const kill = () => driver.stopBackground({ atWork: true });
      const tell = (tab, command) =>
        extensionPage.evaluate(
          async (url, told) => {
            const found = (await chrome.tabs.query({})).find((other) => other.url === url);
            return chrome.tabs.sendMessage(found.id, told, { frameId: 0 }).catch(() => null);
          },
          tab.page.url(),
          command,
        );
      const tab = await session.newTab();
      let names;
      // While the page loads: killed when the loader may just have spoken up, or the page side just have asked.
      for (let round = 0; round < 4; round++) {
        await tab.open(`${server.at(REPORT)}?${round}`);
        for (let killed = 0; killed <= round; killed++) await kill();
        const status = await until(
          "the page to be annotated",
          async () => {
            const now = await tell(tab, { command: "status" });
            return now?.page || now?.failure ? now : null;
          },
          LOST_MESSAGES,
        );
        assert.equal(status.failure, null);
        names ??= status.names;
        assert.equal(status.names, names);
      }
      for (const command of [{ command: "toggleSources" }, { command: "setDate", date: "2018-01-01" }, { command: "step", by: 1 }]) {
        await kill();
        const answer = tell(tab, command);
        await kill();
        const status = await answer;
        assert.deepEqual([status.failure, status.names], [null, names], command.command);
      }
      assert.deepEqual(tab.errors, []);
    } finally {
      await session.close();
    }
  },
  { own: true, browsers: ["chromium"] },
);

test(
  "updated while pages are open, its marks are there once and have cards; disabled, they go; no page hears of it",
  async ({ kind }) => {
    const session = await startSession(kind);
    try {
      const tab = await session.newTab();
      await tab.open(session.server.at(REPORT));
      await tab.annotated();
      assert.ok(await isDrawn(tab));
      const box = await tab.boxOf("Jarablus");
      const before = await tab.serialise();
      const ranges = await countRanges(tab);
      const names = await tab.page.evaluate(() => [...CSS.highlights.keys()].sort());

      await session.driver.update();
      await tab.page.bringToFront();
      const point = async () => {
        await tab.page.mouse.move(box.x + 3, box.y + box.height / 2);
        await tab.page.mouse.move(box.x + 4, box.y + box.height / 2);
        return hasCard(tab);
      };
      await until("the card of the new page side", point);
      await tab.page.keyboard.press("Escape");
      await until("the card to go", async () => !(await hasCard(tab)));
      await until("the marks as before", async () => (await countRanges(tab)) === ranges);
      assert.deepEqual(await tab.page.evaluate(() => [...CSS.highlights.keys()].sort()), names, "the names are the same for a page load");
      assert.equal(await tab.serialise(), before);

      await session.driver.disable();
      await tab.page.bringToFront();
      await until("the orphan's marks to go", async () => {
        await tab.page.mouse.move(box.x + 30, box.y + 40);
        await point();
        return !(await isDrawn(tab));
      });
      assert.equal(await hasCard(tab), false);
      assert.equal(await tab.serialise(), before);
      assert.deepEqual(tab.errors, []);
    } finally {
      await session.close();
    }
  },
  { own: true },
);

test(`${MANY_TABS} tabs at once are all annotated`, async ({ session }) => {
  const addresses = Array.from({ length: MANY_TABS }, (_, index) => session.server.at(`${REPORT}?${index}`));
  await session.driver.background(
    `Promise.all(${JSON.stringify(addresses)}.map((url) => chrome.tabs.create({ url, active: false }))).then(() => {})`,
  );
  const counts = () =>
    session.driver.background(`chrome.tabs.query({}).then((tabs) => Promise.all(tabs.filter(({ url }) => url?.includes("${REPORT}?")).map(({ id }) =>
      chrome.tabs.sendMessage(id, { command: "status" }, { frameId: 0 }).then((status) => status.names, () => 0)))).then(JSON.stringify)`);
  const names = await until(
    "every tab",
    async () => {
      const found = JSON.parse(await counts());
      return found.length === MANY_TABS && found.every((count) => count > 0) ? found : null;
    },
    90_000,
  );
  assert.equal(new Set(names).size, 1, names.join());
});

/** Opens the report as a page that browsers keep when it is left, and leaves it with a card open for another; `inBetween` happens there. Comes back. */
async function leaveAndReturn({ session, tab }, inBetween) {
  const page = (body) => ({ type: "text/html; charset=utf-8", body, headers: { "cache-control": "max-age=600" } });
  session.server.documents.set("/kept.html", page(await readFile(`${PAGES}${REPORT}`)));
  session.server.documents.set("/other.html", page(`<!doctype html><title>Other</title><link rel="icon" href="data:,"><p>Elsewhere.`));
  await tab.page.evaluateOnNewDocument(() => {
    globalThis.returns = 0;
    addEventListener("pageshow", (event) => {
      if (event.persisted) globalThis.returns++;
    });
  });
  await tab.open(session.server.at("/kept.html"));
  await tab.annotated();
  const before = { ranges: await countRanges(tab), names: await tab.page.evaluate(() => [...CSS.highlights.keys()].sort()) };
  const box = await tab.boxOf("Jarablus");
  await tab.page.mouse.click(box.x + 4, box.y + box.height / 2);
  await until("the card", () => hasCard(tab));
  await tab.page.mouse.move(2, 2);
  await tab.page.goto(session.server.at("/other.html"));
  await inBetween();
  await tab.page.evaluate(() => history.back()).catch(() => {}); // the page may go before it has answered
  await until("the page to be back", () => tab.page.evaluate(() => location.pathname === "/kept.html"));
  return before;
}

test("a page out of the browser's cache of left pages has its marks once, one page side, and what was changed meanwhile", async (context) => {
  const { session, tab } = context;
  const before = await leaveAndReturn(context, () => session.changeSettings({ marks: "all" }));
  await until("the browser to say that it has kept the page", () => tab.page.evaluate(() => globalThis.returns === 1));
  await until("every name to be marked", async () => (await countRanges(tab)) > before.ranges);
  assert.equal(await hasCard(tab), false, "a card that was open when the page was left has gone");
  const { names } = await tab.status();
  assert.equal(await countRanges(tab), names, "each once");
  assert.deepEqual(await tab.page.evaluate(() => [...CSS.highlights.keys()].sort()), before.names);
  assert.equal((await tab.tell({ command: "toggleSources" })).sourcesShown, true, "one page side obeys, not two");
  await tab.tell({ command: "toggleSources" });
  await tab.hover("Jarablus");
  assert.ok(await hasCard(tab), "one card");
  await tab.leave();
  await tab.page.evaluate(() => {
    const paragraph = document.createElement("p");
    paragraph.textContent = "Later in the day more buses reached Jarablus, and the road was opened again.";
    document.querySelector("article").append(paragraph);
  });
  await until("the new name, once", async () => (await tab.status()).names === names + 1 && (await countRanges(tab)) === names + 1);
  assert.deepEqual(tab.errors, []);
});

test(
  "a page left before an update and come back to after it has its marks once, and cards",
  async ({ kind }) => {
    const session = await startSession(kind);
    try {
      const tab = await session.newTab();
      const before = await leaveAndReturn({ session, tab }, () => session.driver.update());
      await until("the marks", async () => (await countRanges(tab)) === before.ranges && (await isDrawn(tab)));
      const box = await tab.page.evaluate(() => {
        const range = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).find((each) => String(each) === "Jarablus");
        range.startContainer.parentElement.scrollIntoView({ block: "center" });
        return range.getBoundingClientRect().toJSON();
      });
      await until("the card", async () => {
        await tab.page.mouse.move(box.x + 3, box.y + box.height / 2);
        await tab.page.mouse.move(box.x + 4, box.y + box.height / 2);
        return hasCard(tab);
      });
      assert.equal(await countRanges(tab), before.ranges + 1, "and the one whose card is open");
      assert.deepEqual(tab.errors, []);
    } finally {
      await session.close();
    }
  },
  // Firefox starts no script in a page that it brings back, so that there the old marks stay, without cards, until the page is loaded anew.
  { own: true, browsers: ["chromium"] },
);

/** What a clock says that stands at that moment, whatever the script asks. */
const clockAt = (moment) => `{ const Real = globalThis.Date;
  globalThis.Date = new Proxy(Real, {
    construct: (target, given) => (given.length === 0 ? new Real(${moment}) : new Real(...given)),
    apply: () => String(new Real(${moment})),
    get: (target, name) => (name === "now" ? () => ${moment} : Reflect.get(target, name)),
  }); }`;

test(
  "no card, mark or date hangs on the clock or the time zone of the machine",
  async ({ kind }) => {
    const seen = [];
    for (const [moment, zone] of [
      [0, "Pacific/Kiritimati"],
      [Date.UTC(2099, 11, 31, 23, 59), "America/Adak"],
    ]) {
      const look = async (session, tab) => {
        await tab.open(session.server.at(REPORT));
        await tab.annotated();
        const { text } = await tab.hover("Hezbollah");
        await tab.leave();
        const popup = await session.openPopup();
        const { date } = await popup.evaluate(readPopup);
        seen.push({
          text,
          date,
          marks: (await tab.highlights()).mark,
          zone: await tab.page.evaluate(() => new Date(1.6e12).getTimezoneOffset()),
        });
      };
      await withChangedBuild(kind, (dir) => prependToScripts(dir, clockAt(moment)), look, { env: { TZ: zone } });
    }
    const [early, late] = seen;
    assert.ok(early.zone < 0 && late.zone > 0, "the zones differ");
    assert.match(early.date, /22 May 2017/);
    assert.deepEqual({ ...late, zone: 0 }, { ...early, zone: 0 });
  },
  { own: true },
);

test(
  "a page whose page side couldn't be put in is annotated all the same",
  async ({ kind }) => {
    await withChangedBuild(
      kind,
      (dir) => prependToScripts(dir, FAILS_ONCE),
      async ({ server }, tab) => {
        await tab.open(server.at(REPORT));
        await tab.annotated();
      },
    );
  },
  { own: true },
);

/** In the background: one that can't tell the settings, as one that is being updated can't, and notes in storage that it was asked. */
const KEEPS_SETTINGS_BACK = `chrome.runtime.onMessage.addListener((message, sender, respond) => {
  if (message?.request !== "settings" || !sender.url.startsWith("http")) return;
  respond({ failure: { code: "internal", message: "being updated" } });
  chrome.storage.local.get("asked").then(({ asked = 0 }) => chrome.storage.local.set({ asked: asked + 1 }));
})`;

test(
  "a page that can't be told the changed settings goes on by those that it has, and so does one out of the cache of left pages",
  async ({ kind }) => {
    await withChangedBuild(
      kind,
      (dir) => prependToScripts(dir, KEEPS_SETTINGS_BACK, "background.js"),
      async (session, tab) => {
        const asked = () => session.driver.background(`chrome.storage.local.get("asked").then(({ asked = 0 }) => asked)`);
        await leaveAndReturn({ session, tab }, () => {});
        await until("the settings to be asked for", async () => (await asked()) === 1);
        const { names } = await tab.status();
        await session.changeSettings({ marks: "all" });
        await until("the settings to be asked for again", async () => (await asked()) === 2);
        assert.equal((await tab.status())?.names, names);
        assert.ok((await tab.highlights()).mark.length > 0);
        await tab.hover("Jarablus");
        assert.deepEqual(tab.errors, []);
      },
    );
  },
  { own: true },
);

test("what is changed in one window holds in the other", async ({ session, tab }) => {
  await tab.open(session.server.at(REPORT));
  await tab.annotated();
  const other = session.server.at(`${REPORT}?other`);
  await session.driver.background(`chrome.windows.create({ url: ${JSON.stringify(other)} }).then(() => {})`);
  const page = await until("the other window", async () => (await session.driver.browser.pages()).find((found) => found.url() === other));
  const size = (where) => where.evaluate(() => CSS.highlights.size);
  await until("its marks", async () => (await size(page)) > 0);
  await session.changeSettings({ on: false });
  await until("both to be without marks", async () => (await size(page)) === 0 && (await size(tab.page)) === 0);
  await page.close();
});

test("damaged settings do no harm, are told, and are set aside rather than lost", async ({ session, tab }) => {
  const damaged = { on: "yes", offSites: ["kept.example", 7], marks: "every" };
  await session.driver.background(`chrome.storage.local.set({ settings: ${JSON.stringify(damaged)} }).then(() => {})`);
  await tab.open(session.server.at(REPORT));
  assert.equal((await tab.annotated()).failure, null);
  const options = await session.driver.openBehind("options.html");
  const shown = () => options.evaluate(() => document.getElementById("damaged").checkVisibility());
  await until("the notice", shown);
  await options.evaluate(() => document.querySelector("input[value=all]").click());
  const stored = () =>
    session.driver.background(`chrome.storage.local.get(["settings", "settings set aside"]).then((all) => JSON.stringify(all))`);
  const kept = JSON.parse(await until("the change", async () => (await stored()).includes('"all"') && stored()));
  assert.deepEqual(kept.settings.offSites, ["kept.example"]);
  assert.deepEqual(kept["settings set aside"], damaged);

  assert.deepEqual(JSON.parse(await options.evaluate(() => document.getElementById("damaged-record").textContent)), damaged);
  await options.evaluate(() => document.getElementById("discard-damaged").click());
  await until("the notice to go", async () => !(await shown()));
  assert.deepEqual(JSON.parse(await stored()), { settings: kept.settings });
});

test("changes made at the same moment are all kept", async ({ session }) => {
  const pages = [await session.driver.openBehind("options.html"), await session.driver.openBehind("options.html?2")];
  for (const page of pages)
    await until("the page to be drawn", () => page.evaluate(() => document.querySelector("input:checked") !== null));
  await Promise.all([
    pages[0].evaluate(() => document.querySelector("input[value=all]").click()),
    pages[1].evaluate(() => document.getElementById("sources").click()),
  ]);
  await until("both", async () => {
    const kept = JSON.parse(await session.driver.background(`chrome.storage.local.get("settings").then(JSON.stringify)`));
    return kept.settings?.marks === "all" && kept.settings?.sources === true;
  });
});
