// Tests whose words a statement's card says they are, how they are given, and where its names lead.
import "#tests/document.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { press, textOf } from "#tests/document.mjs";
import type { Report } from "../annotations.ts";
import { renderStatement } from "./render-statement.ts";

const REPORT: Report = {
  content: [],
  places: [],
  source: [],
  directness: "direct",
  act: "statement",
  hedged: false,
  entity: null,
  asOf: null,
  through: null,
  line: { key: "person Ada Example", label: "Ada Example", kind: "person" },
  blocks: [],
};

let lookedUp: string[] = [];

function show(change: Partial<Report> = {}): HTMLElement {
  lookedUp = [];
  const nothing = () => {};
  const actions = { lookUp: (entity: string) => lookedUp.push(entity), back: nothing, close: nothing, refuse: nothing };
  return renderStatement({ ...REPORT, ...change }, false, actions);
}

const line = (kind: Report["line"]["kind"], label = "Ada Example") => ({ key: "", label, kind });
const KINDS: [string, Partial<Report>, string][] = [
  ["quoted", {}, "named · person · quoted"],
  ["partly quoted", { directness: "mixed" }, "named · person · partly quoted"],
  ["paraphrased", { directness: "indirect" }, "named · person · paraphrased"],
  ["an official's", { line: line("official") }, "named · official · quoted"],
  ["an organisation's", { line: line("organisation") }, "named · organisation · quoted"],
  ["an outlet's", { line: line("outlet") }, "named · news outlet · quoted"],
  ["a document's", { line: line("document") }, "named · document · quoted"],
  ["from social media", { line: line("social") }, "named · social media · quoted"],
  ["an unnamed source's", { line: line("anonymous") }, "unnamed · quoted"],
  ["nobody's", { line: line("none", "") }, "quoted"],
  ["believed, not said", { act: "belief" }, "named · person · belief"],
  ["planned, not said", { act: "plan" }, "named · person · plan"],
  ["shown, not said", { act: "evidence" }, "named · person · evidence"],
];
for (const [what, change, words] of KINDS) {
  test(`what is ${what} is named so`, () => {
    const card = show(change);
    assert.equal(textOf(card, "#kind"), words);
    assert.equal(textOf(card, "#title"), change.line?.kind === "none" ? "No source given" : "Ada Example");
  });
}

test("a source and an outlet that the pack has lead each to its own card", () => {
  const card = show({ entity: "x:ada", through: { text: "agency", label: "Example Agency", entity: "x:agency" } });
  assert.equal(textOf(card, ".description"), "Came through Example Agency");
  press(card, "Example Agency");
  press(card, "Ada Example");
  assert.deepEqual(lookedUp, ["x:agency", "x:ada"]);
});

test("those that it has not are plain text in their own direction", () => {
  const card = show({ through: { text: "agency", label: "Example Agency", entity: null } });
  assert.equal(card.querySelector(".entity"), null);
  assert.deepEqual(
    [...card.querySelectorAll<HTMLElement>("#title > *, .description > *")].map(({ dir }) => dir),
    ["auto", "auto"],
  );
});

test("what the text itself marks as unconfirmed is told as that, and nothing else is", () => {
  assert.equal(textOf(show({ hedged: true }), ".note"), "The article itself marks this as unconfirmed.");
  assert.equal(show().querySelector(".note, .description"), null);
});
