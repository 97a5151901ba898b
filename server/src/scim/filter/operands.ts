import type { FilterNode, LogicalNode } from "./ast.ts";
import type { Slot } from "./draft.ts";

const grouped = new WeakSet<FilterNode>();

/** Operands to which more may come, so that a thousand of them are not copied a thousand times. */
const growing = new WeakMap<FilterNode, FilterNode[]>();

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
  const goesOn = first.kind === kind && !grouped.has(first) ? growing.get(first) : undefined;
  const operands = goesOn ?? [first];
  operands.push(next.node);
  const node: LogicalNode = { kind, range, operands };
  growing.set(node, operands);
  slot.node = node;
}
