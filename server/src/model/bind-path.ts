import type { AttributePathNode, FilterNode, NameText } from "#scim/filter/ast";
import type { AttributePath, AttributeReference, Filter } from "#scim/filter/filter";
import { printPath } from "#scim/filter/print";
import { splitUri, toPath } from "#scim/filter/to-filter";
import { comparisonsIn } from "#scim/filter/walk";
import type { ResourceType } from "#scim/schema";
import { subAttributeOf, type AttributeDefinition, type SchemaCatalog } from "#scim/schema-catalog";
import type { ResolvedName, ResolvedPath } from "./binding.ts";

/** What names in a path can mean. */
export interface PathScope {
  readonly catalog: SchemaCatalog;
  /** URN by alias; undefined for a declaration whose URN is missing. */
  readonly aliases: ReadonlyMap<string, string | undefined>;
}

/** Looks up every name of a target path. Total: what is unknown stays undefined. */
export function resolvePath(node: AttributePathNode, resourceType: ResourceType | undefined, scope: PathScope): ResolvedPath {
  const names = node.uri === undefined ? unqualified(node, resourceType) : qualified(node.uri, scope);
  const { urn, attributeName } = names;
  const schema = names.schemaUrn === undefined ? undefined : scope.catalog.schema(names.schemaUrn);
  const attribute =
    names.schemaUrn === undefined || attributeName === undefined ? undefined : scope.catalog.attribute(names.schemaUrn, attributeName.text);
  const subName = node.subAttribute ?? node.outerSubAttribute ?? names.subName;
  const subAttribute = attribute === undefined || subName === undefined ? undefined : subAttributeOf(attribute, subName.text);
  const inner = node.valueFilter?.filter;
  const path = canonicalPath(node, names.schemaUrn, resourceType, attributeName, attribute, subName, subAttribute);
  return {
    node,
    resourceType,
    alias: names.alias,
    urn,
    schema,
    attributeName,
    attribute,
    subName,
    subAttribute,
    filterNames: inner === undefined ? [] : namesIn(inner, attribute),
    path,
    canonical: path === undefined ? undefined : printPath(path),
  };
}

interface Names {
  readonly alias: ResolvedPath["alias"];
  readonly urn: NameText | undefined;
  readonly schemaUrn: string | undefined;
  readonly attributeName: NameText | undefined;
  readonly subName: NameText | undefined;
}

function unqualified(node: AttributePathNode, resourceType: ResourceType | undefined): Names {
  return { alias: undefined, urn: undefined, schemaUrn: resourceType?.schema, attributeName: node.attribute, subName: undefined };
}

/** A URN is split at the longest known schema, an alias at its first colon (language page §1). */
function qualified(uri: NameText, { catalog, aliases }: PathScope): Names {
  const { text } = uri;
  const start = uri.range.start;
  const piece = (from: number, to: number): NameText => ({ text: text.slice(from, to), range: { start: start + from, end: start + to } });
  const isUrn = /^urn[:：]/i.test(text);
  const colon = isUrn ? splitUri(text, (urn) => catalog.schema(urn) !== undefined).urn.length : text.search(/[:：]/);
  const qualifier = piece(0, colon);
  const dot = text.indexOf(".", colon + 1);
  const attribute = piece(Math.min(colon + 1, text.length), dot < 0 ? text.length : dot);
  const attributeName = attribute.text === "" ? undefined : attribute;
  const subName = dot < 0 || dot + 1 === text.length ? undefined : piece(dot + 1, text.length);
  if (isUrn) return { alias: undefined, urn: qualifier, schemaUrn: qualifier.text, attributeName, subName };
  const urn = aliases.get(qualifier.text);
  return { alias: { name: qualifier, urn }, urn: undefined, schemaUrn: urn, attributeName, subName };
}

function namesIn(filter: FilterNode, attribute: AttributeDefinition | undefined): readonly ResolvedName[] {
  return [...comparisonsIn(filter)].flatMap(({ path, value }) => {
    const name = path?.attribute;
    if (name === undefined) return [];
    return {
      name,
      definition: attribute === undefined ? undefined : subAttributeOf(attribute, name.text),
      value: typeof value?.value === "string" ? { text: value.value, range: value.range } : undefined,
    };
  });
}

/** Aliases expanded, the core URN left out, names in the schema's spelling. */
function canonicalPath(
  node: AttributePathNode,
  schemaUrn: string | undefined,
  resourceType: ResourceType | undefined,
  attributeName: NameText | undefined,
  attribute: AttributeDefinition | undefined,
  subName: NameText | undefined,
  subAttribute: AttributeDefinition | undefined,
): AttributePath | undefined {
  if (attributeName === undefined || (node.uri !== undefined && schemaUrn === undefined)) return undefined;
  const written = toPath(node);
  if (written === undefined || (node.valueFilter !== undefined && written.filter === undefined)) return undefined;
  const core = schemaUrn === undefined || schemaUrn.toLowerCase() === resourceType?.schema.toLowerCase();
  const sub = subAttribute?.name ?? subName?.text;
  return {
    ...(core ? {} : { urn: attribute?.schema ?? schemaUrn }),
    attr: attribute?.name ?? attributeName.text,
    ...(written.filter === undefined ? {} : { filter: respell(written.filter, attribute) }),
    ...(sub === undefined ? {} : { sub }),
  };
}

/** Names of a value filter in the schema's spelling. */
function respell(filter: Filter, attribute: AttributeDefinition | undefined): Filter {
  if ("and" in filter) return { and: filter.and.map((operand) => respell(operand, attribute)) };
  if ("or" in filter) return { or: filter.or.map((operand) => respell(operand, attribute)) };
  if ("not" in filter) return { not: respell(filter.not, attribute) };
  if ("valuePath" in filter) return filter;
  return { ...filter, path: respellReference(filter.path, attribute) };
}

function respellReference(reference: AttributeReference, attribute: AttributeDefinition | undefined): AttributeReference {
  const definition = attribute === undefined ? undefined : subAttributeOf(attribute, reference.attr);
  return definition === undefined ? reference : { ...reference, attr: definition.name };
}
