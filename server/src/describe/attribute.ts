import { asCode, foreign, joined, own, phrase, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { Connector, ConnectorAttribute } from "#model/connectors/connector";
import type { MappingModel } from "#model/mapping-model";
import type { AttributeDefinition, DefinitionSource, SchemaDefinition } from "#scim/schema-catalog";
import { list, paragraph, title } from "./block.ts";
import type { Description } from "./block.ts";

/** Where an attribute is mapped, so that what is known of the target can be asked about that path. */
export interface AttributeContext {
  readonly model: MappingModel;
  /** Name of the resource type. */
  readonly resourceType: string | undefined;
  /** Full URN for extensions, core URN left out; undefined while a piece is missing. */
  readonly canonical: string | undefined;
}

/** Type and characteristics (RFC 7643 §7), what it is for, who defines it, and what the application says of the path it is part of. */
export function describeAttribute(attribute: AttributeDefinition, context: AttributeContext): Description {
  const { model } = context;
  return [
    title(asCode(foreign(attribute.qualifiedName)), characteristics(attribute)),
    ...paragraph(attribute.description),
    ...list([
      ...valuesOf(attribute),
      schemaLine(attribute, model.catalog.schema(attribute.schema)),
      definedBy(attribute.statedBy, model.connector),
      ...applicationLines(context),
    ]),
  ];
}

/** `complex, multi-valued, read-write`: what nobody states is left out. */
export function characteristics(attribute: AttributeDefinition): Part {
  const words: Part[] = [typeWords(attribute.type)];
  if (attribute.multiValued === true) words.push(say`multi-valued`);
  if (attribute.required === true) words.push(say`required`);
  if (attribute.mutability !== undefined) words.push(mutabilityWords[attribute.mutability]);
  if (attribute.type === "string" && attribute.caseExact !== undefined)
    words.push(attribute.caseExact ? say`case-exact` : say`case-insensitive`);
  if (attribute.uniqueness === "server") words.push(say`unique within the target`);
  if (attribute.uniqueness === "global") words.push(say`globally unique`);
  if (attribute.returned !== undefined && attribute.returned !== "default") words.push(returnedWords[attribute.returned]);
  return joined(words, ", ");
}

/** The type of an attribute; the standard's names are the same in every language. */
export function typeWords(type: string | undefined): Part {
  return type === undefined ? say`type not stated` : own(type);
}

const mutabilityWords = {
  readOnly: phrase("read-only"),
  readWrite: phrase("read-write"),
  immutable: phrase("immutable"),
  writeOnly: phrase("write-only"),
} as const;
const returnedWords = {
  always: phrase("always returned"),
  never: phrase("never returned"),
  request: phrase("returned on request"),
} as const;

/** Who says so, the one whose word counts first. */
export function definedBy(sources: readonly DefinitionSource[], connector: Connector): Sentence {
  const names = sources.map((source) => sourceName(source, connector));
  return say`Defined by ${joined(names, "then")}.`;
}

function sourceName(source: DefinitionSource, connector: Connector): Part {
  switch (source) {
    case "target":
      return say`the target's own schemas`;
    case "connector":
      return say`the documentation of ${own(connector.displayName)}`;
    case "file":
      return say`a schema declaration`;
    case "RFC 7643":
      return own("RFC 7643");
  }
}

/** The row of the application's attribute table for a path. */
export function connectorRow({ model, resourceType, canonical }: AttributeContext): ConnectorAttribute | undefined {
  return resourceType === undefined || canonical === undefined ? undefined : model.target.listed(resourceType, canonical);
}

/** Names and values of a target, each set as code. */
export function codes(texts: readonly string[]): Part {
  return joined(
    texts.map((text) => asCode(foreign(text))),
    ", ",
  );
}

function valuesOf({ canonicalValues = [], referenceTypes = [], subAttributes }: AttributeDefinition): readonly Sentence[] {
  const lines: Sentence[] = [];
  if (canonicalValues.length > 0) lines.push(say`Values: ${codes(canonicalValues)}.`);
  if (referenceTypes.length > 0) lines.push(say`Refers to: ${codes(referenceTypes)}.`);
  if (subAttributes.length > 0) lines.push(say`Sub-attributes: ${codes(subAttributes.map(({ name }) => name))}.`);
  return lines;
}

function schemaLine(attribute: AttributeDefinition, schema: SchemaDefinition | undefined): Sentence {
  return schema === undefined
    ? say`Schema: ${asCode(foreign(attribute.schema))}.`
    : say`Schema: ${foreign(schema.name)}, ${asCode(foreign(schema.id))}.`;
}

function applicationLines(context: AttributeContext): readonly Part[] {
  const { model, resourceType, canonical } = context;
  if (resourceType === undefined || canonical === undefined) return [];
  const lines: Part[] = [];
  const known = model.target.filterability(resourceType, canonical);
  if (known !== undefined) lines.push(filterableLine(canonical, known.filterable, known.statedBy, model.connector));
  if (model.target.lists(resourceType)) lines.push(listingLine(context, model.connector));
  return lines;
}

function filterableLine(path: string, filterable: boolean, statedBy: "target" | "connector", connector: Connector): Sentence {
  const shown = asCode(own(path));
  if (statedBy === "target")
    return filterable
      ? say`Can be filtered by ${shown}, the connection test found, so it can match.`
      : say`Cannot be filtered by ${shown}, the connection test found, so it cannot match.`;
  const application = own(connector.displayName);
  return filterable
    ? say`Can be filtered by ${shown}, the documentation of ${application} says, so it can match.`
    : say`Cannot be filtered by ${shown}, the documentation of ${application} says, so it cannot match.`;
}

function listingLine(context: AttributeContext, connector: Connector): Part {
  const row = connectorRow(context);
  const application = own(connector.displayName);
  if (row === undefined) return say`The documentation of ${application} does not list ${asCode(own(context.canonical ?? ""))}.`;
  const listing = listed(row, application);
  return row.note === undefined ? listing : joined([listing, row.note], " ");
}

function listed({ since, required }: ConnectorAttribute, application: Part): Sentence {
  if (since === undefined) return required === true ? say`Listed by ${application}, as required.` : say`Listed by ${application}.`;
  return required === true
    ? say`Listed by ${application} since ${own(since)}, as required.`
    : say`Listed by ${application} since ${own(since)}.`;
}
