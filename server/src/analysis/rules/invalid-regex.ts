import { compilePattern } from "#evaluation/dot-net-regex";
import { patternsOf } from "../patterns.ts";
import type { Rule } from "../rule.ts";

/** A pattern that .NET cannot read fails for everybody. */
export const invalidRegex: Rule = {
  code: "invalid-regex",
  severity: "error",
  check(binding, report) {
    for (const { statement, range, text } of patternsOf(binding)) {
      const pattern = compilePattern(text);
      if (pattern.kind === "invalid") report.at(statement, range, `This is no .NET regular expression: ${pattern.reason}.`);
    }
  },
};
