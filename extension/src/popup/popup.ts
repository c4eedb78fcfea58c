// The toolbar's popup: shows the state of the active tab's page and changes it.
import { registerAlwaysSites } from "../always-sites.ts";
import { describeKind } from "../describe-source.ts";
import { extension, say } from "../extension-api.ts";
import { fillTexts, find, keep, keyOf, tellUnkept } from "../extension-page.ts";
import { drawRefusal } from "../list-entry.ts";
import { ask, type PageStatus, type SourceLine } from "../messages.ts";
import { keyOfRefusal } from "../refusals.ts";
import {
  type ArticlesPolicy,
  changeSettings,
  decideArticles,
  isOnFor,
  type MarksPolicy,
  readSettings,
  siteOf,
  switchSite,
} from "../settings.ts";
import type { Failure } from "../wire.ts";
import { drawPage, tellInvalidDate } from "./draw-page.ts";
import { findState, type Obstacle, tell, tellAll, WEB } from "./find-state.ts";

const sources = find("sources", HTMLInputElement);
const here = find("here", HTMLInputElement);
const everywhere = find("everywhere", HTMLInputElement);
const articles = find("articles", HTMLSelectElement);
const marks = find("marks", HTMLSelectElement);
const notice = find("notice", HTMLElement);
const page = find("page", HTMLElement);

/** What sort of source it is and through whom it speaks, in words. */
function describeSource({ kind, through }: SourceLine): string {
  const words = describeKind(kind);
  if (through.length > 0) words.push(say("through", through.join(", ")));
  return words.join(" · ");
}

function span(style: string, text: string): HTMLSpanElement {
  const element = document.createElement("span");
  element.className = style;
  element.textContent = text;
  return element;
}

function drawSource(tab: number, line: SourceLine): HTMLLIElement {
  const label = span("label", line.kind === "none" ? say("noSourceGiven") : line.label);
  label.dir = "auto";
  const count = span("count", String(line.count));
  count.title = say("statementCount", line.count);
  count.setAttribute("aria-label", say("statementCount", line.count));
  const button = document.createElement("button");
  button.type = "button";
  button.title = say("jumpTo");
  const description = describeSource(line);
  button.append(label, description === "" ? "" : span("kind", description), count);
  button.addEventListener("click", async () => {
    const status = await tell(tab, { command: "jump", source: line.key });
    if (status) sources.checked = status.sourcesShown;
    find("legend", HTMLElement).hidden = !sources.checked;
  });
  const item = document.createElement("li");
  item.append(button);
  return item;
}

function explainFailure({ code }: Failure): string {
  if (code === "browser-too-old") return say("errorTooOld");
  return say(code.startsWith("pack-") ? "errorPack" : "errorInternal");
}

function showNotice(text: string, ...buttons: [string, () => Promise<unknown>][]): void {
  notice.hidden = false;
  find("notice-text", HTMLElement).textContent = text;
  notice.querySelector(".buttons")!.replaceChildren(
    ...buttons.map(([label, press]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = say(label);
      button.addEventListener("click", () => void press());
      return button;
    }),
  );
}

function showStatus(tab: number, status: PageStatus): void {
  sources.disabled = status.failure !== null;
  sources.checked = status.sourcesShown;
  find("legend", HTMLElement).hidden = !status.sourcesShown;
  page.hidden = status.page === null;
  if (status.failure) showNotice(explainFailure(status.failure));
  else notice.hidden = true;
  find("list", HTMLElement).replaceChildren(...status.sources.map((line) => drawSource(tab, line)));
  const none = find("no-sources", HTMLElement);
  none.hidden = status.sources.length > 0;
  none.textContent = say(status.page?.statementsSupported === false ? "statementsUnsupported" : "noSources");
  find("names", HTMLElement).textContent = say("nameCount", status.names);
  drawPage(status);
  find("refusals-part", HTMLElement).hidden = status.refusals.length === 0;
  find("refusals", HTMLElement).replaceChildren(
    ...status.refusals.map((refusal) => {
      const key = keyOfRefusal(refusal);
      return drawRefusal(refusal, () => takeBack(tab, key), status.passing.includes(key));
    }),
  );
  tellUnkept(status.unkept);
  const cut = find("cut", HTMLElement);
  cut.hidden = !status.cut;
  cut.textContent = status.cut;
}

function showObstacle(tab: chrome.tabs.Tab, obstacle: Obstacle): void {
  sources.disabled = true;
  sources.checked = false;
  page.hidden = true;
  const annotate = async () => {
    showNotice(say("reading"));
    try {
      await ask("activate", { tab: tab.id! });
      await refresh();
    } catch {
      showNotice(say("errorRefused"));
    }
  };
  // The browser takes the request only straight from the click. The page that opens then qualifies by itself.
  const allow = async () => {
    if (await extension.permissions.request(WEB)) await annotate();
  };
  if (obstacle === "notAllowed") showNotice(say(obstacle), ["allow", allow], ["annotateOnce", annotate]);
  else if (obstacle === "notAnArticle") showNotice(say(obstacle), ["annotateAnyway", annotate]);
  else showNotice(say(obstacle));
}

