import type { Place } from "#model/place";
import type { LinePosition } from "#syntax/parse";

export type Severity = "error" | "warning" | "hint";

/** Something to know about a file. Every one has a stable code and says in whole sentences what is wrong and what to do. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  /** Where the range ends, which may be in a later line: from 0, `endColumn` exclusive. */
  readonly endLine: number;
  readonly endColumn: number;
  /** For a pair of statements: the earlier one. */
  readonly related?: readonly { readonly message: string; readonly place: Place }[] | undefined;
  /** Mends it, where one change of text surely does. */
  readonly fix?: Fix | undefined;
}

/** A text in place of what stands between two positions. */
export interface Fix {
  readonly start: LinePosition;
  readonly end: LinePosition;
  readonly text: string;
}
