import type { CharacterSet } from "./character-set.ts";

/** One unit of a set, or as many as follow each other: the patterns `[^0-9]` and `\s+`. */
export interface UnitRun {
  readonly set: CharacterSet;
  readonly repeated: boolean;
}

/** Start and end of a match, the end exclusive. */
export type Span = readonly [start: number, end: number];

/** Finds the matches of a run, from left to right. Most patterns in mappings are such runs, and one look at each unit finds them. */
export function runFinder({ set, repeated }: UnitRun): (text: string, extent: "first" | "all") => readonly Span[] {
  const ascii = Uint8Array.from({ length: 128 }, (_, unit) => (contains(set, unit) ? 1 : 0));
  const belongs = (unit: number): boolean => (unit < 128 ? ascii[unit] === 1 : contains(set, unit));
  return (text, extent) => {
    const spans: Span[] = [];
    for (let start = 0; start < text.length; start += 1) {
      if (!belongs(text.charCodeAt(start))) continue;
      let end = start + 1;
      while (repeated && end < text.length && belongs(text.charCodeAt(end))) end += 1;
      spans.push([start, end]);
      if (extent === "first") break;
      start = end - 1;
    }
    return spans;
  };
}

/** The ranges are sorted. */
function contains(set: CharacterSet, unit: number): boolean {
  let low = 0;
  let high = set.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = set[middle] ?? [0, 0];
    if (unit < from) high = middle - 1;
    else if (unit > to) low = middle + 1;
    else return true;
  }
  return false;
}
