// Tests which mark or statement a step leads to.
import "#tests/document.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Mark, Report } from "./annotations.ts";
import type { Block } from "./collect-blocks.ts";
import { stepFrom } from "./step-marks.ts";

const BLOCKS = [{}, {}] as Block[];
globalThis.innerHeight = 500;

/** Something drawn that far below the window's upper edge; not drawn without a `top`. */
const range = (top?: number) => ({ getClientRects: () => (top === undefined ? [] : [{ top, width: 9, height: 9 }]) }) as unknown as Range;
const mark = (block: number, start: number, top?: number) => ({ block: BLOCKS[block], start, range: range(top), card: {} }) as Mark;
const report = (block: number, start: number, top?: number) =>
  ({ places: [{ block: BLOCKS[block], start, end: start + 1 }], content: [range(top)] }) as Report;

const above = mark(0, 0, -300);
const said = report(0, 20, 100);
const name = mark(0, 25, 110);
const hidden = mark(0, 30);
const below = mark(1, 0, 900);
/** As they come: marks before statements, in no order. */
const ALL = [below, name, hidden, above, said];

for (const [what, from, by, expected] of [
  ["the first in the window or below it", null, 1, said],
  ["backwards, the last above its lower edge", null, -1, name],
  ["the next in reading order, a statement before the names in it", said, 1, name],
  ["past what isn't drawn", name, 1, below],
  ["round at the end", below, 1, above],
  ["round at the beginning", above, -1, below],
  ["the one before", name, -1, said],
  ["from one that has gone, as from none", hidden, 1, said],
] as const) {
  test(`a step leads to ${what}`, () => assert.equal(stepFrom(BLOCKS, ALL, from, by), expected));
}

test("where all stands above the window a step leads to the first, and where all stands below it backwards to the last", () => {
  assert.equal(stepFrom(BLOCKS, [above], null, 1), above);
  assert.equal(stepFrom(BLOCKS, [below], null, -1), below);
  assert.equal(stepFrom(BLOCKS, [hidden], null, 1), null);
});
