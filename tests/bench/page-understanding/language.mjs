// Measures the language that `gloss page` tells of the shared pages, beside what they declare and two libraries.
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");
const options = { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] };

/** The libraries' languages of the texts, in order; null when they can't be installed. */
function references(texts) {
  const environment = join(root, ".build/page-languages-references");
  const python = join(environment, "bin/python");
  try {
    if (!existsSync(python)) {
      execFileSync("python3", ["-m", "venv", environment], options);
      execFileSync(python, ["-m", "pip", "install", "--quiet", "lingua-language-detector==2.1.1", "whatlang-pyo3==0.6.0"], options);
    }
    const input = join(environment, "texts.json");
    writeFileSync(input, JSON.stringify(texts));
    return JSON.parse(execFileSync(python, [join(import.meta.dirname, "language.py"), input], options));
  } catch {
    return null;
  }
}

/** Prints how many languages are right. `found` is what `gloss page` says by name, `manifest` the rows of the manifest. */
export function measure({ pages: found, manifest }) {
  const known = manifest.filter(({ name }) => found.has(name));
  // All the libraries get is the text; a page also declares its language.
  const others = references(known.map(({ name }) => found.get(name).body.join("\n").slice(0, 5000)));
  const report = (finder, find) => {
    const wrong = known.filter((page, index) => find(page, index) !== page.lang);
    const share = ((100 * (known.length - wrong.length)) / known.length).toFixed(1);
    console.log(`${finder.padEnd(14)}${`${share} %`.padStart(9)}  ${wrong.length > 12 ? "" : wrong.map(({ name }) => name).join(", ")}`);
  };
  console.log(`Language right, of ${known.length} pages`);
  report("gloss", ({ name }) => found.get(name).language);
  if (!others) console.log("SKIPPED: lingua and whatlang can't be installed here");
  else for (const library of ["lingua", "whatlang"]) report(library, (_, index) => others[library][index]);
}
