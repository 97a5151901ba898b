import type { Sentence } from "#base/sentence";
import type { Place } from "#model/place";
import type { LinePosition } from "#syntax/parse";

/** How bad something is: only an error stops a preview. */
export type Severity = "error" | "warning" | "hint";

/** Something to know about a file. Every one has a stable code and says in whole sentences what is wrong and what to do. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Sentence;
  readonly place: Place;
  /** Where the range ends, which may be in a later line: from 0, `endColumn` exclusive. */
  readonly endLine: number;
  readonly endColumn: number;
  /** For a pair of statements: the earlier one. */
  readonly related?: readonly Related[] | undefined;
  /** Mends it, where one change of text surely does. */
  readonly fix?: Fix | undefined;
}

/** Another place that a diagnostic is about. */
export interface Related {
  readonly message: Sentence;
  readonly place: Place;
}

/** A text in place of what stands between two positions. */
export interface Fix {
  readonly start: LinePosition;
  readonly end: LinePosition;
  readonly text: string;
}
