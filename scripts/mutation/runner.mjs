// A process that keeps one warm Vitest and plays the tests of one mutant after another, as its parent says.
import { resolve } from "node:path";
import process from "node:process";
import { createVitest } from "vitest/node";

/** The mutated file and its text, while it is played. */
let mutant;
let order = [];

class Sequencer {
  sort(specifications) {
    return specifications.toSorted((a, b) => order.indexOf(a.moduleId) - order.indexOf(b.moduleId));
  }

  shard(specifications) {
    return specifications;
  }
}

/** The first test that failed. */
let failure;

/** Signs of life for the parent, who ends what hangs. */
const reporter = {
  onTestModuleStart: ({ moduleId }) => process.send({ kind: "file", file: moduleId, cpu: cpu() }),
  onTestModuleEnd: ({ moduleId }) => process.send({ kind: "file end", file: moduleId, cpu: cpu() }),
  onTestCaseResult: (test) => {
    process.send({ kind: "test", cpu: cpu() });
    if (test.result().state === "failed") failure ??= test.fullName;
  },
};
const plugin = {
  name: "mutant",
  enforce: "pre",
  transform: (code, id) =>
    mutant !== undefined && id.split("?")[0] === mutant.path ? { code: mutant.text, map: null } : { code, map: null },
};

const vitest = await createVitest(
  "test",
  {
    watch: false,
    // The cache on disk knows a module by its file, which a mutant leaves as it is.
    fsModuleCache: false,
    bail: 1,
    maxWorkers: 1,
    reporters: [reporter],
    sequence: { sequencer: Sequencer },
    onConsoleLog: () => false,
    includeTaskLocation: false,
  },
  { plugins: [plugin], logLevel: "silent" },
);
const specifications = new Map((await vitest.globTestSpecifications()).map((one) => [one.moduleId, one]));

process.on("message", ({ file, text, groups }) => void play(file, text, groups));
process.on("disconnect", () => process.exit());
process.send({ kind: "ready" });

/** Plays groups of tests until one fails; without a file, the tests as they are: the parent learns how long each takes. */
async function play(file, text, groups) {
  mutant = file === undefined ? undefined : { path: resolve(file), text };
  if (mutant !== undefined) vitest.invalidateFile(mutant.path);
  failure = undefined;
  for (const group of groups) {
    if (failure === undefined) await playGroup(group);
  }
  if (mutant !== undefined) vitest.invalidateFile(mutant.path);
  mutant = undefined;
  process.send({ kind: "played", failure });
}

async function playGroup(tests) {
  order = tests.map((path) => resolve(path));
  const wanted = order.map((path) => specifications.get(path)).filter((specification) => specification !== undefined);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(wanted);
  const broken = testModules.find((module) => module.state() === "failed");
  failure ??= broken?.relativeModuleId ?? (unhandledErrors.length > 0 ? "an error outside tests" : undefined);
}

function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
