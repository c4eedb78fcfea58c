// Draws one refusal as popup and options page list it, with the button that takes it back.
import { say } from "./extension-api.ts";
import type { KeptRefusal } from "./refusals.ts";

export function drawRefusal({ form, label, place }: KeptRefusal, press: () => void): HTMLLIElement {
  const words = document.createElement("span");
  words.dir = "auto";
  words.textContent = place === "" ? say("refusalEverywhere", form, label) : say("refusalOnPage", form, label, place);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = say("takeBack");
  button.setAttribute("aria-label", `${say("takeBack")}: ${words.textContent}`);
  button.addEventListener("click", press);
  const item = document.createElement("li");
  item.append(words, button);
  return item;
}
