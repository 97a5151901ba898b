// The host's processes. Everything started here is remembered by its id, and ended by it however the run ends.
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { chromiumPath, paths, prepare } from "./cache.mjs";

/** Settings every run starts from: no chat, no welcome page, no look-up that needs the internet, nothing that fades. */
const baseSettings = {
  "chat.disableAIFeatures": true,
  "editor.hover.delay": 100,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "git.openRepositoryInParentFolders": "never",
  "telemetry.telemetryLevel": "off",
  "window.confirmBeforeClose": "never",
  "workbench.editor.useModal": "off",
  "workbench.enableExperiments": false,
  "workbench.reduceMotion": "on",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--disable-features=Translate",
];

const startLimit = 30_000;

/** A folder for one run. Its path is short: the host puts a unix socket in it (108 characters at most). */
export function makeRunFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "vsh-"));
  for (const name of ["home", "user/User", "extensions", "tmp"]) fs.mkdirSync(path.join(folder, name), { recursive: true });
  return folder;
}

/** Installs a packaged extension for the run. */
export function installExtension(runFolder, vsix) {
  const result = spawnSync(paths.node, [...entry(runFolder), "--install-extension", vsix, "--force"], {
    env: environment(runFolder),
    encoding: "utf8",
  });
  if (!/successfully installed/.test(result.stdout)) throw new Error(`${vsix} could not be installed:\n${result.stdout}${result.stderr}`);
}

/**
 * Starts VS Code's server on a free port of this machine.
 * `trust`: leave Workspace Trust on. `tests`: let the page's address name an extension under development and its suite.
 */
export async function startServer({ runFolder, userData, extensions, trust = false, tests = false, settings = {} }) {
  prepare();
  writeSettings(userData ?? path.join(runFolder, "user"), settings);
  const logFile = path.join(runFolder, "server.log");
  const log = fs.openSync(logFile, "a");
  const args = [...entry(runFolder, userData, extensions), "--auth", "none", "--bind-addr", "127.0.0.1:0"];
  args.push("--disable-telemetry", "--disable-update-check", "--ignore-last-opened");
  if (!trust) args.push("--disable-workspace-trust");
  if (tests) args.push("--vscode-option", "enable-smoke-test-driver");
  const child = spawn(paths.node, args, { env: environment(runFolder), stdio: ["ignore", log, log] });
  fs.closeSync(log);
  const killAll = () => kill(descendants(child.pid));
  process.on("exit", killAll);
  const stop = async () => {
    await endProcesses(child);
    process.off("exit", killAll);
  };
  const url = await addressIn(logFile, child).catch(async (error) => {
    await stop();
    throw error;
  });
  return { url, authority: new URL(url).host, logFile, stop };
}

/** Starts a headless browser with an empty profile. */
export async function startBrowser({ runFolder, viewport = { width: 1280, height: 800 } }) {
  const { chromium } = createRequire(import.meta.url)(paths.playwright);
  const context = await chromium.launchPersistentContext(path.join(runFolder, "browser"), {
    executablePath: chromiumPath(),
    headless: true,
    viewport,
    args: chromiumArguments,
    env: environment(runFolder),
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return { page, stop: () => context.close() };
}

/** Address of the workbench. `payload` is VS Code's own list of name and value pairs. */
export function workbenchUrl(server, { folder, payload }) {
  const url = new URL(server.url);
  if (folder === undefined) url.searchParams.set("ew", "true");
  else url.searchParams.set("folder", folder);
  url.searchParams.set("payload", JSON.stringify(payload));
  return url.href;
}

/** Removes a run's folder; a process that is just ending may still write into it. */
export function removeRunFolder(folder) {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

function entry(runFolder, userData = path.join(runFolder, "user"), extensions = path.join(runFolder, "extensions")) {
  return [paths.entry, "--config", path.join(runFolder, "config.yaml"), "--user-data-dir", userData, "--extensions-dir", extensions];
}

/** The caller's environment without what would steer a nested VS Code or npm, and without a gallery to ask. */
function environment(runFolder) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|XDG_|npm_)/.test(name));
  return {
    ...Object.fromEntries(inherited),
    HOME: path.join(runFolder, "home"),
    TMPDIR: path.join(runFolder, "tmp"),
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  };
}

function writeSettings(userData, settings) {
  const file = path.join(userData, "User", "settings.json");
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const existing = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
  fs.writeFileSync(file, JSON.stringify({ ...baseSettings, ...existing, ...settings }, null, 2));
}

async function addressIn(logFile, child) {
  const end = Date.now() + startLimit;
  for (;;) {
    const text = fs.readFileSync(logFile, "utf8");
    const port = /HTTP server listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(text)?.[1];
    if (port !== undefined) return `http://127.0.0.1:${port}`;
    if (child.exitCode !== null || Date.now() > end) throw new Error(`The VS Code server did not start:\n${text}`);
    await delay(50);
  }
}

async function endProcesses(child) {
  const ids = descendants(child.pid);
  if (child.exitCode === null) child.kill("SIGTERM");
  for (const end = Date.now() + 3000; ids.some(isAlive) && Date.now() < end;) await delay(50);
  kill(ids.filter(isAlive));
}

/** A process and everything below it, children last. */
function descendants(root) {
  const children = new Map();
  for (const name of fs.readdirSync("/proc")) {
    const parent = /^\d+$/.test(name) ? parentOf(Number(name)) : undefined;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const walk = (id) => [id, ...(children.get(id) ?? []).flatMap(walk)];
  return walk(root);
}

function parentOf(id) {
  const parent = /^PPid:\s+(\d+)/m.exec(statusOf(id))?.[1];
  return parent === undefined ? undefined : Number(parent);
}

function isAlive(id) {
  return /^State:\s+[^Z]/m.test(statusOf(id));
}

function statusOf(id) {
  try {
    return fs.readFileSync(`/proc/${id}/status`, "utf8");
  } catch {
    return ""; // It ended between two looks.
  }
}

function kill(ids) {
  for (const id of ids.toReversed()) {
    try {
      process.kill(id, "SIGKILL");
    } catch {
      // It is gone already.
    }
  }
}
