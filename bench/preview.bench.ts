import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { median, ratioOf } from "./measure.ts";
import type { Measurement } from "./measure.ts";

const ROUNDS = 5;
const PEOPLE = 10_000;
const NEW = 200;
/** What the service gives at most. */
const PAGE = 1000;
/** What the reader opens at a time if nothing is said. */
const CONNECTIONS = 8;
const LATENCY = 100;
/** What a plan of this mapping may ask besides pages (provisioning page §4): probes, confirmations in batches of 20, and some to spare. */
const BESIDES_PAGES = 12 + NEW / 20 + 5;

const folder = fileURLToPath(new URL("../.cache/bench/preview/", import.meta.url));
const mapping = `provision "Bench" {
  tenantUrl  "https://scim.example.com/v2"
  scope      all
}
map User -> User {
  userName         = [userPrincipalName]  match 1
  displayName      = [displayName]
  name.givenName   = [givenName]
  name.familyName  = [surname]
  active           = Switch([IsSoftDeleted], , "False", "True", "True", "False")
}
`;

/** P10, P11 and P16: previews of ten thousand people as the command line makes them, in a process of their own. */
export async function measure(): Promise<readonly Measurement[]> {
  writeInputs();
  const fast = await startService(0);
  const slow = await startService(LATENCY);
  const times = { ours: [] as number[], script: [] as number[], slow: [] as number[], requests: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await fast.requests();
    times.ours.push(timeOf(preview(fast.url)));
    times.requests.push((await fast.requests()) - before);
    times.script.push(timeOf(["bench/look-up-script.mjs", `${folder}people.json`, fast.url]));
    times.slow.push(timeOf(preview(slow.url)));
  }
  fast.stop();
  slow.stop();
  const pages = Math.ceil((PEOPLE - NEW) / PAGE);
  const roundTrips = (1 + Math.ceil((pages - 1) / CONNECTIONS)) * LATENCY;
  const least = times.ours.map((time) => time + roundTrips);
  const allowed = times.requests.map(() => pages + BESIDES_PAGES);
  return [
    { id: "P10", ...ratioOf(times.script, times.ours), note: `${seconds(times.script)} and ${seconds(times.ours)}` },
    { id: "P11", ...ratioOf(times.slow, least), note: `${seconds(times.slow)} and ${seconds(least)}` },
    { id: "P16", ...ratioOf(times.requests, allowed), note: `${median(times.requests)} and ${pages + BESIDES_PAGES} requests` },
  ];
}

function preview(url: string): readonly string[] {
  const options = ["--now", "2026-01-01T00:00:00Z", "--format", "ndjson", "--rate", "1000000/min", "--show-values"];
  return ["dist/cli.js", "preview", `${folder}bench.scimmap`, "--source", `${folder}people.json`, "--target", url, ...options];
}

/** Milliseconds of a whole process. */
function timeOf(argv: readonly string[]): number {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, argv, {
    maxBuffer: 2 ** 30,
    encoding: "utf8",
    env: { ...process.env, SCIMMAP_TOKEN: "a-token-of-the-bench" },
  });
  if (status !== 0) throw new Error(`${argv.join(" ")} ended with ${String(status)}: ${stderr}`);
  return performance.now() - begun;
}

function writeInputs(): void {
  mkdirSync(folder, { recursive: true });
  const users = Array.from({ length: PEOPLE }, (_, n) => ({
    objectId: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
    userPrincipalName: `person${n}@contoso.com`,
    displayName: n % 50 === 0 ? `Person ${n} Renamed` : `Person ${n}`,
    givenName: "Person",
    surname: String(n),
    accountEnabled: true,
  }));
  writeFileSync(`${folder}people.json`, JSON.stringify({ users }));
  writeFileSync(`${folder}bench.scimmap`, mapping);
}

interface Service {
  readonly url: string;
  requests(): Promise<number>;
  stop(): void;
}

async function startService(latency: number): Promise<Service> {
  const argv = [fileURLToPath(new URL("scim-service.mjs", import.meta.url)), String(PEOPLE - NEW), String(latency)];
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
  const [origin = ""] = await new Promise<readonly string[]>((resolve) =>
    createInterface(child.stdout).once("line", (line) => resolve([line])),
  );
  return {
    url: `${origin}/scim`,
    requests: async () => Number(await (await fetch(`${origin}/requests`)).text()),
    stop: () => child.kill(),
  };
}

function seconds(times: readonly number[]): string {
  return `${(median(times) / 1000).toPrecision(3)} s`;
}
