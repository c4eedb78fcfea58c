// Collects the notices of every package whose code ends up in the extension and of the data in its pack: crates, from the lock file;
// npm packages only build and test.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const LICENCE_FILE = /^(licen[cs]e|copying|unlicense|notice)/i;

/** Crates in the dependency tree of the Wasm module, without the project's own and without build tools. */
function crates(root) {
  const options = { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 };
  const tree = execFileSync(
    "cargo",
    [
      "tree",
      "--locked",
      "-p",
      "gloss-background",
      "--target",
      "wasm32-unknown-unknown",
      "-e",
      "normal,no-proc-macro",
      "--prefix",
      "none",
      "-f",
      "{p}",
    ],
    options,
  );
  const used = new Set(tree.split("\n").map((line) => line.split(" ").slice(0, 2).join(" ")));
  const metadata = JSON.parse(execFileSync("cargo", ["metadata", "--locked", "--format-version", "1"], options));
  return metadata.packages
    .filter(({ name, version, source }) => source && used.has(`${name} v${version}`))
    .map(({ name, version, license, manifest_path: manifest }) => ({ name, version, licence: license, folder: dirname(manifest) }));
}

/** The text of `THIRD-PARTY.txt`. */
export function notices(root) {
  const packages = crates(root).sort((a, b) => (a.name < b.name ? -1 : 1));
  const parts = packages.map(({ name, version, licence, folder }) => {
    const texts = readdirSync(folder)
      .filter((file) => LICENCE_FILE.test(file) && !file.includes(".rs"))
      .sort();
    const read = (file) => {
      try {
        return readFileSync(join(folder, file), "utf8").trim();
      } catch {
        return ""; // a folder of licences; the identifier above says which
      }
    };
    return [`${name} ${version}`, `Licence: ${licence}`, ...texts.map(read)].filter(Boolean).join("\n\n");
  });
  const heading = "Gloss contains the following packages, each under its own licence.";
  const data = readFileSync(join(root, "seeds/NOTICES.txt"), "utf8").trim();
  return `${[heading, ...parts, data].join(`\n\n${"=".repeat(80)}\n\n`)}\n`;
}
