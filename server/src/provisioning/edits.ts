import { isObject, listOf, memberOf } from "#scim/json-members";
import type { JsonValue, Resource } from "#scim/resource";
import type { SchemaCatalog } from "#scim/schema-catalog";
import { comparisonKey } from "./compare-values.ts";
import type { AttributeChange } from "#plan/plan";
import type { PreparedAttribute } from "./prepared-map.ts";
import { readTarget, writeTarget } from "./target-values.ts";

/** One change of one attribute, free of any request's shape. */
export interface Edit {
  readonly attribute: PreparedAttribute;
  /** `set` one value; `add` or `replace` elements of a multi-valued attribute; `remove` members by id. */
  readonly operation: "set" | "add" | "replace" | "remove";
  /** The value to set, or the list of elements. */
  readonly value: JsonValue;
  /** Whether the target has a value there now; Entra writes Replace then and Add otherwise. */
  readonly hadValue: boolean;
  readonly changes: readonly AttributeChange[];
}

/** The resource after an edit, worked out without any PATCH: what a planned request is checked against. */
export function applyEdit(resource: Resource, edit: Edit, catalog: SchemaCatalog): Resource {
  const { target } = edit.attribute;
  if (target === undefined) return { ...resource, [edit.attribute.label]: edit.value };
  switch (edit.operation) {
    case "set":
      return writeTarget(resource, target, edit.value);
    case "replace":
      return writeTarget(resource, wholeAttribute(target), edit.value);
    case "add":
      return writeTarget(resource, wholeAttribute(target), [
        ...readTarget(resource, wholeAttribute(target), catalog),
        ...listOf(edit.value),
      ]);
    case "remove": {
      const removed = new Set(listOf(edit.value).map((value) => comparisonKey(value, target.definition)));
      const kept = readTarget(resource, wholeAttribute(target), catalog).filter(
        (element) => !removed.has(comparisonKey(memberId(element), target.definition)),
      );
      return writeTarget(resource, wholeAttribute(target), kept);
    }
  }
}

/** The target without filter and sub-attribute: lists are changed as a whole. */
export function wholeAttribute(target: NonNullable<PreparedAttribute["target"]>): NonNullable<PreparedAttribute["target"]> {
  return { ...target, path: { urn: target.path.urn, attr: target.path.attr } };
}

/** The id of a member or manager, which some services give as plain text. */
export function memberId(element: JsonValue): JsonValue {
  return isObject(element) ? (memberOf(element, "value") ?? element) : element;
}
