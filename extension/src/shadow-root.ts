// Reaches shadow roots, closed ones included, in each browser's way.

/** The element's shadow root, or null. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  // Firefox gives extensions a property, Chromium a function that throws for elements that can have no shadow.
  const property = (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (property !== undefined) return property;
  const { dom } = chrome;
  try {
    return dom?.openOrClosedShadowRoot(element as HTMLElement) ?? null;
  } catch {
    return null;
  }
}
