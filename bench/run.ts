// `npm run bench`: the measurements of every *.bench.ts beside this file, as ratios, in one table. Arguments choose files by how they begin.
import { readdirSync } from "node:fs";
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
const rows = measurements.toSorted(byNumber).map(row);
const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
for (const cells of rows)
  console.log(
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
process.exitCode = measurements.every(isReached) ? 0 : 1;

function isWanted(name: string): boolean {
  return wanted.length === 0 || wanted.some((part) => name.startsWith(part));
}

function byNumber(first: Measurement, second: Measurement): number {
  return Number(first.id?.slice(1) ?? 99) - Number(second.id?.slice(1) ?? 99);
}

function row(measurement: Measurement): readonly string[] {
  const { id = "", what, ratio, spread, goal, note } = measurement;
  const demanded = goal === undefined ? "" : "most" in goal ? `≤ ${goal.most}` : `≥ ${goal.least}`;
  const verdict = goal === undefined ? "" : isReached(measurement) ? "reached" : "MISSED";
  return [id, figure(ratio), demanded, verdict, `${figure(spread[0])}–${figure(spread[1])}`, what + (note === "" ? "" : ` (${note})`)];
}

function isReached({ ratio, goal }: Measurement): boolean {
  if (goal === undefined) return true;
  return "most" in goal ? ratio <= goal.most : ratio >= goal.least;
}

function figure(ratio: number): string {
  return ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(3);
}
