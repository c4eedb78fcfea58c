// Draws a card as elements: who or what, what held on the day, what came since, and every fact's citations.

import { say, sayDay } from "../../extension-api.ts";
import type { Scope } from "../../refusals.ts";
import { siteOf } from "../../settings.ts";
import type { Card, CardFact, Citation } from "../../wire.ts";
import { button, draw, type FrameActions, fold, frame, inOwnDirection } from "./elements.ts";

export interface CardView {
  card: Card;
  /** Why the mark was taken for this entity; empty for a card looked up from another. */
  reasons: string[];
  /** Whether there is a card to go back to. */
  nested: boolean;
  /** Whether it stays until closed, and so needs a button for that. */
  pinned: boolean;
  /** The written form under the card, which the reader may refuse, and the page's site; null for a card looked up from another. */
  refusable: { form: string; site: string | null } | null;
  /** A sentence for the reader about what was done in the card; empty for none. */
  told?: string;
}

export interface CardActions extends FrameActions {
  lookUp(entity: string): void;
  /** The reader says that the form isn't a name of this entity there. */
  refuse(scope: Scope): void;
}

/** What the facts that held stand under, by how the day they answer for came about. */
const HEADINGS = { page: "onDate", noDate: "knownTo", newerThanPack: "asFarAsKnown" } as const;

/** A link to another site; plain text when the address isn't one of the web. */
function link(text: string, url: string | null): Node {
  if (!url || !/^https?:\/\//i.test(url)) return inOwnDirection(draw("span", "", text));
  const element = inOwnDirection(draw("a", "", text));
  element.href = url;
  element.target = "_blank";
  element.rel = "noopener noreferrer";
  return element;
}

function drawCitation(citation: Citation): HTMLLIElement {
  const origin = [citation.publisher, citation.date ? sayDay(citation.date) : ""].filter((part) => part !== "").join(", ");
  const item = draw("li", "", link(citation.title || citation.publisher, citation.url), draw("span", "when", origin));
  item.tabIndex = -1;
  return item;
}

/** Facts as pairs of heading and value; a heading shared by neighbours stands once. */
function drawFacts(facts: readonly CardFact[], card: Card, cite: (index: number) => Node, actions: CardActions): HTMLDListElement {
  const list = draw("dl", "");
  let heading: string | undefined;
  for (const fact of facts) {
    if (fact.heading !== heading && fact.heading !== "") list.append(draw("dt", "", fact.heading));
    heading = fact.heading;
    const { entity } = fact;
    const value =
      entity && entity !== card.entity
        ? button("entity", fact.text, () => actions.lookUp(entity))
        : inOwnDirection(draw("span", "", fact.text));
    const cites = fact.citations.filter((index) => card.citations[index]).map(cite);
    const soft = [fact.when, fact.accordingTo ? say("accordingTo", fact.accordingTo) : ""].filter((part) => part !== "").join("; ");
    // "as a club, 1995": a bare day would run into words that end no sentence.
    const comma = /[^.]\n[A-Z\d]/.test(`${fact.text}\n${soft}`) ? "," : "";
    list.append(
      draw(
        "dd",
        fact.heading === "" ? "wide" : "",
        value,
        soft ? draw("span", "when", `${comma} ${soft}`) : null,
        // The first stays on the line of the last word: without the word joiner a line may end there, and before any button.
        ...cites.slice(0, 1).map((first) => draw("span", "joined", "\u2060", first)),
        ...cites.slice(1),
      ),
    );
  }
  return list;
}

/** "Not this": where the form is no longer to be taken for the entity. */
function drawRefusal({ form, site }: NonNullable<CardView["refusable"]>, actions: CardActions): HTMLDetailsElement {
  const places: [Scope, string][] = [
    ["page", say("refusePage")],
    ["site", say("refuseSite", site ?? "")],
    ["everywhere", say("refuseEverywhere")],
  ];
  const buttons = places
    .filter(([scope]) => scope !== "site" || site !== null)
    .map(([scope, text]) =>
      draw(
        "li",
        "",
        button("", text, () => actions.refuse(scope)),
      ),
    );
  return fold(say("notThis"), draw("p", "note", say("notThisNote", form)), draw("ul", "", ...buttons));
}

/** The card as an element, a dialog labelled by the entity's name. Nothing in it is parsed as markup. */
export function renderCard({ card, reasons, nested, pinned, refusable, told = "" }: CardView, actions: CardActions): HTMLElement {
  const title = inOwnDirection(draw("h2", "", card.label));
  title.id = "title";
  const citations = draw("ol", "", ...card.citations.map(drawCitation));
  const references = fold(say("citations", card.citations.length), citations);
  const cite = (index: number) => {
    const mark = button("cite", `[${index + 1}]`, () => {
      references.open = true;
      const item = citations.children[index];
      if (item instanceof HTMLElement) item.focus();
    });
    mark.setAttribute("aria-label", say("citation", index + 1));
    return mark;
  };
  const facts = (list: readonly CardFact[]) => drawFacts(list, card, cite, actions);

  const kind = draw("p", "kind", card.role ? draw("b", "", card.role) : null, card.role ? " · " : null, card.kind);
  kind.id = "kind";
  const body = draw("div", "body", title, kind);
  if (card.description) body.append(inOwnDirection(draw("p", "description", card.description)));
  const day = sayDay(card.asOf);
  const onPageDate = card.dateBasis === "page";
  const isDated = card.onDate.length > 0 || (!onPageDate && card.since.length + card.earlier.length > 0);
  if (isDated) {
    body.append(
      draw(
        "section",
        "",
        draw("h3", "", say(HEADINGS[card.dateBasis], day)),
        onPageDate
          ? null
          : draw("p", "note", card.dateBasis === "noDate" ? say("noDateNote") : say("newerThanPackNote", sayDay(card.knownTo))),
        facts(card.onDate),
      ),
    );
  }
  if (card.since.length > 0)
    body.append(draw("section", "", draw("h3", "", isDated ? say("sinceThen") : say("since", day)), facts(card.since)));
  if (card.earlier.length > 0) body.append(fold(say("earlier", card.earlier.length), facts(card.earlier)));
  if (card.citations.length > 0) body.append(references);
  if (reasons.length > 0) {
    body.append(fold(say("whyThis"), draw("ul", "", ...reasons.map((reason) => draw("li", "", reason)))));
  }
  if (refusable) body.append(drawRefusal(refusable, actions));
  if (told) {
    const sentence = draw("p", "note", told);
    sentence.setAttribute("role", "status");
    body.append(sentence);
  }
  if (card.more) body.append(draw("p", "more", link(say("readMore", siteOf(card.more) ?? ""), card.more)));

  return frame(body, { nested, pinned }, actions);
}
