import type { AttributePath } from "./filter/filter.ts";
import { listOf, memberOf, textOf } from "./json-members.ts";
import type { Resource } from "./resource.ts";
import { subAttributeOf } from "./schema-catalog.ts";
import type { AttributeDefinition, SchemaCatalog } from "./schema-catalog.ts";
import type { ResourceType } from "./schema.ts";

/** A path without its value filter; an `AttributeReference` is one. */
export type AttributeName = Pick<AttributePath, "urn" | "attr" | "sub">;

/** The definition a reference means for this resource: the sub-attribute's when one is named. Undefined when no schema knows it. */
export function findAttribute(reference: AttributeName, resource: Resource, catalog: SchemaCatalog): AttributeDefinition | undefined {
  const attribute = findTopLevel(reference, resource, catalog);
  return attribute === undefined || reference.sub === undefined ? attribute : subAttributeOf(attribute, reference.sub);
}

function findTopLevel({ urn, attr }: AttributeName, resource: Resource, catalog: SchemaCatalog): AttributeDefinition | undefined {
  if (urn !== undefined) return catalog.attribute(urn, attr);
  const type = typeOf(resource, catalog);
  const types = type === undefined ? catalog.resourceTypes : [type];
  for (const { schema } of types) {
    const attribute = catalog.attribute(schema, attr);
    if (attribute !== undefined) return attribute;
  }
  return undefined;
}

/** What kind of resource this is, by `schemas`, else by `meta.resourceType`; partial answers may lack both. */
function typeOf(resource: Resource, catalog: SchemaCatalog): ResourceType | undefined {
  const schemas = listOf(memberOf(resource, "schemas")).map((urn) => textOf(urn)?.toLowerCase());
  const bySchema = catalog.resourceTypes.find((type) => schemas.includes(type.schema.toLowerCase()));
  const named = bySchema === undefined ? textOf(memberOf(memberOf(resource, "meta"), "resourceType")) : undefined;
  return named === undefined ? bySchema : catalog.resourceType(named);
}

/** True when a resource keeps the attributes of this schema in an object under the schema's URN, not at the top level. */
export function isExtension(urn: string, resource: Resource, catalog: SchemaCatalog | undefined): boolean {
  if (memberOf(resource, urn) !== undefined) return true;
  const wanted = urn.toLowerCase();
  if (catalog?.resourceTypes.some((type) => type.schema.toLowerCase() === wanted) === true) return false;
  return !/^urn:ietf:params:scim:schemas:core:2\.0:/.test(wanted);
}
