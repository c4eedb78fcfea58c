// Lists and zips files by `gloss zip`, whose bytes depend on nothing but the files.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";

const GLOSS = join(import.meta.dirname, "../target/release/gloss");

/** Paths of all files below `folder`, relative to it. */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** Writes a zip of those `files`, given relative to `folder`, to `output`; `level` is how much time to take for fewer bytes, 0 to 12. */
export function zip(folder, output, { files = [], level = 12 } = {}) {
  execFileSync(GLOSS, ["zip", folder, "--output", output, "--level", String(level), "--", ...files], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}
