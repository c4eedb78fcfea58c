// Runs the end-to-end suites in one browser: node tests/run.mjs chromium|firefox [words of a suite's or test's name…]

import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { builtFor, ROOT, startSession } from "./browsers/session.mjs";

const [kind, ...words] = process.argv.slice(2);
if (kind !== "chromium" && kind !== "firefox") {
  console.error("Usage: node tests/run.mjs chromium|firefox [filter…]");
  process.exit(2);
}
const filter = words.join(" ").toLowerCase();
if (!existsSync(`${builtFor(kind)}/manifest.json`)) {
  console.error(`There is no build in ${builtFor(kind)}. Run ./build.sh first.`);
  process.exit(2);
}
const FAILURES = `${ROOT}dist/failures/`;
// No single test comes near this; it ends a browser that has stopped answering.
const TEST_LIMIT_MS = 120_000;

/** Thrown by `skip` in a test: not run, and said so. */
class Skip extends Error {}

/**
 * Each file of suites/ exports `tests`: [{name, browsers?, own?, limit?, run(context)}]. `context` is {session, tab, skip(reason)}; a test
 * with `own` starts its sessions by itself and gets only {kind, skip}. `limit` in ms replaces the usual bound.
 */
async function load() {
  const files = (await readdir(new URL("suites/", import.meta.url))).filter((file) => file.endsWith(".mjs")).sort();
  const suites = [];
  for (const file of files) {
    const { tests } = await import(`./suites/${file}`);
    const suite = file.slice(0, -".mjs".length);
    const chosen = tests.filter(
      ({ name, browsers }) => (browsers ?? [kind]).includes(kind) && `${suite}: ${name}`.toLowerCase().includes(filter),
    );
    if (chosen.length > 0) suites.push({ suite, tests: chosen });
  }
  return suites;
}

function within(limit, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${limit / 1000} s`)), limit);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function keepScreenshot(tab, name) {
  await mkdir(FAILURES, { recursive: true });
  const file = `${FAILURES}${kind}-${name.replace(/\W+/g, "-")}.png`;
  await writeFile(file, await within(10_000, tab.page.screenshot()));
  return file;
}

const counts = { passed: 0, failed: 0, skipped: 0 };
let session;

async function runOne(suite, test) {
  const skip = (reason) => {
    throw new Skip(reason);
  };
  const started = performance.now();
  let tab;
  try {
    if (test.own) {
      await within(test.limit ?? TEST_LIMIT_MS, test.run({ kind, skip }));
    } else {
      session ??= await startSession(kind);
      await session.reset();
      tab = await session.newTab();
      await within(test.limit ?? TEST_LIMIT_MS, test.run({ kind, session, tab, skip }));
    }
    counts.passed++;
    console.log(`  ok    ${test.name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  } catch (error) {
    if (error instanceof Skip) {
      counts.skipped++;
      console.log(`  SKIP  ${test.name}: ${error.message}`);
    } else {
      counts.failed++;
      console.log(`  FAIL  ${test.name}\n${String(error.stack).replace(/^/gm, "        ").slice(0, 4000)}`);
      if (tab)
        await keepScreenshot(tab, `${suite} ${test.name}`).then(
          (file) => console.log(`        see ${file}`),
          () => {},
        );
    }
  } finally {
    // What a test leaves open would stand in the way of the next one's active tab.
    if (session && !test.own) {
      await within(10_000, session.closeTabs()).catch(async () => {
        await session.close().catch(() => {});
        session = undefined;
      });
    }
  }
}

try {
  for (const { suite, tests } of await load()) {
    console.log(`${suite} (${kind})`);
    for (const test of tests) await runOne(suite, test);
  }
} finally {
  await session?.close();
}
console.log(`${kind}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
if (counts.passed + counts.failed + counts.skipped === 0) console.error(`No test fits "${filter}".`);
process.exit(counts.failed > 0 || counts.passed + counts.skipped === 0 ? 1 : 0);
