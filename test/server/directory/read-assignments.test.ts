import { expect, test } from "vitest";
import { readAssignment } from "#directory/read-assignments";

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

test.each(["00000000-0000-0000-0000-000000000000", "Default Access", "Default Assignment"])("%s is Default Access", (role) => {
  expect(readAssignment(role)?.assignment.defaultAccess).toBe(true);
  expect(readAssignment({ appRoleId: role })?.assignment.defaultAccess).toBe(true);
});

test.each([[null], [7], [[]], [{}], [{ appRoleId: "" }], [{ appRoleId: 7, principalId: "u1" }]])("%j is no assignment", (item) => {
  expect(readAssignment(item)).toBeUndefined();
});
