// Gives the TypeScript tests as much of the browser's interface for extensions as draws texts; importing it makes that global.
import texts from "../extension/_locales/en/messages.json";

const LOCALE = { "@@ui_locale": "en", "@@bidi_dir": "ltr" };
globalThis.chrome = {
  runtime: { id: "test" },
  i18n: {
    getMessage: (name, values = []) =>
      (LOCALE[name] ?? texts[name]?.message ?? "").replace(/\$(\d)/g, (_, place) => values[place - 1] ?? ""),
  },
};

/** One extension page at a time holds a lock, as in browsers. */
let unlocked = Promise.resolve();
Object.defineProperty(globalThis, "navigator", {
  value: {
    locks: {
      request(_, run) {
        const done = unlocked.then(run);
        unlocked = done.catch(() => {});
        return done;
      },
    },
  },
});

/** Resolves once all that stands in line has been done: in these tests everything is answered at once. */
export const answered = () => new Promise((resolve) => setImmediate(resolve));
