// A session of tests: one browser with the extension, the fixtures' server, and the proxy that nothing gets past.
import { readFileSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchChromium } from "./chromium.mjs";
import { launchFirefox } from "./firefox.mjs";
import { serve, watchWayOut } from "./serve.mjs";
import { Tab } from "./tab.mjs";
import { until } from "./until.mjs";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const PAGES = `${ROOT}tests/pages/`;
const HEADERS = JSON.parse(readFileSync(`${PAGES}headers.json`, "utf8"));

/** The built extension for that browser; GLOSS_DIST names another folder than dist/. */
export const builtFor = (kind) => `${process.env.GLOSS_DIST ?? `${ROOT}dist`}/${kind}`;

/**
 * Starts a browser ("chromium" or "firefox") with the extension in `dir` (by default the build; null: none) and a server that
 * holds tests/pages at `/` and whatever `folders` adds. `more` goes to the launch: `headed`, `profile`, `env`.
 */
export async function startSession(kind, { dir = builtFor(kind), folders = {}, port, ...more } = {}) {
  const wayOut = await watchWayOut();
  const server = await serve({
    folders: { "/": PAGES, "/dist/": builtFor(kind), "/modules/": `${ROOT}node_modules/`, ...folders },
    headersOf: (path) => HEADERS[path.slice(1)] ?? {},
    port,
  });
  const launch = kind === "firefox" ? launchFirefox : launchChromium;
  const driver = await launch({ dir, wayOut: wayOut.port, ...more });
  const kept = new Set(await driver.browser.pages());
  return {
    kind,
    driver,
    server,
    wayOut,
    async newTab() {
      return new Tab(driver, await driver.newPage());
    },
    /** Opens that address in a new private window, into which the extension must have been let; answers its tab. */
    async openPrivate(address) {
      return new Tab(driver, await driver.openPrivate(address));
    },
    /** Puts the reader's settings back to the defaults. */
    async reset() {
      await driver.background(`chrome.storage.local.clear().then(() => {})`);
    },
    /** Closes every tab that a test has opened. */
    async closeTabs() {
      for (const page of await driver.browser.pages()) if (!kept.has(page)) await page.close();
    },
    /** Changes settings as the options page does. */
    changeSettings(change) {
      const settings = { on: true, offSites: [], marks: "first", sources: false, ...change };
      return driver.background(`chrome.storage.local.set({ settings: ${JSON.stringify(settings)} }).then(() => {})`);
    },
    /** The popup about the active tab, in a tab behind it, once it has found out what to say. */
    async openPopup() {
      const popup = await driver.openBehind("popup.html");
      await until("the popup to be filled", () => popup.evaluate(isPopupFilled));
      return popup;
    },
    async close() {
      await driver.close();
      await Promise.all([server.close(), wayOut.close()]);
    },
  };
}

/** Runs `use` in a session of its own, with a copy of the build that `change(folder)` has changed; `more` is for `startSession`. */
export async function withChangedBuild(kind, change, use, more = {}) {
  const dir = await mkdtemp(join(tmpdir(), "gloss-changed-"));
  let session;
  try {
    await cp(builtFor(kind), dir, { recursive: true });
    await change(dir);
    session = await startSession(kind, { dir, ...more });
    await use(session, await session.newTab());
  } finally {
    await session?.close();
    await rm(dir, { recursive: true, force: true });
  }
}

/** Has every script of the build in `dir`, or only that of that name, run `code` first: a world that is other than usual. */
export async function prependToScripts(dir, code, only) {
  for (const file of (await readdir(dir)).filter((name) => (only ? name === only : name.endsWith(".js"))))
    await writeFile(join(dir, file), `${code};\n${await readFile(join(dir, file), "utf8")}`);
}

/** In the popup: whether it says something about the page or why it can't. */
export function isPopupFilled() {
  return !document.getElementById("notice").hidden || !document.getElementById("page").hidden;
}

/** In the popup: what it shows. */
export function readPopup() {
  const shown = (id) => (document.getElementById(id).checkVisibility() ? document.getElementById(id).innerText.trim() : null);
  return {
    notice: document.getElementById("notice").hidden ? null : document.getElementById("notice-text").textContent,
    buttons: [...document.querySelectorAll("#notice button")].map((button) => button.textContent),
    toggle: { checked: document.getElementById("sources").checked, disabled: document.getElementById("sources").disabled },
    sources: [...document.querySelectorAll("#list button")].map((button) => ({
      label: button.querySelector(".label").textContent,
      kind: button.querySelector(".kind").textContent,
      count: Number(button.querySelector(".count").textContent),
    })),
    date: shown("date"),
    names: shown("names"),
  };
}
