import { isObject } from "#scim/json-members";
import type { JsonValue } from "#scim/resource";

/** How a value that only the real run knows stands in a planned request (command-line contract, experience page §4). */
export function unknownValue(reason: string): JsonValue {
  return { $unknown: reason };
}

export function isUnknownValue(value: JsonValue | undefined): boolean {
  return isObject(value) && typeof value["$unknown"] === "string";
}
