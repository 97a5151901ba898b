import { phrase } from "#base/sentence";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { connectors, connectorSource, findConnector, generic } from "#model/connectors/index";
import type { Connector } from "#model/connectors/connector";
import { rfcSource } from "#scim/core-schemas";
import { ENTERPRISE_USER_URN, GROUP_URN, USER_URN } from "#scim/schema";
import { buildCatalog, subAttributeOf } from "#scim/schema-catalog";

const GENESYS_URN = "urn:ietf:params:scim:schemas:extension:genesys:purecloud:2.0:User";

interface ReferenceRow {
  readonly path: string;
  readonly type: string;
  readonly filterable: boolean | null;
  readonly required: boolean | null;
  readonly since?: string;
}

interface ReferenceConnector {
  readonly id: string;
  readonly displayName: string;
  readonly documentation: string;
  readonly tenantUrlPattern: { readonly value: string; readonly placeholders: Readonly<Record<string, string>> };
  readonly matching: Readonly<Record<"user" | "group", { readonly value: string | null } | undefined>>;
  readonly rateLimits?: { readonly value: Connector["rateLimit"] };
  readonly userAttributes: readonly ReferenceRow[];
  readonly groupAttributes: readonly ReferenceRow[];
}

const reference = JSON.parse(
  readFileSync(new URL("../../fixtures/reference/connectors.json", import.meta.url), "utf8"),
) as readonly ReferenceConnector[];

function known(id: string): Connector {
  const connector = findConnector(id);
  if (connector === undefined) throw new Error(`There is no connector '${id}'.`);
  return connector;
}

function catalogOf(id: string) {
  return buildCatalog([connectorSource(known(id)), rfcSource]);
}

function rowsOf(connector: Connector, resourceType: string): readonly ReferenceRow[] {
  return (connector.resourceTypes?.[resourceType]?.attributes ?? []).map(({ path, type, filterable, required, since }) => ({
    path,
    type,
    filterable,
    required,
    ...(since === undefined ? {} : { since }),
  }));
}

function rowsOfReference(rows: readonly ReferenceRow[]): readonly ReferenceRow[] {
  return rows.map(({ path, type, filterable, required, since }) => ({
    path,
    type: type.toLowerCase(),
    filterable,
    required,
    ...(since === undefined ? {} : { since }),
  }));
}

test("the four documented applications and the generic one are known", () => {
  expect(connectors.map((connector) => connector.id)).toEqual(["generic", ...reference.map((connector) => connector.id)]);
  expect(findConnector("PureCloud")).toBeUndefined();
});

test.each(reference)("$id has every row of the documented tables, and no other", (documented) => {
  const connector = known(documented.id);
  expect(rowsOf(connector, "User")).toEqual(rowsOfReference(documented.userAttributes));
  expect(rowsOf(connector, "Group")).toEqual(rowsOfReference(documented.groupAttributes));
  expect(connector.resourceTypes?.["Group"] === undefined).toBe(documented.groupAttributes.length === 0);
});

test.each(reference)("$id has the documented name, address, matching attributes and limits", (documented) => {
  const connector = known(documented.id);
  expect(connector.displayName).toBe(documented.displayName);
  expect(`${connector.documentation}.md`).toContain(`/${documented.documentation}`);
  expect(connector.tenantUrl?.pattern).toBe(documented.tenantUrlPattern.value);
  expect(Object.keys(connector.tenantUrl?.placeholders ?? {})).toEqual(Object.keys(documented.tenantUrlPattern.placeholders));
  expect(connector.resourceTypes?.["User"]?.matching).toBe(documented.matching.user?.value);
  expect(connector.resourceTypes?.["Group"]?.matching).toBe(documented.matching.group?.value);
  expect(connector.rateLimit).toEqual(documented.rateLimits?.value);
  expect(connector.defaultAccess).toBe("skip");
});

test("actions follow the documentation: PureCloud's groups are updated only, RingCentral has none", () => {
  const actions = (id: string, type: string) => known(id).resourceTypes?.[type]?.actions;
  expect(actions("purecloud", "User")).toEqual(["create", "update", "delete"]);
  expect(actions("purecloud", "Group")).toEqual(["update"]);
  expect(actions("grouptalk", "Group")).toEqual(["create", "update", "delete"]);
  expect(actions("ringcentral", "Group")).toBeUndefined();
  expect(actions("webex", "Group")).toEqual(["create", "update", "delete"]);
});

