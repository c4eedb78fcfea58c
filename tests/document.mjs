// Gives the TypeScript tests a document beside the extension's interface; importing it makes both global.
import vm from "node:vm";
import { JSDOM } from "jsdom";
import "./extension-interface.mjs";

const { window } = new JSDOM("", { url: "https://courier.example/report" });

// Node has these as well, but a document takes only events and signals of its own.
const OF_THE_DOCUMENT = ["Event", "EventTarget", "CustomEvent", "AbortController", "AbortSignal"];
const builtIn = new Set(Object.getOwnPropertyNames(vm.runInNewContext("this")));
const interfaces = Object.getOwnPropertyNames(window).filter((name) => /^[A-Z]/.test(name) && !builtIn.has(name));
for (const name of interfaces)
  if (!(name in globalThis) || OF_THE_DOCUMENT.includes(name))
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
// A timer that the window sets must be one that is known outside it, or it couldn't be cleared there and would hold the process.
Object.assign(window, { setTimeout, clearTimeout });
Object.assign(globalThis, { window, document: window.document, location: window.location });

/** Style sheets made by script, which jsdom has not. */
globalThis.CSSStyleSheet = class {
  replaceSync() {}
};

/** An element's text, or that of the first one found in it, on one line. */
export function textOf(element, selector) {
  const found = selector ? element.querySelector(selector) : element;
  return found?.textContent.replaceAll("\u2060", "").replace(/\s+/g, " ").trim();
}

/** Presses the button of that text below `element`. */
export function press(element, text) {
  const button = [...element.querySelectorAll("button")].find((candidate) => candidate.textContent === text);
  if (!button) throw new Error(`no button “${text}”`);
  button.click();
}
