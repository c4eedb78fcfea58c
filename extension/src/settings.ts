// The reader's settings: their form, defaults and where they are kept.
import { extension } from "./extension-api.ts";

/** What is marked: the first mention of each entity in a section, every mention, or only the one under the pointer. */
export type MarksPolicy = "first" | "all" | "pointer";

/** Whether the pages of a site are taken for articles: always, or never unless the reader asks. */
export type ArticlesPolicy = "always" | "never";

export interface Settings {
  /** Whether the extension works at all. */
  on: boolean;
  /** Host names of the sites where it doesn't. */
  offSites: string[];
  /** What the reader has decided about the pages of a site, by host name; where nothing is, each page decides for itself. */
  articles: Record<string, ArticlesPolicy>;
  marks: MarksPolicy;
  /** Whether source highlighting is on when a page opens. */
  sources: boolean;
}

const DEFAULTS: Settings = { on: true, offSites: [], articles: {}, marks: "first", sources: false };
const KEY = "settings";

/** Settings from what was stored, with the default for whatever is missing or of the wrong form. */
export function settingsFrom(stored: unknown): Settings {
  const given = (typeof stored === "object" && stored !== null ? stored : {}) as Partial<Record<keyof Settings, unknown>>;
  return {
    on: typeof given.on === "boolean" ? given.on : DEFAULTS.on,
    offSites: Array.isArray(given.offSites) ? given.offSites.filter((site) => typeof site === "string") : DEFAULTS.offSites,
    articles: articlesFrom(given.articles),
    marks: given.marks === "all" || given.marks === "pointer" ? given.marks : DEFAULTS.marks,
    sources: typeof given.sources === "boolean" ? given.sources : DEFAULTS.sources,
  };
}

function articlesFrom(stored: unknown): Settings["articles"] {
  const entries = Object.entries(typeof stored === "object" && stored !== null ? stored : {});
  return Object.fromEntries(entries.filter((entry): entry is [string, ArticlesPolicy] => entry[1] === "always" || entry[1] === "never"));
}

/** Whether the extension works on all of `sites`: a frame's own and that of the page around it. */
export function isOnFor(settings: Settings, sites: string[]): boolean {
  return settings.on && !sites.some((site) => settings.offSites.includes(site));
}

/** The host name that a site is switched off by; null for an address without one. */
export function siteOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  return new URL(url).hostname || null;
}

export async function readSettings(): Promise<Settings> {
  return settingsFrom((await extension.storage.local.get(KEY))[KEY]);
}

export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await readSettings()), ...change };
  await extension.storage.local.set({ [KEY]: settings });
  return settings;
}

export async function switchSite(site: string, on: boolean): Promise<Settings> {
  const { offSites } = await readSettings();
  const others = offSites.filter((other) => other !== site);
  return changeSettings({ offSites: on ? others : [...others, site].sort() });
}

/** Decides about the pages of a site; `null` leaves it to each page again. */
export async function decideArticles(site: string, policy: ArticlesPolicy | null): Promise<Settings> {
  const { [site]: _, ...others } = (await readSettings()).articles;
  return changeSettings({ articles: policy ? { ...others, [site]: policy } : others });
}

/** Calls `listener` with the new settings whenever they change; returns what ends it. */
export function watchSettings(listener: (settings: Settings) => void): () => void {
  const changed = (changes: { [key: string]: chrome.storage.StorageChange }) => {
    const change = changes[KEY];
    if (change) listener(settingsFrom(change.newValue));
  };
  extension.storage.local.onChanged.addListener(changed);
  return () => extension.storage.local.onChanged.removeListener(changed);
}
