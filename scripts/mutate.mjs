// `npm run mutate -- --seed N --count 200 [--layer syntax,model,workspace,client] [--file PATH]`: changes the sources in small ways,
// chosen by the seed, and counts how many of the changes turn a test red.
import { fork } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import process, { chdir } from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import ts from "typescript";
import { mutantsOf, optionalArguments } from "./mutation/mutants.mjs";

chdir(fileURLToPath(new URL("..", import.meta.url)));
const { values: options } = parseArgs({
  options: {
    seed: { type: "string", default: String(Date.now() % 100_000) },
    count: { type: "string", default: "200" },
    layer: { type: "string", default: "syntax,model,workspace,client" },
    file: { type: "string", multiple: true },
    workers: { type: "string", default: "2" },
    list: { type: "boolean", default: false },
  },
});

/** What a test file costs at most, in seconds of the processor's time, to be played for every mutant. */
const dearest = 4;
/** A test that runs this long, in seconds of the processor's time, without an end is taken for a hang. */
const hangAfter = 15;
/** So is one in which nothing happens for so long by the clock. */
const silentAfter = 300;

// These start other processes or read sources as text, so no mutant gets to them.
const elsewhere = [
  "test/architecture/**",
  "test/e2e/**",
  "test/**/bundle*.test.ts",
  "test/server/lsp/server.test.ts",
  "test/server/cli/commands/demo.test.ts",
];
const skipped = new Set(globSync(elsewhere));
const testFiles = globSync("test/{server,client,package,properties}/**/*.test.ts").filter((file) => !skipped.has(file));
const sources = globSync("{server,client}/src/**/*.ts");
const importsOf = new Map([...sources, ...globSync("test/**/*.ts")].map((file) => [file, directImports(file)]));
const reachedBy = new Map(testFiles.map((file) => [file, reachable(file)]));

const chosen = choose(candidates(), Number(options.count), Number(options.seed));
if (options.list) {
  for (const mutant of chosen) console.log(`${mutant.file}:${mutant.line}  ${mutant.change}\n${difference(mutant)}`);
  process.exit();
}
console.log(`seed ${options.seed}: ${chosen.length} mutants of ${options.file?.join(", ") ?? options.layer}`);

const started = Date.now();
const costsFile = ".cache/mutation-costs.json";
const costs = new Map(existsSync(costsFile) ? JSON.parse(readFileSync(costsFile, "utf8")) : []);
await playUnchanged();
await playAll(
  chosen.map((mutant) => ({ mutant, groups: testsFor(mutant.file) })),
  Number(options.workers),
);
report();

/** What fails or is slow without a mutant says nothing about one. */
async function playUnchanged() {
  const files = new Set(chosen.map(({ file }) => file));
  const tests = testFiles.filter((test) => isCheap(test) && [...files].some((file) => reachedBy.get(test).has(file)));
  await playAll(
    [{ groups: [tests.filter((_, at) => at % 2 === 0)] }, { groups: [tests.filter((_, at) => at % 2 === 1)] }],
    Number(options.workers),
  );
  mkdirSync(dirname(costsFile), { recursive: true });
  writeFileSync(costsFile, JSON.stringify([...costs]));
  const dear = testFiles.filter((test) => !isCheap(test));
  console.log(`${tests.length} test files pass unchanged (${seconds()} s); too dear to play: ${dear.join(", ") || "none"}`);
}

function isCheap(test) {
  return (costs.get(test) ?? 0) <= dearest;
}

function candidates() {
  const wanted = new Set(options.layer.split(","));
  const files = sources.filter((file) =>
    options.file === undefined ? wanted.has(layerOf(file)) : options.file.some((path) => file.startsWith(path)),
  );
  const texts = new Map(sources.map((file) => [file, readFileSync(file, "utf8")]));
  const optional = optionalArguments([...texts.values()]);
  return files.sort().flatMap((file) => mutantsOf(file, texts.get(file), optional));
}

function layerOf(file) {
  const [side, , layer] = file.split("/");
  return side === "client" ? side : layer;
}

/** The same seed picks the same mutants of the same sources. */
function choose(all, count, seed) {
  const random = generator(seed);
  const left = [...all];
  const picked = [];
  while (picked.length < count && left.length > 0) picked.push(...left.splice(Math.floor(random() * left.length), 1));
  return picked.sort((a, b) => (a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1));
}

/** mulberry32: small, and the same everywhere. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The tests that can reach a file, in groups that are played one after another: those of its layer first, those beside it before the
 * others, because a group loads all it needs before its first test runs and most mutants are found by a near one.
 */
function testsFor(file) {
  const mirror = file.replace(/^(server|client)\/src/, "test/$1").replace(/\.ts$/, "");
  const rank = (test) => {
    if (test === `${mirror}.test.ts`) return 0;
    const near = test.startsWith(`${dirname(mirror)}/`) ? 1 : test.startsWith(`${layer}/`) ? 2 : 3;
    return near * 1e6 + (costs.get(test) ?? 0);
  };
  const layer = mirror.split("/").slice(0, 3).join("/");
  const tests = testFiles.filter((test) => isCheap(test) && reachedBy.get(test).has(file)).sort((a, b) => rank(a) - rank(b));
  const beside = tests.filter((test) => test === `${mirror}.test.ts`);
  const near = tests.filter((test) => test.startsWith(`${layer}/`) && !beside.includes(test));
  const far = tests.filter((test) => !beside.includes(test) && !near.includes(test));
  return [beside, near, far].filter((group) => group.length > 0);
}

