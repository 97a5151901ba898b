import { isList } from "./json-members.ts";
import type { JsonValue } from "./resource.ts";

/** Levels of arrays and objects beyond which JSON of others is refused: what reads it may be recursive. */
export const maxNesting = 100;

/** Whether a value has more levels than that. Recursive, and bounded by what it checks: a page of a thousand resources passes without an allocation. */
export function isTooDeep(value: JsonValue, levels = maxNesting): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  if (isList(value)) return value.some((item) => isTooDeep(item, levels - 1));
  for (const name in value) {
    if (isTooDeep(value[name] ?? null, levels - 1)) return true;
  }
  return false;
}
