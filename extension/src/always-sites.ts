// Keeps the browser's list of sites whose every page is annotated in step with the settings.
import { extension } from "./extension-api.ts";
import type { Settings } from "./settings.ts";

const ID = "always";

/** Registers the script that speaks up on each page of the sites that are always annotated: elsewhere it costs nothing. */
export async function registerAlwaysSites({ articles }: Settings): Promise<void> {
  const { scripting } = extension;
  const matches = Object.keys(articles)
    .filter((site) => articles[site] === "always")
    .map((site) => `*://${site}/*`);
  const script = { id: ID, matches, js: ["always.js"], runAt: "document_idle" as const };
  const [registered] = await scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (registered) await scripting.unregisterContentScripts({ ids: [ID] });
  } else await (registered ? scripting.updateContentScripts([script]) : scripting.registerContentScripts([script]));
}
