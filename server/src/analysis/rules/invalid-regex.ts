import { say } from "#base/sentence";
import { compilePattern } from "#evaluation/dot-net-regex";
import { patternsOf } from "../patterns.ts";
import type { StatementRule } from "../rule.ts";

/** A pattern that .NET cannot read fails for everybody. */
export const invalidRegex: StatementRule = {
  code: "invalid-regex",
  severity: "error",
  of: ["Let", "AttributeMapping", "Where"],
  check(statement, report) {
    for (const { range, text } of patternsOf(statement)) {
      const pattern = compilePattern(text);
      if (pattern.kind === "invalid") report(range, say`This is no .NET regular expression: ${pattern.reason}.`);
    }
  },
};
