import { expect, test } from "vitest";
import { readAssignment, readRole } from "#directory/read-assignments";
import type { JsonValue } from "#scim/resource";

const guid = "11111111-2222-3333-4444-555555555555";

test("a text is the name of a role", () => {
  expect(readAssignment("Agent")).toEqual({
    principalId: undefined,
    principalType: undefined,
    assignment: { role: { id: "Agent", value: "Agent", displayName: "Agent" }, defaultAccess: false, through: undefined },
  });
});

test("Graph's item has an id, and beside it perhaps the role's value and name", () => {
  const read = readAssignment({ principalId: "u1", appRoleId: "r1", appRoleValue: "agent", appRoleDisplayName: "Agent" });
  expect(read).toMatchObject({ principalId: "u1", assignment: { role: { id: "r1", value: "agent", displayName: "Agent" } } });
  expect(readAssignment({ appRoleId: "r1" })?.assignment.role).toEqual({ id: "r1", value: "r1", displayName: "r1" });
  expect(readAssignment({ appRoleId: "r1", appRoleValue: "agent" })?.assignment.role).toEqual({
    id: "r1",
    value: "agent",
    displayName: "agent",
  });
  expect(readAssignment({ appRoleDisplayName: "Agent" })?.assignment.role).toEqual({ id: "Agent", value: "Agent", displayName: "Agent" });
});

const catalog = new Map([[guid, { id: guid, value: "agent", displayName: "Agent" }]]);

test("of Graph's id alone no value is made; the application's roles say it", () => {
  const alone = readAssignment({ principalId: "u1", appRoleId: guid })?.assignment.role;
  expect(alone).toEqual({ id: guid, value: guid, displayName: guid, onlyId: true });
  const known = readAssignment({ principalId: "u1", appRoleId: guid.toUpperCase() }, catalog)?.assignment.role;
  expect(known).toEqual({ id: guid.toUpperCase(), value: "agent", displayName: "Agent" });
  expect(readAssignment({ appRoleId: guid, appRoleDisplayName: "Renamed" }, catalog)?.assignment.role).toEqual({
    id: guid,
    value: "agent",
    displayName: "Renamed",
  });
  expect(readAssignment("00000000-0000-0000-0000-000000000000")?.assignment.role.onlyId).toBeUndefined();
});

test.each<readonly [JsonValue, object | undefined]>([
  [
    { id: "r1", value: "agent", displayName: "Agent" },
    { id: "r1", value: "agent", displayName: "Agent" },
  ],
  [
    { id: "r1", value: null, displayName: "Agent" },
    { id: "r1", value: "Agent", displayName: "Agent" },
  ],
  [
    { id: "r1", value: "agent" },
    { id: "r1", value: "agent", displayName: "agent" },
  ],
  [{ id: "r1" }, { id: "r1", value: "r1", displayName: "r1", onlyId: true }],
  [{ value: "agent" }, undefined],
  ["r1", undefined],
])("the role %j of an application", (item, role) => {
  expect(readRole(item)).toEqual(role);
});

test.each(["00000000-0000-0000-0000-000000000000", "Default Access", "Default Assignment"])("%s is Default Access", (role) => {
  expect(readAssignment(role)?.assignment.defaultAccess).toBe(true);
  expect(readAssignment({ appRoleId: role })?.assignment.defaultAccess).toBe(true);
});

test.each([[null], [7], [[]], [{}], [{ appRoleId: "" }], [{ appRoleId: 7, principalId: "u1" }]])("%j is no assignment", (item) => {
  expect(readAssignment(item)).toBeUndefined();
});
