// Tests that the options page shows what is kept, keeps what is chosen, and says where that can't be.
import "#tests/document.mjs";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { press, textOf } from "#tests/document.mjs";
import { answered } from "#tests/extension-interface.mjs";
import { memoryStorage } from "#tests/memory-storage.mjs";
import html from "./options.html";

const SETTINGS = {
  on: true,
  offSites: ["b.example", "c.example"],
  articles: { "d.example": "always", "a.example": "never" },
  marks: "all",
  sources: true,
  allActs: true,
};
const REFUSED = 'refusal ["site","a.example","x:homs","Homs"]';
const REFUSAL = { form: "Homs", entity: "x:homs", label: "Homs FC", scope: "site", place: "a.example" };

const storage = memoryStorage();
/** What the browser was told of the scripts of sites that are always annotated. */
const registered: string[][] = [];
Object.assign(globalThis.chrome, {
  storage: { local: storage },
  scripting: {
    getRegisteredContentScripts: async () => [{ id: "always" }],
    updateContentScripts: async ([{ matches }]: [{ matches: string[] }]) => registered.push(matches),
    unregisterContentScripts: async () => registered.push([]),
  },
  commands: { getAll: async () => [{ name: "toggle-sources", shortcut: "Alt+S" }] },
});
Object.assign(globalThis.chrome.runtime, { getURL: () => "moz-extension://gloss/" });
document.body.innerHTML = /<body>(.*)<\/body>/s.exec(html)![1]!;
storage.kept = { settings: SETTINGS };
await import("./options.ts");

const find = (id: string) => document.getElementById(id) as HTMLInputElement;
const shown = (id: string) => !find(id).closest("[hidden]");
const itemsOf = (id: string) => [...find(id).querySelectorAll("li > span, dt, dd")].map((item) => textOf(item));
const settings = () => storage.kept.settings;

beforeEach(async () => {
  storage.refuses = false;
  storage.kept = structuredClone({ settings: SETTINGS, [REFUSED]: REFUSAL });
  // Any change makes the page draw what is kept.
  await globalThis.chrome.storage.local.set({ settings: SETTINGS });
  await answered();
});

test("what is kept is shown", () => {
  assert.deepEqual(
    [...document.querySelectorAll<HTMLInputElement>("input")].map(({ id, value, checked }) => [id || value, checked]),
    [
      ["first", false],
      ["all", true],
      ["pointer", false],
      ["sources", true],
      ["all-acts", true],
      ["on", true],
    ],
  );
  assert.deepEqual(itemsOf("sites"), ["b.example", "c.example"]);
  assert.deepEqual(itemsOf("decided"), ["a.example: only when I ask", "d.example: always annotate"]);
  assert.deepEqual(itemsOf("refusals"), ["Homs FC for “Homs” on a.example"]);
  assert.equal(find("refusals").querySelector("span")!.dir, "auto");
  assert.deepEqual(["no-sites", "no-refusals", "damaged", "unread", "unkept"].map(shown), [false, false, false, false, false]);
});

test("lists without entries are left out, or say so", async () => {
  storage.kept = {};
  await globalThis.chrome.storage.local.set({ settings: {} });
  await answered();
  assert.deepEqual(["sites-part", "decided-part", "no-sites", "no-refusals"].map(shown), [false, false, true, true]);
});

for (const [id, change] of [
  ["sources", { sources: false }],
  ["all-acts", { allActs: false }],
  ["on", { on: false }],
] as const) {
  test(`the box ${id} is kept, and nothing else changes`, async () => {
    find(id).click();
    await answered();
    assert.deepEqual(settings(), { ...SETTINGS, ...change });
  });
}

test("what to mark is kept", async () => {
  document.querySelector<HTMLInputElement>("input[value=pointer]")!.click();
  await answered();
  assert.deepEqual(settings(), { ...SETTINGS, marks: "pointer" });
});

test("a site is switched on again by its button, which names it to those who don't see it", async () => {
  const button = find("sites").querySelector("button")!;
  assert.equal(button.getAttribute("aria-label"), "Switch on for b.example");
  button.click();
  await answered();
  assert.deepEqual(settings(), { ...SETTINGS, offSites: ["c.example"] });
  assert.deepEqual(itemsOf("sites"), ["c.example"]);
});

test("a decision about a site is taken back, and the browser told of those that are left", async () => {
  find("decided").querySelectorAll("button")[1]!.click();
  await answered();
  assert.deepEqual(settings(), { ...SETTINGS, articles: { "a.example": "never" } });
  press(find("decided"), "Take back");
  await answered();
  assert.deepEqual(settings(), { ...SETTINGS, articles: {} });
  assert.deepEqual(registered, [[], []], "none is annotated always any more");
});

test("a refusal is taken back by its button, which says which", async () => {
  const button = find("refusals").querySelector("button")!;
  assert.equal(button.getAttribute("aria-label"), "Take back: Homs FC for “Homs” on a.example");
  button.click();
  await answered();
  assert.deepEqual(storage.kept, { settings: SETTINGS });
});

test("what the browser doesn't keep is said, and what is kept is shown again", async () => {
  storage.refuses = true;
  find("sources").click();
  await answered();
  assert.ok(shown("unkept"));
  assert.ok(find("sources").checked);
  storage.refuses = false;
  find("sources").click();
  await answered();
  assert.ok(!shown("unkept"));
  assert.deepEqual(settings(), { ...SETTINGS, sources: false });
});

test("what is changed elsewhere is shown as it is then", async () => {
  await globalThis.chrome.storage.local.remove(REFUSED);
  await answered();
  assert.deepEqual(itemsOf("refusals"), []);
  await globalThis.chrome.storage.local.set({ settings: { ...SETTINGS, marks: "first" } });
  await answered();
  assert.ok(document.querySelector<HTMLInputElement>("input[value=first]")!.checked);
});

test("storage that can't be read is told", async () => {
  const { get } = globalThis.chrome.storage.local;
  Object.assign(storage, { get: () => Promise.reject(new Error("damaged")) });
  await globalThis.chrome.storage.local.set({ settings: SETTINGS });
  await answered();
  assert.ok(shown("unread"));
  Object.assign(storage, { get });
});

test("the keys are named, those that have none as well, with the place to change them", () => {
  assert.deepEqual(itemsOf("keys"), [
    "Highlight sources",
    "Alt+S",
    "Go to the next marked name or statement",
    "no key",
    "Go to the previous marked name or statement",
    "no key",
  ]);
  assert.match(textOf(find("change-keys"))!, /about:addons/);
});
