// Pages that are built oddly: shadow trees, dialogs, text of the reader's own, scripts that render anew, hostile scripts, XHTML, depth.
import assert from "node:assert/strict";
import { until } from "../browsers/until.mjs";

export const tests = [];
const test = (name, run, more = {}) => tests.push({ name, run, ...more });

async function open({ session, tab }, page) {
  await session.changeSettings({ marks: "all" });
  await tab.open(session.server.at(page));
  return tab.annotated();
}
const marks = async (tab) => (await tab.highlights()).mark;

test("names in open and closed shadow trees are marked and have cards", async (context) => {
  const { tab } = context;
  await open(context, "/shadow-roots.html");
  const found = await marks(tab);
  assert.equal(found.filter((text) => text === "Jarablus").length, 2, found.join());
  assert.equal(found.filter((text) => text === "Idlib").length, 2, found.join());
  const before = await tab.serialise();
  for (const [text, nth] of [
    ["Jarablus", 1],
    ["Idlib", 1],
  ]) {
    assert.equal((await tab.hover(text, { nth })).label, text);
    await tab.leave();
  }
  assert.equal(await tab.serialise(), before);
});

test("a card of a name in a modal dialog stands inside the dialog, and Esc closes only the card", async (context) => {
  const { tab } = context;
  await open(context, "/dialog.html");
  await tab.page.click("#open");
  await until("the mark in the dialog", async () => (await marks(tab)).filter((text) => text === "Jarablus").length === 2);
  const box = await until("the mark's place", () =>
    tab.page.evaluate(() => {
      for (const highlight of CSS.highlights.values()) {
        for (const range of highlight) {
          if (String(range) === "Jarablus" && range.startContainer.parentElement.closest("dialog"))
            return range.getBoundingClientRect().toJSON();
        }
      }
      return null;
    }),
  );
  await tab.page.mouse.click(box.x + 4, box.y + box.height / 2);
  await until("the card", () => tab.card());
  assert.ok(await tab.page.evaluate(() => document.querySelector("[popover=manual]").closest("dialog") !== null));
  await tab.page.keyboard.press("Escape");
  await tab.cardGone();
  assert.equal(await tab.page.evaluate(() => document.querySelector("dialog").open), true);
});

test("what the reader writes, and code, is never marked", async (context) => {
  const { tab } = context;
  const status = await open(context, "/editable.html");
  const found = await marks(tab);
  assert.equal(found.length, status.names);
  assert.deepEqual(found.filter((text) => text === "Jarablus").length, 1, found.join());
  await tab.page.evaluate(() => {
    const paragraph = document.querySelector("article p");
    paragraph.contentEditable = "true";
  });
  await until("the paragraph that became editable to lose its marks", async () => !(await marks(tab)).includes("Jarablus"));
});

test("a page that renders another story forgets the first, and its cards close", async (context) => {
  const { tab } = context;
  await open(context, "/re-render.html");
  const card = await tab.hover("Jarablus");
  assert.equal(card.label, "Jarablus");
  await tab.page.evaluate(() => go("two"));
  await tab.cardGone();
  await until("the new story's names", async () => {
    const found = await marks(tab);
    return found.includes("Amman") && !found.includes("Jarablus");
  });
  await tab.page.evaluate(() => {
    for (let count = 0; count < 100; count++) render(count % 2 ? "two" : "one");
    go("one");
  });
  await until("the first story's names", async () => {
    const found = await marks(tab);
    return found.includes("Jarablus") && !found.includes("Jordan");
  });
  assert.deepEqual(tab.errors, []);
});

test("text added to a page is read, and only that", async (context) => {
  const { tab } = context;
  const { names } = await open(context, "/re-render.html");
  await tab.page.evaluate(() => {
    const paragraph = document.createElement("p");
    paragraph.textContent = "Later in the day more buses reached Jarablus, and the road to Hama was opened again.";
    document.querySelector("article").append(paragraph);
  });
  await until("the new names", async () => (await tab.status()).names > names);
  await tab.page.evaluate(() => document.querySelector("article").lastChild.remove());
  await until("the names as before", async () => (await tab.status()).names === names);
});

test("changed prototypes, shadowed names and the page's own highlight do no harm, and none is done to them", async (context) => {
  const { session, tab } = context;
  await session.changeSettings({ marks: "all" });
  await tab.page.goto(session.server.at("/hostile.html"));
  const status = await tab.annotated();
  assert.ok(status.names >= 6, `${status.names} names`);
  const mine = () => tab.page.evaluate(() => CSS.highlights.has("search"));
  assert.equal(await mine(), true);
  if (session.kind === "chromium") {
    // Firefox reads highlights and boxes through the page, whose methods lie here.
    assert.equal((await tab.hover("Jarablus")).label, "Jarablus");
    const card = await tab.card();
    assert.ok(card.box.width > 300, "the page's rules don't reach the card");
    await tab.leave();
  }
  await session.changeSettings({ on: false });
  await until("the extension to withdraw", async () => (await tab.status()) === null);
  assert.equal(await mine(), true, "only its own highlights are deleted");
});

test("XHTML is read like HTML, CDATA included", async (context) => {
  const { tab } = context;
  await open(context, "/article.xhtml");
  const found = await marks(tab);
  assert.ok(found.includes("Jarablus") && found.includes("Amman"), found.join());
  assert.equal((await tab.hover("Jarablus")).label, "Jarablus");
  await tab.leave();
  assert.deepEqual(tab.errors, []);
});

test("an article five thousand elements deep is read", async (context) => {
  const { session, tab } = context;
  const text = "Shops in Homs opened at their usual hour, and along the road to Jarablus drivers waited for the convoy to pass. ".repeat(6);
  const body = `<!doctype html><html lang=en><title>Deep</title><link rel=icon href="data:,"><article>${"<div>".repeat(5000)}<p>${text}</p>${"</div>".repeat(5000)}</article>`;
  session.server.documents.set("/deep.html", { type: "text/html; charset=utf-8", body });
  await open(context, "/deep.html");
  assert.ok((await marks(tab)).includes("Homs"));
  // Firefox itself complains of the depth.
  assert.deepEqual(
    tab.errors.filter((error) => !/tree is too deep/.test(error)),
    [],
  );
});

test(
  "no mark and no card is printed",
  async (context) => {
    const { tab } = context;
    await open(context, "/homs-evacuation.html");
    await tab.hover("Homs");
    const look = () =>
      tab.inIsolatedWorld(() => {
        const paragraph = [...document.querySelectorAll("p")].find((each) => each.textContent.includes("Homs"));
        const lines = [...CSS.highlights.keys()].map((name) => getComputedStyle(paragraph, `::highlight(${name})`).textDecorationLine);
        return { marked: lines.includes("underline"), card: getComputedStyle(document.querySelector("[popover=manual]")).display };
      });
    assert.deepEqual(await look(), { marked: true, card: "block" });
    await tab.page.emulateMediaType("print");
    assert.deepEqual(await look(), { marked: false, card: "none" });
  },
  // Firefox can't be told to look as if it printed.
  { browsers: ["chromium"] },
);

test("a page left and come back to is as it was", async (context) => {
  const { session, tab } = context;
  await open(context, "/homs-evacuation.html");
  const before = await marks(tab);
  await tab.page.goto(session.server.at("/form.html"));
  await tab.page.goBack();
  await until("the marks", async () => (await marks(tab)).length === before.length);
  assert.equal((await tab.hover("Jarablus")).label, "Jarablus");
});
