import { expect, test } from "vitest";
import { foreign, say } from "#base/sentence";
import { targetFacts } from "../../../client/src/connections/target-facts.ts";

const described = say`${foreign("What the service says.")}`;
const attribute = { name: "badge", type: "complex", multiValued: false, description: described } as never as Record<string, unknown>;

test("the language server is told what was learnt, descriptions as texts at every depth", () => {
  const sub = { ...attribute, name: "number", type: "string" };
  const schema = { id: "urn:example:own", name: "Own", description: described, attributes: [{ ...attribute, subAttributes: [sub] }] };
  const facts = targetFacts("https://scim.example/", { schemas: [schema], resourceTypes: [], filterable: [] } as never);
  const text = "What the service says.";
  expect(facts).toMatchObject({
    tenantUrl: "https://scim.example/",
    resourceTypes: [],
    filterable: [],
    schemas: [
      {
        id: "urn:example:own",
        description: text,
        attributes: [{ name: "badge", description: text, subAttributes: [{ description: text }] }],
      },
    ],
  });
});

test("what the service does not describe stays without a description", () => {
  const schema = { id: "urn:example:own", name: "Own", attributes: [{ name: "badge", type: "string", multiValued: false }] };
  const [told] = targetFacts("https://scim.example/", { schemas: [schema], resourceTypes: [], filterable: [] } as never).schemas;
  expect([told?.description, told?.attributes[0]?.description, told?.attributes[0]?.subAttributes]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
