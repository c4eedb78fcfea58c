// Draws the card of a statement: whose words they are, how they are given, and through whom they came.

import { describeKind } from "../../describe-source.ts";
import { say } from "../../extension-api.ts";
import type { Act, Directness } from "../../wire.ts";
import type { Report } from "../annotations.ts";
import { button, draw, frame, inOwnDirection } from "./elements.ts";
import type { CardActions } from "./render-card.ts";

const DIRECTNESS: Record<Directness, string> = { direct: "legendDirect", mixed: "legendMixed", indirect: "legendIndirect" };
/** What was not said is named by what it is, whether or not words of it are quoted. */
const ACT: Record<Exclude<Act, "statement">, string> = { belief: "actBelief", plan: "actPlan", evidence: "actEvidence" };

/** The statement's card as an element; names that the pack has lead to their own cards. */
export function renderStatement(report: Report, pinned: boolean, actions: CardActions): HTMLElement {
  const name = (label: string, entity: string | null) =>
    entity ? button("entity", label, () => actions.lookUp(entity)) : inOwnDirection(draw("span", "", label));
  const { line, entity, through } = report;
  const given = line.kind !== "none";
  const title = draw("h2", "", given ? name(line.label, entity) : say("noSourceGiven"));
  title.id = "title";
  const words = [...describeKind(line.kind), say(report.act === "statement" ? DIRECTNESS[report.directness] : ACT[report.act])].join(" · ");
  const kind = draw("p", "kind", words);
  kind.id = "kind";
  const body = draw("div", "body", title, kind);
  if (through) body.append(draw("p", "description", `${say("cameThrough")} `, name(through.label, through.entity)));
  if (report.hedged) body.append(draw("p", "note", say("hedged")));
  return frame(body, { nested: false, pinned }, actions);
}
