import type { Connector, ConnectorAttribute } from "#model/connectors/connector";
import type { MappingModel } from "#model/mapping-model";
import type { AttributeDefinition, DefinitionSource, SchemaDefinition } from "#scim/schema-catalog";
import { code, list, paragraphs, prose } from "./markdown.ts";

/** Where an attribute is mapped, so that what is known of the target can be asked about that path. */
export interface AttributeContext {
  readonly model: MappingModel;
  /** Name of the resource type. */
  readonly resourceType: string | undefined;
  /** Full URN for extensions, core URN left out; undefined while a piece is missing. */
  readonly canonical: string | undefined;
}

/** Type and characteristics (RFC 7643 §7), what it is for, who defines it, and what the application says of the path it is part of. */
export function describeAttribute(attribute: AttributeDefinition, context: AttributeContext): string {
  const { model } = context;
  const schema = model.catalog.schema(attribute.schema);
  return paragraphs([
    `**${code(attribute.qualifiedName)}** ${characteristics(attribute).join(", ")}`,
    attribute.description === undefined ? undefined : prose(attribute.description),
    list([
      ...valuesOf(attribute),
      schemaLine(attribute, schema),
      `Defined by ${attribute.statedBy.map((source) => sourceName(source, model.connector)).join(", then ")}.`,
      ...applicationLines(context),
    ]),
  ]);
}

/** `complex, multi-valued, read-write`: what nobody states is left out. */
export function characteristics(attribute: AttributeDefinition): readonly string[] {
  const words = [attribute.type ?? "type not stated"];
  if (attribute.multiValued === true) words.push("multi-valued");
  if (attribute.required === true) words.push("required");
  if (attribute.mutability !== undefined) words.push(mutabilityWords[attribute.mutability]);
  if (attribute.type === "string" && attribute.caseExact !== undefined) words.push(attribute.caseExact ? "case-exact" : "case-insensitive");
  if (attribute.uniqueness === "server") words.push("unique within the target");
  if (attribute.uniqueness === "global") words.push("globally unique");
  if (attribute.returned !== undefined && attribute.returned !== "default") words.push(returnedWords[attribute.returned]);
  return words;
}

const mutabilityWords = { readOnly: "read-only", readWrite: "read-write", immutable: "immutable", writeOnly: "write-only" } as const;
const returnedWords = { always: "always returned", never: "never returned", request: "returned on request" } as const;

export function sourceName(source: DefinitionSource, connector: Connector): string {
  switch (source) {
    case "target":
      return "the target's own schemas";
    case "connector":
      return `the documentation of ${connector.displayName}`;
    case "file":
      return "a schema declaration";
    case "RFC 7643":
      return "RFC 7643";
  }
}

/** The row of the application's attribute table for a path. */
export function connectorRow({ model, resourceType, canonical }: AttributeContext): ConnectorAttribute | undefined {
  return resourceType === undefined || canonical === undefined ? undefined : model.target.listed(resourceType, canonical);
}

function valuesOf({ canonicalValues, referenceTypes, subAttributes }: AttributeDefinition): readonly string[] {
  const lines: string[] = [];
  if (canonicalValues !== undefined && canonicalValues.length > 0) lines.push(`Values: ${canonicalValues.map(code).join(", ")}.`);
  if (referenceTypes !== undefined && referenceTypes.length > 0) lines.push(`Refers to: ${referenceTypes.map(code).join(", ")}.`);
  if (subAttributes.length > 0) lines.push(`Sub-attributes: ${subAttributes.map(({ name }) => code(name)).join(", ")}.`);
  return lines;
}

function schemaLine(attribute: AttributeDefinition, schema: SchemaDefinition | undefined): string {
  return schema === undefined ? `Schema: ${code(attribute.schema)}.` : `Schema: ${prose(schema.name)}, ${code(schema.id)}.`;
}

function applicationLines(context: AttributeContext): readonly string[] {
  const { model, resourceType, canonical } = context;
  if (resourceType === undefined || canonical === undefined) return [];
  const lines: string[] = [];
  const known = model.target.filterability(resourceType, canonical);
  if (known !== undefined) lines.push(filterableLine(canonical, known.filterable, known.statedBy, model.connector));
  if (model.target.lists(resourceType)) lines.push(listingLine(context, model.connector));
  return lines;
}

function filterableLine(path: string, filterable: boolean, statedBy: "target" | "connector", connector: Connector): string {
  const who = statedBy === "target" ? "the connection test found" : `the documentation of ${connector.displayName} says`;
  return filterable
    ? `Can be filtered by ${code(path)}, ${who}, so it can match.`
    : `Cannot be filtered by ${code(path)}, ${who}, so it cannot match.`;
}

function listingLine(context: AttributeContext, connector: Connector): string {
  const row = connectorRow(context);
  if (row === undefined) return `The documentation of ${connector.displayName} does not list ${code(context.canonical ?? "")}.`;
  const since = row.since === undefined ? "" : ` since ${row.since}`;
  const required = row.required === true ? ", as required" : "";
  return `Listed by ${connector.displayName}${since}${required}.${row.note === undefined ? "" : ` ${prose(row.note)}`}`;
}
