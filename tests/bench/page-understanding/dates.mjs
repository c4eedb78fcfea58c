// Measures the dates that `gloss page` finds against the shared pages' own, beside htmldate and trafilatura.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

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
function references(root, folder, manifest) {
  const environment = join(root, ".build/page-dates-references");
  const python = join(environment, "bin/python");
  try {
    if (!existsSync(python)) {
      execFileSync("python3", ["-m", "venv", environment], options);
      execFileSync(python, ["-m", "pip", "install", "--quiet", "htmldate==1.11.0", "trafilatura==2.3.1", "lxml_html_clean"], options);
    }
    const files = manifest.map(({ name }) => `${name}.html`);
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

/** Prints how many dates are right, for each finder, and names the pages whose date differs from the manifest. */
export async function measure({ pages, manifest, data, root, out }) {
  const others = references(root, join(data, "html"), manifest);
  const finders = [["gloss", (name) => pages.get(name)?.date.published ?? null]];
  for (const reference of others ? ["htmldate", "trafilatura"] : [])
    finders.push([reference, (name) => others.get(name)?.[reference] ?? null]);

  const dated = manifest.filter(({ published }) => published && !published.endsWith("~"));
  const uncertain = manifest.filter(({ published }) => published.endsWith("~"));
  const without = manifest.filter(({ name }) => SHOW_NONE.has(name));
  out(`Dates of ${dated.length} pages with a certain date, ${uncertain.length} with an uncertain one, ${without.length} that show none`);
  out(
    ["", "right", "wrong", "none", "uncertain", "none shown, given"].map((head, at) => (at ? head.padStart(18) : head.padEnd(14))).join(""),
  );
  for (const [finder, find] of finders) {
    const right = dated.filter(({ name, published }) => find(name) === published).length;
    const none = dated.filter(({ name }) => !find(name)).length;
    const near = uncertain.filter(({ name, published }) => find(name)?.startsWith(published.slice(0, -1))).length;
    const given = without.filter(({ name }) => find(name)).length;
    const figures = [right, dated.length - right - none, none].map((count) => percent(count, dated.length));
    const cells = [...figures, percent(near, uncertain.length), String(given)];
    out(finder.padEnd(14) + cells.map((cell) => cell.padStart(18)).join(""));
  }
  if (!others) out("SKIPPED: htmldate and trafilatura can't be installed here");
  const sure = dated.filter(({ name }) => pages.get(name)?.date.sure);
  const surelyRight = sure.filter(({ name, published }) => pages.get(name).date.published === published).length;
  out(`Called sure: ${sure.length}, of which ${percent(surelyRight, sure.length)} are right`);
  for (const { name, published } of dated) {
    const date = pages.get(name)?.date;
    if (date?.published !== published) out(`  ${name}: ${published}, found ${date?.published ?? "none"} (${date?.where ?? "–"})`);
  }
}
