import type { JsonObject } from "#scim/json-members";
import { isObject } from "#scim/json-members";
import type { JsonValue } from "#scim/resource";
import { attributeKey } from "#model/source-record";
import type { AttributeKey, SourceValue } from "#model/source-record";
import type { Assignment, DirectoryObject, DirectorySnapshot } from "./directory-snapshot.ts";
import { directoryObject, textIn } from "./directory-object.ts";
import { readAttributes } from "./directory-record.ts";
import { readAssignment } from "./read-assignments.ts";

export interface SnapshotReading {
  readonly snapshot: DirectorySnapshot;
  /** One sentence per record that could not be read, with its position; the rest goes on. */
  readonly problems: readonly string[];
}

/** Reads `{ users, groups, appRoleAssignedTo }`, a JSON array of users, or NDJSON of users. Never throws. */
export function readSnapshot(text: string): SnapshotReading {
  const problems: string[] = [];
  const lists = readLists(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, problems);
  const assigned = readAssignedTo(lists.appRoleAssignedTo, problems);
  const seen = new Set<string>();
  const groups = readObjects("Group", "groups", lists.groups, seen, problems);
  const users = readObjects("User", "users", lists.users, seen, problems);
  reportStrangers(assigned, seen, problems);
  const throughGroups = groupAssignments(groups, assigned);
  const snapshot: DirectorySnapshot = {
    groups: groups.map((draft) => finish(draft, assigned.get(draft.object.id) ?? [], [])),
    users: users.map((draft) => finish(draft, assigned.get(draft.object.id) ?? [], throughGroups.get(draft.object.id) ?? [])),
    statesAssignments: lists.appRoleAssignedTo !== undefined || [...users, ...groups].some((draft) => draft.statesAssignments),
    text,
  };
  return { snapshot, problems };
}

/** The records of a snapshot as they stand in it. */
export interface SnapshotLists {
  readonly users: readonly JsonValue[];
  readonly groups: readonly JsonValue[];
  readonly appRoleAssignedTo: readonly JsonValue[] | undefined;
}

export function readLists(text: string, problems: string[]): SnapshotLists {
  const whole = parseJson(text);
  if (whole === undefined) return { users: readLines(text, problems), groups: [], appRoleAssignedTo: undefined };
  if (Array.isArray(whole)) return { users: whole as readonly JsonValue[], groups: [], appRoleAssignedTo: undefined };
  if (!isObject(whole)) {
    problems.push('The snapshot is neither a list of users nor an object with "users", "groups" and "appRoleAssignedTo".');
    return { users: [], groups: [], appRoleAssignedTo: undefined };
  }
  if (!("users" in whole) && !("groups" in whole) && !("appRoleAssignedTo" in whole))
    return { users: [whole], groups: [], appRoleAssignedTo: undefined };
  return {
    users: listIn(whole, "users", problems) ?? [],
    groups: listIn(whole, "groups", problems) ?? [],
    appRoleAssignedTo: listIn(whole, "appRoleAssignedTo", problems),
  };
}

/** A list, or Graph's `{ "value": […] }` around one. */
function listIn(whole: JsonObject, name: string, problems: string[]): readonly JsonValue[] | undefined {
  const member = whole[name];
  if (member === undefined || member === null) return undefined;
  const list = isObject(member) ? member["value"] : member;
  if (Array.isArray(list)) return list as readonly JsonValue[];
  problems.push(`"${name}" is not a list; nothing was read from it.`);
  return undefined;
}

function readLines(text: string, problems: string[]): readonly JsonValue[] {
  const first = text.split("\n", 1)[0] ?? "";
  if (parseJson(first) === undefined) {
    problems.push("The snapshot is neither JSON nor one JSON object per line. Check that the file is complete.");
    return [];
  }
  const records: JsonValue[] = [];
  text.split("\n").forEach((line, index) => {
    if (line.trim() === "") return;
    const record = parseJson(line);
    if (record === undefined) problems.push(`Line ${index + 1} is not JSON and was skipped.`);
    else records.push(record);
  });
  return records;
}

