import fc from "fast-check";
import { expect, test } from "vitest";
import { rfcSource } from "#scim/core-schemas";
import type { AttributePath } from "#scim/filter/filter";
import { parsePath } from "#scim/filter/parse";
import { nearKey, printLookUp, shownFor } from "#scim/look-up";
import type { Resource } from "#scim/resource";
import { buildCatalog } from "#scim/schema-catalog";

const catalog = buildCatalog([rfcSource]);
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

function pathOf(text: string): AttributePath {
  const { path } = parsePath(text);
  if (path === undefined) throw new Error(`'${text}' was not understood.`);
  return path;
}

// The third column is what Entra's documentation shows in its requests (entra-scim-behaviour, "Match"); the fourth is RFC 7644's grammar.
test.each([
  ["userName", "x", 'userName eq "x"', 'userName eq "x"'],
  ["name.givenName", "x", 'name.givenName eq "x"', 'name.givenName eq "x"'],
  ['emails[type eq "work"].value', "x", 'emails[type eq "work"].value eq "x"', 'emails[type eq "work" and value eq "x"]'],
  ['roles[primary eq "True"].value', "x", 'roles[primary eq "True"].value eq "x"', 'roles[primary eq "True" and value eq "x"]'],
  [
    'emails[type eq "work" and primary eq true].value',
    "x",
    'emails[type eq "work" and primary eq true].value eq "x"',
    'emails[type eq "work" and primary eq true and value eq "x"]',
  ],
  [`${enterprise}:employeeNumber`, "7", `${enterprise}:employeeNumber eq "7"`, `${enterprise}:employeeNumber eq "7"`],
  ["active", true, "active eq true", "active eq true"],
  ["userName", 'a"b\\c', 'userName eq "a\\"b\\\\c"', 'userName eq "a\\"b\\\\c"'],
])("whoever has %s %j is asked for in Entra's spelling and in the standard's", (path, value, entra, rfc) => {
  expect(printLookUp({ path: pathOf(path), value }, "entra")).toBe(entra);
  expect(printLookUp({ path: pathOf(path), value }, "rfc")).toBe(rfc);
});

test("the path in Entra's spelling is read back as the path that was meant", () => {
  const anyPath = fc.constantFrom("userName", "name.givenName", 'emails[type eq "work"].value', `${enterprise}:department`).map(pathOf);
  fc.assert(
    fc.property(anyPath, fc.string({ unit: "grapheme" }), (path, value) => {
      const written = printLookUp({ path, value }, "entra");
      const end = ` eq ${JSON.stringify(value)}`;
      expect(written.endsWith(end)).toBe(true);
      expect(parsePath(written.slice(0, -end.length)).path).toEqual(path);
    }),
  );
});

const work = 'emails[type eq "work"].value';
test.each<[string, string, Resource, string]>([
  ["userName", "ada@x", { userName: "ADA@x" }, "same"],
  ["externalId", "ab", { externalId: "AB" }, "near"],
  ["userName", "ada@x", { userName: " ada@x " }, "near"],
  ["userName", "Zoe\u0308", { userName: "Zo\u00eb" }, "near"],
  ["userName", "ada@x", { userName: "ada@x_1" }, "other"],
  ["userName", "ada@x", { displayName: "Ada" }, "nothing"],
  ["userName", "ada@x", { userName: "" }, "nothing"],
  [work, "ada@x", { emails: [{ type: "work", value: "ada@x" }] }, "same"],
  [work, "ada@x", { emails: [{ value: "ada@x" }] }, "near"],
  [work, "ada@x", { emails: ["ada@x"] }, "near"],
  [work, "ada@x", { emails: [{ type: "home", value: "eve@x" }] }, "other"],
  [work, "ada@x", { emails: [] }, "nothing"],
  [`${enterprise}:employeeNumber`, "7", { [enterprise]: { employeeNumber: "7" } }, "same"],
  [`${enterprise}:employeeNumber`, "7", { [enterprise]: { department: "R" } }, "nothing"],
])("of %s %j, the resource %j shows %s", (path, value, resource, shown) => {
  expect(shownFor({ path: pathOf(path), value }, resource, catalog)).toBe(shown);
});

test("what stands for its value is compared by it", () => {
  expect(nearKey({ value: " ADA " })).toBe(nearKey("ada"));
  expect(nearKey(7)).not.toBe(nearKey(8));
});
