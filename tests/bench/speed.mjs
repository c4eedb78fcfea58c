// Measures the shipped module in Node: opening the pack, the first page, and the rate after that, beside the engine's own text pass.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const built = join(root, "dist/chromium");
// The length of a long article. Characters.
const LENGTH = 50_000;
const ROUNDS = 20;

const paragraphs = [...readFileSync(join(root, "tests/pages/homs-evacuation.html"), "utf8").matchAll(/<p>(.*?)<\/p>/gs)].map(([, text]) =>
  text.replace(/<[^>]+>/g, "").replace(/\s+/g, " "),
);
const blocks = [];
for (let index = 0, length = 0; length < LENGTH; index++) {
  blocks.push(paragraphs[index % paragraphs.length]);
  length += blocks.at(-1).length + 1;
}
const text = blocks.join("\n");
const request = {
  clues: {
    url: "https://news.example/",
    title: "",
    language: "en",
    metas: [{ name: "article:published_time", value: "2017-05-22" }],
    dated: [],
    jsonLd: [],
  },
  blocks: blocks.map((block) => ({ length: block.length, path: "main>p", hints: "", place: [0, 1], linkDensity: 0, language: null })),
  asked: false,
  givenDate: null,
  refusals: [],
  statements: true,
  context: null,
};

const read = (name) => readFileSync(join(built, name));
const ms = (from) => `${(performance.now() - from).toFixed(1)} ms`;
const rate = (run) => {
  const from = performance.now();
  for (let round = 0; round < ROUNDS; round++) run();
  return `${((text.length * ROUNDS) / (performance.now() - from) / 1000).toFixed(1)} MB/s`;
};
const { default: init, Background, Incoming } = await import(join(root, ".build/glue/engine.js"));
const rows = [];
let from = performance.now();
await init({ module_or_path: read("engine_bg.wasm") });
rows.push(["module compiled", ms(from)]);
from = performance.now();
const takenIn = (name) => {
  const bytes = read(name);
  const incoming = new Incoming();
  incoming.push(bytes);
  return incoming;
};
const background = new Background();
background.addNames(takenIn("world.names"));
background.addCards(takenIn("world.cards"));
background.addModel(read("attribution.model"));
rows.push(["pack and model opened", ms(from)]);
from = performance.now();
const reply = background.annotate(text, request);
rows.push([`first page of ${(text.length / 1000).toFixed(0)} KB`, ms(from)]);
from = performance.now();
for (let round = 0; round < ROUNDS; round++) background.annotate(text, request);
rows.push(["annotate, warm", `${((text.length * ROUNDS) / (performance.now() - from) / 1000).toFixed(1)} MB/s`]);
rows.push(["reference: normalize and lower-case", rate(() => text.normalize("NFKD").toLowerCase())]);
rows.push(["names marked", String(reply.mentions.length)], ["statements", String(reply.statements.length)]);
for (const [name, figure] of rows) console.log(`${name.padEnd(38)}${figure.padStart(14)}`);
