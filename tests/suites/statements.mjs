// The card of a statement: with sources shown, resting the pointer on reported words says whose they are and how they came.
import assert from "node:assert/strict";
import { until } from "../browsers/until.mjs";

const REPORT = "/homs-evacuation.html";
const ORDER = { direct: 0, mixed: 1, indirect: 2, unsaid: 3 };

export const tests = [];
const test = (name, run, more = {}) => tests.push({ name, run, ...more });

async function openWithSources(session, tab) {
  await session.changeSettings({ sources: true });
  await tab.open(session.server.at(REPORT, "courier"));
  await tab.annotated();
}

/** Rests the pointer on the beginning of the statement whose painted words start with `words`, until its card is open. */
async function hoverStatement(tab, words) {
  const layers = await tab.highlights();
  const [layer, text] = Object.keys(ORDER)
    .flatMap((name) => layers[name].map((found) => [name, found]))
    .find(([, found]) => found.includes(words));
  const box = await tab.boxOf(text, { layer });
  const y = box.y + box.height / 2;
  return until(`the card of “${words}”`, async () => {
    await tab.page.mouse.move(box.x + 11, y);
    await tab.page.mouse.move(box.x + 12, y);
    return tab.card();
  });
}

/** In the isolated world: presses the nth button of that text in the open card. */
function pressInCard(text) {
  const rootOf = (element) => element.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
  for (const host of document.querySelectorAll("[popover=manual]")) {
    const found = [...(rootOf(host)?.querySelectorAll("button") ?? [])].find((button) => button.textContent === text);
    found?.click();
    if (found) return true;
  }
  return false;
}

for (const [words, label, kind, rest] of [
  ["Mine clearers", /police officer/, "unnamed · quoted", /Came through Sputnik/],
  ["They let us", /man of about sixty/, "unnamed · quoted", /^(?!.*Came through)/],
  ["600 Russian", /analysts/, "unnamed · paraphrased", /marks this as unconfirmed/],
  ["clerks and", /Talal Barazi/, "named · official · paraphrased", /./],
]) {
  test(`“${words}…” says whose words it is`, async ({ session, tab }) => {
    await openWithSources(session, tab);
    const card = await hoverStatement(tab, words);
    assert.match(card.label, label);
    assert.equal(card.kind, kind);
    assert.match(card.text, rest);
    const { open, source } = await tab.highlights();
    assert.ok(
      open.some((text) => text.includes(words)),
      "the whole statement is shown",
    );
    assert.ok(
      open.some((text) => source.includes(text)),
      "and the words that name its source",
    );
    await tab.leave();
    assert.deepEqual((await tab.highlights()).open, []);
  });
}

test("a statement's speaker and outlet lead to their own cards and back", async ({ session, tab }) => {
  await openWithSources(session, tab);
  await hoverStatement(tab, "Mine clearers");
  assert.ok(await tab.inIsolatedWorld(pressInCard, "Sputnik"));
  const outlet = await until("the outlet's card", async () => {
    const card = await tab.card();
    return card?.kind.includes("outlet") && card;
  });
  assert.equal(outlet.sections[0].heading, "On 22 May 2017", "it answers for the page's day");
  assert.ok(await tab.inIsolatedWorld(pressInCard, "‹ Back"));
  await until("the statement's card", async () => (await tab.card())?.kind === "unnamed · quoted");
  await tab.page.keyboard.press("Escape");
  await tab.cardGone();
});

test("a name inside a statement keeps its own card, and a click on the words keeps the statement's", async ({ session, tab }) => {
  await openWithSources(session, tab);
  assert.equal((await tab.hover("Lebanon")).label, "Lebanon");
  await tab.leave();
  const box = await tab.boxOf(
    (await tab.highlights()).direct.find((text) => text.includes("Mine clearers")),
    { layer: "direct" },
  );
  await tab.page.mouse.click(box.x + 12, box.y + box.height / 2);
  const card = await until("the card", () => tab.card());
  assert.match(card.shown, /Close/);
  await tab.page.mouse.move(2, 2);
  await tab.page.keyboard.press("Escape");
  await tab.cardGone();
});

test("while sources are hidden, reported words open nothing", async ({ session, tab }) => {
  await openWithSources(session, tab);
  const text = (await tab.highlights()).direct.find((found) => found.includes("Mine clearers"));
  const box = await tab.boxOf(text, { layer: "direct" });
  await tab.tell({ command: "toggleSources" });
  const name = await tab.boxOf("Jarablus");
  await tab.page.mouse.move(box.x + 12, box.y + box.height / 2);
  await tab.page.mouse.click(box.x + 12, box.y + box.height / 2);
  // A name's card is slower to come than the click's would have been.
  await tab.page.mouse.move(name.x + 3, name.y + name.height / 2);
  const card = await until("a name's card", async () => {
    await tab.page.mouse.move(name.x + 4, name.y + name.height / 2);
    return tab.card();
  });
  assert.equal(card.label, "Jarablus");
});

test("beliefs, plans and evidence are shown when asked for, apart from statements and named as what they are", async ({ session, tab }) => {
  await session.changeSettings({ sources: true });
  await tab.open(session.server.at("/bridge-plans.html", "courier"));
  await tab.annotated();
  const before = await tab.highlights();
  assert.deepEqual(before.unsaid, [], "only statements without being asked");
  assert.ok(before.direct.some((text) => text.includes("finished in May")));
  await session.changeSettings({ sources: true, allActs: true });
  const after = await until("what was not said", async () => {
    const layers = await tab.highlights();
    return layers.unsaid.length > 0 && layers;
  });
  for (const layer of ["direct", "mixed", "indirect"]) assert.deepEqual(after[layer], before[layer], layer);
  for (const [words, label, kind] of [
    ["noise will drive", /Residents/, "unnamed · belief"],
    ["stop the plan", /opposition/i, /organisation · plan$/],
    ["families in the town", /survey/i, /document · evidence$/],
  ]) {
    const card = await hoverStatement(tab, words);
    assert.match(card.label, label);
    assert.match(card.kind, kind instanceof RegExp ? kind : new RegExp(`^${kind}$`));
    await tab.leave();
  }
  const { sources } = await tab.tell({ command: "status" });
  assert.deepEqual(
    sources.map((line) => [line.label, line.count]),
    [["Karl Lund", 2]],
    "the list of sources counts what was said",
  );
  await session.changeSettings({ sources: true });
  await until("statements alone", async () => (await tab.highlights()).unsaid.length === 0);
});
