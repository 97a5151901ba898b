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

export interface Report {
  /** `statement` is an index; the range counts from the start of its first line. */
  at(statement: number, range: TextRange, message: string, more?: Details): void;
  /** For what stands in no statement, such as a comment. */
  inLine(line: number, start: number, end: number, message: string): void;
}

export interface Details {
  /** Where one code has two severities. */
  readonly severity?: Severity;
  readonly related?: { readonly message: string; readonly place: Place };
  /** A text that mends it, in place of a range of the statement. */
  readonly fix?: { readonly range: TextRange; readonly text: string } | undefined;
}
