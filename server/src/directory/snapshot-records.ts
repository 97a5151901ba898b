import type { JsonObject } from "#scim/json-members";
import { textIn } from "./directory-object.ts";
import { directoryObjects } from "./directory-objects.ts";
import type { DirectoryEntry } from "./directory-objects.ts";
import type { Assignment } from "./directory-snapshot.ts";
import type { DirectorySource } from "./source.ts";

/** One object of a snapshot, with all that the snapshot says of it. */
export interface SnapshotRecord {
  readonly type: "User" | "Group";
  /** As people call it. */
  readonly name: string;
  /** Its principal name, or its object id. */
  readonly key: string;
  /** A record that says by itself what the whole snapshot says of it: its assignments are in its `appRoleAssignments`. */
  readonly attributes: JsonObject;
}

type ObjectEntry = Extract<DirectoryEntry, { kind: "object" }>;

/** The objects of a source as records that stand for themselves, users first; those that cannot be read are left out. */
export async function snapshotRecords(source: DirectorySource): Promise<readonly SnapshotRecord[]> {
  const users: ObjectEntry[] = [];
  const groups: ObjectEntry[] = [];
  let statesAssignments = false;
  for await (const entry of directoryObjects(source)) {
    if (entry.kind === "object") (entry.object.type === "Group" ? groups : users).push(entry);
    else if (entry.kind === "end") statesAssignments = entry.end.statesAssignments;
  }
  return [...users, ...groups].map((entry) => recordOf(entry, statesAssignments));
}

function recordOf({ object, record }: ObjectEntry, statesAssignments: boolean): SnapshotRecord {
  const { type, id, name, values, assignments } = object;
  const stated = statesAssignments ? { appRoleAssignments: assignments.map(assignmentRecord) } : {};
  return { type, name, key: textIn(values, "userPrincipalName") ?? id, attributes: { ...record, ...stated } };
}

/** As `readAssignment` reads it. */
function assignmentRecord({ role }: Assignment): JsonObject {
  if (role.onlyId === true) return { appRoleId: role.id };
  return { appRoleId: role.id, appRoleValue: role.value, appRoleDisplayName: role.displayName };
}
