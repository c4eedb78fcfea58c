// What the reader has refused ("not this"): a written form that isn't a name of that entity, where that holds, and where it is kept.
import { extension, watchStored } from "./extension-api.ts";
import { siteOf } from "./settings.ts";
import type { Refusal } from "./wire.ts";

/** Where a refusal holds. */
export type Scope = "page" | "site" | "everywhere";

/** A refusal as it is kept. */
export interface KeptRefusal extends Refusal {
  /** The entity's name, for the reader. */
  label: string;
  scope: Scope;
  /** The page's address without its fragment, the site's host name, or nothing. */
  place: string;
}

/** Each refusal is an entry of its own, so that two pages which write at once don't undo each other. */
const PREFIX = "refusal ";

/** A name is short; anything longer was not refused by a reader. */
const LONGEST_FORM = 200;

/** What a refusal is stored under, and told apart by. */
export function keyOfRefusal({ scope, place, entity, form }: KeptRefusal): string {
  return PREFIX + JSON.stringify([scope, place, entity, form]);
}

/** The refusal of `form` for an entity on the page of that address; null where the address has no site. */
export function refusalOf(form: string, entity: string, label: string, scope: Scope, url: string): KeptRefusal | null {
  const place = placeOf(scope, url);
  return place === null || form.length > LONGEST_FORM ? null : { form, entity, label, scope, place };
}

function placeOf(scope: Scope, url: string): string | null {
  if (scope === "everywhere") return "";
  return scope === "site" ? siteOf(url) : url.replace(/#.*$/s, "");
}

/** Whether it holds on the page of that address. */
export function holdsOn(refusal: KeptRefusal, url: string): boolean {
  return refusal.place === placeOf(refusal.scope, url);
}

/** The refusals among what storage holds; entries of another form are passed over and left as they are. */
export function refusalsFrom(stored: Record<string, unknown>): KeptRefusal[] {
  return Object.entries(stored).flatMap(([key, value]) => {
    const given = value as KeptRefusal;
    return key.startsWith(PREFIX) && isRefusal(given) && keyOfRefusal(given) === key ? [given] : [];
  });
}

function isRefusal(value: unknown): value is KeptRefusal {
  if (typeof value !== "object" || value === null) return false;
  const { form, entity, label, scope, place } = value as Record<string, unknown>;
  return [form, entity, label, scope, place].every((part) => typeof part === "string");
}

export async function readRefusals(): Promise<KeptRefusal[]> {
  return refusalsFrom(await extension.storage.local.get(null));
}

export async function keepRefusal(refusal: KeptRefusal): Promise<void> {
  await extension.storage.local.set({ [keyOfRefusal(refusal)]: refusal });
}

/** Takes back what is stored under that key. */
export async function takeBack(key: string): Promise<void> {
  if (key.startsWith(PREFIX)) await extension.storage.local.remove(key);
}

/** Calls `listener` whenever a refusal is added or taken back, in any page; returns what ends it. */
export function watchRefusals(listener: () => void): () => void {
  return watchStored(PREFIX, listener);
}
