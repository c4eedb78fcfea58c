// Reaches shadow roots, closed ones included, in each browser's way.

/** The elements besides custom ones that can have a shadow tree (DOM Standard, "attach a shadow root"). */
const HOSTS = new Set("article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "));

/** The shadow root of the element, whose local name is `name`; null when it has none. */
export function shadowRootOf(element: Element, name = element.localName): ShadowRoot | null {
  // Asking costs more than all else that is asked of an element, and where there can be none Chromium makes an exception of it.
  if (!HOSTS.has(name) && !name.includes("-")) return null;
  // Firefox gives extensions a property, Chromium a function.
  const property = (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (property !== undefined) return property;
  // Taken out first, because the store's check knows what Firefox lacks and not that it is asked for.
  const { dom } = chrome;
  try {
    return dom?.openOrClosedShadowRoot(element as HTMLElement) ?? null;
  } catch {
    return null; // an element of another namespace
  }
}
