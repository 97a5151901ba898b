import type { DateText } from "./date-text.ts";
import { latestDate } from "./date-text.ts";

/** From 1601-01-01, where Active Directory's FILETIME numbers begin, to 1970-01-01. */
const millisecondsTo1970 = 11_644_473_600_000n;

/** Steps of 100 nanoseconds since 1601-01-01T00:00:00Z. */
export function ticksOf({ milliseconds, ticks }: DateText): bigint {
  return (BigInt(milliseconds) + millisecondsTo1970) * 10_000n + BigInt(ticks);
}

/** Milliseconds since 1970; undefined beyond the year 9999. */
export function dateFromTicks(ticks: bigint): number | undefined {
  const milliseconds = Number(ticks / 10_000n - millisecondsTo1970);
  return milliseconds <= latestDate ? milliseconds : undefined;
}
