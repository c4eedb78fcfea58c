// Tests where the card stands.
import assert from "node:assert/strict";
import { test } from "node:test";
import { placeCard } from "./place-card.ts";

const WINDOW = { width: 1000, height: 800 };
const line = (left: number, top: number) => ({ left, top, right: left + 80, bottom: top + 20 });

const cases: [string, ReturnType<typeof line>, { width: number; height: number }, boolean, { left: number; top: number }][] = [
  ["below the line, flush with the mark", line(100, 100), { width: 400, height: 300 }, false, { left: 100, top: 126 }],
  ["above when below is too low", line(100, 700), { width: 400, height: 300 }, false, { left: 100, top: 394 }],
  ["pushed in from the right edge", line(900, 100), { width: 400, height: 300 }, false, { left: 592, top: 126 }],
  ["flush right in a right-to-left text", line(500, 100), { width: 400, height: 300 }, true, { left: 180, top: 126 }],
  ["pushed in from the left edge", line(10, 100), { width: 400, height: 300 }, true, { left: 8, top: 126 }],
];
for (const [name, anchor, size, rightToLeft, expected] of cases) {
  test(name, () => {
    const { left, top } = placeCard(anchor, size, WINDOW, rightToLeft);
    assert.deepEqual({ left, top }, expected);
  });
}

test("a long card is cut to the room and scrolls", () => {
  const { top, maxHeight } = placeCard(line(100, 380), { width: 400, height: 2000 }, WINDOW, false);
  assert.ok(maxHeight <= 460);
  assert.ok(top + maxHeight <= 800);
});

for (const [where, top] of [
  ["too low for it", 60],
  ["that its line has left at the bottom", 400],
  ["that its line has left at the top", -400],
] as const) {
  test(`stays inside a window ${where}`, () => {
    const placed = placeCard(line(10, top), { width: 300, height: 300 }, { width: 320, height: 150 }, false);
    assert.ok(placed.top >= 8 && placed.top + Math.min(placed.maxHeight, 300) <= 150, JSON.stringify(placed));
  });
}
