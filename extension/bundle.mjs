// Bundles the extension for both browsers, zips it, and holds every part to its size.
//
// `node extension/bundle.mjs [FOLDER]`; without a folder it is dist.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import esbuild from "esbuild";
import { notices } from "./notices.mjs";
import { zip } from "./zip.mjs";

const root = join(import.meta.dirname, "..");
const source = join(root, "extension");
const output = process.argv[2] ?? join(root, "dist");
const glue = join(root, ".build", "glue");
const packs = join(root, "dist", "packs");

// Bytes, minified. The loader runs in every page, the page side in every article, the module whenever the worker wakes: 37 KB of it
// are aho-corasick's, which finds hedges.
const BUDGETS = { "loader.js": 3_000, "page.js": 40_200, "engine_bg.wasm": 835_000, "attribution.model": 300_000 };
// What a reader on a slow line downloads; what the packs bring is most of it.
const ZIP_BUDGET = 6_000_000;

// Weights by which statements are found; see docs/attribution-model.md.
const MODEL = "attribution.model";

const BUNDLES = [
  ["loader/loader.ts", "loader.js", "iife"],
  ["loader/always.ts", "always.js", "iife"],
  ["page/page.ts", "page.js", "iife"],
  ["background/background.ts", "background.js", "esm"],
  ["popup/popup.ts", "popup.js", "esm"],
  ["options/options.ts", "options.js", "esm"],
];

/** The manifest without the other browser's form of the background, about which each browser's checks complain. */
function manifestFor(browser) {
  const manifest = JSON.parse(readFileSync(join(source, "manifest.json"), "utf8"));
  delete manifest.background[browser === "firefox" ? "service_worker" : "scripts"];
  return JSON.stringify(manifest, null, 2);
}

async function bundle(browser, target) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const [entry, name, format] of BUNDLES) {
    await esbuild.build({
      entryPoints: [join(source, "src", entry)],
      outfile: join(target, name),
      format,
      bundle: true,
      minify: true,
      charset: "utf8",
      target: ["chrome128", "firefox140"],
      alias: { "#engine": join(glue, "engine.js") },
      logLevel: "warning",
    });
  }
  for (const folder of ["_locales", "icons"]) cpSync(join(source, folder), join(target, folder), { recursive: true });
  for (const page of ["popup", "options"]) {
    for (const ending of ["html", "css"]) cpSync(join(source, "src", page, `${page}.${ending}`), join(target, `${page}.${ending}`));
  }
  writeFileSync(join(target, "manifest.json"), manifestFor(browser));
  cpSync(join(glue, "engine_bg.wasm"), join(target, "engine_bg.wasm"));
  for (const file of ["world.names", "world.cards"]) cpSync(join(packs, file), join(target, file));
  cpSync(join(root, "crates", "engine", "model", MODEL), join(target, MODEL));
  for (const licence of ["LICENSE", "LICENSE-MIT", "LICENSE-APACHE"]) {
    if (existsSync(join(root, licence))) cpSync(join(root, licence), join(target, licence));
  }
  writeFileSync(join(target, "THIRD-PARTY.txt"), notices(root));
}

const sizes = [];
for (const browser of ["chromium", "firefox"]) {
  const target = join(output, browser);
  await bundle(browser, target);
  const file = join(output, `gloss-${browser}.zip`);
  zip(target, file);
  if (browser === "chromium") {
    for (const file of [...BUNDLES.map(([, name]) => name), "engine_bg.wasm", "world.names", "world.cards", MODEL]) {
      sizes.push([file, statSync(join(target, file)).size, BUDGETS[file]]);
    }
  }
  sizes.push([`gloss-${browser}.zip`, statSync(file).size, ZIP_BUDGET]);
}

console.log(`${"file".padEnd(22)}${"bytes".padStart(10)}${"budget".padStart(12)}`);
for (const [file, size, budget] of sizes)
  console.log(`${file.padEnd(22)}${String(size).padStart(10)}${String(budget ?? "–").padStart(12)}`);
const over = sizes.filter(([, size, budget]) => budget !== undefined && size > budget);
for (const [file, size, budget] of over)
  console.error(`${file} is ${size - budget} bytes over its budget: make it smaller, or argue for a larger budget in extension/bundle.mjs`);
if (over.length > 0) process.exitCode = 1;
