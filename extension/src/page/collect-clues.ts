// Gathers what a page says about itself: address, title, language, metadata, JSON-LD and dates, as strings for the engine to judge.

import type { DatedElement, MetaClue, PageClues } from "../wire.ts";
import { attributeOf, childElementCountOf, isElement, localNameOf, parentOf, rootElementOf, selectAll, textOf, valuesOf } from "./dom.ts";
import {
  MAX_DATED,
  MAX_DATED_CHILDREN,
  MAX_DATED_HINTS,
  MAX_DATED_PATH,
  MAX_DATED_TEXT,
  MAX_DATED_WHOLE,
  MAX_JSON_LD,
  MAX_META_VALUE,
  MAX_METAS,
} from "./limits.ts";

// Headlines, times, and what itemprop, class or identifier say holds a date. The host's reader has the same list.
const MAY_HOLD_DATE = 'h1, time, [itemprop*="date" i], [class*="date" i], [class*="time" i], [class*="publi" i], [id*="date" i]';
const NEVER_DATED = new Set(["meta", "link", "script", "style", "body", "html", "title"]);

/** The page's address without its fragment: what tells one page from the next. */
export function addressOf(location: Location): string {
  return location.href.split("#", 1)[0]!;
}

export function collectClues(): PageClues {
  const metas: MetaClue[] = [];
  for (const element of selectAll('meta[content], link[rel="canonical" i][href]')) {
    if (metas.length >= MAX_METAS) break;
    const address = attributeOf(element, "href");
    const name =
      localNameOf(element) === "link"
        ? "canonical"
        : (attributeOf(element, "property") ?? attributeOf(element, "name") ?? attributeOf(element, "itemprop"));
    const value = name === "canonical" ? address : attributeOf(element, "content");
    if (name && value) metas.push({ name, value: value.slice(0, MAX_META_VALUE) });
  }
  const jsonLd: string[] = [];
  let length = 0;
  for (const script of selectAll('script[type="application/ld+json" i]')) {
    const text = textOf(script) ?? "";
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
    dated: collectDated(),
    jsonLd,
  };
}

/** Headlines and elements with a number that may be a date, in document order. */
function collectDated(): DatedElement[] {
  const dated: DatedElement[] = [];
  for (const element of selectAll(MAY_HOLD_DATE)) {
    if (dated.length >= MAX_DATED) break;
    const name = localNameOf(element);
    if (NEVER_DATED.has(name) || childElementCountOf(element) > MAX_DATED_CHILDREN) continue;
    const whole = textOf(element) ?? "";
    if (whole.length > MAX_DATED_WHOLE) continue;
    const text = wordsOf(whole).join(" ").slice(0, MAX_DATED_TEXT);
    const value = (attributeOf(element, "datetime") ?? attributeOf(element, "content") ?? "").slice(0, MAX_DATED_TEXT);
    if (name !== "h1" && !/\p{N}/u.test(text + value)) continue;
    const property = (attributeOf(element, "itemprop") ?? "").slice(0, MAX_DATED_HINTS);
    dated.push({ path: hintedPathOf(element), property, value, text });
  }
  return dated;
}

/** Names and hints from at most `MAX_DATED_PATH` elements out down to the element itself. */
function hintedPathOf(element: Element): string {
  const names: string[] = [];
  for (let node: Node | null = element; node && isElement(node) && names.length < MAX_DATED_PATH; node = parentOf(node)) {
    const name = localNameOf(node);
    if (name === "body" || name === "html") break;
    const hints = wordsOf(valuesOf(node, ["class", "id", "itemprop"]).replaceAll(">", " ")).join(".");
    names.push(hints ? `${name}.${hints.slice(0, MAX_DATED_HINTS)}` : name);
  }
  return names.reverse().join(">");
}

/** The words between HTML's own white space. */
function wordsOf(text: string): string[] {
  return text.split(/[ \t\n\f\r]+/).filter((word) => word !== "");
}

function selectTitle(): string {
  for (const title of selectAll("head > title")) return title.textContent?.trim() ?? "";
  return "";
}
