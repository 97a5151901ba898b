import type { AttributeDefinition } from "#scim/schema-catalog";
import { parseDateText } from "#evaluation/date-text";
import { booleanOf, isList, isObject, memberOf } from "#scim/json-members";
import type { JsonValue } from "#scim/resource";
import { isUnknownValue } from "./unknown-value.ts";

/** What decides whether a service sees two values as the same (RFC 7643 §2.3, §7). */
export type Comparison = Pick<AttributeDefinition, "type" | "caseExact"> | undefined;

/**
 * Equal as the target would compare them: Booleans also as text, numbers as numbers, dates as instants, texts by `caseExact` (RFC 7643's default is false),
 * an empty text as no value, a reference given as text as its `value`. Without normalisation or trimming.
 */
export function sameValue(left: JsonValue | undefined, right: JsonValue | undefined, comparison: Comparison): boolean {
  return comparisonKey(left, comparison) === comparisonKey(right, comparison);
}

/** Equal keys are equal values; what several values are indexed by. */
export function comparisonKey(value: JsonValue | undefined, comparison: Comparison): string {
  if (value === undefined || value === null || value === "") return "";
  if (isUnknownValue(value)) return `unknown:${JSON.stringify(value)}`;
  if (comparison?.type === "boolean") return `b:${JSON.stringify(booleanOf(value) ?? value)}`;
  if (comparison?.type === "integer" || comparison?.type === "decimal") return numberKey(value);
  if (comparison?.type === "dateTime" && typeof value === "string") return dateKey(value, comparison);
  if (typeof value === "string") return textKey(value, comparison);
  if (isObject(value)) return objectKey(value, comparison);
  if (isList(value))
    return `l:${value
      .map((item) => comparisonKey(item, comparison))
      .sort()
      .join("\n")}`;
  return `t:${String(value)}`;
}

/** In UTC where the value states no offset, whatever the time zone of this machine. Services write nanoseconds; what .NET's dates hold is compared. */
function dateKey(text: string, comparison: Comparison): string {
  const date = parseDateText(text.replace(/(\.\d{7})\d+/, "$1"));
  return date === undefined ? textKey(text, comparison) : `d:${date.milliseconds}.${date.ticks}`;
}

function textKey(text: string, comparison: Comparison): string {
  return `t:${isCaseExact(comparison) ? text : text.toLowerCase()}`;
}

/** References and binary values are case-exact (RFC 7643 §2.3.6, §2.3.7). */
function isCaseExact(comparison: Comparison): boolean {
  return comparison?.caseExact ?? (comparison?.type === "reference" || comparison?.type === "binary");
}

function numberKey(value: JsonValue): string {
  const number = typeof value === "number" ? value : typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
  return Number.isNaN(number) ? `t:${JSON.stringify(value)}` : `n:${number}`;
}

/** Elements and references compare by `value`: services add `display`, `$ref` and `type` on their own. */
function objectKey(value: { readonly [name: string]: JsonValue }, comparison: Comparison): string {
  const inner = memberOf(value, "value");
  if (inner !== undefined) return comparisonKey(inner, comparison);
  return `o:${Object.keys(value)
    .sort()
    .map((name) => `${name.toLowerCase()}=${comparisonKey(value[name], comparison)}`)
    .join("\n")}`;
}
