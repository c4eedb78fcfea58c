// Tests what a card says of each fact and who says so, and where its buttons lead.
import "#tests/document.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { press, textOf } from "#tests/document.mjs";
import { CARD, fact } from "#tests/example-card.mjs";
import type { Card } from "../../wire.ts";
import { type CardView, renderCard } from "./render-card.ts";

/** What was done in the card last. */
let done: string[] = [];

/** The card in the document, drawn with those changes. */
function show(change: Partial<Card> = {}, view: Partial<CardView> = {}): HTMLElement {
  done = [];
  const card = { ...CARD, ...change };
  const element = renderCard(
    { card, reasons: [], nested: false, pinned: false, refusable: null, ...view },
    {
      lookUp: (entity) => done.push(`look up ${entity}`),
      back: () => done.push("back"),
      close: () => done.push("close"),
      refuse: (scope) => done.push(`refuse ${scope}`),
    },
  );
  document.body.replaceChildren(element);
  return element;
}

const textsOf = (element: ParentNode, selector: string) => [...element.querySelectorAll(selector)].map((found) => textOf(found));
/** The fold with that title. */
const foldOf = (card: HTMLElement, title: RegExp) =>
  [...card.querySelectorAll("details")].find((fold) => title.test(fold.textContent ?? ""));

const NOTHING = { onDate: [], since: [], earlier: [] };
const HEADINGS: [string, Partial<Card>, string[]][] = [
  ["facts of the day and later ones", {}, ["On 22 May 2017", "Since then"]],
  ["later facts alone", { onDate: [] }, ["Since 22 May 2017"]],
  ["no facts", NOTHING, []],
  ["no date", { dateBasis: "noDate" }, ["Known up to 22 May 2017", "Since then"]],
  ["no date, later facts alone", { dateBasis: "noDate", onDate: [] }, ["Known up to 22 May 2017", "Since then"]],
  ["neither date nor facts", { dateBasis: "noDate", ...NOTHING }, []],
  ["a page newer than the pack", { dateBasis: "newerThanPack" }, ["On 22 May 2017, as far as known", "Since then"]],
  ["a page newer than the pack, and no facts", { dateBasis: "newerThanPack", ...NOTHING }, []],
];
for (const [what, change, headings] of HEADINGS) {
  test(`${what}: each part stands under the day it speaks of, and none is empty`, () => {
    assert.deepEqual(textsOf(show(change), "h3"), headings);
  });
}

test("a fact stands with its heading, its time and who claims it, in the part of its time", () => {
  const card = show();
  const parts = [...card.querySelectorAll("section, details")].map((part) => textsOf(part, "dt, dd"));
  assert.deepEqual(parts.slice(0, 3), [
    ["Mayor", "Ada Example since 17 July 2000[1]", "Control", "the council since 17 July 2000; according to Example Agency[2]"],
    ["Event", "The bridge was opened. since 17 July 2000[1]"],
    ["Mayor", "Ben Example since 17 July 2000[1]"],
  ]);
  assert.equal(textOf(foldOf(card, /Ben Example/)!, "summary"), "Earlier (1)");
});

test("who claims a fact is said without a time, too, and a bare day is set apart from the words before it", () => {
  const claimed = fact("Control", "the council", "holds", { when: "", accordingTo: "Example Agency" });
  assert.equal(textOf(show({ onDate: [claimed] }), "dd"), "the council according to Example Agency[1]");
  const dated = fact("Founded", "as a club", "holds", { when: "1995" });
  assert.equal(textOf(show({ onDate: [dated] }), "dd"), "as a club, 1995[1]");
});

test("a heading that neighbours share stands once; a fact without one has the whole width", () => {
  const card = show({ onDate: [fact("Mayor", "A", "holds"), fact("Mayor", "B", "holds"), fact("", "C", "holds")], since: [], earlier: [] });
  assert.deepEqual(textsOf(card, "dt"), ["Mayor"]);
  assert.deepEqual(textsOf(card, "dd.wide"), ["C since 17 July 2000[1]"]);
});

test("each number in a fact leads to the citation of that number, and says so to those who don't see it", () => {
  const card = show({ onDate: [fact("Control", "the council", "holds", { citations: [1, 0, 7] })] });
  const numbers = [...card.querySelectorAll<HTMLElement>("section:first-of-type .cite")];
  const references = foldOf(card, /^Citations/)!;
  assert.deepEqual(
    numbers.map((number) => [number.textContent, number.getAttribute("aria-label")]),
    [
      ["[2]", "Citation [2]"],
      ["[1]", "Citation [1]"],
    ],
  );
  for (const [at, title] of [/^Census/, /^Example Gazette/].entries()) {
    references.open = false;
    numbers[at]!.click();
    assert.ok(references.open);
    assert.match(document.activeElement?.textContent ?? "", title);
  }
});

