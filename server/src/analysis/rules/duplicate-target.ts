import { own, say } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import type { BoundStatement } from "#model/binding";
import { textOf } from "../text-of.ts";
import type { FactRule } from "../rule.ts";

/** Entra keeps one mapping per target attribute; a second one would replace the first. */
export const duplicateTarget: FactRule<"AttributeMapping"> = {
  code: "duplicate-target",
  severity: "error",
  within: "block",
  of: ["AttributeMapping"],
  facts({ node: { target }, path, problems }, state) {
    // What is mapped by a statement that cannot be read is not known, so it says nothing about another.
    if (problems.length > 0) return;
    const about = target?.kind === "Text" ? `"${target.value}"` : path?.canonical?.toLowerCase();
    if (about !== undefined) state(about, "mapped");
  },
  concerns: (count) => count("mapped") > 1,
  check(target, report) {
    const [first, ...more] = target.saying("mapped");
    if (first === undefined) return;
    for (const at of more) {
      const range = rangeOf(at.statement);
      report(at, range, say`'${own(textOf(at.statement, range))}' is mapped already in line ${first.line + 1}. Keep one of the two.`, {
        related: { message: say`The mapping before it.`, at: first, range: rangeOf(first.statement) },
      });
    }
  },
};

function rangeOf({ node }: BoundStatement): TextRange {
  return node.kind === "AttributeMapping" ? (node.target?.range ?? node.range) : node.range;
}
