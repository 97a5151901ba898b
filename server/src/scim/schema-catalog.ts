import type { Sentence } from "#base/sentence";
import type { Attribute, ResourceType, Schema } from "./schema.ts";

/** Who defines an attribute; the first that has it wins (language page §3). */
export type DefinitionSource = "target" | "connector" | "file" | "RFC 7643";

/** An attribute as the catalog knows it: characteristics merged over all sources, with who answered. */
export interface AttributeDefinition extends Attribute {
  /** URN of the schema it belongs to. */
  readonly schema: string;
  /** Name within the schema, with the parent's: `name.givenName`. */
  readonly qualifiedName: string;
  /** The sources that contributed, the winning one first. */
  readonly statedBy: readonly DefinitionSource[];
  readonly subAttributes: readonly AttributeDefinition[];
}

/** A schema as the catalog knows it, merged over all sources. */
export interface SchemaDefinition {
  readonly id: string;
  readonly name: string;
  readonly description?: Sentence | undefined;
  readonly statedBy: readonly DefinitionSource[];
  readonly attributes: readonly AttributeDefinition[];
}

/** Schemas of one source, in descending rank when several are handed to `buildCatalog`. */
export interface SchemaSource {
  readonly source: DefinitionSource;
  readonly schemas: readonly Schema[];
  readonly resourceTypes: readonly ResourceType[];
}

/** Look-up over many schemas. URNs and attribute names compare case-insensitively (RFC 7643 §2.1). */
export class SchemaCatalog {
  readonly schemas: readonly SchemaDefinition[];
  readonly resourceTypes: readonly ResourceType[];
  readonly #byUrn: ReadonlyMap<string, SchemaDefinition>;
  readonly #attributes = new Map<SchemaDefinition, ReadonlyMap<string, AttributeDefinition>>();

  constructor(schemas: readonly SchemaDefinition[], resourceTypes: readonly ResourceType[]) {
    this.schemas = schemas;
    this.resourceTypes = resourceTypes;
    this.#byUrn = new Map(schemas.map((schema) => [schema.id.toLowerCase(), schema]));
  }

  schema(urn: string): SchemaDefinition | undefined {
    return this.#byUrn.get(urn.toLowerCase());
  }

  /** By name (`User`) or by URN of the core schema. */
  resourceType(nameOrUrn: string): ResourceType | undefined {
    const wanted = nameOrUrn.toLowerCase();
    return this.resourceTypes.find((type) => type.name.toLowerCase() === wanted || type.schema.toLowerCase() === wanted);
  }

  attribute(urn: string, name: string): AttributeDefinition | undefined {
    const schema = this.schema(urn);
    if (schema === undefined) return undefined;
    let attributes = this.#attributes.get(schema);
    if (attributes === undefined) {
      attributes = new Map(schema.attributes.map((attribute) => [attribute.name.toLowerCase(), attribute]));
      this.#attributes.set(schema, attributes);
    }
    return attributes.get(name.toLowerCase());
  }
}

/** A sub-attribute by its name, in any case (RFC 7643 §2.1). */
export function subAttributeOf(attribute: AttributeDefinition, name: string): AttributeDefinition | undefined {
  const wanted = name.toLowerCase();
  return attribute.subAttributes.find((sub) => sub.name.toLowerCase() === wanted);
}

/** Merges sources attribute by attribute: a lower source fills what a higher one leaves out (language page §3). */
export function buildCatalog(sources: readonly SchemaSource[]): SchemaCatalog {
  const versions = new Map<string, [SchemaVersion, ...SchemaVersion[]]>();
  for (const { source, schemas } of sources) {
    for (const schema of schemas) {
      const key = schema.id.toLowerCase();
      const known = versions.get(key);
      if (known === undefined) versions.set(key, [{ source, schema }]);
      else known.push({ source, schema });
    }
  }
  return new SchemaCatalog([...versions.values()].map(schemaOf), mergeResourceTypes(sources));
}

interface SchemaVersion {
  readonly source: DefinitionSource;
  readonly schema: Schema;
}

