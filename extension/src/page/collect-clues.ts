// Gathers what a page says about itself: address, title, language, metadata and JSON-LD, as strings for the engine to judge.

import type { MetaClue, PageClues } from "../wire.ts";
import { attributeOf, rootElementOf, selectAll } from "./dom.ts";
import { MAX_JSON_LD, MAX_META_VALUE, MAX_METAS } from "./limits.ts";

/** The page's address without its fragment: what tells one page from the next. */
export function addressOf(location: Location): string {
  return location.href.split("#", 1)[0]!;
}

export function collectClues(): PageClues {
  const metas: MetaClue[] = [];
  for (const element of selectAll("meta[content], time[datetime]")) {
    if (metas.length >= MAX_METAS) break;
    const time = attributeOf(element, "datetime");
    const name =
      time !== null ? "time" : (attributeOf(element, "property") ?? attributeOf(element, "name") ?? attributeOf(element, "itemprop"));
    const value = time ?? attributeOf(element, "content");
    if (name && value) metas.push({ name, value: value.slice(0, MAX_META_VALUE) });
  }
  const jsonLd: string[] = [];
  let length = 0;
  for (const script of selectAll('script[type="application/ld+json" i]')) {
    const text = script.textContent ?? "";
    length += text.length;
    // Cut JSON can't be read, so a script is taken whole or not at all.
    if (length > MAX_JSON_LD) break;
    jsonLd.push(text);
  }
  const root = rootElementOf(document);
  return {
    url: addressOf(location),
    title: selectTitle(),
    language: (root && (attributeOf(root, "lang") || attributeOf(root, "xml:lang"))) || null,
    metas,
    jsonLd,
  };
}

function selectTitle(): string {
  for (const title of selectAll("head > title")) return title.textContent?.trim() ?? "";
  return "";
}
