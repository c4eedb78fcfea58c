// What the popup says of a page and lets the reader correct: its outlet, authors and date, and whether its site's pages are articles.
import assert from "node:assert/strict";
import { until } from "../browsers/until.mjs";

const REPORT = "/homs-evacuation.html";

export const tests = [];
const test = (name, run) => tests.push({ name, run });

/** In the popup: the lines about the page. */
function readAbout() {
  const shown = (id) => (document.getElementById(id).checkVisibility() ? document.getElementById(id).innerText.trim() : null);
  return { outlet: shown("outlet-name"), card: shown("outlet"), origins: shown("origins"), byline: shown("byline"), date: shown("date") };
}

/** In the popup: sets a control as the reader does. */
function choose([id, value]) {
  const control = document.getElementById(id);
  control.value = value;
  control.dispatchEvent(new Event("change"));
}

/** In the popup: enters a day as the page's date and presses the button beside it. */
function giveDate(day) {
  document.getElementById("change-date").open = true;
  document.getElementById("given-date").value = day;
  document.querySelector("#date-form button").click();
}

function pageOf(head) {
  const sentence = "Homs lies on the road from Damascus to Hama, and the trains to Tartus leave from its old station every morning.";
  return `<!doctype html><html lang=en><meta charset=utf-8><title>Trains</title><link rel=icon href="data:,">${head}
    <article><h1>Trains</h1>${`<p>${sentence} Nobody in Syria could remember a year in which they had all been on time.</p>`.repeat(4)}</article>`;
}

test("the popup names the outlet, the authors and the date", async ({ session, tab }) => {
  await tab.open(session.server.at(REPORT));
  await tab.annotated();
  const popup = await session.openPopup();
  assert.deepEqual(await popup.evaluate(readAbout), {
    outlet: "The Example Courier",
    card: null,
    origins: null,
    byline: "By Ada Example",
    date: "Published on 22 May 2017. Cards say what held on that day and what came since.",
  });
});

test("an outlet that the pack knows has its card in the popup", async ({ session, tab }) => {
  const head = `<link rel=canonical href="https://www.aljazeera.com/news/2017/5/22/trains"><meta property="article:published_time" content="2017-05-22">`;
  session.server.documents.set("/outlet.html", { type: "text/html; charset=utf-8", body: pageOf(head) });
  await tab.open(session.server.at("/outlet.html"));
  await tab.annotated();
  const popup = await session.openPopup();
  assert.equal((await popup.evaluate(readAbout)).card, "Al Jazeera");
  await popup.evaluate(() => document.querySelector("#outlet summary").click());
  const card = await popup.evaluate(() => document.getElementById("outlet-card").shadowRoot.querySelector(".card").innerText);
  assert.match(card, /news outlet/);
  assert.match(card, /On 22 May 2017/);
});

test("a date that the reader sets is the one that cards answer for, until the page's own is asked for again", async ({ session, tab }) => {
  await tab.open(session.server.at(REPORT));
  await tab.annotated();
  const { names } = await tab.status();
  const popup = await session.openPopup();
  await popup.evaluate(giveDate, "1799-12-31");
  const refused = await popup.evaluate(() => document.getElementById("invalid-date").innerText);
  assert.match(refused, /^This is no whole date from the year 1800 on/);
  assert.equal((await tab.status()).page.date, "2017-05-22");
  await popup.evaluate(giveDate, "2025-03-01");
  await until("the date to be taken", async () => (await popup.evaluate(readAbout)).date.startsWith("Read as of 1 March 2025"));
  await popup.close();
  await tab.page.bringToFront();
  await tab.page.evaluate(() => {
    const paragraph = document.createElement("p");
    paragraph.textContent = "Published: 23 May 2017. Later in the day more buses reached Jarablus, and the road was opened again.";
    document.querySelector("article").append(paragraph);
  });
  await until("the new name", async () => (await tab.status()).names === names + 1);
  const card = await tab.hover("Syria");
  assert.equal(card.sections[0].heading, "On 1 March 2025");
  await tab.page.keyboard.press("Escape");

  const again = await session.openPopup();
  assert.match((await again.evaluate(readAbout)).date, /^Read as of 1 March 2025/, "kept while the page grows");
  await again.evaluate(() => document.getElementById("own-date").click());
  const isOwn = async () => (await again.evaluate(readAbout)).date.startsWith("Published on 22 May 2017");
  await until("the page's own date", isOwn);
  await again.evaluate(giveDate, "2025-03-01");
  await until("the date to be taken again", async () => !(await isOwn()));
  await again.evaluate(giveDate, "");
  await until("the page's own date for an emptied field", isOwn);
});

