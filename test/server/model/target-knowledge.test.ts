import { describe, expect, test } from "vitest";
import { knowledgeFor, mergeKnowledge, targetKey } from "#model/target-knowledge";
import type { TargetKnowledge } from "#model/target-knowledge";
import { coreSchemas } from "#scim/core-schemas";
import { parse } from "#syntax/parse";

test.each([
  ["https://example.com/scim", "https://example.com/scim"],
  ["https://example.com/scim/", "https://example.com/scim"],
  ["https://example.com/scim///", "https://example.com/scim"],
  ["HTTPS://Example.COM/Scim", "https://example.com/scim"],
  ["https://example.com//scim", "https://example.com//scim"],
  ["/", ""],
])("%s is known as %s", (url, key) => {
  expect(targetKey(url)).toBe(key);
});

describe("what is known of a document's target", () => {
  const knowledge = (name: string): TargetKnowledge => ({
    schemas: [],
    resourceTypes: [],
    filterable: [{ resourceType: "User", path: name, filterable: true }],
  });
  const known = new Map([
    ["https://one.example", knowledge("one")],
    ["https://two.example", knowledge("two")],
  ]);
  const found = (text: string) => knowledgeFor(parse(text), known)?.filterable[0]?.path;

  test("is that of its tenant URL, whatever its case and its slash at the end", () => {
    expect(found('provision "x" {\n  tenantUrl "https://one.example"\n}')).toBe("one");
    expect(found('provision "x" {\n  tenantUrl "HTTPS://One.example/"\n}')).toBe("one");
    expect(found('provision "x" {\n  tenantUrl "https://other.example"\n}')).toBeUndefined();
    expect(found('provision "x" {\n  tenantUrl one\n}')).toBeUndefined();
    expect(found('provision "x" {\n  other "https://one.example"\n}')).toBeUndefined();
    expect(found("let a = [b]")).toBeUndefined();
  });

  test("is the provision's before an environment's, wherever it stands", () => {
    const environment = 'environment e {\n    tenantUrl "https://two.example"\n  }';
    expect(found(`provision "x" {\n  ${environment}\n  tenantUrl "https://one.example"\n}`)).toBe("one");
    expect(found(`provision "x" {\n  ${environment}\n  tenantUrl "https://other.example"\n}`)).toBe("two");
    expect(found(`provision "x" {\n  ${environment}\n}`)).toBe("two");
  });

  test("is nothing while nothing is known", () => {
    expect(knowledgeFor(parse('provision "x" {\n  tenantUrl "https://one.example"\n}'), new Map())).toBeUndefined();
  });
});

test("another test replaces what it read or tried, and leaves the rest known", () => {
  const [user] = coreSchemas;
  const fact = (resourceType: string, path: string, filterable: boolean) => ({ resourceType, path, filterable });
  const before: TargetKnowledge = {
    schemas: coreSchemas,
    resourceTypes: [],
    filterable: [fact("User", "userName", true), fact("Group", "displayName", true)],
  };
  const nothing: TargetKnowledge = { schemas: [], resourceTypes: [], filterable: [] };
  expect(mergeKnowledge(undefined, before)).toEqual(before);
  expect(mergeKnowledge(before, nothing)).toEqual(before);
  const learnt = { ...nothing, schemas: user === undefined ? [] : [user], filterable: [fact("user", "USERNAME", false)] };
  expect(mergeKnowledge(before, learnt)).toEqual({
    schemas: [user],
    resourceTypes: [],
    filterable: [fact("Group", "displayName", true), fact("user", "USERNAME", false)],
  });
});
