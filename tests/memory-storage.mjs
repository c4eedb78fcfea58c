// The browser's storage for extensions as far as the extension uses it, held in memory, for tests that need no browser.

/** Storage that holds `kept`, which is what it has been left with; `refuses` makes it take nothing any more. */
export function memoryStorage(kept = {}) {
  const listeners = new Set();
  const tell = (keys) => {
    for (const listener of listeners) listener(Object.fromEntries(keys.map((key) => [key, {}])));
  };
  const storage = {
    kept,
    refuses: false,
    async get(keys) {
      const wanted = keys === null ? Object.keys(storage.kept) : [keys].flat();
      return structuredClone(Object.fromEntries(wanted.filter((key) => key in storage.kept).map((key) => [key, storage.kept[key]])));
    },
    async set(given) {
      if (storage.refuses) throw new Error("the disk is full");
      Object.assign(storage.kept, structuredClone(given));
      tell(Object.keys(given));
    },
    async remove(key) {
      if (storage.refuses) throw new Error("the disk is full");
      delete storage.kept[key];
      tell([key]);
    },
    onChanged: {
      addListener: (listener) => listeners.add(listener),
      removeListener: (listener) => listeners.delete(listener),
    },
  };
  return storage;
}
