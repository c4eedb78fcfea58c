// Tests what the popup says of a page's status, and what it tells the page side at the reader's word.
import "#tests/document.mjs";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { press, textOf } from "#tests/document.mjs";
import { CARD, fact } from "#tests/example-card.mjs";
import { answered } from "#tests/extension-interface.mjs";
import { memoryStorage } from "#tests/memory-storage.mjs";
import type { Command, PageStatus } from "../messages.ts";
import { type Settings, settingsFrom } from "../settings.ts";
import type { Page } from "../wire.ts";
import html from "./popup.html";

const PAGE: Page = {
  article: true,
  date: "2017-05-22",
  dateFoundIn: "meta",
  dateSure: true,
  updated: null,
  dateBasis: "page",
  asOf: "2017-05-22",
  knownTo: "2026-01-22",
  byline: null,
  outlet: null,
  origins: [],
  entries: false,
  language: "en",
  statementsSupported: true,
};
const STATUS: PageStatus = {
  sourcesShown: false,
  page: PAGE,
  outlet: null,
  asked: false,
  names: 12,
  refusals: [],
  passing: [],
  unkept: false,
  statements: 3,
  sources: [
    { key: "person x:ada", label: "Ada Example", kind: "person", count: 2, through: ["Example Agency", "Example Gazette"] },
    { key: "none ", label: "", kind: "none", count: 1, through: [] },
  ],
  cut: null,
  failure: null,
};

/** What the page side answers, and what it has been told since the test began. */
let status: PageStatus | null;
const told: Command[] = [];
let tab = { id: 7, url: "https://courier.example/report", incognito: false };
/** What the reader answers when asked for access to sites; null while the extension has none and hasn't asked. */
let mayAsk: boolean | null = true;
/** The tabs that the background was asked to annotate. */
const activated: number[] = [];
const storage = memoryStorage({ settings: { allActs: true } });

Object.assign(globalThis.chrome, {
  tabs: {
    query: async () => [tab],
    sendMessage: async (_: number, command: Command) => {
      if (command.command !== "status") told.push(command);
      if (!status) throw new Error("nobody there");
      return status;
    },
  },
  permissions: {
    contains: async () => mayAsk !== null,
    request: async () => mayAsk,
  },
  scripting: {
    executeScript: async () => [{ result: "text/html" }],
    getRegisteredContentScripts: async () => [],
    registerContentScripts: async () => {},
  },
  storage: { local: storage },
  commands: { getAll: async () => [{ name: "toggle-sources", shortcut: "Alt+S" }] },
});
Object.assign(globalThis.chrome.runtime, {
  sendMessage: async ({ tab: asked }: { tab: number }) => {
    activated.push(asked);
    return { answer: null };
  },
});
document.body.innerHTML = /<body>(.*)<\/body>/s.exec(html)![1]!;
status = STATUS;
await import("./popup.ts");

/** The popup with that status of the page drawn. */
async function show(change: Partial<PageStatus>): Promise<HTMLElement> {
  status = { ...STATUS, ...change };
  const sources = find("sources") as HTMLInputElement;
  sources.disabled = false; // as it is once a page has been read
  sources.click();
  await answered();
  told.length = 0;
  return document.body;
}

const find = (id: string) => document.getElementById(id)!;
/** The text of that element, or null where it isn't shown. */
const shown = (id: string) => (find(id).closest("[hidden]") ? null : textOf(find(id)));

beforeEach(answered);

test("the key that shows sources stands beside their switch", () => {
  assert.equal(textOf(find("key")), "Alt+S");
});

test("a page of which not all could be read or marked says so", async () => {
  await show({});
  assert.equal(shown("cut"), null);
  await show({ cut: "This page is very long; the end of it has not been read." });
  assert.equal(shown("cut"), "This page is very long; the end of it has not been read.");
});