test("a site's pages can be annotated always, or only when the reader asks", async ({ session, tab }) => {
  await tab.open(session.server.at("/front-page.html"));
  assert.equal(await tab.status(), null);
  let popup = await session.openPopup();
  await popup.evaluate(choose, ["articles", "always"]);
  await until("the open page to be annotated", () => tab.status());
  await tab.open(session.server.at("/front-page.html"));
  await until("the next page to be annotated by itself", async () => (await tab.status())?.names > 0);

  await popup.evaluate(choose, ["articles", "never"]);
  const kept = () =>
    session.driver.background(`chrome.storage.local.get("settings").then(({ settings }) => Object.values(settings.articles))`);
  await until("the decision to be kept", async () => (await kept())[0] === "never");
  await popup.close();
  await tab.open(session.server.at(REPORT));
  popup = await session.openPopup();
  assert.equal(await tab.status(), null);
  assert.equal(await popup.evaluate(() => document.getElementById("articles").value), "never");
  await popup.evaluate(() => document.querySelector("#notice button").click());
  await until("the page to be annotated when asked", async () => (await tab.status())?.names > 0);
  await popup.evaluate(choose, ["articles", ""]);
});

test("an outlet whose text the page carries is named beside the page's own", async ({ session, tab }) => {
  const head = `<meta property="article:published_time" content="2017-05-22">`;
  const body = pageOf(head).replace("<p>Homs", "<p>MOSCOW, May 22 (Reuters) - Homs");
  session.server.documents.set("/wire.html", { type: "text/html; charset=utf-8", body });
  await tab.open(session.server.at("/wire.html"));
  await tab.annotated();
  const popup = await session.openPopup();
  assert.equal((await popup.evaluate(readAbout)).origins, "Text from Reuters, as the page says");
});

test("cards in a live blog answer for the day of their entry, and so do those of an entry that comes in later", async ({
  session,
  tab,
}) => {
  await tab.open(session.server.at("/live-blog.html"));
  assert.equal((await tab.annotated()).page.entries, true);
  const dayOf = async (nth) => {
    const card = await tab.hover("Syria", { nth });
    await tab.leave();
    return card.sections[0].heading;
  };
  // The first mark is the headline's, of the page's own day.
  assert.deepEqual([await dayOf(0), await dayOf(1), await dayOf(2)], ["On 6 December 2024", "On 10 December 2024", "On 6 December 2024"]);
  const before = (await tab.highlights()).mark;
  await tab.page.evaluate(() => {
    const entry = document.querySelector(".entry").cloneNode(true);
    entry.querySelector("time").dateTime = "2024-12-12T09:00:00+03:00";
    entry.querySelector("h2").textContent = "One week later";
    document.getElementById("entries").prepend(entry);
  });
  await until("the new entry's names to be marked", async () => (await tab.highlights()).mark.length > before.length);
  assert.deepEqual([await dayOf(1), await dayOf(2), await dayOf(3)], ["On 12 December 2024", "On 10 December 2024", "On 6 December 2024"]);
});

test("statements and names are found in each of the languages of one page", async ({ session, tab }) => {
  await tab.open(session.server.at("/three-languages.html"));
  const status = await tab.annotated();
  assert.equal(status.page.language, "en");
  assert.equal(status.statements, 2);
  const marks = (await tab.highlights()).mark;
  for (const name of ["Homs", "سوريا"]) assert.ok(marks.includes(name), `${name} of ${marks}`);
});