async function activeTab(): Promise<chrome.tabs.Tab | undefined> {
  return (await extension.tabs.query({ active: true, currentWindow: true }))[0];
}

/** Shows the tab as it is now. */
async function refresh(): Promise<void> {
  const tab = await activeTab();
  const settings = await readSettings().catch(() => null);
  if (!settings) {
    showNotice(say("errorStorage"));
    return;
  }
  const site = siteOf(tab?.url);
  everywhere.checked = settings.on;
  here.checked = settings.on && site !== null && isOnFor(settings, [site]);
  here.disabled = !settings.on;
  // What is decided of a site is kept with its name, and of a private window nothing may be.
  const isDecidable = site !== null && /^https?:/.test(tab?.url ?? "") && !tab?.incognito;
  const isOff = site !== null && settings.offSites.includes(site);
  find("private", HTMLElement).hidden = !tab?.incognito;
  find("here-label", HTMLElement).hidden = !isDecidable && !isOff;
  find("here-text", HTMLElement).textContent = say("onHere", site ?? "");
  find("articles-label", HTMLElement).hidden = !isDecidable;
  articles.value = (site !== null && settings.articles[site]) || "";
  marks.value = settings.marks;
  find("legend-unsaid", HTMLElement).hidden = !settings.allActs;
  if (!tab) return;
  const state = await findState(tab, settings);
  if ("status" in state) showStatus(tab.id!, state.status);
  else showObstacle(tab, state.obstacle);
}

/** After switching on, the open page is annotated without loading it anew, if it still is as it was when it qualified. */
async function switchedOn(): Promise<void> {
  const tab = await activeTab();
  if (tab?.id !== undefined) {
    // The loader decides again, as it would in a fresh page. Rejected where no extension may enter; the notice says so.
    await extension.scripting.executeScript({ target: { tabId: tab.id }, files: ["loader.js"] }).catch(() => {});
  }
  await refresh();
}

async function takeBack(tab: number, key: string): Promise<void> {
  const status = await tell(tab, { command: "takeBack", key });
  if (status) showStatus(tab, status);
}

/** Has the page read as of another day, or again as of its own. */
async function setDate(date: string | null): Promise<void> {
  const tab = await activeTab();
  const status = tab?.id === undefined ? null : await tell(tab.id, { command: "setDate", date });
  if (!status) return;
  find("change-date", HTMLDetailsElement).open = false;
  showStatus(tab!.id!, status);
}

async function start(): Promise<void> {
  fillTexts();
  find("key", HTMLElement).textContent = await keyOf("toggle-sources");
  sources.addEventListener("change", async () => {
    const tab = await activeTab();
    const status = tab?.id === undefined ? null : await tellAll(tab.id, { command: "toggleSources" });
    if (status) showStatus(tab!.id!, status);
  });
  here.addEventListener("change", async () => {
    const site = siteOf((await activeTab())?.url);
    if (site === null) return;
    if (!(await keep(switchSite(site, here.checked), refresh))) return;
    await (here.checked ? switchedOn() : refresh());
  });
  everywhere.addEventListener("change", async () => {
    if (!(await keep(changeSettings({ on: everywhere.checked }), refresh))) return;
    await (everywhere.checked ? switchedOn() : refresh());
  });
  articles.addEventListener("change", async () => {
    const tab = await activeTab();
    const site = siteOf(tab?.url);
    if (tab?.id === undefined || site === null) return;
    const policy = articles.value as ArticlesPolicy | "";
    const settings = await keep(decideArticles(site, policy === "" ? null : policy), refresh);
    if (!settings) return;
    await registerAlwaysSites(settings);
    // What the reader has just said of the site holds for the open page, too.
    if (policy === "always") await ask("activate", { tab: tab.id }).catch(() => {});
    await refresh();
  });
  find("date-form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    const given = find("given-date", HTMLInputElement);
    tellInvalidDate(!given.validity.valid);
    // An emptied field gives no day, so that the page's own counts.
    if (given.validity.valid) void setDate(given.value || null);
  });
  find("own-date", HTMLButtonElement).addEventListener("click", () => void setDate(null));
  marks.addEventListener("change", () => void keep(changeSettings({ marks: marks.value as MarksPolicy }), refresh));
  find("options", HTMLButtonElement).addEventListener("click", () => {
    void extension.runtime.openOptionsPage();
    close();
  });
  await refresh();
}

void start();
