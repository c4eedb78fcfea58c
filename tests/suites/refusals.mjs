// Refusals: "not this" on a card, on the page, its site or anywhere, kept, listed and taken back.
import assert from "node:assert/strict";
import { until } from "../browsers/until.mjs";

const REPORT = "/homs-evacuation.html";
const NAME = "Jarablus";

export const tests = [];
const test = (name, run, more = {}) => tests.push({ name, run, ...more });

/** In the isolated world: opens the card's "Not this?" and presses the button of that place. */
function refuseIn(index) {
  const rootOf = (element) => element.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
  for (const host of document.querySelectorAll("[popover=manual]")) {
    const folds = [...(rootOf(host)?.querySelectorAll("details") ?? [])];
    const fold = folds.find((candidate) => candidate.firstChild.textContent === "Not this?");
    if (!fold) continue;
    fold.open = true;
    const words = fold.querySelector("p").textContent;
    fold.querySelectorAll("button")[index].click();
    return words;
  }
  return null;
}

const marks = async (tab) => (await tab.highlights()).mark.filter((text) => text === NAME).length;
const stored = (session) =>
  session.driver.background(
    "chrome.storage.local.get(null).then((all) => JSON.stringify(Object.keys(all).filter((key) => key.startsWith('refusal '))))",
  );

async function refuse(tab, index) {
  await tab.hover(NAME);
  assert.equal(await tab.inIsolatedWorld(refuseIn, index), `Don't show this card for “${NAME}”:`);
  await until("the mark to go", async () => (await marks(tab)) === 0);
  assert.equal(await tab.card(), null, "the card goes with its mark");
}

for (const [index, where, elsewhere] of [
  [0, "on this page", { page: true, site: true }],
  [1, "on its site", { page: false, site: true }],
  [2, "anywhere", { page: false, site: false }],
]) {
  test(`a name refused ${where} is left alone there and nowhere else, also after loading anew`, async ({ session, tab }) => {
    await tab.open(session.server.at(REPORT, "courier"));
    const before = (await tab.annotated()).names;
    const mentions = await marks(tab);
    assert.ok(mentions > 0);
    await refuse(tab, index);
    const status = await tab.status();
    assert.ok(status.names < before && status.names > 0, "the other names stay");
    assert.equal(status.refusals.length, 1);
    await tab.open(session.server.at(REPORT, "courier"));
    await tab.annotated();
    assert.equal(await marks(tab), 0);
    await tab.open(`${session.server.at(REPORT, "courier")}?other`);
    await tab.annotated();
    assert.equal(await marks(tab), elsewhere.page ? mentions : 0);
    await tab.open(session.server.at(REPORT, "herald"));
    await tab.annotated();
    assert.equal(await marks(tab), elsewhere.site ? mentions : 0);
  });
}

test("a refusal is taken back in the popup", async ({ session, tab }) => {
  await tab.open(session.server.at(REPORT, "courier"));
  await tab.annotated();
  await refuse(tab, 1);
  const popup = await session.openPopup();
  const items = () => popup.evaluate(() => [...document.querySelectorAll("#refusals li > span")].map((item) => item.textContent));
  assert.deepEqual(await items(), [`${NAME} for “${NAME}” on courier.localhost`]);
  await popup.evaluate(() => document.querySelector("#refusals button").click());
  await until("the mark to come back", async () => (await marks(tab)) > 0);
  assert.equal(await stored(session), "[]");
  await until("the list to be empty", async () => (await items()).length === 0);
});

test("the options page lists refusals, and an open page follows when one is taken back there", async ({ session, tab }) => {
  await tab.open(session.server.at(REPORT, "courier"));
  await tab.annotated();
  await refuse(tab, 2);
  const options = await session.driver.openBehind("options.html");
  await until("the list", () => options.evaluate(() => document.querySelectorAll("#refusals li").length === 1));
  await options.evaluate(() => document.querySelector("#refusals button").click());
  await until("the mark to come back", async () => (await marks(tab)) > 0);
  await until("the list to be empty", () => options.evaluate(() => !document.getElementById("no-refusals").hidden));
});
