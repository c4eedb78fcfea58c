// Where the shared data lies that is no part of the repository: beside it, or where GLOSS_SHARED says.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./browsers/session.mjs";

const SHARED = process.env.GLOSS_SHARED ?? join(ROOT, "../shared");

/** The path of something in the shared data; calls `skip` with the reason when it isn't there. */
export function shared(path, skip) {
  const file = join(SHARED, path);
  if (!existsSync(file)) skip(`${file} is absent`);
  return file;
}
