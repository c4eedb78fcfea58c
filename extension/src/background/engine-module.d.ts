// The module that wasm-bindgen makes of crates/background; the build resolves `#engine` to it.
declare module "#engine" {
  import type { AnnotateReply, AnnotateRequest, Card, CardRequest } from "../wire.ts";

  /** Instantiates the Wasm module from its address. */
  export default function init(options: { module_or_path: string }): Promise<unknown>;

  /** Puts a fresh instance in the place of one that has panicked; everything made by the old one is lost. */
  export function __wbg_reset_state(): void;

  /** The engine with its packs. What it rejects with or throws is a `Failure`; anything else is a panic. */
  export class Background {
    /** Opens the names of the bundled pack in the extension's own package, whose base address is given. */
    static open(base: string): Promise<Background>;
    /** Opens the pack's cards unless they are open; both requests need them. */
    openCards(): Promise<void>;
    annotate(text: string, request: AnnotateRequest): AnnotateReply;
    card(request: CardRequest): Card | null;
  }
}
