// Names the highlights of a page load: unforeseeable for the page, and the same again for whoever marks that page load later.
import { extension } from "../extension-api.ts";
import type { HighlightNames } from "../messages.ts";

const KEY = "secret";
// Bytes of the digest that make one name; seven names need 28 of its 32.
const BYTES_PER_NAME = 4;

/** A random number that this installation keeps to itself. */
async function secret(): Promise<string> {
  const kept: unknown = (await extension.storage.local.get(KEY))[KEY];
  if (typeof kept === "string") return kept;
  const made = crypto.randomUUID();
  // Where storage is full there are marks all the same, under names that only this background knows.
  await extension.storage.local.set({ [KEY]: made }).catch(() => {});
  return made;
}

/** The names that `secret` gives the highlights of the document that began at `timeOrigin`. */
export async function namesFrom(secret: string, timeOrigin: number): Promise<HighlightNames> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${secret} ${timeOrigin}`)));
  const name = (index: number) => {
    const bytes = digest.subarray(index * BYTES_PER_NAME, (index + 1) * BYTES_PER_NAME);
    return `h${bytes.reduce((number, byte) => number * 256 + byte, 0).toString(36)}`;
  };
  return { mark: name(0), open: name(1), direct: name(2), mixed: name(3), indirect: name(4), source: name(5), unsaid: name(6) };
}

/**
 * The names for that document. An updated extension can't reach the page side of the old one, which lives in a world of its own; with the
 * same names its highlights take the place of the old ones.
 */
export async function nameHighlights(timeOrigin: number): Promise<HighlightNames> {
  return namesFrom(await secret(), timeOrigin);
}
