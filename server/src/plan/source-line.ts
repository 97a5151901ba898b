import type { Place } from "#model/place";

/** Where a statement stands, with lines counted from 1. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

/** Where a statement begins, as people count lines. */
export function lineOf(place: Place): SourceLine {
  return { file: place.file.name, line: place.line + 1 };
}
