import type { ResourceType } from "#scim/schema";
import type { SchemaCatalog } from "#scim/schema-catalog";

/** By name, by core URN, or by the URN of one of its extensions (Entra names the User object by the enterprise URN). */
export function resourceTypeNamed(text: string, catalog: SchemaCatalog): ResourceType | undefined {
  const wanted = text.toLowerCase();
  return (
    catalog.resourceType(text) ??
    catalog.resourceTypes.find((type) => type.schemaExtensions.some(({ schema }) => schema.toLowerCase() === wanted))
  );
}
