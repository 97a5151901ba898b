import type { TextRange } from "#base/text-range";
import type { BoundStatement } from "#model/binding";
import type { FilterNode } from "#scim/filter/ast";
import { comparisonsIn } from "#scim/filter/walk";

/** A regular expression written in a mapping: an argument that a function's table says is one, or what stands behind `matches`. */
export interface WrittenPattern {
  readonly range: TextRange;
  readonly text: string;
}

/** The patterns of one statement. */
export function patternsOf({ parts, node }: Pick<BoundStatement, "parts" | "node">): readonly WrittenPattern[] {
  const patterns: WrittenPattern[] = [];
  for (const part of parts) {
    const position = part.kind === "call" ? part.signature?.pattern : undefined;
    const pattern = part.kind === "call" && position !== undefined ? part.arguments[position] : undefined;
    if (pattern?.kind === "text") patterns.push({ range: pattern.range, text: pattern.value });
  }
  if (node.kind === "Where" && node.filter !== undefined) patterns.push(...patternsIn(node.filter));
  return patterns;
}

function* patternsIn(filter: FilterNode): Generator<WrittenPattern> {
  for (const { operator, quotedOperator, value } of comparisonsIn(filter)) {
    const isMatch = !quotedOperator && operator?.text.toLowerCase() === "matches";
    if (isMatch && typeof value?.value === "string") yield { range: value.range, text: value.value };
  }
}
