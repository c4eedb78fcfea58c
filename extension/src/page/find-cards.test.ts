// Tests what the background is asked for cards, and that those filled in stay the same objects.
import "#tests/document.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Card } from "../wire.ts";

type Asked = { request: string; body: { entity: string; asOf: string | null }[] };
let answer: (asked: Asked) => Promise<unknown>;
Object.assign(globalThis, { chrome: { runtime: { id: "gloss", sendMessage: (asked: Asked) => answer(asked) } } });
// Read once `chrome` is there, which it takes as it finds it.
const { fillIn, findCard } = await import("./find-cards.ts");

const bare = (entity: string, dateBasis: Card["dateBasis"]) =>
  ({ entity, label: entity, description: "", asOf: "2017-05-22", dateBasis, onDate: [] }) as unknown as Card;

test("cards are filled in where they stand, each as of its own day", async () => {
  const cards = [bare("x:a", "page"), bare("x:b", "noDate"), bare("x:gone", "page")];
  const same = [...cards];
  let body: Asked["body"] = [];
  answer = async (asked) => {
    body = asked.body;
    assert.equal(asked.request, "cards");
    return { answer: body.map(({ entity }) => (entity === "x:gone" ? null : { description: `What ${entity} is.` })) };
  };
  await fillIn(cards);
  assert.deepEqual(body, [
    { entity: "x:a", asOf: "2017-05-22" },
    { entity: "x:b", asOf: null },
    { entity: "x:gone", asOf: "2017-05-22" },
  ]);
  assert.deepEqual(
    cards.map((card, index) => [card === same[index], card.label, card.description]),
    [
      [true, "x:a", "What x:a is."],
      [true, "x:b", "What x:b is."],
      [true, "x:gone", ""],
    ],
  );
});

test("cards that can't be had are told to whoever wants them filled in, and are none for a look-up", async () => {
  answer = async () => ({ failure: { code: "pack-missing", message: "no" } });
  await assert.rejects(fillIn([bare("x:a", "page")]), { failure: { code: "pack-missing", message: "no" } });
  assert.equal(await findCard("x:a", null), null);
  answer = async () => ({ answer: [{ label: "A" }] });
  assert.deepEqual(await findCard("x:a", null), { label: "A" });
});
