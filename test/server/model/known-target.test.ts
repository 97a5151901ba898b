import { expect, test } from "vitest";
import { bind } from "#model/bind";
import { findConnector, generic } from "#model/connectors/index";
import { KnownTarget } from "#model/known-target";
import { knowledgeFor, targetKey } from "#model/target-knowledge";
import type { FilterableFact, TargetKnowledge } from "#model/target-knowledge";
import { buildCatalog } from "#scim/schema-catalog";
import { parse } from "#syntax/parse";

const workEmail = 'emails[type eq "work"].value';

function learnt(...filterable: FilterableFact[]): TargetKnowledge {
  return { schemas: [], resourceTypes: [], filterable };
}

function knownTarget(connector: string, knowledge?: TargetKnowledge): KnownTarget {
  return new KnownTarget(buildCatalog([]), findConnector(connector) ?? generic, knowledge);
}

test("without a connection test the application's table says what can be filtered by, and is silent where it is", () => {
  expect(knownTarget("purecloud").filterability("User", "userName")).toEqual({ filterable: true, statedBy: "connector" });
  expect(knownTarget("purecloud").filterability("User", workEmail)).toEqual({ filterable: false, statedBy: "connector" });
  expect(knownTarget("grouptalk").filterability("User", 'PHONENUMBERS[type eq "mobile"].VALUE')?.filterable).toBe(true);
  expect(knownTarget("webex").filterability("Group", "externalId")?.filterable).toBe(false);
  expect(knownTarget("ringcentral").filterability("User", "userName")).toBeUndefined();
  expect(knownTarget("webex").filterability("User", "nickName")).toBeUndefined();
  expect(knownTarget("ringcentral").filterability("Group", "displayName")).toBeUndefined();
  expect(knownTarget("generic").filterability("User", "userName")).toBeUndefined();
});

test("a connection test wins over the documentation, in both directions", () => {
  const target = knownTarget(
    "purecloud",
    learnt({ resourceType: "User", path: workEmail, filterable: true }, { resourceType: "User", path: "userName", filterable: false }),
  );
  expect(target.filterability("User", workEmail)).toEqual({ filterable: true, statedBy: "target" });
  expect(target.filterability("User", "userName")).toEqual({ filterable: false, statedBy: "target" });
  expect(target.filterability("User", "displayName")).toEqual({ filterable: false, statedBy: "connector" });
});

test("what was learnt about groups says nothing about users", () => {
  const target = knownTarget("generic", learnt({ resourceType: "Group", path: "displayName", filterable: false }));
  expect(target.filterability("Group", "displayName")?.filterable).toBe(false);
  expect(target.filterability("group", "DISPLAYNAME")?.filterable).toBe(false);
  expect(target.filterability("User", "displayName")).toBeUndefined();
});

test("the paths to match by are those that are known to work: the documentation's, corrected and completed by the test", () => {
  expect(knownTarget("purecloud").filterablePaths("User")).toEqual(["userName"]);
  const target = knownTarget(
    "purecloud",
    learnt(
      { resourceType: "User", path: "userName", filterable: false },
      { resourceType: "User", path: workEmail, filterable: true },
      { resourceType: "User", path: "nickName", filterable: true },
      { resourceType: "Group", path: "externalId", filterable: true },
    ),
  );
  expect(target.filterablePaths("User")).toEqual([workEmail, "nickName"]);
  expect(target.filterablePaths("Group")).toEqual(["displayName", "externalId"]);
  expect(knownTarget("generic").filterablePaths("User")).toEqual([]);
});

test("a row of the application's table is found by its path, whatever the case", () => {
  expect(knownTarget("purecloud").listed("User", "USERNAME")).toMatchObject({ path: "userName", required: true });
  expect(knownTarget("purecloud").listed("User", "nickName")).toBeUndefined();
  expect([knownTarget("purecloud").lists("Group"), knownTarget("ringcentral").lists("Group")]).toEqual([true, false]);
  expect(knownTarget("generic").lists("User")).toBe(false);
});

test("a model's catalog is that of its target, with the schemas a test read before all others", () => {
  const attributes = [{ name: "active", mutability: "immutable" as const }];
  const schemas = [{ id: "urn:ietf:params:scim:schemas:core:2.0:User", name: "User", attributes }];
  const resourceTypes = [{ name: "Device", endpoint: "/Devices", schema: "urn:example:Device", schemaExtensions: [] }];
  const tree = parse('provision "A" {\n  connector purecloud\n}\n');
  const { model } = bind(tree, { file: { name: "a.scimmap" }, target: { schemas, resourceTypes, filterable: [] } });
  expect(model.target.catalog).toBe(model.catalog);
  expect(model.catalog.attribute(schemas[0]!.id, "active")).toMatchObject({ mutability: "immutable", type: "boolean" });
  expect(model.catalog.attribute(schemas[0]!.id, "active")?.statedBy).toEqual(["target", "connector", "RFC 7643"]);
  expect(model.catalog.resourceType("Device")?.endpoint).toBe("/Devices");
  expect(model.target.connector.id).toBe("purecloud");
});

test("targets are told apart by tenant URL, the provision's before its environments'", () => {
  const text =
    'provision "A" {\n  environment test {\n    tenantUrl "https://test.example/scim/"\n  }\n  tenantUrl "https://a.example/scim"\n}\n';
  const test = learnt();
  const live = learnt();
  const known = (...entries: [string, TargetKnowledge][]): TargetKnowledge | undefined =>
    knowledgeFor(parse(text), new Map(entries.map(([url, knowledge]) => [targetKey(url), knowledge])));
  expect(known()).toBeUndefined();
  expect(known(["https://TEST.example/scim", test])).toBe(test);
  expect(known(["https://test.example/scim", test], ["https://a.example/scim//", live])).toBe(live);
  expect(known(["https://b.example/scim", test])).toBeUndefined();
});
