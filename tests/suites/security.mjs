// Every claim of SECURITY.md, tried: what a hostile page, a hostile pack and a watching network get to see or do, beside a browser without us.
import assert from "node:assert/strict";
import { startSession } from "../browsers/session.mjs";
import { until } from "../browsers/until.mjs";

const REPORT = "/homs-evacuation.html";
const IDLE = "/form.html";
/** Firefox talks to its makers on its own, whichever extension is installed. */
const MAKERS = /(^|\.)(mozilla\.(com|org|net)|firefox\.com)(:\d+)?$/;

export const tests = [];
const test = (name, run, more = {}) => tests.push({ name, run, ...more });

/** In the page: all that a script of it can ask about its own world, as text to compare. */
async function lookAround() {
  const names = new Set();
  for (let object = globalThis; object; object = Object.getPrototypeOf(object))
    for (const name of Object.getOwnPropertyNames(object)) names.add(name);
  return JSON.stringify({
    globals: [...names].sort(),
    chrome: Object.keys(globalThis.chrome ?? {}).sort(),
    document: document.documentElement.outerHTML.replace(/:\d+\//g, "/"),
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    highlights: CSS.highlights.size,
    loaded: performance
      .getEntriesByType("resource")
      .map(({ name }) => name.replace(/:\d+\//g, "/"))
      .sort(),
    changes: globalThis.changes ?? 0,
    violations: globalThis.violations ?? 0,
  });
}

/** Before the page: counts what its observers are told. */
function countChanges() {
  globalThis.changes = 0;
  globalThis.violations = 0;
  addEventListener("securitypolicyviolation", () => globalThis.violations++);
  addEventListener("DOMContentLoaded", () => {
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    new MutationObserver((records) => {
      globalThis.changes += records.length;
    }).observe(document, all);
  });
}

test(
  "an idle extension can't be told from none, and no more hosts are asked for than without it",
  async ({ kind }) => {
    const seen = [];
    for (const dir of [null, undefined]) {
      const session = await startSession(kind, dir === null ? { dir } : {});
      try {
        const page = await session.driver.newPage();
        await page.evaluateOnNewDocument(countChanges);
        await page.goto(session.server.at(IDLE), { waitUntil: "load" });
        const idle = await page.evaluate(lookAround);
        await page.goto(session.server.at(REPORT), { waitUntil: "load" });
        if (dir !== null) await until("the marks", () => page.evaluate(() => CSS.highlights.size > 0));
        const marked = JSON.parse(await page.evaluate(lookAround));
        seen.push({ idle, marked, hosts: session.wayOut.hosts, asked: session.server.asked.map(({ path }) => path) });
      } finally {
        await session.close();
      }
    }
    const [without, having] = seen;
    assert.equal(having.idle, without.idle);
    // While names are marked the registry of highlights is all that differs.
    assert.deepEqual({ ...having.marked, highlights: 0 }, { ...without.marked, highlights: 0 });
    assert.equal(without.marked.highlights, 0);
    assert.deepEqual(having.asked, without.asked);
    const more = having.hosts.filter((host) => !without.hosts.includes(host) && !MAKERS.test(host));
    assert.deepEqual(more, []);
  },
  { own: true },
);

test("a page can't reach a file of the extension by any element", async ({ session, tab }) => {
  await tab.open(session.server.at(REPORT));
  await tab.annotated();
  const reached = await tab.page.evaluate(async (base) => {
    const ways = {
      script: (address) => Object.assign(document.createElement("script"), { src: address }),
      style: (address) => Object.assign(document.createElement("link"), { rel: "stylesheet", href: address }),
      image: (address) => Object.assign(document.createElement("img"), { src: address }),
      video: (address) => Object.assign(document.createElement("video"), { src: address }),
    };
    const found = [];
    for (const file of [
      "world.names",
      "world.cards",
      "attribution.model",
      "background.js",
      "loader.js",
      "options.css",
      "icons/icon-16.png",
    ]) {
      if (
        await fetch(base + file).then(
          () => true,
          () => false,
        )
      )
        found.push(`${file} by fetch`);
      for (const [way, make] of Object.entries(ways)) {
        const element = make(base + file);
        const loaded = new Promise((done) => {
          element.onload = element.onloadeddata = () => done(true);
          element.onerror = () => done(false);
        });
        document.head.append(element);
        if (await loaded) found.push(`${file} by ${way}`);
        element.remove();
      }
    }
    return found;
  }, session.driver.base);
  assert.deepEqual(reached, []);
});

test("a page can't speak as the extension: no interface, and what it posts or makes up is heard by nobody", async ({ session, tab }) => {
  await tab.open(session.server.at(REPORT));
  const before = await tab.annotated();
  const box = await tab.boxOf("Jarablus");
  const ways = await tab.page.evaluate(
    async (id, { x, y }) => {
      const found = [];
      for (const api of [globalThis.chrome, globalThis.browser]) {
        for (const send of [() => api.runtime.sendMessage(id, { request: "settings" }), () => api.runtime.connect(id)]) {
          try {
            if (await send()) found.push(String(send));
          } catch {}
        }
      }
      for (const message of [{ request: "settings" }, { command: "toggleSources" }, { command: "step", by: 1 }]) {
        postMessage(message, "*");
        dispatchEvent(new MessageEvent("message", { data: message }));
        document.dispatchEvent(new CustomEvent("message", { detail: message }));
      }
      // A pointer of the page's own opens no card, however long it rests: half a second is several times what a card takes.
      for (let frame = 0; frame < 30; frame++) {
        for (const type of ["pointermove", "pointerover", "mousemove", "click", "pointerdown", "pointerup"]) {
          const at = { bubbles: true, composed: true, clientX: x + 3 + (frame % 2), clientY: y + 6, pointerType: "mouse" };
          document
            .elementFromPoint(x + 3, y + 6)
            .dispatchEvent(type.startsWith("pointer") ? new PointerEvent(type, at) : new MouseEvent(type, at));
        }
        await new Promise((done) => requestAnimationFrame(done));
        if (document.querySelector("[popover=manual]")) found.push("a card");
      }
      return found;
    },
    new URL(session.driver.base).host,
    box,
  );
  assert.deepEqual(ways, []);
  const after = await tab.status();
  assert.deepEqual([after.sourcesShown, after.names], [before.sourcesShown, before.names]);
  assert.equal(await tab.card(), null);
  // The same pointer in the reader's hand does.
  assert.equal((await tab.hover("Jarablus")).label, "Jarablus");
});

test("a page can't read or work the card: not by its tree, its events, its selection or its serialisation", async ({ session, tab }) => {
  await tab.open(session.server.at(REPORT));
  await tab.annotated();
  await tab.page.evaluate(() => {
    globalThis.heard = [];
    const note = (event) => globalThis.heard.push(...event.composedPath().map((node) => node.localName ?? ""));
    for (const type of ["click", "focusin", "keydown", "pointermove", "mouseover", "toggle", "scroll", "slotchange"])
      addEventListener(type, note, true);
  });
  const card = await tab.hover("Hezbollah");
  await tab.page.mouse.move(card.box.x + 30, card.box.y + 30);
  await tab.page.mouse.click(card.box.x + 30, card.box.y + 20);
  const seen = await tab.page.evaluate(() => {
    const host = document.querySelector("[popover=manual]");
    host.click();
    getSelection().selectAllChildren(host);
    const selected = String(getSelection());
    getSelection().removeAllRanges();
    return {
      root: host.shadowRoot,
      text: host.textContent + host.innerText,
      selected,
      serialised: host.getHTML?.({ serializableShadowRoots: true, shadowRoots: [] }) ?? "",
      heard: [...new Set(globalThis.heard)].filter((name) => ["h2", "section", "button", "dl", "dd", "ol", "summary"].includes(name)),
    };
  });
  assert.deepEqual(seen, { root: null, text: "", selected: "", serialised: "", heard: [] });
  assert.equal((await tab.card()).label, "Hezbollah");
});

test("links of a card lead to the web alone, in a tab that learns nothing of the page", async ({ session, tab }) => {
  await tab.open(session.server.at(REPORT));
  await tab.annotated();
  await tab.hover("Hezbollah");
  const links = await tab.inIsolatedWorld(() => {
    const host = document.querySelector("[popover=manual]");
    const root = host.openOrClosedShadowRoot ?? chrome.dom.openOrClosedShadowRoot(host);
    return [...root.querySelectorAll("a, area, form, iframe, img, [href], [src]")].map((link) => [
      link.localName,
      link.protocol,
      link.target,
      link.rel,
    ]);
  });
  assert.ok(links.length > 0);
  for (const [name, protocol, target, rel] of links) {
    assert.match(protocol, /^https?:$/);
    assert.deepEqual([name, target, rel], ["a", "_blank", "noopener noreferrer"]);
  }
});

/** A page that mounts the shipped card with an open root and draws what a hostile pack would have it draw. */
async function drawHostile(session, tab) {
  const { build } = await import("esbuild");
  const { ROOT } = await import("../browsers/session.mjs");
  const { outputFiles } = await build({
    stdin: {
      contents: `import { renderCard } from "./render-card.ts"; globalThis.renderCard = renderCard;`,
      resolveDir: `${ROOT}extension/src/page/card`,
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "iife",
  });
  session.server.documents.set("/hostile-card.html", {
    type: "text/html; charset=utf-8",
    body: `<!doctype html><title>x</title><link rel=icon href="data:,"><body>`,
  });
  await tab.open(session.server.at("/hostile-card.html"));
  await tab.page.evaluate(() => {
    globalThis.chrome = { i18n: { getMessage: (name, values) => [name, ...(values ?? [])].join(" ") }, runtime: { getURL: () => "" } };
  });
  await tab.page.evaluate(outputFiles[0].text);
}

test("a hostile pack's card is text: no markup, no script, no address but the web's, no direction beyond its own line", async ({
  session,
  tab,
}) => {
  await drawHostile(session, tab);
  const found = await tab.page.evaluate(() => {
    const evil = `<img src=x onerror="globalThis.ran = true"><script>globalThis.ran = true</script>\u202egnp.exe\u2066`;
    const addresses = [
      "javascript:globalThis.ran=true",
      " javascript:1",
      "JaVaScRiPt:1",
      "data:text/html,x",
      "file:///etc/passwd",
      "chrome://settings",
      "https:evil",
      "https:\\\\evil",
      "\u0000https://a.example/",
      "//a.example",
      "ftp://a.example/",
    ];
    const citations = addresses.map((url) => ({ title: evil, publisher: evil, date: evil, url }));
    const fact = {
      heading: evil,
      text: evil,
      when: evil,
      accordingTo: evil,
      standing: "endUnknown",
      entity: evil,
      citations: [0, 1, 99, -1],
    };
    const card = {
      entity: "x",
      label: evil,
      kind: evil,
      role: evil,
      description: evil,
      asOf: evil,
      knownTo: evil,
      dateBasis: "page",
      onDate: [fact],
      since: [fact],
      earlier: [fact],
      citations,
      more: addresses[0],
      note: evil,
      notes: [],
    };
    const element = globalThis.renderCard(
      { card, reasons: [evil], nested: true, pinned: true, refusable: true },
      { lookUp() {}, back() {}, close() {}, refuse() {}, takeBack() {} },
    );
    document.body.append(element);
    for (const button of element.querySelectorAll("button, summary")) button.click();
    const names = new Set([...element.querySelectorAll("*")].map((each) => each.localName));
    return {
      ran: globalThis.ran ?? false,
      foreign: [...names].filter((name) => ["img", "script", "iframe", "style", "form", "input", "object"].includes(name)),
      addresses: [...element.querySelectorAll("[href]")].map((link) => link.href),
      title: getComputedStyle(element.querySelector("h2")).unicodeBidi,
      shown: element.querySelector("h2").textContent === evil,
    };
  });
  assert.deepEqual(found, { ran: false, foreign: [], addresses: [], title: "isolate", shown: true });
});
