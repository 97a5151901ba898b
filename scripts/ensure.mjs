// Brings a checkout into a state in which the other scripts run. Runs on Node 20, before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";

/** The Node this project is developed with; an npm package, so that every machine has the same. */
export const pinnedNode = "node_modules/node/bin/node";

/** Programs of the Debian packages that running a real VS Code needs: its browser, and a compiler for its native parts. */
const programs = { chromium: "chromium", "g++": "g++", make: "make", python3: "python3" };

/** Installs what is missing and nothing else; says what it did and how long it took. */
export function ensure({ editor }) {
  if (editor) installPrograms();
  if (!isInstalled()) step("npm ci", "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
}

/** Builds dist/ when a source is newer. */
export function ensureBuilt() {
  const built = existsSync("dist/main.js") ? statSync("dist/main.js").mtimeMs : 0;
  const sources = ["server/src", "client/src", "scripts", "esbuild.mjs", "package-lock.json"];
  if (sources.some((source) => newest(source) > built)) step("build", pinnedNode, ["esbuild.mjs"]);
}

/** Runs one step with its output kept back unless it fails; ends the process then. */
function step(title, command, argv) {
  const start = Date.now();
  const { status, stdout, stderr, error } = spawnSync(command, argv, { encoding: "utf8" });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  if (status === 0) return console.log(`${title}: done in ${seconds} s`);
  console.error(`${title}: failed after ${seconds} s.\n${error?.message ?? ""}${stdout}${stderr}`);
  process.exit(2);
}

/** True when node_modules holds exactly what the lock file names; npm keeps its own list of what it installed there. */
function isInstalled() {
  const installedList = "node_modules/.package-lock.json";
  if (!existsSync(installedList) || !existsSync(pinnedNode)) return false;
  const installed = JSON.parse(readFileSync(installedList, "utf8")).packages;
  const wanted = Object.entries(JSON.parse(readFileSync("package-lock.json", "utf8")).packages).filter(([path]) => path !== "");
  return wanted.every(([path, { version, integrity, optional }]) => {
    // Builds for other platforms are optional and stay away.
    if (installed[path] === undefined) return optional === true;
    return installed[path].version === version && installed[path].integrity === integrity && existsSync(path);
  });
}

function installPrograms() {
  const missing = Object.entries(programs).filter(([, program]) => spawnSync("sh", ["-c", `command -v ${program}`]).status !== 0);
  if (missing.length === 0) return;
  const names = missing.map(([name]) => name);
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    console.error(`Missing: ${names.join(", ")}. The VS Code suite needs them; install them and run the command again.`);
    process.exit(2);
  }
  step("apt-get update", "apt-get", ["update", "-q"]);
  step(`apt-get install ${names.join(" ")}`, "apt-get", ["install", "-q", "-y", "--no-install-recommends", ...names]);
}

function newest(path) {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}
