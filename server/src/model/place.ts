import type { TextRange } from "#base/text-range";

/** Where something is written: a range inside a statement, and the statement's identity. The workspace turns it into line and character. */
export interface Place {
  readonly file: FileIdentity;
  /** Index of the statement in its document. */
  readonly statement: number;
  readonly range: TextRange;
  /** Line of the statement's start, from 0; with `range` it gives line and column on demand. */
  readonly line: number;
  readonly column: number;
}

export interface FileIdentity {
  /** As the user wrote it or as the editor names it. */
  readonly name: string;
}
