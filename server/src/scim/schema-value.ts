import { booleanOf, isList, isObject, memberOf } from "./json-members.ts";
import type { JsonValue } from "./resource.ts";
import { subAttributeOf } from "./schema-catalog.ts";
import type { AttributeDefinition } from "./schema-catalog.ts";

/**
 * A value in the form its attribute has: `"True"` becomes true, a plain text where a complex value belongs becomes its `value`, a list
 * of one becomes the value of a single-valued attribute and a single value a list. Undefined when it fits in no way.
 * Without a definition any value is as it is. Null stays null: it unassigns.
 */
export function toSchemaValue(value: JsonValue, definition: AttributeDefinition | undefined): JsonValue | undefined {
  if (definition === undefined || value === null) return value;
  if (definition.multiValued !== true) {
    if (!isList(value)) return toOneValue(value, definition);
    const [item, ...others] = value;
    if (item === undefined) return null;
    return others.length === 0 ? toOneValue(item, definition) : undefined;
  }
  const items = (isList(value) ? value : [value]).map((item) => toOneValue(item, definition));
  return items.some((item) => item === undefined) ? undefined : items.filter((item) => item !== undefined && item !== null);
}

/** One value of the attribute, of its list if it has several. */
export function toOneValue(value: JsonValue, definition: AttributeDefinition | undefined): JsonValue | undefined {
  if (definition === undefined || value === null) return value;
  switch (definition.type) {
    case "boolean":
      return booleanOf(value);
    case "integer":
    case "decimal":
      return toNumber(value);
    case "complex":
      return toComplex(value, definition);
    case "string":
    case "dateTime":
    case "binary":
    case "reference":
      return typeof value === "object" ? plainValue(value) : value;
    case undefined:
      return value;
  }
}

/** Clients write `[{ "value": "x" }]` also for attributes that are plain texts. */
function plainValue(value: JsonValue): JsonValue | undefined {
  const inner = memberOf(value, "value");
  return typeof inner === "object" ? undefined : inner;
}

function toNumber(value: JsonValue): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

function toComplex(value: JsonValue, definition: AttributeDefinition): JsonValue | undefined {
  if (!isObject(value)) return isList(value) || subAttributeOf(definition, "value") === undefined ? undefined : { value };
  const members: (readonly [string, JsonValue])[] = [];
  for (const [name, member] of Object.entries(value)) {
    const converted = toSchemaValue(member, subAttributeOf(definition, name));
    if (converted === undefined) return undefined;
    members.push([name, converted]);
  }
  return Object.fromEntries(members);
}
