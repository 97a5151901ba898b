import { coreSchemas } from "#scim/core-schemas";
import type { Attribute, Schema } from "#scim/schema";
import { GROUP_URN, USER_URN } from "#scim/schema";
import type { ConnectorAttribute, ConnectorResourceType } from "./connector.ts";

/** The parts of a path as the attribute tables write it. */
interface TablePath {
  readonly urn: string;
  readonly attribute: string;
  readonly filter: { readonly name: string; readonly value: string } | undefined;
  readonly subAttribute: string | undefined;
}

const coreUrns: Readonly<Record<string, string>> = { User: USER_URN, Group: GROUP_URN };
const tablePath = /^(?:(?<urn>urn:[^[]+):)?(?<attribute>[^:.[]+)(?:\[(?<name>\w+) eq "(?<value>[^"]*)"\])?(?:\.(?<sub>\w+))?$/;

/**
 * The attribute tables of an application as SCIM schemas. Only what a table states: a lower source such as RFC 7643 fills the rest, so the
 * row `manager` keeps the sub-attributes of the enterprise extension.
 */
export function deriveSchemas(application: string, resourceTypes: Readonly<Record<string, ConnectorResourceType>>): readonly Schema[] {
  const schemas = new Map<string, Schema>();
  for (const [resourceType, { attributes }] of Object.entries(resourceTypes)) {
    const coreUrn = coreUrns[resourceType];
    if (coreUrn === undefined) throw new Error(`${application} has a table for '${resourceType}', which RFC 7643 does not define.`);
    for (const row of attributes) {
      const path = parseTablePath(row.path, coreUrn);
      const schema = schemas.get(path.urn) ?? { id: path.urn, name: schemaName(path.urn, application, resourceType), attributes: [] };
      schemas.set(path.urn, { ...schema, attributes: merge(schema.attributes, describeRow(path, row)) });
    }
  }
  return [...schemas.values()];
}

function parseTablePath(path: string, coreUrn: string): TablePath {
  const parts = tablePath.exec(path)?.groups;
  if (parts === undefined) throw new Error(`The attribute table holds '${path}', which is no path of the form the tables use.`);
  const { urn = coreUrn, attribute = "", name, value, sub } = parts;
  return { urn, attribute, filter: name === undefined || value === undefined ? undefined : { name, value }, subAttribute: sub };
}

function schemaName(urn: string, application: string, resourceType: string): string {
  return coreSchemas.find((schema) => schema.id === urn)?.name ?? `${application} ${resourceType}`;
}

function describeRow(path: TablePath, row: ConnectorAttribute): Attribute {
  const { attribute: name, filter, subAttribute } = path;
  if (filter === undefined) {
    if (subAttribute === undefined) return { name, ...statedBy(row, path) };
    return { name, type: "complex", subAttributes: [{ name: subAttribute, ...statedBy(row, path) }] };
  }
  // Whether the application needs a work address says nothing about addresses in general: no `required` here.
  const selector: Attribute = { name: filter.name, type: "string", canonicalValues: [filter.value] };
  const selected: readonly Attribute[] = subAttribute === undefined ? [] : [{ name: subAttribute, type: row.type }];
  return { name, type: "complex", multiValued: true, subAttributes: [selector, ...selected] };
}

function statedBy(row: ConnectorAttribute, path: TablePath): Omit<Attribute, "name"> {
  const known = coreAttribute(path);
  return {
    ...typeStatedBy(row, known),
    ...(row.multiValued === undefined ? {} : { multiValued: row.multiValued }),
    ...(row.required === null ? {} : { required: row.required }),
    ...(known !== undefined || row.note === undefined ? {} : { description: row.note }),
  };
}

/** A table's "Reference" to a complex attribute of the standard (`manager`, `members`) says what it points to, not another data type. */
function typeStatedBy(row: ConnectorAttribute, known: Attribute | undefined): Pick<Attribute, "type" | "referenceTypes"> {
  if (row.type !== "reference" || known?.type !== "complex") return { type: row.type };
  const referenceTypes = known.subAttributes?.find((sub) => sub.name === "$ref")?.referenceTypes;
  return referenceTypes === undefined ? {} : { referenceTypes };
}

function coreAttribute({ urn, attribute, subAttribute }: TablePath): Attribute | undefined {
  const known = coreSchemas.find((schema) => schema.id === urn)?.attributes.find(({ name }) => name === attribute);
  return subAttribute === undefined ? known : known?.subAttributes?.find(({ name }) => name === subAttribute);
}

/** Adds what a further row says of an attribute: its canonical value and its sub-attribute. */
function merge(attributes: readonly Attribute[], added: Attribute): readonly Attribute[] {
  const known = attributes.find((attribute) => attribute.name === added.name);
  if (known === undefined) return [...attributes, added];
  const canonicalValues = [...new Set([...(known.canonicalValues ?? []), ...(added.canonicalValues ?? [])])];
  const merged: Attribute = {
    ...known,
    ...(canonicalValues.length === 0 ? {} : { canonicalValues }),
    ...(added.subAttributes === undefined ? {} : { subAttributes: added.subAttributes.reduce(merge, known.subAttributes ?? []) }),
  };
  return attributes.map((attribute) => (attribute === known ? merged : attribute));
}
