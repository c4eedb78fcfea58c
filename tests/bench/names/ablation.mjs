// Measures what each stage of finding names is worth: the figures of four sets with one stage after another left out.
import * as linking from "./linking.mjs";
import * as places from "./places.mjs";
import { row, share } from "./texts.mjs";

/** Stages as `gloss --without` knows them. The vicinity is at work on given names of places only, which `given` measures. */
const STAGES = ["word-forms", "near-misses", "introduced", "states", "surroundings", "whereabouts", "exclude", "evidence"];
const SETS = [
  ["tr-news", places],
  ["gwn", places],
  ["news-fair-v2-no-coref", linking],
  ["reuters-128", linking],
];

export function measure({ data, root, out }) {
  out("Precision, recall and marks a thousand words (of places; of everything) with a stage left out");
  out(
    row(
      "",
      SETS.map(([set]) => set.slice(0, 11)),
    ),
  );
  for (const stage of ["nothing", ...STAGES]) {
    const args = stage === "nothing" ? [] : ["--without", stage];
    const cells = SETS.map(([set, { measureSet }]) => {
      const { marks, gold, right, recalled, density } = measureSet({ data, root }, set, args);
      const shares = [share(right.length ?? right, marks.length), share(recalled.length, gold.length)];
      return [...shares.map((each) => each.slice(1)), density.toFixed(0)].join(" ");
    });
    out(row(stage, cells));
  }
}
