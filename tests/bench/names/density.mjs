// Measures how many marks a thousand words get, by language, on shared texts without gold entities of ours.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { annotate, readSet, row, wordsIn } from "./texts.mjs";

/** Languages of which the shared pages have gold texts, and those written without spaces, whose words can't be counted so. */
const FEWEST_PAGES = 2;
const UNSPACED = new Set(["zh", "ja", "th"]);

/** The gold texts of the shared pages as {name, text, lang, date}, in the manifest's order. */
export function goldTexts(data) {
  const [head, ...lines] = readFileSync(join(data, "pages/manifest.tsv"), "utf8").trimEnd().split("\n");
  const columns = head.split("\t");
  const texts = [];
  for (const line of lines) {
    const { name, lang, published } = Object.fromEntries(line.split("\t").map((value, index) => [columns[index], value]));
    const file = join(data, "pages/gold", `${name}.txt`);
    if (existsSync(file)) texts.push({ name, lang, date: published.slice(0, 10), dltime: published, text: readFileSync(file, "utf8") });
  }
  return texts;
}

export function measure({ data, root, out }) {
  const pages = goldTexts(data);
  const german = readSet(data, "n3-news-100-de").map((text) => ({ ...text, lang: "de" }));
  const langs = [...new Set(pages.map(({ lang }) => lang))].sort();
  out("Marks a thousand words (written without spaces: a thousand characters)");
  out(row("", ["texts", "marks", "per 1000"]));
  const print = (name, texts, lang) => {
    const marks = annotate(root, texts).flat().length;
    const length = texts.reduce((sum, { text }) => sum + (UNSPACED.has(lang) ? [...text].length : wordsIn(text)), 0);
    out(row(name, [texts.length, marks, ((1000 * marks) / length).toFixed(1)]));
  };
  for (const lang of langs) {
    const texts = pages.filter((page) => page.lang === lang);
    if (texts.length >= FEWEST_PAGES) print(`pages ${lang}`, texts, lang);
  }
  print("n3-news-100-de", german, "de");
}
