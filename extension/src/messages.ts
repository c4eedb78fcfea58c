// Every message between the extension's parts: requests to the background, and commands to the page side.
import type { KeptRefusal } from "./refusals.ts";
import { sendUntilAnswered } from "./send-until-answered.ts";
import type { Settings } from "./settings.ts";
import type { AnnotateReply, AnnotateRequest, Card, CardRequest, Failure, Page, SourceKind } from "./wire.ts";

/** What the background is asked, each with the type of its answer. */
export interface Requests {
  /** From the loader, once, when its page looks like an article. */
  qualifies: { given: { began: number }; answer: null };
  annotate: { given: { text: string; body: AnnotateRequest }; answer: AnnotateReply };
  /** The card that each of them asks for, in that order; null where there is none. */
  cards: { given: { body: CardRequest[] }; answer: (Card | null)[] };
  /** `null` when the page that asks has been switched off. */
  settings: { given: object; answer: Settings | null };
  /** From the extension's own pages: annotate that tab although it doesn't look like an article. */
  activate: { given: { tab: number }; answer: null };
}

export type Request = { [Name in keyof Requests]: { request: Name } & Requests[Name]["given"] }[keyof Requests];

/** An answer crosses as a plain object, because errors lose their form on the way. */
export type Reply<Answer> = { answer: Answer } | { failure: Failure };

/** Thrown in place of a `Failure` that came back. */
export class RequestFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/**
 * Asks the background. Rejects with `RequestFailed` for a failure it reports, with the browser's own error when nobody is there. A
 * background that the browser ends before it has answered is asked again: no request changes anything.
 */
export async function ask<Name extends keyof Requests>(request: Name, given: Requests[Name]["given"]): Promise<Requests[Name]["answer"]> {
  const reply = await sendUntilAnswered<Reply<Requests[Name]["answer"]>>({ request, ...given });
  if (!reply) throw new Error("no answer from the background");
  if ("failure" in reply) throw new RequestFailed(reply.failure);
  return reply.answer;
}

/** What the page side is told by the popup, a key or the context menu; it answers each with its status. */
export type Command =
  | { command: "status" }
  | { command: "toggleSources" }
  /** Reads the page as of another day, `YYYY-MM-DD`; `null` for what the page says. */
  | { command: "setDate"; date: string | null }
  /** Takes back the refusal of that key. */
  | { command: "takeBack"; key: string }
  | { command: "step"; by: 1 | -1 }
  | { command: "jump"; source: string };

/** One line of the sources panel. */
export interface SourceLine {
  /** Names the line in a `jump`; stable while the page stays. */
  key: string;
  /** Empty when no source is given. */
  label: string;
  kind: SourceKind;
  count: number;
  /** The outlets and others through whom its statements came. */
  through: string[];
}

/** The page side as the popup shows it. */
export interface PageStatus {
  sourcesShown: boolean;
  /** `null` until the first annotation has come back. */
  page: Page | null;
  /** The card of the page's outlet, where the pack has it. */
  outlet: Card | null;
  /** Whether the reader asked for the page, so that it is annotated even if it is no article. */
  asked: boolean;
  names: number;
  /** What the reader has refused, as far as it holds here. */
  refusals: readonly KeptRefusal[];
  /** Keys of those refusals that hold only until the page is left. */
  passing: string[];
  /** Whether the browser's storage has not taken the reader's last refusal, or its taking back. */
  unkept: boolean;
  statements: number;
  sources: SourceLine[];
  /** Set when a bound cut something off: a sentence for the reader. */
  cut: string | null;
  failure: Failure | null;
}

/** The names of this page load's highlights: random, so that no page can look for them. */
export interface HighlightNames {
  mark: string;
  open: string;
  direct: string;
  mixed: string;
  indirect: string;
  unsaid: string;
  source: string;
}

/** What the background leaves in the isolated world for the page side to start with. */
export interface Start {
  highlights: HighlightNames;
  settings: Settings;
  /** Whether it starts because the reader asked for it, not because the page looked like an article. */
  asked: boolean;
}

/** A page side, as it can be reached from the isolated world. */
export interface Instance {
  /** Obeys the command once the page has been read, and says how things stand then; `null` when it ended without a successor. */
  answer(command: Command): Promise<PageStatus | null>;
  destroy(): void;
}

declare global {
  /** The page side at work in this document. End-to-end tests reach it through the extension's isolated world. */
  var __gloss: Instance | undefined;
  /** Begins a page side; there once `page.js` has run. */
  var __glossBegin: ((start: Start) => void) | undefined;
  /** Left for `page.js` to begin with where it has not run yet. */
  var __glossStart: Start | undefined;
}
