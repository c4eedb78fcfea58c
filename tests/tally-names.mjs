// Counts marked names as they read, so that pages which spell or cut the same text differently can be compared.

/** A name as it reads: soft hyphens, joiners and marks of direction left out, forms of one letter and of white space made one. */
const asRead = (text) =>
  text
    .normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** How often each name is marked, as sorted lines. */
export function tallyNames(marks) {
  const counts = new Map();
  for (const mark of marks.map(asRead)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([mark, count]) => `${mark} × ${count}`);
}
