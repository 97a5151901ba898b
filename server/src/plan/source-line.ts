import type { Place } from "#model/place";
import type { SourceLine } from "./plan.ts";

/** Where a statement begins, as people count lines. */
export function lineOf(place: Place): SourceLine {
  return { file: place.file.name, line: place.line + 1 };
}
