// Reads files of the extension's own package; the manifest's policy for extension pages refuses every other address.
import { extension } from "../extension-api.ts";
import type { Failure } from "../wire.ts";

/** The bytes of that file. Rejects with a `Failure` when they can't be had. */
export async function readPackaged(name: string): Promise<Uint8Array> {
  try {
    const response = await fetch(extension.runtime.getURL(name));
    if (!response.ok) throw new Error(`status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The knowledge file can't be read (${reason}). Install the extension again.`;
    throw { code: "pack-missing", message } satisfies Failure;
  }
}
