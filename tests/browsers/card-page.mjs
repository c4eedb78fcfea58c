// A page that mounts the shipped card with an open root, the only difference, so that tools and tests see what it draws.
import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { ROOT } from "./session.mjs";

/** A fact of a card; `more` replaces its fields. */
export const fact = (heading, text, standing, more = {}) => ({
  heading,
  text,
  when: "since 17 July 2000",
  entity: null,
  standing,
  accordingTo: null,
  citations: [0],
  ...more,
});

/** A card with something in each of its parts. */
export const CARD = {
  entity: "x:example",
  label: "Example Town",
  kind: "city or town",
  description: "A town that stands for others.",
  role: "Seat of Example Province",
  onDate: [
    fact("Mayor", "Ada Example", "endedSince", { entity: "x:ada" }),
    fact("Control", "the council", "endUnknown", { accordingTo: "Example Agency" }),
  ],
  since: [fact("Event", "The bridge was opened.", "cameLater")],
  earlier: [fact("Mayor", "Ben Example", "endedBefore")],
  citations: [
    { title: "Example Gazette", url: "https://gazette.example/", publisher: "Example Press", date: "2017-05" },
    { title: "Census", url: null, publisher: "Example Office", date: null },
  ],
  more: "https://example.org/",
  asOf: "2017-05-22",
  dateBasis: "page",
  knownTo: "2026-01-22",
};

/** The page's HTML, with that card open on its one mark. */
export async function cardPage(card) {
  const texts = JSON.parse(await readFile(`${ROOT}extension/_locales/en/messages.json`, "utf8"));
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { CardHost } from "./extension/src/page/card/card-host.ts";
        import { renderCard } from "./extension/src/page/card/render-card.ts";
        const mark = document.querySelector("mark");
        const host = new CardHost(mark, "open");
        const nothing = { lookUp() {}, back() {}, close() {}, refuse() {} };
        const view = { card: ${JSON.stringify(card)}, reasons: ["the page also names Syria"], nested: true, pinned: true,
          refusable: { form: "name", site: "courier.example" } };
        host.show(renderCard(view, nothing), mark.getBoundingClientRect());
        host.focus();`,
      resolveDir: ROOT,
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "iife",
  });
  const say = `globalThis.chrome = { i18n: { getMessage(name, values = []) {
    const text = (${JSON.stringify({ ...texts, "@@ui_locale": { message: "en" }, "@@bidi_dir": { message: "ltr" } })})[name]?.message ?? "";
    return text.replace(/\\$(\\d)/g, (_, place) => values[place - 1] ?? "");
  } } };`;
  return `<!doctype html><html lang="en"><head><title>Card</title><meta name="viewport" content="width=device-width">
    <link rel="icon" href="data:,"></head><body><main><h1>Card</h1><p>A <mark>name</mark>.</p></main>
    <script>${say}</script><script>${outputFiles[0].text.replaceAll("</script", "<\\/script")}</script></body></html>`;
}
