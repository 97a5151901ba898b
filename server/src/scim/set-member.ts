import { keyOf } from "./json-members.ts";
import type { JsonObject } from "./json-members.ts";
import type { JsonValue } from "./resource.ts";

/** A copy with one member set under the spelling it already has; undefined takes the member out. */
export function setMember(object: JsonObject, name: string, value: JsonValue | undefined): JsonObject {
  const key = keyOf(object, name) ?? name;
  if (value === undefined) return Object.fromEntries(Object.entries(object).filter(([other]) => other !== key));
  return { ...object, [key]: value };
}
