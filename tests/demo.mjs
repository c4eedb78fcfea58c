// Shows Gloss at work: opens an example report in Chromium, prints the names and sources found, and leaves screenshots in dist/demo/.
// With a display the window stays open until it is closed; without one everything happens unseen. node tests/demo.mjs [chromium|firefox]
import { mkdir } from "node:fs/promises";
import { relative } from "node:path";
import { ROOT, startSession } from "./browsers/session.mjs";

const REPORT = "/homs-evacuation.html";
/** The name whose card is photographed: an armed group whose standing changed several times. */
const SHOWN = "Hayat Tahrir al-Sham";
const FOLDER = `${ROOT}dist/demo`;

const kind = process.argv[2] === "firefox" ? "firefox" : "chromium";
const hasDisplay = process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

async function screenshot(page, name, options = {}) {
  const path = `${FOLDER}/${kind === "firefox" ? "firefox-" : ""}${name}.png`;
  await page.screenshot({ path, ...options });
  return relative(process.cwd(), path);
}

/** Hovers every marked name and prints what its card says. */
async function printNames(tab) {
  const { mark } = await tab.highlights();
  console.log(`\n${mark.length} names`);
  for (const text of mark) {
    const { label, kind } = await tab.hover(text);
    console.log(`  ${text.padEnd(24)} ${label} – ${kind}`);
    await tab.leave();
  }
}

/** Prints each source with its words where it speaks first (jumping there, as the popup does), then the words reported. */
async function printSources(tab) {
  const { statements, sources } = await tab.tell({ command: "toggleSources" });
  console.log(`\n${statements} reported statements, by source`);
  for (const { key, label, kind, count, through } of sources) {
    await tab.tell({ command: "jump", source: key });
    const { open } = await tab.highlights();
    const via = through.length > 0 ? `, through ${through.join(", ")}` : "";
    console.log(`  ${String(count).padStart(2)}  ${label || "nobody named"} (${kind}${via}): ${open.join(" … ")}`);
  }
  const { direct, mixed, indirect } = await tab.highlights();
  for (const [heading, texts] of Object.entries({ Quoted: direct, "Partly quoted": mixed, Paraphrased: indirect })) {
    if (texts.length > 0) console.log(`\n${heading}`);
    for (const text of texts) console.log(`  ${text}`);
  }
}

const session = await startSession(kind, { headed: hasDisplay });
try {
  await mkdir(FOLDER, { recursive: true });
  const tab = await session.newTab();
  await tab.open(session.server.at(REPORT));
  const { page, failure } = await tab.annotated();
  if (failure) throw new Error(failure.message);
  console.log(`${await tab.page.title()}, ${page.date ?? "without a date"}`);
  await printNames(tab);
  const shots = [await screenshot(tab.page, "names", { fullPage: !hasDisplay })];
  await tab.hover(SHOWN);
  shots.push(await screenshot(tab.page, "card"));
  await tab.leave();
  await printSources(tab);
  await tab.page.evaluate(() => scrollTo(0, 0));
  shots.push(await screenshot(tab.page, "sources", { fullPage: !hasDisplay }));
  const popup = await session.openPopup();
  await popup.setViewport({ width: 380, height: 600 });
  await popup.bringToFront();
  shots.push(await screenshot(popup, "popup"));
  await popup.close();
  console.log(`\nScreenshots: ${shots.join(", ")}`);
  if (hasDisplay && process.stdin.isTTY) {
    console.log("Close the window to end.");
    await new Promise((closed) => session.driver.browser.once("disconnected", closed));
  }
} finally {
  await session.close();
}
