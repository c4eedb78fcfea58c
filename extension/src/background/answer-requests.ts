// Answers requests with the engine, which is opened on the first of them and held only while the background lives.
import init, { Background, Incoming, __wbg_reset_state as startOver } from "#engine";
import { extension } from "../extension-api.ts";
import type { Reply, Request } from "../messages.ts";
import { isOnFor, readSettings, siteOf } from "../settings.ts";
import type { Failure } from "../wire.ts";
import { injectPageSide, sitesOf } from "./inject.ts";
import { readPackaged } from "./package-files.ts";
import { warmUp } from "./warm-up.ts";

let opened: Promise<Background> | undefined;
/** Its cards, which are read after its names, once a page has been annotated: what is marked is seen before any card is opened. */
let withCards: Promise<Background> | undefined;
/** Whether the engine that is open has its model. */
let hasModel = false;

function open(): Promise<Background> {
  opened ??= openEngine().catch((error: unknown) => {
    close(); // so that the next request tries again
    throw error;
  });
  return opened;
}

async function openEngine(): Promise<Background> {
  const started = init({ module_or_path: extension.runtime.getURL("engine_bg.wasm") }).then(() => guarded(() => new Background()));
  const names = await readPackaged("world.names", async (file) => {
    const engine = await started; // while the browser fetches the file
    return takeIn(file, () => guarded(() => warmUp(engine)));
  });
  const engine = await started;
  guarded(() => engine.addNames(names));
  return engine;
}

function openCards(): Promise<Background> {
  withCards ??= readCards().catch((error: unknown) => {
    withCards = undefined; // so that the next request tries again
    throw error;
  });
  return withCards;
}

async function readCards(): Promise<Background> {
  const engine = await open();
  const cards = await readPackaged("world.cards", takeIn);
  guarded(() => engine.addCards(cards));
  return engine;
}

/**
 * Copies a file piece by piece into Wasm memory: whole, it would take the browser twice as long and twice the memory. After the first
 * piece, while the browser reads the next, there is time for `meanwhile`.
 */
async function takeIn(file: Response, meanwhile?: () => void): Promise<Incoming> {
  const incoming = new Incoming();
  const pieces = file.body!.getReader();
  let waiting = meanwhile;
  for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
    incoming.push(piece.value);
    waiting?.();
    waiting = undefined;
  }
  return incoming;
}

function close(): void {
  opened = undefined;
  withCards = undefined;
  hasModel = false;
}

function isFailure(error: unknown): error is Failure {
  return typeof error === "object" && error !== null && "code" in error && "message" in error;
}

/** What `run` answers. A panic leaves the engine's memory in an unknown state: the next request gets a fresh one. */
function guarded<Answer>(run: () => Answer): Answer {
  try {
    return run();
  } catch (error) {
    if (!isFailure(error)) {
      close();
      startOver();
    }
    throw error;
  }
}

/** The answer that `asked` gets of the engine, which has its model if there are `statements` to find: most pages are left before that. */
async function askEngine<Answer>(asked: (engine: Background) => Answer, statements = false): Promise<Answer> {
  // Without its file statements are found by rules alone.
  const reading = statements && !hasModel ? readPackaged("attribution.model", (file) => file.arrayBuffer()).catch(() => null) : null;
  const [engine, model] = await Promise.all([open(), reading]);
  return guarded(() => {
    if (model) {
      engine.addModel(new Uint8Array(model));
      hasModel = true;
    }
    return asked(engine);
  });
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
        open().catch(() => {});
        const place = { tab, frame: sender.frameId ?? 0, document: sender.documentId, began: request.began };
        // The loader and the script of sites that are always annotated may both speak up.
        await injectPageSide(place, settings, policy === "always", false);
      }
      return null;
    }
    case "annotate": {
      const reply = await askEngine((engine) => engine.annotate(request.text, request.body), request.body.statements);
      // The page side will ask for them, and is told if they can't be had.
      if (reply.cards.length > 0) openCards().catch(() => {});
      return reply;
    }
    case "cards": {
      const engine = await openCards();
      return guarded(() => engine.cards(request.body));
    }
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