test("a citation names its document, who published it and when, and leads to it where it has an address of the web", () => {
  const unsafe = { title: "", url: "javascript:alert(1)", publisher: "Example Office", date: "2017-05-22" };
  const card = show({ citations: [...CARD.citations, unsafe] });
  const references = foldOf(card, /^Citations/)!;
  assert.equal(textOf(references, "summary"), "Citations (3)");
  assert.deepEqual(
    [...references.querySelectorAll("li")].map((item) => [...item.children].map((part) => textOf(part))),
    [
      ["Example Gazette", "Example Press, May 2017"],
      ["Census", "Example Office"],
      ["Example Office", "Example Office, 22 May 2017"],
    ],
  );
  const links = [...references.querySelectorAll("a")];
  assert.deepEqual(
    links.map(({ href, target, rel }) => [href, target, rel]),
    [["https://gazette.example/", "_blank", "noopener noreferrer"]],
  );
});

test("a name in a fact leads to its card; the card's own name, and one without a card, to none", () => {
  const card = show({ onDate: [fact("Twin", "Example Town", "holds", { entity: CARD.entity }), ...CARD.onDate] });
  assert.deepEqual(textsOf(card, "button.entity"), ["Ada Example"]);
  press(card, "Ada Example");
  assert.deepEqual(done, ["look up x:ada"]);
});

test("why the name was taken for this entity is told, where it is known", () => {
  const card = show({}, { reasons: ["the page also names Syria", "it stands beside “town”"] });
  const why = foldOf(card, /Why this/)!;
  assert.equal(textOf(why, "summary"), "Why this?");
  assert.deepEqual(textsOf(why, "li"), ["the page also names Syria", "it stands beside “town”"]);
  assert.equal(foldOf(show(), /Why this/), undefined);
});

test("a card without earlier facts or citations has no folds for them", () => {
  assert.deepEqual(textsOf(show({ earlier: [], citations: [] }), "summary"), []);
});

test("role and kind stand below the name, then who it is", () => {
  const card = show();
  assert.deepEqual(
    [".kind", ".kind b", ".description"].map((part) => textOf(card, part)),
    ["Seat of Example Province · city or town", "Seat of Example Province", "A town that stands for others."],
  );
  const bare = show({ role: null, description: "" });
  assert.equal(textOf(bare, ".kind"), "city or town");
  assert.equal(bare.querySelector(".description"), null);
});

test("what the card knows of days that the page doesn't give, or that the pack hasn't seen, is said", () => {
  assert.equal(show().querySelector("section .note"), null);
  assert.match(textOf(show({ dateBasis: "noDate" }), "section .note")!, /^This page gives no date/);
  assert.match(textOf(show({ dateBasis: "newerThanPack" }), "section .note")!, /known here up to 22 January 2026\./);
});

test("“Not this?” names the form and refuses it where the reader says", () => {
  const card = show({}, { refusable: { form: "Example", site: "courier.example" } });
  const fold = foldOf(card, /Not this/)!;
  assert.equal(textOf(fold, ".note"), "Don't show this card for “Example”:");
  for (const place of ["on this page", "on courier.example", "anywhere"]) press(fold, place);
  assert.deepEqual(done, ["refuse page", "refuse site", "refuse everywhere"]);
  const siteless = show({}, { refusable: { form: "Example", site: null } });
  assert.deepEqual(textsOf(foldOf(siteless, /Not this/)!, "button"), ["on this page", "anywhere"]);
});

test("what was done in the card is told as soon as it is known", () => {
  const card = show({}, { told: "It is done." });
  assert.equal(textOf(card, "[role=status]"), "It is done.");
});

test("the card is a dialog named by its title and described by its kind, in the language of its texts", () => {
  const card = show();
  const named = (attribute: string) => textOf(card, `[id="${card.getAttribute(attribute)}"]`);
  assert.deepEqual(
    [card.getAttribute("role"), named("aria-labelledby"), named("aria-describedby"), card.lang, card.dir, card.tabIndex],
    ["dialog", "Example Town", "Seat of Example Province · city or town", "en", "ltr", -1],
  );
});

test("there is a way back from a card looked up from another, and a button to close a card that stays", () => {
  const hovering = show();
  assert.equal(hovering.querySelector(".back"), null);
  assert.ok(hovering.querySelector<HTMLElement>(".close")!.hidden);
  const kept = show({}, { nested: true, pinned: true });
  assert.ok(!kept.querySelector<HTMLElement>(".close")!.hidden);
  press(kept, "‹ Back");
  press(kept, "Close");
  assert.deepEqual(done, ["back", "close"]);
});

test("whatever the pack says in a language of its own keeps its direction", () => {
  const card = show();
  const without = ["h2", ".description", "dd > span:first-child:not(.joined)", "li > :first-child"].flatMap((selector) => {
    const found = [...card.querySelectorAll<HTMLElement>(selector)];
    return found.length > 0 && found.every(({ dir }) => dir === "auto") ? [] : [selector];
  });
  assert.deepEqual(without, []);
});

test("the link to further reading says where it leads", () => {
  const card = show();
  assert.equal(textOf(card, ".more"), "Read more on example.org");
  assert.equal(card.querySelector<HTMLAnchorElement>(".more a")?.href, "https://example.org/");
  assert.equal(show({ more: null }).querySelector(".more"), null);
});
