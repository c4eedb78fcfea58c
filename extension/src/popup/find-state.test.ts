// Tests what an address alone says against annotating.
import assert from "node:assert/strict";
import { test } from "node:test";
import { obstacleOf } from "./find-state.ts";

const cases: [string | undefined, ReturnType<typeof obstacleOf>][] = [
  ["https://news.example/article", null],
  ["http://127.0.0.1:8000/page.html", null],
  ["https://news.example/report.PDF", "errorPdf"],
  ["file:///tmp/page.html", "errorFile"],
  ["chrome://settings", "errorBrowserPage"],
  ["about:newtab", "errorBrowserPage"],
  ["https://addons.mozilla.org/firefox", "errorBrowserPage"],
  ["https://chromewebstore.google.com/", "errorBrowserPage"],
  [undefined, "errorBrowserPage"],
];
for (const [url, expected] of cases) test(`${url}`, () => assert.equal(obstacleOf(url), expected));
