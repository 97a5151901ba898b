import { expect, test } from "vitest";
import { readSnapshot } from "#directory/read-snapshot";

const user = (id: string, more: object = {}) => ({ objectId: id, displayName: `Name of ${id}`, ...more });

test("a JSON array is a list of users, and without any assignment nobody is left out", () => {
  const { snapshot, problems } = readSnapshot(JSON.stringify([user("u1"), user("u2")]));
  expect(snapshot.users.map(({ id, name }) => [id, name])).toEqual([
    ["u1", "Name of u1"],
    ["u2", "Name of u2"],
  ]);
  expect(snapshot.statesAssignments).toBe(false);
  expect(problems).toEqual([]);
});

test("one JSON object per line is a list of users; a broken line is named and the rest read", () => {
  const { snapshot, problems } = readSnapshot(`${JSON.stringify(user("u1"))}\n{"objectId": \n\n${JSON.stringify(user("u3"))}\n`);
  expect(snapshot.users.map(({ id }) => id)).toEqual(["u1", "u3"]);
  expect(problems).toEqual(["Line 2 is not JSON and was skipped."]);
});

test("bad records are reported with their position and skipped", () => {
  const { snapshot, problems } = readSnapshot(
    JSON.stringify({ users: [user("u1"), 7, { displayName: "No id" }, user("u1")], groups: [{ id: "g1", displayName: "G" }] }),
  );
  expect(snapshot.users.map(({ id }) => id)).toEqual(["u1"]);
  expect(snapshot.groups.map(({ id }) => id)).toEqual(["g1"]);
  expect(problems.map((problem) => problem.slice(0, 13))).toEqual(["users, item 2", "users, item 3", "users, item 4"]);
});

test("what is not JSON at all is one problem, not one per line", () => {
  const { snapshot, problems } = readSnapshot("{\n  users: [\n  ]\n}");
  expect(snapshot.users).toEqual([]);
  expect(problems).toHaveLength(1);
});

test("Graph's names become the names of mappings", () => {
  const graph = {
    id: "u1",
    mobilePhone: "+1",
    businessPhones: ["+2"],
    officeLocation: "London",
    onPremisesExtensionAttributes: { extensionAttribute1: "pilot" },
    employeeOrgData: { costCenter: "CC-1" },
    manager: { id: "u9" },
    accountEnabled: true,
    extension_abc_Badge: 7,
  };
  const [person] = readSnapshot(JSON.stringify([graph])).snapshot.users;
  const value = (name: string) => person?.attribute(name);
  expect([value("objectId"), value("mobile"), value("telephoneNumber"), value("physicalDeliveryOfficeName")]).toEqual([
    "u1",
    "+1",
    "+2",
    "London",
  ]);
  expect([value("extensionAttribute1"), value("employeeOrgData.costCenter"), value("manager"), value("accountEnabled")]).toEqual([
    "pilot",
    "CC-1",
    "u9",
    "True",
  ]);
  expect([value("EXTENSIONATTRIBUTE1"), value("extension_abc_Badge"), value("extension_abc_badge")]).toEqual(["pilot", "7", undefined]);
});

test("a group's assignment reaches its direct members only", () => {
  const { snapshot } = readSnapshot(
    JSON.stringify({
      users: [user("u1"), user("u2")],
      groups: [
        { objectId: "g1", displayName: "Desk", members: ["u1", "g2"] },
        { objectId: "g2", displayName: "Nested", members: ["u2"] },
      ],
      appRoleAssignedTo: [{ principalId: "g1", principalType: "Group", appRoleId: "r1", appRoleDisplayName: "User" }],
    }),
  );
  expect(snapshot.users.map(({ assignments }) => assignments.map(({ role, through }) => [role.displayName, through]))).toEqual([
    [["User", "Desk"]],
    [],
  ]);
  expect(snapshot.groups.map(({ assignments }) => assignments.length)).toEqual([1, 0]);
  expect(snapshot.statesAssignments).toBe(true);
});

test("assignments stand on the user too, by role name or as Graph's items", () => {
  const { snapshot } = readSnapshot(
    JSON.stringify([
      user("u1", { appRoleAssignments: ["Agent"] }),
      user("u2", { appRoleAssignments: [{ appRoleId: "00000000-0000-0000-0000-000000000000" }] }),
    ]),
  );
  expect(snapshot.users.map(({ assignments }) => assignments.map(({ defaultAccess }) => defaultAccess))).toEqual([[false], [true]]);
  expect(snapshot.users.map((person) => person.attribute("appRoleAssignments"))).toEqual([["Agent"], []]);
  expect(snapshot.statesAssignments).toBe(true);
});

test("an assignment of somebody the snapshot lacks is named", () => {
  const { problems } = readSnapshot(JSON.stringify({ users: [user("u1")], appRoleAssignedTo: [{ principalId: "u7", appRoleId: "r1" }] }));
  expect(problems).toEqual(["appRoleAssignedTo names a principal that is not in the snapshot: u7."]);
});

test("an object that is purged, deleted, blocked or states IsSoftDeleted says so", () => {
  const { snapshot } = readSnapshot(
    JSON.stringify([user("u1", { purged: true, deletedDateTime: "2026-01-01T00:00:00Z", accountEnabled: false, IsSoftDeleted: false })]),
  );
  expect(snapshot.users[0]).toMatchObject({ purged: true, softDeleted: true, blocked: true, statedSoftDeleted: false });
});
