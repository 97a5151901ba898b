#!/usr/bin/env node
// Stands in for the desktop `code` executable where that one cannot be downloaded: takes the arguments that
// @vscode/test-electron passes, runs the suite in the real extension host of a browser-hosted VS Code, prints what it
// logs and ends with its result.
import fs from "node:fs";
import path from "node:path";
import { parseArgs, format } from "node:util";
import { makeRunFolder, removeRunFolder, startBrowser, startServer, workbenchUrl } from "./processes.mjs";

const timeLimit = Number(process.env.VSCODE_HOST_SECONDS ?? 180) * 1000;

/** What the workbench writes at every start, between the lines of the suite. */
const noise =
  /^(Resolv(ing|ed) connection token|Creating a socket|\[(reconnection-grace-time|Service Worker|AgentHost|AccountPolicyGate|ChatModelSelection)|(Updating|Ignoring fetching) additional builtin)/;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: "string" },
    extensionTestsPath: { type: "string" },
    "user-data-dir": { type: "string" },
    "extensions-dir": { type: "string" },
  },
});
const runFolder = makeRunFolder();
let server;
let browser;
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void stop().finally(() => process.exit(130)));

let exitCode = 1;
try {
  exitCode = await run();
} catch (error) {
  console.error(error);
} finally {
  await stop();
}
process.exit(exitCode);

async function run() {
  server = await startServer({
    runFolder,
    tests: true,
    trust: values["disable-workspace-trust"] !== true,
    userData: values["user-data-dir"],
    extensions: values["extensions-dir"],
  });
  browser = await startBrowser({ runFolder });
  const ended = await suiteEnd(browser.page);
  const folder = positionals.at(-1);
  await browser.page.goto(workbenchUrl(server, { folder: folder === undefined ? undefined : path.resolve(folder), payload: payload() }));
  const { code, reason } = await ended.promise;
  if (reason !== undefined) console.error(`VS Code ended early: ${reason}.`);
  return code;
}

function payload() {
  const remote = (file) => `vscode-remote://${server.authority}${path.resolve(file)}`;
  return [
    ["extensionDevelopmentPath", remote(values.extensionDevelopmentPath)],
    ["extensionTestsPath", remote(values.extensionTestsPath)],
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
  ];
}

/** Resolves when the suite has ended, or cannot end any more. The promise is wrapped: what is awaited here is that listening has begun. */
async function suiteEnd(page) {
  const { promise, resolve } = Promise.withResolvers();
  let lost = false;
  // A host that died is reported to the page as success too, so a 0 counts only if the host ended in order.
  await page.exposeFunction("codeAutomationExit", (code) => {
    const reason = code === 0 ? deathOfHost(lost) : undefined;
    resolve({ code: reason === undefined ? code : 1, reason });
  });
  await page.exposeFunction("codeAutomationLog", (type, args) => {
    const line = format(...args);
    if (/^\[remote-connection\]\[ExtensionHost\].*received socket close event/.test(line)) lost = true;
    if (!noise.test(line)) (type === "error" || type === "warn" ? process.stderr : process.stdout).write(`${line}\n`);
  });
  const fail = (reason) => resolve({ code: 1, reason });
  page.on("crash", () => fail("the page crashed"));
  page.on("close", () => fail("the page closed"));
  const watch = setInterval(() => {
    const reason = deathOfHost(lost);
    if (reason !== undefined) fail(reason);
  }, 3000);
  const limit = setTimeout(() => fail(`no result came within ${timeLimit / 1000} seconds`), timeLimit);
  void promise.finally(() => {
    clearInterval(watch);
    clearTimeout(limit);
  });
  return { promise };
}

function deathOfHost(lost) {
  const exits = fs.readFileSync(server.logFile, "utf8").matchAll(/Extension Host Process exited with code: (\S+), signal: (\w+)/g);
  const died = [...exits].find(([, code, signal]) => code !== "0" || signal !== "null");
  if (died !== undefined) return `the extension host died with code ${died[1]}, signal ${died[2]}`;
  return lost ? "the connection to the extension host was lost" : undefined;
}

async function stop() {
  await browser?.stop().catch(() => undefined);
  await server?.stop();
  removeRunFolder(runFolder);
}
