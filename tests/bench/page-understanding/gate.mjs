// Measures which pages are taken for articles: by the loader, by the engine, by both as a reader meets them, and by @mozilla/readability.
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { isProbablyReaderable } from "@mozilla/readability";
import esbuild from "esbuild";
import { openDocument } from "./readability.mjs";

// Pages of the shared ones whose HTML holds no article: their text is loaded later, or they are a video or a gallery with a line of text.
const WITHOUT_TEXT = ["architecturaldigest.com-1", "cricket.com.au-1", "eldeber.com.bo-1", "usnews.com-1"];

/** The loader's own test, as it is bundled. */
async function loadersTest(root) {
  const outfile = join(root, ".build/bench/holds-text.mjs");
  await esbuild.build({ entryPoints: [join(root, "extension/src/loader/holds-text.ts")], bundle: true, format: "esm", outfile });
  return import(pathToFileURL(outfile).href);
}

export async function measure({ pages, manifest, root, htmlOf, understand, out }) {
  const { holdsText } = await loadersTest(root);
  const ownPages = (folder) =>
    readdirSync(join(root, "tests/pages", folder))
      .filter((file) => file.endsWith(".html"))
      .map((file) => join(root, "tests/pages", folder, file));
  const judge = (file, page) => {
    const { document, Document, Element, NodeFilter, close } = openDocument(file);
    // The loader finds them as globals of the page.
    Object.assign(globalThis, { document, Document, Element, NodeFilter });
    const loader = holdsText(document);
    const verdicts = { loader, engine: page.article, both: loader && page.article, "readability.js": isProbablyReaderable(document) };
    close();
    return verdicts;
  };
  const articles = manifest.map(({ name, lang }) => ({ name, lang, verdicts: judge(htmlOf(name), pages.get(name)) }));
  const judgeOwn = (files) => {
    const understood = understand(files);
    return files.map((file) => {
      const name = basename(file, ".html");
      return { name, verdicts: judge(file, understood.get(name)) };
    });
  };
  const rest = judgeOwn(ownPages("not-articles"));
  const short = judgeOwn(ownPages("articles"));

  const withText = articles.filter(({ name }) => !WITHOUT_TEXT.includes(name));
  const cjk = withText.filter(({ lang }) => lang === "zh" || lang === "ja");
  const share = (part, all) => `${part.length} of ${all.length} (${((100 * part.length) / all.length).toFixed(1)} %)`;
  out(
    `Gate: misses among ${articles.length} articles, without the ${WITHOUT_TEXT.length} whose HTML holds no text of theirs; false alarms among`,
  );
  out(`${rest.length} front pages, search pages, forms, shops and the like.`);
  out(`“own” are ${short.length} short articles and live blogs that the project wrote.`);
  out(["", "misses", "in zh and ja", "own", "false alarms"].map((cell) => cell.padEnd(19)).join(""));
  for (const who of ["loader", "engine", "both", "readability.js"]) {
    const missed = (list) => list.filter(({ verdicts }) => !verdicts[who]);
    const alarms = rest.filter(({ verdicts }) => verdicts[who]);
    out(
      [who, share(missed(withText), withText), share(missed(cjk), cjk), share(missed(short), short), share(alarms, rest)]
        .map((cell) => cell.padEnd(19))
        .join(""),
    );
    if (who === "readability.js") continue;
    for (const [what, list] of [
      ["missed", missed(withText)],
      ["own missed", missed(short)],
      ["taken for an article", alarms],
    ])
      if (list.length > 0) out(`    ${what}: ${list.map(({ name }) => name).join(" ")}`);
  }
}
