import type { TextRange } from "#base/text-range";

/** Where something is written in one state of a document: the statement, the range inside it, and the line and column that this comes to. */
export interface Place {
  readonly file: FileIdentity;
  /** Index of the statement in its document. */
  readonly statement: number;
  readonly range: TextRange;
  /** Where `range` begins, from 0. */
  readonly line: number;
  readonly column: number;
}

/** A file to everything that names one: two are the same only if they are the same object. */
export interface FileIdentity {
  /** As the user wrote it or as the editor names it. */
  readonly name: string;
}
