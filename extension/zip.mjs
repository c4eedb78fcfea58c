// Makes zips whose bytes depend on nothing but the files in them: sorted, of one fixed time, each with its right to be run.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { zipSync } from "fflate";

const MTIME = new Date(Date.UTC(1980, 0, 1, 12));
/** What a zip calls Unix, whose file modes it then keeps. */
const UNIX = 3;

/** Paths of all files below `folder`, relative to it. */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** The bytes of a zip of those `files`, given relative to `folder`. */
export function zip(folder, files = filesBelow(folder)) {
  const entry = (file) => {
    const mode = statSync(join(folder, file)).mode & 0o100 ? 0o100755 : 0o100644;
    return [file, [readFileSync(join(folder, file)), { mtime: MTIME, level: 9, os: UNIX, attrs: mode << 16 }]];
  };
  return zipSync(Object.fromEntries(files.toSorted().map(entry)));
}
