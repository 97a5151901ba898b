import type { JsonValue } from "#scim/resource";
import type { DirectoryProblem } from "./directory-problem.ts";
import { atHand } from "./source.ts";
import type { DirectorySource, SourceItem } from "./source.ts";

/** The records of a snapshot as they stand in it, and what could not be read. */
export interface SnapshotLists {
  readonly users: readonly JsonValue[];
  /** For each user its line, where there is one user a line. */
  readonly lines: readonly number[];
  readonly groups: readonly JsonValue[];
  /** Undefined where nothing says who is assigned. */
  readonly appRoleAssignedTo: readonly JsonValue[] | undefined;
  /** The roles that assignments name by id. */
  readonly appRoles: readonly JsonValue[];
  readonly problems: readonly DirectoryProblem[];
}

/** A source whose records are in memory; `text` is what they stood in. */
export function listsSource(name: string, lists: SnapshotLists, text: string): DirectorySource {
  return { name, items: () => atHand(() => itemsOf(lists)), content: () => text };
}

function* itemsOf({ users, lines, groups, appRoleAssignedTo, appRoles, problems }: SnapshotLists): Generator<SourceItem> {
  for (const problem of problems) yield { kind: "problem", problem };
  for (const [index, value] of appRoles.entries()) yield { kind: "role", value, place: { list: "appRoles", item: index + 1 } };
  if (appRoleAssignedTo !== undefined) yield { kind: "assignments-stated" };
  for (const [index, value] of (appRoleAssignedTo ?? []).entries())
    yield { kind: "assignment", value, place: { list: "appRoleAssignedTo", item: index + 1 } };
  for (const [index, value] of groups.entries()) yield { kind: "record", type: "Group", value, place: { list: "groups", item: index + 1 } };
  for (const [index, value] of users.entries())
    yield { kind: "record", type: "User", value, place: { list: "users", item: index + 1, line: lines[index] } };
}
