// Measures how well namesakes are told apart: place names given, every place of GeoNames known, right within 161 km.
import { execFileSync } from "node:child_process";
import { cpSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { distance, NEAR } from "./places.mjs";
import { ask, inContext, lineOf, readSet, row, share } from "./texts.mjs";

/** Sets, with others' figures: the most populous place of a name, and the best published geoparsers. */
const SETS = [
  ["lgl", 0.7, 0.76],
  ["geovirus", "-", 0.82],
];

/** The bundled pack with every place in cities500 and counties by their bare names, compiled into .build and never bundled. */
function allPlaces(data, root) {
  const folder = join(root, ".build/all-places");
  const names = join(folder, "all.names");
  const writtenAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  // As old as the bundled pack or older, it is of other seeds.
  if (writtenAt(names) > writtenAt(join(root, "dist/packs/world.names"))) return names;
  rmSync(folder, { recursive: true, force: true });
  const gloss = (...args) => execFileSync(join(root, "target/release/gloss"), args, { stdio: ["ignore", "ignore", "inherit"] });
  cpSync(join(root, "seeds"), join(folder, "seeds"), { recursive: true });
  const cities = join(folder, "seeds/imported/cities.jsonl");
  gloss("import", "geonames", join(data, "knowledge"), "--fewest-people", "0", "-o", cities);
  const counties = join(folder, "seeds/imported/us-counties.jsonl");
  gloss("import", "us-counties", join(data, "knowledge"), "--fewest-people", "0", "-o", counties);
  gloss("pack", "build", join(folder, "seeds"), "-o", folder, "--id", "all");
  return names;
}

export function measure({ data, root, errors, out }) {
  const pack = allPlaces(data, root);
  out("Place names given, with a pack of all places: within 161 km");
  out(row("", ["right", "names", "in the pack", "by population", "best published"]));
  for (const [set, byPopulation, best] of SETS) {
    const texts = readSet(data, set).map((text) => {
      const gold = text.mentions.filter(({ lat, lon }) => typeof lat === "number" && typeof lon === "number");
      return { ...text, gold, spans: gold.map(({ start, end }) => [start, end]) };
    });
    const answers = ask(root, ["score", "toponyms", "--pack", pack], texts.map(lineOf));
    const pairs = texts.flatMap(({ text, gold }, index) =>
      gold.map((mention, at) => ({ text, mention, place: answers[index].places[at] })),
    );
    const isNamed = (place, id) => place.entity === id || place.same_as?.includes(id);
    const isRight = ({ mention, place }) =>
      place !== null && (isNamed(place, mention.gold.replace("geonames", "gn")) || distance(place, mention) <= NEAR);
    const known = pairs.filter(({ place }) => place !== null);
    out(row(set, [share(pairs.filter(isRight).length, pairs.length), pairs.length, share(known.length, pairs.length), byPopulation, best]));
    if (!errors) continue;
    for (const pair of pairs.filter((each) => !isRight(each))) {
      out(
        `  ${inContext(pair.text, pair.mention, 40)} → ${pair.place?.label} ${pair.place?.entity} gold ${pair.mention.gold} ${Math.round(distance(pair.place ?? {}, pair.mention))} km`,
      );
    }
  }
}
