// Draws what the popup says of the page itself: its outlet and those whose text it carries, with their cards, its authors and its date.
import { say, sayDay } from "../extension-api.ts";
import { find } from "../extension-page.ts";
import type { PageStatus } from "../messages.ts";
import { CARD_STYLE } from "../page/card/card-style.ts";
import { renderCard } from "../page/card/render-card.ts";
import type { Card, CardFact } from "../wire.ts";

/** Inside the popup the card has no frame and no place of its own. */
const INSIDE = ":host{position:static!important;width:auto!important}.card{border:0;box-shadow:none;background:none}.body{padding:4px 0}";

const style = new CSSStyleSheet();
style.replaceSync(CARD_STYLE + INSIDE);

function drawOutlet(name: string | null, card: Card | null): void {
  const plain = find("outlet-name", HTMLElement);
  plain.hidden = name === null || card !== null;
  plain.textContent = name;
  plain.dir = "auto";
  find("outlet", HTMLElement).replaceChildren(...(card ? [drawOutletCard(card, card.label)] : []));
}

/** A card that opens below its line. */
function drawOutletCard(card: Card, line: string): HTMLDetailsElement {
  const summary = document.createElement("summary");
  summary.textContent = line;
  summary.dir = "auto";
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [style];
  const nothing = () => {};
  root.append(
    renderCard(
      { card: withoutLookUps(card), reasons: [], nested: false, pinned: false, refusable: null },
      { lookUp: nothing, back: nothing, close: nothing, refuse: nothing },
    ),
  );
  const details = document.createElement("details");
  details.append(summary, host);
  return details;
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

/** Shows what is known of the page. */
export function drawPage(status: PageStatus): void {
  const { page, outlet, origins } = status;
  drawOutlet(page?.outlet?.label ?? null, outlet);
  find("origins", HTMLElement).replaceChildren(...origins.map((card) => drawOutletCard(card, say("origins", card.label))));
  const byline = find("byline", HTMLElement);
  byline.hidden = !page?.byline;
  byline.textContent = page?.byline ? say("byline", page.byline) : "";
  find("date", HTMLElement).textContent = explainDate(status);
  find("given-date", HTMLInputElement).value = page?.date ?? "";
  find("own-date", HTMLButtonElement).hidden = page?.dateFoundIn !== "reader";
}
