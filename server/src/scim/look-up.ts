import { equalityFilter } from "./filter/equality.ts";
import { matchesFilter } from "./filter/evaluate.ts";
import type { AttributePath } from "./filter/filter.ts";
import { printFilter, printPath } from "./filter/print.ts";
import { memberOf } from "./json-members.ts";
import type { JsonValue, Resource } from "./resource.ts";
import { valuesAt } from "./resource-values.ts";
import type { SchemaCatalog } from "./schema-catalog.ts";

/** A question for whoever has one value at a path. */
export interface LookUp {
  readonly path: AttributePath;
  readonly value: string | number | boolean;
}

/**
 * How the question is written: as Entra ID sends it, `emails[type eq "work"].value eq "x"`, or as the grammar of RFC 7644 §3.4.2.2 wants
 * it, `emails[type eq "work" and value eq "x"]`. They differ for filtered paths only, and many services know only one of them.
 */
export type Spelling = "entra" | "rfc";

/** The filter of the question. Texts are JSON strings in both spellings. */
export function printLookUp({ path, value }: LookUp, spelling: Spelling): string {
  return spelling === "entra" ? `${printPath(path)} eq ${JSON.stringify(value)}` : printFilter(equalityFilter(path, value));
}

/**
 * How what a resource shows relates to the value that was asked for: `same`, as the attribute compares; `near`, when case, space at the
 * ends and Unicode form do not count; `other`, so that the resource is a stranger; `nothing`, where the attribute is not returned.
 */
export type Shown = "same" | "near" | "other" | "nothing";

/** What a resource that a service found shows of the value that it was asked for. */
export function shownFor(lookUp: LookUp, resource: Resource, catalog: SchemaCatalog): Shown {
  const { path, value } = lookUp;
  if (matchesFilter(equalityFilter(path, value), resource, catalog)) return "same";
  const shown = shownAt(path, resource, catalog);
  if (shown.length === 0) return "nothing";
  return shown.some((item) => nearKey(item) === nearKey(value)) ? "near" : "other";
}

/** Elements that lost their `type` on the way still show their values. */
function shownAt(path: AttributePath, resource: Resource, catalog: SchemaCatalog): readonly JsonValue[] {
  const selected = valuesAt(resource, path, catalog).filter((value) => value !== "");
  if (selected.length > 0 || path.filter === undefined) return selected;
  return valuesAt(resource, { ...path, filter: undefined }, catalog).filter((value) => value !== "");
}

/** Equal keys are values that differ by no more than case, space at the ends and Unicode form; an object stands for its `value`. */
export function nearKey(value: JsonValue): string {
  const inner = memberOf(value, "value") ?? value;
  const text = typeof inner === "string" ? inner : JSON.stringify(inner);
  return text.normalize("NFC").trim().toLowerCase();
}
