// The article Gloss was conceived on, served as a page with its date: every name its card, every statement its source and outlet. The
// article is no part of the repository: it is read where it lies beside it, and the tables hold names only.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { readPopup } from "../browsers/session.mjs";
import { shared } from "../shared-data.mjs";

export const tests = [];
const test = (name, run, more = {}) => tests.push({ name, run, ...more });

/** Each written form with the labels of the cards its mentions may open. */
const NAMES = {
  Damascus: ["Government of Syria"],
  Homs: ["Homs"],
  "President Assad": ["Bashar al-Assad"],
  Assad: ["Bashar al-Assad"],
  Syria: ["Syria"],
  Syrian: ["Syria"],
  "Syrian Arab Army": ["Syrian Arab Army"],
  SAA: ["Syrian Arab Army"],
  "Syrian Army": ["Syrian Arab Army"],
  "Free Syrian Army": ["Free Syrian Army"],
  US: ["United States"],
  "Talal Barrazi": ["Talal Barazi"],
  "al-Ikhbariya": ["Al-Ikhbariyah Syria"],
  "al-Waer": ["al-Waer"],
  Jarablus: ["Jarablus"],
  AFP: ["Agence France-Presse"],
  "Sputnik News": ["Sputnik"],
  Russian: ["Russia"],
  Idlib: ["Idlib"],
  "al-Qaeda in Syria": ["al-Nusra Front"],
  "al-Qaeda": ["al-Nusra Front", "al-Qaida"],
  "Hayat Tahrir al-Sham": ["Hayat Tahrir al-Sham"],
  Saudi: ["Saudi Arabia"],
  Turkish: ["Turkey"],
  "Ahrar al-Sham": ["Ahrar al-Sham"],
  "Moon of Alabma": ["Moon of Alabama"],
  Lebanon: ["Lebanon"],
  Hezbollah: ["Hezbollah"],
  "Al Ridwan": ["Radwan Force"],
  "Elijah J. Magnier": ["Elijah J. Magnier"],
  Tanf: ["al-Tanf"],
  Suweida: ["As-Suwayda"],
  Jordan: ["Jordan"],
  Amman: ["Government of Jordan"],
  Jordanian: ["Jordan"],
};
/** Longer names that hold one of the above and are right, too. */
const ALSO_RIGHT = {
  "Syrian authorities": ["Government of Syria"],
  "Syrian government troops": ["Syrian Arab Army"],
  "Syrian army": ["Syrian Arab Army"],
  "Syria’s army": ["Syrian Arab Army"],
  "Syrian government": ["Government of Syria"],
  "Sharia law": ["Sharia"],
};

/** A word of each statement's content, its source, the outlet it came through, its kind. */
const STATEMENTS = [
  ["achievement", "Talal Barrazi", "al-Ikhbariya", "official"],
  ["institutions", "Talal Barrazi", null, "official"],
  ["weapons", "Talal Barrazi", null, "official"],
  ["trucks", "correspondent", "AFP", "anonymous"],
  ["sappers", "police officer", "Sputnik News", "anonymous"],
  ["soldiers will", "analysts", null, "anonymous"],
  ["bombers", "Moon of Alabma", null, null],
  ["hosting", "Elijah J. Magnier", null, "person"],
  ["deploying", "Damascus", null, "organisation"],
];

