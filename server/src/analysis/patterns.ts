import type { TextRange } from "#base/text-range";
import { partsOf } from "#model/bind-expression";
import type { Binding } from "#model/binding";
import type { FilterNode } from "#scim/filter/ast";

/** A regular expression written in a mapping: an argument that a function's table says is one, or what stands behind `matches`. */
export interface WrittenPattern {
  readonly statement: number;
  readonly range: TextRange;
  readonly text: string;
}

export function* patternsOf({ statements, tree }: Binding): Generator<WrittenPattern> {
  for (const [statement, { expression }] of statements) {
    for (const part of expression === undefined ? [] : partsOf(expression)) {
      const position = part.kind === "call" ? part.signature?.pattern : undefined;
      const pattern = part.kind === "call" && position !== undefined ? part.arguments[position] : undefined;
      if (pattern?.kind === "text") yield { statement, range: pattern.range, text: pattern.value };
    }
  }
  for (const { index, parsed } of tree.statements) {
    if (parsed.node.kind === "Where" && parsed.node.filter !== undefined) yield* patternsIn(parsed.node.filter, index);
  }
}

function* patternsIn(filter: FilterNode, statement: number): Generator<WrittenPattern> {
  switch (filter.kind) {
    case "And":
    case "Or":
      for (const operand of filter.operands) yield* patternsIn(operand, statement);
      return;
    case "Not":
      if (filter.operand !== undefined) yield* patternsIn(filter.operand, statement);
      return;
    case "ValuePath":
      return;
    case "Comparison": {
      const { operator, quotedOperator, value } = filter;
      const isMatch = !quotedOperator && operator?.text.toLowerCase() === "matches";
      if (isMatch && typeof value?.value === "string") yield { statement, range: value.range, text: value.value };
      return;
    }
  }
}
