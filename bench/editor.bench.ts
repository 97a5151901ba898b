import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Editor } from "#test/editor";
import { largeMapping } from "./large-mapping.ts";
import type { LargeMapping } from "./large-mapping.ts";
import { median, ratioOf } from "./measure.ts";
import type { Measurement } from "./measure.ts";

const uri = "file:///large.scimmap";
const ROUNDS = 5;
const KEYSTROKES = 40;

/** As the extension starts it: a wide nursery, because from 10 000 lines on the garbage collector dominates. */
const servers = {
  ours: ["--max-semi-space-size=64", pathOf("../dist/server.js"), "--stdio"],
  protocol: ["--max-semi-space-size=64", pathOf("protocol-only-server.mjs"), "--stdio"],
} as const;

type Server = keyof typeof servers;
type Figure = "diagnostics" | "completion" | "hover" | "start" | "memory";

/** P3, P5, P6 and P7: what an editor waits for over standard input and output, beside a server that does nothing but the protocol. */
export async function measure(): Promise<readonly Measurement[]> {
  if (!existsSync(servers.ours[1])) throw new Error("The server is measured as it is shipped: run 'npm run build' first.");
  const small = await compare(largeMapping(1000));
  const large = await compare(largeMapping(10_000));
  return [
    measurement("P3", "didChange → diagnostics over stdio, 1 000 lines : protocol-only server", small, "diagnostics", 1.5, "ms"),
    measurement("P3", "didChange → diagnostics over stdio, 10 000 lines : protocol-only server", large, "diagnostics", 1.5, "ms"),
    measurement("P5", "completion straight after a key, 1 000 lines : protocol-only server", small, "completion", 2, "ms"),
    measurement("P5", "hover, 1 000 lines : protocol-only server", small, "hover", 2, "ms"),
    measurement("P6", "process start → first diagnostics of 1 000 lines : protocol-only server", small, "start", 1.8, "ms"),
    measurement("P7", "resident memory after an edit session at 1 000 lines : protocol-only server", small, "memory", 1.5, "MiB"),
  ];
}

type Samples = Readonly<Record<Server, Readonly<Record<Figure, number[]>>>>;

/** Both servers in every round, one after the other, so that what disturbs the machine disturbs both. */
async function compare(mapping: LargeMapping): Promise<Samples> {
  const samples: Samples = { ours: empty(), protocol: empty() };
  for (let round = 0; round < ROUNDS; round++) {
    for (const server of ["ours", "protocol"] as const) await session(servers[server], mapping, samples[server]);
  }
  return samples;
}

function empty(): Record<Figure, number[]> {
  return { diagnostics: [], completion: [], hover: [], start: [], memory: [] };
}

async function session(argv: readonly string[], { text, position }: LargeMapping, figures: Record<Figure, number[]>): Promise<void> {
  const begun = performance.now();
  const editor = new Editor(argv);
  let version = 1;
  const published = () => editor.diagnostics((params) => params.version === version);
  const type = () => {
    version++;
    const end = version % 2 === 0 ? position : { ...position, character: position.character + 2 };
    return editor.change(uri, version, [{ range: { start: position, end }, text: version % 2 === 0 ? " m" : "" }]);
  };
  await editor.initialize();
  await editor.open(uri, text);
  await published();
  figures.start.push(performance.now() - begun);
  const times: Record<"diagnostics" | "completion" | "hover", number[]> = { diagnostics: [], completion: [], hover: [] };
  for (let stroke = 0; stroke < 3 * KEYSTROKES; stroke++) {
    editor.published.length = 0;
    const isWarm = stroke >= KEYSTROKES;
    const typed = performance.now();
    await type();
    if (stroke % 4 === 0) {
      await editor.request("textDocument/completion", {
        textDocument: { uri },
        position: { ...position, character: position.character + 2 },
      });
      if (isWarm) times.completion.push(performance.now() - typed);
      await published();
      continue;
    }
    await published();
    if (isWarm) times.diagnostics.push(performance.now() - typed);
    const asked = performance.now();
    await editor.request("textDocument/hover", { textDocument: { uri }, position: { line: position.line, character: 4 } });
    if (isWarm) times.hover.push(performance.now() - asked);
  }
  for (const figure of ["diagnostics", "completion", "hover"] as const) figures[figure].push(median(times[figure]));
  figures.memory.push(residentMemory(editor.pid));
  await editor.stop();
}

function measurement(id: string, what: string, { ours, protocol }: Samples, figure: Figure, most: number, unit: string): Measurement {
  const note = `${median(ours[figure]).toPrecision(3)} and ${median(protocol[figure]).toPrecision(3)} ${unit}`;
  return { id, what, ...ratioOf(ours[figure], protocol[figure]), goal: { most }, note };
}

/** In MiB, where the system tells; otherwise not a number, which reaches no goal. */
function residentMemory(pid: number | undefined): number {
  if (pid === undefined || process.platform !== "linux") return Number.NaN;
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kibibytes) / 1024;
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
