// Puts the page side, its start values and the style of its highlights into one frame.
import { extension, isFirefox } from "../extension-api.ts";
import type { Start } from "../messages.ts";
import { type Settings, siteOf } from "../settings.ts";
import { nameHighlights } from "./highlight-names.ts";
import { highlightStyle } from "./highlight-style.ts";

/** One frame of a tab; with `document` also the very document, where the browser tells it. */
export interface Place {
  tab: number;
  frame: number;
  document?: string | undefined;
  /** The document's `performance.timeOrigin`, where it is known. */
  began?: number;
}

/** The sites by which the sender may be switched off: its frame's and that of its tab. */
export function sitesOf(sender: { url?: string | undefined; tab?: chrome.tabs.Tab | undefined }): string[] {
  return [...new Set([siteOf(sender.url), siteOf(sender.tab?.url)])].filter((site) => site !== null);
}

/**
 * Starts a page side in that frame, which takes the page for `asked` for or not. One that is already there ends if `anew`, and else goes
 * on with what it was asked for. Rejects when the browser keeps extensions out of the page.
 */
export async function injectPageSide(place: Place, settings: Settings, asked: boolean, anew = asked): Promise<void> {
  // A document identifier can't hit the next document by mistake; Firefox takes frame numbers only.
  const target: chrome.scripting.InjectionTarget =
    place.document !== undefined && !isFirefox()
      ? { tabId: place.tab, documentIds: [place.document] }
      : { tabId: place.tab, frameIds: [place.frame] };
  const began = place.began ?? (await extension.scripting.executeScript({ target, func: () => performance.timeOrigin }))[0]?.result ?? 0;
  const start: Start = { highlights: await nameHighlights(began), settings, asked };
  // The style is there long before the first mark; the page side needn't wait for it to begin.
  const styled = extension.scripting.insertCSS({
    target,
    css: highlightStyle(start.highlights),
    // The one origin of each browser whose ::highlight rules reach light, open and closed shadow trees.
    origin: isFirefox() ? "USER" : "AUTHOR",
  });
  const given = extension.scripting.executeScript({
    target,
    func: (start: Start, anew: boolean) => {
      if (!anew && globalThis.__gloss) return;
      if (globalThis.__glossBegin) globalThis.__glossBegin(start);
      else globalThis.__glossStart = start;
    },
    args: [start, anew],
  });
  // At once, because a background that is just waking is too busy to see one through before the other: whichever comes last begins.
  await Promise.all([styled, given, extension.scripting.executeScript({ target, files: ["page.js"] })]);
}
