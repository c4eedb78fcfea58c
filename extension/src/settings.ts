// The reader's settings: their form, defaults and where they are kept.
import { extension, watchStored } from "./extension-api.ts";

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
  /** Whether beliefs, plans and evidence are shown beside statements. */
  allActs: boolean;
}

const DEFAULTS: Settings = { on: true, offSites: [], articles: {}, marks: "first", sources: false, allActs: false };
const KEY = "settings";
/** What couldn't be understood of an earlier record, kept beside the new one in case somebody wants it back. */
const DAMAGED_KEY = "settings set aside";

/** Settings from what was stored, with the default for whatever is missing or of the wrong form. */
export function settingsFrom(stored: unknown): Settings {
  const given = (typeof stored === "object" && stored !== null ? stored : {}) as Partial<Record<keyof Settings, unknown>>;
  return {
    on: typeof given.on === "boolean" ? given.on : DEFAULTS.on,
    offSites: Array.isArray(given.offSites) ? given.offSites.filter((site) => typeof site === "string") : DEFAULTS.offSites,
    articles: articlesFrom(given.articles),
    marks: given.marks === "all" || given.marks === "pointer" ? given.marks : DEFAULTS.marks,
    sources: typeof given.sources === "boolean" ? given.sources : DEFAULTS.sources,
    allActs: typeof given.allActs === "boolean" ? given.allActs : DEFAULTS.allActs,
  };
}

/** Whether the stored record has no part that `settingsFrom` would pass over. What was never stored, or by an older version, is whole. */
export function isWhole(stored: unknown): boolean {
  if (stored === undefined) return true;
  if (typeof stored !== "object" || stored === null) return false;
  const understood = settingsFrom(stored);
  return (Object.keys(DEFAULTS) as (keyof Settings)[]).every(
    (key) => !(key in stored) || JSON.stringify(understood[key]) === JSON.stringify((stored as Settings)[key]),
  );
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

/**
 * Changes the settings by what `change` makes of them. One page of the extension at a time, so that none undoes what another has just
 * written; in one write, which a browser that ends in the middle has either kept or not.
 */
function change(change: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  return navigator.locks.request(KEY, async () => {
    const stored = (await extension.storage.local.get(KEY))[KEY];
    const before = settingsFrom(stored);
    const settings = { ...before, ...change(before) };
    await extension.storage.local.set({ [KEY]: settings, ...(isWhole(stored) ? {} : { [DAMAGED_KEY]: stored }) });
    return settings;
  });
}

export function changeSettings(changed: Partial<Settings>): Promise<Settings> {
  return change(() => changed);
}

/** The record of settings that is damaged, or was and has been set aside: something for the reader to see. Undefined without one. */
export async function readDamaged(): Promise<unknown> {
  const stored = await extension.storage.local.get([KEY, DAMAGED_KEY]);
  return isWhole(stored[KEY]) ? stored[DAMAGED_KEY] : stored[KEY];
}

/** Forgets the damaged record; what could be read of it stays as the settings. */
export async function discardDamaged(): Promise<void> {
  await change(() => ({}));
  await extension.storage.local.remove(DAMAGED_KEY);
}

export function switchSite(site: string, on: boolean): Promise<Settings> {
  return change(({ offSites }) => {
    const others = offSites.filter((other) => other !== site);
    return { offSites: on ? others : [...others, site].sort() };
  });
}

/** Decides about the pages of a site; `null` leaves it to each page again. */
export function decideArticles(site: string, policy: ArticlesPolicy | null): Promise<Settings> {
  return change(({ articles: { [site]: _, ...others } }) => ({ articles: policy ? { ...others, [site]: policy } : others }));
}

/** Calls `listener` whenever the settings have changed; returns what ends it. */
export function watchSettings(listener: () => void): () => void {
  return watchStored(KEY, listener);
}
