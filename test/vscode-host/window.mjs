// A VS Code window with a packaged extension in it, driven the way a person drives it.
import fs from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { prepare } from "./cache.mjs";
import { installExtension, makeRunFolder, removeRunFolder, startBrowser, startServer, workbenchUrl } from "./processes.mjs";

/**
 * Opens a window, hands it to `use`, and ends everything it started however that goes.
 * `vsix`: the packaged extension. `workspace`: a folder, of which a copy is opened. `trust`: leave Workspace Trust on.
 */
export async function withWindow({ vsix, workspace, trust = false, settings = {}, viewport }, use) {
  prepare();
  const runFolder = makeRunFolder();
  let server;
  let browser;
  const stop = async () => {
    await browser?.stop().catch(() => undefined);
    await server?.stop();
    removeRunFolder(runFolder);
  };
  const interrupted = () => void stop().finally(() => process.exit(130));
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    installExtension(runFolder, vsix);
    const folder = path.join(runFolder, path.basename(workspace));
    fs.cpSync(workspace, folder, { recursive: true });
    server = await startServer({ runFolder, trust, settings });
    browser = await startBrowser({ runFolder, viewport });
    const window = new Window(browser.page, folder);
    await window.load(workbenchUrl(server, { folder, payload: [["skipWelcome", "true"]] }));
    return await use(window);
  } finally {
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    await stop();
  }
}

const visibleEditor = ".editor-instance .monaco-editor";

/** Lines and columns count from 1, as the status bar shows them. */
class Window {
  constructor(page, folder) {
    this.page = page;
    this.folder = folder;
  }

  async load(url) {
    await this.page.goto(url);
    await this.page.waitForSelector('[id="status.problems"]', { timeout: 30_000 });
    await this.page.waitForSelector(".explorer-folders-view .monaco-list", { timeout: 30_000 });
  }

