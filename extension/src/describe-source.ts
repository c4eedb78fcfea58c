// Says in words what sort of source it is, the same in the sources panel and on a statement's card.
import { say } from "./extension-api.ts";
import type { SourceKind } from "./wire.ts";

const KINDS: Record<Exclude<SourceKind, "anonymous" | "none">, string> = {
  person: "kindPerson",
  official: "kindOfficial",
  organisation: "kindOrganisation",
  outlet: "kindOutlet",
  document: "kindDocument",
  social: "kindSocial",
};

/** "named" and the kind, or "unnamed"; nothing where no source is given. */
export function describeKind(kind: SourceKind): string[] {
  if (kind === "none") return [];
  return kind === "anonymous" ? [say("unnamedSource")] : [say("namedSource"), say(KINDS[kind])];
}
