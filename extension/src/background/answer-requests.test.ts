// Tests whom the background answers and how: settings and page sides by site, one engine for all, a fresh one after a panic.
import "#tests/extension-interface.mjs";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { engine } from "#tests/fake-engine.mjs";
import { memoryStorage } from "#tests/memory-storage.mjs";
import type { Reply, Request, Start } from "../messages.ts";
import { answerRequests } from "./answer-requests.ts";

const OWN = "chrome-extension://gloss/";
const SENDER = {
  id: "test",
  url: "https://news.example/a",
  frameId: 3,
  documentId: "document",
  tab: { id: 7, url: "https://news.example/a" },
};

const storage = memoryStorage();
/** Files of the package that can't be read. */
const missing = new Set<string>();
/** What was put into frames: `start` where a page side was started, with what it was given. */
let injected: { target: object; start?: Start; anew?: boolean; css?: string }[] = [];

Object.assign(globalThis, {
  fetch: async (address: string) => ({
    ok: !missing.has(address.slice(OWN.length)),
    status: 404,
    body: new Blob(["bytes"]).stream(),
    arrayBuffer: async () => new ArrayBuffer(1),
  }),
});
Object.assign(globalThis.chrome, {
  storage: { local: storage },
  scripting: {
    insertCSS: async ({ target, css }: { target: object; css: string }) => injected.push({ target, css }),
    executeScript: async ({ target, args }: { target: object; args?: [Start, boolean] }) => {
      if (args) injected.push({ target, start: args[0], anew: args[1] });
      return [{ result: 1 }];
    },
  },
});
Object.assign(globalThis.chrome.runtime, { getURL: (file: string) => OWN + file });

beforeEach(() => {
  storage.kept = {};
  missing.clear();
  injected = [];
  engine.fails = null;
});

const send = (request: object, sender: object = SENDER): Promise<Reply<unknown>> =>
  new Promise((resolve) => answerRequests(request as Request, sender as chrome.runtime.MessageSender, resolve));
const annotate = (statements: boolean) => send({ request: "annotate", text: "text", body: { statements } });
/** The page side that was started, if any. */
const pageSide = () => injected.find(({ start }) => start);
const failure = (reply: Reply<unknown>) => ("failure" in reply ? reply.failure.code : null);

/** What the fake engine answers. */
const ANNOTATED = { answer: { text: "text", cards: [{}] } };
const cards = () => send({ request: "cards", body: [{ entity: "x:homs", asOf: null }] });

test("a page is annotated before its cards are read, and they are told once they are", async () => {
  missing.add("world.names");
  assert.equal(failure(await annotate(false)), "pack-missing");
  missing.clear();
  missing.add("world.cards");
  assert.deepEqual(await annotate(false), ANNOTATED, "and the names are tried again");
  assert.equal(failure(await cards()), "pack-missing");
  assert.equal(engine.cards, 0);
  missing.clear();
  assert.deepEqual(await cards(), { answer: ["card of x:homs"] }, "and the cards are");
  assert.deepEqual(await annotate(false), ANNOTATED);
  await cards();
  assert.deepEqual([engine.opened, engine.warmed, engine.cards], [1, 1, 1], "each once, a drawn page before there are names");
});

test("one engine answers all, and has its model from the first request for statements on", async () => {
  const before = { ...engine };
  await annotate(false);
  assert.deepEqual([engine.opened, engine.models], [before.opened, before.models]);
  missing.add("attribution.model");
  assert.deepEqual(await annotate(true), ANNOTATED, "by rules alone");
  assert.equal(engine.models, before.models);
  missing.clear();
  await annotate(true);
  await annotate(true);
  assert.deepEqual([engine.opened, engine.models], [before.opened, before.models + 1]);
});

test("a failure that the engine reports is passed on and keeps it; a panic has the next request get a fresh one, with its model and cards", async () => {
  await annotate(true);
  const { opened, fresh, models, cards: withCards } = engine;
  engine.fails = { code: "bad-request", message: "no" };
  assert.equal(failure(await annotate(false)), "bad-request");
  assert.deepEqual([engine.opened, engine.fresh], [opened, fresh]);
  engine.fails = new WebAssembly.RuntimeError("unreachable");
  assert.equal(failure(await annotate(false)), "internal");
  engine.fails = null;
  assert.deepEqual(await annotate(true), ANNOTATED);
  assert.deepEqual(await cards(), { answer: ["card of x:homs"] });
  assert.deepEqual([engine.opened, engine.fresh, engine.models, engine.cards], [opened + 1, fresh + 1, models + 1, withCards + 1]);
});

const SITES: [string, object, object, boolean][] = [
  ["any site", {}, SENDER, true],
  ["a site that is switched off", { offSites: ["news.example"] }, SENDER, false],
  ["a frame in a site that is switched off", { offSites: ["news.example"] }, { ...SENDER, url: "https://frame.example/" }, false],
  ["a frame that is switched off", { offSites: ["frame.example"] }, { ...SENDER, url: "https://frame.example/" }, false],
  ["any site while all is off", { on: false }, SENDER, false],
];
for (const [where, settings, sender, on] of SITES) {
  test(`${where} has ${on ? "its" : "no"} settings and ${on ? "a" : "no"} page side`, async () => {
    storage.kept = { settings };
    const reply = await send({ request: "settings" }, sender);
    assert.equal("answer" in reply && reply.answer !== null, on);
    assert.deepEqual(await send({ request: "qualifies", began: 1 }, sender), { answer: null });
    assert.equal(pageSide() !== undefined, on);
  });
}

test("a page that qualifies is read as one that nobody asked for, in its own frame and document, once", async () => {
  await send({ request: "qualifies", began: 1 });
  const started = pageSide();
  assert.deepEqual([started?.start?.asked, started?.anew], [false, false]);
  assert.deepEqual(
    injected.map(({ target }) => target),
    Array(2).fill({ tabId: 7, documentIds: ["document"] }),
  );
  const { highlights } = started!.start!;
  assert.ok(
    injected.some(({ css }) => css?.includes(`::highlight(${highlights.mark})`)),
    "with the style of its highlights",
  );
});

test("pages of a site are annotated always, or never unless asked, as the reader has decided", async () => {
  storage.kept = { settings: { articles: { "news.example": "always" } } };
  await send({ request: "qualifies", began: 1 });
  const started = pageSide();
  assert.deepEqual([started?.start?.asked, started?.anew], [true, false]);
  injected = [];
  storage.kept = { settings: { articles: { "news.example": "never" } } };
  await send({ request: "qualifies", began: 1 });
  assert.deepEqual(injected, []);
});

test("only the extension's own pages have a tab annotated; there a page side starts anew", async () => {
  const request = { request: "activate", tab: 9 };
  assert.equal(failure(await send(request)), "internal");
  assert.deepEqual(injected, []);
  assert.deepEqual(await send(request, { id: "test", url: `${OWN}popup.html` }), { answer: null });
  const started = pageSide();
  assert.deepEqual([started?.start?.asked, started?.anew, started?.target], [true, true, { tabId: 9, frameIds: [0] }]);
});

test("nobody else is answered, and nothing that is no request", () => {
  const unanswered = () => assert.fail("answered");
  assert.equal(answerRequests({ request: "settings" }, { id: "other" }, unanswered), false);
  for (const message of [undefined, {}, { request: 7 }])
    assert.equal(answerRequests(message as Request | undefined, { id: "test" }, unanswered), false);
});
