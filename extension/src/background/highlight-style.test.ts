// Tests that every highlight has a style, under its own name only, and none on paper.
import assert from "node:assert/strict";
import { test } from "node:test";
import { highlightStyle } from "./highlight-style.ts";

const names = { mark: "a1", open: "b2", direct: "c3", mixed: "d4", indirect: "e5", source: "f6", unsaid: "u" };
const style = highlightStyle(names);

test("each highlight is drawn, with and without forced colours", () => {
  for (const name of Object.values(names)) assert.equal(style.split(`::highlight(${name})`).length - 1, 2, name);
  assert.equal(style.split("::highlight(").length - 1, 14);
});

test("nothing is drawn outside the screen", () => {
  for (const rule of style.matchAll(/@media ([^{]+)\{/g)) assert.match(rule[1]!, /^screen and /);
});

test("the three kinds of directness differ in their lines", () => {
  const lines = [names.direct, names.mixed, names.indirect].map(
    (name) => new RegExp(`::highlight\\(${name}\\)\\{[^}]*?(solid|dashed|dotted)?(?: 1\\.5px[^}]*)?\\}`).exec(style)?.[1],
  );
  assert.deepEqual(lines, ["solid", "dashed", undefined]);
});
