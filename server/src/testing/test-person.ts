import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { asJson, own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { ObjectMapping, TestDeclaration, TestValue } from "#model/mapping-model";
import type { JsonObject } from "#scim/json-members";
import { listOf } from "#scim/json-members";
import { directoryObject } from "#directory/directory-object";
import { readAttributes } from "#directory/directory-record";
import type { DirectoryObject } from "#directory/directory-snapshot";
import { readAssignment } from "#directory/read-assignments";
import { withRoles } from "#directory/read-record";
import { readIsoTime } from "#evaluation/date-text";

/** The object that a test is about, and the time it happens. */
export interface TestPerson {
  /** An attribute is undefined when the test does not speak of it, null when it is given as `null`. */
  readonly object: DirectoryObject;
  readonly now: Date;
}

/** Reads `given` as a snapshot's record is read; the error says what is wrong with it. `clock` counts unless `now` is given. */
export function testPerson({ given }: TestDeclaration, map: ObjectMapping, clock: Date): Result<TestPerson, Sentence> {
  const type = map.source.toLowerCase() === "group" ? "Group" : "User";
  const stated = Object.fromEntries(given.map(({ name, value }): [string, TestValue] => [name, value]));
  const { now: time, ...record } = stated;
  const now = time === undefined ? clock : typeof time === "string" ? readIsoTime(time) : undefined;
  if (now === undefined) return failure(noTime(time ?? null));
  return success({ object: assignedObject(type, record), now });
}

function noTime(stated: TestValue): Sentence {
  return say`'now' is ${asJson(own(stated))}, which is no ISO 8601 time. Write one such as "2026-11-20T08:00:00Z".`;
}

/** Assigned by what `given` says of roles; without a word about them the assignment is supposed, not stated. */
function assignedObject(type: "User" | "Group", record: JsonObject): DirectoryObject {
  const values = readAttributes(type === "User" ? { accountEnabled: true, ...withoutCase(record, "accountEnabled") } : record);
  const { appRoleAssignments: roles } = withoutCase(record, "appRoleAssignments");
  const assignments = listOf(roles).flatMap((role) => readAssignment(role)?.assignment ?? []);
  const said = roles === undefined ? values : withRoles(values, assignments);
  return { ...directoryObject(type, "the object of this test", said), assignments };
}

/** The record with one name in the spelling that is asked for; attribute names compare in any case. */
function withoutCase(record: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key.toLowerCase() === name.toLowerCase() ? name : key, value]));
}