/** What several sources say of a thing, the highest first. */
type Versions<T> = readonly [T, ...T[]];

function schemaOf(versions: Versions<SchemaVersion>): SchemaDefinition {
  return versions.length === 1 ? schemaAlone(versions[0]) : mergeSchema(versions);
}

const known = new WeakMap<Schema, SchemaDefinition>();

/** What one source alone describes is the same in every catalog: most of them hold the same schemas of RFC 7643. */
function schemaAlone(version: SchemaVersion): SchemaDefinition {
  const before = known.get(version.schema);
  if (before?.statedBy[0] === version.source) return before;
  const merged = mergeSchema([version]);
  known.set(version.schema, merged);
  return merged;
}

function mergeSchema(versions: Versions<SchemaVersion>): SchemaDefinition {
  const { id, name } = versions[0].schema;
  return {
    id,
    name,
    description: versions.map((version) => version.schema.description).find((description) => description !== undefined),
    statedBy: unique(versions.map((version) => version.source)),
    attributes: mergeAttributes(
      id,
      "",
      versions.map(({ source, schema }) => ({ source, attributes: schema.attributes })),
    ),
  };
}

interface AttributeVersion {
  readonly source: DefinitionSource;
  readonly attribute: Attribute;
}

function mergeAttributes(
  schema: string,
  prefix: string,
  versions: readonly { readonly source: DefinitionSource; readonly attributes: readonly Attribute[] }[],
): readonly AttributeDefinition[] {
  if (versions.every(({ attributes }) => attributes.length === 0)) return none;
  const byName = new Map<string, [AttributeVersion, ...AttributeVersion[]]>();
  for (const { source, attributes } of versions) {
    for (const attribute of attributes) {
      const key = attribute.name.toLowerCase();
      const known = byName.get(key);
      if (known === undefined) byName.set(key, [{ source, attribute }]);
      else known.push({ source, attribute });
    }
  }
  return [...byName.values()].map((all) => mergeAttribute(schema, prefix, all));
}

const none: readonly AttributeDefinition[] = [];

function mergeAttribute(schema: string, prefix: string, versions: Versions<AttributeVersion>): AttributeDefinition {
  const pick = <K extends keyof Attribute>(key: K): Attribute[K] | undefined => {
    const stated = versions[0].attribute[key];
    return stated !== undefined || versions.length === 1
      ? stated
      : versions.find(({ attribute }) => attribute[key] !== undefined)?.attribute[key];
  };
  const { name } = versions[0].attribute;
  const qualifiedName = prefix + name;
  return {
    schema,
    name,
    qualifiedName,
    type: pick("type"),
    multiValued: pick("multiValued"),
    required: pick("required"),
    caseExact: pick("caseExact"),
    mutability: pick("mutability"),
    returned: pick("returned"),
    uniqueness: pick("uniqueness"),
    canonicalValues: pick("canonicalValues"),
    referenceTypes: pick("referenceTypes"),
    description: pick("description"),
    statedBy: unique(versions.map((version) => version.source)),
    subAttributes: mergeAttributes(
      schema,
      `${qualifiedName}.`,
      versions.map(({ source, attribute }) => ({ source, attributes: attribute.subAttributes ?? [] })),
    ),
  };
}

function mergeResourceTypes(sources: readonly SchemaSource[]): readonly ResourceType[] {
  const merged = new Map<string, ResourceType>();
  for (const { resourceTypes } of sources) {
    for (const type of resourceTypes) {
      const known = merged.get(type.name.toLowerCase());
      if (known === undefined) {
        merged.set(type.name.toLowerCase(), type);
        continue;
      }
      const extensions = [...known.schemaExtensions];
      for (const extension of type.schemaExtensions) {
        if (!extensions.some((other) => other.schema.toLowerCase() === extension.schema.toLowerCase())) extensions.push(extension);
      }
      merged.set(type.name.toLowerCase(), { ...known, schemaExtensions: extensions });
    }
  }
  return [...merged.values()];
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
