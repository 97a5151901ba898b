import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSnapshot } from "#directory/read-snapshot";
import { snapshotRecords } from "#directory/snapshot-records";
import { opened, readJson } from "#test/directory";

test("a record says by itself what the whole snapshot says of it, assignments through a group included", async () => {
  const text = JSON.stringify({
    users: [
      { objectId: "u1", displayName: "Ada", userPrincipalName: "ada@contoso.com", givenName: "Ada" },
      { id: "u2", userPrincipalName: "bo@contoso.com" },
      { displayName: "has no id" },
    ],
    groups: [{ objectId: "g1", displayName: "Sales", members: ["u1"] }],
    appRoleAssignedTo: [{ principalId: "g1", appRoleId: "r1", appRoleValue: "agent", appRoleDisplayName: "Agent" }],
  });
  const role = { appRoleId: "r1", appRoleValue: "agent", appRoleDisplayName: "Agent" };
  expect(await snapshotRecords(opened(text))).toEqual([
    {
      type: "User",
      name: "Ada",
      key: "ada@contoso.com",
      attributes: {
        objectId: "u1",
        displayName: "Ada",
        userPrincipalName: "ada@contoso.com",
        givenName: "Ada",
        appRoleAssignments: [role],
      },
    },
    {
      type: "User",
      name: "bo@contoso.com",
      key: "bo@contoso.com",
      attributes: { id: "u2", userPrincipalName: "bo@contoso.com", appRoleAssignments: [] },
    },
    {
      type: "Group",
      name: "Sales",
      key: "g1",
      attributes: { objectId: "g1", displayName: "Sales", members: ["u1"], appRoleAssignments: [role] },
    },
  ]);
});

test("where nobody's assignment is stated, no record states one", async () => {
  const [record] = await snapshotRecords(opened('\ufeff[{ "objectId": "u1", "displayName": "Ada" }]'));
  expect(record?.attributes).toEqual({ objectId: "u1", displayName: "Ada" });
});

test("every object of the example reads alone as it reads among the others", async () => {
  const text = readFileSync("examples/people.json", "utf8");
  const snapshot = await readSnapshot(opened(text));
  const objects = [...snapshot.users, ...snapshot.groups];
  const records = await snapshotRecords(opened(text));
  expect(records.length).toBe(objects.length);
  for (const [index, { type, attributes }] of records.entries()) {
    const alone = await readJson(type === "User" ? { users: [attributes] } : { groups: [attributes] });
    const object = objects[index]!;
    const again = (type === "User" ? alone.users : alone.groups)[0]!;
    expect(alone.statesAssignments).toBe(snapshot.statesAssignments);
    expect([again.id, again.name, again.softDeleted, again.blocked]).toEqual([object.id, object.name, object.softDeleted, object.blocked]);
    expect(again.assignments).toEqual(object.assignments.map((assignment) => ({ ...assignment, through: undefined })));
    expect(again.attribute("appRoleAssignments")).toEqual(object.attribute("appRoleAssignments"));
  }
});
