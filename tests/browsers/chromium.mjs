// Drives Chromium: launch with the extension, and what only the DevTools protocol can do (commands, menus, real popup, accessibility tree).
import { launch } from "puppeteer-core";
import { BROWSERS_OWN } from "./serve.mjs";
import { until } from "./until.mjs";

const WINDOW = { width: 1100, height: 900 };

/**
 * Launches Chromium with the unpacked extension in `dir` (null: without one). `wayOut` is the port of the proxy that refuses
 * everything but loopback. With `headed` a window is opened on the display. `profile` is a folder that outlives the browser, by default
 * none; the extension is loaded into it anew each time, since an unpacked one isn't kept, and finds its storage as it was. `env` is added to
 * the browser's environment.
 */
export async function launchChromium({
  dir,
  wayOut,
  headed = false,
  profile,
  env = {},
  executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium",
}) {
  const browser = await launch({
    browser: "chrome",
    executablePath,
    headless: !headed,
    pipe: true,
    enableExtensions: dir ? [dir] : false,
    userDataDir: profile,
    env: { ...process.env, ...env },
    defaultViewport: headed ? null : WINDOW,
    args: [
      "--no-sandbox", // containers run as root, where the sandbox refuses to start
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Chromium keeps asking for its own sign-in and updates, when it likes; under made-up names that isn't taken for the extension's.
      `--gaia-url=https://accounts.${BROWSERS_OWN}`,
      `--apps-gallery-update-url=https://updates.${BROWSERS_OWN}`,
      `--component-updater=url-source=https://updates.${BROWSERS_OWN}`,
      "--disable-features=NetworkTimeServiceQuerying",
      "--lang=en-GB",
      `--window-size=${WINDOW.width},${WINDOW.height}`,
      `--proxy-server=http://127.0.0.1:${wayOut}`,
      "--enable-unsafe-extension-debugging", // without it Extensions.triggerAction is refused
    ],
  });
  if (!dir) return { kind: "chromium", browser, newPage: () => browser.newPage(), close: () => browser.close() };

  const isWorker = (target) => target.type() === "service_worker" && /^chrome-extension:.*\/background\.js$/.test(target.url());
  const base = new URL("/", (await browser.waitForTarget(isWorker, { timeout: 20_000 })).url()).href;
  const root = await browser.target().createCDPSession();

  /** A worker that ended with its extension, which was loaded anew, may stay listed beside its successor. */
  const newestWorker = () => browser.targets().findLast(isWorker);

  /** The background's worker; it may have been stopped for idleness, and comes back when it is asked. */
  async function worker() {
    return (newestWorker() ?? (await browser.waitForTarget(isWorker, { timeout: 20_000 }))).worker();
  }

  /** The value of the expression (awaited) in the background. */
  async function background(expression) {
    return (await worker()).evaluate(expression);
  }

  const backgroundErrors = [];
  const listenedTo = new WeakSet();
  /** Collects what the background throws; each time it starts, it is another worker. */
  async function listen(target) {
    const { client } = await target.worker();
    if (listenedTo.has(client)) return;
    listenedTo.add(client);
    client.on("Runtime.exceptionThrown", ({ exceptionDetails }) =>
      backgroundErrors.push(exceptionDetails.exception?.description ?? exceptionDetails.text),
    );
  }
  browser.on("targetcreated", (target) => isWorker(target) && listen(target).catch(() => {}));
  await listen(browser.targets().find(isWorker));

  // The worker is there before its interfaces are.
  await until("the background to start", () => background(`typeof chrome === "object" && chrome.storage !== undefined`));

  /** As if the reader had pressed the command's keys: synthetic keys don't reach extensions, so the event is dispatched. */
  function command(name) {
    return background(`chrome.tabs.query({ active: true, lastFocusedWindow: true })
      .then(([tab]) => void chrome.commands.onCommand.dispatch(${JSON.stringify(name)}, tab))`);
  }

  /** As if the reader had chosen that entry of the context menu; native menus can't be opened headless. */
  function contextMenu(_page, menuItemId) {
    return background(`chrome.tabs.query({ active: true, lastFocusedWindow: true })
      .then(([tab]) => void chrome.contextMenus.onClicked.dispatch({ menuItemId: ${JSON.stringify(menuItemId)}, pageUrl: tab.url }, tab))`);
  }

  /** Opens a page of the extension in a tab behind the active one, which therefore stays the one a popup speaks of. */
  async function openBehind(path) {
    const before = new Set(browser.targets());
    await background(`chrome.tabs.create({ url: ${JSON.stringify(path)}, active: false }).then(() => {})`);
    const target = await browser.waitForTarget((other) => !before.has(other) && other.url() === base + path, { timeout: 20_000 });
    return target.page();
  }

  /** Presses the toolbar button. To the browser that is the reader's own click: it grants activeTab. */
  async function clickToolbarButton(page) {
    await page.bringToFront();
    const session = await page.createCDPSession();
    const { targetInfo } = await session.send("Target.getTargetInfo");
    await session.detach();
    const { targetInfos } = await root.send("Target.getTargets", { filter: [{ type: "tab" }] });
    const tab = targetInfos.find((info) => info.url === targetInfo.url);
    await root.send("Extensions.triggerAction", { id: new URL(base).host, targetId: tab.targetId });
  }

  /** Presses the toolbar button and hands over the real popup as a page. */
  async function pressToolbarButton(page) {
    await clickToolbarButton(page);
    const target = await browser.waitForTarget((other) => other.url() === `${base}popup.html` && other.type() === "page", {
      timeout: 20_000,
    });
    return target.asPage();
  }

  /** Every node of the page's accessibility tree that isn't ignored: [{role, name, focused, modal}]. */
  async function accessibleNodes(page) {
    const session = await page.createCDPSession();
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    await session.detach();
    return nodes
      .filter((node) => !node.ignored)
      .map((node) => ({
        role: node.role?.value ?? "",
        name: node.name?.value ?? "",
        focused: node.properties?.some((property) => property.name === "focused" && property.value.value === true) ?? false,
      }));
  }

  /** Puts the same extension in its own place, as an update does. The background can't be asked anything after that. */
  async function update() {
    await root.send("Extensions.loadUnpacked", { path: dir });
  }

  /** Switches the extension off as the reader does on the browser's own page. */
  async function disable() {
    const page = await browser.newPage();
    await page.goto("chrome://extensions");
    await page.evaluate((id) => chrome.management.setEnabled(id, false), new URL(base).host);
    await page.close();
  }

  /** Lets the extension into private windows, as the reader does on the browser's own page, which loads it anew. */
  async function allowPrivate() {
    const page = await browser.newPage();
    await page.goto("chrome://extensions");
    await page.evaluate(async (extensionId) => {
      const call = (name, given) => new Promise((done) => chrome.developerPrivate[name](given, done));
      // Without it an unpacked extension is switched off when it is loaded anew.
      await call("updateProfileConfiguration", { inDeveloperMode: true });
      await call("updateExtensionConfiguration", { extensionId, incognitoAccess: true });
    }, new URL(base).host);
    await page.close();
    // Until it's there again its pages can't be opened, and one opened too early goes with it. A background sleeps until somebody asks it something.
    await until("the extension to be loaded anew", async () => {
      const options = await browser.newPage();
      try {
        await options.goto(`${base}options.html`);
        return await options.evaluate(async () => {
          await chrome.runtime.sendMessage({ request: "settings" });
          return chrome.extension.isAllowedIncognitoAccess();
        });
      } catch {
        return false;
      } finally {
        await options.close().catch(() => {});
      }
    });
  }

  /** Opens that address in a new private window, into which the extension must have been let; answers its page. */
  async function openPrivate(address) {
    await background(`chrome.windows.create({ incognito: true, url: ${JSON.stringify(address)} }).then(() => {})`);
    return until("the private window", async () => {
      for (const page of await browser.pages()) if ((await page.evaluate("location.href").catch(() => "")) === address) return page;
      return null;
    });
  }

  /** The popup about the active tab of the private window, filled or not yet. */
  async function openPrivatePopup() {
    const url = await background(`chrome.tabs.query({ active: true }).then((tabs) => tabs.find(({ incognito }) => incognito).url)`);
    return pressToolbarButton((await browser.pages()).find((page) => page.url() === url));
  }

  const isBackgroundRunning = () => browser.targets().some(isWorker);

  /** Stops the background as the browser does after 30 s of idleness; `atWork` when it may be started again at once. */
  async function stopBackground({ atWork = false } = {}) {
    const target = newestWorker();
    if (!target) return;
    // Detached first: a debugger still attached when the worker is started again holds it in its start, and all messages to it get lost.
    // One that is being stopped already has nothing left to detach from or to close.
    const { client } = await target.worker();
    const { targetInfo } = await client.send("Target.getTargetInfo").catch(() => ({}));
    await client.detach().catch(() => {});
    if (targetInfo) await root.send("Target.closeTarget", { targetId: targetInfo.targetId }).catch(() => {});
    if (!atWork) await until("the background to stop", () => !browser.targets().includes(target));
  }

  return {
    kind: "chromium",
    browser,
    base,
    background,
    command,
    contextMenu,
    openBehind,
    clickToolbarButton,
    pressToolbarButton,
    accessibleNodes,
    stopBackground,
    update,
    disable,
    allowPrivate,
    openPrivate,
    openPrivatePopup,
    isBackgroundRunning,
    backgroundErrors,
    newPage: () => browser.newPage(),
    close: () => browser.close(),
  };
}
