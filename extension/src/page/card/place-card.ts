// Decides where the card stands: below the mark's line, above it when there is more room, never outside the window.
import { CARD_GAP, CARD_HEIGHT, CARD_MARGIN } from "../limits.ts";

/** A box in CSS pixels of the window. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Placement {
  left: number;
  top: number;
  maxHeight: number;
}

/** Placement of a card of that natural size beside the line box `anchor`. */
export function placeCard(
  anchor: Box,
  size: { width: number; height: number },
  window: { width: number; height: number },
  rightToLeft: boolean,
): Placement {
  const below = window.height - anchor.bottom - CARD_GAP - CARD_MARGIN;
  const above = anchor.top - CARD_GAP - CARD_MARGIN;
  const wanted = Math.min(size.height, CARD_HEIGHT);
  const goesBelow = below >= wanted || below >= above;
  // In a window too low for either side the card covers the line rather than shrink to nothing.
  const most = window.height - 2 * CARD_MARGIN;
  const room = Math.max(goesBelow ? below : above, Math.min(wanted, most, 120));
  const maxHeight = Math.min(CARD_HEIGHT, room, most);
  const height = Math.min(size.height, maxHeight);
  const top = goesBelow ? anchor.bottom + CARD_GAP : anchor.top - CARD_GAP - height;
  const left = rightToLeft ? anchor.right - size.width : anchor.left;
  const within = (at: number, length: number, whole: number) => Math.max(CARD_MARGIN, Math.min(at, whole - length - CARD_MARGIN));
  return { left: within(left, size.width, window.width), top: within(top, height, window.height), maxHeight };
}
