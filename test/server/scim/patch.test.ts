import fc from "fast-check";
import { expect, test } from "vitest";
import { rfcSource } from "#scim/core-schemas";
import { inEnglish } from "#base/render-sentence";
import { applyPatch } from "#scim/patch";
import type { PatchOperation } from "#scim/patch";
import type { PatchError } from "#scim/patch-error";
import type { JsonValue, Resource } from "#scim/resource";
import { buildCatalog } from "#scim/schema-catalog";

const catalog = buildCatalog([rfcSource]);
const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";

const user: Resource = {
  schemas: [USER],
  id: "u-1",
  userName: "ada@example.com",
  displayName: "Ada B.",
  name: { givenName: "Ada", familyName: "Byron" },
  emails: [
    { type: "work", value: "ada@example.com", primary: true },
    { type: "home", value: "ada@home.example" },
  ],
};
const group: Resource = {
  schemas: [GROUP],
  id: "g-1",
  displayName: "Sales",
  members: [{ value: "u-1" }, { value: "u-2" }, { value: "u-3" }],
};

function patched(resource: Resource, ...operations: readonly PatchOperation[]): Resource {
  const result = applyPatch(resource, operations, catalog);
  if (!result.ok) throw new Error(inEnglish(result.error.detail));
  return result.value;
}

function refusal(resource: Resource, ...operations: readonly PatchOperation[]): PatchError["scimType"] {
  const result = applyPatch(resource, operations, catalog);
  if (result.ok) throw new Error("A failure was expected.");
  expect(inEnglish(result.error.detail)).toMatch(/\.$/);
  return result.error.scimType;
}

// RFC 7644 §3.5.2

test("add without a path merges attributes", () => {
  expect(patched(user, { op: "add", value: { nickName: "Countess", emails: [{ value: "x@example.com", type: "other" }] } })).toEqual({
    ...user,
    nickName: "Countess",
    emails: [...(user["emails"] as JsonValue[]), { value: "x@example.com", type: "other" }],
  });
});

test("add to a single-valued attribute replaces it, to a complex one merges", () => {
  expect(patched(user, { op: "add", path: "displayName", value: "Ada L." })["displayName"]).toBe("Ada L.");
  expect(patched(user, { op: "add", path: "name", value: { familyName: "Lovelace" } })["name"]).toEqual({
    givenName: "Ada",
    familyName: "Lovelace",
  });
});

test("add of a value that is there changes nothing", () => {
  expect(patched(group, { op: "add", path: "members", value: [{ $ref: null, value: "u-2" }] })).toEqual(group);
});

test("a new primary takes it from the others", () => {
  expect(patched(user, { op: "add", path: "emails", value: [{ type: "other", value: "x", primary: true }] })["emails"]).toEqual([
    { type: "work", value: "ada@example.com", primary: false },
    { type: "home", value: "ada@home.example" },
    { type: "other", value: "x", primary: true },
  ]);
  expect(patched(user, { op: "replace", path: 'emails[type eq "home"].primary', value: true })["emails"]).toEqual([
    { type: "work", value: "ada@example.com", primary: false },
    { type: "home", value: "ada@home.example", primary: true },
  ]);
});

test("replace of a multi-valued attribute replaces the list", () => {
  expect(patched(user, { op: "replace", path: "emails", value: [{ value: "only@example.com" }] })["emails"]).toEqual([
    { value: "only@example.com" },
  ]);
});

test("replace of a complex attribute keeps the sub-attributes not named", () => {
  expect(patched(user, { op: "replace", path: "name", value: { familyName: "King" } })["name"]).toEqual({
    givenName: "Ada",
    familyName: "King",
  });
});

test("replace at a value path replaces what matches, and fails with noTarget when nothing does", () => {
  expect(
    patched(user, { op: "replace", path: 'emails[type eq "home"]', value: { type: "home", value: "new@home.example" } })["emails"],
  ).toEqual([
    { type: "work", value: "ada@example.com", primary: true },
    { type: "home", value: "new@home.example" },
  ]);
  expect(refusal(user, { op: "replace", path: 'emails[type eq "other"].value', value: "x" })).toBe("noTarget");
});

