// Every variant of the shared benchmark texts is marked like the plain page: however the same text is built, the same names are found.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { until } from "../browsers/until.mjs";
import { shared } from "../shared-data.mjs";
import { tallyNames } from "../tally-names.mjs";

export const tests = [];

const FOLDER = "data/robustness/variants/";
// One text of the three shows what the page side does with each variant; GLOSS_VARIANTS=all asks for all.
const TEXTS = process.env.GLOSS_VARIANTS === "all" ? 3 : 1;
/** What a browser itself says of such pages. */
const BROWSERS_OWN = /tree is too deep|favicon\.ico because it violates/;
const TYPES = { html: "text/html", xhtml: "application/xhtml+xml", txt: "text/plain" };
/** Longest that a variant takes to show its text (1.5 s by its own timers) and to be read. */
const PATIENCE_MS = 15_000;

/** What a page whose expectation is `expect` may be marked with, where the plain one has `plain`. */
function allowed(expect, plain) {
  const [kind, times] = expect.split(":");
  if (kind === "none") return [[]];
  if (kind === "repeat") return [tallyNames(Array.from({ length: Number(times) }, () => plain).flat())];
  return kind === "same-or-none" ? [tallyNames(plain), []] : [tallyNames(plain)];
}

function difference(found, wanted) {
  const without = (list, other) => list.filter((line) => !other.includes(line)).join(", ") || "nothing";
  return `${without(found, wanted)} instead of ${without(wanted, found)}`;
}

tests.push({
  name: "are marked as the plain page is",
  limit: 8 * 60_000,
  async run({ skip, session, tab }) {
    const lines = readFileSync(shared(`${FOLDER}expected.jsonl`, skip), "utf8")
      .trimEnd()
      .split("\n");
    const variants = lines.map((line) => JSON.parse(line));
    const texts = [...new Set(variants.map(({ doc }) => doc))].slice(0, TEXTS);
    await session.changeSettings({ marks: "all" });
    const backstage = await session.driver.openBehind("options.html");
    // Asked for, so that a text too short for an article is read as well.
    const ask = async (url) => {
      const found = (await chrome.tabs.query({})).find((other) => other.url === url);
      await chrome.runtime.sendMessage({ request: "activate", tab: found.id });
    };
    const wrong = [];
    let plain = [];
    for (const { file, variant, expect } of variants.filter((other) => texts.includes(other.doc))) {
      const type = TYPES[file.split(".").pop()];
      session.server.documents.set(`/variants/${file}`, {
        type: `${type}; charset=utf-8`,
        body: readFileSync(shared(FOLDER + file, skip)),
      });
      await tab.open(session.server.at(`/variants/${file}`));
      if (type !== "text/plain") await backstage.evaluate(ask, tab.page.url());
      if (expect.startsWith("same-when-opened")) await tab.page.evaluate(() => document.querySelector("details").setAttribute("open", ""));
      const seen = async () => {
        await tab.status();
        return tab.inAllFrames("mark");
      };
      if (variant === "00-plain") {
        await tab.annotated();
        plain = await seen();
        continue;
      }
      const wanted = allowed(expect, plain).map(String);
      let last;
      const isRight = async () => {
        last = tallyNames(await seen());
        return wanted.includes(String(last));
      };
      await until("the marks", isRight, PATIENCE_MS).catch(() => {
        wrong.push(`${file} (${expect}): ${difference(last, allowed(expect, plain)[0])}`);
      });
      const own = tab.errors.filter((error) => !BROWSERS_OWN.test(error));
      if (own.length > 0) wrong.push(`${file}: ${own.join("; ")}`);
      if (
        expect.includes("page-highlight-kept") &&
        !(await tab.page.evaluate(() => CSS.highlights.has("page-own") && CSS.highlights.has("entity")))
      )
        wrong.push(`${file}: the page's own highlights are gone`);
    }
    assert.deepEqual(wrong, []);
  },
});
