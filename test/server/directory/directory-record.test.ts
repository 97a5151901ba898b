import { expect, test } from "vitest";
import { readAttributes } from "#directory/directory-record";
import { attributeKey } from "#model/source-record";
import type { SourceValue } from "#model/source-record";
import type { JsonObject } from "#scim/json-members";

function valuesOf(record: JsonObject, names: readonly string[]): readonly (SourceValue | undefined)[] {
  const values = readAttributes(record);
  return names.map((name) => values.get(attributeKey(name)));
}

test("Graph's names become the names of mappings", () => {
  const graph = {
    id: "u1",
    mobilePhone: "+1",
    businessPhones: ["+2"],
    officeLocation: "London",
    onPremisesExtensionAttributes: { extensionAttribute1: "pilot" },
    employeeOrgData: { costCenter: "CC-1" },
  };
  const names = [
    "objectId",
    "mobile",
    "telephoneNumber",
    "physicalDeliveryOfficeName",
    "extensionAttribute1",
    "employeeOrgData.costCenter",
  ];
  expect(valuesOf(graph, names)).toEqual(["u1", "+1", "+2", "London", "pilot", "CC-1"]);
});

test("Booleans and numbers become their text, null stays null, and what is not said is undefined", () => {
  expect(valuesOf({ accountEnabled: true, a: false, b: 7, c: null }, ["accountEnabled", "a", "b", "c", "d"])).toEqual([
    "True",
    "False",
    "7",
    null,
    undefined,
  ]);
});

test("names compare in any case, directory extensions exactly", () => {
  expect(valuesOf({ GivenName: "Ada", extension_abc_Badge: 7 }, ["givenname", "extension_abc_Badge", "extension_abc_badge"])).toEqual([
    "Ada",
    "7",
    undefined,
  ]);
});

test("lists keep their texts; objects and nulls in them are left out", () => {
  expect(valuesOf({ otherMails: ["a", null, 7, { b: 1 }], proxyAddresses: [] }, ["otherMails", "proxyAddresses"])).toEqual([
    ["a", "7"],
    [],
  ]);
});

test("a manager is one object id, members are several, also as Graph's objects", () => {
  for (const manager of ["m1", { id: "m1" }, { objectId: "m1", displayName: "Bo" }])
    expect(valuesOf({ manager }, ["manager"])).toEqual(["m1"]);
  for (const manager of [null, "", {}, 7]) expect(valuesOf({ manager }, ["manager"])).toEqual([null]);
  expect(valuesOf({ members: ["u1", { id: "u2" }, {}, ""] }, ["members"])).toEqual([["u1", "u2"]]);
  expect(valuesOf({ members: null }, ["members"])).toEqual([null]);
});
