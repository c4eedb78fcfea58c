// Loads pages for a long time in Chromium, killing the background at random: every page marked, no error, nothing that grows.
import assert from "node:assert/strict";
import { startSession } from "../browsers/session.mjs";
import { until } from "../browsers/until.mjs";

const LOADS = Number(process.argv[2] ?? 300);
const PAGES = ["/homs-evacuation.html", "/kherson-return.html", "/mosul-victory.html", "/shadow-roots.html", "/dialog.html"];
/** One load in so many is disturbed by a kill of the background. */
const KILL_EVERY = 4;
/** What the heap may end above its start: code and caches that settle in the first loads are behind it by then. */
const MOST_GROWTH = 1.25;
const WARM_UP = 20;

// The same kills in every run.
let state = 42;
const random = (below) => {
  state = (state * 1103515245 + 12345) % 2 ** 31;
  return state % below;
};

const session = await startSession("chromium");
try {
  const { server, driver } = session;
  const extensionPage = await driver.openBehind("options.html");
  const tab = await session.newTab();
  const client = await tab.page.createCDPSession();
  await client.send("Performance.enable");
  const status = (address) =>
    extensionPage.evaluate(async (url) => {
      const found = (await chrome.tabs.query({})).find((other) => other.url === url);
      return found ? chrome.tabs.sendMessage(found.id, { command: "status" }, { frameId: 0 }).catch(() => null) : null;
    }, address);
  async function size() {
    await tab.page.goto(server.at("/form.html"));
    for (let round = 0; round < 3; round++) await client.send("HeapProfiler.collectGarbage");
    const { metrics } = await client.send("Performance.getMetrics");
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return { heap: of("JSHeapUsedSize"), listeners: of("JSEventListeners"), nodes: of("Nodes"), documents: of("Documents") };
  }
  const names = new Map();
  const errors = [];
  let kills = 0;
  let start;
  for (let load = 0; load < LOADS; load++) {
    if (load === WARM_UP) start = await size();
    const path = PAGES[load % PAGES.length];
    const address = `${server.at(path)}?${load}`;
    const when = random(3 * KILL_EVERY);
    const kill = async (moment) => {
      if (when !== moment) return;
      kills++;
      await driver.stopBackground({ atWork: true });
    };
    await kill(0);
    await tab.open(address);
    await kill(1);
    const read = await until(
      `load ${load}, ${path}, to be annotated`,
      async () => {
        const now = await status(address);
        return now?.page || now?.failure ? now : null;
      },
      20_000,
    );
    await kill(2);
    if (read.failure) errors.push(`load ${load}: ${read.failure.code} ${read.failure.message}`);
    if (!names.has(path)) names.set(path, read.names);
    if (names.get(path) !== read.names) errors.push(`load ${load}: ${read.names} names on ${path}, not ${names.get(path)}`);
    errors.push(...tab.errors.map((error) => `load ${load}: ${error}`));
  }
  const end = await size();
  console.log(`${LOADS} loads, ${kills} kills, ${errors.length} errors`);
  for (const what of Object.keys(end))
    console.log(`${what.padEnd(12)}${String(start[what]).padStart(12)}${String(end[what]).padStart(12)}`);
  assert.deepEqual(errors, []);
  assert.deepEqual([end.listeners, end.documents], [start.listeners, start.documents]);
  assert.ok(end.heap <= MOST_GROWTH * start.heap, "the heap has grown");
} finally {
  await session.close();
}
