import type { AttributePath, AttributeReference, Filter, FilterValue } from "./filter.ts";

/**
 * A filter as RFC 7644 §3.4.2.2 writes it, with single spaces. An `and` or `or` inside another is put in parentheses although `and`
 * binds tighter, because not every service knows that it does.
 */
export function printFilter(filter: Filter): string {
  if ("and" in filter) return filter.and.map(operand).join(" and ");
  if ("or" in filter) return filter.or.map(operand).join(" or ");
  if ("not" in filter) return `not (${printFilter(filter.not)})`;
  if ("valuePath" in filter) return `${printReference(filter.valuePath)}[${printFilter(filter.filter)}]`;
  if (filter.op === "pr") return `${printReference(filter.path)} pr`;
  return `${printReference(filter.path)} ${filter.op} ${printValue(filter.value)}`;
}

/** `[URN:]attribute[filter].subAttribute` (RFC 7644 §3.5.2, rule PATH). */
export function printPath(path: AttributePath): string {
  const filter = path.filter === undefined ? "" : `[${printFilter(path.filter)}]`;
  return prefix(path.urn) + path.attr + filter + suffix(path.sub);
}

function printReference(reference: AttributeReference): string {
  return prefix(reference.urn) + reference.attr + suffix(reference.sub);
}

function operand(filter: Filter): string {
  return "and" in filter || "or" in filter ? `(${printFilter(filter)})` : printFilter(filter);
}

function prefix(urn: string | undefined): string {
  return urn === undefined ? "" : `${urn}:`;
}

function suffix(sub: string | undefined): string {
  return sub === undefined ? "" : `.${sub}`;
}

/** JSON, and like all JSON without half surrogate pairs. */
function printValue(value: FilterValue): string {
  return JSON.stringify(value);
}
