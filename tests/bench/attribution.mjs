// Measures attribution against the shared development articles, beside the figures of the best open tool and of a plain CRF.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const data = join(process.env.GLOSS_SHARED ?? join(root, "../shared"), "data/attribution");
if (!existsSync(data)) {
  console.log(`SKIPPED: ${data} is absent`);
  process.exit(0);
}
const gold = join(data, "polnear_dev.jsonl");
const folder = mkdtempSync(join(tmpdir(), "gloss-bench-"));
const options = { encoding: "utf8", maxBuffer: 1 << 28 };
try {
  const found = join(folder, "found.jsonl");
  writeFileSync(found, execFileSync(join(root, "target/release/gloss"), ["annotate", "--jsonl", gold], options));
  const score = (...args) => execFileSync("python3", [join(data, "score_attrib.py"), gold, found, ...args], options);
  const row = (text, name) => text.match(new RegExp(`^${name} .*`, "m"))?.[0].match(/[\d.]+ \/ +[\d.]+ \/ +[\d.]+/g) ?? [];
  const f1 = (cell) => cell?.split("/").at(-1).trim() ?? "–";
  const [all, direct] = [score(), score("--kind", "direct")].map((text, index) => text.split(/^== /m)[index + 1] ?? text);
  // Others' figures on the same articles: Citron retrained, or a regular expression for quotations; a linear-chain CRF.
  const lines = [
    ["source exact", f1(row(all, "exact")[0]), "61.8", "64.6"],
    ["cue exact", f1(row(all, "exact")[1]), "51.2", "62.6"],
    ["content exact", f1(row(all, "exact")[2]), "43.9", "52.3"],
    ["attribution", f1(row(all, "attribution")[0]), "55.1", "51.5"],
    ["direct: content exact", f1(row(direct, "exact")[2]), "78.8", "90.8"],
    ["direct: attribution", f1(row(direct, "attribution")[0]), "81.4", "81.7"],
  ];
  console.log(`${"F1, rules alone".padEnd(24)}${"here".padStart(8)}${"open tool".padStart(12)}${"plain CRF".padStart(12)}`);
  for (const [name, ...figures] of lines)
    console.log(`${name.padEnd(24)}${figures[0].padStart(8)}${figures[1].padStart(12)}${figures[2].padStart(12)}`);
} finally {
  rmSync(folder, { recursive: true });
}
