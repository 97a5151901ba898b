import { Bench } from "tinybench";

/** One line of the table: a ratio of two medians, and what it has to reach. */
export interface Measurement {
  /** Its number among the goals for speed; undefined for a figure that has none. */
  readonly id: string | undefined;
  readonly what: string;
  /** Median over the rounds. */
  readonly ratio: number;
  /** `least` and `most` are what the ratio may be; undefined where nothing is demanded. */
  readonly goal: { readonly most: number } | { readonly least: number } | undefined;
  /** The slowest and the fastest round: how far the median can be trusted on this machine. */
  readonly spread: readonly [least: number, most: number];
  /** Absolute figures for reading only; they do not carry over to another machine. */
  readonly note: string;
}

export interface Rounds<Name extends string> {
  /** Median time of one call in microseconds, one entry per round. */
  readonly microseconds: Readonly<Record<Name, readonly number[]>>;
}

const ROUNDS = 7;
const MILLISECONDS = 120;

/** Runs all tasks in every round, one after the other, so that what disturbs the machine disturbs all of them. */
export async function runRounds<Name extends string>(tasks: Readonly<Record<Name, () => unknown>>): Promise<Rounds<Name>> {
  const names = Object.keys(tasks) as Name[];
  const microseconds = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < ROUNDS; round += 1) {
    const bench = new Bench({ time: MILLISECONDS, warmupTime: round === 0 ? 500 : 20 });
    for (const name of names) bench.add(name, tasks[name]);
    await bench.run();
    for (const [index, name] of names.entries()) microseconds[name].push(medianTime(bench, index));
  }
  return { microseconds };
}

function medianTime(bench: Bench, index: number): number {
  const result = bench.tasks[index]?.result;
  if (result === undefined || !("latency" in result)) throw new Error(`A task of the benchmark failed: ${JSON.stringify(result)}`);
  return result.latency.p50 * 1000;
}

/** How many times as long one task takes as another: median and extremes over the rounds. */
export function ratioOf(
  subject: readonly number[],
  measure: readonly number[],
): { readonly ratio: number; readonly spread: readonly [number, number] } {
  const ratios = subject.map((time, round) => time / (measure[round] ?? Number.NaN));
  return { ratio: median(ratios), spread: [Math.min(...ratios), Math.max(...ratios)] };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((first, second) => first - second);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
