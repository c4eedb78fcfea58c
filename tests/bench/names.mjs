// Measures names on the shared texts: places, entities, given place names, judged marks: node tests/bench/names.mjs [part…] [--errors]
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const data = join(process.env.GLOSS_SHARED ?? join(root, "../shared"), "data");
if (!existsSync(data)) {
  console.log(`SKIPPED: ${data} is absent`);
  process.exit(0);
}
const parts = ["places", "linking", "density", "given", "verdicts", "ablation"];
const errors = process.argv.includes("--errors");
const named = process.argv.slice(2).filter((argument) => argument !== "--errors");
for (const part of named) {
  if (parts.includes(part)) continue;
  console.error(`There is no part called ${part}. There are: ${parts.join(" ")}`);
  process.exit(1);
}
for (const part of parts.filter((each) => named.length === 0 || named.includes(each))) {
  const { measure } = await import(join(import.meta.dirname, "names", `${part}.mjs`));
  measure({ data, root, errors, out: (line) => console.log(line) });
  console.log();
}
