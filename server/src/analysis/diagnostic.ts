import type { Place } from "#model/place";

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
}
