import type { AttributePathNode, ComparisonNode, FilterNode, LogicalNode, NameText, NotNode, ValuePathNode } from "./ast.ts";

/**
 * A filter and every filter it is made of, each before its parts, in the order of the text. What stands inside `[ ]` is a filter of its own:
 * it speaks of elements and not of resources. However deep a filter nests, nothing here recurses.
 */
export function* walkFilter(filter: FilterNode): Generator<FilterNode> {
  const ahead = [filter];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    yield next;
    for (const operand of operandsOf(next).toReversed()) ahead.push(operand);
  }
}

/** The comparisons of a filter, without those inside `[ ]`. */
export function* comparisonsIn(filter: FilterNode): Generator<ComparisonNode> {
  for (const part of walkFilter(filter)) if (part.kind === "Comparison") yield part;
}

/** What each kind of filter comes to, given what its operands come to. */
export interface FilterFold<T> {
  readonly and: (operands: readonly T[], node: LogicalNode) => T;
  readonly or: (operands: readonly T[], node: LogicalNode) => T;
  /** The operand is undefined where it is missing. */
  readonly not: (operand: T | undefined, node: NotNode) => T;
  readonly comparison: (node: ComparisonNode) => T;
  readonly valuePath: (node: ValuePathNode) => T;
}

/** Works a filter out from its innermost parts outwards. Recurses as deep as parentheses nest, which the parser bounds. */
export function foldFilter<T>(filter: FilterNode, fold: FilterFold<T>): T {
  switch (filter.kind) {
    case "And":
      return fold.and(
        filter.operands.map((operand) => foldFilter(operand, fold)),
        filter,
      );
    case "Or":
      return fold.or(
        filter.operands.map((operand) => foldFilter(operand, fold)),
        filter,
      );
    case "Not":
      return fold.not(filter.operand === undefined ? undefined : foldFilter(filter.operand, fold), filter);
    case "Comparison":
      return fold.comparison(filter);
    case "ValuePath":
      return fold.valuePath(filter);
  }
}

function operandsOf(filter: FilterNode): readonly FilterNode[] {
  switch (filter.kind) {
    case "And":
    case "Or":
      return filter.operands;
    case "Not":
      return filter.operand === undefined ? [] : [filter.operand];
    case "Comparison":
    case "ValuePath":
      return [];
  }
}

/** A path as one name: `employeeOrgData.costCenter` is one source attribute, though a SCIM path would see a sub-attribute. */
export function dottedName({ attribute, subAttribute }: Pick<AttributePathNode, "attribute" | "subAttribute">): NameText | undefined {
  if (attribute === undefined || subAttribute === undefined) return attribute;
  return { text: `${attribute.text}.${subAttribute.text}`, range: { start: attribute.range.start, end: subAttribute.range.end } };
}