function directImports(file) {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"), true, true);
  return importedFiles.map(({ fileName }) => located(file, fileName)).filter((path) => path !== undefined);
}

function located(from, name) {
  if (name.startsWith(".")) return relative(".", resolve(dirname(from), name));
  if (name.startsWith("#test/")) return `test/support/${name.slice(6)}.ts`;
  return name.startsWith("#") ? join("server/src", `${name.slice(1)}.ts`) : undefined;
}

function reachable(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const next of importsOf.get(file) ?? []) reachable(next, seen);
  return seen;
}

async function playAll(queue, workers) {
  const waiting = [...queue];
  const total = queue.length;
  let done = 0;
  const work = async () => {
    let runner;
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      runner ??= await startRunner();
      const outcome = await runner.play(job);
      if (outcome.hung) runner = undefined;
      done++;
      settle(job, outcome, `${String(done).padStart(4)}/${total}`);
    }
    runner?.end();
  };
  await Promise.all(Array.from({ length: Math.min(workers, total) }, work));
}

function settle({ mutant }, { failure, hung }, progress) {
  if (mutant === undefined) {
    if (failure === undefined && !hung) return;
    console.error(`The tests fail without a mutant: ${failure ?? "one hangs"}`);
    process.exit(2);
  }
  mutant.outcome = hung ? "timeout" : failure === undefined ? "survived" : "killed";
  console.log(`${progress} ${seconds().padStart(5)} s  ${mutant.outcome.padEnd(8)}  ${mutant.file}:${mutant.line}  ${mutant.change}`);
}

async function startRunner() {
  const child = fork(new URL("mutation/runner.mjs", import.meta.url), {
    env: { ...process.env, NO_COLOR: "1", SCIMMAP_CASES: "few" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  await new Promise((ready) => child.once("message", ready));
  return { play: (job) => playOne(child, job), end: () => child.kill() };
}

function playOne(child, { mutant, groups }) {
  return new Promise((resolvePlayed) => {
    let startedFile = 0;
    let lastCpu;
    let timer;
    const finish = (outcome) => {
      clearTimeout(timer);
      child.removeAllListeners();
      if (outcome.hung) child.kill("SIGKILL");
      resolvePlayed(outcome);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => finish({ hung: true }), silentAfter * 1000);
    };
    wait();
    const watch = setInterval(() => {
      if (child.exitCode !== null || timer === undefined) return clearInterval(watch);
      if (mutant !== undefined && lastCpu !== undefined && cpuOf(child.pid) - lastCpu > hangAfter) finish({ hung: true });
    }, 2000);
    const stop = (outcome) => {
      clearInterval(watch);
      finish(outcome);
    };
    // A mutant that eats all memory ends its process.
    child.on("exit", () => stop({ hung: true }));
    child.on("message", (message) => {
      wait();
      lastCpu = message.cpu ?? lastCpu;
      if (message.kind === "file") startedFile = message.cpu;
      if (message.kind === "file end" && mutant === undefined) costs.set(relative(".", message.file), message.cpu - startedFile);
      if (message.kind === "played") stop({ failure: message.failure });
    });
    child.send(mutant === undefined ? { groups } : { file: mutant.file, text: mutated(mutant), groups });
  });
}

/** Seconds of the processor's time that a process has used. */
function cpuOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

function mutated({ file, start, end, replacement }) {
  const text = readFileSync(file, "utf8");
  return text.slice(0, start) + replacement + text.slice(end);
}

function report() {
  const survivors = chosen.filter(({ outcome }) => outcome === "survived");
  for (const mutant of survivors) console.log(`\n${mutant.file}:${mutant.line}  ${mutant.change}\n${difference(mutant)}`);
  console.log();
  for (const layer of new Set(chosen.map(({ file }) => layerOf(file)))) {
    console.log(
      summary(
        layer,
        chosen.filter(({ file }) => layerOf(file) === layer),
      ),
    );
  }
  console.log(`${summary("all", chosen)}; seed ${options.seed}, ${seconds()} s`);
}

function summary(title, mutants) {
  const count = (outcome) => mutants.filter((mutant) => mutant.outcome === outcome).length;
  const share = (100 * (count("killed") + count("timeout"))) / mutants.length;
  return `${title}: ${count("killed")} killed, ${count("timeout")} hung, ${count("survived")} survived of ${mutants.length}: ${share.toFixed(1)} %`;
}

function difference(mutant) {
  const before = readFileSync(mutant.file, "utf8");
  const after = mutated(mutant);
  const first = before.lastIndexOf("\n", mutant.start - 1) + 1;
  const endOf = (text, at) => (text.indexOf("\n", at) + text.length + 1) % (text.length + 1);
  const lines = (mark, text, at) => text.slice(first, endOf(text, at)).replace(/^/gm, mark);
  return `${lines("- ", before, mutant.end)}\n${lines("+ ", after, mutant.start + mutant.replacement.length)}`;
}

function seconds() {
  return ((Date.now() - started) / 1000).toFixed(0);
}
