// Tests how often and when a message is sent again.
import assert from "node:assert/strict";
import { mock, test } from "node:test";

const runtime = { id: "gloss", sendMessage: (): Promise<unknown> => Promise.resolve() };
Object.assign(globalThis, { window: globalThis, chrome: { runtime } });
// Read once `chrome` is there, which it takes as it finds it.
const { sendUntilAnswered } = await import("./send-until-answered.ts");

type Outcome = "lost" | "rejected" | "empty" | "answered";

/** Times of the attempts, in milliseconds from the first, and the outcome, where each attempt ends as `outcomes` say; "lost" never does. */
async function attempts(outcomes: readonly Outcome[]): Promise<{ times: number[]; outcome: string }> {
  mock.timers.enable({ apis: ["setTimeout"] });
  let now = 0;
  const times: number[] = [];
  runtime.sendMessage = () => {
    const outcome = outcomes[times.length] ?? "answered";
    times.push(now);
    if (outcome === "lost") return new Promise(() => {});
    if (outcome === "rejected") return Promise.reject(new Error("nobody there"));
    return Promise.resolve(outcome === "empty" ? undefined : { answer: 1 });
  };
  let outcome = "";
  void sendUntilAnswered({}).then(
    (reply: unknown) => {
      outcome = reply ? "answered" : "unanswered";
    },
    () => {
      outcome = "rejected";
    },
  );
  for (; outcome === "" && now < 90_000; now += 100) {
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    if (outcome === "") mock.timers.tick(100);
  }
  mock.timers.reset();
  return { times, outcome };
}

const cases: [string, Outcome[], number[], string][] = [
  ["answered at once", ["answered"], [0], "answered"],
  ["a lost message is sent again when no answer has come for long", ["lost", "answered"], [0, 8_300], "answered"],
  ["a background being ended is given time", ["rejected", "empty", "answered"], [0, 300, 900], "answered"],
  ["nobody there", Array(8).fill("rejected"), [0, 300, 900, 1_800, 3_000, 4_500, 6_300, 8_400], "rejected"],
  ["all lost", Array(8).fill("lost"), [0, 8_300, 16_900, 25_800, 35_000, 44_500, 54_300, 64_400], "unanswered"],
];
for (const [name, outcomes, times, outcome] of cases) {
  test(name, async () => assert.deepEqual(await attempts(outcomes), { times, outcome }));
}
