import type { MappingModel } from "#model/mapping-model";
import type { ResourceType } from "#scim/schema";
import type { SchemaDefinition } from "#scim/schema-catalog";
import { sourceName } from "./attribute.ts";
import { code, list, paragraphs, prose } from "./markdown.ts";

/** A schema by its URN: what it is for, who defines it, its attributes. */
export function describeSchema(urn: string, { catalog, connector }: MappingModel): string {
  const schema = catalog.schema(urn);
  if (schema === undefined)
    return paragraphs([
      `**${code(urn)}**`,
      "No source describes this schema: neither the target, the application, this file nor RFC 7643.",
    ]);
  return paragraphs([
    `**${prose(schema.name)}** ${code(schema.id)}`,
    schema.description === undefined ? undefined : prose(schema.description),
    list([
      ...(schema.attributes.length === 0 ? [] : [`Attributes: ${namesOf(schema)}.`]),
      `Defined by ${schema.statedBy.map((source) => sourceName(source, connector)).join(", then ")}.`,
    ]),
  ]);
}

/** The short name of a schema. */
export function describeAlias(name: string, urn: string | undefined, model: MappingModel): string {
  if (urn === undefined) return paragraphs([`**${code(name)}** short name of a schema`, "Its declaration names no URN."]);
  return paragraphs([`**${code(name)}** short name of`, describeSchema(urn, model)]);
}

/** What a map writes to: endpoint, schemas, and what the application allows. */
export function describeResourceType(type: ResourceType, { catalog, connector }: MappingModel): string {
  const rules = connector.resourceTypes?.[type.name];
  const extensions = type.schemaExtensions.map(({ schema }) => code(schema));
  return paragraphs([
    `**${prose(type.name)}** resource type`,
    list([
      `Endpoint: ${code(type.endpoint)}.`,
      `Schema: ${code(type.schema)}${catalog.schema(type.schema) === undefined ? ", which nobody describes" : ""}.`,
      ...(extensions.length === 0 ? [] : [`Extensions: ${extensions.join(", ")}.`]),
      ...(rules === undefined ? [] : [`${connector.displayName} allows: ${rules.actions.join(", ")}.`]),
      ...(rules?.matching === undefined || rules.matching === null
        ? []
        : [`${connector.displayName} is documented to match by ${code(rules.matching)}.`]),
    ]),
  ]);
}

function namesOf({ attributes }: SchemaDefinition): string {
  const shown = attributes.slice(0, MAX_NAMES).map(({ name }) => code(name));
  return attributes.length > MAX_NAMES ? `${shown.join(", ")} and ${attributes.length - MAX_NAMES} more` : shown.join(", ");
}

/** More names than this nobody reads in a hover. */
const MAX_NAMES = 30;
