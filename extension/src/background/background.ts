// The background: a service worker in Chromium, an event page in Firefox; wakes for requests and keeps nothing.
import { registerAlwaysSites } from "../always-sites.ts";
import { extension, isFirefox, say } from "../extension-api.ts";
import type { Command } from "../messages.ts";
import { readSettings } from "../settings.ts";
import { answerRequests } from "./answer-requests.ts";
import { injectPageSide } from "./inject.ts";

const COMMANDS: Record<string, Command> = {
  "toggle-sources": { command: "toggleSources" },
  "next-mark": { command: "step", by: 1 },
  "previous-mark": { command: "step", by: -1 },
};

/** The frames of that tab in which marks are gone through: the one that the reader is in, else the page's own, else any. */
async function frameToStepIn(tab: number): Promise<chrome.tabs.MessageSendOptions> {
  const answers = await extension.scripting.executeScript({
    target: { tabId: tab, allFrames: true },
    func: () => (globalThis.__gloss ? document.hasFocus() : null),
  });
  // A document has the focus as well when a frame in it has it.
  const inner = answers.find(({ frameId, result }) => frameId !== 0 && result === true);
  const found = inner ?? answers.find(({ frameId, result }) => frameId === 0 && typeof result === "boolean");
  return found ? { frameId: found.frameId } : {};
}

/** Passes a command on to the page sides of a tab; starts one when there is none yet, since the reader asked for it. */
async function tellTab(tab: chrome.tabs.Tab | undefined, command: Command): Promise<void> {
  if (tab?.id === undefined) return;
  try {
    await extension.tabs.sendMessage(tab.id, command, command.command === "step" ? await frameToStepIn(tab.id) : {});
  } catch {
    try {
      await injectPageSide({ tab: tab.id, frame: 0 }, await readSettings(), true);
      await extension.tabs.sendMessage(tab.id, command);
    } catch {
      // A page that no extension may enter; the popup says so when it is opened.
    }
  }
}

/** Puts the loader into the tabs that were open before the extension was installed or updated. */
async function loadIntoOpenTabs(): Promise<void> {
  for (const tab of await extension.tabs.query({ url: ["http://*/*", "https://*/*"] })) {
    if (tab.id === undefined || tab.discarded) continue;
    // Rejected for pages that no extension may enter, such as the extension store: nothing to be done there.
    extension.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, files: ["loader.js"] }).catch(() => {});
  }
}

extension.runtime.onMessage.addListener(answerRequests);

extension.runtime.onInstalled.addListener(() => {
  // An update forgets registered scripts.
  void readSettings().then(registerAlwaysSites);
  // Firefox for Android has neither context menus nor keys.
  extension.contextMenus?.removeAll(() => {
    extension.contextMenus.create({
      id: "toggle-sources",
      title: say("toggleSources"),
      contexts: ["page", "frame", "selection", "link"],
      documentUrlPatterns: ["http://*/*", "https://*/*"],
    });
  });
  // Firefox runs content scripts in open tabs by itself.
  if (!isFirefox()) void loadIntoOpenTabs();
});

extension.contextMenus?.onClicked.addListener((info, tab) => {
  const command = COMMANDS[info.menuItemId];
  if (command) void tellTab(tab, command);
});

extension.commands?.onCommand.addListener(async (name, tab) => {
  const command = COMMANDS[name];
  if (command) await tellTab(tab ?? (await extension.tabs.query({ active: true, currentWindow: true }))[0], command);
});
