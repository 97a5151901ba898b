import { readFileSync } from "node:fs";
import { parseFilter } from "#scim/filter/parse";
import { median, ratioOf, runRounds } from "./measure.ts";
import type { Measurement } from "./measure.ts";
import { parse as parsePeer } from "./peers/scim2-parse-filter.mjs";

interface FilterCase {
  readonly kind: string;
  readonly filter: string;
  readonly valid: boolean;
}

/** P8: all valid filters of the reference that both parsers accept. Ours yields nodes with positions, the filter, and what is wrong. */
export async function measure(): Promise<readonly Measurement[]> {
  const file = new URL("../test/fixtures/reference/scim-filter-cases.json", import.meta.url);
  const cases = JSON.parse(readFileSync(file, "utf8")) as readonly FilterCase[];
  const filters = cases
    .filter(({ kind, valid, filter }) => kind === "filter" && valid && isAcceptedByBoth(filter))
    .map(({ filter }) => filter);
  const { microseconds } = await runRounds({
    ours: () => filters.map((filter) => parseFilter(filter).filter),
    peer: () => filters.map((filter) => parsePeer(filter)),
  });
  const perSecond = (times: readonly number[]): string => `${Math.round((filters.length / median(times)) * 1000)} 000`;
  return [
    {
      id: "P8",
      ...ratioOf(microseconds.peer, microseconds.ours),
      note: `${filters.length} filters; ${perSecond(microseconds.ours)} and ${perSecond(microseconds.peer)} a second`,
    },
  ];
}

function isAcceptedByBoth(filter: string): boolean {
  try {
    parsePeer(filter);
    return parseFilter(filter).problems.length === 0;
  } catch {
    // The peer refuses by throwing.
    return false;
  }
}
