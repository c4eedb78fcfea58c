// Measures attribution against the shared development articles: rules alone, and the model by cross-validation, beside others' figures.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const data = join(process.env.GLOSS_SHARED ?? join(root, "../shared"), "data/attribution");
if (!existsSync(data)) {
  console.log(`SKIPPED: ${data} is absent`);
  process.exit(0);
}
// The bundled model has seen these articles, so each is scored by a model that was trained on the others.
const PARTS = 5;
const gold = join(data, "polnear_dev.jsonl");
const folder = mkdtempSync(join(tmpdir(), "gloss-bench-"));
const gloss = (...args) =>
  execFileSync(join(root, "target/release/gloss"), args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  });

const ROWS = [
  ["source exact", "all", "exact source", 61.8, 64.6],
  ["cue exact", "all", "exact cue", 51.2, 62.6],
  ["content exact", "all", "exact content", 43.9, 52.3],
  ["attribution", "all", "attribution all", 55.1, 51.5],
  ["direct: content exact", "direct", "exact content", 78.8, 90.8],
  ["direct: attribution", "direct", "attribution all", 81.4, 81.7],
];

/** Figures of the statements found in a file: precision, recall, F1 by kind of attribution and by name. */
function score(found) {
  const args = [join(data, "score_attrib.py"), gold, found, "--json"];
  return JSON.parse(execFileSync("python3", args, { encoding: "utf8", maxBuffer: 1 << 28 }));
}

try {
  const rules = join(folder, "rules.jsonl");
  writeFileSync(rules, gloss("annotate", "--jsonl", "--all", "--lang", "en", "--model", "none", gold));
  const model = join(folder, "model.jsonl");
  gloss("train", "attribution", data, "--cross-validate", String(PARTS), ...process.argv.slice(2), "-o", model);
  const shown = join(folder, "shown.jsonl");
  const articles = readFileSync(model, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const held = (article) => ({ ...article, attributions: article.attributions.filter((found) => found.shown) });
  writeFileSync(shown, articles.map((article) => JSON.stringify(held(article))).join("\n"));
  const [byRules, byModel, byShown] = [rules, model, shown].map(score);
  const cells = (name, ...figures) => console.log(`${name.padEnd(24)}${figures.map((figure) => String(figure).padStart(14)).join("")}`);
  // Others' figures on the same articles: the best open tool that runs offline (for quotations a regular expression), a plain CRF.
  cells("F1", "rules alone", "cross-valid.", "open tool", "plain CRF");
  for (const [name, kind, figure, tool, crf] of ROWS) {
    const f1 = (scored) => scored[kind].figures[figure][2].toFixed(1);
    cells(name, f1(byRules), f1(byModel), tool, crf);
  }
  console.log();
  cells("shown by default", "precision", "recall");
  for (const kind of ["all", "direct"]) {
    const [precision, recall] = byShown[kind].figures["attribution all"];
    cells(kind, precision.toFixed(1), recall.toFixed(1));
  }
} finally {
  rmSync(folder, { recursive: true });
}
