// Measures how pages are understood, on the shared news pages: dates, outlets, languages, bodies, the gate.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { measureDates } from "./page-understanding/dates.mjs";
import { measureLanguages } from "./page-understanding/languages.mjs";
import { measureOutlets } from "./page-understanding/outlets.mjs";

const root = join(import.meta.dirname, "../..");
const data = join(process.env.GLOSS_SHARED ?? join(root, "../shared"), "data/pages");
if (!existsSync(data)) {
  console.log(`SKIPPED: ${data} is absent`);
  process.exit(0);
}
const html = join(data, "html");
const files = readdirSync(html).map((file) => join(html, file));
const lines = execFileSync(join(root, "target/release/gloss"), ["page", "--jsonl", ...files], { encoding: "utf8", maxBuffer: 1 << 28 });
const results = lines.trimEnd().split("\n").map(JSON.parse);
const [, ...rows] = readFileSync(join(data, "manifest.tsv"), "utf8").trimEnd().split("\n");
const pages = rows.map((row) => row.split("\t")).map(([name, outlet, language]) => ({ name, outlet, language }));
const list = process.argv.includes("--list");

measureDates(results, data, list);
console.log();
measureOutlets(results, pages, html);
console.log();
measureLanguages(results, pages);
