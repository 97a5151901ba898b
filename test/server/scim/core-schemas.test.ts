import { inEnglish } from "#base/render-sentence";
import { say } from "#base/sentence";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { coreResourceTypes, coreSchemas, rfcSource } from "#scim/core-schemas";
import type { Attribute, Schema } from "#scim/schema";
import { ENTERPRISE_USER_URN, GROUP_URN, USER_URN } from "#scim/schema";
import { buildCatalog } from "#scim/schema-catalog";

const reference = new URL("../../fixtures/reference/schemas/", import.meta.url);
const commonNames = ["id", "externalId", "meta"];

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, reference), "utf8")) as T;
}

interface Correction {
  readonly schema: string;
  readonly path: string;
  readonly change: "add" | "referenceTypes" | "caseExact" | "required" | "multiValued" | "canonicalValues";
  readonly value: unknown;
}

type Editable = { -readonly [K in keyof Attribute]: Attribute[K] } & { subAttributes?: Editable[] };

/** The published attributes of a schema with `corrections.json` applied. */
function corrected(file: string): readonly Editable[] {
  const attributes = readJson<{ attributes: Editable[] }>(`${file}.json`).attributes;
  for (const correction of readJson<Correction[]>("corrections.json").filter((entry) => entry.schema === file)) {
    for (const path of correction.path.split(", ")) correct(attributes, path.split("."), correction);
  }
  return attributes.map(caseExactReferences).map(comparable);
}

/** Every reference is case-exact (RFC 7643 §2.3.7): the errata apply that to the references they name. */
function caseExactReferences(attribute: Editable): Editable {
  if (attribute.type === "reference") attribute.caseExact = true;
  attribute.subAttributes?.forEach(caseExactReferences);
  return attribute;
}

function correct(attributes: Editable[], path: readonly string[], correction: Correction): void {
  const [name, ...rest] = path;
  const found = attributes.find((attribute) => attribute.name === name);
  if (rest.length > 0) {
    correct(found!.subAttributes!, rest, correction);
  } else if (correction.change === "add") {
    attributes.push(correction.value as Editable);
  } else if (correction.value === "treat as false") {
    expect(found).toMatchObject({ required: false });
  } else {
    Object.assign(found!, { [correction.change]: correction.value });
  }
}

/** Without descriptions and empty lists, in one order of sub-attributes. */
function comparable(attribute: Attribute): Editable {
  const { description: _, canonicalValues, subAttributes, ...stated } = attribute;
  const copy = { ...stated } as Editable;
  if (canonicalValues !== undefined && canonicalValues.length > 0) copy.canonicalValues = canonicalValues;
  if (subAttributes !== undefined) copy.subAttributes = subAttributes.map(comparable).sort(byName);
  return copy;
}

function byName(left: Attribute, right: Attribute): number {
  return left.name < right.name ? -1 : 1;
}

function schemaOf(urn: string): Schema {
  return coreSchemas.find((schema) => schema.id === urn)!;
}

test.each([
  ["User", USER_URN],
  ["Group", GROUP_URN],
  ["EnterpriseUser", ENTERPRISE_USER_URN],
])("%s is the published schema with the corrections", (file, urn) => {
  const ours = schemaOf(urn).attributes.filter((attribute) => !commonNames.includes(attribute.name));
  expect(ours.map(comparable)).toEqual(corrected(file));
});

test("the schemas say what the text of the RFC says where the published JSON does not", () => {
  const catalog = buildCatalog([rfcSource]);
  expect(catalog.attribute(GROUP_URN, "displayName")?.required).toBe(true);
  const member = catalog.attribute(GROUP_URN, "members")!.subAttributes;
  expect(member.map((sub) => [sub.name, sub.mutability, sub.caseExact])).toEqual([
    ["value", "immutable", true],
    ["$ref", "immutable", true],
    ["type", "immutable", false],
    ["display", "immutable", false],
  ]);
  expect(catalog.attribute(USER_URN, "addresses")!.subAttributes.map((sub) => sub.name)).toContain("primary");
  expect(catalog.attribute(ENTERPRISE_USER_URN, "manager")!.subAttributes.map((sub) => sub.required)).toEqual([false, false, false]);
});

test.each([USER_URN, GROUP_URN])("%s has the common attributes", (urn) => {
  const [id, externalId, meta] = schemaOf(urn).attributes;
  expect(id).toMatchObject({ name: "id", caseExact: true, mutability: "readOnly", returned: "always" });
  expect(externalId).toMatchObject({ name: "externalId", caseExact: true, mutability: "readWrite" });
  expect(meta).toMatchObject({ name: "meta", type: "complex", mutability: "readOnly" });
  expect(meta?.subAttributes?.map((sub) => [sub.name, sub.type, sub.mutability])).toEqual([
    ["resourceType", "string", "readOnly"],
    ["created", "dateTime", "readOnly"],
    ["lastModified", "dateTime", "readOnly"],
    ["location", "reference", "readOnly"],
    ["version", "string", "readOnly"],
  ]);
});

test("every attribute and sub-attribute is described in whole sentences", () => {
  const described = (attribute: Attribute): readonly string[] => [
    ...(/^[A-Z].*\.$/.test(inEnglish(attribute.description ?? say``)) ? [] : [attribute.name]),
    ...(attribute.subAttributes ?? []).flatMap(described),
  ];
  expect(coreSchemas.flatMap((schema) => schema.attributes.flatMap(described))).toEqual([]);
});

test("a user has the enterprise extension, a group has none", () => {
  expect(coreResourceTypes).toEqual([
    { name: "User", endpoint: "/Users", schema: USER_URN, schemaExtensions: [{ schema: ENTERPRISE_USER_URN }] },
    { name: "Group", endpoint: "/Groups", schema: GROUP_URN, schemaExtensions: [] },
  ]);
});
