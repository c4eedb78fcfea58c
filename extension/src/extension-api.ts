// The browser's extension interface under one name, what it tells of storage, and the texts and dates shown through it.

// `chrome` exists and returns promises in both browsers (Firefox: since Manifest V3). `browser` is not asked for in pages: in
// Chromium an element with id="browser" would answer to that name.
export const extension = globalThis.chrome;

/** Whether the extension that this script belongs to is still there; an updated or removed one leaves orphans in open pages. */
export function isAlive(): boolean {
  try {
    return extension.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

export function isFirefox(): boolean {
  return extension.runtime.getURL("").startsWith("moz-extension:");
}

/** Calls `listener` whenever something is stored, changed or removed whose key starts with `prefix`; returns what ends it. */
export function watchStored(prefix: string, listener: () => void): () => void {
  const changed = (changes: object) => {
    if (Object.keys(changes).some((key) => key.startsWith(prefix))) listener();
  };
  extension.storage.local.onChanged.addListener(changed);
  return () => extension.storage.local.onChanged.removeListener(changed);
}

/** The text of that name in `_locales`, with `$1`, `$2`… filled in. */
export function say(name: string, ...values: (string | number)[]): string {
  return extension.i18n.getMessage(name, values.map(String)) || name;
}

/** A day given as `YYYY`, `YYYY-MM` or `YYYY-MM-DD` in words ("22 May 2017"); anything else comes back unchanged. */
export function sayDay(day: string): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(day);
  if (!parts) return day;
  const [, year, month, date] = parts;
  const format: Intl.DateTimeFormatOptions = { year: "numeric", timeZone: "UTC" };
  if (month) format.month = "long";
  if (date) format.day = "numeric";
  const when = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(date ?? 1));
  // The locale of the texts, not of the browser, so that dates don't change language in mid-sentence.
  return new Intl.DateTimeFormat(say("dateLocale"), format).format(when);
}
