// Errors a reader can meet: a damaged pack, a page that can't be annotated, a site that hasn't been allowed; each said with what to do.
import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isPopupFilled, readPopup, startSession, withChangedBuild } from "../browsers/session.mjs";
import { until } from "../browsers/until.mjs";

const REPORT = "/homs-evacuation.html";

export const tests = [];
const test = (name, run, more = {}) => tests.push({ name, run, ...more });

async function flipByte(file) {
  const bytes = await readFile(file);
  bytes[Math.floor(bytes.length / 2)] ^= 0x10;
  await writeFile(file, bytes);
}

for (const [what, change] of [
  ["names file has a flipped byte", (dir) => flipByte(join(dir, "world.names"))],
  ["cards file has a flipped byte", (dir) => flipByte(join(dir, "world.cards"))],
  [
    "names file is cut short",
    async (dir) => writeFile(join(dir, "world.names"), (await readFile(join(dir, "world.names"))).subarray(0, 1000)),
  ],
  ["cards file is missing", (dir) => rm(join(dir, "world.cards"))],
  ["names file is something else", (dir) => writeFile(join(dir, "world.names"), "<html>not a pack</html>")],
]) {
  test(
    `when the pack's ${what}, the popup says so and the page stays as it is`,
    ({ kind }) =>
      withChangedBuild(kind, change, async (session, tab) => {
        await tab.open(session.server.at(REPORT));
        const before = await tab.serialise();
        const status = await tab.annotated();
        assert.match(status.failure.code, /^pack-(damaged|missing)$/);
        const popup = await session.openPopup();
        const shown = await popup.evaluate(readPopup);
        assert.equal(shown.notice, "The knowledge pack is damaged. Install the extension again.");
        assert.equal(shown.toggle.disabled, true);
        assert.equal(await tab.serialise(), before);
        assert.deepEqual(tab.errors, []);
      }),
    { own: true },
  );
}

test("a question put to a page side that is being replaced is answered by its successor", async ({ session, tab }) => {
  await tab.page.goto(session.server.at(REPORT));
  const extensionPage = await session.driver.openBehind("options.html");
  const ask = async (url) => {
    const { id } = (await chrome.tabs.query({})).find((other) => other.url === url);
    const activate = () => chrome.runtime.sendMessage({ request: "activate", tab: id });
    await activate();
    const answer = chrome.tabs.sendMessage(id, { command: "status" }, { frameId: 0 });
    await activate();
    return (await answer).names;
  };
  // A background just started opens its pack first: long enough for the first page side to be replaced while it reads.
  // Firefox's can't be stopped from outside.
  for (let round = 0; round < 3; round++) {
    await session.driver.stopBackground?.();
    assert.ok((await extensionPage.evaluate(ask, tab.page.url())) > 0);
  }
});

for (const [address, sentence] of [
  ["/plain.txt", /can't be annotated/],
  ["/nothing.pdf", /PDF documents can't be annotated/],
]) {
  test(`${address} is refused in a sentence`, async ({ session, tab }) => {
    await tab.page.goto(session.server.at(address)).catch(() => {}); // a viewer or download takes over
    const popup = await session.openPopup();
    assert.match((await popup.evaluate(readPopup)).notice, sentence);
  });
}

test("a page of the browser is refused in a sentence", async ({ session, tab }) => {
  // In Firefox a new tab is one already, and WebDriver leads to no other.
  if (session.kind === "chromium") await tab.page.goto("chrome://version/");
  const popup = await session.openPopup();
  const shown = await popup.evaluate(readPopup);
  assert.match(shown.notice, /Browsers let no extension work on this page/);
  assert.deepEqual(shown.buttons, []);
});

/** Takes the extension's access to sites away, as the reader can in the browser's own settings. */
async function withholdSites(session, tab) {
  if (session.kind === "firefox") {
    await session.driver.background(`chrome.permissions.remove({ origins: ["http://*/*", "https://*/*"] })`);
    return;
  }
  await tab.page.goto("chrome://extensions");
  await tab.page.evaluate(
    (extensionId) => chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: "ON_CLICK" }),
    new URL(session.driver.base).host,
  );
}

test(
  "a site that hasn't been allowed is named, with the buttons that ask for it",
  async ({ kind }) => {
    const session = await startSession(kind);
    try {
      const tab = await session.newTab();
      await withholdSites(session, tab);
      await until(
        "access to be withheld",
        async () => !(await session.driver.background(`chrome.permissions.contains({ origins: ["http://*/*"] })`)),
      );
      if (kind === "chromium") {
        // The first press of the button is an answer in itself: what had been held back in this page runs.
        await tab.page.goto(session.server.at(REPORT));
        assert.equal(await tab.page.evaluate(() => CSS.highlights.size), 0);
        await session.driver.clickToolbarButton(tab.page);
        await until("the marks", () => tab.page.evaluate(() => CSS.highlights.size > 0));
      }
      // On a page that has nothing to run, the same press opens the popup.
      await tab.page.goto(session.server.at("/front-page.html"));
      let popup;
      if (kind === "chromium") {
        popup = await session.driver.pressToolbarButton(tab.page);
        await until("the popup to be filled", () => popup.evaluate(isPopupFilled));
      } else popup = await session.openPopup();
      const shown = await popup.evaluate(readPopup);
      assert.match(shown.notice, /isn't allowed to read this site/);
      assert.deepEqual(shown.buttons, ["Allow on all sites", "Only this page, this time"]);
      if (kind === "chromium") {
        await (await popup.$$("#notice button"))[1].click();
        await until("the page to be annotated", async () => (await popup.evaluate(readPopup)).names !== null);
      }
    } finally {
      await session.close();
    }
  },
  { own: true },
);
