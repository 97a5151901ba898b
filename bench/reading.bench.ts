import { DocumentStore } from "#workspace/documents";
import { openSnapshot } from "#workspace/snapshot";
import { parse } from "#syntax/parse";
import { largeMapping, variedJson } from "./documents.ts";
import { milliseconds, ratioOf, runRounds } from "./measure.ts";
import type { Measurement } from "./measure.ts";

const file = "file:///large.scimmap";

/** P1 and P2: what reading a document costs, and what one keystroke in its middle costs, all checks included. */
export async function measure(): Promise<readonly Measurement[]> {
  return [...(await fullParse()), await oneKeystroke()];
}

async function fullParse(): Promise<readonly Measurement[]> {
  const { text } = largeMapping(1000);
  const json = variedJson(text.length);
  const { microseconds } = await runRounds({
    parsed: () => parse(text),
    checked: () => openSnapshot(parse(text), { file }).diagnostics(),
    json: () => JSON.parse(json) as unknown,
  });
  const besides = microseconds.checked.map((time, round) => time - (microseconds.parsed[round] ?? 0));
  const against = `JSON ${milliseconds(microseconds.json)}`;
  return [
    { id: "P1a", ...ratioOf(microseconds.parsed, microseconds.json), note: `${milliseconds(microseconds.parsed)}, ${against}` },
    { id: "P1b", ...ratioOf(besides, microseconds.json), note: `${milliseconds(besides)}, ${against}` },
  ];
}

async function oneKeystroke(): Promise<Measurement> {
  const { microseconds } = await runRounds({ large: typing(10_000), small: typing(100) });
  const note = `${milliseconds(microseconds.large)} and ${milliseconds(microseconds.small)}`;
  return { id: "P2", ...ratioOf(microseconds.large, microseconds.small), note };
}

/** Types a key and, the next time, takes it back. */
function typing(lines: number): () => unknown {
  const { text, position, typed } = largeMapping(lines);
  const documents = new DocumentStore(() => new Date());
  documents.open(file, 1, "scimmap", text);
  const clean = documents.get(file)?.diagnostics();
  if (clean?.length !== 0) throw new Error("The document to measure with has findings.");
  let version = 1;
  return () => {
    version += 1;
    const isTyped = version % 2 === 1;
    const end = isTyped ? { ...position, character: position.character + typed.length } : position;
    documents.edit(file, version, [{ range: { start: position, end }, text: isTyped ? "" : typed }]);
    return documents.get(file)?.diagnostics();
  };
}
