// Measures place mentions with the bundled pack: marked and right (same GeoNames id, or within 161 km), on news with gold places.
import { annotate, described, inContext, overlaps, readSet, row, share, wordsIn } from "./texts.mjs";

/** 100 miles, the distance by which geoparsers are compared. Kilometres. */
export const NEAR = 161;
const EARTH_RADIUS = 6371;
const SETS = ["tr-news", "gwn", "lgl"];
const PLACES = new Set(["country", "region", "city", "place", "government"]);

/** Great-circle distance of two points with `lat` and `lon` in degrees. Kilometres; infinite where one has no position. */
export function distance(one, other) {
  if ([one.lat, one.lon, other.lat, other.lon].some((degrees) => typeof degrees !== "number")) return Number.POSITIVE_INFINITY;
  const radians = (degrees) => (degrees * Math.PI) / 180;
  const half = (degrees) => Math.sin(radians(degrees) / 2) ** 2;
  const inner = half(other.lat - one.lat) + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * half(other.lon - one.lon);
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(inner));
}

const isLocated = ({ gold }) => /^(geonames|latlon):/.test(gold);
const isRight = (mark, gold) => gold.gold === `geonames:${mark.ids.geonames}` || distance(mark, gold) <= NEAR;

/** Marks of places, each with the gold place it meets, and gold places, each with the mark it meets. */
function compare(texts, marks) {
  const found = { marks: [], gold: [], words: 0 };
  texts.forEach(({ text, mentions }, index) => {
    found.words += wordsIn(text);
    const gold = mentions.filter(isLocated).map((mention) => ({ ...mention, text }));
    const places = marks[index].filter(({ kind }) => PLACES.has(kind)).map((mark) => ({ ...mark, text }));
    // Of nested gold ("Mediterranean" in "Mediterranean Sea") the one that the mark got right counts.
    const meets = (one, others, right) => {
      const met = others.filter((other) => overlaps(one, other));
      return met.find(right) ?? met[0];
    };
    for (const place of places) place.gold = meets(place, gold, (each) => isRight(place, each));
    for (const each of gold) each.mark = meets(each, places, (place) => isRight(place, each));
    found.marks.push(...places);
    found.gold.push(...gold);
  });
  return found;
}

/** Marks and gold places of a set, the marks as `gloss annotate` makes them with `args`, and precision, recall and density in numbers. */
export function measureSet({ data, root }, set, args = []) {
  const texts = readSet(data, set);
  const { marks, gold, words } = compare(texts, annotate(root, texts, ["--lang", "en", ...args]));
  const right = marks.filter((mark) => mark.gold && isRight(mark, mark.gold)).length;
  const recalled = gold.filter((each) => each.mark && isRight(each.mark, each));
  return { marks, gold, right, recalled, density: (1000 * marks.length) / words };
}

export function measure({ data, root, errors, out }) {
  out("Places marked with the bundled pack; a neural geoparser on tr-news, lgl and gwn: .730, .757, .672");
  out(row("", ["precision", "recall", "161 km", "gold", "marks/1000 w"]));
  for (const set of SETS) {
    const { marks, gold, right, recalled, density } = measureSet({ data, root }, set, errors ? ["--explain"] : []);
    const near = recalled.filter((each) => distance(each.mark, each) <= NEAR).length;
    out(
      row(set, [
        share(right, marks.length),
        share(recalled.length, gold.length),
        share(near, gold.length),
        gold.length,
        density.toFixed(1),
      ]),
    );
    if (!errors) continue;
    for (const mark of marks.filter((each) => !each.gold || !isRight(each, each.gold))) {
      out(`  ${mark.gold ? "wrong" : "stray"}: ${described(mark)}${mark.gold ? ` gold ${mark.gold.gold} ${mark.gold.gold_name}` : ""}`);
    }
    for (const each of gold.filter(({ mark }) => mark === undefined)) out(`  missed: ${inContext(each.text, each, 40)} gold ${each.gold}`);
  }
}
