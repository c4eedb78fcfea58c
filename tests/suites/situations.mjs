// However a page is built, the same names of the same text are marked, the card opens where it should, and the page is left as it was.
import assert from "node:assert/strict";
import { until } from "../browsers/until.mjs";
import { PLAIN, SITUATIONS } from "../pages/situations.mjs";
import { tallyNames } from "../tally-names.mjs";

export const tests = [];

/** A page of a megabyte on a busy machine takes this long. */
const PATIENCE_MS = 60_000;
const HTML = "text/html; charset=utf-8";
let plain;

/** The marks of the plain page, read once a run. */
async function plainMarks(session, tab) {
  if (plain) return plain;
  session.server.documents.set("/plain.html", { type: HTML, body: PLAIN });
  await tab.open(session.server.at("/plain.html"));
  await tab.annotated();
  plain = await tab.inAllFrames("mark");
  assert.equal(plain.length, 9, plain.join());
  return plain;
}

async function askFor(session, tab) {
  const extensionPage = await session.driver.openBehind("options.html");
  await extensionPage.evaluate(async (url) => {
    const found = (await chrome.tabs.query({})).find((other) => other.url === url);
    await chrome.runtime.sendMessage({ request: "activate", tab: found.id });
  }, tab.page.url());
}

for (const [index, row] of SITUATIONS.entries()) {
  tests.push({
    name: `${row.case}: ${row.name}`,
    async run({ session, tab }) {
      await session.changeSettings({ marks: "all" });
      const wanted = await plainMarks(session, tab);
      const marks = row.marks === undefined ? wanted : Array.isArray(row.marks) ? row.marks : row.marks(wanted);
      const page = typeof row.page === "string" ? { type: HTML, body: row.page } : row.page;
      session.server.documents.set(`/situation-${index}.html`, page);
      await tab.open(session.server.at(`/situation-${index}.html`));
      if (row.asked || marks.length === 0) await askFor(session, tab);
      if (row.act) {
        await tab.annotated();
        await tab.page.evaluate(row.act, row.argument ?? null);
        if (row.change) await tab.page.evaluate(() => document.querySelector("article").append(document.createElement("p")));
      }
      let found;
      const read = async () => {
        await tab.status();
        found = tallyNames(row.frames ? await tab.inAllFrames("mark") : (await tab.highlights()).mark);
        return found.join() === tallyNames(marks).join();
      };
      await until("the marks of the plain page", read, PATIENCE_MS).catch(() => assert.deepEqual(found, tallyNames(marks)));
      if (row.cut) assert.match((await tab.status()).cut, /very long/);
      const before = await tab.serialise();
      for (const name of row.hover ? [row.hover].flat() : []) {
        const card = await tab.hover(name);
        assert.equal(card.label, name);
        const { width, height } = await tab.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
        assert.ok(
          card.box.left >= 0 && card.box.top >= 0 && card.box.right <= width && card.box.bottom <= height,
          JSON.stringify(card.box),
        );
        assert.ok(card.box.width > 300, `the card has its own style: ${JSON.stringify(card.box)}`);
        await tab.page.keyboard.press("Escape");
        await tab.cardGone();
      }
      assert.equal(await tab.serialise(), before);
      assert.deepEqual(
        tab.errors.filter((error) => !row.noise?.test(error)),
        [],
      );
    },
  });
}