function readAssignedTo(items: readonly JsonValue[] | undefined, problems: string[]): Map<string, Assignment[]> {
  const assigned = new Map<string, Assignment[]>();
  items?.forEach((item, index) => {
    const read = readAssignment(item);
    if (read?.principalId === undefined) {
      problems.push(`appRoleAssignedTo, item ${index + 1} names no principal or no role ("principalId", "appRoleId") and was skipped.`);
    } else assigned.set(read.principalId, [...(assigned.get(read.principalId) ?? []), read.assignment]);
  });
  return assigned;
}

interface Draft {
  readonly object: Omit<DirectoryObject, "assignments">;
  /** Its values, until its roles are known and belong to them. */
  readonly values: Map<AttributeKey, SourceValue>;
  readonly own: readonly Assignment[];
  readonly statesAssignments: boolean;
}

function readObjects(
  type: "User" | "Group",
  list: string,
  records: readonly JsonValue[],
  seen: Set<string>,
  problems: string[],
): readonly Draft[] {
  const drafts: Draft[] = [];
  records.forEach((record, index) => {
    const position = `${list}, item ${index + 1}`;
    if (!isObject(record)) {
      problems.push(`${position} is not an object and was skipped.`);
      return;
    }
    const draft = readObject(type, record, position, problems);
    if (draft === undefined) return;
    if (seen.has(draft.object.id)) problems.push(`${position} has the object id of an earlier record and was skipped.`);
    else {
      seen.add(draft.object.id);
      drafts.push(draft);
    }
  });
  return drafts;
}

function readObject(type: "User" | "Group", record: JsonObject, position: string, problems: string[]): Draft | undefined {
  const { appRoleAssignments, ...rest } = record;
  const values = readAttributes(rest);
  const id = textIn(values, "objectId");
  if (id === undefined) {
    problems.push(`${position} has no object id ("objectId", or "id" as Graph calls it) and was skipped.`);
    return undefined;
  }
  const own: Assignment[] = [];
  for (const item of Array.isArray(appRoleAssignments) ? (appRoleAssignments as readonly JsonValue[]) : []) {
    const read = readAssignment(item);
    if (read === undefined) problems.push(`${position} has an entry in "appRoleAssignments" without a role; the entry was skipped.`);
    else own.push(read.assignment);
  }
  return { own, statesAssignments: appRoleAssignments !== undefined, object: directoryObject(type, id, values), values };
}

/** A group's assignment reaches its direct members only (Entra: nested groups are not read). */
function groupAssignments(
  groups: readonly Draft[],
  assigned: ReadonlyMap<string, readonly Assignment[]>,
): ReadonlyMap<string, readonly Assignment[]> {
  const reached = new Map<string, Assignment[]>();
  for (const { object, own } of groups) {
    const through = [...(assigned.get(object.id) ?? []), ...own].map((assignment) => ({ ...assignment, through: object.name }));
    const members = object.attribute("members");
    if (through.length === 0 || !Array.isArray(members)) continue;
    for (const member of members as readonly string[]) reached.set(member, [...(reached.get(member) ?? []), ...through]);
  }
  return reached;
}

function finish({ object, values, own }: Draft, assigned: readonly Assignment[], throughGroups: readonly Assignment[]): DirectoryObject {
  const assignments = [...assigned, ...own, ...throughGroups];
  const roles = assignments.filter((assignment) => !assignment.defaultAccess).map((assignment) => assignment.role.displayName);
  values.set(appRoleAssignments, [...new Set(roles)]);
  return { ...object, assignments };
}

const appRoleAssignments = attributeKey("appRoleAssignments");

function reportStrangers(assigned: ReadonlyMap<string, readonly Assignment[]>, known: ReadonlySet<string>, problems: string[]): void {
  const strangers = [...assigned.keys()].filter((id) => !known.has(id));
  if (strangers.length === 0) return;
  problems.push(
    `appRoleAssignedTo names ${strangers.length === 1 ? "a principal that is" : `${strangers.length} principals that are`} not in the snapshot: ${strangers.slice(0, 5).join(", ")}${strangers.length > 5 ? ", …" : ""}.`,
  );
}

/** Broken JSON is an input error, hence a value: this is the edge where the exception ends. */
function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
