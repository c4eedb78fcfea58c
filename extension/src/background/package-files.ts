// Reads files of the extension's own package, in whole or as they come in; the manifest's policy for extension pages refuses every other address.
import { extension } from "../extension-api.ts";
import type { Failure } from "../wire.ts";

/** What `read` makes of that file. Rejects with a `Failure` when it can't be had. */
export async function readPackaged<Content>(name: string, read: (file: Response) => Promise<Content>): Promise<Content> {
  try {
    const response = await fetch(extension.runtime.getURL(name));
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await read(response);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The knowledge file can't be read (${reason}). Install the extension again.`;
    throw { code: "pack-missing", message } satisfies Failure;
  }
}
