// Answers requests with the engine, which is opened on the first of them and held only while the background lives.
import init, { Background, __wbg_reset_state as startOver } from "#engine";
import { extension } from "../extension-api.ts";
import type { Reply, Request } from "../messages.ts";
import { isOnFor, readSettings, siteOf } from "../settings.ts";
import type { Failure } from "../wire.ts";
import { injectPageSide, sitesOf } from "./inject.ts";

let opened: Promise<Background> | undefined;

function open(): Promise<Background> {
  opened ??= init({ module_or_path: extension.runtime.getURL("engine_bg.wasm") })
    .then(() => Background.open(extension.runtime.getURL("")))
    .catch((error: unknown) => {
      opened = undefined; // so that the next request tries again
      throw error;
    });
  return opened;
}

function isFailure(error: unknown): error is Failure {
  return typeof error === "object" && error !== null && "code" in error && "message" in error;
}

/** The answer that `asked` gets of the engine. A panic leaves its memory in an unknown state: the next request gets a fresh one. */
async function askEngine<Answer>(asked: (engine: Background) => Answer): Promise<Answer> {
  const engine = await open();
  await engine.openCards();
  try {
    return asked(engine);
  } catch (error) {
    if (!isFailure(error)) {
      opened = undefined;
      startOver();
    }
    throw error;
  }
}

function failureOf(error: unknown): Failure {
  if (isFailure(error)) return { code: String(error.code), message: String(error.message) };
  return { code: "internal", message: error instanceof Error ? error.message : String(error) };
}

async function answer(request: Request, sender: chrome.runtime.MessageSender): Promise<unknown> {
  const tab = sender.tab?.id;
  switch (request.request) {
    case "qualifies": {
      if (tab === undefined) return null;
      const settings = await readSettings();
      const policy = settings.articles[siteOf(sender.url) ?? ""];
      if (isOnFor(settings, sitesOf(sender)) && policy !== "never") {
        // Opened while the page side starts: it will ask in a moment. Whoever asks is told if it can't be.
        open()
          .then((engine) => engine.openCards())
          .catch(() => {});
        const place = { tab, frame: sender.frameId ?? 0, document: sender.documentId, began: request.began };
        // The loader and the script of sites that are always annotated may both speak up.
        await injectPageSide(place, settings, policy === "always", false);
      }
      return null;
    }
    case "annotate":
      return askEngine((engine) => engine.annotate(request.text, request.body));
    case "card":
      return askEngine((engine) => engine.card(request.body));
    case "settings": {
      const settings = await readSettings();
      return isOnFor(settings, sitesOf(sender)) ? settings : null;
    }
    case "activate":
      // Only the extension's own pages may choose a tab.
      if (!sender.url?.startsWith(extension.runtime.getURL(""))) throw new Error("not from a page of the extension");
      await injectPageSide({ tab: request.tab, frame: 0 }, await readSettings(), true);
      return null;
  }
}

/** The listener for `runtime.onMessage`: answers every request of this extension, and nobody else's. */
export function answerRequests(
  message: Request | undefined,
  sender: chrome.runtime.MessageSender,
  respond: (reply: Reply<unknown>) => void,
): boolean {
  if (sender.id !== extension.runtime.id || typeof message?.request !== "string") return false;
  answer(message, sender).then(
    (value) => respond({ answer: value }),
    (error: unknown) => respond({ failure: failureOf(error) }),
  );
  return true; // the answer comes later
}
