import { say } from "#base/sentence";
import { compilePattern } from "#evaluation/dot-net-regex";
import { patternsOf } from "../patterns.ts";
import type { StatementRule } from "../rule.ts";

/**
 * Patterns run here in time that grows with the text alone. What such an engine cannot do exactly as .NET does is never run; the values
 * that depend on it are unknown in a preview, and on the service it may take very long.
 */
export const slowRegex: StatementRule = {
  code: "slow-regex",
  severity: "warning",
  of: ["Let", "AttributeMapping", "Where"],
  check(statement, report) {
    for (const { range, text } of patternsOf(statement)) {
      const pattern = compilePattern(text);
      if (pattern.kind !== "unsupported") continue;
      report(
        range,
        say`This pattern needs ${pattern.construct}, which cannot be run in bounded time exactly as .NET does. What depends on it is unknown in a preview; write it without.`,
      );
    }
  },
};
