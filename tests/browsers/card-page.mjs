// A page that mounts the shipped card with an open root, the only difference, so that tools and tests see what it draws.
import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { ROOT } from "./session.mjs";

/** The page's HTML, with `card` open on its one mark. */
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
