// Stands for the Wasm module in tests of the background that need no browser: counts what is asked of it, and fails as it is told to.

export const engine = { opened: 0, models: 0, fresh: 0, fails: null };

export default async function init() {}

export function __wbg_reset_state() {
  engine.fresh++;
}

export class Background {
  static open() {
    engine.opened++;
    return new Background();
  }

  addModel() {
    engine.models++;
  }

  annotate(text) {
    if (engine.fails) throw engine.fails;
    return `annotated: ${text}`;
  }

  card({ entity }) {
    return `card of ${entity}`;
  }
}
