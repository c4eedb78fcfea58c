// The module that wasm-bindgen makes of crates/background; the build resolves `#engine` to it.
declare module "#engine" {
  import type { AnnotateReply, AnnotateRequest, Card, CardRequest } from "../wire.ts";

  /** Instantiates the Wasm module from its address. */
  export default function init(options: { module_or_path: string }): Promise<unknown>;

  /** Puts a fresh instance in the place of one that has panicked; everything made by the old one is lost. */
  export function __wbg_reset_state(): void;

  /** The bytes of a file that have come in so far, in Wasm memory. */
  export class Incoming {
    push(piece: Uint8Array): void;
  }

  /** The engine with its pack. What it rejects with or throws is a `Failure`; anything else is a panic. */
  export class Background {
    /** Opens a names file, which it takes over: enough to annotate, with cards that tell no more than names. */
    addNames(names: Incoming): void;
    /** Opens the cards file that belongs to it, which it takes over as well. */
    addCards(cards: Incoming): void;
    /** Opens the attribution model in place of any other; without one, statements are found by rules alone. */
    addModel(bytes: Uint8Array): void;
    annotate(text: string, request: AnnotateRequest): AnnotateReply;
    /** The card that each of them asks for; null where there is none. */
    cards(requests: CardRequest[]): (Card | null)[];
  }
}
