import { isExtension } from "./find-attribute.ts";
import { matchesElement } from "./filter/evaluate.ts";
import type { AttributePath } from "./filter/filter.ts";
import { listOf } from "./json-members.ts";
import { isAssigned, subValues, topLevelValue } from "./read-values.ts";
import type { JsonValue, Resource } from "./resource.ts";
import type { SchemaCatalog } from "./schema-catalog.ts";

/**
 * The values at a path: one per value of a multi-valued attribute, those that pass the path's value filter. Null, `[]` and `{}` are
 * unassigned and give none (RFC 7643 §2.5). Keys compare without case. A plain text where a complex value belongs (a `manager`
 * given as an id, e-mail addresses as a list of texts) counts as its `value`.
 */
export function valuesAt(resource: Resource, path: AttributePath, catalog: SchemaCatalog): readonly JsonValue[] {
  const { urn, attr, filter, sub } = path;
  const container = urn !== undefined && isExtension(urn, resource, catalog) ? urn : undefined;
  const values = listOf(topLevelValue(resource, container, attr)).filter(isAssigned);
  const selected =
    filter === undefined ? values : values.filter((value) => matchesElement(filter, value, { urn, attr }, resource, catalog));
  return sub === undefined ? selected : selected.flatMap((value) => subValues(value, sub));
}
