// Tests what counts as the pointer's resting on a mark: not a fast pointer, nor one over a page that scrolls, nor what a page makes up.
import "#tests/document.mjs";
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import type { Mark } from "./annotations.ts";
import { ownElements } from "./dom.ts";
import { REST_MS, SCROLL_QUIET_MS } from "./limits.ts";
import { watchPointer } from "./watch-pointer.ts";

const MARK = {} as Mark;
/** What the listener heard since the test began. */
let heard: string[] = [];
let selected = false;
let now = 0;
let nextFrame: (() => void) | undefined;
const handlers = new Map<string, (event: object) => void>();

Object.assign(globalThis, {
  addEventListener: (type: string, handler: (event: object) => void, { signal }: { signal: AbortSignal }) => {
    handlers.set(type, handler);
    signal.addEventListener("abort", () => handlers.delete(type));
  },
  requestAnimationFrame: (run: () => void) => {
    nextFrame = run;
    return 1;
  },
  cancelAnimationFrame: () => {
    nextFrame = undefined;
  },
  getSelection: () => ({ isCollapsed: !selected }),
});
mock.method(performance, "now", () => now);
mock.timers.enable({ apis: ["setTimeout"] });

// The mark fills the right half of the window.
const name = (target: unknown) => (target ? "mark" : "none");
let stop = () => {};
beforeEach(() => {
  stop();
  heard = [];
  selected = false;
  now += 10_000;
  stop = watchPointer({
    find: (x) => (x >= 500 ? MARK : null),
    over: (target) => heard.push(`over ${name(target)}`),
    overCard: () => heard.push("over card"),
    clicked: (target, _, __, inLink) => heard.push(`clicked ${name(target)}${inLink ? " in a link" : ""}`),
    scrolled: () => heard.push("scrolled"),
  });
});

/** Lets time pass to the next frame and beyond. */
function pass(time: number): void {
  const frame = nextFrame;
  nextFrame = undefined;
  frame?.();
  now += time;
  mock.timers.tick(time);
}

/** The pointer moves there within that time from its last move. */
function move(x: number, more: object = {}, time = 16): void {
  now += time;
  const event = { isTrusted: true, pointerType: "mouse", target: document.body, buttons: 0, clientX: x, clientY: 10, timeStamp: now };
  handlers.get("pointermove")!({ ...event, ...more });
  pass(0);
}

function click(x: number, more: object = {}): void {
  handlers.get("click")!({ isTrusted: true, target: document.body, button: 0, clientX: x, clientY: 10, composedPath: () => [], ...more });
}

test("a pointer that moves slowly rests on what is under it", () => {
  move(490);
  move(500);
  assert.deepEqual(heard, ["over none", "over mark"]);
});

test("a fast pointer rests on nothing until it has stood still for a while", () => {
  move(100);
  move(600);
  assert.deepEqual(heard, ["over none", "over none"]);
  pass(REST_MS);
  assert.deepEqual(heard.slice(2), ["over mark"]);
});

test("what comes under a resting pointer by scrolling opens nothing until the page has been quiet for a while", () => {
  move(500);
  handlers.get("scroll")!({ target: document });
  move(505);
  assert.deepEqual(heard, ["over mark", "scrolled"]);
  pass(SCROLL_QUIET_MS);
  assert.deepEqual(heard.slice(2), ["over mark"]);
});

test("an element that scrolls elsewhere keeps nothing back", () => {
  const ticker = document.createElement("div");
  handlers.get("scroll")!({ target: ticker });
  move(500);
  assert.deepEqual(heard, ["scrolled", "over mark"]);
});

test("moves reported of a pointer that hasn't moved are none", () => {
  move(500);
  move(500);
  assert.deepEqual(heard, ["over mark"]);
});

test("while a button is held down nothing opens", () => {
  move(490);
  move(500, { buttons: 1 });
  assert.deepEqual(heard.slice(1), ["over none"]);
});

test("neither what a page makes up nor a finger's moves count", () => {
  move(500, { isTrusted: false });
  move(501, { pointerType: "touch" });
  click(500, { isTrusted: false });
  assert.deepEqual(heard, []);
});

test("in the card the pointer is on the card, and what it crossed on its way is forgotten", () => {
  const card = document.createElement("div");
  ownElements.add(card);
  move(100);
  move(600);
  move(610, { target: card });
  pass(REST_MS);
  click(610, { target: card });
  assert.deepEqual(heard, ["over none", "over none", "over card"]);
});

test("leaving the window is leaving the mark; going from one element to the next is not", () => {
  handlers.get("pointerout")!({ relatedTarget: document.body });
  handlers.get("pointerout")!({ relatedTarget: null });
  assert.deepEqual(heard, ["over none"]);
});

test("a click is on the mark under it, and says whether a link has it, too", () => {
  const link = Object.assign(document.createElement("a"), { href: "https://news.example/" });
  click(500);
  click(100);
  click(500, { composedPath: () => [document.createElement("b"), link, document] });
  click(500, { button: 1 });
  assert.deepEqual(heard, ["clicked mark", "clicked none", "clicked mark in a link"]);
});

test("a click that ends a selection is on nothing", () => {
  selected = true;
  click(500);
  assert.deepEqual(heard, ["clicked none"]);
});

test("once it has ended nothing is heard", () => {
  move(100);
  move(600);
  stop();
  pass(REST_MS);
  assert.deepEqual([handlers.size, heard.length], [0, 2]);
});
