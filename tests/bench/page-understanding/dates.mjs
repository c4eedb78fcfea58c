// Measures the dates that `gloss page` finds against the shared pages' own, beside htmldate and trafilatura.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");
const options = { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] };

// Pages without a date in the manifest that show none when read by hand: neither in text near the headline, nor in metadata or address.
// The last three say when they were changed, and not when they were published. All others without one do show a date.
const SHOW_NONE = new Set([
  "architecturaldigest.com-1",
  "architecturaldigest.com-2",
  "engadget.com-2",
  "nationalgeographic.com-1",
  "nhk.or.jp-1",
  "usnews.com-1",
  "cnn.com-4",
  "go.com-3",
  "ndtv.com-1",
]);

/** The references' dates of the pages in `folder`, by name; null when they can't be installed. */
function references(folder, names) {
  const environment = join(root, ".build/page-dates-references");
  const python = join(environment, "bin/python");
  try {
    if (!existsSync(python)) {
      execFileSync("python3", ["-m", "venv", environment], options);
      execFileSync(python, ["-m", "pip", "install", "--quiet", "htmldate==1.11.0", "trafilatura==2.3.1", "lxml_html_clean"], options);
    }
    const files = names.map((name) => `${name}.html`);
    const lines = execFileSync(python, [join(import.meta.dirname, "dates.py"), folder, ...files], options);
    return new Map(
      lines
        .trim()
        .split("\n")
        .map((line) => [JSON.parse(line).name, JSON.parse(line)]),
    );
  } catch {
    return null;
  }
}

const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;

/**
 * Prints how many dates are right, and which aren't. `found` is what `gloss page` says by name, `pages` the rows of the manifest, `data`
 * the folder of the shared pages.
 */
export function measure({ pages: found, manifest: pages, data }) {
  const ours = new Map([...found].map(([name, page]) => [name, page.date]));
  const others = references(
    join(data, "html"),
    pages.map((page) => page.name),
  );
  const finders = [["gloss", (name) => ours.get(name)?.published ?? null]];
  for (const reference of others ? ["htmldate", "trafilatura"] : [])
    finders.push([reference, (name) => others.get(name)?.[reference] ?? null]);

  const dated = pages.filter((page) => page.published && !page.published.endsWith("~"));
  const uncertain = pages.filter((page) => page.published.endsWith("~"));
  const without = pages.filter((page) => SHOW_NONE.has(page.name));
  console.log(
    `Dates of ${dated.length} pages with a certain date, ${uncertain.length} with an uncertain one, ${without.length} that show none`,
  );
  console.log(
    `${"".padEnd(14)}${"right".padStart(9)}${"wrong".padStart(9)}${"none".padStart(9)}${"uncertain".padStart(12)}${"given, none shown".padStart(20)}`,
  );
  for (const [finder, find] of finders) {
    const right = dated.filter((page) => find(page.name) === page.published).length;
    const wrong = dated.filter((page) => find(page.name) && find(page.name) !== page.published);
    const near = uncertain.filter((page) => find(page.name)?.startsWith(page.published.slice(0, -1))).length;
    const given = without.filter((page) => find(page.name)).length;
    const figures = [right, wrong.length, dated.length - right - wrong.length].map((count) => percent(count, dated.length).padStart(9));
    console.log(`${finder.padEnd(14)}${figures.join("")}${percent(near, uncertain.length).padStart(12)}${String(given).padStart(20)}`);
  }
  if (!others) console.log("SKIPPED: htmldate and trafilatura can't be installed here");
  const sure = dated.filter((page) => ours.get(page.name)?.sure);
  const surelyRight = sure.filter((page) => ours.get(page.name).published === page.published).length;
  console.log(`Called sure: ${sure.length}, of which ${percent(surelyRight, sure.length)} are right`);
  for (const { name, published } of dated) {
    const date = ours.get(name);
    if (date?.published !== published) console.log(`  ${name}: ${published}, found ${date?.published ?? "none"} (${date?.where ?? "–"})`);
  }
}
