import type { AttributePath, Filter } from "#scim/filter/filter";
import type { AttributeDefinition, SchemaCatalog } from "#scim/schema-catalog";
import { subAttributeOf } from "#scim/schema-catalog";
import type { JsonObject } from "#scim/json-members";
import { booleanOf, isObject, keyOf, listOf, memberOf } from "#scim/json-members";
import type { JsonValue, Resource } from "#scim/resource";
import { valuesAt } from "#scim/resource-values";
import type { BoundTarget } from "#model/mapping-model";

/** A conjunction of equalities is all that Entra writes into a path's filter; `emails[type eq "work"]` names one element. */
export interface ElementSelector {
  readonly name: string;
  readonly value: JsonValue;
}

/** The equalities of a path's filter with values in the type of their sub-attribute; undefined for any other filter. */
export function selectorsOf(path: AttributePath, attribute: AttributeDefinition | undefined): readonly ElementSelector[] | undefined {
  if (path.filter === undefined) return [];
  return equalities(path.filter)?.map(({ name, value }) => {
    const definition = attribute === undefined ? undefined : subAttributeOf(attribute, name);
    const isBoolean = definition?.type === "boolean" || name.toLowerCase() === "primary";
    return { name, value: isBoolean ? (booleanOf(value) ?? value) : value };
  });
}

function equalities(filter: Filter): readonly ElementSelector[] | undefined {
  if ("and" in filter) {
    const parts = filter.and.map(equalities);
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  }
  if (!("op" in filter) || filter.op !== "eq") return undefined;
  return filter.path.sub === undefined && filter.path.urn === undefined ? [{ name: filter.path.attr, value: filter.value }] : undefined;
}

/** The values a target path has in a resource: none, one, or one per element that its filter selects. An empty text is no value. */
export function readTarget(resource: Resource | undefined, target: BoundTarget, catalog: SchemaCatalog): readonly JsonValue[] {
  return resource === undefined ? [] : valuesAt(resource, target.path, catalog).filter((value) => value !== "");
}

/** Whether a path's filter names this element. */
export function isSelected(element: JsonValue, selectors: readonly ElementSelector[]): boolean {
  return selectors.every(({ name, value }) => sameSelector(memberOf(element, name), value));
}

function sameSelector(actual: JsonValue | undefined, wanted: JsonValue): boolean {
  if (typeof wanted === "boolean") return (booleanOf(actual) ?? false) === wanted;
  if (typeof actual === "string" && typeof wanted === "string") return actual.toLowerCase() === wanted.toLowerCase();
  return actual === wanted;
}

/** The resource with `value` at the target path; an element that a filter names and nobody has is made from the filter. */
export function writeTarget(resource: Resource, target: BoundTarget, value: JsonValue): Resource {
  const { path } = target;
  if (path.urn === undefined) return writeMember(resource, target, value);
  const key = keyOf(resource, path.urn) ?? path.urn;
  const extension = resource[key];
  return { ...resource, [key]: writeMember(isObject(extension) ? extension : {}, target, value) };
}

function writeMember(container: JsonObject, target: BoundTarget, value: JsonValue): JsonObject {
  const { path } = target;
  const key = keyOf(container, path.attr) ?? path.attr;
  const current = container[key];
  if (path.filter !== undefined) return { ...container, [key]: writeElements(listOf(current), target, value) };
  if (path.sub === undefined) return { ...container, [key]: value };
  return { ...container, [key]: withMember(isObject(current) ? current : {}, path.sub, value) };
}

function writeElements(elements: readonly JsonValue[], target: BoundTarget, value: JsonValue): readonly JsonValue[] {
  const selectors = selectorsOf(target.path, target.attribute) ?? [];
  const written = (element: JsonObject): JsonValue => (target.path.sub === undefined ? value : withMember(element, target.path.sub, value));
  if (elements.some((element) => isSelected(element, selectors))) {
    return elements.map((element) => (isObject(element) && isSelected(element, selectors) ? written(element) : element));
  }
  return [...elements, written(Object.fromEntries(selectors.map((selector) => [selector.name, selector.value])))];
}

function withMember(object: JsonObject, name: string, value: JsonValue): JsonObject {
  return { ...object, [keyOf(object, name) ?? name]: value };
}
