// Measures in Chromium what the extension costs a page, beside no extension, two empty ones and mark.js, their loads taking turns.
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchChromium } from "../browsers/chromium.mjs";
import { serve, watchWayOut } from "../browsers/serve.mjs";
import { builtFor, PAGES, ROOT } from "../browsers/session.mjs";
import { until } from "../browsers/until.mjs";
import { PARAGRAPHS } from "../pages/situations.mjs";

const LOADS = Number(process.argv[2] ?? 8);
/** From the load event to the end of a measurement, as long as a page's own late scripts take. Milliseconds. */
const SETTLE_MS = 2_500;
const IDLE_FROM_MS = 4_000;
const IDLE_FOR_MS = 4_000;
const MOVES = 200;

const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const spread = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.75) - 1] - sorted[Math.floor(sorted.length * 0.25)];
};

const FILLER =
  "The committee met twice in the week and adjourned both times without a result, because half of its members had sent word that they were ill and the other half could not agree on the order of business, which had been changed the evening before by a hand that nobody owned up to. ";
const inPage = (body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A quiet morning</title><link rel="icon" href="data:,"><meta property="article:published_time" content="2017-05-22T08:00:00Z"><article>${body}</article>`;
/** 72 paragraphs with nine names each in 222 KB. */
const LONG = inPage(
  Array.from({ length: 72 }, () => `<p>${PARAGRAPHS.join(" ")}</p><p>${FILLER.repeat(4)}</p><p>${FILLER.repeat(4)}</p>`).join("\n"),
);
const FRAMES = inPage(
  `${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}${`<iframe width="300" height="250" srcdoc="<p>${FILLER}</p><button>More</button>"></iframe>`.repeat(10)}`,
);

const MANIFEST = {
  manifest_version: 3,
  name: "bench",
  version: "1",
  permissions: ["storage"],
  background: { service_worker: "background.js" },
};
const inPages = (...js) => [
  { matches: ["http://*/*", "https://*/*"], js, run_at: "document_idle", all_frames: true, match_about_blank: true },
];

/** Writes an extension of those files and answers its folder. */
async function makeExtension(root, name, manifest, files) {
  const dir = join(root, name);
  await mkdir(dir);
  await writeFile(join(dir, "manifest.json"), JSON.stringify({ ...MANIFEST, ...manifest }));
  await writeFile(join(dir, "background.js"), files.background ?? "void chrome.storage;");
  for (const [file, text] of Object.entries(files.scripts ?? {})) await writeFile(join(dir, file), text);
  return dir;
}

async function taskMs(client) {
  const { metrics } = await client.send("Performance.getMetrics");
  return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
}

/** Main-thread milliseconds from navigation to load + 2.5 s, or between two times after it, or per move of the pointer. */
async function measure(driver, address, what) {
  const page = await driver.newPage();
  try {
    const client = await page.createCDPSession();
    await client.send("Performance.enable");
    await page.goto(address, { waitUntil: "load" });
    if (what === "idle") {
      await wait(IDLE_FROM_MS);
      const from = await taskMs(client);
      await wait(IDLE_FOR_MS);
      return ((await taskMs(client)) - from) / (IDLE_FOR_MS / 1000);
    }
    await wait(SETTLE_MS);
    if (what !== "pointer") return await taskMs(client);
    const from = await taskMs(client);
    for (let move = 0; move < MOVES; move++) await page.mouse.move(40 + ((move * 37) % 700), 60 + ((move * 13) % 600));
    return ((await taskMs(client)) - from) / MOVES;
  } finally {
    await page.close();
  }
}

/** Milliseconds from DOMContentLoaded to the first highlight; the background is stopped before, if `asleep`. */
async function msToMarks(driver, address, asleep) {
  const page = await driver.newPage();
  try {
    await page.evaluateOnNewDocument(() => {
      addEventListener("DOMContentLoaded", () => {
        const from = performance.now();
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          if (CSS.highlights.size > 0) globalThis.marked = performance.now() - from;
          else setTimeout(() => channel.port2.postMessage(0), 1);
        };
        channel.port2.postMessage(0);
      });
    });
    if (asleep) await driver.stopBackground();
    await page.goto(address, { waitUntil: "load" });
    return await until("the marks", () => page.evaluate(() => globalThis.marked));
  } finally {
    await page.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), "gloss-bench-"));
const wayOut = await watchWayOut();
const server = await serve({ folders: { "/": PAGES } });
server.documents.set("/long.html", { type: "text/html; charset=utf-8", body: LONG });
server.documents.set("/frames.html", { type: "text/html; charset=utf-8", body: FRAMES });
const names = ["Damascus", "Homs", "Jarablus", "Idlib", "Hama", "Syrian", "Beirut", "Amman", "Syria"];
const empty = { manifest: { content_scripts: inPages("empty.js") }, scripts: { "empty.js": ";" } };
// Its worker answers, its script shows that by a highlight: what waking a worker costs whoever does.
const echo = {
  manifest: { content_scripts: inPages("echo.js") },
  background: "chrome.runtime.onMessage.addListener((_, __, respond) => { respond(1); });",
  scripts: { "echo.js": `chrome.runtime.sendMessage(1).then(() => CSS.highlights.set("echo", new Highlight(new Range())));` },
};
const drivers = {};
try {
  const launch = (dir) => launchChromium({ dir, wayOut: wayOut.port });
  drivers.none = await launch(null);
  for (const name of ["empty", "null"]) drivers[name] = await launch(await makeExtension(folder, name, empty.manifest, empty));
  drivers.gloss = await launch(builtFor("chromium"));
  const marker = {
    scripts: { "run.js": `new Mark(document.body).mark(${JSON.stringify(names)}, { accuracy: "exactly", separateWordSearch: false });` },
  };
  const markJs = await makeExtension(folder, "mark", { content_scripts: inPages("mark.js", "run.js") }, marker);
  await copyFile(join(ROOT, "node_modules/mark.js/dist/mark.min.js"), join(markJs, "mark.js"));
  drivers["mark.js"] = await launch(markJs);
  drivers.echo = await launch(await makeExtension(folder, "echo", echo.manifest, echo));
  await drivers.gloss.background(`chrome.storage.local.set({ settings: { marks: "all" } })`);

  const rows = [
    ["8 KB article", "/homs-evacuation.html", "load", "ms", 15],
    ["no article", "/form.html", "load", "ms", null],
    ["10 frames", "/frames.html", "load", "ms", null],
    ["222 KB article, 648 names", "/long.html", "load", "ms", 45],
    ["idle after 4 s", "/homs-evacuation.html", "idle", "ms/s", 0.1],
    ["pointer over 648 marks", "/long.html", "pointer", "ms/move", 0.3],
  ];
  const compared = ["none", "empty", "null", "gloss", "mark.js"];
  // What takes long to measure is measured beside no extension and an empty one.
  const few = ["none", "null", "gloss"];
  console.log(`medians of ${LOADS} loads, main-thread time in Chromium; “extra” is over none, ± the null's own spread`);
  console.log(["", ...compared, "gloss extra", "±", "aim"].map((text, index) => (index ? text.padStart(12) : text.padEnd(28))).join(""));
  for (const [title, path, what, unit, aim] of rows) {
    const found = Object.fromEntries(compared.map((name) => [name, []]));
    for (let load = 0; load < LOADS; load++)
      for (const name of what === "load" ? compared : few) found[name].push(await measure(drivers[name], server.at(path), what));
    const figures = compared.map((name) => (found[name].length > 0 ? median(found[name]).toFixed(2) : "–"));
    const extra = `${(median(found.gloss) - median(found.none)).toFixed(2)} ${unit}`;
    const cells = [...figures, extra, spread(found.null).toFixed(2), aim === null ? "empty + 2–5" : `≤ ${aim}`];
    console.log([title.padEnd(28), ...cells.map((text) => text.padStart(12))].join(""));
  }
  const times = { asleep: [], awake: [], "an empty worker’s wake-up": [] };
  for (let load = 0; load < LOADS; load++) {
    times.asleep.push(await msToMarks(drivers.gloss, server.at("/homs-evacuation.html"), true));
    times.awake.push(await msToMarks(drivers.gloss, server.at("/homs-evacuation.html"), false));
    times["an empty worker’s wake-up"].push(await msToMarks(drivers.echo, server.at("/homs-evacuation.html"), true));
  }
  for (const [name, values] of Object.entries(times))
    console.log(`to marks, ${name}: ${median(values).toFixed(0)} ms (± ${spread(values).toFixed(0)})`);
} finally {
  for (const driver of Object.values(drivers)) await driver.close();
  await Promise.all([server.close(), wayOut.close(), rm(folder, { recursive: true, force: true })]);
}
