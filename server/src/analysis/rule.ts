import type { TextRange } from "#base/text-range";
import type { Binding } from "#model/binding";
import type { Place } from "#model/place";
import type { Severity } from "./diagnostic.ts";

/** One thing that can be wrong. Its doc comment is the reason that people read. */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  readonly check: (binding: Binding, report: Report) => void;
}

/** `statement` is an index; the range counts from the start of its first line. `severity` where one code has two. */
export type Report = (statement: number, range: TextRange, message: string, more?: { readonly severity?: Severity; readonly related?: RelatedPlace }) => void;

export interface RelatedPlace {
  readonly message: string;
  readonly place: Place;
}
