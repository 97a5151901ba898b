import type { AttributePath } from "#scim/filter/filter";
import { printPath } from "#scim/filter/print";
import type { AttributeDefinition, SchemaCatalog, SchemaDefinition } from "#scim/schema-catalog";
import type { ResourceType } from "#scim/schema";

/** A path that a mapping can write to, and what it leads to. */
export interface TargetPath {
  readonly schema: SchemaDefinition;
  /** Without its URN. */
  readonly local: AttributePath;
  /** Full URN for extensions, core URN left out. */
  readonly canonical: string;
  /** The sub-attribute if the path names one, else the attribute. */
  readonly definition: AttributeDefinition;
}

/** Every path of a resource type that can be mapped, core schema first, then the enterprise extension, then others. */
export function targetPaths(catalog: SchemaCatalog, resourceType: ResourceType): readonly TargetPath[] {
  return schemasOf(catalog, resourceType).flatMap((schema) => {
    const urn = schema.id.toLowerCase() === resourceType.schema.toLowerCase() ? undefined : schema.id;
    return schema.attributes.flatMap((attribute) =>
      localPaths(attribute).map(({ path, definition }) => ({ schema, local: path, canonical: printPath({ urn, ...path }), definition })),
    );
  });
}

/** The schemas whose attributes a resource of that type can have. An extension that no resource type claims can extend any. */
export function schemasOf(catalog: SchemaCatalog, resourceType: ResourceType): readonly SchemaDefinition[] {
  const own = new Set([resourceType.schema, ...resourceType.schemaExtensions.map(({ schema }) => schema)].map((urn) => urn.toLowerCase()));
  const others = new Set(
    catalog.resourceTypes
      .flatMap((type) => [type.schema, ...type.schemaExtensions.map(({ schema }) => schema)])
      .map((urn) => urn.toLowerCase()),
  );
  const known = catalog.schemas.filter(({ id }) => own.has(id.toLowerCase()) || !others.has(id.toLowerCase()));
  const rank = ({ id }: SchemaDefinition): number => {
    if (id.toLowerCase() === resourceType.schema.toLowerCase()) return 0;
    return id.includes(":extension:enterprise:") ? 1 : 2;
  };
  return known.toSorted((a, b) => rank(a) - rank(b));
}

interface LocalPath {
  readonly path: AttributePath;
  readonly definition: AttributeDefinition;
}

/** A list is written one element at a time, so each canonical value of a sub-attribute gives a path with a filter. */
function localPaths(attribute: AttributeDefinition): readonly LocalPath[] {
  const { name, type, multiValued, mutability, subAttributes } = attribute;
  if (mutability === "readOnly") return [];
  const whole: LocalPath = { path: { attr: name }, definition: attribute };
  const isReference = subAttributes.some((sub) => sub.name === "$ref");
  if (type !== "complex" || isReference || subAttributes.length === 0) return [whole];
  const parts = writableParts(subAttributes);
  if (multiValued !== true) return parts.map((sub) => ({ path: { attr: name, sub: sub.name }, definition: sub }));
  const elements = subAttributes.flatMap((selector) =>
    (selector.canonicalValues ?? []).map((value) => ({ op: "eq" as const, path: { attr: selector.name }, value })),
  );
  return [...elements.flatMap((filter) => parts.map((sub) => ({ path: { attr: name, filter, sub: sub.name }, definition: sub }))), whole];
}

/** Sub-attributes that describe an element rather than hold its value. */
const describing: ReadonlySet<string> = new Set(["type", "primary", "display", "$ref"]);

function writableParts(subAttributes: readonly AttributeDefinition[]): readonly AttributeDefinition[] {
  const value = subAttributes.find(({ name }) => name === "value");
  if (value !== undefined) return [value];
  const selectors = new Set(subAttributes.filter(({ canonicalValues = [] }) => canonicalValues.length > 0));
  return subAttributes.filter((sub) => !describing.has(sub.name) && !selectors.has(sub) && sub.mutability !== "readOnly");
}
