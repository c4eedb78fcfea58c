// Tests how settings are read and which sites they switch off.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isOnFor, isWhole, settingsFrom, siteOf } from "./settings.ts";

test("what is missing or of the wrong form becomes the default", () => {
  const defaults = { on: true, offSites: [], articles: {}, marks: "first", sources: false, allActs: false };
  for (const stored of [undefined, null, 7, {}, { on: "yes", offSites: "all", articles: [1], marks: "some", sources: 1, allActs: "yes" }]) {
    assert.deepEqual(settingsFrom(stored), defaults);
  }
  const articles = { "a.example": "always", "b.example": "never", "c.example": "maybe" };
  assert.deepEqual(settingsFrom({ on: false, offSites: ["a.example", 3], articles, marks: "pointer", sources: true, allActs: true }), {
    on: false,
    offSites: ["a.example"],
    articles: { "a.example": "always", "b.example": "never" },
    marks: "pointer",
    sources: true,
    allActs: true,
  });
});

test("a record is damaged when a part of it would be passed over", () => {
  const whole = { on: false, offSites: ["a.example"], articles: { "a.example": "always" }, marks: "all", sources: true, allActs: true };
  for (const stored of [undefined, {}, whole, { on: false }, { ...whole, ofALaterVersion: 1 }]) assert.equal(isWhole(stored), true);
  for (const stored of [
    null,
    "text",
    { ...whole, on: 1 },
    { ...whole, offSites: ["a.example", null] },
    { articles: { a: "?" } },
    { marks: "" },
  ]) {
    assert.equal(isWhole(stored), false, JSON.stringify(stored));
  }
});

test("a frame is off when its own site or that of the page around it is", () => {
  const settings = settingsFrom({ offSites: ["a.example"] });
  assert.equal(isOnFor(settings, ["b.example"]), true);
  assert.equal(isOnFor(settings, ["b.example", "a.example"]), false);
  assert.equal(isOnFor({ ...settings, on: false }, ["b.example"]), false);
});

test("sites are host names", () => {
  assert.equal(siteOf("https://news.example:8080/a?b#c"), "news.example");
  for (const url of [undefined, "", "about:srcdoc", "no address"]) assert.equal(siteOf(url), null);
});
