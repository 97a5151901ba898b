import { isList, isObject, memberOf } from "./json-members.ts";
import { isAssigned } from "./read-values.ts";
import type { JsonValue } from "./resource.ts";

/** Equal as SCIM values: member names without case, unassigned members as if absent (RFC 7643 §2.5). Texts compare exactly; nothing equals undefined. */
export function isSameValue(left: JsonValue, right: JsonValue | undefined): boolean {
  if (isList(left)) return isList(right) && left.length === right.length && left.every((item, index) => isSameValue(item, right[index]));
  if (isObject(left)) return isObject(right) && covers(left, right) && covers(right, left);
  return left === right;
}

/** Every assigned member of one is a member of the other. */
function covers(one: JsonValue, other: JsonValue): boolean {
  if (!isObject(one)) return false;
  return Object.entries(one).every(([name, value]) => {
    if (!isAssigned(value)) return true;
    const counterpart = memberOf(other, name);
    return counterpart !== undefined && isSameValue(value, counterpart);
  });
}
