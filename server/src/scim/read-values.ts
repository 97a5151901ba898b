import { isList, isObject, listOf, memberOf } from "./json-members.ts";
import type { JsonValue, Resource } from "./resource.ts";

/** What stands under a name at the top level or, with a URN, in that extension's object. */
export function topLevelValue(resource: Resource, extension: string | undefined, attr: string): JsonValue | undefined {
  return memberOf(extension === undefined ? resource : memberOf(resource, extension), attr);
}

/** The assigned values of a sub-attribute of one value. A value that is no object is its own `value`. */
export function subValues(value: JsonValue, sub: string): readonly JsonValue[] {
  if (isObject(value)) return listOf(memberOf(value, sub)).filter(isAssigned);
  return sub.toLowerCase() === "value" && isAssigned(value) ? [value] : [];
}

/** Null, an empty list and an object without assigned members are the same state: unassigned (RFC 7643 §2.5). */
export function isAssigned(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) return false;
  if (isList(value)) return value.some(isAssigned);
  return !isObject(value) || Object.values(value).some(isAssigned);
}

/** The value without what is unassigned in it; null when nothing is left. */
export function withoutUnassigned(value: JsonValue): JsonValue {
  if (!isAssigned(value)) return null;
  if (isList(value)) return value.filter(isAssigned).map(withoutUnassigned);
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([, member]) => isAssigned(member));
  return Object.fromEntries(members.map(([name, member]) => [name, withoutUnassigned(member)]));
}
