// Measures how long the page side takes to read real pages of about 97 KB, in real Chromium and in the extension's isolated world.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import esbuild from "esbuild";
import { builtFor, startSession } from "../../browsers/session.mjs";

// Bytes of HTML. A page read twenty times gives the time of one that the browser's engine has met before; the first is given apart.
const SMALLEST = 90_000;
const LARGEST = 104_000;
const TIMES = 20;

/** The build with one more script: the page side's reading alone. */
async function extensionWithReading(root) {
  const dir = join(root, ".build/bench/extension");
  rmSync(dir, { recursive: true, force: true });
  cpSync(builtFor("chromium"), dir, { recursive: true });
  await esbuild.build({
    stdin: {
      contents: `import { collectBlocks } from "./collect-blocks.ts"; import { collectClues } from "./collect-clues.ts"; import { MAX_TEXT } from "./limits.ts";
        globalThis.__readOnce = async () => {
          const started = performance.now();
          const { blocks } = await collectBlocks(null, MAX_TEXT);
          collectClues();
          return { ms: performance.now() - started, blocks: blocks.length };
        };`,
      resolveDir: join(root, "extension/src/page"),
      loader: "ts",
    },
    bundle: true,
    minify: true,
    format: "iife",
    target: "chrome128",
    outfile: join(dir, "read-once.js"),
  });
  return dir;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

export async function measure({ manifest, data, root, out }) {
  if (!process.env.CHROMIUM) {
    out("SKIPPED: CHROMIUM doesn't name a browser");
    return;
  }
  const chosen = manifest.filter(({ bytes }) => bytes >= SMALLEST && bytes <= LARGEST);
  const session = await startSession("chromium", { dir: await extensionWithReading(root), folders: { "/real/": join(data, "html/") } });
  const rows = [];
  try {
    const tab = await session.newTab();
    for (const { name, bytes } of chosen) {
      await tab.page.goto(session.server.at(`/real/${name}.html`), { waitUntil: "load" });
      await session.driver.background(
        `chrome.tabs.query({ active: true }).then(([{ id }]) => chrome.scripting.executeScript({ target: { tabId: id }, files: ["read-once.js"] })).then(() => {})`,
      );
      const read = [];
      for (let time = 0; time <= TIMES; time++) read.push(await tab.inIsolatedWorld(() => globalThis.__readOnce()));
      const again = read.slice(1).map(({ ms }) => ms);
      const [{ blocks, ms }] = read;
      rows.push({ name, bytes: Number(bytes), blocks, first: ms, again: median(again), least: Math.min(...again) });
    }
  } finally {
    await session.close();
  }
  const line = (cells) => cells.map((cell, index) => String(cell).padEnd(index === 0 ? 34 : 10)).join("");
  out(
    `Reading a page in Chromium: ms for its blocks and clues, of the ${rows.length} pages of ${SMALLEST / 1000} to ${LARGEST / 1000} KB,`,
  );
  out(`the first time and ${TIMES} times again; the least of them is the time without whatever else the machine does.`);
  out(line(["page", "KB", "blocks", "first", "median", "least"]));
  const figures = (of) => ["first", "again", "least"].map((field) => of(field).toFixed(1));
  for (const row of rows) out(line([row.name, (row.bytes / 1000).toFixed(0), row.blocks, ...figures((field) => row[field])]));
  const all = (field) => rows.map((row) => row[field]);
  out(line(["median", "", "", ...figures((field) => median(all(field)))]));
  out(line(["worst", "", "", ...figures((field) => Math.max(...all(field)))]));
}
