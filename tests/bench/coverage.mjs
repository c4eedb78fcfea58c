// Measures how much of the news the bundled pack covers: names of shared news texts that it knows, and the balance of its cards.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

const root = join(import.meta.dirname, "../..");
const data = join(process.env.GLOSS_SHARED ?? join(root, "../shared"), "data");
if (!existsSync(data)) {
  console.log(`SKIPPED: ${data} is absent`);
  process.exit(0);
}
const gloss = join(root, "target/release/gloss");
const options = { encoding: "utf8", maxBuffer: 1 << 28 };
const linesOf = (file) => readFileSync(file, "utf8").trimEnd().split("\n").map(JSON.parse);
const percent = (part, whole) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

const PLACES = ["country", "region", "city", "place", "government"];
const GROUPS = ["organisation", "party", "armed_group", "outlet", "company", "government", "country"];
/** Wikidata's classes as the sets write them, with the kinds of entities that answer to them; the first that fits counts. */
const TYPES = [
  ["Q215627", "person", ["person"]],
  ["Q27096213", "place", PLACES],
  ["Q43229", "organisation", GROUPS],
  ["Q1656682", "event", ["event"]],
];

/** The kinds of the entities that each name may mean, by name. */
function kindsOf(names) {
  const found = execFileSync(gloss, ["find"], { ...options, input: `${names.join("\n")}\n` });
  const lines = found.trimEnd().split("\n").map(JSON.parse);
  return new Map(lines.map(({ name, entities }) => [name, new Set(entities.map(({ kind }) => kind))]));
}

/** The mentions of a set that have an entity, as {surface, type, kinds}. */
function mentionsOf(set) {
  const mentions = [];
  for (const { mentions: gold, evaluation_span: span } of linesOf(join(data, `entity-linking/${set}.jsonl`))) {
    for (const mention of gold) {
      const outside = span && (mention.start < span[0] || mention.end > span[1]);
      if (outside || mention.parent !== undefined) continue;
      const surface = mention.surface.replace(/\s+/g, " ");
      if (/^(geonames|latlon):/.test(mention.gold)) mentions.push({ surface, type: "place", kinds: PLACES });
      else if (/^Q\d+$/.test(mention.gold)) {
        const [, type, kinds] = TYPES.find(([id]) => mention.type.split("|").includes(id)) ?? [null, "other", null];
        mentions.push({ surface, type, kinds });
      }
    }
  }
  return mentions;
}

console.log("Gold names that the pack has as a form of an entity of the right kind");
const TYPE_NAMES = ["place", "person", "organisation", "event", "other"];
console.log(`${"".padEnd(24)}${[...TYPE_NAMES, "all"].map((name) => name.padStart(22)).join("")}`);
for (const set of ["news-fair-v2-no-coref", "reuters-128", "wiki-fair-v2-no-coref", "tr-news", "gwn"]) {
  const mentions = mentionsOf(set);
  const known = kindsOf(mentions.map(({ surface }) => surface));
  const isKnown = ({ surface, kinds }) => [...known.get(surface)].some((kind) => kinds === null || kinds.includes(kind));
  const cell = (chosen) => `${percent(chosen.filter(isKnown).length, chosen.length)} of ${chosen.length}`.padStart(22);
  const cells = TYPE_NAMES.map((name) => cell(mentions.filter(({ type }) => type === name)));
  console.log(`${set.padEnd(24)}${cells.join("")}${cell(mentions)}`);
}

// Names in English articles, as far as capitals show them: words in the middle of a sentence, and those that follow.
const manifest = readFileSync(join(data, "pages/manifest.tsv"), "utf8").split("\n");
const english = new Set(
  manifest
    .map((line) => line.split("\t"))
    .filter((row) => row[2] === "en")
    .map(([name]) => name),
);
const gold = join(data, "pages/gold");
const names = [];
for (const file of readdirSync(gold).filter((each) => english.has(basename(each, ".txt")))) {
  const text = readFileSync(join(gold, file), "utf8");
  const capitalised = /(?<=[\p{Ll},;] )\p{Lu}[\p{L}'’.-]*\p{L}(?: (?:of |the |al-|de |bin )?\p{Lu}[\p{L}'’.-]*\p{L})*/gu;
  for (const [name] of text.matchAll(capitalised)) names.push(name.replace(/[’']s$/, ""));
}
const known = kindsOf(names);
console.log(`\nCapitalised names in ${english.size} English pages' articles: ${names.length}`);
console.log(`  with a card as they stand: ${percent(names.filter((name) => known.get(name).size > 0).length, names.length)}`);

// Cards by file, by region and by side of conflicts; of those written by hand, how many a reader gets much from.
const balance = JSON.parse(execFileSync(gloss, ["pack", "balance", join(root, "seeds")], options));
const HEADINGS = { cards: "cards", by_hand: "by hand", full: "full", facts: "dated facts" };
/** Prints rows of counts under `title`; a row's name stands in `nameOf`. */
function printCounts(title, rows, nameOf) {
  const line = (name, cells) => console.log(`${name.padEnd(52)}${cells.map((cell) => String(cell).padStart(13)).join("")}`);
  console.log();
  line(title, Object.values(HEADINGS));
  for (const row of rows)
    line(
      nameOf(row),
      Object.keys(HEADINGS).map((field) => row[field]),
    );
}
const sum = (field) => balance.files.reduce((total, row) => total + row[field], 0);
const facts = balance.files.reduce((total, row) => total + row.facts * row.by_hand, 0) / sum("by_hand");
const all = { file: "all", cards: sum("cards"), by_hand: sum("by_hand"), full: sum("full"), facts: facts.toFixed(1) };
console.log("\nFull: five dated facts and two publishers, or more. Dated facts: mean of the cards written by hand.");
printCounts("cards by file of curated seeds", [...balance.files, all], ({ file }) => file);
printCounts("cards by region", balance.regions, ({ region }) => region);
printCounts("cards by side", balance.conflicts, ({ conflict, side }) => `${conflict}: ${side}`);
