// Settings: off for this site, off everywhere, what is marked, sources from the start; and pages that are no article.
import assert from "node:assert/strict";
import { readPopup } from "../browsers/session.mjs";
import { until } from "../browsers/until.mjs";

const REPORT = "/homs-evacuation.html";

export const tests = [];
const test = (name, run, more = {}) => tests.push({ name, run, ...more });

const press = (popup, selector) => popup.evaluate((found) => document.querySelector(found).click(), selector);
const choose = (popup, id, value) =>
  popup.evaluate(
    (field, chosen) => {
      const select = document.getElementById(field);
      select.value = chosen;
      select.dispatchEvent(new Event("change"));
    },
    id,
    value,
  );
const marked = async (tab) => (await tab.highlights()).mark.length > 0;
const unmarked = async (tab) => !(await marked(tab));

test("switched off for a site, it takes its marks away there, stays off, and works elsewhere", async ({ session, tab }) => {
  await tab.open(session.server.at(REPORT, "courier"));
  await tab.annotated();
  const popup = await session.openPopup();
  await press(popup, "#here");
  await until("the marks to go", () => unmarked(tab));
  assert.equal(await tab.status(), null, "nothing is left at work in the page");
  await popup.close();

  await tab.open(session.server.at(REPORT, "herald"));
  await tab.annotated();
  await tab.open(session.server.at(REPORT, "courier"));
  const again = await session.openPopup();
  const shown = await again.evaluate(readPopup);
  assert.equal(shown.notice, "Gloss is off for this site. Switch it on below.");
  assert.ok(await unmarked(tab));
  await press(again, "#here");
  await until("the marks to come back without loading anew", () => marked(tab));
});

test("the options page lists sites that are switched off and switches them on", async ({ session, tab }) => {
  await session.changeSettings({ offSites: ["courier.localhost", "herald.localhost"] });
  const options = await session.driver.openBehind("options.html");
  const sites = () => options.evaluate(() => [...document.querySelectorAll("#sites li")].map((item) => item.firstChild.textContent));
  assert.deepEqual(await until("the list", async () => ((await sites()).length > 0 ? sites() : null)), [
    "courier.localhost",
    "herald.localhost",
  ]);
  await press(options, "#sites button");
  await until("one site fewer", async () => (await sites()).length === 1);
  await tab.open(session.server.at(REPORT, "courier"));
  await tab.annotated();
});

test("switched off everywhere, it takes all marks away, and brings them back", async ({ session, tab }) => {
  await tab.open(session.server.at(REPORT));
  await tab.annotated();
  const popup = await session.openPopup();
  await press(popup, "#everywhere");
  await until("the marks to go", () => unmarked(tab));
  assert.equal(
    (await until("the notice", async () => (await popup.evaluate(readPopup)).notice && popup.evaluate(readPopup))).notice,
    "Gloss is off. Switch it on below.",
  );
  await press(popup, "#everywhere");
  await until("the marks to come back", () => marked(tab));
});

test("marks the first mention in a section, every one, or only the one under the pointer, as chosen", async ({ session, tab }) => {
  await tab.open(session.server.at(REPORT));
  const status = await tab.annotated();
  const first = (await tab.highlights()).mark;
  assert.ok(first.length < status.names, `${first.length} of ${status.names}`);
  const popup = await session.openPopup();

  await choose(popup, "marks", "all");
  await until("every mention to be marked", async () => (await tab.highlights()).mark.length === status.names);
  const all = (await tab.highlights()).mark;
  assert.ok(all.filter((text) => text === "Homs").length > first.filter((text) => text === "Homs").length);
  const box = await tab.boxOf("Jarablus");

  await choose(popup, "marks", "pointer");
  await until("the marks to go", () => unmarked(tab));
  await tab.page.mouse.move(box.x + 4, box.y + box.height / 2);
  await tab.page.mouse.move(box.x + 5, box.y + box.height / 2);
  await until("the mark under the pointer", async () => (await tab.highlights()).mark.join() === "Jarablus");
  assert.equal((await until("its card", () => tab.card())).label, "Jarablus");
  await tab.leave();
  assert.ok(await unmarked(tab));

  await choose(popup, "marks", "first");
  await until("the first mentions", async () => (await tab.highlights()).mark.length === first.length);
});

test("sources can be shown from the start", async ({ session, tab }) => {
  await session.changeSettings({ sources: true });
  await tab.open(session.server.at(REPORT));
  const status = await tab.annotated();
  assert.equal(status.sourcesShown, true);
  assert.ok((await tab.highlights()).source.length > 0);
});

for (const [page, name] of [
  ["/front-page.html", "Kherson"],
  ["/form.html", null],
]) {
  test(`${page} is no article and is left alone until the reader asks`, async ({ session, tab }) => {
    await tab.open(session.server.at(page));
    const popup = await session.openPopup();
    const shown = await popup.evaluate(readPopup);
    assert.match(shown.notice, /doesn't look like a news article/);
    assert.deepEqual(shown.buttons, ["Annotate this page anyway"]);
    assert.equal(await tab.status(), null);
    assert.equal(await tab.page.evaluate(() => CSS.highlights.size), 0);
    await press(popup, "#notice button");
    await tab.annotated();
    await until("the popup to show the page", async () => (await popup.evaluate(readPopup)).notice === null);
    if (name)
      assert.ok(
        (await tab.highlights()).mark.some((text) => text.includes(name)),
        "headlines of a front page that was asked for are marked",
      );
  });
}

test("a command on a page that is no article is taken as asking", async ({ session, tab }) => {
  await tab.open(session.server.at("/front-page.html"));
  assert.equal(await tab.status(), null);
  await session.driver.command("toggle-sources");
  await until("the page to be annotated", async () => (await tab.status())?.sourcesShown);
});

test("a page without a date says so, in the popup and on its cards", async ({ session, tab }) => {
  await tab.open(session.server.at("/no-date.html"));
  const status = await tab.annotated();
  assert.equal(status.page.dateBasis, "noDate");
  const popup = await session.openPopup();
  assert.match((await popup.evaluate(readPopup)).date, /^This page gives no date\. Cards say what held on \d/);
  assert.equal(await popup.evaluate(() => document.querySelector("#change-date summary").textContent), "Give its date");
  const card = await tab.hover("Homs");
  assert.match(card.sections[0].heading, /^Known up to \d/);
  assert.match(card.text, /This page gives no date/);
});

test("a page newer than the pack says so", async ({ session, tab }) => {
  const body = `<!doctype html><html lang=en><title>Tomorrow</title><link rel=icon href="data:,"><meta property="article:published_time" content="2031-01-05"><article>
    ${"<p>Homs lies on the road from Damascus to Hama, and the trains to Tartus leave from its old station every morning and evening. Nobody in Syria could remember a year in which they had all been on time, but this one came near it, they said with a smile.</p>".repeat(3)}</article>`;
  session.server.documents.set("/newer.html", { type: "text/html; charset=utf-8", body });
  await tab.open(session.server.at("/newer.html"));
  const status = await tab.annotated();
  assert.equal(status.page.dateBasis, "newerThanPack");
  const card = await tab.hover("Homs");
  assert.equal(card.sections[0].heading, "On 5 January 2031, as far as known");
  assert.match(card.text, /All is known here up to \d/);
});
