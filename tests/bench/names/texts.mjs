// Owns how the benchmark of names reads the shared sets, asks `gloss` about their texts, and prints.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Lines of a JSONL file as objects. */
export const linesOf = (file) => readFileSync(file, "utf8").trimEnd().split("\n").map(JSON.parse);

/** Texts of a set in data/entity-linking. */
export const readSet = (data, set) => linesOf(join(data, `entity-linking/${set}.jsonl`));

/** Runs gloss with `lines` as standard input; gives the objects it prints, one a line. */
export function ask(root, args, lines) {
  const options = { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["pipe", "pipe", "inherit"] };
  const { status, stdout } = spawnSync(join(root, "target/release/gloss"), args, { ...options, input: `${lines.join("\n")}\n` });
  // Not the whole of what was printed, as an uncaught error of the child would show it.
  if (status !== 0) throw new Error(`gloss ${args.join(" ")} failed with ${status}`);
  return stdout.trimEnd().split("\n").map(JSON.parse);
}

/** A text of a set as a line for gloss; where its `dltime` starts with a day, that is its date. */
export const lineOf = ({ text, dltime, lang, spans }, id) =>
  JSON.stringify({ id, text, date: /^\d{4}-\d\d-\d\d/.exec(dltime ?? "")?.[0], lang, spans });

/** What is marked in each text at default settings, in order: arrays of mentions as `gloss annotate` prints them. */
export function annotate(root, texts, args = []) {
  const lines = ask(root, ["annotate", "--jsonl", "--model", "none", ...args], texts.map(lineOf));
  return lines.map(({ mentions }) => mentions);
}

/** Number of words of a text. */
export const wordsIn = (text) => text.split(/\s+/).filter(Boolean).length;

/** Whether two spans share a character. */
export const overlaps = (one, other) => one.start < other.end && other.start < one.end;

/** The words around a mention on one line, the mention in brackets. */
export function inContext(text, { start, end }, around = 60) {
  const points = [...text];
  const part = (from, to) => points.slice(Math.max(0, from), to).join("").replace(/\s+/g, " ");
  return `${part(start - around, start)}[${part(start, end)}]${part(end, end + around)}`;
}

/** A mark in its text, what it was taken for, and why. */
export const described = (mark) =>
  `${inContext(mark.text, mark)} → ${mark.label} (${mark.entity}, ${mark.kind}, ${mark.confidence}; ${(mark.reasons ?? []).join("; ")})`;

/** A share between 0 and 1 with three decimals. */
export const share = (part, whole) => (whole === 0 ? "-" : (part / whole).toFixed(3));

/** A row of a table: a name and right-aligned cells. */
export const row = (name, cells) => `${name.padEnd(26)}${cells.map((cell) => String(cell).padStart(14)).join("")}`;
