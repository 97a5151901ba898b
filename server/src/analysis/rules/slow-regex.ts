import { compilePattern } from "#evaluation/dot-net-regex";
import { patternsOf } from "../patterns.ts";
import type { Rule } from "../rule.ts";

/**
 * Patterns run here in time that grows with the text alone. What such an engine cannot do exactly as .NET does is never run; the values
 * that depend on it are unknown in a preview, and on the service it may take very long.
 */
export const slowRegex: Rule = {
  code: "slow-regex",
  severity: "warning",
  check(binding, report) {
    for (const { statement, range, text } of patternsOf(binding)) {
      const pattern = compilePattern(text);
      if (pattern.kind !== "unsupported") continue;
      report.at(
        statement,
        range,
        `This pattern needs ${pattern.construct}, which cannot be run in bounded time exactly as .NET does. What depends on it is unknown in a preview; write it without.`,
      );
    }
  },
};
