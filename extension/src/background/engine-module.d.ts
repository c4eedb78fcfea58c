// The module that wasm-bindgen makes of crates/background; the build resolves `#engine` to it.
declare module "#engine" {
  import type { AnnotateReply, AnnotateRequest, Card, CardRequest } from "../wire.ts";

  /** Instantiates the Wasm module from its address. */
  export default function init(options: { module_or_path: string }): Promise<unknown>;

  /** Puts a fresh instance in the place of one that has panicked; everything made by the old one is lost. */
  export function __wbg_reset_state(): void;

  /** The engine with its pack. What it rejects with or throws is a `Failure`; anything else is a panic. */
  export class Background {
    /** Opens a pack from the bytes of its two files. */
    static open(names: Uint8Array, cards: Uint8Array): Background;
    /** Opens the attribution model in place of any other; without one, statements are found by rules alone. */
    addModel(bytes: Uint8Array): void;
    annotate(text: string, request: AnnotateRequest): AnnotateReply;
    card(request: CardRequest): Card | null;
  }
}
