import { walkExpression } from "#model/bind-expression";
import type { Expression } from "#model/expression";
import type { MappingModel, ObjectMapping } from "#model/mapping-model";
import type { FilterNode } from "#scim/filter/ast";
import { selectorsOf } from "./target-values.ts";

/**
 * Texts and numbers that stand in what decides about people: expressions, defaults, scoping filters, filters of target paths. Whoever reads
 * a masked plan may see them, since the mapping says them of nobody (provisioning page §1.9). Tests are left out: they name people.
 */
export function mappingTexts({ maps, lets }: MappingModel): readonly string[] {
  const texts = [...lets.flatMap(({ expression }) => textsOfExpression(expression)), ...maps.flatMap(textsOfMap)];
  return [...new Set(texts)].sort();
}

function textsOfMap({ scopingFilters, attributes }: ObjectMapping): readonly string[] {
  const mapped = attributes.flatMap(({ source, target, defaultValue }) => [
    ...(source.kind === "expression" ? textsOfExpression(source.expression) : []),
    ...(defaultValue === undefined ? [] : [defaultValue]),
    ...(target.kind === "path"
      ? (selectorsOf(target.path, target.attribute) ?? []).flatMap(({ value }) => (typeof value === "string" ? [value] : []))
      : []),
  ]);
  return [...mapped, ...scopingFilters.flatMap(({ filter }) => textsOfFilter(filter))];
}

function textsOfExpression(expression: Expression | undefined): readonly string[] {
  if (expression === undefined) return [];
  return walkExpression(expression).flatMap((part) => (part.kind === "text" ? [part.value] : part.kind === "number" ? [part.text] : []));
}

function textsOfFilter(filter: FilterNode | undefined): readonly string[] {
  switch (filter?.kind) {
    case "And":
    case "Or":
      return filter.operands.flatMap(textsOfFilter);
    case "Not":
      return textsOfFilter(filter.operand);
    case "Comparison":
      return filter.value?.value === undefined ? [] : [String(filter.value.value)];
    case "ValuePath":
    case undefined:
      return [];
  }
}
