import { DocumentStore } from "#workspace/documents";
import { openSnapshot } from "#workspace/snapshot";
import { parse } from "#syntax/parse";
import { largeMapping } from "./large-mapping.ts";
import { median, ratioOf, runRounds } from "./measure.ts";
import type { Measurement } from "./measure.ts";

const file = "file:///large.scimmap";

/** P1 and P2: what reading a document costs, and what one keystroke in its middle costs, all checks included. */
export async function measure(): Promise<readonly Measurement[]> {
  return [await fullParse(), await oneKeystroke()];
}

async function fullParse(): Promise<Measurement> {
  const { text } = largeMapping(1000);
  const json = jsonOfSize(text.length);
  const { microseconds } = await runRounds({
    ours: () => openSnapshot(parse(text), { file }).diagnostics(),
    json: () => JSON.parse(json) as unknown,
  });
  return {
    id: "P1",
    what: "full parse with recovery and diagnostics, 1 000 lines : JSON.parse of equal bytes",
    ...ratioOf(microseconds.ours, microseconds.json),
    goal: { most: 10 },
    note: `${milliseconds(microseconds.ours)} and ${milliseconds(microseconds.json)}`,
  };
}

async function oneKeystroke(): Promise<Measurement> {
  const { microseconds } = await runRounds({ large: typing(10_000), small: typing(100) });
  return {
    id: "P2",
    what: "one keystroke in the middle, all checks included, 10 000 lines : 100 lines",
    ...ratioOf(microseconds.large, microseconds.small),
    goal: { most: 3 },
    note: `${milliseconds(microseconds.large)} and ${milliseconds(microseconds.small)}`,
  };
}

/** Types a character and, the next time, takes it back. */
function typing(lines: number): () => unknown {
  const { text, position } = largeMapping(lines);
  const documents = new DocumentStore();
  documents.open(file, 1, "scimmap", text);
  let typed = false;
  return () => {
    const end = typed ? { ...position, character: position.character + 2 } : position;
    documents.edit(file, 2, [{ range: { start: position, end }, text: typed ? "" : " m" }]);
    typed = !typed;
    return documents.get(file)?.diagnostics();
  };
}

function jsonOfSize(bytes: number): string {
  const entry = { name: "attribute", type: "string", multiValued: false, description: "What it is for." };
  const count = Math.ceil(bytes / (JSON.stringify(entry).length + 1));
  return JSON.stringify(Array.from({ length: count }, () => entry));
}

function milliseconds(times: readonly number[]): string {
  return `${(median(times) / 1000).toPrecision(3)} ms`;
}