test("each source is named with its kind, the outlets it came through and its number of statements", async () => {
  const lines = (await show({})).querySelectorAll<HTMLElement>("#list button");
  assert.deepEqual(
    [...lines].map((line) => [".label", ".kind", ".count"].map((part) => textOf(line, part))),
    [
      ["Ada Example", "named · person · through Example Agency, Example Gazette", "2"],
      ["No source given", undefined, "1"],
    ],
  );
  assert.equal(lines[0]!.querySelector(".count")!.getAttribute("aria-label"), "Statements: 2");
  assert.equal(lines[0]!.querySelector<HTMLElement>(".label")!.dir, "auto");
  assert.equal(lines[0]!.title, "Go to the first statement");
  assert.equal(shown("no-sources"), null);
});

test("a source's line leads to its statements, and shows how sources are drawn once they are", async () => {
  const lines = (await show({})).querySelectorAll<HTMLElement>("#list button");
  assert.equal(shown("legend"), null);
  status = { ...STATUS, sourcesShown: true };
  lines[1]!.click();
  await answered();
  assert.deepEqual(told, [{ command: "jump", source: "none " }]);
  assert.notEqual(shown("legend"), null);
  assert.ok((find("sources") as HTMLInputElement).checked);
});

test("a page without sources says whether there are none or its language has none yet", async () => {
  await show({ sources: [] });
  assert.equal(shown("no-sources"), "No reported statements were found on this page.");
  await show({ sources: [], page: { ...PAGE, statementsSupported: false } });
  assert.equal(shown("no-sources"), "Statements can't be found in this page's language yet; names can.");
});

test("while sources are shown it says how each kind of statement is drawn", async () => {
  await show({ sourcesShown: true });
  assert.deepEqual(
    [...find("legend").children].map((part) => [part.className, (part as HTMLElement).hidden ? null : textOf(part)]),
    [
      ["source", "source"],
      ["direct", "quoted"],
      ["mixed", "partly quoted"],
      ["indirect", "paraphrased"],
      ["unsaid", "belief, plan, evidence"],
    ],
  );
  await show({ sourcesShown: false });
  assert.equal(shown("legend"), null);
});

const DATES: [string, Partial<Page>, RegExp][] = [
  ["sure", {}, /^Published on 22 May 2017\. Cards/],
  ["unsure", { dateSure: false }, /^Probably published on 22 May 2017\. Cards/],
  ["the reader's", { dateFoundIn: "reader" }, /^Read as of 22 May 2017, as you chose\./],
  ["one for each entry", { entries: true }, /^Each entry has its own date\./],
  ["newer than the pack", { dateBasis: "newerThanPack" }, /^Published on 22 May 2017\. .* up to 22 January 2026,/],
  ["none", { date: null, dateFoundIn: null, dateBasis: "noDate" }, /^This page gives no date\. Cards say what held on 22 January 2026,/],
];
for (const [what, page, expected] of DATES) {
  test(`a page's date that is ${what} is told as that, with the way to correct it`, async () => {
    await show({ page: { ...PAGE, ...page } });
    assert.match(shown("date")!, expected);
    assert.equal(textOf(find("change-date"), "summary"), page.date === null ? "Give its date" : "Wrong date?");
    assert.equal(shown("own-date"), page.dateFoundIn === "reader" ? "What the page says" : null);
    assert.equal((find("given-date") as HTMLInputElement).value, page.date === null ? "" : "2017-05-22");
  });
}

const GIVEN: [string, string, Command[], boolean][] = [
  ["a day is the one to read by", "2018-01-02", [{ command: "setDate", date: "2018-01-02" }], false],
  ["an emptied field gives the page's own day back", "", [{ command: "setDate", date: null }], false],
  ["a day that no page can be of is refused in a sentence", "1799-12-31", [], true],
];
for (const [what, value, expected, refused] of GIVEN) {
  test(`of the dates that the reader gives, ${what}`, async () => {
    await show({});
    (find("change-date") as HTMLDetailsElement).open = true;
    const field = find("given-date") as HTMLInputElement;
    field.value = value;
    press(find("date-form"), "Use this date");
    await answered();
    assert.deepEqual(told, expected);
    assert.equal(shown("invalid-date"), refused ? "This is no whole date from the year 1800 on, so nothing was changed." : null);
    assert.equal(field.getAttribute("aria-invalid"), String(refused));
    assert.equal((find("change-date") as HTMLDetailsElement).open, refused, "stays open for another try");
    await show({});
    assert.equal(shown("invalid-date"), null);
  });
}

