// What the extension's own pages share: finding their elements and filling in their texts.
import { extension, say } from "./extension-api.ts";

/** The element with that id, which the page's own HTML promises. */
export function find<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`no ${type.name} #${id}`);
  return element;
}

/** Fills every element that has a `data-say` with the text of that name. */
export function fillTexts(): void {
  document.documentElement.lang = say("@@ui_locale").replace("_", "-");
  document.documentElement.dir = say("@@bidi_dir");
  for (const element of document.querySelectorAll<HTMLElement>("[data-say]"))
    element.textContent = say(element.getAttribute("data-say") ?? "");
}

/**
 * The outcome of a change that the reader has made. Where the browser's storage doesn't take it, the page's `#unkept` says so, and `show`
 * brings back what is kept; then the outcome is undefined.
 */
export async function keep<Outcome>(change: Promise<Outcome>, show: () => unknown): Promise<Outcome | undefined> {
  const outcome = await change.catch(() => null);
  if (outcome === null) await show();
  tellUnkept(outcome === null);
  return outcome ?? undefined;
}

/** Says that the reader's last change couldn't be kept, or no longer. */
export function tellUnkept(unkept: boolean): void {
  find("unkept", HTMLElement).hidden = !unkept;
}

/** The key set for that command, as the browser writes it; empty when there is none, or where keys can't be asked for (Android). */
export async function keyOf(command: string): Promise<string> {
  const commands = (await extension.commands?.getAll()) ?? [];
  return commands.find(({ name }) => name === command)?.shortcut ?? "";
}
