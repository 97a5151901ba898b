import { expect, test } from "vitest";
import { objectOf, readRecord } from "#directory/read-record";
import type { RecordReading } from "#directory/read-record";
import type { JsonValue } from "#scim/resource";
import { messagesOf, user } from "#test/directory";

const read = (record: JsonValue): RecordReading => readRecord("User", record, { list: "users", item: 3 });

test("a record that is no object, or has no object id, is not read", () => {
  for (const record of [7, "u1", null, [user("u1")]]) {
    const { read: found, problems } = read(record);
    expect(found).toBeUndefined();
    expect(problems).toMatchObject([{ code: "not-an-object", place: { list: "users", item: 3 } }]);
    expect(messagesOf(problems)).toEqual(["users, item 3 is not an object and was skipped."]);
  }
  for (const record of [{ displayName: "No id" }, { objectId: "" }, { objectId: null }]) {
    const { read: found, problems } = read(record);
    expect(found).toBeUndefined();
    expect(problems).toMatchObject([{ code: "no-object-id" }]);
    expect(messagesOf(problems)).toEqual(['users, item 3 has no object id ("objectId", or "id" as Graph calls it) and was skipped.']);
  }
});

test("a record nested deeper than anything that walks it is not read", () => {
  const nested = (levels: number): JsonValue => JSON.parse(`${'{"a":'.repeat(levels)}7${"}".repeat(levels)}`) as JsonValue;
  expect(read({ objectId: "u1", custom: nested(99) }).problems).toEqual([]);
  for (const levels of [100, 100_000]) {
    const { read: found, problems } = read({ objectId: "u1", custom: nested(levels) });
    expect(found).toBeUndefined();
    expect(problems).toMatchObject([{ code: "nested-too-deep", place: { list: "users", item: 3 } }]);
    expect(messagesOf(problems)).toEqual(["users, item 3 is nested more than 100 levels deep and was skipped."]);
  }
});

test("roles that a record states are its own assignments; one without a role costs only itself", () => {
  const { read: found, problems } = read(user("u1", { appRoleAssignments: ["Agent", { principalId: "u1" }, 7] }));
  expect(found).toMatchObject({ id: "u1", statesAssignments: true, assignments: [{ role: { displayName: "Agent" } }] });
  expect(problems.map(({ code }) => code)).toEqual(["role-without-name", "role-without-name"]);
  expect(messagesOf(problems)[0]).toBe('users, item 3 has an entry in "appRoleAssignments" without a role; the entry was skipped.');
});

test("a record without a word about roles states nothing; null is a word", () => {
  expect(read(user("u1")).read?.statesAssignments).toBe(false);
  expect(read(user("u1", { appRoleAssignments: null })).read).toMatchObject({ statesAssignments: true, assignments: [] });
});

test("an object has its roles as an attribute, each once, Default Access not among them", () => {
  const { read: found } = read(user("u1", { appRoleAssignments: ["Agent", "Agent", "00000000-0000-0000-0000-000000000000"] }));
  const object = objectOf(found!);
  expect(object.attribute("appRoleAssignments")).toEqual(["Agent"]);
  expect(object.attribute("APPROLEASSIGNMENTS")).toEqual(["Agent"]);
  expect(object.assignments.map(({ defaultAccess }) => defaultAccess)).toEqual([false, false, true]);
});

test("assignments of others stand in front of its own when direct, behind them when through a group", () => {
  const { read: found } = read(user("u1", { appRoleAssignments: ["Own"] }));
  const of = (name: string, through?: string) => ({ role: { id: name, value: name, displayName: name }, defaultAccess: false, through });
  const object = objectOf(found!, [of("Direct")], [of("Group's", "Desk")]);
  expect(object.attribute("appRoleAssignments")).toEqual(["Direct", "Own", "Group's"]);
});

test("an object that is purged, deleted, blocked or states IsSoftDeleted says so", () => {
  const { read: found } = read(
    user("u1", { purged: true, deletedDateTime: "2026-01-01T00:00:00Z", accountEnabled: false, IsSoftDeleted: false }),
  );
  expect(objectOf(found!)).toMatchObject({ purged: true, softDeleted: true, blocked: true, statedSoftDeleted: false });
  expect(objectOf(read(user("u1")).read!)).toMatchObject({
    purged: false,
    softDeleted: false,
    blocked: false,
    statedSoftDeleted: undefined,
  });
});

test("its name is what people call it", () => {
  const nameOf = (record: JsonValue) => objectOf(read(record).read!).name;
  expect(nameOf(user("u1"))).toBe("Name of u1");
  expect(nameOf({ objectId: "u1", displayName: "", userPrincipalName: "ada@contoso.com" })).toBe("ada@contoso.com");
  expect(nameOf({ id: "u1" })).toBe("u1");
});
