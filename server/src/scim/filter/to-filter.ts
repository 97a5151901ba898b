import type { AttributePathNode, FilterNode, NameText } from "./ast.ts";
import { foldFilter } from "./walk.ts";
import type { FilterFold } from "./walk.ts";
import type { AttributePath, AttributeReference, CompareOperator, Filter } from "./filter.ts";

/** The operators that compare with a value; `pr` takes none. */
export const compareOperators: ReadonlySet<string> = new Set<CompareOperator>(["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"]);

/** The meaning of a filter tree; undefined when a piece is missing or an operator is no SCIM operator. */
export function toFilter(node: FilterNode): Filter | undefined {
  return foldFilter<Filter | undefined>(node, meaning);
}

const meaning: FilterFold<Filter | undefined> = {
  and: (operands) => (areKnown(operands) ? { and: operands } : undefined),
  or: (operands) => (areKnown(operands) ? { or: operands } : undefined),
  not: (operand) => operand && { not: operand },
  comparison({ path: node, operator, quotedOperator, value }) {
    const path = node === undefined ? undefined : toReference(node, node.subAttribute);
    const op = quotedOperator ? undefined : operator?.text.toLowerCase();
    if (path === undefined || op === undefined || node?.valueFilter !== undefined) return undefined;
    if (op === "pr") return { op, path };
    return isCompareOperator(op) && value?.value !== undefined ? { op, path, value: value.value } : undefined;
  },
  valuePath({ path }) {
    const valuePath = toReference(path, path.outerSubAttribute);
    const filter = path.valueFilter?.filter && toFilter(path.valueFilter.filter);
    return valuePath && filter && { valuePath, filter };
  },
};

function areKnown(operands: readonly (Filter | undefined)[]): operands is readonly Filter[] {
  return operands.every((operand) => operand !== undefined);
}

function isCompareOperator(op: string): op is CompareOperator {
  return compareOperators.has(op);
}

/** The meaning of a path; undefined when its name or its value filter is incomplete. */
export function toPath(node: AttributePathNode): AttributePath | undefined {
  const reference = toReference(node, node.outerSubAttribute ?? (node.valueFilter === undefined ? node.subAttribute : undefined));
  if (reference === undefined) return undefined;
  if (node.valueFilter === undefined) return reference;
  const filter = node.valueFilter.filter === undefined ? undefined : toFilter(node.valueFilter.filter);
  if (filter === undefined) return undefined;
  const { sub: _outer, ...attribute } = reference;
  return { ...attribute, filter, ...(node.subAttribute === undefined ? {} : { sub: node.subAttribute.text }) };
}

/** A path as the neutral tree that filters use: `{ valuePath, filter, sub }` or a bare reference. */
export function toPathTree(
  node: AttributePathNode,
): AttributeReference | { valuePath: AttributeReference; filter: Filter; sub?: string } | undefined {
  if (node.valueFilter === undefined) return toReference(node, node.subAttribute);
  const valuePath = toReference(node, node.outerSubAttribute);
  const filter = node.valueFilter.filter === undefined ? undefined : toFilter(node.valueFilter.filter);
  if (valuePath === undefined || filter === undefined) return undefined;
  return node.subAttribute === undefined ? { valuePath, filter } : { valuePath, filter, sub: node.subAttribute.text };
}

function toReference(node: AttributePathNode, sub: NameText | undefined): AttributeReference | undefined {
  if (node.uri !== undefined) {
    const split = splitUri(node.uri.text);
    if (split.attr === "") return undefined;
    return sub === undefined ? split : { ...split, sub: sub.text };
  }
  if (node.attribute === undefined) return undefined;
  return sub === undefined ? { attr: node.attribute.text } : { attr: node.attribute.text, sub: sub.text };
}

/**
 * Splits `URN:attribute.sub` at the last colon: dots inside the URN (`2.0`) separate nothing (RFC 7644 §3.10).
 * With `isSchema`, the longest known schema URN wins.
 */
export function splitUri(uri: string, isSchema?: (urn: string) => boolean): { urn: string; attr: string; sub?: string } {
  const text = uri.replaceAll("：", ":");
  let colon = text.lastIndexOf(":");
  if (isSchema !== undefined) {
    for (let at = text.length; at > 0; at = text.lastIndexOf(":", at - 1)) {
      if (isSchema(text.slice(0, at))) {
        colon = at;
        break;
      }
    }
  }
  const urn = text.slice(0, colon);
  const name = text.slice(colon + 1);
  const dot = name.indexOf(".");
  return dot < 0 ? { urn, attr: name } : { urn, attr: name.slice(0, dot), sub: name.slice(dot + 1) };
}
