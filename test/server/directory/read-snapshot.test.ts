import { expect, test } from "vitest";
import { readSnapshot } from "#directory/read-snapshot";
import { messagesOf, opened, readJson, user } from "#test/directory";

test("users and groups in the order in which they stand, and the text they stand in", async () => {
  const text = JSON.stringify({ users: [user("u2"), user("u1")], groups: [user("g1")] });
  const snapshot = await readSnapshot(opened(text));
  expect(snapshot.users.map(({ id, name, type }) => [id, name, type])).toEqual([
    ["u2", "Name of u2", "User"],
    ["u1", "Name of u1", "User"],
  ]);
  expect(snapshot.groups.map(({ id, type }) => [id, type])).toEqual([["g1", "Group"]]);
  expect(snapshot).toMatchObject({ statesAssignments: false, text });
  expect(snapshot.problems).toEqual([]);
});

test("bad records are reported with their position and skipped, groups before users", async () => {
  const snapshot = await readJson({
    users: [user("u1"), 7, { displayName: "No id" }, user("u1")],
    groups: [{ id: "g1" }, null],
  });
  expect(snapshot.users.map(({ id }) => id)).toEqual(["u1"]);
  expect(snapshot.groups.map(({ id }) => id)).toEqual(["g1"]);
  expect(messagesOf(snapshot.problems).map((text) => text.slice(0, 14))).toEqual([
    "groups, item 2",
    "users, item 2 ",
    "users, item 3 ",
    "users, item 4 ",
  ]);
});

test("assignments stand on the user too, by role name or as Graph's items", async () => {
  const snapshot = await readJson([
    user("u1", { appRoleAssignments: ["Agent"] }),
    user("u2", { appRoleAssignments: [{ appRoleId: "00000000-0000-0000-0000-000000000000" }] }),
  ]);
  expect(snapshot.users.map(({ assignments }) => assignments.map(({ defaultAccess }) => defaultAccess))).toEqual([[false], [true]]);
  expect(snapshot.users.map((person) => person.attribute("appRoleAssignments"))).toEqual([["Agent"], []]);
  expect(snapshot.statesAssignments).toBe(true);
});