test("remove unassigns, at a value path only what matches", () => {
  expect(patched(user, { op: "remove", path: "displayName" })).not.toHaveProperty("displayName");
  expect(patched(user, { op: "remove", path: 'emails[type eq "work"]' })["emails"]).toEqual([{ type: "home", value: "ada@home.example" }]);
  expect(patched(user, { op: "remove", path: 'emails[type eq "work"].primary' })["emails"]).toEqual([
    { type: "work", value: "ada@example.com" },
    { type: "home", value: "ada@home.example" },
  ]);
  expect(patched(user, { op: "remove", path: "name.givenName" })["name"]).toEqual({ familyName: "Byron" });
  expect(patched(group, { op: "remove", path: 'members[value eq "u-2"]' })["members"]).toEqual([{ value: "u-1" }, { value: "u-3" }]);
  expect(patched(group, { op: "remove", path: "members" })).not.toHaveProperty("members");
});

test("null unassigns, an empty text stays", () => {
  expect(patched(user, { op: "replace", path: "displayName", value: null })).not.toHaveProperty("displayName");
  expect(patched(user, { op: "replace", path: "name", value: { givenName: null } })["name"]).toEqual({ familyName: "Byron" });
  expect(patched(user, { op: "replace", path: "displayName", value: "" })["displayName"]).toBe("");
});

test("names and URNs compare without case, and the spelling that is there stays", () => {
  expect(patched(user, { op: "replace", path: "DISPLAYNAME", value: "Ada" })).toEqual({ ...user, displayName: "Ada" });
  expect(patched(user, { op: "replace", path: `${USER.toUpperCase()}:displayname`, value: "Ada" })).toEqual({
    ...user,
    displayName: "Ada",
  });
});

test("an extension attribute brings its URN into schemas", () => {
  expect(patched(user, { op: "add", path: `${ENTERPRISE}:department`, value: "Engines" })).toEqual({
    ...user,
    schemas: [USER, ENTERPRISE],
    [ENTERPRISE]: { department: "Engines" },
  });
});

test("a bare schema URN as path means the whole extension", () => {
  const extended = patched(user, { op: "add", path: ENTERPRISE, value: { department: "Engines", costCenter: "7" } });
  expect(extended[ENTERPRISE]).toEqual({ department: "Engines", costCenter: "7" });
  expect(patched(extended, { op: "remove", path: ENTERPRISE })).not.toHaveProperty([ENTERPRISE]);
});

test.each<[PatchError["scimType"], PatchOperation]>([
  ["noTarget", { op: "remove" }],
  ["invalidSyntax", { op: "move", path: "title", value: "x" }],
  ["invalidPath", { op: "add", path: 'emails[type eq "work"', value: "x" }],
  ["invalidPath", { op: "add", path: "emails[0].value", value: "x" }],
  ["invalidValue", { op: "add", value: "x" }],
  ["invalidValue", { op: "add", path: "title" }],
  ["invalidValue", { op: "replace", path: "active", value: "perhaps" }],
  ["invalidValue", { op: "replace", path: "title", value: { a: 1 } }],
  ["invalidValue", { op: "replace", path: "userName", value: null }],
  ["mutability", { op: "replace", path: "id", value: "u-2" }],
  ["mutability", { op: "add", path: "groups", value: [{ value: "g-1" }] }],
  ["mutability", { op: "replace", path: "meta.created", value: "2026-01-01T00:00:00Z" }],
  ["mutability", { op: "remove", path: "userName" }],
])("%s is what a service answers to %j", (scimType, operation) => {
  expect(refusal(user, operation)).toBe(scimType);
});

test("operations are all or none", () => {
  const before = JSON.stringify(user);
  expect(refusal(user, { op: "replace", path: "displayName", value: "Ada" }, { op: "remove", path: "userName" })).toBe("mutability");
  expect(JSON.stringify(user)).toBe(before);
});

test("without schemas values are taken as they are", () => {
  expect(applyPatch({ id: "1" }, [{ op: "replace", path: "active", value: "False" }])).toEqual({
    ok: true,
    value: { id: "1", active: "False" },
  });
});

// What Entra sends: entra-scim-behaviour §5 and §7