test("the page's own date is asked for again by its button", async () => {
  await show({ page: { ...PAGE, dateFoundIn: "reader" } });
  press(find("date-form"), "What the page says");
  await answered();
  assert.deepEqual(told, [{ command: "setDate", date: null }]);
});

test("the page's outlet, authors and the copy it carries are named", async () => {
  const outlet = { text: "Courier", label: "The Example Courier", entity: null };
  await show({ page: { ...PAGE, outlet, byline: "Ada Example", origins: ["Reuters", "Sputnik"] } });
  assert.deepEqual(["outlet-name", "byline", "origins"].map(shown), [
    "The Example Courier",
    "By Ada Example",
    "Text from Reuters, Sputnik, as the page says",
  ]);
  assert.equal(find("outlet-name").dir, "auto");
  await show({});
  assert.deepEqual(["outlet-name", "outlet", "byline", "origins"].map(shown), [null, null, null, null]);
});

test("an outlet that the pack knows has its card, in which names are plain: other cards open in the page alone", async () => {
  const named = fact("Owner", "Ada Example", "holds", { entity: "x:ada" });
  const card = { ...CARD, label: "The Example Courier", onDate: [named], since: [named], earlier: [named] };
  await show({ page: { ...PAGE, outlet: { text: "Courier", label: "Courier", entity: card.entity } }, outlet: card });
  assert.equal(shown("outlet-name"), null);
  assert.equal(textOf(find("outlet"), "summary"), "The Example Courier");
  const drawn = find("outlet-card").shadowRoot!;
  assert.match(drawn.textContent!, /Ada Example.*Ada Example.*Ada Example/s);
  assert.equal(drawn.querySelector("button.entity"), null);
});

for (const [code, sentence] of [
  ["browser-too-old", /^This browser is too old/],
  ["pack-damaged", /^The knowledge pack is damaged/],
  ["internal", /^Something went wrong/],
] as const) {
  test(`a page that failed by ${code} says so, and has no sources to show`, async () => {
    await show({ failure: { code, message: "" }, page: null });
    assert.match(shown("notice-text")!, sentence);
    assert.equal(shown("list"), null);
    assert.ok((find("sources") as HTMLInputElement).disabled);
  });
}

test("what the reader has refused here is listed, with the way back, and what holds only for now as that", async () => {
  const refusal = { form: "Homs", entity: "x:homs", label: "Homs FC", scope: "everywhere", place: "" } as const;
  const key = 'refusal ["everywhere","","x:homs","Homs"]';
  await show({ refusals: [refusal] });
  assert.equal(textOf(find("refusals"), "li span"), "Homs FC for “Homs”, anywhere");
  await show({ refusals: [{ ...refusal, scope: "page", place: "https://a.example/" }] });
  assert.equal(textOf(find("refusals"), "li span"), "Homs FC for “Homs” on https://a.example/");
  await show({ refusals: [refusal], passing: [key] });
  assert.equal(textOf(find("refusals"), "li span"), "Homs FC for “Homs”, anywhere (until the page is left)");
  press(find("refusals"), "Take back");
  await answered();
  assert.deepEqual(told, [{ command: "takeBack", key }]);
  await show({});
  assert.equal(shown("refusals"), null);
});

test("names are counted, and a change that couldn't be kept is told", async () => {
  await show({ unkept: true });
  assert.equal(shown("names"), "Names recognised: 12");
  assert.match(shown("unkept")!, /could not store your last change/);
  await show({});
  assert.equal(shown("unkept"), null);
});

