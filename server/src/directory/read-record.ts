import { own, say } from "#base/sentence";
import { attributeKey } from "#model/source-record";
import type { AttributeKey, AttributeValues, SourceValue } from "#model/source-record";
import { isObject, listOf } from "#scim/json-members";
import type { JsonObject } from "#scim/json-members";
import { isTooDeep, maxNesting } from "#scim/nesting";
import type { JsonValue } from "#scim/resource";
import { directoryObject, textIn } from "./directory-object.ts";
import type { DirectoryProblem } from "./directory-problem.ts";
import { readAttributes } from "./directory-record.ts";
import type { Assignment, DirectoryObject } from "./directory-snapshot.ts";
import { withPrincipalName } from "./principal-name.ts";
import { readAssignment } from "./read-assignments.ts";
import type { RoleCatalog } from "./read-assignments.ts";
import type { RecordPlace } from "./record-place.ts";

/** What one record says by itself. */
export interface ReadRecord {
  readonly type: "User" | "Group";
  readonly id: string;
  /** As it stands in the source. */
  readonly record: JsonObject;
  readonly values: ReadonlyMap<AttributeKey, SourceValue>;
  /** Those that it states itself. */
  readonly assignments: readonly Assignment[];
  readonly statesAssignments: boolean;
}

/** A record as far as it could be read, undefined when not at all, and what is wrong with it. */
export interface RecordReading {
  readonly read: ReadRecord | undefined;
  readonly problems: readonly DirectoryProblem[];
}

/** Reads one user or group; `roles` says what assignments name by id. */
export function readRecord(type: "User" | "Group", record: JsonValue, place: RecordPlace, roles?: RoleCatalog): RecordReading {
  if (!isObject(record)) return unreadable(notAnObject(place));
  if (isTooDeep(record)) return unreadable(nestedTooDeep(place));
  const { appRoleAssignments, ...rest } = record;
  const values = withPrincipalName(readAttributes(rest));
  const id = textIn(values, "objectId");
  if (id === undefined) return unreadable(noObjectId(place));
  const stated = listOf(appRoleAssignments).map((item) => readAssignment(item, roles));
  const assignments = stated.flatMap((item) => (item === undefined ? [] : [item.assignment]));
  return {
    read: { type, id, record, values, assignments, statesAssignments: appRoleAssignments !== undefined },
    problems: stated.filter((item) => item === undefined).map(() => roleWithoutName(place)),
  };
}

function unreadable(problem: DirectoryProblem): RecordReading {
  return { read: undefined, problems: [problem] };
}

function notAnObject(place: RecordPlace): DirectoryProblem {
  return { code: "not-an-object", place, message: say`${own(place.list)}, item ${place.item} is not an object and was skipped.` };
}

function nestedTooDeep(place: RecordPlace): DirectoryProblem {
  const message = say`${own(place.list)}, item ${place.item} is nested more than ${maxNesting} levels deep and was skipped.`;
  return { code: "nested-too-deep", place, message };
}

function noObjectId(place: RecordPlace): DirectoryProblem {
  const message = say`${own(place.list)}, item ${place.item} has no object id ("objectId", or "id" as Graph calls it) and was skipped.`;
  return { code: "no-object-id", place, message };
}

function roleWithoutName(place: RecordPlace): DirectoryProblem {
  const message = say`${own(place.list)}, item ${place.item} has an entry in "appRoleAssignments" without a role; the entry was skipped.`;
  return { code: "role-without-name", place, message };
}

/** The object that a record describes, with the assignments that others give it in front of its own and behind them. */
export function objectOf(read: ReadRecord, direct: readonly Assignment[] = [], throughGroups: readonly Assignment[] = []): DirectoryObject {
  const assignments = [...direct, ...read.assignments, ...throughGroups];
  return { ...directoryObject(read.type, read.id, withRoles(read.values, assignments)), assignments };
}

/** Roles as an attribute: their names, each once; Default Access is none. */
export function withRoles(values: AttributeValues, assignments: readonly Assignment[]): AttributeValues {
  const roles = assignments.filter(({ defaultAccess }) => !defaultAccess).map(({ role }) => role.displayName);
  return new Map(values).set(appRoleAssignments, [...new Set(roles)]);
}

const appRoleAssignments = attributeKey("appRoleAssignments");
