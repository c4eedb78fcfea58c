// Re-checks the marks of pages that were judged one by one: what was right stays marked, what was wrong doesn't come back.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { goldTexts } from "./density.mjs";
import { annotate, ask, inContext, overlaps, row, share } from "./texts.mjs";

/** The judged marks as {page, start, end, entity, verdict, origin}. */
function verdicts() {
  const lines = readFileSync(join(import.meta.dirname, "verdicts.tsv"), "utf8")
    .trimEnd()
    .split("\n");
  return lines
    .filter((line) => !line.startsWith("#"))
    .map((line) => {
      const [page, start, end, entity, verdict, origin] = line.split("\t");
      return { page, start: Number(start), end: Number(end), entity, verdict, origin };
    });
}

/** The bodies of the pages of these names, as texts of their languages and days. */
function bodies(data, root, names) {
  const [, ...lines] = readFileSync(join(data, "pages/manifest.tsv"), "utf8").trimEnd().split("\n");
  const about = new Map(lines.map((line) => line.split("\t")).map(([name, , lang, published]) => [name, { lang, dltime: published }]));
  const files = names.map((name) => join(data, "pages/html", `${name}.html`));
  const read = ask(root, ["page", "--jsonl", ...files], []);
  return read.map(({ body }, index) => ({ name: names[index], ...about.get(names[index]), text: body.join("\n\n") }));
}

export function measure({ data, root, errors, out }) {
  const pages = goldTexts(data);
  const known = new Set(pages.map(({ name }) => name));
  const without = [...new Set(verdicts().map(({ page }) => page))].filter((page) => !known.has(page));
  pages.push(...bodies(data, root, without));
  const marks = annotate(root, pages);
  const index = new Map(pages.map(({ name }, at) => [name, at]));
  out("Marks on pages judged one by one, now");
  out(row("", ["judged", "as it was", "silent", "another", "precision"]));
  for (const origin of ["drawn", "again", "anew", "later", "seen"]) {
    const judged = verdicts().filter((verdict) => verdict.origin === origin);
    for (const verdict of judged) {
      const met = marks[index.get(verdict.page)].filter((mark) => overlaps(mark, verdict));
      verdict.now = met.length === 0 ? "silent" : met.some(({ entity }) => entity === verdict.entity) ? "as it was" : "another";
      verdict.met = met;
    }
    const now = (state, verdict) => judged.filter((each) => each.now === state && (!verdict || each.verdict === verdict)).length;
    // Another entity where the judged one was wrong isn't judged; where it was right it is wrong.
    const right = now("as it was", "right");
    const wrong = now("as it was", "wrong") + now("another", "right");
    out(
      row(origin, [judged.length, now("as it was"), now("silent"), now("another"), origin === "seen" ? "-" : share(right, right + wrong)]),
    );
    if (!errors) continue;
    for (const verdict of judged.filter((each) => (each.now === "as it was") !== (each.verdict === "right"))) {
      const text = pages[index.get(verdict.page)].text;
      out(
        `  ${verdict.verdict}, now ${verdict.now}: ${verdict.page} ${inContext(text, verdict, 30)} ${verdict.entity} → ${verdict.met.map(({ label }) => label).join(", ")}`,
      );
    }
  }
}
