import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { asSentence, foreign } from "#base/sentence";
import { characteristics, connectorRow, describeAttribute } from "#describe/attribute";
import { ENTERPRISE_USER_URN, USER_URN } from "#scim/schema";
import type { Attribute } from "#scim/schema";
import type { TargetKnowledge } from "#model/target-knowledge";
import { snapshotOf } from "#test/features";
import { renderDescription } from "#lsp/render-description";

const urn = "urn:example:X:2.0:User";

/** What is said of an attribute that a target publishes, mapped in a file with these settings. */
function said(attribute: Attribute, { settings = "", path = "" } = {}): string {
  const target: TargetKnowledge = { schemas: [{ id: urn, name: "X", attributes: [attribute] }], resourceTypes: [], filterable: [] };
  const { model } = snapshotOf(`provision "A" {\n${settings}}\nmap User -> User {\n}\n`, target).binding();
  const definition = model.catalog.attribute(urn, attribute.name)!;
  return renderDescription(
    describeAttribute(definition, { model, resourceType: path === "" ? undefined : "User", canonical: path || undefined }),
    undefined,
  );
}

/** What is said of an attribute of the standard, at a path that an application may list. */
function saidOf(name: string, schema: string, connector: string, path: string): string {
  const { model } = snapshotOf(`provision "A" {\n  connector ${connector}\n}\nmap User -> User {\n}\n`).binding();
  return renderDescription(
    describeAttribute(model.catalog.attribute(schema, name)!, { model, resourceType: "User", canonical: path }),
    undefined,
  );
}

test("what nobody states is left out, but for the type", () => {
  expect(said({ name: "badge" })).toBe(
    "**`badge`** type not stated\n\n- Schema: X, `urn:example:X:2.0:User`.\n- Defined by the target's own schemas.",
  );
});

test("values, references and sub-attributes are points of their own", () => {
  const attribute: Attribute = {
    name: "badge",
    type: "complex",
    multiValued: true,
    description: asSentence(foreign("A badge.")),
    canonicalValues: ["red", "blue"],
    referenceTypes: ["User"],
    subAttributes: [{ name: "value" }, { name: "type" }],
  };
  expect(said(attribute)).toBe(
    "**`badge`** complex, multi-valued\n\nA badge.\n\n- Values: `red`, `blue`.\n- Refers to: `User`.\n- Sub-attributes: `value`, `type`.\n" +
      "- Schema: X, `urn:example:X:2.0:User`.\n- Defined by the target's own schemas.",
  );
});

test.each<[string, Partial<Attribute>, string]>([
  ["required", { type: "string", required: true }, "string, required"],
  ["read-only", { type: "string", mutability: "readOnly" }, "string, read-only"],
  ["immutable", { type: "integer", mutability: "immutable" }, "integer, immutable"],
  ["write-only, never returned", { type: "string", mutability: "writeOnly", returned: "never" }, "string, write-only, never returned"],
  ["case of a text", { type: "string", caseExact: true }, "string, case-exact"],
  ["case of a text, not exact", { type: "string", caseExact: false }, "string, case-insensitive"],
  ["case of a Boolean, which has none", { type: "boolean", caseExact: true }, "boolean"],
  ["unique here", { type: "string", uniqueness: "server" }, "string, unique within the target"],
  ["unique everywhere", { type: "string", uniqueness: "global" }, "string, globally unique"],
  ["not unique, returned by default", { type: "string", uniqueness: "none", returned: "default" }, "string"],
  ["on request", { type: "reference", returned: "request" }, "reference, returned on request"],
  ["always returned", { type: "dateTime", returned: "always" }, "dateTime, always returned"],
])("characteristics: %s", (_, stated, expected) => {
  const definition = { name: "a", qualifiedName: "a", schema: urn, statedBy: [], ...stated, subAttributes: [] };
  expect(inEnglish(characteristics(definition))).toBe(expected);
});

test("an application says whether it lists a path, since when, and whether it can be filtered", () => {
  const listed = saidOf("userName", USER_URN, "webex", "userName");
  expect(listed).toContain("- Can be filtered by `userName`, the documentation of Cisco Webex says, so it can match.\n");
  expect(listed).toMatch(/- Listed by Cisco Webex, as required\.$/);
  expect(saidOf("displayName", USER_URN, "webex", "displayName")).toContain("- Cannot be filtered by `displayName`,");
  expect(saidOf("title", USER_URN, "webex", "title")).toMatch(/- The documentation of Cisco Webex does not list `title`\.$/);
  expect(saidOf("division", ENTERPRISE_USER_URN, "purecloud", `${ENTERPRISE_USER_URN}:division`)).toMatch(
    /- Listed by PureCloud by Genesys\. In the table of the tutorial, but in no entry of its change log\.$/,
  );
  expect(saidOf("employeeNumber", ENTERPRISE_USER_URN, "purecloud", `${ENTERPRISE_USER_URN}:employeeNumber`)).toContain(
    "- Listed by PureCloud by Genesys since 2020-09-10.",
  );
});

test("generic lists nothing, and says nothing of filters", () => {
  expect(saidOf("userName", USER_URN, "generic", "userName")).not.toMatch(/Listed|filtered|does not list/);
});

test("who defines an attribute is said in the order in which they count", () => {
  expect(saidOf("userName", USER_URN, "webex", "userName")).toContain("- Defined by the documentation of Cisco Webex, then RFC 7643.\n");
});

test("a row of an application is found whatever the case of its path", () => {
  const { model } = snapshotOf('provision "A" {\n  connector webex\n}\n').binding();
  expect(connectorRow({ model, resourceType: "User", canonical: "USERNAME" })?.path).toBe("userName");
  expect(connectorRow({ model, resourceType: "User", canonical: "title" })).toBeUndefined();
  expect(connectorRow({ model, resourceType: undefined, canonical: "userName" })).toBeUndefined();
  expect(connectorRow({ model, resourceType: "User", canonical: undefined })).toBeUndefined();
});

test("an attribute of a target is only text, whatever its name, values and description hold", () => {
  const evil = "x`](command:y) <b>*z*";
  const text = said({ name: evil, canonicalValues: [evil], description: asSentence(foreign(evil)) });
  expect(text).toContain("`` x`](command:y) <b>*z* ``");
  expect(text).toContain("x\\`\\](command:y) \\<b\\>\\*z\\*");
});
