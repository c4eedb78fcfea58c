// Paints marks, statements and sources with the CSS Custom Highlight API; touches only the highlights it has made.

import type { HighlightNames } from "../messages.ts";
import type { Mark, Report } from "./annotations.ts";

/** Layers from the lowest to the highest; below zero, so that a page's own highlights stay on top. */
const LAYERS: readonly (keyof HighlightNames)[] = ["unsaid", "indirect", "mixed", "direct", "source", "mark", "open"];

export function isPaintable(): boolean {
  return typeof Highlight === "function" && typeof CSS === "object" && "highlights" in CSS;
}

export class Painter {
  readonly #names: HighlightNames;
  readonly #painted = new Map<keyof HighlightNames, Highlight>();

  constructor(names: HighlightNames) {
    this.#names = names;
  }

  paintMarks(marks: readonly Mark[]): void {
    this.#paint(
      "mark",
      marks.map((mark) => mark.range),
    );
  }

  /** Shows whose card is open, or what the reader has jumped to. */
  paintOpen(ranges: readonly Range[]): void {
    this.#paint("open", ranges);
  }

  paintReports(reports: readonly Report[]): void {
    const said = reports.filter((report) => report.act === "statement");
    this.#paint(
      "unsaid",
      reports.filter((report) => report.act !== "statement").flatMap((report) => report.content),
    );
    for (const directness of ["direct", "mixed", "indirect"] as const) {
      this.#paint(
        directness,
        said.filter((report) => report.directness === directness).flatMap((report) => report.content),
      );
    }
    this.#paint(
      "source",
      reports.flatMap((report) => report.source),
    );
  }

  /** Puts back what the page has cleared. */
  restore(): void {
    for (const [layer, highlight] of this.#painted) {
      if (!CSS.highlights.has(this.#names[layer])) CSS.highlights.set(this.#names[layer], highlight);
    }
  }

  destroy(): void {
    for (const layer of LAYERS) this.#paint(layer, []);
  }

  #paint(layer: keyof HighlightNames, ranges: readonly Range[]): void {
    if (ranges.length === 0) {
      // A page side that has taken this one's place uses the same names, and keeps what it has put there.
      if (CSS.highlights.get(this.#names[layer]) === this.#painted.get(layer)) CSS.highlights.delete(this.#names[layer]);
      this.#painted.delete(layer);
      return;
    }
    // One call with all ranges: adding one by one costs a repaint each.
    const highlight = new Highlight(...ranges);
    highlight.priority = LAYERS.indexOf(layer) - LAYERS.length;
    this.#painted.set(layer, highlight);
    CSS.highlights.set(this.#names[layer], highlight);
  }
}
