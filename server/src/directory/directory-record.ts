import { attributeKey } from "#model/source-record";
import type { AttributeKey, SourceValue } from "#model/source-record";
import { graphNames } from "#model/source-attributes";
import { isList, isObject, textOf } from "#scim/json-members";
import type { JsonObject } from "#scim/json-members";
import type { JsonValue } from "#scim/resource";

const provisioningNames: ReadonlyMap<string, string> = new Map([...graphNames].map(([graph, name]) => [graph.toLowerCase(), name]));

/** Reads the attributes of one JSON record: Graph's names become Entra's, Booleans and numbers their text, nested objects dotted names. */
export function readAttributes(record: JsonObject): Map<AttributeKey, SourceValue> {
  const values = new Map<AttributeKey, SourceValue>();
  collect(record, "", values);
  return values;
}

function collect(record: JsonObject, prefix: string, values: Map<AttributeKey, SourceValue>): void {
  for (const [name, value] of Object.entries(record)) {
    const path = prefix + name;
    const key = keyOf(path);
    if (key === "manager") values.set(key, readReferences(value)[0] ?? null);
    else if (key === "members") values.set(key, value === null ? null : readReferences(value));
    else if (isList(value)) readList(values, path, value);
    else if (isObject(value)) collect(value, `${path}.`, values);
    else values.set(key, toText(value));
  }
}

function keyOf(path: string): AttributeKey {
  return attributeKey(provisioningNames.get(path.toLowerCase()) ?? path);
}

function readList(values: Map<AttributeKey, SourceValue>, path: string, items: readonly JsonValue[]): void {
  const texts = items.flatMap((item) => (isList(item) || isObject(item) ? [] : (toText(item) ?? [])));
  const first = provisioningNames.get(`${path.toLowerCase()}[0]`);
  values.set(keyOf(path), texts);
  if (first !== undefined) values.set(attributeKey(first), texts[0] ?? null);
}

/** `manager` and `members` hold object ids; Graph's `$expand` gives objects instead. */
function readReferences(value: JsonValue): readonly string[] {
  return (isList(value) ? value : [value]).map(referenceId).filter((id) => id !== undefined);
}

function referenceId(value: JsonValue): string | undefined {
  const id = isObject(value) ? (textOf(value["id"]) ?? textOf(value["objectId"])) : textOf(value);
  return id === "" ? undefined : id;
}

function toText(value: null | boolean | number | string): string | null {
  if (value === null) return null;
  if (typeof value === "boolean") return value ? "True" : "False";
  return String(value);
}
