import type { JsonValue } from "#scim/resource";
import type { DirectoryProblem } from "./directory-problem.ts";
import type { RecordPlace } from "./record-place.ts";

/**
 * Somebody who says who is in Entra ID, record by record, so that nobody has to hold them all. What others depend on comes first:
 * roles, then assignments, then groups, then users. So whoever reads it knows all the ways in which a user may be assigned when the user comes, and
 * keeps only those. A source that has its records in another order reads what it has more than once.
 */
export interface DirectorySource {
  /** As whoever named it calls it: a file. */
  readonly name: string;
  /** From the beginning each time. */
  items(): AsyncIterable<SourceItem>;
  /** What was read, for the stamp of plans: its text, or a digest where there is too much of it. Complete after the last item. */
  content(): string;
}

/** One thing that a source has to say. */
export type SourceItem =
  /** There is a list of assignments, though it may be empty; without one everybody counts as assigned. */
  | { readonly kind: "assignments-stated" }
  /** A role of the application, as its service principal has it in `appRoles`. */
  | { readonly kind: "role"; readonly value: JsonValue; readonly place: RecordPlace }
  | { readonly kind: "assignment"; readonly value: JsonValue; readonly place: RecordPlace }
  | { readonly kind: "record"; readonly type: "User" | "Group"; readonly value: JsonValue; readonly place: RecordPlace }
  /** Something that could not be read; the rest goes on. */
  | { readonly kind: "problem"; readonly problem: DirectoryProblem };

/** Items that are in memory already, as a source hands them out. */
export async function* atHand<T>(items: () => Iterable<T>): AsyncGenerator<T> {
  yield* await Promise.resolve(items());
}
