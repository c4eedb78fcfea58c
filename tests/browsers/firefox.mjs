// Drives Firefox: launch with the extension installed, and what only its own (chrome) context can do (commands, menus, accessibility).
import { join } from "node:path";
import { launch } from "puppeteer-core";
import { zip } from "../../extension/zip.mjs";
import { until } from "./until.mjs";

/** Milliseconds after which a tab is taken to be lost; one that is seen takes less than a second. */
const TAB_PATIENCE_MS = 15_000;

const WINDOW = { width: 1100, height: 900 };
const ID = "gloss@gloss.example";
// The address of an extension's pages is random in Firefox unless it is given.
const UUID = "6e6d4a3e-9d1a-4c55-8a34-000000000001";

/** The same as launchChromium, for Firefox; the extension is a temporary add-on, but with a `profile` one that stays installed in it. */
export async function launchFirefox({
  dir,
  wayOut,
  headed = false,
  profile,
  env = {},
  executablePath = process.env.FIREFOX ?? "/usr/bin/firefox-esr",
}) {
  const browser = await launch({
    browser: "firefox",
    executablePath,
    headless: !headed,
    defaultViewport: headed ? null : WINDOW,
    args: ["--remote-allow-system-access"],
    userDataDir: profile,
    env: { ...process.env, ...env },
    extraPrefsFirefox: {
      "xpinstall.signatures.required": false, // long-term releases obey this
      "extensions.webextensions.uuids": JSON.stringify({ [ID]: UUID }),
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": wayOut,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": wayOut,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "intl.accept_languages": "en-GB, en",
      "accessibility.force_disabled": -1, // on, although no screen reader runs
    },
  });
  if (!dir) return { kind: "firefox", browser, newPage: () => browser.newPage(), close: () => browser.close() };

  if (!profile) await browser.installExtension(dir);
  const base = `moz-extension://${UUID}/`;
  const { connection } = browser;
  const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const chromeWindow = tree.result.contexts[0].context;

  /** The value (a string, number or boolean) of the expression, awaited, in the browser's own window. */
  async function inBrowserWindow(expression) {
    const { result } = await connection.send("script.evaluate", { expression, target: { context: chromeWindow }, awaitPromise: true });
    if (result.type === "exception") throw new Error(result.exceptionDetails.text);
    return result.result.value;
  }

  const ADDONS = `ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs").AddonManager`;
  const onAddon = (act) => inBrowserWindow(`${ADDONS}.getAddonByID(${JSON.stringify(ID)}).then((addon) => addon.${act}()).then(() => "")`);

  /** Installs the extension for good, unless the profile has it from an earlier launch. */
  async function install() {
    if (await inBrowserWindow(`${ADDONS}.getAddonByID(${JSON.stringify(ID)}).then((addon) => addon !== null)`)) return;
    const file = join(profile, "gloss.xpi");
    zip(dir, file, { level: 1 });
    await inBrowserWindow(`(async () => {
      const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
      file.initWithPath(${JSON.stringify(file)});
      await (await ${ADDONS}.getInstallForFile(file)).install();
    })()`);
  }

  if (profile) await install();

  /** The tab at `address` that comes of calling `open`, once its document is complete. `open` says how to close again what it opened. */
  async function tabThatOpens(address, open) {
    const before = new Set(await browser.pages());
    const opened = async () => {
      for (const page of await browser.pages()) {
        // page.url() lags behind a change of process, so the page itself is asked.
        if (!before.has(page) && (await page.evaluate("location.href + document.readyState").catch(() => "")) === `${address}complete`)
          return page;
      }
      return null;
    };
    const close = await open();
    return until(`the tab with ${address}`, opened, TAB_PATIENCE_MS).catch(async () => {
      // Seen in a cold or busy browser: a tab that is never reported to WebDriver. A second one is.
      await close();
      await open();
      return until(`the second tab with ${address}`, opened, TAB_PATIENCE_MS);
    });
  }

  /** Opens a page of the extension in a tab behind the active one, which therefore stays the one a popup speaks of. */
  const openBehind = (path) =>
    tabThatOpens(base + path, async () => {
      const panel = await inBrowserWindow(`gBrowser.addTab(${JSON.stringify(base + path)}, {
        triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(), inBackground: true }).linkedPanel`);
      return () => inBrowserWindow(`void gBrowser.removeTab(gBrowser.tabs.find((tab) => tab.linkedPanel === ${JSON.stringify(panel)}))`);
    });

  // Puppeteer sees no windowless background page, so one of the extension's own pages stands for it: same interface, same policy.
  let backstage = await openBehind("options.html");
  const background = (expression) => backstage.evaluate(expression);

  // A second wait: an event page has no ready signal, and its listeners are registered when it has run once.
  await until("the background to answer", () => background(`chrome.runtime.sendMessage({ request: "settings" }).then((reply) => !!reply)`));

  /** As if the reader had pressed the command's keys: the key element does what the keys would do. */
  async function command(name) {
    const done = await inBrowserWindow(`(() => {
      const policy = WebExtensionPolicy.getByID(${JSON.stringify(ID)});
      const shortcut = policy.extension.manifest.commands[${JSON.stringify(name)}].suggested_key.default;
      const key = [...document.querySelectorAll("keyset[id^=ext-keyset] key")]
        .find((element) => element.getAttribute("key")?.toUpperCase() === shortcut.at(-1).toUpperCase());
      if (!key) return "no key element for " + shortcut;
      key.doCommand();
      return "";
    })()`);
    if (done) throw new Error(done);
  }

  /** Opens the page's context menu by the secondary button and chooses the extension's entry. */
  async function contextMenu(page, _menuItemId) {
    await page.mouse.click(300, 300, { button: "right" });
    const isOpen = `document.getElementById("contentAreaContextMenu").state === "open"`;
    await until("the context menu to open", () => inBrowserWindow(isOpen));
    const done = await inBrowserWindow(`(() => {
      const menu = document.getElementById("contentAreaContextMenu");
      const entry = [...menu.querySelectorAll("menuitem")].find((item) => item.id.startsWith("gloss_gloss_example"));
      if (!entry) return "no entry of the extension in the menu";
      menu.activateItem(entry);
      return "";
    })()`);
    if (done) throw new Error(done);
    await until("the context menu to close", () => inBrowserWindow(`!(${isOpen})`));
  }

  /**
   * Presses the toolbar button and hands over the real popup. It lives in a panel that WebDriver doesn't list, so it is read and
   * pressed through the accessibility tree, as assistive technology would.
   */
  async function pressToolbarButton(page) {
    await page.bringToFront();
    await background("chrome.action.openPopup().then(() => {})");
    await until("the popup's panel", () => inBrowserWindow(`!!document.querySelector(".webextension-popup-browser")`));
  }

  async function closePopup() {
    await inBrowserWindow(`void document.querySelector(".webextension-popup-browser")?.closest("panel")?.hidePopup()`);
    await until("the popup to close", () => inBrowserWindow(`!document.querySelector(".webextension-popup-browser")`));
  }

  /** Lets the extension into private windows, as the reader does on the browser's own page. */
  async function allowPrivate() {
    await inBrowserWindow(`ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs").ExtensionPermissions
      .add(${JSON.stringify(ID)}, { permissions: ["internal:privateBrowsingAllowed"], origins: [] },
        WebExtensionPolicy.getByID(${JSON.stringify(ID)}).extension).then(() => "")`);
    await onAddon("reload");
    backstage = await openBehind("options.html");
  }

  /** Opens that address in a new private window, into which the extension must have been let; answers its page. */
  const openPrivate = (address) =>
    tabThatOpens(address, async () => {
      const id = await background(`chrome.windows.create({ incognito: true, url: ${JSON.stringify(address)} }).then(({ id }) => id)`);
      return () => background(`chrome.windows.remove(${id}).then(() => {})`);
    });

  /** The popup about the active tab of the private window, filled or not yet. */
  const openPrivatePopup = () =>
    tabThatOpens(`${base}popup.html`, async () => {
      const id = await background(`chrome.windows.getAll().then((all) => chrome.tabs.create(
        { windowId: all.find(({ incognito }) => incognito).id, url: "popup.html", active: false })).then(({ id }) => id)`);
      return () => background(`chrome.tabs.remove(${id}).then(() => {})`);
    });

  const WALK = `(root, visit) => {
    const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
    const go = (node) => {
      const state = {}; node.getState(state, {});
      visit({ role: service.getStringRole(node.role), name: node.name ?? "", focused: !!(state.value & Ci.nsIAccessibleStates.STATE_FOCUSED) }, node);
      for (let child = node.firstChild; child; child = child.nextSibling) go(child);
    };
    const start = service.getAccessibleFor(root);
    if (start) go(start);
  }`;
  const nodesBelow = async (element) =>
    JSON.parse(
      await inBrowserWindow(
        `(() => { const found = []; (${WALK})(${element}, (node) => found.push(node)); return JSON.stringify(found); })()`,
      ),
    );

  return {
    kind: "firefox",
    browser,
    base,
    background,
    command,
    contextMenu,
    openBehind,
    pressToolbarButton,
    closePopup,
    /** Puts the same extension in its own place, as an update does. The background can't be asked anything after that. */
    update: () => onAddon("reload"),
    /** Switches the extension off as the reader does on the browser's own page. */
    disable: () => onAddon("disable"),
    allowPrivate,
    openPrivate,
    openPrivatePopup,
    inBrowserWindow,
    /** What the background throws can't be heard over WebDriver; failures come back as answers all the same. */
    backgroundErrors: [],
    newPage: () => browser.newPage(),
    /** Every node of the active tab's accessibility tree: [{role, name, focused}]. */
    accessibleNodes: () => nodesBelow("gBrowser.selectedBrowser"),
    popupNodes: () => nodesBelow(`document.querySelector(".webextension-popup-browser")`),
    close: () => browser.close(),
  };
}