test("the generic connector states nothing", () => {
  expect(generic).toMatchObject({ defaultAccess: null, schemas: [] });
  expect([generic.documentation, generic.tenantUrl, generic.rateLimit, generic.resourceTypes]).toEqual(Array(4).fill(undefined));
  expect(connectorSource(generic)).toEqual({ source: "connector", schemas: [], resourceTypes: [] });
});

test("only RingCentral authorises in the portal instead of with a token", () => {
  expect(connectors.filter((connector) => connector.credential.kind === "oauth-code-grant").map(({ id }) => id)).toEqual(["ringcentral"]);
});

test("the types of PureCloud's telephone numbers are those of its table", () => {
  const numbers = catalogOf("purecloud").attribute(USER_URN, "phoneNumbers")!;
  expect(numbers).toMatchObject({ type: "complex", multiValued: true, statedBy: ["connector", "RFC 7643"] });
  expect(subAttributeOf(numbers, "type")?.canonicalValues).toEqual(["mobile", "work", "work2", "work3", "work4", "home", "microsoftteams"]);
  expect(numbers.subAttributes.map((sub) => sub.name)).toEqual(["type", "value", "display", "primary"]);
});

test("PureCloud's external ids are told apart by authority", () => {
  expect(known("purecloud").schemas.find((schema) => schema.id === GENESYS_URN)?.attributes).toEqual([
    {
      name: "externalIds",
      type: "complex",
      multiValued: true,
      subAttributes: [
        { name: "authority", type: "string", canonicalValues: ["microsoftteams", "ringcentral", "zoomphone"] },
        { name: "value", type: "string" },
      ],
    },
  ]);
});

test("PureCloud's roles are several texts", () => {
  expect(catalogOf("purecloud").attribute(USER_URN, "roles")).toMatchObject({ type: "string", multiValued: true, required: false });
});

test("a reference of a table keeps the standard's sub-attributes", () => {
  const catalog = catalogOf("purecloud");
  const manager = catalog.attribute(ENTERPRISE_USER_URN, "manager")!;
  expect(manager).toMatchObject({ type: "complex", multiValued: false, referenceTypes: ["User"] });
  expect(manager.subAttributes.map((sub) => sub.name)).toEqual(["value", "$ref", "displayName"]);
  const members = catalog.attribute(GROUP_URN, "members")!;
  expect(members).toMatchObject({ type: "complex", multiValued: true, referenceTypes: ["User", "Group"] });
  expect(members.subAttributes.map((sub) => sub.name)).toEqual(["value", "$ref", "type", "display"]);
});

test("a characteristic is stated only where the table states it", () => {
  const userName = (id: string) =>
    known(id)
      .schemas.find((schema) => schema.id === USER_URN)
      ?.attributes.find(({ name }) => name === "userName");
  expect(userName("webex")).toEqual({ name: "userName", type: "string", required: true });
  expect(userName("grouptalk")).toEqual({ name: "userName", type: "string" });
  expect(catalogOf("purecloud").attribute(USER_URN, "displayName")?.required).toBe(true);
  expect(catalogOf("ringcentral").attribute(USER_URN, "userName")?.required).toBe(true);
});

test("parts of a name are listed under the name", () => {
  const name = catalogOf("webex").attribute(USER_URN, "name")!;
  expect(subAttributeOf(name, "givenName")).toMatchObject({ required: false, statedBy: ["connector", "RFC 7643"] });
  expect(subAttributeOf(name, "formatted")).toMatchObject({ statedBy: ["RFC 7643"] });
});

test("an application's resource types list its extensions", () => {
  const extensions = (id: string, type: string) =>
    catalogOf(id)
      .resourceType(type)
      ?.schemaExtensions.map(({ schema }) => schema);
  expect(extensions("purecloud", "User")).toEqual([ENTERPRISE_USER_URN, GENESYS_URN]);
  expect(extensions("grouptalk", "Group")).toEqual(["urn:ietf:params:scim:schemas:extension:grouptalk:2.0:Group"]);
  expect(extensions("webex", "User")).toEqual([ENTERPRISE_USER_URN]);
  expect(connectorSource(known("ringcentral")).resourceTypes.map(({ name }) => name)).toEqual(["User"]);
});

test("GroupTalk's labels are described, since no standard describes them", () => {
  const label = catalogOf("grouptalk").attribute("urn:ietf:params:scim:schemas:extension:grouptalk:2.0:User", "label3");
  expect(label).toMatchObject({ type: "string", description: phrase("The third of GroupTalk's five user labels.") });
});