async function openArticle({ session, tab, skip }) {
  const text = await readFile(shared("seed/homs-2017-05-22.txt", skip), "utf8");
  const escaped = (line) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const lines = text.split("\n").map((line) => line.trim());
  const paragraphs = lines.filter((line) => line !== "" && !line.startsWith("Published:")).map((line) => `<p>${escaped(line)}</p>`);
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Seed article</title><link rel="icon" href="data:,">
    <meta property="article:published_time" content="2017-05-22T12:28:00Z"></head>
    <body><main><article>${paragraphs.join("\n")}</article></main></body></html>`;
  session.server.documents.set("/seed.html", { type: "text/html; charset=utf-8", body });
  await session.changeSettings({ marks: "all" });
  await tab.open(session.server.at("/seed.html"));
  return tab.annotated();
}

test(
  "every name opens its card, and nothing else has one",
  async (context) => {
    const { tab } = context;
    const status = await openArticle(context);
    assert.equal(status.page.date, "2017-05-22");
    const { mark } = await tab.highlights();
    const wrong = Object.keys(NAMES)
      .filter((text) => !mark.includes(text))
      .map((text) => `${text} is not marked`);
    const seen = new Map();
    for (const text of mark) {
      const nth = seen.get(text) ?? 0;
      seen.set(text, nth + 1);
      const right = NAMES[text] ?? ALSO_RIGHT[text];
      if (!right) {
        wrong.push(`${text} is marked`);
        continue;
      }
      const card = await tab.hover(text, { nth });
      if (!right.includes(card.label)) wrong.push(`${text} (${nth + 1}) opens ${card.label}`);
      if (card.sections.some(({ heading }) => heading.startsWith("Known up to"))) wrong.push(`the card of ${text} doesn't know the day`);
      if (!/Citations \(\d+\)/.test(card.text)) wrong.push(`the card of ${text} cites nothing`);
      await tab.leave();
    }
    assert.deepEqual(wrong, []);
  },
  { limit: 240_000 },
);

/** In the extension's isolated world: what the engine says of the page's paragraphs, each statement with its words. */
async function annotateParagraphs() {
  const paragraphs = [...document.querySelectorAll("p")].map((paragraph) => paragraph.textContent);
  const place = { path: "main>article>p", place: [0, 1, 2], hints: "", linkDensity: 0, language: "en" };
  const blocks = paragraphs.map((text) => ({ length: text.length, ...place }));
  const metas = [{ name: "article:published_time", value: "2017-05-22T12:28:00Z" }];
  const clues = { url: location.href, title: document.title, language: "en", metas, dated: [], jsonLd: [] };
  const { answer } = await chrome.runtime.sendMessage({
    request: "annotate",
    text: paragraphs.join("\n"),
    body: { clues, blocks, asked: false, givenDate: null, refusals: [], statements: true, context: null },
  });
  const words = (spans) => spans.map(({ block, start, end }) => paragraphs[block].slice(start, end)).join(" ");
  return answer.statements.map((statement) => ({
    content: words(statement.content),
    source: words(statement.source),
    who: answer.sources[statement.sourceIndex],
    outlet: statement.outlet,
    hedge: statement.hedge,
  }));
}

test("every reported statement has its source and outlet, and none is invented", async (context) => {
  const { session, tab } = context;
  await openArticle(context);
  const statements = await tab.inIsolatedWorld(annotateParagraphs);
  const wrong = [];
  for (const [word, source, outlet, kind] of STATEMENTS) {
    const statement = statements.find(({ content }) => content.includes(word));
    if (!statement) {
      wrong.push(`“…${word}…” is no statement`);
      continue;
    }
    const { who } = statement;
    if (![who.who.text, who.who.label, statement.source].some((text) => text.includes(source))) {
      wrong.push(`“…${word}…” is said to come from ${who.who.label}`);
    }
    if (kind && who.kind !== kind) wrong.push(`“…${word}…” has a source of kind ${who.kind}`);
    if (outlet ? !statement.outlet?.text.includes(outlet) : statement.outlet)
      wrong.push(`“…${word}…” came through ${statement.outlet?.text}`);
  }
  assert.equal(statements.find(({ content }) => content.includes("soldiers will"))?.hedge, true, "“reportedly” hedges");
  assert.deepEqual(wrong, [], JSON.stringify(statements, null, 1).slice(0, 3000));
  assert.equal(statements.length, STATEMENTS.length, JSON.stringify(statements.map(({ content }) => content.slice(0, 40))));

  const status = await tab.tell({ command: "toggleSources" });
  assert.equal(status.statements, STATEMENTS.length);
  const { direct, mixed, indirect } = await tab.highlights();
  const painted = [...direct, ...mixed, ...indirect].join("\n");
  assert.deepEqual(
    STATEMENTS.filter(([word]) => !painted.includes(word)),
    [],
  );
  const popup = await session.openPopup();
  const { sources } = await popup.evaluate(readPopup);
  assert.ok(sources[0].label.includes("Talal Bar") && sources[0].count === 3, JSON.stringify(sources));
});
