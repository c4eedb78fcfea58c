// Stands for the Wasm module in tests of the background that need no browser: counts what is asked of it, and fails as it is told to.

export const engine = { opened: 0, warmed: 0, cards: 0, models: 0, fresh: 0, fails: null };

export default async function init() {}

export function __wbg_reset_state() {
  engine.fresh++;
}

export class Incoming {
  bytes = [];

  push(piece) {
    this.bytes.push(...piece);
  }
}

export class Background {
  #hasNames = false;
  #hasCards = false;

  addNames({ bytes }) {
    if (bytes.length === 0) throw { code: "pack-damaged", message: "empty" };
    engine.opened++;
    this.#hasNames = true;
  }

  addCards({ bytes }) {
    if (bytes.length === 0) throw { code: "pack-damaged", message: "empty" };
    engine.cards++;
    this.#hasCards = true;
  }

  addModel() {
    engine.models++;
  }

  annotate(text) {
    if (!this.#hasNames) engine.warmed++;
    if (engine.fails) throw engine.fails;
    return { text, cards: [{}] };
  }

  cards(requests) {
    if (engine.fails) throw engine.fails;
    return requests.map(({ entity }) => (this.#hasCards ? `card of ${entity}` : null));
  }
}