/** The popup as it is drawn with those settings, whatever else it finds. */
async function draw(settings: object): Promise<void> {
  // A change that storage doesn't take has the popup drawn by what is kept.
  storage.kept = { settings };
  storage.refuses = true;
  find("marks").dispatchEvent(new Event("change"));
  await answered();
  storage.refuses = false;
  activated.length = 0;
}
const switches = () =>
  ["here", "everywhere"].map((id) => [(find(id) as HTMLInputElement).checked, (find(id) as HTMLInputElement).disabled]);
const chosenIn = (id: string) => (find(id) as HTMLSelectElement).value;

test("the settings are shown, and what they leave out is not explained", async () => {
  await show({ sourcesShown: true });
  await draw({ marks: "all", articles: { "courier.example": "never", "herald.example": "always" }, allActs: true });
  assert.deepEqual([shown("here-text"), chosenIn("marks"), chosenIn("articles")], ["On for courier.example", "all", "never"]);
  assert.deepEqual(switches(), [
    [true, false],
    [true, false],
  ]);
  assert.notEqual(shown("legend-unsaid"), null);
  await draw({ offSites: ["courier.example"] });
  assert.deepEqual([chosenIn("marks"), chosenIn("articles"), switches()[0]], ["first", "", [false, false]]);
  assert.equal(shown("legend-unsaid"), null);
});

test("off everywhere, it can't be on for one site", async () => {
  await draw({ on: false });
  assert.deepEqual(switches(), [
    [false, true],
    [false, false],
  ]);
});

test("a site is switched off and on by its switch", async () => {
  await draw({ offSites: ["z.example"] });
  find("here").click();
  await answered();
  assert.deepEqual(storage.kept.settings, { ...settingsFrom({}), offSites: ["courier.example", "z.example"] });
  find("here").click();
  await answered();
  assert.deepEqual(storage.kept.settings, { ...settingsFrom({}), offSites: ["z.example"] });
});

test("what is decided of a site's pages is kept, and the open one annotated at once where all are to be", async () => {
  await draw({});
  const choose = async (policy: string) => {
    (find("articles") as HTMLSelectElement).value = policy;
    find("articles").dispatchEvent(new Event("change"));
    await answered();
    return (storage.kept.settings as Settings).articles;
  };
  assert.deepEqual([await choose("never"), activated], [{ "courier.example": "never" }, []]);
  assert.deepEqual([await choose("always"), activated], [{ "courier.example": "always" }, [7]]);
  assert.deepEqual([await choose(""), activated], [{}, [7]]);
});

test("in a private window nothing is decided of single sites, and it says why", async () => {
  await draw({});
  assert.equal(shown("private"), null);
  tab = { ...tab, incognito: true };
  await draw({});
  assert.match(shown("private")!, /^In a private window nothing/);
  assert.deepEqual(["here-text", "articles"].map(shown), [null, null]);
  await draw({ offSites: ["courier.example"] });
  assert.equal(shown("here-text"), "On for courier.example", "what is off can be switched on");
  tab = { ...tab, incognito: false };
});

test("a site that isn't allowed is annotated once it is, or this once without", async () => {
  status = null;
  mayAsk = null;
  await draw({});
  const buttons = () => [...find("notice").querySelectorAll("button")].map((button) => button.textContent);
  assert.deepEqual(buttons(), ["Allow on all sites", "Only this page, this time"]);
  assert.ok((find("sources") as HTMLInputElement).disabled);
  mayAsk = false;
  press(find("notice"), "Allow on all sites");
  await answered();
  assert.deepEqual(activated, []);
  mayAsk = true;
  status = STATUS;
  press(find("notice"), "Allow on all sites");
  await answered();
  assert.deepEqual(activated, [7]);
  assert.deepEqual([shown("notice-text"), shown("names")], [null, "Names recognised: 12"]);
});

test("storage that can't be read is told", async () => {
  const { get } = globalThis.chrome.storage.local;
  Object.assign(storage, { get: () => Promise.reject(new Error("damaged")) });
  await draw({});
  assert.match(shown("notice-text")!, /can't read what Gloss has stored/);
  Object.assign(storage, { get });
});
