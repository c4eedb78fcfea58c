// Finds out what the popup has to say about a tab: its page side's status, or why there is none.
import { extension } from "../extension-api.ts";
import type { Command, PageStatus } from "../messages.ts";
import { isOnFor, type Settings, siteOf } from "../settings.ts";

/** Why a tab's page isn't annotated. */
export type Obstacle =
  | "offEverywhere"
  | "offHere"
  | "notAllowed"
  | "notAnArticle"
  | "errorBrowserPage"
  | "errorPdf"
  | "errorFile"
  | "errorRefused";

export type State = { status: PageStatus } | { obstacle: Obstacle };

// Firefox: `extensions.webextensions.restrictedDomains`; Chromium: the store.
const STORES = new Set(["addons.mozilla.org", "chromewebstore.google.com", "chrome.google.com"]);

export const WEB: chrome.permissions.Permissions = { origins: ["http://*/*", "https://*/*"] };

/** Tells the page side of that tab; null when there is none. The page's own frame is asked first, then any other. */
export async function tell(tab: number, command: Command): Promise<PageStatus | null> {
  for (const options of [{ frameId: 0 }, {}]) {
    try {
      const status: PageStatus | undefined = await extension.tabs.sendMessage(tab, command, options);
      if (status) return status;
    } catch {
      // nobody there
    }
  }
  return null;
}

/** Tells the page sides of all frames of that tab; answers how the one that speaks for the tab then stands. */
export async function tellAll(tab: number, command: Command): Promise<PageStatus | null> {
  await extension.tabs.sendMessage(tab, command).catch(() => {}); // nobody there
  return tell(tab, { command: "status" });
}

/** What the address alone says against annotating. */
export function obstacleOf(url: string | undefined): Obstacle | null {
  if (url === undefined || !URL.canParse(url)) return "errorBrowserPage";
  const { protocol, hostname, pathname } = new URL(url);
  if (/\.pdf$/i.test(pathname)) return "errorPdf";
  if (protocol === "file:" || protocol === "data:" || protocol === "blob:") return "errorFile";
  if (protocol !== "http:" && protocol !== "https:") return "errorBrowserPage";
  return STORES.has(hostname) ? "errorBrowserPage" : null;
}

export async function findState(tab: chrome.tabs.Tab, settings: Settings): Promise<State> {
  const status = tab.id === undefined ? null : await tell(tab.id, { command: "status" });
  // The loader only guesses; read as a whole, the page has turned out to be none.
  if (status?.page?.article === false && !status.asked) return { obstacle: "notAnArticle" };
  if (status) return { status };
  // A web page's address is kept from an extension without access to it.
  if (tab.url === undefined && !(await extension.permissions.contains(WEB))) return { obstacle: "notAllowed" };
  const obstacle = obstacleOf(tab.url);
  if (obstacle) return { obstacle };
  if (!settings.on) return { obstacle: "offEverywhere" };
  const site = siteOf(tab.url);
  if (site !== null && !isOnFor(settings, [site])) return { obstacle: "offHere" };
  const origin = `${new URL(tab.url!).origin}/*`;
  if (!(await extension.permissions.contains({ origins: [origin] }))) return { obstacle: "notAllowed" };
  return { obstacle: await whatStandsThere(tab.id!) };
}

/** Tells pages without text to annotate from those that merely are no article. */
async function whatStandsThere(tab: number): Promise<Obstacle> {
  try {
    const [result] = await extension.scripting.executeScript({ target: { tabId: tab }, func: () => document.contentType });
    if (result?.result === "application/pdf") return "errorPdf";
    return /^(text\/html|application\/xhtml\+xml)$/.test(String(result?.result)) ? "notAnArticle" : "errorFile";
  } catch {
    return "errorRefused";
  }
}
