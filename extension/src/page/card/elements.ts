// The elements that cards are made of, and the frame around each: a labelled dialog with buttons to go back and to close.
import { say } from "../../extension-api.ts";
import { createHtml } from "../dom.ts";

export interface FrameActions {
  back(): void;
  close(): void;
}

type Child = Node | string | null;

export function draw<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  style: string,
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = createHtml(name);
  if (style !== "") element.className = style;
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function button(style: string, text: string, press: () => void): HTMLButtonElement {
  const element = draw("button", style, text);
  element.type = "button";
  element.addEventListener("click", press);
  return element;
}

/** Names and quotations keep their own direction, whichever the interface has. */
export function inOwnDirection<Type extends HTMLElement>(element: Type): Type {
  element.dir = "auto";
  return element;
}

export function fold(title: string, ...content: Node[]): HTMLDetailsElement {
  return draw("details", "", draw("summary", "", title), ...content);
}

/**
 * `body` in its frame, labelled by the element in it with the id `title`, described by the one with the id `kind`; `nested` when there is
 * a card to go back to. The button to close it is hidden unless it is `pinned`.
 */
export function frame(body: HTMLElement, { nested, pinned }: { nested: boolean; pinned: boolean }, actions: FrameActions): HTMLElement {
  const close = button("close", say("close"), actions.close);
  close.hidden = !pinned;
  const element = draw("div", "card", close, nested ? button("back", `‹ ${say("back")}`, actions.back) : null, body);
  element.setAttribute("role", "dialog");
  element.setAttribute("aria-labelledby", "title");
  element.setAttribute("aria-describedby", "kind");
  element.tabIndex = -1;
  element.lang = say("@@ui_locale").replace("_", "-");
  element.dir = say("@@bidi_dir");
  return element;
}
