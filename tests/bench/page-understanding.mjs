// Measures how well pages are understood, against the shared real pages and beside other tools: node tests/bench/page-understanding.mjs [part…]
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

const root = join(import.meta.dirname, "../..");
const data = join(process.env.GLOSS_SHARED ?? join(root, "../shared"), "data/pages");
if (!existsSync(data)) {
  console.log(`SKIPPED: ${data} is absent`);
  process.exit(0);
}
const parts = join(import.meta.dirname, "page-understanding");
const known = ["dates", "body", "gate", "outlet", "language", "time"].filter((part) => existsSync(join(parts, `${part}.mjs`)));
const chosen = process.argv.length > 2 ? process.argv.slice(2) : known;

const [head, ...lines] = readFileSync(join(data, "manifest.tsv"), "utf8").trimEnd().split("\n");
const columns = head.split("\t");
const manifest = lines.map((line) => Object.fromEntries(line.split("\t").map((value, index) => [columns[index], value])));
const htmlOf = (name) => join(data, "html", `${name}.html`);
const gold = new Map();
for (const { name } of manifest) {
  const file = join(data, "gold", `${name}.txt`);
  if (existsSync(file)) gold.set(name, readFileSync(file, "utf8"));
}

/** What `gloss page` understands of files, by name. */
function understand(files) {
  const options = { encoding: "utf8", maxBuffer: 1 << 30 };
  const text = execFileSync(join(root, "target/release/gloss"), ["page", "--jsonl", ...files], options);
  const understood = text.trimEnd().split("\n").map(JSON.parse);
  return new Map(understood.map((page) => [basename(page.file, ".html"), page]));
}

const pages = understand(manifest.map(({ name }) => htmlOf(name)));
for (const part of chosen) {
  if (!known.includes(part)) {
    console.error(`There is no part called ${part}. There are: ${known.join(" ")}`);
    process.exit(1);
  }
  const { measure } = await import(join(parts, `${part}.mjs`));
  await measure({ pages, gold, manifest, data, root, htmlOf, understand, out: (line) => console.log(line) });
  console.log();
}
