// `npm run bench`: every goal for speed with what the *.bench.ts beside this file measure, in one table. Arguments choose files by how they begin.
import { readdirSync } from "node:fs";
import { goals } from "./goals.ts";
import type { Goal } from "./goals.ts";
import type { Measurement } from "./measure.ts";

interface Benchmark {
  measure(): Promise<readonly Measurement[]>;
}

const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".bench.ts") && isWanted(name));
const measurements: Measurement[] = [];
for (const file of files.sort()) {
  process.stderr.write(`${file} …\n`);
  const benchmark = (await import(new URL(file, import.meta.url).href)) as Benchmark;
  measurements.push(...(await benchmark.measure()));
}
const judged = goals.flatMap((goal) => rowsOf(goal));
const others = measurements
  .filter(({ id }) => id === undefined)
  .map((measurement) => cellsOf("", measurement.what ?? "", "", "", measurement));
print([["", "ratio", "goal", "", "rounds", ""], ...judged.map(({ cells }) => cells), ...others]);
process.exitCode = judged.every(({ reached }) => reached) ? 0 : 1;

function isWanted(name: string): boolean {
  return wanted.length === 0 || wanted.some((part) => name.startsWith(part));
}

function rowsOf(goal: Goal): readonly { readonly cells: readonly string[]; readonly reached: boolean }[] {
  const { id, what, limit, notYet } = goal;
  const demanded = "most" in limit ? `≤ ${limit.most}` : `≥ ${limit.least}`;
  const measurement = measurements.find((candidate) => candidate.id === id);
  if (measurement !== undefined) {
    const reached = "most" in limit ? measurement.ratio <= limit.most : measurement.ratio >= limit.least;
    return [{ cells: cellsOf(id, what, demanded, reached ? "reached" : "MISSED", measurement), reached }];
  }
  if (wanted.length > 0) return [];
  return [{ cells: [id, "", demanded, "not measured", "", `${what} (${notYet ?? "its benchmark gave no figure"})`], reached: false }];
}

function cellsOf(id: string, what: string, demanded: string, verdict: string, { ratio, spread, note }: Measurement): readonly string[] {
  const rounds = `${figure(spread[0])}–${figure(spread[1])}`;
  return [id, figure(ratio), demanded, verdict, rounds, what + (note === "" ? "" : ` (${note})`)];
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  for (const cells of rows) {
    const padded = cells.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    console.log(padded.join("  ").trimEnd());
  }
}

function figure(ratio: number): string {
  return ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(3);
}
