import type { SourceValue } from "#model/source-record";
import { graphNames } from "#model/source-attributes";
import { isList, isObject, textOf } from "#scim/json-members";
import type { JsonObject } from "#scim/json-members";
import type { JsonValue } from "#scim/resource";

/** Attribute values by `attributeKey`. */
export type AttributeValues = ReadonlyMap<string, SourceValue>;

const provisioningNames: ReadonlyMap<string, string> = new Map([...graphNames].map(([graph, name]) => [graph.toLowerCase(), name]));

/** Directory extensions are the only source names that compare case-sensitively (semantics page, "names"). */
export function attributeKey(name: string): string {
  return name.startsWith("extension_") ? name : name.toLowerCase();
}

/** Reads the attributes of one JSON record: Graph's names become Entra's, Booleans and numbers their text, nested objects dotted names. */
export function readAttributes(record: JsonObject): AttributeValues {
  const values = new Map<string, SourceValue>();
  collect(record, "", values);
  return values;
}

function collect(record: JsonObject, prefix: string, values: Map<string, SourceValue>): void {
  for (const [name, value] of Object.entries(record)) {
    const path = prefix + name;
    const key = keyOf(path);
    if (key === "manager" || key === "members") values.set(key, readReferences(value, key));
    else if (isList(value)) readList(values, path, value);
    else if (isObject(value)) collect(value, `${path}.`, values);
    else values.set(key, toText(value));
  }
}

function keyOf(path: string): string {
  return attributeKey(provisioningNames.get(path.toLowerCase()) ?? path);
}

function readList(values: Map<string, SourceValue>, path: string, items: readonly JsonValue[]): void {
  const texts = items.flatMap((item) => (isList(item) || isObject(item) ? [] : (toText(item) ?? [])));
  const first = provisioningNames.get(`${path.toLowerCase()}[0]`);
  values.set(keyOf(path), texts);
  if (first !== undefined) values.set(attributeKey(first), texts[0] ?? null);
}

/** `manager` and `members` hold object ids; Graph's `$expand` gives objects instead. */
function readReferences(value: JsonValue, key: "manager" | "members"): SourceValue {
  const ids = (isList(value) ? value : [value]).map(referenceId).filter((id) => id !== undefined);
  if (key === "manager") return ids[0] ?? null;
  return value === null ? null : ids;
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
