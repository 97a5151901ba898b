import { inEnglish } from "#base/render-sentence";
import SCIMMY from "scimmy";
import type { Connector } from "#model/connectors/connector";
import { listOf, memberOf } from "#scim/json-members";
import type { Resource } from "#scim/resource";
import type { Attribute, Schema } from "#scim/schema";
import { ENTERPRISE_USER_URN, GROUP_URN, USER_URN } from "#scim/schema";
import { attributeNamed } from "./attribute-named.ts";
import { ResourceStore } from "./resource-store.ts";
import type { Handlers } from "./resource-store.ts";

const coreUrns = { User: USER_URN, Group: GROUP_URN } as const;
type ResourceTypeName = keyof typeof coreUrns;

/** Declares to the SCIM library what the connector provisions: resource types, extension schemas, canonical values, refused actions. */
export function declareShape(connector: Connector, seeds: readonly Resource[], maxResults: number): void {
  const named = connector.schemas.some(({ id }) => id === ENTERPRISE_USER_URN);
  // `generic` stands for any service, so it has the extension of the standard.
  if (named || connector.resourceTypes === undefined) SCIMMY.Resources.User.extend(SCIMMY.Schemas.EnterpriseUser, false);
  for (const name of ["User", "Group"] as const) {
    if (connector.resourceTypes !== undefined && connector.resourceTypes[name] === undefined) continue;
    const resource = SCIMMY.Resources[name];
    for (const attribute of resource.schema.definition.attributes) openVocabularies(attribute);
    for (const schema of connector.schemas) declareSchema(resource.schema.definition, schema, name);
    const resources = seeds.filter((seed) => isOfType(seed, name));
    const handlers: Handlers = new ResourceStore(
      { connector, name, definition: resource.schema.definition, maxResults },
      resources,
    ).handlers();
    // The name in words: the library would take the class's, which a minified bundle has changed.
    SCIMMY.Resources.declare(resource, { name, ...handlers });
  }
}

/** RFC 7643 §8.7.1 prints an empty list for the types of roles: no agreed vocabulary. The library takes it to allow nothing. */
function openVocabularies(attribute: SCIMMY.Types.Attribute | SCIMMY.Types.SchemaDefinition): void {
  // Extensions stand among the attributes.
  if (!("config" in attribute)) return;
  const values = attribute.config.canonicalValues;
  if (Array.isArray(values) && values.length === 0) attribute.config.canonicalValues = false;
  for (const sub of attribute.subAttributes ?? []) openVocabularies(sub);
}

/** By `meta.resourceType`, else by the core schema it names. */
function isOfType(resource: Resource, name: ResourceTypeName): boolean {
  const stated = memberOf(resource["meta"], "resourceType");
  return stated === undefined ? listOf(resource["schemas"]).includes(coreUrns[name]) : stated === name;
}

function declareSchema(core: SCIMMY.Types.SchemaDefinition, schema: Schema, name: ResourceTypeName): void {
  if (schema.id === coreUrns[name]) {
    for (const attribute of schema.attributes) refine(core, attribute, attribute.name);
  } else if (schema.id === ENTERPRISE_USER_URN) {
    // Declared as a whole above; the connector's table lists what it reads of it.
  } else if (schema.id.endsWith(`:${name}`)) {
    const attributes = schema.attributes.map(toLibraryAttribute);
    core.extend(new SCIMMY.Types.SchemaDefinition(schema.name, schema.id, described(schema) ?? schema.name, attributes), false);
  }
}

/** Adds what the connector says of an attribute of the standard: that it is required, and further canonical values (`work2`). */
function refine(core: SCIMMY.Types.SchemaDefinition, attribute: Attribute, path: string): void {
  const known = attributeNamed(core, path);
  if (known === undefined) {
    core.extend([toLibraryAttribute(attribute)]);
    return;
  }
  if (attribute.required === true) known.config.required = true;
  const values = attribute.canonicalValues;
  if (values !== undefined && Array.isArray(known.config.canonicalValues)) {
    known.config.canonicalValues = [...new Set([...known.config.canonicalValues, ...values])];
  }
  for (const sub of attribute.subAttributes ?? []) refine(core, sub, `${path}.${sub.name}`);
}

function toLibraryAttribute(attribute: Attribute): SCIMMY.Types.Attribute {
  const { name, type = "string", multiValued, required, caseExact, canonicalValues, referenceTypes, uniqueness } = attribute;
  const config = { multiValued, required, caseExact, canonicalValues, referenceTypes, uniqueness, description: described(attribute) };
  const stated = Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
  return new SCIMMY.Types.Attribute(type, name, stated, (attribute.subAttributes ?? []).map(toLibraryAttribute));
}

/** In English, as services publish it. */
function described({ description }: Pick<Schema, "description">): string | undefined {
  return description && inEnglish(description);
}
