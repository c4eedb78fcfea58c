// Tests that highlight names differ where they must and only there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { namesFrom } from "./highlight-names.ts";

test("one page load has seven names, the same each time", async () => {
  const names = await namesFrom("secret", 1700000000000.1);
  assert.equal(new Set(Object.values(names)).size, 7);
  assert.deepEqual(await namesFrom("secret", 1700000000000.1), names);
  for (const name of Object.values(names)) assert.match(name, /^[a-z][a-z0-9]+$/);
});

test("another page load or another installation has others", async () => {
  const names = Object.values(await namesFrom("secret", 1));
  const others = [...Object.values(await namesFrom("secret", 2)), ...Object.values(await namesFrom("other", 1))];
  assert.ok(!names.some((name) => others.includes(name)));
});
