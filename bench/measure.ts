import { Bench } from "tinybench";
import type { GoalId } from "./goals.ts";

/** A ratio of two medians, for a goal or for reading only. */
export interface Measurement {
  /** The goal it belongs to; undefined for a figure that has none. */
  readonly id: GoalId | undefined;
  /** What was compared, where no goal says it. */
  readonly what?: string;
  /** Median over the rounds. */
  readonly ratio: number;
  /** The least and the greatest ratio of a round: how far the median can be trusted on this machine. */
  readonly spread: readonly [least: number, most: number];
  /** Absolute figures for reading only; they do not carry over to another machine. */
  readonly note: string;
}

/** Times of several tasks, one entry per round. */
export interface Rounds<Name extends string> {
  /** Median time of one call in microseconds. */
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

/** How many times as much one takes as another: median and extremes over the rounds. */
export function ratioOf(
  subject: readonly number[],
  measure: readonly number[],
): { readonly ratio: number; readonly spread: readonly [number, number] } {
  const ratios = subject.map((figure, round) => figure / (measure[round] ?? Number.NaN));
  return { ratio: median(ratios), spread: [Math.min(...ratios), Math.max(...ratios)] };
}

/** The middle of some figures. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((first, second) => first - second);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** What all but one in twenty stay below; it is reported and not judged. */
export function p95(values: readonly number[]): number {
  return values.toSorted((first, second) => first - second)[Math.ceil(values.length * 0.95) - 1] ?? 0;
}

/** Microseconds as text. */
export function milliseconds(times: readonly number[]): string {
  return `${(median(times) / 1000).toPrecision(3)} ms`;
}
