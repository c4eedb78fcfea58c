// Tests where refusals hold and how they are read back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holdsOn, keyOfRefusal, refusalOf, refusalsFrom, type Scope } from "./refusals.ts";

const PAGE = "https://news.example:8080/a?id=1#top";
const at = (scope: Scope) => refusalOf("Harris", "x:harris", "Kim Harris", scope, PAGE)!;

test("a refusal holds on its page, its site or everywhere", () => {
  for (const [url, scopes] of [
    ["https://news.example:8080/a?id=1#end", ["page", "site", "everywhere"]],
    ["https://news.example:8080/a?id=2", ["site", "everywhere"]],
    ["http://news.example/", ["site", "everywhere"]],
    ["https://www.news.example/a?id=1", ["everywhere"]],
    ["about:blank", ["everywhere"]],
  ] as const) {
    const holding = (["page", "site", "everywhere"] as const).filter((scope) => holdsOn(at(scope), url));
    assert.deepEqual(holding, scopes, url);
  }
});

test("an address without a site takes no refusal for a site, and a text is no name", () => {
  assert.equal(refusalOf("Harris", "x:harris", "Kim Harris", "site", "about:srcdoc"), null);
  assert.equal(refusalOf("a".repeat(201), "x:harris", "Kim Harris", "page", PAGE), null);
});

test("what was stored is read back, and what isn't a refusal is passed over", () => {
  const [page, site] = [at("page"), at("site")];
  const stored = {
    settings: { on: true },
    [keyOfRefusal(page)]: page,
    [keyOfRefusal(site)]: site,
    "refusal ": null,
    "refusal []": { form: "Harris" },
    "refusal other": site,
  };
  assert.deepEqual(refusalsFrom(stored), [page, site]);
});
