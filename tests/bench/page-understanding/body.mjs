// Measures which text of a page is taken for its article, against the texts of others and beside three other tools.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { readArticle } from "./readability.mjs";
import { tokenScore } from "./token-score.mjs";

// The commonest languages of the pages; those with a page or two tell little.
const LANGUAGES = 10;

function references(root, files, out) {
  const python = join(root, ".build/references/bin/python");
  if (!existsSync(python)) {
    out("trafilatura and readability-lxml are left out; to set them up:");
    out("  python3 -m venv .build/references && .build/references/bin/pip install trafilatura readability-lxml");
    return null;
  }
  const options = { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"] };
  const lines = execFileSync(python, [join(import.meta.dirname, "references.py"), ...files], options)
    .trimEnd()
    .split("\n");
  return new Map(lines.map(JSON.parse).map((line) => [basename(line.file, ".html"), line]));
}

/** What the same scorer gets on outlets it hasn't learnt from, by language: `gloss train` prints it. */
function onOtherOutlets(root, data) {
  const options = { encoding: "utf8", maxBuffer: 1 << 28 };
  const text = execFileSync(join(root, "target/release/gloss"), ["train", "page-body", data], options);
  return new Map([...text.matchAll(/^(\w+) +\d+ +([\d.]+) /gm)].map(([, language, f1]) => [language, Number(f1)]));
}

export async function measure({ pages, gold, manifest, data, root, htmlOf, out }) {
  const names = manifest.map(({ name }) => name).filter((name) => gold.has(name));
  const found = references(root, names.map(htmlOf), out);
  const tools = {
    gloss: (name) => pages.get(name).body.join("\n"),
    ...(found && {
      trafilatura: (name) => found.get(name).trafilatura,
      "readability-lxml": (name) => found.get(name)["readability-lxml"],
    }),
    "readability.js": (name) => readArticle(htmlOf(name)),
  };
  const languageOf = new Map(manifest.map(({ name, lang }) => [name, lang]));
  const scores = new Map(); // language or "all" → tool → scores
  for (const name of names) {
    for (const [tool, textOf] of Object.entries(tools)) {
      const score = tokenScore(textOf(name), gold.get(name));
      for (const group of ["all", languageOf.get(name)]) {
        const byTool = scores.get(group) ?? new Map();
        scores.set(group, byTool);
        byTool.set(tool, [...(byTool.get(tool) ?? []), score]);
      }
    }
  }
  const others = onOtherOutlets(root, data);
  const mean = (list, field) => (list.reduce((sum, score) => sum + score[field], 0) / list.length).toFixed(3);
  const groups = [...scores].sort(([, a], [, b]) => b.get("gloss").length - a.get("gloss").length).slice(0, LANGUAGES + 1);
  out("Body: mean F1 of its words (Chinese and Japanese: characters). “cross” is gloss trained on the other outlets only.");
  out(["language", "pages", "cross", ...Object.keys(tools)].map((cell) => cell.padEnd(17)).join(""));
  for (const [language, byTool] of groups) {
    const cells = [...byTool.values()].map((list) => mean(list, "f1"));
    out(
      [language, byTool.get("gloss").length, others.get(language)?.toFixed(3) ?? "–", ...cells]
        .map((cell) => String(cell).padEnd(17))
        .join(""),
    );
  }
  for (const field of ["precision", "recall"])
    out(
      [`all: ${field}`, "", "", ...[...scores.get("all").values()].map((list) => mean(list, field))]
        .map((cell) => cell.padEnd(17))
        .join(""),
    );
}
