import { resourceTypeOf } from "#model/connectors/connector";
import { asCode, foreign, names, own, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { MappingModel } from "#model/mapping-model";
import type { ResourceType } from "#scim/schema";
import type { SchemaDefinition } from "#scim/schema-catalog";
import { codes, definedBy } from "./attribute.ts";
import { list, paragraph, title } from "./block.ts";
import type { Description } from "./block.ts";

/** A schema by its URN: what it is for, who defines it, its attributes. */
export function describeSchema(urn: string, { catalog, connector }: MappingModel): Description {
  const schema = catalog.schema(urn);
  if (schema === undefined)
    return [
      title(asCode(own(urn))),
      ...paragraph(say`No source describes this schema: neither the target, the application, this file nor RFC 7643.`),
    ];
  return [
    title(foreign(schema.name), asCode(foreign(schema.id))),
    ...paragraph(schema.description),
    ...list([...(schema.attributes.length === 0 ? [] : [say`Attributes: ${namesOf(schema)}.`]), definedBy(schema.statedBy, connector)]),
  ];
}

/** The short name of a schema. */
export function describeAlias(name: string, urn: string | undefined, model: MappingModel): Description {
  if (urn === undefined) return [title(asCode(own(name)), say`short name of a schema`), ...paragraph(say`Its declaration names no URN.`)];
  return [title(asCode(own(name)), say`short name of`), ...describeSchema(urn, model)];
}

/** What a map writes to: endpoint, schemas, and what the application allows. */
export function describeResourceType(type: ResourceType, { catalog, connector }: MappingModel): Description {
  const rules = resourceTypeOf(connector, type.name);
  const extensions = type.schemaExtensions.map(({ schema }) => schema);
  const application = own(connector.displayName);
  const schema = asCode(foreign(type.schema));
  return [
    title(foreign(type.name), say`resource type`),
    ...list([
      say`Endpoint: ${asCode(foreign(type.endpoint))}.`,
      catalog.schema(type.schema) === undefined ? say`Schema: ${schema}, which nobody describes.` : say`Schema: ${schema}.`,
      ...(extensions.length === 0 ? [] : [say`Extensions: ${codes(extensions)}.`]),
      ...(rules === undefined ? [] : [say`${application} allows: ${names(rules.actions)}.`]),
      ...matchingLine(rules?.matching ?? undefined, application),
    ]),
  ];
}

function matchingLine(attribute: string | undefined, application: Part): readonly Sentence[] {
  return attribute === undefined ? [] : [say`${application} is documented to match by ${asCode(own(attribute))}.`];
}

function namesOf({ attributes }: SchemaDefinition): Part {
  const shown = codes(attributes.slice(0, MAX_NAMES).map(({ name }) => name));
  return attributes.length > MAX_NAMES ? say`${shown} and ${attributes.length - MAX_NAMES} more` : shown;
}

/** More names than this nobody reads in a hover. */
const MAX_NAMES = 30;
