import type { FilterNode, LogicalNode } from "./ast.ts";
import type { Slot } from "./draft.ts";

const grouped = new WeakSet<FilterNode>();

/** Parentheses leave no node, but `a or (b or c)` keeps its grouping: what they hold is not folded into the operands around it. */
export function markGrouped({ node }: Slot<FilterNode>): void {
  if (node !== undefined) grouped.add(node);
}

/** Joins what stands on both sides of an `and` or `or`; a side that could not be read is left out. */
export function appendOperand(kind: LogicalNode["kind"], slot: Slot<FilterNode>, next: Slot<FilterNode>): void {
  const first = slot.node;
  if (first === undefined || next.node === undefined) {
    slot.node = first ?? next.node;
    return;
  }
  const range = { start: first.range.start, end: next.node.range.end };
  if (first.kind === kind && !grouped.has(first)) slot.node = { kind, range, operands: [...first.operands, next.node] };
  else slot.node = { kind, range, operands: [first, next.node] };
}
