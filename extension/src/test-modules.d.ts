// What the tests in these folders take from outside; tests/units.mjs resolves `#tests` to the folder tests.
declare module "#tests/document.mjs" {
  export function textOf(element: Element, selector?: string): string | undefined;
  export function press(element: Element, text: string): void;
}

declare module "#tests/extension-interface.mjs" {
  export function answered(): Promise<void>;
}

declare module "#tests/example-card.mjs" {
  import type { Card, CardFact, Standing } from "./wire.ts";

  export const CARD: Card;
  export function fact(heading: string, text: string, standing: Standing, more?: Partial<CardFact>): CardFact;
}

declare module "#tests/memory-storage.mjs" {
  type Kept = Record<string, unknown> & { settings?: unknown };
  export function memoryStorage(kept?: Kept): { kept: Kept; refuses: boolean };
}

declare module "#tests/fake-engine.mjs" {
  /** How often it was opened, given its model and replaced by a fresh one; what it throws in place of an annotation. */
  export const engine: { opened: number; warmed: number; cards: number; models: number; fresh: number; fails: unknown };
}

/** Files read as text. */
declare module "*.css" {
  const text: string;
  export default text;
}
declare module "*.html" {
  const text: string;
  export default text;
}
