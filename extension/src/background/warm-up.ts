// Has the engine read a drawn page while its names are still on their way in. Chromium compiles each function of a Wasm module when it
// is first called, and for a first page that takes longer than all the rest: here it is time spent waiting anyhow.
import type { Background } from "#engine";
import type { AnnotateRequest, BlockClues } from "../wire.ts";

const BLOCKS: [string, string][] = [
  ["h1", "A bridge opens in Westford after three years"],
  ["p", "By Ann Miller, 22 May 2017"],
  ["p", "WESTFORD – The old bridge over the river was closed in 2014, and the town's mayor, Paul Brandt, had long asked for another one."],
  [
    "p",
    "“It took us three years,” he told reporters on Monday. The Ministry of Transport (MT) paid for the work, which cost €4.5 million.",
  ],
  ["p", "Mr. Brandt said that the MT would open a second one by June; the ministry's spokeswoman didn't answer."],
];

const TEXT = BLOCKS.map(([, text]) => text).join("\n");

const REQUEST: AnnotateRequest = {
  clues: {
    url: "https://news.example/2017/05/22/bridge",
    title: BLOCKS[0]![1],
    language: "en",
    metas: [{ name: "article:published_time", value: "2017-05-22T08:00:00Z" }],
    dated: [{ path: "main>time", property: "datetime", value: "2017-05-22", text: "22 May 2017" }],
    jsonLd: ['{"@type":"NewsArticle","headline":"A bridge opens","datePublished":"2017-05-22","author":{"name":"Ann Miller"}}'],
  },
  blocks: BLOCKS.map(
    ([tag, text]): BlockClues => ({
      length: text.length,
      path: `main>article>${tag}`,
      hints: "article-body",
      place: [0, 1],
      linkDensity: 0,
      language: null,
      time: null,
    }),
  ),
  context: null,
  asked: true,
  givenDate: null,
  refusals: [],
  statements: false,
  allActs: false,
};

/** Has `engine`, which needs no names for that yet, annotate that page. */
export function warmUp(engine: Background): void {
  engine.annotate(TEXT, REQUEST);
}
