// `npm test`: sets up what is missing, then runs every check, then the suite inside a real VS Code.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { chdir } from "node:process";
import { fileURLToPath } from "node:url";
import { ensure, pinnedNode } from "./ensure.mjs";

chdir(fileURLToPath(new URL("..", import.meta.url)));
ensure({ editor: true });

// Each part writes { "passed", "failed" } here; a part that dies before writing counts as one failure.
rmSync(".cache/results", { recursive: true, force: true });
const parts = [
  { name: "check", script: "scripts/check.mjs" },
  { name: "vscode", script: "test/e2e/run.mjs" },
];
const results = parts.map(({ name, script }) => {
  const { status } = spawnSync(pinnedNode, [script], { stdio: "inherit" });
  return { status, ...counts(name) };
});

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + (result.status !== 0 && result.failed === 0 ? 1 : result.failed), 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function counts(name) {
  try {
    return JSON.parse(readFileSync(`.cache/results/${name}.json`, "utf8"));
  } catch {
    return { passed: 0, failed: 1 };
  }
}
