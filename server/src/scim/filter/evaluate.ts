import { findAttribute, isExtension } from "../find-attribute.ts";
import type { AttributeName } from "../find-attribute.ts";
import { booleanOf, isObject, listOf } from "../json-members.ts";
import { isAssigned, subValues, topLevelValue } from "../read-values.ts";
import type { JsonValue, Resource } from "../resource.ts";
import { subAttributeOf } from "../schema-catalog.ts";
import type { AttributeDefinition, SchemaCatalog } from "../schema-catalog.ts";
import type { AttributeReference, CompareOperator, Filter, FilterValue } from "./filter.ts";

/**
 * Whether a resource passes a filter (RFC 7644 §3.4.2.2). Case counts where the attribute is `caseExact`; of a multi-valued attribute any
 * value may match, and inside `[…]` all conditions hold for one and the same value. A complex value without a sub-attribute stands for
 * its `value`. Where the RFC is silent: an unassigned attribute is `ne` to everything but null, and values of different types are unequal.
 */
export function matchesFilter(filter: Filter, resource: Resource, catalog: SchemaCatalog): boolean {
  return matches(filter, resourceScope(resource, catalog));
}

/** Whether one value of a multi-valued attribute passes a value filter. */
export function matchesElement(
  filter: Filter,
  element: JsonValue,
  { urn, attr }: AttributeName,
  resource: Resource,
  catalog: SchemaCatalog,
): boolean {
  return matches(filter, elementScope(element, findAttribute({ urn, attr }, resource, catalog)));
}

/** Where names of a filter are looked up: a resource, or one value of a multi-valued attribute. */
interface Scope {
  values(reference: AttributeReference): readonly JsonValue[];
  definition(reference: AttributeReference): AttributeDefinition | undefined;
}

function resourceScope(resource: Resource, catalog: SchemaCatalog): Scope {
  return {
    values({ urn, attr, sub }) {
      const container = urn !== undefined && isExtension(urn, resource, catalog) ? urn : undefined;
      const values = listOf(topLevelValue(resource, container, attr)).filter(isAssigned);
      return sub === undefined ? values : values.flatMap((value) => subValues(value, sub));
    },
    definition: (reference) => findAttribute(reference, resource, catalog),
  };
}

function elementScope(element: JsonValue, parent: AttributeDefinition | undefined): Scope {
  return {
    values: ({ attr, sub }) => {
      const values = subValues(element, attr);
      return sub === undefined ? values : values.flatMap((value) => subValues(value, sub));
    },
    definition: ({ attr }) => {
      if (parent === undefined) return undefined;
      // `value` of an attribute without sub-attributes means the attribute itself.
      return subAttributeOf(parent, attr) ?? (attr.toLowerCase() === "value" && parent.type !== "complex" ? parent : undefined);
    },
  };
}

function matches(filter: Filter, scope: Scope): boolean {
  if ("and" in filter) return filter.and.every((operand) => matches(operand, scope));
  if ("or" in filter) return filter.or.some((operand) => matches(operand, scope));
  if ("not" in filter) return !matches(filter.not, scope);
  if ("valuePath" in filter) {
    const parent = scope.definition(filter.valuePath);
    return scope.values(filter.valuePath).some((value) => matches(filter.filter, elementScope(value, parent)));
  }
  if (filter.op === "pr") return scope.values(filter.path).some(isPresent);
  return matchesComparison(filter.op, filter.path, filter.value, scope);
}

function isPresent(value: JsonValue): boolean {
  return value !== "" && isAssigned(value);
}

function matchesComparison(op: CompareOperator, path: AttributeReference, wanted: FilterValue, scope: Scope): boolean {
  const found = scope.values(path);
  if (wanted === null) return op === "eq" ? found.length === 0 : op === "ne" && found.length > 0;
  if (found.length === 0) return op === "ne";
  const definition = scope.definition(path);
  return found.some((value) => matchesValue(op, value, wanted, definition));
}

function matchesValue(op: CompareOperator, value: JsonValue, wanted: FilterValue, definition: AttributeDefinition | undefined): boolean {
  if (isObject(value)) {
    const inner = subValues(value, "value");
    const sub = definition === undefined ? undefined : subAttributeOf(definition, "value");
    return inner.length === 0 ? op === "ne" : inner.some((item) => matchesValue(op, item, wanted, sub));
  }
  if (definition?.type === "boolean" || typeof value === "boolean" || typeof wanted === "boolean")
    return compareBooleans(op, value, wanted);
  if (typeof value === "number" && typeof wanted === "number") return ordered(op, value - wanted);
  if (typeof value !== "string" || typeof wanted !== "string") return op === "ne";
  return definition?.type === "dateTime" ? compareDates(op, value, wanted) : compareTexts(op, value, wanted, definition);
}

/** Booleans have no order (RFC 7644 §3.4.2.2): a service answers 400 there, and nothing matches here. */
function compareBooleans(op: CompareOperator, value: JsonValue, wanted: FilterValue): boolean {
  const left = booleanOf(value);
  const equal = left !== undefined && left === booleanOf(wanted);
  if (op === "eq") return equal;
  return op === "ne" && !equal;
}

function compareDates(op: CompareOperator, value: string, wanted: string): boolean {
  const difference = Date.parse(value) - Date.parse(wanted);
  return Number.isNaN(difference) ? compareTexts(op, value, wanted, undefined) : ordered(op, difference);
}

function compareTexts(op: CompareOperator, value: string, wanted: string, definition: AttributeDefinition | undefined): boolean {
  const exact = definition?.caseExact === true || definition?.type === "binary" || definition?.type === "reference";
  const left = exact ? value : value.toLowerCase();
  const right = exact ? wanted : wanted.toLowerCase();
  switch (op) {
    case "co":
      return left.includes(right);
    case "sw":
      return left.startsWith(right);
    case "ew":
      return left.endsWith(right);
    case "gt":
    case "ge":
    case "lt":
    case "le":
      return definition?.type !== "binary" && ordered(op, left < right ? -1 : left > right ? 1 : 0);
    case "eq":
      return left === right;
    case "ne":
      return left !== right;
  }
}

/** `difference` is negative when the attribute's value comes first. Parts of texts are no matter of order. */
function ordered(op: CompareOperator, difference: number): boolean {
  switch (op) {
    case "eq":
      return difference === 0;
    case "ne":
      return difference !== 0;
    case "gt":
      return difference > 0;
    case "ge":
      return difference >= 0;
    case "lt":
      return difference < 0;
    case "le":
      return difference <= 0;
    case "co":
    case "sw":
    case "ew":
      return false;
  }
}
