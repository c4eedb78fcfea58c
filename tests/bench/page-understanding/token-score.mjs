// Precision, recall and F1 of a text against another, by their words; Chinese and Japanese by their characters.

const TOKENS = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|(?:(?![\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])[\p{L}\p{M}\p{N}])+/gu;

function counted(text) {
  const counts = new Map();
  for (const [token] of text.toLowerCase().matchAll(TOKENS)) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

const total = (counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);

export function tokenScore(found, gold) {
  const [ours, theirs] = [counted(found), counted(gold)];
  let common = 0;
  for (const [token, count] of ours) common += Math.min(count, theirs.get(token) ?? 0);
  const [precision, recall] = [common / Math.max(1, total(ours)), common / Math.max(1, total(theirs))];
  return { precision, recall, f1: common === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