test("Entra, default shape: capitalised operations, Booleans as text", () => {
  expect(patched(user, { op: "Replace", path: "active", value: "False" }, { op: "Add", path: "nickName", value: "Babs" })).toEqual({
    ...user,
    active: false,
    nickName: "Babs",
  });
});

test("Entra, compliant shape: one path-less replace with dotted and URN keys", () => {
  const value = {
    displayName: "Ada L.",
    "name.givenName": "Augusta",
    "name.familyName": "Lovelace",
    [`${ENTERPRISE}:employeeNumber`]: "1815",
  };
  expect(patched(user, { op: "replace", value })).toEqual({
    ...user,
    schemas: [USER, ENTERPRISE],
    displayName: "Ada L.",
    name: { givenName: "Augusta", familyName: "Lovelace" },
    [ENTERPRISE]: { employeeNumber: "1815" },
  });
});

test("Entra, default shape: Remove with the list of members to remove", () => {
  const expected = [{ value: "u-1" }, { value: "u-3" }];
  expect(patched(group, { op: "Remove", path: "members", value: [{ value: "u-2" }] })["members"]).toEqual(expected);
  expect(patched(group, { op: "Remove", path: "members", value: [{ $ref: null, value: "u-2" }] })["members"]).toEqual(expected);
  expect(patched(group, { op: "Remove", path: "members", value: [] })["members"]).toEqual(group["members"]);
});

test("Entra adds members", () => {
  expect(patched(group, { op: "Add", path: "members", value: [{ $ref: null, value: "u-4" }] })["members"]).toEqual([
    { value: "u-1" },
    { value: "u-2" },
    { value: "u-3" },
    { value: "u-4" },
  ]);
});

test("Entra adds at a filtered path whose element does not exist, and the element is made", () => {
  expect(patched(user, { op: "Add", path: 'addresses[type eq "work"].country', value: "GB" })["addresses"]).toEqual([
    { type: "work", country: "GB" },
  ]);
  expect(patched(user, { op: "add", path: 'roles[primary eq "True"].value', value: "admin" })["roles"]).toEqual([
    { primary: true, value: "admin" },
  ]);
  expect(refusal(user, { op: "Add", path: 'addresses[type ne "work"].country', value: "GB" })).toBe("noTarget");
});

test.each<[string, JsonValue]>([
  ["a plain id", "u-9"],
  ["a list with one value", [{ $ref: "../Users/u-9", value: "u-9" }]],
])("Entra gives a manager as %s", (_, value) => {
  const manager = (patched(user, { op: "Add", path: `${ENTERPRISE}:manager`, value })[ENTERPRISE] as Resource)["manager"] as Resource;
  expect(manager["value"]).toBe("u-9");
});

// Properties

const anyOperation: fc.Arbitrary<PatchOperation> = fc.record(
  {
    op: fc.constantFrom("add", "Replace", "remove", "move"),
    path: fc.oneof(
      fc.constantFrom(
        "displayName",
        "emails",
        'emails[type eq "work"].value',
        "name.givenName",
        "members",
        `${ENTERPRISE}:manager`,
        ENTERPRISE,
        "__proto__",
      ),
      fc.string(),
    ),
    value: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonValue>,
  },
  { requiredKeys: ["op"] },
);

test("any operation gives a resource or a reason, and never changes its input", () => {
  const before = JSON.stringify(user);
  fc.assert(
    fc.property(fc.array(anyOperation, { maxLength: 4 }), (operations) => {
      const result = applyPatch(user, operations, catalog);
      if (result.ok) expect(result.value["id"]).toBe("u-1");
      else expect(inEnglish(result.error.detail)).not.toBe("");
      expect(JSON.stringify(user)).toBe(before);
    }),
  );
});

test("applying the same replace or remove twice is applying it once", () => {
  const idempotent = anyOperation.filter(({ op }) => op !== "add");
  fc.assert(
    fc.property(idempotent, (operation) => {
      const once = applyPatch(user, [operation], catalog);
      fc.pre(once.ok);
      expect(applyPatch(once.value, [operation], catalog)).toEqual(once);
    }),
  );
});
