// `npm run check`: everything that needs no VS Code, two steps at a time, the long ones first.
// `npm run check:long` tries as many cases of each property as the issues state. `--seed N` repeats the random choices of a run.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { chdir } from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

chdir(fileURLToPath(new URL("..", import.meta.url)));
const { values: options } = parseArgs({ options: { long: { type: "boolean", default: false }, seed: { type: "string" } } });
const seed = options.seed ?? String(Date.now() % 2 ** 31);
const cases = { SCIMMAP_CASES: options.long ? "long" : "short", SCIMMAP_SEED: seed };
// What Node and its compiler made of a source is kept: the tests start many processes and threads from the same sources. A wide nursery
// spares the garbage collector work.
const node = { NODE_COMPILE_CACHE: resolve(".cache/compiled"), NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --max-semi-space-size=64` };
const env = { ...process.env, ...node, ...cases, PATH: `${resolve("node_modules/.bin")}${delimiter}${process.env.PATH}`, NO_COLOR: "1" };
const unitReport = ".cache/results/unit-report.json";

const build = { name: "build", command: "node esbuild.mjs" };
// The layers are judged by a test, test/architecture/layers.test.ts.
const steps = [
  { name: "tests", command: `vitest run --reporter=dot --reporter=json --outputFile.json=${unitReport}` },
  { name: "lint", command: "eslint --cache --cache-location .cache/eslint/ --cache-strategy content ." },
  { name: "types", command: "tsc -p . --incremental --tsBuildInfoFile .cache/types.tsbuildinfo" },
  { name: "types of the core", command: "tsc -p tsconfig.core.json --incremental --tsBuildInfoFile .cache/types-of-the-core.tsbuildinfo" },
  { name: "format", command: "prettier --check --log-level warn --cache --cache-location .cache/prettier ." },
  { name: "unused exports", command: "knip" },
];

mkdirSync(".cache/results", { recursive: true });
rmSync(unitReport, { force: true });
const start = Date.now();
const outcomes = [await run(build), ...(await runAll(steps, 2))];
const failedSteps = outcomes.filter(({ ok }) => !ok);
const tests = testCounts();
const otherSteps = outcomes.filter(({ name }) => name !== "tests");
const passed = tests.passed + otherSteps.filter(({ ok }) => ok).length;
const failed = tests.failed + otherSteps.filter(({ ok }) => !ok).length;
writeFileSync(".cache/results/check.json", JSON.stringify({ passed, failed }));

for (const { name, output } of failedSteps) console.log(`\n── ${name} ──\n${output.trim()}`);
const verdict = failedSteps.length === 0 ? "all steps passed" : `failed: ${failedSteps.map(({ name }) => name).join(", ")}`;
console.log(
  `check: ${verdict}; ${tests.passed} tests passed, ${tests.failed} failed (${seconds(start)} s${options.long ? ", long" : ""}, seed ${seed})`,
);
process.exitCode = failedSteps.length === 0 ? 0 : 1;

async function runAll(queue, workers) {
  const waiting = [...queue];
  const done = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) done.push(await run(next));
  };
  await Promise.all(Array.from({ length: workers }, work));
  return done;
}

function run({ name, command }) {
  const started = Date.now();
  return new Promise((settle) => {
    const child = spawn(command, { shell: true, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("close", (status) => {
      console.log(`  ${status === 0 ? "ok    " : "FAILED"}  ${name.padEnd(16)}${seconds(started).padStart(6)} s`);
      settle({ name, ok: status === 0, output });
    });
  });
}

function testCounts() {
  try {
    const { numPassedTests, numFailedTests, success } = JSON.parse(readFileSync(unitReport, "utf8"));
    // A test file that cannot be loaded fails no test but is no success either.
    return { passed: numPassedTests, failed: numFailedTests === 0 && !success ? 1 : numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1);
}
