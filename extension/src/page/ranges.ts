// Turns spans of a block into DOM ranges: the only file that makes any. A range is made only where the page still says what was annotated.

import type { Block, Piece } from "./collect-blocks.ts";
import { isConnected, textWithin } from "./dom.ts";

/** Index of the piece that holds the block's unit `at`; one past the last piece when it lies behind them. */
function pieceAt(block: Block, at: number): number {
  let low = 0;
  let high = block.pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = block.pieces[middle]!;
    if (piece.at + piece.length <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Pieces that the span touches. */
function* piecesOf(block: Block, start: number, end: number): Iterable<Piece> {
  for (let index = pieceAt(block, start); index < block.pieces.length; index++) {
    const piece = block.pieces[index]!;
    if (piece.at >= end) return;
    yield piece;
  }
}

/** Whether the text nodes of the block still hold its text between `start` and `end`. */
export function isUnchanged(block: Block, start = 0, end = block.text.length): boolean {
  for (const piece of piecesOf(block, start, end)) {
    const from = Math.max(start, piece.at);
    const to = Math.min(end, piece.at + piece.length);
    // Not by `data`, which Firefox copies whole.
    const now = textWithin(piece.node, piece.from + from - piece.at, to - from);
    if (!isConnected(piece.node) || now?.replace(/[\t\n\f\r]/g, " ") !== block.text.slice(from, to)) return false;
  }
  return true;
}

/** The range of the block's units from `start` to `end`; null when the page has changed there or the span isn't in the block. */
export function rangeOf(block: Block, start: number, end: number): Range | null {
  if (start < 0 || start >= end || end > block.text.length || !isUnchanged(block, start, end)) return null;
  const first = block.pieces[pieceAt(block, start)];
  const last = block.pieces[pieceAt(block, end - 1)];
  if (!first || !last) return null;
  const range = Document.prototype.createRange.call(document);
  try {
    range.setStart(first.node, first.from + start - first.at);
    range.setEnd(last.node, last.from + end - last.at);
  } catch {
    return null; // nodes in different trees, or shorter than a moment ago
  }
  // Setting an end before the start, or in another tree, silently moves the start.
  return range.startContainer === first.node && !range.collapsed ? range : null;
}

/** Text nodes that the span touches, with the units it covers in each. */
export function nodesOf(block: Block, start: number, end: number): { node: Text; start: number; end: number }[] {
  return Array.from(piecesOf(block, start, end), (piece) => ({
    node: piece.node,
    start: piece.from + Math.max(start, piece.at) - piece.at,
    end: piece.from + Math.min(end, piece.at + piece.length) - piece.at,
  }));
}
