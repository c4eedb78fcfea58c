// The module that wasm-bindgen makes of crates/background; the build resolves `#engine` to it.
declare module "#engine" {
  import type { AnnotateReply, AnnotateRequest, Card, CardRequest } from "../wire.ts";

  /** Instantiates the Wasm module from its address. */
  export default function init(options: { module_or_path: string }): Promise<unknown>;

  /** The engine with its packs. Every rejection is a `Failure`. */
  export class Background {
    /** Opens the bundled pack from the extension's own package, whose base address is given. */
    static open(base: string): Promise<Background>;
    annotate(text: string, request: AnnotateRequest): Promise<AnnotateReply>;
    card(request: CardRequest): Promise<Card | null | undefined>;
  }
}
