// Tests what a page is reported to say about itself.
import "#tests/document.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { collectClues } from "./collect-clues.ts";
import { MAX_JSON_LD } from "./limits.ts";

/** The clues of a page with that head and body. */
function cluesOf(head: string, body: string) {
  document.head.innerHTML = head;
  document.body.innerHTML = body;
  return collectClues();
}

test("title, language and metadata are told as written, with the address that the page gives itself", () => {
  document.documentElement.lang = "en-GB";
  const clues = cluesOf(
    `<title> A quiet morning </title><link rel="Canonical" href="/real"><meta property="article:published_time" content="2017-05-22">
     <meta name="date" content="x"><meta itemprop="y" content="z"><meta name="empty" content=""><meta charset="utf-8">`,
    "<svg><title>Not this</title></svg>",
  );
  assert.deepEqual([clues.url, clues.title, clues.language], ["https://courier.example/report", "A quiet morning", "en-GB"]);
  assert.deepEqual(
    clues.metas.map(({ name, value }) => [name, value]),
    [
      ["canonical", "/real"],
      ["article:published_time", "2017-05-22"],
      ["date", "x"],
      ["y", "z"],
    ],
  );
});

test("headlines and whatever may hold a date are told with their place", () => {
  const { dated } = cluesOf(
    "",
    `<article class="story big"><h1>A  quiet
       morning</h1><time datetime="2017-05-22" itemprop="datePublished" class="when">Monday</time><p class="date">no number</p>
       <p id="update">22 May</p><p>2017</p></article>`,
  );
  assert.deepEqual(dated, [
    { path: "article.story.big>h1", property: "", value: "", text: "A quiet morning" },
    { path: "article.story.big>time.when.datePublished", property: "datePublished", value: "2017-05-22", text: "Monday" },
    { path: "article.story.big>p.update", property: "", value: "", text: "22 May" },
  ]);
});

test("what holds a story or a list is no date's", () => {
  const story = `<div class="date">${"In 2017 much happened. ".repeat(60)}</div>`;
  const list = `<div class="dates">${"<b>1</b>".repeat(9)}</div>`;
  assert.deepEqual(cluesOf("", story + list).dated, []);
});

test("JSON-LD is taken whole, up to a bound", () => {
  const script = (text: string) => `<script type="application/ld+json">${text}</script>`;
  assert.deepEqual(cluesOf("", script("{}") + script("[]")).jsonLd, ["{}", "[]"]);
  assert.deepEqual(cluesOf("", script("{}") + script(" ".repeat(MAX_JSON_LD)) + script("[]")).jsonLd, ["{}"]);
});
