import type { JsonObject } from "#scim/json-members";
import { isObject } from "#scim/json-members";
import type { JsonValue } from "#scim/resource";
import { directoryObject, textIn } from "./directory-object.ts";
import { readAttributes } from "./directory-record.ts";
import type { Assignment } from "./directory-snapshot.ts";
import { readLists, readSnapshot } from "./read-snapshot.ts";

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

/** The objects of a snapshot as records that stand for themselves, users first; those that cannot be read are left out. */
export function snapshotRecords(text: string): readonly SnapshotRecord[] {
  const { snapshot } = readSnapshot(text);
  const { users, groups } = readLists(text.replace(/^\ufeff/, ""), []);
  const assigned = new Map([...snapshot.users, ...snapshot.groups].map(({ id, assignments }) => [id, assignments]));
  const recordOf = (type: "User" | "Group", record: JsonValue): readonly SnapshotRecord[] => {
    if (!isObject(record)) return [];
    const values = readAttributes(record);
    const id = textIn(values, "objectId");
    const assignments = id === undefined ? undefined : assigned.get(id);
    if (id === undefined || assignments === undefined) return [];
    const { name } = directoryObject(type, id, values);
    const stated = snapshot.statesAssignments ? { appRoleAssignments: assignments.map(assignmentRecord) } : {};
    return [{ type, name, key: textIn(values, "userPrincipalName") ?? id, attributes: { ...record, ...stated } }];
  };
  return [...users.flatMap((record) => recordOf("User", record)), ...groups.flatMap((record) => recordOf("Group", record))];
}

/** As `readAssignment` reads it. */
function assignmentRecord({ role }: Assignment): JsonObject {
  return { appRoleId: role.id, appRoleValue: role.value, appRoleDisplayName: role.displayName };
}
