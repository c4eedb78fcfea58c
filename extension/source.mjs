// Packs the sources for a store's reviewer: the files of the commit, from which ./build.sh build makes the extension.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { zip } from "./zip.mjs";

const root = join(import.meta.dirname, "..");
const files = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).split("\n");
zip(root, process.argv[2], { files: files.filter((file) => file !== "" && existsSync(join(root, file))) });
