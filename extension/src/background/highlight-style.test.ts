// Tests that every highlight has a style, under its own name only, as the popup's legend shows it, and none on paper.
import assert from "node:assert/strict";
import { test } from "node:test";
import legend from "../popup/popup.css";
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

for (const layer of ["source", "direct", "mixed", "indirect", "unsaid"] as const) {
  test(`the popup's legend draws what is ${layer} as the page does`, () => {
    const drawn = style.split(`::highlight(${names[layer]}){`)[1]!.split("}")[0]!;
    const shown = new RegExp(`^\\.${layer} \\{ (.*); \\}$`, "m").exec(legend)?.[1];
    assert.equal(shown?.replace(/([:;]) /g, "$1"), drawn);
  });
}
