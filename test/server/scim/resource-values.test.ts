import { expect, test } from "vitest";
import { rfcSource } from "#scim/core-schemas";
import { parsePath } from "#scim/filter/parse";
import type { JsonValue, Resource } from "#scim/resource";
import { valuesAt } from "#scim/resource-values";
import { buildCatalog } from "#scim/schema-catalog";

const catalog = buildCatalog([rfcSource]);
const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const ada: Resource = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  UserName: "ada",
  name: { givenName: "Ada", familyName: null },
  emails: [{ type: "WORK", value: "a@example.com" }, { type: "home", value: "b@example.com" }, null, {}],
  phoneNumbers: ["+1", "+2"],
  addresses: [[]],
  [ENTERPRISE.toLowerCase()]: { manager: "u-9", department: "Engines" },
};

test.each<[string, readonly JsonValue[]]>([
  ["userName", ["ada"]],
  ["urn:ietf:params:scim:schemas:core:2.0:User:userName", ["ada"]],
  ["name.givenName", ["Ada"]],
  ["name.familyName", []],
  ["title", []],
  ["emails.value", ["a@example.com", "b@example.com"]],
  ['emails[type eq "work"].value', ["a@example.com"]],
  ['emails[type eq "other"].value', []],
  ['emails[type eq "home"]', [{ type: "home", value: "b@example.com" }]],
  ["phoneNumbers.value", ["+1", "+2"]],
  ["phoneNumbers.type", []],
  ["addresses", []],
  [`${ENTERPRISE}:department`, ["Engines"]],
  [`${ENTERPRISE}:manager`, ["u-9"]],
  [`${ENTERPRISE}:manager.value`, ["u-9"]],
  ["department", []],
])("%s", (path, expected) => {
  const parsed = parsePath(path).path;
  if (parsed === undefined) throw new Error(`'${path}' was not understood.`);
  expect(valuesAt(ada, parsed, catalog)).toEqual(expected);
});
