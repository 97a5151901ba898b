import type { Sentence } from "#base/sentence";
import { isList, isObject } from "#scim/json-members";
import type { JsonValue } from "#scim/resource";

/** How a value that only the real run knows stands in a planned request (command-line contract, experience page §4). */
export function unknownValue(reason: Sentence): JsonValue {
  // A sentence is JSON, which an interface cannot say of itself.
  return { $unknown: reason as unknown as JsonValue };
}

/** Whether this is such a value. */
export function isUnknownValue(value: JsonValue | undefined): boolean {
  return isObject(value) && isObject(value["$unknown"]);
}

/** Whether such a value stands somewhere in it. */
export function holdsUnknown(value: JsonValue): boolean {
  if (isList(value)) return value.some(holdsUnknown);
  return isObject(value) && (isUnknownValue(value) || Object.values(value).some(holdsUnknown));
}
