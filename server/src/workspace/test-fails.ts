import { headOf } from "#analysis/head-of";
import type { FileRule } from "#analysis/rule";
import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { TestDifference } from "#testing/run-test";
import type { JsonValue } from "#scim/resource";
import { runTests } from "#testing/run-tests";

/**
 * A test says what somebody should get, and the mapping above it yields something else: one of the two is wrong.
 * It is found by running the tests, which is why it is no rule of analysis.
 */
export function testFails(now: Date): FileRule {
  return {
    code: "test-fails",
    severity: "warning",
    check(binding, report) {
      for (const { test, result } of runTests(binding, { now })) {
        const [first, ...more] = result.differences;
        if (result.status !== "failed" || first === undefined) continue;
        const statement = binding.statements.get(test.place.statement);
        if (statement === undefined) continue;
        const difference = describeDifference(first);
        const message =
          more.length === 0 ? say`This test fails: ${difference}` : say`This test fails: ${difference} (and ${more.length} more)`;
        report(test.place.statement, headOf(statement), message);
      }
    },
  };
}

/** A difference in one line: what was expected, what came, and why. */
function describeDifference({ attribute, expected, actual, reason }: TestDifference): Sentence {
  const wanted = own(showValue(attribute, expected));
  const got = own(showValue(attribute, actual));
  return attribute === "action"
    ? say`expected ${wanted}, got ${got}. ${reason}`
    : say`'${own(attribute)}' was expected to be ${wanted}, got ${got}. ${reason}`;
}

/** An expected or actual value as people read it: actions are words, everything else is JSON. */
export function showValue(attribute: string, value: JsonValue): string {
  return attribute === "action" && typeof value === "string" ? value : JSON.stringify(value);
}
