// What the popup says of a page and lets the reader correct: its outlet, authors and date, and whether its site's pages are articles.
import assert from "node:assert/strict";
import { until } from "../browsers/until.mjs";

const REPORT = "/homs-evacuation.html";

export const tests = [];
const test = (name, run) => tests.push({ name, run });

/** In the popup: the lines about the page. */
function readAbout() {
  const shown = (id) => (document.getElementById(id).checkVisibility() ? document.getElementById(id).innerText.trim() : null);
  return { outlet: shown("outlet-name"), card: shown("outlet"), byline: shown("byline"), date: shown("date") };
}

/** In the popup: sets a control as the reader does. */
function choose([id, value]) {
  const control = document.getElementById(id);
  control.value = value;
  control.dispatchEvent(new Event("change"));
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
  const popup = await session.openPopup();
  await popup.evaluate(() => {
    document.querySelector("#change-date summary").click();
    document.getElementById("given-date").value = "2025-03-01";
    document.querySelector("#date-form button").click();
  });
  await until("the date to be taken", async () => (await popup.evaluate(readAbout)).date.startsWith("Read as of 1 March 2025"));
  await popup.close();
  await tab.page.bringToFront();
  const card = await tab.hover("Syria");
  assert.equal(card.sections[0].heading, "On 1 March 2025");
  await tab.page.keyboard.press("Escape");

  const again = await session.openPopup();
  await again.evaluate(() => document.getElementById("own-date").click());
  await until("the page's own date", async () => (await again.evaluate(readAbout)).date.startsWith("Published on 22 May 2017"));
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
