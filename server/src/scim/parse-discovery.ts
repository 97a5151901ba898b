import { asSentence, foreign } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { booleanOf, isList, listOf, memberOf, textOf } from "./json-members.ts";
import type { JsonValue } from "./resource.ts";
import type { Attribute, AttributeType, Mutability, ResourceType, Returned, Schema, Uniqueness } from "./schema.ts";

/**
 * The schemas of a `/Schemas` answer: ListResponse, bare array or a single schema (RFC 7644 §4). What has no `id` is left out. Undefined for
 * JSON that is none of the three.
 */
export function parseSchemas(body: JsonValue): readonly Schema[] | undefined {
  return parseEntries(body, parseSchema);
}

/** The resource types of a `/ResourceTypes` answer in the same three shapes. What has no name, schema or endpoint is left out. */
export function parseResourceTypes(body: JsonValue): readonly ResourceType[] | undefined {
  return parseEntries(body, parseResourceType);
}

function parseEntries<T>(body: JsonValue, parse: (entry: JsonValue) => T | undefined): readonly T[] | undefined {
  const entries = entriesOf(body);
  if (entries !== undefined) return entries.flatMap((entry) => parse(entry) ?? []);
  const single = parse(body);
  return single === undefined ? undefined : [single];
}

/** Undefined where the answer is no list. */
function entriesOf(body: JsonValue): readonly JsonValue[] | undefined {
  if (isList(body)) return body;
  const resources = memberOf(body, "Resources");
  return resources === undefined && memberOf(body, "totalResults") === undefined ? undefined : listOf(resources);
}

function parseSchema(entry: JsonValue): Schema | undefined {
  const id = textOf(memberOf(entry, "id"));
  if (id === undefined || id === "") return undefined;
  return {
    id,
    name: textOf(memberOf(entry, "name")) ?? id.slice(id.lastIndexOf(":") + 1),
    description: descriptionOf(entry),
    attributes: parseAttributes(memberOf(entry, "attributes")),
  };
}

function descriptionOf(entry: JsonValue): Sentence | undefined {
  const text = textOf(memberOf(entry, "description"));
  return text === undefined ? undefined : asSentence(foreign(text));
}

function parseAttributes(list: JsonValue | undefined): readonly Attribute[] {
  return listOf(list).flatMap((entry) => parseAttribute(entry) ?? []);
}

function parseAttribute(entry: JsonValue): Attribute | undefined {
  const name = textOf(memberOf(entry, "name"));
  if (name === undefined || name === "") return undefined;
  const type = word<AttributeType>(memberOf(entry, "type"), types);
  const multiValued = booleanOf(memberOf(entry, "multiValued"));
  return {
    name,
    type,
    multiValued,
    required: booleanOf(memberOf(entry, "required")),
    caseExact: booleanOf(memberOf(entry, "caseExact")),
    mutability: word<Mutability>(memberOf(entry, "mutability"), mutabilities),
    returned: word<Returned>(memberOf(entry, "returned"), returneds),
    uniqueness: word<Uniqueness>(memberOf(entry, "uniqueness"), uniquenesses),
    canonicalValues: texts(memberOf(entry, "canonicalValues")),
    referenceTypes: texts(memberOf(entry, "referenceTypes")),
    description: descriptionOf(entry),
    subAttributes: subAttributes(parseAttributes(memberOf(entry, "subAttributes")), type, multiValued),
  };
}

const types: readonly AttributeType[] = ["string", "boolean", "decimal", "integer", "dateTime", "binary", "reference", "complex"];
const mutabilities: readonly Mutability[] = ["readOnly", "readWrite", "immutable", "writeOnly"];
const returneds: readonly Returned[] = ["always", "never", "default", "request"];
const uniquenesses: readonly Uniqueness[] = ["none", "server", "global"];

/** A keyword in its own spelling; undefined for one that RFC 7643 does not know. */
function word<T extends string>(value: JsonValue | undefined, known: readonly T[]): T | undefined {
  const written = textOf(value)?.toLowerCase();
  return known.find((keyword) => keyword.toLowerCase() === written);
}

function texts(value: JsonValue | undefined): readonly string[] | undefined {
  const found = listOf(value).filter((item) => typeof item === "string");
  return found.length === 0 ? undefined : found;
}

/** Services leave the sub-attributes out of `/Schemas`; a multi-valued complex attribute then has those of RFC 7643 §2.4. */
function subAttributes(
  stated: readonly Attribute[],
  type: AttributeType | undefined,
  multiValued: boolean | undefined,
): readonly Attribute[] | undefined {
  if (stated.length > 0) return stated;
  return type === "complex" && multiValued === true ? defaultSubAttributes : undefined;
}

const defaultSubAttributes: readonly Attribute[] = [
  { name: "value" },
  { name: "display", type: "string" },
  { name: "type", type: "string" },
  { name: "primary", type: "boolean" },
  { name: "$ref", type: "reference" },
];

function parseResourceType(entry: JsonValue): ResourceType | undefined {
  const endpoint = textOf(memberOf(entry, "endpoint"));
  const schema = textOf(memberOf(entry, "schema"));
  const name = textOf(memberOf(entry, "name")) ?? textOf(memberOf(entry, "id"));
  if (endpoint === undefined || endpoint === "" || schema === undefined || name === undefined) return undefined;
  return { name, endpoint: relativeEndpoint(endpoint), schema, schemaExtensions: parseExtensions(memberOf(entry, "schemaExtensions")) };
}

function parseExtensions(list: JsonValue | undefined): ResourceType["schemaExtensions"] {
  return listOf(list).flatMap((extension) => {
    const schema = textOf(extension) ?? textOf(memberOf(extension, "schema"));
    return schema === undefined ? [] : [{ schema, required: booleanOf(memberOf(extension, "required")) }];
  });
}

/** `/Users`, also from `Users`, `/Users/` and an absolute URL, of which only the last segment can be meant. */
function relativeEndpoint(endpoint: string): string {
  const absolute = /^https?:/i.test(endpoint) ? URL.parse(endpoint) : null;
  const path = absolute === null ? endpoint : absolute.pathname.slice(absolute.pathname.replace(/\/+$/, "").lastIndexOf("/"));
  return `/${path.replace(/^\/+|\/+$/g, "")}`;
}