  /** Polls until `look` gives something truthy, and gives that back. */
  async until(what, look, limit = 15_000) {
    for (const end = Date.now() + limit; ; await delay(50)) {
      const value = await look();
      if (value) return value;
      if (Date.now() > end) throw new Error(`It did not happen within ${limit / 1000} seconds: ${what}.`);
    }
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  // Palette, pickers and input boxes

  get quickInput() {
    return this.page.locator(".quick-input-widget:visible");
  }

  /** Runs a command by its title in the palette. */
  async runCommand(title) {
    await this.#openQuickInput("F1");
    await this.quickInput.locator(".quick-input-box input").fill(`>${title}`);
    await this.pick(title);
  }

  /** Picks the entry whose label is `label` from the list that is open. */
  async pick(label) {
    const row = this.quickInput.locator(".quick-input-list .monaco-list-row").filter({
      has: this.page.locator(".quick-input-list-label .label-name, .quick-input-list-row .label-name").filter({ hasText: exactly(label) }),
    });
    await row.first().click({ timeout: 10_000 });
  }

  /** What the open list offers. */
  async offered() {
    const rows = this.quickInput.locator(".quick-input-list .monaco-list-row .label-name");
    return this.until("a list to pick from", async () => {
      const labels = (await rows.allInnerTexts()).map(plain);
      return labels.length > 0 ? labels : undefined;
    });
  }

  /** The prompt of the input box that is open. */
  async prompt() {
    return this.until("an input box with a prompt", async () => {
      const message = this.quickInput.locator(".quick-input-message");
      return (await message.count()) > 0 ? plain(await message.innerText()) : undefined;
    });
  }

  async fill(value) {
    const input = this.quickInput.locator(".quick-input-box input");
    await input.waitFor({ timeout: 10_000 });
    await input.fill(value);
    await input.press("Enter");
  }

  // The editor

  async openFile(name) {
    await this.#openQuickInput("Control+p");
    await this.quickInput.locator(".quick-input-box input").fill(name);
    await this.pick(name);
    await this.page.waitForSelector(`.tab.active[data-resource-name="${name}"]`, { timeout: 10_000 });
    await this.page.waitForSelector(`${visibleEditor} .view-line`, { timeout: 10_000 });
  }

  async goto(line, column) {
    await this.#openQuickInput("Control+g");
    await this.fill(`:${line}:${column}`);
    const position = new RegExp(`Ln ${line}, Col ${column}\\b`);
    await this.until(`the cursor is at ${line}:${column}`, async () => {
      const items = await this.page.locator(".statusbar-item:visible").allInnerTexts();
      return items.some((item) => position.test(plain(item)));
    });
  }

  async type(text) {
    await this.page.keyboard.type(text);
  }

  /** Text of the editor whose tab is `title`, as far as it is scrolled into view. */
  async textOf(title) {
    await this.page.waitForSelector(`.tab.active[data-resource-name="${title}"]`, { timeout: 15_000 });
    const group = this.page.locator(".editor-group-container").filter({ has: this.page.locator(`.tab[data-resource-name="${title}"]`) });
    const lines = group.locator(".view-lines").first();
    return this.until(`${title} has text`, async () => unbroken(await lines.innerText()));
  }

  /** Texts of the drawn parts that match a selector and contain `text`. */
  async drawn(text, selector) {
    const parts = await this.page.locator(selector).allInnerTexts();
    return parts.map(plain).filter((part) => part.includes(text));
  }

  /** Squiggles drawn in the editor, by severity. */
  async squiggles(severity) {
    return this.page.locator(`${visibleEditor} .view-overlays .squiggly-${severity}`).count();
  }

  /** Moves the mouse to a position and gives back the hover's text. */
  async hover(line, column) {
    await this.goto(line, column);
    const cursor = await this.page.locator(`${visibleEditor}.focused .cursors-layer .cursor`).first().boundingBox();
    await this.page.mouse.move(cursor.x + 3, cursor.y - 40);
    await this.page.mouse.move(cursor.x + 3, cursor.y + cursor.height / 2, { steps: 3 });
    const content = this.page.locator(".monaco-hover:visible .monaco-hover-content").first();
    let last = "";
    return this.until(`a hover at ${line}:${column}`, async () => {
      const text = (await content.isVisible()) ? unbroken(await content.innerText()).trim() : "";
      const settled = text !== "" && text !== "Loading..." && text === last;
      last = text;
      return settled ? text : undefined;
    });
  }

  /** Asks for completions at the cursor and gives back the labels in view. */
  async complete() {
    await this.press("Control+Space");
    const labels = this.page.locator(".suggest-widget.visible .monaco-list-row .label-name");
    return this.until("a completion list", async () => {
      const texts = (await labels.allInnerTexts()).map(plain);
      return texts.length > 0 ? texts : undefined;
    });
  }

  // Messages

  /** Waits for a notification whose text matches, and gives back that text. */
  async notification(pattern, limit = 20_000) {
    const messages = this.page.locator(".notifications-toasts .notification-list-item-message");
    return this.until(
      `a notification like ${pattern}`,
      async () => (await messages.allInnerTexts()).map(plain).find((text) => pattern.test(text)),
      limit,
    );
  }

  async clearNotifications() {
    await this.runCommand("Notifications: Clear All Notifications");
    await this.until(
      "no notification is left",
      async () => (await this.page.locator(".notifications-toasts .notification-list-item").count()) === 0,
    );
  }

  /** Text of the banner above the editors; empty when there is none. */
  async banner() {
    const banner = this.page.locator("#workbench\\.parts\\.banner:visible");
    return (await banner.count()) > 0 ? plain(await banner.innerText()) : "";
  }

  /** Opens quick input after any earlier one is really gone: it fades out, inert but visible. */
  async #openQuickInput(key) {
    for (let attempt = 0; attempt < 4; attempt++) {
      if ((await this.quickInput.count()) > 0) await this.press("Escape");
      await this.quickInput.waitFor({ state: "hidden", timeout: 2000 }).catch(() => undefined);
      await this.press(key);
      const input = this.quickInput.locator(".quick-input-box input");
      const opened = await input.click({ timeout: 3000, trial: true }).then(
        () => true,
        () => false,
      );
      if (opened) return;
    }
    throw new Error(`Quick input did not open on ${key}.`);
  }
}

function plain(text) {
  return unbroken(text).replace(/\s+/g, " ").trim();
}

/** The workbench draws spaces as U+00A0. */
function unbroken(text) {
  return text.replaceAll("\u00a0", " ");
}

function exactly(label) {
  return new RegExp(`^\\s*${RegExp.escape(label)}\\s*$`);
}
