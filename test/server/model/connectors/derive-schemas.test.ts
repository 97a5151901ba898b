import { phrase } from "#base/sentence";
import { describe, expect, test } from "vitest";
import type { ConnectorAttribute } from "#model/connectors/connector";
import { deriveSchemas } from "#model/connectors/derive-schemas";
import { ENTERPRISE_USER_URN, GROUP_URN, USER_URN } from "#scim/schema";

type Row = Pick<ConnectorAttribute, "path"> & Partial<ConnectorAttribute>;

function derived(rows: readonly Row[], resourceType = "User") {
  const attributes = rows.map((row): ConnectorAttribute => ({ type: "string", filterable: null, required: null, ...row }));
  return deriveSchemas("App", { [resourceType]: { actions: [], matching: null, attributes } });
}

/** The attributes of the only schema. */
function attributesOf(rows: readonly Row[], resourceType?: string) {
  const [schema, ...others] = derived(rows, resourceType);
  expect(others).toEqual([]);
  return schema?.attributes;
}

describe("schemas of an attribute table", () => {
  test("a row without a URN is one of the core schema of its resource type", () => {
    expect(derived([{ path: "userName" }]).map(({ id, name }) => [id, name])).toEqual([[USER_URN, "User"]]);
    expect(derived([{ path: "displayName" }], "Group").map(({ id, name }) => [id, name])).toEqual([[GROUP_URN, "Group"]]);
  });

  test("a row with a URN is one of that schema, which has the standard's name or the application's", () => {
    const rows = [{ path: "userName" }, { path: `${ENTERPRISE_USER_URN}:department` }, { path: "urn:example:app:2.0:User:badge" }];
    expect(derived(rows).map(({ id, name, attributes }) => [id, name, attributes.map((attribute) => attribute.name)])).toEqual([
      [USER_URN, "User", ["userName"]],
      [ENTERPRISE_USER_URN, "EnterpriseUser", ["department"]],
      ["urn:example:app:2.0:User", "App User", ["badge"]],
    ]);
  });

  test("says only what the table says", () => {
    expect(attributesOf([{ path: "userName", required: true }])).toEqual([{ name: "userName", type: "string", required: true }]);
    expect(attributesOf([{ path: "userName", required: false }])).toEqual([{ name: "userName", type: "string", required: false }]);
    expect(attributesOf([{ path: "active", type: "boolean", required: null }])).toEqual([{ name: "active", type: "boolean" }]);
    expect(attributesOf([{ path: "tags", multiValued: true }])).toEqual([{ name: "tags", type: "string", multiValued: true }]);
  });

  test("a note describes what the standard does not", () => {
    expect(attributesOf([{ path: "badge", note: phrase("The badge.") }])).toEqual([
      { name: "badge", type: "string", description: phrase("The badge.") },
    ]);
    expect(attributesOf([{ path: "userName", note: phrase("The login.") }])).toEqual([{ name: "userName", type: "string" }]);
  });

  test("a sub-attribute makes its attribute complex", () => {
    expect(attributesOf([{ path: "name.givenName" }, { path: "name.familyName", required: true }])).toEqual([
      {
        name: "name",
        type: "complex",
        subAttributes: [
          { name: "givenName", type: "string" },
          { name: "familyName", type: "string", required: true },
        ],
      },
    ]);
  });

  test("rows with a value filter are canonical values of one attribute of many values; they make nothing required", () => {
    expect(
      attributesOf([
        { path: 'emails[type eq "work"].value', required: true },
        { path: 'emails[type eq "other"].value' },
        { path: 'emails[type eq "work"].display' },
      ]),
    ).toEqual([
      {
        name: "emails",
        type: "complex",
        multiValued: true,
        subAttributes: [
          { name: "type", type: "string", canonicalValues: ["work", "other"] },
          { name: "value", type: "string" },
          { name: "display", type: "string" },
        ],
      },
    ]);
    expect(attributesOf([{ path: 'roles[primary eq "True"]' }])).toEqual([
      {
        name: "roles",
        type: "complex",
        multiValued: true,
        subAttributes: [{ name: "primary", type: "string", canonicalValues: ["True"] }],
      },
    ]);
  });

  test("a reference to a complex attribute of the standard says what it points to", () => {
    expect(derived([{ path: `${ENTERPRISE_USER_URN}:manager`, type: "reference" }])[0]?.attributes).toEqual([
      { name: "manager", referenceTypes: ["User"] },
    ]);
    expect(attributesOf([{ path: "members", type: "reference" }], "Group")?.[0]?.referenceTypes).toContain("User");
    expect(attributesOf([{ path: "profileUrl", type: "reference" }])).toEqual([{ name: "profileUrl", type: "reference" }]);
  });

  test("a path of another form is a mistake in the table", () => {
    expect(() => derived([{ path: 'emails[type eq "work" and primary eq true].value' }])).toThrow(
      "which is no path of the form the tables use",
    );
    expect(() => derived([{ path: "" }])).toThrow("which is no path");
  });

  test("a table for another resource type than those of the standard is a mistake too", () => {
    const table = { actions: [], matching: null, attributes: [] };
    expect(() => deriveSchemas("App", { Device: table })).toThrow("App has a table for 'Device'");
  });

  test("several resource types have schemas of their own", () => {
    const table = {
      actions: [],
      matching: null,
      attributes: [{ path: "displayName", type: "string", filterable: null, required: null } as const],
    };
    expect(deriveSchemas("App", { User: table, Group: table }).map(({ id }) => id)).toEqual([USER_URN, GROUP_URN]);
  });
});
