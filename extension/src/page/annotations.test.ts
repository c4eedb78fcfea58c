// Tests what is kept of replies about a page: whom statements come from and through, which marks stay, and what is left out.
import "#tests/document.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { CARD } from "#tests/example-card.mjs";
import type { AnnotateReply, Page, SourceSummary, Statement, Who } from "../wire.ts";
import { Annotations, dayOf, writtenForm } from "./annotations.ts";
import type { Block } from "./collect-blocks.ts";

const TEXTS = ["Ada  spoke of Homs.", "“We won”, Ben said.", "Nobody was there."];
const PAGE = { asOf: "2017-05-22", dateBasis: "page" } as Page;
const who = (label: string, entity: string | null = null): Who => ({ text: label, label, entity });
const source = (label: string, kind: SourceSummary["kind"] = "person"): SourceSummary => ({ who: who(label), kind, count: 1, first: 0 });

/** Blocks of the paragraphs that then stand in the document. */
function blocksOf(texts: readonly string[]): Block[] {
  document.body.replaceChildren(...texts.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
  return [...document.body.children].map((container) => {
    const node = container.firstChild as Text;
    const { length } = node.data;
    return { text: node.data, pieces: [{ at: 0, node, from: 0, length }], container, clues: {} as Block["clues"] };
  });
}

function statement(block: number, sourceIndex: number, more: Partial<Statement> = {}): Statement {
  const content = [{ block, start: 0, end: 6 }];
  return {
    content,
    source: [],
    cue: [],
    sourceIndex,
    outlet: null,
    relayedBy: null,
    directness: "direct",
    hedge: false,
    act: "statement",
    ...more,
  };
}

function reply(more: Partial<AnnotateReply>): AnnotateReply {
  return {
    page: PAGE,
    mentions: [],
    statements: [],
    sources: [],
    cards: [],
    context: { page: PAGE } as AnnotateReply["context"],
    cut: null,
    ...more,
  };
}

/** What is known of a page after that reply about all of it. */
function known(more: Partial<AnnotateReply>, blocks = blocksOf(TEXTS)): Annotations {
  const annotations = new Annotations();
  annotations.replace(blocks, () => true);
  annotations.add(blocks, reply(more));
  return annotations;
}

const mention = (block: number, start: number, end: number, repeated = false) => ({
  span: { block, start, end },
  card: 0,
  repeated,
  reasons: [],
});

test("sources are listed the most reported first, as in the text otherwise, and what has none last", () => {
  const sources = [source("", "none"), source("Ada"), source("Ben"), source("Eve")];
  const statements = [0, 0, 0, 1, 2, 2, 3].map((sourceIndex) => statement(0, sourceIndex));
  assert.deepEqual(
    known({ sources, statements })
      .sources()
      .map(({ label, count }) => [label, count]),
    [
      ["Ben", 2],
      ["Ada", 1],
      ["Eve", 1],
      ["", 3],
    ],
  );
});

test("a source without a name goes by the page's own words for it", () => {
  const unnamed = { ...source("", "anonymous"), who: { text: "a police officer", label: "", entity: null } };
  assert.equal(known({ sources: [unnamed], statements: [statement(0, 0)] }).sources()[0]?.label, "a police officer");
});

test("lines of the list are apart by kind and source", () => {
  const sources = [source("Ada"), source("Ada", "official"), source("Ben")];
  const statements = [0, 1, 2].map((sourceIndex) => statement(0, sourceIndex));
  assert.equal(known({ sources, statements }).sources().length, 3);
});

test("the list counts what was said, not what was thought, planned or shown", () => {
  const statements = [statement(0, 0), statement(0, 0, { act: "belief" }), statement(0, 1, { act: "plan" })];
  const lines = known({ sources: [source("Ada"), source("Ben")], statements }).sources();
  assert.deepEqual(
    lines.map(({ label, count }) => [label, count]),
    [["Ada", 1]],
  );
});

test("whom a statement came through is its outlet, else who passed it on, and never the source itself", () => {
  const statements = [
    statement(0, 0, { outlet: who("Gazette"), relayedBy: who("Eve") }),
    statement(0, 0, { relayedBy: who("Eve") }),
    statement(0, 0, { outlet: who("Ada") }),
    statement(0, 0, { outlet: who("Gazette") }),
    statement(0, 0),
  ];
  const annotations = known({ sources: [source("Ada")], statements });
  assert.deepEqual(
    annotations.reports().map(({ through }) => through?.label),
    ["Gazette", "Eve", undefined, "Gazette", undefined],
  );
  assert.deepEqual(annotations.sources()[0]?.through, ["Gazette", "Eve"], "each once");
});

test("a statement's source answers for the day of the names around it, else for the page's; without a date for the pack's own", () => {
  const entry = { ...CARD, asOf: "2017-05-20" };
  const statements = [statement(0, 0), statement(1, 0)];
  const dated = known({ sources: [source("Ada")], statements, cards: [entry], mentions: [mention(0, 14, 18)] });
  assert.deepEqual(
    dated.reports().map(({ asOf }) => asOf),
    ["2017-05-20", "2017-05-22"],
  );
  const undated = known({ sources: [source("Ada")], statements, page: { ...PAGE, dateBasis: "noDate" } });
  assert.deepEqual(
    undated.reports().map(({ asOf }) => asOf),
    [null, null],
  );
  assert.equal(dayOf({ dateBasis: "newerThanPack", asOf: "2031-01-05" }), "2031-01-05");
});

test("a statement of which a part has changed since is left out whole", () => {
  const blocks = blocksOf(TEXTS);
  (blocks[1]!.container.firstChild as Text).data = "“We lost”, Ben said.";
  const content = [
    { block: 0, start: 0, end: 3 },
    { block: 1, start: 0, end: 8 },
  ];
  const annotations = known({ sources: [source("Ben")], statements: [statement(1, 0, { content }), statement(0, 0)] }, blocks);
  assert.deepEqual(
    annotations.reports().map(({ content: [range] }) => String(range)),
    ["Ada  s"],
  );
});

test("a mark keeps the words of the page on one line, and only the first of its section is one that policy asks for", () => {
  const annotations = known({ cards: [CARD], mentions: [mention(0, 0, 10), mention(0, 14, 18, true)] });
  assert.deepEqual(annotations.marks("all").map(writtenForm), ["Ada spoke", "Homs"]);
  assert.deepEqual(annotations.marks("first").map(writtenForm), ["Ada spoke"]);
});

test("what is found again stays the same mark and statement, so that its card stays open; another entity's is another", () => {
  const blocks = blocksOf(TEXTS);
  const found = { cards: [CARD], mentions: [mention(0, 14, 18)], sources: [source("Ben")], statements: [statement(1, 0)] };
  const annotations = known(found, blocks);
  const [mark, report] = [annotations.marks("all")[0], annotations.reports()[0]];
  annotations.add(blocks, reply({ ...found, mentions: [{ ...mention(0, 14, 18), reasons: ["new"] }] }));
  assert.equal(annotations.marks("all")[0], mark);
  assert.deepEqual(mark?.reasons, ["new"]);
  assert.equal(annotations.reports()[0], report);
  annotations.add(blocks, reply({ ...found, cards: [{ ...CARD, entity: "x:other" }], sources: [source("Eve")] }));
  assert.notEqual(annotations.marks("all")[0], mark);
  assert.notEqual(annotations.reports()[0], report);
});

test("of a page read again only what is new is to be annotated, and what has left it is forgotten", () => {
  const blocks = blocksOf(TEXTS);
  const annotations = known({ cards: [CARD], mentions: [mention(0, 14, 18), mention(2, 0, 6)] }, blocks);
  const [first, second, third] = blocks as [Block, Block, Block];
  third.container.remove();
  const again = { ...second, text: "“We lost”, Ben said." };
  assert.deepEqual(
    annotations.replace([{ ...first }, again], () => true),
    [again],
  );
  assert.deepEqual(annotations.blocks, [first, again]);
  assert.deepEqual(annotations.marks("all").map(writtenForm), ["Homs"]);
});

test("a bound that cut something off stays told, whatever the next reply says", () => {
  const blocks = blocksOf(TEXTS);
  const annotations = known({ cut: "The page is long." }, blocks);
  annotations.add(blocks, reply({}));
  assert.equal(annotations.cut, "The page is long.");
  assert.equal(annotations.namesCut, false);
});

test("a card is found by its entity and the day it answers for", () => {
  const annotations = known({ cards: [CARD, { ...CARD, asOf: "2017-05-20" }] });
  assert.equal(annotations.card(CARD.entity, "2017-05-20")?.asOf, "2017-05-20");
  assert.equal(annotations.card(CARD.entity, "2018-01-01"), undefined);
});

test("only cards that come for the first time are to be filled in, and marks found again have those filled in before", () => {
  const blocks = blocksOf(TEXTS);
  const annotations = new Annotations();
  annotations.replace(blocks, () => true);
  const bareOf = (asOf: string) => ({ ...CARD, entity: "x:homs", asOf, description: "" });
  const add = (asOf: string) => annotations.add(blocks, reply({ cards: [bareOf(asOf)], mentions: [mention(0, 14, 18)] }));
  const [first] = add("2017-05-22");
  first!.description = "A city.";
  assert.deepEqual(add("2017-05-22"), []);
  assert.equal(annotations.marks("all")[0]?.card, first);
  assert.deepEqual(
    add("2018-01-01").map((card) => card.asOf),
    ["2018-01-01"],
    "another day is told by another card",
  );
});

const LONG = "y".repeat(15_000);
const paged = (more: Partial<Page>) => ({ page: { ...PAGE, ...more }, entities: ["x:a"] }) as unknown as AnnotateReply["context"];
// What stands for the page, which of its blocks are new, whether statements are wanted: which are sent, and what is known with them.
const SENDINGS: [string, string[], Partial<Page>, number[], boolean, number[], string[] | null][] = [
  ["nothing new", ["a", "b"], { article: true }, [], false, [], ["x:a"]],
  ["a new block of a short article: all of it, with nobody known", ["a", "b"], { article: true }, [1], false, [0, 1], []],
  ["a new block of a long one: itself", [LONG, LONG, "b"], { article: true }, [2], false, [2], ["x:a"]],
  ["what was no article may have become one", ["a", "b"], { article: false }, [1], false, [0, 1], null],
  ["of dated entries all are sent", [LONG, LONG, "b"], { article: true, entries: true }, [2], false, [0, 1, 2], null],
  ["for statements all are sent", [LONG, LONG, "b"], { article: true }, [], true, [0, 1, 2], null],
];
for (const [what, texts, page, news, statements, expected, entities] of SENDINGS) {
  test(`to send: ${what}`, () => {
    const blocks = blocksOf(texts);
    const annotations = known({ context: paged(page) }, blocks);
    const { sent, context } = annotations.toSend(
      news.map((index) => blocks[index]!),
      statements,
    );
    assert.deepEqual([sent.map((block) => blocks.indexOf(block)), context?.entities ?? null], [expected, entities]);
  });
}
