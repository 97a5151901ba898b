// The extension in a real VS Code: a suite inside its extension host, then the packaged extension as a person sees it.
// Uses the VS Code that VSCODE_EXECUTABLE names; without it, one that is hosted in a browser and kept in .cache.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { packageExtension } from "./package-extension.mjs";
import { tour } from "./tour.mjs";
import { prepare } from "../vscode-host/cache.mjs";

const repository = path.resolve(import.meta.dirname, "..", "..");
const workspace = path.join(import.meta.dirname, "workspace");
const hosted = process.env.VSCODE_EXECUTABLE === undefined;

process.chdir(repository);
// A suite that hangs ends, on a loaded machine too; a window of the tour has its own limit.
process.env.VSCODE_HOST_SECONDS ??= "300";
// What is started from here (the launcher, vsce) runs on this very Node.
process.env.PATH = `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}`;
const started = Date.now();
if (hosted) await timed("prepare VS Code", prepare);
await timed("build", () => execFileSync(process.execPath, ["esbuild.mjs"], { stdio: "inherit" }));
const suite = await runSuite();
const shown = hosted ? await tour({ vsix: await timed("package", packageExtension), workspace }) : { passed: 0, failed: 0 };
const result = { passed: suite.passed + shown.passed, failed: suite.failed + shown.failed };
fs.mkdirSync(".cache/results", { recursive: true });
fs.writeFileSync(".cache/results/vscode.json", JSON.stringify(result));
console.log(`vscode: ${result.passed} passed, ${result.failed} failed (${seconds(started)} s)`);
process.exit(result.failed === 0 ? 0 : 1);

/** Runs the suite in the extension host. What counts is the report it writes, not how the process ended. */
async function runSuite() {
  const suiteFile = path.join(repository, ".cache", "e2e", "suite.cjs");
  await build({
    entryPoints: ["test/e2e/suite/index.ts"],
    outfile: suiteFile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node22",
    external: ["vscode", "mocha"],
    logLevel: "warning",
  });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "scimmap-"));
  const report = path.join(folder, "report.json");
  fs.cpSync(workspace, path.join(folder, "workspace"), { recursive: true });
  const begun = Date.now();
  try {
    await runTests({
      vscodeExecutablePath: process.env.VSCODE_EXECUTABLE ?? path.join(repository, "test/vscode-host/launcher.mjs"),
      extensionDevelopmentPath: repository,
      extensionTestsPath: suiteFile,
      extensionTestsEnv: { SCIMMAP_SUITE_REPORT: report },
      launchArgs: [
        path.join(folder, "workspace"),
        `--user-data-dir=${path.join(folder, "user")}`,
        `--extensions-dir=${path.join(folder, "extensions")}`,
      ],
    });
    return readReport(report);
  } catch (error) {
    console.error(`The suite failed: ${error.message}`);
    printLogs(folder);
    const { passed, failed } = readReport(report);
    return { passed, failed: Math.max(failed, 1) };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    console.log(`  suite: ${seconds(begun)} s`);
  }
}

function readReport(file) {
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, "utf8"));
  console.error("The suite left no report.");
  return { passed: 0, failed: 1 };
}

/** The extension's own log says what its messages do not. */
function printLogs(folder) {
  for (const file of fs.readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (path.basename(file) === "SCIM Mapping.log") console.error(fs.readFileSync(path.join(folder, file), "utf8"));
  }
}

async function timed(what, step) {
  const begun = Date.now();
  const value = await step();
  console.log(`  ${what}: ${seconds(begun)} s`);
  return value;
}

function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1);
}
