// Tests what the popup finds out about a tab: its page side's status, or why there is none.
import "#tests/extension-interface.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Command, PageStatus } from "../messages.ts";
import { settingsFrom } from "../settings.ts";
import { findState, obstacleOf, tell, tellAll } from "./find-state.ts";

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

/** A browser with one tab: who answers in it, what stands there, and what the extension may. */
interface World {
  url: string | undefined;
  /** The status by frame; "any" is whoever hears a message to no frame. */
  frames: { [frame: string]: Partial<PageStatus> };
  /** What the document says it is; null where no extension may enter. */
  type: string | null;
  allowed: boolean;
  settings: object;
}
const WORLD: World = { url: "https://news.example/article", frames: {}, type: "text/html", allowed: true, settings: {} };

async function inWorld<Outcome>(change: Partial<World>, run: (tab: chrome.tabs.Tab, world: World) => Promise<Outcome>): Promise<Outcome> {
  const world = { ...WORLD, ...change };
  Object.assign(globalThis.chrome, {
    tabs: {
      sendMessage: async (_: number, __: Command, options?: { frameId?: number }) => {
        const status = world.frames[options?.frameId ?? "any"];
        if (!status) throw new Error("nobody there");
        return status;
      },
    },
    permissions: { contains: async () => world.allowed },
    scripting: {
      executeScript: async () => {
        if (world.type === null) throw new Error("not here");
        return [{ result: world.type }];
      },
    },
  });
  return run({ id: 7, url: world.url } as chrome.tabs.Tab, world);
}

const article = { page: { article: true }, asked: false } as PageStatus;
const other = { page: { article: false }, asked: false } as PageStatus;
const states: [string, Partial<World>, Awaited<ReturnType<typeof findState>>][] = [
  ["an article", { frames: { 0: article } }, { status: article }],
  ["an article in a frame", { frames: { any: article } }, { status: article }],
  ["what turned out to be no article", { frames: { 0: other } }, { obstacle: "notAnArticle" }],
  ["no article that the reader asked for", { frames: { 0: { ...other, asked: true } } }, { status: { ...other, asked: true } }],
  ["a page that is just being read", { frames: { 0: { page: null } } }, { status: { page: null } as PageStatus }],
  ["a page without text", {}, { obstacle: "notAnArticle" }],
  ["a PDF document that doesn't say so in its address", { type: "application/pdf" }, { obstacle: "errorPdf" }],
  ["an XHTML page", { type: "application/xhtml+xml" }, { obstacle: "notAnArticle" }],
  ["a picture", { type: "image/png" }, { obstacle: "errorFile" }],
  ["a page that no extension may enter", { type: null }, { obstacle: "errorRefused" }],
  ["a site that isn't allowed", { allowed: false }, { obstacle: "notAllowed" }],
  ["a site whose address is kept back", { allowed: false, url: undefined }, { obstacle: "notAllowed" }],
  ["a page of the browser", { url: "about:config", allowed: false }, { obstacle: "errorBrowserPage" }],
  ["a site that is switched off", { settings: { offSites: ["news.example"] } }, { obstacle: "offHere" }],
  ["any site while all is off", { settings: { on: false, offSites: ["news.example"] } }, { obstacle: "offEverywhere" }],
];
for (const [what, change, expected] of states) {
  test(`${what} is told as that`, () =>
    inWorld(change, async (tab, world) => assert.deepEqual(await findState(tab, settingsFrom(world.settings)), expected)));
}

test("the page's own frame speaks for a tab before any other, also after all have been told", () =>
  inWorld({ frames: { 0: article, any: other } }, async () => {
    assert.equal(await tell(7, { command: "status" }), article);
    assert.equal(await tellAll(7, { command: "toggleSources" }), article);
  }));

test("a tab where nobody is there has nothing to tell", () =>
  inWorld({}, async () =>
    assert.deepEqual([await tell(7, { command: "status" }), await tellAll(7, { command: "toggleSources" })], [null, null]),
  ));
