// Asks the background for cards: one that a look-up leads to, and the facts of those that came with no more than a name.
import { ask } from "../messages.ts";
import type { Card } from "../wire.ts";
import { dayOf } from "./annotations.ts";

/** The card of an entity as of that day, null standing for the pack's own; null where it can't be had. */
export async function findCard(entity: string, asOf: string | null): Promise<Card | null> {
  try {
    return (await ask("cards", { body: [{ entity, asOf }] }))[0] ?? null;
  } catch {
    return null; // the card that is open says all there is
  }
}

/** Fills those cards in, which stay the same objects. Rejects, as requests do, when their facts can't be had. */
export async function fillIn(cards: readonly Card[]): Promise<void> {
  const whole = await ask("cards", { body: cards.map((card) => ({ entity: card.entity, asOf: dayOf(card) })) });
  cards.forEach((card, index) => void Object.assign(card, whole[index]));
}
