import type { Sentence } from "#base/sentence";
import type { RecordPlace } from "./record-place.ts";

/** What is wrong with a part of a source; it costs that part, and the rest goes on. */
export type DirectoryProblemCode =
  | "line-not-json"
  | "not-an-object"
  | "nested-too-deep"
  | "no-object-id"
  | "object-id-twice"
  | "role-without-id"
  | "role-without-name"
  | "assignment-of-nobody"
  | "principal-not-here";

/** Something in a source that could not be read. */
export interface DirectoryProblem {
  readonly code: DirectoryProblemCode;
  /** Undefined where it is about the source as a whole. */
  readonly place: RecordPlace | { readonly line: number } | undefined;
  readonly message: Sentence;
}
