// Draws what the popup says of the page itself: its outlet with that outlet's card, its authors, its date and how to correct it.
import { say, sayDay } from "../extension-api.ts";
import { find } from "../extension-page.ts";
import type { PageStatus } from "../messages.ts";
import { CARD_STYLE } from "../page/card/card-style.ts";
import { renderCard } from "../page/card/render-card.ts";
import type { Card, CardFact } from "../wire.ts";

/** Inside the popup the card has no frame and no place of its own, and its name stands above it. */
const INSIDE =
  ":host{position:static!important;width:auto!important}.card{border:0;box-shadow:none;background:none}.body{padding:4px 0}h2{display:none}";

const outletCard = find("outlet-card", HTMLElement).attachShadow({ mode: "open" });
const style = new CSSStyleSheet();
style.replaceSync(CARD_STYLE + INSIDE);
outletCard.adoptedStyleSheets = [style];

function drawOutlet(name: string | null, card: Card | null): void {
  const plain = find("outlet-name", HTMLElement);
  plain.hidden = name === null || card !== null;
  plain.textContent = name;
  plain.dir = "auto";
  const details = find("outlet", HTMLDetailsElement);
  details.hidden = card === null;
  if (!card) return;
  details.querySelector("summary")!.textContent = card.label;
  const nothing = () => {};
  outletCard.replaceChildren(
    renderCard(
      { card: withoutLookUps(card), reasons: [], nested: false, pinned: false, refusable: null },
      { lookUp: nothing, back: nothing, close: nothing, refuse: nothing },
    ),
  );
}

/** The card with plain text where it would lead to other cards, which open in the page, not here. */
function withoutLookUps(card: Card): Card {
  const plain = (facts: CardFact[]) => facts.map((fact) => ({ ...fact, entity: null }));
  return { ...card, onDate: plain(card.onDate), since: plain(card.since), earlier: plain(card.earlier) };
}

function explainDate({ page }: PageStatus): string {
  if (!page) return "";
  const day = page.date === null ? "" : sayDay(page.date);
  if (page.dateBasis === "noDate") return say("dateNoDate", sayDay(page.knownTo));
  if (page.entries) return say("dateEntries");
  if (page.dateBasis === "newerThanPack") return say("dateNewer", day, sayDay(page.knownTo));
  if (page.dateFoundIn === "reader") return say("dateGiven", day);
  return say(page.dateSure ? "datePage" : "dateUnsure", day);
}

/** Says that what stands in the field for the page's date is no day, or no longer. */
export function tellInvalidDate(invalid: boolean): void {
  find("invalid-date", HTMLElement).hidden = !invalid;
  find("given-date", HTMLInputElement).setAttribute("aria-invalid", String(invalid));
}

/** Shows what is known of the page. */
export function drawPage(status: PageStatus): void {
  const { page, outlet } = status;
  drawOutlet(page?.outlet?.label ?? null, outlet);
  const byline = find("byline", HTMLElement);
  byline.hidden = !page?.byline;
  byline.textContent = page?.byline ? say("byline", page.byline) : "";
  const origins = find("origins", HTMLElement);
  const names = page?.origins ?? [];
  origins.hidden = names.length === 0;
  origins.textContent = names.length > 0 ? say("origins", names.join(", ")) : "";
  find("date", HTMLElement).textContent = explainDate(status);
  find("change-date", HTMLDetailsElement).querySelector("summary")!.textContent = say(page?.date ? "changeDate" : "giveDate");
  find("given-date", HTMLInputElement).value = page?.date ?? "";
  tellInvalidDate(false);
  find("own-date", HTMLButtonElement).hidden = page?.dateFoundIn !== "reader";
}
