// Measures marks of every kind against gold Wikidata ids, inside the part of each text that is annotated, beside published systems.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { annotate, ask, described, inContext, overlaps, readSet, row, share, wordsIn } from "./texts.mjs";

const SETS = ["news-fair-v2-no-coref", "reuters-128", "kore50", "wiki-fair-v2-no-coref"];
/** Published systems to stand beside: the one that knows only how often each name means what, and the best neural one. */
const ANCHORS = ["baseline", "refined__aida_"];

/** Marks that a set calls wrong, though read in their texts they are right, as lines of set, text, start and entity. */
const judgedRight = new Set(
  readFileSync(join(import.meta.dirname, "linking-verdicts.tsv"), "utf8")
    .trimEnd()
    .split("\n")
    .filter((line) => !line.startsWith("#")),
);

const inside = ([from, to], { start, end }) => from <= start && end <= to;
/** Dates, numbers and things without an entity have no id of Wikidata. */
const isLinked = ({ gold }) => /^Q\d+$/.test(gold);

/** Marks and gold mentions in the annotated parts, each with the other that it answers to. */
function compare(root, texts, marks) {
  const found = { marks: [], gold: [] };
  texts.forEach(({ text, mentions, evaluation_span: span }, index) => {
    const gold = mentions.filter((mention) => inside(span, mention)).map((mention) => ({ ...mention, text }));
    for (const mark of marks[index].filter((each) => inside(span, each))) {
      found.marks.push({ ...mark, text, index, met: gold.filter((mention) => overlaps(mention, mark)) });
    }
    found.gold.push(...gold);
  });
  // Entities of ours without an id of Wikidata answer to the gold entity's name.
  const names = [...new Set(found.marks.flatMap(({ met }) => met.map(({ gold_name }) => gold_name)))];
  const entities = new Map(ask(root, ["find"], names).map(({ name, entities }) => [name, new Set(entities.map(({ id }) => id))]));
  for (const mark of found.marks) {
    const { wikidata } = mark.ids;
    mark.gold = mark.met.find(({ gold, gold_name }) => (wikidata ? gold === wikidata : entities.get(gold_name).has(mark.entity)));
    if (mark.gold) mark.gold.found = true;
  }
  found.gold = found.gold.filter((mention) => isLinked(mention) && (mention.found || (mention.parent === undefined && !mention.optional)));
  return found;
}

/** Marks and gold mentions of a set, the marks as `gloss annotate` makes them with `args`, and those of each that are right. */
export function measureSet({ data, root }, set, args = []) {
  const texts = readSet(data, set);
  const found = annotate(root, texts, ["--lang", "en", ...args]);
  const words = texts.reduce((sum, { text }) => sum + wordsIn(text), 0);
  const { marks, gold } = compare(root, texts, found);
  const [right, recalled] = [marks.filter((mark) => mark.gold), gold.filter((mention) => mention.found)];
  return { marks, gold, right, recalled, density: (1000 * found.flat().length) / words };
}

export function measure({ data, root, errors, out }) {
  const [, ...published] = readFileSync(join(data, "entity-linking/anchors-elevant.tsv"), "utf8").trimEnd().split("\n");
  const anchor = (set, system) => {
    const [, , precision, recall] =
      published.map((line) => line.split("\t")).find((cells) => cells[0] === set && cells[1] === system) ?? [];
    return `${precision ?? "-"} ${recall ?? "-"}`;
  };
  out("Entities marked with the bundled pack; beside them precision and recall of published systems");
  out(row("", ["precision", "recall", "gold", "marks", "as judged", "prior only", "best neural"]));
  for (const set of SETS) {
    const { marks, gold, right, recalled } = measureSet({ data, root }, set, errors ? ["--explain"] : []);
    // What is in no list of those read counts as wrong, so a new mistake is never taken for the set's.
    const lineOf = (mark) => [set, mark.index, mark.start, mark.entity].join("\t");
    const judged = marks.filter((mark) => mark.gold || judgedRight.has(lineOf(mark)));
    const figures = [share(right.length, marks.length), share(recalled.length, gold.length), gold.length, marks.length];
    out(row(set, [...figures, share(judged.length, marks.length), ...ANCHORS.map((system) => anchor(set, system))]));
    if (!errors) continue;
    for (const mark of marks.filter((each) => !each.gold)) {
      out(
        `  ${mark.met.length > 0 ? "wrong" : "stray"}${judgedRight.has(lineOf(mark)) ? ", judged right" : ""}: ${described(mark)} gold ${mark.met.map((each) => `${each.gold} ${each.gold_name}`).join(", ")}`,
      );
    }
    for (const mention of gold.filter((each) => !each.found))
      out(`  missed: ${inContext(mention.text, mention, 30)} gold ${mention.gold} ${mention.gold_name}`);
  }
}
