// The options page: shows the settings and changes them.
import { registerAlwaysSites } from "../always-sites.ts";
import { extension, isFirefox, say } from "../extension-api.ts";
import { fillTexts, find, keep, keyOf } from "../extension-page.ts";
import { drawDecision, drawEntry, drawRefusal } from "../list-entry.ts";
import { keyOfRefusal, readRefusals, takeBack, watchRefusals } from "../refusals.ts";
import {
  type ArticlesPolicy,
  changeSettings,
  decideArticles,
  discardDamaged,
  type MarksPolicy,
  readDamaged,
  readSettings,
  type Settings,
  switchSite,
  watchSettings,
} from "../settings.ts";

const on = find("on", HTMLInputElement);
const sources = find("sources", HTMLInputElement);
const allActs = find("all-acts", HTMLInputElement);
const policies = [...document.querySelectorAll<HTMLInputElement>("input[name=marks]")];

function drawSite(site: string): HTMLLIElement {
  return drawEntry({
    words: site,
    button: say("switchOn"),
    label: say("switchOnFor", site),
    press: () => keep(switchSite(site, true), draw),
  });
}

/** A site about whose pages the reader has decided, with the way back. */
function drawSiteDecision([site, policy]: [string, ArticlesPolicy]): HTMLLIElement {
  const words = `${site}: ${say(policy === "always" ? "articlesAlways" : "articlesNever")}`;
  return drawDecision(words, async () => {
    const settings = await keep(decideArticles(site, null), draw);
    if (settings) await registerAlwaysSites(settings);
  });
}

function show(settings: Settings): void {
  on.checked = settings.on;
  sources.checked = settings.sources;
  allActs.checked = settings.allActs;
  for (const policy of policies) policy.checked = policy.value === settings.marks;
  find("sites", HTMLElement).replaceChildren(...settings.offSites.map(drawSite));
  find("sites-part", HTMLElement).hidden = settings.offSites.length === 0;
  find("no-sites", HTMLElement).hidden = settings.offSites.length > 0;
  const decided = Object.entries(settings.articles).sort();
  find("decided", HTMLElement).replaceChildren(...decided.map(drawSiteDecision));
  find("decided-part", HTMLElement).hidden = decided.length === 0;
}

async function showRefusals(): Promise<void> {
  const refusals = await readRefusals();
  const items = refusals.map((refusal) => drawRefusal(refusal, () => keep(takeBack(keyOfRefusal(refusal)), draw)));
  find("refusals", HTMLElement).replaceChildren(...items);
  find("no-refusals", HTMLElement).hidden = items.length > 0;
}

/** Tells of a damaged record and shows it, so that the reader can enter again what was lost before letting it go. */
function showDamaged(record: unknown): void {
  find("damaged", HTMLElement).hidden = record === undefined;
  find("damaged-record", HTMLElement).textContent = JSON.stringify(record, null, 2) ?? "";
}

/** Draws what is kept. Storage that can't be read is said, and shows as the defaults do. */
async function draw(): Promise<void> {
  try {
    show(await readSettings());
    await showRefusals();
    showDamaged(await readDamaged());
  } catch {
    find("unread", HTMLElement).hidden = false;
  }
}

async function drawKeys(): Promise<void> {
  const list = find("keys", HTMLElement);
  for (const [command, text] of [
    ["toggle-sources", "toggleSources"],
    ["next-mark", "nextMark"],
    ["previous-mark", "previousMark"],
  ] as const) {
    const name = document.createElement("dt");
    name.textContent = say(text);
    const key = document.createElement("dd");
    key.textContent = (await keyOf(command)) || say("keyNone");
    list.append(name, key);
  }
  find("change-keys", HTMLElement).textContent = say(isFirefox() ? "changeKeysFirefox" : "changeKeysChromium");
}

async function start(): Promise<void> {
  fillTexts();
  document.title = say("optionsTitle");
  const change = (changed: Partial<Settings>) => void keep(changeSettings(changed), draw);
  on.addEventListener("change", () => change({ on: on.checked }));
  sources.addEventListener("change", () => change({ sources: sources.checked }));
  allActs.addEventListener("change", () => change({ allActs: allActs.checked }));
  for (const policy of policies) policy.addEventListener("change", () => change({ marks: policy.value as MarksPolicy }));
  find("discard-damaged", HTMLButtonElement).addEventListener("click", () => void keep(discardDamaged(), draw).then(draw));
  watchSettings(() => void draw());
  watchRefusals(() => void draw());
  await draw();
  if (extension.commands) await drawKeys();
}

void start();
