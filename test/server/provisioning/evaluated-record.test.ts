import { expect, test } from "vitest";
import { objectOf, readRecord } from "#directory/read-record";
import type { DirectoryObject } from "#directory/directory-snapshot";
import { attributeKey } from "#model/source-record";
import { EvaluatedRecord } from "#provisioning/evaluated-record";
import type { JsonValue } from "#scim/resource";
import { prepareText } from "#test/evaluate-text";

const now = new Date("2026-11-20T08:00:00Z");

function person(more: Readonly<Record<string, JsonValue>> = {}): DirectoryObject {
  const { read } = readRecord("User", { objectId: "u1", displayName: "Ada", ...more }, { list: "users", item: 1 });
  return objectOf(read!);
}

test("IsSoftDeleted is what was decided, in any spelling and whatever the record says; all else is the record's", () => {
  const object = person({ IsSoftDeleted: true });
  for (const [decided, text] of [
    [true, "True"],
    [false, "False"],
  ] as const) {
    const record = new EvaluatedRecord(object, decided, now);
    for (const name of ["IsSoftDeleted", "issoftdeleted", "ISSOFTDELETED"]) expect(record.attribute(attributeKey(name))).toBe(text);
    expect(record.attribute(attributeKey("DISPLAYNAME"))).toBe("Ada");
    expect(record.attribute(attributeKey("surname"))).toBeUndefined();
    expect(record.now).toBe(now);
  }
});

test("each role counts once by its id, Default Access not at all", () => {
  const roles = [
    { appRoleId: "r1", appRoleDisplayName: "Agent" },
    { appRoleId: "r1", appRoleDisplayName: "Agent again" },
    { appRoleId: "00000000-0000-0000-0000-000000000000" },
    { appRoleId: "r2", appRoleDisplayName: "Reader" },
  ];
  const record = new EvaluatedRecord(person({ appRoleAssignments: roles }), false, now);
  expect(record.roles.map(({ id, displayName }) => [id, displayName])).toEqual([
    ["r1", "Agent"],
    ["r2", "Reader"],
  ]);
});

test("all expressions of a record share the values of its lets, and two records share nothing", () => {
  let asked = 0;
  const object = person();
  const counted: DirectoryObject = {
    ...object,
    values: new Proxy(object.values, {
      get: (values, member) => {
        if (member !== "get") return Reflect.get(values, member) as unknown;
        return (key: Parameters<typeof values.get>[0]) => {
          asked += 1;
          return values.get(key);
        };
      },
    }),
  };
  const lets = { name: "ToUpper([displayName])" };
  const [first, second] = [prepareText("[name]", lets), prepareText('Append([name], "!")', lets)];
  const record = new EvaluatedRecord(counted, false, now);
  expect([first(record).value, first(record).value]).toEqual(["ADA", "ADA"]);
  expect(asked).toBe(1);
  expect(second(new EvaluatedRecord(counted, false, now)).value).toBe("ADA!");
  expect(asked).toBe(2);
});
