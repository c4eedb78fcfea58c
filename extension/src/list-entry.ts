// Draws one entry of the lists in popup and options page: what the reader has decided, with the button that undoes it.
import { say } from "./extension-api.ts";
import type { KeptRefusal } from "./refusals.ts";

export interface ListEntry {
  words: string;
  /** What the button says, and what it says to those who don't see the words beside it. */
  button: string;
  label: string;
  press(): unknown;
}

export function drawEntry({ words, button: text, label, press }: ListEntry): HTMLLIElement {
  const plain = document.createElement("span");
  plain.dir = "auto";
  plain.textContent = words;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.setAttribute("aria-label", label);
  button.addEventListener("click", () => void press());
  const item = document.createElement("li");
  item.append(plain, button);
  return item;
}

/** An entry whose button takes a decision back. */
export function drawDecision(words: string, press: () => unknown): HTMLLIElement {
  return drawEntry({ words, button: say("takeBack"), label: `${say("takeBack")}: ${words}`, press });
}

/** A refusal; `passing` when it holds only until the page is left. */
export function drawRefusal({ form, label, place }: KeptRefusal, press: () => unknown, passing = false): HTMLLIElement {
  const words = place === "" ? say("refusalEverywhere", form, label) : say("refusalOnPage", form, label, place);
  return drawDecision(passing ? say("refusalPassing", words) : words, press);
}