test("text that nobody sees gets no mark and gives no date", async ({ session, tab }) => {
  const names = "Damascus Hama Tartus Syria Aleppo Latakia ".repeat(50);
  const hidden = ["hidden", 'style="display:none"', 'style="visibility:hidden"', 'style="content-visibility:hidden"']
    .map((way) => `<div ${way}><p>${names}</p><p>Published: 1 January 2001</p></div>`)
    .join("");
  const body = pageOf(`<meta property="article:published_time" content="2017-05-22">`).replace("</article>", `${hidden}</article>`);
  session.server.documents.set("/stuffed.html", { type: "text/html; charset=utf-8", body });
  await session.changeSettings({ marks: "all" });
  await tab.open(session.server.at("/stuffed.html"));
  const status = await tab.annotated();
  assert.equal(status.page.date, "2017-05-22");
  const marks = (await tab.highlights()).mark;
  assert.ok(marks.includes("Damascus") && !marks.includes("Aleppo") && !marks.includes("Latakia"), marks.join());
});

// Each with the date that is still right, or none.
const BROKEN = [
  ["a year that has not come", `<meta property="article:published_time" content="3017-05-22">`, null],
  ["a day that never was", `<meta name="date" content="0000-00-00"><meta itemprop="datePublished" content="0000-00-00">`, null],
  [
    "JSON-LD that ends in the middle",
    `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2017-05-22","a</script>`,
    "2017-05-22",
  ],
  ["JSON-LD that is none", `<script type="application/ld+json">{{{[[["@type" NewsArticle</script>`, null],
  [
    "dates that contradict each other",
    `<meta property="article:published_time" content="2017-05-22"><meta name="datePublished" content="2016-01-02">`,
    null,
  ],
  [
    "a megabyte of metadata",
    `${`<meta name="keywords" content="${"Damascus ".repeat(200)}">`.repeat(550)}<meta property="article:published_time" content="2017-05-22">`,
    null,
  ],
];

test("metadata that is broken gives no wrong date, and the page is annotated all the same", async ({ session, tab }) => {
  for (const [index, [what, head, date]] of BROKEN.entries()) {
    const path = `/broken-${index}.html`;
    session.server.documents.set(path, { type: "text/html; charset=utf-8", body: pageOf(head) });
    await tab.open(session.server.at(path));
    const status = await tab.annotated();
    assert.equal(status.failure, null, what);
    assert.equal(status.page.date, date, what);
    assert.ok(status.names > 0, what);
  }
});

test("an article of one word is left alone, and does no harm when it is asked for", async ({ session, tab }) => {
  session.server.documents.set("/one-word.html", {
    type: "text/html; charset=utf-8",
    body: "<!doctype html><html lang=en><meta charset=utf-8><title>Homs</title><article><p>Homs</p></article>",
  });
  await tab.open(session.server.at("/one-word.html"));
  assert.equal(await tab.status(), null);
  const popup = await session.openPopup();
  await popup.evaluate(() => document.querySelector("#notice button").click());
  assert.equal((await until("the page to be read", () => tab.status())).page.article, false);
});

test("a page that changes its title and address keeps its story's date until another story is there, but not the reader's", async ({
  session,
  tab,
}) => {
  await tab.open(session.server.at(REPORT));
  await tab.annotated();
  assert.equal((await tab.tell({ command: "setDate", date: "2025-03-01" })).page.date, "2025-03-01");
  await tab.page.evaluate(() => {
    globalThis.before = [...CSS.highlights.values()];
    document.title = "(1) Breaking: something else on 1 January 2001";
    history.replaceState(null, "", "?from=2001/01/01/other");
  });
  await until("the page to be read under its new address", () =>
    tab.page.evaluate(() => CSS.highlights.size > 0 && [...CSS.highlights.values()].every((each) => !globalThis.before.includes(each))),
  );
  const { page } = await tab.status();
  assert.deepEqual([page.date, page.article], ["2017-05-22", true]);
});

test("the sites about which the reader has decided are listed in the options and can be taken back", async ({ session }) => {
  await session.changeSettings({ articles: { "a.example": "always", "b.example": "never" } });
  const options = await session.driver.openBehind("options.html");
  const listed = () => options.evaluate(() => [...document.querySelectorAll("#decided li")].map((item) => item.firstChild.textContent));
  await until("both to be listed", async () => (await listed()).length === 2);
  assert.deepEqual(await listed(), ["a.example: always annotate", "b.example: only when I ask"]);
  await options.evaluate(() => document.querySelector("#decided button").click());
  await until("the first to be gone", async () => (await listed()).length === 1);
  assert.deepEqual(await listed(), ["b.example: only when I ask"]);
});
